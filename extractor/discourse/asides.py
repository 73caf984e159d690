"""Who has the word for a while: the one interviewed, and whose proposal a noun names."""

from __future__ import annotations

from dataclasses import replace

from extractor.discourse.cues import Line
from extractor.discourse.frame import SAYING, Frame
from extractor.discourse.sources import Source
from extractor.discourse.speech import Speech
from extractor.discourse.state import Article

_SAID = Frame(0, 0, SAYING)
_NOBODY = Source("t")
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


def read_proposals(article: Article, speech: Speech, line: Line) -> None:
    """Add what nouns of the sentence propose, where nothing was read; who speaks around them keeps the word."""
    for frame in article.proposals[line.index]:
        stop = frame.stop if frame.stop is not None else len(line)
        there = (a.stretch for a in article.found if a.stretch.sentence is line.sentence)
        if any(s.first < stop and frame.content < s.last for s in there):
            continue
        state = article.state
        article.state = replace(state, asked={})
        article.state.take(frame, frame.source or state.body or _NOBODY)
        speech.turn_up(line, frame)
        speech.demand(line, frame.content, stop)
        state.group = article.state.group
        article.state = state
