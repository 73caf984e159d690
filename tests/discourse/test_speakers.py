"""Who keeps the word where a speech tells what others do, order or write."""

from __future__ import annotations

import pytest

from tests.discourse.said import OPENING, actions, items, quotes, speakers

CHAIR = "Ngày 12/3/2019, Thủ tướng Lê Văn Tám chủ trì hội nghị. "
FAULT = "việc xử lý rác thải ở nhiều nơi còn chậm"


@pytest.mark.parametrize(
    "text",
    [
        f"Thủ tướng nhìn nhận kết quả chưa như mong muốn. Chính phủ trăn trở: {FAULT}.",
        f"Thủ tướng nói hạ tầng còn yếu kém. Chính phủ cũng thừa nhận {FAULT}.",
        f"Theo Thủ tướng, báo cáo của Bộ Xây dựng đã chỉ rõ {FAULT}.",
        f"Theo ông Lê Văn Tám, Bộ Xây dựng cũng thừa nhận {FAULT}.",
        f"Theo Thủ tướng, Kết luận số 15 của Ban Bí thư chỉ ra {FAULT}.",
        f"Thủ tướng cho biết mặc dù UBND các tỉnh đã yêu cầu doanh nghiệp đầu tư lò đốt, tuy nhiên {FAULT}.",
        f"Thủ tướng cho rằng dù Bộ Xây dựng đã chỉ đạo các sở rà soát quy hoạch nhưng {FAULT}.",
        f"Thủ tướng nêu rõ, qua những việc mà Chính phủ, Bộ Xây dựng chỉ đạo năm trước thì {FAULT}.",
        f"Khó khăn trong thực hiện chính sách Thủ tướng Lê Văn Tám cho biết {FAULT}.",
        f"Thủ tướng nói dân không phải lên Trung ương xin giấy phép, song {FAULT}.",
    ],
)
def test_whoever_has_the_word_keeps_it(text: str) -> None:
    assert speakers(CHAIR + text)[-1] == "Lê Văn Tám"
    assert FAULT in quotes(CHAIR + text)
    assert all(a.kind == "shortcoming" for a in actions(CHAIR + text))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"Thủ tướng phát biểu khai mạc. Bộ Xây dựng thừa nhận {FAULT}.", "Bộ Xây dựng"),
        (f"Theo Thủ tướng, Bộ trưởng Trần Văn Minh đã thừa nhận {FAULT}.", "Trần Văn Minh"),
        ("Theo Thủ tướng, Bộ Xây dựng đề nghị Hà Nội đóng cửa bãi rác.", "Bộ Xây dựng"),
        ("UBND tỉnh Hà Giang đã yêu cầu Sở Xây dựng rà soát quy hoạch.", "UBND tỉnh Hà Giang"),
        (
            "Quyết định của Chủ tịch UBND tỉnh Hà Giang yêu cầu Sở Xây dựng rà soát quy hoạch.",
            "Chủ tịch",
        ),
    ],
)
def test_another_takes_the_word(text: str, speaker: str) -> None:
    assert speakers(CHAIR + text)[-1] == speaker


@pytest.mark.parametrize("verb", ["phê duyệt", "ban hành", "quy định chi tiết", "công nhận"])
def test_the_title_of_a_document_is_no_speech(verb: str) -> None:
    text = f"Nêu tại Quyết định số 12/QĐ-TTg của Thủ tướng Chính phủ {verb} đề án cấp nước. Nhiều xã còn khó khăn."
    assert quotes(text) == []


@pytest.mark.parametrize("title", ["Nguyên Giám đốc Sở Y tế", "Cựu Giám đốc Sở Y tế"])
def test_who_held_an_office_speaks_for_himself(title: str) -> None:
    (said,) = actions(f"{title} Trần Văn Hòa đề nghị Sở Y tế xem xét lại giá thuốc.")
    assert (said.kind, said.text, said.addressee) == ("recommendation", "xem xét lại giá thuốc", "Sở Y tế")
    assert said.speaker is not None
    assert (said.speaker.name, said.speaker.role) == ("Trần Văn Hòa", title.removesuffix(" Sở Y tế"))


@pytest.mark.parametrize(
    "epithet", ["người đứng đầu chính quyền tỉnh", "vị lãnh đạo này", "vị Chủ tịch tỉnh", "người đứng đầu tỉnh"]
)
def test_an_epithet_of_a_head_is_who_spoke_before(epithet: str) -> None:
    text = OPENING + f"Ông Tám yêu cầu Sở Y tế kiểm tra bếp ăn. “Sở Y tế cần làm ngay”, {epithet} nói."
    assert speakers(text) == ["Lê Văn Tám", "Lê Văn Tám"]


def test_who_presides_goes_on_behind_what_a_body_is_told_to_have_ordered() -> None:
    text = OPENING + (
        "Ông Tám đánh giá tình hình còn nhiều bất cập. Bộ Giao thông vận tải đã yêu cầu tạm dừng các dự án nạo vét. "
        "Tuy nhiên, công tác quản lý của các xã chưa chặt chẽ."
    )
    assert speakers(text) == ["Lê Văn Tám", "Bộ Giao thông vận tải", "Lê Văn Tám"]


def test_who_was_spoken_to_is_you_from_then_on() -> None:
    text = OPENING + "Ông Tám yêu cầu Sở Y tế rà soát kho thuốc. Ông Tám nhắc nhở: “Các anh phải làm ngay trong tuần”."
    assert [who for _, _, who in items(text)] == ["Sở Y tế", "Sở Y tế"]


@pytest.mark.parametrize("dash", ["-", "–"])
def test_a_name_may_stand_behind_a_dash(dash: str) -> None:
    text = f"Giám đốc Sở Y tế {dash} Lê Văn Tám đề nghị UBND tỉnh bố trí thêm kinh phí."
    assert speakers(text) == ["Lê Văn Tám"]
