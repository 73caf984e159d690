"""A record to bytes, and bytes to a file that is there whole or not at all."""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

from extractor.errors import OutputError
from extractor.model import Record

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

    Raises OutputError with the reason of the operating system.
    """
    part = path.with_name(f".{secrets.token_hex(6)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror or error}") from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink()
