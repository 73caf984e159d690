"""Quantities and percentages with their slots: one `FoundFigure` each, in the order of the article."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, get_args

from extractor.document import Document, Mark, Sentence, fold_marks
from extractor.figures.comparison import ComparisonReader
from extractor.figures.context import Group, StatusContext, same_periods
from extractor.figures.directions import DirectionContext
from extractor.figures.doers import DoerReader
from extractor.figures.indicator import IndicatorReader
from extractor.figures.phrases import PhraseReader
from extractor.figures.slots import FIGURE_KINDS, Answer, SlotRules
from extractor.figures.timing import Timing
from extractor.found import FoundFigure, Stretch
from extractor.mentions.values import PercentValue, QuantityValue
from extractor.model import Direction, Status
from extractor.rulebook.book import Rulebook

_STATUSES: Final = frozenset(get_args(Status))
_DIRECTIONS: Final = frozenset(get_args(Direction))


class FigureReader:
    """Reads the slots of all figures of a marked document."""

    def __init__(self, book: Rulebook) -> None:
        phrases = PhraseReader(book)
        self._phrases = phrases
        self.rules = SlotRules(book, phrases)
        self._indicators = IndicatorReader(book, phrases)
        self._doers = DoerReader(book, phrases)
        self._timing = Timing(book)
        self._comparisons = ComparisonReader(book)
        self._parts = book.phrases("part_markers")
        self._claims = book.phrases("part_claims")
        self._shares = book.phrases("share_of_count")
        self._context = StatusContext(book)
        self._directions = DirectionContext(book)

    def read(self, document: Document, demands: Sequence[Stretch] = ()) -> list[FoundFigure]:
        """`demands` are stretches that ask for something: a figure in one is planned unless its own words say else."""
        indicator: str | None = None
        timing, doers = self._timing.of_article(document), self._doers.of_article()
        of = {id(s): figures for s, figures in self.settled(document, demands)}
        for s in document.sentences:
            figures = of.get(id(s), [])
            doers.follow(s)
            if figures:
                doers.fill(s, figures)
                self._indicators.fill(s, figures, indicator)
            timing.fill(s, figures)
            if figures:
                self._whole_before(s, figures)
                self._whole_of_parts(s, figures)
                _carry_basis(figures)
                self._comparisons.fill(figures)
                indicator = figures[-1].indicator
        found = [figure for figures in of.values() for figure in figures]
        same_periods(found)
        return found

    def _whole_before(self, s: Sentence, figures: list[FoundFigure]) -> None:
        """ "1.000 cây, trong đó 90% là xà cừ", "24/60 hộ (chiếm 40%)": the share is of what was counted before."""
        for counted, share in pairwise(figures):
            value = counted.mark.value
            share_of = isinstance(share.mark.value, PercentValue) and share.direction == "level" and share.basis is None
            if not share_of or not isinstance(value, QuantityValue) or value.unit_kind != "count":
                continue
            at = counted.mark.last
            aside = share.qualifies is counted and any(c in s.plain[at : share.mark.first] for c in ",(")
            named = aside and self._shares.before(s, share.mark.first) is not None
            if value.whole is not None or named or self._parts.find(s, at, share.mark.first):
                share.basis = value.unit

    def _whole_of_parts(self, s: Sentence, figures: list[FoundFigure]) -> None:
        """ "thu 900 tỷ đồng, trong đó thu nội địa 600 tỷ đồng, chiếm 67%": the share is of the amount parted there."""
        if not (markers := self._parts.find(s)):
            return
        for share in figures:
            if not isinstance(share.mark.value, PercentValue) or share.direction != "level" or share.basis is not None:
                continue
            at = max((first for first, _, _ in markers if first < share.mark.first), default=0)
            whole = next((f for f in reversed(figures) if f.mark.last <= at and f.mark.kind == "quantity"), None)
            if whole is not None and self._claims.before(s, share.mark.first):
                counted = whole.mark.value.unit_kind == "count"
                share.basis = whole.mark.value.unit if counted else whole.indicator

    def settled(self, document: Document, demands: Sequence[Stretch]) -> list[Group]:
        """The figures of each sentence that has any, with the slots that its own words fill, and what
        else settles their status and direction."""
        groups: list[Group] = []
        for s in document.sentences:
            figures = [FoundFigure(m, s) for m in s.kind(*FIGURE_KINDS)]
            if figures:
                answers = self.rules.answers(s, fold_marks(s))
                for figure in figures:
                    for slot, answer in answers[id(figure.mark)].items():
                        self._fill(s, figure, slot, answer)
                self._directions.in_sentence(s, figures)
                self._context.in_sentence(figures, [d for d in demands if d.sentence is s])
                _link(s, figures)
                groups.append((s, figures))
        self._directions.in_article([figure for _, figures in groups for figure in figures])
        self._context.in_article(document.sentences, groups)
        for _, figures in groups:
            _join_brackets(figures)
        return groups

    def _fill(self, s: Sentence, figure: FoundFigure, slot: str, answer: Answer) -> None:
        if slot == "status" and answer.value in _STATUSES:
            figure.status = answer.value
            figure.status_by_default, figure.status_soft = answer.cue is None, answer.soft
            figure.status_rule = answer.rule
            behind = answer.cue is not None and answer.cue[1] <= figure.mark.first
            figure.status_cue = answer.cue[1] if behind and answer.cue else None
        elif slot == "direction" and answer.value in _DIRECTIONS:
            figure.direction = answer.value
            figure.direction_rule = answer.rule
        elif slot == "basis":
            figure.basis = s.slice(*answer.span) if answer.span else None


def _link(s: Sentence, figures: list[FoundFigure]) -> None:
    """A percentage right behind a quantity qualifies it: "4.700 hồ sơ (đạt 99,12%)", "500 tỷ đồng, tăng 7%"."""
    for figure, after in pairwise(figures):
        if (
            figure.mark.kind == "quantity"
            and isinstance(after.mark.value, PercentValue)
            and _close(s, figure.mark, after.mark)
        ):
            after.qualifies = figure


def _join_brackets(figures: list[FoundFigure]) -> None:
    """What stands in brackets goes with its figure."""
    for percent in figures:
        figure = percent.qualifies
        bracket = figure is not None and "(" in percent.sentence.plain[figure.mark.last : percent.mark.first]
        if figure and bracket and (figure.status != "other" or percent.direction == "level"):
            percent.status = figure.status  # a price names, but "(tăng 92%)" behind it reports


def _carry_basis(figures: list[FoundFigure]) -> None:
    """A basis holds on within its sentence, for percentages of its kind (growth, or shares); that of a growth also for
    the one before ("tăng 3% về lượng và tăng 5% về giá trị so với cùng kỳ")."""
    before: FoundFigure | None = None
    for figure in figures:
        if figure.mark.kind != "percent":
            continue
        if before and figure.basis is None and (figure.direction == "level") == (before.direction == "level"):
            figure.basis = None if _dated_anew(before, figure) else before.basis
        before = figure
    for figure, after in reversed([*pairwise(f for f in figures if f.mark.kind == "percent")]):
        beside = after.mark.first - figure.mark.last <= BESIDE_MOST
        if figure.basis is None and beside and figure.direction == after.direction != "level":
            figure.basis = after.basis


def _dated_anew(before: FoundFigure, figure: FoundFigure) -> bool:
    """ "năm 2018 giảm 12% so với năm trước; ba tháng đầu năm nay | giảm 5%": of another period, against another."""
    periods = (m for m in figure.sentence.kind("period") if before.mark.last <= m.first < figure.mark.first)
    return figure.direction != "level" and any(m.refinement != "baseline" for m in periods)


LINK_MOST = 5
BESIDE_MOST = 6
"""How many atoms at most stand between two rates of change that are measured against the same."""


def _close(s: Sentence, figure: Mark, percent: Mark) -> bool:
    between = s.plain[figure.last : percent.first]
    return len(between) <= LINK_MOST and ";" not in between and "." not in between
