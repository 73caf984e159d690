"""Quantities: a number with the unit or the noun that it counts, and the word that bends it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractor.alphabet import GROUPED
from extractor.document import Document, Mark, Sentence
from extractor.mentions.comparators import ComparatorReader
from extractor.mentions.numbers import FIGURES, NumberReader, NumberSpan, upside_down
from extractor.mentions.separators import Comma, comma_habit, exact, times
from extractor.mentions.units import UnitReader, UnitSpan
from extractor.mentions.values import QuantityValue
from extractor.model import Number, UnitKind
from extractor.rulebook.book import Rulebook

NAME_NUMBER_MOST = 20
BARE_SCALE = 1000
"""A number with this scale or more is a quantity even where its unit is left unsaid ("lỗ hơn 3.000 tỷ")."""
_VERSION = re.compile(r"\d\.0")
"""Vietnamese writes 4,0: a dot before a single zero is of a version ("công nghiệp 4.0")."""
_NOUN_CLASSES = ("person", "body", "place", "document", "event", "part", "topic")


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


class QuantityMarker:
    """Marks the quantities of a document whose periods, percentages, ranks and documents are marked already."""

    def __init__(self, book: Rulebook) -> None:
        self.reader = NumberReader(book)
        self.units = UnitReader(book)
        self.comparators = ComparatorReader(book)
        self._blockers = book.phrases("number_blockers", "phone_words")
        self._weak = book.phrases("weak_number_blockers")
        self._excused = book.phrases("number_blocker_exceptions")
        self._vague = book.phrases("vague_numbers", "no_number_phrases", "enumerators")
        self._slogans = book.phrases("slogan_words")
        self._ranges = book.phrases("range_links")
        self._shared = book.phrases("shared_unit_links")
        self._durations = book.phrases("duration_verbs")
        self._duration_links = book.phrases("duration_links")
        self._one = {
            book.alphabet.free(w) for row in book.tables["numerals"] if getattr(row, "value", 0) == 1 for w in row.words
        }

    def mark(self, document: Document) -> None:
        comma = comma_habit(document.text)
        for sentence in document.sentences:
            sentence.add(self._sentence(sentence, comma))

    def _sentence(self, s: Sentence, comma: Comma) -> list[Mark]:
        if self.reader.next_start(s, 0) is None:
            return []
        taken = covered(s)
        amounts = [a for a in self._amounts(s, comma, taken) if not self._blocked(s, a)]
        found: list[Mark] = []
        for i, amount in enumerate(amounts):
            unit = self.units.read(s, amount.last, taken, scaled=amount.scale > 1) or self.units.before(s, amount.first)
            shared = None if unit else self._shared_unit(s, amounts, i, taken)
            if shared and amount.scale == 1:
                amount = _scaled(amount, shared[1])
            mark = self._quantity(s, amount, unit, shared[0] if shared else None)
            if mark and not (found and found[-1].last > mark.first):
                found.append(mark)
        return found

    # --- numbers -----------------------------------------------------------------------------------------------

    def _amounts(self, s: Sentence, comma: Comma, taken: list[bool]) -> Iterator[Amount]:
        at = 0
        while (begin := self.reader.next_start(s, at)) is not None:
            i, at = begin, begin + 1
            if taken[i]:
                continue
            idiom = self._vague.at(s, i) or (self._vague.at(s, i - 1) if i else None)
            number = self.reader.read(s, i, comma, alone=self.comparators.stands_before(s, i))
            if number is None or (idiom and idiom[0] >= number.last) or any(taken[i : number.last]):
                at = max(at, idiom[0] if idiom and number else at)
                continue
            amount = self._extend(s, i, number, comma, taken)
            yield amount
            at = amount.last

    def _extend(self, s: Sentence, i: int, low: NumberSpan, comma: Comma, taken: list[bool]) -> Amount:
        """The number from atom i with the whole of an a/b figure or the high end of a range."""
        plain = Amount(i, low.last, low.value, None, None, low.scale, low.figures, low.implied)
        at = low.last
        if (
            at + 1 < len(s)
            and s.plain[at] == "/"
            and s.touches(at)
            and s.plain[at + 1] in FIGURES
            and s.touches(at + 1)
        ):
            whole = self.reader.read(s, at + 1, comma)
            if whole and not self._again(s, whole.last):
                if _is_fraction(low.value, whole.value):
                    return Amount(i, whole.last, exact(low.value / whole.value), None, None, whole.scale, low.figures)
                value = times(low.value, whole.scale) if low.scale == 1 else low.value  # "72/160 tỷ đồng"
                return Amount(i, whole.last, value, None, whole.value, whole.scale, low.figures, whole.implied)
        unit = self.units.measure(s, at)
        link = self._ranges.at(s, unit.last if unit else at)
        if link is None or link[0] >= len(s) or taken[link[0]]:
            return plain
        high = self.reader.read(s, self.comparators.after_link(s, link[0]), comma)
        if high is None or (s.plain[link[0] - 1] == "-" and not high.figures):
            return plain
        value = low.value
        if low.scale < high.scale and not unit and times(low.value, high.scale) <= high.value:
            value = times(low.value, high.scale)  # "2-3 tỷ": the scale belongs to both
        slip = unit is None and upside_down(s, at, value, high.value)
        if (value > high.value and not slip) or (unit and not self.units.same(s, unit, high.last)):
            return plain
        return Amount(i, high.last, value, high.value, None, high.scale, low.figures, high.implied)

    def _again(self, s: Sentence, at: int) -> bool:
        """A second "/number" makes it a date or an identifier."""
        return (
            at + 1 < len(s)
            and s.plain[at] in "/-"
            and s.touches(at)
            and s.plain[at + 1] in FIGURES
            and s.touches(at + 1)
        )

    # --- what is no quantity -----------------------------------------------------------------------------------

    def _blocked(self, s: Sentence, a: Amount) -> bool:
        """Ordinals, identifiers, addresses, idioms, slogans."""
        if self._identifier(s, a):
            return True
        block = self._blockers.before(s, a.first)
        if block and not self._is_excused(s, block[0], a.first):
            return True
        if self._in_slogan(s, a):
            return True
        weak = self._weak.before(s, a.first)
        return bool(weak and a.scale == 1 and a.value < 1000 and self._labels(s, a, weak[0]))

    def _labels(self, s: Sentence, a: Amount, noun: int) -> bool:
        """Whether a number behind a noun only labels it: no unit follows ("đợt 1"), the noun is part of a name inside
        the sentence ("Kênh 7"), or another label follows ("khoản 2 điều 5")."""
        name = noun > 0 and s.atom(noun)[0].isupper() and s.atom(noun)[1:].islower()
        label = self._blockers.at(s, a.last)
        if name or (label is not None and label[0] < len(s) and s.plain[label[0]] in FIGURES):
            return True
        return self.units.measure(s, a.last) is None and not self.units.known_noun(s, a.last)

    def _is_excused(self, s: Sentence, first: int, at: int) -> bool:
        """The blocker is part of a longer word behind which a number counts ("con số")."""
        hit = self._excused.before(s, at)
        return hit is not None and hit[0] < first

    def _identifier(self, s: Sentence, a: Amount) -> bool:
        """A letter or hyphenated code glued to the number: 1A, 30a, A-1, 01/NQ-CP; a version: 4.0."""
        after, before = a.last, a.first - 1
        if _VERSION.fullmatch(s.slice(a.first, a.last)) and self.units.measure(s, after) is None:
            return True
        if after < len(s) and s.touches(after):
            text = s.atom(after)
            if text[0].isalpha() and self.units.measure(s, after) is None and not self.units.known_noun(s, after):
                return True
            if text in "/-" and after + 1 < len(s) and s.touches(after + 1) and s.atom(after + 1)[0].isupper():
                return self.units.measure(s, after + 1) is None
        if self._numbers_a_name(s, a):
            return True
        if before >= 0 and s.touches(a.first):
            return s.atom(before)[0].isalpha() or (s.plain[before] in "/-" and s.touches(before))
        return False

    def _numbers_a_name(self, s: Sentence, a: Amount) -> bool:
        """ "Nhiệt điện Thái Bình 1, …", "Cát Linh 2 mở rộng": a small number behind a name and before no noun of small
        letters that it could count."""
        if not a.figures or a.value >= NAME_NUMBER_MOST or a.first < 2 or not s.atom(a.first - 1)[0].isupper():
            return False
        if s.plain[a.first - 2] in '.:"' or self.units.measure(s, a.last) is not None:
            return False
        return a.last >= len(s) or not s.atom(a.last)[0].islower()

    def _in_slogan(self, s: Sentence, a: Amount) -> bool:
        if self._slogans.at(s, a.last) is None or a.scale != 1:
            return False
        quoted = s.plain[: a.first].count('"') % 2 == 1
        return quoted or (a.first > 0 and s.plain[a.first - 1] == '"')

    # --- the quantity ------------------------------------------------------------------------------------------

    def _shared_unit(
        self, s: Sentence, amounts: list[Amount], i: int, taken: list[bool]
    ) -> tuple[UnitSpan, Number] | None:
        """The unit and scale of the next number, where only "và" or a comma stands between ("3 và 5 tỷ đồng")."""
        if i + 1 >= len(amounts):
            return None
        link = self._shared.at(s, amounts[i].last)
        if link is None or link[0] != amounts[i + 1].first:
            return None
        nearer = self.units.read(s, amounts[i + 1].last, taken, scaled=amounts[i + 1].scale > 1)
        return (nearer, amounts[i + 1].scale) if nearer else self._shared_unit(s, amounts, i + 1, taken)

    def _quantity(self, s: Sentence, a: Amount, unit: UnitSpan | None, shared: UnitSpan | None) -> Mark | None:
        of = unit or shared or (unsaid_unit(a) if self._counts_unsaid(s, a) else None)
        if of is None or not self._counts(s, a, of):
            return None
        comparator, first, last = self.comparators.around(s, a.first, max(a.last, unit.last) if unit else a.last)
        if a.high is not None:
            comparator = "range"
        if of.kind == "time" and not of.compound and not of.age and not self._duration_counts(s, first, last):
            return None
        factor = of.factor
        value = QuantityValue(
            value=a.value, high=a.high, whole=a.whole, comparator=comparator, unit=of.text, unit_kind=of.kind,
            base_value=None if factor is None else times(a.value, factor),
            base_unit=of.base, noun=of.noun, bare=of.bare, number_last=a.last,
        )  # fmt: skip
        if unit and unit.first < a.first:
            first = min(first, unit.first)
        return Mark("quantity", first, last, value, self._refinement(a, of))

    def _counts_unsaid(self, s: Sentence, a: Amount) -> bool:
        """A quantity even where its unit is left unsaid: it has a scale, or is grouped ("gần 70.000")."""
        return a.scale >= BARE_SCALE or (s.plain[a.first] == GROUPED and a.whole is None)

    def _refinement(self, a: Amount, unit: UnitSpan) -> str:
        """What rules may ask of a quantity: its kind, a counted noun's class, a unit price ("đồng/xe").

        "15/19 tiêu chí" says how many of them are done: it counts, whatever the noun."""
        if a.whole is not None:
            return "count"
        if unit.kind == "count":
            return unit.noun if unit.noun in _NOUN_CLASSES else "count"
        if unit.age:
            return "age"
        if unit.kind == "money":
            return "price" if unit.per_thing else "money"
        return unit.kind if unit.kind in ("time", "ratio") else "measure"

    def _counts(self, s: Sentence, a: Amount, unit: UnitSpan) -> bool:
        """Number words are taken only before a known unit or noun, and "một" alone is the article."""
        if a.figures or a.scale > 1:
            return True
        if a.last == a.first + 1 and s.plain[a.first] in self._one:
            return False
        if a.last == a.first + 1 and a.first > 0 and s.plain[a.first - 1] == "/":
            return False  # "m3/năm"
        return unit.known

    def _duration_counts(self, s: Sentence, first: int, last: int) -> bool:
        """A duration is a quantity where it is a result ("rút ngắn 5 ngày") or a limit, not where it only frames."""
        at = first
        for _ in range(3):
            if self._durations.before(s, at):
                return True
            link = self._duration_links.before(s, at)
            if link is None:
                break
            at = link[0]
        return self._durations.at(s, first) is not None and self.comparators.around(s, last, last)[0] == "exact"


def _scaled(a: Amount, scale: Number) -> Amount:
    """An amount that shares the scale of a later one: the 3 of "3 và 5 tỷ đồng"."""
    high = None if a.high is None else times(a.high, scale)
    return replace(a, value=times(a.value, scale), high=high, scale=scale)


def unsaid_unit(a: Amount) -> UnitSpan:
    """The unit of an amount whose unit the article leaves unsaid: the one that its scale implies, or none."""
    kind: UnitKind = "money" if a.implied else "count"
    return UnitSpan(a.last, a.last, a.implied, kind, a.implied, 1 if a.implied else None)


def _is_fraction(part: Number, whole: Number) -> bool:
    """ "1/4 nhu cầu", "2/3 số hộ" are fractions, "15/19 tiêu chí" is a count out of another."""
    return 0 < part < whole <= 10 and (part == 1 or (part, whole) in {(2, 3), (3, 4)})


def covered(s: Sentence) -> list[bool]:
    """Which atoms lie under a mark that no number may be taken from."""
    taken = [False] * len(s)
    for mark in s.marks:
        if mark.kind in ("period", "percent", "rank", "document", "quantity"):
            taken[mark.first : mark.last] = [True] * (mark.last - mark.first)
    return taken
