"""Which percentage goes with which quantity: the one right behind it."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from extractor.document import Mark, Sentence
from extractor.found import FoundFigure
from extractor.mentions.values import PercentValue

LINK_MOST: Final = 5
VERB_MOST: Final = 3
"""Words between a comma and a percentage without a subject of its own: "9.412 ha lúa và hoa màu, | vượt 2,6%"."""


def link(s: Sentence, figures: list[FoundFigure]) -> None:
    """A percentage right behind a quantity qualifies it: "4.700 hồ sơ (đạt 99,12%)", "500 tỷ đồng, tăng 7%"."""
    for figure, after in pairwise(figures):
        if (
            figure.mark.kind == "quantity"
            and isinstance(after.mark.value, PercentValue)
            and close(s, figure.mark, after.mark)
        ):
            after.qualifies = figure


def join_brackets(figures: list[FoundFigure]) -> None:
    """What stands in brackets goes with its figure."""
    for percent in figures:
        figure = percent.qualifies
        bracket = figure is not None and "(" in percent.sentence.plain[figure.mark.last : percent.mark.first]
        if figure and bracket and (figure.status != "other" or percent.direction == "level"):
            percent.status = figure.status  # a price names, but "(tăng 92%)" behind it reports


def close(s: Sentence, figure: Mark, behind: Mark) -> bool:
    """Whether what is told behind a figure stands near it, or as the predicate of a clause that the figure began."""
    between = s.plain[figure.last : behind.first]
    if ";" in between or "." in between:
        return False
    comma = between.rfind(",")
    return len(between) <= LINK_MOST or (comma >= 0 and len(between) - comma - 1 <= VERB_MOST)
