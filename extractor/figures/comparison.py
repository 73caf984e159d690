"""`comparison` of a figure: what stands behind it and tells how it stands against a baseline.

"Thu ngân sách đạt 500 tỷ đồng, tăng 7% so với cùng kỳ": same_period, up by 7 %, the days of the figure's own period a
year earlier, and the baseline's value (500 / 1,07), which the article leaves to arithmetic. The change may as well be
an amount ("tăng 35 tỷ đồng so với cùng kỳ") or so many times the baseline ("gấp 2 lần cùng kỳ").
"""

from __future__ import annotations

from typing import Literal

from extractor.document import Mark, Sentence
from extractor.figures.dates import found_period, year_before
from extractor.figures.links import close
from extractor.found import FoundComparison, FoundFigure, FoundPeriod
from extractor.mentions.separators import exact
from extractor.mentions.values import PercentValue, QuantityValue
from extractor.model import Direction, Number
from extractor.normalize import fold
from extractor.rulebook.book import Rulebook

Kind = Literal["same_period", "previous_period", "plan", "other"]
_LISTS: tuple[tuple[Kind, str], ...] = (
    ("same_period", "same_period_baselines"),
    ("plan", "plan_baselines"),
    ("previous_period", "previous_baselines"),
)
_SIGNS: dict[Direction, int] = {"up": 1, "down": -1, "level": 0}
BASELINE_DIGITS = 2


class ComparisonReader:
    """Fills `comparison` of the quantities of which a change against a baseline is told."""

    def __init__(self, book: Rulebook) -> None:
        self._points = book.words("percent_points")[0]
        self._several = book.phrases("several_words")
        self._kinds = [(kind, [_folded(w) for w in book.words(name)]) for kind, name in _LISTS]

    def fill(self, s: Sentence, figures: list[FoundFigure]) -> None:
        for i, change in enumerate(figures):
            figure = _told_of(figures, i) if change.basis else None
            if figure is not None and figure.comparison is None:
                figure.comparison = self._made(s, figure, change)

    def _made(self, s: Sentence, figure: FoundFigure, change: FoundFigure) -> FoundComparison | None:
        value: PercentValue | QuantityValue = change.mark.value
        basis, direction = change.basis or "", _direction(change)
        kind = self._kind(basis)
        if isinstance(value, PercentValue) and direction == "level" and kind == "other":
            return None  # a share, not a comparison
        return FoundComparison(
            text=basis,
            kind=kind,
            direction=direction,
            change=value.value,
            change_unit=self._unit(value),
            period=self._period(s, kind, figure, change),
            computed_baseline=_baseline(figure, change),
            comparator=value.comparator,
            change_high=value.high,
        )

    def _kind(self, basis: str) -> Kind:
        text = _folded(basis)
        return next((kind for kind, words in self._kinds if any(w in text for w in words)), "other")

    def _unit(self, change: PercentValue | QuantityValue) -> str:
        if isinstance(change, QuantityValue):
            return change.unit or ""
        return self._points if change.points else "%"

    def _period(self, s: Sentence, kind: Kind, figure: FoundFigure, change: FoundFigure) -> FoundPeriod | None:
        """The baseline's days: of "cùng kỳ" without a date the figure's own a year back, else those of its words."""
        mark = _mention(s, change)
        if mark is None:
            return None
        same = kind == "same_period" and mark.value.kind == "baseline"
        if same and self._several.find(s, mark.first, mark.last + 1):
            return None  # "cùng kỳ các năm trước"
        dated = any(s.atom(i)[0].isdigit() for i in range(mark.first, mark.last))
        settled = bool(mark.value.start or mark.value.end)
        own = year_before(s, mark, figure.period) if same and not (dated and settled) else None
        return own or (found_period(s, mark) if settled else None)


def _folded(text: str) -> str:
    return " ".join(fold(syllable) for syllable in text.split())


def _direction(change: FoundFigure) -> Direction:
    return change.direction if change.mark.kind == "percent" else change.change or "level"


def _told_of(figures: list[FoundFigure], i: int) -> FoundFigure | None:
    """The figure of which a percentage or a changed amount is told: "thu | 107 tỷ đồng |, tăng 7 tỷ đồng (7%)"."""
    change = figures[i]
    if change.qualifies is not None:
        if change.qualifies.change is None:
            return change.qualifies
        i, change = i - 1, change.qualifies  # the change in an amount, and the same in per cent
    before = figures[i - 1] if i else None
    if change.change is None or before is None or before.change is not None or before.mark.kind != "quantity":
        return None
    near = close(change.sentence, before.mark, change.mark)
    return before if near and (_is_times(change) or _alike(before, change)) else None


def _alike(figure: FoundFigure, change: FoundFigure) -> bool:
    """Whether an amount may be by how much a figure changed: of its unit, or its shorter name ("vụ" of "vụ cháy")."""
    of, by = figure.mark.value.unit, change.mark.value.unit
    return bool(of and by) and f"{of} ".startswith(f"{by} ")


def _is_times(change: FoundFigure) -> bool:
    return change.mark.refinement == "ratio"


def _mention(s: Sentence, change: FoundFigure) -> Mark | None:
    """The period among the words of the basis: the nearest to the change where they stand twice."""
    basis = change.basis or ""
    named = [m for m in s.kind("period") if s.slice(m.first, m.last) in basis]
    return min(named, key=lambda m: abs(m.first - change.mark.last), default=None)


def _baseline(figure: FoundFigure, change: FoundFigure) -> Number | None:
    """The value that the figure grew from, fell from, is a share or so many times of; none where either is bent."""
    quantity, value = figure.mark.value, change.mark.value
    if not _is_exact(quantity) or not _is_exact(value) or getattr(value, "points", False):
        return None
    own, by, sign = float(quantity.value), float(value.value), _SIGNS[_direction(change)]
    if isinstance(value, PercentValue):
        factor = 1 + sign * by / 100 if sign else by / 100
    elif _is_times(change):
        factor = 0 if sign else by  # "tăng 2 lần" may mean twice or three times as much
    else:
        return exact(quantity.value - sign * value.value) if own > sign * by else None
    return exact(round(own / factor, BASELINE_DIGITS)) if factor > 0 else None


def _is_exact(value: PercentValue | QuantityValue) -> bool:
    """Whether an amount is told as one number that no word bends ("hơn 7%", "7-8%")."""
    return value.comparator == "exact" and value.high is None
