"""Where a run writes: a folder on a disk, or one that fsspec reaches. Both know the same few operations."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from extractor.batch.journal import Journal, earlier
from extractor.batch.lock import locked
from extractor.batch.remote import RemoteOutput, is_url, opened
from extractor.batch.room import told
from extractor.errors import OutputError
from extractor.read.inputs import RECORDS
from extractor.read.text import shown
from extractor.store.folder import JOURNAL
from extractor.write import whole

_PART = re.compile(r"\.[0-9a-f]{12}\.part")


class Log(Protocol):
    """A journal."""

    def add(self, line: bytes) -> None:
        """Raises OutputError."""

    def close(self) -> None:
        """What was added is kept."""

    def remove(self) -> None:
        """The manifest is whole: it says it all."""


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

    def journal(self) -> Log:
        """The journal of a run into this folder."""

    def earlier(self) -> Iterator[bytes]:
        """The lines that earlier runs left: the manifest's, then the journal's, which are newer."""

    def held(self) -> contextlib.AbstractContextManager[None]:
        """Hold the folder against other runs. Raises OutputError where another one holds it."""

    def tidy(self) -> None:
        """Remove what a run that was killed left behind, other than its journal."""


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
        found = (path for path in (self.root / folder).rglob("*.json") if path.is_file())
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

    def journal(self) -> Journal:
        return Journal(self.root)

    def earlier(self) -> Iterator[bytes]:
        return earlier(self.root)

    def held(self) -> contextlib.AbstractContextManager[None]:
        return locked(self.root)

    def tidy(self) -> None:
        if (self.root / JOURNAL).exists():
            self.sweep()
            for part in self.root.glob(".*.part"):
                part.unlink(missing_ok=True)


def output_at(out: str | Path) -> Output:
    """The output folder of this name. Raises UsageError for a place that cannot be reached from here."""
    if is_url(out):
        opened(str(out))
        return RemoteOutput(str(out))
    return LocalOutput(Path(out))
