"""Faults and reasons told of in the passive: "Hạn chế được Bộ Y tế chỉ ra là nhân lực còn thiếu"."""

from __future__ import annotations

from extractor.discourse.words.cues import Cue, Line
from extractor.discourse.words.verbs import HARD
from extractor.document import Mark


def in_passive(line: Line, cue: Cue, mark: Mark) -> bool:
    """Whether the mark says what is wrong, or why: "Hạn chế được | Bộ Y tế chỉ ra là …"."""
    opener = line.before("passive_markers", mark.first)
    if opener is None or line.at("copulas", cue.last) is None:
        return False
    nouns = (noun for role in ("reason_nouns", "fault_list_nouns") for noun in line.within(role, 0, opener.first))
    return any(all(line.char(k) not in HARD for k in range(noun.last, opener.first)) for noun in nouns)


def behind_passive(line: Line, cue: Cue) -> int:
    """The atom behind "chỉ ra là do", where what is wrong begins."""
    k = cue.last
    while (link := line.any_at(k, "copulas", "reason_openers", "cause_openers")) is not None:
        k = link.last
    return k
