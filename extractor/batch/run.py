"""The run: tasks in order → workers → journal as they are done → manifest in order, whole at the end."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from extractor.batch.article import Extracts, Worker
from extractor.batch.leftover import leftovers
from extractor.batch.lines import Line, Summary
from extractor.batch.output import Log, Output, output_at
from extractor.batch.pool import Pool
from extractor.batch.prior import FORCED, Prior
from extractor.batch.settings import NO_LIMIT, Settings
from extractor.batch.stopping import Stopping, on_interrupt
from extractor.batch.task import Task, Tasks
from extractor.batch.worker import Done, Orders
from extractor.read.inputs import Input
from extractor.read.sidecar import Sidecar
from extractor.store.folder import MANIFEST

Progress = Callable[[Line], None]
Map = Callable[[Iterator[Task], Orders, Stopping], Generator[Done, None, None]]


@dataclass(frozen=True, slots=True)
class Ask:
    """What a run is asked for beside its inputs. `progress` is told once an input, of its last line.

    What an earlier run did into the same folder is kept where it still holds; not so by `force`, and of what failed not
    so by `retry_failed`.
    """

    sidecar: Sidecar | None = None
    force: bool = False
    retry_failed: bool = False
    progress: Progress = lambda line: None


def prepare(out: Path | str) -> None:
    """Make the output folder and see that it can be written, before any article is read. Raises OutputError."""
    output_at(out).prepare()


def run(
    inputs: Sequence[Input],
    out: Path | str,
    extractor: Extracts,
    settings: Settings = NO_LIMIT,
    ask: Ask | None = None,
    *,
    jobs: int | None = None,
    dask: str | None = None,
) -> Summary:
    """Extract every article of every input and write its record and its line.

    With `jobs` it is done in so many processes, which load the rules that `settings` names; without, in this one; with
    `dask` on the cluster at this address, or a "local" one. The output is the same. Interrupted from the keyboard, it
    ends the articles at hand: every line of the manifest is true, every record whole. Raises OutputError; NoRoom when
    the disk is full: the next run goes on where this one stopped.
    """

    def here(todo: Iterator[Task], orders: Orders, stopping: Stopping) -> Generator[Done, None, None]:
        worker = Worker(lambda: extractor, *orders)
        for task in todo:
            yield Done(task.number, task.last, *worker.do(task))
            if stopping.now:
                return

    def at_once(todo: Iterator[Task], orders: Orders, stopping: Stopping) -> Generator[Done, None, None]:
        return Pool(orders, jobs or 1, stopping).map(todo)

    def far(todo: Iterator[Task], orders: Orders, stopping: Stopping) -> Generator[Done, None, None]:
        from extractor.batch.cluster import Cluster, connected

        with connected(dask or "", jobs or 1) as client:
            yield from Cluster(client, orders, stopping).map(todo)

    map_ = far if dask else here if jobs is None else at_once
    return drive(inputs, output_at(out), extractor, settings, ask or Ask(), map_)


def drive(
    inputs: Sequence[Input], output: Output, extractor: Extracts, settings: Settings, ask: Ask, map_: Map
) -> Summary:
    """Send the articles of these inputs through `map_` and write down what comes back."""
    output.prepare()
    summary = Summary(len(inputs))
    orders = Orders(output, settings, extractor.rules_version)
    earlier = output.earlier()
    with output.held(), closing(Prior(earlier, retry_failed=ask.retry_failed, force=ask.force)) as prior:
        output.tidy()
        reader = extractor.reader(encoding=settings.encoding, limit=settings.limit)
        tasks = Tasks(reader, settings.made_with(orders.rules_version), prior, ask.sidecar)
        todo = Counted(tasks.of(inputs))
        with closing(output.journal()) as journal, output.whole(MANIFEST) as manifest:
            if ask.force:
                journal.add(FORCED)
            with on_interrupt() as stopping, closing(map_(todo, orders, stopping)) as done:
                _write(done, journal, prior, manifest, summary, ask.progress)
            summary.interrupted = summary.done < todo.given or (stopping.now and next(todo, None) is not None)
            if summary.interrupted:
                manifest.writelines(prior.left())
            else:
                summary.strange = leftovers(output, prior, inputs)
        if not (summary.interrupted and ask.force):  # then it says which articles were read again
            journal.remove()
    return summary


class Counted(Iterator[Task]):
    """Tasks, and how many were taken."""

    def __init__(self, tasks: Iterator[Task]) -> None:
        self._tasks, self.given = tasks, 0

    def __next__(self) -> Task:
        task = next(self._tasks)
        self.given += 1
        return task


def _write(
    done: Iterator[Done], journal: Log, prior: Prior, manifest: IO[bytes], summary: Summary, progress: Progress
) -> None:
    """Journal each line as it comes; the manifest takes them in the order of the tasks."""
    early: dict[int, Done] = {}
    following = 0

    def take(one: Done) -> None:
        manifest.write(one.line.to_bytes())
        summary.add(one.line, kept=one.kept)
        summary.read += one.last

    for one in done:
        if not one.kept:
            journal.add(one.line.to_bytes())
        prior.done(one.line)
        if one.last:
            progress(one.line)
        early[one.number] = one
        while following in early:
            take(early.pop(following))
            following += 1
    for number in sorted(early):  # it was told to stop: there are gaps
        take(early[number])
