"""CSV for Excel: UTF-8 with its mark, numbers bare, days in ISO form, no text that a spreadsheet would compute."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from extractor.archive.tables import rows, schemas, wide
from extractor.model import Record
from extractor.store.columns import inert


def write_file(records: Iterator[Record], path: Path) -> None:
    """All records in one table; the texts of the articles are left out."""
    names = list(wide())
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        for record in records:
            for kind, row in rows(record):
                if kind not in ("articles", "checks"):
                    writer.writerow(_cells({"record_type": kind, **row}, names))


def write_folder(records: Iterator[Record], folder: Path) -> None:
    """One file a table."""
    folder.mkdir()
    with ExitStack() as stack:
        writers = {}
        for kind, schema in schemas().items():
            file = stack.enter_context((folder / f"{kind}.csv").open("w", encoding="utf-8-sig", newline=""))
            writers[kind] = csv.writer(file), list(schema)
            writers[kind][0].writerow(schema)
        for record in records:
            for kind, row in rows(record):
                writer, names = writers[kind]
                writer.writerow(_cells(row, names))


def _cells(row: dict[str, Any], names: list[str]) -> list[Any]:
    return [inert(row.get(name)) for name in names]
