"""A ban is never told as its opposite: the verb that forbids stands in the quote, for all that it forbids."""

from __future__ import annotations

import pytest

from tests.discourse.said import OPENING, items, quotes


@pytest.mark.parametrize("ban", ["nghiêm cấm", "không cho phép", "cấm"])
def test_the_verb_that_forbids_stands_in_the_quote(ban: str) -> None:
    text = OPENING + f"Chủ tịch UBND tỉnh {ban} các trường thu thêm tiền, ép học sinh học thêm."
    assert items(text) == [("directive", f"{ban} các trường thu thêm tiền, ép học sinh học thêm", "các trường")]


def test_what_is_ordered_behind_a_ban_stands_by_itself() -> None:
    text = OPENING + (
        "Chủ tịch UBND tỉnh nghiêm cấm các trường thu thêm tiền; giao Sở Giáo dục và Đào tạo kiểm tra việc thu chi."
    )
    assert quotes(text) == ["nghiêm cấm các trường thu thêm tiền", "kiểm tra việc thu chi"]


@pytest.mark.parametrize("ban", ["không", "không được", "tuyệt đối không", "nghiêm cấm"])
def test_a_ban_is_of_all_bare_verbs_behind_it(ban: str) -> None:
    text = OPENING + f"Chủ tịch UBND tỉnh yêu cầu các sở {ban} tăng biên chế, mua sắm ô tô."
    assert quotes(text) == [f"{ban} tăng biên chế, mua sắm ô tô"]


@pytest.mark.parametrize(
    ("banned", "ordered"),
    [
        ("không được chủ quan", "tập trung kiểm tra các hồ chứa"),
        ("không áp đặt thủ tục", "chuyển hồ sơ qua mạng"),
        ("không để xảy ra sai phạm", "xử lý nghiêm người vi phạm"),
    ],
)
def test_an_order_behind_a_ban_is_an_order(banned: str, ordered: str) -> None:
    text = OPENING + f"Chủ tịch UBND tỉnh yêu cầu các sở {banned}, {ordered}."
    assert quotes(text) == [banned, ordered]
