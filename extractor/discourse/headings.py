"""A title that states a demand of a speaker whom only the text below names."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.discourse.clauses import skip_light, trim
from extractor.discourse.frame import Frame
from extractor.discourse.sources import Source
from extractor.discourse.speech import Speech
from extractor.discourse.state import Article
from extractor.found import FoundAction, Stretch

_LEAD: Final = 8  # sentences
_ECHO: Final = 0.6


def read_heading(article: Article, speech: Speech) -> None:
    """Add what the title asks for, if the first sentences tell who asks."""
    if len(article.lines) < 2 or article.lines[1].sentence.line == 0:
        return
    line = article.lines[0]
    if any(a.stretch.sentence is line.sentence for a in article.found):
        return
    bare = next((f for f in article.frames[0] if f.source is None and f.demands), None)
    heard = _speaker(article, bare)
    if heard is None:
        return
    frame, source = heard
    article.state.take(replace(frame, first=0, content=0, trigger=None), source)
    if bare is not None:
        article.state.take(bare, source)
        speech.demand(line, bare.content, len(line))
    elif not speech.heading(line, source):
        _echo(article)


def _speaker(article: Article, bare: Frame | None) -> tuple[Frame, Source] | None:
    """Who speaks in the title: whom the next sentence names ("Đó là chỉ đạo của …"), else the first who asks."""
    back = article.backs[1]
    if back is not None and back.source is not None:
        return back, back.source
    fitting = [
        (frame, source)
        for index, frame, source in article.heard
        if index <= _LEAD and (bare is None or frame.verb.act == bare.verb.act)
    ]
    leading = [x for x in fitting if article.ranks.presides(x[1])] if bare is None else []
    return next(iter([*leading, *fitting]), None)


def _echo(article: Article) -> None:
    """A title without a modal is a demand if the lead asks for the same in its words."""
    line = article.lines[0]
    first, last = trim(line, skip_light(line, 0, len(line)), len(line))
    if last - first < 4 or line.any_at(first, "action_verbs", "directive_adverbs", "prohibitions") is None:
        return
    said = set(line.sentence.plain[first:last])
    for action in article.found:
        if action.kind not in ("directive", "recommendation"):
            continue
        there = action.stretch
        echo = said & set(there.sentence.plain[there.first : there.last])
        if len(echo) >= _ECHO * len(said):
            stretch = Stretch(line.sentence, first, last)
            article.found.append(_copy(action, stretch))
            return


def _copy(action: FoundAction, stretch: Stretch) -> FoundAction:
    return replace(action, stretch=stretch, trigger=None, deadline=None, support=None, rule=f"{action.kind}.heading")
