"""A time limit for a piece of work, in the main thread of a process."""

from __future__ import annotations

import contextlib
import faulthandler
import os
import signal
import threading
from collections.abc import Iterator
from types import FrameType

from extractor.errors import TimeLimit

_AGAIN = 1.0
_SLACK = 2.0


@contextlib.contextmanager
def time_limit(seconds: float | None) -> Iterator[None]:
    """Raises TimeLimit inside the block when the time is over; again each second, if something caught it.

    Where signals cannot do that (another thread, another system), the block takes its time.
    """
    if seconds is None or not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def over(number: int, frame: FrameType | None) -> None:
        raise TimeLimit(f"it was not done within {seconds:g} seconds; --timeout gives it longer")

    before = signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextlib.contextmanager
def deadline(seconds: float | None) -> Iterator[None]:
    """Ends this process where even `time_limit` did not help: code in C that never returns."""
    if seconds is None:
        yield
        return
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123
        faulthandler.dump_traceback_later(seconds * 1.5 + _SLACK, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()
