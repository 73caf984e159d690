"""The names of an article, for subjects that a sentence leaves to what was said before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain, islice
from operator import attrgetter
from typing import NamedTuple

from extractor.document import Document, Mark, Sentence
from extractor.rankings.names import NAMES, name_text, names
from extractor.rulebook.book import Rulebook
from extractor.rulebook.tables import Level

_NAME_MOST = 4
_BACK = 3
"""Sentences back within which a name still holds."""


class NameWords:
    """The words that tell general words from names, levels and the nation at home."""

    def __init__(self, book: Rulebook) -> None:
        self.pronouns = book.phrases("rank_pronouns")
        self.home = book.words("home_country")
        self.levels = {word.lower(): row for row in book.rows("levels", Level) for word in row.words}


class _Said(NamedTuple):
    """A body as it is named: the number of the sentence, the atom after it, its words."""

    sentence: int
    last: int
    text: str


_SENTENCE = attrgetter("sentence")


class Memory:
    """Looks up the names of one article."""

    def __init__(self, words: NameWords, document: Document) -> None:
        self._document = document
        self._words = words
        self._by_word: dict[str, list[_Said]] | None = None

    def before(self, at: int) -> str | None:
        """The first name of the sentences before sentence number `at`, the nearest first; else of the title."""
        sentences = self._document.sentences
        for j in range(at - 1, max(-1, at - 1 - _BACK), -1):
            if sentences[j].line == sentences[at].line and (name := self._first(sentences[j])):
                return name
        return self._first(sentences[0]) if at > 0 else None

    def country(self) -> str | None:
        """The nation that competes: the article's own where it is named, else the only country that is."""
        home = next((word for word in self._words.home if word in self._document.text), None)
        if home is not None:
            return home
        named = {name_text(s, m) for s in self._document.sentences for m in s.marks if m.refinement == "country"}
        return named.pop() if len(named) == 1 else None

    def general(self, word: str, at: int, atom: int) -> str | None:
        """The one that a general word ("tỉnh", "Thành phố", "huyện") means: the nearest name of that level.

        In sentence number `at` only what stands before the atom counts.
        """
        level = self._words.levels.get(word)
        named = self._said_with(word, at, atom) if level is not None else None
        if named is not None or level is None or level.level != "province":
            return named
        for s, end in self._around(at, atom):
            for mark in self._proper(s):
                if mark.refinement in ("province", "city") and mark.last <= end:
                    return name_text(s, mark)
        return None

    def fuller(self, name: str | None, at: int, atom: int) -> str | None:
        """The name as it was said in full before: "Cổng" is the "Cổng TTĐT tỉnh" of the same sentence or one before."""
        if name is None or not name[0].isupper():
            return name
        said = self._bodies().get(name.split(" ")[0], [])
        here = bisect_left(said, at, key=_SENTENCE)
        behind = bisect_left(said, at + 1, key=_SENTENCE)
        own = (one for one in said[here:behind] if one.last <= atom)
        for one in chain(own, _nearest_first(said, here), islice(said, behind, None)):
            if one.text.startswith(name + " "):
                return one.text
        return name

    def _bodies(self) -> dict[str, list[_Said]]:
        """The bodies of the article by their first word, in order."""
        if self._by_word is None:
            self._by_word = {}
            for k, s in enumerate(self._document.sentences):
                for mark in s.kind("organization"):
                    text = name_text(s, mark)
                    self._by_word.setdefault(text.split(" ")[0], []).append(_Said(k, mark.last, text))
        return self._by_word

    def _said_with(self, word: str, at: int, atom: int) -> str | None:
        """The name that the word stands before ("tỉnh | Lạng Sơn"), nearest to sentence number `at`."""
        for s, end in self._around(at, atom):
            for j in range(end - 1):
                if s.atom(j).lower() == word and _is_capital(s.atom(j + 1)):
                    last = j + 1
                    while last < len(s) and last - j <= _NAME_MOST and _is_capital(s.atom(last)):
                        last += 1
                    return s.slice(j, last)
        return None

    def _around(self, at: int, atom: int) -> Iterator[tuple[Sentence, int]]:
        """The sentences from number `at` back to the first, then those behind it, each with the atom where it ends."""
        sentences = self._document.sentences
        yield sentences[at], atom
        for s in [*reversed(sentences[:at]), *sentences[at + 1 :]]:
            yield s, len(s)

    def is_country(self, name: str | None) -> bool:
        """Whether the article marks this name as a country."""
        return any(
            m.refinement == "country" and name_text(s, m) == name for s in self._document.sentences for m in s.marks
        )

    def _first(self, s: Sentence) -> str | None:
        """The first place of a sentence by name, else its first body."""
        for kind in NAMES:
            for mark in self._proper(s):
                if mark.kind == kind:
                    return name_text(s, mark)
        return None

    def _proper(self, s: Sentence) -> Iterator[Mark]:
        """The names of a sentence that are no general words with a capital ("Thành phố")."""
        for mark in names(s):
            general = self._words.pronouns.at(s, mark.first)
            if general is None or general[0] < mark.last:
                yield mark


def _nearest_first(said: list[_Said], before: int) -> Iterator[_Said]:
    """The first so many of them, the last sentence first, those of one sentence as they stand."""
    while before:
        first = bisect_left(said, said[before - 1].sentence, hi=before, key=_SENTENCE)
        yield from said[first:before]
        before = first


def _is_capital(atom: str) -> bool:
    """A capitalised syllable, no acronym: names are written so, "tỉnh UBND" is none."""
    return atom[0].isupper() and (len(atom) == 1 or not atom.isupper())
