"""Who speaks: from a mark to a person or body with its rank, and who stands above whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from extractor.document import Document, Mark, Sentence
from extractor.mentions.values import OrganizationValue, PersonValue, PlaceValue
from extractor.model import Speaker

_PROVINCE, _MINISTRY, _LEADERS, _DISTRICT = 4, 3, 2, 6


@dataclass(frozen=True, slots=True)
class Source:
    """A speaker. `key` says whether two mentions are one; `rank` 1 (top) to 9, None where the article does not tell."""

    key: str
    name: str | None = None
    role: str | None = None
    organization: str | None = None
    rank: int | None = None
    level: str | None = None
    person: bool = False
    collective: bool = False

    def speaker(self) -> Speaker:
        return Speaker(name=self.name, role=self.role, organization=self.organization)


class Sources:
    """The speakers of one article."""

    def __init__(self, document: Document) -> None:
        self._people: list[Any] = document.facts.get("people", [])

    def of(self, sentence: Sentence, mark: Mark) -> Source:
        """The speaker that a person, body or place mark means."""
        text, value = sentence.slice(mark.first, mark.last), mark.value
        if isinstance(value, PersonValue):
            return self._person(text, value)
        if isinstance(value, OrganizationValue):
            canonical = value.canonical if value.canonical != text else None
            return Source("o " + value.canonical, text, None, canonical, value.rank, value.level)
        if isinstance(value, PlaceValue):
            rank = _PROVINCE if value.kind in ("province", "city") else _DISTRICT if value.kind == "district" else None
            return Source("l " + value.canonical, text, rank=rank, level=value.kind)
        return Source("t " + text, text)

    def _person(self, text: str, value: PersonValue) -> Source:
        if value.entry is None or value.collective:
            name = value.name if value.name and not value.collective else text
            return Source("t " + text, name, rank=value.rank, person=True, collective=value.collective)
        entry = self._people[value.entry] if value.entry < len(self._people) else value
        return Source(
            f"p {value.entry}",
            entry.name,
            entry.role or value.role,
            entry.organization or value.organization,
            value.rank,
            person=True,
        )


@dataclass(slots=True)
class Ranks:
    """Who may order: by rank against the addressee, else by the chair and the highest speaker of the article."""

    chief: int | None = None
    """the rank of the highest speaker"""
    chairs: frozenset[str] = frozenset()
    """keys of those who preside"""

    def presides(self, source: Source) -> bool:
        """Whether this speaker leads the meeting, or no speaker of the article stands above him."""
        if source.key in self.chairs and (source.rank or _PROVINCE) <= _DISTRICT + 1:
            return True
        if not source.person or source.collective or source.rank is None:
            return source.rank is not None and source.rank <= _LEADERS
        return source.rank <= _DISTRICT and (self.chief is None or source.rank <= self.chief)

    def above(self, source: Source, addressee: Source | None) -> bool:
        """Whether a request of this speaker to this addressee is an order.

        Who has no rank (citizens, firms) is asked by nobody but an office: from an office it is an order.
        """
        if source.rank is None:
            return False
        if addressee is None or addressee.rank is None:
            return self.presides(source)
        if addressee.level == "province" and addressee.rank == _PROVINCE and source.rank == _MINISTRY:
            return source.key in self.chairs  # a province answers to the Government, not to a ministry
        return source.rank < addressee.rank


FRAMELESS: Final = Source("?")
"""Nobody has spoken yet."""
