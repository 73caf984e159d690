"""Who says what to whom: recommendations and conclusions in the order of the text.

An article is read sentence by sentence. A sentence is cut where a frame of speech begins; each stretch is read with the
frame that opens it, or, while a speech is open, as its continuation.
"""

from __future__ import annotations

from typing import Final

from extractor.discourse.asides import interview, issued, quotation, read_proposals
from extractor.discourse.continuing import asks_on, bodies_act, is_item, urges
from extractor.discourse.echoes import with_echoes
from extractor.discourse.frames.finder import FrameFinder
from extractor.discourse.frames.frame import Frame
from extractor.discourse.frames.nominal import find_proposals
from extractor.discourse.frames.quotes import by_sentence, find_quotes, find_spoken
from extractor.discourse.frames.voices import find_back
from extractor.discourse.headings import read_heading, read_inner_headings, read_pointed_back
from extractor.discourse.nested import (
    participle,
)
from extractor.discourse.parties.meetings import find_met
from extractor.discourse.parties.sources import Source, Sources
from extractor.discourse.ranks import find_ranks, find_recipients, rank_words
from extractor.discourse.speech import Speech
from extractor.discourse.state import Article
from extractor.discourse.stretches import stretches
from extractor.discourse.turns import enter
from extractor.discourse.words.clauses import behind_credit, dated
from extractor.discourse.words.cues import CueTable, Line
from extractor.discourse.words.glue import names_below, seams
from extractor.discourse.words.modals import is_modal
from extractor.document import Document
from extractor.enumeration import item_start
from extractor.found import FoundAction
from extractor.rulebook.book import Rulebook

_NUMBER: Final = 2  # atoms of a number with its dot
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
    if len(line) <= _NUMBER and line.sentence.atom(0)[0].isdigit() and not state.demanding:
        state.open = False  # "6." heads the next part of a bulletin
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
    presiding = state.source if state.open and state.source is not None and state.source.person else None
    told: Source | None = None
    joints = sorted([*seams(line), *names_below(line)]) if pictured else seams(line)
    for first, end, frame in stretches(article, line):
        last = next((joint for joint in joints if first < joint < end), end)
        if frame is not None:
            framed = True
            if participle(article, line, frame) or not enter(article, line, frame):
                continue
            speech.turn_to(line, frame)
            told = presiding if _tells(article, line, frame, presiding) else None
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
    if told is not None:
        state.go_on(told)
    state.open = state.open and not (again and len(article.found) == before)
    if line.index + 1 in article.spoken and article.spoken[line.index + 1] == line.index:
        article.quoters[line.index] = state.source
    inside = any(line.index < quote.last[0] for quote in article.quotes.get(line.index, ()))
    if state.open and not framed and not inside:
        figures = bool(line.sentence.kind("quantity", "percent"))
        presides = state.source is not None and article.ranks.presides(state.source)
        state.pause(found=len(article.found) > before, figures=figures, presides=presides)


def _tells(article: Article, line: Line, frame: Frame, speaker: Source | None) -> bool:
    """Whether the one who presides tells what a body ordered, and goes on: "Bộ Y tế đã yêu cầu dừng bán. | Nhưng …"."""
    body = frame.source
    if speaker is None or speaker.name is None or line.sentence.opens or not article.ranks.presides(speaker):
        return False
    if body is None or body.person or not frame.demands or frame.paper:
        return False
    return line.has("past_markers", frame.first, frame.content)


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
