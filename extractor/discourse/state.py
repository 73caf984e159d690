"""Where a speech stands while an article is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from extractor.discourse.frames.frame import SAYING, Frame
from extractor.discourse.frames.quotes import Quote
from extractor.discourse.judgements.tones import Tone
from extractor.discourse.parties.actors import Actor
from extractor.discourse.parties.meetings import Met
from extractor.discourse.parties.sources import Source, Sources
from extractor.discourse.ranks import Ranks
from extractor.discourse.words.cues import Line
from extractor.found import FoundAction
from extractor.rulebook.tables import SpeechVerb

PATIENCE: Final = 2
"""So many sentences without a demand or an assessment end a speech; of who presides one more."""


@dataclass(slots=True)
class State:
    """Who speaks, what he does, to whom. Closing a speech does not forget the speaker."""

    source: Source | None = None
    person: Source | None = None
    body: Source | None = None
    verb: SpeechVerb = SAYING
    trigger: str | None = None
    addressee: str | None = None
    addressee_source: Source | None = None
    equal: bool = False
    """whether who is spoken to stands on one level with the speaker"""
    lay: bool = False
    """whether citizens or firms are spoken to"""
    demanding: bool = False
    ordering: bool = False
    """whether the speaker has demanded anything since he has the word"""
    paper: bool = False
    """whether a paper speaks that demands: it goes on body by body"""
    inspects: bool = False
    """whether the findings of an inspection are quoted: what was not done is a fault"""
    mood: Tone | None = None
    """what the one who presides has just praised or blamed: what he lists then is told in the same tone"""
    open: bool = False
    empty: int = 0
    group: int = 0
    host: Source | None = None
    """Who is interviewed: what nobody else says is his word."""
    asked: dict[str, tuple[str, Source | None]] = field(default_factory=dict)
    """Whom a speaker asked last, by the speaker's key."""
    told: dict[str, tuple[str, Source | None]] = field(default_factory=dict)
    """To whom a speaker turned last, by the speaker's key: he is "các anh" from then on."""

    def take(self, frame: Frame, source: Source) -> None:
        """This frame's speaker has the word from here on."""
        same = self.source is not None and self.source.key == source.key
        own = self.paper and self.source is not None and self.source.speaks_for(source)  # its minister signed
        self.ordering = (same and self.ordering) or frame.demands
        self.mood = None
        self.paper = (same and self.paper) or own or frame.paper
        self.inspects = (same and self.inspects) or frame.inspects
        self.source = source
        if source.person and not source.collective:
            self.person = source
        elif not source.layman:  # "một số ý kiến" is nobody to whom "cơ quan này" may point
            self.body = source
        self.verb, self.trigger = frame.verb, frame.trigger
        self.demanding = frame.demands
        self.forget_addressee()
        self.open, self.empty = True, 0
        self.group += 1

    def go_on(self, source: Source) -> None:
        """Who told what somebody else said has the word again."""
        self.source, self.person = source, source
        self.verb, self.trigger = SAYING, None
        self.demanding, self.mood, self.open, self.empty = False, None, True, 0
        self.forget_addressee()

    def forget_addressee(self) -> None:
        self.addressee = self.addressee_source = None
        self.equal = self.lay = False

    def address(self, line: Line, actor: Actor | None) -> None:
        """The actor, if one is named, is spoken to from here on."""
        pronoun = line.at("addressee_pronouns", actor.first) if actor is not None else None
        if actor is not None and (
            pronoun is None or pronoun.last < actor.last
        ):  # "các vị" points, "các vị đại biểu" names
            self.addressee, self.addressee_source = actor.name(line), actor.source
            self.equal = line.at("equal_parties", actor.first) is not None
            self.lay = any(line.at("laymen", k) is not None for k in range(actor.first, actor.last))
            if self.source is not None:
                self.told[self.source.key] = self.addressee, self.addressee_source
        elif actor is not None and self.source is not None and line.at("second_persons", actor.first) is not None:
            known = self.addressee, self.addressee_source
            self.addressee, self.addressee_source = known if known[0] else self.told.get(self.source.key, known)

    def pause(self, *, found: bool, figures: bool, presides: bool) -> None:
        """Count the sentences without a frame that brought nothing; one with figures neither counts nor clears."""
        if found:
            self.empty = 0
        elif not figures:
            self.empty += 1
        if self.empty >= PATIENCE + presides:
            self.open = False


@dataclass(slots=True)
class Article:
    """One article being read."""

    lines: list[Line]
    frames: list[list[Frame]]
    backs: list[Frame | None]
    quotes: dict[int, list[Quote]]
    """By the number of each sentence that they reach into."""
    proposals: list[list[Frame]]
    """Proposals that stand in nouns."""
    sources: Sources
    ranks: Ranks
    recipients: dict[str, tuple[str, Source]] = field(default_factory=dict)
    """Whom the paper of a body went to, by the body's key."""
    met: Met | None = None
    """The body that the meeting is with ("làm việc với Văn phòng UBND tỉnh")."""
    spoken: dict[int, int] = field(default_factory=dict)
    """Sentences inside a quotation, each with the one that names its speaker before it."""
    quoters: dict[int, Source | None] = field(default_factory=dict)
    """Who speaks from a sentence on that opens such a quotation."""
    state: State = field(default_factory=State)
    found: list[FoundAction] = field(default_factory=list)
    heard: list[tuple[int, Frame, Source]] = field(default_factory=list)
    """Each frame that began to speak: its sentence and its speaker."""
