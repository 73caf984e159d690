"""Groups below a thousand, in figures or words: "300", "1 234 567", "hai trăm linh tư"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from extractor.alphabet import FIGURES
from extractor.document import Sentence
from extractor.mentions.separators import Comma, read_figures
from extractor.rulebook.book import Phrases
from extractor.rulebook.tables import Numeral, Scale

DIGITS_MOST = 18
"""A longer run of digits is an account or a serial number."""

_GROUP = re.compile(r"\d{3}(?:,\d+)?")
_LISTING = frozenset(",;/")
"""Behind these marks a number is often one of several; behind a hyphen only where that is glued to it."""


class GroupReader:
    """Reads what stands before the scales of a numeral."""

    def __init__(self, numerals: Mapping[str, Numeral], scales: Mapping[str, Scale], labels: Phrases[str]) -> None:
        self._labels = labels
        self._numerals = numerals
        self._scales = scales

    def role(self, s: Sentence, at: int) -> Numeral | None:
        """The row of the number word at atom `at`."""
        return self._numerals.get(s.plain[at]) if at < len(s) else None

    def read(self, s: Sentence, at: int, comma: Comma) -> tuple[Decimal, int] | None:
        if s.plain[at] in FIGURES:
            return self._figure_group(s, at, comma)
        group = self._word_group(s, at)
        if group is None:
            return None
        value, last = Decimal(str(group[0])), group[1]
        decimals = self._decimals(s, last)
        return (value + decimals[0], decimals[1]) if decimals else (value, last)

    def _decimals(self, s: Sentence, at: int) -> tuple[Decimal, int] | None:
        """What stands behind the point in words: "hai | phẩy năm", "năm | phẩy không bảy"."""
        point = self.role(s, at)
        if point is None or point.role != "point":
            return None
        zeros = 0
        while (role := self.role(s, at + 1 + zeros)) and role.role == "digit" and role.value == 0:
            zeros += 1
        digits, last = self._tens(s, at + 1 + zeros)
        return (Decimal(f"0.{'0' * zeros}{digits:.0f}"), last) if last > at + 1 + zeros else None

    def _figure_group(self, s: Sentence, at: int, comma: Comma) -> tuple[Decimal, int] | None:
        spaced = self._spaced_groups(s, at)
        if spaced:
            return Decimal("".join(s.atom(j) for j in range(at, spaced)).replace(",", ".")), spaced
        figures = s.atom(at)
        if sum(c.isdigit() for c in figures) > DIGITS_MOST:
            return None
        scaled = at + 1 < len(s) and (s.plain[at + 1] in self._scales or s.plain[at + 1] == "%")
        value = Decimal(str(read_figures(figures, comma, scaled=scaled)))
        times = self.role(s, at + 1)
        if times is not None and times.role in ("hundred", "dozen"):
            return value * Decimal(str(times.value)), at + 2  # "3 trăm | triệu đồng", "6 chục | hộ"
        return value, at + 1

    def _spaced_groups(self, s: Sentence, at: int) -> int | None:
        """The end of "1 234 567", "20 000", "12 345,6": one to three digits, then groups of three with single spaces
        between. One group alone that is not round is one only where nothing says that two numbers meet there."""
        if len(s.atom(at)) > 3 or not s.atom(at).isdigit():
            return None
        j = at + 1
        while j < len(s) and s.starts[j] == s.ends[j - 1] + 1 and _GROUP.fullmatch(s.atom(j)):
            j += 1
            if not s.atom(j - 1).isdigit():
                break
        groups = j - at - 1
        if groups * 3 + len(s.atom(at)) > DIGITS_MOST or not groups:
            return None
        return j if groups > 1 or s.atom(at + 1) == "000" or self._is_one_number(s, at, j) else None

    def _is_one_number(self, s: Sentence, at: int, last: int) -> bool:
        """Whether "12 500 | hộ" is one number: no label, name or figure stands before it ("nhóm 3 | 120 người") and a
        word of small letters or a sign behind it."""
        if s.atom(at).startswith("0") or last >= len(s) or not (s.atom(last)[0].islower() or s.plain[last] == "%"):
            return False
        before = s.atom(at - 1) if at else ""
        named = (at > 1 and before[:1].isupper()) or (before == "-" and s.touches(at))
        listed = before in _LISTING and at > 1 and s.atom(at - 2)[0].isdigit()  # "đội 2, 3 | 120 người"
        return not (named or before[:1].isdigit() or listed or self._labels.before(s, at))

    def _word_group(self, s: Sentence, at: int) -> tuple[float, int] | None:
        """A numeral below a thousand in words, from atom `at`."""
        hundreds, at2 = self._hundreds(s, at)
        row = self.role(s, at2)
        if row is None:
            return (hundreds, at2) if at2 > at else None
        if row.role == "zero_link" and at2 > at:
            unit = self.role(s, at2 + 1)
            if unit and unit.role in ("digit", "unit_digit"):
                return hundreds + unit.value, at2 + 2
            return hundreds, at2
        if row.role == "half" and at2 > at:
            return hundreds + 50, at2 + 1
        tens, at3 = self._tens(s, at2)
        if at3 == at2 and at2 == at:
            return None
        return hundreds + tens, at3

    def _hundreds(self, s: Sentence, at: int) -> tuple[float, int]:
        digit, hundred = self.role(s, at), self.role(s, at + 1)
        if digit and hundred and digit.role == "digit" and hundred.role == "hundred":
            return digit.value * 100, at + 2
        return 0.0, at

    def _tens(self, s: Sentence, at: int) -> tuple[float, int]:
        first, second, third = (self.role(s, at + k) for k in range(3))
        if first is None:
            return 0.0, at
        if first.role == "ten":
            if second and second.role in ("digit", "unit_digit") and s.plain[at + 1] not in self._year_word(s, at + 1):
                return 10 + second.value, at + 2
            return 10.0, at + 1
        if first.role != "digit":
            return 0.0, at
        if second and second.role in ("tens", "dozen"):
            tens = first.value * second.value
            if second.role == "tens" and third and third.role in ("digit", "unit_digit") and third.value >= 1:
                return tens + third.value, at + 3
            return tens, at + 2
        if second and second.role == "unit_digit" and first.value >= 2 and s.ends_word(at + 2):
            return first.value * 10 + second.value, at + 2  # "hai tư" = 24
        return first.value, at + 1

    def _year_word(self, s: Sentence, at: int) -> frozenset[str]:
        """The digit word that also means year, where a figure follows it ("mười năm 2016")."""
        follows_year = at + 1 < len(s) and s.plain[at + 1] in FIGURES
        return frozenset(s.plain[at]) if follows_year else frozenset()
