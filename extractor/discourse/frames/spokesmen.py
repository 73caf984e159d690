"""Papers and people that speak for the body or place named behind them: "Báo cáo của X nêu rõ …", "chuyên gia của WB",
"ông Minh ở xã X"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.discourse.parties.sources import Source
from extractor.discourse.words.cues import Cue, Line
from extractor.discourse.words.glue import seams
from extractor.discourse.words.roles import SPEECH
from extractor.discourse.words.verbs import HARD, skip_connectives
from extractor.document import Mark

_NEAR: Final = 4
_LIVES: Final = 24  # atoms from a person over what he is to where he lives


def paper_of(line: Line, oblique: Cue) -> bool:
    """ "văn bản của | Sở Y tế yêu cầu": the Sở speaks in its paper, or in the word that another passes on."""
    paper, noun = line.mark_at(oblique.first - 1), line.before("paper_nouns", oblique.first)
    return noun is not None or (paper is not None and paper.kind == "document")


def passes_on(line: Line, mark: Mark | None) -> bool:
    """Whether another only passes on what the one named here wants: "truyền đạt ý kiến chỉ đạo của | Thủ tướng"."""
    owner = line.before("owner_markers", mark.first) if mark is not None and mark.kind == "person" else None
    word = line.before("voice_nouns", owner.first) if owner is not None else None
    return word is not None and line.before("conveying_verbs", word.first) is not None


def voiced(line: Line, oblique: Cue) -> bool:
    """ "đại diện của | X", "Báo cáo về công nghệ của | X": a paper or people of X at the clause's start speak for X."""
    if line.any_at(oblique.first, "owner_markers", "origin_markers") is None:
        return False
    first = skip_connectives(line, _clause_before(line, oblique.first), oblique.first)
    paper_in = line.at("paper_places", first)
    first = paper_in.last if paper_in is not None else first
    mark = line.mark_at(first)
    if mark is not None and mark.kind == "document":
        return True
    return line.any_at(first, "paper_nouns", "voice_heads") is not None


def voice_start(line: Line, mark: Mark) -> int:
    """Where the subject begins: at the people or paper that speak for the one named ("| báo cáo của X nêu rõ")."""
    oblique = line.before("oblique_markers", mark.first)
    if oblique is None or not voiced(line, oblique):
        head = line.before("voice_heads", mark.first)  # "chuyên gia | WB"
        return head.first if head is not None and oblique is None else mark.first
    return skip_connectives(line, _clause_before(line, oblique.first), oblique.first)


def people_of(line: Line, mark: Mark, body: Source) -> Source:
    """Who speaks where people of a body do: "các thành viên Hội đồng", "chuyên gia của WB"; they are not the body."""
    owner = line.before("owner_markers", mark.first)
    last = owner.first if owner is not None else mark.first
    people = line.before("voice_people", last)
    if people is None or mark.kind == "person":
        return body
    determiner = line.before("actor_determiners", people.first)
    first = determiner.first if determiner is not None else people.first
    text = line.sentence.slice(first, mark.last)
    return replace(body, key="t " + text.lower(), name=text, organization=body.name, collective=True)


def _clause_before(line: Line, i: int) -> int:
    """Where the clause of atom i begins; the date of a paper between commas does not end it."""
    seam = max((k for k in seams(line) if k < i), default=0)
    dates = line.sentence.kind("period")
    for k in range(i - 1, seam - 1, -1):
        dated = line.char(k) == "," and any(k < m.first <= k + 2 for m in dates)
        if line.char(k) in HARD or (line.char(k) == "," and not dated):
            return k + 1
    return seam


def one_person(mark: Mark | None) -> bool:
    return mark is not None and mark.kind == "person" and not mark.value.collective


def person_before(line: Line, place: Mark) -> Mark | None:
    """The person whose office or home ends with the place, if one stands before it: he speaks and not the place."""
    return _titled_before(line, place) or _resident(line, place)


def _titled_before(line: Line, place: Mark) -> Mark | None:
    """The person whose office ends with the place: "ông Minh, Chủ tịch Hội Chè Ca cao | Việt Nam đề nghị"."""
    for k in range(place.first - 1, max(-1, place.first - _NEAR), -1):
        mark = line.mark_at(k)
        if line.char(k) in HARD or (mark is None and line.char(k) == ","):
            return None
        if mark is not None:
            return mark if one_person(mark) and mark.value.name and mark.value.role else None
    return None


def _resident(line: Line, place: Mark) -> Mark | None:
    """The person who lives or works at the place: "anh Minh, ngụ xã Hòa Bình, | huyện Mai Châu đề nghị"."""
    if "residence_links" not in line.roles:
        return None
    for k in range(place.first - 1, max(-1, place.first - _LIVES), -1):
        mark = line.mark_at(k)
        if line.char(k) in HARD or (mark is not None and mark.kind == "organization"):
            return None
        if mark is None or mark.kind != "person":
            continue
        between = any(line.has(role, mark.last, place.first) for role in ("modals", "tense_markers", SPEECH))
        lives = line.has("residence_links", mark.last, place.first) and not between
        oblique = line.before("oblique_markers", mark.first) is not None
        return mark if lives and not oblique and one_person(mark) and mark.value.name else None
    return None
