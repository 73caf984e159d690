"""`comparison` of a figure: the percentage behind it that says how it stands against a baseline.

"Thu ngân sách đạt 500 tỷ đồng, tăng 7% so với cùng kỳ": same_period, up by 7 %, the days of the figure's own period a
year earlier, and the baseline's value (500 / 1,07), which the article leaves to arithmetic.
"""

from __future__ import annotations

from typing import Literal

from extractor.document import Mark, Sentence
from extractor.figures.dates import found_period, year_before
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
        self._several = book.phrases("several_words")
        self._kinds = [(kind, [_folded(w) for w in book.words(name)]) for kind, name in _LISTS]

    def fill(self, s: Sentence, figures: list[FoundFigure]) -> None:
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
                period=self._period(s, kind, figure, percent),
                computed_baseline=_baseline(figure, percent),
                comparator=value.comparator,
                change_high=value.high,
            )

    def _kind(self, basis: str) -> Kind:
        text = _folded(basis)
        return next((kind for kind, words in self._kinds if any(w in text for w in words)), "other")

    def _period(self, s: Sentence, kind: Kind, figure: FoundFigure, change: FoundFigure) -> FoundPeriod | None:
        """The baseline's days: those that its own words settle, else for "cùng kỳ" the figure's, so many years back."""
        mark = _mention(s, change)
        if mark is None:
            return None
        if mark.value.start or mark.value.end:
            return found_period(s, mark)
        if kind != "same_period" or self._several.find(s, mark.first, mark.last + 1):
            return None  # "cùng kỳ các năm trước"
        return year_before(s, mark, figure.period)


def _folded(text: str) -> str:
    return " ".join(fold(syllable) for syllable in text.split())


def _mention(s: Sentence, change: FoundFigure) -> Mark | None:
    """The period among the words of the basis: the nearest to the change where they stand twice."""
    basis = change.basis or ""
    named = [m for m in s.kind("period") if s.slice(m.first, m.last) in basis]
    return min(named, key=lambda m: abs(m.first - change.mark.last), default=None)


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
