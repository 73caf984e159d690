"""Percentages: value, range, comparator and span of each way to write one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading import flat, percents, quantities, spans, values

WAYS: dict[Any, list[str]] = {
    99.12: ["99,12%", "99.12%", "99,12 %", "99,12 phần trăm"],
    100: ["100%", "100 %", "một trăm phần trăm", "100 phần trăm", "100,0%"],
    5: ["5%", "05%", "năm phần trăm", "5 phần trăm", "5,0%", "5,00%"],
    7.9: ["7,9%", "7.9%", "7,9 %", "7,90%"],
    0.58: ["0,58%", "0.58%", "0,58 điểm phần trăm", "0,58 điểm %"],
    15: ["15%", "mười lăm phần trăm", "15 điểm phần trăm"],
    30: ["ba mươi phần trăm", "30%"],
    50: ["50%", "năm mươi phần trăm"],
    120.5: ["120,5%", "120.5%"],
    1250: ["1.250%", "1250%"],
    2.345: ["2,345%"],
    (10, 15): ["10 đến 15%", "10-15%", "10 - 15%", "10% đến 15%", "10%-15%", "10% - 15%", "10 tới 15%", "10–15%"],
    (8, 8.5): ["8-8,5%", "8 - 8,5%", "8% đến 8,5%", "8% - 8,5%", "8 đến 8,5%"],
    (10, 30): ["10% đến dưới 30%", "10 đến dưới 30%", "10% đến 30%"],
    (6.5, 6.7): ["6,5-6,7%", "6,5 đến 6,7%", "6.5-6.7%", "6,5 - 6,7 %", "6,5% - 6,7%"],
    (2, 3): ["2-3%", "hai đến ba phần trăm", "2 đến 3 phần trăm", "2-3 điểm phần trăm"],
}  # fmt: skip


@pytest.mark.parametrize(("way", "value"), flat(WAYS))
def test_value_and_span(way: str, value: Any) -> None:
    text = f"Tỷ lệ giải ngân đạt {way}, tăng so với cùng kỳ."
    assert percents(text) == [value]
    assert spans(text, "percent") == [way]
    assert quantities(text) == []


def test_from_stays_outside_a_range() -> None:
    text = "Tốc độ tăng trưởng từ 10 đến 15%."
    assert (percents(text), spans(text, "percent")) == ([(10, 15)], ["10 đến 15%"])


COMPARED: dict[str, list[str]] = {
    "exact": ["99%", "đúng 50%", "lên tới 40%", "lên đến 40%", "xuống còn 3%"],
    "over": ["trên 95%", "hơn 95%", "vượt 95%", "quá 50%", "khoảng trên 95%", "khoảng hơn 95%"],
    "under": ["dưới 5%", "chưa đến 5%", "chưa đầy 5%", "chưa tới 5%", "không đến 5%", "xuống dưới 3,7%"],
    "nearly": ["gần 95%", "ngót 95%", "khoảng gần 95%", "gần tới 95%"],
    "about": ["khoảng 95%", "xấp xỉ 95%", "chừng 95%", "ước khoảng 95%", "ước tính khoảng 95%", "trên dưới 95%"],
    "at_least": ["ít nhất 95%", "tối thiểu 95%", "không dưới 95%", "95% trở lên", "không thấp hơn 95%"],
    "at_most": ["tối đa 5%", "không quá 5%", "5% trở xuống", "nhiều nhất 5%", "không vượt quá 5%", "không cao hơn 5%"],
    "range": ["10-15%", "khoảng 10-15%", "từ 10 đến 15%", "từ 10% đến dưới 30%"],
}  # fmt: skip


@pytest.mark.parametrize(("way", "comparator"), flat(COMPARED))
def test_comparator(way: str, comparator: str) -> None:
    text = f"Tỷ lệ này đạt {way} theo báo cáo."
    assert [v.comparator for v in values(text, "percent")] == [comparator]


LISTS: list[tuple[str, list[Any]]] = [
    ("Bốn thị trường tăng lần lượt là 7,9%, 9,4%, 2,7% và 13,6%.", [7.9, 9.4, 2.7, 13.6]),
    ("Công nghiệp tăng 8,1%, dịch vụ tăng 6,5%, nông nghiệp giảm 1,2%.", [8.1, 6.5, 1.2]),
    ("Tỷ lệ tăng từ 52,3% lên 58,4%.", [52.3, 58.4]),
    ("Đạt 45% kế hoạch, bằng 103,2% so với cùng kỳ.", [45, 103.2]),
    ("Có 70% doanh nghiệp hài lòng, 30% chưa hài lòng.", [70, 30]),
]


@pytest.mark.parametrize(("text", "wanted"), LISTS)
def test_list(text: str, wanted: list[Any]) -> None:
    assert percents(text) == wanted


def test_points_are_told_from_percent() -> None:
    assert [v.points for v in values("Giảm 0,58 điểm phần trăm, còn 4,12%.", "percent")] == [True, False]


@pytest.mark.parametrize("text", ["Đạt 87,65 điểm.", "Phần trăm hóa các chỉ tiêu.", "Tính theo phần trăm.", "Mặn 4‰."])
def test_no_percentage(text: str) -> None:
    assert percents(text) == []
