"""Which words Vietnamese spelling allows, and what share of a text's marked words it allows.

The parts and their neighbours are the table `rules/lexicon/syllables.yaml`; no corpus is behind them, so that an
article of any field scores alike. A *marked* word has a letter beyond ASCII: such words are what an encoding decides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

TONES = {"\u0300": "grave", "\u0309": "hook", "\u0303": "tilde", "\u0301": "acute", "\u0323": "dot"}
_STOPPED_TONES = ("\u0301", "\u0323")
_ROUND = frozenset("ouư")
_TOKEN = re.compile(r"[^\s!-@\[-`{-~\u00a0\u00ad«»°²³“”„‘’‚–—…•\u200b\ufeff]+")
_MOST_WORDS = 3000


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the marked words are Vietnamese syllables."""

    good: int
    marked: int

    @property
    def value(self) -> float:
        return self.good / self.marked if self.marked else 0.0


@dataclass(frozen=True, slots=True)
class Inventory:
    """All syllables without their tones; `stopped` are those that take sắc and nặng alone."""

    free: frozenset[str]
    stopped: frozenset[str]

    def __contains__(self, word: str) -> bool:
        """Whether this is one syllable, or an acronym whose only mark is the bar of Đ.

        >>> "nghiệp" in inventory(), "gìn" in inventory(), "quốc" in inventory(), "kac" in inventory()
        (True, True, True, False)
        >>> "ngành" in inventory(), "nghành" in inventory(), "hoc\\u0300" in inventory()
        (True, False, False)
        """
        letters = unicodedata.normalize("NFD", word.lower())
        tones = [c for c in letters if c in TONES]
        bare = unicodedata.normalize("NFC", "".join(c for c in letters if c not in TONES))
        if len(tones) > 1 or not _one_case(word):
            return False
        if bare in self.stopped:
            return bool(tones) and tones[0] in _STOPPED_TONES
        return bare in self.free or _is_acronym(word)


def _one_case(word: str) -> bool:
    """Lower, Title or UPPER: a capital inside a word speaks against an encoding."""
    return word[1:] == word[1:].lower() or word == word.upper()


def _is_acronym(word: str) -> bool:
    return "Đ" in word and word.isupper() and word.replace("Đ", "").isascii()


@cache
def inventory() -> Inventory:
    """The inventory of the packaged table."""
    import yaml

    text = resources.files("extractor.rules").joinpath("lexicon", "syllables.yaml").read_text(encoding="utf-8")
    return built(yaml.safe_load(text)["rows"])


def built(rows: list[Mapping[str, Any]]) -> Inventory:
    """The syllables that these rows of the table spell.

    >>> rows = [{"part": "onset", "fits": "any", "words": ["b"]}, {"part": "rhyme", "fits": "back", "words": ["an"]}]
    >>> sorted(built(rows).free)
    ['an', 'ban']
    """
    onsets: dict[str, list[str]] = {}
    for row in rows:
        if row["part"] == "onset":
            onsets.setdefault(row["fits"], []).extend(row["words"])
    free: set[str] = set()
    stopped: set[str] = set()
    for row in rows:
        if row["part"] == "rhyme":
            found = stopped if row.get("stopped") else free
            found.update(onset + rhyme for rhyme in row["words"] for onset in _onsets(rhyme, row["fits"], onsets))
    return Inventory(frozenset(free), frozenset(stopped))


def _onsets(rhyme: str, fits: str, onsets: Mapping[str, list[str]]) -> list[str]:
    """The onsets that this rhyme may follow, the empty one among them."""
    glide = onsets.get("glide", []) if rhyme[0] not in _ROUND else []
    if fits == "glide":
        return glide
    if fits == "bare":
        return ["", *glide]
    g = onsets.get("g", []) if fits == "back" or rhyme[0] == "i" else []
    return ["", *onsets.get("any", []), *onsets.get(fits, []), *g, *glide]


def marked_words(text: str) -> Iterator[str]:
    """The words of a text that hold a letter or sign beyond ASCII, in NFC."""
    for word in _TOKEN.findall(unicodedata.normalize("NFC", text)):
        if not word.isascii():
            yield word


def share(text: str, most: int = _MOST_WORDS) -> Share:
    """How Vietnamese the first marked words of a text are.

    >>> share("Cộng hòa xã hội chủ nghĩa Việt Nam")
    Share(good=7, marked=7)
    >>> share("Céng hßa x· héi")
    Share(good=0, marked=4)
    """
    known = inventory()
    good = marked = 0
    for word in marked_words(text):
        marked += 1
        good += word in known
        if marked >= most:
            break
    return Share(good, marked)
