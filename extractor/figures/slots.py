"""Slot rules: each slot of a figure that is already found, filled by itself from the words around it.

The rules of a slot stand in groups; the first group that answers wins. A rule with `pattern` holds the figure as
`<on>`; rules with `nearest` compete: the cue closest to the left of the figure wins, over commas, never over ";".
A rule with `default` answers last.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from extractor.document import Folded, Mark, Sentence
from extractor.match import Slot, find, vetoed
from extractor.rulebook.book import Rulebook
from extractor.rulebook.notation import ANCHOR
from extractor.rulebook.rules import Rule


@dataclass(frozen=True, slots=True)
class Answer:
    """A slot's value (a constant, or atoms of the sentence) and the rule that gave it. `cue` is where it stood."""

    rule: str
    value: Any = None
    span: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None


class SlotRules:
    """The rules for the slots of one kind of figure (quantity or percent)."""

    def __init__(self, book: Rulebook, kind: str) -> None:
        self.kind = kind
        rules = book.of("slot", kind)
        self._slots: dict[str, list[list[Rule]]] = {}
        for slot in dict.fromkeys(r.slot for r in rules if r.slot):
            of = sorted((r for r in rules if r.slot == slot), key=lambda r: (r.row.default is not None and not r.patterns, r.order))
            self._slots[slot] = [list(g) for _, g in groupby(of, key=lambda r: r.group)]

    def answers(self, sentence: Sentence, folded: Folded) -> dict[int, dict[str, Answer]]:
        """For each figure of this kind in the sentence, by id of its mark: slot -> Answer."""
        figures = [m for m in sentence.marks if m.kind == self.kind]
        found: dict[int, dict[str, Answer]] = {id(m): {} for m in figures}
        if not figures:
            return found
        positions = {id(m): folded.position(m.first) for m in figures}
        present = frozenset(folded.codes)
        for slot, groups in self._slots.items():
            open_ = {id(m): m for m in figures}
            for group in groups:
                if not open_:
                    break
                for key, answer in self._group(group, slot, folded, open_, positions, present).items():
                    found[key][slot] = answer
                    del open_[key]
        return found

    def _group(
        self, group: list[Rule], slot: str, folded: Folded, open_: dict[int, Mark], positions: dict[int, int],
        present: frozenset[str],
    ) -> dict[int, Answer]:  # fmt: skip
        if group[0].nearest:
            return _nearest(group, slot, folded, open_, positions, present)
        answers = _anchored(group, slot, folded, open_)
        for rule in group:
            if rule.row.default is not None and not rule.patterns:
                return {key: answers.get(key) or Answer(rule.id, rule.sets.get(slot)) for key in open_}
        return answers


def _anchored(group: list[Rule], slot: str, folded: Folded, open_: dict[int, Mark]) -> dict[int, Answer]:
    found: dict[int, Answer] = {}
    for match in find(group, folded):
        on = match.slots.get(ANCHOR)
        if on is None or on.mark is None or id(on.mark) not in open_ or id(on.mark) in found:
            continue
        found[id(on.mark)] = _answer(match.rule, slot, match.slots.get(slot), (match.first, match.last))
    return found


def _nearest(
    group: list[Rule], slot: str, folded: Folded, open_: dict[int, Mark], positions: dict[int, int], present: frozenset[str]
) -> dict[int, Answer]:
    cues = [(end, start, m, rule) for rule in group for start, end, m in _cues(rule, folded, present)]
    cues.sort(key=lambda c: (c[0], -c[1]), reverse=True)
    found: dict[int, Answer] = {}
    for key in open_:
        at = positions[key]
        for end, start, groups, rule in cues:
            if end > at or at - end > rule.row.within or ";" in folded.codes[end:at]:
                continue
            cue = (folded.first[start], folded.first[end])
            span = groups.get(slot)
            captured = Slot(folded.first[span[0]], folded.first[span[1]]) if span else None
            found[key] = _answer(rule, slot, captured, cue)
            break
    return found


def _cues(rule: Rule, folded: Folded, present: frozenset[str]) -> list[tuple[int, int, dict[str, tuple[int, int]]]]:
    found = []
    for pattern in rule.nearest:
        if pattern.needs and pattern.needs.isdisjoint(present):
            continue
        for m in pattern.regex.finditer(folded.codes):
            if m.end() > m.start() and not vetoed(rule, folded, m.span()):
                found.append((m.start(), m.end(), {n: m.span(n) for n in pattern.regex.groupindex if m.start(n) >= 0}))
    return found


def _answer(rule: Rule, slot: str, captured: Slot | None, cue: tuple[int, int]) -> Answer:
    span = (captured.first, captured.last) if captured else None
    return Answer(rule.id, None if span else rule.sets.get(slot), span, cue)
