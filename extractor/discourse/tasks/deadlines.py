"""By when: the period in a task, or before it, that a word of term opens ("trước ngày 30/6", "trong quý III")."""

from __future__ import annotations

from typing import Final

from extractor.discourse.words.cues import Line
from extractor.discourse.words.modals import VERBAL
from extractor.discourse.words.roles import SPEECH, Roles
from extractor.document import Mark
from extractor.found import FoundPeriod
from extractor.mentions.values import PeriodValue

_ENDS: Final = ".;:…!?"
_PARTS: Final = (*VERBAL, SPEECH, "item_links", "then_markers")
_AIMS: Final[Roles] = ("purpose_links", "aim_openers", "condition_openers")
_CLAUSES: Final = ".;:…!?,"
_TOLD: Final = ("past", "baseline", "open")


def find_deadline(line: Line, first: int, last: int) -> FoundPeriod | None:
    """The last period inside atoms `first` to `last` that is a term, with the word that opens it; else the one before
    those who act: "| trong tháng 7 | các sở phải | rà soát"."""
    for mark in reversed(line.sentence.kind("period")):
        if mark.first >= first and mark.last <= last and mark.refinement not in _TOLD[:2]:
            term = _term(line, mark)
            if term is not None:
                return term
    return _before(line, first)


def _before(line: Line, first: int) -> FoundPeriod | None:
    """The term before atom `first`, where no verb stands between: those who act, and that they must. "Để đón khách vào
    năm 2030, tỉnh cần | …" tells when the aim is reached."""
    mark = next((m for m in reversed(line.sentence.kind("period")) if m.last <= first), None)
    if mark is None or mark.refinement in _TOLD:
        return None
    clause = next((k + 1 for k in range(mark.first - 1, -1, -1) if line.char(k) in _CLAUSES), 0)
    if any(line.has(role, clause, mark.first) for role in _AIMS):
        return None
    k = mark.last
    while k < first:
        passed = line.mark_at(k) or line.at("modals", k)
        if passed is None and (line.char(k) in _ENDS or line.any_at(k, *_PARTS) is not None):
            return None
        k = passed.last if passed is not None else k + 1
    return _term(line, mark)


def _term(line: Line, mark: Mark) -> FoundPeriod | None:
    """The period with the word that makes a term of it, if one does."""
    if not isinstance(mark.value, PeriodValue) or mark.value.end is None:
        return None
    inside = line.at("deadline_openers", mark.first)
    opener = line.before("deadline_openers", mark.first)
    if inside is None and opener is None:
        return None
    begin = opener.first if opener is not None and inside is None else mark.first
    return FoundPeriod(line.sentence.slice(begin, mark.last), mark.value)
