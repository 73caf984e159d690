"""Which faults of writing mean that nothing more can be written at all."""

from __future__ import annotations

import errno

from extractor.errors import NoRoom, OutputError

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO}


def told(error: OutputError) -> OutputError:
    """The same error; as NoRoom where the operating system says that nothing at all can be written."""
    cause = error.__cause__
    if isinstance(cause, OSError) and cause.errno in _NO_ROOM:
        return NoRoom(f"{error}; make room and start the run again: it goes on where it stopped")
    return error
