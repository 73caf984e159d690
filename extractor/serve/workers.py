"""Processes that read articles, each answer within a limit of time; one that is late or dies is replaced.

A thread could not be stopped: only a process lets go of the machine when an article takes too long.
"""

from __future__ import annotations

import contextlib
import io
import multiprocessing
import queue
import signal
from collections.abc import Sequence
from datetime import date
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from extractor.serve.answers import Refusal

if TYPE_CHECKING:
    from extractor.pipeline import Extractor

_START_SECONDS = 120.0
_SPAWN = multiprocessing.get_context("spawn")


class Job(NamedTuple):
    """A file: its bytes, the name it was given, the day if one was given, how many articles it may hold.

    `limit`: how many bytes each of them may have once it is unpacked.
    """

    data: bytes
    name: str | None
    published: date | None
    limit: int
    most: int = 1


class Answer(NamedTuple):
    """The records' JSON and what could not be read beside them, or the kind of fault and its words."""

    records: list[bytes]
    faults: list[str]
    kind: str = ""
    detail: str = ""


class Worker:
    """A process with the rules loaded."""

    def __init__(self, rules: Sequence[Path]) -> None:
        self._here, there = _SPAWN.Pipe()
        self._process: SpawnProcess = _SPAWN.Process(target=_work, args=(there, list(rules)), daemon=True)
        self._process.start()
        there.close()
        self._ready = False

    def ask(self, job: Job, seconds: float) -> Answer:
        """The answer to a job. Raises TimeoutError when it is late, EOFError when the process died."""
        if not self._ready:
            if not self._here.poll(_START_SECONDS):
                raise TimeoutError
            self._here.recv()
            self._ready = True
        self._here.send(job)
        if not self._here.poll(seconds):
            raise TimeoutError
        answer: Answer = self._here.recv()
        return answer

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._here.close()


class Workers:
    """A few workers that take jobs as they come; `extract` is called from any thread."""

    def __init__(self, rules: Sequence[Path], *, count: int, seconds: float) -> None:
        self._rules, self._seconds = rules, seconds
        self._all = [Worker(rules) for _ in range(count)]
        self._free: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        for worker in self._all:
            self._free.put(worker)

    def extract(self, job: Job) -> Answer:
        """The records of a file. Raises Refusal that says why there is none."""
        try:
            worker = self._free.get(timeout=self._seconds)
        except queue.Empty:
            raise Refusal(503, "busy") from None
        try:
            answer = worker.ask(job, self._seconds)
        except TimeoutError:
            worker = self._replaced(worker)
            raise Refusal(422, "too_slow", seconds=f"{self._seconds:g}") from None
        except (EOFError, OSError):
            worker = self._replaced(worker)
            raise Refusal(500, "died") from None
        finally:
            self._free.put(worker)
        if answer.kind:
            raise Refusal(500 if answer.kind == "failed" else 422, answer.kind, answer.detail, most=str(job.most))
        return answer

    def _replaced(self, worker: Worker) -> Worker:
        worker.end()
        self._all.remove(worker)
        new = Worker(self._rules)
        self._all.append(new)
        return new

    def end(self) -> None:
        """Stop all of them."""
        for worker in self._all:
            worker.end()


def _work(pipe: Connection, rules: list[Path]) -> None:
    """The life of a worker. Ctrl-C is its parent's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from extractor.pipeline import Extractor

    extractor = Extractor(rules)
    pipe.send("ready")
    with contextlib.suppress(EOFError, OSError):
        while True:
            job: Job = pipe.recv()
            pipe.send(_answer(extractor, job))


def _answer(extractor: Extractor, job: Job) -> Answer:
    from extractor.errors import ExtractorError

    try:
        return _read(extractor, job)
    except ExtractorError as error:
        return Answer([], [], type(error).__name__, str(error))
    except Exception as error:
        return Answer([], [], "failed", type(error).__name__)


def _read(extractor: Extractor, job: Job) -> Answer:
    """Each article of a file; the fault of one stops the others only where it is the only one."""
    from extractor.read import Fault

    records: list[bytes] = []
    faults: list[str] = []
    for piece in extractor.reader(limit=job.limit).stream(io.BytesIO(job.data), job.name):
        if isinstance(piece, Fault):
            if piece.part is None:
                raise piece.error
            faults.append(f"{piece.path}: {piece.error}")
        elif len(records) == job.most:
            return Answer([], [], "many")
        else:
            found = extractor.extract(piece.text, published=job.published, source=piece.source, article=piece.facts)
            records.append(found.model_dump_json().encode())
    return Answer(records, faults) if records else Answer([], [], "InputError", "; ".join(faults[:3]))
