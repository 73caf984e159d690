"""A record as what its page shows: facts, marked paragraphs, tables, tasks, checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractor.model import Record
from extractor.view.marks import KINDS, Piece, paragraphs
from extractor.view.render import write_standalone
from extractor.view.tables import Table, Tasks, check_text, tables, tasks
from extractor.view.words import Words

TITLE_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Found:
    """A check for the page: its kind, its sentence, the words concerned."""

    id: str
    kind: str
    text: str
    spans: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """Everything that the template of an article needs. `prefix` keeps the anchors of several articles
    apart; `headline`: the paragraph that is the title."""

    prefix: str
    title: str
    headline: int | None
    facts: tuple[tuple[str, str], ...]
    paragraphs: list[list[Piece]]
    counts: dict[str, int]
    tables: list[Table]
    tasks: list[Tasks]
    checks: tuple[Found, ...]


def title(record: Record) -> str:
    """The title, the first words where the article has none."""
    said = record.article.title or next(iter(record.text.splitlines()), "") or record.id
    return said if len(said) <= TITLE_LENGTH else said[: TITLE_LENGTH - 1].rstrip() + "…"


def article_view(record: Record, words: Words, prefix: str = "") -> ArticleView:
    """The view of a record in one language."""
    lines = record.text.split("\n")
    return ArticleView(
        prefix=prefix,
        title=title(record),
        headline=lines.index(record.article.title) if record.article.title in lines else None,
        facts=tuple(_facts(record, words)),
        paragraphs=paragraphs(record),
        counts={kind: len(getattr(record, kind)) for kind in KINDS},
        tables=tables(record, words),
        tasks=tasks(record, words),
        checks=tuple(Found(c.id, c.kind, check_text(c, words), tuple(s.text for s in c.spans)) for c in record.checks),
    )


def _facts(record: Record, words: Words) -> Iterator[tuple[str, str]]:
    """What is known of the article, by keys of the catalogue."""
    article = record.article
    if article.published:
        yield "published", words.day(article.published)
    if article.event_date:
        yield "event_date", words.day(article.event_date)
    for key, said in (
        ("place", article.place),
        ("author", article.author),
        ("publisher", article.source),
        ("source", record.source.path),
    ):
        if said:
            yield key, said


def write_article(record: Record, path: Path, words: Words) -> None:
    """Write one self-contained page for one article. Raises OutputError."""
    write_standalone(path, "article.html", words, view=article_view(record, words), back=None, around={})
