"""The journal: each line of the manifest to be, appended as its article is done and forced to the disk.

A run that is killed leaves it behind; the next one reads it, and takes nothing else on trust: what it says of a record
is compared with the record.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from extractor.batch.room import told
from extractor.errors import OutputError
from extractor.store.folder import JOURNAL, MANIFEST

_EVERY = 0.5
"""Seconds between two writings: what a power cut can cost is what was done since, and it is done again."""


class Journal:
    """An open journal. Lines that are added are on the disk within half a second, and when it is closed."""

    def __init__(self, out: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._path, self._clock = out / JOURNAL, clock
        self._held: list[bytes] = []
        self._written = clock()
        try:
            self._file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)
            if not _ends_well(self._path):
                os.write(self._file, b"\n")
        except OSError as error:
            raise self._error(error) from error

    def add(self, line: bytes) -> None:
        self._held.append(line)
        if self._clock() - self._written >= _EVERY:
            self.flush()

    def flush(self) -> None:
        """Raises OutputError."""
        data, self._held = b"".join(self._held), []
        try:
            while data:
                data = data[os.write(self._file, data) :]
            os.fsync(self._file)
        except OSError as error:
            raise self._error(error) from error
        self._written = self._clock()

    def close(self) -> None:
        with contextlib.suppress(OutputError):
            self.flush()
        os.close(self._file)

    def remove(self) -> None:
        """The manifest is whole: it says it all."""
        self._path.unlink(missing_ok=True)

    def _error(self, error: OSError) -> OutputError:
        made = OutputError(f"{self._path} cannot be written: {error.strerror or error}")
        made.__cause__ = error
        return told(made)


def _ends_well(path: Path) -> bool:
    """Whether the last line is whole: a line that was torn must not swallow the next one."""
    with path.open("rb") as file:
        if file.seek(0, os.SEEK_END) == 0:
            return True
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


def earlier(out: Path) -> Iterator[bytes]:
    """The lines that earlier runs left in this folder: the manifest's, then the journal's, which are newer."""
    for name in (MANIFEST, JOURNAL):
        with contextlib.suppress(FileNotFoundError), (out / name).open("rb") as file:
            yield from file
