"""A title that states a demand of a speaker whom only the text below names."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.discourse.frames.frame import DEMANDS, Frame
from extractor.discourse.parties.sources import Source
from extractor.discourse.speech import Speech
from extractor.discourse.state import Article
from extractor.discourse.tasks.items import main_verb
from extractor.discourse.words.clauses import skip_light, trim
from extractor.discourse.words.cues import Line
from extractor.discourse.words.glue import seams
from extractor.discourse.words.roles import SPEECH, Roles
from extractor.found import FoundAction, Stretch

_LEAD: Final = 12  # sentences
_ECHO: Final = 0.6
_SHARE: Final = 0.12
_LEADS: Final = 4  # sentences of title and lead
_ACTS: Final = ("action_verbs", "directive_adverbs", "task_heads", "prohibitions")
_NEAR: Final = 9  # sentences behind a heading inside the text
_LONGEST: Final = 16  # atoms of such a heading
_MARKS: Final = frozenset(",;:.-\"'…()/?!")
_LINKS: Final = (
    "oblique_markers", "relative_openers", "item_links", "fronted_openers", "saying_verbs", "actor_determiners",
    "copulas", "predicate_markers", "quote_openers", "contrast", "continuers",
)  # fmt: skip


def read_heading(article: Article, speech: Speech) -> None:
    """Add what the title asks for, if the first sentences tell who asks."""
    if len(article.lines) < 2 or article.lines[1].sentence.line == 0:
        return
    line = article.lines[0]
    if line.char(len(line) - 1) == "?" or any(a.stretch.sentence is line.sentence for a in article.found):
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
    elif not speech.heading(line, source, _behind_name(line)):
        _echo(article, line, len(line))


def read_pointed_back(article: Article, speech: Speech) -> None:
    """Add what a lead asks for whose speaker the next sentence names: "Nâng cao …. | Đây là chỉ đạo của X"."""
    for back, line, behind in zip(article.backs[1:_LEADS], article.lines, article.lines[1:], strict=False):
        noun = behind.at(SPEECH, back.first) if back is not None else None
        points = noun is not None and behind.at("pointing_back", 0) is not None
        if back is None or back.source is None or noun is None or noun.verb is None or not points:
            continue
        acts = line.any_at(skip_light(line, 0, len(line)), *_ACTS) is not None
        if noun.verb.act in DEMANDS and acts and not any(a.stretch.sentence is line.sentence for a in article.found):
            article.state.take(replace(back, verb=noun.verb), back.source)
            speech.demand(line, 0, len(line))


def _behind_name(line: Line) -> int:
    """Where the words of the title begin: behind the colon after a name ("Bí thư TP HCM: | 'Cần nhân rộng …'")."""
    colon = next((k for k in range(len(line)) if line.char(k) == ":"), None)
    named = colon is not None and any(line.mark_at(k) is not None for k in range(colon))
    return colon + 1 if colon is not None and named and colon + 3 < len(line) else 0


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


def read_inner_headings(article: Article) -> None:
    """Add the headings inside the text, those on a line of their own and those that run into their sentence: "Dồn vốn
    cho hạ tầng | Chủ tịch UBND tỉnh …"."""
    for line in article.lines[1:]:
        ends = [len(line)] if _stands_alone(article, line) else _headings_before(article, line)
        for end in ends:
            if not any(a.stretch.sentence is line.sentence and a.stretch.first < end for a in article.found):
                _echo(article, line, end)


def _stands_alone(article: Article, line: Line) -> bool:
    """Whether the sentence is a short line of its own without a mark at its end, and text follows."""
    following = article.lines[line.index + 1] if line.index + 1 < len(article.lines) else None
    if following is None or not line.sentence.opens or not following.sentence.opens or len(line) > _LONGEST:
        return False
    return line.sentence.atom(0)[0].isupper() and line.char(len(line) - 1) not in ".:;,?!…"


def _headings_before(article: Article, line: Line) -> list[int]:
    """Where the sentence proper begins: at a small word that opens one, or at the first speaker without a link."""
    frames = [f.first for f in article.frames[line.index] if f.source is not None and not f.quoted]
    speaker = min(frames, default=0)
    glued = (
        2 < speaker <= _LONGEST and line.sentence.atom(speaker)[0].isupper() and line.char(speaker - 1) not in _MARKS
    )
    if glued and any(line.before(role, speaker) is not None for role in _LINKS):
        glued = False
    return [i for i in (*seams(line)[:1], *([speaker] if glued else [])) if i <= _LONGEST]


def _echo(article: Article, line: Line, end: int) -> None:
    """A title without a modal is a demand if the sentences behind ask for the same in its words."""
    first = skip_light(line, 0, end)
    asks = line.at(SPEECH, first) if line.at("modals", first) is None else None
    first = asks.last if asks is not None and asks.verb is not None and asks.verb.act in DEMANDS else first
    modal = line.at("modals", first)
    first, last = trim(line, modal.last if modal is not None else first, end)
    starts: Roles = ("action_verbs", "action_verbs_short", "directive_adverbs", "prohibitions", "negators")
    if last - first < 4 - (modal is not None) or line.any_at(first, *starts) is None:
        return
    if line.has("existence_words", first + 2, last) or line.has("tense_markers", first + 1, last):
        return  # "Khảo sát … có nhiều bất thường" tells
    said = set(line.sentence.plain[first:last])
    near = {id(other.sentence) for other in article.lines[line.index : line.index + _NEAR]} if line.index else None
    for action in article.found:
        if action.kind not in ("directive", "recommendation"):
            continue
        if near is not None and id(action.stretch.sentence) not in near:
            continue
        there = action.stretch
        # what a heading says must be done ("Cần gỡ vướng về đất") may be the subject there: "vướng về đất phải được gỡ"
        begin, stop = (0, len(there.sentence)) if modal is not None else (there.first, there.last)
        echo = said & set(there.sentence.plain[begin:stop])
        if len(echo) >= _ECHO * len(said) and len(echo) >= _SHARE * (there.last - there.first):
            stretch = Stretch(line.sentence, first, last)
            article.found.append(_copy(action, stretch, main_verb(line, first, last)))
            return


def _copy(action: FoundAction, stretch: Stretch, verb: str | None) -> FoundAction:
    """What the text asks for, as the heading says it: its own words and verb, else the same."""
    rule = f"{action.kind}.heading"
    return replace(action, stretch=stretch, action=verb, trigger=None, deadline=None, support=None, rule=rule)
