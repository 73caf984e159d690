"""`indicator`: what a figure measures or counts, in the article's own words.

A count takes its unit and the words up to the clause's end; a bare classifier ("251 lượt") or a figure behind a link
verb takes the subject to its left. A measure or percentage takes the left subject; where nothing is left, the previous
figure of the sentence; in "lần lượt" lists each figure takes its own member of the list before it.
"""

from __future__ import annotations

from extractor.document import Mark, Sentence
from extractor.figures.phrases import PhraseReader
from extractor.found import FoundFigure
from extractor.mentions.values import QuantityValue
from extractor.rulebook.book import Rulebook

INDICATOR_MOST = 14
_CLAUSE_ENDS = frozenset(',;.:()!?…"')


class IndicatorReader:
    """Fills `indicator` of a sentence's figures, left to right."""

    def __init__(self, book: Rulebook, phrases: PhraseReader) -> None:
        self._phrases = phrases
        self._links = book.phrases("link_verbs", "subject_links")
        self._in_order = book.phrases("in_order_words")
        self._tail_breaks = book.phrases("np_breaks")

    def fill(self, s: Sentence, figures: list[FoundFigure], before: str | None) -> None:
        """`before` is the last indicator of the sentence before, taken where this one names nothing."""
        self._lists_in_order(s, figures)
        left, previous = 0, before
        for figure in figures:
            mark = figure.mark
            if figure.indicator is None:
                figure.indicator = self._counted(s, mark, left) or self._subject(s, mark, left) or previous
            previous = figure.indicator or previous
            left = mark.last

    # --- counts ------------------------------------------------------------------------------------------------

    def _counted(self, s: Sentence, mark: Mark, left: int) -> str | None:
        value = mark.value
        if not isinstance(value, QuantityValue) or value.unit_kind != "count" or not value.unit:
            return None
        subject = self._subject(s, mark, left) if self._behind_link(s, mark) or value.bare else None
        if subject:
            return subject if value.bare else f"{value.unit} {subject}"
        return _clean(s.text[s.starts[value.number_last] : s.ends[self._tail(s, mark) - 1]])

    def _behind_link(self, s: Sentence, mark: Mark) -> bool:
        return self._links.before(s, mark.first) is not None

    def _tail(self, s: Sentence, mark: Mark) -> int:
        """Where the words that tell which ones are counted end."""
        at = mark.last
        while at < len(s) and at - mark.last < INDICATOR_MOST and s.plain[at] not in _CLAUSE_ENDS:
            if any(m.first == at and m.kind in ("quantity", "percent", "rank") for m in s.marks):
                break
            at += 1
        return at

    # --- measures and percentages --------------------------------------------------------------------------------

    def _subject(self, s: Sentence, mark: Mark, left: int) -> str | None:
        found = self._phrases.subject(s, mark.first, left)
        if found is None:
            return self._behind(s, mark)
        first, last = found
        return _clean(s.slice(max(first, last - 2 * INDICATOR_MOST), last))

    def _behind(self, s: Sentence, mark: Mark) -> str | None:
        """ "10 tỷ USD kim ngạch xuất khẩu": the noun phrase right behind, for a figure with nothing before it."""
        found = self._phrases.noun_phrase(s, mark.last)
        return _clean(s.slice(*found)) if found else None

    # --- lists in order ------------------------------------------------------------------------------------------

    def _lists_in_order(self, s: Sentence, figures: list[FoundFigure]) -> None:
        for first, last, _ in self._in_order.find(s):
            listed = [f for f in figures if f.mark.first >= last]
            run = _run_of_figures(s, listed)
            subject = self._phrases.subject(s, first, 0)
            if len(run) < 2 or subject is None:
                continue
            members = _members(s, *subject)
            if len(members) == len(run):
                for figure, member in zip(run, members, strict=True):
                    figure.indicator = member


def _run_of_figures(s: Sentence, figures: list[FoundFigure]) -> list[FoundFigure]:
    """The figures that follow one another with only commas and "và" between (one or two atoms)."""
    run: list[FoundFigure] = []
    for figure in figures:
        if run and figure.mark.first - run[-1].mark.last > 2:
            break
        run.append(figure)
    return run


def _members(s: Sentence, first: int, last: int) -> list[str]:
    """The members of a coordinate list, each with the head that the first one carries.

    "Xuất khẩu sang Hoa Kỳ, EU" gives "Xuất khẩu sang Hoa Kỳ", "Xuất khẩu sang EU".
    """
    cuts = [first]
    for j in range(first, last):
        if s.plain[j] == "," or s.atom(j) == "và":
            cuts.append(j + 1)
    parts = [(a, b - 1) for a, b in zip(cuts, [*cuts[1:], last + 1], strict=True)]
    parts = [(a, b) for a, b in parts if a < b]
    if len(parts) < 2:
        return []
    size = max(b - a for a, b in parts[1:])
    name = next((m.first for m in s.marks if m.kind == "place" and parts[0][0] < m.first and m.last == parts[0][1]), None)
    head_end = name if name is not None else max(parts[0][0], parts[0][1] - size)
    head = s.slice(parts[0][0], head_end)
    return [s.slice(*parts[0]), *(f"{head} {s.slice(a, b)}".strip() for a, b in parts[1:])]


def _clean(text: str) -> str | None:
    text = " ".join(text.split()).strip(" ,;:.–-“”\"'()…")
    return text or None
