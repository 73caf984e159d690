"""A record to bytes, and bytes to a file that is there whole or not at all."""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

from extractor.errors import OutputError
from extractor.model import Record

STDOUT: Final = Path("-")

_ODD_NUMBER: Final = re.compile(rb'": -?(?:0\.0000|[\d.]+e)')
"""A very small or very large number. pydantic writes some of them in another way than Python, and not always the same
from version to version."""


def record_bytes(record: Record) -> bytes:
    """The record as it lies on the disk: UTF-8, the contract's order of keys, one space a level, a last newline."""
    data = record.model_dump_json(indent=1).encode()
    if _ODD_NUMBER.search(data):
        data = json.dumps(record.model_dump(mode="json"), ensure_ascii=False, indent=1).encode()
    return data + b"\n"


@contextlib.contextmanager
def whole(path: Path) -> Iterator[IO[bytes]]:
    """A file to write; it takes the place of `path` when the block ends well, and leaves no trace when it does not.

    A link stays, what it leads to is written; into a pipe, a device or "-", which is standard output, the whole is
    copied. Raises OutputError with the reason of the operating system.
    """
    with beside(path) as part, part.open("xb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


@contextlib.contextmanager
def beside(path: Path) -> Iterator[Path]:
    """The same for what a library writes: a name for a new file or folder."""
    try:
        if is_stream(path):
            with tempfile.TemporaryDirectory() as folder:
                part = Path(folder, "part")
                yield part
                _pour(part, path)
            return
        target = Path(os.path.realpath(path)) if path.is_symlink() else path
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f".{secrets.token_hex(6)}.part")
        try:
            yield part
            part.replace(target)
        finally:
            with contextlib.suppress(OSError):
                shutil.rmtree(part) if part.is_dir() else part.unlink()
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror or error}") from error


def is_stream(path: Path) -> bool:
    """Whether nothing can take the place of what stands here: standard output, a pipe, a device."""
    if path == STDOUT:
        return True
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _pour(part: Path, stream: Path) -> None:
    with part.open("rb") as source:
        if stream == STDOUT:
            shutil.copyfileobj(source, sys.stdout.buffer)
            sys.stdout.buffer.flush()
        else:
            with stream.open("wb") as file:
                shutil.copyfileobj(source, file)
