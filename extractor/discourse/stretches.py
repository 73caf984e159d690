"""The stretches of a sentence: it is cut where a frame of speech begins, each stretch with the frame that opens it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from extractor.discourse.continuing import body_acts
from extractor.discourse.frames.frame import SAYING, Frame
from extractor.discourse.judgements.tones import tone_of
from extractor.discourse.nested import (
    does_as_well,
    is_task,
    must_as_well,
    orders_as_proposed,
    participle,
    passes_down,
    proposes_for,
    relays,
)
from extractor.discourse.state import Article
from extractor.discourse.words.clauses import behind_link, skip_light
from extractor.discourse.words.closing import cites_rule
from extractor.discourse.words.cues import Line

_PLAIN: Final = 3  # words of people without a name
_ORDER: Final = 4  # atoms at least of an order before words that go with it


def stretches(article: Article, line: Line) -> Iterator[tuple[int, int, Frame | None]]:
    """The sentence cut where a frame begins: (first atom, last, the frame or None)."""
    frames = _accepted(article, line)
    at = behind_link(line)
    for k, frame in enumerate(frames):
        if _said_behind(line, frame):
            if frame.first > at:
                said = replace(frame, first=at, content=at, stop=frame.first, quoted=True)
                yield at, frame.first, said
            at = len(line)
            break
        before = _before_adverbial(line, at, frame)
        if before > at and not _aims(article, line, at, frame):
            yield at, before, None
        following = frames[k + 1].first if k + 1 < len(frames) else len(line)
        last = max(frame.content, min(following, frame.stop if frame.stop is not None else len(line)))
        cited = _cited(line, frame, last)
        if cited is not None:
            yield frame.content, cited, frame
            said = replace(frame, first=cited, content=cited + 1, verb=SAYING, trigger=None, quoted=True)
            yield cited + 1, last, said
        else:
            yield frame.content, last, frame
        at = last
    if at < len(line):
        yield at, len(line), None


def _cited(line: Line, frame: Frame, last: int) -> int | None:
    """The colon behind what was ordered, where the words follow that go with it: "giao các sở xem xét lại|: “Việc này
    rất tốn kém …”"."""
    if not frame.demands or frame.quoted or '"' not in line.plain:
        return None
    for k in range(frame.content + _ORDER, last - 2):
        if line.char(k) == ":" and line.char(k + 1) == '"' and line.sentence.atom(k + 2)[0].isupper():
            return k
    return None


def _aims(article: Article, line: Line, at: int, frame: Frame) -> bool:
    """Whether all before the frame says what it is for: "Để giảm phiền hà; rút ngắn thủ tục; | Thủ tướng giao …"."""
    if at > 0 or frame.source is None or not frame.demands or line.has("modals", 0, frame.first):
        return False
    aims = line.at("aim_openers", skip_light(line, 0, frame.first)) is not None
    return aims and not body_acts(article, line, 0)


def _said_behind(line: Line, frame: Frame) -> bool:
    """Whether the sentence ends with the frame, behind what it says: "Cần làm ngay việc này, Thủ tướng nói."."""
    if frame.source is None or frame.quoted or frame.first == 0 or line.char(frame.first - 1) not in ",-":
        return False
    return all(line.char(i) in ".…!" for i in range(frame.content, len(line))) and line.char(frame.first - 2) != '"'


def _before_adverbial(line: Line, at: int, frame: Frame) -> int:
    """Where the speech ends that goes on before this frame: an adverbial before its subject is no part of it."""
    if frame.source is None or line.char(frame.first - 1) != ",":
        return frame.first
    return next((i for i in range(frame.first - 1, at, -1) if line.char(i) in ';."…'), at)


def _accepted(article: Article, line: Line) -> list[Frame]:
    """The frames that hold here, with those that quotations bring in."""
    quoted = list(_quoted(article, line))
    spoken = {f.first for f in quoted}
    frames = [*(f for f in article.frames[line.index] if f.first not in spoken), *quoted]
    frames.sort(key=lambda f: f.first)
    kept: list[Frame] = []
    for frame in frames:
        if kept and frame.first < kept[-1].content and not frame.quoted:
            continue
        if frame.asked is not None and frame.source is None and not article.state.ordering:
            continue  # nobody has asked for anything: it is told what somebody's task was
        if frame.subjectless and not frame.quoted and cites_rule(line, frame.first):
            continue
        inner = frame.subjectless and frame.first > 0
        if article.state.inspects and not kept and (inner or _found_at_fault(line, frame)):
            continue  # what was wrongly proposed is a finding
        comma = line.char(frame.first - 1) == ","
        outer = kept[-1].verb if kept else article.state.verb
        around = kept[-1] if kept else None
        if proposes_for(article, line, around, frame) or must_as_well(line, frame):
            continue
        if relays(article, line, frame) and not participle(article, line, frame):
            continue
        if passes_down(article, line, around, frame) or orders_as_proposed(article, line, around, frame):
            continue
        if not is_task(outer, frame, comma=comma, does=does_as_well(line, frame), told=article.state.demanding):
            kept.append(frame)
    return kept


def _found_at_fault(line: Line, frame: Frame) -> bool:
    """Whether a body's request is told as what was wrong: "Sở X đã đề nghị kho bạc | ghi chi chưa đúng số tiền"."""
    body = frame.source is not None and not frame.source.person and frame.demands
    told = body and line.has("past_markers", frame.first, frame.content)
    last = next((k for k in range(frame.content, len(line)) if line.char(k) == ";"), len(line))
    undone = told and line.has("state_markers", frame.content, last)
    return undone and tone_of(line, frame.content, last, "shortcoming", sure=False) is not None


def _quoted(article: Article, line: Line) -> Iterator[Frame]:
    """A frame at the beginning of each quotation (or its part in this sentence) whose speaker is named behind it."""
    for quote in article.quotes.get(line.index, ()):
        if quote.frame is None:
            continue
        first = quote.first[1] + 1 if quote.first[0] == line.index else 0
        stop = quote.last[1] if quote.last[0] == line.index else len(line)
        said = quote.frame
        there = next((f for f in article.frames[line.index] if f.first == first), None)
        inner = there.source if there is not None else None
        lay = inner is not None and inner.layman and len((inner.name or "").split()) <= _PLAIN  # "Bà con đề nghị …"
        if there is not None and (there.subjectless or there.pronoun or (lay and said.source is not None)):
            yield replace(there, source=said.source, pronoun=said.pronoun, body=said.body, stop=stop)
        elif there is None:
            yield Frame(first, first, said.verb, said.trigger, said.source, pronoun=said.pronoun, body=said.body,
                        stop=stop, quoted=True)  # fmt: skip
