"""What a syllable, a pair and a triple of syllables add to the scores of the syllables around them.

A score is one number: how much more the model believes that a syllable *goes on* with a word than that it *begins*
one. A syllable's score is the sum of what the pairs around it add,

    score[p] = pair(p-2, p-1)[0] + pair(p-1, p)[1] + pair(p, p+1)[2] + pair(p+1, p+2)[3]

with the single syllables' share folded into the pairs, and corrections for the few triples that the model knows.
Pairs and triples are remembered in tables of bounded size: text repeats itself.
"""

from __future__ import annotations

import re
import unicodedata

from extractor.fastseg.doubt import UnsureError
from extractor.fastseg.weights import BIGRAMS, TRIGRAMS, UNIGRAMS, Vectors, Weights

# They stand before and after a sentence; no syllable holds white space.
BEGIN, END = "\n", "\n\n"
_EDGES = {BEGIN: "BOS", END: "EOS"}

_SYLLABLES, _PAIRS, _TRIPLES = 20_000, 100_000, 20_000  # remembered at most
_LONG = 64  # characters of two or three syllables together; longer ones are not remembered
_INTEGER = re.compile(r"[+-]?[0-9]+")
_ZEROS1, _ZEROS2, _ZEROS3 = (0.0,) * 5, (0.0,) * 4, (0.0,) * 3


Syllable = tuple[float, float, float, float, float, bool, str]
"""What a syllable adds to the score of the one two places on, one on, itself, one back, two back; if it is titled;
itself in small letters ("" for an edge of the sentence)."""


class Syllables(dict[str, Syllable]):
    """Syllables as they are met."""

    def __init__(self, weights: Weights) -> None:
        self._plain = weights.vectors(UNIGRAMS)
        self._lower = weights.vectors(UNIGRAMS, ".lower")
        self._digit = weights.vectors(UNIGRAMS, ".isdigit")
        self._title = weights.vectors(UNIGRAMS, ".istitle")
        self._listed = weights.vectors(UNIGRAMS, ".is_in_dict")
        self._dictionary = weights.dictionary

    def __missing__(self, syllable: str) -> Syllable:
        edge = _EDGES.get(syllable)
        if edge is not None:
            plain = lower = digit = title = listed = edge
            small = ""
        else:
            plain, lower, digit, title = syllable, syllable.lower(), str(_is_integer(syllable)), str(_titled(syllable))
            small = lower
            listed = str(lower in self._dictionary)
        parts = (
            self._plain.get(plain, _ZEROS1),
            self._lower.get(lower, _ZEROS1),
            self._digit.get(digit, _ZEROS1),
            self._title.get(title, _ZEROS1),
            self._listed.get(listed, _ZEROS1),
        )
        two_on, one_on, itself, one_back, two_back = map(sum, zip(*parts, strict=True))
        found = (two_on, one_on, itself, one_back, two_back, title == "True", small)
        if len(syllable) <= _LONG:
            if len(self) >= _SYLLABLES:
                self.clear()
            self[syllable] = found
        return found


TITLED, OPENS = 1, 2
Pair = tuple[float, float, float, float, int]
"""What a pair adds to the syllable after it, its second, its first, the one before it; then flags: TITLED if both
syllables are, OPENS if the model knows a triple that begins with the pair."""


class Pairs(dict[tuple[str, str], Pair]):
    """Pairs of neighbours as they are met; the edges of a sentence count as syllables."""

    def __init__(self, weights: Weights, syllables: Syllables) -> None:
        self._syllables = syllables
        self._plain = weights.vectors(BIGRAMS)
        self._lower = weights.vectors(BIGRAMS, ".lower")
        title = {k: v[2] for k, v in weights.vectors(BIGRAMS, ".istitle").items()}  # for its first syllable only
        self._title = title.get("False", 0.0), title.get("True", 0.0)
        listed = weights.vectors(BIGRAMS, ".is_in_dict")
        self._listed, self._unlisted = listed.get("True", _ZEROS2), listed.get("False", _ZEROS2)
        self._edges = {mark: (listed.get(mark, _ZEROS2), title.get(mark, 0.0)) for mark in _EDGES.values()}
        self._dictionary = weights.dictionary
        self._openings = _openings(weights)

    def __missing__(self, pair: tuple[str, str]) -> Pair:
        left, right = pair
        a_after, a_second, _, _, _, a_titled, a_lower = self._syllables[left]
        _, _, b_second, b_first, b_before, b_titled, b_lower = self._syllables[right]
        flags = TITLED if a_titled and b_titled else 0
        if a_lower and b_lower:
            text = f"{left} {right}"
            lower = text if left == a_lower and right == b_lower else f"{a_lower} {b_lower}"  # its hash is known then
            title = self._title[flags]
            after, second, first, before = self._listed if lower in self._dictionary else self._unlisted
            if lower in self._openings:
                flags |= OPENS
        else:
            text = lower = _EDGES.get(left) or _EDGES[right]
            (after, second, first, before), title = self._edges[text]
        if (adds := self._plain.get(text)) is not None:
            after, second, first, before = after + adds[0], second + adds[1], first + adds[2], before + adds[3]
        if (adds := self._lower.get(lower)) is not None:
            after, second, first, before = after + adds[0], second + adds[1], first + adds[2], before + adds[3]
        found = (a_after + after, a_second + b_second + second, b_first + first + title, b_before + before, flags)
        if len(text) <= _LONG:
            if len(self) >= _PAIRS:
                self.clear()
            self[pair] = found
        return found


class Triples(dict[tuple[str, str, str], tuple[float, ...]]):
    """What a triple whose pair OPENS one adds to its third, second and first syllable beyond the usual.

    `usual` is what every syllable gets where no triple around it is known; `titled` is what three titled syllables add
    to the first beyond that; `begin` and `end` what the edges of a sentence add, triple by triple as in TRIGRAMS.
    """

    def __init__(self, weights: Weights) -> None:
        self._plain = weights.vectors(TRIGRAMS)
        self._listed = weights.vectors(TRIGRAMS, ".is_in_dict")
        self._dictionary = weights.dictionary
        self._unlisted = self._adds("", "False")
        title = {value: adds[2] for value, adds in weights.vectors(TRIGRAMS, ".istitle").items()}  # for its first only
        untitled = title.get("False", 0.0)
        self.usual = sum(self._unlisted) + untitled
        self.titled = title.get("True", 0.0) - untitled
        self.begin = self._beyond(self._adds("BOS", "BOS"))
        third, second, first = self._beyond(self._adds("EOS", "EOS"))
        self.end = third, second, first + title.get("EOS", 0.0) - untitled

    def __missing__(self, triple: tuple[str, str, str]) -> tuple[float, ...]:
        text = " ".join(triple)
        found = self._beyond(self._adds(text, "True" if text.lower() in self._dictionary else "False"))
        if len(text) <= _LONG:
            if len(self) >= _TRIPLES:
                self.clear()
            self[triple] = found
        return found

    def _adds(self, text: str, listed: str) -> tuple[float, ...]:
        p, q = self._plain.get(text, _ZEROS3), self._listed.get(listed, _ZEROS3)
        return p[0] + q[0], p[1] + q[1], p[2] + q[2]

    def _beyond(self, adds: tuple[float, ...]) -> tuple[float, ...]:
        return tuple([add - usual for add, usual in zip(adds, self._unlisted, strict=True)])


def _openings(weights: Weights) -> frozenset[str]:
    """The first two syllables, in lower case, of every triple that the model or its dictionary knows."""
    known: Vectors = weights.vectors(TRIGRAMS)
    listed = [entry for entry in weights.dictionary if entry.count(" ") == 2]
    return frozenset(triple.lower().rpartition(" ")[0] for triple in (*known, *listed))


def _is_integer(syllable: str) -> bool:
    """Whether it reads as a signed number of 32 bits.

    >>> _is_integer("2019"), _is_integer("2,5"), _is_integer("9999999999")
    (True, False, False)
    """
    return bool(_INTEGER.fullmatch(syllable)) and len(syllable) < 4_000 and -(2**31) <= int(syllable) < 2**31


def _titled(syllable: str) -> bool:
    """Whether its first character is its own capital: "Nội", "2019" and "," are, "nội" is not.

    Raises UnsureError for a letter on whose capital the versions of Unicode disagree.
    """
    first = syllable[0]
    if not _settled(first):
        raise UnsureError
    return first == first.upper()


def _settled(char: str) -> bool:
    """Whether the character's capital is the same in every version of Unicode. Latin of the West and of Vietnam, Greek
    and Cyrillic are, and whatever has no case; other cased letters and those not assigned yet may change."""
    if char < "\u0180" or char in "ƠơƯư" or "\u0370" <= char < "\u0500" or "\u1e00" <= char < "\u1f00":
        return True
    return unicodedata.category(char) not in {"Ll", "Lu", "Lt", "Cn", "Cs"}
