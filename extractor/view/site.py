"""A whole run as pages: an index with counts by type and month, filters, and the articles behind it.

Up to INLINE_LIMIT articles it is one file; above, the articles lie in a folder beside the index. Records are read one
at a time, twice: for the index, and for their pages.
"""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from extractor.errors import InputError, UsageError
from extractor.model import Record
from extractor.store.folder import read_record
from extractor.store.folding import folded
from extractor.view.article import ArticleView, article_view, title
from extractor.view.marks import KINDS
from extractor.view.render import write_standalone
from extractor.view.words import Words
from extractor.write import is_stream

INLINE_LIMIT = 300
"""Articles that one file holds; more would make it slow to open."""

LIST_LIMIT = 2000
"""Articles that one page of the index lists."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article in the index. `month` is "2019-05", or empty where the article has no day."""

    file: Path
    number: int
    title: str
    day: date | None
    month: str
    place: str
    counts: dict[str, int]

    @property
    def anchor(self) -> str:
        return f"n{self.number}"

    @property
    def searched(self) -> str:
        return folded(f"{self.title} {self.place}")


@dataclass(slots=True)
class Index:
    """What a run holds: its articles by day, counts by month, and the files that are no records."""

    entries: list[Entry] = field(default_factory=list)
    months: dict[str, Counter[str]] = field(default_factory=dict)
    faults: list[tuple[str, str]] = field(default_factory=list)

    @property
    def totals(self) -> Counter[str]:
        return sum(self.months.values(), Counter[str]())


@dataclass(frozen=True, slots=True)
class Chapter:
    """One page of the index: its entries, and the names of the pages around it."""

    entries: Sequence[Entry]
    number: int
    file: Path


def index(files: Sequence[Path], progress: Callable[[], None] = lambda: None) -> Index:
    """What these records hold, newest first."""
    found, unsorted = Index(), list[Entry]()
    for file in files:
        try:
            record = read_record(file)
        except InputError as error:
            found.faults.append((file.name, str(error)))
        else:
            unsorted.append(entry(record, 0, file))
        progress()
    unsorted.sort(key=lambda e: (e.day or date.min, e.title), reverse=True)
    for number, one in enumerate(unsorted, 1):
        found.entries.append(replace(one, number=number))
        found.months.setdefault(one.month, Counter()).update({**one.counts, "articles": 1})
    return found


def entry(record: Record, number: int, file: Path | None = None) -> Entry:
    """What a list says of an article."""
    day = record.article.published or record.article.event_date
    counts = {kind: len(getattr(record, kind)) for kind in KINDS}
    month = f"{day:%Y-%m}" if day else ""
    return Entry(file or Path(), number, title(record), day, month, record.source.path or "", counts)


def write_site(
    files: Sequence[Path], out: Path, words: Words, name: str, progress: Callable[[], None] = lambda: None,
    pictures: Mapping[str, bytes] | None = None,
) -> Index:  # fmt: skip
    """Write the pages of a run; `progress` is told of each record read, `pictures` are SVG.

    Raises OutputError, and UsageError where many files are asked into a pipe.
    """
    drawn = [(name, _data_address(svg)) for name, svg in (pictures or {}).items()]
    found = index(files, progress)
    if len(found.entries) <= INLINE_LIMIT:
        chapter = Chapter(found.entries, 1, out)
        _write_list(found, chapter, [chapter], words, name, drawn, _views(found.entries, words, progress))
        return found
    if is_stream(out):
        raise UsageError(
            f"{out}: above {INLINE_LIMIT} articles the pages are many files; name a file, such as run.html"
        )
    folder = out.with_name(f"{out.stem}-articles")
    chapters = [
        Chapter(found.entries[at : at + LIST_LIMIT], n, out if n == 1 else folder / f"list-{n}.html")
        for n, at in enumerate(range(0, len(found.entries), LIST_LIMIT), 1)
    ]
    for chapter in chapters:
        _write_list(found, chapter, chapters, words, name, drawn if chapter.number == 1 else [], iter(()), folder)
        for position, one in enumerate(chapter.entries):
            view = article_view(read_record(one.file), words)
            back = f"../{out.name}" if chapter.number == 1 else chapter.file.name
            write_standalone(folder / f"{one.anchor}.html", "article.html", words, view=view, back=back,
                             around=_around(chapter.entries, position))  # fmt: skip
            progress()
    return found


def _data_address(svg: bytes) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(svg).decode()}"


def _around(entries: Sequence[Entry], at: int) -> dict[str, str | None]:
    return {
        "prev": f"{entries[at - 1].anchor}.html" if at else None,
        "next": f"{entries[at + 1].anchor}.html" if at + 1 < len(entries) else None,
    }


def _views(entries: Sequence[Entry], words: Words, progress: Callable[[], None]) -> Iterator[ArticleView]:
    for one in entries:
        yield article_view(read_record(one.file), words, f"{one.anchor}-")
        progress()


def _write_list(
    found: Index, chapter: Chapter, chapters: Sequence[Chapter], words: Words, name: str,
    drawn: list[tuple[str, str]], views: Iterator[ArticleView], folder: Path | None = None,
) -> None:  # fmt: skip
    def href(target: Path) -> str:
        if folder is None or target.parent == chapter.file.parent:
            return target.name
        return f"../{target.name}" if target.parent != folder else f"{folder.name}/{target.name}"

    def link(to: Entry) -> str:
        return href(folder / f"{to.anchor}.html") if folder else f"#{to.anchor}"

    write_standalone(
        chapter.file, "run.html", words, scripts=("view.js", "index.js"), name=name, found=found, chapter=chapter,
        pages=[(c.number, href(c.file)) for c in chapters], link=link, views=views, drawn=drawn,
    )  # fmt: skip
