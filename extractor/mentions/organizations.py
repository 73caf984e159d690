"""Bodies by grammar: a head, its field, the level and place, the body above: "Văn phòng UBND tỉnh Lạng Sơn"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.alphabet import ATOM
from extractor.mentions.names import Names
from extractor.mentions.places import Named, PlaceFinder, Where
from extractor.mentions.view import ACRONYM, CAPITAL, LOWER, View, first_codes, spelt
from extractor.normalize import fold
from extractor.rulebook.book import Phrases, Rulebook
from extractor.rulebook.tables import Body, Level

_NO_FIELD = frozenset({"people_committee", "people_council", "party", "government", "assembly"})
_LONGEST_FIELD = 9  # atoms of a field that no list knows


@dataclass(slots=True)
class Org:
    """A body as read: atoms, the head's row, the field's atoms, the level and place, the body above it."""

    first: int
    last: int
    head: tuple[int, int]
    row: Body | None = None
    field: tuple[int, int] | None = None
    where: Where | None = None
    above: Org | None = None
    general: bool = False
    plural: bool = False

    def wheres(self) -> Iterator[Where]:
        """The levels and places in it and in the bodies above."""
        if self.where is not None:
            yield self.where
        if self.above is not None:
            yield from self.above.wheres()

    @property
    def level(self) -> Level | None:
        """The level of the body itself, else of the one above it."""
        if self.where is not None and self.where.level is not None:
            return self.where.level
        return self.above.level if self.above is not None else None

    @property
    def rank(self) -> int | None:
        """The rank of its head: by its row, by the level that follows, by the body above it (one lower)."""
        if self.row is not None and self.row.rank is not None and not self._by_level():
            return self.row.rank
        if self.where is not None and self.where.level is not None:
            return _level_rank(self.where)
        if self.where is not None and self.where.kind == "province":
            return 4
        if self.row is not None and self.row.rank is not None:
            return self.row.rank
        return None if self.above is None or self.above.rank is None else min(9, self.above.rank + 1)

    def _by_level(self) -> bool:
        """A committee's rank is that of its level, which the row of "UBND thành phố" can only guess."""
        kind = self.row.kind if self.row else None
        return kind in ("people_committee", "people_council") and self.where is not None and bool(self.where.level)


def _level_rank(where: Where) -> int:
    """The rank of a level; a "thành phố" by name is a province's equal or lies below one."""
    assert where.level is not None
    if where.kind == "province" and where.level.level != "commune":
        return 4
    if where.level.level == "province" and where.kind in ("city", "district"):
        return 6
    return where.level.rank


class OrganizationFinder:
    """Reads bodies in a sentence."""

    def __init__(self, book: Rulebook, names: Names, places: PlaceFinder) -> None:
        self._names, self._places = names, places
        rows = book.rows("bodies", Body)
        self._bodies = Phrases(book.alphabet, ((word, (word, row)) for row in rows for word in row.words))
        self._fields = book.phrases("body_fields")
        self._links = book.phrases("name_links")
        self._list_links = book.phrases("body_list_links")
        self._determiners = book.phrases("body_determiners")
        self._belonging = book.phrases("body_belonging")
        self._strict = book.phrases("strict_belonging")
        self._things = book.phrases("not_bodies")
        self._verbal = frozenset(spelt(book.alphabet, word) for word in book.words("verbal_nouns"))
        self._modifiers = book.phrases("body_modifiers")
        self._weak = frozenset(spelt(book.alphabet, word) for word in book.words("weak_heads"))
        self._capital = frozenset(spelt(book.alphabet, word) for word in book.words("capital_heads"))
        self._fielded = frozenset(spelt(book.alphabet, word) for word in book.words("fielded_bodies"))
        levels = [word for row in book.rows("levels", Level) for word in row.words]
        self._general = Phrases(book.alphabet, ((word, word) for word in [*book.words("general_bodies"), *levels]))
        words = [word for row in rows for word in row.words]
        self.first_codes = first_codes(book.alphabet, [*words, *book.words("general_bodies")])

    def at(self, view: View, i: int) -> Org | None:
        """The longest body that begins at atom i, particular or general."""
        determiner = self._determiners.at(view.sentence, i)
        start = determiner[0] if determiner else i
        particular = self._particular(view, start, determined=determiner is not None)
        general = self._general_body(view, i, start)
        if particular is not None and determiner is not None:
            particular.first, particular.plural = i, True
        if particular is None or (general is not None and general.last > particular.last):
            return general
        return particular

    def head(self, view: View, i: int) -> bool:
        """Whether a body's head begins at atom i, perhaps after a determiner."""
        determiner = self._determiners.at(view.sentence, i)
        return self._bodies.at(view.sentence, determiner[0] if determiner else i) is not None

    # --- a particular body -----------------------------------------------------------------------------------------

    def _particular(self, view: View, i: int, *, determined: bool) -> Org | None:
        hit = self._bodies.at(view.sentence, i)
        if hit is None:
            return None
        last, (word, row) = hit
        if self._things.at(view.sentence, i) is not None:
            return None
        head_last = self._without_level(view, i, last)
        org = Org(i, head_last, (i, head_last), row)
        if not row.proper and row.kind not in _NO_FIELD:
            self._field(view, org, plural=determined)
        self._tail(view, org)
        org.last = max(org.last, last)
        return org if self._stands(view, org, word, determined=determined) else None

    def _without_level(self, view: View, i: int, last: int) -> int:
        """Where the head ends without the level word that some rows include ("UBND tỉnh")."""
        for cut in (last - 1, last - 2):
            level = self._places.level(view, cut) if cut > i else None
            if level is not None and level[0] >= last:
                return cut
        return last

    def _field(self, view: View, org: Org, *, plural: bool) -> None:
        """Add the field: a phrase of the list, an abbreviation, or a capitalised name."""
        i = org.last
        if plural and view.atom(i) == ":":
            i += 1
        last = self._one_field(view, i)
        if last is None:
            return
        while plural:
            link = self._list_links.at(view.sentence, last)
            more = self._one_field(view, link[0]) if link and view.upper(link[0]) else None
            if more is None or link is None or self._bodies.at(view.sentence, link[0]):
                break
            last = more
        org.field, org.last = (i, last), last

    def _one_field(self, view: View, i: int) -> int | None:
        known = self._fields.at(view.sentence, i)
        if known is not None:
            return self._name_run(view, known[0]) if self._goes_on(view, known[0]) else known[0]
        if view.case(i) == ACRONYM and self._places.gazetteer(view, i) is None:
            return self._acronyms(view, i)
        if view.case(i) == CAPITAL and self._places.where(view, i) is None:
            return self._name_run(view, i)
        return None

    def _goes_on(self, view: View, i: int) -> bool:
        """Whether a capitalised name follows a known field, in a firm's name ("Công ty Cổ phần Hòa Phát")."""
        return view.upper(i) and self._places.where(view, i) is None and not self._names.surname(view, i) and (
            self._bodies.at(view.sentence, i) is None
        )

    def _acronyms(self, view: View, i: int) -> int:
        """ "NN&PTNT", "KH- CN", "LĐ-TB&XH": capitals joined by ampersands and hyphens."""
        last = i + 1
        while last + 1 < len(view) and view.atom(last) in ("&", "-", "–", ",", "/") and view.case(last + 1) == ACRONYM:
            if not (view.joined(last) or view.joined(last + 1)):
                break
            last += 2
        return last

    def _name_run(self, view: View, i: int) -> int:
        """Capitalised syllables, the rest of their words, and links between them, up to a place or a person's name."""
        last = i
        while last < len(view) and last - i < _LONGEST_FIELD:
            if view.upper(last):
                if last > i and self._ends_name(view, last):
                    break
                last += 1
            elif view.case(last) == LOWER and last > i and not view.sentence.ends_word(last) and view.upper(last - 1):
                last += 1
            elif last > i and (link := self._links.at(view.sentence, last)) and view.upper(link[0]):
                if view.atom(last) in ("-", "–") and not view.joined(last) and self._ends_name(view, link[0]):
                    break
                last = link[0]
            else:
                break
        return last

    def _ends_name(self, view: View, i: int) -> bool:
        """Whether a capital at i begins something else: a person, a place, the body above."""
        if self._names.surname(view, i) and view.run(i) - i >= 2 and self._names.full_name(view, i) > i:
            return True
        return self._places.where(view, i) is not None or self._bodies.at(view.sentence, i) is not None

    def _tail(self, view: View, org: Org) -> None:
        """Add the level and place, and the body above."""
        org.where = self._after(view, org.last)
        if org.where is not None:
            if org.where.plural or self._determiners.at(view.sentence, org.last):
                self._places.more_names(view, org.where)
            org.last = org.where.last
        elif org.row is not None and org.row.level in ("province", "district", "commune") and not org.row.proper:
            last = self._names.place_run(view, org.last, None)
            if last > org.last and not self._names.surname(view, org.last):
                org.where = Where(org.last, last, named=[Named(org.last, last, view.text(org.last, last))])
                org.last = last
        self._above(view, org)

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
        link = self._strict.at(view.sentence, org.last)
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
            if view.case(first) == LOWER or first == 0:
                return determined or org.field is not None or (org.where is not None and org.where.level is not None)
            return org.last > last or view.upper(first)
        if view.upper(first) or word[0].islower() or determined:
            return True
        return last - first > 1 and org.last > last

    # --- bodies in general -----------------------------------------------------------------------------------------

    def _general_body(self, view: View, i: int, start: int) -> Org | None:
        """ "các sở, ban, ngành", "các đơn vị trực thuộc", "các huyện, thành phố"; not "27 huyện" (a count)."""
        if view.case(i - 1) == "0" or view.upper(start):
            return None
        last = self._general_noun(view, start)
        if last is None:
            return None
        count = 1
        while (link := self._list_links.at(view.sentence, last)) is not None:
            inner = self._determiners.at(view.sentence, link[0])
            more = self._general_noun(view, inner[0] if inner else link[0])
            if more is None:
                break
            last, count = more, count + 1
        if start == i and count == 1:
            return None
        org = Org(i, last, (start, last), general=True, plural=True)
        self._modify(view, org)
        return org

    def _general_noun(self, view: View, i: int) -> int | None:
        """A general noun at i with what classifies it ("doanh nghiệp xuất khẩu"); one that a name follows is none."""
        hit = self._general.at(view.sentence, i)
        if hit is None or (view.upper(hit[0]) and self._places.where(view, i) is not None):
            return None
        last = hit[0]
        noun = view.sentence.plain[i:last]
        if noun in self._verbal and view.case(last) == LOWER and not (
            self._modifiers.at(view.sentence, last) or self._list_links.at(view.sentence, last)
        ):
            return None  # "các huyện, xã, tổ chức tập huấn": there it is a verb
        modifier = self._modifiers.at(view.sentence, last)
        if modifier is None and noun in self._fielded:
            modifier = self._fields.at(view.sentence, last)
        return modifier[0] if modifier and view.case(last) == LOWER else last

    def _modify(self, view: View, org: Org) -> None:
        """Take in what says which of them: "trực thuộc", "liên quan", "thuộc Sở Y tế", "trên địa bàn tỉnh"."""
        while (modifier := self._modifiers.at(view.sentence, org.last)) is not None:
            org.last = modifier[0]
        belonging = self._belonging.at(view.sentence, org.last)
        start = belonging[0] if belonging else org.last
        if belonging is None and not self._strict.before(view.sentence, org.last):
            return
        above = self._particular(view, start, determined=False)
        if above is not None:
            org.above, org.last = above, above.last
        elif (where := self._places.where(view, start)) is not None and (where.named or _of_a_place(where)):
            org.where, org.last = where, where.last


def _of_a_place(where: Where) -> bool:
    """Whether a bare level word names a place ("tỉnh"), not a kind of level ("quốc gia", "khu vực")."""
    return where.level is not None and where.level.level != "central"


def fold_phrase(words: str) -> str:
    """A phrase in the form under which phrases are compared."""
    return " ".join(fold(atom) for atom in ATOM.findall(words))
