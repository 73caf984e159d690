"""Words from the model's own weights are underthesea's words, token for token; what is in doubt goes to underthesea."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from underthesea import word_tokenize

from extractor import fastseg
from extractor.errors import SegmentationError
from extractor.fastseg import decode, installed, scores, segmenter, weights
from extractor.fastseg.doubt import UnknownModelError
from extractor.normalize import tidy
from extractor.segment import sentence_spans, words

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parent / "samples"
CORPUS = HERE.parent.parent / "shared" / "corpus"

# One a word: what the regular expression singles out; what the features single out (the names of the edges, numbers of
# 32 bits, titles); what the expression takes over a space; letters whose capitals depend on the version of Unicode, and
# letters that underthesea rewrites.
SINGLED_OUT = """
http://a.vn/b(c) www.chinhphu.vn a@b.vn 12/5/2019 6-2 20.08.2014 1.234,5 100,000 03-5730-2357 3x4 4K 43H-0530 NĐ-CP v.v.
v.v... ... -- -> ==> :D :)) <3 °C H&M H'Mông T.Ư Tp. ThS. Mr. A. Đ. UBND. 1.600m-2.000m e-mail ( ) “ ” % $
BOS EOS 2147483647 2147483648 -5 +5 ٣ ９ Hà HÀ hà Σ ΑΣ ß ŉ İ ǆ
Th s S sĩ
ɤ ƛ ꟛ ა ð Ð Ðồng
"""
NO_LETTERS = ["😀", "👨\u200d👩\u200d👧", "\ufeff", "\u200b", "\x00", "\x1b", "e\u0301", "\u0323", "ﬁ"]
ODD = [*SINGLED_OUT.split(), *NO_LETTERS, "x" * 70, "0" * 40]
SPACES = [" ", " ", " ", "", "\n", "  ", "\t", "\u00a0", "\x1c", "\u2028", ", ", ". "]


@pytest.fixture
def fresh() -> Iterator[None]:
    """The segmenter is built anew within the test and after it."""
    fastseg.load.cache_clear()
    yield
    fastseg.load.cache_clear()


def same(text: str) -> bool:
    return fastseg.load().words(text) == word_tokenize(text, use_token_normalize=False)


def sentences(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.txt")):
        text = tidy(path.read_text())
        yield from (text[start:end] for start, end, _, _ in sentence_spans(text, frozenset()))


def sample_words() -> list[str]:
    return sorted({word for text in sentences(SAMPLES) for word in text.split()})


def test_every_sentence_of_the_samples() -> None:
    assert [text for text in sentences(SAMPLES) if not same(text)] == []


@pytest.mark.slow
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real articles do not lie beside this checkout")
def test_every_sentence_of_the_real_articles_and_few_in_doubt() -> None:
    texts = list(sentences(CORPUS))
    assert [text for text in texts if not same(text)] == []
    assert sum(fastseg.load().syllables(text) is None for text in texts) <= len(texts) // 1_000


PIECES = st.tuples(st.sampled_from(sample_words()) | st.sampled_from(ODD), st.sampled_from(SPACES))


@given(st.lists(PIECES, max_size=15))
@settings(max_examples=600, deadline=None)
def test_words_and_oddities_in_any_order(parts: list[tuple[str, str]]) -> None:
    assert same("".join(piece for part in parts for piece in part))


@given(st.text(st.characters(blacklist_categories=["Cs"]), max_size=30))
@settings(max_examples=300, deadline=None)
def test_any_text(text: str) -> None:
    assert same(text)


@pytest.mark.parametrize("text", ["", " ", "\n", *ODD, *(f"Tỉnh {odd} xã." for odd in ODD)])
def test_each_oddity_by_itself_and_inside(text: str) -> None:
    assert same(text)


@pytest.mark.parametrize("end", ["UBND A.", "UBND A. ", "UBND A.\n", "UBND A.\n\n"])
def test_the_end_of_the_text_decides_whose_dot_it_is(end: str) -> None:
    assert same(end)


def test_decomposed_letters_are_cut_as_composed_ones() -> None:
    text = unicodedata.normalize("NFD", "Ủy ban nhân dân tỉnh Lạng Sơn")
    assert same(text)
    with pytest.raises(SegmentationError):
        words(text, 0, len(text))


def test_letters_of_old_keyboards_do_not_stop_an_article() -> None:
    assert words("Ðồng Nai", 0, 8) == words("Đồng Nai", 0, 8)


def test_a_near_tie_goes_to_underthesea(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Chín tháng đầu năm, toàn tỉnh có 132 xã đạt chuẩn nông thôn mới."
    expected = words(text, 0, len(text))
    monkeypatch.setattr(decode, "_TIE", 1e6)  # every margin is a near-tie now
    assert fastseg.load().syllables(text) is None
    assert same(text)
    assert words(text, 0, len(text)) == expected


@pytest.mark.parametrize("name", [installed.MODEL, installed.DICTIONARY, installed.TEMPLATES, installed.TOKENIZER])
def test_another_file_is_told_once_and_left_to_underthesea(
    name: str, monkeypatch: pytest.MonkeyPatch, fresh: None
) -> None:
    text = "Ủy ban nhân dân tỉnh Lạng Sơn báo cáo."
    expected = words(text, 0, len(text))
    fastseg.load.cache_clear()
    monkeypatch.setattr(installed, "KNOWN", {**installed.KNOWN, name: "0" * 64})
    with pytest.warns(RuntimeWarning, match=f"{Path(name).name} is not the known one"):
        assert same("Tỉnh có 132 xã.")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert same(text)
        assert words(text, 0, len(text)) == expected


def test_another_release_of_the_compiled_part_is_told(monkeypatch: pytest.MonkeyPatch, fresh: None) -> None:
    monkeypatch.setattr(installed, "version", lambda name: "9.0.0")
    with pytest.warns(RuntimeWarning, match=r"underthesea_core is 9\.0\.0"):
        fastseg.load()


@pytest.mark.parametrize("cut", [0, 40, 4_000, 2_100_000])
def test_a_model_file_of_another_format_is_refused(cut: int) -> None:
    files = installed.known_files()
    with pytest.raises(UnknownModelError):
        weights.read_weights({**files, installed.MODEL: files[installed.MODEL][:cut]})


def test_tables_stay_within_their_bounds(monkeypatch: pytest.MonkeyPatch, fresh: None) -> None:
    for bound in ("_SYLLABLES", "_PAIRS", "_TRIPLES"):
        monkeypatch.setattr(scores, bound, 50)
    monkeypatch.setattr("extractor.fastseg.cutting._REMEMBERED", 50)
    assert [text for text in sentences(SAMPLES) if not same(text)] == []
    fast = fastseg.load()._fast
    assert fast is not None
    runs, decoder = fast
    assert max(len(runs), len(decoder._pairs), len(decoder._triples), len(decoder._pairs._syllables)) <= 50


def test_underthesea_is_not_imported_without_need() -> None:
    code = (
        "import sys; from extractor.segment import sentence_spans, words\n"
        "text = 'Tỉnh có 132 xã. Ủy ban nhân dân báo cáo.'\n"
        "[words(text, s, e) for s, e, _, _ in sentence_spans(text, frozenset())]\n"
        "print([m for m in ('underthesea', 'numpy', 'joblib') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]", run.stderr


def test_the_name_of_a_rewritten_letter_keeps_its_place() -> None:
    assert segmenter.rewritten("ðÐa") == "đĐa"
