"""Ctrl-C, asked for instead of suffered: nothing is torn in the middle, and a second one ends it at once."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType


class Stopping:
    """Whether the run was told to stop."""

    now = False


@contextlib.contextmanager
def on_interrupt() -> Iterator[Stopping]:
    """Within the block the first Ctrl-C sets the flag. Outside the main thread it does what it always does."""
    stopping = Stopping()
    if threading.current_thread() is not threading.main_thread():
        yield stopping
        return

    def told(number: int, frame: FrameType | None) -> None:
        stopping.now = True
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, told)
    try:
        yield stopping
    finally:
        signal.signal(signal.SIGINT, before)
