"""The words of speech where nobody speaks: nouns, names, tales, promises, questions."""

from __future__ import annotations

import pytest

from tests.discourse.said import OPENING, items, quotes, speakers


@pytest.mark.parametrize(
    "sentence",
    [
        "Theo chỉ đạo của Chủ tịch UBND tỉnh, dự án đã hoàn thành.",
        "Các kiến nghị của cử tri đã được trả lời.",
        "Thanh tra tỉnh đã công bố kết luận thanh tra về dự án.",
        "Ban Chỉ đạo tỉnh họp phiên thứ ba.",
        "Nhiệm vụ được giao đã hoàn thành đúng tiến độ.",
        "Vốn đã giao là 5.000 tỷ đồng.",
        "Hồ sơ đề nghị cấp phép gồm 3 loại giấy tờ.",
        "Việc sửa chữa là cần thiết.",
        "UBND tỉnh không yêu cầu doanh nghiệp nộp thêm hồ sơ.",
        "Hội nghị giao ban quý I diễn ra tại thành phố.",
        "Sở Y tế đã tiếp nhận 500 hồ sơ đề nghị hỗ trợ.",
        "Việc đề xuất bổ nhiệm ông Hùng làm giám đốc được thực hiện đúng quy trình.",
        "Sở Tài chính tổng kết đề án, phục vụ cho việc kiến nghị thay quy chế chi tiêu.",
        "Sở Tài chính còn nghiên cứu, đề xuất, như đặt hàng theo sản phẩm.",
        "Đề xuất được Thủ tướng chấp thuận trong tháng 5.",
    ],
)
def test_no_speech(sentence: str) -> None:
    assert items(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ông Tám hỏi: “Sở Y tế đã báo cáo chưa?”.",
        "Ông Tám cho biết, người dân vẫn phải đi xa 20 km để khám bệnh.",
        "Ông Tám khẳng định UBND tỉnh sẽ tiếp tục hỗ trợ doanh nghiệp.",
        "Ông Tám cho biết năm 2015, Sở Y tế tiến hành rà soát 12 trạm.",
        "Ông Tám hỏi luật nào phải sửa.",
        "Ông Tám cho biết có 78% ý kiến cho rằng trạm y tế nên giữ như hiện nay.",
        "Ông Tám cho biết đã lấy phiếu. Trong số này, 70,1% đề nghị cần sắp xếp lại các trạm.",
        "Ông Tám cho biết tàu đã đâm phải xe khách.",
    ],
)
def test_a_chair_who_neither_asks_nor_assesses(sentence: str) -> None:
    assert items(OPENING + sentence) == []


@pytest.mark.parametrize(
    "text",
    [
        # the object of a task is no speaker
        "Phó Thủ tướng Trần Văn Ba yêu cầu Bộ Y tế gửi ngay UBND các tỉnh văn bản hướng dẫn.",
        # a polite word of asking only introduces what is said
        "Phó Thủ tướng Trần Văn Ba nói: “Tôi xin khẳng định Bộ Y tế sẽ trả lời sớm”.",
    ],
)
def test_one_speaker_alone(text: str) -> None:
    assert set(speakers(text)) <= {"Trần Văn Ba"}


def test_a_lead_in_asks_for_nothing() -> None:
    assert items("UBND huyện Mèo Vạc đề xuất nhiều giải pháp.") == []


def test_a_lead_in_asks_for_what_stands_behind() -> None:
    text = (
        "UBND huyện Mèo Vạc nêu một số kiến nghị với UBND tỉnh như: bố trí vốn cho hồ chứa nước; "
        "nâng cấp tuyến đường liên xã."
    )
    assert [(kind, quote) for kind, quote, _ in items(text)] == [
        ("recommendation", "bố trí vốn cho hồ chứa nước"),
        ("recommendation", "nâng cấp tuyến đường liên xã"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        # an expert, a firm and a district office without a chair's part judge nobody
        "Theo ông Lê Văn Bình, Giám đốc Công ty Thiên An, tiến độ dự án còn chậm.",
        "Doanh nghiệp phản ánh thủ tục hành chính còn rườm rà.",
        # what may be, what is mended and what is counted is no fault
        OPENING + "Ông Tám nói, nếu không quyết liệt thì tiến độ dự án sẽ rất chậm.",
        OPENING + "Ông Tám cho biết, tỉnh đã không để xảy ra thất thoát, lãng phí.",
        OPENING + "Ông Tám cho biết, vốn còn 55.000 tỷ đồng.",
    ],
)
def test_no_judgement_without_authority_or_fact(text: str) -> None:
    assert items(text) == []


def test_a_glued_heading_ends_a_speech() -> None:
    text = "Ông Tám yêu cầu Sở Y tế mở rộng khu điều trị. Nhiều dự án còn chậm Theo báo cáo, tiến độ rất chậm."
    assert [quote for _, quote, _ in items(OPENING + text)] == ["mở rộng khu điều trị"]


def test_what_the_rules_demand_is_told() -> None:
    text = "Ông Lê Văn Bình, Giám đốc Công ty Thiên An cho biết, theo quy định doanh nghiệp phải nộp hồ sơ."
    assert items(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "UBND tỉnh Hà Giang chuyển giao cho UBND xã Phú An quản lý trạm bơm, sử dụng hồ chứa.",
        "Công ty Minh Hải bàn giao cho Sở Y tế quản lý ba trạm y tế.",
        "Năm 2018, số tiền đề nghị bảo hiểm xã hội thanh toán là 20 tỷ đồng.",
        "Tổng vốn đề nghị Chính phủ bố trí là 5 tỷ đồng.",
    ],
)
def test_what_is_handed_over_or_named_is_not_asked_for(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize("way", ["ra tối hậu thư cho", "ra “tối hậu thư” cho"])
def test_an_ultimatum_orders(way: str) -> None:
    assert quotes(f"Chủ tịch UBND tỉnh {way} hai doanh nghiệp phải sửa chữa tàu.") == ["sửa chữa tàu"]


@pytest.mark.parametrize("attitude", ["Không ôm đồm công việc", "Không ngồi chờ báo cáo", "Không đùn đẩy trách nhiệm"])
def test_an_attitude_that_is_forbidden_in_a_speech_is_an_order(attitude: str) -> None:
    assert quotes(f"Thủ tướng Lê Văn Tám nêu rõ: “{attitude}”.") == [attitude]
