"""Inputs and output folders that fsspec reaches: s3://, hdfs://, file://, memory://. Workers on other machines read and
write there by themselves; nothing else is shared between them.
"""

from __future__ import annotations

import contextlib
import secrets
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import IO, Any

from extractor.errors import OutputError, TooLarge, UnreadableInput, UsageError
from extractor.read import own
from extractor.read.formats import REFUSED_SUFFIXES, SUFFIXES
from extractor.read.inputs import RECORDS, Input, LeftOut
from extractor.store.folder import MANIFEST

JOURNAL = "journal"
_WHOLE_AT_ONCE = {"s3", "s3a", "gs", "gcs", "abfs", "az", "memory"}
"""Stores where an object is there whole or not at all; elsewhere a file is renamed when it is whole."""
_HELD = 200
_CHUNK = 8 * 1024 * 1024


def is_url(name: str | Path) -> bool:
    """Whether this names a place for fsspec.

    >>> is_url("s3://bucket/in"), is_url("C:\\\\in"), is_url("in/a.txt")
    (True, False, False)
    """
    return "://" in str(name)


def opened(url: str) -> tuple[Any, str]:
    """The file system of a place, and its path there. Raises UsageError for one that is not known here."""
    if find_spec("fsspec") is None:
        raise UsageError(f"{url} needs fsspec: pip install 'vn-gov-extractor[dask]'")
    import fsspec

    try:
        fs, path = fsspec.core.url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise UsageError(f"{url}: {error}") from error
    return fs, str(path).rstrip("/")


@dataclass(frozen=True, slots=True)
class RemoteInput(Input):
    """An article at a place for fsspec."""

    url: str = ""

    @property
    def name(self) -> str:
        return self.url

    @property
    def key(self) -> str:
        return self.url


def discover(url: str, out: str, left_out: LeftOut) -> list[Input]:
    """The articles at a place: itself, or all below it in the order of their paths, but none below `out`.

    Raises UsageError.
    """
    fs, root = opened(url)
    try:
        found = sorted(fs.find(root))
    except OSError as error:
        raise UsageError(f"{url} cannot be read: {error}") from error
    folder = PurePosixPath(root).name
    if found == [root]:
        return [RemoteInput(Path(root), PurePosixPath(folder), PurePosixPath(root).parent.name, None, url)]
    items: list[Input] = []
    for path in found:
        inside = PurePosixPath(path).relative_to(root)
        name = f"{url.rstrip('/')}/{inside}"
        if any(part.startswith(".") for part in inside.parts) or name.startswith(_places_of_run(url, out)):
            continue
        if path.lower().endswith(own.SUFFIXES) and own.is_own(_head(fs, path)):
            left_out.own.append(name)
        elif path.lower().endswith(SUFFIXES + REFUSED_SUFFIXES):
            items.append(RemoteInput(Path(path), inside, folder, None, name))
        else:
            left_out.unknown.append(name)
    if not items:
        raise UsageError(f"{url}: no article below this place; looked for {', '.join(SUFFIXES)}, not hidden")
    return items


def _places_of_run(url: str, out: str) -> tuple[str, ...]:
    """What a run into `out` writes at places below `url`: all of a folder of its own, some where both are one."""
    folder = out.rstrip("/")
    return (f"{folder}/{RECORDS}/", f"{folder}/{JOURNAL}/") if folder == url.rstrip("/") else (f"{folder}/",)


def _head(fs: Any, path: str) -> bytes:
    try:
        head: bytes = fs.cat_file(path, 0, own.HEAD)
    except OSError:
        return b""  # it fails when it is read, by name
    return head


def load(url: str, limit: int) -> bytes:
    """The bytes at a place. Raises UnreadableInput, TooLarge."""
    try:
        with open_file(url) as file:
            data: bytes = file.read(limit + 1)
    except OSError as error:
        raise UnreadableInput(f"it cannot be read: {error.strerror or error}") from error
    if len(data) > limit:
        raise TooLarge(f"it is larger than the limit of {limit / 1024 / 1024:g} MiB ({limit} bytes)")
    return data


def open_file(url: str) -> IO[bytes]:
    """An open file that can be sought in."""
    fs, path = opened(url)
    file: IO[bytes] = fs.open(path, "rb")
    return file


@dataclass(frozen=True, slots=True)
class RemoteOutput:
    """An output folder at a place for fsspec."""

    url: str

    def __str__(self) -> str:
        return self.url

    def prepare(self) -> None:
        try:
            self.write(f"{RECORDS}/.trial", b"")
            self.remove(f"{RECORDS}/.trial")
        except OutputError as error:
            raise OutputError(f"the output folder {error}; name a place after -o that is yours") from error

    def write(self, place: str, data: bytes) -> None:
        with self.whole(place) as file:
            file.write(data)

    def read(self, place: str) -> bytes | None:
        fs, root = opened(self.url)
        try:
            data: bytes = fs.cat_file(f"{root}/{place}")
        except OSError:
            return None
        return data

    def remove(self, place: str) -> None:
        fs, root = opened(self.url)
        with contextlib.suppress(OSError):
            fs.rm_file(f"{root}/{place}")

    def below(self, folder: str, suffix: str = ".json") -> list[str]:
        fs, root = opened(self.url)
        try:
            found = fs.find(f"{root}/{folder}")
        except OSError:
            return []
        return sorted(path[len(root) + 1 :] for path in found if path.endswith(suffix))

    @contextlib.contextmanager
    def whole(self, place: str) -> Iterator[IO[bytes]]:
        fs, root = opened(self.url)
        target = f"{root}/{place}"
        protocols = {fs.protocol} if isinstance(fs.protocol, str) else set(fs.protocol)
        part = target if protocols & _WHOLE_AT_ONCE else f"{target}.{secrets.token_hex(6)}.part"
        try:
            fs.makedirs(target.rsplit("/", 1)[0], exist_ok=True)
            with tempfile.TemporaryFile() as held:
                yield held
                held.seek(0)
                with fs.open(part, "wb") as file:
                    while chunk := held.read(_CHUNK):
                        file.write(chunk)
            if part != target:
                fs.mv(part, target)
        except OSError as error:
            with contextlib.suppress(OSError):
                if part != target:
                    fs.rm_file(part)
            raise OutputError(f"{self.url}/{place} cannot be written: {error.strerror or error}") from error

    def sweep(self) -> None:
        for part in self.below(RECORDS, ".part"):
            self.remove(part)

    # --- what only the run itself does ----------------------------------------------------------------------------

    def journal(self) -> RemoteJournal:
        return RemoteJournal(self)

    def earlier(self) -> Iterator[bytes]:
        for place in (MANIFEST, *self.below(JOURNAL, ".jsonl")):
            yield from (self.read(place) or b"").splitlines(keepends=True)

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        yield  # there are no locks

    def tidy(self) -> None:
        if self.below(JOURNAL, ".jsonl"):
            self.sweep()


class RemoteJournal:
    """A journal of many files, for nothing can be appended to an object."""

    def __init__(self, output: RemoteOutput) -> None:
        self._output = output
        self._next = len(output.below(JOURNAL, ".jsonl"))
        self._lines: list[bytes] = []

    def add(self, line: bytes) -> None:
        self._lines.append(line)
        if len(self._lines) >= _HELD:
            self.flush()

    def flush(self) -> None:
        if self._lines:
            self._output.write(f"{JOURNAL}/{self._next:08}.jsonl", b"".join(self._lines))
            self._next, self._lines = self._next + 1, []

    def close(self) -> None:
        with contextlib.suppress(OutputError):
            self.flush()

    def remove(self) -> None:
        self._lines = []
        for place in self._output.below(JOURNAL, ".jsonl"):
            self._output.remove(place)


def inputs(named: Sequence[str], out: str | Path, besides: Sequence[Path], left_out: LeftOut) -> list[Input]:
    """What the command line names, on disks and at places for fsspec, in its order. `left_out` is told the rest."""
    from extractor.read import inputs as local

    found: dict[str, Input] = {}
    for name in named:
        if is_url(name):
            items = discover(name, str(out), left_out)
        else:
            items = local.discover([name], Path(str(out)), besides=besides, left_out=left_out)
        for item in items:
            found.setdefault(item.key, item)
    return list(found.values())
