"""Annotated articles: what a record must hold, each thing as a stretch of the article's text.

Two forms are read: our own records, and the annotators' form, which names a quotation and which one of its kind it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.errors import InputError


@dataclass(frozen=True, slots=True)
class Item:
    """A thing at characters `start` to `end`. `key` is what must be equal for a find to be right."""

    type: str
    start: int
    end: int
    key: tuple[Any, ...] = ()
    status: str | None = None


def read_gold(file: Path, text: str) -> list[Item]:
    """The annotations of one article. Raises InputError where a quotation is not in the text."""
    data = json.loads(file.read_text(encoding="utf-8"))
    return list(of_record(data)) if "mentions" in data else list(_annotated(data, text))


def of_record(data: dict[str, Any]) -> Iterator[Item]:
    """The things that one of our records holds."""
    for name, status in (("achievements", "achieved"), ("targets", "planned")):
        for r in data[name]:
            yield _figure(r["quantity"]["start"], r["quantity"]["end"], r["quantity"], status)
    for r in data["percentages"]:
        at = r["percent"]
        yield Item("percentage", at["start"], at["end"], (at["value"], at["high"], r["direction"]), r["status"])
    for r in data["rankings"]:
        yield Item("ranking", r["start"], r["end"], (r["rank"],))
    for name in ("recommendations", "conclusions"):
        for r in data[name]:
            yield Item("action", r["start"], r["end"], (r["kind"],))


def _annotated(data: dict[str, Any], text: str) -> Iterator[Item]:
    for r in data["quantities"]:
        yield _figure(*find(text, r["quote"], r["nth"]), r, r["status"])
    for r in data["percentages"]:
        at = find(text, r["quote"], r["nth"])
        yield Item("percentage", *at, (r["value"], r["high"], r["direction"]), r["status"])
    for r in data["rankings"]:
        yield Item("ranking", *find(text, r["quote"], r["nth"]), (r["rank"],))
    for r in data["recommendations"]:
        yield Item("action", *find(text, r["quote"], r["nth"]), ("recommendation",))
    for r in data["conclusions"]:
        yield Item("action", *find(text, r["quote"], r["nth"]), (r["kind"],))


def _figure(start: int, end: int, value: dict[str, Any], status: str) -> Item:
    return Item("figure", start, end, (value["value"], value["high"], status), status)


def find(text: str, quote: str, nth: int) -> tuple[int, int]:
    """Where the quotation stands for the nth time, whatever its white space.

    >>> find("a b, a  b", "a b", 2)
    (5, 9)
    """
    pattern = re.compile(r"\s+".join(map(re.escape, quote.split())))
    found = [m.span() for m in pattern.finditer(text, 0)]
    if len(found) < nth:
        raise InputError(f"the quotation {quote!r} does not stand {nth} times in the text")
    return found[nth - 1]
