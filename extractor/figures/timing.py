"""`period` of a figure: the nearest one to its left that is no baseline, else inherited.

Inheritance is narrow, for what an article dates later on is mostly something else: of 60 labelled figures that took
the period of an earlier sentence, whatever they were, 10 were right. A figure inherits from the one before in its
sentence, where both are done or both to come; from a span that opened its sentence or the last one of its paragraph to
open with a period ("Trong 5 tháng đầu năm, tỉnh có nhiều nỗ lực. …"); from the sentence right before, where this one
says that it goes on with it ("Trong đó, …"); and a rate of change, which is always of some period, or an amount done,
from the last dated figure of its paragraph.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from extractor.document import Mark, Sentence
from extractor.found import FoundFigure, FoundPeriod
from extractor.mentions.values import PeriodValue
from extractor.rulebook.book import Phrases, Rulebook
from extractor.rulebook.tables import SpeechVerb


class Timing:
    """Fills `period` of figures, sentence by sentence in the order of the article."""

    def __init__(self, book: Rulebook) -> None:
        self._against = book.phrases("period_blockers")
        self._within = book.phrases("period_prepositions")
        self._deadlines = book.phrases("task_deadlines")
        self._names = book.phrases("naming_periods")
        self._of_whole = book.phrases("part_of_period_verbs")
        self._is = book.phrases("equals_words")
        self._sources = book.phrases("source_openers")
        self._reports = book.phrases("report_topics")
        self._speech = Phrases(book.alphabet, ((w, w) for r in book.rows("speech_verbs", SpeechVerb) for w in r.words))
        self._continuing = book.phrases("period_continuers")
        self.reset()

    def reset(self) -> None:
        """Forget the last article."""
        self._led_in: FoundPeriod | None = None  # opened the last sentence of the paragraph that opens with a period
        self._last: FoundFigure | None = None  # the last dated figure of the paragraph, and how many sentences ago
        self._age = 0
        self._article: FoundPeriod | None = None  # what the title or lead says that the article reports on
        self._line = -1

    def fill(self, s: Sentence, figures: list[FoundFigure]) -> None:
        """Fill the figures of one sentence; to be called for every sentence of the article, in order."""
        if s.line != self._line:
            self._led_in, self._last, self._line = None, None, s.line
        marks = s.kind("period")
        periods = [m for m in marks if not self._is_baseline(s, m)]
        opening = next((m for m in periods if self._opens(s, m)), None)
        self._age += 1
        if self._article is None and s.line <= LEAD_LINES:
            self._article = self._reported(s, periods)
        self._figures(s, figures, marks, periods, opening)
        dated = [f for f in figures if f.period and not self._own_baseline(s, f.mark, marks)]
        if dated:
            self._last, self._age = dated[-1], 0
        if opening is not None:
            self._led_in = found_period(s, opening) if s.opens and _inheritable(opening, figures) else None

    def _figures(
        self, s: Sentence, figures: list[FoundFigure], marks: list[Mark], periods: list[Mark], opening: Mark | None
    ) -> None:
        goes_on = any(self._continuing.at(s, i) for i in range(min(OPENING_MOST, len(s)))) if figures else False
        before: FoundFigure | None = None
        previous_end = 0
        for figure in figures:
            baseline = self._own_baseline(s, figure.mark, marks)
            mark = self._nearest(s, figure, periods, previous_end)
            cut = opening is not None and ";" in s.plain[previous_end : figure.mark.first]
            if baseline:
                own = before or self._last
                figure.period = year_before(s, baseline, own.period if own else self._led_in)
            elif mark:
                figure.period = self._dated(s, figure, mark)
            elif cut and opening is not None:
                figure.period = self._dated(s, figure, opening)
            elif before is not None and before.period is not None:
                figure.period = before.period if _goes_with(before, figure) else None
            elif opening is None:
                figure.period = self._inherited(figure, goes_on, undated=not periods)
            if not baseline:
                before = figure
            previous_end = figure.mark.last
        for percent in figures:
            if percent.period and percent.qualifies and not percent.qualifies.period:
                percent.qualifies.period = percent.period  # "3,1 tỷ USD, tăng 6,7%": one period for both

    def _inherited(self, figure: FoundFigure, goes_on: bool, *, undated: bool) -> FoundPeriod | None:
        """The period of an earlier sentence."""
        last = self._last
        change = figure.mark.kind == "percent" and figure.direction != "level"
        if self._led_in is not None and figure.status == "achieved":
            return self._led_in
        if self._article is not None and figure.status == "achieved" and undated:
            return self._article
        if last is None or last.status != figure.status:
            return None
        # an amount in a sentence without any date, too, where the span before was one of results
        amount = undated and figure.status == "achieved" and figure.mark.refinement in ("money", "measure")
        near = self._age <= CHANGE_MOST and (change or (amount and last.period is not None and _is_span(last.period)))
        return last.period if near or (goes_on and self._age == 1) else None

    def _reported(self, s: Sentence, periods: list[Mark]) -> FoundPeriod | None:
        """ "… họp về tình hình kinh tế - xã hội | 6 tháng đầu năm": the span that a report is of."""
        spans = [m for m in periods if _inheritable(m, [])]
        if len({(m.value.start, m.value.end) for m in spans}) > 1:
            return None  # "… năm 2016 và những tháng đầu năm 2017": of which, the figures themselves say
        for m in spans:
            if self._reports.find(s, max(0, m.first - REPORT_MOST), m.first):
                return found_period(s, m)
        return None

    def _dated(self, s: Sentence, figure: FoundFigure, mark: Mark) -> FoundPeriod | None:
        """The period of a mark for a figure; "hiện nay", "đến nay" date it without naming days, and a day before a
        verb of saying is the day of the speech."""
        if _is_now(mark) or (mark.value.start is None and mark.value.end is None):
            return None
        spoken = _is_day(mark) and mark.last <= figure.mark.first
        if spoken and (figure.status == "planned" or self._speech.find(s, mark.last, figure.mark.first)):
            return None
        found = found_period(s, mark)
        if figure.status == "planned" and mark.value.kind == "until" and not _ends_month(found.value):
            value = PeriodValue(found.value.end, found.value.end, "day")  # what is forecast for that day
            return replace(found, value=value)
        return found

    def _own_baseline(self, s: Sentence, mark: Mark, marks: list[Mark]) -> Mark | None:
        """ "cùng kỳ là 7,9%", "thấp hơn cùng kỳ năm 2016 (7,4%)": the figure is the baseline's own."""
        for m in marks:
            between = mark.first - m.last
            if (
                0 <= between <= EQUALS_MOST
                and m.value.kind == "baseline"
                and (s.plain[m.last] == "(" or self._against.before(s, m.first) is None)
                and (between == 0 or s.plain[m.last] == "(" or self._equals(s, m.last, mark.first))
            ):
                return m
        return None

    def _equals(self, s: Sentence, first: int, last: int) -> bool:
        hit = self._is.at(s, first)
        return hit is not None and hit[0] == last

    def _nearest(self, s: Sentence, figure: FoundFigure, periods: list[Mark], previous_end: int) -> Mark | None:
        mark = figure.mark
        left = [
            m
            for m in periods
            if m.last <= mark.first and m.first >= previous_end and ";" not in s.plain[m.last : mark.first]
        ]
        right = [
            m
            for m in periods
            if m.first >= mark.last and m.first - mark.last <= RIGHT_MOST and self._belongs(s, mark, m)
        ]
        if left:  # "12 tỷ USD vào năm 2025 và | 21 tỷ USD vào năm 2030": the one behind may be the figure before's
            taken = previous_end > 0 and left[-1].first - previous_end <= BESIDE_MOST
            beside = taken and right and right[0].first - mark.last <= BESIDE_MOST
            return right[0] if beside else left[-1]
        if right:
            return right[0]
        opening = [m for m in periods if m.last <= mark.first and self._opens(s, m)]
        return opening[-1] if opening and previous_end == 0 else None

    def _belongs(self, s: Sentence, mark: Mark, period: Mark) -> bool:
        """A period behind its figure with no other figure or stop between: "10 tỷ USD vào năm 2025"."""
        if self._deadlines.at(s, period.first):
            return False
        rate = mark.kind == "percent" or mark.refinement == "ratio"
        if rate and self._within.before(s, period.first) is None and not self._told_of(s, mark, period):
            return False  # "gấp 2,4 lần năm 2011": the baseline
        between = s.plain[mark.last : period.first]
        others = any(mark.last <= m.first < period.first for m in s.marks if m.kind in ("quantity", "percent"))
        if self._against.find(s, mark.last, period.first):
            return False  # "giảm 29 tỷ đồng so với phương án tháng 4"
        return not others and not any(c in between for c in ",;.:()")

    def _told_of(self, s: Sentence, percent: Mark, period: Mark) -> bool:
        """ "từ 12% | năm 2015 lên 13% | năm 2016": a rate with its year right behind, where it is no part of that
        year's ("bằng 48% năm 2016")."""
        return (
            percent.kind == "percent"
            and percent.last == period.first
            and period.value.kind != "baseline"
            and self._of_whole.before(s, percent.first) is None
        )

    def _opens(self, s: Sentence, m: Mark) -> bool:
        """Whether a period opens its sentence, be it behind a source: "Theo báo cáo của Sở, 6 tháng đầu năm …"."""
        if m.first <= OPENING_MOST:
            return True
        comma = s.plain.rfind(",", 0, m.first)
        return 0 < comma == s.plain.find(",") and m.first - comma <= OPENING_MOST and self._sources.at(s, 0) is not None

    def _is_baseline(self, s: Sentence, m: Mark) -> bool:
        if m.refinement == "baseline" or m.value.kind == "baseline" or self._names.at(s, m.first):
            return True
        if any(d.kind == "document" and d.last == m.first for d in s.marks):
            return True  # "Luật Đất đai năm 2013"
        return self._against.before(s, m.first) is not None or self._in_basis(s, m)

    def _in_basis(self, s: Sentence, m: Mark) -> bool:
        """ "bằng 48% số vụ cả năm 2016": right behind a percentage the period belongs to what it is a share of."""
        percent = next((p for p in reversed(s.kind("percent")) if p.last <= m.first), None)
        if percent is None or any(c in s.plain[percent.last : m.first] for c in ",;:.()"):
            return False
        if self._told_of(s, percent, m):
            return False
        return self._within.before(s, m.first) is None


EQUALS_MOST = 3
"""How many atoms at most stand between a baseline and its own figure ("cùng kỳ | chỉ tăng | 5,65%")."""
RIGHT_MOST = 8
BESIDE_MOST = 2
LEAD_LINES = 1
REPORT_MOST = 20
"""How many atoms at most stand between "kết quả" in the title or the lead and the span that it is of."""
CHANGE_MOST = 2
"""How many sentences back at most a rate of change takes its period from."""
INHERITED_YEARS = 6
OPENING_MOST = 2


def _ends_month(period: PeriodValue) -> bool:
    return period.end is None or (period.end + timedelta(days=1)).day == 1


def _is_span(period: FoundPeriod) -> bool:
    value = period.value
    return value.kind == "span" and value.start is not None and value.end is not None


def _goes_with(before: FoundFigure, figure: FoundFigure) -> bool:
    """Whether two figures of a sentence share their period: both done, or both to come."""
    planned = (before.status == "planned", figure.status == "planned")
    if planned[1] and before.period is not None and before.period.value.kind == "day":
        return False
    return planned[0] == planned[1] or (before.period is not None and not before.period.future)


def _is_day(m: Mark) -> bool:
    return isinstance(m.value, PeriodValue) and m.value.kind == "day"


def _inheritable(m: Mark, figures: list[FoundFigure]) -> bool:
    """Whether results of later sentences may be of this period: no single day, no "hiện nay", nothing yet to come, no
    span of many years (an anniversary, a history); one that only ends somewhere ("đến hết năm 2016") dates what stands
    with it, unless nothing does."""
    value: PeriodValue = m.value
    if value.kind in ("until", "since") and figures:
        return False
    if _is_day(m) or _is_now(m) or m.refinement == "future" or value.start is None or value.end is None:
        return False
    return value.end.year - value.start.year <= INHERITED_YEARS


def _is_now(m: Mark) -> bool:
    """ "hiện nay", "đến nay": dated by the article alone."""
    return m.refinement == "open" and isinstance(m.value, PeriodValue) and m.value.start is None


def year_before(s: Sentence, baseline: Mark, own: FoundPeriod | None) -> FoundPeriod | None:
    """The days of "cùng kỳ": the figure's own period, a year earlier."""
    days = year_earlier(own.value) if own else None
    return FoundPeriod(s.slice(baseline.first, baseline.last), days) if days else None


def year_earlier(own: PeriodValue) -> PeriodValue | None:
    """The same days of the year before; 29 February becomes the 28th. None where an end is open."""
    if own.start is None or own.end is None:
        return None
    return PeriodValue(_year_earlier(own.start), _year_earlier(own.end), "baseline")


def _year_earlier(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def found_period(s: Sentence, m: Mark) -> FoundPeriod:
    """The period of a figure: where only its end is said, it starts with that year (guideline, Decided cases)."""
    value: PeriodValue = m.value
    if value.kind == "until" and value.end and value.start is None:
        value = PeriodValue(date(value.end.year, 1, 1), value.end, value.kind)
    return FoundPeriod(s.slice(m.first, m.last), value, m.refinement == "future")
