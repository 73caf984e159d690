"""With whom a meeting is, or whom a visit or an inspection is paid to: the one who presides speaks to him."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extractor.discourse.parties.sources import Source, Sources
from extractor.discourse.words.cues import Cue, Line
from extractor.document import Mark

_LEAD: Final = 4  # sentences
_WHAT: Final = 16  # atoms from a verb of inspecting, over what is inspected, to where
_MET: Final = ("organization", "place")


@dataclass(frozen=True, slots=True)
class Met:
    """Whom a meeting is with, as it is written, and who that is."""

    text: str
    source: Source


def find_met(lines: Sequence[Line], sources: Sources) -> Met | None:
    """The body or place that the first sentences say the meeting is with: "đã làm việc với Thành ủy Hải Phòng"."""
    for line in lines[:_LEAD]:
        for cue in line.of("meeting_links"):
            mark = _with(line, cue)
            if mark is not None:
                return Met(line.sentence.slice(mark.first, mark.last), sources.of(line.sentence, mark))
        for noun in line.of("meeting_nouns"):
            mark = _between(line, noun)
            if mark is not None:
                return Met(line.sentence.slice(mark.first, mark.last), sources.of(line.sentence, mark))
    return None


def _between(line: Line, noun: Cue) -> Mark | None:
    """ "buổi làm việc của Ban Thường vụ Tỉnh ủy với | Huyện ủy Bình Lục"."""
    host = line.mark_at(noun.last + 1)
    if line.at("owner_markers", noun.last) is None or host is None or host.first != noun.last + 1:
        return None
    return _with(line, link) if (link := line.at("meeting_partners", host.last)) is not None else None


def _with(line: Line, link: Cue) -> Mark | None:
    """Whom the link names: right behind it, behind its leaders ("lãnh đạo chủ chốt | huyện X"), or where it is done."""
    k = link.last
    while (leaders := line.any_at(k, "actor_nouns", "actor_determiners", "met_people")) is not None:
        k = leaders.last
    mark = line.mark_at(k)
    if mark is not None and mark.first == k:
        many = mark.kind == "person" and mark.value.collective and k == link.last
        several = mark.kind == "organization" and mark.value.plural  # who meets "các sở, ngành" speaks to each of them
        return mark if (mark.kind in _MET or many) and not several else None
    if line.at("inspecting_verbs", link.first) is None:
        return None
    for k in range(link.last, min(link.last + _WHAT, len(line))):
        if line.char(k) in ",.;:":
            return None
        mark = line.mark_at(k)
        if mark is not None and mark.first == k and mark.kind in _MET and line.before("place_links", k) is not None:
            return mark
    return None
