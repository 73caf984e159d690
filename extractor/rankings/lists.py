"""Numbered lists under a ranking: "Bảng xếp hạng PCI 2016 1. Đà Nẵng2. Quảng Ninh3. Đồng Tháp".

The press sets such lists as run-on text, and the segmenter cuts it anywhere; so they are read over the whole text.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from extractor.alphabet import FIGURES
from extractor.document import Document, Mark, Sentence
from extractor.found import FoundRanking, Stretch
from extractor.mentions.numbers import NumberReader
from extractor.mentions.values import NumberValue
from extractor.model import Number
from extractor.rankings.names import names
from extractor.rankings.subject import SubjectReader
from extractor.rulebook.book import Rulebook

_ENTRY = regex.compile(r"(?<!\d)(?<!\d[.,/])(?P<rank>\d{1,3})[.)]\s*(?=\p{Lu})")
_FIRST = regex.compile(r"1[.)]\s*\p{Lu}")
_NAME = regex.compile(r"\p{Lu}[^\W\d]*(?:[. -]+\p{Lu}[^\W\d]*){0,4}")
_ENTRIES_LEAST = 3
_HEADING_MOST = 160
_ENTRY_MOST = 60
_REST_MOST = 6
"""Letters behind the name of an entry at most: the word of a score."""
_BARE_LEAST = 0.8
LIST_RULE = "ranking.list"


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry: its rank, and where its number and its name stand in the text."""

    rank: int
    number: int
    start: int
    end: int


class ListReader:
    """Reads the entries of numbered lists whose heading names a ranking."""

    def __init__(self, book: Rulebook) -> None:
        self._heads = book.phrases("rank_list_heads")
        self._subjects = SubjectReader(book)
        self._numbers = NumberReader(book)
        self._score_words = book.phrases("rank_score_words")

    def read(self, document: Document, known: list[FoundRanking]) -> list[FoundRanking]:
        """The rankings of all lists; entries that are known already are left out."""
        found: list[FoundRanking] = []
        for entries in _runs(document):
            heading = self._heading(document, entries[0].number)
            if heading is None:
                continue
            criterion = self._subjects.index(heading, 0, len(heading))
            for entry in entries:
                made = _made(document, entry, criterion)
                if made is not None and not any(_overlap(k.stretch, made.stretch) for k in known):
                    found.append(replace(made, score=self._score(made.stretch)))
        return found

    def _score(self, name: Stretch) -> Number | None:
        """ "Quảng Ninh | (71,25 điểm)": the score behind a name."""
        s = name.sentence
        first = next((j for j in range(name.last, min(name.last + 3, len(s))) if s.plain[j] in FIGURES), None)
        number = self._numbers.read(s, first) if first is not None else None
        word = self._score_words.at(s, number.last) if number else None
        if number is None or word is None or first is None:
            return None
        s.add([Mark("rank", first, word[0], None, rule=LIST_RULE)])
        return number.value

    def _heading(self, document: Document, at: int) -> Sentence | None:
        """The sentence around or before the list's first number, if it names a ranking."""
        i = _sentence_at(document, at)
        for s in document.sentences[max(0, i - 1) : i + 1][::-1]:
            near = at - s.end <= _HEADING_MOST
            if near and (self._heads.find(s) or self._subjects.index(s, 0, len(s))):
                return s
        return None


def _runs(document: Document) -> list[list[_Entry]]:
    """Runs of entries with rising ranks from 1, each a short capitalised name; a gap ("… 54. Cà Mau") is no break."""
    text = document.text
    if _FIRST.search(text) is None:
        return []
    hits = list(_ENTRY.finditer(text))
    if len(hits) < _ENTRIES_LEAST:
        return []
    runs: list[list[_Entry]] = []
    for hit, following in zip(hits, [*hits[1:], None], strict=True):
        end = min(following.start() if following else len(text), hit.end() + _ENTRY_MOST)
        entry = _Entry(int(hit["rank"]), hit.start(), hit.end(), end)
        run = runs[-1] if runs else None
        if run and entry.rank > run[-1].rank and entry.number - run[-1].start <= _ENTRY_MOST:
            run.append(entry)
        elif entry.rank == 1:
            runs.append([entry])
    return [run for run in runs if len(run) >= _ENTRIES_LEAST and _mostly_names(document, run)]


def _overlap(a: Stretch, b: Stretch) -> bool:
    return a.start < b.end and b.start < a.end


def _mostly_names(document: Document, run: list[_Entry]) -> bool:
    """Whether the entries are names and no sentences: at least half are known, nearly all end with the name."""
    known = sum(_name_mark(document, entry.start) is not None for entry in run)
    bare = sum(_is_bare(document, entry, following) for entry, following in pairwise(run))
    return 2 * known >= len(run) and bare >= _BARE_LEAST * (len(run) - 1)


def _is_bare(document: Document, entry: _Entry, following: _Entry) -> bool:
    """Whether no more than a score or a gap stands between the entry's name and the next number."""
    name = _NAME.match(document.text, entry.start, entry.end)
    end = _name_mark(document, entry.start) or (name.end() if name else entry.start)
    return sum(map(str.isalpha, document.text[end : following.number])) <= _REST_MOST


def _made(document: Document, entry: _Entry, criterion: str | None) -> FoundRanking | None:
    """The ranking of an entry: its number and the name behind it."""
    name = _NAME.match(document.text, entry.start, entry.end)
    number = _atoms(document, entry.number, entry.number + 1)
    if name is None or number is None:
        return None
    end = name.end()
    mark = _name_mark(document, entry.start)
    if mark is not None and mark < end:
        end = mark  # "63. Cao Bằng | Là tỉnh xếp …"
    stretch = _atoms(document, entry.start, end)
    if stretch is None:
        return None
    if stretch.sentence is number.sentence:
        stretch = Stretch(stretch.sentence, number.first, stretch.last)
    if number.start == entry.number:
        number.sentence.add([Mark("rank", number.first, number.last, NumberValue(entry.rank), rule=LIST_RULE)])
    return FoundRanking(
        stretch=stretch, rank_stretch=number, rule=LIST_RULE, rank=entry.rank, subject=document.text[entry.start : end],
        criterion=criterion,
    )  # fmt: skip


def _name_mark(document: Document, start: int) -> int | None:
    """Where the name marked at this character ends."""
    s = document.sentences[_sentence_at(document, start)]
    return next((s.ends[m.last - 1] for m in names(s) if s.starts[m.first] == start), None)


def _atoms(document: Document, start: int, end: int) -> Stretch | None:
    """The atoms that hold these characters of one sentence."""
    s = document.sentences[_sentence_at(document, start)]
    first = bisect_right(s.starts, start) - 1
    last = bisect_right(s.starts, end - 1)
    return Stretch(s, first, last) if 0 <= first < last else None


def _sentence_at(document: Document, at: int) -> int:
    return max(0, bisect_right([s.start for s in document.sentences], at) - 1)
