"""Bodies in general: "các sở, ban, ngành", "các đơn vị trực thuộc", "chính quyền các huyện"."""

from __future__ import annotations

from collections.abc import Callable

from extractor.mentions.bodies import Org
from extractor.mentions.places import PlaceFinder, Where
from extractor.mentions.view import FIGURE, LOWER, View, spelt
from extractor.rulebook.book import Rulebook

Particular = Callable[[View, int], Org | None]
"""Reads a particular body at an atom: the one that the general bodies belong to."""


class GeneralBodies:
    """Reads coordinated or determined nouns that name bodies."""

    def __init__(self, book: Rulebook, places: PlaceFinder, particular: Particular) -> None:
        self._places, self._particular = places, particular
        self.nouns = book.phrases("general_bodies")
        self._fields = book.phrases("body_fields")
        self._list_links = book.phrases("body_list_links")
        self._determiners = book.phrases("body_determiners")
        self._belonging = book.phrases("body_belonging")
        self._strict = book.phrases("strict_belonging")
        self._modifiers = book.phrases("body_modifiers")
        self._verbal = frozenset(spelt(book.alphabet, word) for word in book.words("verbal_nouns"))
        self._fielded = frozenset(spelt(book.alphabet, word) for word in book.words("fielded_bodies"))

    def at(self, view: View, i: int, start: int) -> Org | None:
        """ "các sở, ban, ngành", "các đơn vị trực thuộc", "các huyện, thành phố"; not "27 huyện" (a count)."""
        if view.case(i - 1) == FIGURE or (view.upper(start) and start == i):
            return None
        last = self._noun(view, start)
        if last is None:
            return None
        count = 1
        while (link := self._list_links.at(view.sentence, last)) is not None:
            inner = self._determiners.at(view.sentence, link[0])
            begin = inner[0] if inner else link[0]
            more = self._noun(view, begin)
            if more is None or (view.upper(begin) and not view.upper(start)):
                break
            last, count = more, count + 1
        if start == i and count == 1:
            return None
        org = Org(i, last, (start, last), general=True, plural=True)
        self._modify(view, org)
        return org

    def _noun(self, view: View, i: int) -> int | None:
        """A general noun at i with what classifies it ("doanh nghiệp xuất khẩu"); one that a name follows is none."""
        hit = self.nouns.at(view.sentence, i)
        if hit is None or (view.upper(hit[0]) and self._places.where(view, i) is not None):
            return None
        last = hit[0]
        noun = view.sentence.plain[i:last]
        if (
            noun in self._verbal
            and view.case(last) == LOWER
            and not (self._modifiers.at(view.sentence, last) or self._list_links.at(view.sentence, last))
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
        above = self._particular(view, start)
        if above is not None:
            org.above, org.last = above, above.last
        elif (where := self._places.where(view, start)) is not None and (where.named or _of_a_place(where)):
            org.where, org.last = where, where.last


def _of_a_place(where: Where) -> bool:
    """Whether a bare level word names a place ("tỉnh"), not a kind of level ("quốc gia", "khu vực")."""
    return where.level is not None and where.level.level != "central"
