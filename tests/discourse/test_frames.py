"""Who speaks, and with which act: the shapes of a frame, and how a speech goes on."""

from __future__ import annotations

import pytest

from tests.discourse.said import OPENING, actions, items, quotes, speakers

ORDER = "rà soát quy hoạch sử dụng đất"


@pytest.mark.parametrize(
    "text",
    [
        f"Ông Lê Văn Tám, Chủ tịch UBND tỉnh Hà Giang yêu cầu Sở Xây dựng {ORDER}.",
        f"Phát biểu tại buổi làm việc, ông Lê Văn Tám, Chủ tịch UBND tỉnh đề nghị Sở Xây dựng {ORDER}.",
        f"{OPENING}Ông yêu cầu Sở Xây dựng {ORDER}.",
        f"{OPENING}Chủ tịch UBND tỉnh giao Sở Xây dựng {ORDER}.",
        f"{OPENING}Ông Tám nhấn mạnh, Sở Xây dựng phải {ORDER}.",
        f"{OPENING}Theo ông Lê Văn Tám, Sở Xây dựng cần {ORDER}.",
        f"{OPENING}“Sở Xây dựng phải {ORDER}”, ông Lê Văn Tám nhấn mạnh.",
        f"{OPENING}Sở Xây dựng phải {ORDER}, Chủ tịch UBND tỉnh chỉ rõ.",
        f"{OPENING}Chủ tịch UBND tỉnh nêu rõ các tồn tại và yêu cầu Sở Xây dựng {ORDER}.",
        f"{OPENING}Tinh thần của Chủ tịch UBND tỉnh là Sở Xây dựng phải {ORDER}.",
    ],
)
def test_shapes_of_a_frame(text: str) -> None:
    assert ("directive", ORDER, "Sở Xây dựng") in items(text)
    assert speakers(text)[-1] == "Lê Văn Tám"


def test_speech_goes_on_over_sentences() -> None:
    text = (
        "Kết luận hội nghị, đồng chí Lê Văn Tám, Chủ tịch UBND tỉnh yêu cầu Sở Y tế mở rộng khu điều trị. "
        "Đồng thời tăng cường tuyên truyền về tiêm chủng. "
        "Bên cạnh đó, UBND các huyện cần khẩn trương rà soát đối tượng."
    )
    assert items(text) == [
        ("directive", "mở rộng khu điều trị", "Sở Y tế"),
        ("directive", "tăng cường tuyên truyền về tiêm chủng", "Sở Y tế"),
        ("directive", "khẩn trương rà soát đối tượng", "UBND các huyện"),
    ]
    assert set(speakers(text)) == {"Lê Văn Tám"}


def test_a_list_of_lines_belongs_to_the_speech_before() -> None:
    text = (
        "Chủ tịch UBND tỉnh Lê Văn Tám yêu cầu:\n"
        "1. Sở Tài chính bố trí kinh phí cho dự án.\n"
        "2. Sở Xây dựng thẩm định hồ sơ thiết kế."
    )
    assert items(text) == [
        ("directive", "bố trí kinh phí cho dự án", "Sở Tài chính"),
        ("directive", "thẩm định hồ sơ thiết kế", "Sở Xây dựng"),
    ]


def test_the_reporter_ends_a_speech() -> None:
    text = "Ông Tám yêu cầu Sở Y tế mở rộng khu điều trị. Trước đó, đoàn công tác kiểm tra hai bệnh viện tại huyện."
    assert quotes(OPENING + text) == ["mở rộng khu điều trị"]


def test_a_paper_speaks_for_its_body() -> None:
    text = "UBND tỉnh Hà Giang vừa có văn bản kiến nghị Bộ Giao thông vận tải sớm sửa chữa Quốc lộ 2."
    assert items(text) == [("recommendation", "sớm sửa chữa Quốc lộ 2", "Bộ Giao thông vận tải")]


def test_a_statement_has_one_group() -> None:
    text = f"{OPENING}Ông Tám yêu cầu Sở Y tế mở rộng khu điều trị; giao Sở Tài chính bố trí kinh phí."
    first, second = actions(text)
    assert (first.trigger, second.trigger) == ("yêu cầu", "giao")
    assert first.group != second.group
    assert first.action == "mở rộng"


def test_a_title_takes_its_speaker_from_the_text() -> None:
    text = (
        "Hà Giang phải hoàn thành giải ngân trong năm 2019\n"
        "Chủ tịch UBND tỉnh Lê Văn Tám yêu cầu các sở, ngành đẩy nhanh tiến độ giải ngân."
    )
    assert items(text)[0] == ("directive", "hoàn thành giải ngân trong năm 2019", "Hà Giang")
    assert speakers(text)[0] == "Lê Văn Tám"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Hiệp hội Vận tải Hà Giang đã gửi văn bản lên Thủ tướng Chính phủ, kiến nghị giảm phí đường bộ.",
            ("recommendation", "giảm phí đường bộ", "Thủ tướng Chính phủ"),
        ),
        (
            "Đại diện của Công ty Thiên An đề xuất xem xét chính sách nhập khẩu nguyên liệu.",
            ("recommendation", "xem xét chính sách nhập khẩu nguyên liệu", None),
        ),
    ],
)
def test_petitions_are_recommendations(text: str, wanted: tuple[str, str, str | None]) -> None:
    assert items(text) == [wanted]


def test_the_trigger_is_the_modal_that_stands_before_the_task() -> None:
    text = f"{OPENING}Ông Tám yêu cầu Sở Y tế mở rộng khu điều trị. Các phòng cần tăng cường kỷ luật."
    first, second = actions(text)
    assert (first.trigger, first.action) == ("yêu cầu", "mở rộng")
    assert (second.trigger, second.action) == ("cần", "tăng cường")


def test_the_title_tells_people_of_one_name_apart() -> None:
    text = (
        "Thứ trưởng Bộ Công Thương Đỗ Thắng Hải dự họp. Ông Lê Văn Hải, Giám đốc Sở Công Thương báo cáo. "
        "Thứ trưởng Hải yêu cầu Sở Công Thương rà soát quy hoạch."
    )
    assert speakers(text) == ["Đỗ Thắng Hải"]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        (
            "Thủ tướng: Không thanh tra doanh nghiệp quá một lần mỗi năm",
            ["Không thanh tra doanh nghiệp quá một lần mỗi năm"],
        ),
        ("Thủ tướng: Tăng trưởng quý II đạt 6,2%", []),
    ],
)
def test_a_leaders_title_exhorts(title: str, wanted: list[str]) -> None:
    assert quotes(f"{title}\nNgày 6/2, Thủ tướng Trần Văn Lâm chủ trì hội nghị.") == wanted


def test_praise_joined_to_praise_is_two() -> None:
    text = "Phó Thủ tướng Lê Văn Minh đánh giá cao nỗ lực của ngành điện đồng thời biểu dương hai đơn vị làm tốt."
    assert quotes(text) == ["nỗ lực của ngành điện", "hai đơn vị làm tốt"]


def test_whose_word_a_quotation_is_may_stand_in_a_noun_behind_it() -> None:
    said = "“Từ năm sau, mọi hồ sơ đất đai phải giải quyết qua mạng”"
    for link in (", là chỉ đạo của", ", là quan điểm chỉ đạo của", ", đó là yêu cầu của"):
        text = f"{said}{link} Chủ tịch UBND tỉnh Trần Văn An tại cuộc họp."
        assert quotes(text) == ["giải quyết qua mạng"]
        assert speakers(text) == ["Trần Văn An"]


def test_what_was_proposed_stands_behind_the_copula() -> None:
    text = "Giải pháp trước mắt Bộ Xây dựng đề xuất để giữ giá nhà là tăng nguồn cung nhà ở xã hội."
    assert quotes(text) == ["tăng nguồn cung nhà ở xã hội"]


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Ông Tám chỉ rõ các xã cần rà soát hồ sơ.", ["directive"]),
        ("Ông Tám chỉ ra rằng Sở Y tế phải rà soát hồ sơ.", ["directive"]),
        ("Ông Tám chỉ rõ: “Các xã cần rà soát hồ sơ; lập danh sách hộ nghèo”.", ["directive", "directive"]),
        ("Ông Tám chỉ rõ những hạn chế cần khắc phục.", ["shortcoming"]),
        ("Ông Tám chỉ ra nhiều dự án chậm tiến độ.", ["shortcoming"]),
    ],
)
def test_who_points_out_what_must_be_done_asks_for_it(sentence: str, kinds: list[str]) -> None:
    assert [kind for kind, _, _ in items(OPENING + sentence)] == kinds
