"""The arithmetic of periods: days whose year may still be missing, and what settles it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

LAST = 31
"""As the day of a point: the last of its month."""
_ANY_YEAR = 2001  # a common year, for arithmetic on days whose year is not known
_FAR_AHEAD = timedelta(days=240)  # "sáng 28/12", "quý IV" in a January article are the last ones


class Point(NamedTuple):
    """A day. `year` is None where the words leave it out; `day` 31 is the last of any month."""

    year: int | None
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A period while it is built from its parts. `grain` is its refinement of the kind "date" (see `alphabet`).

    `tense` is what the words say by themselves: past (qua), future (tới), open (đến nay). A `deadline` ("trước ngày
    28/12") keeps the year of the article, however far ahead it is. `named` is the year of a baseline without days
    ("cùng kỳ năm 2018"). `back` is how many months before another one the words place it ("tháng trước" 1, "năm trước"
    12), and `like` says how long that other one is ("cùng tháng năm trước" a month). `again` is the grain of the period
    told last that they point back to ("cùng ngày"), and `year_again` is set where they do so for its year ("tháng 10
    cùng năm").
    """

    grain: str
    start: Point | None = None
    end: Point | None = None
    tense: str | None = None
    deadline: bool = False
    named: int | None = None
    back: int = 0
    like: str | None = None
    again: str | None = None
    year_again: bool = False


@dataclass(slots=True)
class Context:
    """What dates the words that name no year: the day of publication, and the year of reference. `asked` notes that a
    period was built with it; what was built without it stays the same in any other."""

    published: date | None
    year: int | None
    asked: bool = False


def point(day: date) -> Point:
    return Point(day.year, day.month, day.day)


def day_of(p: Point, year: int | None = None) -> date | None:
    """The day of a point, in `year` where it names none.

    >>> day_of(Point(2019, 2, LAST))
    datetime.date(2019, 2, 28)
    """
    year = p.year if p.year is not None else year
    if year is None or not 1 <= year <= 9999:
        return None
    return date(year, p.month, min(p.day, monthrange(year, p.month)[1]))


def days_in(month: int, year: int | None) -> int:
    return monthrange(year or _ANY_YEAR, month)[1]


def valid(day: int, month: int, year: int | None) -> bool:
    """Whether the calendar has this day; 29/2 passes where no year is named."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or 2000, month)[1]


def months(grain: str, year: int | None, first: int, last: int, tense: str | None = None) -> Draft:
    """From the first day of month `first` to the last day of month `last`."""
    return Draft(grain, Point(year, first, 1), Point(year, last, LAST), tense)


def month_shifted(year: int, month: int, by: int) -> tuple[int, int]:
    """Year and month `by` months later.

    >>> month_shifted(2019, 1, -1)
    (2018, 12)
    """
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def day_shifted(p: Point, by: int) -> Point:
    """The point `by` days later; its year stays open if it was."""
    day = day_of(p, _ANY_YEAR)
    if day is None:
        return p
    moved = point(day + timedelta(days=by))
    return moved if p.year is not None else moved._replace(year=None)


def in_year(draft: Draft, year: int | None) -> Draft:
    """The draft with `year` where it names none: "quý III" and "năm 2018" make "quý III năm 2018"."""
    if year is None:
        return draft
    start, end = (p._replace(year=year) if p and p.year is None else p for p in (draft.start, draft.end))
    return replace(draft, start=start, end=end)


def joined(grain: str, first: Draft, last: Draft) -> Draft:
    """From the first day of one to the last day of the other; a year that one of them names holds for both.

    >>> joined("span", months("month", None, 3, 3), months("month", 2019, 5, 5)).start
    Point(year=2019, month=3, day=1)
    """
    start, end = first.start, last.end
    if start and end and start.year is None and end.year is not None:
        start = start._replace(year=end.year - (start[1:] > end[1:]))
    elif start and end and end.year is None and start.year is not None:
        end = end._replace(year=start.year + (end[1:] < start[1:]))
    return Draft(grain, start, end, last.tense)


def settle(draft: Draft, context: Context) -> tuple[date | None, date | None]:
    """The days of a draft. A missing year is the year of reference, or the one before where that lies far ahead."""
    start, end = draft.start, draft.end
    open_year = any(p is not None and p.year is None for p in (start, end))
    year = context.year
    if open_year and year is not None:
        year += _year_shift(draft, year, context)
    first = day_of(start, year) if start else None
    last = day_of(end, year) if end else None
    if first and last and first > last and start and year is not None:
        if start.year is None and end and end.year is None and _ends_next_year(first, last, context):
            last = day_of(end, year + 1)
        else:
            first = day_of(start, year - 1)
    if (start and first is None) or (end and last is None):
        return None, None
    return first, last


def _year_shift(draft: Draft, year: int, context: Context) -> int:
    start, end = draft.start, draft.end
    turns = start and end and start.year is None and end.year is None and start[1:] > end[1:]
    edge = end if turns else start or end  # "từ 25/12 đến 5/1" ends in the year of an article of January
    first, last = (day_of(p, year) if p else None for p in (edge, end or edge))
    if context.published is None or first is None or last is None:
        return 0
    if draft.tense == "future" and last < context.published:
        return 1
    return -1 if first - context.published > _FAR_AHEAD and not draft.deadline and draft.tense != "future" else 0


def _ends_next_year(first: date, last: date, context: Context) -> bool:
    """Whether a span over the turn of the year is that at the end of the year of reference: "từ 25/12 đến 5/1" in an
    article of December, which lies nearer to its first day than to its last."""
    return context.published is not None and first - context.published < context.published - last
