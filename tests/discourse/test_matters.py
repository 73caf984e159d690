"""Directives that go on matter by matter or body by body, without a subject of their own."""

from __future__ import annotations

import pytest

from tests.discourse.said import items, quotes

ORDER = "Chủ tịch UBND huyện yêu cầu đẩy nhanh tiến độ các dự án."


@pytest.mark.parametrize("gap", [" ", "\n"])
@pytest.mark.parametrize(
    ("asked", "quote"),
    [
        ("Về giải phóng mặt bằng, khẩn trương kiểm đếm đất đai.", "khẩn trương kiểm đếm đất đai"),
        ("Về công tác cán bộ, hoàn thành quy hoạch nhân sự xã.", "hoàn thành quy hoạch nhân sự xã"),
        ("Riêng về tái định cư, bố trí đất ở cho các hộ.", "bố trí đất ở cho các hộ"),
        ("Trong lĩnh vực y tế, không để thiếu thuốc.", "không để thiếu thuốc"),
        ("Liên quan đến rác thải, xử lý nghiêm cơ sở xả trộm.", "xử lý nghiêm cơ sở xả trộm"),
        ("Đối với công tác tuyển quân, rà soát kỹ danh sách.", "rà soát kỹ danh sách"),
    ],
)
def test_an_order_goes_on_matter_by_matter(gap: str, asked: str, quote: str) -> None:
    assert quotes(ORDER + gap + asked) == ["đẩy nhanh tiến độ các dự án", quote]


@pytest.mark.parametrize("gap", [" ", "\n"])
@pytest.mark.parametrize(
    ("asked", "quote", "body"),
    [
        ("Đối với Phòng Nội vụ, hoàn thành đề án vị trí việc làm.", "hoàn thành đề án vị trí việc làm", "Phòng Nội vụ"),
        ("Riêng xã Phú An, khẩn trương bàn giao đất.", "khẩn trương bàn giao đất", "xã Phú An"),
        ("Còn đối với Công an huyện, tăng cường tuần tra.", "tăng cường tuần tra", "Công an huyện"),
    ],
)
def test_an_order_turns_from_body_to_body(gap: str, asked: str, quote: str, body: str) -> None:
    assert items(ORDER + gap + asked)[1:] == [("directive", quote, body)]


@pytest.mark.parametrize(
    "told",
    [
        "Về nông nghiệp, sản xuất vụ mùa đạt kết quả khá.",
        "Về y tế, triển khai tiêm chủng đã bảo đảm tiến độ.",
        "Về đầu tư, thực hiện giải ngân 300 tỷ đồng, đạt 60% kế hoạch.",
        "Về kinh tế, thu ngân sách đạt 500 tỷ đồng.",
        "Đối với cây lúa, diện tích gieo cấy tăng nhẹ.",
    ],
)
def test_what_is_told_of_a_matter_is_no_order(told: str) -> None:
    assert quotes(f"{ORDER}\n{told}") == ["đẩy nhanh tiến độ các dự án"]
