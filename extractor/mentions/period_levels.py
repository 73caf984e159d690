"""The order in which the rules of periods are tried: a rule stands above all that make what its holes take."""

from __future__ import annotations

from dataclasses import replace

from extractor.alphabet import KINDS, kind_code
from extractor.mentions import period_parts, period_spans, period_units
from extractor.mentions.period_captures import BUILDERS
from extractor.rulebook.notation import Choice, Hole, Node, Repeat
from extractor.rulebook.notation import Sequence as Seq
from extractor.rulebook.rules import Rule

# the modules of builders register when imported
__all__ = ["DATE", "levels", "period_parts", "period_spans", "period_units"]

DATE = "date"
"""The kind under which a rule's find is seen by the rules above it."""


def levels(rules: list[Rule]) -> list[list[Rule]]:
    """The rules by level, one pattern each, the lowest first: a rule stands above all that make what its holes take."""
    uses = {rule.id: frozenset().union(*(_grains_in(p.tree) for p in rule.patterns)) for rule in rules}
    made = {rule.id: BUILDERS[str(rule.row.build)][0] for rule in rules}
    heights = dict.fromkeys(made.values(), 0)
    for _ in range(len(heights)):  # a rule that takes its own kind ("ngày 30/6" + "năm 2018") does not lift the kind
        for rule_id, grain in made.items():
            if grain not in uses[rule_id]:
                heights[grain] = max([heights[grain], *(heights.get(g, -1) + 1 for g in uses[rule_id])])
    cut: dict[int, list[Rule]] = {}
    for rule in rules:
        height = max((heights.get(g, -1) + 1 for g in uses[rule.id]), default=0)
        cut.setdefault(height, []).append(rule)
    return [[replace(rule, patterns=(p,)) for rule in cut[height] for p in rule.patterns] for height in sorted(cut)]


def _grains_in(node: Node) -> frozenset[str]:
    """The grains of earlier finds that a pattern's holes take."""
    match node:
        case Hole():
            codes = {code for kind in node.kinds for code in KINDS.get(kind, "")}
            return frozenset(g for g in {grain for grain, _ in BUILDERS.values()} if kind_code(DATE, g) in codes)
        case Seq():
            return frozenset().union(*map(_grains_in, node.items))
        case Choice():
            return frozenset().union(*map(_grains_in, node.options))
        case Repeat():
            return _grains_in(node.item)
    return frozenset()
