"""Who proposes without an office: experts, delegates, firms, citizens, in many ways of saying so."""

from __future__ import annotations

import pytest

from tests.discourse.said import actions, items, speakers

LEAD = "Tin trong ngày.\n"

PLANT = "trồng lại rừng ven suối"


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Theo chuyên gia lâm nghiệp vùng cao - TS Đỗ Minh Khôi, cần phải", "Đỗ Minh Khôi"),
        ("Theo nhận định của PGS.TS Đỗ Minh Khôi, nên", "Đỗ Minh Khôi"),
        ("Theo quan điểm của luật sư Đỗ Minh Khôi, phải", "Đỗ Minh Khôi"),
        ("Theo các hợp tác xã và các chuyên gia, trước hết cần phải", "các hợp tác xã"),
        ("Theo giới chuyên gia, cần", "giới chuyên gia"),
        ("Nhiều chuyên gia cho rằng nên", "Nhiều chuyên gia"),
        ("Rất nhiều hộ dân đề nghị", "Rất nhiều hộ dân"),
        ("Đại diện các hộ trồng quế kiến nghị được", "Đại diện các hộ trồng quế"),
        ("Phía chủ rừng đề nghị", "Phía chủ rừng"),
        ("Cử tri xã Bình Minh mong muốn sớm", "Cử tri xã Bình Minh"),
        ("GS.TS Đỗ Minh Khôi - nguyên Viện trưởng Viện Lâm nghiệp, Chủ tịch Hội Quế cho rằng cần", "Đỗ Minh Khôi"),
        ("Chị Lê Thị Mận, tiểu thương ở chợ Bắc Sông, cho rằng nên", "Lê Thị Mận"),
        ("Ông Đỗ Minh Khôi thì cho rằng cần", "Đỗ Minh Khôi"),
        ("Có ý kiến đề nghị", None),
        ("Có ý kiến cho rằng cần", None),
        ("Có ý kiến của đại biểu cho rằng cần", "đại biểu"),
        ("Cơ quan thẩm tra đề nghị", "cơ quan thẩm tra"),
        ("Công ty Sông Xanh làm đơn đề nghị UBND huyện Văn Lãng", "Công ty Sông Xanh"),
        ("Công ty Sông Xanh cho biết, sẽ tiếp tục kiến nghị UBND huyện Văn Lãng", "Công ty Sông Xanh"),
        ("Bộ Nông nghiệp vừa hoàn thành dự thảo đề án, đề xuất", "Bộ Nông nghiệp"),
    ],
)  # fmt: skip
def test_who_proposes(before: str, speaker: str | None) -> None:
    found = actions(f"{LEAD}{before} {PLANT}.")
    assert [(a.kind, a.text.removeprefix("được ").removeprefix("sớm ")) for a in found] == [("recommendation", PLANT)]
    assert [name and name.lower() for name in speakers(f"{LEAD}{before} {PLANT}.")] == [speaker and speaker.lower()]


@pytest.mark.parametrize(
    "text",
    [
        "Thanh tra Sở Y tế đã kiến nghị xử lý kỷ luật 14 tập thể, thu hồi 2,5 tỷ đồng.",
        "Năm nay có 40 lượt hộ dân đề nghị cấp giấy phép.",
        "Ông Đỗ Minh Khôi, Giám đốc Công ty Sông Xanh, hỏi người trồng quế cần phải nộp giấy tờ gì?",
        "Hàng trăm người tụ tập để yêu cầu.",
        "Theo báo cáo, diện tích rừng tăng 5%.",
    ],
)
def test_who_does_not(text: str) -> None:
    assert [a for a in actions(LEAD + text) if a.kind == "recommendation"] == []


def test_advice_keeps_its_no_and_its_verb_may_be_unknown() -> None:
    assert items(f"{LEAD}TS Đỗ Minh Khôi khuyến cáo người dân không nên mua cây giống trôi nổi.") == [
        ("recommendation", "không nên mua cây giống trôi nổi", "người dân")
    ]
    assert items(f"{LEAD}Bác sĩ Đỗ Minh Khôi khuyên người bệnh nên uống nhiều nước.") == [
        ("recommendation", "uống nhiều nước", "người bệnh")
    ]
    assert items(f"{LEAD}Ông Đỗ Minh Khôi nói: “Các hãng hàng không phải tính đến hiệu quả của đường bay”.") == [
        ("recommendation", "tính đến hiệu quả của đường bay", "Các hãng hàng không")
    ]


def test_a_list_is_announced_behind_whom_it_goes_to() -> None:
    text = f"{LEAD}Sở Xây dựng kiến nghị UBND tỉnh ba nội dung: bố trí vốn; giao đất sạch; sửa quy định thu phí."
    assert [(a.text, a.addressee) for a in actions(text)] == [
        ("bố trí vốn", "UBND tỉnh"),
        ("giao đất sạch", "UBND tỉnh"),
        ("sửa quy định thu phí", "UBND tỉnh"),
    ]


def test_a_long_quotation_is_his_who_is_named_before_it() -> None:
    text = (
        f"{LEAD}Ông Đỗ Minh Khôi, Chủ tịch Hiệp hội Quế, nói: “Năm ngoái giá quế cao. Nhà nào cũng trồng. "
        "Đến mùa thì thương lái không mua. Kho của chúng tôi đã đầy. Các xã nên công bố diện tích trồng”."
    )
    assert [(a.kind, a.text, a.addressee) for a in actions(text)] == [
        ("recommendation", "công bố diện tích trồng", "Các xã")
    ]
    assert speakers(text) == ["Đỗ Minh Khôi"]


def test_a_proposal_goes_on_in_the_next_sentence() -> None:
    text = f"{LEAD}Một số ý kiến đề nghị mở rộng đối tượng vay. Bổ sung quy định về giám sát."
    assert [a.text for a in actions(text)] == ["mở rộng đối tượng vay", "Bổ sung quy định về giám sát"]


def test_an_aim_stands_before_the_modal() -> None:
    text = f"{LEAD}Ông Đỗ Minh Khôi cho rằng giá còn thấp. Để giữ giá cần mở rộng kho lạnh, xây dựng thương hiệu."
    assert [a.text for a in actions(text)][:1] == ["mở rộng kho lạnh"]


def test_nhung_toi_kien_nghi_is_the_speakers_own() -> None:
    text = (
        f"{LEAD}Ông Đỗ Minh Khôi, Chủ tịch Hiệp hội Quế, nói: “Nghị quyết của Chính phủ đã có "
        "nhưng tôi kiến nghị giảm phí kiểm dịch”."
    )
    assert speakers(text) == ["Đỗ Minh Khôi"]


def test_wishes_of_people_without_a_name() -> None:
    text = f"{LEAD}Nguyện vọng của bà con là tỉnh sớm sửa cầu treo."
    assert items(text) == [("recommendation", "sớm sửa cầu treo", "tỉnh")]


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        ("Người dân mong muốn", "thủ tục vay vốn được rút gọn"),
        ("Cử tri xã Minh Tân đề nghị", "tuyến đường liên xã sớm được nâng cấp"),
        ("Người dân hy vọng", "các thủ tục sẽ được công bố"),
        ("Chủ tịch UBND tỉnh Lê Văn Tám yêu cầu", "tiến độ đền bù phải được đẩy nhanh"),
        ("Doanh nghiệp mong muốn giá thuê đất", "tiếp tục giữ ổn định"),
        ("Người dân mong dự án thủy lợi", "sớm hoàn thành"),
        ("Sở Y tế đưa ra kiến nghị với UBND tỉnh", "bổ sung nhân lực"),
        ("Chiều nay, UBND TP Sông Xanh họp với Bộ Y tế. TP kiến nghị Bộ Y tế", "bổ sung nhân lực"),
        ("Chiều nay, UBND quận họp với Sở Y tế. Quận đề nghị Sở Y tế", "bổ sung nhân lực"),
        ("Ông Đỗ Minh Khôi, Chủ tịch Hiệp hội Quế, cho rằng cơ sở nào cũ thì nên", "dừng lại"),
        ("Ông Đỗ Minh Khôi, Chủ tịch Hiệp hội Quế, cho rằng thành phố cần", "kiến nghị Bộ Y tế giảm phí"),
    ],
)
def test_what_is_asked_for_things(before: str, asked: str) -> None:
    assert [quote for _, quote, _ in items(f"{before} {asked}.")] == [asked]


@pytest.mark.parametrize(
    "text",
    [
        "Cử tri kiến nghị về số tiền thu được từ đấu giá.",
        "Sở Y tế đề nghị kinh phí hỗ trợ đã được cấp năm ngoái.",
        "Người dân mong muốn giá quế ổn định.",
        "Tại TP kiến nghị còn nhiều, Sở Y tế đã trả lời.",
        "Ông Đỗ Minh Khôi, Chủ tịch Hiệp hội Quế, cho rằng hàng ế nên giá giảm.",
    ],
)
def test_what_is_told_of_things(text: str) -> None:
    assert items(text) == []
