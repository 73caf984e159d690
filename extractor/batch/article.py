"""One article: read → extract → write → its line. Whatever goes wrong inside it becomes its line, and no other's."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import Protocol

from extractor.batch import remote
from extractor.batch.lines import Line, counts, reason
from extractor.batch.output import Output
from extractor.batch.settings import Settings
from extractor.batch.task import Task
from extractor.batch.timing import time_limit
from extractor.errors import InputError, NoRoom, OutputError, RuleError, TimeLimit, UsageError
from extractor.model import Article as Facts
from extractor.model import Record
from extractor.model import Source as Origin
from extractor.read.article import Article, Fault
from extractor.read.reader import Reader
from extractor.read.text import LIMIT, load, sha256
from extractor.write import record_bytes


class Extracts(Protocol):
    """What a batch needs of an Extractor."""

    @property
    def rules_version(self) -> str: ...

    def extract(
        self,
        text: str,
        *,
        published: date | str | None = None,
        source: Origin | None = None,
        article: Facts | None = None,
    ) -> Record: ...

    def reader(self, *, encoding: str | None = None, limit: int = LIMIT) -> Reader: ...


class Worker:
    """Does one article after the other by one set of rules, which it loads when it first needs them."""

    def __init__(self, load_: Callable[[], Extracts], output: Output, settings: Settings, rules_version: str) -> None:
        self._load, self._output, self._settings, self._version = load_, output, settings, rules_version
        self._loaded: tuple[Extracts, Reader] | None = None

    def do(self, task: Task) -> tuple[Line, bool]:
        """The article's line, and whether it is kept from an earlier run.

        Raises NoRoom, and RuleError or UsageError where the rules cannot be loaded as they were when the run began.
        """
        digest = task.sha256
        try:
            data = None if task.article or task.fault else self._data(task)
            digest = sha256(data) if data is not None else digest
            if task.prior is not None and self._holds(task.prior, task, digest):
                return task.prior, True
            written, record = self._extracted(task, data)
            self._output.write(task.place, written)
        except (NoRoom, RuleError, UsageError):
            raise
        except (Exception, TimeLimit) as error:
            self._output.remove(task.place)  # an earlier run's record must not pass for this one's
            why = task.fault or reason(error)
            seconds = self._settings.timeout if isinstance(error, TimeLimit) else None
            return failed(task, digest, why, self._version, seconds), False
        made, found = sha256(written), counts(record)
        return (
            Line(task.name, digest, "ok", None, task.place, made, found, self._version, task.made_with),
            False,
        )

    def _data(self, task: Task) -> bytes:
        return bytes_of(task, self._settings.limit)

    def _extracted(self, task: Task, data: bytes | None) -> tuple[bytes, Record]:
        if task.fault:
            raise InputError(task.fault)
        extractor, reader = self._tools()
        with time_limit(self._settings.timeout):
            article = task.article or _read(reader, data or b"", task.name)
            facts = article.facts
            if task.stated is not None:
                facts = facts.model_copy(update=task.stated.model_dump(exclude_none=True))
            record = extractor.extract(
                article.text, published=self._settings.published, source=article.source, article=facts
            )
            return record_bytes(record), record

    def _tools(self) -> tuple[Extracts, Reader]:
        if self._loaded is None:
            extractor = self._load()
            if extractor.rules_version != self._version:
                raise UsageError("the rule files changed while the run was going on; start it again")
            settings = self._settings
            self._loaded = extractor, extractor.reader(encoding=settings.encoding, limit=settings.limit)
        return self._loaded

    def _holds(self, line: Line, task: Task, digest: str | None) -> bool:
        """Whether an earlier run's line still holds: same bytes, same way of reading them, its record as it was."""
        if digest is None or line.sha256 != digest or line.made_with != task.made_with:
            return False
        if line.status == "failed":
            return not (line.error or "").startswith(OutputError.__name__) and not self._gives_longer_than(line)
        if line.record != task.place:
            return False
        written = self._output.read(task.place)
        return written is not None and sha256(written) == line.record_sha256

    def _gives_longer_than(self, line: Line) -> bool:
        now = self._settings.timeout
        return line.seconds is not None and (now is None or now > line.seconds)


def bytes_of(task: Task, limit: int) -> bytes:
    """The bytes of a task that is to be read. Raises InputError."""
    if task.data is not None:
        return task.data
    if task.url is not None:
        return remote.load(task.url, limit)
    return load(task.path or "", limit=limit)


def failed(task: Task, digest: str | None, why: str, rules_version: str, seconds: float | None = None) -> Line:
    """The line of an article that has no record. `seconds` is what it was given, where more might have helped."""
    return Line(task.name, digest, "failed", why, None, None, None, rules_version, task.made_with, seconds)


def _read(reader: Reader, data: bytes, name: str) -> Article:
    """The one article that these bytes hold. Raises InputError."""
    for piece in reader.stream(io.BytesIO(data), name):
        if isinstance(piece, Fault):
            raise piece.error
        if piece.part is None:
            return piece
        break
    raise InputError("it became a file of many articles while it was being read; start the run again")
