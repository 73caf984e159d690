"""What a pattern can reach: nothing, everything, or too many places at once. Such patterns are refused.

Linear time: a gap, a rest and a repeated broad hole each may end at several places, and every choice of one is tried
with every choice of the next. `STEPS_MOST` bounds the choices that one place in a sentence may cost.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractor.alphabet import REFINEMENTS
from extractor.messages import say
from extractor.rulebook.notation import (
    ANCHOR,
    Ahead,
    Choice,
    Edge,
    Fill,
    Gap,
    Hole,
    Node,
    NotationError,
    Punctuation,
    Repeat,
    Rest,
    Words,
    leaves,
)
from extractor.rulebook.notation import Sequence as Seq

STEPS_MOST = 3_000
GAP_STEPS, REST_STEPS = 13, 60
Resolver = Callable[[str], Sequence[str] | None]

_MARKED_LATER = {  # what no sentence holds yet when rules of a kind run
    "grammar": frozenset(REFINEMENTS) - {"date"} | {"on"},
    "record": frozenset({"date", "quantity", "rank", "number_word", "on"}),
    "slot": frozenset({"date", "number_word"}),
}
_BROAD = frozenset(
    {"word", "name", "number", "whole", "month", "day", "year", "roman", "dotted_date", "on", "quantity", "percent",
     "place", "organization", "person", "document", "abbreviation", "period", "date"}
)  # fmt: skip


def out_of_reach(kind: str, key: str, tree: Node, resolve: Resolver) -> None:
    """Raises NotationError for a pattern of a rule of this kind that could never match, or matches nearly all."""
    for hole in leaves(tree, Hole):
        if all(resolve(name) is None and _head(name) in _MARKED_LATER[kind] for name in hole.kinds):
            raise NotationError(hole.at, say("reach.later", hole="|".join(hole.kinds)), say("reach.later.mend"))
    if kind == "slot" and key == "pattern" and not _always_anchored(tree):
        raise NotationError(0, say("reach.no_anchor"), say("reach.no_anchor.mend"))
    if kind != "grammar" and not _has_cue(tree):
        raise NotationError(0, say("reach.everything"), say("reach.everything.mend"))


def _head(name: str) -> str:
    return name.split(".", 1)[0]


def _is_anchor(node: Node) -> bool:
    return isinstance(node, Hole) and node.slot == ANCHOR


def _always_anchored(node: Node) -> bool:
    """Whether every match holds the figure."""
    match node:
        case Seq():
            return any(map(_always_anchored, node.items))
        case Choice():
            return all(map(_always_anchored, node.options))
        case Repeat():
            return node.least > 0 and _always_anchored(node.item)
    return _is_anchor(node)


def _has_cue(node: Node) -> bool:
    """Whether every match holds something that is said: a word, a list entry, a refined kind, a mark, a noun phrase."""
    match node:
        case Words() | Punctuation() | Fill():
            return True
        case Hole():
            return all(name not in _BROAD for name in node.kinds)
        case Seq():
            return any(map(_has_cue, node.items))
        case Choice():
            return all(map(_has_cue, node.options))
        case Repeat():
            return node.least > 0 and _has_cue(node.item)
    return False


def refuse_many_steps(tree: Node) -> None:
    """Raises NotationError at the part with which the choices become too many.

    >>> from extractor.rulebook.notation import parse
    >>> refuse_many_steps(parse("tăng ... so với ... năm"))
    """
    _steps(tree, 1)


def _steps(node: Node, before: int) -> int:
    """The choices that are open after the node, where `before` were open before it."""
    match node:
        case Gap():
            return _checked(node, before * GAP_STEPS)
        case Rest():
            return _checked(node, before * REST_STEPS)
        case Repeat():
            inner = _steps(node.item, before)
            return _checked(node, inner * (node.most if _is_broad(node.item) else 1))
        case Choice():
            return max(_steps(option, before) for option in node.options)
        case Seq():
            for item in node.items:
                before = _steps(item, before)
    return before


def _is_broad(node: Node) -> bool:
    return isinstance(node, (Gap, Rest, Fill)) or (isinstance(node, Hole) and bool({"word", "name"} & {*node.kinds}))


def _checked(node: Node, steps: int) -> int:
    if steps > STEPS_MOST:
        raise NotationError(node.at, say("reach.slow", steps=str(steps)), say("reach.slow.mend"))
    return steps


def may_be_empty(node: Node) -> bool:
    """Whether a pattern may match nothing at all."""
    match node:
        case Repeat():
            return node.least == 0 or may_be_empty(node.item)
        case Seq():
            return all(map(may_be_empty, node.items))
        case Choice():
            return any(map(may_be_empty, node.options))
    return isinstance(node, (Gap, Edge, Fill, Ahead))


def refuse_nested_repeats(node: Node, inside: bool) -> None:
    """Raises NotationError where something that repeats holds something that repeats: matching must stay linear."""
    match node:
        case Gap() | Rest() if inside:
            raise NotationError(node.at, say("reach.gap_repeated"), say("reach.gap_repeated.mend"))
        case Repeat():
            if inside and node.most > 1:
                raise NotationError(node.at, say("reach.repeat_repeated"), say("reach.repeat_repeated.mend"))
            refuse_nested_repeats(node.item, inside or node.most > 1)
        case Seq():
            for item in node.items:
                refuse_nested_repeats(item, inside)
        case Choice():
            for option in node.options:
                refuse_nested_repeats(option, inside)
        case Ahead():
            refuse_nested_repeats(node.item, inside)
