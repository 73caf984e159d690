"""The words that bend a number: which comparator they give, and where the span of the quantity begins and ends."""

from __future__ import annotations

import pytest

from tests.reading import flat, quantities, spans, values

# `<…>` marks the words of the quantity
BEFORE: dict[str, list[str]] = {
    "exact": [
        "<500 ha>", "đúng <500 ha>", "tròn <500 ha>", "lên tới <500 ha>", "lên đến <500 ha>", "ước đạt <500 ha>",
        "đạt <500 ha>", "được <500 ha>", "là <500 ha>", "cao hơn <500 ha>", "nhiều hơn <500 ha>", "rộng hơn <500 ha>",
        "thấp hơn <500 ha>", "còn <500 ha>", "chỉ còn <500 ha>", "mới được <500 ha>",
    ],
    "over": [
        "<trên 500 ha>", "<hơn 500 ha>", "<vượt 500 ha>", "<quá 500 ha>", "<khoảng trên 500 ha>", "<khoảng hơn 500 ha>",
        "đạt <hơn 500 ha>", "được <trên 500 ha>", "tăng <hơn 500 ha>", "giảm <hơn 500 ha>", "<vượt quá 500 ha>",
        "<vượt mốc 500 ha>", "trồng mới <hơn 500 ha>",
    ],
    "under": [
        "<dưới 500 ha>", "<chưa đến 500 ha>", "<chưa tới 500 ha>", "<chưa đầy 500 ha>", "<chưa được 500 ha>",
        "<không đến 500 ha>", "<không tới 500 ha>", "<không đầy 500 ha>", "<nhỏ hơn 500 ha>", "<chưa vượt quá 500 ha>",
        "<chưa quá 500 ha>",
    ],
    "nearly": [
        "<gần 500 ha>", "<ngót 500 ha>", "<non 500 ha>", "<khoảng gần 500 ha>", "<gần tới 500 ha>",
        "<ngót nghét 500 ha>",
    ],
    "about": [
        "<khoảng 500 ha>", "<chừng 500 ha>", "<xấp xỉ 500 ha>", "<ước 500 ha>", "<ước tính 500 ha>", "<độ 500 ha>",
        "<ước khoảng 500 ha>", "<vào khoảng 500 ha>", "<trên dưới 500 ha>", "<ước chừng 500 ha>", "<tầm 500 ha>",
        "<suýt soát 500 ha>", "<áng chừng 500 ha>",
    ],
    "at_least": [
        "<ít nhất 500 ha>", "<tối thiểu 500 ha>", "<không dưới 500 ha>", "<500 ha trở lên>", "từ <500 ha trở lên>",
        "<không ít hơn 500 ha>", "<không thấp hơn 500 ha>", "<ít nhất là 500 ha>", "<chí ít 500 ha>",
    ],
    "at_most": [
        "<tối đa 500 ha>", "<không quá 500 ha>", "<500 ha trở xuống>", "<nhiều nhất 500 ha>", "<không vượt quá 500 ha>",
        "<không nhiều hơn 500 ha>", "<tối đa không quá 500 ha>", "<cao nhất 500 ha>", "từ <500 ha trở xuống>",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("marked", "comparator"), flat(BEFORE))
def test_comparator_and_span(marked: str, comparator: str) -> None:
    text = f"Diện tích gieo trồng {marked.replace('<', '').replace('>', '')}, theo báo cáo."
    assert quantities(text) == [(500, "ha")]
    assert values(text, "quantity")[0].comparator == comparator
    assert spans(text, "quantity") == [marked[marked.index("<") + 1 : marked.index(">")]]


@pytest.mark.parametrize(
    ("text", "span", "comparator", "value"),
    [
        ("Tỉnh đón gần triệu lượt khách.", "gần triệu lượt khách", "nearly", 1_000_000),
        ("Có hơn vạn người tham dự.", "hơn vạn người", "over", 10_000),
        ("Có hơn trăm hộ bị ngập.", "hơn trăm hộ", "over", 100),
        ("Vốn đầu tư gần nghìn tỷ đồng.", "gần nghìn tỷ đồng", "nearly", 10**12),
        ("Đã có trên một nghìn hồ sơ.", "trên một nghìn hồ sơ", "over", 1000),
        ("Cấp nước cho từ 8.000 hộ trở lên.", "8.000 hộ trở lên", "at_least", 8000),
        ("Có ít nhất hai xã đạt chuẩn.", "ít nhất hai xã", "at_least", 2),
        ("Huyện không còn xã dưới 12 tiêu chí.", "dưới 12 tiêu chí", "under", 12),
        ("Chi hơn 5 tỷ đồng.", "hơn 5 tỷ đồng", "over", 5 * 10**9),
        ("Chi 5 tỷ đồng có dư.", "5 tỷ đồng có dư", "over", 5 * 10**9),
    ],
)
def test_before_other_numbers(text: str, span: str, comparator: str, value: float) -> None:
    got = [(s, v.comparator, v.value) for s, v in zip(spans(text, "quantity"), values(text, "quantity"), strict=True)]
    assert got == [(span, comparator, value)]


def test_a_range_keeps_its_comparator_inside() -> None:
    text = "Cả nước thu mua khoảng 600.000-650.000 tấn lúa."
    assert [(v.comparator, v.value, v.high) for v in values(text, "quantity")] == [("range", 600_000, 650_000)]


@pytest.mark.parametrize(
    "text",
    ["Trên 5 tỉnh này đã có mưa.", "Tỉnh họp trên 3 nội dung.", "Hơn nữa, 5 tỉnh đã có mưa."],
)
def test_the_number_is_read_whatever_the_word(text: str) -> None:
    assert values(text, "quantity")[0].value in (3, 5)
