"""Persons by a grammar of titles: "[honorific] [office (+ body)] Name", "Name, office body", and shorter mentions."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.mentions.names import Names
from extractor.mentions.organizations import Org, OrganizationFinder, fold_phrase
from extractor.mentions.places import PlaceFinder, Where
from extractor.mentions.view import ACRONYM, CAPITAL, LOWER, View, first_codes
from extractor.rulebook.book import Phrases, Rulebook
from extractor.rulebook.tables import Office

_COMMITTEES = frozenset({"party", "committee", "front", "union", "assembly", "people_council"})
_STAFF = 9


@dataclass(slots=True)
class Post:
    """An office as written: the atoms of the role, and the body or place it is of."""

    first: int
    last: int
    role: tuple[int, int]
    row: Office | None = None
    org: Org | None = None
    where: Where | None = None
    former: bool = False
    membership: bool = False
    vague: bool = False

    @property
    def of(self) -> bool:
        return self.org is not None or self.where is not None

    @property
    def rank(self) -> int | None:
        """By the office, else by its body; a deputy is one lower than the body's head."""
        if self.row is not None and self.row.rank is not None:
            return self.row.rank
        rank = self.org.rank if self.org is not None else None
        if rank is None and self.where is not None:
            rank = self.where.level.rank if self.where.level else 4 if self.where.kind == "province" else None
        if rank is None:
            return None
        return min(_STAFF, rank + (self.row is not None and self.row.deputy))


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
        self._offices = book.table("offices", Office)
        self._vague = book.phrases("vague_offices")
        self._honorifics = book.phrases("honorifics")
        self._prefixes = book.phrases("office_prefixes")
        self._former = frozenset(fold_phrase(word) for word in book.words("former_prefixes"))
        self._links = book.phrases("office_links")
        self._firm_links = book.phrases("firm_office_links")
        self._marks = book.phrases("apposition_marks")
        self._determiners = book.phrases("body_determiners")
        self._fields = book.phrases("body_fields")
        self._memberships = Phrases(book.alphabet, ((word, word) for word in book.words("membership_offices")))
        words = [word for row in book.rows("offices", Office) for word in row.words]
        lists = ("vague_offices", "honorifics", "office_prefixes")
        self.first_codes = first_codes(book.alphabet, [*words, *book.words(*lists)])

    def at(self, view: View, i: int) -> Found | None:
        """The person whose phrase begins at atom i."""
        determiner = self._determiners.at(view.sentence, i)
        start = determiner[0] if determiner else i
        titled, j = self._titles(view, start)
        chain = self._chain(view, j)
        if chain:
            titled_too, j = self._titles(view, chain[-1].last)
            titled = titled or titled_too
        name = self._name(view, j, titled=titled, posts=chain)
        if name is None:
            return self._nameless(view, i, chain, collective=determiner is not None)
        found = Found(i, name, (j, name), chain, titled=titled, collective=False)
        self._apposition(view, found)
        return found

    # --- titles and names ------------------------------------------------------------------------------------------

    def _titles(self, view: View, i: int) -> tuple[bool, int]:
        """The honorifics at atom i ("đồng chí", "PGS.TS"): (whether there is one, the atom after them)."""
        titled = False
        while True:
            office = self._offices.at(view.sentence, i)
            if office is not None and office[1].rank != _STAFF:
                return titled, i
            hit = self._honorifics.at(view.sentence, i)
            if hit is None or (hit[0] - i == 1 and view.case(i) == CAPITAL and view.case(hit[0]) == LOWER):
                return titled, i
            titled, i = True, hit[0]
            while (view.atom(i) in (".", ",", ":") and view.cases[i - 1] == ACRONYM) or view.atom(i) == ":":
                i += 1

    def _name(self, view: View, i: int, *, titled: bool, posts: list[Post]) -> int | None:
        """The atom after the name at i. With no title before it only a full name counts."""
        if view.case(i) != CAPITAL:
            return None
        if not titled and not posts:
            last = self._names.full_name(view, i)
            return last if last > i and self._places.gazetteer(view, i) is None else None
        last = self._names.name(view, i, self._stops(view, i))
        if titled and last > i:
            return last
        return last if last - i >= 2 else None

    def _stops(self, view: View, i: int) -> set[int]:
        """Where an office or a body begins inside a run of capitals: "Nguyễn Văn An Giám đốc"."""
        return {
            k
            for k in range(i + 2, view.run(i))
            if self._offices.at(view.sentence, k) is not None and view.case(k + 1) == LOWER
        }

    # --- offices ---------------------------------------------------------------------------------------------------

    def _chain(self, view: View, i: int) -> list[Post]:
        """Offices that a name may follow: one, or several that one person may hold at once."""
        posts: list[Post] = []
        while (post := self._post(view, i)) is not None:
            if posts and not (self._firm(view, posts[-1].last) or _together(posts[-1], post)):
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

    def _post(self, view: View, i: int) -> Post | None:
        """One office with its body: "nguyên Phó Chủ tịch Thường trực UBND tỉnh"."""
        start, former = i, False
        prefix = self._prefixes.at(view.sentence, i)
        hit = self._office(view, i)
        if hit is None and prefix is not None:
            i = prefix[0]
            former = fold_phrase(view.text(start, i)) in self._former
            hit = self._office(view, i)
        if hit is None:
            return None
        last, row, vague = hit
        membership = self._memberships.at(view.sentence, i) is not None
        role_last = last if membership else self._role_end(view, i, last)
        post = Post(start, last, (i, role_last), row, former=former, membership=membership, vague=vague)
        self._body(view, post, role_last)
        return None if vague and not post.of else post

    def _office(self, view: View, i: int) -> tuple[int, Office | None, bool] | None:
        hit = self._offices.at(view.sentence, i)
        vague = self._vague.at(view.sentence, i)
        if vague is not None and (hit is None or hit[0] <= vague[0] or vague[1][0].islower()):
            inner = self._offices.at(view.sentence, vague[0])
            return (vague[0], None, True) if inner is None or view.upper(vague[0]) else None
        return None if hit is None else (hit[0], hit[1], False)

    def _role_end(self, view: View, i: int, last: int) -> int:
        """Where the role ends and its body begins inside one row: "Chủ tịch | UBND tỉnh"."""
        for k in range(i + 1, last):
            if view.sentence.ends_word(k) and (
                self._organizations.head(view, k) or (k + 1 >= last and self._places.level(view, k))
            ):
                return k
        return last

    def _body(self, view: View, post: Post, i: int) -> None:
        """Add the body or place that the office is of, and a body above it in brackets."""
        org = self._organizations.at(view, i)
        if org is not None and not (org.general and not (post.vague or view.case(post.first) == LOWER or org.plural)):
            post.org = org
            post.last = max(post.last, org.last)
        elif (where := self._places.where(view, i)) is not None and (where.level or not post.membership):
            post.where, post.last = where, max(post.last, where.last)
        elif (known := self._fields.at(view.sentence, i)) is not None and view.upper(i):
            post.last = max(post.last, known[0])
            post.org = Org(i, known[0], (i, i), field=(i, known[0]))
        elif view.case(i) == ACRONYM and i > post.first:
            post.org = Org(i, i + 1, (i, i + 1))
            post.last = max(post.last, i + 1)
        self._give_back(view, post)
        self._bracketed(view, post)

    def _give_back(self, view: View, post: Post) -> None:
        """Give a name back that was read as an unknown place: "Chủ tịch HĐND tỉnh | Nông Quốc Bảo"."""
        where = post.org.where if post.org is not None else post.where
        if where is None or where.level is None or where.place is not None or len(where.named) != 1:
            return
        first, last = where.named[0].first, where.named[0].last
        length = last - first
        if last != post.last or view.upper(last) or not (self._names.surname(view, first) and 3 <= length <= 4):
            return
        where.named, where.last, post.last = [], first, first
        if post.org is not None:
            post.org.last = first

    def _bracketed(self, view: View, post: Post) -> None:
        """ "Cục trưởng Cục Trồng trọt (Bộ NN-PTNT)", "Vụ trưởng Vụ Kế hoạch, Bộ Y tế"."""
        opened = view.atom(post.last)
        if post.org is None or opened not in ("(", ",", "-", "–"):
            return
        org = self._organizations.at(view, post.last + 1)
        if org is None or org.plural:
            return
        if opened == "(":
            if view.atom(org.last) == ")":
                post.org.above, post.last = post.org.above or org, org.last + 1
        elif org.row is not None and org.row.kind in ("ministry", "people_committee") and _below(post.org, org):
            post.org.above, post.last = org, org.last

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
                last = last + 1 if view.atom(last) == ")" else last
            elif self._named_behind(view, last):
                return  # these are the titles of the next person
            found.posts, found.last = [*found.posts, *posts], last
        elif bracket:
            self._delegation(view, found, mark[0])

    def _chain_behind(self, view: View, i: int) -> list[Post]:
        titled, start = self._titles(view, i)
        posts: list[Post] = []
        i = i if titled and view.case(start) != CAPITAL else start
        while (post := self._post(view, i)) is not None:
            if posts and (
                not (self._firm(view, posts[-1].last) or _together(posts[-1], post))
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
        if last is None or view.atom(last) != ")":
            return
        found.last = last + 1
        if found.posts and not found.posts[-1].of:
            found.posts[-1].org, found.posts[-1].where = org, where
        elif not found.posts:
            found.posts = [Post(i, last, (i, i), org=org, where=where, membership=True)]

    def _nameless(self, view: View, i: int, chain: list[Post], *, collective: bool) -> Found | None:
        """An office alone: "Phó Chủ tịch UBND tỉnh", "Thủ tướng"; not a staff's title, not a bare small-letter word."""
        if not chain:
            return None
        post = chain[0]
        row = post.row
        if row is not None and row.rank == _STAFF and not post.of:
            return None
        single = post.last - post.first == 1
        if not post.of and single and (view.cases[post.first] != CAPITAL or row is None):
            return None
        many = collective or post.vague or (post.org is not None and post.org.plural)
        return Found(i, chain[-1].last, None, chain, collective=many)


def _together(left: Post, right: Post) -> bool:
    """Whether one person may well hold both offices: a party office or a membership with another."""
    if left.membership or right.membership:
        return True
    kinds = {p.org.row.kind for p in (left, right) if p.org is not None and p.org.row is not None}
    return bool(kinds & _COMMITTEES)


def _below(lower: Org, upper: Org) -> bool:
    """Whether one body may lie under the other by rank."""
    return lower.rank is None or upper.rank is None or lower.rank > upper.rank
