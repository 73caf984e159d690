"""Checks: figures of one article that contradict each other. Nothing is changed because of them.

Each comparison is tolerant of rounding and comparators: a number stands for the interval that its words allow ("trên
4.700" is 4.700 up to the next step of its precision, "khoảng 30%" a tenth around).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractor.found import FoundFigure, Stretch
from extractor.mentions.values import PercentValue, QuantityValue
from extractor.model import Comparator, Number

ABOUT = 0.1
"""How far "khoảng" reaches, as a share of the number."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A check before it gets its id: its kind, a sentence that says what does not fit, the stretches concerned."""

    kind: str
    message: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Interval:
    low: float
    high: float

    def overlaps(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high


def interval(value: Number, high: Number | None, comparator: Comparator) -> Interval:
    """What a number with its comparator may be.

    >>> interval(4700, None, "over")
    Interval(low=4700.0, high=4800.0)
    >>> interval(99.12, None, "exact")
    Interval(low=99.115, high=99.125)
    """
    step = _precision(value)
    low, top = float(value), float(high if high is not None else value)
    match comparator:
        case "over" | "at_least":
            return Interval(low, low + step)
        case "under" | "nearly" | "at_most":
            return Interval(low - step, low)
        case "about":
            return Interval(low * (1 - ABOUT), low * (1 + ABOUT))
    return Interval(low - step / 2, top + step / 2)


def _precision(value: Number) -> float:
    """The place value of the last digit that is not a trailing zero: 4700 -> 100, 99.12 -> 0.01."""
    if value == 0:
        return 1.0
    exponent = Decimal(str(value)).normalize().as_tuple().exponent
    return float(Decimal(10) ** int(exponent))


def check(figures: list[FoundFigure], out_of_range: list[Stretch]) -> Iterator[Contradiction]:
    """All contradictions among the figures of an article, in its order."""
    for whole, part, percent in _trios(figures):
        found = _share(whole, part, percent)
        if found:
            yield found
    for figure in figures:
        found = _upside_down(figure)
        if found:
            yield found
    for stretch in out_of_range:
        yield Contradiction(
            "rank_out_of_range", f"{stretch.text}: the rank is larger than the number ranked", (stretch,)
        )


def _trios(figures: list[FoundFigure]) -> Iterator[tuple[FoundFigure, FoundFigure, FoundFigure]]:
    """A percentage, the figure that it qualifies, and the figure before that with the same unit: whole and part."""
    for i, percent in enumerate(figures):
        part = percent.qualifies
        if part is None or i < 2 or percent.direction != "level" or percent.basis:
            continue
        whole = figures[i - 2]
        if whole.sentence is part.sentence and _same_unit(whole, part):
            yield whole, part, percent


def _same_unit(a: FoundFigure, b: FoundFigure) -> bool:
    return (
        isinstance(a.mark.value, QuantityValue)
        and isinstance(b.mark.value, QuantityValue)
        and (a.mark.value.unit == b.mark.value.unit and a.mark.value.unit is not None)
    )


def _share(whole: FoundFigure, part: FoundFigure, percent: FoundFigure) -> Contradiction | None:
    w, p, q = whole.mark.value, part.mark.value, percent.mark.value
    if not (isinstance(w, QuantityValue) and isinstance(p, QuantityValue) and isinstance(q, PercentValue)):
        return None
    of, some = interval(w.value, w.high, w.comparator), interval(p.value, p.high, p.comparator)
    if of.low <= 0 or p.value > w.value:
        return None
    share = Interval(100 * some.low / of.high, 100 * some.high / of.low)
    if share.overlaps(interval(q.value, q.high, q.comparator)):
        return None
    about = round(100 * float(p.value) / float(w.value))
    message = f"{part.stretch.text} of {whole.stretch.text} is about {about} %, not {percent.stretch.text}"
    return Contradiction("percentage_of_parts", message, (whole.stretch, part.stretch, percent.stretch))


def _upside_down(figure: FoundFigure) -> Contradiction | None:
    value = figure.mark.value
    if isinstance(value, (QuantityValue, PercentValue)) and value.high is not None and value.high < value.value:
        text = figure.stretch.text
        return Contradiction("range_upside_down", f"{text}: the range ends below its beginning", (figure.stretch,))
    return None
