"""Persons by a grammar of titles: "[honorific] [office (+ body)] Name", "Name, office body", and shorter mentions."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.mentions.names import Names
from extractor.mentions.organizations import OrganizationFinder
from extractor.mentions.places import PlaceFinder
from extractor.mentions.posts import STAFF, Post, PostReader, together
from extractor.mentions.view import ACRONYM, CAPITAL, FIGURE, LOWER, View, openings
from extractor.rulebook.book import Rulebook

_SHORTEST_CUT = 3  # syllables of a name before it is cut: "Nguyễn Văn Sáng" may be one, "Lê Văn Bình Sáng" is none
_OPENING = frozenset(",.;:…\"“”'-–")
_LONGEST_BRACKET = 8  # atoms that may stand in a bracket behind the office
_BODY = 10  # atoms of the body for which a person speaks


@dataclass(slots=True)
class Found:
    """A person as read in one sentence: the whole phrase, the name in it, and the offices."""

    first: int
    last: int
    name: tuple[int, int] | None = None
    posts: list[Post] = field(default_factory=list)
    titled: bool = False
    collective: bool = False


class PersonFinder:
    """Reads persons in a sentence."""

    def __init__(self, book: Rulebook, names: Names, places: PlaceFinder, organizations: OrganizationFinder) -> None:
        self._names, self._places, self._organizations = names, places, organizations
        self._posts = PostReader(book, names, places, organizations)
        self._honorifics = book.phrases("honorifics")
        self._openers = book.phrases("sentence_openers")
        self._links = book.phrases("office_links")
        self._firm_links = book.phrases("firm_office_links")
        self._marks = book.phrases("apposition_marks")
        self._determiners = book.phrases("body_determiners")
        self._envoys = book.phrases("envoy_openers")
        self.openings = self._posts.openings | openings(book.alphabet, book.words("honorifics"))

    def at(self, view: View, i: int) -> Found | None:
        """The person whose phrase begins at atom i."""
        determiner = self._determiners.at(view.sentence, i)
        start = determiner[0] if determiner else i
        titled, j = self._titles(view, start)
        chain = self._chain(view, j)
        if chain:
            titled_too, j = self._behind(view, chain[-1].last, heads=chain[-1].of and _opens(view, i))
            titled = titled or titled_too
        name = self._name(view, j, titled=titled, posts=chain)
        if name is None:
            return self._nameless(view, i, chain, collective=determiner is not None)
        found = Found(i, name, (j, name), chain, titled=titled, collective=False)
        self._apposition(view, found)
        self._sent_by(view, found)
        return found

    # --- titles and names ------------------------------------------------------------------------------------------

    def _titles(self, view: View, i: int) -> tuple[bool, int]:
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

    def _behind(self, view: View, i: int, *, heads: bool) -> tuple[bool, int]:
        """The honorifics behind an office, over a dash: "Phó Chủ tịch UBND tỉnh - ông Trần Hữu Thế".

        Over a comma too, if the office `heads` its clause and no office of his own follows the name.
        """
        if view.atom(i) in ("-", "–"):
            titled, j = self._titles(view, i + 1)
            if titled and view.case(j) == CAPITAL:
                return titled, j
        if heads and view.atom(i) == ",":
            titled, j = self._titles(view, i + 1)
            last = self._names.name(view, j) if titled else j
            mark = self._marks.at(view.sentence, last) if last - j >= 2 else None
            if last - j >= 2 and (mark is None or self._posts.at(view, mark[0]) is None):
                return titled, j
        return self._titles(view, i)

    def _name(self, view: View, i: int, *, titled: bool, posts: list[Post]) -> int | None:
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

    # --- offices ---------------------------------------------------------------------------------------------------

    def _chain(self, view: View, i: int) -> list[Post]:
        """Offices that a name may follow: one, or several that one person may hold at once."""
        posts: list[Post] = []
        while (post := self._posts.at(view, i)) is not None:
            if posts and not (self._firm(view, posts[-1].last) or together(posts[-1], post)):
                break
            posts.append(post)
            link = self._links.at(view.sentence, post.last)
            if link is None:
                break
            i = link[0]
        if len(posts) > 1 and not self._firm(view, posts[0].last) and not self._named_behind(view, posts[-1].last):
            return posts[:1]
        return posts

    def _firm(self, view: View, i: int) -> bool:
        return self._firm_links.at(view.sentence, i) is not None

    def _named_behind(self, view: View, i: int) -> bool:
        """Whether a name follows atom i, perhaps with an honorific before it."""
        titled, j = self._titles(view, i)
        if titled:
            return view.case(j) == CAPITAL
        return self._names.name(view, j) - j >= 2

    # --- what stands behind or without a name ----------------------------------------------------------------------

    def _apposition(self, view: View, found: Found) -> None:
        """Add the offices behind the name: ", Phó Chủ tịch UBND tỉnh", "(Giám đốc Sở Y tế)", "(Đoàn Lạng Sơn)"."""
        mark = self._marks.at(view.sentence, found.last)
        if mark is None:
            return
        bracket = view.atom(found.last) == "("
        posts = self._chain_behind(view, mark[0])
        if posts:
            last = posts[-1].last
            if bracket:
                closed = _closing(view, last)
                if closed is None:
                    return
                last = closed
            elif self._named_behind(view, last):
                return  # these are the titles of the next person
            found.posts, found.last = [*found.posts, *posts], last
        elif bracket:
            self._delegation(view, found, mark[0])

    def _chain_behind(self, view: View, i: int) -> list[Post]:
        titled, start = self._titles(view, i)
        posts: list[Post] = []
        i = i if titled and view.case(start) != CAPITAL else start
        while (post := self._posts.at(view, i)) is not None:
            if posts and (
                not (self._firm(view, posts[-1].last) or together(posts[-1], post))
                or self._named_behind(view, post.last)
            ):
                break
            posts.append(post)
            link = self._links.at(view.sentence, post.last)
            if link is None:
                break
            i = link[0]
        return posts

    def _delegation(self, view: View, found: Found, i: int) -> None:
        """ "đại biểu Nguyễn Văn An (Đoàn Lạng Sơn)", "ông Bình (Sở Y tế)"."""
        org = self._organizations.at(view, i)
        where = None if org else self._places.where(view, i)
        last = org.last if org else where.last if where else None
        press = org is not None and org.row is not None and org.row.kind == "press"
        if last is None or view.atom(last) != ")" or press:
            return
        found.last = last + 1
        if found.posts and not found.posts[-1].of:
            found.posts[-1].org, found.posts[-1].where = org, where
        elif not found.posts:
            found.posts = [Post(i, last, (i, i), org=org, where=where, membership=True)]

    def _sent_by(self, view: View, found: Found) -> None:
        """Give the only office of a name the body for which it speaks: "Về phía Bộ Y tế, Thứ trưởng | Lê Văn An"."""
        post, comma = found.posts[0] if len(found.posts) == 1 else None, found.first - 1
        if post is None or post.of or post.row is None or comma < 1 or view.atom(comma) != ",":
            return
        for k in range(comma - 1, max(0, comma - _BODY), -1):
            if self._envoys.before(view.sentence, k) is None:
                continue
            org = self._organizations.at(view, k)
            heads = org is not None and org.rank is not None and org.rank + post.row.deputy == post.row.rank
            if org is not None and org.last == comma and not org.plural and (post.row.rank is None or heads):
                post.org = org
            return

    def _nameless(self, view: View, i: int, chain: list[Post], *, collective: bool) -> Found | None:
        """An office alone: "Phó Chủ tịch UBND tỉnh", "Thủ tướng"; not a staff's title, not a bare small-letter word."""
        if not chain:
            return None
        post = chain[0]
        row = post.row
        if self._organizations.head_end(view, post.first) > post.role[1]:
            return None  # "Đại sứ | quán" is a body
        if row is not None and row.rank == STAFF and not post.of:
            return None
        single = post.last - post.first == 1
        if not post.of and single and (view.cases[post.first] != CAPITAL or row is None):
            return None
        last = self._more_posts(view, chain[-1].last) if collective else chain[-1].last
        counted = view.case(last) == FIGURE  # "chủ tịch UBND 17 xã"
        many = collective or counted or post.vague or (post.org is not None and post.org.plural)
        return Found(i, last, None, chain, collective=many)

    def _more_posts(self, view: View, last: int) -> int:
        """Where a list of offices ends: "các Bộ trưởng, Trưởng ngành"."""
        while (link := self._links.at(view.sentence, last)) is not None:
            post = self._posts.at(view, link[0])
            if post is None or self._named_behind(view, post.last):
                break
            last = post.last
        return last


def _opens(view: View, i: int) -> bool:
    """Whether a clause opens at atom i: "theo báo cáo của Giám đốc Sở, ông An …" tells of two."""
    return i == 0 or view.atom(i - 1) in _OPENING


def _closing(view: View, i: int) -> int | None:
    """The atom after the bracket that closes soon after atom i."""
    for k in range(i, min(i + _LONGEST_BRACKET, len(view))):
        if view.atoms[k] == ")":
            return k + 1
    return None
