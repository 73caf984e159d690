"""A list of places that is as long as an archive, in a temporary database: it costs no memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from types import TracebackType


class Listing:
    """Places with a few facts each; what is taken is gone."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("")  # a file of SQLite's own, gone when it is closed
        self._db.execute("CREATE TABLE places (place TEXT PRIMARY KEY, a TEXT, b TEXT, c TEXT, d TEXT)")

    def add(self, place: str, *facts: str) -> None:
        """At most four facts; those that are not given are None."""
        padded = [*facts, *[None] * (4 - len(facts))]
        self._db.execute("INSERT OR REPLACE INTO places VALUES (?, ?, ?, ?, ?)", [place, *padded])

    def take(self, place: str) -> tuple[str | None, ...] | None:
        """The facts of a place, which is then gone; None where it is not listed."""
        row = self._db.execute("DELETE FROM places WHERE place = ? RETURNING a, b, c, d", (place,)).fetchone()
        return tuple(row) if row else None

    def left(self) -> Iterator[str]:
        """The places that nobody took, in order."""
        for (place,) in self._db.execute("SELECT place FROM places ORDER BY place"):
            yield place

    def __enter__(self) -> Listing:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._db.close()
