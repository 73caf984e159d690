"""An archive as tables: one for each record type, and one of articles; what each row holds, with fixed types.

Every exporter writes these rows, so that a figure is the same in all of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from extractor.model import Check, Record
from extractor.store.columns import ARTICLE, TABLES, Type, columns, flat

ARTICLES: dict[str, Type] = {
    "id": "text", "path": "text", "sha256": "text", "media_type": "text", "encoding": "text", "schema_version": "text",
    "rules_version": "text", "title": "text", "published": "day", "event_date": "day", "place": "text",
    "author": "text", "source": "text", **dict.fromkeys(TABLES, "int"), "checks": "int", "text": "text",
}  # fmt: skip
CHECKS: dict[str, Type] = {**ARTICLE, "id": "text", "kind": "text", "message": "text", "spans": "text"}
Row = dict[str, Any]


def schemas() -> dict[str, dict[str, Type]]:
    """The columns of every table with their types, the table of articles first."""
    return {"articles": ARTICLES, **{kind: columns(kind) for kind in TABLES}, "checks": CHECKS}


def wide() -> dict[str, Type]:
    """The columns of one table that holds all records: its type, then every column that any of them has."""
    found: dict[str, Type] = {"record_type": "text"}
    for kind in TABLES:
        for name, type_ in columns(kind).items():
            known = found.setdefault(name, type_)
            if known != type_:
                found[name] = "number" if {known, type_} == {"number", "int"} else "text"
    return found


def rows(record: Record) -> Iterator[tuple[str, Row]]:
    """The rows of one article, each with the name of its table; empty columns are left out."""
    yield "articles", _filled(_article(record))
    lead = {
        "article_id": record.id,
        "article_path": record.source.path,
        "article_published": record.article.published,
    }
    for kind in TABLES:
        for item in getattr(record, kind):
            yield kind, {**_filled(lead), **dict(flat(item))}
    for check in record.checks:
        yield "checks", {**_filled(lead), **_check(check)}


def _article(record: Record) -> Row:
    source, article = record.source, record.article
    return {
        "id": record.id, "path": source.path, "sha256": source.sha256, "media_type": source.media_type,
        "encoding": source.encoding, "schema_version": record.schema_version, "rules_version": record.rules_version,
        **article.model_dump(), **{kind: len(getattr(record, kind)) for kind in (*TABLES, "checks")},
        "text": record.text,
    }  # fmt: skip


def _check(check: Check) -> Row:
    spans = json.dumps([span.model_dump() for span in check.spans], ensure_ascii=False)
    return {"id": check.id, "kind": check.kind, "message": check.message, "spans": spans}


def _filled(row: Row) -> Row:
    return {name: value for name, value in row.items() if value is not None}


def typed(row: Row, schema: dict[str, Type]) -> Row:
    """A row with every column of its table, each of its column's type."""
    return {name: cast(row.get(name), type_) for name, type_ in schema.items()}


def cast(value: Any, type_: Type) -> Any:
    """A value as its column's type: numbers are floats, whole numbers ints, days dates, all else text.

    >>> cast(12, "number"), cast(None, "int"), cast(3, "text")
    (12.0, None, '3')
    """
    if value is None:
        return None
    if type_ == "number":
        return float(value)
    if type_ == "text" and not isinstance(value, str):
        return value.isoformat() if isinstance(value, date) else str(value)
    return value
