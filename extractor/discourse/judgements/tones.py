"""Whether a clause judges: which cues of praise and blame stand in it, and whether it tells of what is."""

from __future__ import annotations

from typing import Final, Literal

from extractor.discourse.parties.actors import VERBS
from extractor.discourse.words.clauses import trim
from extractor.discourse.words.cues import Cue, Line
from extractor.discourse.words.roles import Role

Tone = Literal["recognition", "shortcoming"]
CUES: Final = ("praise_cues", "praise_nouns", "fault_cues", "general_faults")
LIST_NOUNS: Final[dict[Tone, Role]] = {"recognition": "praise_nouns", "shortcoming": "fault_list_nouns"}
"""The nouns that name results and faults as such."""
_NEAR_PRAISE: Final = 12
_NEAR_FAULT: Final = 5
_FIGURE: Final = 4
_LISTED: Final = 4
_SUBJECT: Final = 12
_REMEDY: Final = 6
"""So close before its fault stands the verb that mends it."""
_AMOUNTS: Final = (None, "money", "measure", "price", "ratio", "time")


def has_cue(line: Line, first: int, last: int) -> bool:
    """Whether any word of praise or blame stands there."""
    return any(line.has(role, first, last) for role in CUES)


def has_sign(line: Line, first: int, last: int) -> bool:
    """Whether a word stands there that is good or bad in a list of such."""
    return line.has("good_signs", first, last) or line.has("bad_signs", first, last)


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


def tone_of(line: Line, first: int, last: int, act: Tone | None, *, sure: bool) -> Tone | None:
    """What the clause is: the tone of its last cue; with a verb of praise or blame, what that verb says."""
    if act is not None and sure:
        return act
    if act is None and not _plain(line, first, last):
        return None
    faults, praises = _faults(line, first, last, act), _praises(line, first, last, act)
    if act == "shortcoming":
        return "shortcoming" if faults else None
    if act == "recognition" and not faults:
        if line.has("future_markers", first, last):
            return None  # "tin tưởng ngành sẽ giành nhiều thành tựu"
        return "recognition" if praises or line.has("praise_nouns", first, last) else None
    if not faults and not praises:
        return None
    return "shortcoming" if max(faults, default=-1) >= max(praises, default=-1) else "recognition"


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
    if acts or last - first < _LISTED or not _plain(line, first, last) or line.has("future_markers", first, last):
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
    return not amounts and last - first >= _LISTED and _plain(line, first, last)


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
    acts = line.any_at(first, "action_verbs", "action_verbs_short") is not None and _plain(line, first, last)
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


def _plain(line: Line, first: int, last: int) -> bool:
    """Whether the clause tells of what is: no condition or purpose, no wish or demand, no question."""
    if line.any_at(first, "condition_openers", "relative_openers", "modals", "prohibitions", "denials") is not None:
        return False
    if line.before("denials", first) is not None or line.at("indefinites", first) is not None:
        return False  # "không phải | tỉnh thiếu quan tâm"; "tại sao chưa làm …"
    return not line.has("unreal_markers", first, last)


def _faults(line: Line, first: int, last: int, act: Tone | None) -> list[int]:
    """Where faults are named; praise that is denied is one ("chưa đồng bộ")."""
    found = [cue.last for cue in line.within("praise_cues", first, last) if line.before("negators", cue.first)]
    lacks = [c for c in line.within("general_faults", first, last) if line.at("harmless_lacks", c.first) is None]
    lacks = [c for c in lacks if c.last < last or len(c) > 1]  # "đã báo cáo | chưa" asks
    missed = (c for c in lacks if line.at("figure_faults", c.first) is not None)  # "không đạt | chỉ tiêu 60%"
    found += [c.last for c in missed] + [c.last for c in lacks if not _counts(line, c, _FIGURE)]
    if act is None and any(line.at("natural_subjects", k) is not None for k in range(first, min(first + 3, last))):
        return found  # "thời tiết diễn biến bất thường"
    may = min((cue.first for cue in line.within("may_markers", first, last)), default=last)
    found = [i for i in found if act is not None or i <= may]
    for cue in line.within("fault_cues", first, last):
        if act is None and cue.first > may:
            break  # "… có thể dẫn đến | thất thoát" warns
        counted = _counts(line, cue) and line.at("figure_faults", cue.first) is None
        held = _held(line, first, cue) or _ends(line, first, cue, last)
        if act is None and (counted or _mended(line, first, cue) or not held):
            continue
        if act is None and (line.at("dangers", cue.first) or _within_phrase(line, cue)):
            continue
        if not _harmless(line, cue.first):
            found.append(cue.last)
    return found


def _within_phrase(line: Line, cue: Cue) -> bool:
    """Whether the word is part of a phrase that names no fault: "hộ có hoàn cảnh khó khăn", "dưới nhiều hình thức"."""
    return any(p.first <= cue.first and cue.last <= p.last for p in line.of("harmless_faults"))


def _held(line: Line, first: int, cue: Cue) -> bool:
    """Whether a word that is as often the name of a field stands beside a word of degree or state."""
    weak = line.at("weak_faults", cue.first)
    if weak is None or weak.last < cue.last:
        return True  # "vi phạm" names a field, "vi phạm quy định" a fault
    return line.has("fault_supports", max(first, cue.first - _NEAR_FAULT), cue.last)


def _ends(line: Line, first: int, cue: Cue, last: int) -> bool:
    """Whether the clause ends with the word as its predicate: "chất lượng nước sinh hoạt | thấp"."""
    ends = cue.last == trim(line, first, last)[1] and line.at("stative_faults", cue.first) is not None
    kept = all(line.before(before, cue.first) is None for before in ("price_nouns", "concession_openers"))
    return ends and kept and cue.first - first >= _LISTED


def _mended(line: Line, first: int, cue: Cue) -> bool:
    """Whether a verb that mends stands before the fault: "xử lý nghiêm những sai phạm"; "còn", "chưa" break the tie."""
    if line.any_at(cue.first, "predicate_markers", "negators") is not None:
        return False
    start = first if _remedies(line, first) else max(first, cue.first - _REMEDY)
    remedy = max((c.last for c in line.within("remedies", start, cue.first)), default=None)
    return remedy is not None and not line.has("predicate_markers", remedy, cue.first)


def _remedies(line: Line, first: int) -> bool:
    """Whether the clause begins with a verb that mends: what is wrong in its object, however far, is being mended."""
    adverb = line.any_at(first, "tense_markers", "directive_adverbs")
    return line.any_at(adverb.last if adverb is not None else first, "remedies") is not None


def _counts(line: Line, cue: Cue, reach: int = 1) -> bool:
    """Whether a number follows: "còn 55.000 tỷ đồng", "vốn chưa giao là 4.000 tỷ đồng" reports a figure."""
    return any(
        cue.last <= m.first <= cue.last + reach and not any(line.char(k) == "," for k in range(cue.last, m.first))
        for m in line.sentence.kind("quantity", "percent")
    )


def _praises(line: Line, first: int, last: int, act: Tone | None) -> list[int]:
    """Where something is praised; what is to come is not."""
    if act is None and line.has("future_markers", first, last):
        return []
    must = next((cue.first for cue in line.of("modals") if first <= cue.first < last), last)
    found = []
    for cue in line.within("praise_cues", first, last if act is not None else must):
        weak = act is None and line.at("weak_praises", cue.first) is not None
        held = not weak or line.has("praise_supports", max(first, cue.last - _NEAR_PRAISE), cue.last)
        lacking = max((c.last for c in line.within("general_faults", first, cue.first)), default=None)
        if lacking is not None and not line.has("contrast", lacking, cue.first):
            continue  # "chưa thực sự sâu rộng, | hiệu quả"
        if line.before("weak_faults", cue.first) is not None:
            continue  # "chậm | được cải thiện"
        if line.at("rising_words", cue.first) is not None and line.has("bad_growers", first, cue.first):
            continue  # "giá cả | tăng nhanh"
        spoilt = line.any_at(cue.last, "weak_faults", "negators", "fault_cues") is not None  # "đạt hiệu quả | thấp"
        denied_before = line.before("negators", cue.first) or line.at("negators", cue.first - 1)
        if held and not spoilt and denied_before is None:  # "chưa | được kiểm soát" has "chưa được"
            found.append(cue.last)
    return found


def _harmless(line: Line, i: int) -> bool:
    """Whether the fault is mended or kept off: "khắc phục hạn chế", "không có sai phạm", "không để xảy ra lãng phí"."""
    if line.has("prohibitions", max(0, i - 2 * _REMEDY), i):
        return True
    denial = line.at("negators", i - 1)
    if line.before("negators", i) is not None or (denial is not None and denial.last > i):
        return True  # "không | có hiện tượng" has "không có"
    return line.before("action_verbs", i) is not None and line.at("stative_faults", i) is None  # "quyết toán | chậm"
