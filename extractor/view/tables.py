"""Records as tables of texts in one language: what a page shows beside the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from extractor.model import Action, Amount, Check, Evidence, Figure, Percentage, Period, Ranking, Record, Speaker
from extractor.view.marks import RECORD_KINDS
from extractor.view.words import Words


@dataclass(frozen=True, slots=True)
class Cell:
    """A text, a smaller note below it, and the id of a record that it refers to."""

    text: str = ""
    note: str = ""
    refers: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A record. `checks` are the ids of the checks that name its words."""

    id: str
    rule: str
    cells: tuple[Cell, ...]
    checks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """All records of a type; `columns` are keys of the catalogue, empty ones left out."""

    kind: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """One thing asked for."""

    kind: str
    id: str
    text: str
    deadline: Cell


@dataclass(frozen=True, slots=True)
class Tasks:
    """What one speaker asks of one addressee, in the order of the article."""

    speaker: Cell
    addressee: str
    tasks: tuple[Task, ...]


def tables(record: Record, words: Words) -> list[Table]:
    """A table for each type that has records."""
    return [_table(record, kind, words) for kind in RECORD_KINDS if getattr(record, kind)]


def _table(record: Record, kind: str, words: Words) -> Table:
    items: list[Evidence] = getattr(record, kind)
    full = [dict(slots(item, words)) for item in items]
    columns = tuple(c for c in full[0] if any(row[c] != Cell() for row in full))
    return Table(kind, columns, tuple(
        Row(item.id, item.rule, tuple(row[c] for c in columns), tuple(_contradicting(item, record.checks)))
        for item, row in zip(items, full, strict=True)
    ))  # fmt: skip


def _contradicting(item: Evidence, checks: Iterable[Check]) -> Iterator[str]:
    for check in checks:
        if any(span.start < item.end and item.start < span.end for span in check.spans):
            yield check.id


def slots(item: Evidence, words: Words) -> Iterator[tuple[str, Cell]]:
    """The columns of a record, in their order, with what stands in them."""
    match item:
        case Figure():
            yield from _figure(item, words)
        case Percentage():
            yield from _percentage(item, words)
        case Ranking():
            yield from _ranking(item, words)
        case Action():
            yield from _action(item, words)


def _figure(f: Figure, words: Words) -> Iterator[tuple[str, Cell]]:
    yield "indicator", Cell(f.indicator or "")
    amount = _amount(f.quantity, f.quantity.unit or "", words)
    changed = words(f"direction.{f.direction}") if f.direction in ("up", "down") else ""
    yield "quantity", Cell(f.quantity.text, " · ".join(part for part in (changed, amount) if part))
    yield "action", Cell(f.action or "")
    yield "actor", Cell(f.actor or "")
    yield "period", _period(f.period, words)
    yield "comparison", Cell(f.comparison.text, words.days(f.comparison.period)) if f.comparison else Cell()


def _percentage(p: Percentage, words: Words) -> Iterator[tuple[str, Cell]]:
    yield "indicator", Cell(p.indicator or "")
    yield "percent", Cell(p.percent.text, words(f"direction.{p.direction}"))
    yield "basis", Cell(p.basis or "")
    yield "status", Cell(words(f"status.{p.status}"))
    yield "period", _period(p.period, words)
    yield "figure", Cell(p.figure or "", refers=p.figure or "")


def _ranking(r: Ranking, words: Words) -> Iterator[tuple[str, Cell]]:
    high = f"–{r.rank_high}" if r.rank_high is not None else ""
    of = f"/{r.out_of}" if r.out_of is not None else ""
    yield "subject", Cell(r.subject or "")
    yield "rank", Cell(f"{r.rank}{high}{of}", r.population or "")
    yield "criterion", Cell(r.criterion or "")
    yield "change", Cell(f"{r.change:+d}".replace("-", "−") if r.change is not None else "")
    yield "score", Cell(words.number(r.score))
    yield "status", Cell(words(f"status.{r.status}"))
    yield "period", _period(r.period, words)


def _action(a: Action, words: Words) -> Iterator[tuple[str, Cell]]:
    if a.kind != "recommendation":
        yield "kind", Cell(words(f"kind.{a.kind}"))
    yield "task", Cell(a.text)
    yield "speaker", speaker(a.speaker)
    yield "addressee", Cell(a.addressee or "", a.support or "")
    yield "trigger", Cell(a.trigger or "")
    yield "deadline", _period(a.deadline, words)


def _amount(amount: Amount, unit: str, words: Words) -> str:
    """The value as computed, where it says more than the words do."""
    high = f"–{words.number(amount.high)}" if amount.high is not None else ""
    comparator = "" if amount.comparator in ("exact", "range") else words(f"comparator.{amount.comparator}") + " "
    said = f"{comparator}{words.number(amount.value)}{high} {unit}".strip()
    return "" if said.casefold() == amount.text.casefold() else said


def _period(period: Period | None, words: Words) -> Cell:
    return Cell(period.text, words.days(period)) if period else Cell()


def speaker(who: Speaker | None) -> Cell:
    """A person with the office below the name, or the body that speaks."""
    if who is None:
        return Cell()
    office = ", ".join(part for part in (who.role, who.organization) if part)
    return Cell(who.name, office) if who.name else Cell(office)


def tasks(record: Record, words: Words) -> list[Tasks]:
    """Speaker → addressee → task: recommendations and directives, neighbours of the same two together."""
    asked = [(k, a) for k in ("recommendations", "conclusions") for a in getattr(record, k)
             if a.kind in ("recommendation", "directive")]  # fmt: skip
    asked.sort(key=lambda pair: pair[1].start)
    return [
        Tasks(who, whom, tuple(Task(kind, a.id, a.text, _period(a.deadline, words)) for kind, a in found))
        for (who, whom), found in groupby(asked, key=lambda pair: (speaker(pair[1].speaker), pair[1].addressee or ""))
    ]


def check_text(check: Check, words: Words) -> str:
    """What does not fit, in this language; the record itself says it in English."""
    if words.language == "en":
        return check.message
    return words(f"check.{check.kind}", spans="; ".join(f"“{span.text}”" for span in check.spans))
