"""Two records of one article: what was added, what is gone, what says something else now.

Two of a kind are the same find when they stand on the same number or, failing that, on the same or an overlapping
stretch. Offsets are compared where the texts are the same; where the texts differ, the words are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.model import Amount, Evidence, Figure, Percentage, Ranking, Record
from extractor.store.columns import TABLES, flat

IGNORED = {"id", "figure", "group", "confidence"}
"""Numbers within an article, which move with every find before them; and what was measured, not read."""


@dataclass(frozen=True, slots=True)
class Change:
    """One find that differs. `before` or `after` is None where it is new or gone; `slots` are those that differ."""

    kind: str
    before: Evidence | None
    after: Evidence | None
    slots: dict[str, tuple[Any, Any]]

    @property
    def what(self) -> str:
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"

    @property
    def rule(self) -> str:
        """The rule that is to be asked: the new one, for a find that is gone the old one."""
        found = self.after or self.before
        return found.rule if found else ""


def changes(before: Record, after: Record) -> Iterator[Change]:
    """What differs between two records of one article, by type and place."""
    same_text = before.text == after.text
    for kind in TABLES:
        old, new = list(getattr(before, kind)), list(getattr(after, kind))
        for a, b in _pairs(old, new, same_text):
            slots = _differing(a, b, same_text)
            if slots or a is None or b is None:
                yield Change(kind, a, b, slots)


def _pairs(
    old: Sequence[Evidence], new: Sequence[Evidence], same_text: bool
) -> Iterator[tuple[Evidence | None, Evidence | None]]:
    left_old, left_new = list(old), list(new)
    for key in _keys(same_text):
        waiting: dict[Hashable, list[Evidence]] = defaultdict(list)
        for item in left_new:
            waiting[key(item)].append(item)
        unmatched = []
        for item in left_old:
            found = waiting.get(key(item))
            if found:
                yield item, found.pop(0)
            else:
                unmatched.append(item)
        left_old, left_new = unmatched, [item for found in waiting.values() for item in found]
    if same_text:
        for item in list(left_old):
            other = next((n for n in left_new if n.start < item.end and item.start < n.end), None)
            if other is not None:
                left_new.remove(other)
                left_old.remove(item)
                yield item, other
    yield from ((item, None) for item in left_old)
    yield from ((None, item) for item in sorted(left_new, key=lambda i: i.start))


def _keys(same_text: bool) -> tuple[Callable[[Evidence], Hashable], ...]:
    """From the narrowest to the widest sense of being the same find."""
    return (
        lambda item: tuple((n, v) for n, v in _said(item, same_text).items()),
        lambda item: _anchor(item, same_text),
        lambda item: (item.start, item.end) if same_text else item.text,
    )


def _anchor(item: Evidence, same_text: bool) -> Hashable:
    """The number that a find stands on."""
    span: Amount
    match item:
        case Figure():
            span = item.quantity
        case Percentage():
            span = item.percent
        case Ranking():
            return (item.start, item.end, item.rank) if same_text else (item.text, item.rank)
        case _:
            return (item.start, item.end) if same_text else item.text
    return (span.start, span.end) if same_text else (span.text, span.value, item.text)


def _said(item: Evidence | None, same_text: bool) -> dict[str, Any]:
    """What a find says: its slots, without what only places or numbers it."""
    if item is None:
        return {}
    said = dict(flat(item))
    moved = (
        () if same_text else [name for name in said if name in ("start", "end") or name.endswith(("_start", "_end"))]
    )
    return {name: value for name, value in said.items() if name not in IGNORED and name not in moved}


def _differing(a: Evidence | None, b: Evidence | None, same_text: bool) -> dict[str, tuple[Any, Any]]:
    if a is None or b is None:
        return {}
    old, new = _said(a, same_text), _said(b, same_text)
    names = dict.fromkeys([*old, *new])
    return {name: (old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name)}
