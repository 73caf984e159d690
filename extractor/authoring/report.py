"""How right each rule is on annotated articles.

A record is right when the gold has one of its type at the same figure (or, for speech, over the same words); a slot
rule answers for the record that carries its name. What a rule missed near are gold records that nothing found in
sentences where one of its patterns stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

from extractor.authoring.gold import Item, of_record, read_gold
from extractor.authoring.near import NearReader
from extractor.document import Document
from extractor.model import Evidence, Record
from extractor.normalize import tidy
from extractor.pipeline import Extractor
from extractor.read import read_file
from extractor.rulebook.rules import Rule

SELDOM = 5
_Z = 1.96
_NEAR = 0.5
_TYPES = ("achievements", "targets", "percentages", "rankings", "recommendations", "conclusions")


@dataclass(slots=True)
class Measure:
    """What one rule did on all articles."""

    rule: str
    fired: int = 0
    right: int = 0
    missed_near: int = 0

    @property
    def wrong(self) -> int:
        return self.fired - self.right

    @property
    def confidence(self) -> float | None:
        """The lower bound of the rule's precision, None where it fired too seldom to say."""
        return round(wilson(self.right, self.fired), 3) if self.fired >= SELDOM else None


def wilson(right: int, fired: int) -> float:
    """The lower end of the 95 % Wilson interval of a share.

    >>> round(wilson(9, 10), 2), round(wilson(90, 100), 2)
    (0.6, 0.83)
    """
    if not fired:
        return 0.0
    share, z2 = right / fired, _Z * _Z / fired
    centre = share + z2 / 2
    spread = _Z * sqrt(share * (1 - share) / fired + z2 / (4 * fired))
    return max(0.0, (centre - spread) / (1 + z2))


def measure(extractor: Extractor, gold: Path, texts: Path) -> list[Measure]:
    """The measures of all rules that fired or missed something, the most frequent first."""
    measures: dict[str, Measure] = {}
    reader = NearReader(extractor.book)
    for file in sorted(gold.glob("*.json")):
        text = tidy(read_file(texts / f"{file.stem}.txt")[0])
        record = extractor.extract(text)
        found = list(of_record(record.model_dump(mode="json")))
        wanted = read_gold(file, text)
        for item, rule in zip(found, _rules(record), strict=True):
            measured = measures.setdefault(rule, Measure(rule))
            measured.fired += 1
            measured.right += any(_right(item, want) for want in wanted)
        missed = [want for want in wanted if want.status != "other" and not any(_right(item, want) for item in found)]
        for name in _near(extractor, reader, text, record, missed):
            measures.setdefault(name, Measure(name)).missed_near += 1
    return sorted(measures.values(), key=lambda m: (-m.fired, -m.missed_near, m.rule))


def _rules(record: Record) -> list[str]:
    """The rule of each record, in the order of `of_record`."""
    lists: Iterable[Sequence[Evidence]] = (getattr(record, name) for name in _TYPES)
    return [item.rule for of in lists for item in of]


def _right(item: Item, want: Item) -> bool:
    return item.type == want.type and item.key == want.key and item.start < want.end and want.start < item.end


def _near(extractor: Extractor, reader: NearReader, text: str, record: Record, missed: list[Item]) -> Iterator[str]:
    """For each ranking or status that was missed the rule that came nearest to it."""
    if not missed:
        return
    document = extractor.segment(text, record.article.published)
    extractor.mark(document)
    for want in missed:
        rules = [r for r in extractor.book.rules if _could_find(r, want)]
        part = Document(text, [s for s in document.sentences if s.start < want.end and want.start < s.end])
        misses = [m for r in rules for m in reader.near(r, part) if m.said and m.share >= _NEAR]
        if misses:
            yield max(misses, key=lambda m: (m.share, len(m.matched))).rule.id


def _could_find(rule: Rule, want: Item) -> bool:
    if want.type == "ranking":
        return rule.target == "ranking"
    if want.type == "figure":
        return rule.slot == "status" and rule.sets.get("status") == want.status
    return want.type == "percentage" and rule.slot == "direction" and rule.sets.get("direction") == want.key[-1]


def lines(measures: Iterable[Measure]) -> Iterator[str]:
    """The measures as a table."""
    yield f"{'rule':<36} {'fired':>6} {'right':>6} {'wrong':>6} {'missed near':>12} {'confidence':>11}"
    for m in measures:
        known = "-" if m.confidence is None else f"{m.confidence:.3f}"
        yield f"{m.rule:<36} {m.fired:>6} {m.right:>6} {m.wrong:>6} {m.missed_near:>12} {known:>11}"


def confidences(measures: Iterable[Measure], articles: int, told: str | None) -> dict[str, Any]:
    """What a data file holds: the confidence of each rule that fired, and how it was measured."""
    return {
        "measured_on": told or f"{articles} annotated articles",
        "note": f"lower bound of the 95 % interval (Wilson) of a rule's precision on gold; null below {SELDOM} records",
        "rules": {m.rule: m.confidence for m in sorted(measures, key=lambda m: m.rule) if m.fired},
    }
