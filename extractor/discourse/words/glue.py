"""Lines that run into each other: a heading or caption before a sentence, with no mark between them."""

from __future__ import annotations

from typing import Final

from extractor.discourse.words.cues import Line

_OPENERS: Final = (
    "fronted_openers", "continuers", "contrast", "actor_determiners", "pointing_back", "speech_openers",
    "speech_closers", "speaker_pronouns", "lead_in_counts", "past_markers", "predicate_markers", "modals",
    "scene_openers",
)  # fmt: skip


def seams(line: Line) -> list[int]:
    """The atoms at which a sentence begins in the middle of the line: "… nguy cơ vỡ quỹ | Trước chất vấn của …"."""
    if line.seams is None:
        atoms = line.sentence.atoms
        capitals = [i for i in line.lit if i > 1 and atoms[i][0].isupper()]
        line.seams = sorted(i for i in capitals if begins(line, i))
    return line.seams


def names_below(line: Line) -> list[int]:
    """Where the name under a picture begins, which a heading ran into: "Không nên cấm chợ | Ông Lê Hà"."""
    found: list[int] = []
    for mark in line.sentence.kind("person"):
        titled = mark.value.name_first == mark.first + 1  # "Ông", "Bà", no office
        closes = all(not line.sentence.atom(k)[0].isalnum() for k in range(mark.last, len(line)))
        apart = mark.first > 1 and line.sentence.atom(mark.first - 1).islower()
        if titled and closes and apart and line.sentence.atom(mark.first)[0].isupper():
            found.append(mark.first)
    return found


def begins(line: Line, i: int) -> bool:
    """Whether a small word that opens sentences stands there with a capital, behind a word."""
    return _stands(line, i) and line.any_at(i, *_OPENERS) is not None and not _names_a_day(line, i)


def _names_a_day(line: Line, i: int) -> bool:
    """Whether the small word begins a name: "Ngày Thương binh", "Tháng Thanh niên"."""
    atoms = line.sentence.atoms
    follows = i + 1 < len(atoms) and atoms[i + 1][0].isupper() and line.mark_at(i + 1) is None
    return follows and line.at("calendar_words", i) is not None


def _stands(line: Line, i: int) -> bool:
    """Whether the atom is a word with a capital, no abbreviation or name, behind a word."""
    written = line.sentence.atoms[i]
    if not written[0].isupper() or (len(written) > 1 and written.isupper()):
        return False
    if not line.sentence.atoms[i - 1][-1].isalnum():
        return False
    dated = any(m.first < i < m.last for m in line.sentence.kind("period"))  # "tháng | Bảy"
    return not (dated or line.sentence.touches(i)) and line.mark_at(i) is None
