"""The output folder of a run, read one record at a time."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from extractor.errors import InputError, UsageError
from extractor.model import SCHEMA_VERSION, Record
from extractor.read.inputs import RECORDS
from extractor.read.text import load, shown
from extractor.store.listing import Listing

MANIFEST = "manifest.jsonl"
JOURNAL = "manifest.journal"
RECORD_MOST = 1 << 31
"""Bytes of one record; that of a long article is many times as long as the article."""


def is_output(path: Path) -> bool:
    """Whether this is the folder that `extractor run -o` writes."""
    return (path / RECORDS).is_dir()


def record_files(out: Path) -> Iterator[Path]:
    """The records that the manifest names, in the order of their paths; all that lie there where no run has ended.

    Raises UsageError where this is no output folder.
    """
    if not (out / MANIFEST).is_file() or (out / JOURNAL).exists():
        yield from all_files(out)
        return
    with Listing() as named:
        for place in _named(out / MANIFEST):
            named.add(place)
        for file in all_files(out):
            if named.take(file.relative_to(out).as_posix()) is not None:
                yield file


def _named(manifest: Path) -> Iterator[str]:
    with manifest.open("rb") as lines:
        for line in lines:
            try:
                place = json.loads(line).get("record")
            except (ValueError, AttributeError):
                continue  # `extractor validate` tells of it
            if isinstance(place, str):
                yield place


def all_files(out: Path) -> Iterator[Path]:
    """All records that lie in an output folder, also those of no run's manifest. Raises UsageError where it is none."""
    if not is_output(out):
        raise UsageError(f"{shown(out)}: this is no output folder of 'extractor run'; it has no folder '{RECORDS}'")
    for folder, below, names in os.walk(out / RECORDS):
        below.sort()
        for name in sorted(names):
            if name.endswith(".json") and not name.startswith("."):
                yield Path(folder, name)


def read_record(path: Path) -> Record:
    """The record in this file. Raises InputError where there is none."""
    return parse_record(load(path, limit=RECORD_MOST))


def parse_record(data: bytes) -> Record:
    """The record in these bytes. Raises InputError that names its version where it is another, else the first fault."""
    try:
        record = Record.model_validate_json(data)
    except ValidationError as error:
        _of_this_version(_version(data))
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise InputError(f"this is no record of this extractor: {where}: {first['msg']}") from error
    _of_this_version(record.schema_version)
    return record


def _of_this_version(version: str) -> None:
    if version != SCHEMA_VERSION:
        raise InputError(f"its schema version is {version}, this program reads {SCHEMA_VERSION}: run the article again")


def _version(data: bytes) -> str:
    """What these bytes say; this program's own version where they say none."""
    try:
        found = json.loads(data)
    except ValueError:
        return SCHEMA_VERSION
    return str(found.get("schema_version", SCHEMA_VERSION)) if isinstance(found, dict) else SCHEMA_VERSION
