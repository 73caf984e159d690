"""Lists of aims over several sentences: "Tỉnh phấn đấu trồng 500 ha rừng. Xây dựng | 20 trạm bơm. | 100% xã có điện."

In a text that plans, a sentence without a subject goes on with the plan: it opens with a bare verb, or with the figure.
The text plans from a sentence whose figures are planned, or that only plans, up to one that reports.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.document import Sentence
from extractor.found import FoundFigure
from extractor.rulebook.book import Rulebook

FULL = 100
"""A plan goes on with "100% xã …"; any other share at the start of a sentence is told of what is."""


class AimReader:
    """Follows an article sentence by sentence and knows whether it plans."""

    def __init__(self, book: Rulebook) -> None:
        self._planning = book.phrases("planning_words")
        self._accomplished = book.phrases("accomplished_words")
        self._verbs = book.phrases("goal_openers")
        self._links = book.phrases("continuers")

    def plans(self, s: Sentence) -> bool:
        """Whether the last cue of a sentence without figures is one of a plan."""
        planned = self._last(s, planned=True)
        return planned > max(self._last(s, planned=False), 0)

    def plans_behind(
        self, before: bool, sentences: Sequence[Sentence], figures: Mapping[int, list[FoundFigure]]
    ) -> bool:
        """Whether the article plans behind these sentences, whose `figures` are told by the sentence's id, if it does
        or does not plan `before` them. The last one is asked first: most settle it themselves."""
        for s in reversed(sentences):
            told = figures.get(id(s), [])
            settled = [f for f in told if not f.status_by_default and f.status != "other"]
            if settled:
                return settled[-1].status == "planned"
            if self.plans(s):
                return True
            if not self.subjectless(s, told) or self._last(s, planned=False):
                return False
        return before

    def subjectless(self, s: Sentence, figures: list[FoundFigure]) -> bool:
        """Whether a sentence opens with a bare verb or with its first figure, behind "Bên cạnh đó," or not."""
        link = self._links.at(s, 0)
        first = link[0] + (s.plain[link[0] : link[0] + 1] == ",") if link else 0
        if self._verbs.at(s, first) is not None:
            return True
        mark = figures[0].mark if figures else None
        return mark is not None and mark.first == first and mark.kind == "percent" and mark.value.value == FULL

    def _last(self, s: Sentence, *, planned: bool) -> int:
        """Where the last cue ends, 0 where there is none."""
        cues = self._planning if planned else self._accomplished
        return max((last for _, last, _ in cues.find(s)), default=0)
