"""A body as it was read: the parts of its name, its level and rank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.mentions.places import Where
from extractor.rulebook.tables import Body, Level


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
    def level(self) -> Level | None:
        """The level of the body itself, else of the one above it."""
        if self.where is not None and self.where.level is not None:
            return self.where.level
        return self.above.level if self.above is not None else None

    @property
    def rank(self) -> int | None:
        """The rank of its head: by its row, by the level that follows, by the body above it (one lower)."""
        if self.row is not None and self.row.rank is not None and not self._by_level():
            return self.row.rank
        if self.where is not None and self.where.level is not None:
            return _level_rank(self.where)
        if self.where is not None and self.where.kind == "province":
            return 4
        if self.row is not None and self.row.rank is not None:
            return self.row.rank
        return None if self.above is None or self.above.rank is None else min(9, self.above.rank + 1)

    def _by_level(self) -> bool:
        """A committee's rank is that of its level, which the row of "UBND thành phố" can only guess."""
        kind = self.row.kind if self.row else None
        return kind in ("people_committee", "people_council") and self.where is not None and bool(self.where.level)


def _level_rank(where: Where) -> int:
    """The rank of a level; a "thành phố" by name is a province's equal or lies below one."""
    assert where.level is not None
    if where.kind == "province" and where.level.level != "commune":
        return 4
    if where.level.level == "province" and where.kind in ("city", "district"):
        return 6
    return where.level.rank
