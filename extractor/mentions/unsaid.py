"""The unit of a number that stands without one, from where the sentence names what is counted.

"64% (32.000) ý kiến": behind the bracket; "hơn 5.000 là số cán bộ bị xử lý": behind the number; "số hồ sơ đã giải
quyết: 12.345", "tổng số thuê bao đạt hơn 120 triệu": before it; "2,4 tỷ USD, trong đó cá tra đạt 700 triệu": the
currency of the amount before; "vay 300 triệu": money, where the sentence speaks of it.
"""

from __future__ import annotations

from extractor.document import Mark, Sentence
from extractor.mentions.labels import Amount
from extractor.mentions.units import UnitReader, UnitSpan, home_currency
from extractor.mentions.values import QuantityValue
from extractor.rulebook.book import Rulebook

HEAD_MOST = 16
"""Atoms at most between the noun that is counted and its number ("tổng số hộ dùng nước máy ở thị trấn | đạt …")."""
MILLION = 1_000_000
_BREAKS = ";."
ENDS = ",;.)("
"""Behind these marks, or at the end, nothing follows that a number could count."""


class UnsaidUnits:
    """Finds the unit of a number without one."""

    def __init__(self, book: Rulebook, units: UnitReader) -> None:
        self._units = units
        self._heads = book.phrases("count_heads")
        self._is = book.phrases("count_is")
        self._named = book.phrases("number_blockers", "phone_words")
        self._states = book.phrases("count_states")
        self._money = book.phrases("money_words")
        self._sums = book.phrases("money_heads")
        self._home = _home_currency(book)

    def behind(self, s: Sentence, a: Amount, taken: list[bool]) -> UnitSpan | None:
        """What is counted, behind a bracket that holds the number alone, or behind "là số"."""
        if a.last >= len(s):
            return None
        at = a.last + 1 if s.plain[a.last] == ")" and "(" in s.plain[max(0, a.first - 2) : a.first] else None
        is_ = self._is.at(s, a.last) if at is None else None
        at = is_[0] if is_ else at
        if at is None or at >= len(s):
            return None
        head = self._heads.at(s, at)
        unit = self._units.read(s, head[0] if head else at, taken)
        return unit if unit and unit.kind == "count" and (unit.known or head) else None

    def stated(self, s: Sentence, a: Amount) -> bool:
        """ "số người bị thương là | 35.": a small number too is one of what "số …" names, where its clause ends."""
        ends = a.last >= len(s) or s.plain[a.last] in ENDS
        return a.figures and ends and self._states.before(s, a.first) is not None

    def before(self, s: Sentence, a: Amount, taken: list[bool], found: list[Mark]) -> UnitSpan | None:
        """What is counted, named by "số …" before the number in its clause, else the currency that is spoken of."""
        low = max([0, a.first - HEAD_MOST, *(j + 1 for j in range(a.first) if s.plain[j] in _BREAKS)])
        heads = [last for first, last, _ in self._heads.find(s, low, a.first) if not self._names(s, first, last)]
        if heads and not any(heads[-1] <= m.first for m in found) and not self._sums.at(s, heads[-1]):
            unit = self._units.read(s, heads[-1], taken)
            return unit if unit and unit.kind == "count" and unit.last <= a.first else None
        if a.scale < MILLION:
            return None
        spoken_of = a.implied is None and self._money.find(s, low, a.first)
        return self._currency(a, found) or (self._home if spoken_of else None)

    def _names(self, s: Sentence, first: int, last: int) -> bool:
        """ "số điện thoại", "số tài khoản" name a number, they count nothing."""
        hit = self._named.at(s, first)
        return hit is not None and hit[0] > last

    def _currency(self, a: Amount, found: list[Mark]) -> UnitSpan | None:
        """The currency of the amount before, of which this one is a part."""
        value = found[-1].value if found else None
        if not isinstance(value, QuantityValue) or value.unit_kind != "money" or not value.unit or "/" in value.unit:
            return None
        return UnitSpan(0, 0, value.unit, "money", value.base_unit, _factor(value)) if a.value <= value.value else None


def _home_currency(book: Rulebook) -> UnitSpan | None:
    """Money in the currency of the country."""
    home = home_currency(book)
    return UnitSpan(0, 0, home[0], home[1].kind, home[1].base, home[1].factor) if home else None


def _factor(value: QuantityValue) -> float | None:
    return value.base_value / value.value if value.base_value is not None and value.value else None
