"""Text that was broken at a width is read as the paragraphs that it was; what has no width is left alone."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import extractor
from extractor.normalize import tidy
from tests.conftest import SAMPLES

MODEL = (SAMPLES / "thuy-linh.txt").read_text(encoding="utf-8")


def wrapped(text: str, width: int, *, between: str = "\n", indent: str = "") -> str:
    lines = (
        textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False, initial_indent=indent)
        for line in text.splitlines()
    )
    return between.join("\n".join(paragraph) for paragraph in lines)


@pytest.mark.parametrize("width", [60, 72, 80, 100, 120])
@pytest.mark.parametrize(("between", "indent"), [("\n", ""), ("\n\n", ""), ("\n", "    ")])
def test_the_model_article_broken_at_a_width_is_the_same_article(width: int, between: str, indent: str) -> None:
    assert tidy(wrapped(MODEL, width, between=between, indent=indent)) == tidy(MODEL)


def test_nothing_is_lost_of_an_article_from_a_terminal() -> None:
    ex = extractor.Extractor()
    whole, broken = ex.extract(MODEL), ex.extract(wrapped(MODEL, 76))
    for name in ("achievements", "percentages", "rankings", "recommendations", "conclusions"):
        assert getattr(broken, name) == getattr(whole, name)


LEFT_ALONE = {
    "a list without marks": "Thành phần gồm:\nlãnh đạo UBND tỉnh\nlãnh đạo các sở\nlãnh đạo các huyện\nvà các đại biểu",
    "a table": "Huyện\nsố hộ\nsố hộ nghèo\nBình Hạ\n1.200\n36\nAn Tây\n980\n41",
    "two breaks are no habit": "Tỉnh đã ban hành trên 5.500 văn\nbản, phục vụ 132 cuộc họp của\nlãnh đạo tỉnh.",
    "paragraphs": "Sở Y tế họp bàn về thuốc.\nSở Nội vụ báo cáo biên chế.\nSở Tư pháp thẩm định.\nHội nghị bế mạc.",
    "verse": "Quê hương là chùm khế\nQuê hương là đường đi\nQuê hương là con diều\nQuê hương là cầu tre nhỏ",
}


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_lines_that_no_width_broke_stay_lines(text: str) -> None:
    assert tidy(text) == text


def test_items_stay_apart_from_the_broken_text_before_them() -> None:
    paragraph = (
        "Tỉnh đã ban hành trên 5.500 văn bản trong năm qua, phục vụ 132 cuộc họp của các sở và huyện, tiếp 65 lượt "
        "công dân ở các xã vùng cao, hỗ trợ hộ nghèo vay vốn, trong đó có hai việc lớn sau"
    )
    items = ["- Sở Y tế xây ba trạm ở các xã vùng cao", "- Sở Nội vụ lập danh mục hồ sơ của các xã"]
    assert tidy("\n".join([wrapped(paragraph, 44), *items])).split("\n") == [paragraph, *items]


LINES = st.lists(st.text(alphabet="aăâbcđe .,:-Đ1\n", max_size=60), max_size=12).map("\n".join)


@settings(max_examples=500)
@given(LINES | st.integers(20, 90).map(lambda width: wrapped(MODEL, width)))
def test_a_tidy_text_is_tidy(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert "".join(tidy(text).split()) == "".join(text.split())
