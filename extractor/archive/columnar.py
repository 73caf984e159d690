"""Parquet with an explicit schema, the same for every archive; and DuckDB, which is loaded from it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from extractor.archive.tables import Row, rows, schemas, typed, wide
from extractor.model import SCHEMA_VERSION, Record
from extractor.store.columns import Type

GROUP = 5000
"""Rows that are held before they are written."""
_TYPES: dict[Type, Any] = {"text": pa.string(), "int": pa.int64(), "number": pa.float64(), "day": pa.date32()}


def arrow_schema(columns: dict[str, Type]) -> Any:
    """The columns as pyarrow names them, with the version of the contract."""
    fields = [(name, _TYPES[type_]) for name, type_ in columns.items()]
    return pa.schema(fields, metadata={"schema_version": SCHEMA_VERSION})


class Table:
    """One Parquet file, written a group of rows at a time."""

    def __init__(self, path: Path, columns: dict[str, Type]) -> None:
        self._columns, self._schema = columns, arrow_schema(columns)
        self._writer = pq.ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[Row] = []

    def add(self, row: Row) -> None:
        self._rows.append(typed(row, self._columns))
        if len(self._rows) >= GROUP:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
            self._rows = []

    def close(self) -> None:
        self._flush()
        self._writer.close()


def write_file(records: Iterator[Record], path: Path) -> None:
    """All records in one table."""
    with ExitStack() as stack:
        table = Table(path, wide())
        stack.callback(table.close)
        for record in records:
            for kind, row in rows(record):
                if kind not in ("articles", "checks"):
                    table.add({"record_type": kind, **row})


def write_folder(records: Iterator[Record], folder: Path) -> None:
    """One file a table."""
    folder.mkdir()
    with ExitStack() as stack:
        tables = {kind: Table(folder / f"{kind}.parquet", schema) for kind, schema in schemas().items()}
        for table in tables.values():
            stack.callback(table.close)
        for record in records:
            for kind, row in rows(record):
                tables[kind].add(row)


def write_duckdb(records: Iterator[Record], path: Path) -> None:
    """One table each, loaded from Parquet files that are gone afterwards: rows one by one would be slow."""
    import duckdb

    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".duckdb-") as folder:
        write_folder(records, Path(folder) / "tables")
        with duckdb.connect(str(path)) as db:
            for kind in schemas():
                db.execute(f"CREATE TABLE {kind} AS SELECT * FROM read_parquet(?)", [f"{folder}/tables/{kind}.parquet"])
