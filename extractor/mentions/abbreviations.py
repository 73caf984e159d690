"""Abbreviations: those that the article defines ("thủ tục hành chính (TTHC)") before those of the table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from extractor.alphabet import ATOM
from extractor.mentions.view import ACRONYM, CAPITAL, LOWER, View
from extractor.normalize import fold
from extractor.rulebook.book import Rulebook
from extractor.rulebook.tables import Abbreviation

_JOINTS = ("&", "-", "–", ".", "/")


@dataclass(slots=True)
class Glossary:
    """Abbreviations by their atoms as written; the longest is looked up first. `growth` are those of which a
    percentage tells the growth."""

    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    growth: frozenset[str] = frozenset()

    def add(self, abbreviation: str, expansion: str) -> None:
        """Learn one; a later one replaces an earlier one that is spelt the same."""
        atoms = tuple(ATOM.findall(abbreviation))
        entries = [e for e in self.by_first.get(atoms[0], []) if e[0] != atoms]
        entries.append((atoms, expansion))
        self.by_first[atoms[0]] = sorted(entries, key=lambda e: -len(e[0]))

    def at(self, view: View, i: int) -> tuple[int, str] | None:
        """The abbreviation at atom i: (atom after it, its expansion)."""
        for atoms, expansion in self.by_first.get(view.atoms[i], ()):
            last = i + len(atoms)
            if tuple(view.atoms[i:last]) == atoms and all(view.joined(k) for k in range(i + 1, last)):
                return last, expansion
        return None

    def over(self, local: Glossary) -> Glossary:
        """This glossary with the entries of `local` before its own."""
        joined = Glossary(dict(self.by_first), self.growth)
        for entries in local.by_first.values():
            for atoms, expansion in entries:
                joined.add("".join(atoms), expansion)
        return joined

    def expand(self, text: str, but: frozenset[str] = frozenset()) -> str:
        """The text with each abbreviation written out, `but` for those that have several readings.

        >>> g = Glossary(); g.add("UBND", "Ủy ban nhân dân"); g.expand("UBND tỉnh")
        'Ủy ban nhân dân tỉnh'
        """
        out, end, at = [], 0, 0
        pieces = list(ATOM.finditer(text))
        while at < len(pieces):
            for atoms, expansion in self.by_first.get(pieces[at][0], ()):
                stretch = pieces[at : at + len(atoms)]
                if "".join(atoms) not in but and tuple(p[0] for p in stretch) == atoms and _unspaced(stretch):
                    out.append(text[end : stretch[0].start()] + expansion)
                    end = stretch[-1].end()
                    at += len(atoms) - 1
                    break
            at += 1
        return "".join(out) + text[end:]


class AbbreviationFinder:
    """Learns an article's own abbreviations and finds all of them."""

    def __init__(self, book: Rulebook) -> None:
        self.table = Glossary()
        rows = book.rows("abbreviations", Abbreviation)
        for row in rows:
            for word in row.words:
                self.table.add(word, row.expansion)
        self.table.growth = frozenset(word for row in rows if row.growth for word in row.words)
        self._links = frozenset(fold(word) for word in book.words("abbreviation_links"))
        self._openers = book.phrases("abbreviation_openers")

    def glossary(self, views: list[View]) -> Glossary:
        """The table with the article's own definitions laid over it."""
        local = Glossary()
        for view in views:
            for abbreviation, expansion in self._definitions(view):
                local.add(abbreviation, expansion)
        return self.table.over(local) if local.by_first else self.table

    def _definitions(self, view: View) -> Iterator[tuple[str, str]]:
        """Each "words (ABC)" or "ABC (words)" of a sentence whose initials agree."""
        at = 0
        while (at := view.cases.find(".", at)) >= 0:
            if view.atoms[at] == "(" and at:
                yield from self._defined(view, at)
            at += 1

    def _defined(self, view: View, bracket: int) -> Iterator[tuple[str, str]]:
        opener = self._openers.at(view.sentence, bracket + 1)
        first = opener[0] if opener else bracket + 1
        last = first
        while last < len(view) and view.atoms[last] not in (")", ";", ",") and last - first < 8:
            last += 1
        if view.atom(last) not in (")", ";", ",") or last == first:
            return
        inside = view.cases[first:last]
        if ACRONYM in inside and LOWER not in inside and self._compact(view, first, last):
            start = self._initials(view, first, last, bracket)
            if start is not None:
                yield view.text(first, last), view.text(start, bracket)
        elif view.case(bracket - 1) == ACRONYM:
            start = self._initials(view, bracket - 1, bracket, last)
            if start == first:
                yield view.text(bracket - 1, bracket), view.text(first, last)

    @staticmethod
    def _compact(view: View, first: int, last: int) -> bool:
        return all(view.cases[k] in (ACRONYM, CAPITAL) or view.atoms[k] in _JOINTS for k in range(first, last))

    def _initials(self, view: View, first: int, last: int, end: int) -> int | None:
        """Where the words that end before `end` begin, if their initials are the letters of atoms first to last."""
        letters = [c for k in range(first, last) if view.atoms[k].isalpha() for c in view.atoms[k]]
        if len(letters) < 2:
            return None
        at = end
        for letter in reversed(letters):
            at -= 1
            while at >= 0 and not self._begins(view.atoms[at], letter):
                if view.atoms[at].isalpha() and fold(view.atoms[at]) not in self._links:
                    return None
                at -= 1
            if at < 0:
                return None
        return at

    @staticmethod
    def _begins(word: str, letter: str) -> bool:
        return word[0].isalpha() and _plain(word[0]) == _plain(letter)


def _unspaced(atoms: list[re.Match[str]]) -> bool:
    """Whether nothing stands between the atoms."""
    return all(left.end() == right.start() for left, right in pairwise(atoms))


def _plain(letter: str) -> str:
    """A letter as a capital without its marks; đ stays đ.

    >>> _plain("ứ"), _plain("đ")
    ('U', 'Đ')
    """
    return unicodedata.normalize("NFD", letter.upper())[0]
