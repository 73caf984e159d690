"""Who is spoken to where the sentence names nobody as such."""

from __future__ import annotations

from extractor.discourse.actors import Actor
from extractor.discourse.cues import Line
from extractor.discourse.sources import Source
from extractor.discourse.state import Article

_BACK = 3  # sentences


def known_body(article: Article, owners: frozenset[str], line: Line, first: int, last: int) -> Actor | None:
    """ "nỗ lực của Văn phòng UBND tỉnh": the body assessed, where the article has named it before."""
    sources = article.sources
    for mark in line.sentence.kind("organization", "place"):
        owner = line.before("oblique_markers", mark.first)
        if mark.first < first or mark.last > last or owner is None or owner.word not in owners:
            continue
        source = sources.of(line.sentence, mark)
        earlier = article.lines[: line.index]
        if any(sources.of(x.sentence, m).key == source.key for x in earlier for m in x.sentence.kind(mark.kind)):
            return Actor(mark.first, mark.last, source, marked=True)
    return None


def pointed_at(article: Article, line: Line, actor: Actor | None) -> tuple[str, Source] | None:
    """The body that "cơ quan này" stands for: the last one named before that is not above the speaker."""
    if actor is None or line.at("pointing_bodies", actor.first) is None:
        return None
    for earlier in reversed(article.lines[max(0, line.index - _BACK) : line.index + 1]):
        for mark in reversed(earlier.sentence.kind("organization")):
            source = article.sources.of(earlier.sentence, mark)
            if (earlier is not line or mark.last <= actor.first) and not _above(source, article.state.source):
                return earlier.sentence.slice(mark.first, mark.last), source
    return None


def _above(one: Source, other: Source | None) -> bool:
    """Whether the first stands on the other's level or above."""
    return one.rank is not None and other is not None and other.rank is not None and one.rank <= other.rank


def visited(article: Article) -> str | None:
    """Whom the one who presides speaks to where he names nobody: the body that he meets."""
    source = article.state.source
    return article.visited if source is not None and article.ranks.presides(source) else None
