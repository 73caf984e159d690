"""A pattern's tree to one regular expression over a sentence's code points (see `alphabet`).

A cue of one syllable must be a word of its own, as the segmenter saw it ("giao" is not in "giao thông"); cues of
several syllables, and single ones beside another cue of the same pattern, may stand anywhere; so may one beside a
number of a date ("đầu năm 2019", where "đầu năm" is one word to the segmenter).
Every quantifier is bounded, and nothing that repeats may contain something that repeats: matching stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import regex

from extractor.alphabet import ATOM, KINDS, NAME, ROMAN, UNKNOWN, Alphabet
from extractor.messages import say
from extractor.rulebook.branches import longest_of
from extractor.rulebook.notation import (
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
    parse,
)
from extractor.rulebook.notation import Sequence as Seq
from extractor.rulebook.reach import may_be_empty, refuse_many_steps, refuse_nested_repeats
from extractor.rulebook.required import ANY_WORD, Resolver, commonness, required

GAP_MOST = 12
REST_MOST = 60
_STOPS = r",;.:\n"
_SYLLABLES = "[" + re.escape(UNKNOWN + NAME + ROMAN) + "\U00010000-\U0010ffff]"
FILL_PREFIX = "fill__"
_DATE_NUMBERS = frozenset({"day", "month", "year", "roman", "dotted_date"})


@dataclass(frozen=True)
class Pattern:
    """A pattern read. Of each set in `requires` every match holds a character; `needs` is the smallest of them
    (empty: no such set is known). They tell cheaply that a sentence cannot match.

    `regex` is made when a sentence first comes that may match: an article uses few of the patterns, and to make all
    takes a quarter of the time to the first record. By then every pattern has told which syllables it wants alone.
    """

    source: str
    tree: Node
    write: Callable[[Node], str]
    needs: frozenset[str]
    slots: frozenset[str]
    fills: tuple[tuple[str, str], ...] = ()
    requires: tuple[frozenset[str], ...] = ()

    def may_match(self, present: frozenset[str]) -> bool:
        """Whether a sentence that holds these characters may match."""
        if self.needs and self.needs.isdisjoint(present):
            return False
        return not any(map(present.isdisjoint, self.requires))

    @cached_property
    def regex(self) -> regex.Pattern[str]:
        return regex.compile(self.write(self.tree))


@dataclass(slots=True)
class Compiler:
    """Compiles patterns against one alphabet and its word lists."""

    alphabet: Alphabet
    resolve: Resolver
    names: Sequence[str] = ()
    _lists: dict[tuple[str, bool], str] = field(default_factory=dict)
    _told: set[str] = field(default_factory=set)

    def compile(self, source: str) -> Pattern:
        """Raises NotationError where a hole names nothing, or the pattern could match nothing or too much."""
        tree = parse(source)
        for words in leaves(tree, Words):
            self.alphabet.learn([" ".join(words.syllables)])
        if may_be_empty(tree):
            raise NotationError(0, say("reach.nothing"), say("reach.nothing.mend"))
        refuse_nested_repeats(tree, inside=False)
        refuse_many_steps(tree)
        self._tell_alone(tree, lone=True)
        holes: list[Hole | Rest | Fill] = [*leaves(tree, Hole), *leaves(tree, Rest), *leaves(tree, Fill)]
        slots = {hole.slot for hole in holes if hole.slot}
        fills = tuple((n.name, n.slot) for n in leaves(tree, Fill))
        requires = tuple(required(tree, self.alphabet, self.resolve))
        needs: frozenset[str] = min(requires, key=commonness, default=frozenset())
        return Pattern(source, tree, self.text, needs, frozenset(slots), fills, requires)

    def text(self, tree: Node) -> str:
        """The regular expression of a pattern."""
        return self._node(tree, lone=True)

    def parts(self, tree: Node) -> list[tuple[Node, str]]:
        """The elements of a pattern's line, each with its regex text: joined they are the whole pattern.

        For messages that say how far a pattern came.
        """
        if not isinstance(tree, Seq):
            return [(tree, self._node(tree, lone=True))]
        return [(item, self._node(item, alone)) for item, alone in self._items(tree, lone=True)]

    def _tell_alone(self, node: Node, lone: bool) -> None:
        """Tell the alphabet which syllables the pattern takes only as words of their own.

        Raises NotationError for a hole that names nothing.
        """
        match node:
            case Words() if lone and len(node.syllables) == 1:
                self.alphabet.tell_alone(self.alphabet.spell(node.syllables[0]))
            case Hole():
                for name in node.kinds:
                    if name not in KINDS:
                        self._tell_list_alone(node, name, lone)
            case Ahead() | Repeat():
                self._tell_alone(node.item, lone)
            case Choice():
                for option in node.options:
                    self._tell_alone(option, lone)
            case Seq():
                for item, alone in self._items(node, lone):
                    self._tell_alone(item, alone)

    def _tell_list_alone(self, hole: Hole, name: str, lone: bool) -> None:
        entries = self.resolve(name)
        if entries is None:
            raise NotationError(hole.at, say("hole.unknown", name=name), _did_you_mean(name, self.names))
        if lone and name not in self._told:
            self._told.add(name)
            for code in map(self.alphabet.spell, entries):
                if len(code) == 1:
                    self.alphabet.tell_alone(code)

    # --- code points -------------------------------------------------------------------------------------------

    def phrase(self, words: str, lone: bool) -> tuple[str, ...]:
        """A phrase as regex texts, one an atom; `lone`: a single syllable must be a word of its own."""
        atoms = ATOM.findall(words)
        free = [self.alphabet.free(a) for a in atoms]
        if len(atoms) == 1 and lone:
            return (regex.escape(free[0]),)
        pairs = zip(free, [self.alphabet.glued(a) for a in atoms], strict=True)
        return tuple([regex.escape(f) if f == g else f"[{f}{g}]" for f, g in pairs])

    def _words(self, name: str, lone: bool) -> str:
        key = (name, lone)
        if key not in self._lists:
            self._lists[key] = longest_of(self.phrase(w, lone) for w in self.resolve(name) or ())
        return self._lists[key]

    def _options(self, choice: Choice, lone: bool) -> str:
        """The first option that matches; where all are words and none hides a later, longer one, the longest."""
        if all(isinstance(o, (Words, Punctuation)) for o in choice.options):
            said = [
                self.phrase(" ".join(o.syllables) if isinstance(o, Words) else o.sign, lone)
                for o in choice.options
                if isinstance(o, (Words, Punctuation))
            ]
            if not any(later[: len(said[i])] == said[i] for i in range(len(said)) for later in said[i + 1 :]):
                return longest_of(said)
        return "(?:" + "|".join(self._node(o, lone) for o in choice.options) + ")"

    def _hole(self, hole: Hole, lone: bool) -> str:
        kinds, lists = [], []
        for name in hole.kinds:
            if name == ANY_WORD:
                lists.append(_SYLLABLES)
            elif name in KINDS:
                kinds.append(KINDS[name])
            else:
                lists.append(self._words(name, lone))
        options = lists + (["[" + regex.escape("".join(kinds)) + "]"] if kinds else [])
        return options[0] if len(options) == 1 else "(?:" + "|".join(options) + ")"

    # --- the tree ----------------------------------------------------------------------------------------------

    def _node(self, node: Node, lone: bool) -> str:
        match node:
            case Words():
                return "".join(self.phrase(" ".join(node.syllables), lone))
            case Punctuation():
                return regex.escape(self.alphabet.free(node.sign))
            case Hole():
                text = self._hole(node, lone)
                return f"(?P<{node.slot}>{text})" if node.slot else text
            case Fill():
                return f"(?P<{FILL_PREFIX}{node.slot}>)"
            case Rest():
                return f"(?P<{node.slot}>[^{_STOPS}]{{1,{REST_MOST}}})"
            case Gap():
                return f"[^{_STOPS}]{{0,{GAP_MOST}}}?"
            case Ahead():
                return f"(?={self._node(node.item, lone)})"
            case Edge():
                return '(?:^|(?<=[,;:.("]))' if node.start else '(?=[,;:.)"…]|$)'
            case Repeat():
                text = self._node(node.item, lone)
                return f"(?:{text})?" if node.most == 1 else f"(?:{text}){{{node.least},{node.most}}}"
            case Choice():
                return self._options(node, lone)
            case Seq():
                return "".join(self._node(item, alone) for item, alone in self._items(node, lone))
        raise TypeError(node)

    def _items(self, sequence: Seq, lone: bool) -> Iterator[tuple[Node, bool]]:
        """The items of a sequence, and for each whether a single syllable in it must be a word of its own."""
        for i, item in enumerate(sequence.items):
            yield item, lone and not self._beside_cue(sequence, i)

    def _beside_cue(self, sequence: Seq, i: int) -> bool:
        """Whether the neighbour of item i is a cue too: then the segmenter may have glued the two to one word."""
        near = [sequence.items[j] for j in (i - 1, i + 1) if 0 <= j < len(sequence.items)]
        return any(self._is_cue(n) for n in near)

    def _is_cue(self, node: Node) -> bool:
        if isinstance(node, Hole):
            return all(k not in KINDS or k.startswith("date.") or k in _DATE_NUMBERS for k in node.kinds)
        if isinstance(node, Choice):
            return all(self._is_cue(o) for o in node.options)
        return isinstance(node, Words)


def _did_you_mean(name: str, names: Sequence[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, [*names, *KINDS], n=1)
    return say("mend.close", name=f"<{close[0]}>") if close else say("hole.unknown.mend", name=name)
