"""What the periods of figures are made of: a mark as a period, its kind, and the days of a year before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from extractor.document import Mark, Sentence
from extractor.found import FoundPeriod
from extractor.mentions.values import PeriodValue

INHERITED_YEARS = 6


def found_period(s: Sentence, m: Mark) -> FoundPeriod:
    """The period of a figure: where only its end is said, it starts with that year (guideline, Decided cases)."""
    value: PeriodValue = m.value
    if value.kind == "until" and value.end and value.start is None:
        value = PeriodValue(date(value.end.year, 1, 1), value.end, value.kind)
    return FoundPeriod(s.slice(m.first, m.last), value, m.refinement == "future")


def inheritable(m: Mark, *, figures: bool = False) -> bool:
    """Whether results of later sentences may be of this period: no single day, no "hiện nay", nothing yet to come, no
    span of many years (an anniversary, a history); one that only ends somewhere ("đến hết năm 2016") dates what stands
    with it, unless nothing does (`figures`: its own sentence has some)."""
    value: PeriodValue = m.value
    if value.kind in ("until", "since") and figures:
        return False
    if is_day(m) or is_now(m) or m.refinement == "future" or value.start is None or value.end is None:
        return False
    return value.end.year - value.start.year <= INHERITED_YEARS


def is_day(m: Mark) -> bool:
    return isinstance(m.value, PeriodValue) and m.value.kind == "day"


def is_month(m: Mark) -> bool:
    """A whole month that has begun."""
    value: PeriodValue = m.value
    if m.refinement == "future" or value.start is None or value.end is None or not ends_month(value):
        return False
    return value.start.day == 1 and (value.start.year, value.start.month) == (value.end.year, value.end.month)


def is_now(m: Mark) -> bool:
    """ "hiện nay", "đến nay": dated by the article alone."""
    return m.refinement == "open" and isinstance(m.value, PeriodValue) and m.value.start is None


def is_span(period: FoundPeriod) -> bool:
    value = period.value
    return value.kind == "span" and value.start is not None and value.end is not None


def ends_month(period: PeriodValue) -> bool:
    return period.end is None or (period.end + timedelta(days=1)).day == 1


def up_to(mark: Mark, today: date) -> Mark:
    """ "đến nay", "từ năm 2016 đến nay" in an article that names its day, which is then the last."""
    value: PeriodValue = mark.value
    start = value.start
    if is_now(mark):
        start = date(today.year, 1, 1) if value.kind == "until" else None
    return mark if start is None or start > today else replace(mark, value=replace(value, start=start, end=today))


def year_before(s: Sentence, baseline: Mark, own: FoundPeriod | None) -> FoundPeriod | None:
    """The days of "cùng kỳ": the figure's own period, a year earlier or in the year that the baseline names."""
    value: PeriodValue = baseline.value
    days = same_days(own.value, value.named) if own else None
    return FoundPeriod(s.slice(baseline.first, baseline.last), days) if days else None


def same_days(own: PeriodValue, year: int | None = None) -> PeriodValue | None:
    """The same days of the year before, or of an earlier `year`; 29 February becomes the 28th. None where an end is
    open, or the year is no earlier one."""
    if own.start is None or own.end is None:
        return None
    years = 1 if year is None else own.end.year - year
    return PeriodValue(_earlier(own.start, years), _earlier(own.end, years), "baseline") if years > 0 else None


def _earlier(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
