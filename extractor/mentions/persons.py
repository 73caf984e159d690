"""Persons by a grammar of titles: "[honorific] [office (+ body)] Name", "Name, office body", and shorter mentions."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.mentions.names import Names
from extractor.mentions.organizations import OrganizationFinder
from extractor.mentions.places import PlaceFinder
from extractor.mentions.posts import STAFF, Post, PostReader, together
from extractor.mentions.titles import TitleReader
from extractor.mentions.view import CAPITAL, FIGURE, View, openings
from extractor.rulebook.book import Rulebook

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
        self._titles = TitleReader(book, names, places, organizations, self._posts)
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
        titled, j = self._titles.titles(view, start)
        chain = self._chain(view, j)
        if chain:
            titled_too, j = self._titles.behind(view, chain[-1].last, heads=chain[-1].of and _opens(view, i))
            titled = titled or titled_too
        j = self._over_dash(view, j) if chain else j
        name = self._titles.name(view, j, titled=titled, posts=chain)
        if name is None:
            return self._nameless(view, i, chain, collective=determiner is not None)
        found = Found(i, name, (j, name), chain, titled=titled, collective=False)
        self._apposition(view, found)
        self._sent_by(view, found)
        return found

    def _over_dash(self, view: View, i: int) -> int:
        """The atom of the name behind a dash that stands apart: "Bí thư Tỉnh ủy Sóc Trăng - | Nguyễn Văn Tám"."""
        apart = view.atom(i) in ("-", "–") and not view.joined(i) and not view.joined(i + 1)
        return i + 1 if apart and self._names.full_name(view, i + 1) > i + 1 else i

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
        if (
            len(posts) > 1
            and not self._firm(view, posts[0].last)
            and not self._titles.named_behind(view, posts[-1].last)
        ):
            return posts[:1]
        return posts

    def _firm(self, view: View, i: int) -> bool:
        return self._firm_links.at(view.sentence, i) is not None

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
            elif self._titles.named_behind(view, last):
                return  # these are the titles of the next person
            found.posts, found.last = [*found.posts, *posts], last
        elif bracket:
            self._delegation(view, found, mark[0])

    def _chain_behind(self, view: View, i: int) -> list[Post]:
        titled, start = self._titles.titles(view, i)
        posts: list[Post] = []
        i = i if titled and view.case(start) != CAPITAL else start
        while (post := self._posts.at(view, i)) is not None:
            if posts and (
                not (self._firm(view, posts[-1].last) or together(posts[-1], post))
                or self._titles.named_behind(view, post.last)
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
            if post is None or self._titles.named_behind(view, post.last):
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
