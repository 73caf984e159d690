"""What earlier runs into the same folder did: their manifest, and the journal of one that did not end.

It is kept in a temporary database, so that its size costs no memory. The journal of a run that was to read all again
says so: what stands behind that mark need not be read once more when the run goes on.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing

from extractor.batch.lines import Line, parse

FORCED = b'{"begun": "force"}\n'
"""The mark in a journal; no line of a manifest."""


class Prior:
    """The last line of each article.

    `retry_failed` does not find those that failed; `force` finds only what a run by force has done that did not end.
    """

    def __init__(self, lines: Iterable[bytes] = (), *, retry_failed: bool = False, force: bool = False) -> None:
        self._db = sqlite3.connect("")  # a file of SQLite's own, gone when it is closed
        self._db.execute("CREATE TABLE lines (path TEXT PRIMARY KEY, line BLOB NOT NULL, found INT)")
        self._db.execute("CREATE TABLE places (place TEXT PRIMARY KEY, path TEXT)")
        found = not force
        for data in lines:
            found = found or data == FORCED
            self._add(data, found)
        self._retry_failed = retry_failed

    def _add(self, data: bytes, found: bool) -> None:
        line = parse(data)
        if line is None:
            return
        self._db.execute("INSERT OR REPLACE INTO lines VALUES (?, ?, ?)", (line.path, data, found))
        if line.record is not None:
            self._db.execute("INSERT OR REPLACE INTO places VALUES (?, ?)", (line.record, line.path))

    def find(self, path: str) -> Line | None:
        """What was said of this article."""
        row = self._db.execute("SELECT line FROM lines WHERE path = ? AND found", (path,)).fetchone()
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
