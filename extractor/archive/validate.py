"""Whether an output folder holds what it promises: each record by itself, and all of them against the manifest.

A record is sound when it fits the models with every key there and no other, in the order and layout of the contract;
when every span is the text at its place; and when its references and ids mean something. The manifest is sound when
every line names a record with that hash, and every record is named by a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from extractor.batch.lines import Line, counts, parse
from extractor.errors import InputError
from extractor.model import Record
from extractor.read.text import article_id, load, sha256
from extractor.store.folder import JOURNAL, MANIFEST, RECORD_MOST, all_files, parse_record
from extractor.store.listing import Listing
from extractor.write import record_bytes


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and with which file."""

    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}"


@dataclass(slots=True)
class Checked:
    """How much was looked at."""

    records: int = 0
    lines: int = 0
    versions: set[str] = field(default_factory=set)


def validate(out: Path, checked: Checked) -> Iterator[Problem]:
    """Every problem of an output folder, as it is found. Raises UsageError where it is none."""
    with Listing() as listing:
        for file in all_files(out):
            place = file.relative_to(out).as_posix()
            checked.records += 1
            data = load(file, limit=RECORD_MOST)
            try:
                record = parse_record(data)
            except InputError as error:
                yield Problem(place, str(error))
                listing.add(place, sha256(data))
                continue
            checked.versions.add(record.rules_version)
            for what in faults(record, data):
                yield Problem(place, what)
            listing.add(place, sha256(data), record.source.sha256, record.rules_version, json.dumps(counts(record)))
        yield from _manifest(out, listing, checked)


def faults(record: Record, data: bytes | None = None) -> Iterator[str]:
    """What is wrong with one record, `data` being the bytes that it was read from."""
    if data is not None and record_bytes(record) != data:
        yield "a key is missing, or the order of keys or the layout is not the contract's"
    if record.id != article_id(record.source.sha256):
        yield f"its id {record.id} is not that of its source, {article_id(record.source.sha256)}"
    yield from _spans(record, record.text, "")
    ids = {item.id for item in (*record.achievements, *record.targets)}
    for item in record.percentages:
        if item.figure is not None and item.figure not in ids:
            yield f"percentages {item.id}: there is no figure {item.figure}"
    seen: set[str] = set()
    for kind in ("mentions", "achievements", "targets", "percentages", "rankings", "recommendations", "conclusions"):
        for item in getattr(record, kind):
            if item.id in seen:
                yield f"{kind}: the id {item.id} stands twice"
            seen.add(item.id)


def _spans(node: Any, text: str, where: str) -> Iterator[str]:
    """Every span below this node that is not the text at its place."""
    if isinstance(node, BaseModel):
        start, end, said = (getattr(node, name, None) for name in ("start", "end", "text"))
        if isinstance(start, int) and isinstance(end, int) and text[start:end] != said:
            yield f"{where}: the text at {start}–{end} is {text[start:end]!r}, not {said!r}"
        for name in type(node).model_fields:
            yield from _spans(getattr(node, name), text, f"{where}.{name}" if where else name)
    elif isinstance(node, list):
        for number, item in enumerate(node):
            yield from _spans(item, text, f"{where}[{number}]")


def _manifest(out: Path, listing: Listing, checked: Checked) -> Iterator[Problem]:
    if (out / JOURNAL).exists():
        yield Problem(JOURNAL, "the run did not end; the same command does the rest")
    if not (out / MANIFEST).is_file():
        yield Problem(MANIFEST, "there is none")
        return
    with (out / MANIFEST).open("rb") as file:
        for number, data in enumerate(file, 1):
            checked.lines += 1
            line = parse(data)
            place = f"{MANIFEST}:{number}"
            if line is None:
                yield Problem(place, "this is no line of a manifest of this version")
            elif line.status == "ok":
                yield from (Problem(place, what) for what in _against(line, listing))
            elif line.record is not None or line.error is None:
                yield Problem(place, "it failed: it should have a reason and no record")
    for place in listing.left():
        yield Problem(place, "no line of the manifest names this record: it is of another run, or its article is gone")


def _against(line: Line, listing: Listing) -> Iterator[str]:
    if line.record is None:
        yield "it is ok but names no record"
        return
    found = listing.take(line.record)
    if found is None:
        yield f"{line.record} is not there, or a line before names it too"
        return
    wanted = (line.record_sha256, line.sha256, line.rules_version, json.dumps(dict(line.counts or {})))
    names = ("the hash of the record", "the hash of the article", "the version of the rules", "the counts")
    for name, ours, theirs in zip(names, wanted, found, strict=True):
        if theirs is not None and ours != theirs:
            yield f"{name} of {line.record} is {theirs}, here it says {ours}"
            return
