"""What the tests of discourse share: the actions of a text as plain tuples."""

from __future__ import annotations

from extractor.model import Action
from tests.reading import record

OPENING = "Ngày 12/3/2019, ông Lê Văn Tám, Chủ tịch UBND tỉnh Hà Giang chủ trì cuộc họp. "
"""A chair for sentences that leave the speaker to the article."""


def actions(text: str) -> list[Action]:
    """All recommendations and conclusions, in the order of the text."""
    found = record(text)
    return sorted([*found.recommendations, *found.conclusions], key=lambda a: (a.start, a.end))


def items(text: str) -> list[tuple[str, str, str | None]]:
    """Kind, quote and addressee of each."""
    return [(a.kind, a.text, a.addressee) for a in actions(text)]


def quotes(text: str) -> list[str]:
    return [a.text for a in actions(text)]


def kinds(text: str) -> list[str]:
    return [a.kind for a in actions(text)]


def speakers(text: str) -> list[str | None]:
    """The name of each speaker, or what stands for it."""
    said = [a.speaker for a in actions(text)]
    return [(s.name or s.role or s.organization) if s else None for s in said]
