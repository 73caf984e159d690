"""By when: the period in a task that a word of term opens ("trước ngày 30/6", "trong quý III")."""

from __future__ import annotations

from extractor.discourse.words.cues import Line
from extractor.found import FoundPeriod
from extractor.mentions.values import PeriodValue


def find_deadline(line: Line, first: int, last: int) -> FoundPeriod | None:
    """The last period inside atoms `first` to `last` that is a term, with the word that opens it."""
    for mark in reversed(line.sentence.kind("period")):
        if mark.first < first or mark.last > last or not isinstance(mark.value, PeriodValue) or mark.value.end is None:
            continue
        if mark.refinement in ("past", "baseline"):
            continue
        inside = line.at("deadline_openers", mark.first)
        opener = line.before("deadline_openers", mark.first)
        if inside is not None or opener is not None:
            begin = opener.first if opener is not None and inside is None else mark.first
            return FoundPeriod(line.sentence.slice(begin, mark.last), mark.value)
    return None
