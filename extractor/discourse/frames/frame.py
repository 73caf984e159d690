"""A frame of speech: who says, with which verb, from where on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extractor.discourse.parties.actors import Actor
from extractor.discourse.parties.sources import Source
from extractor.document import Mark
from extractor.rulebook.tables import SpeechVerb

SAYING: Final = SpeechVerb(words=["-"], act="statement")
"""The act of a frame without a verb ("Theo X, …", "X: …")."""
DEMANDS: Final = frozenset({"directive", "recommendation", "by_rank"})
"""The acts with which something is asked for."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Speech that begins at atom `first`, its content at `content` (up to `stop`, if given).

    `source` None: whoever spoke before; with `pronoun` the last person, with `body` the last body (called `noun`).
    """

    first: int
    content: int
    verb: SpeechVerb
    trigger: str | None = None
    source: Source | None = None
    pronoun: bool = False
    body: bool = False
    noun: str | None = None
    to_body: bool = False
    """the one who must act stands right behind the verb"""
    linked: bool = False
    """joined by "và" to the verb before"""
    opens: bool = False
    """nothing of its clause stands before it"""
    sure: bool = False
    """the verb praises or blames by itself"""
    stop: int | None = None
    quoted: bool = False
    """the speaker is named behind what he says"""
    inspects: bool = False
    """it quotes the findings of an inspection"""
    colon: bool = False
    """the speaker's name with a colon opens the sentence, as in an interview"""
    titled: bool = False
    """the speaker's name with a colon opens the title"""
    paper: bool = False
    """it demands in a paper, which goes on body by body"""
    to: Mark | None = None
    """whom the paper that demands went to"""
    asked: Actor | None = None
    """those who must act, where they are the subject: "các huyện được giao rà soát" """

    @property
    def demands(self) -> bool:
        return self.verb.act in DEMANDS

    @property
    def subjectless(self) -> bool:
        return self.source is None and not self.pronoun and not self.body and self.asked is None
