"""A demand told twice, in the title and in the text: whom one of them names is asked by the other too."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from math import ceil
from typing import Final

from extractor.discourse.parties.sources import one_voice
from extractor.found import FoundAction
from extractor.model import Speaker

_SHORTEST: Final = 4  # different words of the one that names nobody
_SHARE: Final = 0.6  # of them in the other
_DEMANDS: Final = ("directive", "recommendation")


def with_echoes(found: list[FoundAction]) -> list[FoundAction]:
    """The actions, each demand that names nobody with the addressee of the one that says the same."""
    index = _Index([action for action in found if action.addressee is not None])
    return [_filled(action, index) for action in found]


class _Index:
    """Demands by their words, so that one looks for its like among those that share a rare word with it."""

    def __init__(self, named: list[FoundAction]) -> None:
        self._named = [(action, _words(action)) for action in named]
        self._with: defaultdict[str, list[int]] = defaultdict(list)
        for k, (_action, words) in enumerate(self._named):
            for word in words:
                self._with[word].append(k)

    def near(self, said: set[str]) -> list[tuple[FoundAction, int]]:
        """The demands that may hold `_SHARE` of these words, in order, each with the number that it holds.

        Of n words as many as n - ceil(share * n) may be missing: a demand without any of the n - ceil(share * n) + 1
        rarest holds too few (prefix filtering: Chaudhuri, Ganti and Kaushik 2006, "A primitive operator for similarity
        joins in data cleaning").
        """
        rarest = sorted(said, key=lambda word: (len(self._with.get(word, ())), word))
        asked = rarest[: len(said) - ceil(_SHARE * len(said)) + 1]
        candidates = sorted({k for word in asked for k in self._with.get(word, ())})
        return [(self._named[k][0], len(said & self._named[k][1])) for k in candidates]


def _filled(action: FoundAction, index: _Index) -> FoundAction:
    if action.addressee is not None or action.kind not in _DEMANDS:
        return action
    said = _words(action)
    if len(said) < _SHORTEST:
        return action
    others = [
        (other, shared)
        for other, shared in index.near(said)
        if shared >= _SHARE * len(said) and other.kind == action.kind and _agree(action.speaker, other.speaker)
    ]
    best = max(others, key=lambda found: found[1], default=None)
    return action if best is None else replace(action, addressee=best[0].addressee)


def _words(action: FoundAction) -> set[str]:
    there = action.stretch
    return set(there.sentence.plain[there.first : there.last])


def _agree(one: Speaker | None, other: Speaker | None) -> bool:
    """Whether both speakers may be one: the same person, or a place and its committee ("TP.HCM", "UBND TP.HCM")."""
    if one is None or other is None:
        return False
    names = [[n for n in (s.name, s.organization) if n is not None] for s in (one, other)]
    return any(one_voice(a, b) for a in names[0] for b in names[1])
