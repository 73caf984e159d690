"""Builders of ranges and of open ends: captures of a rule to a draft."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from extractor.mentions.period_calendar import (
    LAST,
    Draft,
    Point,
    day_of,
    day_shifted,
    joined,
    months,
    point,
)
from extractor.mentions.period_captures import Captures, makes
from extractor.mentions.period_units import day


@makes("span")
def span(c: Captures) -> Draft | None:
    """From a to b. A year in figures may stand alone ("từ năm 2016 đến 2018", "từ 2016 đến tháng 5/2018"), and so may
    the first or the last day ("từ 1-1 đến 30-6", "từ ngày 20-1 đến 2-2", in d and m or dotted)."""
    a, b = _date_or_year(c, "a"), _date_or_year(c, "b")
    a, b = a or day(c), b or day(c)
    if a is None or b is None:
        return None
    made = joined("span", a, b)
    if made.start and made.end and None not in (made.start.year, made.end.year) and made.start > made.end:
        return None
    return replace(made, tense="open" if b.grain == "now" else c.tense)


@makes("span")
def adjacent_days(c: Captures) -> Draft | None:
    """A day and the one right after it: "hai ngày 30/4 và 1/5"; the second one by words that open it so (`opens`)."""
    a, b, opens = c.date("a"), c.date("b"), c.constant("opens")
    if a is None or b is None or a.start is None or b.end is None:
        return None
    if opens and not (c.text("b") or "").casefold().startswith(str(opens)):
        return None
    made = joined("span", a, b)
    return made if made.start and day_shifted(made.start, 1)[1:] == b.end[1:] else None


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
    return replace(x, grain="since", end=None, tense=c.tense, deadline=True) if x else None


@makes("since")
def after(c: Captures) -> Draft | None:
    """From the day after x: "sau năm 2020" begins on 1 January 2021."""
    x = c.date("x")
    return Draft("since", day_shifted(x.end, 1) if x.end else None, None, c.tense, deadline=True) if x else None


@makes("until")
def until(c: Captures) -> Draft | None:
    """The period ends with x; a `report` ("tính đến 31/12") looks back, any other is a deadline."""
    x = _date_or_year(c, "x")
    if x is None:
        return None
    return replace(x, grain="until", start=None, tense=c.tense, deadline=not c.constant("report"))


@makes("until")
def before(c: Captures) -> Draft | None:
    """Before x. A day to come is itself the last one ("trước ngày 30/6" is a deadline), and so is one with its `hour`;
    a day that is over is left out ("đất thu hồi trước ngày 01/7/2004"), as is a longer period."""
    x = c.date("x")
    if x is None or x.start is None:
        return None
    is_day = x.grain in ("day", "bare")
    end = x.end if is_day and (c.constant("hour") or not _is_over(c, x)) else day_shifted(x.start, -1)
    return Draft("until", None, end, c.tense, deadline=True)


def _is_over(c: Captures, x: Draft) -> bool:
    """Whether a period that names its year had ended when the article appeared."""
    end = day_of(x.end) if x.end else None
    return end is not None and c.context.published is not None and end < c.context.published


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
    period of its sentence does, a year back or as the words say (see `References`); `open` where many are meant."""
    x, like = c.date("x"), c.constant("unit")
    if c.constant("open"):
        return Draft("base")
    settled = x and x.grain != "year" and x.start and x.end and None not in (x.start.year, x.end.year)
    if x and settled:
        return Draft("base", x.start, x.end, back=x.back, like=like)
    named = x.end.year if x and x.end else c.number("y")
    back = x.back if x else 0 if named else c.constant("back") or 12
    return Draft("base", named=named, back=back, like=like)
