"""A body as it was read: the parts of its name, its level and rank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.mentions.places import Where
from extractor.rulebook.tables import Body


@dataclass(slots=True)
class Org:
    """A body as read: atoms, the head's row, the field's atoms, the level and place, the body above it."""

    first: int
    last: int
    head: tuple[int, int]
    row: Body | None = None
    field: tuple[int, int] | None = None
    where: Where | None = None
    above: Org | None = None
    general: bool = False
    plural: bool = False

    def wheres(self) -> Iterator[Where]:
        """The levels and places in it and in the bodies above."""
        if self.where is not None:
            yield self.where
        if self.above is not None:
            yield from self.above.wheres()

    @property
    def level(self) -> str | None:
        """The level of government of the body itself, else of its kind, else of the body above it."""
        own = self.where.tier if self.where is not None else None
        above = self.above.level if self.above is not None else None
        return own or above or (self.row.level if self.row is not None else None)

    @property
    def rank(self) -> int | None:
        """The rank of its head: by its row, by the level that follows, by the body above it (one lower)."""
        own = self.where.rank if self.where is not None else None
        row = self.row.rank if self.row is not None else None
        if own is not None and (row is None or self._by_level()):
            return own
        if row is not None:
            return row
        return None if self.above is None or self.above.rank is None else min(9, self.above.rank + 1)

    def _by_level(self) -> bool:
        """A committee's rank is that of its level, which the row of "UBND thành phố" can only guess."""
        return self.row is not None and self.row.kind in ("people_committee", "people_council")
