"""Places by name and by grammar: "tỉnh Lạng Sơn", "huyện Lộc Bình", "quận 1", "các huyện, thành phố"."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.alphabet import ATOM
from extractor.mentions.names import Names
from extractor.mentions.view import ACRONYM, FIGURE, LOWER, View, first_codes
from extractor.rulebook.book import Phrases, Rulebook
from extractor.rulebook.tables import Level, Place

REFINEMENTS = {"province": "province", "country": "country", "city": "city", "region": "region", "continent": "region"}


@dataclass(slots=True)
class Where:
    """A level word, a place, or both: "tỉnh", "Lạng Sơn", "tỉnh Lạng Sơn", "các huyện Lộc Bình, Đình Lập"."""

    first: int
    last: int
    level: Level | None = None
    place: Place | None = None
    name: str | None = None
    named: list[tuple[int, int]] = field(default_factory=list)
    plural: bool = False

    @property
    def kind(self) -> str | None:
        """What kind of place it is: the gazetteer's word unless the level word says another ("huyện Thái Bình")."""
        if self.level is None:
            return self.place.kind if self.place else None
        if self.place is not None and self.level.level in ("province", "district"):
            return self.place.kind if self.place.kind in ("province", "city", "district") else self.level.level
        return self.level.level


class PlaceFinder:
    """Reads places in a sentence."""

    def __init__(self, book: Rulebook, names: Names) -> None:
        rows = book.rows("places", Place)
        words = [(word, (word, row)) for row in rows for word in row.words]
        self._gazetteer = Phrases(book.alphabet, words, loose=True)
        levels = [(word, row) for row in book.rows("levels", Level) for word in row.words]
        # TP after tp, TƯ after tư: of two spellings the one that asks for less is looked up
        levels.sort(key=lambda entry: entry[0].isupper())
        self._levels = Phrases(book.alphabet, ((word, (word, row)) for word, row in levels))
        self._plural = book.phrases("body_determiners")
        self._links = book.phrases("body_list_links")
        self._numbered = book.phrases("numbered_levels")
        self._ambiguous = frozenset(book.words("ambiguous_place_names"))
        self._names = names
        level_words = [word for row in book.rows("levels", Level) for word in row.words]
        self.first_codes = first_codes(book.alphabet, [word for word, _ in words] + level_words)

    def gazetteer(self, view: View, i: int) -> tuple[int, Place] | None:
        """A place of the gazetteer that begins at atom i, written with its capitals."""
        hit = self._gazetteer.at(view.sentence, i)
        if hit is None:
            return None
        last, (word, row) = hit
        for k, atom in enumerate(ATOM.findall(word)):
            if atom[0].isupper() and not view.upper(i + k):
                return None
            if len(atom) > 1 and atom.isupper() and last - i == 1 and view.case(i) != ACRONYM:
                return None  # "Vn", "Hn" are no abbreviations of a place
        return last, row

    def level(self, view: View, i: int) -> tuple[int, Level] | None:
        """A level word at atom i ("tỉnh", "TP."), as a word of its own: (atom after it and its dot, its row)."""
        hit = self._levels.at(view.sentence, i)
        if hit is None:
            return None
        last, (word, row) = hit
        if word.isupper() and view.cases[i] == LOWER:
            return None  # "tư" is not TƯ
        if view.atom(last) == "." and view.case(last - 1) != "l" and last + 1 < len(view) and view.joined(last):
            last += 1
        return last, row

    def where(self, view: View, i: int) -> Where | None:
        """The level words and places that begin at atom i."""
        levels = self._level_list(view, i)
        if levels is None:
            hit = self.gazetteer(view, i)
            if hit is None:
                return None
            return Where(i, hit[0], place=hit[1], name=hit[1].words[0], named=[(i, hit[0])])
        j, level, plural = levels
        found = Where(i, j, level, plural=plural)
        self._name(view, found)
        return found

    def _level_list(self, view: View, i: int) -> tuple[int, Level, bool] | None:
        """One level word or several: "tỉnh, thành phố". Several have the rank of the first."""
        hit = self.level(view, i)
        if hit is None:
            return None
        last, level = hit
        plural = False
        while True:
            link = self._links.at(view.sentence, last)
            following = self.level(view, link[0]) if link else None
            if following is None or view.upper(following[0]):
                return last, level, plural
            last, plural = following[0], True

    def _name(self, view: View, found: Where) -> None:
        """Add the name that follows the level word."""
        last = self._one_name(view, found.last, found)
        if last is None:
            return
        found.named = [(found.last, last)]
        found.last = last

    def more_names(self, view: View, found: Where) -> None:
        """Go on over a list of names: "các huyện Lộc Bình, Đình Lập và Cao Lộc"."""
        while found.named:
            link = self._links.at(view.sentence, found.last)
            if link is None or not view.upper(link[0]):
                return
            last = self._one_name(view, link[0], None)
            if last is None:
                return
            found.named.append((link[0], last))
            found.last = last

    def _one_name(self, view: View, i: int, found: Where | None) -> int | None:
        if view.case(i) == FIGURE and found is not None:
            return self._number(view, i, found)
        hit = self.gazetteer(view, i)
        last = self._names.place_run(view, i, hit[0] if hit else None)
        if last == i:
            return None
        if found is not None:
            found.place = hit[1] if hit and hit[0] == last else None
            found.name = found.place.words[0] if found.place else view.text(i, last)
        return last

    def _number(self, view: View, i: int, found: Where) -> int | None:
        """ "quận 1", "phường 5"; a longer number, or one with something counted behind it, is none."""
        before = self._numbered.before(view.sentence, i)
        counted = view.case(i + 1) == "l" and view.atom(i).isdigit() and not view.upper(i - 1)
        if before is None or not view.atom(i).isdigit() or len(view.atom(i)) > 2 or counted:
            return None
        found.name = view.atom(i)
        return i + 1

    def plural_before(self, view: View, i: int) -> bool:
        """Whether a plural word stands before atom i: "các huyện Lộc Bình, Đình Lập"."""
        return self._plural.before(view.sentence, i) is not None

    def ambiguous(self, view: View, found: Where) -> bool:
        """A name that is also a common word: at a sentence's start, alone, it is none ("Anh", "Pháp")."""
        if found.level is not None or view.text(found.first, found.last) not in self._ambiguous:
            return False
        return found.first == 0 or view.atom(found.first - 1) in ('"', "“", ".", ":", "-", "–")
