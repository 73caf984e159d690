"""Names written with capitals: where a person's name ends, and where a place's name does.

Vietnamese capitalises every syllable of both, and the press writes them side by side: "Chủ tịch UBND huyện Lộc Bình
Nguyễn Văn An". A surname in the run tells them apart.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractor.mentions.view import CAPITAL, View
from extractor.normalize import fold
from extractor.rulebook.book import Phrases, Rulebook

_LONGEST_NAME = 6
_LONGEST_PLACE = 4


@dataclass(slots=True)
class Names:
    """The surnames, and what they decide."""

    surnames: frozenset[str]
    common: frozenset[str]
    """those that tell a name without a title before it"""
    after: frozenset[str]
    """words after which a capitalised run is a street or a school"""
    openers: Phrases[str]
    """verbs that open a sentence whose line ran into the name before it"""

    @classmethod
    def of(cls, book: Rulebook) -> Names:
        return cls(
            frozenset(fold(word) for word in book.words("surnames")),
            frozenset(fold(word) for word in book.words("common_surnames")),
            frozenset(fold(word.split()[-1]) for word in book.words("named_after")),
            book.phrases("scene_openers"),
        )

    def surname(self, view: View, i: int) -> bool:
        return view.case(i) == CAPITAL and fold(view.atoms[i]) in self.surnames

    def name(self, view: View, i: int, stops: set[int] | None = None) -> int:
        """The atom after a person's name that begins at i (i if none): capitals, with hyphens inside foreign names.

        It ends before an atom in `stops`, but never with its first syllable there.
        """
        last = i
        while last < len(view) and last - i < _LONGEST_NAME:
            if view.case(last) == CAPITAL and not (stops and last in stops and last > i):
                last += 1
            elif last > i and view.atom(last) == "-" and self._hyphen(view, last):
                last += 2
            else:
                break
        return last

    @staticmethod
    def _hyphen(view: View, i: int) -> bool:
        """Whether the hyphen at i stands inside a name ("A-bê", "Y-Thanh")."""
        return i + 1 < len(view) and view.joined(i) and view.joined(i + 1) and view.case(i + 1) in (CAPITAL, "l")

    def full_name(self, view: View, i: int) -> int:
        """The atom after a full name with its surname, no title before it (i if none): three or four capitals.

        Two capitals are too often a place or a firm ("Hà An"), five are no name without a title.
        """
        if view.case(i) != CAPITAL or fold(view.atoms[i]) not in self.common:
            return i
        if i and fold(view.atoms[i - 1]) in self.after:
            return i
        if i and view.case(i - 1) == CAPITAL and not self.surname(view, i - 1) and i > 1:
            return i
        last = self.name(view, i)
        return last if 3 <= last - i <= 4 else i

    def place_run(self, view: View, i: int, known: int | None) -> int:
        """The atom after a place's name that begins at i.

        `known` is where a gazetteer name ends. A surname further on begins a person's name: "huyện Lộc Bình Nguyễn
        Văn An". Without one, a single syllable more belongs to the name: "xã Bình Thuận Đông".
        """
        end = next((k for k in range(i, view.run(i)) if self.openers.at(view.sentence, k)), view.run(i))
        if known is not None:
            rest = end - known
            return end if rest == 1 and not self.surname(view, known) else known
        length = end - i
        if length <= 2:
            return end
        for cut in (2, 3, 1):
            if cut < length and self.surname(view, i + cut) and (cut > 1 or length - cut >= 3) and length - cut >= 2:
                return i + cut
        return min(end, i + _LONGEST_PLACE)
