"""The searchable archive of a run's output folder: built on first need, again when a record changed.

It lies beside the records, or in a folder for caches where that folder cannot be written.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from extractor.caching import cache_folder
from extractor.errors import InputError, OutputError, UsageError
from extractor.model import Record
from extractor.store.folder import read_record, record_files
from extractor.store.search import Archive
from extractor.store.sqlite import write_archive

NAME = ".archive.sqlite"


def archive_of(
    path: Path,
    place: Path | None = None,
    *,
    progress: Callable[[], None] = lambda: None,
    fault: Callable[[Path, str], None] = lambda file, why: None,
) -> Archive:
    """The archive of an output folder, or this archive itself. `place` is where the file is to lie.

    `fault` is told of each file that is no record, also where the archive was made before. Raises UsageError where
    there is neither, or where another thing stands at `place`, OutputError where no place for the file can be written.
    """
    if not path.is_dir():
        archive = Archive(path)
        if not path.is_file() or archive.source() is None:
            raise UsageError(f"{path}: this is no output folder of 'extractor run' and no archive made from one")
        return archive
    if place is not None and not _may_hold(place):
        raise UsageError(f"{place}: another thing stands here; name a new file, or an index that was made before")
    places: list[Callable[[], Path]] = [lambda: place or path / NAME, *([] if place else [lambda: _cache(path)])]
    archive = _up_to_date(path, places, progress)
    for file, why in archive.faults():
        fault(path / file, why)
    return archive


def _up_to_date(path: Path, places: Sequence[Callable[[], Path]], progress: Callable[[], None]) -> Archive:
    mark = fingerprint(path)
    for number, where in enumerate(places, 1):
        candidate = where()
        if candidate.is_file() and Archive(candidate).source() == mark:
            return Archive(candidate)
        try:
            faults: list[tuple[str, str]] = []
            write_archive(_records(path, progress, faults), candidate, source=mark, faults=faults)
        except OutputError:
            if number == len(places):
                raise
        else:
            return Archive(candidate)
    raise AssertionError("there is always a place")


def _may_hold(place: Path) -> bool:
    """Whether an archive may be written here: nothing stands here, or an older archive."""
    if not place.exists():
        return True
    if not place.is_file():
        return False
    with place.open("rb") as file:
        return file.read(16) in (b"SQLite format 3\0", b"")


def fingerprint(out: Path) -> str:
    """Changes when any record of the folder does: names, sizes and times of writing."""
    digest = hashlib.sha256()
    for file in record_files(out):
        state = file.stat()
        digest.update(f"{os.fsencode(file.relative_to(out))!r} {state.st_size} {state.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _records(out: Path, progress: Callable[[], None], faults: list[tuple[str, str]]) -> Iterator[Record]:
    for file in record_files(out):
        try:
            yield read_record(file)
        except InputError as error:
            faults.append((str(file.relative_to(out)), str(error)))
        progress()


def _cache(out: Path) -> Path:
    """A place of this user's own: another user cannot have laid a file there."""
    name = hashlib.sha256(os.fsencode(out.resolve())).hexdigest()[:16]
    return (cache_folder() or _temporary()) / f"{name}.sqlite"


def _temporary() -> Path:
    """A folder that is gone when this process ends."""
    folder = tempfile.mkdtemp(prefix="vn-gov-extractor-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
