"""Words and sentences as underthesea sees them, aligned to offsets. With `fastseg` the only one that knows underthesea.

Neither imports it where that can be avoided: words come from `fastseg`, sentences from underthesea's own splitter,
whose module is loaded by itself. Each word is searched for where the last one ended, and a word that is not there is an
error: a span must never drift.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from itertools import compress
from typing import Final

from extractor import fastseg
from extractor.alphabet import Alphabet, spans
from extractor.document import Sentence
from extractor.errors import SegmentationError

_LONGEST = 2_000  # characters; the longest sentence in six hundred real articles has 1,100
_REMEMBERED = 50_000  # runs without a space; bounds memory over a long run of articles
_RUN_MOST = 40  # characters of a run that is remembered
_CLOSERS = "\"'”’»)]"


def words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words of `text[start:end]` as offsets into `text`.

    Raises SegmentationError where a word of the segmenter does not follow in the text.

    >>> words("Báo cáo của Bộ Nội vụ", 0, 21)
    [(0, 7), (8, 11), (12, 14), (15, 21)]
    """
    piece = fastseg.rewritten(text[start:end])
    return _placed(piece, start, _parts(piece, fastseg.load().syllables(piece)))


def _placed(piece: str, start: int, parts: Iterable[tuple[str, bool]]) -> list[tuple[int, int]]:
    """The words that these syllables make, as offsets, for a piece of text that begins at `start`."""
    found: list[tuple[int, int]] = []
    at = 0
    for part, goes_on in parts:
        begin = piece.find(part, at)
        if begin != at and (begin < 0 or not piece[at:begin].isspace()):
            there = piece[at : at + 20]
            raise SegmentationError(f"character {start + at}: the segmenter says {part!r}, the text {there!r}")
        at = begin + len(part)
        found.append((found.pop()[0] if goes_on and found else start + begin, start + at))
    return found


def _parts(text: str, cut: tuple[list[str], list[bool]] | None) -> Iterable[tuple[str, bool]]:
    """The syllables of a sentence, and for each whether it goes on with the word of the one before it: as they were
    cut, else as underthesea itself cuts them."""
    if cut is not None:
        return zip(*cut, strict=True)
    return [(part, i > 0) for word in fastseg.load().words(text) for i, part in enumerate(word.split())]


@cache
def _sentence_splitter() -> Callable[[str], list[str]]:
    """underthesea's sent_tokenize, loaded without the package around it (which takes a third of a second)."""
    path = fastseg.root() / "pipeline" / "sent_tokenize" / "__init__.py"
    spec = spec_from_file_location("extractor._sent_tokenize", path)
    assert spec is not None  # a .py file has one
    assert spec.loader is not None
    module = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except (ImportError, OSError):  # a release that keeps it elsewhere, or leans on the rest of the package
        module = import_module("underthesea")
    splitter: Callable[[str], list[str]] = module.sent_tokenize
    return splitter


def sentence_spans(text: str, abbreviations: frozenset[str]) -> Iterator[tuple[int, int, int, bool]]:
    """Each sentence as (start, end, line, opens the line); a line never shares a sentence with the next, and a sentence
    of more than 2,000 characters is taken in parts.

    `abbreviations` (lower case, without their last dot) end no sentence.
    """
    split = _sentence_splitter()
    at = previous = 0
    for number, line in enumerate(text.split("\n")):
        opens = True
        begin: int | None = None
        cursor = at
        pieces = split(line)
        for i, piece in enumerate(pieces):
            found = text.find(piece, cursor, at + len(line))
            if found < 0 or text[cursor:found].strip():
                raise SegmentationError(f"character {cursor}: the sentence {piece[:40]!r} is not in the text here")
            begin = found if begin is None else begin
            cursor = found + len(piece)
            if i + 1 < len(pieces) and _goes_on(text, begin, cursor, pieces[i + 1], abbreviations):
                continue
            end = cursor
            while end < at + len(line) and text[end] in _CLOSERS and text[end - 1] in ".?!…" + _CLOSERS:
                end += 1  # a closing quote that the splitter gives to the next sentence
            begin = max(begin, previous)
            while begin < end and text[begin].isspace():
                begin += 1
            if end > begin:
                for k, (first, last) in enumerate(_parted(text, begin, end)):
                    yield first, last, number, opens and k == 0
            previous, begin, opens = end, None, False
        at += len(line) + 1


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence as it is, or in parts where it is longer than any that was ever meant as one.

    Rules look from one end of a sentence to the other, so their cost grows with the square of its length; this keeps
    the cost of an endless sentence (a table without dots, text that means harm) in proportion to its length.
    """
    while end - start > _LONGEST:
        limit = start + _LONGEST
        cut = next((at for mark in ";, " if (at := text.rfind(mark, start + _LONGEST // 2, limit)) > 0), limit - 1) + 1
        yield start, cut - text[cut - 1].isspace()
        start = cut + text[cut].isspace()
    yield start, end


def _goes_on(text: str, start: int, end: int, following: str, abbreviations: frozenset[str]) -> bool:
    """Whether the segmenter's boundary at `end` is none: an abbreviation's dot, or a small letter follows."""
    first = following.lstrip(_CLOSERS + " ")[:1]
    if not first or first.islower() or first in ",;:.-–—":
        return True
    last = text[max(start, text.rfind(" ", start, end) + 1) : end]
    return last.endswith(".") and last[:-1].lower().lstrip("(\"“'") in abbreviations


def sentence(text: str, span: tuple[int, int, int, bool], alphabet: Alphabet) -> Sentence:
    """The atoms of one sentence, each with its code. Its words are found when they are first asked for."""
    start, end, line, opens = span
    atoms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = start
    for run in text[start:end].split(" "):
        cut = _RUNS[run]
        if cut is None:
            atoms.append(run)
            starts.append(at)
            at += len(run)
            ends.append(at)
        else:
            for first, last in cut:
                atoms.append(run[first:last])
                starts.append(at + first)
                ends.append(at + last)
            at += len(run)
        at += 1
    signs = alphabet.signs(atoms)
    return Sentence(text, start, end, starts, ends, atoms, signs, "".join(signs), line, opens, _joins, alphabet)


class _Runs(dict[str, list[tuple[int, int]] | None]):
    """What stands between two spaces, as its atoms' offsets; None where it is one atom, as most is. No atom reaches
    over a space, so each run is cut once."""

    def __missing__(self, run: str) -> list[tuple[int, int]] | None:
        found = spans(run)
        cut = None if found == [(0, len(run))] else found
        if len(run) <= _RUN_MOST:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[run] = cut
        return cut


_RUNS: Final = _Runs()


def _joins(sentence: Sentence) -> list[bool]:
    """For each atom whether it goes on with the word of the one before it. A capitalised name glued to a small word
    ("Hải biểu dương") is cut from it, and so is a number: there the segmenter is most often wrong."""
    atoms = sentence.atoms
    cut = fastseg.load().syllables(sentence.text[sentence.start : sentence.end])
    if cut is None or cut[0] != atoms:  # an atom is a part of a syllable here and there ("6-2")
        return _aligned(sentence, cut)
    joins = [False] * len(atoms)
    labels = cut[1]
    for i in compress(range(len(atoms)), labels):
        if i:
            left, right = atoms[i - 1][0], atoms[i][0]
            name_ends = i > 1 and labels[i - 1] and left.isupper() and right.islower()
            joins[i] = left.isalpha() and right.isalpha() and not name_ends
    return joins


def _aligned(sentence: Sentence, cut: tuple[list[str], list[bool]] | None) -> list[bool]:
    """The same where a syllable of the segmenter is not an atom: by their offsets."""
    atoms, ends = sentence.atoms, sentence.ends
    joins = [False] * len(atoms)
    piece = fastseg.rewritten(sentence.text[sentence.start : sentence.end])
    i = 0
    for _begin, end in _placed(piece, sentence.start, _parts(piece, cut)):
        first = i
        while i < len(atoms) and ends[i] <= end:
            if i > first:
                left, right = atoms[i - 1][0], atoms[i][0]
                name_ends = i - 1 > first and left.isupper() and right.islower()
                joins[i] = left.isalpha() and right.isalpha() and not name_ends
            i += 1
    return joins
