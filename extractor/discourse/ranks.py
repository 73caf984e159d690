"""Who stands above whom: the chair, the highest speaker, and ranks compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from extractor.discourse.frames.frame import Frame
from extractor.discourse.parties.abroad import Abroad, find_abroad
from extractor.discourse.parties.sources import Source, Sources
from extractor.discourse.words.clauses import skip_light
from extractor.discourse.words.cues import Line
from extractor.document import Mark
from extractor.rulebook.book import Rulebook
from extractor.rulebook.tables import Level

HEADS: Final = 2
"""The rank of those who lead the Government."""
_MINISTRY, _PROVINCE, _DISTRICT = 3, 4, 6
_LOWEST = 9
_SEVERAL: Final = 2  # words
_NEAR: Final = 2
_LEAD: Final = 4  # sentences
_OPENING: Final = 12  # sentences


@dataclass(frozen=True, slots=True)
class RankWords:
    """How those are called who stand above or below others; all in small letters."""

    heading: frozenset[str] = frozenset()
    """offices that head a delegation ("trưởng đoàn")"""
    delegates: frozenset[str] = frozenset()
    """offices whose holders propose, whatever their rank ("đại biểu Quốc hội")"""
    envoys: tuple[str, ...] = ()
    """how bodies begin that one above sends to those whom they ask ("tổ công tác")"""
    governing: tuple[str, ...] = ()
    """how the offices and bodies of those who govern a place begin ("bí thư đảng ủy", "UBND")"""
    councils: tuple[str, ...] = ()
    """how the bodies begin to which those of their own level answer ("HĐND tỉnh", "Thường trực HĐND")"""
    own: tuple[str, ...] = ()
    """what follows units of the speaker's own ("các bệnh viện trực thuộc")"""
    several: frozenset[str] = frozenset()
    """the words before several of a kind ("các")"""
    epithets: tuple[str, ...] = ()
    """how those are called again who lead ("người đứng đầu", "vị Bộ trưởng")"""
    polite: frozenset[str] = frozenset()
    """verbs of asking so polite that they order nobody ("trân trọng đề nghị")"""
    levels: Mapping[str, int] = field(default_factory=dict)
    """the rank of each level of government by what it is called ("tỉnh", "cấp trên")"""
    abroad: Abroad = field(default_factory=Abroad)


def rank_words(book: Rulebook) -> RankWords:
    """The words from `rules/`."""

    def words(name: str) -> tuple[str, ...]:
        return tuple(word.lower() for word in book.words(name))

    levels = {word.lower(): row.rank for row in book.rows("levels", Level) for word in row.words}
    return RankWords(
        heading=frozenset(words("chair_offices")),
        delegates=frozenset(words("delegate_offices")),
        envoys=words("envoy_bodies"),
        governing=words("governing_names"),
        councils=words("council_names"),
        own=words("own_units"),
        several=frozenset(words("actor_determiners")),
        epithets=words("head_epithets"),
        polite=frozenset(words("polite_requests")),
        levels=levels | dict.fromkeys(words("superiors"), _PROVINCE),
        abroad=find_abroad(book),
    )


@dataclass(slots=True)
class Ranks:
    """Who may order: by rank against the addressee, else by the chair and the highest speaker of the article."""

    words: RankWords = field(default_factory=RankWords)
    chief: int | None = None
    """the rank of the highest speaker"""
    chairs: frozenset[str] = frozenset()
    """keys of those who preside"""
    debate: bool = False
    """whether deputies debate: whatever office one holds, there he proposes to the house"""

    def governs(self, source: Source) -> bool:
        """Whether this person holds an office of the state, or leads a place, be it a commune."""
        return not self.debate and (source.official or self.leads_place(source))

    def is_authority(self, source: Source) -> bool:
        """Whether this is a body that governs, to which citizens and firms answer ("Bộ Y tế", "UBND xã", "tỉnh X")."""
        if source.person or source.collective or source.several or source.rank is None:
            return False
        central = source.level == "central" and source.rank <= _PROVINCE
        return central or self._is_of_place(source)

    def leads_place(self, source: Source) -> bool:
        """Whether this person holds an office of the party or the committee that governs a place."""
        return source.person and self._governing(source.role, source.organization)

    def _is_of_place(self, body: Source) -> bool:
        """Whether this is a place that speaks, or the committee that governs one."""
        return not body.person and (body.place or self._governing(body.name))

    def _governing(self, *names: str | None) -> bool:
        return any((name or "").lower().startswith(self.words.governing) for name in names)

    def below(self, source: Source, addressee: str | None) -> bool:
        """Whether this person leads a place and turns to a level above it: a commune's chair to "tỉnh", "cấp trên"."""
        rank = self.words.levels.get((addressee or "").lower())
        own = (source.rank or _LOWEST) - 1  # of a deputy's office, if it is one
        return rank is not None and rank < own and self.leads_place(source)

    def beside(self, source: Source, addressee: str | None) -> bool:
        """Whether those asked together stand beside the body that asks, named by no more than their level: a province
        asks "các tỉnh, thành phố"."""
        words = (addressee or "").lower().split(maxsplit=1)
        if len(words) < _SEVERAL or words[0] not in self.words.several or source.person or source.rank is None:
            return False
        rank = self.words.levels.get(words[1])
        return rank is not None and rank == source.rank and self._is_of_place(source)

    def over(self, source: Source, addressee: str | None) -> bool:
        """Whether those asked together stand below, named by no more than their level or as units of the speaker's own:
        a district asks "các xã", a department "các đơn vị trực thuộc"."""
        words = (addressee or "").lower().replace(",", "").split()
        if len(words) < _SEVERAL or words[0] not in self.words.several or source.rank is None:
            return False
        governs = self._governing(source.role if source.person else source.name, source.organization)
        governs = governs or source.place or (source.name or "").lower() in self.words.levels
        rank = self.words.levels.get(words[1]) if governs else None
        return (rank is not None and rank > source.rank) or " ".join(words).endswith(self.words.own)

    def presides(self, source: Source) -> bool:
        """Whether this speaker leads the meeting, or no speaker of the article stands above him."""
        if source.key in self.chairs:
            return True
        if self.debate and (source.rank is None or source.rank > HEADS):
            return False
        if self.proposes(source):
            return False
        if source.rank is not None and source.rank <= HEADS:
            return True
        if not source.person or source.collective or source.rank is None:
            return False
        return source.rank <= _PROVINCE and self.tops(source)

    def foreign(self, source: Source) -> bool:
        """Whether this speaker holds an office of another country, or is a body of one ("Tổng thống Mỹ")."""
        if not source.person:
            return self.words.abroad.asked(source.name, source)
        post = f"{source.role or ''} {source.organization or ''}".rstrip()  # not the name: "ông Duy Anh" is of here
        return self.words.abroad.of_office(post)

    def names_again(self, other: Source, person: Source) -> bool:
        """Whether the other is an epithet of this person: "người đứng đầu chính quyền Thủ đô", "vị Bộ trưởng"."""
        leads = other.collective and person.rank is not None and other.rank in (None, person.rank)
        return leads and (other.name or "").lower().startswith(self.words.epithets)

    def proposes(self, source: Source) -> bool:
        """Whether this speaker's office is one whose holders propose ("đại biểu Quốc hội")."""
        return source.role is not None and source.role.lower() in self.words.delegates

    def tops(self, source: Source) -> bool:
        """Whether no speaker of the article stands above this one."""
        return source.rank is not None and (self.chief is None or source.rank <= self.chief)

    def above(self, source: Source, addressee: Source | None) -> bool:
        """Whether a request of this speaker to this addressee is an order.

        Who has no rank (citizens, firms) is asked by nobody but an office: from an office it is an order.
        """
        if addressee is not None and addressee.level == "country":
            return False
        if self.sent_out(source) and (addressee is not None or source.rank is None):
            return addressee is None or (addressee.rank or _LOWEST) >= (source.rank or _MINISTRY)
        if addressee is not None and addressee.rank is not None and self._answers_to(addressee, source):
            return True
        if source.rank is None:
            return source.key in self.chairs and (addressee is None or (addressee.rank or _LOWEST) >= _PROVINCE)
        if addressee is None:
            return self.presides(source)
        if addressee.rank is None:
            general = addressee.organization is None and addressee.level is None  # "các đơn vị trực thuộc", no one body
            governs = source.level == "central" and not source.person and source.rank <= _PROVINCE
            leads = self.leads_place(source) and (self.chief is None or source.rank <= self.chief)
            return self.presides(source) or (general and (governs or leads))
        if addressee.level == "province" and addressee.rank == _PROVINCE and source.rank == _MINISTRY:
            # a province answers to the Government, not to a ministry, which guides all of them together
            return addressee.several or (source.person and self.presides(source))
        if source.level == "central" and source.rank == addressee.rank and addressee.level != "central":
            return True  # "Cục Thú y đề nghị Sở Nông nghiệp …": a ministry's department guides those of the provinces
        leads = self.presides(source) or source.speaks_for(addressee) or self.leads_place(source)
        if source.rank > _DISTRICT and not leads:
            return False  # who leads a school or a hospital orders nobody outside
        near = source.rank - (source.key in self.chairs)  # a deputy presides in the name of his committee
        return source.rank < addressee.rank or (near <= addressee.rank and self.presides(source))

    def _answers_to(self, addressee: Source, council: Source) -> bool:
        """Whether the first is a body of the council's level, or below, that is no council itself."""
        if council.person or not (council.name or "").lower().startswith(self.words.councils):
            return False
        ranks = council.rank, addressee.rank
        answers = ranks[0] is not None and ranks[1] is not None and ranks[0] <= ranks[1]
        return answers and not (addressee.name or "").lower().startswith(self.words.councils)

    def sent_out(self, source: Source) -> bool:
        """Whether it is a body that one above sends to those whom it asks."""
        return not source.person and (source.name or "").lower().startswith(self.words.envoys)


def higher(one: Source | None, other: Source) -> bool:
    """Whether the first is the Government or its head, and the other below: nobody there orders them."""
    return one is not None and one.rank is not None and one.rank <= HEADS and (other.rank or _LOWEST) > one.rank


def find_ranks(lines: Sequence[Line], frames: Sequence[Sequence[Frame]], sources: Sources, words: RankWords) -> Ranks:
    """Who presides: the subjects of chairing verbs, and who heads a delegation; and the highest of those who speak."""
    chairs = frozenset(
        sources.of(line.sentence, mark).key
        for line in lines
        for mark in line.sentence.kind("person")
        if ("chair_verbs" in line.roles and _chairs(line, mark)) or _heads(line, mark, words.heading)
    )
    speaking = [
        f.source.rank
        for found in frames
        for f in found
        if f.source is not None and f.source.person and f.source.name and f.source.rank is not None
    ]
    debate = any("debate_scenes" in line.roles for line in lines[:_LEAD])
    return Ranks(words, min(speaking, default=None), chairs, debate)


def find_recipients(lines: Sequence[Line], sources: Sources) -> dict[str, tuple[str, Source]]:
    """Whom a body's paper went to, by the body's key: "Sở Y tế vừa trình UBND tỉnh đề án …"."""
    found: dict[str, tuple[str, Source]] = {}
    for line in lines[:_OPENING]:
        for cue in line.of("submitting_verbs"):
            to = next((m for k in range(cue.last, cue.last + _NEAR + 1) if (m := line.mark_at(k)) is not None), None)
            if to is None or to.kind not in ("person", "organization"):
                continue
            recipient = sources.of(line.sentence, to)
            for mark in line.sentence.kind("organization"):
                sender = sources.of(line.sentence, mark)
                below = sender.rank is not None and recipient.rank is not None and recipient.rank < sender.rank
                if below and mark.last <= cue.first:
                    found.setdefault(sender.key, (line.sentence.slice(to.first, to.last), recipient))
    return found


def _chairs(line: Line, mark: Mark) -> bool:
    """ "đồng chí X chủ trì …", "Kết luận buổi làm việc, đồng chí X …"."""
    tense = line.at("tense_markers", mark.last)
    if line.at("chair_verbs", tense.last if tense is not None else mark.last) is not None:
        return True
    return any(mark.first - cue.last <= _NEAR for cue in line.within("chair_verbs", 0, mark.first)) or _opens(
        line, mark
    )


def _opens(line: Line, mark: Mark) -> bool:
    """ "Phát biểu chỉ đạo tại hội nghị, | đồng chí X …": what he does there stands before the first comma."""
    chairs = line.at("chair_verbs", skip_light(line, 0, mark.first))
    return chairs is not None and line.plain.find(",", 0, mark.first) == mark.first - 1


def _heads(line: Line, mark: Mark, heading: frozenset[str]) -> bool:
    """ "(đoàn) do đồng chí X | làm trưởng đoàn": the office behind the verb is his."""
    office = line.mark_at(mark.last + 1)
    if office is None or office.first != mark.last + 1 or office.kind != "person" or office.value.role is None:
        return False
    return office.value.role.lower() in heading
