"""Who says what to whom: recommendations and conclusions in the order of the text.

An article is read sentence by sentence. A sentence is cut where a frame of speech begins; each stretch is read with the
frame that opens it, or, while a speech is open, as its continuation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from extractor.discourse.asides import interview, issued, quotation, read_proposals
from extractor.discourse.continuing import asks_on, bodies_act, body_acts, is_item, urges
from extractor.discourse.echoes import with_echoes
from extractor.discourse.frames.finder import FrameFinder
from extractor.discourse.frames.frame import Frame
from extractor.discourse.frames.nominal import find_proposals
from extractor.discourse.frames.quotes import by_sentence, find_quotes, find_spoken
from extractor.discourse.frames.voices import find_back
from extractor.discourse.headings import read_heading, read_inner_headings, read_pointed_back
from extractor.discourse.nested import (
    does_as_well,
    is_task,
    must_as_well,
    orders_as_proposed,
    participle,
    passes_down,
    proposes_for,
)
from extractor.discourse.parties.meetings import find_met
from extractor.discourse.parties.sources import Sources
from extractor.discourse.ranks import find_ranks, find_recipients, rank_words
from extractor.discourse.speech import Speech
from extractor.discourse.state import Article
from extractor.discourse.turns import enter
from extractor.discourse.words.clauses import behind_credit, behind_link, dated, skip_light
from extractor.discourse.words.closing import cites_rule
from extractor.discourse.words.cues import CueTable, Line
from extractor.discourse.words.glue import names_below, seams
from extractor.discourse.words.modals import is_modal
from extractor.document import Document
from extractor.enumeration import item_start
from extractor.found import FoundAction
from extractor.rulebook.book import Rulebook

_PLAIN: Final = 3  # words of people without a name
_STOPS: Final = ".;…"  # what no heading or caption ends with


class DiscourseReader:
    """Reads the recommendations and conclusions of an article whose mentions are marked."""

    def __init__(self, book: Rulebook) -> None:
        self._book = book
        self._cues = CueTable(book)
        self._rank_words = rank_words(book)

    def read(self, document: Document) -> list[FoundAction]:
        """All actions, in the order of the text."""
        article = self.prepare(document)
        speech = Speech(self._book, article)
        for line in article.lines:
            read_sentence(article, speech, line)
            read_proposals(article, speech, line)
        if article.lines:
            read_pointed_back(article, speech)
            read_heading(article, speech)
            read_inner_headings(article)
        return sorted(with_echoes(article.found), key=lambda a: (a.stretch.start, a.stretch.end))

    def prepare(self, document: Document) -> Article:
        """The article with its cues, frames and quotations."""
        lines = [self._cues.read(sentence, index) for index, sentence in enumerate(document.sentences)]
        sources = Sources(document)
        finder = FrameFinder(sources, tuple(self._book.words("inspectors")))
        frames = [finder.find(line) for line in lines]
        backs = [find_back(sources, line) for line in lines]
        ranks = find_ranks(lines, frames, sources, self._rank_words)
        proposals = [find_proposals(line, sources, found) for line, found in zip(lines, frames, strict=True)]
        return Article(
            lines,
            frames,
            backs,
            by_sentence(find_quotes(lines, frames, backs)),
            proposals,
            sources,
            ranks,
            find_recipients(lines, sources),
            find_met(lines, sources),
            find_spoken(lines, frames),
        )


def read_sentence(article: Article, speech: Speech, line: Line) -> None:
    """Read the stretches of one sentence, each with the frame that opens it (None: the speech goes on)."""
    state = article.state
    if (line.sentence.opens and not _goes_on(article, line)) or line.at("speech_closers", 0) is not None:
        state.open = False
    if line.at("speech_openers", 0) is not None and not article.frames[line.index]:
        state.open = False  # "Tại buổi làm việc, …": another scene
    again = _speaks_again(article, line)
    if again:
        state.open, state.empty = True, 0
    interview(article, line)
    issued(article, line)
    quotation(article, line)
    silent = line.roles.isdisjoint(("modals", "prohibitions")) and not article.frames[line.index]
    pictured = _pictured(article, line)
    if silent and pictured:
        return
    before, framed = len(article.found), False
    joints = sorted([*seams(line), *names_below(line)]) if pictured else seams(line)
    for first, end, frame in _stretches(article, line):
        last = next((joint for joint in joints if first < joint < end), end)
        if frame is not None:
            framed = True
            if participle(article, line, frame) or not enter(article, line, frame):
                continue
            speech.turn_to(line, frame)
            if frame.demands and not frame.quoted and line.at("that_markers", first) is None:
                speech.demand(line, first, last)
            else:
                speech.statement(line, first, last, frame)
        elif state.open and state.source is not None and last == end:
            speech.statement(line, first, last, None)
        elif state.open and _resumes(article, line, last):
            speech.statement(line, last, end, None)
            last = end
        state.open = state.open and last == end  # what runs into a heading or caption is no speech
    state.open = state.open and not (again and len(article.found) == before)
    if line.index + 1 in article.spoken and article.spoken[line.index + 1] == line.index:
        article.quoters[line.index] = state.source
    inside = any(line.index < quote.last[0] for quote in article.quotes.get(line.index, ()))
    if state.open and not framed and not inside:
        figures = bool(line.sentence.kind("quantity", "percent"))
        presides = state.source is not None and article.ranks.presides(state.source)
        state.pause(found=len(article.found) > before, figures=figures, presides=presides)


def _pictured(article: Article, line: Line) -> bool:
    """Whether the sentence describes a picture whose credit follows: no part of the speech around it."""
    following = article.lines[line.index + 1] if line.index + 1 < len(article.lines) else None
    return following is not None and behind_credit(following, 0, len(following)) > 0


def _goes_on(article: Article, line: Line) -> bool:
    """Whether a new line belongs to the speech of the one before: a list, a connective."""
    if line.index == 0 or not article.state.open:
        return False
    start = item_start(line.sentence)
    listed = line.sentence.atom(0)[0].isdigit() or line.at("enumerators", start) is not None
    opened = is_item(article, line) or line.at("continuers", 0) is not None
    found = article.state.inspects and line.at("finding_continuers", 0) is not None
    return listed or opened or found or _goes_on_asking(article, line) or _tells_bodies(article, line)


def _goes_on_asking(article: Article, line: Line) -> bool:
    """Whether a paragraph without a subject goes on with the tasks of the one before: "Tập trung rà soát …; …"."""
    told = line.has("tense_markers", 0, len(line)) or bool(article.frames[line.index])
    return article.state.demanding and not told and line.char(len(line) - 1) in _STOPS and asks_on(article, line)


def _tells_bodies(article: Article, line: Line) -> bool:
    """Whether a paragraph goes on, body by body, with what the one who orders said in the one before: "… | Về vốn, Sở
    Tài chính phải …"."""
    source, before = article.state.source, article.lines[line.index - 1].sentence
    urges = "modals" in line.roles or (article.state.ordering and "directive_adverbs" in line.roles)
    acts = bodies_act(article, line)
    if not (urges or acts) or article.frames[line.index] or source is None or line.char(len(line) - 1) not in _STOPS:
        return False
    if not (article.ranks.presides(source) or (article.state.ordering and article.ranks.leads_place(source))):
        return False
    last = article.found[-1].stretch.sentence if article.found else None
    told = dated(line, 0) or "report_markers" in line.roles if acts else _told(line)
    return last is before and not told


def _speaks_again(article: Article, line: Line) -> bool:
    """Whether the one who presides, whose speech ran out in what he told, asks for something again: "… | Là trường lớn,
    Đại học X phải …", "… | Mỗi cán bộ trẻ cần …"."""
    state = article.state
    if state.open or "modals" not in line.roles or article.frames[line.index] or state.source is None:
        return False
    ordering = state.ordering and article.ranks.is_authority(state.source)
    if not (article.ranks.presides(state.source) or ordering) or _told(line):
        return False
    bodies = (m for m in line.sentence.kind("organization") if not m.value.plural)
    mark = next((m for m in bodies if line.at("modals", m.last) is not None and is_modal(line, m.last)), None)
    opens = mark is not None and (mark.first == 0 or line.char(mark.first - 1) == ",")
    return opens or urges(article, line)


def _resumes(article: Article, line: Line, first: int) -> bool:
    """Whether behind a heading that ran into the sentence the one who ordered goes on: "… | Gỡ vướng về vốn | Về vốn,
    Sở Tài chính rà soát …"."""
    source = article.state.source
    orders = source is not None and article.ranks.presides(source) and bodies_act(article, line, first)
    return orders and not _told(line)


def _told(line: Line) -> bool:
    """Whether the sentence tells what was done, what a paper shows or what the rules are, or quotes somebody."""
    return (
        '"' in line.plain
        or dated(line, 0)
        or not line.roles.isdisjoint(("tense_markers", "rule_markers", "report_markers"))
    )


def _stretches(article: Article, line: Line) -> Iterator[tuple[int, int, Frame | None]]:
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
        yield frame.content, last, frame
        at = last
    if at < len(line):
        yield at, len(line), None


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
        if article.state.inspects and not kept and frame.subjectless and frame.first > 0:
            continue  # what was wrongly proposed is a finding
        comma = line.char(frame.first - 1) == ","
        outer = kept[-1].verb if kept else article.state.verb
        around = kept[-1] if kept else None
        if proposes_for(article, line, around, frame) or must_as_well(line, frame):
            continue
        if passes_down(article, line, around, frame) or orders_as_proposed(article, line, around, frame):
            continue
        if not is_task(outer, frame, comma=comma, does=does_as_well(line, frame), told=article.state.demanding):
            kept.append(frame)
    return kept


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
