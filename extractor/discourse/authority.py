"""Whose judgements count: who presides, who governs, who inspects."""

from __future__ import annotations

from typing import Final

from extractor.discourse.frames.frame import Frame
from extractor.discourse.judgements.tones import Tone
from extractor.discourse.parties.sources import Source
from extractor.discourse.ranks import HEADS, Ranks
from extractor.rulebook.book import Rulebook

BOTH: Final[frozenset[Tone]] = frozenset({"recognition", "shortcoming"})
FAULTS: Final[frozenset[Tone]] = frozenset({"shortcoming"})
_ASSESSOR: Final = 4
_CRITIC: Final = 3
"""The lowest ranks whose plain judgements are conclusions: of the one who presides, of anyone (faults only)."""


class Authority:
    """Who may judge in one article."""

    def __init__(self, book: Rulebook, ranks: Ranks) -> None:
        self._inspectors = tuple(book.words("inspectors"))
        self._judging = frozenset(book.words("judging_verbs"))
        self._assessing = frozenset(book.words("assessing_verbs"))
        self._topics = frozenset(book.words("topic_verbs"))
        self._reporting = frozenset(book.words("reporting_verbs"))
        self._ranks = ranks

    def inspects(self, source: Source) -> bool:
        """Whether it is this speaker's office to inspect others."""
        names = (source.name, source.role, source.organization)
        return any(x.lower().startswith(self._inspectors) for x in names if x)

    def judges(self, trigger: str | None) -> bool:
        """Whether this verb tells what its speaker thinks of something."""
        return trigger in self._judging

    def blames(self, source: Source, act: str, trigger: str | None) -> bool:
        """Whether it is one who governs and names faults: what he says next goes on with them ("chỉ ra một số hạn chế.
        | Theo đó, …")."""
        governs = source.rank is not None and source.rank <= _ASSESSOR and not source.several
        governs = governs and act == "shortcoming" and self.judges(trigger)
        return governs and not (self._ranks.proposes(source) or self._ranks.foreign(source))

    def tones(self, source: Source, trigger: str | None, *, high: bool, orders: bool) -> frozenset[Tone]:
        """What plain statements of this speaker may be: praise is for the one who presides, criticism for whoever
        governs or inspects too, and for a ministry where the verb judges ("cho rằng") or it has given orders; for
        those next below only where they judge in so many words. Others only complain or report.
        """
        if trigger in self._topics or self._ranks.foreign(source):
            return frozenset()
        inspects = self.inspects(source)
        if trigger in self._reporting and not inspects and (source.rank or HEADS + 1) > HEADS:
            return frozenset()  # who reports tells of his own body's results
        # "Đoàn giám sát nhận thấy việc chi trả kịp thời"; of a person only "Trưởng đoàn đánh giá huyện đã làm tốt …"
        weighs = not source.person or trigger in self._assessing
        if source.rank is None:
            return (BOTH if weighs else FAULTS) if inspects else frozenset()
        if high and (source.rank <= _ASSESSOR or source.key in self._ranks.chairs):
            return BOTH
        if inspects and weighs:
            return BOTH  # "Qua kiểm toán, các đơn vị cơ bản tuân thủ quy định; tuy nhiên, …"
        judges = self.judges(trigger) or orders or source.person or source.rank < _CRITIC
        if inspects or (judges and source.rank <= _CRITIC) or self._next_below(source, trigger):
            return FAULTS
        return frozenset()

    def _next_below(self, source: Source, trigger: str | None) -> bool:
        """Whether it is a deputy minister or a province that judges in so many words; who only tells reports."""
        if source.international or source.several or self._ranks.proposes(source):
            return False
        return source.rank == _CRITIC + 1 and trigger in self._assessing


def tone_of_verb(frame: Frame | None) -> tuple[Tone | None, bool]:
    """The tone that the speech verb sets, and whether it needs no further cue."""
    if frame is None or frame.quoted or frame.verb.act not in ("recognition", "shortcoming"):
        return None, False
    if frame.verb.act == "recognition":
        return "recognition", frame.sure
    return "shortcoming", frame.sure
