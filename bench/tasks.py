"""What a fresh process measures; it prints one JSON value.

    python -m bench.tasks rate full ../shared      processor time of plain word_tokenize and of the full pipeline

Times are processor seconds, so that what else the machine does counts little.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter, process_time

from bench import texts
from extractor import fastseg
from extractor.document import Document
from extractor.pipeline import Extractor
from extractor.read.text import read_file
from extractor.write import record_bytes


class Eager(Extractor):
    """Finds the words of every sentence, asked for or not."""

    def segment(self, text: str, published: date | None = None) -> Document:
        document = super().segment(text, published)
        for sentence in document.sentences:
            _ = sentence.codes
        return document


def pipeline(extractor: Extractor) -> Callable[[Path], object]:
    """File to JSON."""
    return lambda path: record_bytes(extractor.extract(read_file(path).text))


def segmenter() -> Callable[[Path], object]:
    """The very words of word_tokenize, and nothing else."""
    segmenter = fastseg.load()
    return lambda path: segmenter.words(path.read_text())


def tag_and_name() -> Callable[[Path], object]:
    """What else one might run: underthesea's parts of speech and named entities, sentence by sentence."""
    from underthesea import ner, pos_tag, sent_tokenize

    return lambda path: [(pos_tag(s), ner(s)) for s in sent_tokenize(path.read_text())]


SUBJECTS: dict[str, tuple[Callable[[], Callable[[Path], object]], int]] = {
    "segmenter": (segmenter, 1),
    "full": (lambda: pipeline(Extractor()), 1),
    "every sentence": (lambda: pipeline(Eager()), 1),
    "pos_tag + ner": (tag_and_name, 6),
}
"""What is compared with plain word_tokenize, and of how many articles it takes one."""


def rate(shared: Path, subject: str, part: str) -> list[float]:
    """[seconds of plain word_tokenize, seconds of the subject] over the same articles, turn about, each seen once.

    `part` says which share of the articles: "1/5" is every fifth from the first on.
    """
    from underthesea import word_tokenize

    def plain(path: Path) -> object:
        return word_tokenize(path.read_text())

    make, every = SUBJECTS[subject]
    runs = [plain, make()]
    for run in runs:
        run(texts.SAMPLES / "thuy-linh.txt")  # models and rules are loaded; start-up is measured by itself
    spent = [0.0, 0.0]
    which, of = map(int, part.split("/"))
    for number, path in enumerate(texts.articles(shared)[which - 1 :: of * every]):
        for i in (0, 1) if number % 2 else (1, 0):
            began = process_time()
            runs[i](path)
            spent[i] += process_time() - began
    return spent


def share(shared: Path, part: str) -> float:
    """Wall seconds of the full pipeline over a share of the articles: "1/2" is the first of two."""
    which, of = map(int, part.split("/"))
    run = pipeline(Extractor())
    run(texts.SAMPLES / "thuy-linh.txt")
    began = perf_counter()
    for path in texts.articles(shared)[which - 1 :: of]:
        run(path)
    return perf_counter() - began


def memory(shared: Path) -> float:
    """MB that a process held at most, with all articles behind it."""
    share(shared, "1/1")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def length(shared: Path) -> dict[str, float]:
    """Seconds for the same hundred articles: one by one, joined by tens, joined to one text."""
    every = [path.read_text() for path in texts.articles(shared)[:100]]
    extractor = Extractor()
    for text in every:
        extractor.extract(text)  # the tables of words are warm for all three
    return {
        str(size): sum(_seconds(extractor, "\n".join(every[at : at + size])) for at in range(0, len(every), size))
        for size in (1, 10, len(every))
    }


def hostile(shared: Path, kind: str) -> dict[str, float]:
    """Seconds a byte: of ordinary articles, of a quarter of a hostile text, of the whole."""
    extractor = Extractor()
    ordinary = [path.read_text() for path in texts.articles(shared)[:20]]
    extractor.extract(ordinary[0])
    return {
        "ordinary": sum(_seconds(extractor, text) for text in ordinary) / _bytes("".join(ordinary)),
        "quarter": _seconds(extractor, quarter := texts.hostile(kind, 0.25)) / _bytes(quarter),
        "whole": _seconds(extractor, whole := texts.hostile(kind)) / _bytes(whole),
    }


def _seconds(extractor: Extractor, text: str) -> float:
    began = process_time()
    record_bytes(extractor.extract(text))
    return process_time() - began


def _bytes(text: str) -> int:
    return len(text.encode())


TASKS: dict[str, Callable[..., object]] = {
    "rate": rate, "share": share, "memory": memory, "length": length, "hostile": hostile,
}  # fmt: skip

if __name__ == "__main__":
    task, *arguments, folder = sys.argv[1:]
    print(json.dumps(TASKS[task](Path(folder), *arguments)))
