"""What is told in the passive.

Demands of those who must act: "các chủ tàu được yêu cầu | kiểm tra máy", "Sở Y tế được Bộ trưởng giao …". Faults and
reasons: "Hạn chế được Bộ Y tế chỉ ra là nhân lực còn thiếu".
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.discourse.frames.frame import DEMANDS, Frame
from extractor.discourse.parties.actors import VERBS, Actor, find_actor
from extractor.discourse.parties.sources import Sources
from extractor.discourse.words.clauses import skip_fronted, skip_light
from extractor.discourse.words.cues import Cue, Line
from extractor.discourse.words.roles import SPEECH, Roles
from extractor.discourse.words.verbs import HARD, PAUSES
from extractor.document import Mark

_SPEAKING: Final = ("person", "organization")
_ACTED: Final = 22  # atoms of those who must act
_WHICH: Final = 4  # atoms that say which of them: "các nhà máy | đường khác |"
_NO_PHRASE: Final[Roles] = (
    "tense_markers", "relative_openers", "relative_heads", "copulas", "modals", "item_links", "contrast", "negators",
    "predicate_markers", "saying_verbs", "purpose_links", "action_verbs",
)  # fmt: skip
_PREDICATES: Final[Roles] = ("modals", "tense_markers", "copulas", "unfinished_markers")
_TASKS: Final = (*VERBS, "directive_adverbs", "modals", "negators", "task_heads", "lead_markers", "support_links")


def find_passives(sources: Sources, line: Line) -> list[Frame]:
    """The demands in the passive; each begins with those who must act."""
    if "passive_markers" not in line.roles:
        return []
    frames = (_frame(sources, line, cue) for cue in line.of(SPEECH))
    return [frame for frame in frames if frame is not None]


def _frame(sources: Sources, line: Line, cue: Cue) -> Frame | None:
    if cue.verb is None or cue.verb.act not in DEMANDS or not _tells_task(line, cue.last):
        return None
    mark = line.mark_at(cue.first - 1)
    agent = mark if mark is not None and mark.kind in _SPEAKING else None
    passive = line.before("passive_markers", agent.first if agent is not None else cue.first)
    asked = _asked(sources, line, passive.first) if passive is not None else None
    if asked is None:
        return None
    source = sources.of(line.sentence, agent) if agent is not None else None
    return Frame(asked.first, cue.last, cue.verb, cue.word, source, asked=asked)


def _tells_task(line: Line, i: int) -> bool:
    """Whether a task stands at atom i, and neither how much was assigned nor, behind it, what those described by it
    do: "các trường được giao tự chủ | phải công khai học phí"."""
    task = line.any_at(i, *_TASKS)
    if task is None or any(i <= m.first <= task.last for m in line.sentence.kind("quantity")):
        return False
    end = next((k for k in range(task.last, len(line)) if line.char(k) in PAUSES), len(line))
    return not any(line.has(role, task.last, end) for role in _PREDICATES)


def _asked(sources: Sources, line: Line, last: int) -> Actor | None:
    """Those who open the clause that ends before the passive at atom `last`."""
    while (adverb := line.before("concluding_adverbs", last) or line.before("past_markers", last)) is not None:
        last = adverb.first
    clause = next((k + 1 for k in range(last - 1, max(-1, last - _ACTED), -1) if line.char(k) in PAUSES), 0)
    first = skip_fronted(line, skip_light(line, clause, last), last)
    actor = find_actor(line, sources, first, last)
    if actor is None or actor.first != first or not actor.last <= last <= actor.last + _WHICH:
        return None
    plain = all(line.any_at(k, *_NO_PHRASE) is None for k in range(actor.last, last))
    return replace(actor, last=last) if plain else None


def in_passive(line: Line, cue: Cue, mark: Mark) -> bool:
    """Whether the mark says what is wrong, or why: "Hạn chế được | Bộ Y tế chỉ ra là …"."""
    opener = line.before("passive_markers", mark.first)
    if opener is None or line.at("copulas", cue.last) is None:
        return False
    nouns = (noun for role in ("reason_nouns", "fault_list_nouns") for noun in line.within(role, 0, opener.first))
    return any(all(line.char(k) not in HARD for k in range(noun.last, opener.first)) for noun in nouns)


def behind_passive(line: Line, cue: Cue) -> int:
    """The atom behind "chỉ ra là do", where what is wrong begins."""
    k = cue.last
    while (link := line.any_at(k, "copulas", "reason_openers", "cause_openers")) is not None:
        k = link.last
    return k
