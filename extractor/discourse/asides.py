"""Who has the word for a while: the one interviewed, and whose proposal a noun names."""

from __future__ import annotations

from dataclasses import replace

from extractor.discourse.frames.frame import SAYING, Frame
from extractor.discourse.parties.sources import Source
from extractor.discourse.speech import Speech
from extractor.discourse.state import Article
from extractor.discourse.words.cues import Line
from extractor.discourse.words.roles import ORDERING

_SAID = Frame(0, 0, SAYING)
_BACK = 4  # sentences
_PAPER = 3  # atoms between a verb of issuing and its paper
NOBODY = Source("t")
"""A proposal that the article gives to nobody."""


def interview(article: Article, line: Line) -> None:
    """Give the word back to who is interviewed, where the sentence names no other speaker and is no question."""
    state, frames = article.state, article.frames[line.index]
    colon = next((f for f in frames if f.colon), None)
    if colon is not None:
        state.host = colon.source
    elif any(f.source is not None and f.source.name and f.source.person and not f.source.collective for f in frames):
        state.host = None
    elif state.host is not None and line.char(len(line) - 1) == "?":
        state.open = False
    elif state.host is not None and not frames and not (state.open and state.source is state.host):
        state.take(_SAID, state.host)


def quotation(article: Article, line: Line) -> None:
    """Keep the word with whom a long quotation is of, whatever he tells in it."""
    opening, state = article.spoken.get(line.index), article.state
    quoter = article.quoters.get(opening) if opening is not None else None
    if quoter is not None and not (state.open and state.source is not None and state.source.key == quoter.key):
        state.take(_SAID, quoter)


def signer(article: Article, line: Line) -> Source | None:
    """Who signed or sent the paper that speaks in this sentence: the subject of the last verb of issuing before it."""
    for earlier in reversed(article.lines[max(0, line.index - _BACK) : line.index]):
        source = _issuer(article, earlier)
        if source is not None:
            return source
    return None


def issued(article: Article, line: Line) -> None:
    """Give the word to the paper issued in the sentence before: "UBND tỉnh ban hành kế hoạch … | Theo đó, …"."""
    if line.index == 0 or article.state.open or article.frames[line.index] or not line.at("paper_continuers", 0):
        return
    source = _issuer(article, article.lines[line.index - 1])
    if source is not None:
        article.state.take(replace(_SAID, paper=True), source)


def _issuer(article: Article, line: Line) -> Source | None:
    """Who issued a paper that orders in this sentence: "Thủ tướng | vừa ký Chỉ thị …"."""
    for issuing in line.of("issuing_verbs"):
        near = issuing.last + _PAPER
        if not any(line.at(ORDERING, k) is not None for k in range(issuing.last, near)):
            continue
        for mark in reversed(line.sentence.kind("person", "organization")):
            if mark.last <= issuing.first and line.before("oblique_markers", mark.first) is None:
                return article.sources.of(line.sentence, mark)
    return None


def read_proposals(article: Article, speech: Speech, line: Line) -> None:
    """Add what nouns of the sentence propose, where nothing was read; who speaks around them keeps the word."""
    for frame in article.proposals[line.index]:
        stop = frame.stop if frame.stop is not None else len(line)
        there = (a.stretch for a in article.found if a.stretch.sentence is line.sentence)
        if any(s.first < stop and frame.content < s.last for s in there):
            continue
        state = article.state
        article.state = replace(state, asked={})
        article.state.take(frame, frame.source or state.body or NOBODY)
        speech.turn_up(line, frame)
        speech.demand(line, frame.content, stop)
        state.group = article.state.group
        article.state = state
