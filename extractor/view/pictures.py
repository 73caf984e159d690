"""Pictures of an archive, drawn with matplotlib: PNG for papers and slides, SVG for pages.

Colours are those of the pages; each series also has its own hatch, line or mark. Nothing of an article is read as
mathematics.
"""

from __future__ import annotations

import io
import textwrap
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from extractor.store.search import Archive
from extractor.store.series import deadlines, indicators, ranks
from extractor.view.marks import RECORD_KINDS
from extractor.view.render import visible
from extractor.view.words import Words

COLOURS = {
    "achievements": "#00664b",
    "targets": "#0a58a6",
    "percentages": "#805300",
    "rankings": "#8a2f7c",
    "recommendations": "#4b5560",
    "conclusions": "#ad3500",
}
_HATCHES = ("", "///", "...", "xxx", "\\\\\\", "++")
_MARKS = ("o", "s", "^", "D", "v", "P")
_STYLE: Any = {
    "text.parse_math": False, "svg.hashsalt": "extractor", "font.family": "DejaVu Sans", "font.size": 10.5,
    "axes.spines.top": False, "axes.spines.right": False, "axes.edgecolor": "#525b66", "axes.axisbelow": True,
    "axes.titlelocation": "left", "axes.titlesize": 13, "axes.titleweight": "bold", "axes.titlepad": 14,
    "grid.color": "#d5dae0", "hatch.linewidth": 0.6, "legend.frameon": False, "figure.dpi": 150,
}  # fmt: skip
_LOCK = threading.Lock()
_MONTHS_MOST = 120


def months(archive: Archive, words: Words) -> Figure | None:
    """Records by month and type, stacked."""
    counts = {month: found for month, found in archive.months().items() if month}
    if not counts:
        return None
    shown = _filled(min(counts), max(counts)) if len(counts) > 1 else list(counts)
    if len(shown) > _MONTHS_MOST:
        shown = sorted(counts)
    figure, axes = _canvas(words("picture.months"), max(7.0, min(14.0, 2.5 + 0.45 * len(shown))))
    base = [0] * len(shown)
    for kind, hatch in zip(RECORD_KINDS, _HATCHES, strict=True):
        heights = [counts[month][kind] if month in counts else 0 for month in shown]
        axes.bar(range(len(shown)), heights, bottom=base, label=words(f"type.{kind}"), color=COLOURS[kind],
                 hatch=hatch, edgecolor="white", linewidth=0.6)  # fmt: skip
        base = [b + h for b, h in zip(base, heights, strict=True)]
    step = -(-len(shown) // 24)
    axes.set_xticks(range(0, len(shown), step), [words.month(m) for m in shown[::step]], rotation=45, ha="right")
    axes.set_ylabel(words("picture.records"))
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.grid(axis="y")
    axes.legend(ncols=3, loc="upper center", bbox_to_anchor=(0.5, -0.22))
    return figure


def indicator(archive: Archive, words: Words, about: str = "") -> Figure | None:
    """An indicator over time: what was reported, what is planned."""
    found = indicators(archive, about)
    if not found:
        return None
    it = found[0]
    figure, axes = _canvas(_wrapped(it.name, 70), 8.5)
    if it.achieved:
        axes.plot(
            *_line(it.achieved), color=COLOURS["achievements"], marker="o", linewidth=2, label=words("status.achieved")
        )
    if it.planned:
        axes.plot(*_line(it.planned), color=COLOURS["targets"], marker="D", linewidth=1.5, linestyle="--", markersize=8,
                  markerfacecolor="white", label=words("picture.target"))  # fmt: skip
    for points, above in ((it.achieved, True), (it.planned, False)):
        for day, value in points.items():
            place = (0, 8 if above else -16)
            axes.annotate(words.number(value), (day, value), place, textcoords="offset points", ha="center", fontsize=9)
    days = sorted({*it.achieved, *it.planned})
    if len(days) <= 12:
        axes.set_xticks(days, [words.day(day) for day in days], rotation=30, ha="right")
    axes.margins(x=0.08, y=0.2)
    unit, _, direction = it.unit.partition(" ") if it.unit.startswith("%") else (it.unit, "", "")
    axes.set_ylabel(f"{unit} ({words(f'direction.{direction}')})" if direction else unit)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, at: words.number(round(value, 6))))
    axes.grid(axis="y")
    axes.legend(loc="best")
    return figure


def rank(archive: Archive, words: Words, criterion: str = "") -> Figure | None:
    """Ranks by year; the first is on top."""
    found = ranks(archive, criterion)
    if not found:
        return None
    figure, axes = _canvas(words("picture.rank"), 8.5)
    for number, it in enumerate(found):
        label = _wrapped(" · ".join(part for part in (it.subject, it.criterion) if part), 44)
        colour = list(COLOURS.values())[number]
        axes.plot(
            list(it.years), list(it.years.values()), color=colour, marker=_MARKS[number], linewidth=2, label=label
        )
        for year, place in it.years.items():
            axes.annotate(
                str(place), (year, place), xytext=(7, 3), textcoords="offset points", fontsize=9, color=colour
            )
    years = sorted({year for it in found for year in it.years})
    worst = max(place for it in found for place in it.years.values())
    axes.set_xlim(years[0] - 0.5, years[-1] + 0.5)
    axes.set_ylim(worst + max(1.0, worst * 0.06), 1 - max(0.5, worst * 0.04))
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_yticks(sorted({1, *(int(t) for t in axes.get_yticks() if 1 < t <= worst)}))
    axes.set_ylabel(words("column.rank"))
    axes.grid(axis="y")
    axes.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0))
    return figure


def deadline(archive: Archive, words: Words) -> Figure | None:
    """The share of directives with a deadline, by addressee."""
    found = deadlines(archive)
    if not found:
        return None
    figure, axes = _canvas(words("picture.deadline"), 9.0, 1.8 + 0.42 * len(found))
    shares = [100 * it.dated / it.directives for it in found]
    axes.barh(range(len(found)), [100] * len(found), color="#e7eaee")
    axes.barh(range(len(found)), shares, color=COLOURS["conclusions"])
    for row, it in enumerate(found):
        axes.annotate(f"{it.dated}/{it.directives}", (100, row), xytext=(6, 0), textcoords="offset points", va="center")
    axes.set_yticks(range(len(found)), [_wrapped(it.addressee, 44) for it in found])
    axes.invert_yaxis()
    axes.set_xlim(0, 100)
    axes.set_xlabel(words("picture.share"))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, at: f"{value:g}%"))
    axes.spines["left"].set_visible(False)
    axes.tick_params(axis="y", length=0)
    return figure


PICTURES: dict[str, Callable[[Archive, Words], Figure | None]] = {
    "months": months,
    "indicator": indicator,
    "rank": rank,
    "deadline": deadline,
}


@contextmanager
def styled() -> Iterator[None]:
    """Drawing and writing happen one at a time, in our style and nobody else's."""
    with _LOCK, mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_STYLE)
        yield


def draw(name: str, archive: Archive, words: Words, form: str, about: str = "") -> bytes | None:
    """A picture as PNG or SVG, None where the archive holds nothing for it."""
    options: tuple[Any, ...] = (about,) if about and name in ("indicator", "rank") else ()
    with styled():
        figure = PICTURES[name](archive, words, *options)
        if figure is None:
            return None
        file = io.BytesIO()
        figure.savefig(file, format=form, bbox_inches="tight", pad_inches=0.2,
                       metadata={"Date": None} if form == "svg" else None)  # fmt: skip
    return file.getvalue()


def _canvas(title: str, width: float, height: float = 4.8) -> tuple[Figure, Any]:
    figure = Figure(figsize=(width, height))
    axes = figure.add_subplot()
    axes.set_title(title)
    return figure, axes


def _filled(first: str, last: str) -> list[str]:
    """Every month from the first to the last, as "2019-05"."""
    (y, m), (to_y, to_m) = ((int(p) for p in month.split("-")) for month in (first, last))
    return [f"{at // 12}-{at % 12 + 1:02}" for at in range(y * 12 + m - 1, to_y * 12 + to_m)]


def _line(points: Mapping[Any, float]) -> tuple[list[Any], list[float]]:
    return list(points), list(points.values())


def _wrapped(text: str, width: int) -> str:
    """A label of at most three lines."""
    return "\n".join(textwrap.wrap(str(visible(text)), width, max_lines=3, placeholder=" …"))
