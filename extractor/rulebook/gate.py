"""Which of many patterns may match a sentence, asked of all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.rulebook.compile import Pattern


class Gate:
    """Asks of a group of patterns what `Pattern.may_match` asks of one.

    A pattern has one bit for each of the sets of which every match holds a character: those for the first sets of all
    patterns lie side by side, then those for the second, and so on. A character sets the bits of the sets that it is
    in; a pattern may match where all of its bits are set.
    """

    def __init__(self, patterns: Sequence[Pattern], *, but: frozenset[str] = frozenset()) -> None:
        """`but` are characters that are laid on a sentence later: sets with one of them are not asked for."""
        asked = [[known for known in pattern.requires if known.isdisjoint(but)] for pattern in patterns]
        self._count = len(patterns)
        self._rows = max(map(len, asked), default=0)
        self._bits: dict[str, int] = {}
        self._unasked = 0  # where a pattern has fewer sets than another
        for k, requires in enumerate(asked):
            for row in range(self._rows):
                bit = 1 << (row * self._count + k)
                if row >= len(requires):
                    self._unasked |= bit
                    continue
                for code in requires[row]:
                    self._bits[code] = self._bits.get(code, 0) | bit

        self._codes = frozenset(self._bits)

    def passed(self, codes: Iterable[str]) -> list[int]:
        """The patterns, by their place in the group, that may match a sentence of these characters."""
        bits, told = self._bits, self._unasked
        for code in self._codes.intersection(codes):
            told |= bits[code]
        every = (1 << self._count) - 1
        for _ in range(self._rows):
            every &= told
            told >>= self._count
        found: list[int] = []
        while every:
            lowest = every & -every
            found.append(lowest.bit_length() - 1)
            every ^= lowest
        return found
