"""`period` of a figure: the nearest one to its left that is no baseline, the one right behind it, that of the figure
before it in its sentence where both are done or both to come, else an inherited one.
"""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from itertools import pairwise

from extractor.document import Document, Mark, Sentence
from extractor.figures.baselines import Baselines
from extractor.figures.dates import ends_month, found_period, is_day, is_now, up_to, year_before
from extractor.figures.inheritance import Inheritance
from extractor.figures.votes import Votes
from extractor.found import FoundFigure, FoundPeriod
from extractor.mentions.lead import event_mark
from extractor.mentions.values import PeriodValue
from extractor.rulebook.book import Phrases, Rulebook
from extractor.rulebook.tables import SpeechVerb


class Timing:
    """Fills `period` of figures, sentence by sentence in the order of the article."""

    def __init__(self, book: Rulebook) -> None:
        self._against = book.phrases("period_blockers")
        self._events = book.phrases("event_verbs")
        self._approvals = book.phrases("approval_verbs")
        self._around = book.phrases("loose_days")
        self._other_acts = book.phrases("event_verbs", "other_act_verbs")
        self._is_of = book.phrases("share_verbs")
        self._within = book.phrases("period_prepositions")
        self._deadlines = book.phrases("task_deadlines")
        self._from = book.phrases("level_openers")
        self._changes = book.phrases("level_links")
        self._speech = Phrases(book.alphabet, ((w, w) for r in book.rows("speech_verbs", SpeechVerb) for w in r.words))
        self._votes = Votes(book)
        self._baselines = Baselines(book)
        self._inherited = Inheritance(book)
        self._year = 0  # in which the article appeared
        self._event: FoundPeriod | None = None  # the day that the article reports on
        self._vote_day: FoundPeriod | None = None  # the same, where there was a vote on it

    def of_article(self, document: Document) -> Timing:
        """The same for one article, of which nothing is read yet: what is handed on from sentence to sentence is its
        own, so that several threads may read by one rulebook."""
        own = copy(self)
        own._year = document.published.year if document.published else 0
        told = event_mark(document)
        own._event = found_period(*told) if told else None
        own._inherited = self._inherited.of_article(document, own._event.value.start if own._event else None)
        own._vote_day = own._event if told and self._votes.told(told[0]) else None
        return own

    def fill(self, s: Sentence, figures: list[FoundFigure]) -> None:
        """Fill the figures of one sentence; to be called for every sentence of the article, in order."""
        marks = s.kind("period")
        periods = [m for m in marks if not self._baselines.holds(s, m)]
        opening = next((m for m in periods if self._baselines.opens(s, m)), None)
        self._inherited.enter(s, periods)
        if figures:
            self._figures(s, figures, marks, periods, opening)
        dated = [f for f in figures if f.period and not self._baselines.own(s, f.mark, marks)]
        self._inherited.leave(s, figures, dated[-1] if dated else None, periods, opening)

    def _figures(
        self, s: Sentence, figures: list[FoundFigure], marks: list[Mark], periods: list[Mark], opening: Mark | None
    ) -> None:
        goes_on = self._inherited.goes_on(s)
        before: FoundFigure | None = None
        previous_end = 0
        for figure in figures:
            baseline = self._baselines.own(s, figure.mark, marks)
            mark = self._nearest(s, figure, periods, previous_end, before.mark if before else None)
            if mark and before and self._began(s, before.mark, mark, figure.mark):
                mark, before = opening if opening is not mark else None, None
            cut = opening is not None and ";" in s.plain[previous_end : figure.mark.first]
            if baseline:
                own = before.period if before else self._inherited.baseline_of()
                figure.period = year_before(s, baseline, own)
            elif mark:
                figure.period = self._dated(s, figure, mark)
            elif cut and opening is not None:
                figure.period = self._dated(s, figure, opening)
            elif before is not None and before.period is not None:
                figure.period = before.period if _goes_with(before, figure) else None
            elif opening is None:
                figure.period = self._inherited.of(figure, goes_on=goes_on, undated=not periods)
                if figure.period is None and self._votes.counts(figure):
                    figure.period = self._vote_day
            if not baseline:
                before = figure
            previous_end = figure.mark.last
        self._closing(s, figures, periods)
        self._starts(s, figures)
        for percent in figures:
            if percent.period and percent.qualifies and not percent.qualifies.period:
                percent.qualifies.period = percent.period  # "3,1 tỷ USD, tăng 6,7%": one period for both

    def _starts(self, s: Sentence, figures: list[FoundFigure]) -> None:
        """ "Năm 2018, tỷ lệ nghèo giảm từ | 12% | xuống | 9%": the level where a change began is of before the period
        that brought it."""
        for start, end in pairwise(figures):
            near = end.mark.first - start.mark.last <= CHANGE_MOST
            dated = any(start.mark.last <= m.first < end.mark.first for m in s.kind("period"))
            if not near or dated or start.period is None or start.period != end.period:
                continue
            if self._from.before(s, start.mark.first) and self._changes.before(s, end.mark.first):
                start.period = None

    def _closing(self, s: Sentence, figures: list[FoundFigure], periods: list[Mark]) -> None:
        """ "Thu | 500 tỷ đồng, | bằng 40% dự toán, trong 5 tháng đầu năm": the period that closes the sentence is that
        of all its figures, where it is the only one and no other act stands before it."""
        if len(periods) != 1 or s.plain[periods[0].last :].strip('.…"”') or ";" in s.plain:
            return
        mark = periods[0]
        within = self._within.before(s, mark.first)
        behind = max((f.mark.last for f in figures if f.mark.last <= mark.first), default=mark.first)
        told = within is not None or mark.value.kind == "until"
        if not told or self._other_acts.find(s, behind, mark.first):
            return
        for figure in figures:
            if figure.period is None and figure.status != "other" and figure.mark.last <= mark.first:
                figure.period = self._dated(s, figure, mark)

    def _dated(self, s: Sentence, figure: FoundFigure, mark: Mark) -> FoundPeriod | None:
        """The period of a mark for a figure; "hiện nay" dates it without naming days, "đến nay" where the article
        names its own, and a day before a verb of saying is the day of the speech."""
        today = self._event.value.start if self._event else None
        if mark.refinement == "open" and mark.value.kind != "since" and today and figure.status == "achieved":
            mark = up_to(mark, today)
        if is_now(mark) or (mark.value.start is None and mark.value.end is None):
            return None
        if (
            mark.value.start
            and mark.value.kind == "since"
            and figure.status == "achieved"
            and mark.value.start.year < self._year
        ):
            return None  # "từ năm 2015, xã đã xây 20 cầu": until when, nobody says
        left = mark.last <= figure.mark.first
        if left and (self._dates_event(s, mark) or self._dates_approval(s, figure, mark)):
            return None
        if left and self._dates_speech(s, figure, mark):
            return None
        found = found_period(s, mark)
        if figure.status == "planned" and mark.value.kind == "until" and not ends_month(found.value):
            value = PeriodValue(found.value.end, found.value.end, "day")  # what is forecast for that day
            return replace(found, value=value)
        return found

    def _dates_event(self, s: Sentence, mark: Mark) -> bool:
        """ "Cầu khởi công | năm 2015, dài 120 m": the beginning of a thing, which says nothing of its measures; but
        "số doanh nghiệp thành lập năm 2018 là 120" is told of that year."""
        if self._is_of.at(s, mark.last):
            return False
        at = mark.first
        within = self._within.before(s, at)
        return self._events.before(s, within[0] if within else at) is not None

    def _dates_approval(self, s: Sentence, figure: FoundFigure, mark: Mark) -> bool:
        """ "Tháng 5/2015, Quốc hội thông qua dự án | 500 tỷ đồng": when a plan was agreed to says nothing of when it is
        to be done; but "dự toán năm 2015 được thông qua là 500 tỷ đồng" is of that year."""
        if figure.status != "planned" or mark.refinement != "past":
            return False
        within = self._within.before(s, mark.first)
        at = within[0] if within else mark.first
        if self._approvals.before(s, at) is not None:
            return True
        begins = at == 0 or s.plain[at - 1] in ",;(:"
        return begins and bool(self._approvals.find(s, mark.last, figure.mark.first))

    def _dates_speech(self, s: Sentence, figure: FoundFigure, mark: Mark) -> bool:
        """ "Sáng 10/6, sở cho biết thu được | 500 tỷ đồng": the day of the speech; but a vote is of it."""
        if not is_day(mark) and self._around.at(s, mark.first) is None:
            return False
        spoke = figure.status == "planned" or bool(self._speech.find(s, mark.last, figure.mark.first))
        return spoke and not self._votes.counts(figure)

    def _nearest(
        self, s: Sentence, figure: FoundFigure, periods: list[Mark], previous_end: int, before: Mark | None
    ) -> Mark | None:
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
        if right and self._baselines.compared_level(s, mark, right[0]):
            return right[0]
        if left:  # "12 tỷ USD vào năm 2025 và | 21 tỷ USD vào năm 2030": the one behind may be the figure before's
            beside = right and right[0].first - mark.last <= BESIDE_MOST
            began = self._changes.at(s, left[-1].last) is not None  # "từ 20% hồi tháng 8 | xuống còn | 2% cuối năm"
            taken = previous_end > 0 and (began or left[-1].first - previous_end <= BESIDE_MOST)
            taken = taken or self._begins(s, mark, right[:1]) or self._each_its_own(s, before, left[-1], right[:1])
            return right[0] if beside and (taken or self._nearer(s, mark, left[-1], right[0])) else left[-1]
        if right:
            return right[0]
        opening = [m for m in periods if m.last <= mark.first and self._baselines.opens(s, m)]
        return opening[-1] if opening and previous_end == 0 else None

    def _began(self, s: Sentence, before: Mark, period: Mark, mark: Mark) -> bool:
        """ "từ 61% năm 2012 lên | 88%": the period of the level where the change began says nothing of its end."""
        moved = before.last <= period.first and period.last <= mark.first and self._changes.at(s, period.last)
        return bool(moved) and self._from.before(s, before.first) is not None

    def _begins(self, s: Sentence, mark: Mark, periods: list[Mark]) -> bool:
        """ "6 tháng đầu năm, giá giảm dần từ | 5% trong tháng 1 xuống | 2% trong tháng 6": the level where it began."""
        return bool(periods and self._changes.at(s, periods[0].last) and self._from.before(s, mark.first))

    def _each_its_own(self, s: Sentence, before: Mark | None, left: Mark, right: list[Mark]) -> bool:
        """ "120 tấn gạo trong quý I và | 150 tấn | trong quý II": the period behind the figure before is that one's."""
        near = before is not None and 0 <= left.first - before.last <= RIGHT_MOST and self._belongs(s, before, left)
        return near and bool(right) and self._within.before(s, right[0].first) is not None

    def _nearer(self, s: Sentence, mark: Mark, left: Mark, right: Mark) -> bool:
        """ "Dù năm 2016 khó khăn, tỉnh quyết tâm thu | 500 tỷ đồng trong năm nay": right behind, in a clause that the
        other does not stand in."""
        return "," in s.plain[left.last : mark.first] and self._within.before(s, right.first) is not None

    def _belongs(self, s: Sentence, mark: Mark, period: Mark) -> bool:
        """A period behind its figure with no other figure or stop between: "10 tỷ USD vào năm 2025"."""
        if self._deadlines.at(s, period.first):
            return False
        if s.plain[mark.last : period.first] == "(" and s.plain[period.last : period.last + 1] == ")":
            return True  # "từ 41% | (năm 2010) lên …"
        bracketed = s.plain[period.first - 1] == "(" and s.plain[period.last : period.last + 1] == ")"
        rate = not bracketed and (mark.kind == "percent" or mark.refinement == "ratio")
        within = self._within.before(s, period.first) or self._within.at(s, period.first)
        if rate and within is None and not self._baselines.told_of(s, mark, period):
            return False  # "gấp 2,4 lần năm 2011": the baseline
        between = s.plain[mark.last : period.first].removeprefix(")")  # "tổ máy 2 (| 600 MW) | trong tháng 12"
        if bracketed:
            between = between[:-1]  # "35% số xe chạy không tải | (năm 2010)"
        others = any(mark.last <= m.first < period.first for m in s.marks if m.kind in ("quantity", "percent"))
        if self._against.find(s, mark.last, period.first):
            return False  # "giảm 29 tỷ đồng so với phương án tháng 4"
        return not others and not any(c in between for c in ",;.:()")


RIGHT_MOST = 8
BESIDE_MOST = 2
CHANGE_MOST = 6
"""How many atoms at most stand between the level where a change began and the one where it ended."""


def _goes_with(before: FoundFigure, figure: FoundFigure) -> bool:
    """Whether two figures of a sentence share their period: both done, or both to come."""
    planned = (before.status == "planned", figure.status == "planned")
    if planned[1] and before.period is not None and before.period.value.kind == "day":
        return False
    return planned[0] == planned[1] or (before.period is not None and not before.period.future)
