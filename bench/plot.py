"""The picture of docs/performance.md."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure


def plot(values: Mapping[str, float], path: Path) -> None:
    """Two rows of bars, on scales of powers of ten: cost against word_tokenize, and hostile texts against ordinary."""
    against = {name.removesuffix(" / word_tokenize"): v for name, v in values.items() if name.endswith("tokenize")}
    hostile = {name.removeprefix("hostile: "): v for name, v in values.items() if name.startswith("hostile: ")}
    figure = Figure(figsize=(11, 4), layout="constrained")  # of no screen
    left, right = figure.subplots(1, 2)
    _bars(left, against, "cost, as a part of plain word_tokenize", bound=1.0)
    _bars(right, hostile, "cost a byte, as a multiple of ordinary text", bound=10.0)
    figure.savefig(path, dpi=110)


def _bars(axes: Axes, values: Mapping[str, float], title: str, bound: float) -> None:
    bars = axes.barh(list(values), list(values.values()), color=["C0" if v <= bound else "C3" for v in values.values()])
    axes.bar_label(bars, fmt="%.2f", padding=3)
    axes.axvline(bound, color="grey", linestyle=":")
    axes.set(xscale="log", title=title)
    axes.margins(x=0.15)
    axes.invert_yaxis()
