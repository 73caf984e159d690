"""What a clause has in it that judges, and whether it tells of what is."""

from __future__ import annotations

from typing import Final

from extractor.discourse.words.cues import Cue, Line

CUES: Final = ("praise_cues", "praise_nouns", "fault_cues", "general_faults")
SIGNS: Final = ("good_signs", "bad_signs")
_OPENING: Final = 3
_ABLE: Final = 5  # atoms from a verb to the word that says it can be done


def has_cue(line: Line, first: int, last: int) -> bool:
    """Whether any word of praise or blame stands there."""
    return any(line.has(role, first, last) for role in CUES) or bool(failing(line, first, last))


def failing(line: Line, first: int, last: int) -> list[int]:
    """Where it ends that something cannot do what it is there for: "nhà máy xong rồi nhưng | không hoạt động được"."""
    found: list[int] = []
    for cue in line.within("negators", first, last):
        verb = line.any_at(cue.last, "action_verbs", "action_verbs_short")
        if verb is None or line.before("modals", cue.first) is not None:
            continue
        if line.any_at(cue.first, "prohibitions", "harmless_lacks") is not None:
            continue
        able = line.next("ability_words", verb.last, min(verb.last + _ABLE, last))
        if able is not None and not any(line.char(k) in ",;:" for k in range(verb.last, able.first)):
            found.append(able.last)
    return found


def has_sign(line: Line, first: int, last: int) -> bool:
    """Whether a word stands there that is good or bad in a list of such."""
    return any(line.has(role, first, last) for role in SIGNS)


def of_nature(line: Line, first: int, last: int) -> bool:
    """Whether the clause begins with what is nobody's work: the weather, an accident, the world's markets."""
    return any(line.at("natural_subjects", k) is not None for k in range(first, min(first + _OPENING, last)))


def denied(line: Line, first: int, last: int) -> bool:
    """Whether the clause says that something was not done: "đã không báo cáo …"."""
    for cue in line.within("negators", first, last):
        if line.at("harmless_lacks", cue.first) is not None:
            continue
        if len(cue) > 1:
            return True  # "không có phương án"
        if line.any_at(cue.last, "action_verbs", "action_verbs_short", "task_starts") is not None:
            return True
    return False


def plain(line: Line, first: int, last: int) -> bool:
    """Whether the clause tells of what is: no condition or purpose, no wish or demand, no question."""
    if line.any_at(first, "condition_openers", "relative_openers", "modals", "prohibitions", "denials") is not None:
        return False
    if line.before("denials", first) is not None or line.at("indefinites", first) is not None:
        return False  # "không phải | tỉnh thiếu quan tâm"; "tại sao chưa làm …"
    return not line.has("unreal_markers", first, last)


def counts(line: Line, cue: Cue, reach: int = 1) -> bool:
    """Whether a number follows: "còn 55.000 tỷ đồng", "vốn chưa giao là 4.000 tỷ đồng" reports a figure."""
    return any(
        cue.last <= m.first <= cue.last + reach and not any(line.char(k) == "," for k in range(cue.last, m.first))
        for m in line.sentence.kind("quantity", "percent")
    )
