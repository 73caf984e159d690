"""A sentence as the entity grammar reads it: its atoms as written, and the case of each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from extractor.alphabet import ATOM, Alphabet
from extractor.document import Sentence

ACRONYM, CAPITAL, LOWER, FIGURE, MARK = "A", "C", "l", "0", "."
_NAME_RUN: Final = re.compile("[AC]+")
_CASES: dict[str, str] = {}
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


@dataclass(slots=True)
class View:
    """A sentence with its atoms as strings and one case character for each."""

    sentence: Sentence
    atoms: list[str]
    cases: str

    @classmethod
    def of(cls, sentence: Sentence) -> View:
        text = sentence.text
        atoms = [text[s:e] for s, e in zip(sentence.starts, sentence.ends, strict=True)]
        if len(_CASES) > _REMEMBERED:
            _CASES.clear()
        cases = []
        for atom in atoms:
            case = _CASES.get(atom)
            if case is None:
                case = _CASES[atom] = case_of(atom)
            cases.append(case)
        return cls(sentence, atoms, "".join(cases))

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
        return self.sentence.ends[i - 1] == self.sentence.starts[i]

    def glued(self, i: int) -> bool:
        """Whether atom i belongs to a word of several syllables."""
        return self.sentence.codes[i] != self.sentence.plain[i]

    def run(self, i: int) -> int:
        """The atom after the capitalised syllables that begin at i."""
        m = _NAME_RUN.match(self.cases, i)
        return m.end() if m else i

    def text(self, first: int, last: int) -> str:
        return self.sentence.slice(first, last)


def first_codes(alphabet: Alphabet, phrases: Iterable[str]) -> set[str]:
    """The codes with which the phrases begin: where none of them stands, no phrase needs to be looked up."""
    codes = set()
    for phrase in phrases:
        m = ATOM.search(phrase)
        if m:
            codes.add(alphabet.free(m[0]))
    return codes
