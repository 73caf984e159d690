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


def test_a_condition_behind_those_asked_is_not_asked_for() -> None:
    text = "Bộ Công an khuyến cáo người dân khi có nhu cầu vay tiền, cần tìm hiểu kỹ công ty tài chính."
    assert [quote for _, quote, _ in items(text)] == ["tìm hiểu kỹ công ty tài chính"]


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


ASSIGNS = "Thủ tướng Trần Văn Nam yêu cầu Bộ Tài chính rà soát nguồn vốn của chương trình.\n"


@pytest.mark.parametrize(
    ("paragraph", "tasks"),
    [
        ("Bộ Y tế chịu trách nhiệm mua máy thở đúng quy định.", ["chịu trách nhiệm mua máy thở đúng quy định"]),
        ("Bộ Y tế chủ trì xây dựng đề án trạm y tế lưu động.", ["chủ trì xây dựng đề án trạm y tế lưu động"]),
        ("Bộ Nội vụ sớm bàn giao hồ sơ theo quy định.", ["sớm bàn giao hồ sơ theo quy định"]),
        ("Về kinh phí, Bộ Y tế lập dự toán theo quy định.", ["lập dự toán theo quy định"]),
        ("UBND tỉnh Hà Giang phối hợp với Bộ Y tế giải phóng mặt bằng.",
         ["phối hợp với Bộ Y tế giải phóng mặt bằng"]),
        # what a body did, or does at its time
        ("Bộ Y tế tổ chức lễ khởi công ngày 5/6.", []),
        ("Bộ Y tế tiếp nhận 300 hồ sơ.", []),
        ("Bộ Y tế đã lập đề án theo quy định.", []),
        ("Bộ Y tế vừa chủ trì xây dựng đề án.", []),
        ("Bộ Y tế cam kết giải ngân đúng hạn.", []),
    ],
)  # fmt: skip
def test_an_order_goes_on_body_by_body(paragraph: str, tasks: list[str]) -> None:
    assert quotes(ASSIGNS + paragraph)[1:] == tasks


@pytest.mark.parametrize("meeting", ["cuộc họp", "hội nghị", "buổi làm việc", "phiên họp"])
def test_who_chairs_a_meeting_is_told_nothing(meeting: str) -> None:
    text = f"Chủ tịch UBND tỉnh Hà Giang Lê Văn Tám chủ trì {meeting} về đầu tư công\nÔng Tám yêu cầu các sở báo cáo."
    assert quotes(text) == ["báo cáo"]
