"""A time limit for a piece of work, in the main thread of a process."""

from __future__ import annotations

import contextlib
import ctypes
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

    Where there are no such signals, in a thread or on another system, it is raised once, at the next Python code.
    """
    if seconds is None:
        yield
        return
    what = f"it was not done within {seconds:g} seconds; --timeout gives it longer"
    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        with _in_thread(seconds, what):
            yield
        return

    def over(number: int, frame: FrameType | None) -> None:
        raise TimeLimit(what)

    before = signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextlib.contextmanager
def _in_thread(seconds: float, what: str) -> Iterator[None]:
    thread = ctypes.c_ulong(threading.get_ident())
    lock, ended = threading.Lock(), False

    def over() -> None:
        with lock:
            if not ended:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(TimeLimit))

    timer = threading.Timer(seconds, over)
    timer.daemon = True
    timer.start()
    try:
        yield
    except TimeLimit:
        raise TimeLimit(what) from None
    finally:
        with lock:
            ended = True
            ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, None)
        timer.cancel()


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
