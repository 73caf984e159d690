"""Words and sentences by underthesea, aligned to offsets. The only module that imports underthesea.

`use_token_normalize=False` keeps the segmenter's tokens equal to the text's characters; each word is searched for
where the last one ended, and a word that is not there is an error: a span must never drift.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from extractor.alphabet import Alphabet, spans
from extractor.document import Sentence
from extractor.errors import SegmentationError

_CLOSERS = "\"'”’»)]"


@cache
def _underthesea() -> tuple[Callable[..., list[str]], Callable[[str], list[str]]]:
    from underthesea import sent_tokenize, word_tokenize

    return word_tokenize, sent_tokenize


def words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words of `text[start:end]` as offsets into `text`.

    Raises SegmentationError where a word of the segmenter does not follow in the text.
    """
    found: list[tuple[int, int]] = []
    at = start
    for word in _underthesea()[0](text[start:end], use_token_normalize=False):
        begin: int | None = None
        for part in word.split():
            while at < end and text[at].isspace():
                at += 1
            if not text.startswith(part, at):
                raise SegmentationError(f"character {at}: the segmenter says {part!r}, the text {text[at : at + 20]!r}")
            begin = at if begin is None else begin
            at += len(part)
        if begin is not None:
            found.append((begin, at))
    return found


def sentence_spans(text: str, abbreviations: frozenset[str]) -> Iterator[tuple[int, int, int, bool]]:
    """Each sentence as (start, end, line, opens the line); a line never shares a sentence with the next.

    `abbreviations` (lower case, without their last dot) end no sentence.
    """
    at = previous = 0
    for number, line in enumerate(text.split("\n")):
        opens = True
        begin: int | None = None
        cursor = at
        pieces = _underthesea()[1](line)
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
                yield begin, end, number, opens
            previous, begin, opens = end, None, False
        at += len(line) + 1


def _goes_on(text: str, start: int, end: int, following: str, abbreviations: frozenset[str]) -> bool:
    """Whether the segmenter's boundary at `end` is none: an abbreviation's dot, or a small letter follows."""
    first = following.lstrip(_CLOSERS + " ")[:1]
    if not first or first.islower() or first in ",;:.-–—":
        return True
    last = text[start:end].rsplit(None, 1)[-1] if text[start:end].strip() else ""
    return last.endswith(".") and last[:-1].lower().lstrip("(\"“'") in abbreviations


def sentence(text: str, span: tuple[int, int, int, bool], alphabet: Alphabet) -> Sentence:
    """The atoms of one sentence, each with its code; syllables of one word are glued."""
    start, end, line, opens = span
    atoms = list(spans(text, start, end))
    numbered = _word_numbers(text, atoms, words(text, start, end))
    free = alphabet.free
    plain = [free(text[s:e]) for s, e in atoms]
    codes = [
        alphabet.glue(code) if n == before or n == after else code
        for code, before, n, after in zip(plain, [-1, *numbered], numbered, [*numbered[1:], -1], strict=False)
    ]
    starts, ends = [s for s, _ in atoms], [e for _, e in atoms]
    return Sentence(text, start, end, starts, ends, "".join(codes), "".join(plain), numbered, line, opens)


def _word_numbers(text: str, atoms: list[tuple[int, int]], found: list[tuple[int, int]]) -> list[int]:
    """The number of the word that each atom belongs to. A capitalised name glued to a small word ("Hải biểu dương")
    is cut from it, and so is a number: there the segmenter is most often wrong."""
    numbers: list[int] = []
    i = word = 0
    for begin, end in found:
        first = i
        while i < len(atoms) and atoms[i][1] <= end:
            if i > first:
                left, right = text[atoms[i - 1][0]], text[atoms[i][0]]
                name_ends = left.isupper() and right.islower() and i - 1 > first
                word += name_ends or not (left.isalpha() and right.isalpha())
            numbers.append(word)
            i += 1
        word += 1
    numbers.extend(range(word, word + len(atoms) - len(numbers)))  # an atom that crosses a word's end
    return numbers
