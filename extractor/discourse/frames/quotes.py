"""Words in quotation marks whose speaker is named behind them: "…", Thủ tướng nói."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from extractor.discourse.frames.frame import Frame
from extractor.discourse.words.cues import Line

_OPEN, _EITHER = "“«", '"'
_Place = tuple[int, int]  # line, atom
_SHORTEST: Final = 6
_LONGEST: Final = 12  # sentences
_SPEECH: Final = 40  # sentences of a quotation whose speaker is named before it
_NOUN: Final = 5  # atoms from the closing mark to the noun for what was said


@dataclass(frozen=True, slots=True)
class Quote:
    """From the opening mark (line, atom) to the closing one. `frame` is the speech verb right behind it, if any."""

    first: tuple[int, int]
    last: tuple[int, int]
    frame: Frame | None = None


def _marks(line: Line) -> list[int]:
    """The atoms that are quotation marks; most sentences have none."""
    return [i for i, code in enumerate(line.plain) if code == '"'] if '"' in line.plain else []


def by_sentence(quotes: Sequence[Quote]) -> dict[int, list[Quote]]:
    """The quotations by the number of each sentence that they reach into."""
    found: dict[int, list[Quote]] = {}
    for quote in quotes:
        for index in range(quote.first[0], quote.last[0] + 1):
            found.setdefault(index, []).append(quote)
    return found


def find_quotes(lines: Sequence[Line], frames: Sequence[Sequence[Frame]], backs: Sequence[Frame | None]) -> list[Quote]:
    """The quotations of an article that are speech, in order: long enough, and no name of a thing."""
    found: list[Quote] = []
    for opening, closing in _pairs(lines):
        line, i = lines[closing[0]], closing[1]
        near = line.sentence.line == lines[opening[0]].sentence.line and closing[0] - opening[0] <= _LONGEST
        if near and (opening[0] != closing[0] or i - opening[1] > _SHORTEST):
            found.append(Quote(opening, closing, _behind(line, i, frames[line.index], backs[line.index])))
    return found


def find_spoken(lines: Sequence[Line], frames: Sequence[Sequence[Frame]]) -> dict[int, int]:
    """Sentences inside a quotation whose speaker is named before it ('Ông Minh nói: "…"'), each with the sentence that
    names him."""
    found: dict[int, int] = {}
    for (opened, i), (closed, _) in _pairs(lines):
        if closed > opened and _introduced(lines[opened], i, frames[opened]):
            found.update(dict.fromkeys(range(opened + 1, closed + 1), opened))
    return found


def _pairs(lines: Sequence[Line]) -> Iterator[tuple[_Place, _Place]]:
    """Where quotations open and close. Curved marks pair across paragraphs, straight ones only within one; of two that
    open the later counts."""
    opened: tuple[int, int, str] | None = None
    for line in lines:
        if opened is not None and (
            line.index - opened[0] > _SPEECH
            or (opened[2] == _EITHER and line.sentence.line != lines[opened[0]].sentence.line)
        ):
            opened = None
        for i in _marks(line):
            written = line.sentence.atom(i)
            if written in _OPEN or (written == _EITHER and opened is None):
                opened = (line.index, i, written)
            elif opened is not None:
                yield (opened[0], opened[1]), (line.index, i)
                opened = None


def _introduced(line: Line, i: int, frames: Sequence[Frame]) -> bool:
    """Whether a frame of speech ends right before the opening mark at atom i."""
    k = i
    while k > 0 and line.char(k - 1) in ":,-":
        k -= 1
    return k < i and any((f.source is not None or f.pronoun or f.body) and f.content in (k, i) for f in frames)


def _behind(line: Line, i: int, frames: Sequence[Frame], back: Frame | None) -> Frame | None:
    """The frame with its own subject that follows the closing mark at once: "…”, ông nói", "…”, là ý kiến của"."""
    k = i + 1
    while k < len(line) and line.char(k) in ",-.":
        if line.char(k) == "." and k > i + 1:
            break
        k += 1
    if back is not None and 0 < back.first - k <= _NOUN:
        return back
    return next((f for f in frames if f.first == k and (f.source is not None or f.pronoun or f.body)), None)
