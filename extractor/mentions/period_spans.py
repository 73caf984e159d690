"""Builders of parts of periods, of ranges, and of open ends: captures of a rule to a draft."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from extractor.mentions.period_calendar import (
    LAST,
    Draft,
    Point,
    day_shifted,
    days_in,
    joined,
    month_shifted,
    months,
    point,
)
from extractor.mentions.period_captures import Captures, makes
from extractor.mentions.period_units import day

_NEARLY_OVER = timedelta(days=5)  # a month counts as passed when the article comes this short before its end


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
    """The first or last n (or `days`) days of a month: "10 ngày đầu tháng 5", "tuần cuối tháng 5"."""
    x, n = c.date("x"), c.number("n") or c.constant("days")
    if x is None or x.start is None or x.end is None or not n or n > 28:
        return None
    if c.constant("side") == "last":
        return Draft("part", x.start._replace(day=days_in(x.start.month, x.start.year) - int(n) + 1), x.end)
    return Draft("part", x.start, x.end._replace(day=int(n)))


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
    """A holiday on `day`/`month`, or on the days found in slots a and b; a movable one has no dates."""
    a, b = c.date("a"), c.date("b")
    if a:
        return joined("part", a, b or a)
    if c.constant("day") is None:
        return Draft("part", tense=c.tense)
    p = Point(c.year(), c.given("month"), c.given("day"))
    return Draft("part", p, p)


@makes("span")
def span(c: Captures) -> Draft | None:
    """From a to b. A year in figures may stand alone ("từ năm 2016 đến 2018", "từ 2016 đến tháng 5/2018"), and so may
    the last day ("từ ngày 20-1 đến 2-2", in d and m or dotted)."""
    a, b = _date_or_year(c, "a"), _date_or_year(c, "b") or day(c)
    if a is None or b is None:
        return None
    made = joined("span", a, b)
    if made.start and made.end and None not in (made.start.year, made.end.year) and made.start > made.end:
        return None
    return replace(made, tense="open" if b.grain == "now" else c.tense)


def _date_or_year(c: Captures, slot: str) -> Draft | None:
    date, number = c.date(slot), c.number(slot)
    return months("year", number, 1, 12) if date is None and number is not None else date


@makes("span")
def from_now(c: Captures) -> Draft | None:
    """From the article's day on, or to the end of x: "từ nay đến cuối năm"."""
    x = c.date("x")
    today = point(c.context.published) if c.context.published else None
    return Draft("span", today, x.end if x else None, "future", deadline=True)


@makes("span")
def rest_of_year(c: Captures) -> Draft | None:
    """What is left of the year: "những tháng còn lại của năm 2019"."""
    today = point(c.context.published) if c.context.published and c.year() in (None, c.context.year) else None
    return Draft("span", day_shifted(today, 1) if today else None, Point(c.year(), 12, LAST), "future")


@makes("span")
def rest_of_quarters(c: Captures) -> Draft | None:
    """The quarters of the year from the running one on: "các quý còn lại"."""
    published = c.context.published
    if published is None or c.year() not in (None, published.year):
        return None
    first = (published.month - 1) // 3 * 3 + 1
    return months("span", published.year, first, 12, "future")


@makes("since")
def since(c: Captures) -> Draft | None:
    x = c.date("x")
    return Draft("since", x.start, None, c.tense, deadline=True) if x else None


@makes("since")
def after(c: Captures) -> Draft | None:
    """From the day after x: "sau năm 2020" begins on 1 January 2021."""
    x = c.date("x")
    return Draft("since", day_shifted(x.end, 1) if x.end else None, None, c.tense, deadline=True) if x else None


@makes("until")
def until(c: Captures) -> Draft | None:
    """The period ends with x; a `report` ("tính đến 31/12") looks back, any other is a deadline."""
    x = _date_or_year(c, "x")
    return Draft("until", None, x.end, c.tense, deadline=not c.constant("report")) if x else None


@makes("until")
def before(c: Captures) -> Draft | None:
    """Before x: a day named is the last one ("trước ngày 30/6" is a deadline), a longer period is left out whole."""
    x = c.date("x")
    if x is None or x.start is None:
        return None
    end = x.end if x.grain in ("day", "bare") else day_shifted(x.start, -1)
    return Draft("until", None, end, c.tense, deadline=True)


@makes("until")
def cumulative(c: Captures) -> Draft | None:
    """More words before a period found before: "lũy kế đến hết tháng 5", "lũy kế 5 tháng đầu năm"."""
    x = c.date("x")
    return replace(x, grain="until") if x else None


@makes("now")
def so_far(c: Captures) -> Draft | None:
    """Up to the article's day, from a day that the words leave open."""
    today = point(c.context.published) if c.context.published else None
    return Draft("now", None, today, "open")


@makes("now")
def so_far_this(c: Captures) -> Draft | None:
    """From the first day of the article's own week, month or quarter to its day: "từ đầu tháng đến nay"."""
    published = c.context.published
    if published is None:
        return Draft("now", tense="open")
    unit = c.constant("unit")
    if unit == "week":
        start = point(published - timedelta(days=published.weekday()))
    else:
        month = published.month if unit == "month" else (published.month - 1) // 3 * 3 + 1
        start = Point(published.year, month, 1)
    return Draft("now", start, point(published), "open")


@makes("span")
def since_until_today(c: Captures) -> Draft | None:
    """From x to the article's day: "từ năm 1997 trở lại đây"."""
    x, published = c.date("x"), c.context.published
    return Draft("span", x.start, point(published) if published else None, "open") if x else None


@makes("vague")
def at_present(c: Captures) -> Draft | None:
    """The state on the article's day: "hiện nay"."""
    return replace(so_far(c) or Draft("now"), grain="vague")


@makes("vague")
def vague(c: Captures) -> Draft | None:
    """A time that no date settles: "thời gian qua", "thời gian tới"."""
    return Draft("vague", tense=c.tense)


@makes("base")
def same_period(c: Captures) -> Draft | None:
    """What a figure is compared with. Dates only where the words settle them ("cùng kỳ tháng 5/2018"); else the
    figure's own period does."""
    x = c.date("x")
    settled = x and x.grain != "year" and x.start and x.end and None not in (x.start.year, x.end.year)
    if x and settled:
        return Draft("base", x.start, x.end)
    return Draft("base", named=x.end.year if x and x.end else c.number("y"), back=x.back if x else 0)
