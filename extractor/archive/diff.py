"""What changed between two runs, by record type and rule: what did my new rule do to the archive?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.archive.compare import Change, changes
from extractor.errors import InputError
from extractor.model import Evidence, Record
from extractor.store.folder import read_record, record_files
from extractor.store.listing import Listing

EXAMPLES = 3
_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Example:
    """A change, with the place of its record."""

    place: str
    change: Change


@dataclass(slots=True)
class Difference:
    """What differs. `counts` are by type, rule and what happened; `examples` are the first few of each."""

    same: int = 0
    differing: int = 0
    only_before: list[str] = field(default_factory=list)
    only_after: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    counts: dict[tuple[str, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    slots: dict[tuple[str, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    examples: dict[tuple[str, str, str], list[Example]] = field(default_factory=lambda: defaultdict(list))
    others: Counter[str] = field(default_factory=Counter)

    @property
    def is_none(self) -> bool:
        """Whether the two runs hold the same."""
        return not (self.differing or self.only_before or self.only_after)

    def add(self, place: str, change: Change, most: int) -> None:
        self.counts[change.kind, change.rule][change.what] += 1
        self.slots[change.kind, change.rule].update(list(change.slots))
        examples = self.examples[change.kind, change.rule, change.what]
        if len(examples) < most:
            examples.append(Example(place, change))


def diff(
    before: Path, after: Path, *, examples: int = EXAMPLES, progress: Callable[[], None] = lambda: None
) -> Difference:
    """Compare two output folders record by record; the same place is the same article.

    Raises UsageError where one is none, InputError for a record that is none.
    """
    found = Difference()
    with Listing() as later:
        for file in record_files(after):
            later.add(file.relative_to(after).as_posix())
        for file in record_files(before):
            place = file.relative_to(before).as_posix()
            other = after / place
            if later.take(place) is None:
                found.only_before.append(place)
            elif file.read_bytes() == other.read_bytes():
                found.same += 1
            else:
                _compare(place, file, other, found, examples)
            progress()
        found.only_after.extend(later.left())
    return found


def _read(file: Path) -> Record:
    try:
        return read_record(file)
    except InputError as error:
        raise InputError(f"{file}: {error}") from error


def _compare(place: str, before: Path, after: Path, found: Difference, most: int) -> None:
    old, new = _read(before), _read(after)
    changed = list(changes(old, new))
    for change in changed:
        found.add(place, change, most)
    others = [name for name in ("article", "source", "mentions", "checks") if getattr(old, name) != getattr(new, name)]
    if old.text != new.text:
        found.texts.append(place)
        others.append("text")
    found.others.update(others)
    if changed or others:
        found.differing += 1
    else:
        found.same += 1  # only versions, or numbers within the article


def lines(found: Difference) -> Iterator[str]:
    """The difference as people read it."""
    yield f"{found.same} articles are the same, {found.differing} differ"
    for what, places in (("only in the first", found.only_before), ("only in the second", found.only_after)):
        if places:
            yield f"{len(places)} {what}: {_some(places)}"
    if found.others:
        yield "articles that differ in: " + ", ".join(f"{name} {n}" for name, n in sorted(found.others.items()))
    if found.texts:
        yield f"texts that differ, whose records are compared by their words: {_some(found.texts)}"
    for (kind, rule), counts in sorted(found.counts.items()):
        said = ", ".join(f"{counts[what]} {what}" for what in ("added", "removed", "changed") if counts[what])
        slots = ", ".join(f"{name} {n}" for name, n in found.slots[kind, rule].most_common())
        yield ""
        yield f"{kind} · {rule}: {said}" + (f" ({slots})" if slots else "")
        for what in ("added", "removed", "changed"):
            for example in found.examples.get((kind, rule, what), ()):
                yield from _shown(example)


def _shown(example: Example) -> Iterator[str]:
    change = example.change
    item = change.after or change.before
    assert item is not None
    sign = {"added": "+", "removed": "-", "changed": "~"}[change.what]
    yield f"  {sign} {example.place}:{item.start} {_short(item.text)}"
    for name, (old, new) in change.slots.items():
        yield f"      {name}: {_value(old)} → {_value(new)}"


def as_json(found: Difference) -> dict[str, Any]:
    """The difference for programs."""
    return {
        "same": found.same,
        "differing": found.differing,
        "only_before": found.only_before,
        "only_after": found.only_after,
        "articles_differing_in": dict(sorted(found.others.items())),
        "rules": [
            {
                "type": kind,
                "rule": rule,
                **{what: counts[what] for what in ("added", "removed", "changed")},
                "slots": dict(found.slots[kind, rule].most_common()),
                "examples": [
                    _plain(example)
                    for what in ("added", "removed", "changed")
                    for example in found.examples.get((kind, rule, what), ())
                ],
            }
            for (kind, rule), counts in sorted(found.counts.items())
        ],
    }


def _plain(example: Example) -> dict[str, Any]:
    def said(item: Evidence | None) -> Any:
        return item.model_dump(mode="json") if item else None

    change = example.change
    return {
        "record": example.place,
        "what": change.what,
        "slots": list(change.slots),
        "before": said(change.before),
        "after": said(change.after),
    }


def _some(places: list[str]) -> str:
    return ", ".join(places[:EXAMPLES]) + (", …" if len(places) > EXAMPLES else "")


def _short(text: str) -> str:
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"


def _value(value: Any) -> str:
    return "–" if value is None else _short(str(value))
