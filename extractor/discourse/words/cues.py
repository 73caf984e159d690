"""Which of the words that steer a speech stand where in a sentence: one pass over all tables of discourse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final

from extractor.discourse.words.roles import LISTS, ORDERING, SPEECH, Role
from extractor.document import Mark, Sentence
from extractor.rulebook.book import Rulebook
from extractor.rulebook.tables import SpeechVerb

_KIND: Final = 2
"""Syllables of a paper's kind."""


@dataclass(slots=True, eq=False)
class Cue:
    """A word of a table at atoms `first` to `last`; `verb` is the row of a speech verb.

    Not frozen: there are hundreds in an article, and a frozen one costs four times as much to make.
    """

    first: int
    last: int
    word: str
    verb: SpeechVerb | None = None

    def __len__(self) -> int:
        return self.last - self.first


@dataclass(slots=True, eq=False)
class Word:
    """A word of the tables, so many atoms long, with the roles that it has: `cues` leads from each to the word."""

    text: str
    length: int
    verb: SpeechVerb | None = None
    cues: dict[Role, Word] = field(default_factory=dict)

    def cue(self, i: int) -> Cue:
        """The word where it stands at atom i."""
        return Cue(i, i + self.length, self.text, self.verb)


_NONE: Final[list[Cue]] = []


@dataclass(slots=True)
class Line:
    """A sentence with the words of discourse at each atom, and the marks. `plain` and `signs` are the sentence's own.

    Most of the words are never asked for, so a cue is made when it is.
    """

    sentence: Sentence
    index: int
    covers: list[Mark | None]
    plain: str
    signs: list[str]
    lit: dict[int, dict[Role, Word]] = field(default_factory=dict)
    """for each atom at which a word begins, left to right, the longest of each role"""
    ends: dict[int, list[int]] = field(default_factory=dict)
    """for each atom before which a word ends, where such words begin, left to right"""
    roles: frozenset[Role] = frozenset()
    """of all words that stand in it"""
    seams: list[int] | None = None
    """what `glue.seams` found"""
    _of: dict[Role, list[Cue]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.covers)

    def at(self, role: Role, i: int) -> Cue | None:
        """The cue of this role that begins at atom i."""
        here = self.lit.get(i)
        if here is None or role not in here:
            return None
        word = here[role]
        return Cue(i, i + word.length, word.text, word.verb)

    def any_at(self, i: int, *roles: Role) -> Cue | None:
        """The longest cue of any of these roles that begins at atom i."""
        here = self.lit.get(i)
        if here is None:
            return None
        best: Word | None = None
        for role in roles:
            if role in here and (best is None or here[role].length > best.length):
                best = here[role]
        return None if best is None else Cue(i, i + best.length, best.text, best.verb)

    def before(self, role: Role, i: int) -> Cue | None:
        """The longest cue of this role that ends before atom i."""
        for k in self.ends.get(i, ()):
            word = self.lit[k].get(role)
            if word is not None and k + word.length == i:
                return Cue(k, i, word.text, word.verb)
        return None

    def next(self, role: Role, first: int, last: int) -> Cue | None:
        """The first cue of this role that begins at atoms `first` to `last`."""
        return next((cue for cue in self.of(role) if first <= cue.first < last), None)

    def of(self, role: Role) -> list[Cue]:
        """All cues of this role, left to right; the list is no caller's own."""
        if role not in self.roles:
            return _NONE
        found = self._of.get(role)
        if found is None:
            found = self._of[role] = [words[role].cue(i) for i, words in self.lit.items() if role in words]
        return found

    def within(self, role: Role, first: int, last: int) -> Iterator[Cue]:
        """The cues of this role inside atoms `first` to `last`, left to right."""
        for cue in self.of(role):
            if cue.first >= first and cue.last <= last:
                yield cue

    def has(self, role: Role, first: int, last: int) -> bool:
        """Whether a cue of this role lies inside atoms `first` to `last`."""
        return role in self.roles and any(cue.first >= first and cue.last <= last for cue in self.of(role))

    def char(self, i: int) -> str:
        """The folded code of atom i: itself for punctuation, "" beyond the sentence."""
        return self.signs[i] if 0 <= i < len(self.signs) else ""

    def mark_at(self, i: int) -> Mark | None:
        """The person, body, place, document or period that covers atom i."""
        return self.covers[i] if 0 <= i < len(self.covers) else None


class CueTable:
    """All tables of discourse in one lookup."""

    def __init__(self, book: Rulebook) -> None:
        self._words: dict[str, Word] = {}
        self._starts: dict[str, _Start] = {}
        spell = book.alphabet.spell
        entries: list[tuple[Role, str, SpeechVerb | None]]
        entries = [(name, word, None) for name in LISTS for word in book.words(name)]
        entries += [(SPEECH, word, row) for row in book.rows(SPEECH, SpeechVerb) for word in row.words]
        for role, text, row in entries:
            code = spell(text)
            word = self._words.setdefault(code, Word(text, len(code)))
            if role not in word.cues:
                word.cues[role] = word
                word.verb = word.verb or row
            start = self._starts.setdefault(code[0], _Start())
            if len(code) == 1:
                start.alone = word
            elif len(code) not in (lengths := start.longer.get(code[1], ())):
                start.longer[code[1]] = tuple(sorted([*lengths, len(code)]))

    def read(self, sentence: Sentence, index: int) -> Line:
        """The sentence with its cues. A cue of one syllable must be a word of its own."""
        plain, signs, joins = sentence.plain, sentence.signs, sentence.joins
        line = Line(sentence, index, covers(sentence), plain, signs)
        words, end = self._words, len(plain)
        marked, lit, ends = line.covers, line.lit, line.ends
        following = iter(signs)
        next(following, None)
        for i, (start, second) in enumerate(zip_longest(map(self._starts.get, signs), following)):
            if start is None or marked[i] is not None:
                continue  # no cue, or inside a name
            word = start.alone
            if word is not None:
                joined = joins[i + 1] or (joins[i] and marked[i - 1] is None)  # a name's end is the end of a word
                if not joined or _own(sentence, i):
                    lit[i] = word.cues
                    ends.setdefault(i + 1, []).append(i)
            for length in start.longer.get(second, ()):
                last = i + length
                word = words.get(plain[i:last]) if last <= end else None
                if word is not None and marked[last - 1] is None:
                    lit[i] = {**lit[i], **word.cues} if i in lit else word.cues
                    ends.setdefault(last, []).append(i)
        self._papers(line)
        line.roles = frozenset().union(*lit.values())
        return line

    def _papers(self, line: Line) -> None:
        """Note the papers that order by their kind, though a name covers it: "Chỉ thị số 16/CT-TTg"."""
        for mark in line.sentence.kind("document"):
            word = self._words.get(line.plain[mark.first : mark.first + _KIND])
            if word is not None and ORDERING in word.cues:
                line.lit[mark.first] = {ORDERING: Word(word.text, mark.last - mark.first)}


@dataclass(slots=True)
class _Start:
    """What may begin with a syllable: the phrase that it is by itself, and how long those are that go on with each
    second syllable, shortest first."""

    alone: Word | None = None
    longer: dict[str | None, tuple[int, ...]] = field(default_factory=dict)


def covers(sentence: Sentence) -> list[Mark | None]:
    """The outermost mark over each atom, of the kinds that a speech is about."""
    found: list[Mark | None] = [None] * len(sentence)
    for mark in sentence.kind("person", "organization", "place", "document"):
        for k in range(mark.first, mark.last):
            found[k] = found[k] or mark
    return found


def _own(sentence: Sentence, i: int) -> bool:
    """Whether a small syllable that the segmenter glued to a capital is a word of its own ("giao | Phó Thủ tướng")."""
    following = sentence.atoms[i + 1][0] if sentence.joins[i + 1] else ""
    return following.isupper() and sentence.atom(i)[0].islower()
