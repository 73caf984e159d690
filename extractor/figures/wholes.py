"""What a percentage is of where its own words do not say: the count or amount before it, the basis of one beside it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extractor.document import Sentence
from extractor.found import FoundFigure
from extractor.mentions.values import PercentValue, QuantityValue
from extractor.rulebook.book import Rulebook

BESIDE_MOST: Final = 12
"""How many atoms at most stand between two rates of change that are measured against the same."""


class Wholes:
    """Fills `basis` of a sentence's percentages from the figures around them."""

    def __init__(self, book: Rulebook) -> None:
        self._parts = book.phrases("part_markers")
        self._claims = book.phrases("part_claims")
        self._shares = book.phrases("share_of_count")

    def fill(self, s: Sentence, figures: Sequence[FoundFigure]) -> None:
        self._parted(s, figures)
        self._counted(s, figures)
        _carry(figures)

    def _parted(self, s: Sentence, figures: Sequence[FoundFigure]) -> None:
        """ "thu 900 tỷ đồng, trong đó thu nội địa 600 tỷ đồng, chiếm 67%": the share is of the amount parted there."""
        if not (markers := self._parts.find(s)):
            return
        for share in figures:
            if not isinstance(share.mark.value, PercentValue) or share.direction != "level" or share.basis is not None:
                continue
            at = max((first for first, _, _ in markers if first < share.mark.first), default=0)
            parted = [f for f in reversed(figures) if f.mark.last <= at and f.mark.kind == "quantity"]
            whole = next((f for f in parted if _names(share, f)), parted[0] if parted else None)
            if whole is not None and self._claims.before(s, share.mark.first):
                counted = whole.mark.value.unit_kind == "count"
                share.basis = whole.mark.value.unit if counted else whole.indicator

    def _counted(self, s: Sentence, figures: Sequence[FoundFigure]) -> None:
        """ "1.000 cây, trong đó 90% là xà cừ", "24/60 hộ (chiếm 40%)": the share is of what was counted before."""
        for counted, share in pairwise(figures):
            value = counted.mark.value
            share_of = isinstance(share.mark.value, PercentValue) and share.direction == "level" and share.basis is None
            if not share_of or not isinstance(value, QuantityValue) or value.unit_kind != "count":
                continue
            at = counted.mark.last
            aside = share.qualifies is counted and any(c in s.plain[at : share.mark.first] for c in ",(")
            named = aside and self._shares.before(s, share.mark.first) is not None
            if value.whole is not None or named or self._parts.find(s, at, share.mark.first):
                share.basis = value.unit


def _names(share: FoundFigure, whole: FoundFigure) -> bool:
    """ "40 hợp tác xã với 900 thành viên, trong đó hợp tác xã nông nghiệp chiếm | 70%": parted by its noun."""
    unit = whole.mark.value.unit
    return bool(unit) and (share.indicator or "").lower().startswith(unit.lower())


def _carry(figures: Sequence[FoundFigure]) -> None:
    """A basis holds on within its sentence, for percentages of its kind (growth, or shares); that of a growth also for
    the one before ("tăng 3% về lượng nhưng giảm 5% về giá trị so với cùng kỳ")."""
    before: FoundFigure | None = None
    for figure in figures:
        if figure.mark.kind != "percent":
            continue
        if before and figure.basis is None and (figure.direction == "level") == (before.direction == "level"):
            figure.basis = None if _dated_anew(before, figure) else before.basis
        before = figure
    for figure, after in reversed([*pairwise(f for f in figures if f.mark.kind == "percent")]):
        beside = after.mark.first - figure.mark.last <= BESIDE_MOST
        if figure.basis is None and beside and "level" not in (figure.direction, after.direction):
            figure.basis = after.basis


def _dated_anew(before: FoundFigure, figure: FoundFigure) -> bool:
    """ "năm 2018 giảm 12% so với năm trước; ba tháng đầu năm nay | giảm 5%": of another period, against another."""
    periods = (m for m in figure.sentence.kind("period") if before.mark.last <= m.first < figure.mark.first)
    return figure.direction != "level" and any(m.refinement != "baseline" for m in periods)
