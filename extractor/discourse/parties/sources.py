"""Who speaks: from a mark to a person or body with its rank, and who stands above whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from extractor.document import Document, Mark, Sentence
from extractor.mentions.values import OrganizationValue, PersonValue, PlaceValue
from extractor.model import Speaker

_PROVINCE, _DISTRICT = 4, 6
_INTERNATIONAL = "international"
_PLACE = "l "  # begins the keys of places
_SHORT_NAME = 2  # words of a body's name without its place


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
    layman: bool = False
    """Citizens and customers, who order nobody"""
    several: bool = False
    """Bodies of one kind at once: "UBND các tỉnh" """
    international: bool = False
    """A body of several states, or another state's ("Ngân hàng Thế giới", "Chính phủ Nhật Bản")"""
    former: bool = False
    """Holds that office no more, and speaks for himself ("nguyên Giám đốc Sở Y tế")"""

    def speaker(self) -> Speaker:
        return Speaker(name=self.name, role=self.role, organization=self.organization)

    @property
    def known(self) -> bool:
        """Whether the article says who it is."""
        return any((self.name, self.role, self.organization))

    @property
    def vague(self) -> bool:
        """A mere title that the article gives to nobody by name ("Trưởng đoàn")."""
        unknown = self.name is None and self.organization is None and self.rank is None
        return unknown and self.person and not self.collective

    @property
    def official(self) -> bool:
        """Whether this person holds an office of the state, down to the head of a department."""
        return self.person and self.rank is not None and self.rank <= _DISTRICT

    @property
    def place(self) -> bool:
        """Whether a place speaks by its name ("tỉnh Sơn La")."""
        return self.key.startswith(_PLACE)

    def speaks_for(self, other: Source) -> bool:
        """Whether the other is the body that this person leads ("Chính phủ không chấp nhận …", says its head)."""
        if other.person and not other.collective:
            return other.key == self.key  # who holds another office there answers for himself
        return (
            not self.former and self.organization is not None and self.organization in (other.name, other.organization)
        )

    def leads(self, other: Source) -> bool:
        """Whether "lãnh đạo Chính phủ" may mean this person: it ends with the name of his body, or with its place."""
        if self.former or self.organization is None or other.name is None:
            return False
        words = self.organization.split()
        ends = [" " + " ".join(words[k:]) for k in range(max(1, len(words) - 2))]
        ends += [" " + " ".join(words[:k]) for k in range(_SHORT_NAME, len(words))]  # "người đứng đầu Thành ủy"
        return other.name.endswith(tuple(ends))


def one_voice(name: str, other: str) -> bool:
    """Whether one name holds the other: a place and its committee ("UBND tỉnh X", "tỉnh X") speak with one voice."""
    longer, shorter = sorted((name.lower(), other.lower()), key=len, reverse=True)
    return f" {shorter} " in f" {longer} "


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
            name = value.named or text
            canonical = value.canonical if value.canonical != name else None
            return Source(
                "o " + value.canonical,
                name,
                None,
                canonical,
                value.rank,
                value.level,
                several=value.plural,
                international=value.kind == _INTERNATIONAL,
            )
        if isinstance(value, PlaceValue):
            rank = _PROVINCE if value.kind in ("province", "city") else _DISTRICT if value.kind == "district" else None
            return Source(_PLACE + value.canonical, text, rank=rank, level=value.kind)
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
            former=value.former,
        )
