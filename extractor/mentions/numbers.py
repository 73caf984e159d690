"""Numbers in figures and words, scales applied: "1.234,5", "2 triệu 300 nghìn", "hai triệu rưỡi", "một trăm linh tư".

A numeral is groups below a thousand, each with its scales, from the largest to the smallest. The words and their parts
come from the tables `numerals` and `scales`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from extractor.alphabet import FIGURES
from extractor.document import Sentence
from extractor.mentions.number_groups import GroupReader
from extractor.mentions.separators import Comma, exact
from extractor.model import Number
from extractor.rulebook.book import Phrases, Rulebook
from extractor.rulebook.tables import Classifier, Numeral, Scale

THOUSAND: Final = Decimal(1000)


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """A number read from atoms up to `last`; `scale` is the product of its last group's scales (1 without one)."""

    value: Number
    last: int
    scale: Number
    figures: bool
    implied: str | None = None
    """the unit that the scale implies where none is written ("3.000 tỷ")"""


@dataclass(slots=True)
class _Term:
    """A group below a thousand with its scales ("35 nghìn tỷ", "hai triệu rưỡi"); after a `final` one none follows."""

    value: Decimal
    last_scale: Decimal
    factor: Decimal
    """the product of its scales"""
    final: bool


def upside_down(s: Sentence, link: int, low: Number, high: Number) -> bool:
    """Whether two numbers are a range written the wrong way round ("650.000-600.000 tấn"): a hyphen without spaces at
    atom `link`, and ends of one size."""
    tight = s.plain[link] == "-" and s.touches(link) and s.touches(link + 1)
    return tight and low / 2 <= high < low


class NumberReader:
    """Reads the numeral that begins at an atom."""

    def __init__(self, book: Rulebook) -> None:
        alphabet = book.alphabet
        self._numerals = {alphabet.free(w): row for row in book.rows("numerals", Numeral) for w in row.words}
        self._scales = {alphabet.free(w): row for row in book.rows("scales", Scale) for w in row.words}
        self._starts = FIGURES | {c for c, row in self._numerals.items() if row.role in ("digit", "ten") and row.value}
        labels = book.phrases("number_blockers", "weak_number_blockers", "number_labels")
        self._groups = GroupReader(self._numerals, self._scales, labels)
        self._idioms = book.phrases("no_number_phrases")
        rows = book.rows("classifiers", Classifier)
        self._nouns = Phrases(alphabet, ((w, w) for row in rows for w in row.words), loose=True)
        rounds = {c: row for c, row in self._numerals.items() if row.role in ("hundred", "dozen")}
        self._rounds = {c: Decimal(str(row.value)) for c, row in rounds.items()}
        self._alone = set(rounds) | {c for c, row in self._scales.items() if row.alone}
        self._zeros = {c for c, row in self._numerals.items() if row.role == "digit" and not row.value}
        openings = "".join(sorted({*self._starts, *self._rounds, *self._scales, *self._zeros}))
        self._opening = re.compile(f"[{re.escape(openings)}]")

    def may_start(self, code: str) -> bool:
        """Whether a numeral may begin with this atom (given by its plain code)."""
        return self._opening.match(code) is not None

    def next_start(self, s: Sentence, i: int) -> int | None:
        """The first atom from `i` on with which a numeral may begin."""
        m = self._opening.search(s.plain, i)
        return m.start() if m else None

    def read(self, s: Sentence, i: int, comma: Comma = "either", *, alone: bool = False) -> NumberSpan | None:
        """The longest numeral from atom i, None where there is none. `alone`: a scale may open it ("gần triệu")."""
        if i >= len(s):
            return None
        terms: list[_Term] = []
        opened = self._open_bare(s, i, alone)
        if opened is None and s.plain[i] not in self._starts and not self._below_one(s, i):
            return None
        at = self._scaled(s, opened[0], opened[1], terms, i) if opened else i
        figures = s.plain[i] in FIGURES
        while at < len(s) and not (terms and terms[-1].final):
            after = self._next_term(s, at, terms, comma, figures=figures)
            if after == at:
                break
            at = after
        if not terms or not self._clean_end(s, i, at):
            return None
        last = self._scales.get(s.plain[at - 1])
        total = sum((t.value for t in terms), Decimal(0))
        return NumberSpan(exact(total), at, exact(terms[-1].factor), figures, last.implies if last else None)

    def _below_one(self, s: Sentence, i: int) -> bool:
        """ "không | phẩy năm": by itself "không" is no number."""
        point = self._groups.role(s, i + 1) if s.plain[i] in self._zeros else None
        return point is not None and point.role == "point"

    def digit(self, s: Sentence, at: int) -> int | None:
        """The digit that stands at atom `at` in words, from one on."""
        role = self._groups.role(s, at)
        return int(role.value) if role and role.role == "digit" and role.value >= 1 else None

    def denominator(self, s: Sentence, at: int) -> int | None:
        """The number at atom `at` that may divide: "(ba phần) | tư", "(chín phần) | mười"."""
        role = self._groups.role(s, at)
        divides = role is not None and role.role in ("digit", "unit_digit", "ten") and role.value > 1
        return int(role.value) if role and divides else None

    def may_scale(self, s: Sentence, at: int) -> bool:
        """Whether a numeral goes on at atom `at`: "mươi", "trăm", "triệu"."""
        return self._groups.role(s, at) is not None or self._scale_at(s, at) is not None

    def is_half(self, s: Sentence, at: int) -> bool:
        """Whether "rưỡi" stands at atom `at`: "2 tấn | rưỡi"."""
        role = self._groups.role(s, at)
        return role is not None and role.role == "half"

    # --- terms -------------------------------------------------------------------------------------------------

    def _open_bare(self, s: Sentence, i: int, alone: bool) -> tuple[Decimal, int] | None:
        """A scale or "trăm" that no numeral stands before: with a half ("triệu rưỡi"), or behind a comparator. Its
        value and the atom where scales may follow."""
        code = s.plain[i]
        with_half = self.is_half(s, i + 1)
        if code in self._scales:
            bound = alone and code in self._alone and (s.alone(i) or self._scale_at(s, i + 1) is not None)
            return (Decimal(1), i) if with_half or bound else None
        if code not in self._rounds:
            return None
        if with_half:
            return self._rounds[code] * Decimal("1.5"), i + 2
        bound = alone and (s.alone(i) or self._scale_at(s, i + 1) is not None)
        return (self._rounds[code], i + 1) if bound else None

    def _next_term(self, s: Sentence, at: int, terms: list[_Term], comma: Comma, *, figures: bool) -> int:
        """Add the term at atom `at`; the atom after it, or `at` where none continues the number."""
        if terms:
            small = self._after_scale(s, at, terms[-1], figures)
            if small:
                terms.append(_Term(small[0], Decimal(1), Decimal(1), True))
                return small[1]
            if self._lone_digit(s, at):
                return at
        group = self._groups.read(s, at, comma)
        return self._scaled(s, *group, terms, at) if group else at

    def _scaled(self, s: Sentence, value: Decimal, at: int, terms: list[_Term], begin: int) -> int:
        """Add a group and the scales from atom `at`; the atom after them, or `begin` where they continue no number.

        A scale takes all smaller ones before it along: "một nghìn | hai trăm tỷ", "2 triệu | 300 nghìn tỷ".
        """
        factor, last_scale, half = Decimal(1), Decimal(1), False
        kept = len(terms)
        while row := self._scale_at(s, at):
            scale = Decimal(str(row.value))
            while kept and terms[kept - 1].last_scale < scale:
                kept -= 1
                value, factor = value + terms[kept].value, Decimal(1)
            if kept and terms[kept - 1].last_scale == scale:
                return begin
            value, factor, last_scale, at = value * scale, factor * scale, scale, at + 1
            tail = self._groups.role(s, at)
            if tail and tail.role == "half":
                value, at, half = value + factor / 2, at + 1, True
        if terms and factor == 1 and s.plain[begin] in FIGURES:
            hundreds = terms[-1].last_scale == THOUSAND and THOUSAND / 10 <= value < THOUSAND  # "5 nghìn | 600 hộ"
            if not hundreds or s.plain[begin - 1] not in self._scales:
                return begin  # "2 triệu 300": another number
        del terms[kept:]
        terms.append(_Term(value, last_scale, factor, half or factor == 1))
        return at

    def _after_scale(self, s: Sentence, at: int, before: _Term, figures: bool) -> tuple[Decimal, int] | None:
        """What a scale takes after it below its hundreds: "một nghìn lẻ năm", "hai triệu mốt", "một triệu hai"."""
        role, then = self._groups.role(s, at), self._groups.role(s, at + 1)
        if role is None:
            return None
        if role.role == "zero_link":
            digit = then and then.role in ("digit", "unit_digit") and s.ends_word(at + 2)
            return (Decimal(str(then.value)), at + 2) if then and digit else None
        tenth = role.role == "unit_digit" or (not figures and self._lone_digit(s, at) and role.value > 1)
        if not tenth or not s.ends_word(at + 1) or self._idioms.at(s, at) is not None:
            return None
        return Decimal(str(role.value)) * before.last_scale / 10, at + 1

    def _lone_digit(self, s: Sentence, at: int) -> bool:
        """A digit word that no other part of a numeral follows."""
        role, then = self._groups.role(s, at), self._groups.role(s, at + 1)
        return bool(role and role.role == "digit" and then is None and self._scale_at(s, at + 1) is None)

    def _scale_at(self, s: Sentence, at: int) -> Scale | None:
        """The scale at atom `at`; one that begins another word is none ("triệu tập", "tỷ lệ")."""
        row = self._scales.get(s.plain[at]) if at < len(s) else None
        if row is None:
            return None
        idiom = self._idioms.at(s, at)
        return row if idiom is None or idiom[0] == at + 1 else None

    def _clean_end(self, s: Sentence, first: int, last: int) -> bool:
        """A number in words ends where a word ends, not "hai tư" of "hai tư nhân"; behind "mươi" no digit opens one."""
        before = self._groups.role(s, last - 2) if last > 1 else None
        in_tens = before is not None and before.role == "tens"
        return s.plain[last - 1] not in self._numerals or in_tens or s.ends_word(last) or self._glued(s, first, last)

    def _glued(self, s: Sentence, first: int, last: int) -> bool:
        """ "Sáu_xã", "mười_đội": a numeral of one syllable that the segmenter glues to the noun that it counts."""
        if last != first + 1 or s.joins[first] or not s.atom(last).islower():
            return False
        noun = self._nouns.at(s, last)
        return noun is not None and s.ends_word(noun[0])
