"""Every reader of the line, made from one rulebook; those of the packaged rules are kept from start to start."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from extractor.caching import kept
from extractor.consistency import Checks
from extractor.discourse.reader import DiscourseReader
from extractor.facts import FactReader
from extractor.figures.reader import FigureReader
from extractor.mentions.entities import EntityMarker
from extractor.mentions.percents import PercentMarker
from extractor.mentions.periods import PeriodMarker
from extractor.mentions.quantities import QuantityMarker
from extractor.rankings import RankingReader
from extractor.rulebook.book import Rulebook
from extractor.rulebook.loader import load_rulebook, packaged_bytes

_PACKAGES = ("vn-gov-extractor", "pydantic", "regex")
"""Their versions decide what a kept reader is made of."""


@dataclass(slots=True)
class Readers:
    """A rulebook and what reads by it."""

    book: Rulebook
    entities: EntityMarker
    periods: PeriodMarker
    percents: PercentMarker
    rankings: RankingReader
    quantities: QuantityMarker
    discourse: DiscourseReader
    figures: FigureReader
    facts: FactReader
    checks: Checks


def readers(folders: Sequence[str | Path] = (), *, packaged: bool = True) -> Readers:
    """The readers of the packaged rules with these folders laid over them.

    Only the packaged rules by themselves are kept from start to start: rules of one's own change while one works.
    Raises RuleError with every problem of every file.
    """
    if packaged and not folders:
        return kept("readers", _key(), _complete, Readers)
    return _made(load_rulebook(folders, packaged_too=packaged))


def _made(book: Rulebook) -> Readers:
    return Readers(
        book, EntityMarker(book), PeriodMarker(book), PercentMarker(book), RankingReader(book), QuantityMarker(book),
        DiscourseReader(book), FigureReader(book), FactReader(book), Checks(book),
    )  # fmt: skip


def _complete() -> Readers:
    """The readers of the packaged rules with every pattern compiled, so that none is compiled again."""
    made = _made(load_rulebook())
    for rule in made.book.rules:
        for pattern in (*rule.patterns, *rule.nearest, *rule.unless):
            _ = pattern.regex
    return made


def _key() -> str:
    """Changes with any byte of the packaged rules, any module of this package, and what it runs on."""
    digest = hashlib.sha256(packaged_bytes())
    here = Path(__file__).parent
    for module in sorted(here.rglob("*.py")):
        state = module.stat()
        digest.update(f"{module.relative_to(here)} {state.st_size} {state.st_mtime_ns}\n".encode())
    runs_on = [platform.python_implementation(), platform.python_version(), platform.machine()]
    digest.update(repr([str(here), runs_on, [version(name) for name in _PACKAGES]]).encode())
    return digest.hexdigest()[:24]
