"""Frames that a colon makes: "Thủ tướng: …" at the head of a line, "…, ông Lê Minh nói chắc nịch: …"."""

from __future__ import annotations

from typing import Final

from extractor.discourse.frames.frame import SAYING, Frame
from extractor.discourse.parties.sources import Sources
from extractor.discourse.words.cues import Line
from extractor.discourse.words.roles import SPEECH
from extractor.discourse.words.verbs import HARD, clause_start

_ADDED: Final = 5  # atoms between a name and its colon


def colon_frames(line: Line, sources: Sources) -> list[Frame]:
    """ "Thủ tướng: …" at the head of a line; "Ông Lê Minh: …" at the head of a sentence."""
    if ":" not in line.plain:
        return []
    start = next((k for k in range(min(3, len(line))) if line.char(k) not in '*-+•"'), 0)
    mark, opens = line.mark_at(start), line.sentence.opens
    if mark is None or mark.kind != "person" or line.char(mark.last) != ":":
        return _added(line, sources)
    source = sources.of(line.sentence, mark)
    if not opens and source.name is None:
        return []
    return [Frame(0, mark.last + 1, SAYING, source=source, colon=not opens, titled=opens and line.index == 0)]


def _added(line: Line, sources: Sources) -> list[Frame]:
    """A name with a word or two before a colon, whatever they are."""
    colon = line.plain.find(":")
    mark = next((m for m in line.sentence.kind("person") if 0 < colon - m.last <= _ADDED), None)
    if mark is None or clause_start(line, mark.first) is None:
        return []
    between = range(mark.last, colon)
    if any(line.char(k) in HARD or line.char(k) == "," or line.at(SPEECH, k) is not None for k in between):
        return []
    return [Frame(mark.first, colon + 1, SAYING, source=sources.of(line.sentence, mark))]
