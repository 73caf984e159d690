"""`comparison` of a figure: the percentage behind it that says how it stands against a baseline.

"Thu ngân sách đạt 500 tỷ đồng, tăng 7% so với cùng kỳ": same_period, up by 7 %, the days of the figure's own period a
year earlier, and the baseline's value (500 / 1,07), which the article leaves to arithmetic.
"""

from __future__ import annotations

from typing import Literal

from extractor.figures.dates import year_earlier
from extractor.found import FoundComparison, FoundFigure, FoundPeriod
from extractor.mentions.separators import exact
from extractor.mentions.values import PercentValue, QuantityValue
from extractor.model import Number
from extractor.normalize import fold
from extractor.rulebook.book import Rulebook

Kind = Literal["same_period", "previous_period", "plan", "other"]
_LISTS: tuple[tuple[Kind, str], ...] = (
    ("same_period", "same_period_baselines"),
    ("plan", "plan_baselines"),
    ("previous_period", "previous_baselines"),
)
BASELINE_DIGITS = 2


class ComparisonReader:
    """Fills `comparison` of the quantities that a percentage with a baseline qualifies."""

    def __init__(self, book: Rulebook) -> None:
        self._points = book.words("percent_points")[0]
        self._kinds = [(kind, [_folded(w) for w in book.words(name)]) for kind, name in _LISTS]

    def fill(self, figures: list[FoundFigure]) -> None:
        for percent in figures:
            figure, value = percent.qualifies, percent.mark.value
            if figure is None or not percent.basis or not isinstance(value, PercentValue) or figure.comparison:
                continue
            kind = self._kind(percent.basis)
            if percent.direction == "level" and kind == "other":
                continue  # a share, not a comparison
            figure.comparison = FoundComparison(
                text=percent.basis,
                kind=kind,
                direction=percent.direction,
                change=value.value,
                change_unit=self._points if value.points else "%",
                period=_baseline_period(kind, figure.period, percent.basis),
                computed_baseline=_baseline(figure, percent),
                comparator=value.comparator,
                change_high=value.high,
            )

    def _kind(self, basis: str) -> Kind:
        text = _folded(basis)
        return next((kind for kind, words in self._kinds if any(w in text for w in words)), "other")


def _folded(text: str) -> str:
    return " ".join(fold(syllable) for syllable in text.split())


def _baseline_period(kind: Kind, own: FoundPeriod | None, basis: str) -> FoundPeriod | None:
    earlier = year_earlier(own.value) if own and kind == "same_period" else None
    return FoundPeriod(basis, earlier) if earlier else None


def _baseline(figure: FoundFigure, percent: FoundFigure) -> Number | None:
    """The value that the figure grew from, fell from, or is the given share of, as exactly as the two are given."""
    quantity, value = figure.mark.value, percent.mark.value
    if not isinstance(quantity, QuantityValue) or value.points or not _is_exact(quantity) or not _is_exact(value):
        return None
    sign = {"up": 1, "down": -1, "level": 0}[percent.direction]
    factor = 1 + sign * float(value.value) / 100 if sign else float(value.value) / 100
    return exact(round(float(quantity.value) / factor, BASELINE_DIGITS)) if factor > 0 else None


def _is_exact(value: QuantityValue | PercentValue) -> bool:
    """Whether an amount is told as one number that no word bends ("hơn 7%", "7-8%")."""
    return value.comparator == "exact" and value.high is None
