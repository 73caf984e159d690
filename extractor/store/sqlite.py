"""Records as one SQLite file: a table for each type, the articles, and a full-text index over all records.

    articles          one row an article; `number` is its key
    achievements …    one row a record, columns as in `columns.py`, after `article` (the key) and the article's columns
    checks            one row a contradiction, its spans as JSON
    records           one row a record of any type: what is browsed; `row` is its key
    records_fts       FTS5 over the folded columns of `records`: search with `folded(…)`, and "uy ban" finds "Ủy ban"
    pages             the whole record of an article as zlib'd JSON

It is written in one pass, whole or not at all.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from extractor.errors import OutputError
from extractor.model import Action, Evidence, Figure, Percentage, Period, Ranking, Record
from extractor.store.columns import TABLES, Type, columns, flat
from extractor.store.folding import folded
from extractor.write import beside

SCHEMA = 3
"""The number of this layout; an archive of another number is built again."""

Faults = Sequence[tuple[str, str]]
"""Files that are no records, and why."""

_SQL_TYPES: dict[Type, str] = {"text": "TEXT", "int": "INTEGER", "number": "NUMERIC", "day": "TEXT"}
_ARTICLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL, path TEXT, sha256 TEXT NOT NULL, media_type TEXT, encoding TEXT,
  rules_version TEXT NOT NULL, title TEXT, published TEXT, event_date TEXT, place TEXT, author TEXT, source TEXT,
  day TEXT, text TEXT NOT NULL
);
CREATE TABLE checks (
  article INTEGER NOT NULL REFERENCES articles, article_id TEXT, article_path TEXT, article_published TEXT,
  id TEXT NOT NULL, kind TEXT NOT NULL, message TEXT NOT NULL, spans TEXT NOT NULL
);
CREATE TABLE records (
  row INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles, type TEXT NOT NULL, id TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT, status TEXT, indicator TEXT,
  value TEXT, body TEXT, speaker TEXT, first_day TEXT, last_day TEXT, day TEXT,
  folded_words TEXT NOT NULL, folded_body TEXT NOT NULL, folded_speaker TEXT NOT NULL
);
CREATE TABLE pages (article INTEGER PRIMARY KEY REFERENCES articles, record BLOB NOT NULL);
"""
_INDEXES = """
CREATE VIRTUAL TABLE records_fts USING fts5(
  folded_words, folded_body, folded_speaker, content='records', content_rowid='row',
  tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO records_fts(records_fts) VALUES ('rebuild');
CREATE INDEX records_article ON records (article);
CREATE INDEX records_day ON records (day DESC, row);
CREATE INDEX records_type ON records (type, day DESC, row);
CREATE INDEX articles_day ON articles (day DESC, number);
CREATE INDEX articles_id ON articles (id);
"""


def write_archive(records: Iterable[Record], path: Path, *, source: str = "", faults: Faults = ()) -> int:
    """Write an archive and say how many articles it holds. `source` names what it was made from; `faults` are the files
    that are none, known when all records were taken. Raises OutputError."""
    count = 0
    with _whole(path) as db:
        db.executescript(_ARTICLES)
        for kind in TABLES:
            db.execute(f"CREATE TABLE {kind} (article INTEGER NOT NULL REFERENCES articles, {_declared(kind)})")
        for count, record in enumerate(records, 1):
            _add(db, count, record)
            db.execute("INSERT INTO pages VALUES (?, ?)", (count, zlib.compress(record.model_dump_json().encode(), 6)))
        db.executescript(_INDEXES)
        for kind in TABLES:
            db.execute(f"CREATE INDEX {kind}_article ON {kind} (article, id)")
        meta = {"schema": str(SCHEMA), "source": source, "faults": json.dumps(faults)}
        db.executemany("INSERT INTO meta VALUES (?, ?)", list(meta.items()))
    return count


@contextmanager
def _whole(path: Path) -> Iterator[sqlite3.Connection]:
    """A new archive, which takes the place of `path` when the block ends well."""
    try:
        with beside(path) as part, closing(sqlite3.connect(part)) as db:
            db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            yield db
            db.commit()
    except sqlite3.Error as error:
        raise OutputError(f"{path} cannot be written: {error}") from error


def _declared(kind: str) -> str:
    return ", ".join(f'"{name}" {_SQL_TYPES[type_]}' for name, type_ in columns(kind).items())


def _add(db: sqlite3.Connection, number: int, record: Record) -> None:
    a, s = record.article, record.source
    day = _iso(a.published or a.event_date)
    facts = {name: _sql(getattr(a, name)) for name in ("title", "published", "event_date", "place", "author", "source")}
    origin = {"path": s.path, "sha256": s.sha256, "media_type": s.media_type, "encoding": s.encoding}
    whole = {"number": number, "id": record.id, "rules_version": record.rules_version, "day": day, "text": record.text}
    _insert(db, "articles", {**whole, **origin, **facts})
    article = {
        "article": number, "article_id": record.id, "article_path": s.path, "article_published": _iso(a.published),
    }  # fmt: skip
    for kind in TABLES:
        for item in getattr(record, kind):
            _insert(db, kind, {**article, **{name: _sql(value) for name, value in flat(item)}})
            _insert(db, "records", {"article": number, "type": kind, "day": day, **_browsed(item, day)})
    for check in record.checks:
        spans = json.dumps([span.model_dump() for span in check.spans], ensure_ascii=False)
        _insert(db, "checks", {**article, "id": check.id, "kind": check.kind, "message": check.message, "spans": spans})


def _insert(db: sqlite3.Connection, table: str, values: dict[str, Any]) -> None:
    names = ", ".join(f'"{name}"' for name in values)
    db.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(values))})", list(values.values()))


def _browsed(item: Evidence, day: str | None) -> dict[str, Any]:
    """What the table of all records says of one; a record without a period is of its article's day."""
    kind = status = indicator = value = body = speaker = None
    period: Period | None = None
    match item:
        case Figure():
            indicator, value, body, status, period = (
                item.indicator,
                item.quantity.text,
                item.actor,
                item.status,
                item.period,
            )
        case Percentage():
            indicator, value, status, period = item.indicator, item.percent.text, item.status, item.period
        case Ranking():
            indicator, body, period = item.criterion, item.subject, item.period
            value = f"{item.rank}" + (f"/{item.out_of}" if item.out_of is not None else "")
        case Action():
            kind, indicator, body, period = item.kind, item.action, item.addressee, item.deadline
            said = item.speaker
            speaker = ", ".join(p for p in (said.name, said.role, said.organization) if p) if said else None
    first, last = (_iso(period.start_date), _iso(period.end_date)) if period else (day, day)
    return {
        "id": item.id, "start": item.start, "end": item.end, "text": item.text, "kind": kind, "status": status,
        "indicator": indicator, "value": value, "body": body, "speaker": speaker,
        "first_day": first, "last_day": last,
        "folded_words": folded(" · ".join(p for p in (item.text, indicator, value, body, speaker) if p)),
        "folded_body": folded(body or ""), "folded_speaker": folded(speaker or ""),
    }  # fmt: skip


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _sql(value: Any) -> Any:
    """A value as SQLite keeps it; a number too large for its integers is kept as a float."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        return float(value)
    return value
