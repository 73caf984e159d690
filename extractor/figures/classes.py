"""Bounds that say which ones are meant: "xe từ 5 chỗ trở xuống", "các dự án có giá trị trên 5 tỷ đồng"."""

from __future__ import annotations

from extractor.alphabet import FIGURES
from extractor.found import FoundFigure
from extractor.rulebook.book import Rulebook

CLASS_MOST = 14
"""How many atoms at most stand between the head of a class and its bound ("những dự án giải ngân | dưới 30%")."""
HEAD_MOST = 6
"""How many atoms before a bound the word may stand that makes it one of a rule ("hỗ trợ | tối đa 6 triệu đồng")."""
BOUNDS = frozenset({"under", "over", "range", "at_least", "at_most"})
CAPS = frozenset({"at_least", "at_most"})


class ClassReader:
    """Tells a bound that makes a class from one that reports or plans."""

    def __init__(self, book: Rulebook) -> None:
        self._named = book.phrases("class_bounds")
        self._heads = book.phrases("class_heads")
        self._openers = book.phrases("class_openers")
        self._measures = book.phrases("class_measures")
        self._uppers = book.phrases("class_uppers")
        self._conditions = book.phrases("class_conditions")
        self._then = book.phrases("consequence_words")
        self._from = book.phrases("class_froms")
        self._limits = book.phrases("limit_contexts")
        self._limit_heads = book.phrases("limit_heads")

    def makes_class(self, figure: FoundFigure) -> bool:
        """ "xe có từ | 5 chỗ ngồi trở xuống", "cắt vốn của những dự án giải ngân | dưới 30%"."""
        s, mark = figure.sentence, figure.mark
        if mark.value.comparator not in BOUNDS:
            return False
        left = max(mark.first - CLASS_MOST, 0, *(s.plain.rfind(c, 0, mark.first) + 1 for c in ",;:.("))
        if mark.kind == "percent":
            made = bool(self._heads.find(s, left, mark.first))
        else:
            of = self._from.before(s, mark.first)  # "các dự án có giá trị (từ) | trên 5 tỷ đồng"
            measured = self._measures.before(s, of[0] if of else mark.first) is not None
            half_open = self._uppers.find(s, mark.first, mark.last)  # "vốn từ | 2 đến dưới 5 tỷ đồng"
            made = measured and bool(half_open or self._openers.find(s, left, mark.first))
        if made or mark.value.comparator not in CAPS or s.plain[mark.first] not in FIGURES:
            return made
        if mark.kind == "quantity" and self._then.at(s, mark.last):
            return True  # "vốn từ 2.000 tỷ đồng trở lên | thì phải kiểm toán"
        named = mark.kind == "quantity" and self._named.before(s, mark.first) is not None
        return named or bool(self._conditions.find(s, left, mark.first))

    def ruled(self, figure: FoundFigure) -> bool:
        """Whether a bound is one of a rule: "chỉ được vay | tối đa 50 triệu đồng"."""
        s, first = figure.sentence, figure.mark.first
        near = self._limit_heads.find(s, max(first - HEAD_MOST, s.plain.rfind(",", 0, first) + 1), first)
        return bool(near or self._limits.find(s, 0, first))
