"""The line, top to bottom: text → sentences → mentions → rules → records. Read this first.

    text ─tidy→ text ─segment→ Document ─mark→ Document+marks ─read→ found records ─build→ Record

Each step is a module; no step reaches back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from extractor import model
from extractor.build import build
from extractor.confidence import rated
from extractor.days import day_of
from extractor.document import Document
from extractor.found import FoundAction, FoundRanking, Stretch
from extractor.normalize import tidy
from extractor.rankings import RankingReader
from extractor.read.reader import Reader
from extractor.read.text import LIMIT, writable
from extractor.readers import readers
from extractor.rulebook.book import Rulebook
from extractor.rulebook.tables import Portal
from extractor.segment import sentence, sentence_spans


class Extractor:
    """Reads articles by one rulebook: the packaged rules with the given folders laid over them.

    Several threads may share one.

    >>> record = Extractor().extract("Năm 2018, tỉnh ban hành 132 văn bản.")
    >>> record.achievements[0].quantity.value
    132
    """

    def __init__(self, rules: str | Path | Sequence[str | Path] = (), *, packaged: bool = True) -> None:
        """`rules` is a folder, or several that lie over each other in this order.

        Raises RuleError with every problem of the rule files.
        """
        folders = [rules] if isinstance(rules, (str, Path)) else rules
        self._readers = readers(folders, packaged=packaged)
        self.book: Rulebook = self._readers.book
        self._abbreviations = frozenset(w.lower() for w in self.book.words("sentence_abbreviations"))

    @property
    def rules_version(self) -> str:
        """Names the exact rules: it changes with any byte of any rule file."""
        return self.book.version

    def extract(
        self,
        text: str,
        *,
        published: date | str | None = None,
        source: model.Source | None = None,
        article: model.Article | None = None,
    ) -> model.Record:
        """The record of one article.

        `published` (a date, a datetime, a pandas Timestamp, or ISO text; NaT and NaN are None) settles years that the
        text leaves out, for a text that states no day of its own.
        `source` says where the text came from; without it the id and hash are of the text's own UTF-8 bytes.
        `article` holds facts that are known from elsewhere: they are believed before the text. Raises SegmentationError
        where the segmenter's words cannot be found again in the text, InputError for a text that holds half of a
        surrogate pair ("\\ud83d"), and ValueError for a `published` that is no date.
        """
        writable(text)
        day = day_of(published)
        tidied = tidy(text)
        stated = (article.published if article else None) or self._readers.facts.published(tidied)
        document = self.segment(tidied, stated or day)
        rankings = self.mark(document)
        actions = self._readers.discourse.read(document)
        figures = self._readers.figures.read(document, demanded(actions))
        contradictions = self._readers.checks.find(document, figures)
        record = build(
            document, figures, rankings, actions, contradictions,
            source=source or _own_source(text), article=self._readers.facts.article(document, article),
            rules_version=self.rules_version,
        )  # fmt: skip
        return rated(record, self.book.confidence)

    def reader(self, *, encoding: str | None = None, limit: int = LIMIT) -> Reader:
        """A reader of files that knows the portals and columns of this rulebook.

        Raises UsageError for an `encoding` that is not known.
        """
        return Reader(self.book.rows("portals", Portal), self.book.lists, encoding=encoding, limit=limit)

    def pipe(self, texts: Iterable[str], *, published: date | str | None = None) -> Iterator[model.Record]:
        """The records of many articles, in order, one at a time."""
        for text in texts:
            yield self.extract(text, published=published)

    # --- the steps -------------------------------------------------------------------------------------------------

    def segment(self, text: str, published: date | None = None) -> Document:
        """A tidied text as a document of sentences, nothing marked yet."""
        found = sentence_spans(text, self._abbreviations)
        return Document(text, [sentence(text, span, self.book.alphabet) for span in found], published)

    def demands(self, document: Document) -> list[Stretch]:
        """What somebody asks for or orders in a document with its mentions marked."""
        return demanded(self._readers.discourse.read(document))

    def mark(self, document: Document, rankings: RankingReader | None = None) -> list[FoundRanking]:
        """Lay all mentions on a document. Rankings are read on the way: their numbers are no quantities.

        `rankings` stands in for the reader of all ranking rules, where one rule is tried by itself.
        """
        self._readers.entities.mark(document)
        self._readers.periods.mark(document)
        self._readers.percents.mark(document)
        found = (rankings or self._readers.rankings).read(document)
        self._readers.quantities.mark(document)
        return found


def demanded(actions: Iterable[FoundAction]) -> list[Stretch]:
    """The stretches of actions that want something done."""
    return [a.stretch for a in actions if a.kind in ("directive", "recommendation")]


def _own_source(text: str) -> model.Source:
    return model.Source(sha256=hashlib.sha256(text.encode()).hexdigest())
