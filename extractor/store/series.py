"""What an archive tells over time: an indicator with its targets, ranks by year, directives and their deadlines."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from extractor.store.folding import folded
from extractor.store.search import Archive

Points = dict[date, float]


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing that is measured, in one unit: what was reported and what is planned, by the day its period ends."""

    name: str
    unit: str
    achieved: Points
    planned: Points


@dataclass(frozen=True, slots=True)
class Ranks:
    """The place of one subject in one order, by year."""

    subject: str
    criterion: str
    years: dict[int, int]


@dataclass(frozen=True, slots=True)
class Deadlines:
    """How many directives go to an addressee, and how many of them say by when."""

    addressee: str
    directives: int
    dated: int


def indicators(archive: Archive, about: str = "", most: int = 1) -> list[Indicator]:
    """The indicators that are told of on the most days, those with targets first; `about` keeps those that say so."""
    found: dict[tuple[str, str], list[sqlite3.Row]] = defaultdict(list)
    wanted = folded(about)
    with archive.open() as db:
        for row in db.execute(" UNION ALL ".join(_measured())):
            if wanted in folded(row["indicator"]):
                found[folded(row["indicator"]), row["unit"] or ""].append(row)
    made = [_indicator(rows) for rows in found.values()]
    made.sort(key=lambda i: (-len(i.achieved) - len(i.planned), not i.planned, i.name))
    return [i for i in made if len(i.achieved) + len(i.planned) > 1][:most]


def _measured() -> Iterator[str]:
    """Every figure and share with an indicator and a day, in the order of their articles."""
    day = "coalesce(period_end_date, period_start_date, a.day)"
    for table, value, unit in (
        (
            "achievements",
            "coalesce(quantity_base_value, quantity_value)",
            "coalesce(quantity_base_unit, quantity_unit)",
        ),
        ("targets", "coalesce(quantity_base_value, quantity_value)", "coalesce(quantity_base_unit, quantity_unit)"),
        ("percentages", "percent_value", "'%' || CASE direction WHEN 'level' THEN '' ELSE ' ' || direction END"),
    ):
        yield (
            f"SELECT indicator, {unit} AS unit, {day} AS day, {value} AS value, status FROM {table} "
            f"JOIN articles a ON a.number = article WHERE indicator IS NOT NULL AND {day} IS NOT NULL"
        )


def _indicator(rows: Iterable[sqlite3.Row]) -> Indicator:
    names: Counter[str] = Counter()
    points: dict[str, Points] = {"achieved": {}, "planned": {}}
    unit = ""
    for row in rows:
        names[row["indicator"]] += 1
        unit = row["unit"] or ""
        if row["status"] in points:
            points[row["status"]][date.fromisoformat(row["day"])] = float(row["value"])
    return Indicator(names.most_common(1)[0][0], unit, *(dict(sorted(p.items())) for p in points.values()))


def ranks(archive: Archive, criterion: str = "", most: int = 6) -> list[Ranks]:
    """The subjects ranked in the most years; `criterion` keeps the orders that say so.

    Being among the first so many ("top 10") is no place of its own, and is left out; so is a place aimed at or lost.
    """
    found: dict[tuple[str, str], list[sqlite3.Row]] = defaultdict(list)
    wanted = folded(criterion)
    with archive.open() as db:
        for row in db.execute(
            "SELECT subject, coalesce(criterion, '') AS criterion, rank, "
            "substr(coalesce(period_end_date, period_start_date, a.day), 1, 4) AS year FROM rankings "
            "JOIN articles a ON a.number = article WHERE subject IS NOT NULL AND year IS NOT NULL "
            "AND rank_high IS NULL AND status = 'achieved'"
        ):
            if wanted in folded(row["criterion"]):
                found[folded(row["subject"]), folded(row["criterion"])].append(row)
    made = [
        Ranks(rows[-1]["subject"], rows[-1]["criterion"], dict(sorted((int(r["year"]), r["rank"]) for r in rows)))
        for rows in found.values()
    ]
    followed = [r for r in made if len(r.years) > 1] or made
    return sorted(followed, key=lambda r: (-len(r.years), r.criterion, r.subject))[:most]


def deadlines(archive: Archive, most: int = 15) -> list[Deadlines]:
    """The addressees of the most directives."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    dated: Counter[str] = Counter()
    with archive.open() as db:
        for addressee, day in db.execute(
            "SELECT addressee, deadline_text FROM conclusions WHERE kind = 'directive' AND addressee IS NOT NULL"
        ):
            names[folded(addressee)][addressee] += 1
            dated[folded(addressee)] += day is not None
    made = [Deadlines(n.most_common(1)[0][0], n.total(), dated[key]) for key, n in names.items()]
    return sorted(made, key=lambda d: (-d.directives, d.addressee))[:most]
