"""Words cut from a sentence without the half of a bracket or quotation that the cut left in them."""

from __future__ import annotations

_EDGES = " ,;:.–-…"
_PAIRS = {"(": ")", "“": "”", "[": "]"}
_OPENERS = {closer: opener for opener, closer in _PAIRS.items()}
_MARKS = frozenset("()“”[]\"'")


def whole(text: str) -> str | None:
    """The words of a slice, no punctuation at its ends, no bracket or quotation of which one half is missing.

    What stands before a bracket that never closes is told, and what stands behind one that never opened; behind a
    quotation that never closes somebody speaks, and he tells.

    >>> whole("chỉ số giá tiêu dùng (CPI)"), whole("chỉ số giá tiêu dùng (CPI")
    ('chỉ số giá tiêu dùng (CPI)', 'chỉ số giá tiêu dùng')
    >>> whole("nuôi quảng canh), nhiều mô hình"), whole("còn khắc phục… “chỉ tiêu cả năm,")
    ('nhiều mô hình', 'chỉ tiêu cả năm')
    """
    text = " ".join(text.split()).strip(_EDGES)
    while (cut := _halved(text)) is not None:
        at, opens = cut
        before, behind = text[:at].strip(_EDGES), text[at + 1 :].strip(_EDGES)
        told = before if opens and text[at] != "“" else behind
        text = told or before or behind
    return _without_frame(text) or None


def _halved(text: str) -> tuple[int, bool] | None:
    """The first half of a pair that stands alone: (where, whether it is the opening one)."""
    unclosed: list[int] = []
    for at, char in enumerate(text):
        if char in _PAIRS:
            unclosed.append(at)
        elif char in _OPENERS:
            if not unclosed or text[unclosed[-1]] != _OPENERS[char]:
                return at, False
            unclosed.pop()
    return (unclosed[0], True) if unclosed else None


def _without_frame(text: str) -> str:
    """Marks at an end whose partner is not inside: "(vốn đầu tư)" is its words, "tỷ lệ (%)" stays."""
    while text and text[0] in _MARKS and (_encloses(text) or text[0] in "\"'"):
        text = text[1:].removesuffix(_PAIRS.get(text[0], text[0])).strip(_EDGES)
    return text[:-1].strip(_EDGES) if text[-1:] in ('"', "'") and text.count(text[-1]) % 2 else text


def _encloses(text: str) -> bool:
    """Whether the mark at the start closes only at the end."""
    closer = _PAIRS.get(text[0])
    return closer is not None and text.endswith(closer) and _halved(text[1:-1]) is None
