"""Where the reporter speaks again: background, reports, what laws and plans hold, what a meeting did."""

from __future__ import annotations

from typing import Final

from extractor.discourse.words.clauses import clause_end, skip_fronted, skip_light
from extractor.discourse.words.cues import Line
from extractor.discourse.words.roles import SPEECH

_REPORT: Final = 12  # atoms
_VOICES: Final = 5  # atoms between a number and those who answered
_PREDICATES: Final = ("predicate_markers", "tense_markers", "action_verbs", "action_verbs_short")


def closes(line: Line, i: int, *, presiding: bool) -> bool:
    """Whether a speech ends before atom i; of who presides only a clear sign ends it."""
    if line.at("speech_closers", i) is not None or (not presiding and line.at("speech_closers_weak", i) is not None):
        return True
    near = min(i + _REPORT, len(line))
    return line.has("report_markers", i, near) or _ruled(line, i, near) or _tells_of_event(line, i)


def polled(line: Line, first: int, last: int) -> bool:
    """Whether so many people said it: "21% ý kiến | cho rằng nên bỏ" is no word of the one who speaks."""
    if SPEECH not in line.roles:
        return False
    shares = (line.at(SPEECH, m.last) for m in line.sentence.kind("percent") if first <= m.first)
    if any(said is not None and line.at("oblique_markers", said.last) is None for said in shares):
        return True  # "70,1% | đề nghị sắp xếp lại", but not "60% | nêu trong nghị quyết"
    voices = [v for v in line.within("poll_voices", first, last) if line.any_at(v.last, SPEECH) is not None]
    numbers = line.sentence.kind("quantity", "percent") if voices else ()
    return any(first <= m.first < v.last <= m.last + _VOICES for m in numbers for v in voices)


def cites_rule(line: Line, i: int) -> bool:
    """Whether the words at atom i are those of a document that says what the rules are: "Nghị định 55 quy định: …"."""
    return "ruling_verbs" in line.roles and _ruled(line, 0, i)


def _ruled(line: Line, first: int, last: int) -> bool:
    """Whether a document says what the rules are: "Nghị định 55 | quy định …"."""
    documents = (m for m in line.sentence.kind("document") if first <= m.first and m.last <= last)
    return any(line.at("ruling_verbs", m.last) is not None for m in documents)


def _tells_of_event(line: Line, i: int) -> bool:
    """Whether a meeting is the subject of the clause, with a predicate and no modal: "Hội nghị | bàn về …"."""
    first = skip_fronted(line, skip_light(line, i, len(line)), len(line))
    event = line.at("event_subjects", first)
    if event is None or line.has("modals", event.last, clause_end(line, event.last)):
        return False
    return line.any_at(event.last, *_PREDICATES) is not None
