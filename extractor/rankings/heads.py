"""The heads of rankings: which matches of the rules stand, and the numbers in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extractor.alphabet import KINDS, ROMAN
from extractor.document import Folded, Sentence, fold_marks
from extractor.match import Match, find, matches
from extractor.mentions.numbers import NumberReader
from extractor.rankings.names import NAMES, is_name
from extractor.rulebook.book import Rulebook
from extractor.rulebook.gate import Gate
from extractor.rulebook.rules import Rule
from extractor.rulebook.tables import Index, Numeral

_FOLDED = ("period", "percent", "person", "organization", "place", "document")
_RANKS = frozenset({"rank", "rank_high"})
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
FORMER = "before"
"""`set: {change: before}`: the slot holds the rank of before."""


@dataclass(slots=True)
class Head:
    """A ranking without its surroundings: atoms `first` to `last`, where the tail begins, with the number inside."""

    match: Match
    first: int
    last: int
    number: tuple[int, int]
    rank: int
    high: int | None = None
    out_of: int | None = None
    former: int | None = None
    plain: bool = True
    """no word of the head stands behind the number"""


class HeadReader:
    """Finds the heads of rankings in a sentence."""

    def __init__(self, book: Rulebook) -> None:
        rules = book.of("record", "ranking")
        self._numbers = NumberReader(book)
        self._ordinals = {
            book.alphabet.free(word): int(row.value) for row in book.rows("ordinals", Numeral) for word in row.words
        }
        self._indexes = book.table("indexes", Index)
        self._dated = book.phrases("rank_number_openers")
        self._links = book.phrases("rank_adverbs")
        self._patterns = [(r, pattern) for r in rules if not r.row.continues for pattern in r.patterns]
        marks = frozenset(code for kind in _FOLDED for code in KINDS[kind])
        self._gate = Gate([pattern for _, pattern in self._patterns], but=marks)  # most sentences need no folding
        self._followers = [r for r in rules if r.row.continues]

    def read(self, s: Sentence) -> tuple[list[Head], list[Match]]:
        """The heads of a sentence from left to right, and the matches that only tell a change or a score."""
        passed = self._gate.passed(s.codes)
        if not passed:
            return [], []
        self._undate(s)
        folded = self.folded(s)
        found = (m for i in passed for m in matches(*self._patterns[i], folded))
        kept = _best(m for m in found if self._one_of(s, m))
        if not kept:
            return [], []
        further = list(find(self._followers, folded))
        kept = _continued(kept, [m for m in further if _RANKS & m.slots.keys()])
        heads = [head for m in kept if (head := self._head(s, m)) is not None]
        return heads, [m for m in further if not _RANKS & m.slots.keys()]

    def _undate(self, s: Sentence) -> None:
        """Take the date from "thứ 9/12": behind these words it is a rank."""
        dates = [m for m in s.marks if m.kind == "period" and m.last - m.first == 3 and s.plain[m.first + 1] == "/"]
        wrong = [m for m in dates if self._dated.before(s, m.first) is not None]
        if wrong:
            s.marks = [m for m in s.marks if m not in wrong]

    def folded(self, s: Sentence) -> Folded:
        """The sentence with its names, periods and documents folded.

        General bodies ("các địa phương") stay words, and so do the words of an index ("năng lực cạnh tranh cấp tỉnh").
        """
        indexes = self._indexes.find(s) if any(m.kind == "place" for m in s.marks) else []
        marks = []
        for m in s.marks:
            if m.kind not in _FOLDED or (m.kind in NAMES and not is_name(s, m)):
                continue
            if not any(first < m.last and m.first < last for first, last, _ in indexes if first < m.first):
                marks.append(m)
        return fold_marks(s, marks)

    def _one_of(self, s: Sentence, m: Match) -> bool:
        """ "3 trong 12 nước" is no place in an order, "1 trong 12 nước" and the band "801-1000" are."""
        if "rank" not in m.slots or "rank_high" not in m.slots:
            return True
        read = self.number(s, m.slots["rank"].first)
        return read is not None and (read[0] == 1 or s.plain[read[1]] == "-")

    def _head(self, s: Sentence, m: Match) -> Head | None:
        rank = high = out_of = former = None
        number = (m.first, m.last)
        ends = []
        for slot, where in m.slots.items():
            if slot not in ("rank", "rank_high", "out_of", "change"):
                continue
            read = self.number(s, where.first)
            if read is None:
                return None
            value, last = read
            ends.append(last)
            if slot == "rank":
                rank, number = value, (where.first, last)
            elif slot == "rank_high":
                high, number = value, (where.first, last)
            elif slot == "out_of":
                out_of = value
            elif m.rule.sets.get("change") == FORMER:
                former = value
        if out_of is not None and "rank" in m.slots:
            number = (number[0], m.slots["out_of"].last)
        tail = m.fills.get("population")
        end = tail or (max(ends) if ends and high is None else max([m.last, *ends]))
        if not ends:
            number = (m.first, end)
        rank = self._settled(rank, high, out_of, m.rule)
        if rank is None:
            return None
        return Head(m, self._start(s, m), end, number, rank, high, out_of, former, not ends or end == number[1])

    @staticmethod
    def _settled(rank: int | None, high: int | None, out_of: int | None, rule: Rule) -> int | None:
        """The rank: captured, else what the rule sets; below zero it counts from the end."""
        if rank is None:
            rank = int(rule.sets["rank"])
            if rank < 0:
                rank = None if out_of is None else out_of + 1 + rank
        return None if rank is None or rank < 1 or (high is not None and high <= rank) else rank

    def _start(self, s: Sentence, m: Match) -> int:
        """The match without a subject, a bracket or a link at its start."""
        first = m.first
        subject = m.slots.get("subject")
        while first < m.last:
            link = self._links.at(s, first)
            if subject and first == subject.first:
                first = subject.last
            elif not s.atom(first)[0].isalnum() and s.plain[first] not in "\"'":
                first += 1
            elif m.rule.row.continues and link and link[0] < m.last:
                first = link[0]
            else:
                break
        return first

    def number(self, s: Sentence, at: int) -> tuple[int, int] | None:
        """The whole number at atom `at`, in figures, words or Roman figures: (value, atom after it).

        "thứ | tư" and "hạng | nhất" are ordinals that no other number is written with.
        """
        if s.plain[at] == ROMAN:
            return roman(s.atom(at)), at + 1
        read = self._numbers.read(s, at) if self._numbers.may_start(s.plain[at]) else None
        if read is not None and isinstance(read.value, int):
            return read.value, read.last
        ordinal = self._ordinals.get(s.plain[at])
        return None if ordinal is None else (ordinal, at + 1)


def roman(figures: str) -> int:
    """The value of a Roman number.

    >>> roman("XIV"), roman("III")
    (14, 3)
    """
    values = [_ROMAN_VALUES[c] for c in figures]
    return sum(-v if v < max(values[i:], default=0) else v for i, v in enumerate(values))


def _weight(m: Match) -> tuple[int, int, int]:
    return -len(m.slots), -(m.last - m.first), m.rule.order


def _best(matches: Iterable[Match]) -> list[Match]:
    """Of matches that overlap the one with more slots, then the longer, then the earlier rule; left to right."""
    kept: list[Match] = []
    for m in sorted(matches, key=_weight):
        if all(m.last <= k.first or k.last <= m.first for k in kept):
            kept.append(m)
    return sorted(kept, key=lambda m: m.first)


def _continued(kept: list[Match], others: Iterable[Match]) -> list[Match]:
    """The matches with those that go on from one of them, further right and not over another."""
    if not kept:
        return kept
    all_ = list(kept)
    for m in sorted(others, key=lambda m: (m.first, *_weight(m))):
        number = m.slots["rank"].first
        first = next(iter(kept)).last
        if m.first >= first - 1 and all(m.last <= k.first or k.last <= number for k in all_):
            all_.append(m)
    return sorted(all_, key=lambda m: m.first)
