"""The clause around a ranking: where it begins, its parts between commas, where a noun phrase in it ends."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.alphabet import FIGURES, YEAR
from extractor.document import Mark, Sentence
from extractor.rankings.names import inside, name_at
from extractor.rulebook.book import Rulebook
from extractor.rulebook.tables import Index

PHRASE_MOST = 14
_CLAUSE_ENDS = frozenset(";:.!?…")
_STRETCHES_MOST = 5
_BRACKET_MOST = 5
COUNTS = FIGURES - {YEAR}


class ClauseReader:
    """Cuts a clause by the lists of words that cannot stand inside a subject."""

    def __init__(self, book: Rulebook) -> None:
        self.adverbs = book.phrases("rank_adverbs")
        self.predicates = book.phrases("rank_predicates")
        self.holding = book.phrases("rank_holding")
        self.clauses = book.phrases("rank_clause_openers")
        self.measures = book.phrases("rank_measures")
        self.amounts = book.phrases("rank_amounts")
        self.indexes = book.table("indexes", Index)
        self._openers = book.phrases("rank_openers")
        self._scores = book.phrases("rank_score_words")

    def start(self, s: Sentence, at: int, left: int) -> int:
        """Where the clause of atom `at` begins: after ; : or a bracket that is still open."""
        depth = 0
        for j in range(at - 1, left - 1, -1):
            sign = s.plain[j]
            if sign == ")":
                depth += 1
            elif sign == "(":
                depth -= 1
                if depth < 0:
                    return j + 1
            elif depth == 0 and sign in _CLAUSE_ENDS and not inside(s, j):
                return j + 1
            elif depth == 0 and self._run_on(s, j):
                return j
        return left

    def _run_on(self, s: Sentence, at: int) -> bool:
        """Whether a sentence begins at the atom though the text shows no stop: "63. Cao Bằng | Là tỉnh xếp …"."""
        return at > 0 and s.atom(at)[0].isupper() and not s.atom(at).isupper() and self.holding.at(s, at) is not None

    def stretches(self, s: Sentence, first: int, at: int) -> Iterator[tuple[int, int]]:
        """The parts of a clause between its commas, from right to left; brackets and names are not cut."""
        end, depth, count = at, 0, 0
        for j in range(at - 1, first - 1, -1):
            depth += (s.plain[j] == ")") - (s.plain[j] == "(")
            if depth == 0 and s.plain[j] == "," and not inside(s, j):
                yield j + 1, end
                end, count = j, count + 1
                if count == _STRETCHES_MOST:
                    return
        yield first, end

    def stripped(self, s: Sentence, first: int, last: int) -> tuple[int, int]:
        """Without the adverbs, periods and links at both ends."""
        while last > first:
            period = next((m for m in s.marks if m.kind == "period" and m.last == last and m.first >= first), None)
            hit = self.adverbs.before(s, last)
            if period:
                last = period.first
            elif hit and hit[0] >= first and not inside(s, last - 1):
                last = hit[0]
            else:
                break
        while first < last:
            period = next((m for m in s.marks if m.kind == "period" and m.first == first and m.last <= last), None)
            opener = self._openers.at(s, first) if name_at(s, first) is None else None
            if period:
                first = period.last
            elif opener and opener[0] <= last:
                first = opener[0]
            elif s.plain[first] in "-–•+*\"'[]":
                first += 1
            else:
                break
        return first, last

    def after_opener(self, s: Sentence, first: int, last: int) -> int | None:
        """The atom after the last word that opens a clause, if something follows it."""
        for at in range(last - 1, first - 1, -1):
            hit = self.clauses.at(s, at) if not inside(s, at) else None
            if hit and hit[0] < last and not self._longer_measure(s, at, hit[0]):
                begin, end = self.stripped(s, hit[0], last)
                if begin < end and self.phrase_end(s, begin, end) > begin and not self._is_score(s, begin):
                    return begin
        return None

    def _is_score(self, s: Sentence, at: int) -> bool:
        """ "ghi nhận | 63,21 điểm, xếp thứ 3": a score is had by who is ranked, it is not ranked itself."""
        number = next((m for m in s.marks if m.first == at and m.kind in ("quantity", "percent")), None)
        if number is not None and (number.kind == "percent" or self._scores.before(s, number.last)):
            return True
        return s.plain[at] in COUNTS and self._scores.at(s, at + 1) is not None

    def _longer_measure(self, s: Sentence, at: int, last: int) -> bool:
        """ "nâng cao năng lực" is a thing to measure, "nâng | năng lực" opens a clause."""
        hit = self.measures.at(s, at)
        return hit is not None and hit[0] > last

    def phrase_end(self, s: Sentence, first: int, last: int) -> int:
        """Where the noun phrase at atom `first` ends, `last` at most; `first` where none begins."""
        measure = self.measures.at(s, first) or self.amounts.at(s, first) or self.indexes.at(s, first)
        at = min(measure[0], last) if measure and first < last else first
        while at < last and at - first < PHRASE_MOST:
            mark = name_at(s, at) or next((m for m in s.marks if m.first == at and self._is_whole(s, m)), None)
            if mark is not None:
                at = mark.last
                continue
            if s.plain[at] == "(" and ")" in s.plain[at : at + _BRACKET_MOST]:
                at = s.plain.index(")", at) + 1
                continue
            if is_cut(s, at) or (at > first and s.plain[at] in COUNTS) or self.predicates.at(s, at) is not None:
                break
            at += 1
        return min(at, last)

    def _is_whole(self, s: Sentence, mark: Mark) -> bool:
        """Whether a noun phrase goes on over the mark: a person, a document, a period in figures ("năm 2018")."""
        figures = any(s.plain[j] in FIGURES for j in range(mark.first, mark.last))
        return mark.kind in ("person", "document") or (mark.kind == "period" and figures)


def is_cut(s: Sentence, at: int) -> bool:
    """Whether a noun phrase cannot go on over the atom: punctuation, a period, a percentage."""
    if s.plain[at] in ",;:!?…()\"'":
        return True
    return any(m.first == at and m.kind in ("percent", "quantity") for m in s.marks)
