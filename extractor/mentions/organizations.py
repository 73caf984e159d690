"""Bodies by grammar: a head, its field, the level and place, the body above: "Văn phòng UBND tỉnh Lạng Sơn"."""

from __future__ import annotations

import re

from extractor.mentions.bodies import Org
from extractor.mentions.fields import FieldReader, Heads
from extractor.mentions.general_bodies import GeneralBodies
from extractor.mentions.names import Names
from extractor.mentions.places import Named, PlaceFinder, Where
from extractor.mentions.view import ACRONYM, FIGURE, LOWER, View, openings, spelt
from extractor.rulebook.book import Phrases, Rulebook
from extractor.rulebook.tables import Body

_LONGEST_NUMBER = 3  # figures
_ROMAN = re.compile("[IVX]+[ab]?")
_NO_FIELD = frozenset({"people_committee", "people_council", "party", "government", "assembly"})


class OrganizationFinder:
    """Reads bodies in a sentence."""

    def __init__(self, book: Rulebook, names: Names, places: PlaceFinder) -> None:
        self._names, self._places = names, places
        rows = book.rows("bodies", Body)
        self._bodies: Heads = Phrases(
            book.alphabet, ((word, (word, row)) for row in rows for word in row.words), loose=True
        )
        self._fields = FieldReader(book, names, places, self._bodies)
        self._general = GeneralBodies(book, places, self._undetermined)
        self._determiners = book.phrases("body_determiners")
        self._strict = book.phrases("strict_belonging")
        self._modifiers = book.phrases("body_modifiers")
        self._makers = book.phrases("committee_makers")
        self._things = book.phrases("not_bodies")
        self._numbered = book.phrases("numbered_bodies")
        self._number_words = book.phrases("body_number_words")
        self._weak = frozenset(spelt(book.alphabet, word) for word in book.words("weak_heads"))
        self._single = book.phrases("single_determiners")
        self._countable = frozenset(spelt(book.alphabet, word) for word in book.words("thing_heads"))
        self._capital = frozenset(spelt(book.alphabet, word) for word in book.words("capital_heads"))
        words = [word for row in rows for word in row.words]
        self.openings = openings(book.alphabet, [*words, *book.words("general_bodies")])

    def at(self, view: View, i: int) -> Org | None:
        """The longest body that begins at atom i, particular or general."""
        determiner = self._determiners.at(view.sentence, i)
        start = determiner[0] if determiner else i
        particular = self._particular(view, start, determined=determiner is not None)
        general = self._general.at(view, i, start)
        if particular is not None and determiner is not None:
            if self._thing(view, i, particular) and (general is None or general.last == particular.last):
                return None
            particular.first, particular.plural = i, True
        if particular is None or (general is not None and general.last > particular.last):
            return general
        return particular

    def _thing(self, view: View, i: int, org: Org) -> bool:
        """Whether one of many is counted and no body named: "mỗi phòng", "từng vụ"."""
        alone = org.field is None and org.where is None and org.above is None
        head = view.sentence.plain[org.head[0] : org.head[1]]
        return alone and head in self._countable and self._single.at(view.sentence, i) is not None

    def head(self, view: View, i: int) -> bool:
        """Whether a body's head begins at atom i, perhaps after a determiner."""
        determiner = self._determiners.at(view.sentence, i)
        start = determiner[0] if determiner else i
        return self.head_end(view, start) > start

    def head_end(self, view: View, i: int) -> int:
        """The atom after the head that begins at atom i (i if none)."""
        hit = self._bodies.at(view.sentence, i)
        return hit[0] if hit is not None and view.stands(i, hit[0]) else i

    def _undetermined(self, view: View, i: int) -> Org | None:
        return self._particular(view, i, determined=False)

    def _particular(self, view: View, i: int, *, determined: bool) -> Org | None:
        hit = self._bodies.at(view.sentence, i)
        if hit is None:
            return None
        last, (word, row) = hit
        if not view.stands(i, last):
            return None
        if view.case(i - 1) == FIGURE and self._general.nouns.at(view.sentence, i) is not None and not determined:
            return None  # "14 DN" is a count
        if self._things.at(view.sentence, i) is not None:
            return None
        head_last = self._without_level(view, i, last)
        org = Org(i, head_last, (i, head_last), row)
        if not row.proper and row.kind not in _NO_FIELD:
            self._fields.add(view, org, plural=determined)
        elif row.proper and determined:
            org.last = self._fields.more(view, org.last)
        self._number(view, org)
        self._tail(view, org)
        self._number(view, org)
        org.last = max(org.last, last)
        return org if self._stands(view, org, word, determined=determined) else None

    def _without_level(self, view: View, i: int, last: int) -> int:
        """Where the head ends without the level word that some rows include ("UBND tỉnh")."""
        for cut in (last - 1, last - 2):
            level = self._places.level(view, cut) if cut > i else None
            if level is not None and level[0] >= last:
                return cut
        return last

    def _tail(self, view: View, org: Org) -> None:
        """Add the level and place, and the body above."""
        org.where = self._after(view, org.last) or self._over_bracket(view, org.last)
        if org.where is not None:
            if org.where.plural or self._determiners.at(view.sentence, org.last):
                self._places.more_names(view, org.where)
            org.last = org.where.last
        elif org.row is not None and org.row.level in ("province", "district", "commune") and not org.row.proper:
            last = self._names.place_run(view, org.last, None)
            if last > org.last and not self._names.surname(view, org.last):
                name = Named(org.last, last, view.text(org.last, last), org.row.level)
                org.where = Where(org.last, last, named=[name])
                org.last = last
        self._above(view, org)

    def _number(self, view: View, org: Org) -> None:
        """Take in the number that tells it from its like: "Quân khu | 7", "Đội Cảnh sát giao thông | số 3"."""
        if not view.upper(org.first):
            return
        word = self._number_words.at(view.sentence, org.last)
        i = word[0] if word is not None else org.last
        if word is None and self._numbered.before(view.sentence, i) is None:
            return
        written = view.atom(i)
        figure = view.case(i) == FIGURE and written.isdigit() and len(written) <= _LONGEST_NUMBER
        if figure or (word is not None and _ROMAN.fullmatch(written)):
            org.last = i + 1

    def _over_bracket(self, view: View, i: int) -> Where | None:
        """The level and place behind a short name: "Bảo hiểm xã hội (BHXH) Việt Nam"."""
        if view.atom(i) != "(" or view.case(i + 1) != ACRONYM or view.atom(i + 2) != ")":
            return None
        where = self._places.where(view, i + 3) if i + 3 < len(view) else None
        return where if where is not None and (where.named or where.level) else None

    def _after(self, view: View, i: int) -> Where | None:
        """The level and place at atom i, over a determiner ("UBND các tỉnh, thành phố")."""
        determiner = self._determiners.at(view.sentence, i)
        where = self._places.where(view, determiner[0] if determiner else i)
        if where is not None and determiner is not None:
            if where.level is None:
                return None
            where.first, where.plural = i, True
            extra = self._modifiers.at(view.sentence, where.last)
            where.last = extra[0] if extra and not where.named else where.last
        return where

    def _above(self, view: View, org: Org) -> None:
        """The body above it, right behind or after "thuộc"."""
        if org.row is not None and org.row.proper:
            return
        if org.row is not None and org.row.kind == "committee" and (maker := self._makers.at(view.sentence, org.last)):
            org.last = maker[0]
            return
        link = self._strict.at(view.sentence, org.last)
        if link is None and org.where is not None and org.where.named:
            return  # "Bệnh viện X TP.HCM Công ty Y": the next begins
        start = link[0] if link else org.last
        if start >= len(view) or (link is None and not view.upper(start)):
            return
        above = self._particular(view, start, determined=False)
        if above is not None:
            org.above, org.last = above, above.last

    def _stands(self, view: View, org: Org, word: str, *, determined: bool) -> bool:
        """Whether it is a body at all: heads in small letters that are also other words want something with them."""
        first, last = org.head
        head = view.sentence.plain[first:last]
        if view.case(first) == LOWER and head in self._capital:
            return False
        if head in self._weak:
            if view.case(first) == LOWER or view.opens(first):
                return determined or org.field is not None or (org.where is not None and org.where.level is not None)
            return org.last > last or determined or view.case(first) != ACRONYM
        if view.upper(first) or word[0].islower() or determined:
            return True
        return last - first > 1 and org.last > last
