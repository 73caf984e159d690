"""Marks every date and time span. Rules build a period from its parts, level by level.

Level 0 finds what needs no other find ("năm 2018", "17/5"); each later level sees the finds of the earlier ones as
one symbol, `<date.year>`, and builds on it ("quý III" + `<date.year>`, "từ" `<date.unit>` "đến" `<date.unit>`).
The level of a rule follows from the holes in its patterns. On each level the longest find wins, then file order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import accumulate, pairwise, starmap

from extractor.document import Document, Folded, Mark, Sentence
from extractor.match import Match, matches
from extractor.mentions.period_calendar import Context, Draft, day_of, settle
from extractor.mentions.period_captures import BUILDERS, Captures, Names
from extractor.mentions.period_levels import DATE, levels
from extractor.mentions.period_references import References
from extractor.mentions.values import PeriodValue
from extractor.rulebook.book import Rulebook
from extractor.rulebook.gate import Gate
from extractor.rulebook.rules import Rule

PARTS = frozenset({"bare", "bare_month"})  # figures that are a date only as a part of a longer find
_VALUE_KINDS = {"since": "since", "until": "until", "now": "until", "base": "baseline"}
_MOSTLY_OVER = {"year": 0.9, "years": 0.9}  # the share of a running period after which a report treats it as past
_HALF_OVER = 0.5


LAST_MONTH = 12
_TOLD = frozenset({"day", "month", "quarter", "year", "part"})
LEAD_SENTENCES = 5
"""An article's own date stands in its first sentences (title, dateline, lead)."""


class PeriodMarker:
    """Lays Mark("period", …, PeriodValue) on the sentences of a document."""

    def __init__(self, book: Rulebook) -> None:
        self._names = Names(book)
        by_level = levels(book.of("grammar", "period"))
        self._rules = [rule for level in by_level for rule in level]
        ends = list(accumulate(map(len, by_level), initial=0))
        self._levels = list(starmap(range, pairwise(ends)))
        self._gate = Gate([rule.patterns[0] for rule in self._rules])
        self._compared = book.phrases("compare_words")
        self._planning = book.phrases("planning_words")
        self._references = References(book)

    def mark(self, document: Document) -> None:
        """Mark all periods. Without a date of publication the article's own stands in: the first full date of the lead.
        Else a year that is left out is the one that its sentence tells of, or stays open: none is made up."""
        context = Context(document.published, document.published.year if document.published else None)
        found: list[list[Mark]] = []
        undated: list[int] = []
        for i, sentence in enumerate(document.sentences):
            context.asked = False
            found.append(self._drafts(sentence, context))
            if context.asked:
                undated.append(i)
        contexts = [context] * len(found)
        if document.published is None:
            day = _lead_day(found[:LEAD_SENTENCES])
            contexts = [Context(day, day.year)] * len(found) if day else self._years_beside(document, found)
            for i in undated:
                found[i] = self._drafts(document.sentences[i], contexts[i])
        settles = self._references
        pointed = settles.pointing_back(document, found)
        for sentence, marks, context in zip(document.sentences, pointed, contexts, strict=True):
            if marks:
                marks = settles.without_lunar_days(sentence, marks)
                marks = [settles.anchored(sentence, marks, m, context) for m in marks]
                years = [settles.in_year(sentence, marks, m, _dating(m, context)) for m in marks]
                sentence.add([self._period(sentence, m, year) for m, year in zip(marks, years, strict=True)])

    def _years_beside(self, document: Document, found: list[list[Mark]]) -> list[Context]:
        """The year of each sentence of an article that states no day: the last one in which the sentence places
        something, and later than any with which it compares; a plan reaches further, and so do the ends of spans."""
        return [
            Context(None, max((y for m in marks if (y := self._year_told(s, m)) is not None), default=None))
            for s, marks in zip(document.sentences, found, strict=True)
        ]

    def _year_told(self, s: Sentence, mark: Mark) -> int | None:
        """The earliest year in which an article may tell of this period, where its words settle one."""
        draft: Draft = mark.value
        if draft.named is not None:
            return draft.named + 1  # "so với cùng kỳ năm 2018"
        if mark.refinement not in _TOLD or draft.end is None or draft.end.year is None:
            return None
        if self._compared.before(s, mark.first):
            return draft.end.year + (draft.end.month == LAST_MONTH)  # "so với cuối năm 2018"
        planned = mark.refinement != "day" and self._planning.find(s)
        return None if planned else draft.end.year

    def folded(self, document: Document, sentence: Sentence) -> Folded:
        """The sentence with the dates found in it as one character each: what the last level of rules sees."""
        year = document.published.year if document.published else None
        return _folded(sentence, self._drafts(sentence, Context(document.published, year)))

    def _drafts(self, sentence: Sentence, context: Context) -> list[Mark]:
        """The finds of the last level, as marks that hold drafts."""
        marks: list[Mark] = []
        folded: Folded | None = None
        passed = self._gate.passed(sentence.codes)
        for level in self._levels if passed else ():
            rules = [self._rules[i] for i in passed if i in level]
            if not rules:
                continue
            folded = folded or _folded(sentence, marks)
            chosen = self._chosen(sentence, rules, folded, context)
            if chosen:
                marks = sorted([*_left(marks, chosen), *chosen], key=lambda m: m.first)
                folded = _folded(sentence, marks)
                passed = self._gate.passed(folded.codes)
        return [m for m in marks if m.refinement not in PARTS]

    def _chosen(self, sentence: Sentence, rules: list[Rule], folded: Folded, context: Context) -> list[Mark]:
        """The finds of one level: the longest first, none overlapping."""
        candidates = sorted(
            (m for rule in rules for m in matches(rule, rule.patterns[0], folded)),
            key=lambda m: (m.first - m.last, m.rule.order, m.first),
        )
        taken: list[Mark] = []
        for match in candidates:
            if any(match.first < t.last and t.first < match.last for t in taken):
                continue
            mark = self._mark(sentence, match, context)
            if mark:
                taken.append(mark)
        return taken

    def _mark(self, sentence: Sentence, match: Match, context: Context) -> Mark | None:
        grain, build = BUILDERS[str(match.rule.row.build)]
        draft = build(Captures(match, sentence, context, self._names))
        if draft is None:
            return None
        draft = draft if draft.grain == grain else replace(draft, grain=grain)
        return Mark(DATE, match.first, match.last, draft, grain, match.rule.id)

    def _period(self, sentence: Sentence, mark: Mark, context: Context) -> Mark:
        draft: Draft = mark.value
        start, end = settle(draft, context)
        kind = _VALUE_KINDS.get(draft.grain) or ("day" if draft.grain == "day" and start == end else "span")
        named = None if draft.back else draft.named  # the year of "cùng kỳ năm trước" is the figure's to settle
        value = PeriodValue(start, end, kind, named)  # type: ignore[arg-type]  # the values of _VALUE_KINDS are its literals
        compared = self._compared.before(sentence, mark.first) is not None
        refinement = "baseline" if compared else _refinement(draft, start, end, context.published)
        return Mark("period", mark.first, mark.last, value, refinement, mark.rule)


def _refinement(draft: Draft, start: date | None, end: date | None, published: date | None) -> str | None:
    """What a period says of the figures beside it: reached (past, day, open), still to come (future), compared with.

    A running period says neither until most of it is over: "năm 2017" in June 2017 may be a plan or a result.
    """
    if draft.grain == "base":
        return "baseline"
    if draft.tense and not _contradicted(draft.tense, start, end, published):
        return draft.tense
    if published is None or (start is None and end is None):
        return "day" if draft.grain == "day" else None
    if (start or end or published) > published:
        return "future"
    if end is None:
        return "open"
    if end <= published:
        return "day" if draft.grain == "day" else "past"
    return "past" if start and _share_over(start, end, published) >= _MOSTLY_OVER.get(draft.grain, _HALF_OVER) else None


def _contradicted(tense: str, start: date | None, end: date | None, published: date | None) -> bool:
    """Whether the dates speak against the words: "6 tháng cuối năm 2018" is no future in 2019."""
    if published is None:
        return False
    if tense == "future":
        return end is not None and end <= published
    return tense == "past" and start is not None and start > published


def _share_over(start: date, end: date, published: date) -> float:
    return ((published - start).days + 1) / ((end - start).days + 1)


def _lead_day(found: list[list[Mark]]) -> date | None:
    """The first day with its year among these sentences' finds."""
    for marks in found:
        for mark in marks:
            draft: Draft = mark.value
            if draft.grain == "day" and draft.start is not None and draft.start == draft.end and draft.start.year:
                return day_of(draft.start)
    return None


def _dating(mark: Mark, context: Context) -> Context:
    """What may date a period. A bare day ("ngày 6/2") is one of the article's own year: where the article states none,
    the year of what its sentence tells of beside it (a law, a report, last year's figures) is no evidence."""
    draft: Draft = mark.value
    guessed = context.published is None and draft.grain == "day" and draft.start == draft.end
    return Context(None, None) if guessed else context


# --- folding ---------------------------------------------------------------------------------------------------------


def _left(marks: list[Mark], chosen: list[Mark]) -> Iterator[Mark]:
    """The earlier marks that no chosen one covers."""
    return (m for m in marks if not any(m.first < c.last and c.first < m.last for c in chosen))


def _folded(sentence: Sentence, marks: list[Mark]) -> Folded:
    """The sentence with these marks folded, whatever else is laid on it."""
    codes: list[str] = []
    first: list[int] = []
    at_mark: list[Mark | None] = []
    at = 0
    for mark in [*marks, None]:
        upto = mark.first if mark else len(sentence)
        codes.append(sentence.codes[at:upto])
        first.extend(range(at, upto))
        at_mark.extend([None] * (upto - at))
        if mark:
            codes.append(mark.code)
            first.append(mark.first)
            at_mark.append(mark)
            at = mark.last
    first.append(len(sentence))
    return Folded("".join(codes), first, at_mark)
