"""Lines that were broken to fit a width, joined to the paragraphs that they were.

Text from mail, terminals and `pdftotext` breaks inside sentences, at a width. That a text is so is seen from its own
lines, never assumed: again and again a line without an end goes on in small letters, and the next word would not have
fitted into it. Text with a paragraph a line, lists, tables and verse show no such width and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

LEAST = 3
"""Breaks inside sentences from which on a text counts as broken at a width."""
NARROWEST, WIDEST = 30, 200
"""Widths in characters; a paragraph a line has no upper bound."""
FULL_SHARE = 0.8
_ENDS = frozenset('.!?:;…”"')
_SET_IN = 2
_ITEM = re.compile(r"(?:[-–+•*▪●○]|\(?\d{1,2}[.)/](?!\d)|\(?[a-zđA-Z][.)]|[IVX]{1,5}[.)])\s")


def joined(lines: Sequence[str]) -> list[str]:
    """The paragraphs of these lines, a line each; empty lines part them.

    >>> joined(["Tỉnh ban hành 5.500 văn bản, phục", "vụ 132 cuộc họp và tiếp 65 lượt",
    ...         "công dân từ các xã vùng cao nhất", "tỉnh.", "Sở Y tế họp."])[1:]
    ['Sở Y tế họp.']
    >>> joined(["Sở Nội vụ", "Sở Y tế", "và các xã"])
    ['Sở Nội vụ', 'Sở Y tế', 'và các xã']
    """
    width = _width(lines)
    made: list[str] = []
    before: str | None = None
    for line in lines:
        text = " ".join(line.split())
        if text and made and width and before is not None and _goes_on(before, line, width):
            made[-1] += f" {text}"
        elif text:
            made.append(text)
        before = line if text else None
    # Once more without the empty lines, so that a tidy text stays as it is; no break inside a sentence is left then.
    return made if len(made) == sum(bool(line.strip()) for line in lines) else joined(made)


def _width(lines: Sequence[str]) -> int | None:
    """The width at which the lines were broken; None where they were not."""
    inside = [(line.rstrip(), after) for line, after in pairwise(lines) if _breaks_inside(line, after)]
    width = max((len(line) for line, _ in inside), default=0)
    full = sum(not _fits(line, after, width) for line, after in inside)
    broken = len(inside) >= LEAST and full >= FULL_SHARE * len(inside) and NARROWEST <= width <= WIDEST
    return width if broken else None


def _breaks_inside(line: str, after: str) -> bool:
    """Whether the sentence surely goes on: no mark ends the line, and a small letter opens the next."""
    line, after = line.rstrip(), after.lstrip()
    return bool(line) and line[-1] not in _ENDS and after[:1].islower() and _ITEM.match(after) is None


def _fits(line: str, after: str, width: int) -> bool:
    """Whether the first word of the next line would have stood in this one."""
    return len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) <= width


def _goes_on(line: str, after: str, width: int) -> bool:
    """Whether the next line belongs to the paragraph: its first word did not fit, it is not set in, and no item."""
    if _breaks_inside(line, after):
        return True
    set_in = len(after) - len(after.lstrip()) - (len(line) - len(line.lstrip())) >= _SET_IN
    return not (set_in or _fits(line, after, width) or _ITEM.match(after.lstrip()))
