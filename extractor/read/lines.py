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
_SET_IN, _SET_IN_MOST, _SET_IN_SHARE = 0.015, 0.15, 0.5
_GAP = 1.45
_SIZE = 1.15
_MARGIN, _SMALL = 0.1, 0.85
_JUSTIFIED, _FLUSH = 0.5, 0.01


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
    usual = median([line.size for page in pages for line in page] or [0.0])
    made = []
    for number, page in enumerate(pages, 1):
        edge = {id(line) for line in _edge(page)}
        made.append([
            line for line in page
            if id(line) not in edge
            or not (
                _shape(line.text) in repeated
                or _is_in_margin(line, usual)
                or _is_page_number(line.text, number, len(pages), page_words)
            )
        ])  # fmt: skip
    return made


def _edge(page: Sequence[Line]) -> list[Line]:
    """The first and last lines of a page; of a page with little text, only the very first and last."""
    count = _EDGE_LINES if len(page) > 2 * _EDGE_LINES else 1
    return [*page[:count], *page[count:][-count:]]


def _is_in_margin(line: Line, usual: float) -> bool:
    """A line in small type at the very top or bottom: the head or foot of a single page."""
    outside = line.bottom < _MARGIN * line.height or line.top > (1 - _MARGIN) * line.height
    return outside and line.size < _SMALL * usual


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
    frame = _frame(pages)
    made = [lines[0].text]
    for line, after in pairwise(lines):
        if _goes_on(line, after, frame):
            made[-1] += " " + after.text
        else:
            made.append(after.text)
    return made


@dataclass(frozen=True, slots=True)
class Frame:
    """The edges of the text, the usual distance from line to line, whether lines end flush, paragraphs are set in."""

    left: float
    right: float
    step: float
    justified: bool
    sets_in: bool

    @property
    def width(self) -> float:
        return max(1.0, self.right - self.left)


def _frame(pages: Sequence[Sequence[Line]]) -> Frame:
    lines = [line for page in pages for line in page]
    rights = sorted(line.right for line in lines)
    right = rights[int(len(rights) * 0.9)] if len(rights) > 4 else rights[-1]
    left = float(Counter(round(line.left) for line in lines).most_common(1)[0][0])
    flush = sum(abs(right - line.right) <= _FLUSH * (right - left) for line in lines)
    step = median(list(_steps(pages)) or [lines[0].size * 1.2])
    inside = sum(_SET_IN * (right - left) < line.left - left < _SET_IN_MOST * (right - left) for line in lines)
    return Frame(left, right, step, flush >= _JUSTIFIED * len(lines), 2 <= inside <= _SET_IN_SHARE * len(lines))


def _steps(pages: Sequence[Sequence[Line]]) -> Iterator[float]:
    for page in pages:
        for line, after in pairwise(page):
            if after.top > line.top:
                yield after.top - line.top


def _goes_on(line: Line, after: Line, frame: Frame) -> bool:
    if _ITEM.match(after.text) or max(line.size, after.size) > _SIZE * min(line.size, after.size):
        return False
    new_page = after.top <= line.top
    if not new_page and after.top - line.top > _GAP * frame.step:
        return False
    if _is_centred(line, frame) and _is_centred(after, frame):
        return line.right - line.left >= after.right - after.left
    before = frame.left if frame.sets_in else max(line.left, frame.left)
    set_in = after.left - before > _SET_IN * frame.width
    return not set_in and frame.right - line.right <= _room(after, frame)


def _room(after: Line, frame: Frame) -> float:
    """How far short of the edge a full line may stop: none if lines are flush, else the next line's first word."""
    if frame.justified:
        return _FLUSH * frame.width
    first = len(after.text.split(" ", 1)[0]) + 1
    return max(_SHORT_OF_EDGE * frame.width / 2, first * (after.right - after.left) / max(1, len(after.text)) * 1.1)


def _is_centred(line: Line, frame: Frame) -> bool:
    before, behind = line.left - frame.left, frame.right - line.right
    return before > 0.05 * frame.width and abs(before - behind) < 0.04 * frame.width
