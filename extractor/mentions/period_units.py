"""Builders of days, weeks, months, quarters and years: captures of a rule to a draft."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from extractor.mentions.period_calendar import LAST, Draft, Point, in_year, month_shifted, months, point, valid
from extractor.mentions.period_captures import Captures, makes


def _point(c: Captures) -> Point | None:
    """The day in slots d, m, y ("17/5/2019"), or in one slot `dotted` ("17.5.2019")."""
    dotted = c.text("dotted")
    if dotted is not None:
        parts = dotted.split(".")
        if not all(part.isdigit() for part in parts) or not 2 <= len(parts) <= 3:
            return None
        day, month, year = int(parts[0]), int(parts[1]), int(parts[2]) if len(parts) == 3 else c.year()
    else:
        d, m = c.number("d"), c.number("m")
        if d is None or m is None:
            return None
        day, month, year = d, m, c.year()
    return Point(year, month, day) if valid(day, month, year) else None


@makes("day")
def day(c: Captures) -> Draft | None:
    """A day in figures, with or without its year."""
    p = _point(c)
    return Draft("day", p, p, c.tense) if p else None


@makes("day")
def full_dotted(c: Captures) -> Draft | None:
    """ "30.11.2016": with its year no number."""
    return day(c) if (c.text("dotted") or "").count(".") == 2 else None


@makes("bare")
def bare_day(c: Captures) -> Draft | None:
    """Two figures that are a day only beside a word that says so: "17/5". With `falling` they must fall ("30-6"), for
    what climbs ("6-9") is more likely a range."""
    p = _point(c)
    if p is None or (c.constant("falling") and p.day <= p.month):
        return None
    return Draft("day", p, p, c.tense)


@makes("bare_month")
def bare_month(c: Captures) -> Draft | None:
    """Month and year in figures: "5/2019"."""
    return month(c)


@makes("day")
def days(c: Captures) -> Draft | None:
    """Several days of one month: "ngày 5 và 6/7" (d, x), "5-7/6" (d, until, m)."""
    last = c.date("x")
    end = last.end if last else _last_day(c)
    first = c.number("d")
    if end is None or first is None:
        return None
    start = end._replace(day=first)
    if first > end.day:  # "từ ngày 28 đến 3/6"
        year, before = month_shifted(end.year or 2001, end.month, -1)
        start = Point(None if end.year is None else year, before, first)
    return Draft("day", start, end) if valid(start.day, start.month, start.year) else None


def _last_day(c: Captures) -> Point | None:
    last, month = c.number("until"), c.number("m")
    return Point(c.year(), month, last) if last and month and valid(last, month, c.year()) else None


@makes("day")
def same_day(c: Captures) -> Draft | None:
    """More words around a day: one found before ("Thứ Hai (15/5)"), or one in figures ("hôm nay (6.2)")."""
    found = c.date("x") or day(c)
    return in_year(Draft("day", found.start, found.end), c.year()) if found else None


@makes("day")
def relative_day(c: Captures) -> Draft | None:
    """`shift` days from the article's: hôm nay 0, hôm qua -1; a date in slot x says it better: "hôm nay (15/5)"."""
    said = same_day(c)
    if said:
        return said
    if c.context.published is None:
        return Draft("day", tense=c.tense)
    p = point(c.context.published + timedelta(days=c.given("shift")))
    return Draft("day", p, p, c.tense)


@makes("day")
def weekday(c: Captures) -> Draft | None:
    """A day of the week `shift` weeks from the article's ("thứ sáu tuần trước"); without `shift` the last such day
    ("sáng thứ hai"). A date in slot x says it better."""
    said = same_day(c)
    if said:
        return said
    number = c.names.weekday(c.text("w") or "")
    if number is None or c.context.published is None:
        return None if number is None else Draft("day", tense=c.tense)
    if c.constant("shift") is None:
        back = (c.context.published.weekday() - number) % 7
        found = c.context.published - timedelta(days=back)
    else:
        monday = c.context.published - timedelta(days=c.context.published.weekday())
        found = monday + timedelta(days=number + 7 * c.given("shift"))
    return Draft("day", point(found), point(found), c.tense)


@makes("day")
def day_again(c: Captures) -> Draft:
    """The day that was told last: "cùng ngày"."""
    return Draft("day", tense=c.tense, again="day")


@makes("part")
def relative_week(c: Captures) -> Draft | None:
    """`shift` weeks from the article's, Monday to Sunday; `first` and `last` (0 to 6) cut a part out of it."""
    if c.context.published is None:
        return Draft("part", tense=c.tense)
    monday = c.context.published - timedelta(days=c.context.published.weekday()) + timedelta(weeks=c.given("shift"))
    first, last = c.constant("first") or 0, c.constant("last") or 6
    return Draft("part", point(monday + timedelta(days=first)), point(monday + timedelta(days=last)), c.tense)


@makes("month")
def month(c: Captures) -> Draft | None:
    """A month by number or name (m), or with its year in one number (`dotted`: "5.2019")."""
    dotted = c.text("dotted")
    if dotted is not None:
        number, _, year = dotted.partition(".")
        fits = number.isdigit() and year.isdigit() and len(year) == 4 and 1 <= int(number) <= 12
        return months("month", int(year), int(number), int(number)) if fits else None
    m = c.number("m")
    return months("month", c.year(), m, m) if m else None


@makes("month")
def month_named(c: Captures) -> Draft | None:
    """A month by name that only its capital tells from other words: "tháng Năm" is May, "tháng năm" need not be."""
    name = c.text("m")
    return month(c) if name and name[0].isupper() else None


@makes("month")
def month_of_year(c: Captures) -> Draft | None:
    """A month (m) of the year `shift` years from the one of reference: "tháng 2 năm sau"."""
    m = c.number("m")
    year = c.context.year + c.given("shift") if c.context.year is not None else None
    return months("month", year, m, m, c.tense) if m else None


@makes("part")
def month_range(c: Captures) -> Draft | None:
    """Several months of a year: from slot a to slot b, or to the month and year in slot x."""
    first, to = c.number("a"), c.date("x")
    last = to.end.month if to and to.end else c.number("b")
    year = to.end.year if to and to.end else c.year()
    return months("part", year, first, last) if first and last and first < last else None


@makes("month")
def relative_month(c: Captures) -> Draft | None:
    """`shift` months from the article's."""
    if c.context.published is None:
        return Draft("month", tense=c.tense)
    year, number = month_shifted(c.context.published.year, c.context.published.month, c.given("shift"))
    return replace(months("month", year, number, number, c.tense), back=-c.given("shift"))


@makes("quarter")
def quarter(c: Captures) -> Draft | None:
    dotted = c.text("dotted")
    if dotted is not None:  # "quý 2.2022" is one number
        number, _, year = dotted.partition(".")
        fits = number in ("1", "2", "3", "4") and year.isdigit() and len(year) == 4
        return months("quarter", int(year), 3 * int(number) - 2, 3 * int(number)) if fits else None
    q = c.number("q")
    return months("quarter", c.year(), 3 * q - 2, 3 * q) if q and q <= 4 else None


@makes("part")
def quarter_range(c: Captures) -> Draft | None:
    """Several quarters of a year: "quý I và II", from slot a to slot b."""
    a, b, year, figures = c.number("a"), c.number("b"), c.year(), c.date("x")
    if figures and figures.end:  # "quý 1-2/2019": the last figures were taken for a month
        b, year = figures.end.month, figures.end.year
    return months("part", year, 3 * a - 2, 3 * b) if a and b and a < b <= 4 else None


@makes("quarter")
def relative_quarter(c: Captures) -> Draft | None:
    """`shift` quarters from the article's."""
    if c.context.published is None:
        return Draft("quarter", tense=c.tense)
    first = (c.context.published.month - 1) // 3 * 3 + 1
    year, first = month_shifted(c.context.published.year, first, 3 * c.given("shift"))
    return replace(months("quarter", year, first, first + 2, c.tense), back=-3 * c.given("shift"))


@makes("year")
def year(c: Captures) -> Draft | None:
    return months("year", c.year(), 1, 12, c.tense)


@makes("year")
def relative_year(c: Captures) -> Draft | None:
    """`shift` years from the year of reference, less the number in slot n ("5 năm trước")."""
    if c.context.year is None:
        return Draft("year", tense=c.tense)
    n = c.number("n")
    if n is not None and not 1 <= n <= 100:
        return None
    back = n or -c.given("shift")
    return replace(months("year", c.context.year - back, 1, 12, c.tense), back=0 if n else 12 * back)


@makes("years")
def years(c: Captures) -> Draft | None:
    """From year a to year b, both whole: "giai đoạn 2016-2020"."""
    a, b = c.number("a"), c.number("b")
    if not a or not b or not a < b <= a + 100:
        return None
    return Draft("years", Point(a, 1, 1), Point(b, 12, LAST), c.tense)


@makes("years")
def school_year(c: Captures) -> Draft | None:
    """The first of September to the last of August: the year runs into the next one's opening."""
    a, b = c.number("a"), c.number("b")
    return Draft("years", Point(a, 9, 1), Point(b, 8, LAST)) if a and b and b == a + 1 else None


@makes("years")
def decade(c: Captures) -> Draft | None:
    """ "những năm 1990"; of two figures ("thập niên 90") the century is the last one in which it has begun."""
    start = c.number("y")
    if start is None or start % 10:
        return None
    if start < 100:
        start += 1900 if start > 20 else 2000
    return Draft("years", Point(start, 1, 1), Point(start + 9, 12, LAST))


@makes("years")
def century(c: Captures) -> Draft | None:
    n = c.number("n")
    return Draft("years", Point(100 * n - 99, 1, 1), Point(100 * n, 12, LAST)) if n and n <= 30 else None
