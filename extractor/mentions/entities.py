"""Marks persons, bodies, places, documents and abbreviations, and registers the people of an article."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractor.document import Document, Mark
from extractor.mentions.abbreviations import AbbreviationFinder, Glossary
from extractor.mentions.canonical import Settled, province_of, wheres
from extractor.mentions.documents import DocumentFinder
from extractor.mentions.names import Names
from extractor.mentions.organizations import Org, OrganizationFinder, fold_phrase
from extractor.mentions.persons import Found, PersonFinder
from extractor.mentions.places import REFINEMENTS, PlaceFinder, Where
from extractor.mentions.register import Register, main_role
from extractor.mentions.values import AbbreviationValue, OrganizationValue, PersonValue, PlaceValue
from extractor.mentions.view import View
from extractor.rulebook.book import Rulebook

_DOCUMENT, _PERSON, _ORGANIZATION, _PLACE = 1, 2, 4, 8
_Entries = dict[tuple[int, int], int | None]
"""(sentence, first atom) of a person's phrase to the index in the register"""


@dataclass(slots=True)
class _Reading:
    """What was read in one sentence, left to right, none overlapping."""

    index: int
    view: View
    documents: list[Mark] = field(default_factory=list)
    persons: list[Found] = field(default_factory=list)
    organizations: list[Org] = field(default_factory=list)
    places: list[Where] = field(default_factory=list)

    def spans(self) -> list[tuple[int, int]]:
        """The atoms of everything that was read."""
        spans = [(m.first, m.last) for m in self.documents]
        spans += [(p.first, p.last) for p in self.persons]
        spans += [(o.first, o.last) for o in self.organizations]
        return spans + [(w.first, w.last) for w in self.places]

    def wheres(self) -> list[Where]:
        """All places in it, those inside bodies and persons too."""
        found = list(self.places)
        for org in self.organizations:
            found += wheres(org)
        for person in self.persons:
            for post in person.posts:
                found += wheres(post.org)
                found += [post.where] if post.where else []
        return found


class EntityMarker:
    """Adds marks of the kinds person, organization, place, document and abbreviation to each sentence.

    `document.facts` gets "people" (list of `register.Person`), "chief" (the highest of them, an index or None) and
    "province" (the name of the province that the article is about, or None).
    """

    def __init__(self, book: Rulebook) -> None:
        names = Names.of(book)
        self._abbreviations = AbbreviationFinder(book)
        self._documents = DocumentFinder(book)
        self._places = PlaceFinder(book, names)
        self._organizations = OrganizationFinder(book, names, self._places)
        self._persons = PersonFinder(book, names, self._places, self._organizations)
        self._historical = frozenset(fold_phrase(name) for name in book.words("historical_people"))
        self._flags: dict[str, int] = {}
        finders = (
            (self._documents.first_codes, _DOCUMENT),
            (self._persons.first_codes, _PERSON),
            (self._organizations.first_codes, _ORGANIZATION),
            (self._places.first_codes, _PLACE),
        )
        for codes, flag in finders:
            for code in codes:
                self._flags[code] = self._flags.get(code, 0) | flag
        self._begins = re.compile("[" + re.escape("".join(sorted(self._flags))) + "]")

    def mark(self, document: Document) -> None:
        """Read the whole article, settle what only the whole decides, then lay the marks."""
        views = [View.of(sentence) for sentence in document.sentences]
        glossary = self._abbreviations.glossary(views)
        readings = [self._read(index, view) for index, view in enumerate(views)]
        province = province_of((r.view.sentence.line, where) for r in readings for where in r.wheres())
        settled = Settled(glossary, province)
        register, entries = self._register(readings, settled)
        for reading in readings:
            marks = [*reading.documents]
            marks += [self._person(reading, found, register, entries) for found in reading.persons]
            marks += self._bodies(reading, settled)
            marks += self._place_marks(reading)
            marks += self._abbreviation_marks(reading, glossary)
            reading.view.sentence.add(marks)
        document.facts["people"] = register.people
        document.facts["chief"] = register.chief()
        document.facts["province"] = province.words[0] if province else None

    # --- reading ---------------------------------------------------------------------------------------------------

    def _read(self, index: int, view: View) -> _Reading:
        reading = _Reading(index, view)
        reading.documents = self._documents.bare(view)
        bare = {mark.first: mark.last for mark in reading.documents}
        at = 0
        while (m := self._begins.search(view.sentence.plain, at)) is not None:
            i = m.start()
            last = bare.get(i) or self._one(reading, i, self._flags[m[0]])
            at = max(last, i + 1)
        reading.documents = _outermost(reading.documents)
        return reading

    def _one(self, reading: _Reading, i: int, flags: int) -> int:
        """Read what begins at atom i, the first kind that answers: the atom after it (i if nothing)."""
        view = reading.view
        if flags & _DOCUMENT and (mark := self._documents.at(view, i)) is not None:
            reading.documents.append(mark)
            return mark.last
        if flags & _PERSON and (person := self._persons.at(view, i)) is not None:
            reading.persons.append(person)
            return person.last
        if flags & _ORGANIZATION and (org := self._organizations.at(view, i)) is not None:
            reading.organizations.append(org)
            return org.last
        if flags & _PLACE and (where := self._places.where(view, i)) is not None:
            if where.plural or self._places.plural_before(view, i):
                self._places.more_names(view, where)
            if where.named and not self._places.ambiguous(view, where):
                reading.places.append(where)
                return where.last
        return i

    # --- what only the whole article decides -------------------------------------------------------------------------

    def _register(self, readings: list[_Reading], settled: Settled) -> tuple[Register, _Entries]:
        register = Register(settled, self._historical)
        entries: _Entries = {}
        for enter in (register.full, register.short):
            for reading in readings:
                for found in reading.persons:
                    key = (reading.index, found.first)
                    if entries.get(key) is None:
                        entries[key] = enter(reading.view, reading.index, found)
        for person in register.people:
            person.mentions.sort()
        return register, entries

    @staticmethod
    def _person(reading: _Reading, found: Found, register: Register, entries: _Entries) -> Mark:
        entry = entries[reading.index, found.first]
        roles = [register.role(reading.view, post) for post in found.posts]
        role = main_role([r for r in roles if r.role])
        person = register.people[entry] if entry is not None else None
        if role is None and person is not None:
            role = person.main
        ranks = [r.rank for r in roles if r.rank is not None and not r.former]
        value = PersonValue(
            name=person.name if person else reading.view.text(*found.name) if found.name else None,
            role=role.role if role else None,
            organization=role.organization if role else None,
            rank=person.rank if person else min(ranks, default=None),
            name_first=found.name[0] if found.name else None,
            name_last=found.name[1] if found.name else None,
            entry=entry,
            collective=found.collective,
        )
        return Mark("person", found.first, found.last, value)

    # --- marks -----------------------------------------------------------------------------------------------------

    def _bodies(self, reading: _Reading, settled: Settled) -> list[Mark]:
        _share_levels(reading)
        marks = []
        for org in reading.organizations:
            level = org.level.level if org.level else org.row.level if org.row else None
            kind = org.row.kind if org.row else None
            value = OrganizationValue(settled.organization(reading.view, org), org.rank, level, kind)
            marks.append(Mark("organization", org.first, org.last, value))
        return marks

    @staticmethod
    def _place_marks(reading: _Reading) -> list[Mark]:
        marks = []
        for where in reading.places:
            kind = where.kind or "district"
            for k, (first, last) in enumerate(where.named):
                name = where.name if k == 0 and where.name else reading.view.text(first, last)
                begin = where.first if k == 0 else first
                marks.append(Mark("place", begin, last, PlaceValue(name, kind), REFINEMENTS.get(kind)))
        return marks

    @staticmethod
    def _abbreviation_marks(reading: _Reading, glossary: Glossary) -> list[Mark]:
        """The abbreviations outside of all other marks."""
        view = reading.view
        covered = {k for first, last in reading.spans() for k in range(first, last)}
        marks: list[Mark] = []
        i = 0
        while i < len(view):
            hit = glossary.at(view, i) if i not in covered and view.atoms[i] in glossary.by_first else None
            if hit is not None and not covered.intersection(range(i, hit[0])):
                marks.append(Mark("abbreviation", i, hit[0], AbbreviationValue(hit[1])))
                i = hit[0]
            else:
                i += 1
        return marks


def _outermost(marks: list[Mark]) -> list[Mark]:
    """The marks that lie in no other one."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.first, -m.last)):
        if not kept or mark.first >= kept[-1].last:
            kept.append(mark)
    return kept


def _share_levels(reading: _Reading) -> None:
    """ "HĐND, UBND tỉnh": a committee without a level takes that of the next one, right behind it."""
    view = reading.view
    for left, right in reversed(list(zip(reading.organizations, reading.organizations[1:], strict=False))):
        if left.where is None and right.where is not None and right.first - left.last == 1:
            shares = left.row is not None and left.row.kind in ("people_council", "people_committee")
            if shares and view.case(left.last) in (".", "l"):
                left.where = right.where
