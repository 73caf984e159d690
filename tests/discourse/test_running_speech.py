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
