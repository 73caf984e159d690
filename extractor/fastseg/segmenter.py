"""Words of a sentence: exactly what `underthesea.word_tokenize(text, use_token_normalize=False)` says."""

from __future__ import annotations

import unicodedata
import warnings
from collections.abc import Callable
from functools import cache
from importlib import import_module

from extractor.fastseg.cutting import Runs, expression
from extractor.fastseg.decode import Decoder
from extractor.fastseg.doubt import UnknownModelError, UnsureError
from extractor.fastseg.installed import TOKENIZER, known_files
from extractor.fastseg.weights import read_weights

# The Icelandic letters that old keyboards wrote for the Vietnamese ones: underthesea takes them for these.
_REWRITTEN = str.maketrans("ðÐ", "đĐ")


class Segmenter:
    """Cuts sentences into words. `fast` is None where the installed model is not the known one."""

    def __init__(self, fast: tuple[Runs, Decoder] | None) -> None:
        self._fast = fast

    def words(self, text: str) -> list[str]:
        """The words, the syllables of each joined by one space.

        >>> load().words("Tỉnh có 132 xã.")
        ['Tỉnh', 'có', '132', 'xã', '.']
        """
        cut = self.syllables(text)
        if cut is None:
            return underthesea()(text, use_token_normalize=False)
        words: list[str] = []
        for syllable, goes_on in zip(*cut, strict=True):
            if goes_on and words:
                words[-1] += " " + syllable
            else:
                words.append(syllable)
        return words

    def syllables(self, text: str) -> tuple[list[str], list[bool]] | None:
        """The syllables, and for each whether it goes on with the word of the one before it (the first may say so, and
        is a word's first all the same). None where only underthesea itself can say."""
        if self._fast is None:
            return None
        runs, decoder = self._fast
        try:
            syllables = runs.cut(rewritten(unicodedata.normalize("NFC", text)))
            return syllables, decoder.labels(syllables)
        except UnsureError:
            return None


def rewritten(text: str) -> str:
    """A text with the letters that underthesea reads as others written as these; its length stays.

    >>> rewritten("Ðồng Nai")
    'Đồng Nai'
    """
    return text.translate(_REWRITTEN) if "ð" in text or "Ð" in text else text


@cache
def load() -> Segmenter:
    """The process's segmenter. Warns, once, where underthesea is not the known one and every text goes through it."""
    try:
        files = known_files()
        decoder = Decoder(read_weights(files))
        runs = Runs(expression(files[TOKENIZER].decode()))
    except UnknownModelError as problem:
        warnings.warn(f"words are cut by underthesea itself, ten times slower: {problem}", RuntimeWarning, stacklevel=2)
        return Segmenter(None)
    return Segmenter((runs, decoder))


@cache
def underthesea() -> Callable[..., list[str]]:
    """underthesea's own word segmenter, imported when first needed."""
    module = import_module("underthesea")
    word_tokenize: Callable[..., list[str]] = module.word_tokenize
    return word_tokenize
