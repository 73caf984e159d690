"""What inspectors find, whether a body, its head or a paper tells it, and faults to which attention is drawn."""

from __future__ import annotations

import pytest

from tests.discourse.said import items, quotes, speakers

_FAULT = ("shortcoming", "hạch toán chi phí không đúng quy định", "UBND huyện")


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("Thanh tra tỉnh phát hiện", "Thanh tra tỉnh"),
        ("Kiểm toán Nhà nước đã phát hiện", "Kiểm toán Nhà nước"),
        ("Qua thanh tra, Thanh tra tỉnh phát hiện", "Thanh tra tỉnh"),
        ("Ủy ban Kiểm tra Tỉnh ủy xác định", "Ủy ban Kiểm tra Tỉnh ủy"),
        ("Đoàn thanh tra phát hiện", None),
        ("Qua kiểm tra, đoàn kiểm tra phát hiện", None),
        ("Theo kết luận thanh tra,", None),
        ("Kết luận thanh tra chỉ rõ,", None),
    ],
)
def test_what_an_inspection_finds(told: str, speaker: str | None) -> None:
    said = f"{told} UBND huyện hạch toán chi phí không đúng quy định."
    assert items(said) == [_FAULT]
    assert speakers(said) == [speaker]


@pytest.mark.parametrize(
    "told",
    [
        "Đoàn kiểm tra chưa phát hiện sai phạm nào.",
        "Khi đoàn kiểm tra phát hiện vi phạm, cơ sở phải dừng hoạt động.",
        "Tổ tuần tra phát hiện hai thanh niên vận chuyển gỗ trái phép.",
        "Qua kiểm tra, Đội Quản lý thị trường số 3 phát hiện cửa hàng bày bán hàng hóa vi phạm quy định.",
        "Thanh tra sở phát hiện 12 cơ sở vi phạm, xử phạt 300 triệu đồng.",
    ],
)
def test_what_is_found_out_of_others(told: str) -> None:
    assert items(told) == []


@pytest.mark.parametrize(
    "who",
    [
        "Trưởng đoàn kiểm tra Lê Văn Tám ghi nhận",
        "Trưởng đoàn giám sát Lê Văn Tám đánh giá",
        "Đoàn kiểm tra đánh giá",
        "Ủy ban Kiểm tra Huyện ủy đánh giá",
    ],
)
def test_inspectors_praise(who: str) -> None:
    wanted = [("recognition", "làm tốt công tác quản lý trật tự xây dựng", "huyện Yên Lạc")]
    assert items(f"{who} huyện Yên Lạc đã làm tốt công tác quản lý trật tự xây dựng.") == wanted


def test_prosecutors_find_fault_with_their_own() -> None:
    said = "Viện trưởng VKSND tỉnh Lê Văn Tám nêu rõ: chất lượng tranh tụng của một số kiểm sát viên còn yếu."
    assert quotes(said) == ["chất lượng tranh tụng của một số kiểm sát viên còn yếu"]


@pytest.mark.parametrize(
    "fault",
    [
        "một bộ phận cán bộ còn né tránh trách nhiệm",
        "một số cán bộ còn né tránh, đùn đẩy, sợ trách nhiệm",
        "Một bộ phận cán bộ còn né tránh, đùn đẩy công việc",
    ],
)
def test_who_shirks_answers_nobody(fault: str) -> None:
    assert quotes(f"Bí thư Thành ủy Lê Văn Tám cho rằng {fault}.") == [fault]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("lưu ý UBND huyện còn chậm báo cáo kết quả rà soát", ("shortcoming", "còn chậm báo cáo kết quả rà soát")),
        ("nhắc nhở một số sở chưa nghiêm túc thực hiện quy chế", ("shortcoming", "chưa nghiêm túc thực hiện quy chế")),
        ("lưu ý các xã vẫn để tồn đọng nhiều hồ sơ", ("shortcoming", "vẫn để tồn đọng nhiều hồ sơ")),
        (
            "lưu ý các xã không chủ quan, lơ là trong phòng dịch",
            ("directive", "không chủ quan, lơ là trong phòng dịch"),
        ),
        ("nhắc các sở còn vướng mắc báo cáo ngay về UBND tỉnh", ("directive", "báo cáo ngay về UBND tỉnh")),
        ("lưu ý các xã còn chậm giải ngân phải đẩy nhanh tiến độ", ("directive", "đẩy nhanh tiến độ")),
        ("lưu ý Sở Tài chính khắc phục hạn chế trong quyết toán", ("directive", "khắc phục hạn chế trong quyết toán")),
    ],
)
def test_what_attention_is_drawn_to(said: str, wanted: tuple[str, str]) -> None:
    assert [item[:2] for item in items(f"Chủ tịch UBND tỉnh {said}.")] == [wanted]
