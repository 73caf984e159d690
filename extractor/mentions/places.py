"""Places by name and by grammar: "tỉnh Lạng Sơn", "huyện Lộc Bình", "quận 1", "các huyện, thành phố"."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.alphabet import ATOM
from extractor.mentions.names import Names
from extractor.mentions.view import ACRONYM, CAPITAL, FIGURE, LOWER, View, fold_phrase, openings
from extractor.rulebook.book import Phrases, Rulebook
from extractor.rulebook.tables import Level, Place

REFINEMENTS = {"province": "province", "country": "country", "city": "city", "region": "region", "continent": "region"}


_TIERS = {"province": "province", "city": "district", "district": "district", "commune": "commune"}
_RANKS = {"province": 4, "district": 6, "commune": 8}
"""the ranks that the table of levels gives; here for a place that stands without its level word"""


@dataclass(frozen=True, slots=True)
class Named:
    """One name in a list of places: its atoms, the name, its kind, the gazetteer's row if it has one."""

    first: int
    last: int
    name: str
    kind: str
    place: Place | None = None


@dataclass(slots=True)
class Where:
    """A level word, a place, or both: "tỉnh", "Lạng Sơn", "tỉnh Lạng Sơn", "các huyện Lộc Bình, Đình Lập"."""

    first: int
    last: int
    level: Level | None = None
    named: list[Named] = field(default_factory=list)
    plural: bool = False

    @property
    def place(self) -> Place | None:
        return self.named[0].place if self.named else None

    @property
    def name(self) -> str | None:
        return self.named[0].name if self.named else None

    @property
    def kind(self) -> str | None:
        return self.named[0].kind if self.named else self.level.level if self.level else None

    @property
    def tier(self) -> str | None:
        """The level of government: province, district, commune, or central."""
        if self.level is not None and (not self.named or self.level.level not in ("province", "district")):
            return self.level.level
        return _TIERS.get(self.kind or "")

    @property
    def rank(self) -> int | None:
        """The rank of a committee of that level; of a village, that of its word."""
        tier = self.tier
        if self.level is not None and self.level.level == tier:
            return self.level.rank
        return _RANKS.get(tier or "")


class PlaceFinder:
    """Reads places in a sentence."""

    def __init__(self, book: Rulebook, names: Names) -> None:
        rows = book.rows("places", Place)
        words = [word for row in rows for word in row.words]
        self._gazetteer = Phrases(book.alphabet, _by_name(rows), loose=True)
        not_levels = frozenset(book.words("not_levels"))
        levels = [
            (w, row) for row in book.rows("levels", Level) for w in row.words if w not in not_levels and "," not in w
        ]
        # TP after tp, TƯ after tư: of two spellings the one that asks for less is looked up
        levels.sort(key=lambda entry: entry[0].isupper())
        self._levels = Phrases(book.alphabet, ((word, (word, row)) for word, row in levels))
        self._plural = book.phrases("body_determiners")
        self._links = book.phrases("body_list_links")
        self._province_levels = frozenset(book.words("province_levels"))
        self._numbered = book.phrases("numbered_levels")
        self._seldom = book.phrases("seldom_numbered_levels")
        self._ambiguous = frozenset(book.words("ambiguous_place_names"))
        self._names = names
        self._middles = frozenset(book.words("middle_names"))
        level_words = [word for row in book.rows("levels", Level) for word in row.words]
        self.openings = openings(book.alphabet, words + level_words)

    def gazetteer(self, view: View, i: int, *, strict: bool = True) -> tuple[int, Place] | None:
        """A place of the gazetteer that begins at atom i, written with its capitals (only the first, not strictly).

        Of several of one name that which is in force on the article's day, else the first.
        """
        hit = self._gazetteer.at(view.sentence, i)
        if hit is None:
            return None
        last, (word, rows) = hit
        for k, atom in enumerate(ATOM.findall(word)):
            if atom[0].isupper() and not view.upper(i + k) and (strict or not k):
                return None
            if last - i == 1 and len(atom) > 1 and atom.isupper() != view.atoms[i].isupper():
                return None  # "Hn" is no abbreviation of a place, "THÁI" in capitals may be a person's
        return last, next((row for row in rows if row.in_force(view.year)), rows[0])

    def level(self, view: View, i: int) -> tuple[int, Level] | None:
        """A level word at atom i ("tỉnh", "TP."), as a word of its own: (atom after it and its dot, its row)."""
        hit = self._levels.at(view.sentence, i)
        if hit is None:
            return None
        last, (word, row) = hit
        if word.isupper() and view.cases[i] == LOWER:
            return None  # "tư" is not TƯ
        if view.atom(last) == "." and view.case(last - 1) != LOWER and last + 1 < len(view) and view.joined(last):
            last += 1
        return last, row

    def where(self, view: View, i: int) -> Where | None:
        """The level words and places that begin at atom i."""
        hit = self.gazetteer(view, i)
        levels = self._level_list(view, i) if hit is None else None
        if hit is not None:
            return Where(i, hit[0], named=[Named(i, hit[0], hit[1].words[0], hit[1].kind, hit[1])])
        if levels is None:
            return None
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
        named = self._number(view, found) or self._one_name(view, found.last, found.level)
        letter = len(view.atoms[found.first]) == 1  # "T. Nghệ An", but not the initials "T.L"
        if named is not None and not (letter and named.place is None and not named.name.isdigit()):
            found.named, found.last = [named], named.last

    def more_names(self, view: View, found: Where) -> None:
        """Go on over a list of names: "các huyện Lộc Bình, Đình Lập và Cao Lộc"."""
        while found.named:
            link = self._links.at(view.sentence, found.last)
            if link is None or not view.upper(link[0]):
                return
            named = self._one_name(view, link[0], found.level)
            if named is None:
                return
            found.named.append(named)
            found.last = named.last

    def _one_name(self, view: View, i: int, level: Level | None) -> Named | None:
        hit = self.gazetteer(view, i, strict=False)
        if hit is None and (self._sentence_ends(view, i) or self._person(view, i)):
            return None
        last = self._names.place_run(view, i, hit[0] if hit else None)
        if last == i or (hit is None and last == i + 1 and view.case(i) == ACRONYM):
            return None  # no name, or an abbreviation: "xã NTM"
        place = hit[1] if hit and hit[0] == last else None
        return Named(i, last, place.words[0] if place else view.text(i, last), self._kind(level, place), place)

    def _person(self, view: View, i: int) -> bool:
        """Whether a person's name stands where a place might: "UBND tỉnh | Nguyễn Văn An"."""
        return bool(self._names.surname(view, i)) and view.atom(i + 1) in self._middles

    def _kind(self, level: Level | None, place: Place | None) -> str:
        """What kind of place it is: "huyện Thái Bình" is a district, "thành phố Thái Bình" a city, not the province."""
        if level is None:
            return place.kind if place else "district"
        if level.level not in ("province", "district"):
            return level.level
        if place is None and level.level == "province":
            return "province" if level.words[0] in self._province_levels else "city"
        if place is None or place.kind not in ("province", "city"):
            return "district"
        if place.kind == "province" and level.level == "province" and place.head in (None, level.words[0]):
            return "province"
        return "city" if level.level == "province" else "district"

    @staticmethod
    def _sentence_ends(view: View, i: int) -> bool:
        """Whether the dot before atom i ends a sentence, not an abbreviation: "báo cáo TP. Theo lãnh đạo"."""
        return view.atom(i - 1) == "." and not view.joined(i) and view.run(i) - i < 2

    def _number(self, view: View, found: Where) -> Named | None:
        """ "quận 1", "phường 5"; a longer number, or one with something counted behind it, is none."""
        i = found.last
        if view.case(i) != FIGURE or not view.atoms[i].isdigit() or len(view.atoms[i]) > 2:
            return None
        counted = view.case(i + 1) == LOWER and not view.upper(i - 1)  # "xã 5 hồ sơ"
        always = self._numbered.before(view.sentence, i)
        if always is None and (counted or self._seldom.before(view.sentence, i) is None):
            return None
        return Named(i, i + 1, view.atoms[i], self._kind(found.level, None))

    def plural_before(self, view: View, i: int) -> bool:
        """Whether a plural word stands before atom i: "các huyện Lộc Bình, Đình Lập"."""
        return self._plural.before(view.sentence, i) is not None

    def ambiguous(self, view: View, found: Where) -> bool:
        """A name that is also a common word: at a sentence's start, alone, it is none ("Anh", "Pháp")."""
        if found.level is not None or view.text(found.first, found.last) not in self._ambiguous:
            return False
        if view.case(found.first - 1) == CAPITAL and not view.atoms[found.first - 1].isupper():
            return True  # the last syllable of a name: "Bùi Anh"
        return view.opens(found.first)


def _by_name(rows: list[Place]) -> list[tuple[str, tuple[str, list[Place]]]]:
    """Each name with the units that bear it: (name, (its first spelling, their rows))."""
    named: dict[str, tuple[str, list[Place]]] = {}
    for row in rows:
        for word in row.words:
            named.setdefault(fold_phrase(word), (word, []))[1].append(row)
    return [(word, (word, units)) for word, units in named.values()]
