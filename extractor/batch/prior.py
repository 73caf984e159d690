"""What earlier runs into the same folder did: their manifest, and the journal of one that did not end.

It is kept in a temporary database, so that its size costs no memory.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing

from extractor.batch.lines import Line, parse


class Prior:
    """The last line of each article. `retry_failed` forgets those that failed."""

    def __init__(self, lines: Iterable[bytes] = (), *, retry_failed: bool = False) -> None:
        self._db = sqlite3.connect("")  # a file of SQLite's own, gone when it is closed
        self._db.execute("CREATE TABLE lines (path TEXT PRIMARY KEY, line BLOB NOT NULL)")
        self._db.execute("CREATE TABLE places (place TEXT PRIMARY KEY, path TEXT)")
        for data in lines:
            self._add(data)
        self._retry_failed = retry_failed

    def _add(self, data: bytes) -> None:
        line = parse(data)
        if line is None:
            return
        self._db.execute("INSERT OR REPLACE INTO lines VALUES (?, ?)", (line.path, data))
        if line.record is not None:
            self._db.execute("INSERT OR REPLACE INTO places VALUES (?, ?)", (line.record, line.path))

    def find(self, path: str) -> Line | None:
        """What was said of this article."""
        row = self._db.execute("SELECT line FROM lines WHERE path = ?", (path,)).fetchone()
        line = parse(row[0]) if row else None
        return None if line and line.status == "failed" and self._retry_failed else line

    def done(self, line: Line) -> None:
        """Something newer is known of this article: this line."""
        self._db.execute("DELETE FROM lines WHERE path = ?", (line.path,))
        if line.record is not None:
            self._db.execute("INSERT OR REPLACE INTO places VALUES (?, NULL)", (line.record,))

    def outdated(self, places: Iterable[str]) -> Iterator[tuple[str, str | None]]:
        """Those of these places that nothing newer names, each with the article that it was of, if that is known."""
        for place in places:
            row = self._db.execute("SELECT path FROM places WHERE place = ?", (place,)).fetchone()
            if row is None or row[0] is not None:
                yield place, row[0] if row else None

    def left(self) -> Iterator[bytes]:
        """The lines of which nothing newer is known, in their order."""
        with closing(self._db.cursor()) as cursor:
            for (line,) in cursor.execute("SELECT line FROM lines ORDER BY rowid"):
                yield line

    def close(self) -> None:
        self._db.close()
