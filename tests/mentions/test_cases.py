"""Mention cases: in a sentence, a mention must cover a span and have the values given.

The shared cases beside the checkout are run where they are; the ones below are ours, of the same kind.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extractor.document import Mark, Sentence
from tests.conftest import SHARED
from tests.reading import document, flat

FILE = SHARED / "cases" / "mentions.jsonl"
CASES: list[dict[str, Any]] = []
if FILE.exists():
    CASES = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines() if line.strip()]


def covering(text: str, kind: str, span: str, published: date) -> list[Mark]:
    """The marks of a kind that cover the first occurrence of the words."""
    start = text.index(span)
    end = start + len(span)

    def covers(s: Sentence, m: Mark) -> bool:
        return s.starts[m.first] <= start and s.ends[m.last - 1] >= end

    return [m for s in document(text, published).sentences for m in s.kind(kind) if covers(s, m)]


def touching(text: str, kind: str, span: str, published: date) -> list[Mark]:
    """The marks of a kind that share a character with the first occurrence of the words."""
    start = text.index(span)
    end = start + len(span)

    def touches(s: Sentence, m: Mark) -> bool:
        return s.starts[m.first] < end and s.ends[m.last - 1] > start

    return [m for s in document(text, published).sentences for m in s.kind(kind) if touches(s, m)]


def test_the_shared_cases_are_there() -> None:
    if not FILE.parent.exists():
        pytest.skip("the shared cases are not beside this checkout")
    assert CASES


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['kind']} {c['span']}")
def test_shared_case(case: dict[str, Any]) -> None:
    published = date.fromisoformat(case.get("published", "2019-06-20"))
    marks = covering(case["text"], case["kind"], case["span"], published)
    assert len(marks) == 1
    value = marks[0].value
    if case["kind"] == "quantity":
        assert (value.value, value.unit) == (case["value"], case["unit"])
    else:
        assert (str(value.start), str(value.end)) == (str(case["start_date"]), str(case["end_date"]))


# --- cases by writers who did not know the program ------------------------------------------------------------------

BLIND = [json.loads(line) for line in (Path(__file__).parent / "cases.jsonl").read_text("utf-8").splitlines()]
KNOWN_WRONG = {
    "một tấn rưỡi", "tròn 1.000 căn nhà", "Năm cây cầu", "0,15‰", "14 giờ 30 phút ngày 3/10/2016",
    "5 năm qua (2016-2020)", "10 năm (2008-2018)", "giai đoạn 1 (2017-2019)", "trước ngày 15/12/2020",
}  # fmt: skip
"""What is read otherwise today; mostly spans that the rules cut in two."""


def _read_as_written(case: dict[str, Any]) -> bool:
    published = date.fromisoformat(case.get("published", "2019-06-20"))
    kind = case["kind"].removeprefix("none-")
    if kind != case["kind"]:
        return not touching(case["text"], kind, case["span"], published)
    values = [mark.value for mark in covering(case["text"], kind, case["span"], published)]
    if len(values) != 1:
        return False
    if kind == "period":
        return (str(values[0].start), str(values[0].end)) == (str(case["start_date"]), str(case["end_date"]))
    unit = case.get("unit") if kind == "quantity" else None
    return values[0].value == case["value"] and (unit is None or unit.casefold() == values[0].unit.casefold())


@pytest.mark.parametrize("case", BLIND, ids=lambda c: f"{c['kind']} {c['span']}")
def test_blind_case(case: dict[str, Any]) -> None:
    assert _read_as_written(case) == (case["span"] not in KNOWN_WRONG)


# --- ours ---------------------------------------------------------------------------------------------------------

FRAMES = {
    "hồ sơ": "Toàn tỉnh đã tiếp nhận {} hồ sơ trực tuyến.",
    "hộ": "Có {} hộ được hỗ trợ.",
    "lượt khách": "Du lịch tỉnh đón {} lượt khách trong kỳ nghỉ lễ.",
    "tấn": "Sản lượng thủy sản ước đạt {} tấn, tăng nhẹ.",
    "ha": "Diện tích gieo trồng là {} ha, giảm nhẹ.",
    "đồng": "Tổng vốn giải ngân đạt {} đồng, bằng 45% kế hoạch.",
    "USD": "Kim ngạch xuất khẩu đạt {} USD, tăng 5% so với cùng kỳ.",
    "đô la Mỹ": "Tổng vốn đăng ký là {} đô la Mỹ.",
    "euro": "Khoản viện trợ trị giá {} euro.",
    "yên": "Khoản vay trị giá {} yên.",
    "nhân dân tệ": "Đơn hàng trị giá {} nhân dân tệ.",
    "won": "Hợp đồng trị giá {} won.",
    "bảng Anh": "Quỹ tài trợ {} bảng Anh cho dự án.",
    "kWh": "Sản lượng điện đạt {} kWh.",
    "m3": "Nhà máy cấp {} m3 nước sạch.",
    "km": "Tỉnh đã làm mới {} km đường.",
}

OURS: dict[tuple[float, str], list[str]] = {
    (11, "hồ sơ"): ["mười một", "11"],
    (21, "hồ sơ"): ["hai mươi mốt", "21"],
    (34, "hồ sơ"): ["ba mươi tư", "ba mươi bốn", "34"],
    (45, "hồ sơ"): ["bốn mươi lăm"],
    (60, "hồ sơ"): ["sáu mươi", "sáu chục"],
    (71, "hộ"): ["bảy mươi mốt", "bẩy mươi mốt"],
    (103, "hộ"): ["một trăm linh ba", "một trăm lẻ ba", "103"],
    (304, "hộ"): ["ba trăm linh tư", "ba trăm linh bốn"],
    (450, "hộ"): ["bốn trăm năm mươi", "bốn trăm rưỡi", "450"],
    (999, "hộ"): ["chín trăm chín mươi chín"],
    (2019, "hộ"): ["hai nghìn không trăm mười chín", "hai ngàn không trăm mười chín"],
    (4004, "hộ"): ["bốn nghìn không trăm linh tư", "bốn nghìn không trăm lẻ bốn", "4.004"],
    (8500, "hộ"): ["tám nghìn năm trăm", "tám nghìn rưỡi", "8,5 nghìn", "8.500"],
    (12_000, "lượt khách"): ["mười hai nghìn", "12 ngàn", "1,2 vạn", "12.000"],
    (54_321, "lượt khách"): ["năm mươi tư nghìn ba trăm hai mươi mốt", "54.321"],
    (350_000, "lượt khách"): ["ba trăm năm mươi nghìn", "35 vạn", "350 nghìn"],
    (3_000_000, "lượt khách"): ["ba triệu", "3 triệu", "3.000.000"],
    (3_050_000, "lượt khách"): ["3,05 triệu", "ba triệu không trăm năm mươi nghìn", "3 triệu 50 nghìn"],
    (1_001, "tấn"): ["một nghìn không trăm linh một", "1.001"],
    (48_700.5, "tấn"): ["48.700,5"],
    (600_000, "tấn"): ["sáu trăm nghìn", "600 nghìn", "60 vạn"],
    (63_500, "ha"): ["63.500", "63,5 nghìn", "sáu mươi ba nghìn năm trăm"],
    (0.75, "ha"): ["0,75"],
    (900_000, "đồng"): ["900.000", "900 nghìn", "chín trăm nghìn", "chín mươi vạn"],
    (18 * 10**9, "đồng"): ["18 tỷ", "18 tỉ", "mười tám tỷ", "18.000 triệu", "18.000.000.000"],
    (2_200 * 10**9, "đồng"): ["2.200 tỷ", "hai nghìn hai trăm tỷ", "2,2 nghìn tỷ", "2 nghìn 200 tỷ"],
    (105 * 10**12, "đồng"): ["105 nghìn tỷ", "một trăm linh năm nghìn tỷ", "105.000 tỷ", "một trăm lẻ năm ngàn tỉ"],
    (1.5 * 10**15, "đồng"): ["1,5 triệu tỷ", "1.500 nghìn tỷ", "một triệu rưỡi tỷ"],
    (7.25 * 10**9, "USD"): ["7,25 tỷ", "7.25 tỷ", "7 tỷ 250 triệu"],
    (42_000_000, "USD"): ["42 triệu", "bốn mươi hai triệu", "42.000.000"],
    (1_100_000_000, "đô la Mỹ"): ["1,1 tỷ", "một tỷ một trăm triệu", "một tỷ mốt"],
    (20_000_000, "euro"): ["20 triệu", "hai mươi triệu"],
    (58 * 10**9, "yên"): ["58 tỷ", "năm mươi tám tỷ"],
    (300_000_000, "nhân dân tệ"): ["300 triệu", "ba trăm triệu"],
    (12 * 10**9, "won"): ["12 tỷ", "mười hai tỷ"],
    (5_500_000, "bảng Anh"): ["5,5 triệu", "năm triệu rưỡi"],
    (2_000_000_000, "kWh"): ["2 tỷ", "hai tỷ"],
    (15_000, "m3"): ["15.000", "mười lăm nghìn", "vạn rưỡi"],
    (120.5, "km"): ["120,5"],
}  # fmt: skip


@pytest.mark.parametrize(("span", "wanted"), flat(OURS))
@pytest.mark.parametrize("comparator", ["", "gần ", "hơn ", "khoảng "])
def test_our_case(comparator: str, span: str, wanted: tuple[float, str]) -> None:
    text = FRAMES[wanted[1]].format(comparator + span)
    marks = covering(text, "quantity", comparator + span, date(2019, 6, 20))
    assert [(m.value.value, m.value.unit) for m in marks] == [wanted]
