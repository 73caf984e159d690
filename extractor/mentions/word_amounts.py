"""Amounts that only words tell: "ba phần tư diện tích", "hai, ba gia đình", "ba bốn chục hộ"."""

from __future__ import annotations

from decimal import Decimal

from extractor.alphabet import FIGURES
from extractor.document import Sentence
from extractor.mentions.labels import Amount
from extractor.mentions.numbers import NumberReader
from extractor.mentions.separators import exact, times
from extractor.mentions.units import UnitReader
from extractor.model import Number
from extractor.rulebook.book import Phrases, Rulebook

FOUR, FIVE, SEVEN = 4, 5, 7


class WordAmounts:
    """Reads fractions and the ranges of two neighbouring numerals in words."""

    def __init__(self, book: Rulebook, reader: NumberReader, units: UnitReader) -> None:
        self._reader, self._units = reader, units
        self._parts = frozenset(map(book.alphabet.free, book.words("fraction_words")))
        self._wholes = Phrases(book.alphabet, ((w, w) for w in book.words("whole_heads")), loose=True)
        self._links = book.phrases("fraction_links")

    def read(self, s: Sentence, i: int, taken: list[bool]) -> Amount | None:
        """The fraction or range that begins at atom i."""
        if s.plain[i] in FIGURES:
            return None
        amount = self._fraction(s, i) or self._range(s, i, taken)
        return None if amount is None or any(taken[amount.first : amount.last]) else amount

    # --- fractions ---------------------------------------------------------------------------------------------

    def _fraction(self, s: Sentence, i: int) -> Amount | None:
        """ "hai phần ba | dân số": digits on both sides, and what it is a part of."""
        over = self._reader.digit(s, i) if s.plain[i + 1 : i + 2] in self._parts else None
        under = self._reader.denominator(s, i + 2) if over else None
        if not over or not under or over >= under:
            return None
        last = i + 3
        word = last < len(s) and s.atom(last)[0].islower() and (s.ends_word(last) or self._wholes.at(s, last))
        if not word or self._reader.digit(s, last) is not None or self._reader.may_scale(s, last):
            return None
        link = self._links.at(s, last)
        return _part(i, link[0] if link else last, exact(Decimal(over) / Decimal(under)))

    # --- ranges ------------------------------------------------------------------------------------------------

    def _range(self, s: Sentence, i: int, taken: list[bool]) -> Amount | None:
        """ "hai, ba | hộ", "ba bốn chục | hộ": a digit and the next one, five and seven, before what they count."""
        low = self._reader.digit(s, i)
        if not low or i + 2 >= len(s) or self._in_list(s, i):
            return None
        comma = s.plain[i + 1] == ","
        then = i + 1 + comma
        step = self._reader.digit(s, then)
        if step is None or (step != low + 1 and (low, step) != (FIVE, SEVEN)):
            return None
        high = self._reader.read(s, then)
        if high is None or high.figures or high.value % step:
            return None
        factor = exact(high.value / step)
        in_years = not comma and factor == 1 and (low, step) == (FOUR, FIVE)  # "bốn năm": four years
        unit = self._units.read(s, high.last, taken)
        if in_years or unit is None or unit.kind == "time" or not (unit.known or factor > 1):
            return None
        return Amount(i, high.last, times(low, factor), high.value, None, high.scale, False, high.implied)

    def _in_list(self, s: Sentence, i: int) -> bool:
        """Whether a numeral stands before: "một, hai, ba" counts off."""
        before = i - 2 if i > 1 and s.plain[i - 1] == "," else i - 1
        return before >= 0 and self._reader.may_start(s.plain[before])


def _part(first: int, last: int, value: Number) -> Amount:
    return Amount(first, last, value, None, None, 1, False, part=True)
