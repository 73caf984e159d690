"""The rulebook: tables, word lists and rules of one or more folders, compiled against one alphabet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from extractor.alphabet import ATOM, Alphabet
from extractor.document import Sentence
from extractor.rulebook.reading import ListPlace, RowPlace
from extractor.rulebook.rules import Rule
from extractor.rulebook.tables import Row

_DIGIT = re.compile(r"\d")
T = TypeVar("T")
R = TypeVar("R", bound=Row)


@dataclass(slots=True)
class Rulebook:
    """Everything linguistic. `version` names the exact contents: it changes with any byte of any rule file.

    `switched_off` holds the reason by the rule's id; `places` says where each row of a table stands, `list_places`
    where each word list, `confidence` how right packaged rules were on annotated articles, where that was measured.
    """

    alphabet: Alphabet
    tables: Mapping[str, list[Row]]
    lists: Mapping[str, list[str]]
    rules: list[Rule]
    version: str
    switched_off: dict[str, str] = field(default_factory=dict)
    places: Sequence[RowPlace] = ()
    list_places: Sequence[ListPlace] = ()
    confidence: Mapping[str, float] = field(default_factory=dict)

    def rows(self, name: str, model: type[R]) -> list[R]:
        """The rows of a table; `model` is its row model."""
        return [row for row in self.tables.get(name, ()) if isinstance(row, model)]

    def words(self, *names: str) -> list[str]:
        """The entries of word lists, joined."""
        return [word for name in names for word in self.lists[name]]

    def table(self, name: str, model: type[R]) -> Phrases[R]:
        """The words of a table as phrases that lead to their rows."""
        return Phrases(self.alphabet, ((word, row) for row in self.rows(name, model) for word in row.words))

    def phrases(self, *names: str) -> Phrases[str]:
        """Word lists as phrases that lead to themselves."""
        return Phrases(self.alphabet, ((word, word) for word in self.words(*names)))

    def of(self, kind: str, target: str, slot: str | None = None) -> list[Rule]:
        """The rules of one kind for one target (and slot), in order."""
        return [r for r in self.rules if r.kind == kind and r.target == target and (slot is None or r.slot == slot)]


class Phrases(Generic[T]):
    """Phrases of one or more syllables that are looked up in sentences, each leading to a value.

    A phrase of one syllable must be a word of its own as the segmenter saw it, unless `loose`. Figures in a phrase
    ("quận 1") must be those figures, though the alphabet knows them only by shape.
    """

    def __init__(self, alphabet: Alphabet, items: Iterable[tuple[str, T]], *, loose: bool = False) -> None:
        self._loose = loose
        self._values: dict[str, T] = {}
        self._by_figures: dict[str, dict[tuple[str, ...], T]] = {}
        spell = alphabet.spell
        for phrase, value in items:
            if not (code := spell(phrase)):
                continue
            self._values.setdefault(code, value)
            if _DIGIT.search(phrase) and (figures := _figures(ATOM.findall(phrase))):
                self._by_figures.setdefault(code, {}).setdefault(figures, value)
        # The lengths of the phrases that begin with a code, longest first: only these are tried.
        self._from = _lengths((code[0], len(code)) for code in self._values)

    # What only some of the readers ask for is made when they do.

    @cached_property
    def _to(self) -> dict[str, tuple[int, ...]]:
        """The lengths of the phrases that end with a code, longest first."""
        return _lengths((code[-1], len(code)) for code in self._values)

    @cached_property
    def _first(self) -> re.Pattern[str]:
        """A code with which a phrase begins."""
        return re.compile("[" + re.escape("".join(self._from)) + "]" if self._from else "(?!)")

    def __len__(self) -> int:
        return len(self._values)

    def at(self, sentence: Sentence, i: int) -> tuple[int, T] | None:
        """The longest phrase that begins at atom i: (atom after it, value)."""
        signs = sentence.signs
        lengths = self._from.get(signs[i]) if 0 <= i < len(signs) else None
        if lengths is None:
            return None
        plain = sentence.plain
        for length in lengths:
            last = i + length
            value = self._values.get(plain[i:last])
            if value is None or last > len(plain):
                continue
            if self._by_figures:
                value = self._value(sentence, i, last)
            if value is not None and (length > 1 or self._loose or sentence.alone(i)):
                return last, value
        return None

    def may_stand(self, sentence: Sentence) -> bool:
        """Whether a first syllable of the phrases stands in the sentence; where none does, `find` finds nothing."""
        return self._first.search(sentence.plain) is not None

    def before(self, sentence: Sentence, i: int, *, unbroken: bool = False) -> tuple[int, T] | None:
        """The longest phrase that ends before atom i: (its first atom, value).

        If `unbroken`, one that begins inside a word ("thực | hiện là") gives way to a shorter one ("là").
        """
        lengths = self._to.get(sentence.signs[i - 1]) if i else None
        inside: tuple[int, T] | None = None
        for length in lengths or ():
            value = self._value(sentence, i - length, i) if length <= i else None
            if value is None or not self._whole(sentence, i - length, length):
                continue
            if not (unbroken and sentence.joins[i - length]):
                return i - length, value
            inside = inside or (i - length, value)
        return inside

    def find(self, sentence: Sentence, first: int = 0, last: int | None = None) -> list[tuple[int, int, T]]:
        """All phrases from left to right, the longest at each place, none overlapping: (first, last, value)."""
        found: list[tuple[int, int, T]] = []
        i, end = first, len(sentence) if last is None else last
        while candidate := self._first.search(sentence.plain, i, end):
            i = candidate.start()
            hit = self.at(sentence, i)
            if hit and hit[0] <= end:
                found.append((i, *hit))
                i = hit[0]
            else:
                i += 1
        return found

    def _value(self, sentence: Sentence, first: int, last: int) -> T | None:
        code = sentence.plain[first:last]
        figured = self._by_figures.get(code) if self._by_figures else None
        if figured is None:
            return self._values.get(code)
        return figured.get(_figures([sentence.atom(k) for k in range(first, last)])) if last <= len(sentence) else None

    def _whole(self, sentence: Sentence, i: int, length: int) -> bool:
        return length > 1 or self._loose or sentence.alone(i)


def _figures(atoms: Iterable[str]) -> tuple[str, ...]:
    return tuple([atom for atom in atoms if atom[0].isdigit()])


def _lengths(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for code, length in pairs:
        lengths = found.get(code, ())
        if length not in lengths:
            found[code] = tuple(sorted((*lengths, length), reverse=True))
    return found
