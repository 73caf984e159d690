"""Finds the frames of speech in a sentence.

The shapes: SUBJECT verb ("Phó Chủ tịch UBND tỉnh yêu cầu …"); a verb alone at a clause's start, which goes on with the
last speaker ("Đồng thời đề nghị …"); "Theo X, …"; "X: …"; a noun for the verb ("tinh thần của Thủ tướng là …").
"""

from __future__ import annotations

from dataclasses import replace

from extractor.discourse.frames.according import find_according, find_inspected
from extractor.discourse.frames.announced import behind_relative, with_tasks
from extractor.discourse.frames.colons import colon_frames
from extractor.discourse.frames.frame import DEMANDS, Frame
from extractor.discourse.frames.papers import find_paper
from extractor.discourse.frames.passives import find_passives
from extractor.discourse.frames.subjects import SubjectFinder
from extractor.discourse.frames.voices import find_voices
from extractor.discourse.parties.sources import Source, Sources
from extractor.discourse.words.clauses import skip_fronted, skip_light
from extractor.discourse.words.cues import Cue, Line
from extractor.discourse.words.roles import SPEECH
from extractor.discourse.words.verbs import (
    HARD,
    PAUSES,
    after_cho,
    after_verb,
    clause_start,
    has_addressee,
    is_nominal,
    is_sure,
    is_weak,
    speech_verbs,
    starts_afresh,
)  # fmt: skip
from extractor.rulebook.tables import SpeechVerb

_SCENE = 8
_GIVEN = 5
_OPINION = 3  # atoms of "có ý kiến"


class FrameFinder:
    """Finds the frames of one article."""

    def __init__(self, sources: Sources, inspectors: tuple[str, ...]) -> None:
        """`inspectors`: how the names of bodies begin that inspect others."""
        self._inspectors = inspectors
        self._sources = sources
        self._subjects = SubjectFinder(sources)

    def find(self, line: Line) -> list[Frame]:
        """All frames of the sentence, left to right."""
        found: list[Frame] = []
        at = 0
        for cue, verb in speech_verbs(line):
            if cue.first < at or _holds_opinion(line, cue):
                continue
            inside = bool(found) and found[-1].paper and clause_start(line, cue.first) is None
            paper = None if inside else find_paper(self._subjects, line, cue, verb)
            frame = paper or self._subjects.find(line, cue, verb, at)
            frame = frame or self._after_acting(line, cue, verb, at) or _bare(line, cue, verb)
            if frame is None or (isinstance(frame, Frame) and frame.subjectless):
                frame = _opinion(line, cue, verb) or frame
            if frame == "task" and _announces(line, cue, verb):
                frame = _bare(line, cue, verb)
            if isinstance(frame, Frame) and not (found and _inside_task(line, found[-1], frame)):
                found.append(with_tasks(line, behind_relative(line, frame)))
                at = frame.content
        found += find_voices(self._sources, line)
        found += find_according(self._sources, line)
        found += find_inspected(self._sources, line, self._inspectors)
        found += colon_frames(line, self._sources)
        found += find_passives(self._sources, line)
        found = [_as_inspection(line, f) for f in found]
        return sorted(found, key=lambda f: (f.first, -f.content))

    def _after_acting(self, line: Line, cue: Cue, verb: SpeechVerb, floor: int) -> Frame | None:
        """A demand that goes on with what somebody has done: "UBND xã đã họp dân, | yêu cầu các hộ dân sơ tán"."""
        if verb.act not in DEMANDS or line.char(cue.first - 1) != "," or not has_addressee(line, cue.last):
            return None
        clause = next((k + 1 for k in range(cue.first - 1, -1, -1) if line.char(k) in HARD), 0)
        i = skip_fronted(line, skip_light(line, max(floor, clause), cue.first), cue.first)
        mark, head = line.mark_at(i), line.at("speaker_heads", i)
        known = mark is not None and mark.first == i and mark.kind in ("person", "organization")
        last = mark.last if known and mark is not None else head.last if head is not None else i
        if last == i or line.at("past_markers", last) is None or line.has("modals", last, cue.first):
            return None
        if is_weak(line, cue):
            return None
        text = line.sentence.slice(i, last)
        source = self._sources.of(line.sentence, mark) if known and mark is not None else Source("t " + text, text)
        return Frame(cue.first, after_verb(line, cue), verb, cue.word, source)


def _as_inspection(line: Line, frame: Frame) -> Frame:
    """The frame, with a note if it names an inspection's paper, or tells what an inspection showed."""
    paper = line.has("inspection_papers", frame.first, min(frame.content + _GIVEN, len(line)))
    scene = line.has("inspection_scenes", max(0, frame.first - _SCENE), min(frame.content + _SCENE, len(line)))
    inspects = paper or scene
    return frame if frame.inspects == inspects else replace(frame, inspects=inspects)


def _bare(line: Line, cue: Cue, verb: SpeechVerb) -> Frame | None:
    """The verb without a subject, at a clause's start or right before the body that must act."""
    assesses = verb.act in ("shortcoming", "recognition")
    urges = line.at("urging_verbs", cue.first) is not None and clause_start(line, cue.first) == 0
    if is_weak(line, cue) and not (assesses and (cue.first == 0 or urges)):
        return None
    proposes = verb.act == "recommendation" or (verb.act == "by_rank" and _to_body(line, cue, verb))
    if line.before("future_markers", cue.first) is not None and not proposes:
        return None  # what will be ordered is not yet; what will be proposed is
    before = line.before(SPEECH, cue.first)
    if before is not None and not is_nominal(line, before):
        return None
    start, to_body, linked = clause_start(line, cue.first), _to_body(line, cue, verb), _linked(line, cue)
    saying = line.at("saying_verbs", cue.first) is not None or (linked and is_sure(line, cue))
    if line.before("purpose_links", cue.first) is not None and not linked:
        return None
    if start is None and not (to_body or (linked and saying)):
        return None
    if verb.act not in DEMANDS and start != 0 and not saying and not starts_afresh(line, cue.first):
        return None
    if saying and line.char(cue.first - 1) == line.char(cue.last) == ",":
        return None  # "rèn luyện cách viết, | nói, trình bày" lists
    adverb = line.before("directive_adverbs", cue.first)
    first = start if start is not None else adverb.first if linked and adverb is not None else cue.first
    if first > 0 and not linked and line.at("task_orders", cue.first) is not None and line.char(first - 1) == ",":
        return None
    return Frame(
        first,
        after_verb(line, cue),
        verb,
        cue.word,
        pronoun=line.has("self_words", first, cue.first),
        to_body=to_body,
        linked=linked,
        opens=_opens(line, first, cue.first),
        sure=is_sure(line, cue),
    )


def _holds_opinion(line: Line, cue: Cue) -> bool:
    """Whether only the next verb says what the opinion is: "có ý kiến | (của đại biểu) cho rằng …"."""
    if line.at("existence_words", cue.first) is None or line.at("opinion_nouns", cue.first + 1) is None:
        return False
    end = next((k for k in range(cue.last, len(line)) if line.char(k) in PAUSES), len(line))
    return cue.last - cue.first <= _OPINION and line.has("saying_verbs", cue.last, end)


def _opinion(line: Line, cue: Cue, verb: SpeechVerb) -> Frame | None:
    """ "Có ý kiến đề nghị …": the opinion of nobody in particular."""
    existing = line.at("existence_words", cue.first) or line.before("existence_words", cue.first)
    opinion = line.at("opinion_nouns", existing.last) if existing is not None else None
    if existing is None or opinion is None or clause_start(line, existing.first) is None:
        return None
    text = line.sentence.slice(opinion.first, opinion.last)
    source = Source("t " + text.lower(), collective=True, layman=True)
    return Frame(existing.first, after_verb(line, cue), verb, cue.word, source)


def _announces(line: Line, cue: Cue, verb: SpeechVerb) -> bool:
    """Whether who ordered goes on to say what is to come: "(yêu cầu Sở Y tế) …, và | cho biết sẽ sớm bố trí vốn"."""
    if verb.act in DEMANDS or line.at("saying_verbs", cue.first) is None or not _linked(line, cue):
        return False
    return line.any_at(cue.last, "future_markers", "that_markers") is not None


def _inside_task(line: Line, outer: Frame, inner: Frame) -> bool:
    """Whether a subject within a demand begins no clause: "(yêu cầu) gửi ngay | Chủ tịch UBND các tỉnh quán triệt",
    "(giao) | cơ quan này đánh giá"."""
    return outer.demands and not inner.subjectless and clause_start(line, inner.first) is None


def _to_body(line: Line, cue: Cue, verb: SpeechVerb) -> bool:
    """Whether the one who must act stands right behind the verb."""
    mark = line.mark_at(after_cho(line, cue.last))
    return verb.act in DEMANDS and verb.addressee and mark is not None and mark.kind != "document"


def _linked(line: Line, cue: Cue) -> bool:
    """Whether "và" joins the verb to the one before: "… nói và đã yêu cầu"."""
    tense = line.before("tense_markers", cue.first) or line.before("directive_adverbs", cue.first)
    at = tense.first if tense is not None else cue.first
    return line.before("item_links", cue.first) is not None or line.before("item_links", at) is not None


def _opens(line: Line, first: int, verb: int) -> bool:
    """Whether nothing of the clause stands before: its start, "thì", or "tôi" as the subject."""
    if first == 0 or line.before("then_markers", first) is not None or line.has("self_words", first, verb):
        return True
    return line.char(first - 1) in HARD and line.char(first - 1) not in "()"
