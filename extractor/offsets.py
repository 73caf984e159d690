"""Where a position was before `normalize.tidy` edited the text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from extractor.normalize import INVISIBLE, tidy

_FIRST_COMBINING = "\u0300"


def origins(original: str) -> list[int]:
    """For each offset into `tidy(original)`, and its end, the offset into `original` that it came from.

    Both texts are walked side by side, skipping white space and invisible marks, which are all that `tidy` removes. A
    composed letter comes from where its base letter was; a space between words, from the character after a word.

    >>> origins("a  b")
    [0, 1, 3, 4]
    """
    text = tidy(original)
    found: list[int] = []
    after = 0
    for start, end, piece in _clusters(original):
        for char in piece:
            if char.isspace():
                continue
            if len(found) < len(text) and text[len(found)].isspace():
                found.append(after)
            if text[len(found) : len(found) + 1] != char:
                raise ValueError(f"character {start}: the text and its tidied form have come apart")
            found.append(start)
            after = end
    if len(found) != len(text):
        raise ValueError("the text and its tidied form have come apart at the end")
    return [*found, after]


def _clusters(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and composed form of each character with the marks that belong to it, invisible marks left out."""
    visible = [(i, c) for i, c in enumerate(text) if c not in INVISIBLE]
    start = end = 0
    piece = ""
    for i, char in visible:
        if piece and _joins(piece, char):
            piece += char
        else:
            if piece:
                yield start, end, unicodedata.normalize("NFC", piece)
            start, piece = i, char
        end = i + 1
    if piece:
        yield start, end, unicodedata.normalize("NFC", piece)


def _joins(piece: str, char: str) -> bool:
    """Whether a character is composed, or put in order, with what is before it."""
    if char < _FIRST_COMBINING or piece.isspace():
        return False
    if unicodedata.combining(char):
        return True
    apart = unicodedata.normalize("NFC", piece) + unicodedata.normalize("NFC", char)
    return unicodedata.normalize("NFC", piece + char) != apart
