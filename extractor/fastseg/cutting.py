"""A sentence into syllables, numbers and marks, exactly as underthesea cuts it.

underthesea's regular expression is taken from its own source. No alternative of it reaches over white space (but one,
see `_OVER_A_SPACE`), so what it makes of a run of characters without white space is remembered, and for most of a text
nothing is matched at all.
"""

from __future__ import annotations

import ast
import re
from itertools import chain

from extractor.fastseg.doubt import UnsureError

_REMEMBERED = 50_000  # runs
_LONG = 40  # characters of a run; longer ones are not remembered

# "Th.S" and "Th.s" are written there with an unescaped dot, which takes a space too: of "Th sĩ" it makes "Th s", "ĩ".
_OVER_A_SPACE = re.compile(r"Th[^\S\n][Ss]")
# The only thing that the end of the text changes: a capital's dot is not the capital's own there.
_FINAL_DOT = re.compile(r"[A-ZĐ]\.\Z")
_SURROGATE = re.compile("[\ud800-\udfff]")


def expression(source: str) -> re.Pattern[str]:
    """The regular expression in underthesea's tokenizer: its constants are evaluated, nothing else is run."""
    tree = ast.parse(source)
    tree.body = [node for node in tree.body if isinstance(node, ast.Assign)]
    names: dict[str, object] = {"re": re}
    exec(compile(tree, "regex_tokenize", "exec"), names)
    pattern = names["patterns"]
    assert isinstance(pattern, re.Pattern)
    return pattern


class Runs(dict[str, tuple[str, ...]]):
    """Runs of characters without white space, each with its syllables, as they are met inside a text."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern

    def __missing__(self, run: str) -> tuple[str, ...]:
        if _SURROGATE.search(run):
            raise UnsureError  # no text; underthesea says so in its own way
        found = self.match(run + " ")
        if len(run) <= _LONG:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[run] = found
        return found

    def match(self, text: str) -> tuple[str, ...]:
        return tuple([m[0] for m in self._pattern.finditer(text)])

    def cut(self, text: str) -> list[str]:
        """The syllables of a text in NFC: "Tp. Hà Nội có 1,5 triệu xe." → Tp. | Hà | Nội | có | 1,5 | triệu | xe | .

        Raises UnsureError where runs cannot be cut one by one.
        """
        runs = text.split()
        if not runs:
            return []
        if "Th" in text and _OVER_A_SPACE.search(text):
            raise UnsureError
        if runs[-1].endswith(".") and _FINAL_DOT.search(runs[-1]):
            tail = text[text.rindex(runs[-1]) :]
            return [*chain.from_iterable(map(self.__getitem__, runs[:-1])), *self.match(tail)]
        return list(chain.from_iterable(map(self.__getitem__, runs)))
