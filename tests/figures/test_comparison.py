"""`comparison` of a figure: what it is compared with, by how much it changed, and what that makes of the baseline."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from extractor.model import Comparison, Figure
from tests.reading import figures


def comparisons(text: str) -> Iterator[tuple[str, Comparison]]:
    """The comparisons of a text, each with the words of its figure."""
    for figure in figures(text):
        if isinstance(figure, Figure) and figure.comparison:
            yield figure.quantity.text, figure.comparison


def comparison(text: str) -> Comparison:
    """The only comparison of a text."""
    ((_, only),) = comparisons(text)
    return only


def days(compared: Comparison) -> str | None:
    period = compared.period
    return f"{period.start_date}..{period.end_date}" if period else None


@pytest.mark.parametrize("points", ["điểm phần trăm", "điểm %"])
def test_percentage_points_are_no_per_cent_and_give_no_baseline(points: str) -> None:
    made = comparison(f"Huyện giải ngân 640 tỷ đồng, tăng 3 {points} so với cùng kỳ năm 2018.")
    assert (made.change, made.change_unit, made.computed_baseline) == (3, "điểm phần trăm", None)


BENT: list[tuple[str, tuple[object, ...]]] = [
    ("tăng hơn 8%", ("over", 8, None)),
    ("giảm gần 8%", ("nearly", 8, None)),
    ("tăng khoảng 8%", ("about", 8, None)),
    ("tăng 8-9%", ("range", 8, 9)),
    ("tăng 8%", ("exact", 8, None)),
]


@pytest.mark.parametrize(("change", "wanted"), BENT)
def test_a_bent_change_keeps_its_comparator_and_has_no_baseline(change: str, wanted: tuple[object, ...]) -> None:
    made = comparison(f"Năm 2018, huyện thu ngân sách đạt 540 tỷ đồng, {change} so với cùng kỳ.")
    assert (made.comparator, made.change, made.change_high) == wanted
    assert made.computed_baseline == (500_000_000_000 if wanted[0] == "exact" else None)


def test_a_bent_figure_gives_no_exact_baseline() -> None:
    made = comparison("Năm 2018, huyện thu ngân sách đạt hơn 540 tỷ đồng, tăng 8% so với cùng kỳ.")
    assert (made.comparator, made.computed_baseline) == ("exact", None)


BASELINE_DAYS: list[tuple[str, str | None]] = [
    # the year that the baseline names, not the one before
    ("Năm 2018, huyện thu ngân sách đạt 540 tỷ đồng, tăng 8% so với cùng kỳ năm 2016.", "2016-01-01..2016-12-31"),
    ("Trong 9 tháng đầu năm 2018, huyện xuất khẩu đạt 54 triệu USD, tăng 8% so với cùng kỳ năm 2015.",
     "2015-01-01..2015-09-30"),
    ("Năm 2018, huyện thu ngân sách đạt 540 tỷ đồng, tăng 8% so với cùng kỳ.", "2017-01-01..2017-12-31"),
    ("Năm 2018, huyện thu ngân sách đạt 540 tỷ đồng, tăng 8% so với cùng kỳ năm trước.", "2017-01-01..2017-12-31"),
    # the baseline's own days
    ("Tháng 5/2019, huyện thu ngân sách đạt 54 tỷ đồng, tăng 8% so với tháng trước.", "2019-04-01..2019-04-30"),
    ("Quý II/2019, huyện thu ngân sách đạt 54 tỷ đồng, giảm 8% so với quý I/2019.", "2019-01-01..2019-03-31"),
    ("Năm 2018, huyện thu ngân sách đạt 540 tỷ đồng, tăng 8% so với năm 2017.", "2017-01-01..2017-12-31"),
    ("Năm 2018, huyện thu ngân sách đạt 540 tỷ đồng, tăng 8% so với cùng kỳ tháng 5/2017.", "2017-05-01..2017-05-31"),
    ("Đến nay, huyện thu ngân sách đạt 540 tỷ đồng, bằng 48% kế hoạch năm 2019.", "2019-01-01..2019-12-31"),
    ("6 tháng đầu năm 2019, vụ đông xuân được mùa, sản lượng đạt 48 nghìn tấn, giảm 8% so với cùng kỳ.",
     "2018-01-01..2018-06-30"),
    # nothing settles them
    ("Huyện thu ngân sách đạt 540 tỷ đồng, tăng 8% so với cùng kỳ.", None),
    ("Năm 2018, huyện thu ngân sách đạt 540 tỷ đồng, tăng 8% so với cùng kỳ các năm trước.", None),
    ("Năm 2018, huyện thu ngân sách đạt 540 tỷ đồng, tăng 8% so với dự toán.", None),
    ("Năm 2018, huyện thu ngân sách đạt 540 tỷ đồng, tăng 8% so với cùng kỳ năm 2018.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), BASELINE_DAYS)
def test_the_days_of_the_baseline(text: str, wanted: str | None) -> None:
    assert days(comparison(text)) == wanted


CHANGES: list[tuple[str, tuple[object, ...]]] = [
    ("thu 107 tỷ đồng, tăng 7 tỷ đồng so với cùng kỳ", ("up", 7_000_000_000, "đồng", 100_000_000_000)),
    ("thu 107 tỷ đồng, cao hơn cùng kỳ 7 tỷ đồng", ("up", 7_000_000_000, "đồng", 100_000_000_000)),
    ("thu 107 tỷ đồng, vượt 7 tỷ đồng so với dự toán", ("up", 7_000_000_000, "đồng", 100_000_000_000)),
    ("thu 107 tỷ đồng, tăng 7 tỷ đồng (7%) so với cùng kỳ", ("up", 7_000_000_000, "đồng", 100_000_000_000)),
    ("thu 107 tỷ đồng, tăng hơn 7 tỷ đồng so với cùng kỳ", ("up", 7_000_000_000, "đồng", None)),
    ("xuất khẩu 80 triệu USD, giảm 20 triệu USD so với năm 2017", ("down", 20_000_000, "USD", 100_000_000)),
    ("xảy ra 14 vụ cháy, giảm 3 vụ so với cùng kỳ", ("down", 3, "vụ", 17)),
    ("xảy ra 14 vụ cháy, ít hơn cùng kỳ 3 vụ", ("down", 3, "vụ", 17)),
    ("xuất khẩu 80 triệu USD, gấp 2 lần cùng kỳ", ("level", 2, "lần", 40_000_000)),
    ("xuất khẩu 80 triệu USD, tăng gấp 2,5 lần so với năm 2017", ("level", 2.5, "lần", 32_000_000)),
    ("xuất khẩu 80 triệu USD, bằng 1,6 lần kế hoạch", ("level", 1.6, "lần", 50_000_000)),
    ("xuất khẩu 80 triệu USD, tăng 2 lần so với cùng kỳ", ("up", 2, "lần", None)),
]


@pytest.mark.parametrize(("told", "wanted"), CHANGES)
def test_a_change_in_an_amount_or_in_times(told: str, wanted: tuple[object, ...]) -> None:
    made = comparison(f"Năm 2018, huyện {told}.")
    assert (made.direction, made.change, made.change_unit, made.computed_baseline) == wanted


UNCOMPARED = [
    "Năm 2018, huyện thu 107 tỷ đồng, tăng 7 tỷ đồng.",  # against what, nobody says
    "Năm 2018, thu ngân sách tăng 7 tỷ đồng so với cùng kỳ.",  # by how much, but not to what
    "Năm 2018, số lượt khám tăng 320 lượt (tăng 8%) so với cùng kỳ.",  # 8 % is not of the 320
    "Năm 2018, huyện có 12 xã, tăng 7 tỷ đồng thu ngân sách so với cùng kỳ.",
    "Năm 2018, huyện thu 107 tỷ đồng, gấp 3 lần trong 5 năm.",
    "Năm 2018, huyện thu 107 tỷ đồng; chi tăng 7 tỷ đồng so với cùng kỳ.",
]


@pytest.mark.parametrize("text", UNCOMPARED)
def test_a_change_without_its_figure_or_its_baseline_compares_nothing(text: str) -> None:
    assert [*comparisons(text)] == []
