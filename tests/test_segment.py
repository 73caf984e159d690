"""Sentences with their offsets, and their words when these are asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extractor.document import Document
from extractor.normalize import tidy
from extractor.pipeline import Extractor
from extractor.segment import sentence_spans

HERE = Path(__file__).resolve().parent
SAMPLES = sorted((HERE.parent / "samples").glob("*.txt"))
CORPUS = sorted((HERE.parent.parent / "shared" / "corpus").glob("*.txt"))


class Eager(Extractor):
    """Finds the words of every sentence before anything else."""

    def segment(self, text: str, published: date | None = None) -> Document:
        document = super().segment(text, published)
        assert all(sentence._joins is None for sentence in document.sentences)
        assert all(len(sentence.codes) == len(sentence.joins) - 1 == len(sentence) for sentence in document.sentences)
        return document


LAZY, EAGER = Extractor(), Eager()


def spans(text: str) -> list[str]:
    return [text[start:end] for start, end, _, _ in sentence_spans(text, frozenset({"tp"}))]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_words_asked_for_late_make_the_same_records(path: Path) -> None:
    assert LAZY.extract(path.read_text()) == EAGER.extract(path.read_text())


@pytest.mark.slow
@pytest.mark.skipif(not CORPUS, reason="the real articles do not lie beside this checkout")
def test_words_asked_for_late_make_the_same_records_of_real_articles() -> None:
    texts = [path.read_text() for path in CORPUS]
    assert [text[:60] for text in texts if LAZY.extract(text) != EAGER.extract(text)] == []


def test_an_abbreviation_ends_no_sentence() -> None:
    assert spans("Họp tại TP. Hà Nội. Sau đó về.") == ["Họp tại TP. Hà Nội.", "Sau đó về."]


@pytest.mark.parametrize("pattern", ["đứng thứ 3 cả nước, ", "và các xã ", "báo cáo; ", "x", "đ, ;"])
def test_an_endless_sentence_is_taken_in_parts(pattern: str) -> None:
    text = tidy(pattern * (9_000 // len(pattern)))
    parts = spans(text)
    assert 2 <= len(parts) < 12
    assert all(0 < len(part) <= 2_000 and part == part.strip() for part in parts)
    assert "".join(parts).replace(" ", "") == text.replace(" ", "")
    assert [opens for _, _, _, opens in sentence_spans(text, frozenset())] == [True] + [False] * (len(parts) - 1)


def test_a_long_sentence_is_cut_behind_a_mark_where_it_has_one() -> None:
    assert all(part.endswith("nước,") for part in spans(tidy("đứng thứ 3 cả nước, " * 400)))


def test_the_longest_sentence_of_a_real_article_is_one() -> None:
    text = tidy("Thủ tướng đề nghị các đại biểu " * 40)
    assert spans(text) == [text]
