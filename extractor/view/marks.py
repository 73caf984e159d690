"""The article cut into pieces, each with the records that cover it: what a page needs to show overlaps in place.

Each span gets a lane, the height of its line below the text: a record that lies in another one is nearer to the text,
and two records that overlap never share a lane, so every line can be followed from its first letter to its last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extractor.model import Record

RECORD_KINDS = ("achievements", "targets", "percentages", "rankings", "recommendations", "conclusions")
KINDS = (*RECORD_KINDS, "checks")
LANES = 6
"""Lanes that the style sheet draws; deeper ones share the last."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A span of a record, or one of the spans of a check."""

    kind: str
    id: str
    start: int
    end: int
    first: bool = True


@dataclass(frozen=True, slots=True)
class Cover:
    """A record over a piece. `opens`: the record begins here; `anchor`: and here its row links to."""

    kind: str
    id: str
    lane: int
    opens: bool
    anchor: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that the same records cover from end to end; the outermost comes first."""

    text: str
    covers: tuple[Cover, ...] = ()


def stretches(record: Record) -> list[Stretch]:
    """Everything to be marked, in no order."""
    found = [Stretch(kind, item.id, item.start, item.end) for kind in RECORD_KINDS for item in getattr(record, kind)]
    for check in record.checks:
        for number, span in enumerate(check.spans):
            found.append(Stretch("checks", check.id, span.start, span.end, first=number == 0))
    return [s for s in found if s.start < s.end]


def lanes(found: list[Stretch]) -> dict[Stretch, int]:
    """The lane of each stretch: above all shorter ones that it overlaps.

    >>> a, b = Stretch("targets", "t1", 0, 9), Stretch("rankings", "r1", 3, 5)
    >>> lanes([a, b]) == {b: 0, a: 1}
    True
    """
    lane: dict[Stretch, int] = {}
    for stretch in sorted(found, key=lambda s: (s.end - s.start, KINDS.index(s.kind), s.start)):
        below = [lane[other] for other in lane if other.start < stretch.end and stretch.start < other.end]
        lane[stretch] = min(LANES - 1, max(below, default=-1) + 1)
    return lane


def paragraphs(record: Record) -> list[list[Piece]]:
    """The text as paragraphs of pieces; joined by line ends they are the text, letter for letter."""
    found = stretches(record)
    lane = lanes(found)
    breaks = [i for i, c in enumerate(record.text) if c == "\n"]
    cuts = sorted(
        {0, len(record.text), *breaks, *(b + 1 for b in breaks), *(p for s in found for p in (s.start, s.end))}
    )
    lines: list[list[Piece]] = [[]]
    for start, end in pairwise(cuts):
        if record.text[start:end] == "\n":
            lines.append([])
        else:
            lines[-1].append(Piece(record.text[start:end], tuple(_covers(start, end, lane))))
    return lines


def _covers(start: int, end: int, lane: dict[Stretch, int]) -> Iterator[Cover]:
    over = [(n, s) for s, n in lane.items() if s.start <= start and end <= s.end]
    for number, s in sorted(over, key=lambda o: (-o[0], o[1].start, o[1].id)):
        opens = s.start == start
        yield Cover(s.kind, s.id, number, opens, opens and s.first)
