"""A demand told twice, in the title and in the text: whom one of them names is asked by the other too."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.found import FoundAction
from extractor.model import Speaker

_SHORTEST: Final = 4  # different words of the one that names nobody
_SHARE: Final = 0.6  # of them in the other
_DEMANDS: Final = ("directive", "recommendation")


def with_echoes(found: list[FoundAction]) -> list[FoundAction]:
    """The actions, each demand that names nobody with the addressee of the one that says the same."""
    return [_filled(action, found) for action in found]


def _filled(action: FoundAction, found: list[FoundAction]) -> FoundAction:
    if action.addressee is not None or action.kind not in _DEMANDS:
        return action
    said = _words(action)
    if len(said) < _SHORTEST:
        return action
    others = [
        other
        for other in found
        if other.addressee is not None and other.kind == action.kind and _one_voice(action.speaker, other.speaker)
    ]
    best = max(others, key=lambda other: len(said & _words(other)), default=None)
    if best is None or len(said & _words(best)) < _SHARE * len(said):
        return action
    return replace(action, addressee=best.addressee)


def _words(action: FoundAction) -> set[str]:
    there = action.stretch
    return set(there.sentence.plain[there.first : there.last])


def _one_voice(one: Speaker | None, other: Speaker | None) -> bool:
    """Whether both speakers may be one: the same person, or a place and its committee ("TP.HCM", "UBND TP.HCM")."""
    if one is None or other is None:
        return False
    names = [[n for n in (s.name, s.organization) if n is not None] for s in (one, other)]
    return any(a.endswith(b) or b.endswith(a) for a in names[0] for b in names[1])
