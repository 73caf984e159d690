"""Numbers that count nothing: ordinals, identifiers, names, addresses, idioms, slogans."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.alphabet import FIGURES
from extractor.document import Sentence
from extractor.mentions.units import UnitReader
from extractor.model import Number
from extractor.rulebook.book import Rulebook

NAME_NUMBER_MOST = 20
YEARS = range(1900, 2100)
_VERSION = re.compile(r"\d\.0")
"""Vietnamese writes 4,0: a dot before a single zero is of a version ("công nghiệp 4.0")."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its range or whole: atoms `first` to `last`."""

    first: int
    last: int
    value: Number
    high: Number | None
    whole: Number | None
    scale: Number
    figures: bool
    implied: str | None = None
    part: bool = False
    """a fraction in words of a whole that is named behind it ("ba phần tư diện tích")"""


class Labels:
    """Tells numbers that only label what stands beside them."""

    def __init__(self, book: Rulebook, units: UnitReader) -> None:
        self._units = units
        self._blockers = book.phrases("number_blockers", "phone_words")
        self._weak = book.phrases("weak_number_blockers")
        self._excused = book.phrases("number_blocker_exceptions")
        self._streets = book.phrases("street_words")
        self._house_openers = book.phrases("house_openers")
        self._slogans = book.phrases("slogan_words")
        self._plate_tails = book.phrases("plate_tails")

    def blocks(self, s: Sentence, a: Amount) -> bool:
        """Whether a number is an ordinal, an identifier, an address, part of an idiom or a slogan."""
        if self._identifier(s, a) or self._is_year(s, a) or self._is_plate(s, a) or _is_no_numeral(s, a):
            return True
        if _behind_colon(s, a):
            return True
        block = self._blockers.before(s, a.first)
        if block and not self._is_excused(s, block[0], a.first):
            return True
        if self._in_slogan(s, a):
            return True
        weak = self._weak.before(s, a.first)
        return bool(weak and a.scale == 1 and a.value < 1000 and self._only_labels(s, a, weak[0]))

    def _is_year(self, s: Sentence, a: Amount) -> bool:
        """ "thị trường 2019 | sôi động": a year without its word, before nothing that a number is known to
        count."""
        if not a.figures or a.high is not None or a.whole is not None or a.value not in YEARS:
            return False
        counts = self._units.measure(s, a.last) is not None or self._units.known_noun(s, a.last)
        return s.slice(a.first, a.last).isdigit() and not counts

    def _is_plate(self, s: Sentence, a: Amount) -> bool:
        """ "tàu cá KH 91234 | TS": the number of a boat, between the letters of its province and of its kind."""
        return a.first > 0 and s.atom(a.first - 1)[0].isupper() and self._plate_tails.at(s, a.last) is not None

    def _only_labels(self, s: Sentence, a: Amount, noun: int) -> bool:
        """Whether a number behind a noun only labels it: no unit follows ("đợt 1"), the noun is part of a name inside
        the sentence ("Kênh 7"), or another label follows ("khoản 2 điều 5")."""
        name = noun > 0 and s.atom(noun)[0].isupper() and s.atom(noun)[1:].islower()
        label = self._blockers.at(s, a.last)
        if name or (label is not None and label[0] < len(s) and s.plain[label[0]] in FIGURES):
            return True
        return self._units.measure(s, a.last) is None and not self._units.known_noun(s, a.last)

    def _is_excused(self, s: Sentence, first: int, at: int) -> bool:
        """The blocker is part of a longer word behind which a number counts ("con số")."""
        hit = self._excused.before(s, at)
        return hit is not None and hit[0] < first

    def _identifier(self, s: Sentence, a: Amount) -> bool:
        """A letter or hyphenated code glued to the number: 1A, 30a, A-1, 01/NQ-CP; a version: 4.0."""
        after, before = a.last, a.first - 1
        if _VERSION.fullmatch(s.slice(a.first, a.last)) and self._units.measure(s, after) is None:
            return True
        if after < len(s) and s.touches(after):
            text = s.atom(after)
            if text[0].isalpha() and self._units.measure(s, after) is None and not self._units.known_noun(s, after):
                return True
            if text in "/-" and after + 1 < len(s) and s.touches(after + 1) and s.atom(after + 1)[0].isupper():
                return self._units.measure(s, after + 1) is None
        if self._numbers_a_name(s, a) or self._numbers_a_house(s, a):
            return True
        if before >= 0 and s.touches(a.first):
            return s.atom(before)[0].isalpha() or (s.plain[before] in "/-" and s.touches(before))
        return False

    def _numbers_a_name(self, s: Sentence, a: Amount) -> bool:
        """ "Nhiệt điện Thái Bình 1, …", "Cát Linh 2 mở rộng": a small number behind a name and before no noun of small
        letters that it could count."""
        if not a.figures or a.value >= NAME_NUMBER_MOST or a.first < 2 or not s.atom(a.first - 1)[0].isupper():
            return False
        if s.plain[a.first - 2] in '.:"' or self._units.measure(s, a.last) is not None:
            return False
        if a.whole is not None and not self._units.known_noun(s, a.last):
            return True  # "Mega 6/45 và …"
        return a.last >= len(s) or not s.atom(a.last)[0].islower()

    def _numbers_a_house(self, s: Sentence, a: Amount) -> bool:
        """ "tại 34, 36, 42 đường Trần Phú": a plain number before a street's name."""
        street = self._streets.at(s, a.last) if a.figures and a.scale == 1 and a.last < len(s) else None
        return street is not None and street[0] < len(s) and s.atom(street[0]).istitle() and self._places(s, a.first)

    def _places(self, s: Sentence, at: int) -> bool:
        """Whether "tại", "số", or another house's number stands right before atom `at`."""
        while at >= 2 and s.plain[at - 1] in ",-" and s.plain[at - 2] in FIGURES:
            at -= 2
        return self._house_openers.before(s, at) is not None

    def _in_slogan(self, s: Sentence, a: Amount) -> bool:
        if self._slogans.at(s, a.last) is None or a.scale != 1:
            return False
        quoted = s.plain[: a.first].count('"') % 2 == 1
        return quoted or (a.first > 0 and s.plain[a.first - 1] == '"')


def _behind_colon(s: Sentence, a: Amount) -> bool:
    """ "Lúc 08:39 | Sở Y tế họp", "thắng 3:2 | trước đội khách": minutes, the second half of a score or a scale."""
    colon = a.first - 1
    glued = colon > 0 and s.touches(colon) and s.touches(a.first)
    return glued and s.plain[colon] == ":" and s.plain[colon - 1] in FIGURES


def _is_no_numeral(s: Sentence, a: Amount) -> bool:
    """ "ông Lê Văn Tám | yêu cầu", "12 | năm công tác": a word of a name, or the year behind its own number."""
    if a.figures or a.first == 0:
        return False
    before = s.atom(a.first - 1)
    return s.plain[a.first - 1] in FIGURES or (s.atom(a.first).istitle() and before.istitle())
