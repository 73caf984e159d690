"""Tasks: the things asked for in a stretch of speech, one span each, with who must do them.

A task begins at its verb (or the adverb or prohibition before it): no modal, no subject, no condition. It is cut from
the next where an actor with a demand follows, or a verb with its own object, and the left side has its own too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.discourse.actors import Actor
from extractor.discourse.clauses import in_phrase, segment_end, segments, skip_fronted, skip_light, trim
from extractor.discourse.cues import SPEECH, Line
from extractor.discourse.cuts import begins_task
from extractor.discourse.demands import (
    ASKED,
    LISTED,
    DemandFinder,
    Manner,
    Task,
    behind_condition,
    behind_then,
    demand_at,
    matter,
    told_then,
)
from extractor.discourse.modals import VERBAL, is_modal, modal_end
from extractor.discourse.objects import VERBS, has_object, verb_with_object
from extractor.discourse.sources import Sources

_SHORTEST: Final = 2
_SOLUTION: Final = 12  # atoms before a copula
_MODAL: Final = Manner(firm=True)
_THING: Final = 10  # atoms of a thing before what is to happen to it
_NO_VERBS: Final = (
    "oblique_markers", "relative_openers", "relative_heads", "lead_in_counts", "item_links", "copulas", "contrast",
    "tense_markers", "actor_nouns", "actor_fillers", "nominal_heads", "speech_closers_weak", "time_adverbs",
    "continuers", "reason_openers",
)  # fmt: skip


class TaskReader:
    """Reads the tasks of one piece of speech."""

    def __init__(self, sources: Sources) -> None:
        self._demands = DemandFinder(sources)

    def fresh(self, line: Line, first: int, last: int) -> list[Task]:
        """Behind a demanding verb: "[Sở Xây dựng] [cần] rà soát …". What follows is asked for, whatever its verb."""
        i = skip_fronted(line, skip_light(line, first, last), last)
        lead_in = self._lead_in(line, i, last)
        if lead_in is not None:
            tasks = self.fresh(line, lead_in.first, last) if lead_in.first < last else []
            return [replace(t, actor=t.actor or lead_in.actor) for t in tasks[:1]] + tasks[1:]
        promise = line.any_at(i, "future_markers", "asking_words")  # "đề xuất sẽ | giữ nguyên", "đề xuất xin | làm thử"
        if promise is not None and line.any_at(promise.last, *VERBAL, "task_starts") is not None:
            i = promise.last
        found = self._demands.start(line, i, last, ASKED)
        thing = _of_a_thing(line, i, last) if found is None else None
        if thing is not None:
            return self._split(line, Task(thing, last), last, sure=True)
        found = found or self._demands.unknown(line, i, last)
        begin = matter(line, found.first, last)
        if begin is None:
            return []
        return self._split(line, replace(found, first=begin), last, sure=_told_at_once(line, found, begin))

    def announced_to(self, line: Line, first: int, last: int) -> Actor | None:
        """Who is asked for what only another frame tells: "nêu một số kiến nghị với | UBND tỉnh | như: đề nghị …"."""
        lead_in = self._lead_in(line, skip_fronted(line, skip_light(line, first, last), last), last)
        return lead_in.actor if lead_in is not None else None

    def _lead_in(self, line: Line, i: int, last: int) -> Task | None:
        """What announces a list of demands, with whom they go to: "(kiến nghị) | Chính phủ ba giải pháp: …"."""
        actor = self._demands.actor(line, i, last)
        if actor is None or not actor.marked:
            return self._demands.lead_in(line, i, last)
        for mark in line.sentence.kind("person", "organization", "place"):
            if not actor.first <= mark.first < actor.last:
                continue
            behind = self._demands.lead_in(line, mark.last, last)
            if behind is not None:
                return replace(behind, actor=behind.actor or replace(actor, last=mark.last))
        return None

    def carried(self, line: Line, first: int, last: int, manner: Manner, *, any_subject: bool) -> list[Task]:
        """In running speech: a task as its manner wants it at the start, or a modal further on.

        `any_subject` takes a modal behind a thing too ("quy hoạch phải …"), else only behind people and bodies.
        """
        i = skip_fronted(line, skip_light(line, first, last), last)
        solved = _solution(line, i, last)
        found = self._demands.start(line, i, last, manner) if solved is None else Task(solved, last)
        if found is not None:
            return self._split(line, found, last)
        if line.at("future_markers", i) is not None:
            manner = replace(manner, firm=False)  # a promise: "sẽ siết chặt, không để …"
        then = told_then(line, i, last, listed=manner.bare) if manner.firm else None
        if then is not None:
            return self._split(line, Task(then, last), last)
        further = replace(manner, bare=False) if manner.bare else manner
        for start, end in segments(line, i, last):
            begin = skip_fronted(line, skip_light(line, start, end), end)
            concludes = line.at("conjunction_modals", begin) if begin > i else None
            if concludes is not None and line.at("modals", concludes.last) is None:
                continue  # ", nên …" concludes
            begin = concludes.last if concludes is not None else begin  # ", nên | cần …"
            found = self._demands.start(line, begin, end, further)
            found = found or self._demands.theme(line, begin, end, any_subject=any_subject)
            if found is not None:
                return self._split(line, replace(found, last=last), last)
        return []

    # --- where a task ends -------------------------------------------------------------------------------------------

    def _split(self, line: Line, task: Task, last: int, *, sure: bool = False) -> list[Task]:
        """The task cut into tasks of one verb and object each; the first is `sure` to begin with a verb."""
        found: list[Task] = []
        current = task
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
        if (
            self._helped(line, current.first, i)
            and line.any_at(start, "action_verbs", "action_verbs_short") is not None
        ):
            return None
        modal = demand_at(line, start, last, _MODAL)
        if modal is not None and line.at("prohibitions", start) is None:
            passive = line.at("relative_openers", modal) is not None  # "hàng hóa đăng ký hoặc phải được kiểm tra"
            return None if passive else Task(modal, last)
        actor = self._demands.actor(line, start, last)
        if actor is not None and actor.last < last and line.any_at(start, *VERBAL) is None:
            aimed = line.has("purpose_links", current.first + 1, i)  # "để báo chí, nhất là X | giám sát" is one aim
            named = comma and actor.marked and line.mark_at(i - 1) is None and not aimed
            begin = demand_at(line, actor.last, last, Manner(bare=named, firm=True))
            if begin is not None and line.at("tense_markers", actor.last) is None:
                return Task(begin, last, actor)
        aims = not comma and line.has("purpose_links", current.first, i)
        negator = line.at("negators", start) if not aims and line.at("prohibitions", start) is None else None
        further = _own_modal(line, start, last) if comma or line.at("item_links", i) is not None else None
        if further is not None:
            return further
        forbids, means = line.at("prohibitions", start), line.at("purpose_links", start)
        if comma and forbids is not None and (means is None or means.last < forbids.last):
            # ", không để xảy ra lãng phí" is a task, ", không để đứt hàng" the aim of the one before
            return Task(start, last) if has_object(line, current.first, i) else None
        kept_off = negator is not None and line.at("general_faults", start) is None
        if negator is not None and kept_off and has_object(line, current.first, i):
            if not verb_with_object(line, negator.last, last):
                return None
            return Task(start, last)  # ", không sử dụng vốn ngân sách"
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


def _of_a_thing(line: Line, i: int, last: int) -> int | None:
    """Where it begins what is to happen to a thing: "(mong) | thủ tục sẽ được rút gọn", "lãi suất | tiếp tục giảm"."""
    barred = (*VERBAL, "oblique_markers", "purpose_links", "relative_openers", "future_markers", "passive_markers")
    if line.mark_at(i) is not None or line.any_at(i, *barred, "negators", "matter_links", "item_links") is not None:
        return None
    end = segment_end(line, i, last)
    for k in range(i + 1, min(end, i + _THING)):
        passive, adverb = line.at("passive_markers", k), line.at("directive_adverbs", k)
        if passive is not None:
            if line.any_at(passive.last, *VERBAL) is not None:
                return i
            reached = line.before("action_verbs", k) is not None  # "số tiền thu | được từ đấu giá"
            return i if not reached and line.has("action_verbs", passive.last, end) else None
        if adverb is not None and line.any_at(adverb.last, "action_verbs", "action_verbs_short") is not None:
            return k
        told = line.at("tense_markers", k) is not None and line.at("future_markers", k) is None
        if told or (passive is None and line.any_at(k, "purpose_links", "copulas", "negators", "relative_openers")):
            return None
    return None


def _solution(line: Line, i: int, last: int) -> int | None:
    """What the solution is: "giải pháp tiếp theo là | giảm phí"; none where it is somebody's own."""
    count = line.at("lead_in_counts", i)
    noun = line.at("solution_nouns", count.last if count is not None else i)
    if noun is None:
        return None
    copula = next(line.within("copulas", noun.last, min(noun.last + _SOLUTION, last)), None)
    if copula is None:
        return None
    between = range(noun.last, copula.first)
    if any(line.char(k) in ',;:"' or line.mark_at(k) is not None for k in between):
        return None
    owned = any(line.has(role, noun.last, copula.first) for role in ("owner_markers", "tense_markers", "self_words"))
    if owned or line.has("then_markers", copula.last, segment_end(line, copula.last, last)):
        return None
    return demand_at(line, copula.last, last, LISTED)


def _own_modal(line: Line, start: int, last: int) -> Task | None:
    """A task whose own subject stands before its modal: ", số còn lại phải | tăng cường xử lý"."""
    barred = ("prohibitions", "purpose_links", "relative_openers", "reason_openers", "conjunction_modals")
    part = any(line.before("part_links", k) for k in (start, start - 1))  # ", trong đó | xuất khẩu phải đạt …"
    verbal = () if part else VERBAL
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


def _told_at_once(line: Line, task: Task, i: int) -> bool:
    """Whether what stands right behind a body by name is its verb, known or not: "đề nghị UBND tỉnh | bỏ phí …"."""
    if task.actor is None or not task.actor.marked or task.actor.last != i or not line.sentence.atom(i).islower():
        return False
    if any(i <= m.first <= i + 1 for m in line.sentence.kind("quantity", "percent", "period")):
        return False
    return line.any_at(i, *_NO_VERBS) is None


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
    if verb is None or (line.char(verb.last) == '"' and line.char(i - 1) != '"'):
        return False
    if line.at("indefinites", i + 1) is not None:
        return False  # "làm | thế nào để tăng xuất khẩu"
    states = line.at("task_starts", i) is not None and line.before(SPEECH, i) is None
    return not (states and any(m.first == verb.last for m in line.sentence.kind("quantity", "percent")))


def main_verb(line: Line, first: int, last: int) -> str | None:
    """The main verb of a task: the first verb that is no mere adverb before another ("khẩn trương | rà soát")."""
    k = first
    while k < last and line.any_at(k, *VERBS) is None:
        cue = line.any_at(k, "directive_adverbs", "prohibitions", "negators")
        if cue is None:
            return None
        k = cue.last
    own = line.at("noun_takers", k)
    if own is not None:
        return line.sentence.slice(own.first, own.last)  # "tăng cường | kỷ luật": the action by its noun
    verb, adverb = line.any_at(k, *VERBS), line.at("directive_adverbs", k)
    if verb is not None and adverb is not None and adverb.last < last:
        behind = line.at("action_verbs", adverb.last)
        verb = behind if behind is not None and behind.last <= last else verb
    return line.sentence.slice(verb.first, verb.last) if verb is not None else None
