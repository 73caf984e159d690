"""Questions to an archive (sqlite.py), each answered by a few rows: nothing is ever loaded whole.

>>> expression("uy ban", phrase=True), expression("uy ban", phrase=False)
('"uy ban"', '"uy" "ban"')
"""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.model import Record
from extractor.store.folding import folded
from extractor.store.sqlite import SCHEMA

_QUOTED = re.compile(r'"([^"]*)"?|(\S+)')


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for; an empty field asks nothing. `first` and `last` are days in ISO form."""

    words: str = ""
    type: str = ""
    kind: str = ""
    status: str = ""
    body: str = ""
    speaker: str = ""
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of rows, how many there are in all, and whether the words were found only apart from each other."""

    rows: list[sqlite3.Row]
    total: int
    apart: bool = False


class Archive:
    """An archive that is only read; each use opens it anew, so that threads share nothing."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def open(self) -> Iterator[sqlite3.Connection]:
        db = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        try:
            db.row_factory = sqlite3.Row
            db.execute("PRAGMA query_only = ON")
            yield db
        finally:
            db.close()

    def source(self) -> str | None:
        """What the archive was made from, None where it is no archive of this layout."""
        try:
            with self.open() as db:
                meta = dict(db.execute("SELECT key, value FROM meta").fetchall())
        except sqlite3.Error:
            return None
        return str(meta["source"]) if meta.get("schema") == str(SCHEMA) else None

    def faults(self) -> list[tuple[str, str]]:
        """The files that were no records when the archive was made, and why."""
        with self.open() as db:
            row = db.execute("SELECT value FROM meta WHERE key = 'faults'").fetchone()
        return [(file, why) for file, why in json.loads(row[0])] if row else []

    def search(self, query: Query, *, limit: int, offset: int = 0) -> Hits:
        """The newest records that fit. Words side by side are looked for first, then all of them anywhere."""
        with self.open() as db:
            for phrase in (True, False):
                where, values = _where(query, phrase)
                total = db.execute(f"SELECT count(*) FROM records r {where}", values).fetchone()[0]
                if total or '"' in query.words or len(query.words.split()) < 2:
                    break
            rows = db.execute(
                "SELECT r.*, a.title, a.id AS article_id, a.path, substr(a.text, 1, 200) AS opening "
                f"FROM records r JOIN articles a ON a.number = r.article {where} "
                "ORDER BY r.day DESC, r.row LIMIT ? OFFSET ?",
                [*values, limit, offset],
            ).fetchall()
        return Hits(rows, total, apart=not phrase and total > 0)

    def table(self, type_: str, query: Query) -> Iterator[dict[str, Any]]:
        """The records of a type that fit, with all their columns, one at a time."""
        with self.open() as db:
            where, values = _fitting(db, query)
            found = db.execute(
                f"SELECT t.* FROM records r JOIN {type_} t ON t.article = r.article AND t.id = r.id "
                f"{where} ORDER BY r.day DESC, r.row",
                values,
            )
            for row in found:
                yield {name: row[name] for name in row.keys() if name != "article"}  # noqa: SIM118

    def record(self, number: int) -> Record | None:
        """The whole record of an article."""
        with self.open() as db:
            row = db.execute("SELECT record FROM pages WHERE article = ?", (number,)).fetchone()
        return Record.model_validate_json(zlib.decompress(row[0])) if row else None

    def counts(self) -> Counter[str]:
        """How many records of each type there are, and articles."""
        with self.open() as db:
            found = Counter(dict(db.execute("SELECT type, count(*) FROM records GROUP BY type").fetchall()))
            found["articles"] = db.execute("SELECT count(*) FROM articles").fetchone()[0]
            found["checks"] = db.execute("SELECT count(*) FROM checks").fetchone()[0]
        return found

    def months(self) -> dict[str, Counter[str]]:
        """The same by month, newest first; "" is of articles without a day."""
        found: dict[str, Counter[str]] = {}
        parts = (
            "SELECT coalesce(substr(day, 1, 7), ''), 'articles', count(*) FROM articles GROUP BY 1",
            "SELECT coalesce(substr(day, 1, 7), ''), type, count(*) FROM records GROUP BY 1, 2",
            "SELECT coalesce(substr(a.day, 1, 7), ''), 'checks', count(*) FROM checks c "
            "JOIN articles a ON a.number = c.article GROUP BY 1",
        )
        with self.open() as db:
            for part in parts:
                for month, type_, number in db.execute(part):
                    found.setdefault(month, Counter())[type_] += number
        return dict(sorted(found.items(), reverse=True))


def expression(words: str, *, phrase: bool) -> str:
    """A full-text expression for words as people type them: quoted ones stay together, nothing else is syntax."""
    plain = folded(words)
    if '"' in plain:
        parts = [quoted or bare for quoted, bare in _QUOTED.findall(plain)]
    else:
        parts = [plain.strip()] if phrase else plain.split()
    return " ".join(f'"{part}"' for part in (p.replace('"', " ").replace("\0", " ") for p in parts) if part.strip())


def _fitting(db: sqlite3.Connection, query: Query) -> tuple[str, list[str]]:
    where, values = _where(query, phrase=True)
    if query.words and not db.execute(f"SELECT 1 FROM records r {where} LIMIT 1", values).fetchone():
        return _where(query, phrase=False)
    return where, values


def _where(query: Query, phrase: bool) -> tuple[str, list[str]]:
    matches = [
        f"{{{column}}} : ({said})"
        for column, words in (
            ("folded_words", query.words),
            ("folded_body", query.body),
            ("folded_speaker", query.speaker),
        )
        if (said := expression(words, phrase=phrase))
    ]
    conditions, values = [], []
    if matches:
        conditions.append("r.row IN (SELECT rowid FROM records_fts WHERE records_fts MATCH ?)")
        values.append(" AND ".join(matches))
    for column, wanted in (("type", query.type), ("kind", query.kind), ("status", query.status)):
        if wanted:
            conditions.append(f"r.{column} = ?")
            values.append(wanted)
    for bound, condition in (
        (query.first, "coalesce(r.last_day, r.first_day) >= ?"),
        (query.last, "coalesce(r.first_day, r.last_day) <= ?"),
    ):
        if bound:
            conditions.append(condition)
            values.append(bound)
    return ("WHERE " + " AND ".join(conditions) if conditions else ""), values
