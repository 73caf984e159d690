"""`indicator`: what a figure measures or counts, in the article's own words.

A count takes its unit and the words up to the clause's end; a bare classifier ("251 lượt") or a figure behind a link
verb takes the subject to its left. A measure takes the left subject with the noun phrase behind it ("chi | 2 tỷ USD |
nhập khẩu ô tô"), a percentage the left subject; where nothing is left, or only "con số này", the previous figure of
the sentence; in "lần lượt" lists each figure takes its own member of the list before it.
"""

from __future__ import annotations

from extractor.document import Mark, Sentence
from extractor.figures.brackets import whole
from extractor.figures.phrases import PhraseReader
from extractor.found import FoundFigure
from extractor.mentions.values import QuantityValue
from extractor.normalize import fold
from extractor.rulebook.book import Phrases, Rulebook
from extractor.rulebook.tables import ComparatorWord

INDICATOR_MOST = 14
TOLD_MOST = 6
"""How many atoms at most a bracket holds behind its count that say what became of it."""
_CLAUSE_ENDS = frozenset(',;.:()!?…"')


class IndicatorReader:
    """Fills `indicator` of a sentence's figures, left to right."""

    def __init__(self, book: Rulebook, phrases: PhraseReader) -> None:
        self._phrases = phrases
        self._links = book.phrases("link_verbs", "subject_links")
        self._attained = book.phrases("attained_names")
        self._openers = book.phrases("subject_openers")
        self._in_order = book.phrases("in_order_words")
        self._member_links = book.phrases("member_links")
        self._share_verbs = book.phrases("share_verbs")
        self._basis_nouns = book.phrases("basis_nouns", "against_words")
        self._said = book.phrases("share_predicates")
        self._amongs = book.phrases("among_words")
        self._pointing = book.phrases("figure_anaphors", "measure_anaphors")
        self._attains = book.phrases("attaining_verbs")
        self._there_is = book.phrases("there_is")
        self._has = book.phrases("possession")
        self._several = book.phrases("several_words")
        self._levels = book.phrases("level_openers")
        self._cuts = book.phrases("own_end_words")
        self._rates = book.phrases("rate_units")
        self._respect = book.phrases("respect_words")
        bounds = [row for row in book.rows("comparators", ComparatorWord) if row.side == "after"]
        self._bounds = Phrases(book.alphabet, ((w, w) for row in bounds for w in row.words))
        self._aspects = book.phrases("amount_aspects")
        self._empty = {_folded(w) for w in book.words("empty_subjects", "figure_anaphors")}

    def fill(self, s: Sentence, figures: list[FoundFigure], before: str | None) -> None:
        """`before` is the last indicator of the sentence before, taken where this one names nothing."""
        self._lists_in_order(s, figures)
        left, previous = 0, before
        for figure in figures:
            mark = figure.mark
            if figure.indicator is None:
                figure.indicator = self._read(s, figure, left, previous) or previous or self._behind(s, mark)
            previous = figure.indicator or previous
            if not _only_names(figure):
                left = self._own_end(s, mark)

    def _read(self, s: Sentence, figure: FoundFigure, left: int, previous: str | None) -> str | None:
        mark = figure.mark
        if isinstance(mark.value, QuantityValue) and mark.value.unit_kind == "count" and mark.value.unit:
            return self._counted(s, figure, left, previous)
        respect = self._respect.at(s, mark.last)
        if respect and mark.kind == "percent":
            named = self._phrases.noun_phrase(s, respect[0])
            if named:
                return whole(s.slice(*named))
        aspect = self._aspects.at(s, respect[0]) if respect and mark.kind != "percent" else None
        if respect and aspect:  # "đạt | 2 tỷ USD | về giá trị"
            return " ".join(part for part in (s.slice(respect[0], aspect[0]), self._subject(s, mark, left)) if part)
        if mark.kind == "percent" and figure.direction == "level":
            among = self._among(s, mark)
            if among:
                return among
        if mark.kind == "percent" and self._is_subject(s, figure):
            return self._behind(s, mark)
        if mark.kind != "percent" and mark.refinement == "measure" and self._there_is.before(s, mark.first):
            told = self._behind(s, mark)  # "Ba huyện có 1.200 ha | lúa bị hại"
            if told:
                return told
        subject = self._subject(s, mark, left)
        if mark.kind == "percent":
            return subject
        dated = s.mark_from(mark.last, "period") is not None or mark.refinement == "ratio"
        phrase = None if dated else self._phrases.noun_phrase(s, mark.last)
        measured = whole(s.slice(*phrase)) if phrase and s.atom(phrase[0])[0].isalpha() else None
        return " ".join(part for part in (subject, measured) if part) or None

    # --- counts ------------------------------------------------------------------------------------------------

    def _counted(self, s: Sentence, figure: FoundFigure, left: int, previous: str | None) -> str | None:
        """A count: its unit with the words behind it, else with the subject before it."""
        mark = figure.mark
        value: QuantityValue = mark.value
        end = self._phrases.behind(s, mark.last, INDICATOR_MOST)
        if value.number_last >= mark.last:  # the unit stands behind a later number, a bracket, or before
            return self._elsewhere(s, mark, value, left)
        own = self._own_words(s, value.number_last, mark.last, end)
        told = self._told_behind(s, mark) if end == mark.last else None
        if told is not None:
            return f"{own} {told}"
        if end == mark.last and (value.bare or self._links.before(s, mark.first)):
            subject = self._subject(s, mark, left)
            same = previous if previous and own and value.bare and previous.startswith(f"{own} ") else own
            if subject and own and _holds(subject, own):
                return subject  # "số doanh nghiệp thành lập là | 300 doanh nghiệp"
            return f"{own} {subject}" if subject and own else same
        if end == mark.last and own and figure.evidence_first is not None and figure.adverb:
            return f"{own} {s.slice(figure.evidence_first, mark.first)}"  # "hồ sơ giải quyết đúng hạn"
        return own

    def _own_words(self, s: Sentence, first: int, last: int, end: int) -> str | None:
        """The unit and the words behind it, without what bounds the number: "215 giấy phép | trở lên"."""
        bound = self._bounds.before(s, last)
        if bound is None or bound[0] < first:
            return whole(s.slice(first, end))
        return whole(f"{s.slice(first, bound[0])} {s.slice(last, end)}")

    def _told_behind(self, s: Sentence, mark: Mark) -> str | None:
        """What a count is told to have done, in its bracket or up to the next amount: "(3/9 hạng mục | đã hoàn thành)",
        "có 25 xã | đạt 19 tiêu chí"."""
        closed = s.plain.find(")", mark.last, mark.last + TOLD_MOST)
        if s.plain[mark.first - 1 : mark.first] == "(" and closed > mark.last:
            return whole(s.slice(mark.last, closed))
        link = self._attains.at(s, mark.last)
        amount = s.mark_from(link[0], "quantity") if link and self._there_is.before(s, mark.first) else None
        return whole(s.slice(mark.last, amount.last)) if amount else None

    def _elsewhere(self, s: Sentence, mark: Mark, value: QuantityValue, left: int) -> str | None:
        """A count whose unit is not written with it: the words behind its bracket, or the subject that names it."""
        at = mark.last + 1 if s.plain[mark.last : mark.last + 1] == ")" else mark.last
        end = self._phrases.behind(s, at, INDICATOR_MOST)
        behind = whole(s.slice(at, end)) if end > at else None
        subject = self._subject(s, mark, left)
        return next((t for t in (behind, subject) if t and value.unit and value.unit in t), value.unit)

    # --- measures and percentages --------------------------------------------------------------------------------

    def _is_subject(self, s: Sentence, figure: FoundFigure) -> bool:
        """ "30% hộ dân có nước sạch": the share's noun follows, and no verb before predicates the percentage."""
        mark = figure.mark
        after = self._after_bracket(s, mark.last)
        said = figure.direction == "level" and (self._said.at(s, after) or self._phrases.says(s, after))
        if self._basis_nouns.at(s, after) or (self._phrases.noun_phrase(s, after) is None and not said):
            return False
        rate = self._rates.at(s, mark.last)
        if s.mark_from(rate[0] if rate else mark.last, "period"):
            return False
        if getattr(mark.value, "high", None) is None and self._levels.before(s, mark.first):
            return False  # "từ 35% | số hộ năm 2010 lên 60%" is of the subject before
        return self._share_verbs.before(s, mark.first) is None

    def _among(self, s: Sentence, mark: Mark) -> str | None:
        """ "66% | trong số 11.000 hộ được hỏi nói …": those who are asked, and what they say."""
        among = self._amongs.at(s, mark.last)
        asked = s.mark_from(among[0], "quantity") if among else None
        if asked is None:
            return None
        return whole(s.slice(asked.value.number_last, self._phrases.behind(s, asked.last, INDICATOR_MOST)))

    def _own_end(self, s: Sentence, mark: Mark) -> int:
        """Where the words right behind a figure that still belong to it end ("45% kế hoạch vốn | , nguồn khác …")."""
        at = self._after_bracket(s, mark.last) if mark.last < len(s) and s.plain[mark.last] == "/" else mark.last
        if at >= len(s) or not s.atom(at)[0].isalpha() or self._cuts.at(s, at):
            return at
        while at < len(s) and s.plain[at] not in _CLAUSE_ENDS and not self._cuts.at(s, at):
            if mark.refinement == "place" and self._has.at(s, at):
                return at  # "4 huyện | có tỷ lệ hộ nghèo …": what they have is measured
            at += 1
        return at

    def _subject(self, s: Sentence, mark: Mark, left: int) -> str | None:
        found = self._phrases.subject(s, mark.first, left)
        if found is None:
            return None
        first, last = found
        if self._pointing.at(s, first):
            return None  # "tỷ lệ này đã giảm nhưng vẫn ở mức …" is of the figure before
        if mark.kind == "percent":
            first = self._of_class(s, first, last)
        while (opener := self._openers.at(s, first)) and opener[0] < last and not self._attained.at(s, first):
            first = opener[0]  # "…, đạt | giá trị xuất khẩu | 2 tỷ USD"
        said = whole(s.slice(max(first, last - 2 * INDICATOR_MOST), last))
        return None if said and _folded(said) in self._empty else said

    def _of_class(self, s: Sentence, first: int, last: int) -> int:
        """ "4 huyện có | tỷ lệ hộ nghèo trên 20%": what those have is measured, be they counted or "nhiều"."""
        counted = s.mark_from(first, "quantity")
        several = self._several.at(s, first)
        if not (counted or several):
            return first
        at = counted.last if counted else several[0] if several else first
        having = next((j for j in range(at, last - 1) if self._has.at(s, j)), None)
        if having is None or "," in s.plain[at:having] or any(having < m.first < last for m in s.kind("quantity")):
            return first
        return having + 1

    def _behind(self, s: Sentence, mark: Mark) -> str | None:
        """The words right behind, for a figure that is the subject or has nothing before it."""
        first = self._after_bracket(s, mark.last)
        end = self._phrases.behind(s, first, INDICATOR_MOST)
        return whole(s.slice(first, end)) if end > first else None

    def _after_bracket(self, s: Sentence, at: int) -> int:
        """ "73% (58.587) ý kiến", "6%/năm đối với ngắn hạn": a number in brackets, a rate's time are stepped over."""
        if at + 1 < len(s) and s.plain[at] == "/":
            return at + 2
        if at + 3 < len(s) and s.plain[at] == "(" and s.plain[at + 2] == ")":
            return at + 3
        return at

    # --- lists in order ------------------------------------------------------------------------------------------

    def _lists_in_order(self, s: Sentence, figures: list[FoundFigure]) -> None:
        for first, last, _ in self._in_order.find(s):
            listed = [f for f in figures if f.mark.first >= last]
            run = _run_of_figures(s, listed)
            subject = self._phrases.subject(s, first, 0, listed=True)
            if len(run) < 2 or subject is None:
                continue
            members = self._members(s, *subject)
            if len(members) == len(run):
                for figure, member in zip(run, members, strict=True):
                    figure.indicator = member

    def _members(self, s: Sentence, first: int, last: int) -> list[str]:
        """The members of a coordinate list, each with the head that the first one carries.

        "Xuất khẩu sang Hoa Kỳ, EU" gives "Xuất khẩu sang Hoa Kỳ", "Xuất khẩu sang EU".
        """
        cuts = [first]
        for j in range(first, last):
            link = self._member_links.at(s, j)
            if link:
                cuts.append(link[0])
        parts = [(a, b - 1) for a, b in zip(cuts, [*cuts[1:], last + 1], strict=True)]
        parts = [(a, b) for a, b in parts if a < b]
        if len(parts) < 2:
            return []
        size = max(b - a for a, b in parts[1:])
        name = next(
            (m.first for m in s.marks if m.kind == "place" and parts[0][0] < m.first and m.last == parts[0][1]), None
        )
        head_end = name if name is not None else max(parts[0][0], parts[0][1] - size)
        while head_end < parts[0][1] - 1 and not s.ends_word(head_end):
            head_end += 1
        head = s.slice(parts[0][0], head_end)
        return [s.slice(*parts[0]), *(f"{head} {s.slice(a, b)}".strip() for a, b in parts[1:])]


def _run_of_figures(s: Sentence, figures: list[FoundFigure]) -> list[FoundFigure]:
    """The figures that follow one another with only commas and "và" between (one or two atoms)."""
    run: list[FoundFigure] = []
    for figure in figures:
        if run and figure.mark.first - run[-1].mark.last > 2:
            break
        run.append(figure)
    return run


def _only_names(figure: FoundFigure) -> bool:
    """ "tổng tài sản của 12 dự án là | 57 tỷ đồng": such a count is part of the next figure's subject."""
    value = figure.mark.value
    return figure.status == "other" and isinstance(value, QuantityValue) and value.unit_kind == "count"


def _folded(text: str) -> str:
    return " ".join(fold(word) for word in text.split())


def _holds(text: str, words: str) -> bool:
    """Whether these words stand in a text."""
    return f" {_folded(words)} " in f" {_folded(text)} "
