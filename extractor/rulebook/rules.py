"""A rule as it is written in YAML, and as it is after loading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from extractor.errors import Problem
from extractor.rulebook.compile import Pattern
from extractor.rulebook.source import Level, Path, SourceFile

RuleKind = Literal["grammar", "record", "slot"]
Context = Literal[
    "class_bound", "list", "bound", "demand", "goes_on", "to_be_built", "told_again", "topic", "part", "same",
    "baseline",
]  # fmt: skip
"""What a slot may be settled by beyond the words of the figure's own clause; each is a reading that code makes."""
CONTEXTS: dict[str, frozenset[Context]] = {
    "status": frozenset(
        {"class_bound", "list", "bound", "demand", "goes_on", "to_be_built", "told_again", "topic", "part", "same"}
    ),
    "direction": frozenset({"baseline", "list", "told_again"}),
}
"""The readings that each slot knows."""
DEFAULT_WITHIN = 30


class RuleRow(BaseModel):
    """One entry under `rules:`."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: str | None = Field(default=None, pattern=r"^[a-z_]+(\.[a-z0-9_]+)+$")
    pattern: str | list[str] | None = None
    nearest: str | list[str] | None = Field(default=None, description="slot rules: the closest such cue to the left")
    unless: str | list[str] | None = Field(default=None, description="a pattern that vetoes a match that it overlaps")
    within: int = Field(default=DEFAULT_WITHIN, ge=1, le=60, description="how many atoms to the left a cue may stand")
    most: int | None = Field(default=None, description="slot rules: only figures of at most this value")
    leads: bool = Field(
        default=False, description="slot rules: the nearest cue opens a list, however long, up to a report"
    )
    soft: bool = Field(default=False, description="slot rules: the same amount told elsewhere may overrule it")
    set: dict[str, str | int | float] | str | None = None
    build: str | None = Field(default=None, description="grammars: the arithmetic that makes the value")
    default: str | None = Field(default=None, description="slot rules: the value where nothing else answered")
    context: Context | None = Field(default=None, description="slot rules: what code looks at once all others spoke")
    continues: str | None = Field(default=None, description="fires only behind such a record in the sentence")
    examples: list[str] = Field(default_factory=list)
    not_: list[str] = Field(default_factory=list, alias="not")
    todo: list[str] = Field(default_factory=list, description="known misses: reported, not failing")
    off: str | None = Field(default=None, description="the reason why this rule is switched off")
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A loaded rule. `order` is its place in the rulebook; `where` is file, line and column for messages."""

    id: str
    kind: RuleKind
    target: str
    slot: str | None
    row: RuleRow
    patterns: tuple[Pattern, ...]
    nearest: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    sets: dict[str, Any]
    group: int
    order: int
    where: tuple[str, int, int]
    file: SourceFile = field(repr=False, compare=False)
    way: Path = field(repr=False, compare=False)

    def problem(
        self, part: Path, what: str, *, mend: str | None = None, shift: int = 0, level: Level = "error"
    ) -> Problem:
        """A problem at a part of the rule: ("examples", 0) is its first example."""
        return self.file.problem((*self.way, *part), what, rule=self.id, mend=mend, shift=shift, level=level)


def contexts(rules: Iterable[Rule], slot: str) -> dict[Context, str]:
    """The rules of a slot that name a reading, by it."""
    return {r.row.context: r.id for r in rules if r.row.context and r.slot == slot}
