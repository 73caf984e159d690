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


def test_what_somebody_need_not_do_is_not_asked_of_him() -> None:
    text = "Hiệp hội Bất động sản đề xuất hoàn trả tiền cho người dân và không phải trả thêm chi phí."
    assert quotes(text) == ["hoàn trả tiền cho người dân", "không phải trả thêm chi phí"]


def test_misdeeds_that_a_task_is_about_are_not_ordered() -> None:
    task = "ngăn chặn tình trạng lấn chiếm đất rừng, khai thác gỗ trái phép, xây dựng nhà không phép"
    assert quotes(OPENING + f"Chủ tịch UBND tỉnh yêu cầu các huyện {task}.") == [task]


@pytest.mark.parametrize("burden", ["tốn nhiều thời gian chờ đợi", "chật vật vay vốn", "đối mặt với nợ xấu"])
def test_what_people_suffer_is_not_asked_of_them(burden: str) -> None:
    assert quotes(f"Đại biểu Lê Văn Nam cho rằng thủ tục kéo dài, các doanh nghiệp phải {burden}.") == []


def test_a_duty_that_only_describes_is_no_demand() -> None:
    task = "ban hành quy chế cho những vị trí có trách nhiệm cụ thể"
    assert quotes(f"Chuyên gia Lê Văn Nam cho rằng Chính phủ nên {task}.") == [task]


def test_who_chairs_a_meeting_in_a_title_is_not_asked_to() -> None:
    title = "Phó Thủ tướng Lê Văn Tám chủ trì họp Ban Chỉ đạo xuất khẩu gạo"
    body = "Chiều 1/7/2019, Phó Thủ tướng Lê Văn Tám họp Ban Chỉ đạo."
    assert quotes(f"{title}\n{body} Các thành viên đề nghị giữ nguyên hạn ngạch.") == ["giữ nguyên hạn ngạch"]
