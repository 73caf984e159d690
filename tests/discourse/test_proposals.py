"""Proposals in nouns, interviews, inspections and what else speaks without a plain frame."""

from __future__ import annotations

import pytest

from tests.discourse.said import OPENING, actions, items, quotes, speakers


@pytest.mark.parametrize(
    ("text", "speaker", "quote"),
    [
        ("Thủ tướng đồng ý với đề xuất của Bộ Y tế thành lập ba đội phản ứng nhanh.", "Bộ Y tế",
         "thành lập ba đội phản ứng nhanh"),
        ("Sở Tài chính đang xem xét kiến nghị của UBND huyện Văn Lãng về việc giảm phí qua cầu.",
         "UBND huyện Văn Lãng", "giảm phí qua cầu"),
        ("Cuối tuần qua đã có nhiều ý kiến đề nghị UBND tỉnh giữ lại hàng cây ven hồ.", "nhiều ý kiến",
         "giữ lại hàng cây ven hồ"),
    ],
)  # fmt: skip
def test_a_noun_proposes(text: str, speaker: str, quote: str) -> None:
    assert ("recommendation", quote) in [(a.kind, a.text) for a in actions(text)]
    assert speaker in speakers(text)


def test_a_noun_that_is_a_form_or_is_counted_proposes_nothing() -> None:
    assert items("Trung tâm tiếp nhận hồ sơ đề nghị cấp phép xây dựng của người dân.") == []
    assert items("Phòng Tư pháp đã thẩm định 40 đề nghị xây dựng văn bản.") == []


def test_who_is_named_around_a_noun_keeps_the_word() -> None:
    text = (
        f"{OPENING}Ông Tám nhất trí với đề xuất của Sở Y tế mua thêm hai máy thở. "
        "Sở Tài chính phải bố trí kinh phí trong tháng 3."
    )
    assert speakers(text) == ["Sở Y tế", "Lê Văn Tám"]


def test_an_interview_gives_the_word_back() -> None:
    text = (
        "Phóng viên trao đổi với chuyên gia về thuế đất. "
        "TS Đỗ Minh Khôi: Tôi nghĩ mức thu hiện nay còn thấp. "
        "Vậy theo ông nên làm gì? "
        "Trước hết, Bộ Tài chính cần công khai bảng giá đất."
    )
    assert [(a.kind, a.text, a.addressee) for a in actions(text)] == [
        ("recommendation", "công khai bảng giá đất", "Bộ Tài chính")
    ]
    assert speakers(text) == ["Đỗ Minh Khôi"]


def test_an_inspection_finds_what_was_not_done() -> None:
    text = (
        "Theo kết luận thanh tra của Sở Y tế, Bệnh viện Đa khoa Văn Lãng đã không lập hồ sơ nghiệm thu; "
        "không có sổ theo dõi thuốc."
    )
    assert [(a.kind, a.text) for a in actions(text)] == [
        ("shortcoming", "không lập hồ sơ nghiệm thu"),
        ("shortcoming", "không có sổ theo dõi thuốc"),
    ]
    assert set(speakers(text)) == {"Sở Y tế"}


def test_a_lead_in_opens_a_list_of_faults() -> None:
    text = "Chánh Thanh tra tỉnh Nguyễn Văn Nam chỉ rõ nhiều sai phạm như: chi sai nguồn; chậm nộp ngân sách."
    assert [(a.kind, a.text) for a in actions(text)] == [
        ("shortcoming", "chi sai nguồn"),
        ("shortcoming", "chậm nộp ngân sách"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Tám cho rằng dự án chậm vì chúng ta phải chờ hồ sơ.",
        "Ông Tám cho biết để đạt kế hoạch thì thành phố sẽ phải vay thêm vốn.",
        "Ông Tám nhấn mạnh, sản xuất điện là ngành then chốt.",
        "Ông Tám cho biết mặt hàng cần bán, nhất là gạo, còn nhiều.",
        "Ông Tám cho rằng trong số các nguyên nhân phải kể đến thời tiết.",
    ],
)
def test_a_burden_or_a_description_is_no_demand(text: str) -> None:
    assert [a for a in actions(OPENING + text) if a.kind in ("directive", "recommendation")] == []


def test_officials_order_by_phai_and_delegates_propose() -> None:
    order = "Ông Trần Văn Hà, Cục trưởng Cục Đăng kiểm cho rằng, từ tháng 9 phải công khai kết quả kiểm định."
    wish = "Đại biểu Quốc hội Vũ Thị Lan đề nghị nên phân biển số thành ba loại."
    assert [(a.kind, a.text) for a in actions(order)] == [("directive", "công khai kết quả kiểm định")]
    assert [(a.kind, a.text) for a in actions(wish)] == [("recommendation", "phân biển số thành ba loại")]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("xe buýt cỡ nhỏ phải chạy sâu vào khu dân cư", []),  # what a thing must do is told
        ("xe buýt cỡ nhỏ cần chạy sâu vào khu dân cư", [("chạy sâu vào khu dân cư", None)]),
        ("Sở Y tế phải mở thêm hai điểm tiêm", [("mở thêm hai điểm tiêm", "Sở Y tế")]),
    ],
)
def test_phai_of_one_without_office_demands_only_of_somebody(said: str, asked: list[tuple[str, str | None]]) -> None:
    found = actions(f"Ông Đỗ Minh Khôi, chuyên gia đô thị, cho rằng {said}.")
    assert [(a.text, a.addressee) for a in found] == asked
    assert {a.kind for a in found} <= {"recommendation"}


def test_parties_on_one_level_are_asked() -> None:
    text = "Chủ tịch nước Trần Văn Phú đề nghị hai bên sớm ký hiệp định vận tải đường sắt."
    assert items(text) == [("recommendation", "sớm ký hiệp định vận tải đường sắt", "hai bên")]


def test_a_pictures_credit_is_stepped_over() -> None:
    text = (
        f"{OPENING}Ông Tám yêu cầu các sở, ngành rà soát quy hoạch. Quang cảnh cuộc họp. Ảnh: Minh Anh "
        "Sở Xây dựng khẩn trương thẩm định hồ sơ."
    )
    assert quotes(text) == ["rà soát quy hoạch", "khẩn trương thẩm định hồ sơ"]


def test_a_dated_clause_is_told() -> None:
    text = f"{OPENING}Ông Tám yêu cầu Sở Y tế rà soát giá thuốc. Ngày 10/3, Sở Y tế tổ chức lấy ý kiến người dân."
    assert quotes(text) == ["rà soát giá thuốc"]


def test_a_heading_inside_the_text_is_a_demand_if_the_text_asks_for_the_same() -> None:
    text = (
        f"{OPENING}Cuộc họp bàn về vốn. Dồn vốn cho đường vành đai Theo ông Lê Văn Tám, "
        "Sở Giao thông cần dồn vốn cho đường vành đai trước mùa mưa."
    )
    assert quotes(text)[0] == "Dồn vốn cho đường vành đai"


def test_a_given_name_may_be_a_bodys_word() -> None:
    text = "Phó Chủ tịch UBND tỉnh Lê Văn Khoa chủ trì cuộc họp. Ông Khoa yêu cầu Sở Y tế rà soát giá thuốc."
    assert speakers(text) == ["Lê Văn Khoa"]


def test_whoever_got_the_paper_is_asked() -> None:
    text = (
        "Sở Nông nghiệp tỉnh Cao Bằng vừa báo cáo UBND tỉnh Cao Bằng tình hình hạn hán. "
        "Sở Nông nghiệp tỉnh Cao Bằng đề xuất hỗ trợ giống lúa cho các hộ mất mùa."
    )
    assert items(text) == [("recommendation", "hỗ trợ giống lúa cho các hộ mất mùa", "UBND tỉnh Cao Bằng")]


def test_a_subject_with_its_own_modal_is_a_task_of_its_own() -> None:
    text = f"{OPENING}Ông Tám yêu cầu công ty chuyển 100 tấn rác đi nơi khác, rác mới phát sinh phải được phân loại."
    assert quotes(text) == ["chuyển 100 tấn rác đi nơi khác", "được phân loại"]


def test_a_predicate_without_a_subject_goes_on_with_the_fault_before() -> None:
    text = f"{OPENING}Ông Tám chỉ rõ một bộ phận cán bộ làm việc cầm chừng, không hiệu quả."
    assert [(a.kind, a.text) for a in actions(text)] == [
        ("shortcoming", "một bộ phận cán bộ làm việc cầm chừng, không hiệu quả")
    ]


def test_a_proposal_inside_what_is_told() -> None:
    text = "Ông Trần Văn Ba cho biết Cục Thú y đang đề xuất bãi bỏ phí của giấy kiểm dịch."
    assert items(text) == [("recommendation", "bãi bỏ phí của giấy kiểm dịch", None)]
    assert speakers(text) == ["Cục Thú y"]


def test_a_name_with_a_word_before_a_colon() -> None:
    text = "Đồng quan điểm, ông Trần Văn Ba bổ sung: Các phường cần lập tổ trực đêm."
    assert items(text) == [("recommendation", "lập tổ trực đêm", "Các phường")]


def test_what_is_done_every_year_is_a_burden() -> None:
    text = "Ông Trần Văn Ba, Giám đốc Công ty Sông Lô cho biết, hàng năm công ty phải chi tiền tỷ để nạo vét kênh."
    assert items(text) == []


def test_tasks_that_are_announced_are_set_one_by_one() -> None:
    chair = "Thủ tướng Trần Văn An "
    listed = f"{chair}nêu ra 4 nhiệm vụ trọng tâm của ngành y tế. Một là, kiểm soát giá thuốc. Hai là, đào tạo bác sĩ."
    assert [(a.kind, a.text) for a in actions(listed)] == [
        ("directive", "kiểm soát giá thuốc"),
        ("directive", "đào tạo bác sĩ"),
    ]
    inside = f"{chair}nhấn mạnh 2 nguyên tắc bắt buộc gồm: Công khai quy hoạch; xử lý nghiêm vi phạm."
    assert quotes(inside) == ["Công khai quy hoạch", "xử lý nghiêm vi phạm"]
    proposed = "Giám đốc Sở Y tế Trần Văn An nêu ra 3 nhóm giải pháp. Thứ nhất, mở rộng trạm y tế xã."
    assert [(a.kind, a.text) for a in actions(proposed)] == [("recommendation", "mở rộng trạm y tế xã")]
    assert items("Báo cáo nêu rõ các giải pháp đã thực hiện gồm: đào tạo bác sĩ; mở trạm y tế.") == []


def test_what_the_solution_is_is_proposed() -> None:
    expert = "Bà Lê Thị Mai, chuyên gia kinh tế, cho rằng lãi suất đang cao. "
    assert quotes(expert + "Giải pháp tiếp theo là giảm chi phí vốn cho doanh nghiệp nhỏ.") == [
        "giảm chi phí vốn cho doanh nghiệp nhỏ"
    ]
    assert quotes(expert + "Giải pháp của ngân hàng là mở thêm phòng giao dịch.") == []
    assert quotes(expert + "Giải pháp đang thực hiện là phát hành thêm trái phiếu.") == []


def test_according_to_him_is_the_word_of_the_last_speaker() -> None:
    text = (
        "Ông Trần Văn An, Chủ tịch UBND huyện Hòa Vang, cho biết mưa lũ gây thiệt hại lớn. Nước đã rút hai ngày trước. "
        "Trường học mở cửa trở lại. Theo ông, các xã phải khẩn trương sửa chữa nhà cửa cho dân."
    )
    assert quotes(text) == ["khẩn trương sửa chữa nhà cửa cho dân"]
    assert speakers(text) == ["Trần Văn An"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Công ty Sông Xanh đang đề nghị được gia hạn hợp đồng thuê đất.", "được gia hạn hợp đồng thuê đất"),
        ("Hiệp hội Thép gửi văn bản lên Bộ Công Thương, kiến nghị được giãn thời hạn nộp thuế.",
         "được giãn thời hạn nộp thuế"),
        ("Theo ông Minh, chuyên gia giao thông, phương án tối ưu nhất là chia nhỏ gói thầu.", "chia nhỏ gói thầu"),
        ("Đã có 12 lượt ý kiến tập trung vào việc đề nghị tu sửa đường liên thôn.", "tu sửa đường liên thôn"),
        ("Cử tri thôn Đông đề nghị huyện kéo điện về bản Pha.", "kéo điện về bản Pha"),
        ("Theo ông Minh, chuyên gia giao thông, tốt hơn hết là giao mặt bằng sạch.", "giao mặt bằng sạch"),
    ],
)  # fmt: skip
def test_a_petition_in_the_passive_and_what_is_best(text: str, quote: str) -> None:
    assert quotes(text) == [quote]


def test_a_heading_on_its_own_line() -> None:
    text = (
        f"Tin trong tỉnh\n\n{OPENING}\n\nThu hồi vốn của dự án chậm\n\n"
        "Ông Tám yêu cầu Sở Tài chính rà soát, thu hồi vốn của các dự án chậm để bổ sung cho trường học.\n\n"
        "Cần tháo gỡ vướng mắc về mặt bằng\n\nTheo ông Tám, vướng mắc về mặt bằng cần được gỡ trong quý II.\n\n"
        "Trao 20 suất quà cho hộ nghèo\n\nĐoàn đã trao 20 suất quà."
    )
    assert quotes(text) == [
        "Thu hồi vốn của dự án chậm",
        "rà soát, thu hồi vốn của các dự án chậm để bổ sung cho trường học",
        "tháo gỡ vướng mắc về mặt bằng",
        "được gỡ trong quý II",
    ]
