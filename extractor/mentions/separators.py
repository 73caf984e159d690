"""A number in figures to its value: thousands and decimal separators told apart by evidence, exact arithmetic."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from extractor.document import Document
from extractor.model import Number

Comma = Literal["decimal", "thousands", "either"]
SIGNIFICANT = 12
"""Digits kept of a value that is not whole."""
_GROUPS = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")


def exact(value: float | Decimal) -> Number:
    """An int where the value is whole, so that JSON says 5500 and not 5500.0; else twelve digits that count.

    >>> exact(5500.0), exact(99.12), exact(17.272 * 1000), exact(5 * 1e-9)
    (5500, 99.12, 17272, 5e-09)
    """
    if value == int(value):
        return int(value)
    rounded = float(f"{value:.{SIGNIFICANT}g}")
    return int(rounded) if rounded == int(rounded) else rounded


def times(value: float | Decimal, factor: float | Decimal) -> Number:
    """The product, without the dust of binary fractions.

    >>> times(17.272, 1e12)
    17272000000000
    """
    return exact(Decimal(str(value)) * Decimal(str(factor)))


def read_figures(figures: str, comma: Comma = "either", *, scaled: bool = False) -> Number:
    """The value of a number in figures.

    Vietnamese writes 1.234,5; English separators slip in ("100,000", "1,234.5", "99.12") and are told by evidence: two
    kinds of separators (the last is the decimal one), a separator that repeats, groups that are not of three digits.
    "1,234" alone is settled by `comma`, the habit of the article, and else read as grouped unless `scaled`: before
    "tỷ" or "%" three decimals are likelier.

    >>> read_figures("1.234,5"), read_figures("5.500"), read_figures("100,000"), read_figures("99.12")
    (1234.5, 5500, 100000, 99.12)
    """
    dots, commas = figures.count("."), figures.count(",")
    if dots and commas:
        decimal = max(figures.rfind("."), figures.rfind(","))
        whole, fraction = re.sub(r"[.,]", "", figures[:decimal]), figures[decimal + 1 :]
        return exact(float(f"{whole}.{fraction}"))
    if not dots and not commas:
        return int(figures)
    separator = "." if dots else ","
    parts = figures.split(separator)
    if (
        _GROUPS.fullmatch(figures)
        and parts[0] != "0"
        and (len(parts) > 2 or separator == "." or _grouped(parts, comma, scaled))
    ):
        return int("".join(parts))
    if len(parts) > 2:  # neither groups of three nor one decimal part: "1.23.456"
        return int("".join(parts))
    return exact(float(f"{parts[0]}.{parts[1]}"))


def _grouped(parts: list[str], comma: Comma, scaled: bool) -> bool:
    if comma != "either":
        return comma == "thousands"
    return parts[1] == "000" or not scaled


def comma_of(document: Document) -> Comma:
    """How an article uses the comma in figures; percentages and quantities both ask, so it is kept with its facts."""
    if "comma" not in document.facts:
        document.facts["comma"] = comma_habit(document.text)
    kept: Comma = document.facts["comma"]
    return kept


def comma_habit(text: str) -> Comma:
    """How a text uses the comma in figures, from the figures that settle it.

    >>> comma_habit("đạt 99,12% trên 5.500"), comma_habit("1,234,567 or 99.5%"), comma_habit("1,234")
    ('decimal', 'thousands', 'either')
    """
    decimal = len(re.findall(r"\d,\d{1,2}(?![\d,])|\d,\d{4,}|\.\d{3},\d", text))
    thousands = len(re.findall(r"\d,\d{3},\d{3}|\d,\d{3}\.\d(?!\d{2}\b)", text))
    return "decimal" if decimal > thousands else "thousands" if thousands else "either"
