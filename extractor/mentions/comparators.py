"""The words that bend a number: "trên 500", "khoảng gần 500", "500 trở lên"."""

from __future__ import annotations

from extractor.document import Sentence
from extractor.model import Comparator
from extractor.rulebook.book import Phrases, Rulebook
from extractor.rulebook.tables import ComparatorWord

_CHAIN_MOST = 3


class ComparatorReader:
    """Reads the comparators before and after a number."""

    def __init__(self, book: Rulebook) -> None:
        rows = [(word, row) for row in book.rows("comparators", ComparatorWord) for word in row.words]
        self._before = Phrases(book.alphabet, [(w, r) for w, r in rows if r.side == "before"])
        sure = book.words("glued_comparators")
        self._glued = Phrases(book.alphabet, [(w, r) for w, r in rows if w in sure], loose=True)
        self._after = Phrases(book.alphabet, [(w, r) for w, r in rows if r.side == "after"])
        self._degree = book.phrases("degree_before_hon")
        self._comparing = book.phrases("comparing_words")
        self._exceeds = book.phrases("exceed_words")
        self._against = book.phrases("against_words", "basis_nouns")

    def stands_before(self, s: Sentence, i: int) -> bool:
        """Whether a comparator ends right before atom i."""
        return self._before.before(s, i) is not None

    def after_link(self, s: Sentence, i: int) -> int:
        """The atom after a comparator that begins at atom i ("10% đến dưới 30%"), i where there is none."""
        hit = self._before.at(s, i)
        return hit[0] if hit else i

    def around(self, s: Sentence, first: int, last: int) -> tuple[Comparator, int, int]:
        """The comparator of the number at atoms first to last, and the atoms of all of it.

        The innermost word decides, unless it is weak and another stands before it ("khoảng trên 500" is over). A word
        that only stresses (exact) stays outside the span.
        """
        chosen: ComparatorWord | None = None
        start, at = first, first
        for _ in range(_CHAIN_MOST):
            hit = self._before.before(s, at) or self._glued.before(s, at)
            if hit is None or self._compares(s, hit[0], at) or self._by_how_much(s, hit[0], at, last):
                break
            at = hit[0]
            if chosen is None or (chosen.weak and not hit[1].weak):
                chosen = hit[1]
            if hit[1].comparator != "exact":
                start = at
        after = self._after.at(s, last)
        if after:
            return after[1].comparator, start, after[0]
        return (chosen.comparator if chosen else "exact"), start, last

    def _by_how_much(self, s: Sentence, first: int, at: int, last: int) -> bool:
        """ "vượt 13% kế hoạch", "vượt 2 tỷ đồng so với dự toán": the word says that it grew by so much."""
        word = self._exceeds.at(s, first)
        return word is not None and word[0] == at and self._against.at(s, last) is not None

    def _compares(self, s: Sentence, first: int, last: int) -> bool:
        """ "cao hơn 500": the word compares, it does not bound."""
        word = self._comparing.at(s, first)
        return word is not None and word[0] == last and self._degree.before(s, first) is not None
