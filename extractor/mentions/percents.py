"""Percentages: "99,12%", "8-8,5%", "từ 10 đến 15%", "2 điểm phần trăm", each with the word that bends it."""

from __future__ import annotations

from extractor.document import Document, Mark, Sentence
from extractor.mentions.comparators import ComparatorReader
from extractor.mentions.numbers import NumberReader, NumberSpan, upside_down
from extractor.mentions.separators import Comma, comma_of
from extractor.mentions.values import PercentValue
from extractor.model import Number
from extractor.rulebook.book import Rulebook


class PercentMarker:
    """Marks the percentages of a document whose periods are marked already."""

    def __init__(self, book: Rulebook) -> None:
        self._reader = NumberReader(book)
        self._comparators = ComparatorReader(book)
        self._signs = book.phrases("percent_signs", "percent_points")
        self._points = book.phrases("percent_points")
        self._ranges = book.phrases("range_links")

    def mark(self, document: Document) -> None:
        comma = comma_of(document)
        for sentence in document.sentences:
            if self._signs.may_stand(sentence):
                sentence.add(self._sentence(sentence, comma))

    def _sentence(self, s: Sentence, comma: Comma) -> list[Mark]:
        found: list[Mark] = []
        i = self._reader.next_start(s, 0)
        while i is not None:
            number = self._reader.read(s, i, comma)
            mark = self._percent(s, i, number, comma) if number else None
            if mark:
                found.append(mark)
            i = self._reader.next_start(s, mark.last if mark else i + 1)
        return found

    def _percent(self, s: Sentence, i: int, low: NumberSpan, comma: Comma) -> Mark | None:
        """The percentage whose first number is at atom i."""
        sign = self._signs.at(s, low.last) if low.last < len(s) else None
        at = sign[0] if sign else low.last
        high = self._high(s, at, comma)
        if high and (high[0] > low.value or (sign is None and upside_down(s, at, low.value, high[0]))):
            return self._made(s, i, high[2], low.value, high[0], high[1])
        if sign is None:
            return None
        return self._made(s, i, low.last, low.value, None, sign[0])

    def _high(self, s: Sentence, at: int, comma: Comma) -> tuple[Number, int, int] | None:
        """The high end of a range after atom `at`: (value, atom after its sign, atom of its sign)."""
        link = self._ranges.at(s, at) if at < len(s) else None
        if link is None or link[0] >= len(s):
            return None
        at = self._comparators.after_link(s, link[0])
        number = self._reader.read(s, at, comma) if at < len(s) else None
        sign = self._signs.at(s, number.last) if number and number.last < len(s) else None
        return (number.value, sign[0], number.last) if number and sign else None

    def _made(self, s: Sentence, first: int, sign: int, low: Number, high: Number | None, last: int) -> Mark:
        points = self._points.at(s, sign) is not None
        comparator, start, end = self._comparators.around(s, first, last)
        value = PercentValue(low, high, "range" if high is not None else comparator, points)
        return Mark("percent", start, end, value)
