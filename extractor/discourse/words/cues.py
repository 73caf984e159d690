"""Which of the words that steer a speech stand where in a sentence: one pass over all tables of discourse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
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


@dataclass(slots=True)
class Line:
    """A sentence with its cues by role and first atom (the longest of each role), and the marks at each atom. `plain`
    and `signs` are the sentence's own."""

    sentence: Sentence
    index: int
    covers: list[Mark | None]
    plain: str
    signs: list[str]
    cues: defaultdict[Role, dict[int, Cue]] = field(default_factory=lambda: defaultdict(dict))
    lit: set[int] = field(default_factory=set)
    """the atoms at which a cue begins, whatever its role"""

    def __len__(self) -> int:
        return len(self.covers)

    def at(self, role: Role, i: int) -> Cue | None:
        """The cue of this role that begins at atom i."""
        found = self.cues.get(role)
        return found.get(i) if found else None

    def any_at(self, i: int, *roles: Role) -> Cue | None:
        """The longest cue of any of these roles that begins at atom i."""
        if i not in self.lit:
            return None
        best: Cue | None = None
        for role in roles:
            found = self.cues.get(role)
            cue = found.get(i) if found else None
            if cue is not None and (best is None or cue.last > best.last):
                best = cue
        return best

    def before(self, role: Role, i: int) -> Cue | None:
        """The longest cue of this role that ends before atom i."""
        found = self.cues.get(role)
        if not found:
            return None
        for k in range(max(0, i - 6), i):
            cue = found.get(k)
            if cue is not None and cue.last == i:
                return cue
        return None

    def next(self, role: Role, first: int, last: int) -> Cue | None:
        """The first cue of this role that begins at atoms `first` to `last`."""
        found = self.cues.get(role)
        return next((found[k] for k in range(first, last) if k in found), None) if found else None

    def within(self, role: Role, first: int, last: int) -> Iterator[Cue]:
        """The cues of this role inside atoms `first` to `last`, left to right."""
        for k, cue in self.cues.get(role, {}).items():
            if k >= first and cue.last <= last:
                yield cue

    def has(self, role: Role, first: int, last: int) -> bool:
        """Whether a cue of this role lies inside atoms `first` to `last`."""
        found = self.cues.get(role)
        return found is not None and any(k >= first and cue.last <= last for k, cue in found.items())

    def char(self, i: int) -> str:
        """The folded code of atom i: itself for punctuation, "" beyond the sentence."""
        return self.signs[i] if 0 <= i < len(self.signs) else ""

    def mark_at(self, i: int) -> Mark | None:
        """The person, body, place, document or period that covers atom i."""
        return self.covers[i] if 0 <= i < len(self.covers) else None


class CueTable:
    """All tables of discourse in one lookup."""

    def __init__(self, book: Rulebook) -> None:
        self._words: dict[str, _Entry] = {}
        self._starts: dict[str, _Start] = {}
        spell = book.alphabet.spell
        entries: list[tuple[Role, str, SpeechVerb | None]]
        entries = [(name, word, None) for name in LISTS for word in book.words(name)]
        entries += [(SPEECH, word, row) for row in book.rows(SPEECH, SpeechVerb) for word in row.words]
        for role, word, row in entries:
            code = spell(word)
            entry = self._words.setdefault(code, _Entry(word))
            if role not in entry.roles:
                entry.roles.append(role)
                entry.verb = entry.verb or row
            start = self._starts.setdefault(code[0], _Start())
            if len(code) == 1:
                start.alone = entry
            elif len(code) not in (lengths := start.longer.get(code[1], ())):
                start.longer[code[1]] = tuple(sorted([*lengths, len(code)]))

    def read(self, sentence: Sentence, index: int) -> Line:
        """The sentence with its cues. A cue of one syllable must be a word of its own."""
        plain, signs, joins = sentence.plain, sentence.signs, sentence.joins
        line = Line(sentence, index, covers(sentence), plain, signs)
        words, starts, end = self._words, self._starts, len(plain)
        cues, marked, lit = line.cues, line.covers, line.lit
        for i, start in enumerate(map(starts.get, signs)):
            if start is None or marked[i] is not None:
                continue  # no cue, or inside a name
            entry = start.alone
            joined = joins[i + 1] or (joins[i] and marked[i - 1] is None)  # a name's end is the end of a word
            if entry is not None and (not joined or _own(sentence, i)):
                cue = Cue(i, i + 1, entry.word, entry.verb)
                lit.add(i)
                for role in entry.roles:
                    cues[role][i] = cue
            for length in start.longer.get(signs[i + 1], ()) if i + 1 < end else ():
                last = i + length
                entry = words.get(plain[i:last]) if last <= end else None
                if entry is not None and marked[last - 1] is None:
                    cue = Cue(i, last, entry.word, entry.verb)
                    lit.add(i)
                    for role in entry.roles:
                        cues[role][i] = cue
        self._papers(line)
        return line

    def _papers(self, line: Line) -> None:
        """Note the papers that order by their kind, though a name covers it: "Chỉ thị số 16/CT-TTg"."""
        for mark in line.sentence.kind("document"):
            entry = self._words.get(line.sentence.plain[mark.first : mark.first + _KIND])
            if entry is not None and ORDERING in entry.roles:
                line.cues[ORDERING][mark.first] = Cue(mark.first, mark.last, entry.word)


@dataclass(slots=True)
class _Entry:
    """A phrase with the tables in which it stands."""

    word: str
    roles: list[Role] = field(default_factory=list)
    verb: SpeechVerb | None = None


@dataclass(slots=True)
class _Start:
    """What may begin with a syllable: the phrase that it is by itself, and how long those are that go on with each
    second syllable, shortest first."""

    alone: _Entry | None = None
    longer: dict[str, tuple[int, ...]] = field(default_factory=dict)


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
