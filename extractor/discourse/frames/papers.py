"""Demands that stand in a paper: "X đã gửi văn bản lên Y, | đề nghị …"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.discourse.frames.frame import DEMANDS, Frame
from extractor.discourse.frames.spokesmen import passes_on
from extractor.discourse.frames.subjects import SubjectFinder
from extractor.discourse.words.cues import Cue, Line
from extractor.discourse.words.roles import SPEECH
from extractor.discourse.words.verbs import HARD, after_verb, has_addressee, is_weak
from extractor.document import Mark
from extractor.rulebook.tables import SpeechVerb

_PAPER: Final = 3
_LONGEST: Final = 45
"""Atoms between the paper and what it asks for: whom it went to, when, why."""


def find_paper(subjects: SubjectFinder, line: Line, cue: Cue, verb: SpeechVerb) -> Frame | None:
    """The frame of a demand whose speaker is whoever sent the paper before it."""
    if verb.act not in DEMANDS or is_weak(line, cue):
        return None
    issued = _issued(line, cue)
    if issued is None or passes_on(line, line.mark_at(cue.first - 1)):
        return None
    frame = subjects.find(line, issued, verb, _clause(line, issued.first))
    if not isinstance(frame, Frame) or frame.subjectless:
        return None
    to = _sent_to(line, issued.last, cue.first)
    if to is None and verb.act == "directive" and not has_addressee(line, cue.last):
        return None  # a decree that sets aims is no speech
    return replace(
        frame,
        content=after_verb(line, cue),
        trigger=cue.word,
        verb=verb,
        to=to,
        sure=False,
        paper=line.at("presenting_verbs", issued.first) is None,
    )


def _issued(line: Line, cue: Cue) -> Cue | None:
    """The verb of sending or issuing with its paper, in the same sentence before the demand and behind no other one."""
    found = None
    for issuing in line.within("issuing_verbs", max(0, cue.first - _LONGEST), cue.first):
        behind = issuing.last + _PAPER
        paper = any(line.has(role, issuing.first, min(behind, cue.first)) for role in ("paper_nouns", "petition_nouns"))
        document = next((m for m in line.sentence.kind("document") if issuing.last <= m.first < behind), None)
        if paper or document is not None:
            found = issuing
    if found is None or any(_parts(line, i) for i in range(found.last, cue.first)):
        return None
    later = [c for c in line.within(SPEECH, found.last + _PAPER, cue.first) if c.verb and c.verb.act == "statement"]
    return None if later else found


def _parts(line: Line, i: int) -> bool:
    """Whether the mark at atom i parts the paper from the demand: none does before what tells its content ("ban hành
    chỉ thị; | trong đó yêu cầu …")."""
    if line.char(i) == ";":
        return line.at("paper_continuers", i + 1) is None
    return line.char(i) in HARD and line.char(i) not in "()"


def _clause(line: Line, i: int) -> int:
    """The atom where the sentence or the part behind a hard mark begins."""
    return next((k + 1 for k in range(i - 1, -1, -1) if line.char(k) in HARD and line.char(k) not in "()"), 0)


def _sent_to(line: Line, first: int, last: int) -> Mark | None:
    """Whom the paper went to: "gửi văn bản | lên Thủ tướng"."""
    for mark in line.sentence.kind("person", "organization"):
        if first <= mark.first and mark.last <= last and line.before("recipient_markers", mark.first) is not None:
            return mark
    return None
