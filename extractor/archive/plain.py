"""Exports that need nothing beside Python: JSON lines with the whole records, and SQLite with full-text search."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from extractor.model import Record
from extractor.store.sqlite import write_archive


def write_jsonl(records: Iterator[Record], path: Path) -> None:
    """One record a line, with the keys in the contract's order."""
    with path.open("wb") as file:
        for record in records:
            file.write(json.dumps(record.model_dump(mode="json"), ensure_ascii=False).encode() + b"\n")


def write_sqlite(records: Iterator[Record], path: Path) -> None:
    """The tables of `extractor.store.sqlite`: one a record type, and `records_fts` over their folded words."""
    write_archive(records, path)
