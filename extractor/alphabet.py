"""One code point for each syllable, so that a sentence is a short string and every rule one regular expression.

A sentence is cut into atoms (syllables, numbers, punctuation marks). Each atom becomes one character:

- a syllable that some rule or table knows: a private character; where a pattern wants it as a word of its own, the next
  one stands for the syllable glued to others in one word, as the segmenter saw ("giao" and the "giao" of "giao thông");
- any other syllable: UNKNOWN, or NAME where it is capitalised;
- a number in figures: a character by its shape (may it be a month, a day, a year?);
- a punctuation mark: itself, typographic quotes made plain.

A marked mention is folded to one character of its kind. The classes of characters that patterns use are in `KINDS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import compress
from typing import ClassVar

from extractor.normalize import fold

ATOM = re.compile(
    r"[^\W\d_]++(?!\d)"  # a syllable, an abbreviation: by far the most frequent
    r"|\d+(?:[.,]\d+)*"  # a number in figures, with its separators
    r"|(?:[A-Za-zĐđ]{1,3}|[A-ZĐ]+)\d+(?![\d.,]*\d)"  # m2, km2, A1, CO2
    r"|[^\W\d_]+"  # a syllable before figures that are no part of it
    r"|\.\.\.|[^\w\s]|_"
)
UNKNOWN, NAME, ROMAN = "\ue000", "\ue001", "\ue002"
# Numbers by shape, from the most to the least specific. MONTH also reads as a day.
MONTH, DAY, YEAR, WHOLE, GROUPED, DECIMAL, DOTTED_DATE = (chr(0xE010 + i) for i in range(7))
FIGURES = frozenset((MONTH, DAY, YEAR, WHOLE, GROUPED, DECIMAL, DOTTED_DATE))
_ROMAN = re.compile(r"\A(?:X{0,3})(?:IX|IV|V?I{0,3})\Z")
_FIRST_SYLLABLE = 0x10000

# Mention kinds: each has a range of 32 characters, the first for the plain kind and one for each refinement.
REFINEMENTS: dict[str, tuple[str, ...]] = {
    "period": ("past", "future", "open", "baseline", "day"),
    "percent": (),
    "quantity": (
        "money", "price", "measure", "time", "age", "ratio",
        "count", "person", "body", "place", "document", "event", "part", "topic", "size",
        "attendee",
    ),
    "number_word": (),
    "rank": (),
    "person": (),
    "organization": ("each",),
    "place": ("province", "country", "city", "region"),
    "document": (),
    "abbreviation": ("growth",),
    # What the grammar of periods folds while it builds one from its parts; never laid on a sentence.
    "date": ("day", "bare", "month", "bare_month", "quarter", "year", "years", "part", "now", "span", "since", "until",
             "base", "vague"),
}  # fmt: skip
_KIND_START = {kind: 0xE100 + 32 * i for i, kind in enumerate(REFINEMENTS)}


def kind_code(kind: str, refinement: str | None = None) -> str:
    """The character of a mention of this kind.

    >>> kind_code("period", "past") != kind_code("period")
    True
    """
    offset = 1 + REFINEMENTS[kind].index(refinement) if refinement else 0
    return chr(_KIND_START[kind] + offset)


def _kinds() -> dict[str, str]:
    numbers = {
        "month": MONTH,
        "day": MONTH + DAY,
        "year": YEAR,
        "whole": MONTH + DAY + YEAR + WHOLE,
        "number": MONTH + DAY + YEAR + WHOLE + GROUPED + DECIMAL + DOTTED_DATE,
        "dotted_date": DOTTED_DATE + DECIMAL,
        "roman": ROMAN,
        "name": NAME,
        "word": UNKNOWN + NAME,
    }
    mentions = {}
    for kind, refinements in REFINEMENTS.items():
        mentions[kind] = "".join(kind_code(kind, r) for r in (None, *refinements))
        mentions |= {f"{kind}.{r}": kind_code(kind, r) for r in refinements}
    # <on>, the anchored figure of slot rules, with the refinements of quantities and <on.percent>
    figures = {"on": mentions["quantity"] + mentions["percent"], "on.percent": mentions["percent"]}
    figures |= {f"on.{r}": mentions[f"quantity.{r}"] for r in REFINEMENTS["quantity"]}
    units = {
        "date.unit": "".join(
            mentions[f"date.{grain}"] for grain in ("day", "month", "quarter", "year", "years", "part")
        )
    }
    return numbers | mentions | figures | units


KINDS: dict[str, str] = _kinds()
"""Name of a kind, as patterns write it in <…>, to the characters that it may be."""


@dataclass(slots=True)
class Alphabet:
    """The syllables that the rules know, each with its code point.

    >>> a = Alphabet()
    >>> a.learn(["giao thông", "giao"])
    >>> a.tell_alone(a.free("giao"))
    >>> a.glued("giao") == chr(ord(a.free("giao")) + 1), a.glued("thông") == a.free("thông")
    (True, True)
    """

    known: dict[str, str] = field(default_factory=dict)
    _glued: dict[str, str] = field(default_factory=dict)
    _spelt: dict[str, str] = field(default_factory=dict)
    seen: _Seen = field(init=False)

    def __post_init__(self) -> None:
        self.seen = _Seen(self)

    def learn(self, phrases: Iterable[str]) -> None:
        """Give a code to each syllable of the phrases that has none yet."""
        for phrase in phrases:
            for atom in ATOM.findall(phrase):
                syllable = fold(atom)
                if syllable[0].isalpha() and syllable not in self.known:
                    self.known[syllable] = chr(_FIRST_SYLLABLE + 2 * len(self.known))
        self.seen.clear()
        self._spelt.clear()

    def free(self, atom: str) -> str:
        """The code of an atom that is a word of its own."""
        return self.seen[atom]

    def signs(self, atoms: Iterable[str]) -> list[str]:
        """The codes of atoms one by one, each as if it were a word of its own."""
        return list(map(self.seen.__getitem__, atoms))

    def plain(self, atoms: Iterable[str]) -> str:
        """The codes of atoms as one string."""
        return "".join(self.signs(atoms))

    def spell(self, phrase: str) -> str:
        """The codes of a phrase of the rules, each syllable as if it were a word of its own.

        Remembered: the tables that several readers use are spelt once.
        """
        code = self._spelt.get(phrase)
        if code is None:
            code = self._spelt[phrase] = self.plain(ATOM.findall(phrase))
        return code

    def tell_alone(self, code: str) -> None:
        """From now on the syllable of this code has another one inside a longer word. Only the codes of sentences that
        are made later tell it."""
        if variant(code) != code:
            self._glued[code] = variant(code)

    def glued(self, atom: str) -> str:
        """The code of an atom inside a word of several syllables."""
        code = self.free(atom)
        return self._glued.get(code, code)

    def codes(self, plain: str, joins: list[bool]) -> str:
        """The codes of a sentence, given each atom's code and whether it goes on with the word of the one before it: a
        syllable that shares its word with a neighbour becomes its glued variant, where it has one.

        >>> a = Alphabet()
        >>> a.learn(["giao thông"])
        >>> a.tell_alone(a.free("giao"))
        >>> a.codes(a.spell("giao thông"), [False, True]) == a.glued("giao") + a.free("thông")
        True
        """
        glued = self._glued
        codes = list(plain)
        for i in compress(range(len(codes)), joins):
            for k in (i - 1, i):
                if plain[k] in glued:
                    codes[k] = glued[plain[k]]
        return "".join(codes)

    def code(self, atom: str) -> str:
        """What `free` remembers."""
        if atom[0].isdecimal():
            return number_shape(atom)
        folded = fold(atom)
        if not folded[0].isalpha():
            return folded if len(folded) == 1 else "…"
        if _ROMAN.match(atom):
            return ROMAN
        return self.known.get(folded) or (NAME if atom[0].isupper() else UNKNOWN)


def variant(code: str) -> str:
    """The code of a syllable inside a longer word, if it has one; codes that are no syllable's stay."""
    return chr(ord(code) + 1) if ord(code) >= _FIRST_SYLLABLE else code


class _Seen(dict[str, str]):
    """Raw atoms as they are met, each with its code; bounded, for a long run meets many."""

    _limit: ClassVar[int] = 200_000

    def __init__(self, alphabet: Alphabet) -> None:
        self._alphabet = alphabet

    def __missing__(self, atom: str) -> str:
        if len(self) >= self._limit:
            self.clear()
        code = self[atom] = self._alphabet.code(atom)
        return code


def number_shape(figures: str) -> str:
    """The code of a number in figures by what it may be.

    >>> [number_shape(s) == c for s, c in (("6", MONTH), ("31", DAY), ("2019", YEAR), ("5.500", GROUPED))]
    [True, True, True, True]
    """
    if figures.isdigit():
        value = int(figures) if len(figures) <= 4 else 10_000
        if len(figures) <= 2:
            return MONTH if 1 <= value <= 12 else DAY if 1 <= value <= 31 else WHOLE
        return YEAR if len(figures) == 4 and 1900 <= value <= 2100 else WHOLE
    if re.fullmatch(r"\d{1,2}\.\d{1,2}(\.\d{4})?", figures):
        return DOTTED_DATE
    return GROUPED if re.fullmatch(r"\d{1,3}([.,]\d{3})+", figures) else DECIMAL


def spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The atoms of `text[start:end]` as offsets into `text`."""
    return [m.span() for m in ATOM.finditer(text, start, len(text) if end is None else end)]
