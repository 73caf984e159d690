"""Tasks and proposals that are announced by their number: "nêu ra 5 nhiệm vụ trọng tâm. Một là, …"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.discourse.frames.frame import DEMANDS, Frame
from extractor.discourse.words.cues import Cue, Line
from extractor.discourse.words.modals import VERBAL
from extractor.discourse.words.roles import SPEECH, Roles
from extractor.discourse.words.verbs import is_weak
from extractor.rulebook.tables import SpeechVerb

ASKING: Final = SpeechVerb(words=["-"], act="by_rank")
"""The act of who names what is to be done: an order or a proposal, by rank."""
_PROPOSING: Final = SpeechVerb(words=["-"], act="recommendation")
_TOLD_OF: Final[Roles] = ("copulas", "having_verbs", "tense_markers", "then_markers", "reason_openers", "modals")
_NAMED: Final = 2  # atoms from the number to the noun


def behind_relative(line: Line, frame: Frame) -> Frame:
    """ "Giải pháp trước mắt Bộ Y tế đề xuất để giảm giá là | …": what was proposed stands behind the copula."""
    noun = line.before("solution_nouns", frame.first)
    noun = noun or next((n for k in (1, 2) if (n := line.before("solution_nouns", frame.first - k)) is not None), None)
    if noun is None or frame.source is None or not frame.demands:
        return frame
    copula = next(line.within("copulas", frame.content, len(line)), None)
    if copula is None or any(line.char(k) in '.;:"' for k in range(frame.content, copula.first)):
        return frame
    return replace(frame, content=copula.last)


def with_tasks(line: Line, frame: Frame) -> Frame:
    """ "nêu một số kiến nghị như …": who names his proposals proposes; who names tasks sets them."""
    if frame.trigger is not None and line.before("urging_verbs", frame.content) and _urges(line, frame.content):
        return replace(frame, verb=ASKING)
    stressed = _stressed(line, frame.content) if frame.trigger is not None and not frame.demands else None
    if stressed is not None:
        return replace(frame, verb=ASKING, content=stressed)
    if not frame.demands and frame.trigger is not None and _lists_remedies(line, frame.content):
        return replace(frame, verb=_PROPOSING)
    tasks = _announced(line, frame.content) if frame.trigger is not None and not frame.demands else None
    if tasks is not None:
        return replace(frame, verb=_PROPOSING if line.at("remedy_nouns", tasks.first) is not None else ASKING)
    count = line.at("lead_in_counts", frame.content)
    noun = line.at(SPEECH, count.last) if count is not None and not frame.demands else None
    if noun is None or noun.verb is None or line.at("lead_in_nouns", noun.first) is None:
        return frame
    if noun.verb.act not in DEMANDS:
        return frame
    return replace(frame, verb=noun.verb, trigger=noun.word)


def _stressed(line: Line, i: int) -> int | None:
    """The atom where the task begins that somebody stresses by its noun: "nhấn mạnh (đến) việc | rà soát …"; what is
    told of the noun is none: "nhấn mạnh việc mở cầu có ý nghĩa lớn"."""
    if line.before("stressing_verbs", i) is None:
        return None
    link = line.at("recipient_markers", i)
    noun = line.at("stressed_nouns", link.last if link is not None else i)
    if noun is None or line.any_at(noun.last, *VERBAL, "task_heads") is None:
        return None
    end = next((k for k in range(noun.last, len(line)) if line.char(k) in '.;:"…'), len(line))
    return None if any(line.has(role, noun.last + 1, end) for role in _TOLD_OF) else noun.last


def _lists_remedies(line: Line, i: int) -> bool:
    """Whether remedies are listed behind their noun: "đưa ra nhiều giải pháp | tăng cường …; nâng cao …"."""
    if line.before("remedy_nouns", i) is None or line.any_at(i, "action_verbs", "task_heads") is None:
        return False
    return line.at("purpose_links", i) is None and ";" in line.signs[i:]


def _urges(line: Line, i: int) -> bool:
    """Whether people stand at atom i and then what they are to do: "động viên | bà con tiếp tục chăm lo sản xuất"."""
    several = line.at("actor_determiners", i)
    i = several.last if several is not None else i
    mark, noun = line.mark_at(i), line.at("actor_nouns", i)
    if mark is None and noun is None:
        return False
    k = mark.last if mark is not None else noun.last if noun is not None else i
    adverb = line.at("directive_adverbs", k)
    return adverb is not None and line.any_at(adverb.last, *VERBAL, "task_heads") is not None


def _announced(line: Line, i: int) -> Cue | None:
    """The noun for tasks of which a number is announced: "nêu ra | 5 nhiệm vụ trọng tâm: …"."""
    if i >= len(line) or line.before("announcing_verbs", i) is None:
        return None
    count = line.at("lead_in_counts", i)
    k = count.last if count is not None else i + line.sentence.atom(i)[0].isdigit()
    noun = line.next("task_nouns", k, k + _NAMED)
    if k == i or noun is None:
        return None
    end = next((j for j in range(noun.last, len(line)) if line.char(j) in ':;."…'), len(line))
    told = any(line.has(role, noun.last, end) for role in ("tense_markers", "modals"))
    said = any(not is_weak(line, cue) for cue in line.within(SPEECH, noun.last, end))
    return None if told or said else noun
