"""`period` of a figure: the nearest one to its left that is no baseline, else inherited.

Inheritance is narrow, for it invents as much as it finds (findings): the previous figure of the sentence, then a period
that opens the sentence, the lead-in before it or the paragraph; never into a figure dated by "hiện nay" or planned.
"""

from __future__ import annotations

from datetime import date

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
        self._is = book.phrases("equals_words")
        self._speech = Phrases(book.alphabet, ((w, w) for r in book.rows("speech_verbs", SpeechVerb) for w in r.words))
        self._open_line: FoundPeriod | None = None
        self._article: FoundPeriod | None = None
        self._line = -1

    def reset(self) -> None:
        """Forget the last article."""
        self._open_line, self._line, self._article = None, -1, None

    def fill(self, s: Sentence, figures: list[FoundFigure]) -> None:
        """Fill the figures of one sentence; to be called for every sentence of the article, in order."""
        if s.line != self._line:
            self._open_line, self._line = self._article, s.line
        marks = s.kind("period")
        periods = [m for m in marks if not self._is_baseline(s, m)]
        opening = next((m for m in periods if self._opens(s, m)), None)
        self._figures(s, figures, marks, periods, opening)
        self._remember(s, figures, periods, opening)

    def _figures(
        self, s: Sentence, figures: list[FoundFigure], marks: list[Mark], periods: list[Mark], opening: Mark | None
    ) -> None:
        previous: FoundPeriod | None = None
        previous_end = 0
        for figure in figures:
            baseline = self._own_baseline(s, figure.mark, marks)
            mark = self._nearest(s, figure, periods, previous_end)
            cut = opening is not None and ";" in s.plain[previous_end : figure.mark.first]
            if baseline:
                figure.period = year_before(s, baseline, previous or self._open_line)
            elif mark:
                figure.period = self._dated(s, figure, mark)
            elif cut and opening is not None:
                figure.period = self._dated(s, figure, opening)
            elif previous:
                figure.period = previous
            elif opening is None and figure.status == "achieved":
                figure.period = self._open_line
            if not baseline:
                previous = figure.period
            previous_end = figure.mark.last

    def _remember(self, s: Sentence, figures: list[FoundFigure], periods: list[Mark], opening: Mark | None) -> None:
        """The period that later sentences inherit: one that opens a sentence, or that its results name."""
        named = [f.period for f in figures if f.period and f.status == "achieved" and not f.period.future]
        if opening:
            self._open_line = found_period(s, opening) if _inheritable(opening) else None
        elif named and not any(_is_now(m) for m in periods):
            self._open_line = named[-1]
        if self._article is None and s.line <= LEAD_LINES:
            spans = [m for m in periods if _inheritable(m) and _is_span(m) and _has_run_its_course(m)]
            self._article = found_period(s, spans[0]) if spans else None

    def _dated(self, s: Sentence, figure: FoundFigure, mark: Mark) -> FoundPeriod | None:
        """The period of a mark for a figure; "hiện nay", "đến nay" date it without naming days, and a day before a
        verb of saying is the day of the speech."""
        if _is_now(mark) or (mark.value.start is None and mark.value.end is None):
            return None
        spoken = _is_day(mark) and mark.last <= figure.mark.first
        if spoken and (figure.status == "planned" or self._speech.find(s, mark.last, figure.mark.first)):
            return None
        return found_period(s, mark)

    def _own_baseline(self, s: Sentence, mark: Mark, marks: list[Mark]) -> Mark | None:
        """ "cùng kỳ là 7,9%", "thấp hơn cùng kỳ năm 2016 (7,4%)": the figure is the baseline's own."""
        for m in marks:
            between = mark.first - m.last
            if (
                0 <= between <= 1
                and m.value.kind == "baseline"
                and (between == 0 or s.plain[m.last] == "(" or self._is.at(s, m.last))
            ):
                return m
        return None

    def _nearest(self, s: Sentence, figure: FoundFigure, periods: list[Mark], previous_end: int) -> Mark | None:
        mark = figure.mark
        left = [
            m
            for m in periods
            if m.last <= mark.first and m.first >= previous_end and ";" not in s.plain[m.last : mark.first]
        ]
        if left:
            return left[-1]
        right = [
            m
            for m in periods
            if m.first >= mark.last and m.first - mark.last <= RIGHT_MOST and self._belongs(s, mark, m)
        ]
        if right:
            return right[0]
        opening = [m for m in periods if m.last <= mark.first and self._opens(s, m)]
        return opening[-1] if opening and previous_end == 0 else None

    def _belongs(self, s: Sentence, mark: Mark, period: Mark) -> bool:
        """A period behind its figure with no other figure or stop between: "10 tỷ USD vào năm 2025"."""
        if self._deadlines.at(s, period.first):
            return False
        if (mark.kind == "percent" or mark.refinement == "ratio") and self._within.before(s, period.first) is None:
            return False  # "gấp 2,4 lần năm 2011": the baseline
        between = s.plain[mark.last : period.first]
        others = any(mark.last <= m.first < period.first for m in s.marks if m.kind in ("quantity", "percent"))
        return not others and not any(c in between for c in ",;.:()")

    def _opens(self, s: Sentence, m: Mark) -> bool:
        return m.first <= OPENING_MOST

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
        return self._within.before(s, m.first) is None


RIGHT_MOST = 8
INHERITED_YEARS = 6
LEAD_LINES = 2
"""A period in the title, the lead or the first paragraph is the one that the article reports on."""
OPENING_MOST = 2


def _is_day(m: Mark) -> bool:
    return isinstance(m.value, PeriodValue) and m.value.kind == "day"


def _inheritable(m: Mark) -> bool:
    """Whether results of later sentences may be of this period: no single day, no "hiện nay", nothing yet to come, no
    span of many years (an anniversary, a history)."""
    value: PeriodValue = m.value
    if _is_day(m) or _is_now(m) or m.refinement == "future":
        return False
    long = value.start is not None and value.end is not None and value.end.year - value.start.year > INHERITED_YEARS
    return not long


def _is_span(m: Mark) -> bool:
    return isinstance(m.value, PeriodValue) and m.value.start is not None and m.value.end is not None


def _has_run_its_course(m: Mark) -> bool:
    """Whether an article may report on this span as a whole: past, or of one year (not the term of a council)."""
    value: PeriodValue = m.value
    one_year = value.start is not None and value.end is not None and value.start.year == value.end.year
    return m.refinement == "past" or one_year


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
