"""Who is ranked: the noun phrase to the left of a ranking, or the one that was ranked before.

What is measured ("chỉ số PCI của tỉnh") is no subject: its owner is, and it is the criterion.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractor.alphabet import ATOM
from extractor.document import Mark, Sentence
from extractor.rankings.clause import COUNTS, PHRASE_MOST, ClauseReader, is_cut
from extractor.rankings.names import inside, name_at, name_ending, name_text, names
from extractor.rulebook.book import Rulebook
from extractor.rulebook.tables import Place

_UNLISTED_LEAST = 2  # syllables of a name that no list holds: one alone may be any word


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject by its words, and what is measured of it. Either may be missing: to be inherited."""

    text: str | None
    criterion: str | None = None
    general: bool = False
    """a pronoun or a general word ("tỉnh", "chúng ta"): it was named before"""


class SubjectReader:
    """Finds the subject of a ranking in its clause."""

    def __init__(self, book: Rulebook) -> None:
        self._clause = ClauseReader(book)
        self._adverbials = book.phrases("rank_adverbials")
        self._pronouns = book.phrases("rank_pronouns")
        self._links = book.phrases("rank_links")
        self._of = book.phrases("rank_of")
        self._holders = book.phrases("rank_holders")
        self._several = book.phrases("several_words", "rank_words")
        self._places = book.table("places", Place)

    def before(self, s: Sentence, at: int, left: int) -> Subject | None:
        """The subject to the left of atom `at`, not before atom `left`."""
        first = self._clause.start(s, at, left)
        if first > left and s.plain[first - 1] == "(" and self._bare(s, first, at):
            return self._in_front_of_bracket(s, first - 1, left)
        for begin, end in self._clause.stretches(s, first, at):
            found = self._in_stretch(s, begin, end, at, left)
            if found is not None:
                return found
        return None

    def behind(self, s: Sentence, at: int) -> str | None:
        """The one that a rank leads on to: "xếp thứ hai là Quảng Ninh", "Top 5 có sự góp mặt của A, B, C"."""
        holder = self._holders.at(s, at)
        if holder is None:
            return None
        last = first = holder[0]
        while last < len(s):
            mark = name_at(s, last)
            if mark is None:
                break
            last = mark.last
            if last + 1 < len(s) and s.plain[last] == "," and name_at(s, last + 1):
                last += 1
            elif (link := self._links.at(s, last)) and name_at(s, link[0]):
                last = link[0]
        if last == first:
            last = self._clause.phrase_end(s, first, len(s))
        return s.slice(first, last) if last > first else None

    def ahead(self, s: Sentence, at: int) -> str | None:
        """The subject of the clause that follows "Là tỉnh xếp thứ 3 với 64 điểm, …"."""
        comma = s.plain.find(",", at)
        mark = name_at(s, comma + 1) if 0 <= comma < len(s) - 1 else None
        return name_text(s, mark) if mark else None

    def opens_ahead(self, s: Sentence, at: int, left: int) -> bool:
        """Whether the clause up to atom `at` is such an opening one: no name, and a predicate first."""
        first = self._clause.start(s, at, left)
        return self._clause.predicates.at(s, first) is not None and not any(first <= m.first < at for m in names(s))

    def clause_name(self, s: Sentence, at: int, left: int) -> str | None:
        """The last name that opens a part of the clause: "EVN phấn đấu nâng cao năng lực | lên top 4"."""
        first = self._clause.start(s, at, left)
        found = None
        for mark in names(s):
            if first <= mark.first and mark.last <= at:
                begin = self._clause.stripped(s, first, mark.last)[0]
                opens = (
                    mark.first <= begin or s.plain[mark.first - 1] == "," or self._clause.clauses.before(s, mark.first)
                )
                found = name_text(s, mark) if opens else found
        return found

    def _bare(self, s: Sentence, first: int, at: int) -> bool:
        """Whether only adverbs and periods stand between the bracket and the rank."""
        begin, end = self._clause.stripped(s, first, at)
        return begin >= end or s.plain[begin] == ","

    def _in_front_of_bracket(self, s: Sentence, bracket: int, left: int) -> Subject | None:
        mark = name_ending(s, bracket)
        if mark is not None and mark.kind == "place":
            return Subject(name_text(s, mark))
        place = self._places.before(s, bracket)
        if place is not None and s.atom(place[0])[0].isupper():
            return Subject(s.slice(place[0], bracket))
        return Subject(name_text(s, mark)) if mark is not None else self.before(s, bracket, left)

    # --- one stretch -----------------------------------------------------------------------------------------------

    def _in_stretch(self, s: Sentence, begin: int, end: int, at: int, left: int) -> Subject | None:
        first, last = self._clause.stripped(s, begin, end)
        clause = self._clause.after_opener(s, first, last)
        if clause is not None:
            first, last = self._clause.stripped(s, clause, last)
        elif first < last and self._adverbials.at(s, first) is not None and name_at(s, first) is None:
            return self._adverbial(s, first, last)
        if (joined := self._joined_name(s, first, last)) is not None:
            return joined
        predicate = self._clause.predicates.at(s, first) if first < last and name_at(s, first) is None else None
        if predicate and name_at(s, predicate[0]) and predicate[0] < last:
            first = predicate[0]  # "đưa | EVN giữ vị trí", "là | Việt Nam trở thành"
        end_of_phrase = self._clause.phrase_end(s, first, last)
        if end_of_phrase <= first:
            return None
        return self._judged(s, first, end_of_phrase, last if end == at else end_of_phrase, left)

    def _joined_name(self, s: Sentence, first: int, last: int) -> Subject | None:
        """ "… của Việt Nam và Việt Nam | đang phấn đấu": a name that a link leads to, right before the verb."""
        mark = name_ending(s, last)
        if mark is None or mark.first <= first:
            return None
        link = self._links.before(s, mark.first) or self._clause.adverbs.before(s, mark.first)
        if self._of.before(s, mark.first) or self._clause.holding.before(s, mark.first):
            return None
        if link is None or link[0] <= first or name_at(s, first) is not None:
            return None
        return Subject(name_text(s, mark))

    def _adverbial(self, s: Sentence, first: int, last: int) -> Subject | None:
        """A name in an adverbial that is the subject: at its end ("Với nỗ lực lớn Hà Nội | xếp …"), or before "là"."""
        opener = self._adverbials.at(s, first)
        opened = name_at(s, opener[0]) if opener else None
        if opened is not None and opened.last < last and self._clause.holding.at(s, opened.last):
            return Subject(name_text(s, opened))
        mark = name_ending(s, last)
        if mark is None or mark.first <= first + 1 or self._of.before(s, mark.first):
            return None
        return Subject(name_text(s, mark))

    def _judged(self, s: Sentence, first: int, last: int, end: int, left: int) -> Subject | None:
        """What the phrase at atoms first to last is: a name, a measure of a name, a general word, or a thing."""
        if not any(s.atom(j)[0].isalpha() for j in range(first, last)):
            return None
        pronoun = self._pronouns.at(s, first)
        name = name_at(s, first)
        if name is not None and name.last <= last and not self._is_general(s, name):
            return self._several_held(s, last, end) or self._named(s, name, last, end)
        if pronoun is not None and pronoun[0] >= last:
            if (several := self._several_held(s, last, end)) is not None:
                return several
            held = self._held(s, last, end)
            apposed = self._apposed(s, first, left)
            return Subject(apposed, held) if apposed else Subject(s.slice(first, last), held, general=True)
        index = self._clause.indexes.at(s, first) or self._clause.measures.at(s, first)
        amount = self._clause.amounts.at(s, first)
        if index or amount:
            owner = self._owner(s, first, last)
            if owner is not None:
                begin, stop, general = owner
                return Subject(s.slice(begin, stop), self._measure(s, first, begin), general)
            return Subject(None if index else s.slice(first, last), self._measure(s, first, last))
        return self._attributed(s, end) or Subject(s.slice(first, last), self._held(s, last, end))

    def _attributed(self, s: Sentence, last: int) -> Subject | None:
        """ "xứng đáng với tư cách là Thành phố | đứng thứ 3": a general word behind "là" is who is ranked."""
        pronoun = self._pronouns.before(s, last)
        if pronoun is None or not s.atom(pronoun[0])[0].isupper() or not self._clause.holding.before(s, pronoun[0]):
            return None
        return Subject(s.slice(pronoun[0], last), general=True)

    def _named(self, s: Sentence, name: Mark, last: int, end: int) -> Subject:
        """A name at the phrase's start; names joined to it stay ("Hà Nội và Đà Nẵng")."""
        stop = name.last
        while stop < last:
            link = self._links.at(s, stop)
            joined = name_at(s, link[0]) if link else None
            if joined is None or joined.last > last:
                break
            stop = joined.last
        text = name_text(s, name) if stop == name.last else s.slice(name.first, stop)
        return Subject(text, self._held(s, last, end))

    def _is_general(self, s: Sentence, mark: Mark) -> bool:
        hit = self._pronouns.at(s, mark.first)
        return hit is not None and hit[0] >= mark.last

    def _apposed(self, s: Sentence, first: int, left: int) -> str | None:
        """ "Philippines, nước có …": the name before the comma."""
        if first < 2 or s.plain[first - 1] != ",":
            return None
        mark = name_ending(s, first - 1)
        return name_text(s, mark) if mark is not None and mark.first >= left else None

    def _several_held(self, s: Sentence, last: int, end: int) -> Subject | None:
        """ "tỉnh có | ba sản phẩm | lọt top 10": so many of what somebody has are ranked, not he in them."""
        held = self._held_span(s, last, end)
        if held is None:
            return None
        first, stop = held
        counted = s.plain[first] in COUNTS or s.mark_from(first, "quantity") or self._several.at(s, first)
        return Subject(s.slice(first, stop)) if counted else None

    def _held(self, s: Sentence, last: int, end: int) -> str | None:
        """What the subject is ranked in, where it is said to have or to be it: "có ngành ô tô | lớn thứ tư"."""
        held = self._held_span(s, last, end)
        return s.slice(*held) if held else None

    def _held_span(self, s: Sentence, last: int, end: int) -> tuple[int, int] | None:
        first = last
        while (
            first < end and self._clause.holding.at(s, first) is None and (adverb := self._clause.adverbs.at(s, first))
        ):
            first = adverb[0]
        hit = self._clause.holding.at(s, first) if first < end else None
        if hit is None or hit[0] >= end:
            return None
        first, stop = self._clause.stripped(s, hit[0], end)
        whole = first < stop and stop - first <= PHRASE_MOST and not any(is_cut(s, j) for j in range(first, stop))
        return (first, stop) if whole else None

    def _owner(self, s: Sentence, first: int, last: int) -> tuple[int, int, bool] | None:
        """The name or general word that "của" or its like leads to: its atoms, and whether it is general."""
        for at in range(last - 1, first, -1):
            if self._of.before(s, at) is None or inside(s, at):
                continue
            mark = name_at(s, at)
            if mark is not None and mark.last <= last:
                return mark.first, mark.last, self._is_general(s, mark)
            general = self._pronouns.at(s, at)
            if general is not None and general[0] <= last:
                return at, general[0], True
            stop = self._capitals_end(s, at, last)
            if stop - at >= _UNLISTED_LEAST:
                return at, stop, False
        return self._owner_behind_index(s, first, last)

    def _capitals_end(self, s: Sentence, at: int, last: int) -> int:
        """Where a run of capitalised syllables ends: a name that no list holds."""
        while at < last and s.atom(at)[0].isupper() and self._clause.indexes.at(s, at) is None:
            at += 1
        return at

    def _owner_behind_index(self, s: Sentence, first: int, last: int) -> tuple[int, int, bool] | None:
        """ "PAR Index tỉnh Hà Nam", "PCI năm 2022 Hà Nam": the owner follows the index, or its year, without "của"."""
        for _, end, _ in reversed(self._clause.indexes.find(s, first, last)):
            end += end < last and s.plain[end] == ")"
            year = next((m.last for m in s.marks if m.kind == "period" and m.first == end), end)
            mark = name_at(s, year) if year < last else None
            if mark is not None and mark.last <= last:
                return mark.first, mark.last, self._is_general(s, mark)
        return None

    def _measure(self, s: Sentence, first: int, last: int) -> str | None:
        """The measured thing without its owner and period: an index by its name."""
        of = self._of.before(s, last)
        stop = of[0] if of else last
        period = next((m.first for m in s.marks if m.kind == "period" and first < m.first < stop), stop)
        return self.index(s, first, stop) or s.slice(first, period) or None

    def index(self, s: Sentence, first: int, last: int) -> str | None:
        """The index named nearest before atom `last`, by its short name where it has one."""
        found = self._clause.indexes.find(s, first, last)
        if not found:
            return None
        begin, end, row = found[-1]
        short = row.words[0]
        return short if len(ATOM.findall(short)) <= 2 and short.upper()[:2] == short[:2] else s.slice(begin, end)
