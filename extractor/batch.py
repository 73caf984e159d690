"""Many articles: read → extract → write, one line of the manifest for each. No article stops another."""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Literal, Protocol

from extractor.errors import OutputError, UnreadableInput
from extractor.model import Record
from extractor.model import Source as Origin
from extractor.read.inputs import RECORDS, Input, record_paths
from extractor.read.text import LIMIT, load, read_bytes, sha256, shown
from extractor.write import whole, write_record

MANIFEST = "manifest.jsonl"
KINDS = ("achievements", "targets", "percentages", "rankings", "recommendations", "conclusions", "checks")


class Extracts(Protocol):
    """What a batch needs of an Extractor."""

    @property
    def rules_version(self) -> str: ...

    def extract(self, text: str, *, published: date | str | None = None, source: Origin | None = None) -> Record: ...


@dataclass(frozen=True, slots=True)
class Line:
    """One input in the manifest. `error` and `record` are None where there is none."""

    path: str
    sha256: str | None
    status: Literal["ok", "failed"]
    error: str | None
    record: str | None
    rules_version: str

    def to_bytes(self) -> bytes:
        fields = {name: getattr(self, name) for name in self.__slots__}
        return (json.dumps(fields, ensure_ascii=False) + "\n").encode()


@dataclass(slots=True)
class Summary:
    """What a run did. `inputs` is how many there were; fewer were done if the run was interrupted."""

    inputs: int
    done: int = 0
    records: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[str, str]] = field(default_factory=list)
    interrupted: bool = False

    def add(self, line: Line, record: Record | None) -> None:
        self.done += 1
        if record is None:
            self.failures.append((line.path, line.error or ""))
        else:
            self.records.update({kind: len(getattr(record, kind)) for kind in KINDS})


def prepare(out: Path) -> None:
    """Make the output folder and see that it can be written, before any article is read. Raises OutputError."""
    try:
        (out / RECORDS).mkdir(parents=True, exist_ok=True)
        trial = out / RECORDS / ".trial"
        trial.write_bytes(b"")
        trial.unlink()
    except OSError as error:
        what = f"the output folder {shown(out)} cannot be written: {error.strerror or error}"
        raise OutputError(f"{what}; name a folder after -o that can be made or is yours") from error


def run(
    inputs: Sequence[Input],
    out: Path,
    extractor: Extracts,
    *,
    published: date | str | None = None,
    limit: int = LIMIT,
    progress: Callable[[Line], None] = lambda line: None,
) -> Summary:
    """Extract every input and write its record and its line; `progress` is told of each line.

    Interrupted from the keyboard, it keeps what is done: every line of the manifest is true, every record whole.
    """
    prepare(out)
    summary = Summary(len(inputs))
    with whole(out / MANIFEST) as manifest, _until_interrupted(summary):
        for item, place in zip(inputs, record_paths(inputs), strict=True):
            line, record = _one(item, out, place, extractor, published, limit)
            manifest.write(line.to_bytes())
            summary.add(line, record)
            progress(line)
    return summary


@contextlib.contextmanager
def _until_interrupted(summary: Summary) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        summary.interrupted = True


def _one(
    item: Input, out: Path, place: PurePosixPath, extractor: Extracts, published: date | str | None, limit: int
) -> tuple[Line, Record | None]:
    digest: str | None = None
    version = extractor.rules_version
    try:
        if item.fault:
            raise UnreadableInput(item.fault)
        data = load(item.path, limit=limit)
        digest = sha256(data)
        read = read_bytes(data, path=item.name, limit=limit)
        record = extractor.extract(read.text, published=published, source=read.source)
        write_record(record, out / place)
    except Exception as error:
        with contextlib.suppress(OSError):
            (out / place).unlink(missing_ok=True)  # an earlier run's record must not pass for this one's
        return Line(item.name, digest, "failed", reason(error), None, version), None
    return Line(item.name, digest, "ok", None, str(place), version), record


def reason(error: Exception) -> str:
    """The class and message of an error, on one line.

    >>> reason(ValueError("two\\nlines"))
    'ValueError: two lines'
    """
    said = " ".join(str(error).split())
    return f"{type(error).__name__}: {said}" if said else type(error).__name__
