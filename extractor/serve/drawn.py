"""The pictures of an archive, drawn once for each language; needs the extra `plot`."""

from __future__ import annotations

import threading

from extractor.store.search import Archive
from extractor.view.pictures import PICTURES, draw
from extractor.view.words import Words


class Pictures:
    """SVG by name; an archive does not change while it is served."""

    def __init__(self) -> None:
        self._drawn: dict[str, dict[str, bytes]] = {}
        self._lock = threading.Lock()

    def of(self, archive: Archive, words: Words) -> dict[str, bytes]:
        with self._lock:
            if words.language not in self._drawn:
                made = ((name, draw(name, archive, words, "svg")) for name in PICTURES)
                self._drawn[words.language] = {name: picture for name, picture in made if picture is not None}
            return self._drawn[words.language]
