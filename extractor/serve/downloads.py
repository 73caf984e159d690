"""Tables as files that are streamed: JSON, CSV for spreadsheets, Parquet where pyarrow is installed."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from importlib.util import find_spec
from itertools import islice
from typing import Any

from extractor.model import Record
from extractor.store.columns import Type, columns, flat, inert

Rows = Iterable[dict[str, Any]]
_BATCH = 1000


def formats() -> list[str]:
    """The formats that can be had here."""
    return [name for name in WRITERS if name != "parquet" or find_spec("pyarrow") is not None]


def as_json(kind: str, rows: Rows) -> Iterator[bytes]:
    """An array, one record a line."""
    start = b"["
    for row in rows:
        yield start + b"\n" + json.dumps(row, ensure_ascii=False).encode()
        start = b","
    yield b"\n]\n" if start == b"," else b"[]\n"


def as_csv(kind: str, rows: Rows) -> Iterator[bytes]:
    """With the mark that Excel needs; a text that a spreadsheet would compute gets an apostrophe before it."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(columns(kind))
    yield b"\xef\xbb\xbf"
    for row in rows:
        writer.writerow([inert(value) for value in row.values()])
        if file.tell() > 1 << 16:
            yield _taken(file)
    yield _taken(file)


def _taken(file: io.StringIO) -> bytes:
    data = file.getvalue().encode()
    file.seek(0)
    file.truncate()
    return data


def as_parquet(kind: str, rows: Rows) -> Iterator[bytes]:
    """Written to a temporary file, which is gone when it is sent."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from extractor.archive.columnar import arrow_schema

    schema = arrow_schema(columns(kind))
    with tempfile.TemporaryFile() as file:
        with pq.ParquetWriter(file, schema, compression="zstd") as writer:
            for batch in _batches(rows):
                typed = [{name: _typed(row[name], columns(kind)[name]) for name in row} for row in batch]
                writer.write_table(pa.Table.from_pylist(typed, schema=schema))
        file.seek(0)
        while chunk := file.read(1 << 16):
            yield chunk


def _batches(rows: Rows) -> Iterator[list[dict[str, Any]]]:
    left = iter(rows)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _typed(value: Any, type_: Type) -> Any:
    if value is None:
        return None
    if type_ == "day":
        return date.fromisoformat(value)
    return float(value) if type_ == "number" else value


WRITERS: dict[str, Callable[[str, Rows], Iterator[bytes]]] = {"json": as_json, "csv": as_csv, "parquet": as_parquet}
MEDIA_TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
}


def rows(record: Record, kind: str) -> Iterator[dict[str, Any]]:
    """The records of a type of one article, as an archive would give them."""
    day = record.article.published
    article = {"article_id": record.id, "article_path": record.source.path, "article_published": day}
    for item in getattr(record, kind):
        filled = {**article, **dict(flat(item))}
        yield {name: _plain(filled.get(name)) for name in columns(kind)}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
