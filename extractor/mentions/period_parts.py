"""Builders of parts of periods, of what lies around the article's day, and of holidays: captures to a draft."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from extractor.mentions.period_calendar import LAST, Draft, Point, days_in, joined, month_shifted, months, point
from extractor.mentions.period_captures import Captures, makes
from extractor.mentions.period_units import day

_NEARLY_OVER = timedelta(days=5)  # a month counts as passed when the article comes this short before its end
FIRST_DAYS_OF_WEEK = 2
FIRST_DAYS_OF_MONTH = 10
"""In which what is reviewed is the week, the month before."""
FIRST_MONTHS = 3
"""In which an article may still review the year before."""


@makes("part")
def running(c: Captures) -> Draft | None:
    """The week, month, quarter or year that the article reviews: "trong tháng, …". It is the one told last (`again`),
    else the article's own; right after its end that is the one before, of which there is something to review."""
    unit, today = str(c.constant("unit")), c.context.published
    again = unit if c.constant("again") else None
    if unit == "year" and today is not None and today.month <= FIRST_MONTHS:
        again = unit  # "cả năm", where the year before was told of last
    if today is None:
        return Draft("part", tense=c.tense, again=again)
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + 7 * (today.weekday() < FIRST_DAYS_OF_WEEK))
        return Draft("part", point(monday), point(monday + timedelta(days=6)), c.tense)
    size = _MONTHS[unit]
    first = (today.month - 1) // size * size + 1
    soon = today.day <= FIRST_DAYS_OF_MONTH if unit == "month" else today.month == first
    year, month = month_shifted(today.year, first, -size if soon else 0)
    return replace(months("part", year, month, month + size - 1, c.tense), again=again)


_MONTHS = {"month": 1, "quarter": 3, "year": 12}


@makes("part")
def same_year(c: Captures) -> Draft | None:
    """A period in the year told last: "tháng 10 cùng năm"; without one found before, the whole year."""
    x = c.date("x") or months("part", None, 1, 12)
    return replace(x, grain="part", tense=c.tense, year_again=True)


@makes("part")
def months_glued(c: Captures) -> Draft | None:
    """Months, or quarters of `months` months, that were written as one number: "tháng 3,4", "quý 1,2/2019"."""
    parts, size = (c.text("glued") or "").split(","), int(c.constant("months") or 1)
    if len(parts) < 2 or not all(part.isdigit() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    first, last = numbers[0], numbers[-1]
    if numbers != list(range(first, last + 1)) or first < 1 or last * size > _MONTHS["year"]:
        return None
    return months("part", c.year(), size * (first - 1) + 1, size * last)


@makes("part")
def part_of_year(c: Captures) -> Draft | None:
    """Months `first` to `last` of a year: "nửa đầu năm 2019", "cuối năm"."""
    return months("part", c.year(), c.given("first"), c.given("last"), c.tense)


@makes("part")
def units_of_year(c: Captures) -> Draft | None:
    """The first or last n units of `months` months: "9 tháng đầu năm 2018", "hai quý cuối năm"."""
    n, size = c.number("n") or 1, c.given("months")
    if not 0 < n * size <= 12:
        return None
    first, last = (13 - n * size, 12) if c.constant("side") == "last" else (1, n * size)
    return months("part", c.year(), first, last, c.tense)


@makes("part")
def part_of(c: Captures) -> Draft | None:
    """Part `part` of `of` equal parts of a month or quarter found before: "đầu tháng 5", "cuối quý I".

    Of a month in three: 1 to 10, 11 to 20, 21 to its end; of a quarter: its months.
    """
    x = c.date("x")
    if x is None or x.start is None or x.end is None:
        return Draft("part", tense=c.tense) if x else None
    part, of = c.given("part"), c.given("of")
    if x.start.month != x.end.month:
        month = x.start.month + part - 1
        return Draft("part", Point(x.start.year, month, 1), Point(x.start.year, month, LAST), c.tense)
    size = 30 // of
    last = LAST if part == of else part * size
    return Draft("part", x.start._replace(day=(part - 1) * size + 1), x.end._replace(day=last), c.tense)


@makes("part")
def days_of_month(c: Captures) -> Draft | None:
    """The first or last n (or `days`) days of a month, a quarter or (with no x) the year: "10 ngày đầu tháng 5"."""
    x, n = c.date("x") or months("year", None, 1, 12), c.number("n") or c.constant("days")
    if x.start is None or x.end is None or not n or n > 28:
        return None
    if c.constant("side") == "last":
        return Draft("part", x.end._replace(day=days_in(x.end.month, x.end.year) - int(n) + 1), x.end)
    return Draft("part", x.start, x.start._replace(day=int(n)))


@makes("part")
def part_of_decade(c: Captures) -> Draft | None:
    """The first, middle or last years of ten: "đầu những năm 1990". Thirds, the first the longest."""
    x, part = c.date("x"), c.given("part")
    start, end = (x.start, x.end) if x else (None, None)
    if not start or not end or start.year is None or start.year % 10 or end.year != start.year + 9:
        return None
    first, last = _THIRDS_OF_TEN[part]
    return Draft("part", Point(start.year + first, 1, 1), Point(start.year + last, 12, LAST), c.tense)


_THIRDS_OF_TEN = {1: (0, 3), 2: (4, 6), 3: (7, 9)}


@makes("part")
def edge_of(c: Captures) -> Draft | None:
    """The first or last day of a period found before, or of the year: "ngày đầu tiên của năm 2019"."""
    x = c.date("x") or months("year", c.year(), 1, 12)
    edge = x.end if c.constant("side") == "last" else x.start
    if edge is None:
        return None
    if edge.day == LAST:
        edge = edge._replace(day=days_in(edge.month, edge.year))
    return Draft("part", edge, edge, c.tense)


@makes("part")
def season(c: Captures) -> Draft | None:
    """A crop season: from month `first` of its year to month `last`, of the next year where that is earlier."""
    first, last = c.given("first"), c.given("last")
    crop = c.date("x")
    end = crop.end.year if crop and crop.end else c.year()
    start = end - (last < first) if end else None
    return Draft("part", Point(start, first, 1), Point(end, last, LAST))


@makes("part")
def last_units(c: Captures) -> Draft | None:
    """The n whole days, weeks, months or years before the article's ("11 tháng qua"), or after it with `ahead`."""
    n, published = c.number("n"), c.context.published
    if n is None or not 1 <= n <= 100:
        return None
    if published is None:
        return Draft("part", tense=c.tense)
    start, end = _UNITS[str(c.constant("unit"))](c, n)
    return Draft("part", start, end, c.tense)


@makes("part")
def units_ago(c: Captures) -> Draft | None:
    """The day n days, or the month n months, before the article's: "3 ngày trước", "cách đây 2 tháng"."""
    n, published = c.number("n"), c.context.published
    if n is None or not 1 <= n <= 100:
        return None
    if published is None:
        return Draft("part", tense=c.tense)
    if c.constant("unit") == "month":
        year, month = month_shifted(published.year, published.month, -n)
        return months("part", year, month, month, c.tense)
    then = point(published - timedelta(days=n))
    return Draft("part", then, then, c.tense)


def _days(c: Captures, n: int, size: int = 1) -> tuple[Point, Point]:
    published = c.context.published
    assert published is not None
    if c.constant("ahead"):
        return point(published + timedelta(days=1)), point(published + timedelta(days=n * size))
    return point(published - timedelta(days=n * size - 1)), point(published)


def _weeks(c: Captures, n: int) -> tuple[Point, Point]:
    return _days(c, n, 7)


def _months(c: Captures, n: int) -> tuple[Point, Point]:
    published = c.context.published
    assert published is not None
    if c.constant("ahead"):
        first = month_shifted(published.year, published.month, 1)
        last = month_shifted(published.year, published.month, n)
    else:
        soon = published + _NEARLY_OVER
        year, month = (published.year, published.month) if soon.month == published.month else (soon.year, soon.month)
        first, last = month_shifted(year, month, -n), month_shifted(year, month, -1)
    return Point(*first, 1), Point(*last, LAST)


def _years(c: Captures, n: int) -> tuple[Point, Point]:
    published = c.context.published
    assert published is not None
    first = published.year + 1 if c.constant("ahead") else published.year - n
    return Point(first, 1, 1), Point(first + n - 1, 12, LAST)


_UNITS = {"day": _days, "week": _weeks, "month": _months, "year": _years}


@makes("part")
def named(c: Captures) -> Draft | None:
    """A period found before with a word that dates it: "tháng 9 tới", "quý I vừa qua", "cả năm 2019"."""
    x = c.date("x")
    return replace(x, grain="part", tense=c.tense) if x else None


@makes("part")
def holiday(c: Captures) -> Draft | None:
    """A holiday on `day`/`month`, or on the days found in slots a and b, or in figures; a movable one has no dates."""
    a, b = c.date("a") or day(c), c.date("b")
    if a:
        return joined("part", a, b or a)
    if c.constant("day") is None:
        return Draft("part", tense=c.tense)
    p = Point(c.year(), c.given("month"), c.given("day"))
    return Draft("part", p, p)
