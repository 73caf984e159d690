"""What options of several commands mean."""

from __future__ import annotations

from datetime import date

from extractor.errors import UsageError


def parse_date(text: str | None) -> date | None:
    """An ISO day. Raises UsageError that says how to write it.

    >>> parse_date("2019-06-20")
    datetime.date(2019, 6, 20)
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        example = _day_first(text) or date(2019, 6, 20)
        ask = "did you mean" if _day_first(text) else "write YYYY-MM-DD, for example"
        raise UsageError(f"--published: {text!r} is no date; {ask} {example}") from None


def _day_first(text: str) -> date | None:
    parts = text.replace("-", "/").replace(".", "/").split("/")
    try:
        day, month, year = map(int, parts)
        return date(year, month, day)
    except ValueError:
        return None


def count(number: int, noun: str) -> str:
    """A number with its noun.

    >>> count(1, "article"), count(2, "article")
    ('1 article', '2 articles')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
