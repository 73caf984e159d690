"""Units of measure after a number, and the nouns that a number counts, with where they end."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.alphabet import FIGURES
from extractor.document import Sentence
from extractor.mentions.nouns import NounReader
from extractor.model import UnitKind
from extractor.rulebook.book import Phrases, Rulebook
from extractor.rulebook.tables import Unit

QUOTED_LEAST, QUOTED_MOST = 2, 6
"""Syllables at least and at most of a counted noun in quotation marks."""
MEASURED_MOST = 4
"""Syllables at most between a unit and what it is taken per ("tấn | xơ sợi | /ngày")."""


@dataclass(frozen=True, slots=True)
class UnitSpan:
    """A unit at atoms `first` to `last`; `known` says that a table holds it."""

    first: int
    last: int
    text: str | None
    kind: UnitKind
    base: str | None
    factor: float | None
    noun: str | None = None
    bare: bool = False
    known: bool = True
    compound: bool = False
    age: bool = False
    size: bool = False
    """says what a thing is like, not how much was done ("2.100 MHz")"""
    per_thing: bool = False
    """a unit price or rate per thing ("đồng/xe"), not per time or head ("đồng/người/năm")"""


class UnitReader:
    """Reads the unit or counted noun that begins at an atom."""

    def __init__(self, book: Rulebook) -> None:
        rows = book.rows("units", Unit)
        self._units: Phrases[Unit] = Phrases(book.alphabet, ((w, r) for r in rows for w in r.words), loose=True)
        self._symbols = {symbol: row for row in rows for symbol in row.symbols}
        self._spaced = {w.replace(" ", "").lower(): row for row in rows for w in row.words if w[-1:] in "23"}
        self._not_before = {
            row.words[0]: Phrases(book.alphabet, ((w, w) for w in row.not_before), loose=True)
            for row in rows
            if row.not_before
        }
        self.nouns = NounReader(book)
        self._general = book.phrases("general_denominators")
        self._denominators = book.phrases("unit_denominators")
        self._slogans = book.phrases("slogan_words")
        self._each = book.phrases("per_words")
        self._each_sold = book.phrases("price_per_words")
        self._articles = book.phrases("vague_numbers", "no_number_phrases")
        self._ones = frozenset(book.words("unit_ones"))
        self._home = home_currency(book)

    def read(self, s: Sentence, i: int, taken: list[bool], *, scaled: bool = False) -> UnitSpan | None:
        """The unit of measure at atom i, else the counted noun there."""
        if i >= len(s) or taken[i]:
            return None
        measure = self.measure(s, i, scaled=scaled)
        noun = self.nouns.row(s, i) if measure else None
        longer = measure is not None and noun is not None and noun[0] >= measure.last  # "đ/c" is no đồng
        return measure if measure and not longer else self._counted(s, i, taken)

    def before(self, s: Sentence, i: int) -> UnitSpan | None:
        """A currency that stands before its number: "USD 5 triệu"."""
        hit = self._units.before(s, i) or self._sign_before(s, i)
        if hit is None or not hit[1].before:
            return None
        first, row = hit
        return UnitSpan(first, i, s.slice(first, i), row.kind, row.base, row.factor)

    def _sign_before(self, s: Sentence, i: int) -> tuple[int, Unit] | None:
        """A sign of one or two atoms: "$", "US$"."""
        for first in range(max(0, i - 2), i):
            row = self._symbols.get(s.slice(first, i))
            if row:
                return first, row
        return None

    def measure(self, s: Sentence, i: int, *, scaled: bool = False) -> UnitSpan | None:
        """A unit of the table at atom i, with what it is taken per ("/người/năm"). After a scale ("tỷ đồng bộ …") it
        cannot be the beginning of another word."""
        if i >= len(s):
            return None
        found = self._unit_row(s, i, scaled)
        if found is None:
            return None
        last, row = found
        text = self._tight(s, i, last)
        base, factor = row.base, row.factor
        money = row.kind == "money"
        end = self._per(s, last, money=money)
        of = self._per_behind_noun(s, last) if end == last else None
        if of:  # "500ha đất/năm" is ha/năm
            text, per = text + self._tight(s, *of), self._tight(s, *of)
            return UnitSpan(i, of[1], text, row.kind, base + per, factor, compound=True)
        if end > last:
            each = self._each_at(s, last, money=money)  # "tấn mỗi ngày" is written so, and is tấn/ngày
            per = "/" + self._tight(s, each[0], end) if each else self._tight(s, last, end)
            thing = self._general.at(s, each[0] if each else last + 1) is None
            whole = self._tight(s, i, end) if each else text + per
            return UnitSpan(i, end, whole, row.kind, base + per, factor, compound=True, per_thing=thing)
        return UnitSpan(i, last, text, row.kind, base, factor, age=row.age, size=row.size)

    def unwritten(self, s: Sentence, i: int) -> UnitSpan | None:
        """The currency left out before "/": "7 triệu | /tháng", "500 nghìn | /suất"; atom i holds the "/"."""
        if i + 1 >= len(s) or s.plain[i] != "/" or s.plain[i + 1] in FIGURES or self._home is None:
            return None
        last = self._per(s, i)
        if last == i:
            return None
        name, row = self._home
        per = self._tight(s, i, last)
        thing = self._general.at(s, i + 1) is None
        return UnitSpan(i, last, name + per, row.kind, f"{row.base}{per}", row.factor, compound=True, per_thing=thing)

    def same(self, s: Sentence, unit: UnitSpan, i: int) -> bool:
        """Whether the unit at atom i is the same one, or the same per something ("1.000 đồng - 3.000 đồng/lít")."""
        other = self.measure(s, i)
        return other is not None and (other.base == unit.base or f"{other.base}".startswith(f"{unit.base}/"))

    def known_noun(self, s: Sentence, i: int) -> bool:
        """Whether a noun of the table of classifiers begins at atom i."""
        return i < len(s) and not s.atom(i).istitle() and self.nouns.row(s, i) is not None

    # --- measures ----------------------------------------------------------------------------------------------

    def _unit_row(self, s: Sentence, i: int, scaled: bool) -> tuple[int, Unit] | None:
        if i + 1 < len(s) and s.plain[i + 1] in FIGURES:
            spaced = self._spaced.get((s.atom(i) + s.atom(i + 1)).lower())
            if spaced:
                return i + 2, spaced  # "m 3"
        symbol = self._symbols.get(s.atom(i))
        hit = self._units.at(s, i)
        if hit and any(s.plain[j] in FIGURES for j in range(i, hit[0])):
            hit = None  # figures in a phrase stand for any figures
        if hit and (scaled or not self._vetoed(s, hit)):
            return hit
        return (i + 1, symbol) if symbol else None

    def _vetoed(self, s: Sentence, hit: tuple[int, Unit]) -> bool:
        last, row = hit
        veto = self._not_before.get(row.words[0])
        return veto is not None and last < len(s) and veto.at(s, last) is not None

    def _each_at(self, s: Sentence, at: int, *, money: bool) -> tuple[int, str] | None:
        """Words at atom `at` that say "per": "mỗi", behind money "một" too ("20.000 đồng | một kg"), where it is no
        article ("500 đồng | một số nơi")."""
        sold = self._each_sold.at(s, at) if money and not self._articles.at(s, at) else None
        a_time = sold is not None and self._general.at(s, sold[0]) is not None  # "thu 500 tỷ đồng | một năm"
        return self._each.at(s, at) or (None if a_time else sold)

    def _per(self, s: Sentence, at: int, *, money: bool = False) -> int:
        """The atom after "/năm", "/người/năm", "mỗi ngày" from atom `at`; a price may be per anything ("đồng/bịch")."""
        each = self._each_at(s, at, money=money)
        if each:
            part = self._denominators.at(s, each[0]) or self._units.at(s, each[0])
            thing = self.nouns.rows.at(s, each[0]) if money else None
            return part[0] if part else thing[0] if thing else at
        while at + 1 < len(s) and s.plain[at] == "/":
            first = at + 1 + (s.atom(at + 1) in self._ones and at + 2 < len(s))  # "đồng/1 kWh"
            hit = self._denominators.at(s, first) or self._units.at(s, first) or self.nouns.rows.at(s, first)
            if hit is None and not (money and self._glued_word(s, first)):
                break
            at = hit[0] if hit else self.nouns.word_end(s, first)
        return at

    def _glued_word(self, s: Sentence, at: int) -> bool:
        """Whether a word of small letters is glued to the "/" before it."""
        return s.touches(at) and s.atom(at).isalpha() and s.atom(at).islower() and not self.nouns.stops(s, at)

    def _per_behind_noun(self, s: Sentence, at: int) -> tuple[int, int] | None:
        """ "tấn | xơ sợi | /ngày": what is measured stands between the unit and its "/"."""
        slash = s.plain.find("/", at, at + MEASURED_MOST + 1)
        if slash <= at or not all(s.atom(j).islower() and not self.nouns.stops(s, j) for j in range(at, slash)):
            return None
        end = self._per(s, slash)
        return (slash, end) if end > slash and s.touches(slash) else None

    # --- counted nouns -----------------------------------------------------------------------------------------

    def _counted(self, s: Sentence, i: int, taken: list[bool]) -> UnitSpan | None:
        if s.plain[i] == '"':
            return self._quoted(s, i, taken)
        found = self.nouns.read(s, i, taken)
        if found is None:
            return None
        last, row = found
        end = self._per(s, last)
        hit = self.nouns.row(s, i)
        bare = bool(row and hit and row.bare and last == hit[0])
        text = s.slice(i, end)
        return UnitSpan(i, end, text, "count", text, 1, row.noun if row else None, bare, row is not None, end > last)

    def _quoted(self, s: Sentence, i: int, taken: list[bool]) -> UnitSpan | None:
        """A counted noun in quotation marks: "gần 200 | “điểm đen”"; no slogan ("4 | “tại chỗ”")."""
        close = s.plain.find('"', i + 1, i + 2 + QUOTED_MOST)
        inside = range(i + 1, close)
        if len(inside) < QUOTED_LEAST or any(taken[j] or not s.atom(j).isalpha() for j in inside):
            return None
        if not s.atom(i + 1).islower() or self._slogans.at(s, i + 1) or self.nouns.stops(s, i + 1):
            return None
        row = self.nouns.row(s, i + 1)
        end = self.nouns.end(s, i, close + 1, taken)
        text = s.slice(i, end)
        return UnitSpan(i, end, text, "count", text, 1, row[1].noun if row else None, known=False)

    def _tight(self, s: Sentence, first: int, last: int) -> str:
        """The text of a unit with the spaces of "m 3 /năm" taken out, those between words kept; "/1 kWh" is "/kWh"."""
        parts = [s.atom(first)]
        for j in range(first + 1, last):
            spaced = not s.touches(j) and s.atom(j)[0].isalpha() and s.atom(j - 1)[0].isalpha()
            if s.plain[j - 1] != "/" or s.atom(j) not in self._ones:
                parts.append((" " if spaced else "") + s.atom(j))
        return "".join(parts)


def home_currency(book: Rulebook) -> tuple[str, Unit] | None:
    """The currency of the country, which the words may leave unsaid, with its row."""
    name = book.words("home_currency")[0]
    return next(((name, row) for row in book.rows("units", Unit) if name in row.words), None)
