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
from extractor.model import Article as Facts
from extractor.model import Record
from extractor.model import Source as Origin
from extractor.read.article import Article, Piece
from extractor.read.inputs import RECORDS, Input, Places, record_paths
from extractor.read.reader import Reader
from extractor.read.sidecar import Sidecar
from extractor.read.text import LIMIT, shown
from extractor.write import whole, write_record

MANIFEST = "manifest.jsonl"
KINDS = ("achievements", "targets", "percentages", "rankings", "recommendations", "conclusions", "checks")


class Extracts(Protocol):
    """What a batch needs of an Extractor."""

    @property
    def rules_version(self) -> str: ...

    def extract(
        self,
        text: str,
        *,
        published: date | str | None = None,
        source: Origin | None = None,
        article: Facts | None = None,
    ) -> Record: ...

    def reader(self, *, encoding: str | None = None, limit: int = LIMIT) -> Reader: ...


@dataclass(frozen=True, slots=True)
class Line:
    """One article in the manifest. `error` and `record` are None where there is none."""

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
    """What a run did. `inputs` is how many files there were; fewer were `read` if the run was interrupted.

    `done` counts articles, read or failed: a file may hold many.
    """

    inputs: int
    read: int = 0
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
    reader: Reader | None = None,
    sidecar: Sidecar | None = None,
    limit: int = LIMIT,
    progress: Callable[[Line], None] = lambda line: None,
) -> Summary:
    """Extract every article of every input and write its record and its line; `progress` is told once an input.

    Interrupted from the keyboard, it keeps what is done: every line of the manifest is true, every record whole.
    """
    prepare(out)
    summary = Summary(len(inputs))
    work = Work(out, extractor, reader or extractor.reader(limit=limit), sidecar, published)
    with whole(out / MANIFEST) as manifest, _until_interrupted(summary):
        for item, place in zip(inputs, record_paths(inputs), strict=True):
            for line, record in work.articles(item, place):
                manifest.write(line.to_bytes())
                summary.add(line, record)
            summary.read += 1
            progress(line)
    return summary


@contextlib.contextmanager
def _until_interrupted(summary: Summary) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        summary.interrupted = True


@dataclass(frozen=True, slots=True)
class Work:
    """What is done with one input: read it, extract each article, write its record."""

    out: Path
    extractor: Extracts
    reader: Reader
    sidecar: Sidecar | None = None
    published: date | str | None = None

    def articles(self, item: Input, place: PurePosixPath) -> Iterator[tuple[Line, Record | None]]:
        """The line and record of each article of an input, one line at least."""
        places = Places(item, place)
        written: set[PurePosixPath] = set()
        try:
            if item.fault:
                raise UnreadableInput(item.fault)
            for piece in self.reader.file(item.path):
                where = place if piece.part is None else places.place(piece.part)
                written.add(where)
                yield self._article(piece, item, where)
        except Exception as error:
            yield self._failed(item.name, None, error, place), None
        if written - {place}:
            self._prune(places.folder, written)

    def _article(self, piece: Piece, item: Input, place: PurePosixPath) -> tuple[Line, Record | None]:
        if not isinstance(piece, Article):
            return self._failed(piece.path, piece.sha256, piece.error, place), None
        path, digest = piece.source.path or item.name, piece.source.sha256
        try:
            facts = self.sidecar.over(piece.facts, _names(path, item)) if self.sidecar else piece.facts
            record = self.extractor.extract(piece.text, published=self.published, source=piece.source, article=facts)
            write_record(record, self.out / place)
        except Exception as error:
            return self._failed(path, digest, error, place), None
        return Line(path, digest, "ok", None, str(place), self.extractor.rules_version), record

    def _failed(self, path: str, digest: str | None, error: Exception, place: PurePosixPath) -> Line:
        with contextlib.suppress(OSError):
            (self.out / place).unlink(missing_ok=True)  # an earlier run's record must not pass for this one's
        return Line(path, digest, "failed", reason(error), None, self.extractor.rules_version)

    def _prune(self, folder: PurePosixPath, written: set[PurePosixPath]) -> None:
        """Records of an earlier run, of articles that the file of many does not hold any more."""
        for path in (self.out / folder).rglob("*.json") if (self.out / folder).is_dir() else ():
            if PurePosixPath(path.relative_to(self.out).as_posix()) not in written:
                with contextlib.suppress(OSError):
                    path.unlink()


def _names(path: str, item: Input) -> list[str]:
    """The names by which a sidecar may mean an article: as given, within the input folder, with that folder's name."""
    part = path[len(item.name) :]
    inside = f"{item.inside}{part}"
    return [path, inside, f"{item.folder}/{inside}"]


def reason(error: Exception) -> str:
    """The class and message of an error, on one line.

    >>> reason(ValueError("two\\nlines"))
    'ValueError: two lines'
    """
    said = " ".join(str(error).split())
    return f"{type(error).__name__}: {said}" if said else type(error).__name__
