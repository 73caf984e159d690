"""Numbers in figures and words, scales applied: "1.234,5", "2 triệu 300 nghìn", "hai triệu rưỡi", "một trăm linh tư".

A numeral is groups below a thousand, each with its scales, from the largest to the smallest. The words and their parts
come from the tables `numerals` and `scales`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extractor.alphabet import DAY, DECIMAL, DOTTED_DATE, GROUPED, MONTH, WHOLE, YEAR
from extractor.document import Sentence
from extractor.model import Number
from extractor.rulebook.book import Rulebook
from extractor.rulebook.tables import Numeral, Scale

FIGURES = frozenset(MONTH + DAY + YEAR + WHOLE + GROUPED + DECIMAL + DOTTED_DATE)
Comma = Literal["decimal", "thousands", "either"]
_GROUPS = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """A number read from atoms up to `last`; `scale` is the product of its last group's scales (1 without one)."""

    value: Number
    last: int
    scale: Number
    figures: bool
    implied: str | None = None
    """the unit that the scale implies where none is written ("3.000 tỷ")"""


def exact(value: float) -> Number:
    """An int where the value is whole, so that JSON says 5500 and not 5500.0.

    >>> exact(5500.0), exact(99.12)
    (5500, 99.12)
    """
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


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


def comma_habit(text: str) -> Comma:
    """How an article uses the comma in figures, from the figures that settle it.

    >>> comma_habit("đạt 99,12% trên 5.500"), comma_habit("1,234,567 or 99.5%"), comma_habit("1,234")
    ('decimal', 'thousands', 'either')
    """
    decimal = len(re.findall(r"\d,\d{1,2}(?![\d,])|\d,\d{4,}|\.\d{3},\d", text))
    thousands = len(re.findall(r"\d,\d{3},\d{3}|\d,\d{3}\.\d(?!\d{2}\b)", text))
    return "decimal" if decimal > thousands else "thousands" if thousands else "either"


class NumberReader:
    """Reads the numeral that begins at an atom."""

    def __init__(self, book: Rulebook) -> None:
        alphabet = book.alphabet
        self._numerals = {alphabet.free(w): row for row in book.rows("numerals", Numeral) for w in row.words}
        self._scales = {alphabet.free(w): row for row in book.rows("scales", Scale) for w in row.words}
        self._starts = FIGURES | {c for c, row in self._numerals.items() if row.role in ("digit", "ten") and row.value}
        self._idioms = book.phrases("no_number_phrases")
        self._alone = {c for c, row in self._scales.items() if row.alone}

    def may_start(self, code: str) -> bool:
        """Whether a numeral may begin with this atom (given by its plain code)."""
        return code in self._starts or code in self._alone

    def read(self, s: Sentence, i: int, comma: Comma = "either", *, alone: bool = False) -> NumberSpan | None:
        """The longest numeral from atom i, or None. `alone`: a bare scale may open it ("gần triệu người")."""
        if s.plain[i] in self._alone and s.plain[i] in self._scales:
            return self._scaled(s, i, 1, i) if alone and s.codes[i] == s.plain[i] else None
        total: float = 0
        at, scale, figures, limit = i, 1.0, s.plain[i] in FIGURES, float("inf")
        while at < len(s):
            group = self._group(s, at, comma)
            if group is None:
                break
            value, after = group
            after, factor, half = self._apply_scales(s, after)
            if factor >= limit:
                break
            if at > i and factor == 1 and (limit <= 100 or s.plain[at] in FIGURES):
                break
            total += value * factor + half
            scale, limit, at = factor, factor, after
            if factor == 1 or half:
                break
        if at == i or not self._clean_end(s, at):
            return None
        last_scale = self._scales.get(s.plain[at - 1])
        return NumberSpan(exact(total), at, scale, figures, last_scale.implies if last_scale else None)

    # --- parts -------------------------------------------------------------------------------------------------

    def _scaled(self, s: Sentence, i: int, value: float, at: int) -> NumberSpan | None:
        after, factor, half = self._apply_scales(s, at)
        if not self._clean_end(s, after):
            return None
        return NumberSpan(exact(value * factor + half), after, factor, False)

    def _clean_end(self, s: Sentence, last: int) -> bool:
        """A number in words ends where a word ends: not "hai tư" of "hai tư nhân"."""
        return s.plain[last - 1] not in self._numerals or s.ends_word(last)

    def _group(self, s: Sentence, at: int, comma: Comma) -> tuple[float, int] | None:
        if s.plain[at] in FIGURES:
            return self._figure_group(s, at, comma)
        return self._word_group(s, at)

    def _figure_group(self, s: Sentence, at: int, comma: Comma) -> tuple[float, int]:
        spaced = self._spaced_groups(s, at)
        if spaced:
            return float("".join(s.atom(j) for j in range(at, spaced))), spaced
        scaled = at + 1 < len(s) and (s.plain[at + 1] in self._scales or s.plain[at + 1] == "%")
        return float(read_figures(s.atom(at), comma, scaled=scaled)), at + 1

    def _spaced_groups(self, s: Sentence, at: int) -> int | None:
        """The end of "1 234 567": one to three digits, then at least two groups of three, single spaces between."""
        if len(s.atom(at)) > 3 or not s.atom(at).isdigit():
            return None
        j = at + 1
        while j < len(s) and s.starts[j] == s.ends[j - 1] + 1 and re.fullmatch(r"\d{3}", s.atom(j)):
            j += 1
        return j if j - at >= 3 else None

    def _apply_scales(self, s: Sentence, at: int) -> tuple[int, float, float]:
        """Scales from atom `at`: (atom after them, their product, what "rưỡi" or a last digit adds)."""
        factor = 1.0
        first = at
        while at < len(s) and (row := self._scales.get(s.plain[at])) and self._scale_stands(s, at):
            factor *= row.value
            at += 1
        if at == first or at >= len(s):
            return at, factor, 0.0
        tail = self._numerals.get(s.plain[at])
        if tail and tail.role == "half":
            return at + 1, factor, factor / 2
        if tail and tail.role == "unit_digit" and s.ends_word(at + 1):
            return at + 1, factor, tail.value * factor / 10  # "hai triệu mốt"
        return at, factor, 0.0

    def _scale_stands(self, s: Sentence, at: int) -> bool:
        """A scale that begins another word is none ("triệu tập", "tỷ lệ")."""
        idiom = self._idioms.at(s, at)
        return idiom is None or idiom[0] == at + 1

    def _word_group(self, s: Sentence, at: int) -> tuple[float, int] | None:
        """A numeral below a thousand in words, from atom `at`."""
        hundreds, at2 = self._hundreds(s, at)
        row = self._role(s, at2)
        if row is None:
            return (hundreds, at2) if at2 > at else None
        if row.role == "zero_link" and at2 > at:
            unit = self._role(s, at2 + 1)
            if unit and unit.role in ("digit", "unit_digit"):
                return hundreds + unit.value, at2 + 2
            return hundreds, at2
        if row.role == "half" and at2 > at:
            return hundreds + 50, at2 + 1
        tens, at3 = self._tens(s, at2)
        if at3 == at2 and at2 == at:
            return None
        return hundreds + tens, at3

    def _hundreds(self, s: Sentence, at: int) -> tuple[float, int]:
        digit, hundred = self._role(s, at), self._role(s, at + 1)
        if digit and hundred and digit.role == "digit" and hundred.role == "hundred":
            return digit.value * 100, at + 2
        return 0.0, at

    def _tens(self, s: Sentence, at: int) -> tuple[float, int]:
        first, second, third = (self._role(s, at + k) for k in range(3))
        if first is None:
            return 0.0, at
        if first.role == "ten":
            if second and second.role in ("digit", "unit_digit") and s.plain[at + 1] not in self._year_word(s, at + 1):
                return 10 + second.value, at + 2
            return 10.0, at + 1
        if first.role != "digit":
            return 0.0, at
        if second and second.role in ("tens", "dozen"):
            tens = first.value * second.value
            if second.role == "tens" and third and third.role in ("digit", "unit_digit") and third.value >= 1:
                return tens + third.value, at + 3
            return tens, at + 2
        if second and second.role == "unit_digit" and first.value >= 2 and s.ends_word(at + 2):
            return first.value * 10 + second.value, at + 2  # "hai tư" = 24
        return first.value, at + 1

    def _year_word(self, s: Sentence, at: int) -> frozenset[str]:
        """The digit word that also means year, where a figure follows it ("mười năm 2016")."""
        follows_year = at + 1 < len(s) and s.plain[at + 1] in FIGURES
        return frozenset(s.plain[at]) if follows_year else frozenset()

    def _role(self, s: Sentence, at: int) -> Numeral | None:
        return self._numerals.get(s.plain[at]) if at < len(s) else None
