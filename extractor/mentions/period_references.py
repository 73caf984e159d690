"""What other periods settle: the one told before ("cùng ngày", "tháng 10 cùng năm"), the one of the same sentence with
which this one is compared ("so với tháng trước", "cùng kỳ"), the year that opens the sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from extractor.document import Document, Mark, Sentence
from extractor.mentions.period_calendar import (
    LAST,
    Context,
    Draft,
    Point,
    day_of,
    days_in,
    in_year,
    month_shifted,
    months,
    settle,
)
from extractor.rulebook.book import Rulebook

OPENING_MOST = 1
"""How many atoms at most stand before the year that opens a sentence ("Trong | năm 2016")."""
AGAIN_MOST = 3
"""How many sentences back at most stands the month, quarter or year that "trong tháng, …" means; a day may stand
anywhere."""
_OF_A_YEAR = frozenset({"part", "month", "quarter", "day"})
_COMPARED_PARTS = frozenset({"month", "quarter"})
_UNDATED = frozenset({"base", "vague", "since"})
_YEAR = 12  # months


class References:
    """Settles the periods whose days other periods settle."""

    def __init__(self, book: Rulebook) -> None:
        self._compared = book.phrases("compare_words")
        self._than = book.phrases("than_words")
        self._singled_out = book.phrases("single_out_words")
        self._lunar_within = book.phrases("lunar_month_words")
        self._lunar_before = book.phrases("lunar_day_words")
        self._lunar_behind = book.phrases("lunar_markers")

    def pointing_back(self, document: Document, found: list[list[Mark]]) -> Iterator[list[Mark]]:
        """The finds of each sentence, "cùng ngày" with the day that was told last before it, and so on."""
        told: dict[str, tuple[int, Draft]] = {}
        year_told: Draft | None = None
        for i, (sentence, marks) in enumerate(zip(document.sentences, found, strict=True)):
            settled = []
            for mark in marks:
                draft: Draft = mark.value
                if draft.again:
                    mark = _again(mark, told.get(draft.again), i)
                elif draft.year_again:
                    mark = replace(mark, value=_of_same_year(draft, year_told, document.published))
                elif _tells(draft) and self._compared.before(sentence, mark.first) is None:
                    year_told = draft
                    if draft.grain != "day" or draft.start == draft.end:
                        told[draft.grain] = i, draft
                settled.append(mark)
            yield settled

    def anchored(self, sentence: Sentence, marks: list[Mark], mark: Mark, context: Context) -> Mark:
        """ "Tháng 3 tăng 6% so với | tháng trước |": what a figure is compared with lies before the figure's own
        period, whenever the article appears."""
        draft: Draft = mark.value
        if draft.grain == "base":
            return self._same_period(sentence, marks, mark, context)
        if draft.back <= 0 or not self._is_compared(sentence, mark):
            return mark
        own = next((m for m in self._told_beside(sentence, marks, mark) if m.refinement == draft.grain), None)
        start = settle(own.value, context)[0] if own else None
        if start is None or draft.start is None or draft.end is None:
            return mark
        year, first = month_shifted(start.year, start.month, -draft.back)
        last = first + draft.end.month - draft.start.month
        return replace(mark, value=months(draft.grain, year, first, last, draft.tense))

    def without_lunar_days(self, sentence: Sentence, marks: list[Mark]) -> list[Mark]:
        """A day or month of the lunar calendar has no days of the sun's: "ngày 10/3 (âm lịch)", "23 tháng Chạp"."""
        months_named = [first for first, _, _ in self._lunar_within.find(sentence)]

        def lunar(mark: Mark) -> bool:
            if self._lunar_before.before(sentence, mark.first) or self._lunar_behind.at(sentence, mark.last):
                return True
            return any(mark.first <= first < mark.last for first in months_named)

        return [replace(mark, value=Draft(mark.value.grain)) if lunar(mark) else mark for mark in marks]

    def in_year(self, sentence: Sentence, marks: list[Mark], mark: Mark, context: Context) -> Context:
        """ "Năm 2016 rất khó khăn, | 6 tháng đầu năm | …": a part of the year that opens the sentence, as long as no
        figure stands between; over figures where the words single it out ("…, riêng | tháng 8 | …")."""
        draft: Draft = mark.value
        if draft.grain not in _OF_A_YEAR or draft.start is None or draft.start.year is not None or draft.tense:
            return context
        if self._is_compared(sentence, mark):
            named = self._year_before(sentence, marks, mark, context)
        else:
            named = self._year_of(sentence, marks, mark)
        if named is None or context.year is None or named > context.year:
            return context
        return replace(context, year=named)

    def _year_before(self, sentence: Sentence, marks: list[Mark], mark: Mark, context: Context) -> int | None:
        """The year that places a quarter or month before the one compared with it: "Quý II/2019 … so với | quý I |"."""
        own = next((m for m in self._told_beside(sentence, marks, mark) if m.refinement == mark.refinement), None)
        start = settle(own.value, context)[0] if own else None
        if start is None or mark.refinement not in _COMPARED_PARTS:
            return None
        return start.year if mark.value.start.month < start.month else start.year - 1

    def _year_of(self, sentence: Sentence, marks: list[Mark], mark: Mark) -> int | None:
        """The year named before in the sentence of which a period is a part."""
        singled = self._singled_out.before(sentence, mark.first)
        if singled is not None:
            before = (m for m in reversed(marks) if m.last <= singled[0] and not self._is_compared(sentence, m))
            of = next((m for m in before if m.refinement in ("year", "part")), None)
            return of.value.start.year if of and of.value.start else None
        opening = marks[0]
        if opening.refinement != "year" or opening.first > OPENING_MOST or opening.value.start is None:
            return None
        told = any(sentence.atom(i)[0].isdigit() for i in range(opening.last, mark.first))
        return None if told else opening.value.start.year

    def _told_beside(self, sentence: Sentence, marks: list[Mark], mark: Mark) -> Iterator[Mark]:
        """The periods of a sentence that are no baselines, the nearest before `mark` first; behind it the first one
        where the comparison opens the sentence ("So với cùng kỳ, thu ngân sách | tháng 5 | …")."""
        yield from (m for m in reversed(marks) if m.last <= mark.first and not self._is_compared(sentence, m))
        compared = self._compared.before(sentence, mark.first)
        behind = next((m for m in marks if m.first >= mark.last), None)
        if compared is None or compared[0] > OPENING_MOST or behind is None or self._is_compared(sentence, behind):
            return
        if not any(sentence.atom(i)[0].isdigit() for i in range(mark.last, behind.first)):
            yield behind

    def _is_compared(self, sentence: Sentence, mark: Mark) -> bool:
        """Whether the words before a period compare with it: "so với | năm trước", "thấp hơn | năm trước"."""
        return any(words.before(sentence, mark.first) is not None for words in (self._compared, self._than))

    def _same_period(self, sentence: Sentence, marks: list[Mark], mark: Mark, context: Context) -> Mark:
        """ "6 tháng đầu năm tăng 5% so với | cùng kỳ năm trước": the same days of the year before, or of the year
        named, as those of the nearest period told beside it."""
        draft: Draft = mark.value
        if not draft.back and draft.named is None:
            return mark
        for own in self._told_beside(sentence, marks, mark):
            if own.refinement not in _UNDATED:
                days = settle(own.value, self.in_year(sentence, marks, own, context))
                earlier = _earlier(draft, *days, context.published) if _fits(draft, own.value, *days) else None
                if earlier is not None:
                    return replace(mark, value=earlier)
        return mark


def _tells(draft: Draft) -> bool:
    """Whether a later "cùng ngày" or "trong tháng" may mean this period: one with days that is not yet to come."""
    return draft.grain not in _UNDATED and draft.tense != "future" and draft.start is not None and draft.end is not None


def _again(mark: Mark, told: tuple[int, Draft] | None, at: int) -> Mark:
    """A period that points back, with the days of what was told last; without any it keeps its own."""
    draft: Draft = mark.value
    if told is None or (draft.again != "day" and at - told[0] > AGAIN_MOST):
        return mark
    return replace(mark, value=replace(told[1], grain=draft.grain, tense=draft.tense))


def _of_same_year(draft: Draft, told: Draft | None, published: date | None) -> Draft:
    """ "tháng 10 cùng năm" in the year of what was told last; with nothing told no days settle it."""
    if told is None or told.end is None:
        return Draft(draft.grain, tense=draft.tense)
    year = told.end.year
    return in_year(draft, published.year if year is None and published else year)


def _fits(draft: Draft, own: Draft, start: date | None, end: date | None) -> bool:
    """Whether a period is one that a figure may be compared with the same of: no single day (the day of a speech),
    but for "đến ngày …" and "cùng ngày"; and of the length that the words say ("cùng tháng")."""
    if end is None:
        return False
    if start is None:
        return draft.like is None and own.grain in ("until", "now")
    return _IS_LIKE[draft.like](start, end)


_IS_LIKE: dict[str | None, Callable[[date, date], bool]] = {
    None: lambda start, end: start != end,
    "day": lambda start, end: start == end,
    "month": lambda start, end: _whole_months(start, end) == 1,
    "quarter": lambda start, end: _whole_months(start, end) == _YEAR // 4,
    "year": lambda start, end: _whole_months(start, end) == _YEAR,
}


def _whole_months(start: date, end: date) -> int | None:
    if start.day != 1 or (end + timedelta(days=1)).day != 1:
        return None
    return (end.year - start.year) * _YEAR + end.month - start.month + 1


def _earlier(draft: Draft, start: date | None, end: date | None, published: date | None) -> Draft | None:
    """The same days `back` months before, or in the year `named`. None where that is no time before, or where the
    period is one of history or a plan for later years."""
    if end is None or (published and not _is_told(draft, start, end, published)):
        return None
    back = draft.back or _YEAR * (end.year - (draft.named or end.year))
    if back <= 0:
        return None
    last = _moved(end, back, is_last=end.day == days_in(end.month, end.year))
    ends = day_of(last)
    if start is not None and (ends is None or ends >= start):
        return None
    return Draft(draft.grain, _moved(start, back) if start else None, last, named=draft.named)


def _is_told(draft: Draft, start: date | None, end: date, published: date) -> bool:
    """Whether an article may tell results of these days: no later year, nor a whole year before last year's, which is
    most often that of a law or a building, unless the words name the year to compare it with or ask for a year."""
    if end.year > published.year:
        return False
    whole = start is not None and _whole_months(start, end) == _YEAR
    return not whole or not draft.back or draft.like is not None or end.year >= published.year - 1


def _moved(day: date, back: int, *, is_last: bool = False) -> Point:
    year, month = month_shifted(day.year, day.month, -back)
    return Point(year, month, LAST if is_last else day.day)
