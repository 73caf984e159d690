"""Tasks: the things asked for in a stretch of speech, one span each, with who must do them.

A task begins at its verb (or the adverb or prohibition before it): no modal, no subject, no condition.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.discourse.parties.actors import Actor
from extractor.discourse.parties.sources import Sources
from extractor.discourse.tasks.conditions import told_then
from extractor.discourse.tasks.demands import DemandFinder
from extractor.discourse.tasks.manner import ASKED, LISTED, Manner, Task
from extractor.discourse.tasks.openings import behind_lead_in, demand_at, matter
from extractor.discourse.tasks.splitting import TaskSplitter
from extractor.discourse.words.clauses import behind_time, segment_end, segments, skip_fronted, skip_light
from extractor.discourse.words.cues import Line
from extractor.discourse.words.modals import VERBAL, modal_end
from extractor.discourse.words.objects import VERBS
from extractor.discourse.words.roles import Roles

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
        self._splitter = TaskSplitter(self._demands)

    def fresh(self, line: Line, first: int, last: int) -> list[Task]:
        """Behind a demanding verb: "[Sở Xây dựng] [cần] rà soát …". What follows is asked for, whatever its verb."""
        return _banned(line, first, self._behind_verb(line, first, last))

    def _behind_verb(self, line: Line, first: int, last: int) -> list[Task]:
        i = behind_time(line, skip_fronted(line, skip_light(line, first, last), last), last)
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
            return self._splitter.split(line, Task(thing, last), last, sure=True)
        found = found or self._demands.unknown(line, i, last)
        begin = matter(line, found.first, last)
        if begin is None:
            return []
        return self._splitter.split(line, replace(found, first=begin), last, sure=_told_at_once(line, found, begin))

    def announced_to(self, line: Line, first: int, last: int) -> Actor | None:
        """Who is asked for what only another frame tells: "nêu một số kiến nghị với | UBND tỉnh | như: đề nghị …"."""
        lead_in = self._lead_in(line, skip_fronted(line, skip_light(line, first, last), last), last)
        return lead_in.actor if lead_in is not None else None

    def only_addressed(self, line: Line, first: int, last: int) -> Actor | None:
        """Who stands before the colon of a list that begins in the next line: "đề nghị | các sở, ngành |:"."""
        actor = self._demands.actor(line, skip_light(line, first, last), last, ASKED)
        if actor is None or line.char(last - 1) != ":":
            return None
        begin = modal_end(line, actor.last) if line.at("modals", actor.last) is not None else actor.last
        return actor if begin + 1 >= last or behind_lead_in(line, begin, last) >= last else None

    def _lead_in(self, line: Line, i: int, last: int) -> Task | None:
        """What announces a list of demands, with whom they go to: "(kiến nghị) | Chính phủ ba giải pháp: …"."""
        actor = self._demands.actor(line, i, last)
        if actor is None:
            head = line.any_at(i, "actor_nouns", "body_pronouns")
            behind = self._demands.lead_in(line, head.last, last) if head is not None else None
            if head is not None and behind is not None:  # "kiến nghị với | tỉnh | một số nội dung"
                return replace(behind, actor=behind.actor or Actor(i, head.last, None, marked=False))
            return self._demands.lead_in(line, i, last)
        if not actor.marked:
            return self._demands.lead_in(line, i, last) or self._level(line, actor, last)
        for mark in line.sentence.kind("person", "organization", "place"):
            if not actor.first <= mark.first < actor.last:
                continue
            behind = self._demands.lead_in(line, mark.last, last)
            if behind is not None:
                return replace(behind, actor=behind.actor or replace(actor, last=mark.last))
        return None

    def _level(self, line: Line, actor: Actor, last: int) -> Task | None:
        """A list that goes to a level or body without a name: "(đề nghị) | tỉnh |: …", "Đoàn một số việc như: …"."""
        if line.char(actor.last) == ":":
            return Task(actor.last + 1, last, actor)
        for k in range(actor.first + 1, min(actor.last + 1, last)):
            if (behind := self._demands.lead_in(line, k, last)) is not None:
                return replace(behind, actor=behind.actor or replace(actor, last=k))
        return None

    def carried(self, line: Line, first: int, last: int, manner: Manner, *, any_subject: bool) -> list[Task]:
        """In running speech: a task as its manner wants it at the start, or a modal further on.

        `any_subject` takes a modal behind a thing too ("quy hoạch phải …"), else only behind people and bodies.
        """
        i = _behind_single(line, behind_time(line, skip_fronted(line, skip_light(line, first, last), last), last))
        solved = _solution(line, i, last)
        found = self._demands.start(line, i, last, manner) if solved is None else Task(solved, last)
        if found is not None:
            return self._splitter.split(line, found, last)
        if line.at("future_markers", i) is not None:
            manner = replace(manner, firm=False)  # a promise: "sẽ siết chặt, không để …"
        then = told_then(line, i, last, listed=manner.bare) if manner.firm else None
        if then is not None:
            return self._splitter.split(line, Task(then, last), last)
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
                actor = None if _still_object(line, i, start) else found.actor
                return self._splitter.split(line, replace(found, last=last, actor=actor), last)
        return []


def _behind_single(line: Line, i: int) -> int:
    """Over "riêng", "còn" before the one who must act: "Riêng | xã X khẩn trương …"."""
    link = line.at("part_links", i)
    return link.last if link is not None and line.mark_at(link.last) is not None else i


def _still_object(line: Line, first: int, start: int) -> bool:
    """Whether the people at atom `start` are the rest of a list that a noun of action has as its object: "Việc tuyển
    dụng công chức, | viên chức | phải đúng quy định" speaks to nobody."""
    listed = start > first and line.char(start - 1) == "," and line.before("actor_nouns", start - 1) is not None
    return listed and line.at("nominal_heads", first) is not None


def _of_a_thing(line: Line, i: int, last: int) -> int | None:
    """Where it begins what is to happen to a thing: "(mong) | thủ tục sẽ được rút gọn", "lãi suất | tiếp tục giảm"."""
    barred: Roles = (
        *VERBAL,
        "oblique_markers",
        "purpose_links",
        "relative_openers",
        "future_markers",
        "passive_markers",
    )
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


def _banned(line: Line, first: int, tasks: list[Task]) -> list[Task]:
    """Tasks behind a verb that forbids them: one, with that verb, without which it would say the opposite ("| nghiêm
    cấm các trường thu thêm tiền, ép học sinh học thêm"); what is asked for further on stands by itself."""
    ban = line.before("prohibitions", first)
    if ban is None or not tasks:
        return tasks
    cut = next((k for k in range(1, len(tasks)) if _anew(line, tasks[k - 1], tasks[k])), len(tasks))
    return [Task(ban.first, tasks[cut - 1].last, tasks[0].actor), *tasks[cut:]]


def _anew(line: Line, before: Task, task: Task) -> bool:
    """Whether a task is no part of the list that the one before belongs to."""
    return task.actor is not None or line.has("modals", before.last, task.first) or line.char(before.last) == ";"


def _told_at_once(line: Line, task: Task, i: int) -> bool:
    """Whether what stands right behind a body by name is its verb, known or not: "đề nghị UBND tỉnh | bỏ phí …"."""
    if i >= len(line) or task.actor is None or not task.actor.marked or task.actor.last != i:
        return False
    if not line.sentence.atom(i).islower():
        return False
    if any(i <= m.first <= i + 1 for m in line.sentence.kind("quantity", "percent", "period")):
        return False
    return line.any_at(i, *_NO_VERBS) is None


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
