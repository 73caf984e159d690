"""Papers and people that speak for the body named behind them: "Báo cáo của X nêu rõ …", "chuyên gia của WB"."""

from __future__ import annotations

from dataclasses import replace

from extractor.discourse.parties.sources import Source
from extractor.discourse.words.cues import Cue, Line
from extractor.discourse.words.glue import seams
from extractor.discourse.words.verbs import HARD, skip_connectives
from extractor.document import Mark


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
