"""What runs in a worker process. It loads the rules once, on its first article, and ends when the run does."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Sequence
from functools import partial
from multiprocessing import connection, parent_process
from multiprocessing.synchronize import Event
from typing import NamedTuple

from extractor.batch.article import Extracts, Worker
from extractor.batch.lines import Line
from extractor.batch.output import Output
from extractor.batch.settings import Settings
from extractor.batch.task import Task
from extractor.batch.timing import deadline

_stop: Event | None = None


class Orders(NamedTuple):
    """What is the same for every article of a run."""

    output: Output
    settings: Settings
    rules_version: str


class Done(NamedTuple):
    """The number of a task that is done, whether its file is done with it, its line, whether that is an earlier one."""

    number: int
    last: bool
    line: Line
    kept: bool


_workers: dict[Orders, Worker] = {}


def start(stop: Event) -> None:
    """The first thing in a worker: Ctrl-C is the run's to handle, and no worker outlives it."""
    global _stop
    _stop = stop
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def work(tasks: Sequence[Task], orders: Orders) -> list[Done]:
    """Do these articles; fewer if the run was told to stop. Raises RuleError, UsageError, NoRoom."""
    worker = _worker(orders)
    done: list[Done] = []
    for task in tasks:
        if _stop is not None and _stop.is_set():
            break
        with deadline(orders.settings.timeout):
            done.append(Done(task.number, task.last, *worker.do(task)))
    return done


def _worker(orders: Orders) -> Worker:
    if orders not in _workers:
        _workers.clear()
        _workers[orders] = Worker(partial(_extractor, orders.settings.rules), *orders)
    return _workers[orders]


def _extractor(rules: tuple[str, ...]) -> Extracts:
    from extractor.pipeline import Extractor

    extractor = Extractor(rules)
    gc.freeze()  # the rules last as long as the process; else the collector walks them again and again, 4 % of a run
    return extractor
