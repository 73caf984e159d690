"""The period that a figure takes from an earlier sentence, or from the article.

Inheritance is narrow, for what an article dates later on is mostly something else: of 60 labelled figures that took
the period of an earlier sentence, whatever they were, 10 were right. The paths, each right more often than wrong:

- a span that opened its paragraph, for results; the sentence right before, where this one says that it goes on with it
  ("Trong đó, …");
- the span that the title or lead says the article reports on, for results; one that still runs ("năm 2019" in June)
  yields to what the paragraph dates;
- a past span of a sentence without figures right before, which leads in ("Trong năm qua, ngành đã rà soát thủ tục.
  Kết quả, đã bỏ 12 thủ tục."): of 24 labelled results 21 were of that span, of those behind a sentence with figures
  one in four;
- the last month named, for a rate of change "so với tháng trước", and for those of the sentences right behind it;
- the last span of results, however far back, for results that a sentence compares with "cùng kỳ": of that span's;
- the last dated figure of the paragraph, for a rate of change, which is always of some period, and an amount done;
- the years of which the title or lead says that the article tells plans, for rates to come;
- the running year, where the article names it, for a rate that is planned by the year ("phấn đấu tăng trưởng 6,7%").
"""

from __future__ import annotations

from copy import copy
from datetime import date
from typing import TypeGuard

from extractor.document import Document, Mark, Sentence
from extractor.figures.dates import found_period, inheritable, is_month, is_span, up_to
from extractor.found import FoundFigure, FoundPeriod
from extractor.mentions.values import PeriodValue
from extractor.rulebook.book import Phrases, Rulebook

LEAD_LINES = 1
LEAD_SENTENCES = 6
"""How many sentences of an article at most tell which meeting reviews which span."""
REPORT_MOST = 20
"""How many atoms at most stand between "kết quả" in the title or the lead and the span that it is of."""
CHANGE_MOST = 2
"""How many sentences back at most a rate of change takes its period from."""
LED_IN_MOST = 2
"""How many sentences at most a sentence without figures leads in."""
YEARLY_MOST = 10
"""How many atoms at most stand between the name of a yearly target and its rate."""
OPENING_MOST = 2
"""How many atoms from its start a sentence may say that it goes on with the one before."""


class Inheritance:
    """What the sentences so far hand on, followed in the order of the article."""

    def __init__(self, book: Rulebook) -> None:
        self._reports = book.phrases("report_topics")
        self._reviews = book.phrases("review_topics")
        self._plans = book.phrases("plan_topics")
        self._continuing = book.phrases("period_continuers")
        self._habits = book.phrases("habit_words")
        self._acts = book.phrases("event_verbs", "approval_verbs")
        self._within = book.phrases("period_prepositions")
        self._yearly = book.phrases("yearly_targets")
        self._plan = book.phrases("plan_baselines")
        self._estimates = book.phrases("estimate_words")
        self._supposed = book.phrases("suppositions")
        self._same_period = book.phrases("same_period_baselines")
        self._month_before = book.phrases("month_baselines")
        self._opened: FoundPeriod | None = None  # opened the last sentence of the paragraph that opens with a period
        self._led_in: FoundPeriod | None = None  # the span of a sentence without figures, and how many sentences ago
        self._led_in_age = 0
        self._last: FoundFigure | None = None  # the last dated figure of the paragraph, and how many sentences ago
        self._above: FoundFigure | None = None  # the same of the paragraph before
        self._age = 0
        self._article: FoundPeriod | None = None  # what the title or lead says that the article reports on
        self._plan_of: FoundPeriod | None = None  # the same, for what is planned
        self._article_over = True  # whether that had passed
        self._span: FoundPeriod | None = None  # the last span of which the article tells results
        self._month: FoundPeriod | None = None  # the last month that the article names
        self._monthly: FoundPeriod | None = None  # the month of a rate against the one before, how many sentences ago
        self._monthly_age = 0
        self._day: date | None = None  # the one that the article reports on
        self._year: FoundPeriod | None = None  # the running year, where the article names it
        self._line = -1
        self._told = 0  # how many sentences of the article are told

    def of_article(self, document: Document, day: date | None) -> Inheritance:
        """The same for one article, of which nothing is read yet; `day` is the one it reports on."""
        own = copy(self)
        own._day = day
        own._year = _running_year(document)
        return own

    def enter(self, s: Sentence, periods: list[Mark]) -> None:
        """Go on to a sentence, whose periods that are no baseline these are."""
        if s.line != self._line:
            self._above = self._last or (self._above if self._age <= CHANGE_MOST else None)
            self._opened, self._led_in, self._last, self._line = None, None, None, s.line
            self._monthly = None
        if periods:
            self._monthly = None
            self._month = next((found_period(s, m) for m in reversed(periods) if is_month(m)), self._month)
        self._age += 1
        self._monthly_age += 1
        self._led_in_age += 1
        self._told += 1
        if s.line > LEAD_LINES and self._told > LEAD_SENTENCES:
            return
        if self._plan_of is None:
            planned = _of_one(s, [m for m in s.kind("period") if _of_years(m)], self._plans)
            self._plan_of = found_period(s, planned) if planned else None
        if self._article is None:
            topics = self._reports if s.line <= LEAD_LINES else self._reviews
            reported = _of_one(s, [m for m in periods if inheritable(m)], topics)
            if reported is not None:
                to_now = reported.refinement == "open" and reported.value.kind == "span"
                mark = up_to(reported, self._day) if to_now and self._day else reported
                over = reported.refinement == "past" or (to_now and mark.value.end == self._day)
                self._article, self._article_over = found_period(s, mark), over

    def leave(
        self, s: Sentence, figures: list[FoundFigure], dated: FoundFigure | None, periods: list[Mark],
        opening: Mark | None,
    ) -> None:  # fmt: skip
        """Keep what a sentence hands on: its last figure that is dated by it, its period."""
        if dated is not None:
            self._last, self._age = dated, 0
            if dated.status == "achieved" and dated.period is not None and is_span(dated.period):
                self._span = dated.period
        if opening is not None:
            handed = s.opens and inheritable(opening, figures=bool(figures))
            self._opened = found_period(s, opening) if handed else None
        spans = [m for m in periods if inheritable(m)]
        if spans:
            told = not figures and spans[-1].refinement == "past" and not self._dates_act(s, spans[-1])
            self._led_in, self._led_in_age = found_period(s, spans[-1]) if told else None, 0

    def _dates_act(self, s: Sentence, span: Mark) -> bool:
        """ "Đề án được duyệt | cách đây 4 năm.": when that was done leads in no results of the time."""
        within = self._within.before(s, span.first)
        return self._acts.before(s, within[0] if within else span.first) is not None

    def baseline_of(self) -> FoundPeriod | None:
        """The period whose "cùng kỳ" a sentence without one of its own means."""
        return self._last.period if self._last else self._opened

    def goes_on(self, s: Sentence) -> bool:
        return any(self._continuing.at(s, i) for i in range(min(OPENING_MOST, len(s))))

    def of(self, figure: FoundFigure, *, goes_on: bool, undated: bool) -> FoundPeriod | None:
        """The period of an earlier sentence. `undated`: the figure's own has none."""
        done = figure.status == "achieved"
        if undated and self._plan_of is not None and self._is_rate_to_come(figure):
            return self._plan_of
        monthly = self._of_month(figure) if done and undated else None
        if monthly is not None:
            return monthly
        if self._opened is not None and done:
            return self._opened
        last = self._last
        before = last or (self._above if done else None)
        if goes_on and self._age == 1 and _tells(before, figure):
            return before.period
        if self._article is not None and done and undated:
            return self._article if self._article_over or not _tells(last, figure) else last.period
        if self._led_in is not None and done and undated and self._led_in_age <= LED_IN_MOST:
            return None if self._habits.find(figure.sentence) else self._led_in
        if done and undated and self._same_period.find(figure.sentence):
            return self._span
        above = self._above if last is None and undated and done and self._runs(figure) else None
        if _tells(above, figure) and above.period is not None and is_span(above.period) and self._age <= CHANGE_MOST:
            return above.period
        if not _tells(last, figure):
            return self._planned_year(figure) if undated else None
        change = figure.mark.kind == "percent" and figure.direction != "level"
        # an amount in a sentence without any date, too, where the span before was one of results
        amount = undated and done and (figure.mark.refinement in ("money", "measure") or self._runs(figure))
        near = self._age <= CHANGE_MOST and (change or (amount and last.period is not None and is_span(last.period)))
        handed = last.period if near else None
        return handed or (self._planned_year(figure) if undated else None)

    def _runs(self, figure: FoundFigure) -> bool:
        """ "ước đạt | 500 lượt", "đạt | 69% kế hoạch": an estimate, a completion is of the span that is reported."""
        s, at = figure.sentence, figure.mark.first
        if figure.mark.kind == "percent":
            return figure.direction == "level" and self._plan.at(s, figure.mark.last) is not None
        return self._estimates.before(s, at) is not None or self._estimates.at(s, at) is not None

    def _of_month(self, figure: FoundFigure) -> FoundPeriod | None:
        """ "So với tháng trước, giá gạo tăng | 0,5%. Có 3 nhóm giảm, nhất là xăng, giảm | 2%.": the month told."""
        if figure.mark.kind != "percent" or figure.direction == "level":
            return None
        if self._month is not None and self._month_before.find(figure.sentence):
            self._monthly, self._monthly_age = self._month, 0
        return self._monthly if self._monthly_age <= CHANGE_MOST else None

    def _is_supposed(self, figure: FoundFigure) -> bool:
        """ "nếu giá điện tăng 10%, CPI sẽ tăng | 0,3%": whenever that may be."""
        return bool(self._supposed.find(figure.sentence, 0, figure.mark.first))

    def _is_rate_to_come(self, figure: FoundFigure) -> bool:
        return figure.mark.kind == "percent" and figure.status == "planned" and not self._is_supposed(figure)

    def _planned_year(self, figure: FoundFigure) -> FoundPeriod | None:
        """The running year for a planned rate of what is planned by the year: growth, prices, credit."""
        if self._is_supposed(figure):
            return None
        growth = figure.status == "planned" and (figure.mark.kind != "percent" or figure.direction == "up")
        at = figure.mark.first
        return self._year if growth and self._yearly.find(figure.sentence, max(0, at - YEARLY_MOST), at) else None


def _of_one(s: Sentence, spans: list[Mark], topics: Phrases[str]) -> Mark | None:
    """ "… họp về kết quả tiếp dân | 9 tháng đầu năm": the span that a report or a plan is of, where it is one."""
    if len({(m.value.start, m.value.end) for m in spans}) > 1:
        return None  # "… năm 2016 và những tháng đầu năm 2017": of which, the figures themselves say
    return next((m for m in spans if topics.find(s, max(0, m.first - REPORT_MOST), m.first)), None)


def _of_years(m: Mark) -> bool:
    """Whether a plan may be of this period: a whole year or several that the words give from first to last."""
    value: PeriodValue = m.value
    if m.refinement == "baseline" or value.kind != "span" or value.start is None or value.end is None:
        return False
    return (value.start.month, value.start.day, value.end.month, value.end.day) == (1, 1, 12, 31)


def _tells(last: FoundFigure | None, figure: FoundFigure) -> TypeGuard[FoundFigure]:
    """Whether the last dated figure of the paragraph was as this one is: done, or to come."""
    return last is not None and last.status == figure.status


def _running_year(document: Document) -> FoundPeriod | None:
    """The year in which the article appeared, where it names it."""
    today = document.published
    if today is None:
        return None
    whole = date(today.year, 1, 1), date(today.year, 12, 31)
    named = ((s, m) for s in document.sentences for m in s.kind("period") if (m.value.start, m.value.end) == whole)
    return next((found_period(s, m) for s, m in named), None)
