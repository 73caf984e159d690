"""A sentence as the entity grammar reads it: its atoms as written, and the case of each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from extractor.alphabet import ATOM, Alphabet
from extractor.document import Sentence
from extractor.normalize import fold

ACRONYM, CAPITAL, LOWER, FIGURE, MARK = "A", "C", "l", "0", "."
_OPENERS: Final = frozenset('"“”‘’(.:!?…-–—')
_NAME_RUN: Final = re.compile("[AC]+")
_REMEMBERED: Final = 100_000  # distinct atoms whose case is kept; bounds memory over a long run


def case_of(atom: str) -> str:
    """How an atom is written.

    >>> "".join(case_of(a) for a in ("UBND", "Hà", "tỉnh", "2019", ","))
    'ACl0.'
    """
    if atom[0].isalpha():
        if not atom[0].isupper():
            return LOWER
        return ACRONYM if len(atom) > 1 and atom[1].isupper() else CAPITAL
    return FIGURE if atom[0].isdigit() else MARK


class _Cases(dict[str, str]):
    """The case of each atom seen so far."""

    def __missing__(self, atom: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        case = self[atom] = case_of(atom)
        return case


_CASES: Final = _Cases()


@dataclass(slots=True)
class View:
    """A sentence with its atoms as strings and one case character for each. `year` is that of the article's day."""

    sentence: Sentence
    atoms: list[str]
    cases: str
    year: int | None = None

    @classmethod
    def of(cls, sentence: Sentence, day: date | None = None) -> View:
        """The view of a sentence of an article of that day."""
        cases = "".join(map(_CASES.__getitem__, sentence.atoms))
        return cls(sentence, sentence.atoms, cases, day.year if day else None)

    def __len__(self) -> int:
        return len(self.atoms)

    def case(self, i: int) -> str:
        """The case of atom i, "" beyond the sentence."""
        return self.cases[i] if 0 <= i < len(self.cases) else ""

    def upper(self, i: int) -> bool:
        """Whether atom i begins with a capital.

        A sentence's first word does too, which proves nothing; callers know where they stand.
        """
        return self.case(i) in (ACRONYM, CAPITAL) if i < len(self.cases) else False

    def atom(self, i: int) -> str:
        """Atom i as written, "" beyond the sentence."""
        return self.atoms[i] if 0 <= i < len(self.atoms) else ""

    def joined(self, i: int) -> bool:
        """Whether nothing separates atoms i - 1 and i ("NN&PTNT", "TP.HCM")."""
        return self.sentence.touches(i)

    def stands(self, first: int, last: int) -> bool:
        """Whether a phrase looked up loosely is one: a single syllable is a word of its own, or a name follows it.

        The segmenter glues "Sở" to "Sở Y tế"; in "Sở hữu" it is no body.
        """
        return self.sentence.alone(first) or last - first > 1 or (self.upper(first) and self.upper(last))

    def opens(self, i: int) -> bool:
        """Whether a sentence, a quotation or a heading begins at atom i, so that its capital proves nothing."""
        return i == 0 or self.atoms[i - 1] in _OPENERS

    def run(self, i: int) -> int:
        """The atom after the capitalised syllables that begin at i."""
        m = _NAME_RUN.match(self.cases, i)
        return m.end() if m else i

    def text(self, first: int, last: int) -> str:
        return self.sentence.slice(first, last)


def fold_phrase(words: str) -> str:
    """A phrase in the form under which phrases are compared."""
    return " ".join(fold(atom) for atom in ATOM.findall(words))


def spelt(alphabet: Alphabet, phrase: str) -> str:
    """The codes of a phrase, as they stand in `Sentence.plain`."""
    return alphabet.spell(phrase)


def openings(alphabet: Alphabet, phrases: Iterable[str]) -> set[str]:
    """The codes of the first two syllables of each phrase (of its only one): elsewhere no phrase can begin."""
    return {code for phrase in phrases if (code := spelt(alphabet, phrase)[:2])}
