"""What options of several commands mean."""

from __future__ import annotations

from datetime import date

from extractor.days import day_of
from extractor.errors import UsageError


def parse_date(text: str | None) -> date | None:
    """An ISO day. Raises UsageError that says how to write it.

    >>> parse_date("2019-06-20")
    datetime.date(2019, 6, 20)
    """
    try:
        return day_of(text)
    except ValueError as error:
        raise UsageError(f"--published: {error}") from None


def count(number: int, noun: str) -> str:
    """A number with its noun.

    >>> count(1, "article"), count(2, "article")
    ('1 article', '2 articles')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
