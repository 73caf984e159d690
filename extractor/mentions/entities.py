"""Marks persons, bodies, places, documents and abbreviations, and registers the people of an article."""

from __future__ import annotations

from extractor.document import Document, Mark
from extractor.mentions.abbreviations import AbbreviationFinder, Glossary
from extractor.mentions.antecedents import Antecedents, find_antecedents
from extractor.mentions.bodies import Org
from extractor.mentions.canonical import Aliases, Settled, province_of
from extractor.mentions.persons import Found
from extractor.mentions.places import REFINEMENTS
from extractor.mentions.reading import Reading, SentenceReader
from extractor.mentions.register import Register, main_role
from extractor.mentions.values import AbbreviationValue, OrganizationValue, PersonValue, PlaceValue
from extractor.mentions.view import View, fold_phrase
from extractor.rulebook.book import Rulebook

_Entries = dict[tuple[int, int], int | None]
"""(sentence, first atom) of a person's phrase to the index in the register"""


class EntityMarker:
    """Adds marks of the kinds person, organization, place, document and abbreviation to each sentence.

    `document.facts` gets "people" (list of `register.Person`), "chief" (the highest of them, an index or None) and
    "province" (the name of the province that the article is about, or None).
    """

    def __init__(self, book: Rulebook) -> None:
        self._reader = SentenceReader(book)
        self._abbreviations = AbbreviationFinder(book)
        self._each = book.phrases("each_words")
        self._unsettled = frozenset(book.words("ambiguous_abbreviations"))
        self._historical = frozenset(fold_phrase(name) for name in book.words("historical_people"))

    def mark(self, document: Document) -> None:
        """Read the whole article, settle what only the whole decides, then lay the marks."""
        views = [View.of(sentence, document.published) for sentence in document.sentences]
        glossary = self._abbreviations.glossary(views)
        readings = [self._reader.read(index, view) for index, view in enumerate(views)]
        province = province_of(readings)
        settled = Settled(glossary, province, self._unsettled)
        aliases = Aliases.of(readings)
        register, entries = self._register(readings, settled)
        antecedents = find_antecedents(readings, settled)
        for reading in readings:
            _share_levels(reading)
            marks = [*reading.documents]
            marks += [_person(reading, found, register, entries) for found in reading.persons]
            marks += [self._organization(reading.view, org, settled, antecedents) for org in reading.organizations]
            marks += _places(reading)
            marks += _short_forms(reading, glossary, aliases, settled)
            reading.view.sentence.add(marks)
        document.facts["people"] = register.people
        document.facts["chief"] = register.chief()
        document.facts["province"] = province.words[0] if province else None

    def _organization(self, view: View, org: Org, settled: Settled, antecedents: Antecedents) -> Mark:
        there, known = antecedents.get(id(org), (view, org))
        named = there.text(known.first, known.last) if known is not org else None
        each = "each" if self._each.at(view.sentence, org.first) else None  # "mỗi xã": what it has tells of all alike
        value = _body(settled.organization(there, known), known, named)
        return Mark("organization", org.first, org.last, value, each)

    def _register(self, readings: list[Reading], settled: Settled) -> tuple[Register, _Entries]:
        """The article's people: first all full names, then the short mentions, each in the order of the text."""
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


def _person(reading: Reading, found: Found, register: Register, entries: _Entries) -> Mark:
    """A person's mark; what a short mention leaves out comes from the register."""
    entry = entries[reading.index, found.first]
    roles = [register.role(reading.view, post) for post in found.posts]
    role = main_role([r for r in roles if r.role])
    person = register.people[entry] if entry is not None else None
    if role is None and person is not None:
        role = person.main
    elif role is not None and person is not None and role.organization is None:
        role = next((fuller for fuller in person.roles if fuller.fits(role)), role)
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
        former=role is not None and role.former,
    )
    return Mark("person", found.first, found.last, value)


def _body(canonical: str, org: Org, named: str | None = None) -> OrganizationValue:
    return OrganizationValue(canonical, org.rank, org.level, org.row.kind if org.row else None, org.plural, named)


def _places(reading: Reading) -> list[Mark]:
    """A mark for each name; the level word belongs to the first."""
    marks = []
    for where in reading.places:
        for k, named in enumerate(where.named):
            kind = named.kind
            first = where.first if k == 0 else named.first
            marks.append(Mark("place", first, named.last, PlaceValue(named.name, kind), REFINEMENTS.get(kind)))
    return marks


def _short_forms(reading: Reading, glossary: Glossary, aliases: Aliases, settled: Settled) -> list[Mark]:
    """Abbreviations outside of all other marks; the short name of a body is a mention of the body."""
    view = reading.view
    begins = [i for i, atom in enumerate(view.atoms) if atom in glossary.by_first or atom in aliases.bodies]
    if not begins:
        return []
    covered = reading.covered()
    marks: list[Mark] = []
    at = 0
    for i in begins:
        if i < at or i in covered:
            continue
        if (known := aliases.bodies.get(view.atoms[i])) is not None:
            marks.append(Mark("organization", i, i + 1, _body(settled.organization(*known), known[1])))
            at = i + 1
        elif (hit := glossary.at(view, i)) is not None and covered.isdisjoint(range(i, hit[0])):
            refinement = "growth" if view.text(i, hit[0]) in glossary.growth else None
            marks.append(Mark("abbreviation", i, hit[0], AbbreviationValue(hit[1]), refinement))
            at = hit[0]
    return marks


def _share_levels(reading: Reading) -> None:
    """ "HĐND, UBND tỉnh": a committee without a level takes that of the next one, right behind it."""
    for left, right in reversed(list(zip(reading.organizations, reading.organizations[1:], strict=False))):
        if left.where is None and right.where is not None and right.first - left.last == 1:
            shares = left.row is not None and left.row.kind in ("people_council", "people_committee")
            left.where = right.where if shares else None
