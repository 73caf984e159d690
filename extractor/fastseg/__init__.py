"""underthesea's words without its feature strings: the same tokens, at a small part of the cost.

underthesea's word model is a linear-chain CRF with two labels (a syllable begins a word, or goes on with it). For each
syllable its own code builds 43 strings and looks each up; but all of them depend on one, two or three neighbouring
syllables only. So the weights are summed from tables keyed by syllables, pairs and triples, and the best labels are
found by a Viterbi pass over one number a syllable. Read on in this order:

    installed   the installed package's own files, checked to be the ones that this code was proved against
    weights     the model file as tables of weights
    scores      the weights of a syllable, a pair, a triple, summed once and remembered (bounded)
    cutting     a sentence into syllables, by underthesea's own regular expression
    decode      the best labels of a sentence, or word that rounding could decide them
    segmenter   the line through all of these; whatever is in doubt goes to underthesea itself
"""

from extractor.fastseg.installed import root
from extractor.fastseg.segmenter import Segmenter, load, rewritten

__all__ = ["Segmenter", "load", "rewritten", "root"]
