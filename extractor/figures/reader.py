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
from extractor.figures.wholes import Wholes
from extractor.found import FoundFigure, Stretch
from extractor.mentions.values import PercentValue
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
        self._wholes = Wholes(book)
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
                self._wholes.fill(s, figures)
                self._comparisons.fill(s, figures)
                indicator = figures[-1].indicator
        found = [figure for figures in of.values() for figure in figures]
        same_periods(found)
        return found

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


LINK_MOST: Final = 5
VERB_MOST: Final = 3
"""Words between a comma and a percentage without a subject of its own: "9.412 ha lúa và hoa màu, | vượt 2,6%"."""


def _close(s: Sentence, figure: Mark, percent: Mark) -> bool:
    """Whether the percentage stands near the figure, or as the predicate of a clause that the figure began."""
    between = s.plain[figure.last : percent.first]
    if ";" in between or "." in between:
        return False
    comma = between.rfind(",")
    return len(between) <= LINK_MOST or (comma >= 0 and len(between) - comma - 1 <= VERB_MOST)
