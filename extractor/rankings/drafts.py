"""Rankings in the making: what goes along with one in its sentence, and the marks that keep its numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractor.document import Document, Mark, Sentence
from extractor.found import FoundPeriod, FoundRanking
from extractor.match import Match
from extractor.mentions.numbers import NumberReader
from extractor.mentions.values import NumberValue
from extractor.rankings.heads import FORMER, Head, HeadReader
from extractor.rankings.tail import Tail, TailReader
from extractor.rulebook.book import Rulebook

SAME_TOPIC = 2
"""Sentences over which a ranking's subject, criterion and period carry to the next."""
_LEAD = 3


@dataclass(slots=True)
class Draft:
    """A ranking in the making."""

    sentence: Sentence
    index: int
    head: Head
    tail: Tail
    found: FoundRanking
    extra: list[tuple[int, int]]
    """atoms of what belongs to it besides its number: its total, change and score"""

    def carries(self, s: Sentence, index: int) -> bool:
        """Whether what it says still holds in sentence number `index`."""
        return index - self.index <= SAME_TOPIC and self.sentence.line == s.line


class Companions:
    """Gives rankings what stands beside them: changes, scores, late criteria; and marks their numbers."""

    def __init__(self, book: Rulebook, heads: HeadReader, tails: TailReader) -> None:
        self._numbers = NumberReader(book)
        self._heads = heads
        self._tails = tails

    def attach(self, s: Sentence, drafts: list[Draft], m: Match) -> None:
        """Give a change or a score to the ranking it stands by: the one before it, unless it has one, else the next."""
        slot = "change" if "change" in m.slots else "score"
        if slot not in m.slots:
            return
        where = m.slots[slot]
        if any(d.head.number[0] <= where.first < d.head.number[1] for d in drafts):
            return
        draft = _nearest(s, [d for d in drafts if getattr(d.found, slot) is None], m.first, m.last)
        if draft is None:
            return
        if m.rule.sets.get(slot) == FORMER and draft.found.rank_high is not None:
            return  # from a place into a group: nobody says by how many places
        if slot == "change":
            read = self._heads.number(s, where.first)
            value = None if read is None else _change(read[0], m.rule.sets.get("change", 1), draft.found.rank)
            draft.found = replace(draft.found, change=value)
        else:
            number = self._numbers.read(s, where.first)
            draft.found = replace(draft.found, score=number.value if number else None)
        draft.extra.append((where.first, m.last))
        self._late_criterion(s, draft, m.last)

    def _late_criterion(self, s: Sentence, draft: Draft, at: int) -> None:
        """ "xếp thứ 82, tăng 9 bậc | về môi trường kinh doanh"."""
        if draft.tail.criterion is None:
            criterion = self._tails.late_criterion(s, at)
            draft.found = replace(draft.found, criterion=criterion or draft.found.criterion)

    def mark(self, draft: Draft) -> None:
        """Mark the number, and by marks without a value what else must not be read as a quantity."""
        head, s, f = draft.head, draft.sentence, draft.found
        marks = []
        numbered = {"rank", "rank_high"} & head.match.slots.keys()
        if numbered:
            last = head.number[1]
            if head.high is not None and f.population and s.slice(last, last + 1):
                last = self._tails.noun(s, last) or last
            marks.append(Mark("rank", head.number[0], last, NumberValue(f.rank, f.rank_high, f.out_of), rule=f.rule))
        spans = [*draft.extra]
        if "change" in head.match.slots:
            where = head.match.slots["change"]
            spans.append((where.first, where.last))
        marks += [Mark("rank", first, last, None, rule=f.rule) for first, last in spans]
        s.add(m for m in marks if not any(k.kind == "rank" and k.first < m.last and m.first < k.last for k in s.marks))


def period_of(draft: Draft, drafts: list[Draft], last: Draft | None, document: Document) -> FoundPeriod | None:
    """The nearest period of the sentence that is no baseline, else that of the ranking or sentence before."""
    s, head = draft.sentence, draft.head
    periods = [m for m in s.marks if m.kind == "period" and m.refinement != "baseline"]
    left = [m for m in periods if m.last <= head.first and ";" not in s.plain[m.last : head.first]]
    right = [m for m in periods if m.first >= head.first and ";" not in s.plain[head.first : m.first]]
    follow = drafts.index(draft)
    bound = drafts[follow + 1].head.first if follow + 1 < len(drafts) else len(s)
    adjacent = [m for m in right if m.first == draft.tail.last]
    chosen = adjacent or left[-1:] or [m for m in right if m.first < bound][:1]
    if chosen:
        return FoundPeriod(s.slice(chosen[0].first, chosen[0].last), chosen[0].value)
    before = drafts[follow - 1] if follow else last
    if before is not None and draft.index - before.index <= SAME_TOPIC and before.found.period:
        return before.found.period
    sentences = document.sentences
    for other in [*reversed(sentences[max(0, draft.index - 1) : draft.index]), *sentences[1:_LEAD]]:
        for m in other.marks:
            if m.kind == "period" and m.refinement != "baseline" and m.value.start != m.value.end:
                return FoundPeriod(other.slice(m.first, m.last), m.value)
    return None


def same(a: FoundRanking, b: FoundRanking) -> bool:
    """Whether two rankings of a sentence say one thing twice: "đứng thứ 82/190 (từ vị trí 91 lên 82/190)"."""
    return (
        a.rank == b.rank and a.rank_high == b.rank_high and a.subject == b.subject
        and (a.out_of is None or b.out_of is None or a.out_of == b.out_of)
        and (a.criterion == b.criterion or b.change is not None)
    )  # fmt: skip


def joined(a: FoundRanking, b: FoundRanking) -> FoundRanking:
    return replace(
        a, out_of=a.out_of if a.out_of is not None else b.out_of, change=a.change if a.change is not None else b.change
    )


def _change(number: int, how: object, rank: int) -> int:
    """The places won: told with their direction (1, -1), or by the rank of before."""
    return number - rank if how == FORMER else number * (-1 if how == -1 else 1)


def _nearest(s: Sentence, drafts: list[Draft], first: int, last: int) -> Draft | None:
    """The ranking right before atoms first to last, else the next one; never over a semicolon."""
    before = [d for d in drafts if d.head.first < first and ";" not in s.plain[d.head.first : first]]
    after = [d for d in drafts if d.head.first >= first and ";" not in s.plain[last : d.head.first]]
    return before[-1] if before else after[0] if after else None
