"""What no rule reads yet: sentences with a number or a verb of speech and no record of it, by shape.

A shape is what stands around the first such number or verb, names and figures as their kinds: the most frequent shapes
are what a new word or rule pays for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extractor.alphabet import FIGURES
from extractor.authoring.trial import Bench
from extractor.document import Document, Mark, Sentence
from extractor.errors import ExtractorError
from extractor.figures.slots import FIGURE_KINDS
from extractor.model import Record
from extractor.normalize import fold, tidy
from extractor.pipeline import Extractor
from extractor.read import read_file
from extractor.rulebook.book import Phrases
from extractor.rulebook.tables import SpeechVerb

_BEFORE, _AFTER = 1, 1
_SHOWN = 160
_FIGURES = ("quantity", "percent", "number_word")
_NO_RECORD = ("statement", "answer")


@dataclass(frozen=True, slots=True)
class Gap:
    """A sentence without the record that one may expect. `why` is `number` or `speech`."""

    why: str
    shape: str
    sentence: str
    file: str


def uncovered(extractor: Extractor, folder: Path) -> Iterator[Gap]:
    """The gaps of all articles below a folder. An article that cannot be read is passed over."""
    book = extractor.book
    acts = [row for row in book.rows("speech_verbs", SpeechVerb) if row.act not in _NO_RECORD]
    verbs = Phrases(book.alphabet, ((word, row) for row in acts for word in row.words))
    blockers = book.phrases("number_blockers")
    for file in sorted(folder.rglob("*.txt")):
        try:
            text = tidy(read_file(file)[0])
            record = extractor.extract(text)
        except ExtractorError:
            continue
        document = extractor.segment(text, record.article.published)
        extractor.mark(document)
        yield from _gaps(document, record, verbs, blockers, file.name)


def defaulted(extractor: Extractor, folder: Path) -> Iterator[Gap]:
    """Figures of which a slot has only its default: no cue beside them is known. `why` is the slot."""
    bench = Bench(extractor)
    slots = {str(r.slot): r for r in extractor.book.rules if r.kind == "slot" and r.row.default}
    for file in sorted(folder.rglob("*.txt")):
        try:
            document = bench.document(tidy(read_file(file)[0]))
        except ExtractorError:
            continue
        for s in document.sentences:
            figures = [m for m in s.marks if m.kind in FIGURE_KINDS]
            for why, rule in slots.items():
                answered = {f.start for f in bench.figures_of(rule, s) if f.cue is None and f.rule == rule.id}
                for mark in figures:
                    if s.starts[mark.first] in answered:
                        yield Gap(why, shape(s, mark.first, mark.last), s.text[s.start : s.end], file.name)


def _gaps(
    document: Document, record: Record, verbs: Phrases[SpeechVerb], blockers: Phrases[str], name: str
) -> Iterator[Gap]:
    figures = [*record.achievements, *record.targets, *record.percentages, *record.rankings]
    actions = [*record.recommendations, *record.conclusions]
    for s in document.sentences:
        shown = s.text[s.start : s.end]
        at = _first_number(s, blockers)
        if at is not None and not any(s.start < r.end and r.start < s.end for r in figures):
            yield Gap("number", shape(s, at), shown, name)
        said = verbs.find(s)
        if said and not any(s.start < r.end and r.start < s.end for r in actions):
            yield Gap("speech", shape(s, said[0][0], said[0][1]), shown, name)


def _first_number(s: Sentence, blockers: Phrases[str]) -> int | None:
    """The first figure that is no part of a date, a name, a rank, and numbers nothing ("lớp 6", the sentence)."""
    other = [m for m in s.marks if m.kind not in _FIGURES]
    for i, code in enumerate(s.plain):
        if not i or code not in FIGURES or any(m.first <= i < m.last for m in other):
            continue
        if blockers.before(s, i) is None:
            return i
    return None


def shape(s: Sentence, first: int, last: int | None = None) -> str:
    """What stands around atoms `first` to `last`, names and figures as their kinds."""
    elements = list(_elements(s))
    at = next(i for i, (end, _) in enumerate(elements) if end > first)
    until = at if last is None else next(i for i, (end, _) in enumerate(elements) if end >= last)
    return " ".join(text for _, text in elements[max(at - _BEFORE, 0) : until + _AFTER + 1])


def _elements(s: Sentence) -> Iterator[tuple[int, str]]:
    """Mentions and words from left to right, each with the atom after it."""
    at = 0
    while at < len(s):
        mark = _longest([m for m in s.marks if m.first == at])
        if mark is not None:
            yield mark.last, f"<{mark.kind}>"
            at = mark.last
        elif s.plain[at] in FIGURES:
            yield at + 1, "<number>"
            at += 1
        else:
            last = at + 1
            while s.joins[last] and not any(m.first == last for m in s.marks):
                last += 1
            yield last, fold(s.slice(at, last))
            at = last


def _longest(marks: list[Mark]) -> Mark | None:
    return max(marks, key=lambda m: m.last, default=None)


def lines(gaps: Iterable[Gap], most: int) -> Iterator[str]:
    """The shapes, the most frequent first, each with how often it was seen and one sentence."""
    found: dict[tuple[str, str], list[Gap]] = {}
    for gap in gaps:
        found.setdefault((gap.why, gap.shape), []).append(gap)
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    for (why, seen), members in ordered[:most]:
        yield f"{len(members):>5}  {why:<7} {seen}"
        sentence = members[0].sentence
        yield f"{'':14} {sentence if len(sentence) <= _SHOWN else sentence[:_SHOWN] + '…'}  ({members[0].file})"
    total = sum(map(len, found.values()))
    yield f"{total} sentences in {len(found)} shapes" + (
        f"; {len(ordered) - most} more shapes" if len(ordered) > most else ""
    )
