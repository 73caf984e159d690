"""Departments of ministries by their whole names, and what follows a body and is none of its name."""

from __future__ import annotations

import pytest

from tests.reading import spans


@pytest.mark.parametrize(
    "body",
    [
        "Cục Quản lý Khám, chữa bệnh", "Cục Quản lý môi trường y tế", "Cục Quản lý môi trường", "Cục Đê điều",
        "Cục Phòng, chống HIV/AIDS", "Vụ Truyền thông và Thi đua khen thưởng", "Cục Chăn nuôi", "Vụ Vận tải",
        "Cục Nhà giáo và Cán bộ quản lý giáo dục", "Tổng cục Phòng chống thiên tai",
        "Cục Tin học và Thống kê tài chính",
        "Cục Quản lý đê điều và Phòng chống thiên tai", "Cục Thương mại điện tử và Công nghệ thông tin",
        "Vụ Phát triển nguồn nhân lực", "Vụ Hành chính sự nghiệp", "Cục Thuế doanh nghiệp lớn",
        "Vụ Đổi mới doanh nghiệp",
        "Cục Cảnh sát phòng, chống tội phạm về môi trường", "Chi cục Đê điều và Phòng chống lụt bão",
        "Cục Ứng phó và Khắc phục hậu quả thiên tai", "Vụ Giám sát, thẩm định và xử lý sau thanh tra",
    ],
)  # fmt: skip
def test_a_department_is_read_with_its_whole_name(body: str) -> None:
    assert body in spans(f"{body} đã có văn bản gửi các địa phương.", "organization")
    head = f"{body} Lê Văn Tám"
    assert any(head in found for found in spans(f"Trưởng phòng {head} cho biết hồ sơ đã xong.", "person"))


def test_a_name_no_table_has_goes_on_to_that_of_its_head() -> None:
    text = "Giám đốc Trung tâm Hỗ trợ nông dân vùng cao Lê Văn Tám nói: việc này cần làm ngay."
    assert spans(text, "person") == ["Giám đốc Trung tâm Hỗ trợ nông dân vùng cao Lê Văn Tám"]


@pytest.mark.parametrize("verb", ["yêu cầu", "cùng", "thăm", "trực tiếp gặp", "thay mặt", "nơi"])
def test_what_somebody_does_is_no_part_of_his_office(verb: str) -> None:
    persons = spans(f"Giám đốc Sở Y tế {verb} Lê Văn Tám dự lễ.", "person")
    assert persons[0] == "Giám đốc Sở Y tế"


@pytest.mark.parametrize(
    ("written", "body"),
    [("ngành Công Thương Nhấn mạnh tới việc này", "ngành Công Thương"), ("Sở Y tế Đề cập đến giá thuốc", "Sở Y tế")],
)
def test_a_verb_with_a_capital_that_opens_a_sentence_is_no_name(written: str, body: str) -> None:
    assert spans(f"Ảnh chụp tại {written}, Phó Chủ tịch UBND tỉnh trả lời.", "organization")[0] == body
