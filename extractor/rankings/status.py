"""Whether a place in an order is held, aimed at, or lost.

"Tỉnh xếp thứ 12/63" is held; "phấn đấu xếp thứ 8/63" and "năm 2030 vào top 10" are still aims; "mất vị trí thứ 2" is a
place of which nothing more is known.
"""

from __future__ import annotations

from extractor.document import Sentence
from extractor.found import FoundPeriod
from extractor.model import Status
from extractor.rulebook.book import Rulebook

_NEAR = 4
"""How many atoms at most stand between a word of aim alone and the place ("để tỉnh | vào top 10")."""
_REACH = 60
"""How many atoms back a word of the clause may stand; a list of rankings without end costs no more a ranking."""
_CLAUSE_ENDS = frozenset(".;:!?")


class StatusReader:
    """Tells the status of a ranking by the words of its clause and its period."""

    def __init__(self, book: Rulebook) -> None:
        self._losing = book.phrases("rank_losses")
        self._planning = book.phrases("planning_words")
        self._aiming = book.phrases("rank_aims")
        self._held = book.phrases("accomplished_words", "rank_held")

    def status(self, s: Sentence, first: int, last: int, period: FoundPeriod | None) -> Status:
        """The status of the place told from atom `first` to `last`; a word that it is held outweighs an earlier aim."""
        if self._losing.at(s, first) is not None or self._losing.before(s, first) is not None:
            return "other"
        reach = max(0, first - _REACH)
        clause = next((k + 1 for k in range(first - 1, reach - 1, -1) if s.plain[k] in _CLAUSE_ENDS), reach)
        aims = [end for _, end, _ in self._planning.find(s, clause, last)]
        aims += [end for _, end, _ in self._aiming.find(s, max(clause, first - _NEAR), last)]
        held = [end for _, end, _ in self._held.find(s, clause, first + 1)]
        if aims:
            return "planned" if max(aims) >= max(held, default=0) else "achieved"
        return "planned" if period is not None and period.future and not held else "achieved"
