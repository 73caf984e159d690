"""Where inside one demand a second task begins: "rà soát quy hoạch, | bố trí vốn và | báo cáo UBND tỉnh"."""

from __future__ import annotations

from extractor.discourse.tasks.manner import Task
from extractor.discourse.words.clauses import segment_end
from extractor.discourse.words.cues import Line
from extractor.discourse.words.objects import (
    VERBS,
    has_object,
    in_noun_phrase,
    in_series,
    names_action,
    opens_series,
    repeats,
    verb_with_object,
)


def begins_task(line: Line, current: Task, i: int, behind: int, start: int, last: int) -> bool:
    """Whether a verb with its own object at atom `start` begins a task of its own."""
    if not has_object(line, current.first, i):
        return False
    if _embraced(line, current.first, behind) or _done_badly(line, start):
        return False
    if _misdeed(line, current.first, i, start, last):
        return False
    if line.before("petition_nouns", i) is not None and line.at("petition_nouns", start) is not None:
        return False  # "có những kiến nghị, | đề xuất cụ thể"
    if _hands_up(line, start):
        return line.char(i) == "," and line.before("action_verbs", i) is None
    series, named = not verb_with_object(line, start, last), names_action(line, current.first, i)
    urged = _urged(line, start, last)
    if urged and line.char(i) == "," and _closes_compound(line, i):
        aimed = line.has("purpose_links", current.first + 1, i)
        return not aimed or line.at("outcome_verbs", start) is None
    bare = line.before("action_verbs", i) if line.before("full_verbs", i) is None else None
    governed = bare is not None and line.before("governing_verbs", bare.first) is not None
    shared = named or (bare is not None and not governed) or line.char(i) != ","
    if series and (shared or not opens_series(line, start, last)):
        return False
    segment = _segment_start(line, current.first, i)
    whole = has_object(line, segment, i)
    again = repeats(line, current.first, i, start)
    aims = line.at("purpose_links", start) is not None and line.char(start) != line.char(current.first)
    if aims or (behind < start and line.at("purpose_links", behind)) or line.before("purpose_links", i):
        return False
    having = line.at("having_starts", start) is not None
    if line.at("directive_adverbs", start) is None and in_series(line, current.first, i):
        return False
    carries = line.at("carrying_verbs", start)  # "tổ chức | tập huấn"
    acts = carries is not None and line.any_at(carries.last, *VERBS) is not None
    heads = acts or line.any_at(start, "directive_adverbs", "task_heads") is not None
    if named and not (heads or having or again):
        return False
    if line.at("closing_verbs", start) or line.at("contrast", behind) or (in_noun_phrase(line, i) and not having):
        return False
    shares = bare is not None and line.at("directive_adverbs", start) is None
    if shares and bare is not None and _waits(line, current.first, bare.first):
        return False  # "để quản lý, | thực hiện dự án": two verbs of one object
    purpose = line.has("purpose_links", current.first + 1, i)
    link = line.at("cut_links", behind)
    if link is not None and len(link) > 1:
        return True  # "…, đồng thời | giảm thuế"
    if purpose and line.char(i) == "," and not urged and _for_those(line, current.first, i):
        return False
    head, outcome = line.at("task_heads", start), line.at("outcome_verbs", start)
    if having or again or urged or head is not None:
        # "… để tháo gỡ vướng mắc và hỗ trợ doanh nghiệp" is one purpose, ", | nâng cao hiệu quả" goes on with one
        reached = outcome is not None and (head is None or len(outcome) >= len(head))
        return not purpose or not reached
    if purpose or (line.char(i) != "," and (bare is not None or line.at("field_verbs", start) is not None)):
        return False  # "xây dựng và công bố quy hoạch", "hợp tác thương mại và đầu tư song phương"
    return whole


def _for_those(line: Line, first: int, i: int) -> bool:
    """Whether the purpose is what others are to do: "… để các xã | nắm bắt, xây dựng kế hoạch"."""
    for aim in line.within("purpose_links", first + 1, i):
        k = aim.last
        while (who := line.mark_at(k) or line.any_at(k, "actor_determiners", "actor_nouns")) is not None:
            k = who.last
        if k > aim.last and line.at("part_links", aim.first) is None and line.any_at(k, *VERBS) is not None:
            return True
    return False


def _embraced(line: Line, first: int, behind: int) -> bool:
    """Whether what the task minds goes on: "chú trọng | nuôi tôm, mở vùng trồng", not ", đồng thời | giảm thuế"."""
    while line.at("embracing_verbs", first) is None and (adverb := line.at("directive_adverbs", first)) is not None:
        first = adverb.last
    link = line.at("cut_links", behind)
    return line.at("embracing_verbs", first) is not None and (link is None or len(link) == 1)


def _done_badly(line: Line, i: int) -> bool:
    """Whether it is told how badly the verb at atom i is done, which nobody orders: "(kiểm điểm việc nộp thiếu), | nộp
    chậm", "| nộp không đầy đủ"."""
    verb = line.any_at(i, *VERBS)
    if verb is None:
        return False
    negated = line.at("negators", verb.last) is not None and line.at("fault_cues", verb.last) is not None
    return negated or line.at("stative_faults", verb.last) is not None


def _misdeed(line: Line, first: int, i: int, start: int, last: int) -> bool:
    """Whether the verb at atom `start` is one more of the misdeeds that the task is about, which nobody orders: "(ngăn
    chặn) tình trạng lấn chiếm đất, | khai thác gỗ trái phép"."""
    acted_against = line.any_at(start, "directive_adverbs", "remedies", "sanction_verbs") is not None
    if acted_against or not line.has("misdeed_nouns", first, i):
        return False
    end = segment_end(line, start, last)
    end = end if verb_with_object(line, start, end) else segment_end(line, min(end + 1, last), last)
    return line.has("misdeed_marks", start, end)


def _urged(line: Line, i: int, last: int) -> bool:
    """Whether an adverb stands between a verb and its object: "xử lý | ngay | các bến cũ" is no name of a field."""
    verb = line.any_at(i, *VERBS)
    adverb = line.at("directive_adverbs", verb.last) if verb is not None else None
    return adverb is not None and line.any_at(adverb.last, *VERBS) is None and verb_with_object(line, i, last)


def _closes_compound(line: Line, i: int) -> bool:
    """Whether the verb right before atom i only says of which field the noun before it is: "chi phí đầu tư |"."""
    verb = line.before("field_verbs", i)
    head = line.before("nominal_heads", verb.first) if verb is not None else None
    return head is not None and line.before("full_verbs", head.last) is None


def _hands_up(line: Line, i: int) -> bool:
    """Whether what was done goes to somebody who acts on it: "(hoàn chỉnh dự thảo), | trình Thủ tướng ký ban hành"."""
    closing = line.at("closing_verbs", i)
    mark = line.mark_at(closing.last) if closing is not None else None
    named = mark is not None and mark.kind in ("person", "organization")
    return named and mark is not None and line.any_at(mark.last, *VERBS) is not None


def _waits(line: Line, first: int, verb: int) -> bool:
    """Whether the bare verb at atom `verb` has its object only behind the comma: behind "để", or behind who helps."""
    if any(line.before(role, verb) for role in ("passive_markers", "purpose_links")):
        return True
    while (adverb := line.before("directive_adverbs", verb)) is not None and adverb.first > first:
        verb = adverb.first
    if verb == first or line.before("carrying_verbs", verb) is not None:
        return True  # "tổ chức kiểm tra, | xử lý các vi phạm"
    mark = line.mark_at(verb - 1)
    helper = mark is not None and any(c.last <= mark.first for c in line.within("support_links", first, verb))
    bodies = any(line.before(role, verb) is not None for role in ("actor_fillers", "actor_nouns"))
    return helper or (bodies and line.has("support_links", first, verb))


def _segment_start(line: Line, first: int, i: int) -> int:
    """The atom after the last comma or link before atom i."""
    for k in range(i - 1, first, -1):
        link = line.at("item_links", k)
        if link is not None or line.char(k) == ",":
            return link.last if link is not None else k + 1
    return first
