"""The register of an article's people, and to whom of them a short mention refers."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.mentions.bodies import Org
from extractor.mentions.canonical import Settled
from extractor.mentions.persons import Found
from extractor.mentions.places import Where
from extractor.mentions.posts import Post
from extractor.mentions.view import View, fold_phrase
from extractor.rulebook.tables import Office


@dataclass(frozen=True, slots=True)
class Role:
    """An office that a person holds, as the article writes it, with what it is compared by."""

    role: str
    organization: str | None
    rank: int | None
    membership: bool
    former: bool
    key: str
    head: str | None
    field: str | None
    level: str | None
    place: str | None

    @property
    def weight(self) -> tuple[bool, bool, int]:
        """The lighter it is, the more it says of its holder."""
        return self.membership, self.former, self.rank or 10

    def fits(self, short: Role) -> bool:
        """Whether a shorter mention of an office may mean this one: nothing that it says contradicts."""
        if short.former != self.former or not (self.key == short.key or self.key.startswith(short.key + " ")):
            return False
        if not any(self._body()) and any(short._body()):
            return False
        pairs = zip(self._body(), short._body(), strict=True)
        return all(said is None or known is None or said == known for known, said in pairs)

    def _body(self) -> tuple[str | None, ...]:
        return self.head, self.field, self.level, self.place


@dataclass(slots=True)
class Person:
    """A person of the article. `mentions` are (sentence, mark's first atom) in order."""

    name: str | None
    roles: list[Role] = field(default_factory=list)
    mentions: list[tuple[int, int]] = field(default_factory=list)
    historical: bool = False

    def last_mention(self, here: tuple[int, int]) -> tuple[int, int] | None:
        """The last mention up to this one; found by halving, for one person may be named thousands of times."""
        i = bisect_right(self.mentions, here)
        return self.mentions[i - 1] if i else None

    @property
    def main(self) -> Role | None:
        """The office that speaks for the person: the highest, not a mere membership, the last of equals."""
        return main_role(self.roles)

    @property
    def role(self) -> str | None:
        return self.main.role if self.main else None

    @property
    def organization(self) -> str | None:
        return self.main.organization if self.main else None

    @property
    def rank(self) -> int | None:
        ranks = [r.rank for r in self.roles if r.rank is not None and not r.former]
        return min(ranks, default=None)


def _openings(key: str) -> list[str]:
    """The words of an office from its first on: "pho", "pho chu", "pho chu tich"."""
    words = key.split(" ")
    return [" ".join(words[:k]) for k in range(1, len(words) + 1)]


def main_role(roles: Sequence[Role]) -> Role | None:
    """The highest office that is no mere membership, the last of equals."""
    best: Role | None = None
    for role in roles:
        if best is None or role.weight <= best.weight:
            best = role
    return best


class Register:
    """Collects the people of one article. First all full names, then what is shorter, in the order of the text."""

    def __init__(self, settled: Settled, historical: frozenset[str]) -> None:
        self._settled = settled
        self._roles: dict[int, Role] = {}
        self._historical = historical
        self.people: list[Person] = []
        self._by_name: dict[str, int] = {}
        # An article of many people is not searched for each mention: entries by what a short mention may say of them.
        self._by_ending: dict[str, list[int]] = {}
        self._by_office: dict[str, set[int]] = {}
        self._nameless: dict[str, set[int]] = {}

    def full(self, view: View, sentence: int, found: Found) -> int | None:
        """Enter a full name (two syllables or more that end no longer name); None for a shorter mention."""
        name = self._name(view, found)
        if name is None or " " not in name:
            return None
        key = fold_phrase(name)
        entry = self._by_name.get(key)
        if entry is None:
            entry = self._by_name[key] = self._new(Person(name, historical=key in self._historical))
        self._note(entry, view, sentence, found)
        return entry

    def short(self, view: View, sentence: int, found: Found) -> int | None:
        """The entry of a given name ("ông Liên") or of an office alone; a new one if no one fits."""
        if found.collective:
            return None
        name = self._name(view, found)
        if name and found.posts and not found.titled and " " not in name and not self._called(fold_phrase(name)):
            found.last, found.name, name = found.posts[-1].last, None, None  # no name after all: "Bộ trưởng Phát …"
        roles = [self.role(view, post) for post in found.posts]
        fitting = self._called(fold_phrase(name)) if name else self._holders(roles)
        if name and roles:  # "Thứ trưởng Hải" is the Hải who holds the office, if one does
            fitting = [k for k in fitting if self._holds(self.people[k], roles[0])] or fitting
        here = (sentence, found.first)
        before = {k: last for k in fitting if (last := self.people[k].last_mention(here)) is not None}
        if before:
            entry = max(before, key=before.__getitem__)
        elif fitting:
            entry = fitting[0]
        elif name or roles:
            entry = self._new(Person(name))
        else:
            return None
        self._note(entry, view, sentence, found, new=not fitting)
        return entry

    def chief(self) -> int | None:
        """The highest in rank, then the most named, then the first; one without a name only if nobody has one."""
        best: tuple[bool, int, int, int] | None = None
        for k, person in enumerate(self.people):
            if not person.historical and person.mentions:
                score = (person.name is None, person.rank or 10, -len(person.mentions), k)
                best = score if best is None else min(best, score)
        return best[3] if best else None

    @staticmethod
    def _name(view: View, found: Found) -> str | None:
        return view.text(*found.name) if found.name else None

    def _new(self, person: Person) -> int:
        entry = len(self.people)
        self.people.append(person)
        words = fold_phrase(person.name).split(" ") if person.name else []
        for k in range(len(words)):
            self._by_ending.setdefault(" ".join(words[k:]), []).append(entry)
        return entry

    def _called(self, short: str) -> list[int]:
        """Those whose name ends with the words of a short name."""
        return self._by_ending.get(short, [])

    def _holders(self, roles: list[Role]) -> list[int]:
        """Those who may hold an office: its words open theirs, or theirs open its."""
        if not roles:
            return []
        key = roles[0].key
        near = self._by_office.get(key, set()).union(*(self._nameless.get(words, ()) for words in _openings(key)))
        return [k for k in sorted(near) if not self.people[k].historical and self._holds(self.people[k], roles[0])]

    @staticmethod
    def _holds(person: Person, short: Role) -> bool:
        """Whether a person holds an office; of one without a name the fuller office may come later."""
        return any(r.fits(short) or (person.name is None and short.fits(r)) for r in person.roles)

    def _note(self, entry: int, view: View, sentence: int, found: Found, *, new: bool = True) -> None:
        person = self.people[entry]
        insort(person.mentions, (sentence, found.first))
        if found.name is None and not new and person.name is not None:
            return
        for post in found.posts:
            role = self.role(view, post)
            if role.role and not any(r.fits(role) for r in person.roles):
                person.roles = [*[r for r in person.roles if not role.fits(r)], role]
                for opening in _openings(role.key):
                    self._by_office.setdefault(opening, set()).add(entry)
                if person.name is None:
                    self._nameless.setdefault(role.key, set()).add(entry)

    def role(self, view: View, post: Post) -> Role:
        """An office as read, with abbreviations written out where it is compared."""
        known = self._roles.get(id(post))
        if known is None:
            known = self._roles[id(post)] = self._role(view, post)
        return known

    def _role(self, view: View, post: Post) -> Role:
        org, where = post.org, post.where
        words = view.text(*post.role)
        held = view.text(post.first, post.role[1]) if post.former else words  # "nguyên Giám đốc"
        return Role(
            held, self._body(view, post), post.rank, post.membership, post.former, self._key(words, post.row),
            *self._parts(view, org, where, post.row),
        )  # fmt: skip

    def _key(self, words: str, row: Office | None) -> str:
        expanded = self._settled.expand(words)
        return fold_phrase(row.words[0] if row is not None and expanded.isupper() else expanded)

    def _body(self, view: View, post: Post) -> str | None:
        if post.org is not None:
            return view.text(post.org.first, post.org.last)
        if post.where is not None:
            return view.text(post.where.first, post.where.last)
        return post.row.body if post.row is not None else None

    def _parts(
        self, view: View, org: Org | None, where: Where | None, row: Office | None
    ) -> tuple[str | None, str | None, str | None, str | None]:
        """Head, field, level and place of a body, each as it is compared."""
        expand = self._settled.expand
        head = field_ = None
        if org is not None:
            proper = org.row is not None and org.row.proper
            head = fold_phrase(org.row.words[0] if proper and org.row else expand(view.text(*org.head))) or None
            field_ = fold_phrase(expand(view.text(*org.field))) if org.field else None
            where = org.where
        elif where is None and row is not None and row.body:
            head = fold_phrase(expand(row.body))
        if where is None:
            return head, field_, None, None
        place = where.name
        if place is None and where.level is not None:
            settled = self._settled.where(view, where)
            place = self._settled.province.words[0] if self._settled.province and settled.endswith(
                self._settled.province.words[0]) else None  # fmt: skip
        return head, field_, where.tier, fold_phrase(place) if place else None
