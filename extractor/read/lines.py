"""Lines of pages to paragraphs, by where they stand: no format of pages says where a paragraph ends.

A line goes on in the next one where it reaches the right edge of the text, no gap wider than between lines follows, and
the next line is not set in, numbered or of another size. Lines at the edge of pages that repeat are running heads.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_ITEM = re.compile(r"(?:[-–+•*▪●○]|\(?\d{1,2}[.)/](?!\d)|\(?[a-zđA-Z][.)]|[IVX]{1,5}[.)])\s")
_NUMBER = re.compile(r"\d+")
_EDGE_LINES = 2
_SHORT_OF_EDGE = 0.12
_SET_IN = 0.015
_GAP = 1.45
_SIZE = 1.15


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its text, its left and right edges, its top and bottom from the top of the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    height: float

    @property
    def size(self) -> float:
        return self.bottom - self.top


def without_running(pages: Sequence[Sequence[Line]], page_words: Sequence[str] = ()) -> list[list[Line]]:
    """The pages without running heads and feet: page numbers, and lines at the edge that repeat from page to page."""
    edges = [[_shape(line.text) for line in _edge(page)] for page in pages]
    counts = Counter(shape for page in edges for shape in set(page))
    repeated = {shape for shape, count in counts.items() if count >= 2 and count >= len(pages) / 2}
    made = []
    for number, page in enumerate(pages, 1):
        edge = {id(line) for line in _edge(page)}
        made.append([
            line for line in page
            if id(line) not in edge
            or not (_shape(line.text) in repeated or _is_page_number(line.text, number, len(pages), page_words))
        ])  # fmt: skip
    return made


def _edge(page: Sequence[Line]) -> list[Line]:
    """The first and last lines of a page; of a page with little text, only the very first and last."""
    count = _EDGE_LINES if len(page) > 2 * _EDGE_LINES else 1
    return [*page[:count], *page[count:][-count:]]


def _shape(text: str) -> str:
    return _NUMBER.sub("0", " ".join(text.lower().split()))


def _is_page_number(text: str, page: int, pages: int, page_words: Sequence[str]) -> bool:
    """The number of this page alone, with or without dashes, the word for page, and how many there are.

    >>> [_is_page_number(text, 2, 3, ["trang"]) for text in ("- 2 -", "Trang 2/3", "19")]
    [True, True, False]
    """
    words = text.lower()
    for word in page_words:
        words = words.replace(word, " ")
    bare = "".join(words.split()).strip("-–|[]().")
    return bare in (str(page), f"{page}/{pages}", f"{page}-{pages}")


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[str]:
    """The paragraphs of all pages; one may go on over the end of a page."""
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    right, left, step = _measures(pages)
    made = [lines[0].text]
    for line, after in pairwise(lines):
        if _goes_on(line, after, right, left, step):
            made[-1] += " " + after.text
        else:
            made.append(after.text)
    return made


def _measures(pages: Sequence[Sequence[Line]]) -> tuple[float, float, float]:
    """The right and left edge of the text, and the usual distance from line to line."""
    lines = [line for page in pages for line in page]
    rights = sorted(line.right for line in lines)
    right = rights[int(len(rights) * 0.9)] if len(rights) > 4 else rights[-1]
    left = Counter(round(line.left) for line in lines).most_common(1)[0][0]
    return right, float(left), median(list(_steps(pages)) or [lines[0].size * 1.2])


def _steps(pages: Sequence[Sequence[Line]]) -> Iterator[float]:
    for page in pages:
        for line, after in pairwise(page):
            if after.top > line.top:
                yield after.top - line.top


def _goes_on(line: Line, after: Line, right: float, left: float, step: float) -> bool:
    width = max(1.0, right - left)
    if _ITEM.match(after.text) or max(line.size, after.size) > _SIZE * min(line.size, after.size):
        return False
    new_page = after.top <= line.top
    if not new_page and after.top - line.top > _GAP * step:
        return False
    centred = _is_centred(line, left, right) and _is_centred(after, left, right)
    if centred:
        return line.right - line.left >= after.right - after.left
    set_in = after.left - line.left > _SET_IN * width and after.left > left + _SET_IN * width
    return not set_in and right - line.right <= _room(after, width)


def _room(after: Line, width: float) -> float:
    """How far short of the edge a line may stop and still be full: the next line's first word did not fit."""
    first = len(after.text.split(" ", 1)[0]) + 1
    return max(_SHORT_OF_EDGE * width / 2, first * (after.right - after.left) / max(1, len(after.text)) * 1.1)


def _is_centred(line: Line, left: float, right: float) -> bool:
    before, behind = line.left - left, right - line.right
    return before > 0.05 * (right - left) and abs(before - behind) < 0.04 * (right - left)
