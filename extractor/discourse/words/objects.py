"""Verbs and their objects inside a task, by which two tasks are told from one."""

from __future__ import annotations

from typing import Final

from extractor.discourse.words.cues import Line
from extractor.discourse.words.modals import VERBAL

VERBS: Final = ("action_verbs", "action_verbs_short")
_OWN: Final = 2  # atoms of adverbs before a task's own verb


def opens_series(line: Line, i: int, last: int) -> bool:
    """Whether the verb at atom i shares the object of those that follow it: "…, | giữ gìn, phát huy bản sắc"."""
    k, verbs = i, 0
    while k < last and (cue := line.any_at(k, *VERBAL)) is not None:
        verbs += line.any_at(k, *VERBS) is not None
        k = cue.last
    link = line.at("item_links", k)
    behind = link.last if link is not None else k + 1
    if not verbs or behind >= last or (link is None and line.char(k) != ","):
        return False
    if line.any_at(behind, *VERBS) is None or line.at("purpose_links", behind) is not None:
        return False
    return verb_with_object(line, behind, last) or opens_series(line, behind, last)


def in_noun_phrase(line: Line, i: int) -> bool:
    """Whether a verb that is a noun's complement stands right before atom i: "về phòng cháy, | chữa cháy"."""
    verb = line.before("action_verbs", i)
    head = line.before("nominal_heads", verb.first) if verb is not None else None
    return head is not None and line.before("full_verbs", head.last) is None  # "có giải pháp | đồng bộ" is whole


def in_series(line: Line, first: int, i: int) -> bool:
    """Whether verbs up to atom i name the fields of a noun: "trong các lĩnh vực giữ rừng, | trồng dược liệu"."""
    for head in line.within("series_heads", first + 1, i):
        verb = line.any_at(head.last, *VERBS)
        if verb is not None and verb.last <= i and line.before("directive_adverbs", head.first) is None:
            return True
    return False


def names_action(line: Line, first: int, i: int) -> bool:
    """Whether a noun or preposition between atoms `first` and i makes a name of the verb behind it, and of those that
    follow: "trong cải tiến quản lý, | vận hành trạm bơm", "các cơ chế hỗ trợ hộ nghèo, | miễn phí"."""
    for head in line.within("action_heads", first + 1, i):
        verb = line.any_at(head.last, *VERBS)
        if verb is not None and verb.last <= i and line.at("full_verbs", head.first - 1) is None:
            return True
    return False


def repeats(line: Line, first: int, last: int, start: int) -> bool:
    """Whether the verb to the right also stands to the left: "giảm giờ họp và giảm giấy mời"."""
    if line.any_at(start, *VERBS) is None:
        return False
    syllable = line.char(start)
    return any(
        line.char(cue.first) == syllable and cue.first - first <= _OWN
        for role in VERBS
        for cue in line.within(role, first, last)
    )


def verb_with_object(line: Line, i: int, last: int) -> bool:
    """Whether a verb stands at atom i with an object of its own behind it."""
    if i >= last or line.sentence.atom(i)[0].isupper():
        return False
    having = line.at("having_starts", i)
    if having is not None:
        return having.last < last
    if line.at("full_verbs", i) is not None and line.at("task_heads", i) is not None:
        return True  # "chịu trách nhiệm | trước Chính phủ"
    k, governed, verbs = i, False, 0
    while k < last and (cue := line.any_at(k, *VERBAL)) is not None:
        verb = line.any_at(k, *VERBS, "lead_markers")
        if verb is not None and (governed or (verbs and line.at("actor_nouns", k) is not None)):
            return True  # an action by its noun, or a noun that is a verb as well ("xử lý nghiêm | tổ chức")
        governed = line.at("governing_verbs", k) is not None
        verbs += verb is not None
        k = cue.last
    if not verbs or k >= last or line.char(k) in ",;.…)":
        return False
    if any(m.first == k for m in line.sentence.kind("period")) or line.at("deadline_openers", k) is not None:
        return False  # "…, hoàn thành trong quý IV" closes the task before
    return line.any_at(k, "item_links", "purpose_links", "copulas", "nominal_after", "place_links") is None


def has_object(line: Line, first: int, last: int) -> bool:
    """Whether the verb at atom `first` has all it needs: an object (another word than verbs and adverbs, or an action
    by its noun), or an adverb behind it that ends the clause ("vào cuộc quyết liệt").
    """
    k, governed, acts = first, False, False
    while k < last:
        cue = line.any_at(k, *VERBAL, "item_links", "prohibitions")
        if cue is None:
            if line.char(k) != ",":
                return True
            k += 1
            continue
        verb = line.any_at(k, *VERBS)
        whole = line.any_at(k, "full_verbs", "having_starts") or (governed and line.at("action_verbs", k))
        if whole or (acts and verb is None and cue.last == last and line.at("directive_adverbs", k)):
            return True
        governed = line.at("governing_verbs", k) is not None
        acts = acts or verb is not None
        k = cue.last
    return False
