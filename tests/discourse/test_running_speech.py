"""Speech that runs on: handed down, behind aims, in promises; what is done badly is no order."""

from __future__ import annotations

import pytest

from tests.discourse.said import OPENING, items, quotes, speakers


def test_an_order_is_handed_down_inside_a_speech() -> None:
    text = OPENING + (
        "Chủ tịch UBND tỉnh yêu cầu Sở Y tế rà soát kho thuốc. "
        "Theo đó, Sở Y tế tiếp tục chỉ đạo các trạm y tế kiểm tra tủ thuốc."
    )
    assert set(speakers(text)) == {"Lê Văn Tám"}
    assert ("directive", "tiếp tục chỉ đạo các trạm y tế kiểm tra tủ thuốc", "Sở Y tế") in items(text)


def test_aims_before_an_order_are_not_ordered() -> None:
    text = OPENING + (
        "Chủ tịch UBND tỉnh yêu cầu Sở Y tế rà soát kho thuốc. Để giảm phiền hà; rút ngắn thủ tục; "
        "Chủ tịch UBND tỉnh giao Sở Nội vụ lập danh mục hồ sơ."
    )
    assert quotes(text) == ["rà soát kho thuốc", "lập danh mục hồ sơ"]


@pytest.mark.parametrize("fault", ["nộp chậm", "nộp không đầy đủ"])
def test_what_is_done_badly_is_no_order_of_its_own(fault: str) -> None:
    text = OPENING + f"Chủ tịch UBND tỉnh yêu cầu các xã kiểm điểm việc không nộp báo cáo, {fault}."
    assert quotes(text) == [f"kiểm điểm việc không nộp báo cáo, {fault}"]


def test_whom_the_speaker_acts_upon_does_not_speak() -> None:
    text = OPENING + "Ông Tám ngắt lời bà Trần Thị Hoa và cho rằng lãnh đạo huyện cần kiểm tra lại sổ sách."
    assert set(speakers(text)) == {"Lê Văn Tám"}


def test_a_body_that_acts_behind_its_aim_is_told_to() -> None:
    text = OPENING + (
        "Chủ tịch UBND tỉnh yêu cầu Sở Y tế rà soát kho thuốc. Để giảm phiền hà, Sở Tư pháp khẩn trương rà soát hồ sơ; "
        "Chủ tịch UBND tỉnh giao Sở Nội vụ lập danh mục hồ sơ."
    )
    assert "khẩn trương rà soát hồ sơ" in quotes(text)


def test_a_ban_before_an_order_is_no_aim() -> None:
    text = OPENING + (
        "Chủ tịch UBND tỉnh yêu cầu Sở Y tế rà soát kho thuốc. Không để xảy ra thiếu thuốc; "
        "Chủ tịch UBND tỉnh giao Sở Nội vụ lập danh mục hồ sơ."
    )
    assert "Không để xảy ra thiếu thuốc" in quotes(text)


def test_what_is_promised_on_is_not_ordered_but_a_fault_behind_it_is_told() -> None:
    text = OPENING + (
        "Chủ tịch UBND tỉnh cho biết tỉnh sẽ cắt giảm thủ tục; không gây phiền hà cho doanh nghiệp; "
        "công tác cấp đất còn chậm."
    )
    assert [kind for kind, _, _ in items(text)] == ["shortcoming"]


def test_an_order_goes_on_behind_a_heading_in_its_line() -> None:
    text = OPENING + (
        "Chủ tịch UBND tỉnh giao Sở Y tế rà soát kho thuốc. "
        "Gỡ vướng cho bệnh viện Về kinh phí, Sở Tài chính chủ trì lập dự toán mua sắm."
    )
    assert ("directive", "chủ trì lập dự toán mua sắm", "Sở Tài chính") in items(text)


def test_a_name_under_a_picture_is_no_part_of_a_demand() -> None:
    heading = "Cần gỡ vướng cho các chợ quê Ông Phạm Đức Hạnh."
    text = OPENING + f"Ông Tám đề nghị tỉnh hỗ trợ tiểu thương. {heading} Ảnh: Hà Vy. Ông Tám đề nghị xã sửa chợ."
    assert not any("Phạm Đức Hạnh" in quote for quote in quotes(text))


def test_a_name_with_a_capital_title_stays_in_what_is_ordered() -> None:
    text = OPENING + "Chủ tịch UBND tỉnh yêu cầu Sở Nội vụ giải quyết dứt điểm đơn của Ông Phạm Đức Hạnh."
    assert quotes(text) == ["giải quyết dứt điểm đơn của Ông Phạm Đức Hạnh"]


def test_those_whom_a_list_names_by_what_they_left_undone_are_not_told_to() -> None:
    text = OPENING + "Chủ tịch UBND tỉnh giao Sở Nội vụ công khai 5 sở, UBND các huyện không nộp báo cáo."
    assert quotes(text) == ["công khai 5 sở, UBND các huyện không nộp báo cáo"]


def test_whom_a_paper_is_put_before_is_not_told_to() -> None:
    text = OPENING + (
        "Chủ tịch UBND tỉnh giao Sở Y tế rà soát kho thuốc. "
        "Hai phòng chuyên môn nói trên, trình UBND tỉnh xem xét danh mục mua sắm."
    )
    assert all(addressee != "UBND tỉnh" for _, _, addressee in items(text))


def test_what_speaks_for_a_mood_is_no_speech() -> None:
    text = OPENING + "Ông Tám nhấn mạnh báo chí cần đưa tin đầy đủ, nói lên được tiếng nói của dân nghèo."
    assert quotes(text) == ["đưa tin đầy đủ, nói lên được tiếng nói của dân nghèo"]


def test_a_visit_opens_no_speech() -> None:
    text = OPENING + (
        "Ông Tám thăm hỏi gia đình ông Phạm Đức Hạnh. Tỉnh đã giành được những thành tựu to lớn. "
        "Đời sống của bà con có chuyển biến tích cực."
    )
    assert quotes(text) == []
