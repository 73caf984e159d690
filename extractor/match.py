"""Rules over a folded sentence: each match is a rule, its atoms, and its slots as atoms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.document import Folded, Mark
from extractor.rulebook.compile import FILL_PREFIX, Pattern
from extractor.rulebook.rules import Rule


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a slot was captured: atoms `first` to `last`, and the mark there if it is one mention."""

    first: int
    last: int
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that matched atoms `first` to `last`. `fills` are places that code fills, by slot."""

    rule: Rule
    first: int
    last: int
    slots: dict[str, Slot]
    fills: dict[str, int]


def find(rules: Iterable[Rule], folded: Folded) -> Iterator[Match]:
    """All matches of the rules in one folded sentence, rule by rule. A match that an `unless` overlaps is dropped."""
    present = folded.present
    for rule in rules:
        for pattern in rule.patterns:
            if pattern.may_match(present):
                yield from matches(rule, pattern, folded)


def matches(rule: Rule, pattern: Pattern, folded: Folded) -> list[Match]:
    """The matches of one pattern of a rule, where a gate has said already that it may match."""
    found: list[Match] = []
    for m in pattern.regex.finditer(folded.codes):
        if m.end() == m.start() or vetoed(rule, folded, m.span()):
            continue
        slots: dict[str, Slot] = {}
        fills: dict[str, int] = {}
        for name in pattern.regex.groupindex:
            start, end = m.span(name)
            if start < 0:
                continue
            if name.startswith(FILL_PREFIX):
                fills[name[len(FILL_PREFIX) :]] = folded.first[start]
            else:
                mark = folded.marks[start] if end == start + 1 else None
                slots[name] = Slot(folded.first[start], folded.first[end], mark)
        found.append(Match(rule, folded.first[m.start()], folded.first[m.end()], slots, fills))
    return found


def vetoed(rule: Rule, folded: Folded, span: tuple[int, int]) -> bool:
    """Whether a pattern under `unless:` overlaps these characters."""
    for pattern in rule.unless:
        if not pattern.may_match(folded.present):
            continue
        veto = pattern.regex.search(folded.codes)
        while veto is not None and veto.start() < span[1]:
            if span[0] < veto.end():
                return True
            # the next may begin inside this one: "5 xã, | 3 phường, | 2 thị trấn"
            veto = pattern.regex.search(folded.codes, veto.start() + 1)
    return False
