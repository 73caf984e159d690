"""What is better low is no fault when it is; what is only compared with is none either."""

from __future__ import annotations

import pytest

from tests.discourse.said import OPENING, actions


@pytest.mark.parametrize(
    "told",
    [
        "lạm phát thấp với quý I chỉ tăng 0,3%",
        "tỷ lệ hộ nghèo thấp",
        "tỷ lệ thất nghiệp vẫn thấp hơn nhiều so với cả nước",
        "nợ xấu thấp hơn cùng kỳ",
        "CPI chỉ tăng 1,2%",
        "bội chi ngân sách mới bằng một nửa năm trước",
        "tỷ lệ thuế trong giá gas thấp hơn hẳn trong vùng",
        "số vụ tai nạn giao thông giảm sút",
        "tỷ lệ tử vong rất thấp",
        "quý này khá hơn so với quý I năm trước với nhiều sự cố nặng nề",
        "vụ này đón nhiều tín hiệu vui hơn so với vụ trước với nhiều yếu kém",
    ],
)
def test_good_lows_are_no_faults(told: str) -> None:
    found = actions(OPENING + f"Ông Tám nêu một số chỉ tiêu đạt kết quả tích cực như thu ngân sách tăng khá; {told}.")
    assert [a.text for a in found if a.kind == "shortcoming"] == []


@pytest.mark.parametrize(
    "told",
    [
        "tỷ lệ giải ngân vốn còn thấp so với yêu cầu",
        "tăng trưởng tín dụng chỉ đạt 2%, thấp hơn cùng kỳ",
        "chất lượng nước sinh hoạt còn thấp",
    ],
)
def test_other_lows_are(told: str) -> None:
    assert any(a.kind == "shortcoming" for a in actions(OPENING + f"Ông Tám chỉ rõ {told}."))
