"""Where a task ends: it is cut from the next where an actor with a demand follows, or a verb with its own object, and
the left side has its own too."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.discourse.tasks.conditions import behind_condition, behind_then
from extractor.discourse.tasks.cuts import begins_task
from extractor.discourse.tasks.demands import DemandFinder
from extractor.discourse.tasks.manner import Manner, Task
from extractor.discourse.tasks.openings import behind_lead_in, demand_at
from extractor.discourse.words.clauses import in_phrase, segment_end, skip_light, trim
from extractor.discourse.words.cues import Line
from extractor.discourse.words.modals import VERBAL, is_modal, modal_end
from extractor.discourse.words.objects import has_object, verb_with_object
from extractor.discourse.words.roles import SPEECH, Roles

_SHORTEST: Final = 2
_MODAL: Final = Manner(firm=True)


class TaskSplitter:
    """Cuts what is asked for into tasks of one verb and object each."""

    def __init__(self, demands: DemandFinder) -> None:
        self._demands = demands

    def split(self, line: Line, task: Task, last: int, *, sure: bool = False) -> list[Task]:
        """The task cut into tasks of one verb and object each; the first is `sure` to begin with a verb."""
        found: list[Task] = []
        current = replace(task, first=behind_lead_in(line, task.first, last))
        while (step := self._next(line, current, last)) is not None:
            cut, following = step
            found.append(replace(current, last=cut))
            current = following
        found.append(replace(current, last=last))
        spans = [(t, trim(line, t.first, t.last)) for t in found]
        told = task.first if sure else None
        return [
            Task(a, b, t.actor)
            for t, (a, b) in spans
            if b - a >= _SHORTEST and (a == told or _begins_with_verb(line, a))
        ]

    def _next(self, line: Line, current: Task, last: int) -> tuple[int, Task] | None:
        """The next cut: (where the task ends, the task behind it)."""
        depth = 0
        for i in range(current.first, last):
            char = line.char(i)
            depth += (char == "(") - (char == ")")
            separates = char == "," or line.at("cut_links", i) is not None
            if depth > 0 or not separates or i == current.first:
                continue
            mark = line.mark_at(i)
            if (mark is not None and mark.last > i + 1) or in_phrase(line, i):
                continue
            following = self._right(line, current, i, last)
            if following is not None:
                return i, following
        return None

    def _right(self, line: Line, current: Task, i: int, last: int) -> Task | None:
        """The task that begins behind the separator at atom i, if one does."""
        comma = line.char(i) == ","
        if comma and line.char(i - 1) == '"' and line.has(SPEECH, i, last):
            return None  # "…”, báo cáo nêu rõ"
        behind = i + 1 if comma else i
        start = skip_light(line, behind, last)
        if start >= last:
            return None
        if comma and line.at("condition_openers", start) is not None:
            return _behind_its_condition(line, start, last)
        part = _its_part(line, behind, last) if comma else None
        if part is not None:
            return Task(part, last)
        if (
            self._helped(line, current.first, i)
            and line.any_at(start, "action_verbs", "action_verbs_short") is not None
        ):
            return None
        modal = demand_at(line, start, last, _MODAL)
        if modal is not None and line.at("prohibitions", start) is None:
            passive = line.at("relative_openers", modal) is not None  # "hàng hóa đăng ký hoặc phải được kiểm tra"
            passive = passive and line.at("relative_openers", current.first) is None
            return None if passive else Task(modal, last)
        actor = self._demands.actor(line, start, last)
        if actor is not None and actor.last < last and line.any_at(start, *VERBAL) is None:
            aimed = line.has("purpose_links", current.first + 1, i)  # "để báo chí, nhất là X | giám sát" is one aim
            named = comma and actor.marked and _list_ends(line, i, start) and not aimed
            begin = demand_at(line, actor.last, last, Manner(bare=named, firm=True))
            forbidden = line.at("prohibitions", actor.last) is not None
            denied = begin == actor.last and not forbidden and line.at("negators", actor.last) is not None
            if begin is not None and line.at("tense_markers", actor.last) is None and not denied:
                return Task(begin, last, actor)  # "công khai hai bộ, | ba tỉnh không nộp báo cáo" says which
        aims = not comma and line.has("purpose_links", current.first, i)
        negator = line.at("negators", start) if not aims and line.at("prohibitions", start) is None else None
        further = _own_modal(line, start, last) if comma or line.at("item_links", i) is not None else None
        if further is not None:
            return further
        forbids, means = line.at("prohibitions", start), line.at("purpose_links", start)
        joined = comma or line.at("cut_links", i) is not None
        if joined and forbids is not None and (means is None or means.last < forbids.last):
            # ", không để xảy ra lãng phí" is a task, ", không để đứt hàng" the aim of the one before
            return Task(start, last) if has_object(line, current.first, i) else None
        kept_off = negator is not None and line.at("general_faults", start) is None
        if negator is not None and kept_off and has_object(line, current.first, i):
            if not verb_with_object(line, negator.last, last):
                return None
            return Task(start, last)  # ", không sử dụng vốn ngân sách"
        if _bans_all(line, current.first) and line.at("directive_adverbs", start) is None:
            return None  # "không được tăng biên chế, | mua sắm ô tô" forbids both
        return Task(start, last) if begins_task(line, current, i, behind, start, last) else None

    def _helped(self, line: Line, first: int, last: int) -> bool:
        """Whether the task helps people to do what it lists: "hướng dẫn người dân | kê cao đồ đạc, …"."""
        while (adverb := line.at("directive_adverbs", first)) is not None:
            first = adverb.last
        helping = line.at("helping_verbs", first)
        if helping is None:
            return False
        actor = self._demands.actor(line, helping.last, last)
        return actor is not None and not actor.marked and line.any_at(actor.last, *VERBAL) is not None


def _bans_all(line: Line, first: int) -> bool:
    """Whether a ban at atom `first` is of all verbs that follow; "không áp đặt", "không để" are verbs of their own."""
    ban, verb = line.at("verb_bans", first), line.at("prohibitions", first)
    return ban is not None and (verb is None or verb.last <= ban.last)


def _list_ends(line: Line, i: int, start: int) -> bool:
    """Whether no list of bodies goes on at the comma at atom i: what is theirs ends with them, and the body at atom
    `start` is of another sort ("tổng hợp nhu cầu của các xã |, Sở Tài chính bố trí vốn")."""
    before = line.mark_at(i - 1)
    if before is None:
        return True
    theirs = line.before("owner_markers", before.first) is not None
    return theirs and line.sentence.atom(before.first).lower() != line.sentence.atom(start).lower()


def _its_part(line: Line, i: int, last: int) -> int | None:
    """Where the task begins that a part of the whole is: ", trong đó, | chú trọng thu hút nhân tài"."""
    part = line.at("part_links", i)
    if part is None:
        return None
    k = part.last + (line.char(part.last) == ",")
    urged = line.any_at(k, "directive_adverbs", "embracing_verbs") is not None
    return k if urged and verb_with_object(line, k, last) else None


def _own_modal(line: Line, start: int, last: int) -> Task | None:
    """A task whose own subject stands before its modal: ", số còn lại phải | tăng cường xử lý"."""
    barred: Roles = ("prohibitions", "purpose_links", "relative_openers", "reason_openers", "conjunction_modals")
    part = any(line.before("part_links", k) for k in (start, start - 1))  # ", trong đó | xuất khẩu phải đạt …"
    verbal: Roles = () if part else VERBAL
    if line.any_at(start, *verbal, *barred) is not None:
        return None
    for modal in line.within("modals", start + 1, segment_end(line, start, last)):
        told = line.before("relative_heads", modal.first) is not None or line.has("purpose_links", start, modal.first)
        if not told and modal.last < last and is_modal(line, modal.first):
            return Task(modal_end(line, modal.first), last)
    return None


def _behind_its_condition(line: Line, first: int, last: int) -> Task | None:
    """ ", nếu đã phê duyệt thì cần | cấp đủ", ", nếu thấy sai thì | báo cáo UBND tỉnh"."""
    main = behind_condition(line, first, segment_end(line, first, last))
    if main is None:
        return None
    begin = demand_at(line, main, last, _MODAL)
    if begin is None and main > first and line.at("concluding_adverbs", main) is None:
        begin = behind_then(line, main, last)
    return Task(begin, last) if begin is not None else None


def _said(line: Line, i: int) -> bool:
    """Whether the quotation mark at atom i closes what somebody said: "“Tôi đề nghị rút kinh nghiệm|”, ông An nói"."""
    return i + 1 >= len(line) or line.char(i + 1) in ",."


def _begins_with_verb(line: Line, i: int) -> bool:
    """Whether a verb or its adverb stands at atom i, so that something is done and nothing is counted."""
    verb = line.any_at(i, *VERBAL, "prohibitions", "task_heads", "task_starts", "negators", "having_starts")
    modal = line.before("modals", i - (line.char(i - 1) == '"')) if verb is None else None
    if modal is not None and line.mark_at(i) is None and line.sentence.atom(i).islower():
        # what must be done is a verb, known or not; what is needed may be a thing: "cần | một giải pháp"
        if any(i <= m.first <= i + 1 for m in line.sentence.kind("quantity")):
            return False  # "phải từ 150 triệu đồng trở lên"
        verbal = line.at("wish_modals", modal.first) is None or line.before("verb_modals", modal.last) is not None
        return verbal or line.any_at(i, "lead_in_counts", "needed_things") is not None
    if verb is None or (line.char(verb.last) == '"' and line.char(i - 1) != '"' and not _said(line, verb.last)):
        return False
    if line.at("indefinites", i + 1) is not None:
        return False  # "làm | thế nào để tăng xuất khẩu"
    states = line.at("task_starts", i) is not None and line.before(SPEECH, i) is None
    return not (states and any(m.first == verb.last for m in line.sentence.kind("quantity", "percent")))
