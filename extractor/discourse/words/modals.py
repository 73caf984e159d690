"""Modals: which of them demand, and where what they demand begins."""

from __future__ import annotations

from typing import Final

from extractor.discourse.words.cues import Cue, Line
from extractor.discourse.words.roles import SPEECH

_CLAUSE: Final = 20  # atoms before a modal
VERBAL: Final = ("action_verbs", "action_verbs_short", "directive_adverbs", "lead_markers")


def is_modal(line: Line, i: int) -> bool:
    """Whether the modal at atom i demands: no set phrase ("cần thiết"), no burden ("vẫn phải"), no "therefore"."""
    if advice_against(line, i) is not None:
        return False
    modal = line.at("modals", i)
    last = modal.last if modal is not None else i + 1
    for phrase in line.of("nominal_phrases"):
        names = phrase.first <= i < phrase.last and phrase.last - phrase.first > 1
        if names and not _goes_on(line, last, phrase) and not _cuts_actor(line, phrase.first):
            return False
    for phrase in line.of("plight_modals"):
        if phrase.first < last and i < phrase.last and not _goes_on(line, last, phrase):
            return False
    concludes = line.at("conjunction_modals", i)
    if concludes is not None and (
        (line.any_at(concludes.last, *VERBAL, "task_heads", "task_starts") is None and not _advised(line, i))
        or line.any_at(concludes.last, "negators", "tense_markers", "degree_words", "concluding_adverbs") is not None
    ):
        return False
    duty = line.at("duty_modals", i)
    if duty is not None and not _acts(line, duty.last):
        return False  # "có trách nhiệm trong việc …" blames, "có trách nhiệm cụ thể" describes
    if line.at("wish_modals", i) is None and line.any_at(i, "duty_modals") is None and _burdened(line, i):
        return False
    if line.at("vague_amounts", last) is not None:
        return False  # "mỗi năm phải | mấy trăm triệu" tells what it costs
    negator = line.before("negators", i)
    return negator is None or _cuts_actor(line, negator.first)


def _acts(line: Line, i: int) -> bool:
    """Whether something is done at atom i: a verb, or an adverb with more behind it."""
    verb, adverb = line.any_at(i, *VERBAL, "task_heads"), line.at("directive_adverbs", i)
    alone = verb is not None and adverb is not None and adverb.last >= verb.last and line.char(verb.last) in ".,;:…"
    return verb is not None and not alone


def advice_against(line: Line, i: int) -> int | None:
    """The atom where advice against something begins whose modal stands at atom i: "| không nên"."""
    if "warnings" not in line.roles:
        return None
    return next((cue.first for cue in line.of("warnings") if cue.first < i < cue.last), None)


def _goes_on(line: Line, i: int, phrase: Cue) -> bool:
    """Whether the verb behind the modal is longer than in the phrase: "phải chịu" bears, "phải | chịu trách nhiệm"
    must."""
    verb = line.at("task_heads", i)
    return verb is not None and i < phrase.last < verb.last


def _advised(line: Line, i: int) -> bool:
    """Whether people or bodies that open their clause stand right before "nên": "hải quan | nên đánh dấu …"."""
    mark, noun = line.mark_at(i - 1), line.before("actor_nouns", i)
    first = mark.first if mark is not None else noun.first if noun is not None else None
    if first is None or i >= len(line) - 1 or not line.sentence.atom(i + 1).islower():
        return False
    several = line.before("actor_determiners", first)
    first = several.first if several is not None else first
    opens = any(line.before(role, first) is not None for role in ("saying_verbs", "that_markers", SPEECH))
    return first == 0 or opens or line.char(first - 1) in '.:"'


def _cuts_actor(line: Line, i: int) -> bool:
    """Whether a noun for people or bodies goes over atom i: "các hãng hàng | không phải …"."""
    return any(noun.first < i < noun.last for noun in line.of("actor_nouns"))


def _burdened(line: Line, i: int) -> bool:
    """Whether the clause of the modal explains or sets terms: "vì chúng ta | phải …", "muốn đạt 6,7% thì | phải …"."""
    k = next((k for k in range(i - 1, max(-1, i - _CLAUSE), -1) if line.char(k) in '.;:,"'), max(-1, i - _CLAUSE))
    if any(line.at("burden_openers", j) is not None for j in range(k + 1, i)):
        return True
    spanned = any(m.last == i for m in line.sentence.kind("period")) or line.before("remaining_times", i) is not None
    return spanned and any(line.at("aim_openers", j) is not None for j in range(i))


def modal_end(line: Line, i: int) -> int:
    """The atom after the modal at atom i; "cần có", "cần được" keep their second syllable, which is the verb."""
    modal = line.at("modals", i)
    assert modal is not None
    second = line.any_at(i + 1, "action_verbs_short", "tense_markers", "predicate_markers")
    if modal.last - modal.first == 2 and second is not None and line.at("modals", i + 1) is None:
        return i + 1
    # "quan trọng là | phải giữ giá": the second modal is no part of what is asked for
    return modal_end(line, modal.last) if line.at("modals", modal.last) is not None else modal.last


def must(line: Line, i: int) -> bool:
    """Whether the task at atom i stands behind a modal that binds ("phải"), not one that proposes ("cần", "nên")."""
    modal = next((m for m in line.of("modals") if m.first < i <= m.last), None)
    return modal is not None and line.at("wish_modals", modal.first) is None


def modal_before(line: Line, i: int) -> str | None:
    """The modal whose task begins at atom i."""
    modal = next((m for m in line.of("modals") if m.first < i <= m.last), None)
    return line.sentence.slice(modal.first, i) if modal is not None else None


def modal_within(line: Line, first: int, last: int) -> int | None:
    """The first modal that demands, with something behind it."""
    modals = line.within("modals", first, last)
    return next((m.first for m in modals if m.last < last and is_modal(line, m.first)), None)
