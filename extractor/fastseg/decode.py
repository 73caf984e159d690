"""The best labels of a sentence: a Viterbi pass over two labels.

Only the difference d of the two labels' best scores so far is carried on. The best way to reach the next syllable's
label comes from *goes on* where d is above a bound: a low one where the next syllable begins a word, a high one where
it goes on with the word (the model's labels like to alternate). So a step is

    d ≤ low          both best paths come from *begins*       next d = score + constant
    low < d < high   each label from the other                next d = score + constant - d
    high ≤ d         both come from *goes on*                 next d = score + constant
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress, pairwise

from extractor.fastseg.doubt import UnknownModelError, UnsureError
from extractor.fastseg.scores import BEGIN, END, OPENS, TITLED, Pairs, Syllables, Triples
from extractor.fastseg.weights import Weights

_TIE = 1e-6  # a margin below which the order of summing might decide; the weights are of the order of 1
_ROUNDING = 5e-16  # times the square of the number of syllables: how far sums over a long sentence may drift


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the transitions say about a step; see the module."""

    low: float
    high: float
    below: float
    between: float
    above: float

    @classmethod
    def of(cls, weights: Weights) -> Bounds:
        """Raises UnknownModelError for a model whose labels like to repeat: its steps would be others."""
        (bb, bi), (ib, ii) = weights.transitions
        low, high = bb - ib, bi - ii
        if low > high:
            raise UnknownModelError("the model's labels do not alternate")
        return cls(low, high, below=bi - bb, between=bi - ib, above=ii - ib)


class Decoder:
    """Labels for syllables. One for each process: its tables of pairs and triples fill as texts are read."""

    def __init__(self, weights: Weights) -> None:
        self._pairs = Pairs(weights, Syllables(weights))
        self._triples = Triples(weights)
        self._bounds = Bounds.of(weights)

    def labels(self, syllables: list[str]) -> list[bool]:
        """For each syllable whether it goes on with the word of the one before it.

        Raises UnsureError where the margin of a choice is so small that rounding may have made it.
        """
        if not syllables:
            return []
        margins = self._margins(self._scores(syllables))
        tie = _TIE + _ROUNDING * len(syllables) ** 2
        low, high = self._bounds.low, self._bounds.high
        labels: list[bool] = []
        bound = 0.0  # the last syllable takes the better label
        for margin in reversed(margins):
            away = margin - bound
            if -tie < away < tie:
                raise UnsureError
            labels.append(away > 0)
            bound = high if away > 0 else low
        labels.reverse()
        return labels

    def _scores(self, syllables: list[str]) -> list[float]:
        """For each syllable how much the model prefers that it goes on with a word, its neighbours' labels aside."""
        padded = [BEGIN, BEGIN, *syllables, END, END]
        two_back, one_back, first, one_on, flags = zip(*map(self._pairs.__getitem__, pairwise(padded)), strict=True)
        usual = self._triples.usual
        scores = [
            a + b + c + d + usual for a, b, c, d in zip(two_back, one_back[1:], first[2:], one_on[3:], strict=False)
        ]
        self._add_edges(scores)
        flags = flags[2:]  # of the pairs that begin with a syllable
        for i in compress(range(len(syllables) - 2), flags):
            if flags[i] & flags[i + 1] & TITLED:
                scores[i] += self._triples.titled
            if flags[i] & OPENS:
                third, second, itself = self._triples[syllables[i], syllables[i + 1], syllables[i + 2]]
                scores[i + 2] += third
                scores[i + 1] += second
                scores[i] += itself
        return scores

    def _add_edges(self, scores: list[float]) -> None:
        """What triples that reach over an edge of the sentence add, as in TRIGRAMS."""
        begin, end = self._triples.begin, self._triples.end
        scores[0] += begin[0] + begin[1]
        scores[-1] += end[2]
        if len(scores) > 1:
            scores[1] += begin[0]
            scores[-1] += end[1]
            scores[-2] += end[2]

    def _margins(self, scores: list[float]) -> list[float]:
        """For each syllable the best score of labels up to it that end in *goes on*, minus that of *begins*."""
        b = self._bounds
        low, high, below, between, above = b.low, b.high, b.below, b.between, b.above
        margin = scores[0]
        margins = [margin]
        for score in scores[1:]:
            if margin <= low:
                margin = score + below
            elif margin < high:
                margin = score + between - margin
            else:
                margin = score + above
            margins.append(margin)
        return margins
