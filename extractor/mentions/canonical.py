"""Full names: abbreviations written out, and the province that the article settles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from extractor.mentions.abbreviations import Glossary
from extractor.mentions.bodies import Org
from extractor.mentions.places import Where
from extractor.mentions.reading import Reading
from extractor.mentions.view import ACRONYM, View, fold_phrase
from extractor.rulebook.tables import Place

_TRADE_NAME = 6  # letters: a capitalised word this long in brackets is a trade name, hardly a syllable ("Vinatex")


@dataclass(frozen=True, slots=True)
class Settled:
    """What the article settles for all of its mentions: its abbreviations, and the province it is about."""

    glossary: Glossary
    province: Place | None = None
    unsettled: frozenset[str] = frozenset()
    _expanded: dict[str, str] = field(default_factory=dict)

    def expand(self, words: str) -> str:
        """Words with their abbreviations written out, as far as they have one reading."""
        known = self._expanded.get(words)
        if known is None:
            known = self._expanded[words] = self.glossary.expand(words, self.unsettled)
        return known

    def where(self, view: View, where: Where) -> str:
        """A level and place in full: "TP HCM" -> "Thành phố Hồ Chí Minh", "tỉnh" -> "tỉnh Lạng Sơn"."""
        written = self.expand(view.text(where.first, where.last))
        if where.level is None:
            return where.name or written
        if where.name is None:
            return f"{written} {self.province.words[0]}" if self._its_level(where) and self.province else written
        if len(where.named) != 1:
            return written
        name = where.name
        first = fold_phrase(name).split()[: len(fold_phrase(where.level.words[0]).split())]
        if " ".join(first) == fold_phrase(where.level.words[0]):
            return name  # the name brings its level: Thành phố Hồ Chí Minh
        return f"{where.level.words[0]} {name}"

    def _its_level(self, where: Where) -> bool:
        """Whether a bare level word means the article's province ("tỉnh" in Lạng Sơn, "TP" in Hà Nội)."""
        if self.province is None or where.level is None or where.plural:
            return False
        return fold_phrase(where.level.words[0]) == fold_phrase(self.province.head or "")

    def organization(self, view: View, org: Org) -> str:
        """A body in full."""
        parts = [view.text(*org.head)] if org.head[1] > org.head[0] else []
        if org.first < org.head[0]:
            parts.insert(0, view.text(org.first, org.head[0]))
        end = org.head[1]
        if org.field is not None:
            field = view.text(*org.field)
            if parts and self.expand(field).startswith(parts[-1]):
                parts.pop()  # "Tập đoàn PVN"
            parts.append(field)
            end = org.field[1]
        words = self.expand(" ".join(parts))
        for inner, full in self._inner(view, org):
            own = end <= inner.first < org.last  # else it is shared: "HĐND, UBND tỉnh"
            link = view.text(end, inner.first) if own and view.atom(end) != "(" else ""
            words = " ".join(filter(None, (words, link, full)))
            end = inner.last if own else end
        rest = view.text(end, org.last) if end < org.last else ""
        return f"{words} {self.expand(rest)}".strip() if rest and rest[0].isalnum() else words

    def _inner(self, view: View, org: Org) -> Iterable[tuple[Where | Org, str]]:
        if org.where is not None:
            yield org.where, self.where(view, org.where)
        if org.above is not None:
            yield org.above, self.organization(view, org.above)


@dataclass(slots=True)
class Aliases:
    """Short names of bodies that the article introduces in brackets: "Tập đoàn Dệt may Việt Nam (Vinatex)"."""

    bodies: dict[str, tuple[View, Org]] = field(default_factory=dict)

    @classmethod
    def of(cls, readings: Iterable[Reading]) -> Aliases:
        aliases = cls()
        for reading in readings:
            for org in reading.organizations:
                aliases._introduced(reading.view, org)
        return aliases

    def _introduced(self, view: View, org: Org) -> None:
        i = org.last + 1
        bracketed = view.atom(org.last) == "(" and view.atom(i + 1) == ")" and view.upper(i)
        if bracketed and not org.general and (view.case(i) == ACRONYM or len(view.atoms[i]) >= _TRADE_NAME):
            self.bodies.setdefault(view.atoms[i], (view, org))


def province_of(readings: Iterable[Reading]) -> Place | None:
    """The province named most often, the first one of a tie; the first line counts double."""
    counts: Counter[str] = Counter()
    rows: dict[str, Place] = {}
    for reading in readings:
        for where in reading.wheres():
            for named in where.named:
                if named.kind == "province":
                    head = where.level.words[0] if where.level else None
                    rows.setdefault(named.name, named.place or Place(words=[named.name], kind="province", head=head))
                    counts[named.name] += 2 if reading.view.sentence.line == 0 else 1
    return rows[counts.most_common(1)[0][0]] if counts else None
