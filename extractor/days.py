"""A day as people and programs write it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

_EXAMPLE = date(2019, 6, 20)


def day_of(value: Any) -> date | None:
    """A date, of a datetime or a pandas Timestamp its date, or ISO text; None for None, NaT and NaN.

    Raises ValueError that says how to write it.

    >>> day_of("2019-06-20"), day_of(datetime(2019, 6, 20, 7, 30)), day_of(float("nan"))
    (datetime.date(2019, 6, 20), datetime.date(2019, 6, 20), None)
    """
    if value is None or value != value:  # what marks an empty cell of a table is not equal to itself
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no date; give a datetime.date or text, for example '{_EXAMPLE}'")
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        meant = _day_first(value)
        ask = f"did you mean {meant}" if meant else f"write YYYY-MM-DD, for example {_EXAMPLE}"
        raise ValueError(f"{value!r} is no date; {ask}") from None


def _day_first(text: str) -> date | None:
    parts = text.replace("-", "/").replace(".", "/").split("/")
    try:
        day, month, year = map(int, parts)
        return date(year, month, day)
    except ValueError:
        return None
