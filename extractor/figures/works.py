"""What works are to measure: "Cầu dài | 420 m, gồm | 6 nhịp. Dự án dự kiến khởi công quý III": planned as long as they
are not built. Whether they are, the sentences around tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as Many

from extractor.document import Sentence
from extractor.found import FoundFigure
from extractor.mentions.values import QuantityValue
from extractor.rulebook.book import Rulebook

BEFORE, BEHIND = 1, 2
"""How many sentences before and behind may tell whether a work stands."""
HEAD_MOST = 5
"""How many atoms before its figure the head of a distance may stand."""


class WorksReader:
    """Finds the measures of works that are still to be built."""

    def __init__(self, book: Rulebook) -> None:
        self._works = book.phrases("works")
        self._any = set(book.words("works_any"))
        self._to_come = book.phrases("works_to_come")
        self._standing = book.phrases("works_standing")
        self._ahead = book.phrases("planning_words")
        self._makeup = book.phrases("makeup_openers")
        self._distances = book.phrases("distance_heads")

    def to_be_built(
        self, sentences: Many[Sentence], groups: list[tuple[Sentence, list[FoundFigure]]]
    ) -> Iterator[FoundFigure]:
        of = {id(s): figures for s, figures in groups}
        for i, s in enumerate(sentences):
            measures = [f for f in of.get(id(s), ()) if self._measures(f)]
            if measures and self._lies_ahead(s, sentences[max(0, i - BEFORE) : i + 1 + BEHIND]):
                yield from measures
                yield from (f for f in of[id(s)] if _is_counted(f) and self._is_part(f, measures[0]))

    def _measures(self, figure: FoundFigure) -> bool:
        """Whether it says what a work named before it is like."""
        s, first = figure.sentence, figure.mark.first
        like = figure.status == "other" and figure.status_soft and figure.mark.refinement in ("measure", "count", None)
        if not like or self._distances.find(s, max(0, first - HEAD_MOST), first):
            return False
        return bool(self._works.find(s, 0, first))

    def _is_part(self, figure: FoundFigure, measure: FoundFigure) -> bool:
        """Whether a count is told with the measures: behind the first of them, or "gồm | 3 tầng"."""
        behind = figure.mark.first > measure.mark.first
        return behind or self._makeup.before(figure.sentence, figure.mark.first) is not None

    def _lies_ahead(self, s: Sentence, around: Many[Sentence]) -> bool:
        told = [other for other in around if self._of_the_same(s, other)]
        if any(self._stands(other) for other in told):
            return False
        return any(self._to_come.find(other) for other in told)

    def _of_the_same(self, s: Sentence, other: Sentence) -> bool:
        """Whether another sentence is of the same work, or names none."""
        named, works = ({work for _, _, work in self._works.find(at)} for at in (other, s))
        return not named or bool(named & (works | self._any))

    def _stands(self, s: Sentence) -> bool:
        """Whether a work is told to stand, and not only expected to."""
        return any(self._ahead.before(s, first) is None for first, _, _ in self._standing.find(s))


def _is_counted(figure: FoundFigure) -> bool:
    """ "gồm | 6 nhịp": a count that no word beside it settles."""
    if not isinstance(figure.mark.value, QuantityValue):
        return False
    named = figure.status == "other" and figure.status_soft and figure.mark.refinement in ("place", "part")
    return named or (figure.status_by_default and figure.status == "achieved")
