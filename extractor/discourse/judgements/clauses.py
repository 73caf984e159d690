"""The clauses that judge: a piece of speech cut where another judgement begins."""

from __future__ import annotations

from typing import Final

from extractor.discourse.judgements.signs import CUES, SIGNS, denied, has_cue, has_sign, of_nature
from extractor.discourse.judgements.tones import tone_of
from extractor.discourse.parties.actors import VERBS
from extractor.discourse.words.clauses import segment_end, segments, skip_light, trim
from extractor.discourse.words.cues import Line

_CLAUSE: Final = 6  # atoms of a predicate without a subject that is a judgement of its own
_LISTED: Final = 4
"""So few atoms has a noun of a list of subjects."""
_BARE: Final = 3
"""So many atoms has a fault without an object: "thiếu trách nhiệm, buông lỏng quản lý" is one."""
_OWNERS: Final = 12  # atoms of those whose result it is
_OWNED: Final = ("owner_markers", "relative_openers")
_PEOPLE: Final = ("actor_nouns", "actor_determiners")
_JUDGING: Final = tuple(role for role in CUES if role != "praise_nouns")  # "chất lượng | chưa cao" has a subject
_STATES: Final = ("predicate_markers", "negators", *CUES)


def judged_clauses(line: Line, first: int, last: int, *, bare_noun: bool, denials: bool) -> list[tuple[int, int]]:
    """The piece cut at words of contrast, and at commas where a clause with a cue of its own begins.

    The left side needs a predicate too, or (`bare_noun`) is the object of a verb of praise or blame.
    """
    cuts = [first]
    for start, _ in segments(line, first, last)[1:]:
        left = cuts[-1], start - 1
        pairs = line.of("fault_list_nouns")
        if any(pair.first < start - 1 < pair.last for pair in pairs):
            continue  # "một số hạn chế, | yếu kém" are one
        states = _ends_in_state(line, start - 1) and not _predicate(line, start)
        # "hoạt động kém, thua lỗ, | cơ chế quản trị chưa đáp ứng": its state may stand before an earlier comma
        states = states or any(line.char(k) == "," and _ends_in_state(line, k) for k in range(left[0], left[1]))
        states = states or line.has("predicate_markers", *left) or _signals(line, left[0] + 1, left[1])
        states = states or (denials and line.at("misconduct_verbs", skip_light(line, *left)) is not None)
        whole = states or (bare_noun and cuts[-1] == first)
        cued = has_cue(line, *left) or has_sign(line, *left) or (denials and denied(line, *left))
        if whole and cued and _begins_clause(line, cuts[-1], start, last, denials=denials):
            cuts.append(start)
    for cue in line.of("contrast"):
        i, fault = cue.first, line.at("fault_cues", cue.first)
        if fault is not None and fault.last > cue.last:
            continue  # "làm như | không phải việc của mình"
        # "tuy đều tăng nhưng | vẫn còn thấp" has one subject
        if first < i < last and cue.last < last and i not in cuts:
            predicate = line.any_at(cue.last, "predicate_markers", "tense_markers") is not None
            begin = max(cut for cut in cuts if cut < i)  # "nhiều việc chưa xong, | có nhà máy xong rồi nhưng hỏng"
            if not predicate or tone_of(line, begin, i, None, sure=False) is not None:
                cuts.append(i)
    cuts = sorted(cuts)
    return [(a, b) for a, b in zip(cuts, [*cuts[1:], last], strict=True) if b > a]


def _ends_in_state(line: Line, i: int) -> bool:
    """Whether a state ends at atom i that needs no verb: "xử lý | chậm", "hạ tầng | tốt"."""
    return line.before("stative_faults", i) is not None or line.before("stative_praises", i) is not None


def _signals(line: Line, first: int, last: int) -> bool:
    """Whether a sign is a predicate, and no noun: "xuất khẩu | tăng cao, …", not "việc xử lý | ô nhiễm, …"."""
    signs = (cue for role in SIGNS for cue in line.within(role, first, last))
    return any(line.at("weak_faults", cue.first) is None for cue in signs)


def _behind_also(line: Line, i: int) -> int:
    """The atom behind an adverb between subject and state: "kỷ luật cũng | chưa nghiêm"."""
    adverb = line.at("directive_adverbs", i)
    return adverb.last if adverb is not None else i


def _predicate(line: Line, i: int) -> bool:
    """Whether a predicate without a subject stands at atom i."""
    return line.any_at(i, "predicate_markers", "negators", *_JUDGING) is not None


def _segment(line: Line, first: int, last: int) -> int:
    """Where the clause behind the comma ends; its subject may be a list: "chức năng, nhiệm vụ | còn chồng chéo"."""
    end = segment_end(line, first, last)
    while end - first <= _LISTED and end + 1 < last and not any(line.has(role, first, end) for role in _STATES):
        if line.any_at(end + 1, *_STATES, "consequence_verbs", "item_links", "part_openers", *VERBS) is not None:
            break
        first, end = end + 1, segment_end(line, end + 1, last)
    return end


def _acts(line: Line, i: int) -> bool:
    """Whether a verb of its own stands behind the mark of the predicate at atom i: "chưa | đáp ứng yêu cầu"."""
    marker = line.any_at(i, "state_markers", "tense_markers")
    return marker is not None and line.any_at(marker.last, *VERBS) is not None


def _names_on(line: Line, first: int, comma: int, i: int) -> bool:
    """Whether those go on being named whose it is: "kết quả mà Đảng bộ, | chính quyền xã đạt được"."""
    cues = (cue for role in _OWNED for cue in line.within(role, first, comma))
    owner = max((c.last for c in cues if line.at("predicate_markers", c.first) is None), default=comma)
    named = all(line.mark_at(k) is not None or line.any_at(k, *_PEOPLE) is not None for k in (owner, i))
    return named and 0 < comma - owner <= _OWNERS and not line.has("predicate_markers", owner, comma)


def _begins_clause(line: Line, left: int, first: int, last: int, *, denials: bool) -> bool:
    """Whether a subject with a predicate, or a predicate, with a cue of its own begins at the comma."""
    end = _segment(line, first, last)
    i = skip_light(line, first, end)
    listed = line.mark_at(first - 2), line.mark_at(i)
    if all(mark is not None for mark in listed) or _names_on(line, left, first - 1, i):
        return False  # "báo cáo Bộ Y tế, | Bộ Tài chính là sai quy định"
    if of_nature(line, skip_light(line, left, first), first):
        return False  # "thế giới nhiều bất ổn, | lạm phát ở mức cao"
    if line.any_at(i, "consequence_verbs") is not None or line.at("consequence_verbs", first) is not None:
        return False  # "…, | ảnh hưởng đến đời sống", ", | trong đó có …"
    cued = has_cue(line, first, end) or (denials and denied(line, first, end))
    if cued and line.at("fresh_predicates", i) is not None and trim(line, i, end)[1] - i > _BARE:
        return not line.has("part_openers", left, first)  # "…, còn để xảy ra nhiều vụ cháy lớn"
    verb = line.any_at(i, *VERBS)
    noun = verb is not None and (
        line.any_at(_behind_also(line, verb.last), "state_markers", "trend_markers") is not None
        # "kỷ luật | cũng chưa nghiêm", "xuất khẩu | tăng khá"
        or line.before("stative_faults", trim(line, i, end)[1]) is not None
    )
    if (verb is not None and not noun) or line.has("indefinites", left, end):
        return False  # ", hợp pháp hóa …" goes on; ", nơi nào làm chưa tốt" is asked
    if not cued and (not has_sign(line, first, end) or _predicate(line, i) or line.at("copulas", i)):
        return False
    if line.at("fault_list_nouns", i) is not None and line.before("fault_list_nouns", first - 1) is not None:
        return False  # "hạn chế, | yếu kém trong quản lý" are one
    if denials and line.at("misconduct_verbs", i) is not None:
        return trim(line, left, first)[1] - left > _BARE  # "đã vi phạm quy chế, | buông lỏng quản lý"
    if _predicate(line, i):  # "…, không hiệu quả" goes on, "…, chưa đáp ứng yêu cầu của người dân" is new
        acts = _acts(line, i) and trim(line, i, end)[1] - i >= _CLAUSE
        return acts and not line.has("part_openers", left, first)
    predicate = line.next("predicate_markers", i, end)
    if predicate is not None and line.before("item_links", predicate.first) is not None:
        return False  # "…, tiêu chuẩn và | không đúng quy định" goes on
    close = trim(line, i, end)[1]
    ends = (cue.last for role in ("fault_cues", "praise_cues") for cue in line.within(role, i + 1, end))
    wrongs = line.next("misconduct_verbs", i + 1, end)  # "nông dân | lạm dụng thuốc"
    return predicate is not None or wrongs is not None or close in ends
