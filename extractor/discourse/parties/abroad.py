"""Who is asked from abroad: states, international bodies and firms of other countries take no orders here."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.discourse.parties.sources import Source
from extractor.rulebook.book import Rulebook
from extractor.rulebook.tables import Place

_COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Abroad:
    """The words by which one sees that somebody belongs to another country."""

    countries: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    """nouns for those who may be of a country ("các nhà đầu tư | Đức")"""
    nouns: tuple[str, ...] = ()
    """nouns that say so by themselves ("nhà đầu tư nước ngoài")"""
    links: tuple[str, ...] = ()
    placing: tuple[str, ...] = ()
    """what stands before a country where one only is"""
    home: tuple[str, ...] = ()
    """names of this country, whose embassies are bodies abroad and yet of here"""

    def asked(self, addressee: str | None, source: Source | None) -> bool:
        """Whether the addressee, as it is written, is of another country."""
        if addressee is None:
            return False
        if self.state(source) or addressee.lower().endswith(self.nouns):
            return True
        if source is not None and source.person and self._holds_office_there(addressee):
            return True
        if not addressee.endswith(self.countries):  # as most: asked of all names at once
            return False
        country = next((name for name in self.countries if addressee.endswith(f" {name}")), None)
        if country is None:
            return False
        head = addressee.removesuffix(f" {country}").lower()
        link = next((link for link in self.links if head.endswith(f" {link}")), "")
        return head.removesuffix(f" {link}").endswith(self.heads)

    def of_office(self, post: str) -> bool:
        """Whether an office, with its body and without who holds it, is one of another country ("Tổng thống Mỹ")."""
        if not post.endswith(self.countries) or any(name in post for name in self.home):
            return False
        return any(post.endswith(f" {name}") for name in self.countries)

    def _holds_office_there(self, addressee: str) -> bool:
        """Whether somebody holds an office of another country ("Bộ trưởng Thương mại Hàn Quốc Kim Min"), none of ours
        there ("Tham tán tại Hàn Quốc")."""
        if any(name in addressee for name in self.home):
            return False
        country = next((name for name in self.countries if f" {name}" in addressee), None)
        return country is not None and not addressee.split(f" {country}")[0].lower().endswith(self.placing)

    def state(self, source: Source | None) -> bool:
        """Whether it is another state, or a body above states, which nobody orders at all."""
        if source is None:
            return False
        ours = any(name in (source.name or "") for name in self.home)
        return (source.international and not ours) or (source.level == _COUNTRY and source.name in self.countries)


def find_abroad(book: Rulebook) -> Abroad:
    """The countries of the gazetteer but this one, and the nouns for who may be of them."""
    home = book.words("home_country")
    others = (row for row in book.rows("places", Place) if row.kind == _COUNTRY and not set(home) & set(row.words))
    names = sorted((word for row in others for word in row.words), key=len, reverse=True)
    heads, nouns = (tuple(word.lower() for word in book.words(name)) for name in ("foreign_heads", "foreign_nouns"))
    links, placing = tuple(book.words("owner_markers")), tuple(book.words("place_links"))
    return Abroad(tuple(names), heads, nouns, links, placing, tuple(home))
