"""A run's output as one file, its format by the suffix of its name, or a folder of one file a table.

Records go through one at a time: an archive of any size takes the memory of a few thousand rows.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from extractor.errors import InputError, OutputError, UsageError
from extractor.model import Record
from extractor.store.folder import read_record, record_files
from extractor.write import beside

Write = Callable[[Iterator[Record], Path], None]
FORMATS = ("jsonl", "parquet", "csv", "xlsx", "sqlite", "duckdb")
FOLDERS = ("parquet", "csv")
"""The formats that a folder may hold, one file a table."""
_NEEDS = {"parquet": ("pyarrow",), "duckdb": ("duckdb", "pyarrow"), "xlsx": ("openpyxl",)}
_SUFFIXES = {"db": "sqlite", "sqlite3": "sqlite", "ndjson": "jsonl", "ddb": "duckdb"}


def export(
    out: Path,
    target: Path,
    format_: str | None = None,
    *,
    progress: Callable[[], None] = lambda: None,
    fault: Callable[[Path, str], None] = lambda file, why: None,
) -> int:
    """Write the records of an output folder to a file, or to a folder if the target has no suffix.

    Gives the number of articles. A record that cannot be read is told to `fault` and left out. The target is there
    whole or not at all. Raises UsageError for a format that is not known or cannot be written here, OutputError.
    """
    kind, folder = chosen(target, format_)
    write = writer(kind, folder)
    count = 0

    def records() -> Iterator[Record]:
        nonlocal count
        for file in record_files(out):
            try:
                record = read_record(file)
            except InputError as error:
                fault(file, str(error))
                continue
            count += 1
            yield record
            progress()

    next(record_files(out), None)  # no output folder: say so before anything is written
    _placed(write, records(), target)
    return count


def chosen(target: Path, format_: str | None) -> tuple[str, bool]:
    """The format, and whether the target is a folder. Raises UsageError."""
    suffix = target.suffix.lower().removeprefix(".")
    kind = format_ or _SUFFIXES.get(suffix, suffix)
    known = ", ".join(f".{name}" for name in FORMATS)
    if not suffix and kind not in FOLDERS:
        forms = " or ".join(f"--format {name}" for name in FOLDERS)
        raise UsageError(f"{target}: its suffix says the format, one of {known}; for a folder of tables add {forms}")
    if kind not in FORMATS:
        raise UsageError(f"{target}: there is no format {kind!r}; the suffix is one of {known}")
    missing = [name for name in _NEEDS.get(kind, ()) if find_spec(name) is None]
    if missing:
        raise UsageError(f"{kind} needs {', '.join(missing)}: pip install 'vn-gov-extractor[{kind}]'")
    return kind, not suffix


def writer(kind: str, folder: bool) -> Write:
    """What writes this format; its libraries are imported here."""
    if kind == "parquet":
        from extractor.archive import columnar

        return columnar.write_folder if folder else columnar.write_file
    if kind == "csv":
        from extractor.archive import commas

        return commas.write_folder if folder else commas.write_file
    if kind == "xlsx":
        from extractor.archive import workbook

        return workbook.write
    if kind == "duckdb":
        from extractor.archive import columnar

        return columnar.write_duckdb
    from extractor.archive import plain

    return plain.write_sqlite if kind == "sqlite" else plain.write_jsonl


def _placed(write: Write, records: Iterator[Record], target: Path) -> None:
    """Write beside the target, then put it in its place. Raises OutputError."""
    with beside(target) as part:
        write(records, part)
        if target.is_dir():
            if not part.is_dir() or any(f.suffix not in (".parquet", ".csv") for f in target.iterdir()):
                raise OutputError(f"{target} is a folder of other things; name another place")
            shutil.rmtree(target.resolve())
