"""Units of measure after a number, and the nouns that a number counts, with where they end."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.document import Sentence
from extractor.mentions.numbers import FIGURES
from extractor.model import UnitKind
from extractor.rulebook.book import Phrases, Rulebook
from extractor.rulebook.tables import Classifier, Unit

_PAIRED = ("place", "body", "person", "thing", "document", "event", "part", "attendee")
_WHO = frozenset({"body", "person"})
"""Classes that go together in pairs: "cá nhân, tổ chức"."""
NOUN_MOST = 7
"""Syllables of a counted noun at most; of 79 labelled nouns none is longer without its relative clause."""


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
            id(row): Phrases(book.alphabet, ((w, w) for w in row.not_before), loose=True)
            for row in rows
            if row.not_before
        }
        self._nouns: Phrases[Classifier] = Phrases(
            book.alphabet, ((w, r) for r in book.rows("classifiers", Classifier) for w in r.words), loose=True
        )
        self._general = book.phrases("general_denominators")
        self._denominators = book.phrases("unit_denominators")
        self._each = book.phrases("per_words")
        self._purpose_heads = book.phrases("purpose_heads")
        self._purposes = book.phrases("purpose_verbs")
        self._stops = book.phrases("np_stop", "action_verbs", "action_verbs_short")
        qualities = book.words("np_qualities")
        self._qualities = Phrases(book.alphabet, ((w, w) for w in qualities), loose=True)
        self._adjuncts = book.phrases("np_adjuncts")
        self._pair = frozenset(",")

    def read(self, s: Sentence, i: int, taken: list[bool], *, scaled: bool = False) -> UnitSpan | None:
        """The unit of measure at atom i, else the counted noun there."""
        if i >= len(s) or taken[i]:
            return None
        return self.measure(s, i, scaled=scaled) or self._counted(s, i, taken)

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
        text = _tight(s, i, last)
        base, factor = row.base, row.factor
        end = self._per(s, last)
        if end > last:
            each = self._each.at(s, last)  # "tấn mỗi ngày" is written so, and is tấn/ngày
            per = "/" + _tight(s, each[0], end) if each else _tight(s, last, end)
            thing = self._general.at(s, each[0] if each else last + 1) is None
            whole = _tight(s, i, end) if each else text + per
            return UnitSpan(i, end, whole, row.kind, base + per, factor, compound=True, per_thing=thing)
        return UnitSpan(i, last, text, row.kind, base, factor, age=row.age, size=row.size)

    def same(self, s: Sentence, unit: UnitSpan, i: int) -> bool:
        """Whether the unit at atom i is the same one, or the same per something ("1.000 đồng - 3.000 đồng/lít")."""
        other = self.measure(s, i)
        return other is not None and (other.base == unit.base or f"{other.base}".startswith(f"{unit.base}/"))

    def known_noun(self, s: Sentence, i: int) -> bool:
        """Whether a noun of the table of classifiers begins at atom i."""
        return i < len(s) and not s.atom(i).istitle() and self._noun(s, i) is not None

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
        veto = self._not_before.get(id(row))
        return veto is not None and last < len(s) and veto.at(s, last) is not None

    def _per(self, s: Sentence, at: int) -> int:
        """The atom after "/năm", "/người/năm", "mỗi ngày" from atom `at`."""
        each = self._each.at(s, at)
        if each:
            part = self._denominators.at(s, each[0]) or self._units.at(s, each[0])
            return part[0] if part else at
        while at + 1 < len(s) and s.plain[at] == "/":
            hit = self._denominators.at(s, at + 1) or self._units.at(s, at + 1) or self._nouns.at(s, at + 1)
            if hit is None:
                break
            at = hit[0]
        return at

    # --- counted nouns -----------------------------------------------------------------------------------------

    def _counted(self, s: Sentence, i: int, taken: list[bool]) -> UnitSpan | None:
        if not s.atom(i)[0].isalpha():
            return None
        hit = self._noun(s, i)
        if hit is None and (self._stops.at(s, i) is not None or not self._may_be_noun(s, i)):
            return None
        head = hit[0] if hit else self._word_end(s, i)
        last = self._noun_end(s, i, head, taken, hit[1] if hit else None)
        end = self._per(s, last)
        noun = hit[1].noun if hit else None
        bare = bool(hit and hit[1].bare and last == hit[0])
        text = s.slice(i, end)
        return UnitSpan(i, end, text, "count", text, 1, noun, bare, hit is not None, end > last)

    def _noun(self, s: Sentence, i: int) -> tuple[int, Classifier] | None:
        """A noun of the table at atom i; one syllable must end a word ("bản", not "bản lề")."""
        hit = self._nouns.at(s, i)
        return None if hit is None or (hit[0] == i + 1 and not s.ends_word(hit[0])) else hit

    def _may_be_noun(self, s: Sentence, i: int) -> bool:
        """A small word, or an abbreviation (DN); a capitalised name counts nothing."""
        return s.atom(i)[0].islower() or s.atom(i).isupper()

    def _word_end(self, s: Sentence, i: int) -> int:
        j = i + 1
        while s.joins[j]:
            j += 1
        return j

    def _noun_end(self, s: Sentence, first: int, at: int, taken: list[bool], head: Classifier | None) -> int:
        """Where the noun phrase ends: at a closed-class word, a common verb, punctuation, a number or a mark."""
        open_ = head is None or head.bare
        while at < len(s) and at - first < NOUN_MOST:
            if taken[at] or s.plain[at] in FIGURES:
                break
            adjunct = self._adjuncts.at(s, at)
            if adjunct and not open_ and (self._ends(s, adjunct[0], taken) or self._before_name(s, at, adjunct[0])):
                at = adjunct[0]
                break
            bracket = self._acronym_end(s, at)
            if bracket:
                if self._ends(s, bracket, taken):
                    break  # "doanh nghiệp (DN) | tham gia": it only tells how the noun is written from now on
                at = bracket
                continue
            paired = self._paired_noun(s, at, head)
            if paired:
                at = paired
                continue
            purpose = self._purpose_end(s, first, at, taken)
            if purpose:
                return purpose
            if self._stops.at(s, at) or self._qualities.at(s, at) or not s.atom(at)[0].isalpha():
                break
            if s.atom(at)[0].isupper() and not s.atom(at).isupper():
                break  # a name belongs to no counted noun
            end = self._word_end(s, at)
            if end - first > NOUN_MOST:
                break
            at, open_ = end, False
        return at

    def _purpose_end(self, s: Sentence, first: int, at: int, taken: list[bool]) -> int | None:
        """The atom after what the counted thing is for: "dự án | nạo vét luồng", "cơ sở | khám, chữa bệnh".

        A number behind the verb makes it what they did ("3 công ty | xử lý 500 tấn rác"); a second verb behind a comma
        makes it a list as long as a clause."""
        head = self._purpose_heads.at(s, first)
        verb = self._purposes.at(s, at) if head and head[0] == at else None
        end = verb[0] if verb else len(s)
        if verb is None or (end < len(s) and (taken[end] or s.plain[end] in FIGURES)):
            return None
        if end + 1 < len(s) and s.plain[end] == "," and self._purposes.at(s, end + 1):
            return None
        while end < len(s) and end - first < NOUN_MOST and not self._ends(s, end, taken):
            if s.plain[end] in FIGURES or s.atom(end)[0].isupper() or self._qualities.at(s, end):
                break
            end = self._word_end(s, end)
        return end

    def _before_name(self, s: Sentence, at: int, end: int) -> bool:
        """ "4 huyện | ven biển Hải Lăng, …": what classifies stands before the names of its members."""
        return s.atom(end)[0].isupper() and self._qualities.at(s, at) is None

    def _ends(self, s: Sentence, at: int, taken: list[bool]) -> bool:
        return at >= len(s) or taken[at] or not s.atom(at)[0].isalpha() or self._stops.at(s, at) is not None

    def _acronym_end(self, s: Sentence, at: int) -> int | None:
        """The atom after "(DN)"."""
        if at + 2 < len(s) and s.plain[at] == "(" and s.plain[at + 2] == ")" and s.atom(at + 1).isupper():
            return at + 3
        return None

    def _paired_noun(self, s: Sentence, at: int, head: Classifier | None) -> int | None:
        """ "huyện, thị xã": a second noun of the same class right after the comma, not itself counted."""
        if s.plain[at] not in self._pair or at + 1 >= len(s) or head is None or head.noun not in _PAIRED:
            return None
        hit = self._noun(s, at + 1)
        return hit[0] if hit and (hit[1].noun == head.noun or {hit[1].noun, head.noun} == _WHO) else None


def _tight(s: Sentence, first: int, last: int) -> str:
    """The text of a unit with the spaces of "m 3 /năm" taken out, those between words kept."""
    parts = [s.atom(first)]
    for j in range(first + 1, last):
        spaced = not s.touches(j) and s.atom(j)[0].isalpha() and s.atom(j - 1)[0].isalpha()
        parts.append((" " if spaced else "") + s.atom(j))
    return "".join(parts)
