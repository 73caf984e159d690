"""Checks: figures of one article that contradict each other are found, and what fits stays silent."""

from __future__ import annotations

import pytest

from extractor.intervals import interval
from extractor.model import Check, Comparator
from tests.conftest import SAMPLES
from tests.reading import record


def checks(text: str) -> list[Check]:
    return record(text).checks


def kinds(text: str) -> list[str]:
    return [c.kind for c in checks(text)]


# --- the model article ------------------------------------------------------------------------------------------------


def test_the_model_article() -> None:
    """More than 4.700 of more than 5.200 is about 90 %, not 99,12 %."""
    made = record((SAMPLES / "thuy-linh.txt").read_text(encoding="utf-8"), None)
    (check,) = made.checks
    assert check.kind == "percentage_of_parts"
    assert [s.text for s in check.spans] == ["trên 5.200 hồ sơ", "trên 4.700 hồ sơ", "99,12%"]
    assert all(made.text[s.start : s.end] == s.text for s in check.spans)
    assert "90 %" in check.message
    # it says so and changes nothing
    assert [p.percent.value for p in made.percentages] == [99.12]
    assert {4700, 5200} <= {a.quantity.value for a in made.achievements}


# --- a percentage and its two figures -------------------------------------------------------------------------------

SHARE = "Trung tâm đã tiếp nhận {} hồ sơ, giải quyết đúng hạn {} hồ sơ (đạt {})."


@pytest.mark.parametrize(
    ("whole", "part", "share"),
    [
        ("5.200", "4.700", "99,12%"),
        ("trên 5.200", "trên 4.700", "99,12%"),
        ("1.000", "500", "60%"),
        ("khoảng 1.000", "khoảng 500", "90%"),
        ("21.560", "21.120", "99,96%"),
        ("200", "150", "85%"),
    ],
)
def test_a_share_that_does_not_fit(whole: str, part: str, share: str) -> None:
    assert kinds(SHARE.format(whole, part, share)) == ["percentage_of_parts"]


@pytest.mark.parametrize(
    ("whole", "part", "share"),
    [
        ("21.560", "21.120", "97,96%"),  # exact
        ("21.560", "21.120", "98%"),  # rounded
        ("1.000", "905", "90,5%"),
        ("trên 5.200", "trên 4.700", "90%"),
        ("trên 5.200", "trên 4.700", "91%"),  # more than 4.700 may be 4.790
        ("trên 5.200", "4.700", "89%"),  # and more than 5.200 may be 5.290
        ("khoảng 1.000", "khoảng 500", "52%"),  # about
        ("gần 1.000", "gần 500", "50,2%"),
        ("1.000", "500", "khoảng 52%"),
        ("1.000", "500", "trên 49%"),
        ("600", "400", "66,7%"),
        ("600", "400", "67%"),
    ],
)
def test_a_share_that_fits(whole: str, part: str, share: str) -> None:
    assert kinds(SHARE.format(whole, part, share)) == []


@pytest.mark.parametrize(
    ("text", "spans", "share"),
    [
        ("Huyện giải ngân 300/1.000 tỷ đồng, đạt 50% kế hoạch.", ["300/1.000 tỷ đồng", "50%"], "30 %"),
        (
            "Thu ngân sách đạt 1.200 tỷ đồng, bằng 40% dự toán năm (2.000 tỷ đồng).",
            ["1.200 tỷ đồng", "40%", "2.000 tỷ đồng"],
            "60 %",
        ),
        (
            "Xuất khẩu đạt 110 triệu USD, tăng 50% so với cùng kỳ năm 2018 (100 triệu USD).",
            ["110 triệu USD", "50%", "100 triệu USD"],
            "+10 %",
        ),
        (
            "Xuất khẩu đạt 80 triệu USD, giảm 5% so với cùng kỳ (100 triệu USD).",
            ["80 triệu USD", "5%", "100 triệu USD"],
            "-20 %",
        ),
    ],
)
def test_a_share_or_change_that_does_not_fit_its_baseline(text: str, spans: list[str], share: str) -> None:
    (check,) = checks(text)
    assert check.kind == "percentage_of_parts"
    assert [s.text for s in check.spans] == spans
    assert share in check.message


@pytest.mark.parametrize(
    "text",
    [
        "Huyện giải ngân 300/1.000 tỷ đồng, đạt 30% kế hoạch.",
        "Huyện giải ngân 300/1.000 tỷ đồng, tăng 50% so với cùng kỳ.",
        "Thu ngân sách đạt 1.200 tỷ đồng, bằng 60% dự toán năm (2.000 tỷ đồng).",
        "Xuất khẩu đạt 110 triệu USD, tăng 10% so với cùng kỳ năm 2018 (100 triệu USD).",
        "Xuất khẩu đạt 110 triệu USD, tăng 10,4% so với cùng kỳ năm 2018 (gần 100 triệu USD).",
        "Xuất khẩu đạt 110 triệu USD, tăng 50% so với cùng kỳ, nhập khẩu đạt 100 triệu USD.",  # another thing
        "Chi khám chữa bệnh đạt 1.300 tỷ đồng, tăng 46% so với cùng kỳ với trên 400 tỷ đồng.",  # by that much
    ],
)
def test_a_share_or_change_that_fits_its_baseline(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh thu 500 tỷ đồng, chi 300 tỷ đồng, đạt 45% kế hoạch.",  # a share of something else
        "Tỉnh trồng 500 ha lúa, 300 ha ngô, tăng 7% so với cùng kỳ.",  # growth
        "Trung tâm tiếp nhận 5.200 hồ sơ, mở 12 lớp tập huấn (đạt 99%).",  # other units
        "Trung tâm tiếp nhận 5.200 hồ sơ. Sở giải quyết 300 hồ sơ (đạt 99%).",  # another sentence
    ],
)
def test_no_share_of_the_figures_beside(text: str) -> None:
    assert kinds(text) == []


# --- parts beyond their whole ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Trung tâm tiếp nhận 500 hồ sơ, trong đó có 700 hồ sơ trực tuyến.",
        "Tổng vốn huy động đạt 214 tỷ đồng, trong đó ngân sách tỉnh là 260 tỷ đồng.",
        "Tổng vốn huy động đạt 214 tỷ đồng; trong đó, ngân sách tỉnh là 260 tỷ đồng.",
        "Huyện giải quyết việc làm cho 1.245 người. Trong đó, có 1.860 người đi làm việc ở nước ngoài.",
        "Xã đạt 20/19 tiêu chí.",
        # the part's own noun phrase says which ones
        "Trung tâm có 500 hồ sơ, trong đó 700 hồ sơ quá hạn.",
        "Toàn tỉnh có 90 xã, trong đó 120 xã nông thôn mới.",
    ],
)
def test_a_part_exceeds_its_whole(text: str) -> None:
    assert kinds(text) == ["part_exceeds_whole"]


@pytest.mark.parametrize(
    "text",
    [
        "Trung tâm tiếp nhận 700 hồ sơ, trong đó có 500 hồ sơ trực tuyến.",
        "Trung tâm tiếp nhận khoảng 700 hồ sơ, trong đó có 720 hồ sơ trực tuyến.",  # about
        "Trung tâm tiếp nhận trên 700 hồ sơ, trong đó có 750 hồ sơ trực tuyến.",  # more than
        "Trung tâm tiếp nhận 500 hồ sơ, trong đó có 700 lượt công dân.",  # other units
        "Huyện có 86 xã và 1.245 người; trong đó, có 900 người nghèo.",
        "Trung tâm tiếp nhận 500 hồ sơ. Trong đó, 12 sở dẫn đầu.\nSở khác tiếp nhận 700 hồ sơ.",
        "Xã đạt 19/19 tiêu chí.",
        "Trung tâm có 700 hồ sơ, trong đó 500 hồ sơ quá hạn.",
        "Trung tâm có 500 hồ sơ quá hạn, trong đó 700 hồ sơ.",  # of another kind, or of all
        "Tỉnh phấn đấu thu 500 tỷ đồng, trong đó năm 2018 đã thu 600 tỷ đồng.",  # a plan and a result
    ],
)
def test_a_part_within_its_whole(text: str) -> None:
    assert "part_exceeds_whole" not in kinds(text)


# --- ranks, ranges --------------------------------------------------------------------------------------------------


def test_a_rank_beyond_the_number_ranked() -> None:
    made = record("Năm 2018, tỉnh xếp hạng thứ 65/61 tỉnh, thành phố.")
    assert [c.kind for c in made.checks] == ["rank_out_of_range"]
    assert made.rankings == []


def test_a_rank_within_the_number_ranked() -> None:
    assert kinds("Năm 2018, tỉnh xếp hạng thứ 35/61 tỉnh, thành phố.") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tốc độ tăng trưởng đạt 8-6,5%.", ["range_upside_down"]),
        ("Cả nước thu mua 650.000-600.000 tấn lúa.", ["range_upside_down"]),
        ("Tốc độ tăng trưởng đạt 6,5-8%.", []),
        ("Cả nước thu mua 600.000-650.000 tấn lúa.", []),
        ("Tỷ lệ giảm từ 15% xuống 10%.", []),
        ("Tỷ lệ hộ nghèo giảm từ 15% đến 10%.", []),
    ],
)
def test_a_range_upside_down(text: str, wanted: list[str]) -> None:
    assert kinds(text) == wanted


# --- one indicator, two values --------------------------------------------------------------------------------------

TWICE = "Năm 2018, thu ngân sách trên địa bàn đạt {}.\nTrong năm 2018, thu ngân sách trên địa bàn đạt {}."


@pytest.mark.parametrize(
    ("here", "there"),
    [("512,4 tỷ đồng", "521,4 tỷ đồng"), ("98,5% dự toán", "89,5% dự toán"), ("500 tỷ đồng", "900 tỷ đồng")],
)
def test_two_values_of_one_indicator(here: str, there: str) -> None:
    (check,) = checks(TWICE.format(here, there))
    assert check.kind == "indicator_contradiction"
    assert [s.text for s in check.spans] == [here.removesuffix(" dự toán"), there.removesuffix(" dự toán")]


@pytest.mark.parametrize(
    "text",
    [
        TWICE.format("512,4 tỷ đồng", "512,4 tỷ đồng"),
        TWICE.format("512,4 tỷ đồng", "512 tỷ đồng"),  # rounded
        TWICE.format("512,4 tỷ đồng", "trên 500 tỷ đồng"),
        TWICE.format("khoảng 500 tỷ đồng", "530 tỷ đồng"),
        TWICE.format("98,5% dự toán", "103% so với cùng kỳ"),  # another basis
        TWICE.format("512,4 tỷ đồng", "98,5% dự toán"),
        "Năm 2017, thu ngân sách trên địa bàn đạt 400 tỷ đồng. Năm 2018, thu ngân sách trên địa bàn đạt 500 tỷ đồng.",
        "Năm 2018, thu ngân sách trên địa bàn đạt 500 tỷ đồng. Năm 2018, thu ngân sách trên địa bàn tăng 20 tỷ đồng.",
        "Năm 2018, thu ngân sách trên địa bàn Lạng Sơn đạt 500 tỷ đồng.\n"
        "Năm 2018, thu ngân sách trên địa bàn Cao Bằng đạt 300 tỷ đồng.",
        "Năm 2018, tỉnh phấn đấu thu ngân sách trên địa bàn đạt 500 tỷ đồng.\n"
        "Năm 2018, thu ngân sách trên địa bàn đạt 600 tỷ đồng.",
        "Thu ngân sách trên địa bàn đạt 500 tỷ đồng. Thu ngân sách trên địa bàn đạt 600 tỷ đồng.",  # no period
    ],
)
def test_two_values_that_fit(text: str) -> None:
    assert "indicator_contradiction" not in kinds(text)


# --- what a number with its comparator may be -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "comparator", "low", "high"),
    [
        (4700, "over", 4700, 4800),
        (4700, "exact", 4650, 4750),
        (99.12, "exact", 99.115, 99.125),
        (500, "nearly", 400, 500),
        (500, "under", 400, 500),
        (500, "about", 450, 550),
        (12, "at_least", 12, 13),
        (12, "at_most", 11, 12),
        (0, "exact", -0.5, 0.5),
    ],
)
def test_interval(value: float, comparator: Comparator, low: float, high: float) -> None:
    assert (interval(value, None, comparator).low, interval(value, None, comparator).high) == pytest.approx((low, high))
