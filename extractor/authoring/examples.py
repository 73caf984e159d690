"""The form of a rule's sentences: a line of the article with the slots marked in it.

    <slot=text>          these words fill the slot
    <slot=text=value>    and their value is this

A rule for periods marks `<period=Quý III/2018=2018-07-01..2018-09-30>`, with both days (an open end is left out).
A slot rule marks its figure, `<on=5 đơn vị>`, and the words of the slot where the rule keeps words and sets no value.
A record rule marks each slot that the record must have: `<rank=ba=3>`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"<(?P<slot>[a-z_]+)=(?P<text>[^<>=]+)(?:=(?P<value>[^<>=]*))?>")
_LOOSE = re.compile(r"[<>]")


@dataclass(frozen=True, slots=True)
class Expected:
    """Characters `start` to `end` of the sentence fill `slot`; `value` is None where the example names none."""

    slot: str
    start: int
    end: int
    text: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence without its marks, and what they say. `broken` is the character of a mark that cannot be read."""

    source: str
    text: str
    expected: tuple[Expected, ...]
    broken: int | None = None

    def slot(self, name: str) -> list[Expected]:
        return [e for e in self.expected if e.slot == name]

    def others(self, name: str) -> list[Expected]:
        return [e for e in self.expected if e.slot != name]


def read_example(source: str) -> Example:
    """Take the marks off a sentence.

    >>> example = read_example("Tỉnh đứng thứ <rank=ba=3>.")
    >>> example.text, example.expected[0].start, example.expected[0].value
    ('Tỉnh đứng thứ ba.', 14, '3')
    """
    parts: list[str] = []
    expected: list[Expected] = []
    length = at = 0
    broken: int | None = None
    for m in _MARK.finditer(source):
        broken = _first_loose(source, at, m.start(), broken)
        plain = source[at : m.start()]
        parts += [plain, m["text"]]
        start = length + len(plain)
        length = start + len(m["text"])
        expected.append(Expected(m["slot"], start, length, m["text"], m["value"]))
        at = m.end()
    broken = _first_loose(source, at, len(source), broken)
    return Example(source, "".join([*parts, source[at:]]), tuple(expected), broken)


def _first_loose(source: str, start: int, end: int, known: int | None) -> int | None:
    """A "<" or ">" outside the marks."""
    if known is not None:
        return known
    loose = _LOOSE.search(source, start, end)
    return loose.start() if loose else None
