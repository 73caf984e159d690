"""What a sentence must hold to match a pattern: the cheap test before its regular expression."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractor.alphabet import ATOM, KINDS, Alphabet, variant
from extractor.rulebook.notation import Choice, Hole, Node, Punctuation, Repeat, Words
from extractor.rulebook.notation import Sequence as Seq

ANY_WORD = "word"
"""`<word>` is any syllable, whether or not some rule or table knows it; a number, a mark or a mention is none."""
Resolver = Callable[[str], Sequence[str] | None]
"""The entries of a word list by its name, or None where there is no such list."""


def required(node: Node, alphabet: Alphabet, resolve: Resolver) -> list[frozenset[str]]:
    """Sets of characters; every match of the node holds one of each set."""
    match node:
        case Words():
            return [_either(syllable, alphabet) for syllable in node.syllables]
        case Punctuation():
            return [frozenset(alphabet.free(node.sign))]
        case Hole():
            if ANY_WORD in node.kinds:
                return []
            kinds = frozenset("".join(KINDS.get(name, "") for name in node.kinds))
            entries = [entry for name in node.kinds if name not in KINDS for entry in resolve(name) or ()]
            ends = [ATOM.findall(entry) for entry in entries]
            return [kinds.union(*(_either(atoms[i], alphabet) for atoms in ends)) for i in ((0, -1) if ends else (0,))]
        case Choice():
            parts = [required(o, alphabet, resolve) for o in node.options]
            return [frozenset[str]().union(*(min(p, key=commonness) for p in parts))] if all(parts) else []
        case Repeat():
            return required(node.item, alphabet, resolve) if node.least else []
        case Seq():
            return [found for item in node.items for found in required(item, alphabet, resolve)]
    return []


def _either(syllable: str, alphabet: Alphabet) -> frozenset[str]:
    """The two codes that a syllable may have, alone and in a word."""
    code = alphabet.free(syllable)
    return frozenset((code, variant(code)))


def commonness(codes: frozenset[str]) -> int:
    """How likely it is, roughly, that a sentence holds one of these characters; nearly all have a comma."""
    return 1000 if "," in codes else len(codes)
