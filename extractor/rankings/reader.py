"""Reads the rankings of a document, and marks their numbers so that nothing else is read from them."""

from __future__ import annotations

from dataclasses import replace

from extractor.document import Document, Sentence
from extractor.found import FoundRanking, Stretch
from extractor.rankings.antecedents import Antecedents, Place
from extractor.rankings.drafts import Companions, Draft, joined, period_of, same
from extractor.rankings.heads import Head, HeadReader
from extractor.rankings.lists import ListReader
from extractor.rankings.memory import Memory, NameWords
from extractor.rankings.status import StatusReader
from extractor.rankings.subject import Subject, SubjectReader
from extractor.rankings.tail import Tail, TailReader
from extractor.rulebook.book import Rulebook

OUT_OF_RANGE = "rank_out_of_range"


class RankingReader:
    """Reads rankings where names, periods and percentages are marked and quantities are not."""

    def __init__(self, book: Rulebook) -> None:
        self._heads = HeadReader(book)
        self._tails = TailReader(book)
        self._subjects = SubjectReader(book)
        self._lists = ListReader(book)
        self._companions = Companions(book, self._heads, self._tails)
        self._names = NameWords(book)
        self._antecedents = Antecedents(book, self._subjects)
        self._status = StatusReader(book)

    def read(self, document: Document) -> list[FoundRanking]:
        """The rankings of a document, in order.

        A rank that lies beyond the number it is out of is no ranking; it is kept in `document.facts` for the checks.
        """
        found: list[FoundRanking] = []
        beyond: list[Stretch] = []
        memory = Memory(self._names, document)
        last: Draft | None = None
        for index, s in enumerate(document.sentences):
            drafts = self._sentence(s, index, memory, last, document)
            last = drafts[-1] if drafts else last
            for draft in drafts:
                self._companions.mark(draft)
                f = draft.found
                if f.out_of is not None and max(f.rank, f.rank_high or 0) > f.out_of:
                    beyond.append(f.rank_stretch)
                else:
                    found.append(f)
        found += self._lists.read(document, found)
        document.facts[OUT_OF_RANGE] = beyond
        return sorted(found, key=lambda f: f.stretch.start)

    def _sentence(self, s: Sentence, index: int, memory: Memory, last: Draft | None, document: Document) -> list[Draft]:
        heads, attached = self._heads.read(s)
        drafts: list[Draft] = []
        for head in heads:
            previous = drafts[-1] if drafts else last
            if drafts and head.first < drafts[-1].tail.last:
                if head.last <= drafts[-1].tail.last:
                    continue
                drafts[-1].tail.last = head.first
            if drafts and head.high is not None and head.first == drafts[-1].tail.last:
                continue  # it says among whom the one before is ranked: "xếp hạng 2 | trong top 10 quốc gia"
            draft = self._draft(s, index, head, memory, previous, drafts)
            twin = next((d for d in drafts if same(d.found, draft.found)), None)
            if twin is not None:
                twin.found = joined(twin.found, draft.found)
                twin.extra.append(draft.head.number)
                continue
            drafts.append(draft)
        for m in sorted(attached, key=lambda m: m.first):
            self._companions.attach(s, drafts, m)
        for draft in drafts:
            period = period_of(draft, drafts, last, document)
            status = self._status.status(s, draft.head.first, draft.head.last, period)
            draft.found = replace(draft.found, period=period, status=status)
        return drafts

    # --- one ranking -----------------------------------------------------------------------------------------------

    def _draft(
        self, s: Sentence, index: int, head: Head, memory: Memory, previous: Draft | None, drafts: list[Draft]
    ) -> Draft:
        tail = self._tails.read(s, head.last, counted=head.plain and (head.out_of is not None or head.high is not None))
        population = tail.population
        span = self._tails.set_noun(s, head.number[1], head.last) if head.high is not None and not head.plain else None
        if span is not None:
            population = s.slice(*span)
        subject = self._subject(s, index, head, tail, memory, previous, drafts, population)
        criterion = tail.criterion or subject.criterion or self._tails.of_set(s, span)
        criterion = criterion or self._index(s, head, previous, index)
        out_of = head.out_of if head.out_of is not None else tail.out_of
        if out_of is None and head.high is None and "rank" in head.match.slots:
            total = self._total_before(s, head, drafts)
            if total is not None:
                out_of, population, tail.counted = total.out_of, population or total.population, total.counted
            elif drafts and population is None and _among_all(drafts[-1]) and drafts[-1].found.rank != head.rank:
                out_of, population = drafts[-1].found.out_of, drafts[-1].found.population
                tail.counted = drafts[-1].tail.counted
        found = FoundRanking(
            stretch=Stretch(s, head.first, max(tail.last, head.number[1])), rank_stretch=Stretch(s, *head.number),
            rule=head.match.rule.id, rank=head.rank, rank_high=head.high, out_of=out_of,
            subject=memory.fuller(subject.text, index, head.first),
            population=population, criterion=criterion,
            change=None if head.former is None else head.former - head.rank,
        )  # fmt: skip
        return Draft(s, index, head, tail, found, [tail.counted] if tail.counted else [])

    def _total_before(self, s: Sentence, head: Head, drafts: list[Draft]) -> Tail | None:
        """ "Trong 63 tỉnh, thành phố, Hà Nội | xếp thứ 9"."""
        for at in range(drafts[-1].tail.last if drafts else 0, head.first - 2):
            total = self._tails.total(s, at)
            if total is not None and total.population and (total.out_of or 0) >= head.rank and total.last <= head.first:
                return total
        return None

    def _index(self, s: Sentence, head: Head, previous: Draft | None, index: int) -> str | None:
        """The index that the sentence names to the left, else the criterion of the ranking before."""
        named = self._subjects.index(s, 0, head.first)
        if named is not None:
            return named
        if previous is not None and previous.carries(s, index):
            return previous.found.criterion
        return None

    # --- the subject -----------------------------------------------------------------------------------------------

    def _subject(
        self, s: Sentence, index: int, head: Head, tail: Tail, memory: Memory, previous: Draft | None,
        drafts: list[Draft], population: str | None,
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
        at = Place(s, index, head.first, left)
        last = previous.found.subject if previous is not None and previous.carries(s, index) else None
        text = self._antecedents.find(memory, at, said, last, population)
        return Subject(text, said.criterion if said else None)


def _among_all(draft: Draft) -> bool:
    """Whether the number of competitors was told before the ranking, so that it holds for those that follow too:
    "trong 63 tỉnh thì Hà Nội đứng thứ 9, Huế đứng thứ 12"."""
    counted = draft.tail.counted
    return counted is not None and counted[0] < draft.head.first
