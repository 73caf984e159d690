"""Reads the entities of one sentence: each finder is asked only where one of its words begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extractor.document import Mark
from extractor.mentions.bodies import Org
from extractor.mentions.documents import DocumentFinder
from extractor.mentions.names import Names
from extractor.mentions.organizations import OrganizationFinder
from extractor.mentions.persons import Found, PersonFinder
from extractor.mentions.places import PlaceFinder, Where
from extractor.mentions.view import CAPITAL, LOWER, View, openings
from extractor.rulebook.book import Rulebook

_DOCUMENT, _PERSON, _SURNAME, _ORGANIZATION, _PLACE, _DETERMINER = 1, 2, 4, 8, 16, 32


@dataclass(slots=True)
class Reading:
    """What was read in one sentence, left to right, none overlapping."""

    index: int
    view: View
    documents: list[Mark] = field(default_factory=list)
    persons: list[Found] = field(default_factory=list)
    organizations: list[Org] = field(default_factory=list)
    places: list[Where] = field(default_factory=list)

    def covered(self) -> set[int]:
        """The atoms of everything that was read."""
        spans = [(m.first, m.last) for m in self.documents]
        spans += [(p.first, p.last) for p in self.persons]
        spans += [(o.first, o.last) for o in self.organizations]
        spans += [(w.first, w.last) for w in self.places]
        return {k for first, last in spans for k in range(first, last)}

    def wheres(self) -> Iterator[Where]:
        """All places in it, those inside bodies and persons too."""
        yield from self.places
        for org in self.organizations:
            yield from org.wheres()
        for person in self.persons:
            for post in person.posts:
                if post.org is not None:
                    yield from post.org.wheres()
                if post.where is not None:
                    yield post.where


class SentenceReader:
    """All finders, and where each of them may begin."""

    def __init__(self, book: Rulebook) -> None:
        names = Names.of(book)
        self._documents = DocumentFinder(book)
        self._places = PlaceFinder(book, names)
        self._organizations = OrganizationFinder(book, names, self._places)
        self._persons = PersonFinder(book, names, self._places, self._organizations)
        self._determiners = book.phrases("body_determiners")
        self._flags: dict[str, int] = {}
        for codes, flag in (
            (self._documents.openings, _DOCUMENT),
            (self._persons.openings, _PERSON),
            (openings(book.alphabet, book.words("surnames")), _SURNAME),
            (self._organizations.openings, _ORGANIZATION),
            (self._places.openings, _PLACE),
            (openings(book.alphabet, book.words("body_determiners")), _DETERMINER),
        ):
            for code in codes:
                self._flags[code] = self._flags.get(code, 0) | flag
        self._first = frozenset(code[0] for code in self._flags)

    def read(self, index: int, view: View) -> Reading:
        """Everything in a sentence. What begins first wins; at one place documents, persons, bodies, places."""
        reading = Reading(index, view)
        bare = {mark.first: mark for mark in self._documents.bare(view)}
        first, cases = self._first, view.cases
        begins = [i for i, code in enumerate(view.sentence.signs) if code in first or i in bare]
        at = 0
        for i in begins:
            if i < at:
                continue
            if i in bare:
                reading.documents.append(bare[i])
                at = bare[i].last
            elif (flags := self._flags_at(view, i)) and not (cases[i] == LOWER and view.sentence.joins[i]):
                at = self._one(reading, i, flags)
        return reading

    def _flags_at(self, view: View, i: int) -> int:
        """What may begin at atom i, by its syllable alone or together with the next."""
        sentence = view.sentence
        return self._flags.get(sentence.signs[i], 0) | self._flags.get(sentence.plain[i : i + 2], 0)

    def _one(self, reading: Reading, i: int, flags: int) -> int:
        """Read what begins at atom i, the first kind that answers: the atom after it (i if nothing)."""
        view = reading.view
        if flags & _DETERMINER:
            flags |= self._behind_determiner(view, i)
        if flags & _DOCUMENT and (mark := self._documents.at(view, i)) is not None:
            reading.documents.append(mark)
            return mark.last
        if (flags & _PERSON or (flags & _SURNAME and view.cases[i] == CAPITAL)) and (
            person := self._persons.at(view, i)
        ) is not None:
            reading.persons.append(person)
            return person.last
        if flags & _ORGANIZATION and (org := self._organizations.at(view, i)) is not None:
            reading.organizations.append(org)
            return org.last
        return self._place(reading, i) if flags & _PLACE else i

    def _behind_determiner(self, view: View, i: int) -> int:
        """What may begin behind "các" at atom i: only persons and bodies take it in."""
        hit = self._determiners.at(view.sentence, i)
        if hit is None or hit[0] >= len(view):
            return 0
        return self._flags_at(view, hit[0]) & (_PERSON | _ORGANIZATION)

    def _place(self, reading: Reading, i: int) -> int:
        view = reading.view
        where = self._places.where(view, i)
        if where is None or not where.named or self._places.ambiguous(view, where):
            return i
        if where.plural or self._places.plural_before(view, i):
            self._places.more_names(view, where)
        reading.places.append(where)
        return where.last
