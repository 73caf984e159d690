"""The carrier: one article's text, its sentences as atoms, and the marks laid on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from extractor.alphabet import Alphabet, kind_code


@dataclass(slots=True, eq=False)
class Mark:
    """A typed span found in a sentence: atoms `first` to `last` (half open), with the value that was read."""

    kind: str
    first: int
    last: int
    value: Any = None
    refinement: str | None = None
    rule: str | None = None

    @property
    def code(self) -> str:
        return kind_code(self.kind, self.refinement)


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence as atoms: offsets into the document's text, and one code point each (see `alphabet`).

    `plain` has one character an atom, each as if it were a word of its own; `signs` are the same characters one by one
    (to take one from a string makes a new string, and its hash, each time). `line` counts paragraphs from 0; `opens`
    says that the sentence is the first of its line. `join` tells the atoms that go on with a word. It is asked when
    `joins` or `codes` is first read: most of the cost of a sentence in which no rule has anything to look for lies
    there.
    """

    text: str
    start: int
    end: int
    starts: list[int]
    ends: list[int]
    atoms: list[str]
    signs: list[str]
    plain: str
    line: int
    opens: bool
    join: Callable[[Sentence], list[bool]]
    alphabet: Alphabet
    marks: list[Mark] = field(default_factory=list)
    _index: tuple[dict[int, list[Mark]], dict[int, list[Mark]]] | None = None
    _by_kind: dict[tuple[str, ...], list[Mark]] = field(default_factory=dict)
    _looked_up: list[Mark] | None = None
    _joins: list[bool] | None = None
    _codes: str | None = None

    @property
    def joins(self) -> list[bool]:
        """For each atom, and for the end behind the last, whether it goes on with the word of the one before it."""
        if self._joins is None:
            self._joins = [*self.join(self), False]
        return self._joins

    def alone(self, i: int) -> bool:
        """Whether atom i is a word of its own."""
        joins = self.joins
        return not (joins[i] or joins[i + 1])

    @property
    def codes(self) -> str:
        """`plain` with the syllables of longer words marked as glued, where a pattern tells them from words: what
        patterns are matched with."""
        if self._codes is None:
            self._codes = self.alphabet.codes(self.plain, self.joins)
        return self._codes

    def __len__(self) -> int:
        return len(self.atoms)

    def slice(self, first: int, last: int) -> str:
        """The text of atoms `first` to `last` (half open)."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""

    def atom(self, i: int) -> str:
        return self.atoms[i]

    def ends_word(self, last: int) -> bool:
        """Whether a word ends before atom `last`."""
        return not self.joins[last]

    def touches(self, i: int) -> bool:
        """Whether atom i follows the one before it without a space."""
        return 0 < i < len(self.starts) and self.starts[i] == self.ends[i - 1]

    def kind(self, *kinds: str) -> list[Mark]:
        """The marks of these kinds, left to right; the list is no caller's own."""
        if self._looked_up is not self.marks:
            self._forget()
        found = self._by_kind.get(kinds)
        if found is None:
            found = self._by_kind[kinds] = [m for m in self.marks if m.kind in kinds]
        return found

    def mark_from(self, i: int, *kinds: str) -> Mark | None:
        """The first mark of these kinds that begins at atom i."""
        found = self._ends_of(0).get(i)
        return next((m for m in found if m.kind in kinds), None) if found else None

    def mark_to(self, i: int, *kinds: str) -> Mark | None:
        """The first mark of these kinds that ends before atom i."""
        found = self._ends_of(1).get(i)
        return next((m for m in found if m.kind in kinds), None) if found else None

    def _ends_of(self, side: int) -> dict[int, list[Mark]]:
        """The marks by their first atom (side 0) or the atom after their last (side 1)."""
        if self._looked_up is not self.marks:
            self._forget()
        if self._index is None:
            self._index = ({}, {})
            for mark in self.marks:
                self._index[0].setdefault(mark.first, []).append(mark)
                self._index[1].setdefault(mark.last, []).append(mark)
        return self._index[side]

    def _forget(self) -> None:
        """Drop what was looked up before other marks were laid on the sentence."""
        self._by_kind, self._index, self._looked_up = {}, None, self.marks

    def add(self, marks: Iterable[Mark]) -> None:
        """Lay marks on the sentence, kept in order."""
        self.marks = sorted([*self.marks, *marks], key=lambda m: (m.first, -m.last))


@dataclass(slots=True, eq=False)
class Folded:
    """A sentence with chosen marks folded to one character each. `first[i]` is the atom at which character i begins."""

    codes: str
    first: list[int]
    marks: list[Mark | None]
    _present: frozenset[str] | None = None

    @property
    def present(self) -> frozenset[str]:
        """The characters that stand in it: most patterns need one that does not."""
        if self._present is None:
            self._present = frozenset(self.codes)
        return self._present

    def position(self, atom: int) -> int:
        """The character that covers this atom."""
        low, high = 0, len(self.first) - 1
        while low + 1 < high:
            middle = (low + high) // 2
            if self.first[middle] <= atom:
                low = middle
            else:
                high = middle
        return low


def fold_marks(sentence: Sentence, chosen: Iterable[Mark] | None = None) -> Folded:
    """Fold these marks of the sentence (all if None). Where marks overlap, the first and longest wins."""
    codes: list[str] = []
    first: list[int] = []
    marks: list[Mark | None] = []
    at = 0
    for mark in sentence.marks if chosen is None else chosen:
        if mark.first < at:
            continue
        codes.append(sentence.codes[at : mark.first])
        first.extend(range(at, mark.first))
        marks.extend([None] * (mark.first - at))
        codes.append(mark.code)
        first.append(mark.first)
        marks.append(mark)
        at = mark.last
    codes.append(sentence.codes[at:])
    first.extend(range(at, len(sentence)))
    marks.extend([None] * (len(sentence) - at))
    first.append(len(sentence))
    return Folded("".join(codes), first, marks)


@dataclass(slots=True, eq=False)
class Document:
    """One article on its way through the pipeline. `published` dates what the text leaves without a year."""

    text: str
    sentences: list[Sentence]
    published: date | None = None
    facts: dict[str, Any] = field(default_factory=dict)
