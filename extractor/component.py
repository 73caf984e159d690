"""The spaCy component `vi_gov_records`, and a pipeline that splits text into words as the extractor does.

    nlp = extractor.nlp()                      # or any other pipeline, with any tokenizer
    nlp.add_pipe("vi_gov_records")
    doc = nlp(text)
    doc.spans["achievements"], doc._.record

The records are found in the tidied text; `doc.spans` holds them where they stand in the Doc's own text, widened to
whole tokens. `doc._.record` is the contract's Record; it goes along when the Doc is saved or sent to a process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import registry
from spacy.vocab import Vocab

from extractor import segment
from extractor.days import day_of
from extractor.model import Action, Evidence, Record
from extractor.normalize import tidy
from extractor.offsets import origins
from extractor.pipeline import Extractor

NAME = "vi_gov_records"
SPANS = ("achievements", "targets", "percentages", "rankings", "recommendations", "conclusions")
TOKENIZER = "extractor.words.v1"


@lru_cache(maxsize=64)
def _parsed(data: str) -> Record:
    return Record.model_validate_json(data)


def _record(doc: Doc) -> Record | None:
    data = doc.user_data.get(NAME)
    return None if data is None else _parsed(data)


# As text in `user_data` the record survives Doc.to_bytes, DocBin and nlp.pipe(n_process=…), which a model would not.
if not Doc.has_extension("record"):
    Doc.set_extension("record", getter=_record)


@Language.factory(NAME, default_config={"rules": [], "published": None}, assigns=["doc.spans", "doc._.record"])
def make_component(nlp: Language, name: str, rules: list[str], published: str | None) -> Records:
    """What `nlp.add_pipe("vi_gov_records", config={"rules": ["my_rules/"], "published": "2019-06-20"})` adds."""
    return Records(rules, published)


class Records:
    """Finds the records of a Doc. Raises RuleError when the rules cannot be used, ValueError for a day that is none."""

    def __init__(self, rules: Sequence[str] = (), published: date | str | None = None) -> None:
        self.extractor = Extractor(rules)
        self.published = day_of(published or None)

    def __call__(self, doc: Doc) -> Doc:
        if not tidy(doc.text):
            doc.spans.update({kind: [] for kind in SPANS})
            return doc
        record = self.extractor.extract(doc.text, published=self.published)
        place = Places(doc.text)
        for kind in SPANS:
            doc.spans[kind] = [_span(doc, *place(item.start, item.end), item) for item in getattr(record, kind)]
        doc.user_data[NAME] = record.model_dump_json()
        return doc


def _span(doc: Doc, start: int, end: int, item: Evidence) -> Span:
    label = item.kind if isinstance(item, Action) else item.rule
    span = doc.char_span(start, end, label=label, span_id=item.id, alignment_mode="expand")
    if span is None:
        raise ValueError(f"characters {start} to {end} are in no token of the Doc; the record {item.id} has no span")
    return span


class Places:
    """Where a span of the tidied text stands in the text as it was."""

    def __init__(self, original: str) -> None:
        self.origins = origins(original)

    def __call__(self, start: int, end: int) -> tuple[int, int]:
        first = self.origins[start]
        return first, max(self.origins[end], first + 1)


def nlp() -> Language:
    """An empty Vietnamese pipeline whose words are the extractor's own; it needs no other package.

    Every character of the text is kept: line ends and doubled spaces are tokens of their own.
    """
    return spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})


def make_tokenizer() -> Callable[[Language], Tokenizer]:
    """What a pipeline's config names as its tokenizer."""
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers(TOKENIZER, func=make_tokenizer)


class Tokenizer:
    """Text to a Doc of Vietnamese words, by way of the tidied text, so that any form of Unicode will do."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words, spaces = _tokens(text, list(_words(text)))
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **kwargs: object) -> bytes:
        return b""

    def from_bytes(self, data: bytes, **kwargs: object) -> Tokenizer:
        return self

    def to_disk(self, path: object, **kwargs: object) -> None:
        """There is nothing to save."""

    def from_disk(self, path: object, **kwargs: object) -> Tokenizer:
        return self


def _words(text: str) -> Iterator[tuple[int, int]]:
    tidied, place, at = tidy(text), Places(text), 0
    for line in tidied.split("\n"):
        for start, end in segment.words(tidied, at, at + len(line)):
            yield place(start, end)
        at += len(line) + 1


def _tokens(text: str, words: list[tuple[int, int]]) -> tuple[list[str], list[bool]]:
    """Tokens that give the text back to the character; what lies between words, beyond one space, is a token too."""
    pieces: list[str] = []
    spaces: list[bool] = []
    at = 0
    for start, end in [*words, (len(text), len(text))]:
        start = max(start, at)  # a mark that the segmenter parts from its letter stays with it
        gap = text[at:start]
        if gap.startswith(" ") and pieces:
            spaces[-1], gap = True, gap[1:]
        for piece in (gap, text[start:end]):
            if piece:
                pieces.append(piece)
                spaces.append(False)
        at = max(at, end)
    return pieces, spaces
