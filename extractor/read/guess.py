"""Which Vietnamese encoding a text is in: each is tried, and Vietnamese spelling judges what comes out.

A candidate is certain if it makes `CERTAIN` of the marked words, and at least `WORDS_NEEDED`, Vietnamese, and every
other that reads the text otherwise stays `MARGIN` below. Whoever is not certain says so and names the candidates.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from extractor.read.legacy import INNER, from_utf_8
from extractor.read.syllables import Share, share

CERTAIN = 0.9
MARGIN = 0.2
WORDS_NEEDED = 3
_WORTH_NAMING = 0.3
_SAMPLE = 100_000
_ONE_STANDARD = {"tcvn3", "tcvn5712"}  # they differ in capitals and quotes alone: the better one is no guess


@dataclass(frozen=True, slots=True)
class Candidate:
    """An encoding, and how Vietnamese the text is when read by it."""

    name: str
    share: Share
    sample: str

    def __str__(self) -> str:
        return f"{self.name} {self.share.value:.0%}"


def candidates(shown: str, names: Iterable[str] = INNER) -> list[Candidate]:
    """The encodings that read this Western-looking text, the most Vietnamese first.

    >>> [str(c) for c in candidates("Céng hoµ x· héi chñ nghÜa ViÖt Nam", ["tcvn3", "viscii"])]
    ['tcvn3 100%', 'viscii 29%']
    """
    sample = shown[:_SAMPLE]
    found = []
    for name in names:
        read = unicodedata.normalize("NFC", converter(name)(shown if name == "utf-8" else sample)[:_SAMPLE])
        found.append(Candidate(name, share(read), read))
    return sorted(found, key=lambda c: -c.share.value if c.share.good else 0)


def certain(found: list[Candidate]) -> Candidate | None:
    """The first candidate, if it is certain."""
    best = found[0]
    if best.share.good < WORDS_NEEDED or best.share.value < CERTAIN:
        return None
    rivals = (c for c in found[1:] if c.sample != best.sample and {c.name, best.name} != _ONE_STANDARD)
    return None if any(c.share.value > best.share.value - MARGIN for c in rivals) else best


def named(found: Iterable[Candidate]) -> str:
    """The candidates worth naming, with the share of marked words that each makes Vietnamese."""
    worth = [str(c) for c in found if c.share.value >= _WORTH_NAMING and c.share.good]
    return ", ".join(worth) or "none"


def converter(name: str) -> Callable[[str], str]:
    return from_utf_8 if name == "utf-8" else INNER[name]
