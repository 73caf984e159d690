"""Quantities: a number with the unit or the noun that it counts, and the word that bends it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractor.alphabet import FIGURES, GROUPED
from extractor.document import Document, Mark, Sentence
from extractor.mentions.comparators import ComparatorReader
from extractor.mentions.labels import Amount, Labels
from extractor.mentions.numbers import NumberReader, NumberSpan, upside_down
from extractor.mentions.separators import Comma, comma_of, exact, times
from extractor.mentions.units import UnitReader, UnitSpan
from extractor.mentions.unsaid import UnsaidUnits
from extractor.mentions.values import QuantityValue
from extractor.mentions.word_amounts import WordAmounts
from extractor.model import Number, UnitKind
from extractor.rulebook.book import Rulebook

CHANGED_MOST = 5
"""Atoms behind a duration in which it is told to have changed ("từ 300 giờ như hiện nay | xuống còn")."""
BARE_SCALE = 1000
"""A number with this scale or more is a quantity even where its unit is left unsaid ("lỗ hơn 3.000 tỷ")."""
_NOUN_CLASSES = ("person", "body", "place", "document", "event", "part", "topic", "size", "attendee")


class QuantityMarker:
    """Marks the quantities of a document whose periods, percentages, ranks and documents are marked already."""

    def __init__(self, book: Rulebook) -> None:
        self.reader = NumberReader(book)
        self.units = UnitReader(book)
        self.comparators = ComparatorReader(book)
        self._labels = Labels(book, self.units)
        self._unsaid = UnsaidUnits(book, self.units)
        self._in_words = WordAmounts(book, self.reader, self.units)
        self._vague = book.phrases("vague_numbers", "no_number_phrases", "enumerators")
        self._ranges = book.phrases("range_links")
        self._shared = book.phrases("shared_unit_links")
        self._paid_for, self._there_is = book.phrases("paid_for"), book.phrases("there_is")
        self._only = book.phrases("only_words")
        self._members = book.phrases("member_links")
        self._durations = book.phrases("duration_verbs")
        self._sessions, self._framed = book.phrases("session_units"), book.phrases("session_frames")
        self._ages = book.phrases("age_measures")
        self._from = book.phrases("duration_froms")
        self._changes = book.phrases("duration_changes")
        self._duration_links = book.phrases("duration_links")
        self._one = {
            book.alphabet.free(w) for row in book.tables["numerals"] if getattr(row, "value", 0) == 1 for w in row.words
        }

    def mark(self, document: Document) -> None:
        comma = comma_of(document)
        for sentence in document.sentences:
            sentence.add(self._sentence(sentence, comma))

    def _sentence(self, s: Sentence, comma: Comma) -> list[Mark]:
        if self.reader.next_start(s, 0) is None:
            return []
        taken = covered(s)
        amounts = [a for a in self._amounts(s, comma, taken) if not self._labels.blocks(s, a)]
        found: list[Mark] = []
        for i, amount in enumerate(amounts):
            unit = self.units.read(s, amount.last, taken, scaled=amount.scale > 1) or self.units.before(s, amount.first)
            if unit and self._pays_for(s, amount, unit):
                unit = None
            if unit is None and amount.scale >= BARE_SCALE:
                unit = self.units.unwritten(s, amount.last)
            if unit and self._and_a_half(s, amount, unit):
                amount, unit = replace(amount, value=exact(amount.value + 0.5)), replace(unit, last=unit.last + 1)
            shared = None if unit else self._shared_unit(s, amounts, i, taken)
            if shared and amount.scale == 1:
                amount = _scaled(amount, shared[1])
            of = shared[0] if shared else None
            if unit is None and of is None and (self._is_great(s, amount) or self._unsaid.stated(s, amount)):
                of = self._unsaid.behind(s, amount, taken) or self._unsaid.before(s, amount, taken, found)
            if self._is_one(s, amount) and not self._one_counts(s, amount, unit, found):
                continue
            mark = self._quantity(s, amount, unit, of)
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
            told = self._in_words.read(s, i, taken)
            if told:
                yield told
                at = told.last
                continue
            idiom = self._vague.at(s, i) or (self._vague.at(s, i - 1) if i else None)
            number = self.reader.read(s, i, comma, alone=self.comparators.stands_before(s, i))
            if number and idiom and self._noun_goes_on(s, i, number, idiom[0]):
                idiom = None
            if number is None or (idiom and idiom[0] >= number.last) or any(taken[i : number.last]):
                at = max(at, idiom[0] if idiom and number else at)
                continue
            amount = self._extend(s, i, number, comma, taken)
            yield amount
            at = amount.last

    def _noun_goes_on(self, s: Sentence, i: int, number: NumberSpan, idiom: int) -> bool:
        """ "hai mặt | hàng", "năm sinh | viên": no idiom, since the noun that is counted ends behind it. "một" is the
        article ("một số | báo")."""
        noun = self.units.nouns.row(s, number.last) if number.value > 1 and number.last < idiom else None
        return noun is not None and noun[0] > idiom and self._vague.at(s, i) is not None

    def _extend(self, s: Sentence, i: int, low: NumberSpan, comma: Comma, taken: list[bool]) -> Amount:
        """The number from atom i with the whole of an a/b figure or the high end of a range."""
        plain = Amount(i, low.last, low.value, None, None, low.scale, low.figures, low.implied)
        at = low.last
        if _figures_behind(s, at, "/"):
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
        last = self._out_of(s, high.last)
        return Amount(i, last, value, high.value, None, high.scale, low.figures, high.implied)

    def _out_of(self, s: Sentence, at: int) -> int:
        """The atom after the whole that a range is out of: "56 - 60 | /60 | điểm"."""
        return at + 2 if _figures_behind(s, at, "/") and not self._again(s, at + 2) else at

    def _again(self, s: Sentence, at: int) -> bool:
        """A second "/number" makes it a date or an identifier."""
        return _figures_behind(s, at, "/-")

    # --- the quantity ------------------------------------------------------------------------------------------

    def _shared_unit(
        self, s: Sentence, amounts: list[Amount], i: int, taken: list[bool]
    ) -> tuple[UnitSpan, Number] | None:
        """The unit and scale of the next number, where only "và" or a comma stands between ("3 và 5 tỷ đồng")."""
        if i + 1 >= len(amounts):
            return None
        link = self._shared.at(s, amounts[i].last)
        alike = amounts[i].figures == amounts[i + 1].figures  # "60 năm, 6 người": no five before the comma
        if link is None or link[0] != amounts[i + 1].first or not alike:
            return None
        nearer = self.units.read(s, amounts[i + 1].last, taken, scaled=amounts[i + 1].scale > 1)
        return (nearer, amounts[i + 1].scale) if nearer else self._shared_unit(s, amounts, i + 1, taken)

    def _and_a_half(self, s: Sentence, a: Amount, unit: UnitSpan) -> bool:
        """ "2 tấn rưỡi": half a unit more."""
        measured = unit.kind != "count" and unit.first == a.last and a.scale == 1
        return measured and a.high is None and a.whole is None and self.reader.is_half(s, unit.last)

    def _quantity(self, s: Sentence, a: Amount, unit: UnitSpan | None, shared: UnitSpan | None) -> Mark | None:
        of = unit or shared or (unsaid_unit(a) if self._is_great(s, a) else None)
        if of is None or not self._counts(s, a, of):
            return None
        comparator, first, last = self.comparators.around(s, a.first, max(a.last, unit.last) if unit else a.last)
        if a.high is not None:
            comparator = "range"
        if of.age and comparator == "exact" and not self._ages.find(s, 0, first):
            return None  # "ông Nam (45 tuổi)": who he is; "trẻ dưới 6 tuổi được cấp thẻ" names a limit
        if of.kind == "time" and not of.compound and not of.age and not self._duration_counts(s, first, last):
            return None
        session = self._sessions.at(s, of.first) if unit else None
        if session and session[0] == of.last and self._framed.before(s, first):
            return None  # "họp trong 3 buổi": how long it took
        factor = of.factor
        value = QuantityValue(
            value=a.value, high=a.high, whole=a.whole, comparator=comparator, unit=of.text, unit_kind=of.kind,
            base_value=None if factor is None else times(a.value, factor),
            base_unit=of.base, noun=of.noun, bare=of.bare, number_last=a.last,
        )  # fmt: skip
        if unit and unit.first < a.first:
            first = min(first, unit.first)
        return Mark("quantity", first, last, value, self._refinement(a, of))

    def _is_great(self, s: Sentence, a: Amount) -> bool:
        """A quantity even where its unit is left unsaid: it has a scale, or is grouped ("gần 70.000")."""
        return a.scale >= BARE_SCALE or (s.plain[a.first] == GROUPED and a.whole is None)

    def _refinement(self, a: Amount, unit: UnitSpan) -> str:
        """What rules may ask of a quantity: its kind, a counted noun's class, a unit price ("đồng/xe").

        "15/19 tiêu chí" says how many of them are done: it counts, whatever the noun."""
        if a.whole is not None:
            return "count"
        if unit.kind == "count":
            whole = a.value % 1 == 0 and not unit.compound  # "14,2 tiêu chí/xã" is a measure of them
            return unit.noun if unit.noun in _NOUN_CLASSES and whole else "count"
        if unit.age or unit.size:
            return "age" if unit.age else "size"
        if unit.kind == "money":
            return "price" if unit.per_thing else "money"
        return unit.kind if unit.kind in ("time", "ratio") else "measure"

    def _counts(self, s: Sentence, a: Amount, unit: UnitSpan) -> bool:
        """A number word is taken only before a known unit or noun, several before any ("hai tá | khăn mặt")."""
        if a.figures or a.part or a.scale > 1 or self._many_words(s, a):
            return True
        if a.last == a.first + 1 and a.first > 0 and s.plain[a.first - 1] == "/":
            return False  # "m3/năm"
        return unit.known

    def _many_words(self, s: Sentence, a: Amount) -> bool:
        """A numeral of several words; "hai mươi | năm" ends with a unit of time."""
        last = self.units.measure(s, a.last - 1) if a.last > a.first + 1 and a.high is None else None
        return a.last > a.first + 1 and a.high is None and (last is None or last.kind != "time")

    def _pays_for(self, s: Sentence, a: Amount, unit: UnitSpan) -> bool:
        """ "cầu 6.200 tỷ | nối hai bờ", "gói thầu 21 nghìn tỷ | dự án nhà ga": a scale that implies money, before
        what the money is for."""
        if a.implied is None or unit.kind != "count" or unit.first != a.last:
            return False
        if not unit.known:
            return True
        counted = self._there_is.before(s, self.comparators.around(s, a.first, a.last)[1]) is not None
        return self._paid_for.at(s, unit.first) is not None and not counted

    def _is_one(self, s: Sentence, a: Amount) -> bool:
        return not a.figures and a.scale == 1 and a.last == a.first + 1 and s.plain[a.first] in self._one

    def _one_counts(self, s: Sentence, a: Amount, unit: UnitSpan | None, found: list[Mark]) -> bool:
        """ "một" is the article, but a number behind "chỉ có" and among counts ("9 tầng nổi và | một tầng hầm")."""
        if unit is None or unit.kind != "count" or not unit.known:
            return False
        if self._only.before(s, a.first):
            return True
        before = found[-1] if found else None
        if before is None or before.last != a.first - 1 or not self._members.before(s, a.first):
            return False
        other = before.value.unit if isinstance(before.value, QuantityValue) else None
        return other is not None and before.value.unit_kind == "count" and other != unit.text  # not "2 tổ, | một tổ"

    def _duration_counts(self, s: Sentence, first: int, last: int) -> bool:
        """A duration is a quantity where it is a result ("rút ngắn 5 ngày", "từ 9 ngày xuống 4 ngày") or a limit, not
        where it only frames."""
        if self._from.before(s, first) and self._changes.find(s, last, min(len(s), last + CHANGED_MOST)):
            return True
        at = first
        for _ in range(3):
            if self._durations.before(s, at):
                return True
            link = self._duration_links.before(s, at)
            if link is None:
                break
            at = link[0]
        return self._durations.at(s, first) is not None and self.comparators.around(s, last, last)[0] == "exact"


def _figures_behind(s: Sentence, at: int, marks: str) -> bool:
    """Whether one of these marks stands at atom `at`, glued to a number in figures behind it and to what is before."""
    glued = at + 1 < len(s) and s.touches(at) and s.touches(at + 1)
    return glued and s.plain[at] in marks and s.plain[at + 1] in FIGURES


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
