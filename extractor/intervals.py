"""The interval that a number's words allow: "trên 4.700" is 4.700 up to the next step of its precision, "khoảng 30%" a
tenth around."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from extractor.model import Comparator, Number

ABOUT = 0.1
"""How far "khoảng" reaches, as a share of the number."""
EXACT_MOST, BOUND_MOST = 0.05, 0.25
"""The steps of round numbers end here, as a share of the number: "1.000" is not everything from 500 to 1.500."""
DECIMALS = 9


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` to `high`, both included."""

    low: float
    high: float

    def overlaps(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high

    def percent_of(self, whole: Interval) -> Interval:
        """How many percent of a whole this may be."""
        return Interval(100 * self.low / whole.high, 100 * self.high / whole.low)


def interval(value: Number, high: Number | None, comparator: Comparator) -> Interval:
    """What a number with its comparator may be.

    >>> interval(4700, None, "over")
    Interval(low=4700.0, high=4800.0)
    >>> interval(99.12, None, "exact")
    Interval(low=99.115, high=99.125)
    """
    share = EXACT_MOST if comparator in ("exact", "range") else BOUND_MOST
    step = min(_precision(value), abs(float(value)) * share) or 1.0
    low, top = float(value), float(high if high is not None else value)
    match comparator:
        case "over" | "at_least":
            return Interval(low, low + step)
        case "under" | "nearly" | "at_most":
            return Interval(low - step, low)
        case "about":
            return Interval(low * (1 - ABOUT), low * (1 + ABOUT))
    return Interval(round(low - step / 2, DECIMALS), round(top + step / 2, DECIMALS))


def _precision(value: Number) -> float:
    """The place value of the last digit that is not a trailing zero: 4700 -> 100, 99.12 -> 0.01."""
    if value == 0:
        return 1.0
    exponent = Decimal(str(value)).normalize().as_tuple().exponent
    return float(Decimal(10) ** int(exponent))
