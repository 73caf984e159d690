"""A record in the terminal: the article with its records marked in place, and a table of each record type below it.

The marks are characters, ⟦a1 …⟧, and colour comes on top: in a pipe nothing is lost but the colour. Where two
records overlap without one lying in the other, the end that is out of turn says whose it is: a1⟧.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from extractor.model import Evidence, Node, Period, Record, Speaker

STYLES = {
    "achievements": "green",
    "targets": "cyan",
    "percentages": "yellow",
    "rankings": "magenta",
    "recommendations": "bright_blue",
    "conclusions": "bright_red",
}
_FIGURE = ("id", "quantity.text", "quantity.value", "quantity.high", "direction", "indicator", "action", "actor",
           "period", "comparison.text")  # fmt: skip
_ACTION = ("id", "kind", "text", "speaker", "addressee", "support", "trigger", "action", "deadline", "group")
COLUMNS = {
    "achievements": _FIGURE,
    "targets": _FIGURE,
    "percentages": ("id", "percent.text", "percent.value", "percent.high", "direction", "indicator",
                    "basis", "status", "period", "figure"),
    "rankings": ("id", "text", "subject", "rank", "rank_high", "out_of", "population", "criterion", "change", "score",
                 "status", "period"),
    "recommendations": _ACTION,
    "conclusions": _ACTION,
    "checks": ("id", "kind", "message"),
}  # fmt: skip
_UNSAFE = dict.fromkeys((*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0)), "\ufffd")


def show(record: Record, console: Console) -> None:
    """The article with its marks, then the tables."""
    console.print(marked(record), soft_wrap=not console.is_terminal)
    found = list(tables(record))
    for table in found:
        console.print()
        console.print(table)
    if not found:
        console.print()
        console.print("No record was found in this article.")


def marked(record: Record) -> Text:
    """The article's text with a mark around each record's evidence."""
    text = Text()
    open_spans: list[tuple[str, Evidence]] = []
    at = 0
    for place, closes, kind, item in _events(record):
        _append(text, record.text[at:place], open_spans)
        at = place
        if closes:
            nested = open_spans[-1][1] is item
            open_spans.remove((kind, item))
            text.append("⟧" if nested else f"{item.id}⟧", f"bold {STYLES[kind]}")
        else:
            open_spans.append((kind, item))
            text.append(f"⟦{item.id} ", f"bold {STYLES[kind]}")
    _append(text, record.text[at:], open_spans)
    return text


def _events(record: Record) -> list[tuple[int, bool, str, Evidence]]:
    """Where marks open and close, left to right: ends before beginnings, outer ones around inner ones."""
    found = [(kind, item) for kind in STYLES for item in getattr(record, kind)]
    outer_first = sorted(found, key=lambda f: (f[1].start, -f[1].end))
    order = {id(item): i for i, (_, item) in enumerate(outer_first)}
    events = [(item.start, False, kind, item) for kind, item in outer_first]
    events += [(item.end, True, kind, item) for kind, item in outer_first]
    return sorted(events, key=lambda e: (e[0], not e[1], -order[id(e[3])] if e[1] else order[id(e[3])]))


def _append(text: Text, piece: str, open_spans: list[tuple[str, Evidence]]) -> None:
    """A piece in the colour of the shortest record around it."""
    style = STYLES[min(open_spans, key=lambda o: o[1].end - o[1].start)[0]] if open_spans else ""
    text.append(_safe(piece), style)


def tables(record: Record) -> Iterator[Table]:
    """One table for each type that has records; columns that no record fills are left out."""
    for kind, paths in COLUMNS.items():
        items = getattr(record, kind)
        if not items:
            continue
        cells = [[_cell(_follow(item, path)) for path in paths] for item in items]
        filled = [i for i in range(len(paths)) if any(row[i] for row in cells)]
        table = Table(title=f"{kind} ({len(items)})", title_style=f"bold {STYLES.get(kind, 'red')}",
                      title_justify="left", box=None, padding=(0, 2, 0, 0), show_edge=False)  # fmt: skip
        for i in filled:
            table.add_column(paths[i].removesuffix(".text").replace(".", " "), overflow="fold")
        for row in cells:
            table.add_row(*_row(row[i] for i in filled))
        yield table


def _row(cells: Iterable[str]) -> list[RenderableType]:
    return [Text(_safe(cell).replace("\n", " ")) for cell in cells]


def _follow(item: Node, path: str) -> Any:
    value: Any = item
    for name in path.split("."):
        value = None if value is None else getattr(value, name)
    return value


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case Period(start_date=start, end_date=end):
            return str(start) if start == end else f"{start or '…'} to {end or '…'}"
        case Speaker():
            return ", ".join(part for part in (value.name, value.role, value.organization) if part)
    return str(value)


def _safe(text: str) -> str:
    """An article cannot steer the terminal: control characters are shown as a replacement mark."""
    return text.translate(_UNSAFE)
