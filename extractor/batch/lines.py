"""What a run says of each article: a line of the manifest; and of all together: a summary."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from extractor.model import Record

KINDS = ("achievements", "targets", "percentages", "rankings", "recommendations", "conclusions", "checks")
FAILURES_KEPT = 1000


@dataclass(frozen=True, slots=True)
class Line:
    """One article in the manifest. What there is none of is None.

    `record` is the place of its record below the output folder, `record_sha256` the hash of that file, `counts` how
    many records of each type it holds. `made_with` changes with the rules, the program and the options of the run: what
    has the same `sha256` and `made_with` need not be read again. `seconds` is the time it was given, where it failed
    because it took too long or took its process with it: given more, it is tried again.
    """

    path: str
    sha256: str | None
    status: Literal["ok", "failed"]
    error: str | None
    record: str | None
    record_sha256: str | None
    counts: Mapping[str, int] | None
    rules_version: str
    made_with: str
    seconds: float | None = None

    def to_bytes(self) -> bytes:
        fields = {name: getattr(self, name) for name in self.__slots__}
        return (json.dumps(fields, ensure_ascii=False) + "\n").encode()


def parse(data: bytes) -> Line | None:
    """The line in these bytes; None for what is torn, or was written by a version that knew other fields.

    >>> parse(b'{"path": "a.txt", "sha') is None
    True
    """
    try:
        fields: Any = json.loads(data)
        return Line(**fields)
    except (ValueError, TypeError):
        return None


def counts(record: Record) -> dict[str, int]:
    """How many records of each type there are."""
    return {kind: len(getattr(record, kind)) for kind in KINDS}


@dataclass(slots=True)
class Summary:
    """What a run did. `inputs` is how many files there were; fewer were `read` if the run was interrupted.

    `done` counts articles, read or failed: a file may hold many. `kept` of them were done before and have not changed.
    The first thousand failures are held, the manifest has all. `strange` are the places of records that lie in the
    output folder and are of no article of this run; an interrupted run did not look.
    """

    inputs: int
    read: int = 0
    done: int = 0
    kept: int = 0
    failed: int = 0
    records: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[str, str]] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    interrupted: bool = False

    def add(self, line: Line, *, kept: bool = False) -> None:
        self.done += 1
        self.kept += kept
        if line.counts is not None:
            self.records.update(line.counts)
        if line.status == "failed":
            self.failed += 1
            if len(self.failures) < FAILURES_KEPT:
                self.failures.append((line.path, line.error or ""))


def reason(error: BaseException) -> str:
    """The class and message of an error, on one line.

    >>> reason(ValueError("two\\nlines"))
    'ValueError: two lines'
    """
    said = " ".join(str(error).split())
    return f"{type(error).__name__}: {said}" if said else type(error).__name__
