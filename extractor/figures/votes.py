"""How many voted so: "91% đại biểu biểu quyết tán thành", "với 52/58 phiếu thuận". Such a figure is of the day of its
vote, also where a verb of saying or deciding stands between."""

from __future__ import annotations

from extractor.document import Sentence
from extractor.found import FoundFigure
from extractor.mentions.values import QuantityValue
from extractor.rulebook.book import Rulebook

_VOTERS = ("person", "attendee")


class Votes:
    """Tells the figures of votes."""

    def __init__(self, book: Rulebook) -> None:
        self._votes = book.phrases("vote_words")
        self._rights = book.phrases("vote_rights")

    def counts(self, figure: FoundFigure) -> bool:
        """Whether a figure says how many voted so: a share, so many of all, or persons."""
        value = figure.mark.value
        if figure.status != "achieved":
            return False
        if isinstance(value, QuantityValue) and value.whole is None and figure.mark.refinement not in _VOTERS:
            return False
        return self.told(figure.sentence)

    def told(self, s: Sentence) -> bool:
        """Whether a sentence tells of a vote; the right to one that somebody holds ("51% quyền biểu quyết") is none."""
        return any(not self._rights.at(s, max(first - 1, 0)) for first, _, _ in self._votes.find(s))
