"""Lines that run into each other: a heading or caption before a sentence, with no mark between them."""

from __future__ import annotations

from typing import Final

from extractor.discourse.cues import Line

_OPENERS: Final = (
    "fronted_openers", "continuers", "contrast", "actor_determiners", "pointing_back", "speech_openers",
    "speech_closers", "speaker_pronouns", "lead_in_counts", "past_markers", "predicate_markers", "modals",
)  # fmt: skip


def seams(line: Line) -> list[int]:
    """The atoms at which a sentence begins in the middle of the line: "… nguy cơ vỡ quỹ | Trước chất vấn của …"."""
    return [i for i in range(2, len(line)) if begins(line, i)]


def begins(line: Line, i: int) -> bool:
    """Whether a small word that opens sentences stands there with a capital, behind a word."""
    written = line.sentence.atom(i)
    if not written[0].isupper() or (len(written) > 1 and written.isupper()) or not line.char(i - 1).strip():
        return False
    if not line.sentence.atom(i - 1)[-1].isalnum() or line.sentence.touches(i):
        return False
    mark = line.mark_at(i)
    if mark is not None:
        return False
    return line.any_at(i, *_OPENERS) is not None
