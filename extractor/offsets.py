"""Where a position was before `normalize.tidy` edited the text."""

from __future__ import annotations

import unicodedata

from extractor.normalize import INVISIBLE, tidy


def origins(original: str) -> list[int]:
    """For each offset into `tidy(original)`, and its end, the offset into `original` that it came from.

    Both texts are walked cluster by cluster (a base character with its combining marks), skipping white space and
    invisible marks, which are all that `tidy` removes.

    >>> origins("a  b")
    [0, 1, 3, 4]
    """
    text = tidy(original)
    found: list[int] = []
    at = 0
    for start, end in _clusters(original):
        piece = unicodedata.normalize("NFC", original[start:end])
        if piece.isspace() or not piece.translate(INVISIBLE):
            continue
        while at < len(text) and text[at].isspace():
            found.append(found[-1] + 1 if found else start)
            at += 1
        for _ in piece.translate(INVISIBLE):
            found.append(start)
            at += 1
    if at != len(text):
        raise ValueError("the text and its tidied form have come apart")
    found.append(_visible_end(original))
    return found


def _clusters(text: str) -> list[tuple[int, int]]:
    starts = [i for i, c in enumerate(text) if i == 0 or not unicodedata.combining(c)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _visible_end(text: str) -> int:
    end = len(text)
    while end and (text[end - 1].isspace() or ord(text[end - 1]) in INVISIBLE):
        end -= 1
    return end
