"""Offices with the body or place that they are of: "nguyên Phó Chủ tịch Thường trực UBND tỉnh"."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.mentions.bodies import Org
from extractor.mentions.names import Names
from extractor.mentions.organizations import OrganizationFinder
from extractor.mentions.places import PlaceFinder, Where
from extractor.mentions.view import ACRONYM, LOWER, View, fold_phrase, openings, spelt
from extractor.rulebook.book import Rulebook
from extractor.rulebook.tables import Office

_COMMITTEES = frozenset({"party", "committee", "front", "union", "assembly", "people_council"})
_FIELD = 8
"""So many words in small letters may stand in the name of a body that no table has, before the name of its head."""
STAFF = 9
"""the rank of those who hold no office"""


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
            rank = self.where.rank
        if rank is None:
            return None
        return min(STAFF, rank + (self.row is not None and self.row.deputy))


class PostReader:
    """Reads offices in a sentence."""

    def __init__(self, book: Rulebook, names: Names, places: PlaceFinder, organizations: OrganizationFinder) -> None:
        self._names, self._places, self._organizations = names, places, organizations
        self.offices = book.table("offices", Office)
        self._vague = book.phrases("vague_offices")
        self._prefixes = book.phrases("office_prefixes")
        self._former = frozenset(fold_phrase(word) for word in book.words("former_prefixes"))
        self._suffixes = book.phrases("office_suffixes")
        self._fields = book.phrases("body_fields")
        self._held_in = book.phrases("office_place_links")
        self._memberships = book.phrases("membership_offices")
        self._stops = book.phrases(
            "np_stop", "action_verbs", "action_verbs_short", "tense_markers", "saying_verbs", "chair_verbs"
        )
        words = [word for row in book.rows("offices", Office) for word in row.words]
        self._roles = frozenset(spelt(book.alphabet, word) for word in words)
        self.openings = openings(book.alphabet, [*words, *book.words("vague_offices", "office_prefixes")])

    def at(self, view: View, i: int) -> Post | None:
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
        hit = self.offices.at(view.sentence, i)
        vague = self._vague.at(view.sentence, i)
        if vague is not None and (hit is None or hit[0] <= vague[0] or vague[1][0].islower()):
            inner = self.offices.at(view.sentence, vague[0])
            return (vague[0], None, True) if inner is None or view.upper(vague[0]) else None
        return None if hit is None else (hit[0], hit[1], False)

    def _role_end(self, view: View, i: int, last: int) -> int:
        """Where the role ends and its body begins inside one row: "Chủ tịch | UBND tỉnh", "Chánh Văn phòng | UBND"."""
        plain = view.sentence.plain
        for k in range(i + 1, last):
            if plain[i:k] in self._roles and self._suffixes.at(view.sentence, k) is None:
                level = k + 1 >= last and self._places.level(view, k) is not None
                if level or self._reaches(view, k, last):
                    return k
        return last

    def _reaches(self, view: View, i: int, last: int) -> bool:
        """Whether a body begins at atom i that takes in the rest of the row; "Phó Cục trưởng" is none of a "Cục"."""
        if not self._organizations.head(view, i):
            return False
        org = self._organizations.at(view, i)
        return org is not None and org.last >= last

    def _body(self, view: View, post: Post, i: int) -> None:
        """Add the body or place that the office is of, and a body above it in brackets."""
        org = self._organizations.at(view, i)
        if org is not None and not (org.general and not (post.vague or view.case(post.first) == LOWER or org.plural)):
            post.org = org
            post.last = max(post.last, org.last)
        elif (where := self._places.where(view, i)) is not None and (where.level or not post.membership):
            post.where, post.last = where, max(post.last, where.last)
        elif (known := self._fields.at(view.sentence, i)) is not None and view.upper(i):
            above = self._organizations.at(view, known[0])  # "Cục trưởng Phát triển doanh nghiệp Bộ Kế hoạch"
            above = above if above is not None and view.upper(known[0]) else None
            post.org = Org(i, above.last if above else known[0], (i, i), field=(i, known[0]), above=above)
            post.last = max(post.last, post.org.last)
        elif view.case(i) == ACRONYM and i > post.first and not post.vague:
            post.org = Org(i, i + 1, (i, i + 1))
            post.last = max(post.last, i + 1)
        self._give_back(view, post)
        self._run_on(view, post)
        self._bracketed(view, post)
        self._abroad(view, post)

    def _run_on(self, view: View, post: Post) -> None:
        """Take in the rest of a body's name that no table has, as far as its head's own name: "Vụ trưởng Vụ Quản lý
        | phương tiện | Lê Văn An"."""
        org, k = post.org, post.last
        if org is None or org.plural or org.general or org.last != post.last or not view.upper(post.first):
            return
        while view.case(k) == LOWER and k - post.last <= _FIELD and self._stops.at(view.sentence, k) is None:
            k += 1
        if post.last < k <= post.last + _FIELD and self._names.surname(view, k) and self._names.name(view, k) - k >= 2:
            org.last = post.last = k

    def _abroad(self, view: View, post: Post) -> None:
        """Take in the country where the office is held, if a name follows: "Đại sứ Nhật Bản | tại Việt Nam | …"."""
        link = self._held_in.at(view.sentence, post.last) if post.of else None
        where = self._places.where(view, link[0]) if link is not None else None
        if where is not None and where.named and self._names.name(view, where.last) - where.last >= 2:
            post.last = where.last

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
        if opened == "(" and view.case(post.last + 1) == ACRONYM and view.atom(post.last + 2) == ")":
            post.last += 3  # the body's short name
            return
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


def together(left: Post, right: Post) -> bool:
    """Whether one person may well hold both offices: a party office or a membership with another."""
    if left.membership or right.membership:
        return True
    kinds = {p.org.row.kind for p in (left, right) if p.org is not None and p.org.row is not None}
    return bool(kinds & _COMMITTEES)


def _below(lower: Org, upper: Org) -> bool:
    """Whether one body may lie under the other by rank."""
    return lower.rank is None or upper.rank is None or lower.rank > upper.rank
