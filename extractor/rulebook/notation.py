"""The notation of patterns, a line of Vietnamese with holes, as a small tree.

đứng thứ                     these syllables
<place>  <subject=place|org> any mention of that kind or entry of that word list, kept in a slot or not
<on>                         the anchored number itself (slot rules)
<subject>  <np>              holes that code fills (see FILLS)
(a | b)   (a)?   <link>+     one of; may be absent; one to six
...                          up to a dozen syllables, never across , ; . :
^  $                         clause start, clause end
<action=...>                 keep the rest of the clause
=> (đạt | tăng)              what must follow but is no part of the match; ends the pattern
\\( \\) \\? \\|                  the mark itself
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeVar

from extractor.messages import say

FILLS = ("subject", "np")
ANCHOR = "on"
REPEAT_MOST = 6
_TOKEN = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<ahead>=>)"
    r"|(?P<gap>\.\.\.|…)"
    r"|(?P<hole><[^<>]*>)"
    r"|(?P<escape>\\[()|?+^$<>])"
    r"|(?P<operator>[()|?+^$])"
    r"|(?P<word>(?:[A-Za-zĐđ]{1,3}|[A-ZĐ]+)\d+|[^\W\d_]+)"
    r"|(?P<number>\d+)"
    r"|(?P<mark>[^\w\s<>\\])"
)
_HOLE = re.compile(r"<(?:(?P<slot>[a-z_]+)=)?(?P<kinds>\.\.\.|[a-z_][a-z_.0-9]*(?:\|[a-z_][a-z_.0-9]*)*)>")


class NotationError(ValueError):
    """A fault in a pattern; `at` counts characters from the pattern's start."""

    def __init__(self, at: int, what: str, mend: str | None = None) -> None:
        self.at, self.what, self.mend = at, what, mend
        super().__init__(f"{at}: {what}")


@dataclass(frozen=True, slots=True)
class Node:
    at: int


@dataclass(frozen=True, slots=True)
class Words(Node):
    """Syllables that must stand one after the other."""

    syllables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Punctuation(Node):
    sign: str


@dataclass(frozen=True, slots=True)
class Hole(Node):
    kinds: tuple[str, ...]
    slot: str | None = None


@dataclass(frozen=True, slots=True)
class Fill(Node):
    """A place that code fills: the subject to the left, the noun phrase that starts here."""

    name: str
    slot: str


@dataclass(frozen=True, slots=True)
class Rest(Node):
    slot: str


@dataclass(frozen=True, slots=True)
class Gap(Node):
    pass


@dataclass(frozen=True, slots=True)
class Ahead(Node):
    """What must follow the match."""

    item: Node


@dataclass(frozen=True, slots=True)
class Edge(Node):
    start: bool


@dataclass(frozen=True, slots=True)
class Sequence(Node):
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice(Node):
    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Repeat(Node):
    item: Node
    least: int
    most: int


T = TypeVar("T", bound=Node)


def leaves(node: Node, kind: type[T]) -> list[T]:
    """The parts of one kind in a tree, left to right.

    >>> [hole.slot for hole in leaves(parse("thứ (<rank=whole> | <rank=roman>)"), Hole)]
    ['rank', 'rank']
    """
    if isinstance(node, kind):
        return [node]
    if isinstance(node, Sequence):
        return [x for n in node.items for x in leaves(n, kind)]
    if isinstance(node, Choice):
        return [x for n in node.options for x in leaves(n, kind)]
    return leaves(node.item, kind) if isinstance(node, (Repeat, Ahead)) else []


def parse(pattern: str) -> Node:
    """The tree of a pattern.

    Raises NotationError with the character at which the pattern cannot be read.

    >>> parse("đứng thứ <rank=number>")
    Sequence(at=0, items=(Words(at=0, syllables=('đứng', 'thứ')), Hole(at=9, kinds=('number',), slot='rank')))
    """
    return _Parser(pattern).whole()


class _Parser:
    def __init__(self, pattern: str) -> None:
        self.tokens: list[tuple[str, str, int]] = []
        at = 0
        while at < len(pattern):
            m = _TOKEN.match(pattern, at)
            if not m:
                key = "pattern.open_hole" if pattern[at] == "<" else "pattern.unreadable"
                raise NotationError(at, say(key, sign=pattern[at]), say(f"{key}.mend", sign=pattern[at]))
            if m.lastgroup != "space":
                self.tokens.append((str(m.lastgroup), m[0], at))
            at = m.end()
        self.tokens.append(("end", "", len(pattern)))
        self.i = 0

    def whole(self) -> Node:
        node = self.choice()
        kind, text, at = self.tokens[self.i]
        if kind != "end":
            raise NotationError(at, say("pattern.closes_nothing", sign=text), say("pattern.closes_nothing.mend"))
        return node

    def choice(self) -> Node:
        at = self.tokens[self.i][2]
        options = [self.sequence()]
        while self.tokens[self.i][:2] == ("operator", "|"):
            self.i += 1
            options.append(self.sequence())
        return options[0] if len(options) == 1 else Choice(at, tuple(options))

    def sequence(self) -> Node:
        start = self.tokens[self.i][2]
        items: list[Node] = []
        while True:
            kind, text, at = self.tokens[self.i]
            if kind == "end" or (kind == "operator" and text in "|)"):
                break
            items.append(self.repeated(self.element(kind, text, at)))
        if not items:
            raise NotationError(start, say("pattern.empty"), say("pattern.empty.mend"))
        items = _join_words(items)
        return items[0] if len(items) == 1 else Sequence(start, tuple(items))

    def element(self, kind: str, text: str, at: int) -> Node:
        self.i += 1
        if kind == "word":
            return Words(at, (text,))
        if kind == "gap":
            return Gap(at)
        if kind == "ahead":
            return Ahead(at, self.sequence())
        if kind == "hole":
            return _hole(text, at)
        if kind in ("mark", "escape"):
            return Punctuation(at, text[-1])
        if kind == "number":
            raise NotationError(at, say("pattern.figure", figure=text), say("pattern.figure.mend"))
        if text == "(":
            inner = self.choice()
            if self.tokens[self.i][:2] != ("operator", ")"):
                raise NotationError(at, say("pattern.never_closed"), say("pattern.never_closed.mend"))
            self.i += 1
            return inner if not isinstance(inner, Words) else Sequence(at, (inner,))
        if text in "^$":
            return Edge(at, text == "^")
        raise NotationError(at, say("pattern.follows_nothing", sign=text), say("pattern.follows_nothing.mend"))

    def repeated(self, node: Node) -> Node:
        kind, text, _ = self.tokens[self.i]
        if kind == "operator" and text in "?+":
            self.i += 1
            return Repeat(node.at, node, 0 if text == "?" else 1, 1 if text == "?" else REPEAT_MOST)
        return node


def _join_words(items: list[Node]) -> list[Node]:
    """Neighbouring words become one cue; "(thứ)" alone stays what it is."""
    joined: list[Node] = []
    for item in items:
        last = joined[-1] if joined else None
        if isinstance(item, Words) and isinstance(last, Words):
            joined[-1] = Words(last.at, last.syllables + item.syllables)
        else:
            joined.append(item)
    return joined


def _hole(text: str, at: int) -> Node:
    m = _HOLE.fullmatch(text)
    if not m:
        raise NotationError(at, say("hole.form", hole=text), say("hole.form.mend"))
    slot, kinds = m["slot"], m["kinds"]
    if kinds == "...":
        if not slot:
            raise NotationError(at, say("hole.rest"), say("hole.rest.mend"))
        return Rest(at, slot)
    if kinds in FILLS:
        return Fill(at, kinds, slot or kinds)
    names = tuple(kinds.split("|"))
    if slot is None and all(n == ANCHOR or n.startswith(ANCHOR + ".") for n in names):
        slot = ANCHOR
    return Hole(at, names, slot)
