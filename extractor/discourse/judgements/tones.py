"""Whether a clause judges: what its cues of praise and blame make of it, alone or in a list."""

from __future__ import annotations

from typing import Final, Literal

from extractor.discourse.judgements.faults import faults
from extractor.discourse.judgements.praises import praises
from extractor.discourse.judgements.signs import has_cue, plain
from extractor.discourse.parties.actors import VERBS
from extractor.discourse.words.cues import Line
from extractor.discourse.words.roles import Role

Tone = Literal["recognition", "shortcoming"]
LIST_NOUNS: Final[dict[Tone, Role]] = {"recognition": "praise_nouns", "shortcoming": "fault_list_nouns"}
"""The nouns that name results and faults as such."""
_LISTED: Final = 4
_SUBJECT: Final = 12
_AMOUNTS: Final = (None, "money", "measure", "price", "ratio", "time")


def tone_of(line: Line, first: int, last: int, act: Tone | None, *, sure: bool) -> Tone | None:
    """What the clause is: the tone of its last cue; with a verb of praise or blame, what that verb says."""
    if act is not None and sure:
        return act
    if act is None and not plain(line, first, last):
        return None
    bad, good = faults(line, first, last, plain=act is None), praises(line, first, last, plain=act is None)
    if act == "shortcoming":
        return "shortcoming" if bad else None
    if act == "recognition" and not bad:
        if line.has("future_markers", first, last):
            return None  # "tin tưởng ngành sẽ giành nhiều thành tựu"
        return "recognition" if good or line.has("praise_nouns", first, last) else None
    if not bad and not good:
        return None
    return "shortcoming" if max(bad, default=-1) >= max(good, default=-1) else "recognition"


def listed_tone(line: Line, first: int, last: int) -> Tone | None:
    """What a clause is behind one that names a fault: one too if its last word does: "…, nguồn lực phân tán"."""
    if line.before("fault_cues", last) is None or line.has("future_markers", first, last):
        return None  # ", ngành sẽ tụt hậu" warns
    return tone_of(line, first, last, "shortcoming", sure=False)


def leans(line: Line, first: int, last: int, mood: Tone) -> bool:
    """Whether the clause tells of what is, with a sign of the mood of the list that it goes on with."""
    good = mood == "recognition"
    signs: Role = "good_signs" if good else "bad_signs"
    others: Role = "bad_signs" if good else "good_signs"
    figures = any(first <= m.first < last for m in line.sentence.kind("quantity", "percent"))
    acts = line.at("directive_adverbs", first) or (line.at("action_verbs", first) and not figures)  # a plan
    acts = acts or line.at("harmless_lacks", first)  # "không phát hiện vụ tham nhũng nào"
    if acts or last - first < _LISTED or not plain(line, first, last) or line.has("future_markers", first, last):
        return False
    if line.has("praise_cues" if mood == "shortcoming" else "fault_cues", first, last):
        return False
    at = [cue.last for cue in line.within(signs, first, last) if line.before("negators", cue.first) is None]
    against = [cue.first for cue in line.within(others, first, last)]
    return bool(at) and not (against and max(against) > max(at))


def instances(line: Line, first: int, last: int) -> bool:
    """Whether the clause may be an example of what was judged: it tells of what is, and no amounts."""
    amounts = any(
        first <= m.first < last and m.refinement in _AMOUNTS for m in line.sentence.kind("quantity", "percent")
    )
    return not amounts and last - first >= _LISTED and plain(line, first, last)


def tells_on(line: Line, first: int, last: int, mood: Tone) -> bool:
    """Whether the clause goes on with the list of what was done, or of what still is not as it should be."""
    good = mood == "recognition"
    role: Role = "past_markers" if good else "state_markers"
    other: Role = "fault_cues" if good else "praise_cues"
    if line.has("harmless_lacks", first, last) or line.has(other, first, last):
        return False  # "không phát hiện vụ tham nhũng nào"
    return line.has(role, first, min(first + _SUBJECT, last)) and instances(line, first, last)


def exhorts(line: Line, first: int, last: int) -> bool:
    """Whether a bare verb in a title may demand: nothing there judges, reports a figure or has a modal of its own."""
    if line.has("modals", first, last) or tone_of(line, first, last, None, sure=False) is not None:
        return False
    figures = (m for m in line.sentence.kind("quantity", "percent") if first <= m.first < last)
    return not any(line.before("predicate_markers", m.first) is not None for m in figures)


def is_finding(line: Line, start: int, first: int, last: int) -> bool:
    """Whether the clause at atom `first` goes on with an inspection's findings: what was done, without a subject."""
    lets = line.at("letting_verbs", first) is not None
    acts = line.any_at(first, "action_verbs", "action_verbs_short") is not None and plain(line, first, last)
    if not (lets or acts) or last - first < _LISTED or line.has("part_openers", start, first):
        return False
    if not lets and line.char(start - 1) == ";" and _names_fields(line, start - 1) and not has_cue(line, first, last):
        return False
    aside = sum((line.char(k) == "(") - (line.char(k) == ")") for k in range(first, last)) != 0
    return not aside and not line.has("praise_cues", first, last) and not line.has("unreal_markers", first, last)


def _names_fields(line: Line, stop: int) -> bool:
    """Whether the list before the mark names in what somebody did wrong: "vi phạm trong quản lý đất; | đầu tư công"."""
    within = [cue for cue in line.within("fields_openers", 0, stop) if line.any_at(cue.last, *VERBS) is not None]
    if not within:
        return False
    behind = within[-1].last
    return not has_cue(line, behind, stop) and not line.has("state_markers", behind, stop)
