"""The spaCy component on a Doc of any tokenizer, and the tokenizer of our own."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import extractor
from extractor.component import NAME, SPANS, Tokenizer
from extractor.model import Action, Record
from extractor.normalize import tidy

ARTICLES = [p.read_text(encoding="utf-8") for p in sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))]
ARTICLE = ARTICLES[-1]


def pipelines() -> dict[str, Language]:
    made = {
        "ours": extractor.nlp(),
        "vi without pyvi": spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}}),
        "any language": spacy.blank("xx"),
    }
    for nlp in made.values():
        nlp.add_pipe(NAME)
    return made


PIPELINES = pipelines()
FORMS = {
    "as it is": lambda text: text,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "doubled spaces": lambda text: "\n\n  " + text.replace(" ", "  ").replace("\n", "\r\n\t\r\n") + " \u200b ",
    "invisible marks": lambda text: "\ufeff" + text.replace("a", "a\u200b"),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", PIPELINES)
def test_each_record_is_a_span_of_the_doc(name: str, form: str) -> None:
    seen = 0
    for article in ARTICLES:
        text = FORMS[form](article)
        doc = PIPELINES[name](text)
        assert doc.text == text
        record = doc._.record
        assert isinstance(record, Record)
        for kind in SPANS:
            items = getattr(record, kind)
            assert [span.id_ for span in doc.spans[kind]] == [item.id for item in items]
            for span, item in zip(doc.spans[kind], items, strict=True):
                assert item.text.replace("\n", " ") in tidy(span.text).replace("\n", " ")
                assert span.label_ == (item.kind if isinstance(item, Action) else item.rule)
                seen += 1
    assert seen > 20


def test_the_doc_says_what_the_library_says() -> None:
    doc = PIPELINES["any language"](ARTICLE)
    assert doc._.record == extractor.Extractor().extract(ARTICLE)


def test_published_is_a_setting() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe(NAME, config={"published": "2019-06-20"})
    assert str(nlp("Tỉnh đã cấp 120 giấy phép.")._.record.article.published) == "2019-06-20"


def test_faulty_rules_are_told_when_the_component_is_added(tmp_path: Path) -> None:
    with pytest.raises(extractor.RuleError, match="does not exist"):
        spacy.blank("xx").add_pipe(NAME, config={"rules": [str(tmp_path / "none")]})


@pytest.mark.parametrize("text", ["", " \n ", "\u200b"])
def test_an_empty_doc_has_no_record(text: str) -> None:
    doc = PIPELINES["ours"](text)
    assert doc.text == text
    assert doc._.record is None
    assert all(len(doc.spans[kind]) == 0 for kind in SPANS)


def test_the_record_goes_along_when_docs_are_saved_or_sent() -> None:
    nlp = PIPELINES["ours"]
    doc = nlp(ARTICLE)
    saved = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert saved._.record == doc._.record
    box = DocBin(docs=[doc], store_user_data=True).to_bytes()
    [boxed] = DocBin().from_bytes(box).get_docs(nlp.vocab)
    assert boxed._.record == doc._.record
    assert [d._.record for d in nlp.pipe([ARTICLE] * 4, n_process=2, batch_size=2)] == [doc._.record] * 4


def test_a_saved_pipeline_works_when_loaded(tmp_path: Path) -> None:
    """In a process that has never heard of the extractor: the entry points tell spaCy where to look."""
    PIPELINES["ours"].to_disk(tmp_path / "nlp")
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    code = (
        "import spacy, pathlib; nlp = spacy.load('nlp');"
        "print(nlp(pathlib.Path('a.txt').read_text(encoding='utf-8'))._.record.model_dump_json())"
    )
    command = [sys.executable, "-X", "utf8", "-c", code]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=True)
    assert Record.model_validate_json(done.stdout) == PIPELINES["ours"](ARTICLE)._.record


def test_our_words_are_vietnamese_words() -> None:
    words = [token.text for token in extractor.nlp()("Trên địa bàn tỉnh,\n\nhai  dòng. ")]
    assert words == ["Trên", "địa bàn", "tỉnh", ",", "\n\n", "hai", " ", "dòng", "."]


LETTERS = "ăâbđeêhiơ ưàảẻỹ\u0301\u0323\u200b\ufeff \t\r\n\u00a0.,;:%“”()-/0129AĐ😀"


@given(st.text(alphabet=st.sampled_from(LETTERS), max_size=60))
@settings(max_examples=300, deadline=None)
def test_the_tokenizer_gives_every_text_back(text: str) -> None:
    assert Tokenizer(extractor.nlp().vocab)(text).text == text
