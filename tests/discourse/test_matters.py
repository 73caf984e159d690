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


@pytest.mark.parametrize("verb", ["nêu rõ", "kết luận", "nhấn mạnh", "thống nhất"])
@pytest.mark.parametrize(
    ("asked", "body", "quote"),
    [
        (
            "Bộ Xây dựng khẩn trương hoàn thiện dự thảo nghị định.",
            "Bộ Xây dựng",
            "khẩn trương hoàn thiện dự thảo nghị định",
        ),
        ("Bộ Y tế chủ trì rà soát giá thuốc.", "Bộ Y tế", "chủ trì rà soát giá thuốc"),
        ("Bộ Công an tăng cường tuần tra.", "Bộ Công an", "tăng cường tuần tra"),
    ],
)
def test_a_colon_opens_what_bodies_are_to_do(verb: str, asked: str, body: str, quote: str) -> None:
    assert items(f"Phó Thủ tướng {verb}: {asked}") == [("directive", quote, body)]


@pytest.mark.parametrize(
    "told",
    [
        "Thủ tướng nhấn mạnh: Việt Nam tiếp tục thực hiện chính sách đổi mới.",
        "Thủ tướng cho biết: Bộ Y tế tổ chức kiểm tra hằng tuần.",
        "Thủ tướng nêu rõ: Bộ Y tế đã hoàn thành tiêm chủng.",
        "Thủ tướng kết luận: Bộ Y tế triển khai 5 đoàn kiểm tra.",
    ],
)
def test_what_bodies_do_is_no_order(told: str) -> None:
    assert quotes(told) == []


@pytest.mark.parametrize("theirs", ["nhu cầu của các tỉnh", "hồ sơ của huyện Yên Thạch", "ý kiến của UBND các xã"])
def test_another_body_ends_a_task_behind_whose_it_is(theirs: str) -> None:
    assert items(f"Thủ tướng giao Bộ Y tế tổng hợp {theirs}, Bộ Tài chính bố trí nguồn vốn.") == [
        ("directive", f"tổng hợp {theirs}", "Bộ Y tế"),
        ("directive", "bố trí nguồn vốn", "Bộ Tài chính"),
    ]


@pytest.mark.parametrize("papers", ["hướng dẫn của Bộ Y tế, Bộ Tài chính ban hành", "chỉ đạo của Thủ tướng, Bộ Y tế"])
def test_a_list_of_bodies_is_one_task(papers: str) -> None:
    assert quotes(f"Chủ tịch UBND tỉnh yêu cầu các sở thực hiện nghiêm {papers}.") == [f"thực hiện nghiêm {papers}"]
