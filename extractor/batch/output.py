"""Where a run writes: a folder on a disk, or one that fsspec reaches. Both know the same few operations."""

from __future__ import annotations

import contextlib
import errno
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from extractor.errors import NoRoom, OutputError
from extractor.read.inputs import RECORDS
from extractor.read.text import shown
from extractor.write import whole

_PART = re.compile(r"\.[0-9a-f]{12}\.part")
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO}


class Output(Protocol):
    """An output folder. Places are relative to it, with slashes; what is written is there whole or not at all."""

    def prepare(self) -> None:
        """See that it can be written. Raises OutputError."""

    def write(self, place: str, data: bytes) -> None:
        """Raises NoRoom where no other place could be written either, OutputError for this one alone."""

    def read(self, place: str) -> bytes | None:
        """None where there is nothing, or nothing that can be read."""

    def remove(self, place: str) -> None:
        """Nothing happens where there is nothing."""

    def below(self, folder: str) -> list[str]:
        """The places of the records in a folder and below it, in order."""

    def whole(self, place: str) -> contextlib.AbstractContextManager[IO[bytes]]:
        """A file to write, which takes its place when the block ends well."""

    def sweep(self) -> None:
        """Remove what writers of records that were killed left behind."""


@dataclass(frozen=True, slots=True)
class LocalOutput:
    """A folder on a disk."""

    root: Path

    def __str__(self) -> str:
        return shown(self.root)

    def prepare(self) -> None:
        try:
            (self.root / RECORDS).mkdir(parents=True, exist_ok=True)
            trial = self.root / RECORDS / ".trial"
            trial.write_bytes(b"")
            trial.unlink()
        except OSError as error:
            what = f"the output folder {shown(self.root)} cannot be written: {error.strerror or error}"
            raise OutputError(f"{what}; name a folder after -o that can be made or is yours") from error

    def write(self, place: str, data: bytes) -> None:
        with self.whole(place) as file:
            file.write(data)

    def read(self, place: str) -> bytes | None:
        try:
            return (self.root / place).read_bytes()
        except OSError:
            return None

    def remove(self, place: str) -> None:
        with contextlib.suppress(OSError):
            (self.root / place).unlink(missing_ok=True)

    def below(self, folder: str) -> list[str]:
        found = (self.root / folder).rglob("*.json")
        return sorted(path.relative_to(self.root).as_posix() for path in found)

    @contextlib.contextmanager
    def whole(self, place: str) -> Iterator[IO[bytes]]:
        try:
            with whole(self.root / place) as file:
                yield file
        except OutputError as error:
            raise told(error) from error

    def sweep(self) -> None:
        for folder, _, names in os.walk(self.root / RECORDS):
            for name in names:
                if _PART.fullmatch(name):
                    with contextlib.suppress(OSError):
                        Path(folder, name).unlink()


def told(error: OutputError) -> OutputError:
    """The same error; as NoRoom where the operating system says that nothing at all can be written."""
    cause = error.__cause__
    if isinstance(cause, OSError) and cause.errno in _NO_ROOM:
        return NoRoom(f"{error}; make room and start the run again: it goes on where it stopped")
    return error
