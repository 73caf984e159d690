"""What one service knows: its archive, its workers, its limits, the articles just read."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING

from extractor.serve.workers import Answer, Workers
from extractor.store.search import Archive

if TYPE_CHECKING:
    from extractor.serve.drawn import Pictures

SIZE = 4 * 1024 * 1024
SECONDS = 30.0
_KEPT, _KEPT_BYTES = 50, 64 * 1024 * 1024


class Results:
    """The last articles that were read, each under a name that cannot be guessed; in memory only."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Answer] = OrderedDict()
        self._lock = threading.Lock()

    def keep(self, kept: Answer) -> str:
        name = secrets.token_urlsafe(16)
        with self._lock:
            self._kept[name] = kept
            while len(self._kept) > 1 and (len(self._kept) > _KEPT or self._bytes() > _KEPT_BYTES):
                self._kept.popitem(last=False)
        return name

    def _bytes(self) -> int:
        return sum(len(record) for answer in self._kept.values() for record in answer.records)

    def record(self, name: str, number: int) -> bytes | None:
        """The record of this number, from 1, in the file."""
        kept = self.answer(name)
        return kept.records[number - 1] if kept and 1 <= number <= len(kept.records) else None

    def answer(self, name: str) -> Answer | None:
        with self._lock:
            return self._kept.get(name)


def _pictures() -> Pictures | None:
    """None where matplotlib is not installed: the pages do without."""
    if find_spec("matplotlib") is None:
        return None
    from extractor.serve.drawn import Pictures

    return Pictures()


@dataclass(frozen=True, slots=True)
class Settings:
    """`size` in bytes and `seconds` are the limits for one article; `names` are host names to answer to."""

    workers: Workers
    archive: Archive | None = None
    language: str = ""
    size: int = SIZE
    seconds: float = SECONDS
    names: frozenset[str] = frozenset()
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    results: Results = field(default_factory=Results)
    pictures: Pictures | None = field(default_factory=_pictures)
