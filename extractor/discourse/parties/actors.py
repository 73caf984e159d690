"""Who must act: a phrase of people and bodies at a clause's start, and who helps them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extractor.discourse.parties.sources import Source, Sources
from extractor.discourse.words.clauses import time_at
from extractor.discourse.words.cues import Line
from extractor.discourse.words.verbs import PAUSES, after_cho
from extractor.document import Mark

VERBS: Final = ("action_verbs", "action_verbs_short", "prohibitions")
_STARTS: Final = (*VERBS, "directive_adverbs", "modals", "lead_markers", "support_markers", "tense_markers")
_ACTORS: Final = ("person", "organization", "place")
_LONGEST: Final = 22
_DESCRIPTION: Final = 8


@dataclass(frozen=True, slots=True)
class Actor:
    """Atoms `first` to `last`, and the highest body among them for the comparison of ranks."""

    first: int
    last: int
    source: Source | None
    marked: bool

    def text(self, line: Line) -> str:
        return line.sentence.slice(self.first, self.last)

    def name(self, line: Line) -> str:
        """As it is written; a bare head ("Sở") by the name that the article gave that body before."""
        mark = line.mark_at(self.first)
        whole = mark is not None and (mark.first, mark.last) == (self.first, self.last)
        known = mark.value.named if mark is not None and whole and mark.kind == "organization" else None
        return known or self.text(line)


def find_actor(line: Line, sources: Sources, i: int, last: int, *, named: bool = True) -> Actor | None:
    """The actor at atom i, read up to the first word of a demand.

    "Sở Xây dựng, UBND các huyện | khẩn trương …"; "các nhà chuyên môn | phải …". If not `named`, a determiner will do
    for a name or noun of people and bodies: "(yêu cầu) các chợ đầu mối | đẩy mạnh …".
    """
    i = after_cho(line, i) if line.at("oblique_markers", i) else i
    first_mark = _mark(line, i)
    counted = _counted(line, i)
    if first_mark is None and counted is None and line.any_at(i, "actor_nouns", "actor_determiners") is None:
        return None
    verb = line.at("action_verbs", i) if first_mark is None else None
    if verb is not None and (line.at("actor_nouns", i) is None or line.any_at(verb.last, *_STARTS) is not None):
        return None  # "tổ chức tập huấn"; "tổ chức tín dụng" are actors
    marks: list[Mark] = []
    determiner = line.at("actor_determiners", i) if first_mark is None else None
    k, complete = counted or (determiner.last if determiner is not None else i), False
    while k < last and k - i <= _LONGEST:
        mark = _mark(line, k)
        if mark is not None:
            marks.append(mark)
            complete = getattr(mark.value, "kind", "person") is not None  # a name is complete, no filler follows
            k = mark.last
            continue
        company = line.at("company_links", k) if marks else None
        joined = company is not None and line.at("actor_nouns", company.last) is not None
        if company is not None and (joined or _mark(line, company.last) is not None):
            k = company.last  # "Thủ tướng | cùng các bộ, ngành"
            continue
        if k > i and time_at(line, k) is not None:
            break  # "Sở Tài chính | trong tháng 7 | hoàn thành …"
        filler = line.any_at(k, "actor_fillers", "actor_determiners", "actor_nouns")
        start = line.any_at(k, *_STARTS)
        if start is not None and (
            filler is None or complete or start.last > filler.last or _ends_here(line, k, filler.last, last)
        ):
            break
        complete = False
        if filler is not None:
            k = filler.last
            continue
        if (
            line.char(k) in '.;:?!…"'
            or not line.char(k).strip()
            or line.any_at(k, "then_markers", "passive_markers") is not None
            or (k > i and line.any_at(k, "negators", "contrast") is not None)
        ):
            break
        if line.char(k) == "(" and marks and (closed := _closed(line, k, last)) is not None:
            k = closed  # an abbreviation or remark behind a name
            continue
        if k > i and line.any_at(k, "copulas", "having_verbs") is not None and not _must_behind(line, k, last):
            break  # "doanh nghiệp | có điều kiện chăm lo …" tells
        if line.char(k) in ",(" or marks or (k > i and line.at("oblique_markers", k) is not None):
            break
        k += 1
    k = k if complete else _described(line, k, last) or k
    end = _trimmed(line, i, k)
    if end <= i:
        return None
    if line.at("indefinites", end) is not None or line.before("indefinites", end) is not None:
        return None  # "doanh nghiệp | nào làm tốt thì …"
    if line.before("owner_markers", end) is not None and end < last:
        return None  # "công chức của | tổ chức quốc tế": whose they are stands behind
    determined = not named and determiner is not None and end - i > 1
    if not marks and not determined and not _noun(line, counted or i, end):
        return None
    source = sources.of(line.sentence, marks[0]) if marks else None
    return Actor(i, end, source, first_mark is not None)


def _counted(line: Line, i: int) -> int | None:
    """The atom behind a number before people or bodies: "15 | xã vùng cao"."""
    if i + 1 >= len(line) or not line.sentence.atom(i)[0].isdigit():
        return None
    return i + 1 if line.at("actor_nouns", i + 1) is not None else None


def _described(line: Line, i: int, last: int) -> int | None:
    """The modal further on, where the verb at atom i only describes who must act: "các hộ | nuôi cá tra | phải …"."""
    if line.any_at(i, *VERBS) is None or line.at("prohibitions", i) is not None:
        return None
    for k in range(i, min(i + _DESCRIPTION, last)):
        if line.char(k) in PAUSES or line.any_at(k, "purpose_links", "tense_markers", "relative_openers"):
            return None
        if k > i and line.at("modals", k) is not None:
            told = any(line.before(role, k) is not None for role in ("relative_heads", "item_links"))
            return None if told else k
        if k > i and line.at("prohibitions", k) is not None and line.at("negators", k) is not None:
            return k
    return None


def _must_behind(line: Line, i: int, last: int) -> bool:
    """Whether a modal follows in the clause: "doanh nghiệp | có vốn nước ngoài phải …"."""
    end = next((k for k in range(i, last) if line.char(k) in PAUSES), last)
    return line.has("modals", i, end)


def _closed(line: Line, i: int, last: int) -> int | None:
    """The atom behind the bracket that closes the one at atom i."""
    return next((k + 1 for k in range(i, last) if line.char(k) == ")"), None)


def _ends_here(line: Line, k: int, filled: int, last: int) -> bool:
    """Whether a word that is both filler and verb is the verb: its object follows, not the end of the phrase."""
    if line.at("actor_determiners", k) is not None and (
        _mark(line, filled) is not None or line.any_at(filled, "actor_nouns", "actor_determiners") is not None
    ):
        return False  # "các bộ, ngành, nhất là | Bộ Tài chính"
    led = line.at("actor_nouns", filled) if line.at("leader_heads", k) is not None else None
    if led is not None and line.any_at(led.last, *_STARTS) is not None:
        return False  # "lãnh đạo | ngành | xử lý …"
    if line.char(filled) in ",;." or filled >= last:
        return False
    return line.any_at(filled, *_STARTS) is None and line.any_at(filled, "item_links", "purpose_links") is None


def _mark(line: Line, i: int) -> Mark | None:
    mark = line.mark_at(i)
    return mark if mark is not None and mark.first == i and mark.kind in _ACTORS else None


def _noun(line: Line, first: int, last: int) -> bool:
    """Whether the phrase names people or bodies."""
    return any(line.at("actor_nouns", k) is not None for k in range(first, min(last, first + 4)))


def _trimmed(line: Line, first: int, last: int) -> int:
    """The end without trailing links and commas."""
    while last > first:
        if line.char(last - 1) in ",-(":
            last -= 1
            continue
        link = line.before("item_links", last) or line.before("support_markers", last)
        if link is None or link.first <= first:
            return last
        last = link.first
    return last


def find_support(line: Line, sources: Sources, first: int, last: int) -> str | None:
    """Who helps: "phối hợp với Sở Tư pháp" in the task at atoms `first` to `last`."""
    for cue in line.within("support_links", first, last):
        actor = find_actor(line, sources, cue.last, last)
        if actor is not None:
            return actor.text(line)
    return None
