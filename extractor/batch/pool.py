"""The processes of one machine. A worker that dies takes down the article that it died of, and nothing else.

When a worker dies, the executor is broken and nobody knows which article did it. So all that was being done is done
again, each article by itself: one that takes its process down a second time is named, the others are done.
"""

from __future__ import annotations

import contextlib
import multiprocessing
from collections.abc import Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.context import BaseContext

from extractor.batch.article import bytes_of, failed
from extractor.batch.lines import Line, reason
from extractor.batch.stopping import Stopping
from extractor.batch.task import Task
from extractor.batch.worker import Done, Orders, start, work
from extractor.errors import InputError, WorkerDied
from extractor.read.text import sha256

BATCH = 8
AHEAD = 4096
"""How many articles may be done before an earlier one that takes its time: this bounds what must be held."""
_PATIENCE = 0.2
_LAST_WORDS = 5.0


class Pool:
    """Worker processes for one run."""

    def __init__(self, orders: Orders, jobs: int, stopping: Stopping, batch: int = BATCH) -> None:
        self._orders, self._jobs, self._batch = orders, jobs, batch
        self._stopping = stopping
        self._context = context()
        self._told = self._context.Event()
        self._running: dict[Future[list[Done]], list[Task]] = {}
        self._executor: ProcessPoolExecutor | None = None

    def map(self, tasks: Iterator[Task]) -> Generator[Done, None, None]:
        """Do all tasks; each is given back as it is done. Told to stop, what is begun is ended, no more."""
        try:
            while not self._stopping.now:
                self._fill(tasks)
                if not self._running:
                    return
                yield from self._collect(_PATIENCE)
            self._told.set()
            yield from self._collect(_LAST_WORDS, all_=True)
        finally:
            self._told.set()
            self._close()

    # --- healthy ------------------------------------------------------------------------------------------------

    def _fill(self, tasks: Iterator[Task]) -> None:
        """Keep every worker busy, and one batch waiting for each."""
        while len(self._running) < 2 * self._jobs:
            oldest = next(iter(self._running.values()), None)
            newest = next(reversed(self._running.values()), None)
            if oldest and newest and newest[-1].number - oldest[0].number > AHEAD:
                return
            batch = list(islice(tasks, self._batch))
            if not batch:
                return
            try:
                self._executor = self._executor or self._processes(self._jobs)
                future = self._executor.submit(work, batch, self._orders)
            except BrokenProcessPool:
                future = Future()
                future.set_exception(BrokenProcessPool())
            self._running[future] = batch

    def _collect(self, patience: float, all_: bool = False) -> Iterator[Done]:
        done, _ = wait(self._running, patience, return_when="ALL_COMPLETED" if all_ else FIRST_COMPLETED)
        suspects: list[Task] = []
        for future in [f for f in self._running if f in done]:
            batch = self._running.pop(future)
            try:
                yield from future.result()
            except BrokenProcessPool:
                suspects += batch
        if suspects:
            yield from self._one_by_one(suspects)

    # --- after a death ------------------------------------------------------------------------------------------

    def _one_by_one(self, suspects: list[Task]) -> Iterator[Done]:
        """All that the broken executor held, in processes of their own."""
        wait(self._running)
        for future, batch in self._running.items():
            try:
                yield from future.result()
            except BrokenProcessPool:
                suspects += batch
        self._running.clear()
        self._close()
        self._orders.output.sweep()
        alone: ProcessPoolExecutor | None = None
        try:
            for task in sorted(suspects, key=lambda t: t.number):
                if self._stopping.now:
                    return
                alone = alone or self._processes(1)
                try:
                    yield from alone.submit(work, [task], self._orders).result()
                except BrokenProcessPool:
                    alone.shutdown()
                    alone = None
                    yield Done(task.number, task.last, died(task, self._orders), False)
        finally:
            if alone is not None:
                alone.shutdown()

    # --- processes ----------------------------------------------------------------------------------------------

    def _processes(self, count: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(count, self._context, start, (self._told,))

    def _close(self) -> None:
        """End the workers: kindly where they are idle, at once where they are not done in time."""
        if self._executor is None:
            return
        unfinished = any(not future.done() for future in self._running)
        self._executor.shutdown(wait=not unfinished, cancel_futures=True)
        if unfinished:
            for child in multiprocessing.active_children():
                with contextlib.suppress(OSError, ValueError):
                    child.terminate()
        self._executor = None


def context() -> BaseContext:
    """Processes that begin fresh: nothing of this one's threads or locks is copied into them."""
    if "forkserver" in multiprocessing.get_all_start_methods():
        made = multiprocessing.get_context("forkserver")
        made.set_forkserver_preload(["extractor.batch.worker", "extractor.pipeline"])
        return made
    return multiprocessing.get_context("spawn")


def died(task: Task, orders: Orders) -> Line:
    """The line of an article that took its process with it."""
    orders.output.remove(task.place)
    digest = task.sha256
    if task.article is None:
        with contextlib.suppress(InputError):
            digest = sha256(bytes_of(task, orders.settings.limit))
    what = "the process that read it died, twice: it was killed, ran out of memory, hung, or crashed in a library"
    return failed(task, digest, reason(WorkerDied(what)), orders.rules_version, orders.settings.timeout)
