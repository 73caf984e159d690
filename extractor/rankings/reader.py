"""Reads the rankings of a document, and marks their numbers so that nothing else is read from them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractor.document import Document, Mark, Sentence
from extractor.found import FoundPeriod, FoundRanking, Stretch
from extractor.match import Match
from extractor.mentions.numbers import NumberReader
from extractor.mentions.values import NumberValue
from extractor.rankings.heads import FORMER, Head, HeadReader
from extractor.rankings.lists import ListReader
from extractor.rankings.memory import Memory, NameWords
from extractor.rankings.subject import Subject, SubjectReader
from extractor.rankings.tail import Tail, TailReader
from extractor.rulebook.book import Rulebook

_SAME_TOPIC = 2
"""Sentences over which a ranking's subject and criterion carry to the next."""
_LEAD = 3
OUT_OF_RANGE = "rank_out_of_range"


@dataclass(slots=True)
class _Draft:
    """A ranking in the making."""

    sentence: Sentence
    index: int
    head: Head
    tail: Tail
    found: FoundRanking
    extra: list[tuple[int, int]]
    """atoms of what belongs to it besides its number: its total, change and score"""


class RankingReader:
    """Reads rankings where names, periods and percentages are marked and quantities are not."""

    def __init__(self, book: Rulebook) -> None:
        self._book = book
        self._heads = HeadReader(book)
        self._tails = TailReader(book)
        self._subjects = SubjectReader(book)
        self._lists = ListReader(book)
        self._numbers = NumberReader(book)
        self._members = book.phrases("rank_members")
        self._nation_heads = tuple(book.words("rank_nations"))
        self._worlds = tuple(word.lower() for word in book.words("rank_world"))
        self._nation_words = frozenset(book.words("rank_nation"))
        self._bare_superlatives = book.phrases("rank_bare_superlatives")
        self._relative = book.phrases("rank_predicates")
        self._superlatives = book.phrases("rank_superlatives")
        self._names = NameWords(book)

    def read(self, document: Document) -> list[FoundRanking]:
        """The rankings of a document, in order.

        A rank that lies beyond the number it is out of is no ranking; it is kept in `document.facts` for the checks.
        """
        found: list[FoundRanking] = []
        beyond: list[Stretch] = []
        memory = Memory(self._names, document)
        last: _Draft | None = None
        for index, s in enumerate(document.sentences):
            drafts = self._sentence(s, index, memory, last, document)
            last = drafts[-1] if drafts else last
            for draft in drafts:
                self._mark(draft)
                f = draft.found
                if f.out_of is not None and max(f.rank, f.rank_high or 0) > f.out_of:
                    beyond.append(f.rank_stretch)
                else:
                    found.append(f)
        found += self._lists.read(document, found)
        document.facts[OUT_OF_RANGE] = beyond
        return sorted(found, key=lambda f: f.stretch.start)

    def _sentence(
        self, s: Sentence, index: int, memory: Memory, last: _Draft | None, document: Document
    ) -> list[_Draft]:
        heads, attached = self._heads.read(s)
        drafts: list[_Draft] = []
        for head in heads:
            previous = drafts[-1] if drafts else last
            if drafts and head.first < drafts[-1].tail.last:
                if head.last <= drafts[-1].tail.last:
                    continue
                drafts[-1].tail.last = head.first
            if drafts and head.high is not None and head.first == drafts[-1].tail.last:
                continue  # it says among whom the one before is ranked: "xếp hạng 2 | trong top 10 quốc gia"
            draft = self._draft(s, index, head, memory, previous, drafts)
            twin = next((d for d in drafts if _same(d.found, draft.found)), None)
            if twin is not None:
                twin.found = _joined(twin.found, draft.found)
                twin.extra.append(draft.head.number)
                continue
            drafts.append(draft)
        for m in sorted(attached, key=lambda m: m.first):
            self._attach(s, drafts, m)
        for draft in drafts:
            draft.found = replace(draft.found, period=self._period(draft, drafts, last, document))
        return drafts

    # --- one ranking -----------------------------------------------------------------------------------------------

    def _draft(
        self, s: Sentence, index: int, head: Head, memory: Memory, previous: _Draft | None, drafts: list[_Draft]
    ) -> _Draft:
        tail = self._tails.read(s, head.last, counted=head.plain and (head.out_of is not None or head.high is not None))
        population = tail.population
        span = self._set_noun(s, head) if head.high is not None and not head.plain else None
        if span is not None:
            population = s.slice(*span)
        subject = self._subject(s, index, head, tail, memory, previous, drafts, population)
        criterion = tail.criterion or subject.criterion or self._of_set(s, span)
        criterion = criterion or self._index(s, head, previous, index)
        out_of = head.out_of if head.out_of is not None else tail.out_of
        if out_of is None and head.high is None and "rank" in head.match.slots:
            total = self._total_before(s, head, drafts)
            if total is not None:
                out_of, population, tail.counted = total.out_of, population or total.population, total.counted
        found = FoundRanking(
            stretch=Stretch(s, head.first, max(tail.last, head.number[1])), rank_stretch=Stretch(s, *head.number),
            rule=head.match.rule.id, rank=head.rank, rank_high=head.high, out_of=out_of, subject=subject.text,
            population=population, criterion=criterion,
            change=head.former - head.rank if head.former is not None and _is_former(head.match) else None,
        )  # fmt: skip
        return _Draft(s, index, head, tail, found, [tail.counted] if tail.counted else [])

    def _total_before(self, s: Sentence, head: Head, drafts: list[_Draft]) -> Tail | None:
        """ "Trong 63 tỉnh, thành phố, Hà Nội | xếp thứ 9"."""
        for at in range(drafts[-1].tail.last if drafts else 0, head.first - 2):
            total = self._tails.total(s, at)
            if total is not None and total.population and (total.out_of or 0) >= head.rank and total.last <= head.first:
                return total
        return None

    def _set_noun(self, s: Sentence, head: Head) -> tuple[int, int] | None:
        """The noun of a set up to what makes it the best: "5 | nước xuất khẩu tôm | hàng đầu"."""
        first = last = head.number[1]
        if not s.atom(first)[0].isalpha():
            return None
        while last < head.last and (
            last == first or not (self._superlatives.at(s, last) or self._relative.at(s, last))
        ):
            last += 1
        return (first, last) if first < last else None

    def _of_set(self, s: Sentence, span: tuple[int, int] | None) -> str | None:
        """What the members of a set are ranked in: "nước | xuất khẩu tôm"."""
        member = self._members.at(s, span[0]) if span else None
        bare = self._bare_superlatives.at(s, span[1]) if span and span[1] < len(s) else None
        if span is None or member is None or bare is None or "," in s.plain[span[0] : span[1]]:
            return None
        return s.slice(member[0], span[1]) or None

    def _index(self, s: Sentence, head: Head, previous: _Draft | None, index: int) -> str | None:
        """The index that the sentence names to the left, else the criterion of the ranking before."""
        named = self._subjects.index(s, 0, head.first)
        if named is not None:
            return named
        if previous is not None and index - previous.index <= _SAME_TOPIC and previous.sentence.line == s.line:
            return previous.found.criterion
        return None

    # --- the subject -----------------------------------------------------------------------------------------------

    def _subject(
        self, s: Sentence, index: int, head: Head, tail: Tail, memory: Memory, previous: _Draft | None,
        drafts: list[_Draft], population: str | None,
    ) -> Subject:  # fmt: skip
        captured = head.match.slots.get("subject")
        if captured is not None:
            return Subject(s.slice(captured.first, captured.last))
        left = drafts[-1].tail.last if drafts else 0
        said = self._subjects.before(s, head.first, left)
        if said is not None and said.text is not None and not said.general:
            return said
        behind = self._subjects.behind(s, tail.last)
        if behind is not None:
            return Subject(behind, said.criterion if said else None)
        if self._subjects.opens_ahead(s, head.first, left) and (ahead := self._subjects.ahead(s, tail.last)):
            return Subject(ahead)
        text = self._inherited(s, index, head, left, said, memory, previous, population)
        return Subject(text, said.criterion if said else None)

    def _inherited(
        self, s: Sentence, index: int, head: Head, left: int, said: Subject | None, memory: Memory,
        previous: _Draft | None, population: str | None,
    ) -> str | None:  # fmt: skip
        """The one that was ranked or named before; a pronoun or general word says what to look for."""
        general = said.text.lower() if said and said.text else None
        near = previous is not None and index - previous.index <= _SAME_TOPIC and previous.sentence.line == s.line
        last = previous.found.subject if near and previous is not None else None
        if general in self._nation_words or self._begins(population, self._nation_heads):
            return last if memory.is_country(last) else memory.country() or last
        if general is not None and (named := memory.general(general, index, head.first)):
            return named
        if last is not None and left == 0 and said is not None and said.text is None:
            last = self._subjects.clause_name(s, head.first, left) or last
        if last is None and said is not None and said.text is None:
            last = self._subjects.clause_name(s, head.first, left)
        if last is None and self._begins(population, self._worlds):
            last = memory.country()
        return last or memory.before(index) or (said.text if said else None)

    def _begins(self, population: str | None, heads: tuple[str, ...]) -> bool:
        return population is not None and population.lower().startswith(heads)

    # --- what goes along -------------------------------------------------------------------------------------------

    def _attach(self, s: Sentence, drafts: list[_Draft], m: Match) -> None:
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
        if slot == "change":
            read = self._heads.number(s, where.first)
            value = None if read is None else read[0] * int(m.rule.sets.get("change", 1))
            draft.found = replace(draft.found, change=value)
        else:
            number = self._numbers.read(s, where.first)
            draft.found = replace(draft.found, score=number.value if number else None)
        draft.extra.append((where.first, m.last))
        self._late_criterion(s, draft, m.last)

    def _late_criterion(self, s: Sentence, draft: _Draft, at: int) -> None:
        """ "xếp thứ 82, tăng 9 bậc | về môi trường kinh doanh"."""
        if draft.tail.criterion is None:
            criterion = self._tails.late_criterion(s, at)
            draft.found = replace(draft.found, criterion=criterion or draft.found.criterion)

    def _period(
        self, draft: _Draft, drafts: list[_Draft], last: _Draft | None, document: Document
    ) -> FoundPeriod | None:
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
        if before is not None and draft.index - before.index <= _SAME_TOPIC and before.found.period:
            return before.found.period
        sentences = document.sentences
        for other in [*reversed(sentences[max(0, draft.index - 1) : draft.index]), *sentences[1:_LEAD]]:
            for m in other.marks:
                if m.kind == "period" and m.refinement != "baseline" and m.value.start != m.value.end:
                    return FoundPeriod(other.slice(m.first, m.last), m.value)
        return None

    def _mark(self, draft: _Draft) -> None:
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


def _is_former(m: Match) -> bool:
    return m.rule.sets.get("change") == FORMER


def _same(a: FoundRanking, b: FoundRanking) -> bool:
    """Whether two rankings of a sentence say one thing twice: "đứng thứ 82/190 (từ vị trí 91 lên 82/190)"."""
    return (
        a.rank == b.rank and a.rank_high == b.rank_high and a.subject == b.subject
        and (a.out_of is None or b.out_of is None or a.out_of == b.out_of)
        and (a.criterion == b.criterion or b.change is not None)
    )  # fmt: skip


def _joined(a: FoundRanking, b: FoundRanking) -> FoundRanking:
    return replace(
        a, out_of=a.out_of if a.out_of is not None else b.out_of, change=a.change if a.change is not None else b.change
    )


def _nearest(s: Sentence, drafts: list[_Draft], first: int, last: int) -> _Draft | None:
    """The ranking right before atoms first to last, else the next one; never over a semicolon."""
    before = [d for d in drafts if d.head.first < first and ";" not in s.plain[d.head.first : first]]
    after = [d for d in drafts if d.head.first >= first and ";" not in s.plain[last : d.head.first]]
    return before[-1] if before else after[0] if after else None
