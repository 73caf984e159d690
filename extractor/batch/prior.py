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
        found = ((line.path, data) for data in lines if (line := parse(data)) is not None)
        self._db.executemany("INSERT OR REPLACE INTO lines VALUES (?, ?)", found)
        self._retry_failed = retry_failed

    def find(self, path: str) -> Line | None:
        """What was said of this article."""
        row = self._db.execute("SELECT line FROM lines WHERE path = ?", (path,)).fetchone()
        line = parse(row[0]) if row else None
        return None if line and line.status == "failed" and self._retry_failed else line

    def done(self, path: str) -> None:
        """Something newer is known of this article."""
        self._db.execute("DELETE FROM lines WHERE path = ?", (path,))

    def left(self) -> Iterator[bytes]:
        """The lines of which nothing newer is known, in their order."""
        with closing(self._db.cursor()) as cursor:
            for (line,) in cursor.execute("SELECT line FROM lines ORDER BY rowid"):
                yield line

    def close(self) -> None:
        self._db.close()
