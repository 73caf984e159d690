"""One article to do: what it is called, where its bytes are, where its record goes, what an earlier run said of it.

A file of many articles is opened here, in the run's own process, and read as far as the workers follow: each of its
articles is a task of its own, so that one that is slow or deadly costs no other. The rows of a table are taken apart
here; pages and documents in an archive go to the workers as their bytes, to be read within the time of one article.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from extractor.batch import remote
from extractor.batch.lines import Line, reason
from extractor.batch.prior import Prior
from extractor.batch.settings import stated_with
from extractor.errors import InputError, UnreadableInput
from extractor.model import Article as Facts
from extractor.read.article import Article, Fault, Piece, Unread
from extractor.read.formats import MANY, sniff
from extractor.read.inputs import Input, Places, record_folders, record_paths
from extractor.read.reader import Reader
from extractor.read.sidecar import Sidecar
from extractor.read.text import load

_MANY = (".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz")


@dataclass(frozen=True, slots=True)
class Task:
    """Exactly one of `path`, `url`, `data`, `article` and `fault` says what there is to do.

    `data` holds the bytes where another process cannot read them, `article` what was read of a table, `fault`
    why there is nothing to read. `stated` are facts that are known from elsewhere. `last`: its file has no more.
    """

    number: int
    name: str
    place: str
    made_with: str
    path: Path | None = None
    url: str | None = None
    data: bytes | None = None
    article: Article | None = None
    fault: str | None = None
    sha256: str | None = None
    stated: Facts | None = None
    prior: Line | None = None
    last: bool = True


@dataclass(frozen=True, slots=True)
class Tasks:
    """What makes tasks of inputs."""

    reader: Reader
    made_with: str
    prior: Prior
    sidecar: Sidecar | None = None

    def of(self, inputs: Sequence[Input]) -> Iterator[Task]:
        """The articles of these inputs in order, numbered from 0."""
        number, places = 0, record_paths(inputs)
        for item, place, folder in zip(inputs, places, record_folders(inputs, places), strict=True):
            held: Task | None = None
            for task in self._input(item, place, folder):
                if held is not None:
                    yield replace(held, number=number, last=False)
                    number += 1
                held = task
            if held is not None:
                yield replace(held, number=number)
                number += 1

    def _input(self, item: Input, place: PurePosixPath, folder: PurePosixPath) -> Iterator[Task]:
        try:
            if item.fault:
                raise UnreadableInput(item.fault)
            if isinstance(item, remote.RemoteInput):
                yield from self._remote(item, place, folder)
                return
            data = load(item.path, limit=self.reader.limit) if _flows(item.path) else None
            if data is not None and sniff(io.BytesIO(data), item.name, self.reader.options) in MANY:
                yield from self._many(self.reader.unread_stream(io.BytesIO(data), item.name), item, place, folder)
            elif data is None and self.reader.is_many(item.path):
                yield from self._many(self.reader.unread(item.path), item, place, folder)
            else:
                task = self._task(item, item.name, place)
                yield replace(task, data=data) if data is not None else replace(task, path=item.path)
        except InputError as error:
            yield replace(self._task(item, item.name, place), fault=reason(error))

    def _remote(self, item: remote.RemoteInput, place: PurePosixPath, folder: PurePosixPath) -> Iterator[Task]:
        """Only what is called like a file of many is opened here; the others are for the workers to fetch."""
        if not item.url.lower().endswith(_MANY):
            yield replace(self._task(item, item.name, place), url=item.url)
            return
        try:
            with remote.open_file(item.url) as file:
                yield from self._many(self.reader.unread_stream(file, item.name), item, place, folder)
        except OSError as error:
            raise UnreadableInput(f"it cannot be read: {error.strerror or error}") from error

    def _many(
        self, pieces: Iterator[Piece | Unread], item: Input, place: PurePosixPath, folder: PurePosixPath
    ) -> Iterator[Task]:
        places = Places(folder)
        try:
            for piece in pieces:
                yield self._piece(piece, item, place if piece.part is None else places.place(piece.part))
        except Exception as error:
            yield replace(self._task(item, item.name, place), fault=reason(error))

    def _piece(self, piece: Piece | Unread, item: Input, place: PurePosixPath) -> Task:
        if isinstance(piece, Unread):
            return replace(self._task(item, piece.path or item.name, place), data=piece.data)
        if isinstance(piece, Fault):
            return replace(self._task(item, piece.path, place), fault=reason(piece.error), sha256=piece.sha256)
        task = self._task(item, piece.source.path or item.name, place)
        return replace(task, article=piece, sha256=piece.source.sha256)

    def _task(self, item: Input, name: str, place: PurePosixPath) -> Task:
        stated = self.sidecar.facts(_names(name, item)) if self.sidecar else None
        made_with = stated_with(self.made_with, stated)
        return Task(0, name, str(place), made_with, stated=stated, prior=self.prior.find(name))


def _flows(path: Path) -> bool:
    """Whether it can be read only once, and only here: standard input, a pipe."""
    try:
        return str(path) == "-" or (path.exists() and not path.is_file() and not path.is_dir())
    except (OSError, ValueError):
        return False


def _names(path: str, item: Input) -> list[str]:
    """The names by which a sidecar may mean an article: as given, within the input folder, with that folder's name."""
    part = path[len(item.name) :]
    inside = f"{item.inside}{part}"
    return [path, inside, f"{item.folder}/{inside}"]
