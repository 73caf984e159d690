"""Bodies that order and inspect, lists that go on in one tone, and who may find fault."""

from __future__ import annotations

import pytest

from tests.discourse.said import OPENING, items, quotes


def test_an_inspector_names_what_was_not_done() -> None:
    text = (
        "Theo Thanh tra tỉnh Hà Giang, việc quản lý chợ còn nhiều sai phạm. Cụ thể, ban quản lý không lập sổ thu phí; "
        "chưa báo cáo UBND huyện."
    )
    assert [(kind, quote) for kind, quote, _ in items(text)][1:] == [
        ("shortcoming", "ban quản lý không lập sổ thu phí"),
        ("shortcoming", "chưa báo cáo UBND huyện"),
    ]


@pytest.mark.parametrize(
    "scene", ["Qua thanh tra tại ba xã cho thấy", "Kết quả kiểm tra cho thấy", "Qua kiểm toán thấy"]
)
def test_an_inspection_shows_faults(scene: str) -> None:
    text = f"Theo Thanh tra tỉnh Hà Giang, hồ sơ còn sai sót. {scene} xã chưa thu hồi đất lấn chiếm."
    assert quotes(text)[-1].endswith("chưa thu hồi đất lấn chiếm")


def test_what_was_not_found_is_no_fault() -> None:
    text = "Theo Thanh tra tỉnh Hà Giang, hồ sơ còn sai sót. Năm 2018 không phát hiện vụ tham nhũng nào."
    assert quotes(text) == ["hồ sơ còn sai sót"]


def test_a_body_that_orders_binds_with_phai() -> None:
    text = (
        "UBND TP Hải Phòng yêu cầu các sở rà soát quy chế làm việc. "
        "Cán bộ trong khi thi hành công vụ phải tuân thủ quy chế của cơ quan, không đùn đẩy trách nhiệm."
    )
    assert quotes(text) == ["rà soát quy chế làm việc", "tuân thủ quy chế của cơ quan", "không đùn đẩy trách nhiệm"]


def test_a_problem_that_a_leader_raises() -> None:
    text = f"{OPENING}Một vấn đề khác được Chủ tịch UBND tỉnh đặt ra, đó là các xã quản lý chặt chẽ đất công."
    assert items(text) == [("directive", "quản lý chặt chẽ đất công", "các xã")]


def test_what_matters_most_is_a_demand() -> None:
    text = f"{OPENING}Ông Tám cho rằng, quan trọng nhất là nâng cấp tuyến đường vào khu du lịch."
    assert quotes(text) == ["nâng cấp tuyến đường vào khu du lịch"]


def test_named_results_open_a_list() -> None:
    text = f"{OPENING}Ông Tám cho biết tỉnh đạt nhiều kết quả tích cực. Thu ngân sách tăng 12% so với cùng kỳ."
    assert [kind for kind, _, _ in items(text)] == ["recognition", "recognition"]
    assert [kind for kind, _, _ in items(f"{OPENING}Ông Tám cho biết thu ngân sách tăng 12% so với cùng kỳ.")] == []


@pytest.mark.parametrize(
    ("asked", "quote"),
    [
        ("đề xuất sẽ giữ nguyên mức phí", "giữ nguyên mức phí"),
        ("đề xuất xin thí điểm một cửa liên thông", "thí điểm một cửa liên thông"),
        ("đề nghị được cấp đất tái định cư", "được cấp đất tái định cư"),
    ],
)
def test_who_asks_for_himself(asked: str, quote: str) -> None:
    assert [(kind, said) for kind, said, _ in items(f"Ông Trần Văn Ba {asked}.")] == [("recommendation", quote)]


def test_a_research_group_proposes() -> None:
    text = f"{OPENING}Nhóm nghiên cứu đề xuất mở rộng khu bảo tồn."
    assert [(kind, said) for kind, said, _ in items(text)] == [("recommendation", "mở rộng khu bảo tồn")]


@pytest.mark.parametrize("sentence", ["Đáng lẽ chúng ta phải mua thêm máy", "Giao thông chắc chắn phải đỡ hơn"])
def test_what_should_have_been_is_no_demand(sentence: str) -> None:
    assert quotes(f"{OPENING}Ông Tám nói: “{sentence}”.") == []


def test_a_ministry_that_reports_does_not_judge() -> None:
    report = "Bộ Công Thương cho biết, giá điện hiện còn thấp hơn nhiều nước."
    assert quotes(report) == []
    assert quotes(report.replace("cho biết", "đánh giá")) == ["giá điện hiện còn thấp hơn nhiều nước"]


def test_a_heading_runs_into_praise() -> None:
    text = (
        f"{OPENING}Chợ Hà Giang thành điểm đến Đánh giá cao nỗ lực của ban quản lý chợ, ông Tám cho biết sẽ quay lại."
    )
    assert ("recognition", "nỗ lực của ban quản lý chợ") in [(kind, said) for kind, said, _ in items(text)]


def test_according_to_the_head_of_a_firm() -> None:
    text = "Theo bà Trần Thị Ba, Chủ tịch Công ty cổ phần Sông Lô, các doanh nghiệp cần mở rộng kho lạnh."
    assert quotes(text) == ["mở rộng kho lạnh"]
