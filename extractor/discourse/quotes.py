"""Words in quotation marks whose speaker is named behind them: "…", Thủ tướng nói."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extractor.discourse.cues import Line
from extractor.discourse.frame import Frame

_OPEN, _CLOSE, _EITHER = "“«", "”»", '"'
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
    opened: tuple[int, int] | None = None
    paragraph = -1
    for line in lines:
        if line.sentence.line != paragraph or (opened and line.index - opened[0] > _LONGEST):
            opened, paragraph = None, line.sentence.line
        for i in _marks(line):
            written = line.sentence.atom(i)
            if written in _OPEN or (written in _EITHER and opened is None):
                opened = (line.index, i)
            elif opened is not None:
                length = i - opened[1] if opened[0] == line.index else _SHORTEST + 1
                if length > _SHORTEST:
                    found.append(
                        Quote(opened, (line.index, i), _behind(line, i, frames[line.index], backs[line.index]))
                    )
                opened = None
    return found


def find_spoken(lines: Sequence[Line], frames: Sequence[Sequence[Frame]]) -> dict[int, int]:
    """Sentences inside a quotation whose speaker is named before it ('Ông Minh nói: "…"'), each with the sentence that
    names him. Curved marks pair across paragraphs, straight ones only within one."""
    found: dict[int, int] = {}
    opened: tuple[int, str] | None = None
    for line in lines:
        if opened is not None and opened[1] == _EITHER and line.sentence.line != lines[opened[0]].sentence.line:
            opened = None
        if opened is not None and line.index - opened[0] > _SPEECH:
            opened = None
        inside = opened
        for i in _marks(line):
            written = line.sentence.atom(i)
            if opened is not None and (written in _CLOSE or written == opened[1] == _EITHER):
                for index in range(opened[0] + 1, line.index + 1):
                    found[index] = opened[0]
                opened = None
            elif opened is None and written not in _CLOSE and _introduced(line, i, frames[line.index]):
                opened = (line.index, _EITHER if written == _EITHER else _CLOSE)
            elif opened is not None and written in _OPEN and inside is None:
                opened = None
    return found


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
