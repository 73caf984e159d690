"""Where faults are named in a clause, and what takes a fault away: a remedy, a denial, a danger that may come."""

from __future__ import annotations

from typing import Final

from extractor.discourse.judgements.signs import counts, failing, of_nature
from extractor.discourse.words.clauses import skip_light, trim
from extractor.discourse.words.cues import Cue, Line

_NEAR: Final = 5
_FIGURE: Final = 4
_SUBJECT: Final = 4
"""So many atoms has what is said to be slow or weak."""
_REMEDY: Final = 6
"""So close before its fault stands the verb that mends it."""


def faults(line: Line, first: int, last: int, *, plain: bool) -> list[int]:
    """Where faults are named; praise that is denied is one ("chưa đồng bộ"). In `plain` words, without a verb of blame,
    what only may come, counts something or is being mended is none."""
    found = [cue.last for cue in line.within("praise_cues", first, last) if line.before("negators", cue.first)]
    lacks = [c for c in line.within("general_faults", first, last) if line.at("harmless_lacks", c.first) is None]
    lacks = [c for c in lacks if c.last < last or len(c) > 1]  # "đã báo cáo | chưa" asks
    missed = (c for c in lacks if line.at("figure_faults", c.first) is not None)  # "không đạt | chỉ tiêu 60%"
    found += [c.last for c in missed] + [c.last for c in lacks if not counts(line, c, _FIGURE)]
    found = [i for i in found if not _good_low(line, first, i)]
    if not plain:
        named = [c.last for c in line.within("fault_cues", first, last) if not _harmless(line, c.first)]
        return found + failing(line, first, last) + named
    if of_nature(line, first, last):
        return found  # "thời tiết diễn biến bất thường"
    may = min((cue.first for cue in line.within("may_markers", first, last)), default=last)
    cues = [c for c in line.within("fault_cues", first, last) if c.first <= may and _told(line, first, c, last)]
    found += failing(line, first, last)
    return [i for i in found if i <= may] + [c.last for c in cues]  # "… có thể dẫn đến | thất thoát" warns


def _told(line: Line, first: int, cue: Cue, last: int) -> bool:
    """Whether the word names a fault that is there."""
    if counts(line, cue) and line.at("figure_faults", cue.first) is None:
        return False
    if not (_held(line, first, cue) or _ends(line, first, cue, last)) or _mended(line, first, cue):
        return False
    if _in_baseline(line, first, cue) or _good_low(line, first, cue.last):
        return False
    if line.at("dangers", cue.first) is not None or line.at("dangers", cue.last) is not None:
        return False  # "không ít | thách thức"
    over = line.has("overcome_markers", cue.last, last)  # "tình trạng quá tải | đã giảm"
    return not over and not _within_phrase(line, cue) and not _harmless(line, cue.first)


def _good_low(line: Line, first: int, last: int) -> bool:
    """Whether the word of blame before atom `last` tells that what is better low is so: "lạm phát | thấp"."""
    low = next((c for c in line.of("low_words") if c.first < last <= c.last), None)
    return low is not None and line.at("good_lows", skip_light(line, first, low.first)) is not None


def _in_baseline(line: Line, first: int, cue: Cue) -> bool:
    """Whether the word tells of what something is compared with: "khá hơn so với năm | nhiều sự cố"."""
    opener = max((c for c in line.within("baseline_openers", first + 1, cue.first)), key=len, default=None)
    if opener is None or any(line.char(k) in ",;" for k in range(opener.last, cue.first)):
        return False
    resumed = line.has("predicate_markers", opener.last, cue.last) or line.has("then_markers", opener.last, cue.first)
    return not resumed and not line.has("negators", opener.last, cue.last)


def _within_phrase(line: Line, cue: Cue) -> bool:
    """Whether the word is part of a phrase that names no fault: "hộ có hoàn cảnh khó khăn", "dưới nhiều hình thức"."""
    return any(p.first <= cue.first and cue.last <= p.last for p in line.of("harmless_faults"))


def _held(line: Line, first: int, cue: Cue) -> bool:
    """Whether a word that is as often the name of a field stands beside a word of degree or state."""
    weak = line.at("weak_faults", cue.first)
    if weak is None or weak.last < cue.last:
        return True  # "vi phạm" names a field, "vi phạm quy định" a fault
    return line.has("fault_supports", max(first, cue.first - _NEAR), cue.last)


def _ends(line: Line, first: int, cue: Cue, last: int) -> bool:
    """Whether the clause ends with the word as its predicate: "chất lượng nước sinh hoạt | thấp"."""
    ends = cue.last == trim(line, first, last)[1] and line.at("stative_faults", cue.first) is not None
    kept = all(line.before(before, cue.first) is None for before in ("price_nouns", "concession_openers"))
    return ends and kept and cue.first - first >= _SUBJECT


def _mended(line: Line, first: int, cue: Cue) -> bool:
    """Whether a verb that mends stands before the fault: "xử lý nghiêm những sai phạm"; "còn", "chưa" break the tie."""
    if line.any_at(cue.first, "predicate_markers", "negators") is not None:
        return False
    start = first if _remedies(line, first) else max(first, cue.first - _REMEDY)
    remedy = max((c.last for c in line.within("remedies", start, cue.first)), default=None)
    if remedy is None:
        return False
    done = line.at("passive_markers", remedy)  # "tháo gỡ | được nhiều điểm nghẽn"
    return not line.has("predicate_markers", done.last if done is not None else remedy, cue.first)


def _remedies(line: Line, first: int) -> bool:
    """Whether the clause begins with a verb that mends: what is wrong in its object, however far, is being mended."""
    adverb = line.any_at(first, "tense_markers", "directive_adverbs")
    return line.any_at(adverb.last if adverb is not None else first, "remedies") is not None


def _harmless(line: Line, i: int) -> bool:
    """Whether the fault is mended or kept off: "khắc phục hạn chế", "không có sai phạm", "không để xảy ra lãng phí"."""
    if line.has("prohibitions", max(0, i - 2 * _REMEDY), i):
        return True
    denial = line.at("negators", i - 1)
    if line.before("negators", i) is not None or (denial is not None and denial.last > i):
        return True  # "không | có hiện tượng" has "không có"
    states = line.any_at(i, "stative_faults", "negators", "state_markers") is not None
    return line.before("action_verbs", i) is not None and not states  # "quyết toán | chậm", "xử lý | thiếu kiên quyết"
