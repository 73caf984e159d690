"""One run at a time for an output folder."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from extractor.errors import OutputError
from extractor.read.text import shown

try:
    import fcntl
except ImportError:  # no such lock on this system
    fcntl = None  # type: ignore[assignment]

_NO_LOCKS = {errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.ENOLCK, errno.EINVAL}
"""What a file system without locks answers; there it is for the user to start one run at a time."""


@contextlib.contextmanager
def locked(out: Path) -> Iterator[None]:
    """Hold the folder; the lock is gone with the process, however it ends. Raises OutputError where it is held."""
    if fcntl is None:
        yield
        return
    folder = os.open(out, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OutputError(f"another run is writing into {shown(out)}; wait until it ends") from None
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise OutputError(f"cannot lock {shown(out)}: {error.strerror}") from None
        yield
    finally:
        os.close(folder)
