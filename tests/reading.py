"""What tests of mentions and figures share: one extractor, and short ways to ask it for what it read."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import extractor
from extractor.document import Document, Mark, Sentence
from extractor.model import Figure, Percentage, Record

PUBLISHED = date(2019, 6, 20)  # a Thursday


@cache
def reader() -> extractor.Extractor:
    return extractor.Extractor()


@cache
def document(text: str, published: date | None = PUBLISHED) -> Document:
    """The text with all its mentions marked."""
    made = reader().segment(text, published)
    reader().mark(made)
    return made


@cache
def record(text: str, published: date | None = PUBLISHED) -> Record:
    return reader().extract(text, published=published)


def marks(text: str, kind: str) -> list[tuple[Sentence, Mark]]:
    return [(s, m) for s in document(text).sentences for m in s.kind(kind)]


def spans(text: str, kind: str) -> list[str]:
    """The words of each mention of a kind."""
    return [s.slice(m.first, m.last) for s, m in marks(text, kind)]


def values(text: str, kind: str) -> list[Any]:
    return [m.value for _, m in marks(text, kind)]


def quantities(text: str) -> list[tuple[Any, str | None]]:
    """Value and unit of each quantity; a range as (low, high)."""
    return [((v.value, v.high) if v.high is not None else v.value, v.unit) for v in values(text, "quantity")]


def percents(text: str) -> list[Any]:
    return [(v.value, v.high) if v.high is not None else v.value for v in values(text, "percent")]


def figures(text: str) -> list[Figure | Percentage]:
    """All figures with a status other than `other`, and all percentages, in the order of the text."""
    made = record(text)
    found: list[Figure | Percentage] = [*made.achievements, *made.targets, *made.percentages]
    return sorted(found, key=lambda f: (f.quantity if isinstance(f, Figure) else f.percent).start)


def flat(table: dict[Any, list[str]]) -> list[tuple[str, Any]]:
    """A table *value <- ways to write it* as (way, value) pairs."""
    return [(way, value) for value, ways in table.items() for way in ways]
