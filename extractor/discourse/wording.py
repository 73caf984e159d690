"""What the wording of a clause in running speech makes of it: a promise that goes on, words that only announce, what
should have been done, what the rules demand, what each body is to do."""

from __future__ import annotations

from typing import Final

from extractor.discourse.continuing import body_acts
from extractor.discourse.frames.frame import Frame
from extractor.discourse.state import Article
from extractor.discourse.tasks.manner import Task
from extractor.discourse.words.clauses import clause_before, segment_end, skip_light
from extractor.discourse.words.cues import Line
from extractor.discourse.words.modals import VERBAL
from extractor.discourse.words.roles import Roles

_SAID: Final = 4  # atoms at least of what is told behind such words
_TELLING: Final[Roles] = ("then_markers", "copulas", "tense_markers")


def goes_on_promising(line: Line, first: int, last: int) -> bool:
    """Whether a promise goes on, with neither a subject nor a modal: "(sẽ giảm thuế); | không gây phiền hà"."""
    acts = line.any_at(skip_light(line, first, last), *VERBAL, "negators", "prohibitions") is not None
    return acts and not line.has("modals", first, last)


def said_on(line: Line, frame: Frame) -> bool:
    """Whether the words whose speaker is named behind began in a sentence before: "“… . | Kiên quyết …”, ông nói"."""
    return frame.quoted and frame.first == 0 and line.char(0) != '"'


def opens_plainly(line: Line, first: int, last: int) -> bool:
    """Whether somebody's words open with a verb and tell neither what is, nor was, nor follows: "“Xóa bỏ ưu ái …”"."""
    i = skip_light(line, first, last)
    if i >= last or line.any_at(i, "action_verbs", "directive_adverbs") is None or line.sentence.atom(i)[0].islower():
        return False
    if line.has("existence_words", i, segment_end(line, i, last)):
        return False
    return not any(line.has(role, i, last) for role in _TELLING)


def lists_bodies(article: Article, line: Line, first: int, frame: Frame | None) -> bool:
    """Whether a colon opens what bodies are to do, one by one: "Thủ tướng nêu rõ: | Bộ Y tế khẩn trương …; | Bộ Công
    an tăng cường …"."""
    if frame is None or frame.quoted or ":" not in (line.char(frame.content - 1), line.char(frame.content)):
        return False
    told = line.has("tense_markers", first, len(line)) or line.sentence.kind("quantity", "percent")
    lands = line.sentence.kind("place")  # "Việt Nam | tiếp tục đổi mới" binds nobody
    if told or any(m.first in (first, first + 1) for m in lands):
        return False
    return body_acts(article, line, first)


def things_listed(line: Line, first: int, last: int) -> bool:
    """Whether things are listed behind a colon: "bổ sung 3 báo cáo, gồm: báo cáo tiến độ; | báo cáo giải ngân"."""
    colon = next((k for k in range(first + 1, last) if line.char(k) == ":"), None)
    opener = line.before("lead_in_openers", colon) if colon is not None else None
    if colon is None or opener is None or line.char(opener.first - 1) != ",":
        return False
    return line.at("paper_nouns", skip_light(line, colon, last)) is not None


def ruled(line: Line, first: int, task: Task) -> bool:
    """Whether the clause names rules that demand the task: "Theo quy định, chủ xe phải …"."""
    return line.has("rule_markers", clause_before(line, first, task.first), task.first)


def should_have(line: Line, first: int, last: int) -> int | None:
    """Where it begins what was done instead of what should have been: "Đáng lẽ phải báo ngay thì | đơn vị lại giấu";
    `last` where that is not told."""
    opener = line.at("should_have", skip_light(line, first, last))
    if opener is None:
        return None
    turns = [cue.last for role in ("then_markers", "contrast") for cue in line.within(role, opener.last, last)]
    return next((turn for turn in sorted(turns) if turn + _SAID <= last), last)


def behind_lead_in(line: Line, first: int, last: int) -> int:
    """The atom behind words that only announce a list: "báo cáo cũng nêu việc thu gom rác như sau: | …"."""
    for colon in range(first, last - _SAID):
        if line.char(colon) == ":" and line.before("list_announcers", colon) is not None:
            return colon + 1
    return first
