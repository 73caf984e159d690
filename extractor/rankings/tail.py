"""What follows the head of a ranking, in any order: how many there are, among whom, in what.

"đứng thứ 3 | về sản xuất tôm | trên thế giới", "xếp thứ 82 | trong số 189 nền kinh tế | về môi trường kinh doanh".
"""

from __future__ import annotations

from dataclasses import dataclass

from extractor.alphabet import FIGURES
from extractor.document import Mark, Sentence
from extractor.mentions.numbers import NumberReader
from extractor.mentions.units import UnitReader
from extractor.rulebook.book import Rulebook
from extractor.rulebook.tables import Index

_PARTS_MOST = 4
_CRITERION_MOST = 12
_LATE_MOST = 10
_ENDS = frozenset(",;.:!?…()[]\"'")
_FIELDS = frozenset({"province", "country", "city", "region"})


@dataclass(slots=True)
class Tail:
    """What was read behind a head, up to atom `last`. `counted` are the atoms of "189 nền kinh tế"."""

    last: int
    out_of: int | None = None
    population: str | None = None
    criterion: str | None = None
    counted: tuple[int, int] | None = None


class TailReader:
    """Reads the tail of a ranking."""

    def __init__(self, book: Rulebook) -> None:
        self._numbers = NumberReader(book)
        self._units = UnitReader(book)
        self._out_of = book.phrases("rank_out_of_openers")
        self._openers = book.phrases("rank_scope_openers")
        self._fields = book.phrases("rank_fields")
        self._members = book.phrases("rank_members")
        self._about = book.phrases("rank_about")
        self._about_ends = book.phrases("rank_about_ends")
        self._adjuncts = book.phrases("np_adjuncts")
        self._whole = book.phrases("rank_whole")
        self._predicates = book.phrases("rank_predicates")
        self._bare_superlatives = book.phrases("rank_bare_superlatives")
        self._superlatives = book.phrases("rank_superlatives")
        self._indexes = book.table("indexes", Index)

    def read(self, s: Sentence, at: int, *, counted: bool) -> Tail:
        """The tail that begins at atom `at`; `counted`: a number of competitors stands right before it."""
        tail = Tail(at)
        if counted and self.field(s, at) is None:
            self._noun(s, tail)
        for _ in range(_PARTS_MOST):
            if not any(part(s, tail) for part in (self._total, self._criterion, self._scope, self._best)):
                break
        return tail

    def late_criterion(self, s: Sentence, at: int) -> str | None:
        """A criterion that comes late in the clause: "tăng 2 bậc so với năm 2018 | về Chính phủ điện tử"."""
        for i in range(at, min(at + _LATE_MOST, len(s))):
            if s.plain[i] in ",;.":
                return None
            late = Tail(i)
            if self._about.at(s, i) is not None and self._criterion(s, late):
                return late.criterion
        return None

    def total(self, s: Sentence, at: int) -> Tail | None:
        """ "Trong 63 tỉnh, thành phố" at atom `at`."""
        after = Tail(at)
        return after if self._total(s, after) else None

    def noun(self, s: Sentence, at: int) -> int | None:
        """The atom after the counted noun at atom `at`."""
        after = Tail(at)
        return after.last if self._noun(s, after) else None

    def set_noun(self, s: Sentence, first: int, end: int) -> tuple[int, int] | None:
        """The noun of a set up to what makes it the best: "5 | nước xuất khẩu tôm | hàng đầu"."""
        last = first
        if not s.atom(first)[0].isalpha():
            return None
        while last < end and (last == first or not (self._superlatives.at(s, last) or self._predicates.at(s, last))):
            last += 1
        return (first, last) if first < last else None

    def of_set(self, s: Sentence, span: tuple[int, int] | None) -> str | None:
        """What the members of a set are ranked in: "nước | xuất khẩu tôm"."""
        member = self._members.at(s, span[0]) if span else None
        bare = self._bare_superlatives.at(s, span[1]) if span and span[1] < len(s) else None
        if span is None or member is None or bare is None or "," in s.plain[span[0] : span[1]]:
            return None
        return s.slice(member[0], span[1]) or None

    # --- parts: each returns whether it took something ---------------------------------------------------------

    def _noun(self, s: Sentence, tail: Tail) -> bool:
        """The noun that a number of competitors counts: "35/61 | tỉnh, thành phố"."""
        member = self._members.at(s, tail.last)
        field = self.field(s, member[0]) if member else None
        if member and field:
            tail.population, tail.last = s.slice(tail.last, field[1]), field[1]
            return True
        span = self._units.read(s, tail.last, [False] * len(s))
        if span is None or span.kind != "count" or span.last <= tail.last:
            return False
        tail.population, tail.last = span.text, span.last
        return True

    def _total(self, s: Sentence, tail: Tail) -> bool:
        """ "trong số 189 nền kinh tế"."""
        opener = self._out_of.at(s, tail.last)
        if tail.out_of is not None or opener is None or opener[0] >= len(s) or _marked(s, opener[0], "period"):
            return False
        number = self._numbers.read(s, opener[0]) if self._numbers.may_start(s.plain[opener[0]]) else None
        if number is None or not isinstance(number.value, int):
            return False
        after = Tail(number.last)
        if not self._noun(s, after) and not (number.last >= len(s) or s.plain[number.last] in _ENDS):
            return False
        if after.population and self._members.at(s, number.last) is None:
            return False
        tail.out_of, tail.population, tail.last = number.value, after.population, after.last
        tail.counted = (opener[0], after.last)
        return True

    def _scope(self, s: Sentence, tail: Tail) -> bool:
        """Among whom: "cả nước", "trong khu vực Đông Nam Á (ASEAN)", "cho Hoa Kỳ"."""
        scope = self.field(s, tail.last)
        if scope is None:
            return False
        first, last = scope
        if first > tail.last and self._whole.at(s, first - 1) is not None:
            first -= 1
        tail.population = tail.population or s.slice(first, last)
        tail.last = _over_acronym(s, last)
        return True

    def field(self, s: Sentence, at: int) -> tuple[int, int] | None:
        """The scope at atom `at`, its opening word left out: atoms of "thế giới" in "trên thế giới"."""
        if at >= len(s):
            return None
        opener = self._openers.at(s, at)
        first = opener[0] if opener else at
        place = _field_mark(s, first) if first < len(s) else None
        if place is not None:
            return first, place.last
        whole = self._fields.at(s, at)
        if whole is not None:
            inner = _field_mark(s, whole[0])
            last = inner.last if inner else whole[0]
            return (first if first < whole[0] else at), last
        inner_field = self._fields.at(s, first) if opener else None
        return (first, inner_field[0]) if inner_field else None

    def _criterion(self, s: Sentence, tail: Tail) -> bool:
        """In what: "về sản xuất tôm", or an index right behind the rank."""
        if tail.criterion is not None or tail.last >= len(s):
            return False
        opener = self._about.at(s, tail.last)
        if opener is None:
            index = self._indexes.at(s, tail.last)
            if index is None:
                return False
            tail.criterion, tail.last = s.slice(tail.last, index[0]), index[0]
            return True
        named = next((hit for at in range(tail.last + 1, opener[0] + 1) if (hit := self._named_index(s, at))), None)
        if named is not None:
            tail.criterion, tail.last = s.slice(*named), _over_acronym(s, named[1])
            return True
        last = self._phrase_end(s, opener[0])
        if last == opener[0]:
            return False
        tail.criterion, tail.last = s.slice(opener[0], last), last
        return True

    def _named_index(self, s: Sentence, at: int) -> tuple[int, int] | None:
        """An index at atom `at`: its atoms. A longer phrase goes on behind it: "cải cách hành chính và cơ chế …"."""
        hit = self._indexes.at(s, at) if at < len(s) else None
        if hit is None or (self._phrase_end(s, hit[0]) > hit[0] and self.field(s, hit[0]) is None):
            return None
        return at, hit[0]

    def _best(self, s: Sentence, tail: Tail) -> bool:
        """ "hàng đầu", "đứng đầu" behind the noun of a set."""
        hit = self._superlatives.at(s, tail.last) if tail.population else None
        if hit is None:
            return False
        tail.last = hit[0]
        return True

    def _phrase_end(self, s: Sentence, first: int) -> int:
        """Where the noun phrase of a criterion ends: at a mark, number, scope, or a word that opens something else."""
        at = first
        while at < len(s) and at - first < _CRITERION_MOST and s.plain[at] not in _ENDS and s.plain[at] not in FIGURES:
            if _marked(s, at, "period", "percent", "quantity", "person"):
                break
            if self._adjuncts.at(s, at) is None and self._about_ends.at(s, at):
                break
            if at > first and self.field(s, at) is not None:
                break
            mark = next((m for m in s.marks if m.first == at and m.kind in ("organization", "place")), None)
            adjunct = self._adjuncts.at(s, at)
            at = mark.last if mark else adjunct[0] if adjunct else at + 1
        return at


def _marked(s: Sentence, at: int, *kinds: str) -> bool:
    return any(m.first <= at < m.last for m in s.marks if m.kind in kinds)


def _field_mark(s: Sentence, at: int) -> Mark | None:
    """A place, or a body of many ("các nước ASEAN"), that begins at the atom."""
    for mark in s.marks:
        if mark.first == at and (mark.kind == "organization" or (mark.kind == "place" and mark.refinement in _FIELDS)):
            return mark
    return None


def _over_acronym(s: Sentence, at: int) -> int:
    """The atom after "(ASEAN)" at atom `at`, `at` where there is none."""
    inside = s.plain[at : at + 3]
    if len(inside) == 3 and inside[0] == "(" and inside[2] == ")" and s.atom(at + 1).isupper():
        return at + 3
    return at
