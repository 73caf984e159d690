"""Items of lists: the sign, number or letter with which a line begins that is one of several."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import category

from extractor.document import Sentence

_BULLETS: Final = frozenset("-+*•·–—")
_SYMBOLS: Final = frozenset({"So", "Sm", "Sk", "Sc", "Mn"})
_NUMBER: Final = re.compile(r"\d{1,2}(\.\d)*|[a-zđA-ZĐ]|[IVX]{1,4}")


def item_start(s: Sentence) -> int:
    """The atom behind the mark with which an item of a list begins: "✅ |", "a) |", "(1) |", "III. |"; else 0."""
    i, signs = 0, s.signs
    while i + 1 < len(s) and (signs[i] in _BULLETS or category(s.atom(i)[0]) in _SYMBOLS):
        i += 1
    k = i + (i < len(s) and signs[i] == "(")
    numbered = k + 1 < len(s) and _NUMBER.fullmatch(s.atom(k)) is not None
    return k + 2 if numbered and signs[k + 1] in ").-/" else i
