"""Directions that no word beside the percentage tells: of a baseline, and of a rate told before in the article.

"tăng 4,4%, thấp hơn cùng kỳ (<6,1%>)" compares two rates of growth; "đạt mục tiêu <8,2%>" is the growth that the
article told of as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractor.document import Mark, Sentence
from extractor.found import FoundFigure
from extractor.mentions.values import PercentValue
from extractor.model import Direction
from extractor.rulebook.book import Rulebook
from extractor.rulebook.rules import contexts

OWN_MOST = 3
"""How many atoms at most stand between a baseline and its own rate ("cùng kỳ | chỉ tăng | 3,2%")."""

MEMBER_MOST = 12
"""How many atoms at most stand between the rates of two members of a list, with the brackets around them."""


class DirectionContext:
    """Settles directions by what stands elsewhere. Each reading is named by a rule (`context:`)."""

    def __init__(self, book: Rulebook) -> None:
        self._rules = contexts(book.rules, "direction")
        self._verbs = book.phrases("level_verbs", "increase_verbs", "decrease_verbs")
        self._is = book.phrases("equals_words")

    def in_sentence(self, s: Sentence, figures: list[FoundFigure]) -> None:
        """A baseline's own rate goes the way of the rate that is compared with it, and a rate in brackets that of the
        one before it in its list."""
        self._listed(s, figures)
        rule = self._rules.get("baseline")
        baselines = [m for m in s.kind("period") if m.value.kind == "baseline"] if rule else []
        before: FoundFigure | None = None
        for figure in figures:
            if rule and before and any(self._is_of(s, figure.mark, m) for m in baselines):
                figure.direction, figure.direction_rule = before.direction, rule
            if figure.mark.kind == "percent" and figure.direction != "level":
                before = figure

    def _listed(self, s: Sentence, figures: list[FoundFigure]) -> None:
        rule = self._rules.get("list")
        if rule is None:
            return
        for before, figure in pairwise(figures):
            rates = before.mark.kind == figure.mark.kind == "percent"
            if rates and before.direction != figure.direction == "level" and self._goes_on(s, before.mark, figure.mark):
                figure.direction, figure.direction_rule = before.direction, rule

    def _goes_on(self, s: Sentence, before: Mark, percent: Mark) -> bool:
        """ "Pháp (31,2% | ), Úc ( | 27,5%)": a name and no verb between two rates in brackets."""
        between = s.plain[before.last : percent.first]
        bracketed = between[:1] == ")" and between[-1:] == "(" and len(between) <= MEMBER_MOST
        return bracketed and not self._verbs.find(s, before.last, percent.first)

    def _is_of(self, s: Sentence, percent: Mark, baseline: Mark) -> bool:
        between = percent.first - baseline.last
        if percent.kind != "percent" or not 0 < between <= OWN_MOST:
            return False
        hit = self._is.at(s, baseline.last)
        return s.plain[baseline.last] == "(" or (hit is not None and hit[0] == percent.first)

    def in_article(self, figures: Sequence[FoundFigure]) -> None:
        """A rate that is told as a growth (or a fall) is one where it is told again without a word of change. Whole
        percentages come again by chance, and a share of something is another thing."""
        rule = self._rules.get("told_again")
        if rule is None:
            return
        known: dict[tuple[object, ...], set[Direction]] = {}
        for figure in figures:
            if figure.mark.kind == "percent" and figure.direction != "level":
                known.setdefault(_amount(figure), set()).add(figure.direction)
        for figure in figures:
            value = figure.mark.value
            if not isinstance(value, PercentValue) or figure.direction != "level" or figure.basis is not None:
                continue
            told = known.get(_amount(figure), set())
            if len(told) == 1 and (value.value % 1 or (value.high or 0) % 1):
                figure.direction, figure.direction_rule = next(iter(told)), rule


def _amount(figure: FoundFigure) -> tuple[object, ...]:
    value: PercentValue = figure.mark.value
    return (value.value, value.high)
