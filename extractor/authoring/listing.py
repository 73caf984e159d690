"""Rules as lists and as they stand in their files."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from extractor.errors import UsageError
from extractor.normalize import fold
from extractor.rulebook.book import Rulebook
from extractor.rulebook.rules import Rule

_SHOWN = 72


def find(book: Rulebook, key: str) -> Rule:
    """The rule with this id. Raises UsageError that names a near one."""
    found = next((r for r in book.rules if r.id == key), None)
    if found is not None:
        return found
    if key in book.switched_off:
        raise UsageError(f"the rule {key} is switched off: {book.switched_off[key]}")
    near = get_close_matches(key, [r.id for r in book.rules], n=1)
    raise UsageError(f"there is no rule {key!r}; " + (f"did you mean {near[0]}?" if near else "see `rules list`"))


def aim(rule: Rule) -> str:
    """What a rule is for: ranking, period, percent basis."""
    return f"{rule.target} {rule.slot}" if rule.slot else rule.target


def lines(book: Rulebook, kind: str | None = None) -> Iterator[str]:
    """One line a rule, in the order in which they are tried."""
    targets = sorted({r.target for r in book.rules} | {str(r.slot) for r in book.rules if r.slot})
    if kind is not None and kind not in targets:
        raise UsageError(f"there are no rules for {kind!r}; there are rules for {', '.join(targets)}")
    for rule in book.rules:
        if kind in (None, rule.target, rule.slot):
            yield f"{rule.id:<32} {aim(rule):<18} {rule.where[0]}:{rule.where[1]:<5} {_pattern(rule)}"
    if kind is None:
        for key, reason in book.switched_off.items():
            yield f"{key:<32} switched off: {reason}"


def _pattern(rule: Rule) -> str:
    compiled = [*rule.patterns, *rule.nearest]
    text = compiled[0].source if compiled else f"default: {rule.row.default}"
    more = f" (+{len(compiled) - 1})" if len(compiled) > 1 else ""
    return (text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…") + more


def source(book: Rulebook, key: str) -> Iterator[str]:
    """The lines of a rule, headed by its place; or the rows and lists that hold a word."""
    holders = list(_holders(book, key))
    if holders:
        yield from holders
        return
    rule = find(book, key)
    path, line, _ = rule.where
    yield f"# {path}:{line}  ({aim(rule)})"
    yield from block(rule.file.lines, line)


def _holders(book: Rulebook, word: str) -> Iterator[str]:
    """Where a word stands: the rows of tables, the names of word lists."""
    folded = fold(word)
    for place in book.places:
        if any(fold(w) == folded for w in place.row.words):
            line = place.file.place(place.way)[0]
            yield f"# {place.file.name}:{line}  (table {place.table})"
            yield from block(place.file.lines, line)
    for name, words in book.lists.items():
        if any(fold(w) == folded for w in words):
            where = ", ".join(f"{p.file.name}:{p.file.place(p.way)[0]}" for p in book.list_places if p.name == name)
            yield f"# {where}  (word list {name}, {len(words)} words)"


def block(all_lines: list[str], line: int) -> Iterator[str]:
    """The lines of the list entry that begins at `line` (from 1), without the blank lines and comments behind it.

    >>> list(block(["rules:", "  - id: a.b", "    set: x", "", "  - id: a.c"], 2))
    ['  - id: a.b', '    set: x']
    """
    first = all_lines[line - 1]
    indent = len(first) - len(first.lstrip())
    taken = [first]
    for text in all_lines[line:]:
        if text.strip() and len(text) - len(text.lstrip()) <= indent:
            break
        taken.append(text)
    while not taken[-1].strip() or taken[-1].lstrip().startswith("#"):
        taken.pop()
    yield from taken
