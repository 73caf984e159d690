"""What leaders say to people's faces: faults in spoken words, words that go with an order, what was to be done."""

from __future__ import annotations

import pytest

from tests.discourse.said import OPENING, items, kinds, quotes


@pytest.mark.parametrize(
    "fault",
    [
        "các đơn vị không chịu sửa",
        "nhà máy đã xây xong nhưng không vận hành được",
        "trung tâm tốn cả trăm tỷ mà chẳng đâu vào đâu",
        "tình hình ở ba xã ven sông còn tệ đi",
        "cán bộ một số xã cứ bao biện",
        "lãnh đạo ban quản lý làm như không phải việc của mình",
    ],
)
def test_a_fault_in_spoken_words_is_a_shortcoming(fault: str) -> None:
    text = OPENING + f"Chủ tịch UBND tỉnh nói thẳng: “{fault[0].upper()}{fault[1:]}”."
    assert kinds(text) == ["shortcoming"]


@pytest.mark.parametrize(
    "said", ["không phát hiện được vi phạm nào", "không thể không tính đến việc này", "chúng ta không được vội"]
)
def test_not_every_denial_is_one(said: str) -> None:
    assert "shortcoming" not in kinds(OPENING + f"Chủ tịch UBND tỉnh cho biết, {said}.")


def test_words_that_go_with_an_order_are_no_part_of_it() -> None:
    text = OPENING + (
        "Chủ tịch UBND tỉnh giao các sở rà soát lại hệ thống trạm bơm: “Việc vận hành trạm bơm rất tốn kém, mỗi năm "
        "phải mấy chục tỷ đồng”."
    )
    assert items(text)[0] == ("directive", "rà soát lại hệ thống trạm bơm", "các sở")
    assert kinds(text) == ["directive", "shortcoming"]


def test_what_should_have_been_done_is_asked_of_nobody() -> None:
    text = OPENING + (
        "Chủ tịch UBND tỉnh nhắc nhở: “Đáng lẽ phải báo cáo ngay thì ban giám hiệu lại bưng bít với phụ huynh”."
    )
    assert kinds(text) == ["shortcoming"]
    assert quotes(text) == ["ban giám hiệu lại bưng bít với phụ huynh"]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Tôi đề nghị rút kinh nghiệm", "rút kinh nghiệm"),
        ("Ai không làm thì phải thay thế", "thay thế"),
        ("Xã nào chưa làm thì phải báo cáo huyện", "báo cáo huyện"),
    ],
)
def test_a_demand_may_be_as_short_as_its_verb(said: str, asked: str) -> None:
    assert quotes(OPENING + f"“{said}”, Chủ tịch UBND tỉnh nói.") == [asked]


def test_a_quotation_goes_on_asking_in_its_next_sentence() -> None:
    text = OPENING + (
        "“Kiên quyết thu hồi các dự án treo. Ưu tiên bố trí vốn cho vùng sạt lở, cho phép chỉ định thầu các kè xung "
        "yếu”, Chủ tịch UBND tỉnh nói."
    )
    assert quotes(text) == [
        "Kiên quyết thu hồi các dự án treo",
        "Ưu tiên bố trí vốn cho vùng sạt lở",
        "cho phép chỉ định thầu các kè xung yếu",
    ]


def test_words_that_only_announce_are_none_of_what_is_asked() -> None:
    text = OPENING + (
        "Chủ tịch UBND tỉnh yêu cầu Sở Y tế kiểm tra bếp ăn. Báo cáo cũng nêu việc thu gom, xử lý rác thải y tế như "
        "sau: Các trạm y tế tuy có thu gom nhưng chưa triệt để."
    )
    assert quotes(text) == ["kiểm tra bếp ăn", "tuy có thu gom nhưng chưa triệt để"]


def test_a_caption_that_ran_into_its_sentence_is_no_part_of_what_is_asked() -> None:
    text = OPENING + (
        "Chủ tịch UBND tỉnh yêu cầu xử lý dứt điểm tồn đọng của ngành Công Thương Nhấn mạnh đến trách nhiệm của chủ "
        "đầu tư, Chủ tịch UBND tỉnh yêu cầu sớm quyết toán."
    )
    assert quotes(text) == ["xử lý dứt điểm tồn đọng của ngành Công Thương", "sớm quyết toán"]


def test_a_word_of_fault_that_tells_which_ones_opens_no_list_of_faults() -> None:
    text = (
        OPENING
        + "Chủ tịch UBND tỉnh cho biết, tỉnh hỗ trợ các doanh nghiệp khó khăn như Công ty Bình Minh, Công ty An Lộc."
    )
    assert quotes(text) == []


def test_who_governs_goes_on_with_the_faults_he_has_announced() -> None:
    text = (
        "Sáng 12/3, tỉnh Hà Giang họp bàn việc cai nghiện. Bộ trưởng Bộ Y tế Trần Văn Ba dự và chỉ ra một số hạn chế. "
        "Theo đó, việc cai nghiện ở các xã chưa bền vững."
    )
    assert ("shortcoming", "việc cai nghiện ở các xã chưa bền vững", None) in items(text)


@pytest.mark.parametrize(
    ("said", "quote", "body"),
    [
        ("Ban Quản lý dự án khi xây trạm bơm không bố trí van xả", "không bố trí van xả", "Ban Quản lý dự án"),
        ("Sở Y tế tuy có thu gom nhưng chưa triệt để", "tuy có thu gom nhưng chưa triệt để", "Sở Y tế"),
    ],
)
def test_the_body_at_fault_is_no_part_of_the_fault(said: str, quote: str, body: str) -> None:
    assert items(f"{OPENING}Ông Tám cho rằng {said}.") == [("shortcoming", quote, body)]


def test_what_was_wrongly_asked_for_is_a_finding_and_no_request() -> None:
    text = (
        "Kiểm toán Nhà nước vừa công bố báo cáo. Theo Kiểm toán Nhà nước, chủ đầu tư còn để nợ đọng kéo dài. "
        "Sở Xây dựng đã đề nghị kho bạc thanh toán chưa đúng khối lượng."
    )
    assert kinds(text) == ["shortcoming", "shortcoming"]


def test_a_noun_of_fault_in_the_subject_does_not_cut_the_fault() -> None:
    said = "việc xử lý ô nhiễm, khắc phục sự cố ở cảng còn rất chậm"
    assert items(f"{OPENING}Ông Tám cho rằng {said}.") == [("shortcoming", said, None)]
