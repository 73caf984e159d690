"""`period` of a figure: the nearest one to its left that is no baseline, else inherited.

Inheritance is narrow, for it invents as much as it finds (findings): the previous figure of the sentence, then a period
that opens the sentence, the lead-in before it or the paragraph; never into a figure dated by "hiện nay" or planned.
"""

from __future__ import annotations

from datetime import date

from extractor.document import Mark, Sentence
from extractor.found import FoundFigure, FoundPeriod
from extractor.mentions.values import PeriodValue
from extractor.rulebook.book import Rulebook


class Timing:
    """Fills `period` of figures, sentence by sentence in the order of the article."""

    def __init__(self, book: Rulebook) -> None:
        self._against = book.phrases("period_blockers")
        self._open_line: FoundPeriod | None = None
        self._line = -1

    def reset(self) -> None:
        """Forget the last article."""
        self._open_line, self._line = None, -1

    def fill(self, s: Sentence, figures: list[FoundFigure]) -> None:
        if s.line != self._line:
            self._open_line, self._line = None, s.line
        periods = [m for m in s.kind("period") if not self._is_baseline(s, m)]
        opening = next((m for m in periods if self._opens(s, m)), None)
        previous: FoundPeriod | None = None
        previous_end = 0
        for figure in figures:
            mark = self._nearest(s, figure.mark, periods, previous_end)
            if mark:
                figure.period = found_period(s, mark)
            elif previous:
                figure.period = previous
            elif opening is None and figure.status == "achieved":
                figure.period = self._open_line
            previous = figure.period
            previous_end = figure.mark.last
        if opening:
            self._open_line = found_period(s, opening) if not _is_day(opening) else self._open_line

    def _nearest(self, s: Sentence, mark: Mark, periods: list[Mark], previous_end: int) -> Mark | None:
        left = [m for m in periods if m.last <= mark.first and m.first >= previous_end and ";" not in s.plain[m.last : mark.first]]
        if left:
            return left[-1]
        right = [m for m in periods if m.first >= mark.last and m.first - mark.last <= RIGHT_MOST and self._belongs(s, mark, m)]
        if right:
            return right[0]
        opening = [m for m in periods if m.last <= mark.first and self._opens(s, m)]
        return opening[-1] if opening and previous_end == 0 else None

    def _belongs(self, s: Sentence, mark: Mark, period: Mark) -> bool:
        """A period behind its figure with no other figure or stop between: "10 tỷ USD vào năm 2025"."""
        between = s.plain[mark.last : period.first]
        others = any(mark.last <= m.first < period.first for m in s.marks if m.kind in ("quantity", "percent"))
        return not others and not any(c in between for c in ",;.:()")

    def _opens(self, s: Sentence, m: Mark) -> bool:
        return m.first <= OPENING_MOST

    def _is_baseline(self, s: Sentence, m: Mark) -> bool:
        if m.refinement == "baseline" or m.value.kind == "baseline":
            return True
        return self._against.before(s, m.first) is not None


RIGHT_MOST = 8
OPENING_MOST = 2


def _is_day(m: Mark) -> bool:
    return isinstance(m.value, PeriodValue) and m.value.kind == "day"


def found_period(s: Sentence, m: Mark) -> FoundPeriod:
    """The period of a figure: where only its end is said, it starts with that year (guideline, Decided cases)."""
    value: PeriodValue = m.value
    if value.kind == "until" and value.end and value.start is None:
        value = PeriodValue(date(value.end.year, 1, 1), value.end, value.kind)
    return FoundPeriod(s.slice(m.first, m.last), value)
