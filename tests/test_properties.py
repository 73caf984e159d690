"""What holds for every text: samples, the shared corpus where it is, generated and hostile strings."""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from extractor.errors import InputError
from extractor.model import Record, Source
from extractor.normalize import INVISIBLE
from extractor.schema import record_schema
from extractor.write import record_bytes
from tests.conftest import SAMPLES, SHARED
from tests.reading import reader

VALIDATOR = Draft202012Validator(record_schema())
CORPUS = sorted((SHARED / "corpus").glob("*.txt")) if SHARED.exists() else []
DAY = "2019-06-20"


def visible(text: str) -> str:
    """The text's visible characters, composed."""
    kept = unicodedata.normalize("NFC", "".join(c for c in text if c not in INVISIBLE))
    return "".join(c for c in kept if not c.isspace())


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object inside a record's JSON."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def finite(value: Any) -> bool:
    if isinstance(value, dict):
        return all(finite(v) for v in value.values())
    if isinstance(value, list):
        return all(finite(v) for v in value)
    return not isinstance(value, float) or math.isfinite(value)


def holds(text: str, record: Record) -> None:
    """All that must be so of a record, whatever the text."""
    data = json.loads(record_bytes(record))
    assert visible(data["text"]) == visible(text)
    for node in nodes(data):
        if "start" in node and "end" in node:
            assert data["text"][node["start"] : node["end"]] == node["text"] != ""
    assert not list(VALIDATOR.iter_errors(data))
    ids = [n["id"] for n in nodes(data) if "id" in n and n is not data]
    assert len(ids) == len(set(ids))
    assert finite(data)
    assert {n["rule"] for n in nodes(data) if "rule" in n} <= known_rules()
    linked = {p["figure"] for p in data["percentages"]} - {None}
    assert linked <= {f["id"] for f in data["achievements"] + data["targets"]}
    assert all(f["status"] == "achieved" for f in data["achievements"])
    assert all(f["status"] == "planned" for f in data["targets"])


CODE_RULES = {
    f"{kind}.{how}"
    for kind in ("directive", "recommendation", "recognition", "shortcoming")
    for how in ("order", "propose", "request", "modal", "praise", "fault", "heading")
} | {"ranking.list"}
"""Names under which code makes records: speech is read by state and tables, lists of ranks by code."""


def known_rules() -> set[str]:
    return {rule.id for rule in reader().book.rules} | CODE_RULES


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


# --- real articles --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda p: p.stem)
def test_samples(path: Path) -> None:
    text = read(path)
    first = reader().extract(text, published=DAY)
    holds(text, first)
    assert record_bytes(reader().extract(text, published=DAY)) == record_bytes(first)


@pytest.mark.slow
@pytest.mark.skipif(not CORPUS, reason="the shared corpus is not beside this checkout")
@pytest.mark.parametrize("part", range(8))
def test_corpus(part: int) -> None:
    for path in CORPUS[part::8]:
        text = read(path)
        first = reader().extract(text, published=DAY)
        holds(text, first)
        assert record_bytes(reader().extract(text, published=DAY)) == record_bytes(first)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda p: p.stem)
def test_decomposed_text_gives_the_same_record(path: Path) -> None:
    text = read(path)
    composed = reader().extract(unicodedata.normalize("NFC", text), published=DAY)
    decomposed = reader().extract(unicodedata.normalize("NFD", text), published=DAY)
    hidden = {"id": "", "source": composed.source}
    assert composed.model_copy(update=hidden) == decomposed.model_copy(update=hidden)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda p: p.stem)
def test_white_space_and_invisible_marks_change_nothing(path: Path) -> None:
    text = read(path)
    loose = "\ufeff" + text.replace(" ", " \u00a0").replace("\n", " \r\n\r\n\t")
    made, plain = reader().extract(loose, published=DAY), reader().extract(text, published=DAY)
    hidden = {"id": "", "source": plain.source}
    assert made.model_copy(update=hidden) == plain.model_copy(update=hidden)


# --- generated texts --------------------------------------------------------------------------------------------------

VOCABULARY = (
    "tỉnh huyện xã UBND Sở Y tế Chủ tịch Nguyễn Long Hải đã sẽ phấn đấu đạt ban hành giải quyết hồ sơ văn bản đi lượt "
    "công dân tỷ đồng triệu nghìn trăm linh mươi mốt rưỡi năm hai ba một không phần trăm so với cùng kỳ kế hoạch lần "
    "lượt trong đó từ đến đến nay tháng quý ngày giai đoạn nhiệm kỳ xếp hạng thứ đứng tăng giảm bậc điểm đề nghị yêu "
    'cầu cần đánh giá cao ghi nhận hạn chế , ; . : ( ) / - – “ ” " % 5 05 15/19 1.234,5 99,12 2019 27/5/2019 35/61 '
    "5.500 1A 3-1 10% 8-8,5% 72/160 0 000 1.000.000 I IV m2 km ha m3/ngày USD $ trên hơn gần khoảng không quá"
)
WORDS = st.sampled_from(VOCABULARY.split())
SENTENCES = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
GLUED = st.lists(WORDS, min_size=1, max_size=25).map("".join)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(SENTENCES, GLUED))
def test_vietnamese_like_texts(text: str) -> None:
    holds(text, reader().extract(text, published=DAY))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=120))
def test_any_text(text: str) -> None:
    holds(text, reader().extract(text))


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="0123456789.,/-% ()tỷđồng\n", max_size=80))
def test_texts_of_figures(text: str) -> None:
    holds(text, reader().extract(text, published=DAY))


SENTENCES_OF_SAMPLES = [
    sentence.split()
    for path in sorted(SAMPLES.glob("*.txt"))
    for sentence in re.split(r"(?<=[.;!?])\s+", read(path))
    if sentence
]
CUTS = st.tuples(
    st.sampled_from(SENTENCES_OF_SAMPLES), st.floats(0, 1), st.sampled_from(SENTENCES_OF_SAMPLES), st.floats(0, 1)
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(CUTS, min_size=8, max_size=20))
def test_cut_and_joined_sentences(cuts: list[tuple[list[str], float, list[str], float]]) -> None:
    """Scans, crawls and copied texts break sentences off anywhere and run them into others."""
    lines = [" ".join(a[: round(x * len(a))] + b[round(y * len(b)) :]) for a, x, b, y in cuts]
    holds("\n".join(lines), reader().extract("\n".join(lines), published=DAY))


BROKEN_OFF = (
    "Thủ tướng đề nghị UBND tỉnh.",
    "Chính phủ đề nghị Hội Nông dân Việt Nam, các tổ chức chính trị",
    "Người từ đủ 16 đến dưới",
)


@pytest.mark.parametrize("text", BROKEN_OFF, ids=range(len(BROKEN_OFF)))
def test_sentence_that_breaks_off(text: str) -> None:
    """A body without its verb, a verb without its object, a bound without its number: nothing is said, and told."""
    record = reader().extract(text, published=DAY)
    holds(text, record)
    assert [*record.recommendations, *record.conclusions, *record.achievements, *record.targets] == []


@pytest.mark.parametrize("source", [None, Source(sha256="0" * 64)])
def test_half_of_a_pair_is_refused_as_what_it_is(source: Source | None) -> None:
    with pytest.raises(InputError, match=r"character 13 is \\ud83d, half of a pair and no character"):
        reader().extract("Tỉnh đã cấp 5\ud83d giấy phép.", source=source)


def test_demand_that_ends_in_a_question() -> None:
    """Behind "hay" another verb could follow, and nothing does."""
    text = "Sở Tài chính yêu cầu các huyện tính toán xem có đúng với dự toán ban đầu hay không"
    record = reader().extract(text, published=DAY)
    holds(text, record)
    assert [c.text for c in record.conclusions] == ["tính toán xem có đúng với dự toán ban đầu hay không"]


HOSTILE = [
    "", " ", "\n\n", "\u200b", "\ufeff", ".", "...", "%", "5", "(" * 500, "\"" * 301, "“" * 40 + "5 xã",
    "9" * 400 + " tỷ đồng", "1" + ".000" * 60 + " đồng", "0," + "3" * 400 + "%", "5/" * 200 + "5 xã", "1-" * 200 + "2%",
    "hai mươi " * 200 + "hồ sơ", "nghìn tỷ " * 200 + "đồng", "trăm linh " * 100, "một triệu rưỡi rưỡi rưỡi đồng",
    "năm " * 300, "tháng 13/2019, ngày 32/13/2019, ngày 30/2/2019 có 5 xã", "ngày 29/2/2019", "năm 0000 và năm 9999",
    "thứ 999999999999/1 tỉnh", "xếp hạng thứ 0/0", "đứng thứ -5", "top 0", "giai đoạn 2020-2016", "31/12/9999 đến nay",
    "đề nghị " * 150, "Chủ tịch " * 150, "UBND tỉnh, " * 150, "a" * 5000, "ế" * 3000, "á́́́ 5 xã", "👍🏽 5 xã 👨‍👩‍👧 10%",
    "\x00\x01\x02 5 xã", "مرحبا 5 xã 10%", "五千 500 công ty", "５００ hồ sơ", "²³ ½ ¾ xã", "Ⅳ Ⅻ", "٣ xã", "१२ hồ sơ",
    "lần lượt là 1%, 2%, 3%", "trong đó", "trong đó 5 xã", "so với so với so với 5%", "<b>5 xã</b> &nbsp; {{x}} %s",
    "tỷ" * 100, "5" + "\u0301" * 50 + " xã", "m2 m3 m 2 km 2", "USD 5 USD 6 USD", "$$$5$$$", "từ 5 đến 5 đến 5 xã",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts(text: str) -> None:
    holds(text, reader().extract(text))
    holds(text, reader().extract(text, published=DAY))
