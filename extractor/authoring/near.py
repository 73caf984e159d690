"""How far a pattern came in a sentence that it did not match: what of it stands there, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from extractor.alphabet import KINDS
from extractor.document import Document, Folded, Sentence, fold_marks
from extractor.mentions.periods import PeriodMarker
from extractor.rankings.heads import HeadReader
from extractor.rulebook.book import Rulebook
from extractor.rulebook.compile import Compiler, Pattern
from extractor.rulebook.loader import Resolver
from extractor.rulebook.notation import Choice, Edge, Fill, Gap, Hole, Node, Punctuation, Repeat, Words
from extractor.rulebook.rules import Rule


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A pattern that had the words `matched` and wanted `wanted` where `stood` stands. `share` of it was there."""

    rule: Rule
    pattern: str
    matched: str
    wanted: str
    stood: str
    share: float
    said: int


class NearReader:
    """Tries the parts of patterns on a sentence."""

    def __init__(self, book: Rulebook) -> None:
        self._book = book
        resolver = Resolver(dict(book.lists), dict(book.tables))
        self._compiler = Compiler(book.alphabet, resolver, ())
        self._periods = PeriodMarker(book)
        self._heads = HeadReader(book)

    def near(self, rule: Rule, document: Document) -> Iterator[NearMiss]:
        """The near misses of a rule's patterns, the best of each pattern in each sentence."""
        for sentence in document.sentences:
            folded = self.folded(rule, document, sentence)
            for pattern in (*rule.patterns, *rule.nearest):
                if pattern.regex.search(folded.codes):
                    continue
                best = self._best(rule, pattern, sentence, folded)
                if best is not None:
                    yield best

    def matches(self, rule: Rule, document: Document) -> bool:
        """Whether one of the rule's patterns stands in the text."""
        codes = [self.folded(rule, document, s).codes for s in document.sentences]
        return any(p.regex.search(c) for p in (*rule.patterns, *rule.nearest) for c in codes)

    def folded(self, rule: Rule, document: Document, sentence: Sentence) -> Folded:
        """The sentence as rules of this kind see it."""
        if rule.kind == "slot":
            return fold_marks(sentence)
        return self._periods.folded(document, sentence) if rule.kind == "grammar" else self._heads.folded(sentence)

    def _best(self, rule: Rule, pattern: Pattern, sentence: Sentence, folded: Folded) -> NearMiss | None:
        """The longest run of elements that stands in the sentence."""
        parts = self._compiler.parts(pattern.tree)
        weights = [_obligatory(node) for node, _ in parts]
        best: tuple[int, int, int, regex.Match[str]] | None = None
        for i in range(len(parts)):
            for j in range(len(parts), i, -1):
                weight = sum(weights[i:j])
                if not weight or (best and weight <= best[0]):
                    break
                found = regex.search(_named_once("".join(text for _, text in parts[i:j])), folded.codes)
                if found and found.end() > found.start():
                    best = (weight, i, j, found)
                    break
        if best is None:
            return None
        weight, i, j, found = best
        missing = j if j < len(parts) else i - 1
        at = found.end() if j < len(parts) else max(found.start() - 1, 0)
        return NearMiss(
            rule, pattern.source, sentence.slice(folded.first[found.start()], folded.first[found.end()]),
            _source(pattern, [node for node, _ in parts], missing), _standing(sentence, folded, at),
            weight / max(sum(weights), 1), sum(_said(node) for node, _ in parts[i:j]),
        )  # fmt: skip


def _named_once(text: str) -> str:
    """Groups without their names: a part may hold a name that a pattern may use only once."""
    return regex.sub(r"\(\?P<\w+>", "(?:", text)


def _source(pattern: Pattern, nodes: list[Node], i: int) -> str:
    """The element as it is written; a node's place is inside its brackets."""
    end = nodes[i + 1].at if i + 1 < len(nodes) else len(pattern.source)
    text = pattern.source[nodes[i].at : end].rstrip().removesuffix("(").rstrip()
    return "(" * (text.count(")") - text.count("(")) + text


def _standing(sentence: Sentence, folded: Folded, at: int) -> str:
    """What stands at a character of the folded sentence: a mention, or a whole word as it was segmented."""
    if at >= len(folded.codes):
        return ""
    first, last = folded.first[at], folded.first[at + 1]
    if folded.marks[at] is None:
        while sentence.joins[first]:
            first -= 1
        while not sentence.ends_word(last):
            last += 1
    return sentence.slice(first, last)


def _obligatory(node: Node) -> int:
    """1 for an element that must be there and says something."""
    if isinstance(node, Repeat):
        return _obligatory(node.item) if node.least else 0
    return int(not isinstance(node, (Gap, Edge, Fill)))


def _said(node: Node) -> int:
    """1 for an element with words of its own: a cue, not a number or a mention."""
    match node:
        case Words() | Punctuation():
            return 1
        case Choice():
            return min(map(_said, node.options))
        case Hole():
            return int(not all(name in KINDS for name in node.kinds))
        case Repeat():
            return _said(node.item) if node.least else 0
    return 0
