"""Quantities and percentages with their slots: one `FoundFigure` each, in the order of the article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, get_args

from extractor.document import Document, Sentence, fold_marks
from extractor.figures.comparison import ComparisonReader
from extractor.figures.context import Group, StatusContext, same_periods
from extractor.figures.directions import DirectionContext
from extractor.figures.doers import DoerReader
from extractor.figures.indicator import IndicatorReader
from extractor.figures.links import join_brackets, link
from extractor.figures.phrases import PhraseReader
from extractor.figures.slots import FIGURE_KINDS, Answer, SlotRules
from extractor.figures.timing import Timing
from extractor.figures.wholes import Wholes
from extractor.found import FoundFigure, Stretch
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
                link(s, figures)
                groups.append((s, figures))
        self._directions.in_article([figure for _, figures in groups for figure in figures])
        self._context.in_article(document.sentences, groups)
        for _, figures in groups:
            join_brackets(figures)
        return groups

    def _fill(self, s: Sentence, figure: FoundFigure, slot: str, answer: Answer) -> None:
        if slot == "status" and answer.value in _STATUSES:
            figure.status = answer.value
            figure.status_by_default, figure.status_soft = answer.cue is None, answer.soft
            figure.status_rule = answer.rule
            behind = answer.cue is not None and answer.cue[1] <= figure.mark.first
            figure.status_cue = answer.cue[1] if behind and answer.cue else None
        elif slot == "direction" and answer.value in _DIRECTIONS:
            figure.direction_rule = answer.rule
            if figure.mark.kind == "percent":
                figure.direction = answer.value
            else:
                figure.change = answer.value
        elif slot in ("basis", "comparison"):
            figure.basis = s.slice(*answer.span) if answer.span else None
