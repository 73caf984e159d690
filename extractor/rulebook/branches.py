"""Many phrases as one regular expression: what they begin with alike is written, and tried, once."""

from __future__ import annotations

from collections.abc import Iterable

END = ""
Branch = dict[str, "Branch"]
"""Each text for one character that may come next, to what may follow it; END where a phrase may end."""


def longest_of(phrases: Iterable[tuple[str, ...]]) -> str:
    """A regular expression that matches the longest of the phrases, each given as texts for one character each.

    >>> longest_of([("a", "b", "c"), ("a", "b"), ("a", "d"), ("e",), ("[fg]",)])
    '(?:a(?:b(?:c)?|d)|[efg])'
    """
    root: Branch = {}
    for phrase in phrases:
        at = root
        for text in phrase:
            at = at.setdefault(text, {})
        at[END] = {}
    return _text(root)


def _text(branch: Branch) -> str:
    followed = [text + _text(after) for text, after in branch.items() if text and after.keys() != {END}]
    last = [text for text, after in branch.items() if text and after.keys() == {END}]
    options = followed + ([last[0] if len(last) == 1 else "[" + "".join(map(_bare, last)) + "]"] if last else [])
    text = options[0] if len(options) == 1 else "(?:" + "|".join(options) + ")"
    return f"(?:{text})?" if END in branch and options else text


def _bare(text: str) -> str:
    """What stands in a class of its own, without its brackets."""
    return text[1:-1] if text.startswith("[") else text
