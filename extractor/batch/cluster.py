"""Many machines: the same tasks, in batches, on a Dask cluster.

A batch has a name made of what is in it, so that the same batch is never done twice at once. Workers that die are
replaced by the cluster and their batches done again. The scheduler blames all that a dying worker held, what waited in
it too: so the articles of a batch that no worker survives are done again one after the other, each while nothing else
of this run is on the cluster, and the one that no worker survives even then is named.
"""

from __future__ import annotations

import contextlib
import hashlib
import threading
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from itertools import islice
from typing import Any

from extractor.batch.pool import AHEAD, died
from extractor.batch.stopping import Stopping
from extractor.batch.task import Task
from extractor.batch.worker import Done, Orders, work
from extractor.errors import UsageError

BATCH = 50
LOCAL = "local"
_AHEAD = 3
"""Batches sent for each worker: one that is done, one that waits, one on its way."""
_one_at_a_time = threading.Lock()


def work_batch(tasks: Sequence[Task], orders: Orders) -> list[Done]:
    """What runs on a worker, one batch at a time whatever its number of threads."""
    with _one_at_a_time:
        return work(tasks, orders)


def name(tasks: Sequence[Task], alone: bool = False) -> str:
    """The name of a batch, from what is in it."""
    said = "\n".join(f"{task.name} {task.place} {task.made_with}" for task in tasks)
    kind = "article" if alone else "batch"
    return f"extractor-{kind}-{tasks[0].number:09}-{hashlib.sha256(said.encode()).hexdigest()[:12]}"


@contextlib.contextmanager
def connected(address: str, jobs: int) -> Iterator[Any]:
    """A client of the cluster at this address; of a new one of this machine for "local". Raises UsageError."""
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise UsageError("--dask needs distributed: pip install 'vn-gov-extractor[dask]'") from error
    if address != LOCAL:
        try:
            client = Client(address, timeout=10)
        except (OSError, ValueError) as error:
            raise UsageError(f"--dask: no scheduler answers at {address}: {error}") from error
        with client:
            yield client
        return
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        LocalCluster(n_workers=jobs, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        yield client


class Cluster:
    """The workers of a cluster, for one run."""

    def __init__(self, client: Any, orders: Orders, stopping: Stopping, batch: int = BATCH) -> None:
        self._client, self._orders, self._stopping, self._batch = client, orders, stopping, batch
        self._running: dict[str, tuple[Any, list[Task]]] = {}
        self._suspects: deque[Task] = deque()

    def map(self, tasks: Iterator[Task]) -> Generator[Done, None, None]:
        """Do all tasks; each is given back as it is done. Told to stop, what is running is let go."""
        from distributed import as_completed

        done = as_completed()
        try:
            self._fill(tasks, done)
            while self._running and not self._stopping.now:
                future = next(done)
                _, batch = self._running.pop(future.key)
                yield from self._results(future, batch)
                future.release()
                self._fill(tasks, done)
        finally:
            self._client.cancel([future for future, _ in self._running.values()])
            self._orders.output.sweep()  # what workers that died had begun to write

    def _fill(self, tasks: Iterator[Task], done: Any) -> None:
        """Send what there is room for; while there are suspects one of them, and only when all the rest is back."""
        if self._suspects:
            if not self._running:
                self._send([self._suspects.popleft()], done, alone=True)
            return
        room = _AHEAD * max(1, len(self._client.nthreads()))
        while len(self._running) < room and not self._waits():
            batch = list(islice(tasks, self._batch))
            if not batch:
                return
            self._send(batch, done)

    def _waits(self) -> bool:
        """Whether an early batch takes so long that what came after it must not grow any more."""
        numbers = [batch[0].number for _, batch in self._running.values()]
        return bool(numbers) and max(numbers) - min(numbers) > AHEAD

    def _send(self, batch: list[Task], done: Any, alone: bool = False) -> None:
        future = self._client.submit(work_batch, batch, self._orders, key=name(batch, alone), pure=False)
        self._running[future.key] = future, batch
        done.add(future)

    def _results(self, future: Any, batch: list[Task]) -> Iterator[Done]:
        from distributed import KilledWorker

        try:
            yield from future.result()
        except KilledWorker:
            if future.key == name(batch, alone=True):
                yield Done(batch[0].number, batch[0].last, died(batch[0], self._orders), False)
            else:
                self._suspects.extend(batch)
