"""What stands before and behind a person's name: honorifics, and where the name itself ends."""

from __future__ import annotations

from extractor.mentions.names import Names
from extractor.mentions.organizations import OrganizationFinder
from extractor.mentions.places import PlaceFinder
from extractor.mentions.posts import STAFF, Post, PostReader
from extractor.mentions.view import ACRONYM, CAPITAL, LOWER, View
from extractor.rulebook.book import Rulebook

_SHORTEST_CUT = 3  # syllables of a name before it is cut: "Nguyễn Văn Sáng" may be one, "Lê Văn Bình Sáng" is none


class TitleReader:
    """Reads the honorifics around a name, and the name."""

    def __init__(
        self, book: Rulebook, names: Names, places: PlaceFinder, organizations: OrganizationFinder, posts: PostReader
    ) -> None:
        self._names, self._places, self._organizations, self._posts = names, places, organizations, posts
        self._honorifics = book.phrases("honorifics")
        self._openers = book.phrases("sentence_openers")
        self._marks = book.phrases("apposition_marks")
        self._determiners = book.phrases("body_determiners")

    def titles(self, view: View, i: int) -> tuple[bool, int]:
        """The honorifics at atom i ("đồng chí", "PGS.TS"): (whether there is one, the atom after them)."""
        titled = False
        while True:
            office = self._posts.offices.at(view.sentence, i)
            hit = self._honorifics.at(view.sentence, i)
            if office is not None and (hit is None or office[1].rank != STAFF or office[0] > hit[0]):
                return titled, i
            if hit is None or (hit[0] - i == 1 and view.case(i) == CAPITAL and view.case(hit[0]) == LOWER):
                return titled, i
            titled, start, i = True, i, hit[0]
            while view.atom(i) in (".", ",") and view.cases[i - 1] == ACRONYM:
                i += 1
            if view.atom(i) == ":" and self._determiners.at(view.sentence, start) is not None:
                i += 1  # "các đồng chí: Nguyễn Văn An"; but "PV: Xin ông cho biết"

    def behind(self, view: View, i: int, *, heads: bool) -> tuple[bool, int]:
        """The honorifics behind an office, over a dash: "Phó Chủ tịch UBND tỉnh - ông Trần Hữu Thế".

        Over a comma too, if the office `heads` its clause and no office of his own follows the name.
        """
        if view.atom(i) in ("-", "–"):
            titled, j = self.titles(view, i + 1)
            if titled and view.case(j) == CAPITAL:
                return titled, j
        if heads and view.atom(i) == ",":
            titled, j = self.titles(view, i + 1)
            last = self._names.name(view, j) if titled else j
            mark = self._marks.at(view.sentence, last) if last - j >= 2 else None
            if last - j >= 2 and (mark is None or self._posts.at(view, mark[0]) is None):
                return titled, j
        return self.titles(view, i)

    def name(self, view: View, i: int, *, titled: bool, posts: list[Post]) -> int | None:
        """The atom after the name at i. With no title before it only a full name counts."""
        if view.case(i) != CAPITAL:
            return None
        if not titled and not posts:
            last = self._names.full_name(view, i)
            return last if last > i and self._places.gazetteer(view, i) is None else None
        head = self._organizations.head_end(view, i)
        given = titled and not posts and head == i + 1 and view.case(head) != CAPITAL  # "ông Khoa"
        if head > i + self._names.surname(view, i) and not given:
            return None  # "Cục trưởng Cục Tài chính"; "Đoàn" alone may be a surname
        last = self._names.name(view, i, self._stops(view, i))
        short = last - i == 1
        if titled and last > i:
            return None if short and view.atom(i - 1) == "." and not view.joined(i) else last  # "… CN. Trách nhiệm"
        given = (
            short and view.sentence.ends_word(last) and not posts[-1].of
        )  # "Bộ trưởng Dũng", if the article knows one of that name
        return last if last - i >= 2 or given else None

    def _stops(self, view: View, i: int) -> set[int]:
        """Where something else begins inside a run of capitals: "Nguyễn Văn An Giám đốc", "Lê Văn Bình Trong"."""
        end = view.run(i)
        starts = (self._openers, self._honorifics, self._posts.offices)
        return {
            k
            for k in range(i + _SHORTEST_CUT, end)
            if any(s.at(view.sentence, k) for s in starts) or self._body(view, k)
        }

    def _body(self, view: View, i: int) -> bool:
        """Whether a body's head of several syllables begins at atom i."""
        return self._organizations.head_end(view, i) > i + 1

    def named_behind(self, view: View, i: int) -> bool:
        """Whether a name follows atom i, perhaps with an honorific before it."""
        titled, j = self.titles(view, i)
        if titled:
            return view.case(j) == CAPITAL
        return self._names.name(view, j) - j >= 2
