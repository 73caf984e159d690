"""Rules between reading and compiling, and the order in which the layers' rules come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extractor.rulebook.rules import RuleKind, RuleRow
from extractor.rulebook.source import Path, SourceFile


@dataclass(slots=True)
class Draft:
    """A rule as read. `group` numbers the rules that compete by nearness; `place` is where it comes in order."""

    file: SourceFile
    way: Path
    layer: int
    kind: RuleKind
    target: str
    slot: str | None
    row: RuleRow
    group: int
    place: int

    @property
    def key(self) -> str | None:
        """The rule's id; a slot's default has one by its slot."""
        if self.row.id is None and self.row.default is not None:
            return f"{self.target}.{self.slot}.default"
        return self.row.id

    def replace(self, other: Draft) -> None:
        """Take the place of a rule of an earlier layer."""
        self.place, self.layer = other.place, other.layer
        if self.row.nearest and other.row.nearest:
            self.group = other.group


def in_order(drafts: Iterable[Draft]) -> list[Draft]:
    """A folder laid over others has the first word; a new `nearest` rule competes with those that are there."""
    ordered = sorted(drafts, key=lambda d: (-d.layer, d.place))
    rivals: dict[tuple[str, str | None], int] = {}
    for draft in ordered:
        if draft.row.nearest and not draft.row.leads and draft.layer == 0:
            rivals.setdefault((draft.target, draft.slot), draft.group)
    joined = [d for d in ordered if d.layer and d.row.nearest and (d.target, d.slot) in rivals]
    for draft in joined:
        draft.group = rivals[draft.target, draft.slot]
    rest = [d for d in ordered if not any(d is j for j in joined)]
    for draft in joined:
        at = next(i for i, d in enumerate(rest) if d.group == draft.group)
        rest.insert(at, draft)
    return rest
