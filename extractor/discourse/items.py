"""Tasks: the things asked for in a stretch of speech, one span each, with who must do them.

A task begins at its verb (or the adverb or prohibition before it): no modal, no subject, no condition. It is cut from
the next where an actor with a demand follows, or a verb with its own object, and the left side has its own too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extractor.discourse.actors import VERBS, Actor, find_actor
from extractor.discourse.clauses import segment_end, segments, skip_fronted, skip_light, trim
from extractor.discourse.cues import Line
from extractor.discourse.sources import Sources

_HEADS: Final = ("task_heads",)
_VERBAL: Final = ("action_verbs", "action_verbs_short", "directive_adverbs", "lead_markers")
_SHORTEST: Final = 2


@dataclass(frozen=True, slots=True)
class Task:
    """Atoms `first` to `last` of the quote; `actor` where a new one is named; `how` it was demanded."""

    first: int
    last: int
    actor: Actor | None
    how: str


class TaskReader:
    """Reads the tasks of one piece of speech."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def fresh(self, line: Line, first: int, last: int) -> list[Task]:
        """Behind a demanding verb: "[Sở Xây dựng] [cần] rà soát …". What follows is asked for, whatever its verb."""
        i = skip_fronted(line, skip_light(line, first, last), last)
        lead_in = self._lead_in(line, i, last)
        if lead_in is not None:
            begin, actor = lead_in
            tasks = self.fresh(line, begin, last) if begin < last else []
            return [Task(t.first, t.last, t.actor or actor, t.how) for t in tasks[:1]] + tasks[1:]
        found = self._start(line, i, last, bare=True, actors=True, named=False) or self._unknown(line, i, last)
        begin = self._matter(line, found.first, last)
        if begin is None:
            return []
        found = Task(begin, last, found.actor, found.how)
        return self._split(line, found, last, bare=True)

    @staticmethod
    def _matter(line: Line, i: int, last: int) -> int | None:
        """Over "về việc" before what is asked for; None where only a topic stands there, or a purpose."""
        link = line.at("matter_links", i)
        if link is not None and link.last < last:
            return link.last
        if line.any_at(i, *VERBS, "task_heads") is not None:
            return i
        end = segment_end(line, i, last)
        modal = next((m for m in line.within("modals", i, end) if not _denied(line, m.first)), None)
        if modal is not None and modal.last < end:
            return modal_end(line, modal.first)
        return None if line.any_at(i, "oblique_markers", "purpose_links") is not None else i

    def _lead_in(self, line: Line, i: int, last: int) -> tuple[int, Actor | None] | None:
        """ "một số kiến nghị [đối với Chính phủ] như: |": where what is asked for begins (`last` if it does not), to whom."""
        count = line.at("lead_in_counts", i)
        number = line.sentence.atom(i).isdigit() if i < last else False
        if count is None and not number:
            return None
        k = count.last if count is not None else i + 1
        noun = next((n for j in range(k, min(k + 2, last)) if (n := line.at("lead_in_nouns", j)) is not None), None)
        if noun is None:
            return None
        actor = None
        for j in range(noun.last, last):
            if line.at("lead_in_openers", j) is not None or line.char(j) == ":":
                opener = line.at("lead_in_openers", j)
                return (opener.last if opener is not None else j + 1), actor
            if actor is None and line.at("oblique_markers", j) is not None:
                actor = find_actor(line, self._sources, j, last)
                actor = actor if actor is not None and actor.marked else None
        return last, actor

    def _unknown(self, line: Line, i: int, last: int) -> Task:
        """A task whose verb no table knows: behind the actor and the next modal, if they are there."""
        actor = find_actor(line, self._sources, i, last)
        if actor is None:
            return Task(i, last, None, "order")
        end = segment_end(line, i, last)
        modal = next((m for m in line.within("modals", actor.last, end) if not _denied(line, m.first)), None)
        if modal is not None and modal.last < last:
            whole = Actor(actor.first, modal.first, actor.source, actor.marked)
            return Task(modal_end(line, modal.first), last, whole, "order")
        if actor.marked or line.at("oblique_markers", actor.last) is not None:
            return Task(skip_fronted(line, skip_light(line, actor.last, last), last), last, actor, "order")
        return Task(i, last, None, "order")

    def carried(self, line: Line, first: int, last: int, *, bare: bool, loose: bool, actors: bool = False) -> list[Task]:
        """In running speech: a task needs a modal, or (`bare`, within a list of demands) an actor or verb at its start.

        `loose` takes a modal behind any subject ("quy hoạch phải …"), else only behind people and bodies.
        """
        tasks: list[Task] = []
        i = skip_fronted(line, skip_light(line, first, last), last)
        found = self._start(line, i, last, bare=bare, actors=bare or actors, firm=loose)
        if found is not None:
            return self._split(line, found, last, bare=bare)
        for start, end in segments(line, i, last):
            begin = skip_fronted(line, skip_light(line, start, end), end)
            if begin > i and line.at("conjunction_modals", begin) is not None:
                continue  # ", nên …" concludes
            found = self._start(line, begin, end, bare=False, actors=actors, firm=loose) or self._theme(line, begin, end, loose=loose)
            if found is not None:
                return self._split(line, Task(found.first, last, found.actor, found.how), last, bare=bare)
        return tasks

    # --- where a task begins -----------------------------------------------------------------------------------------

    def _start(self, line: Line, i: int, last: int, *, bare: bool, actors: bool, firm: bool = True,
               named: bool = True) -> Task | None:  # fmt: skip
        """A task that begins at atom i: modal, verb (only if `bare`), or an actor before one of them."""
        if i >= last:
            return None
        noun = line.at("action_verbs", i) is not None and line.at("actor_nouns", i) is not None
        direct = self._demand(line, i, last, bare=bare, firm=firm) if not noun or find_actor(line, self._sources, i, last) is None else None
        if direct is not None:
            return Task(direct, last, None, "order" if bare else "modal")
        actor = find_actor(line, self._sources, i, last, named=named)
        if actor is None or actor.last >= last:
            return None
        k = skip_fronted(line, actor.last + (line.char(actor.last) == ","), last)
        if line.at("tense_markers", k) is not None and line.at("directive_adverbs", k) is None:
            return None
        leads = firm and line.any_at(k, "lead_markers", "support_links") is not None
        start = self._demand(line, k, last, bare=bare or (actor.marked and (actors or leads)), firm=firm)
        return Task(start, last, actor, "order" if bare else "modal") if start is not None else None

    def _demand(self, line: Line, i: int, last: int, *, bare: bool, firm: bool = False) -> int | None:
        """The first atom of the task whose modal or verb stands at atom i."""
        modal = line.at("modals", i)
        if modal is not None and not _denied(line, i) and not _concludes(line, i):
            return skip_light(line, modal_end(line, i), last) if modal.last < last else None
        if line.at("prohibitions", i) is not None:
            return i if bare or firm else None
        adverb = line.at("directive_adverbs", i)
        if adverb is not None and adverb.last < last and (line.at("action_verbs", i) is None or bare):
            inner = line.at("modals", adverb.last)
            if inner is not None:
                return modal_end(line, adverb.last)
        if not bare:
            return None
        negator = line.at("negators", i)
        if negator is not None and line.at("action_verbs", negator.last) is not None:
            return i
        if line.any_at(i, *VERBS, "lead_markers") is not None:
            return i
        if adverb is not None and adverb.last < last:
            return i if self._demand(line, adverb.last, last, bare=True) is not None else None
        return None

    def _theme(self, line: Line, first: int, last: int, *, loose: bool) -> Task | None:
        """A modal behind a subject that is a thing: "quy hoạch phải | đi liền với …"; a body right before it acts."""
        behind = _behind_condition(line, first, last)
        if behind is None or line.at("self_words", first) is not None:
            return None
        first = behind
        for modal in line.within("modals", first, last):
            if _denied(line, modal.first) or _concludes(line, modal.first) or line.before("relative_heads", modal.first) is not None:
                continue
            mark = line.mark_at(modal.first - 1)
            actor = find_actor(line, self._sources, mark.first, last) if mark is not None else None
            if actor is None:
                whole = find_actor(line, self._sources, first, last)
                actor = whole if whole is not None and whole.last == modal.first else None
            if actor is not None and (not (actor.marked or actor.last == modal.first) or line.before("oblique_markers", actor.first) is not None):
                actor = None
            if not loose and actor is None:
                continue
            end = modal_end(line, modal.first)
            return Task(end, last, actor, "modal") if end < last else None
        return None

    # --- where it ends -----------------------------------------------------------------------------------------------

    def _split(self, line: Line, task: Task, last: int, *, bare: bool) -> list[Task]:
        """The task cut into tasks of one verb and object each."""
        found: list[Task] = []
        current = task
        k = task.first
        while k < last:
            step = self._next(line, current, k, last)
            if step is None:
                break
            cut, following = step
            found.append(Task(current.first, cut, current.actor, current.how))
            current = following
            k = following.first
        found.append(Task(current.first, last, current.actor, current.how))
        trimmed = [(t, trim(line, t.first, t.last)) for t in found]
        return [Task(a, b, t.actor, t.how) for t, (a, b) in trimmed if b - a >= _SHORTEST]

    def _next(self, line: Line, current: Task, k: int, last: int) -> tuple[int, Task] | None:
        """The next cut behind atom k: (where the left task ends, the task to the right)."""
        depth = 0
        for i in range(k, last):
            char = line.char(i)
            depth += (char == "(") - (char == ")")
            link = line.at("cut_links", i)
            if depth > 0 or (char != "," and link is None) or i <= current.first:
                continue
            if (mark := line.mark_at(i)) is not None and mark.last > i + 1:
                continue
            following = self._right(line, current, i, last)
            if following is not None:
                return i, following
        return None

    def _right(self, line: Line, current: Task, i: int, last: int) -> Task | None:
        """The task that begins behind the separator at atom i, if one does."""
        comma = line.char(i) == ","
        behind = i + 1 if comma else i
        start = skip_light(line, behind, last)
        if start >= last:
            return None
        if comma and line.at("condition_openers", start) is not None:
            main = _behind_condition(line, start, segment_end(line, start, last))
            begin = self._demand(line, main, last, bare=False) if main is not None else None
            return Task(begin, last, None, "modal") if begin is not None else None
        modal = self._demand(line, start, last, bare=False)
        if modal is not None and line.at("prohibitions", start) is None:
            passive = line.at("relative_openers", modal) is not None  # "hàng hóa phải đăng ký hoặc phải được kiểm tra"
            return None if passive else Task(modal, last, None, "modal")
        actor = find_actor(line, self._sources, start, last)
        if actor is not None and actor.last < last and line.any_at(start, *_VERBAL) is None:
            begin = self._demand(line, actor.last, last, bare=comma and actor.marked and line.mark_at(i - 1) is None)
            if begin is not None and line.at("tense_markers", actor.last) is None:
                return Task(begin, last, actor, "order")
        if not self._verb_with_object(line, start, last) or not has_object(line, current.first, i):
            return None
        if line.any_at(start, "purpose_links") or line.at("purpose_links", behind) is not None or line.before("purpose_links", i) is not None:
            return None
        if line.at("closing_verbs", start) is not None or self._in_noun_phrase(line, i):
            return None
        strong = line.any_at(start, *_HEADS) is not None or self._repeats(line, current.first, i, start)
        if not strong and any(True for _ in line.within("purpose_links", current.first, i)):
            return None
        if not strong and (not comma or not has_object(line, _segment_start(line, current.first, i), i)):
            return None
        return Task(start, last, None, "order")

    @staticmethod
    def _in_noun_phrase(line: Line, i: int) -> bool:
        """Whether a verb that is a noun's complement stands right before atom i: "về phòng cháy, | chữa cháy"."""
        verb = line.before("action_verbs", i)
        return verb is not None and line.before("nominal_heads", verb.first) is not None

    @staticmethod
    def _repeats(line: Line, first: int, last: int, start: int) -> bool:
        """Whether the verb to the right also stands to the left: "giảm chi phí sản xuất và giảm giá thành"."""
        verb = line.any_at(start, "action_verbs", "action_verbs_short")
        if verb is None:
            return False
        return any(cue.word == verb.word for role in ("action_verbs", "action_verbs_short") for cue in line.within(role, first, last))

    @staticmethod
    def _verb_with_object(line: Line, i: int, last: int) -> bool:
        """Whether a verb stands at atom i with an object of its own behind it."""
        if line.sentence.atom(i)[0].isupper():
            return False
        k, governed, verbs = i, False, 0
        while k < last and (cue := line.any_at(k, *_VERBAL)) is not None:
            verb = line.any_at(k, "action_verbs", "action_verbs_short", "lead_markers")
            if governed and verb is not None:
                return True
            governed = line.at("governing_verbs", k) is not None
            verbs += verb is not None
            k = cue.last
        if not verbs or k >= last or line.char(k) in ",;.…)":
            return False
        if any(m.first == k for m in line.sentence.kind("period")) or line.at("deadline_openers", k) is not None:
            return False  # "…, hoàn thành trong quý IV" closes the task before
        return line.any_at(k, "item_links", "purpose_links", "copulas") is None


def has_object(line: Line, first: int, last: int) -> bool:
    """Whether the verb at atom `first` has an object: another word than verbs and adverbs, or an action by its noun."""
    k, governed = first, False
    while k < last:
        cue = line.any_at(k, *_VERBAL, "item_links", "prohibitions")
        if cue is None:
            if line.char(k) not in ",":
                return True
            k += 1
            continue
        if governed and line.at("action_verbs", k) is not None:
            return True
        governed = line.at("governing_verbs", k) is not None
        k = cue.last
    return False


def modal_end(line: Line, i: int) -> int:
    """The atom after the modal at atom i; "cần có", "cần được" keep their second syllable, which is the verb."""
    modal = line.at("modals", i)
    assert modal is not None
    if modal.last - modal.first == 2 and line.any_at(i + 1, "action_verbs_short", "tense_markers", "predicate_markers") is not None:
        return i + 1 if line.at("modals", i + 1) is None else modal.last
    return modal.last


def main_verb(line: Line, first: int, last: int) -> str | None:
    """The main verb of a task: the first verb that is no mere adverb."""
    k = first
    while k < last and line.any_at(k, "action_verbs", "action_verbs_short") is None:
        cue = line.any_at(k, "directive_adverbs", "prohibitions")
        if cue is None:
            return None
        k = cue.last
    cue = line.any_at(k, "action_verbs", "action_verbs_short")
    adverb = line.at("directive_adverbs", k)
    if cue is not None and adverb is not None and adverb.last < last:
        behind = line.any_at(adverb.last, "action_verbs")
        cue = behind if behind is not None and behind.last <= last else cue
    return line.sentence.slice(cue.first, cue.last) if cue is not None else None


def _segment_start(line: Line, first: int, i: int) -> int:
    """The atom after the last comma before atom i."""
    return next((k + 1 for k in range(i - 1, first - 1, -1) if line.char(k) == ","), first)


def _behind_condition(line: Line, first: int, last: int) -> int | None:
    """Where the main clause begins: behind "thì", or at its modal behind a purpose; None if only a condition stands there."""
    if line.at("condition_openers", first) is None:
        return first if line.at("relative_openers", first) is None else None
    then = next((cue.last for cue in line.within("then_markers", first, last) if cue.last < last), None)
    if then is not None:
        return then
    return first if line.at("purpose_links", first) is not None else None


def _concludes(line: Line, i: int) -> bool:
    """Whether "nên" at atom i says "therefore": no verb follows it."""
    cue = line.at("conjunction_modals", i)
    return cue is not None and line.any_at(cue.last, *_VERBAL, "predicate_markers", "task_heads") is None


def _denied(line: Line, i: int) -> bool:
    """Whether the modal at atom i is none: part of a set phrase ("cần thiết"), or denied."""
    for phrase in line.cues.get("nominal_phrases", {}).values():
        if phrase.first <= i < phrase.last and phrase.last - phrase.first > 1 and line.at("modals", i):
            return True
    plight = any(cue.first <= i < cue.last for cue in line.cues.get("plight_modals", {}).values())
    return plight or line.before("negators", i) is not None
