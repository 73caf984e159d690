"""The formulas of government portals: lists with any sign, settings without a comma, reports and encouragements."""

from __future__ import annotations

import pytest

from tests.discourse.said import items, quotes, speakers

CHAIR = "Chủ tịch UBND huyện Mai Sơn Lê Văn Tám"


@pytest.mark.parametrize(
    "sign", ["- ", "+ ", "– ", "• ", "✅ ", "🔹 ", "👉", "✔️ ", "1. ", "1) ", "(1) ", "a) ", "III. "]
)
def test_items_begin_with_any_sign(sign: str) -> None:
    text = f"{CHAIR} đề nghị các xã:\n{sign}Rà soát hộ nghèo.\n{sign}Siết chặt kỷ cương hành chính."
    assert items(text) == [
        ("directive", "Rà soát hộ nghèo", "các xã"),
        ("directive", "Siết chặt kỷ cương hành chính", "các xã"),
    ]


@pytest.mark.parametrize(
    "announced",
    [
        "các xã tập trung thực hiện một số giải pháp sau: rà soát hộ nghèo; siết chặt kỷ cương",
        "các xã thực hiện tốt các nhiệm vụ: rà soát hộ nghèo; siết chặt kỷ cương",
        "các xã cần tập trung vào 3 nhóm nhiệm vụ như: rà soát hộ nghèo; siết chặt kỷ cương",
        "các xã quan tâm một số nội dung trọng tâm gồm: rà soát hộ nghèo; siết chặt kỷ cương",
    ],
)
def test_what_announces_tasks_is_none(announced: str) -> None:
    wanted = [("directive", q, "các xã") for q in ("rà soát hộ nghèo", "siết chặt kỷ cương")]
    assert items(f"{CHAIR} yêu cầu {announced}.") == wanted


def test_things_in_a_list_announce_nothing() -> None:
    asked = "quan tâm các vấn đề bức xúc: ô nhiễm, ngập úng"
    assert quotes(f"{CHAIR} yêu cầu các xã {asked}.") == [asked]


@pytest.mark.parametrize(
    "setting",
    [
        "Tại buổi làm việc ông Lê Văn Tám, Chủ tịch UBND huyện",
        "Phát biểu tại hội nghị đồng chí Lê Văn Tám, Chủ tịch UBND huyện",
        "Kết luận buổi làm việc đồng chí Bí thư Huyện ủy",
        "Ông Lê Văn Tám, Chủ tịch UBND huyện tặng quà. Phát biểu tại buổi lễ đồng chí",
    ],
)
def test_a_setting_may_lack_its_comma(setting: str) -> None:
    assert quotes(f"{setting} yêu cầu các xã rà soát hộ nghèo.") == ["rà soát hộ nghèo"]


def test_a_paragraph_goes_on_with_the_tasks() -> None:
    asked = f"{CHAIR} đề nghị các xã rà soát hộ nghèo.\n"
    assert quotes(asked + "Tập trung tuyên truyền nhân Ngày Quốc tế Phụ nữ.") == [
        "rà soát hộ nghèo",
        "Tập trung tuyên truyền nhân Ngày Quốc tế Phụ nữ",
    ]
    assert quotes(asked + "Tập trung thực hiện kế hoạch, xã Hoa Ban đã trồng 50 cây.") == ["rà soát hộ nghèo"]
    assert quotes(asked + "Tăng cường quản lý đất đai") == ["rà soát hộ nghèo"]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("động viên bà con tiếp tục thi đua sản xuất", [("directive", "tiếp tục thi đua sản xuất", "bà con")]),
        ("thăm hỏi, động viên các gia đình chính sách", []),
        (
            "biểu dương những kết quả mà cấp ủy, chính quyền và nhân dân xã Hoa Ban đã đạt được",
            [("recognition", "những kết quả mà cấp ủy, chính quyền và nhân dân xã Hoa Ban đã đạt được", None)],
        ),
        ("báo cáo với cử tri: kinh tế của huyện tăng trưởng khá, đời sống nhân dân được cải thiện", []),
        ("yêu cầu các xã “chung tay, đồng lòng giữ sạch đường làng”",
         [("directive", "chung tay, đồng lòng giữ sạch đường làng", "các xã")]),
        ("từng lưu ý các xã có kịch bản ứng phó với mưa lũ",
         [("directive", "có kịch bản ứng phó với mưa lũ", "các xã")]),
        ("cho rằng các xã phải chịu trách nhiệm trước nhân dân",
         [("directive", "chịu trách nhiệm trước nhân dân", "các xã")]),
        ("yêu cầu các xã công khai quy hoạch để người dân nắm được, xây dựng nhà ở đúng quy định",
         [("directive", "công khai quy hoạch để người dân nắm được, xây dựng nhà ở đúng quy định", "các xã")]),
        ("nhắc nhở trong dịp lễ sắp tới, Ban Tổ chức cần bố trí đủ lực lượng",
         [("directive", "bố trí đủ lực lượng", "Ban Tổ chức")]),
    ],
)  # fmt: skip
def test_formulas(said: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert items(f"{CHAIR} {said}.") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("UBND xã Hoa Ban kiến nghị với tỉnh hai nội dung như: Có chính sách hỗ trợ đào tạo; bố trí vốn sửa cầu.",
         [("Có chính sách hỗ trợ đào tạo", "tỉnh"), ("bố trí vốn sửa cầu", "tỉnh")]),
        ("Các tham luận đưa ra nhiều giải pháp tăng cường đối thoại; nâng cao chất lượng tiếp dân.",
         [("tăng cường đối thoại", None), ("nâng cao chất lượng tiếp dân", None)]),
        ("Các tham luận đưa ra nhiều giải pháp nhằm đổi mới cách tiếp dân.", []),
        ("UBND phường Hoa Lư trân trọng đề nghị Nhân dân góp ý vào dự thảo.", [("góp ý vào dự thảo", "Nhân dân")]),
        ("Đoàn công tác khảo sát khu vực đề xuất xây dựng cụm công nghiệp Hoa Lư.", []),
        ("Bà con khá hài lòng, song vẫn có ý kiến đóng góp về việc cấp giấy phép chậm.", []),
    ],
)  # fmt: skip
def test_petitions(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert [(quote, to) for kind, quote, to in items(text) if kind == "recommendation"] == wanted


def test_a_lead_is_asked_for_by_whom_the_next_sentence_names() -> None:
    text = "Trường học trong thời đại mới\nNâng cao trình độ chuyên môn; đổi mới cách dạy.\n"
    text += "Đây là chỉ đạo của Chủ tịch UBND tỉnh Lê Văn Tám tại lễ khai giảng."
    assert quotes(text) == ["Nâng cao trình độ chuyên môn", "đổi mới cách dạy"]


@pytest.mark.parametrize(
    "goes_on",
    [
        "Về vốn, các phòng chuyên môn cần rà soát hộ nghèo.",
        "Riêng xã Chiềng Sung khẩn trương rà soát hộ nghèo.",
        "Để hoàn thành kế hoạch, các xã phải rà soát hộ nghèo.",
        "Các xã tiếp tục rà soát hộ nghèo.",
        "Đối với các đoàn thể, cần rà soát hộ nghèo.",
    ],
)
def test_a_paragraph_goes_on_body_by_body(goes_on: str) -> None:
    found = quotes(f"Kết luận hội nghị, {CHAIR} yêu cầu các xã siết chặt kỷ cương.\n{goes_on}")
    assert [q.removeprefix("khẩn trương ").removeprefix("tiếp tục ") for q in found] == [
        "siết chặt kỷ cương",
        "rà soát hộ nghèo",
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Theo quy định, chủ rừng phải rà soát hộ nghèo.",
        "Các xã đã tiếp tục rà soát hộ nghèo.",
        "Người dân xã Chiềng Sung phải đi đò qua sông.",
        "Ngay sau khi có công điện, các xã khẩn trương rà soát hộ nghèo.",
        "Các xã tiếp tục rà soát hộ nghèo",  # a caption
    ],
)
def test_a_paragraph_that_tells_does_not_go_on(told: str) -> None:
    asked = f"Kết luận hội nghị, {CHAIR} yêu cầu các xã siết chặt kỷ cương.\n"
    assert quotes(asked + told) == ["siết chặt kỷ cương"]


def test_who_presides_asks_a_body_by_name_later_on() -> None:
    text = (
        "Thủ tướng Trần Văn Minh biểu dương các nhà khoa học.\nCả nước có 200 trường. Toàn dân thi đua học tập. "
        "Là trung tâm của vùng, Đại học Thái Nguyên phải đổi mới giáo trình. Muốn vậy, cần mời chuyên gia."
    )
    assert quotes(text)[1:] == ["đổi mới giáo trình", "mời chuyên gia"]


@pytest.mark.parametrize(
    "reason",
    [
        "Thời gian tới, ngành Y tế sẽ mở thêm 12 trạm, vì vậy yêu cầu các bệnh viện rà soát thuốc",
        "Thời gian tới, ngành Y tế mở thêm 12 trạm. Do đó, yêu cầu các bệnh viện rà soát thuốc",
    ],
)
def test_a_body_asks_for_what_its_doings_need(reason: str) -> None:
    text = f"{reason}. Bên cạnh đó, các bệnh viện cũng cần sửa mái."
    assert items(text) == [("directive", "rà soát thuốc", "các bệnh viện"), ("directive", "sửa mái", "các bệnh viện")]
    assert set(speakers(text)) == {"ngành Y tế"}


@pytest.mark.parametrize("link", ["; trong đó yêu cầu", "; theo đó, yêu cầu", ", trong đó yêu cầu", "; cụ thể, giao"])
def test_a_paper_asks_behind_a_semicolon(link: str) -> None:
    text = f"Thành ủy Hải Phòng đã ban hành chỉ thị về chữa cháy{link} UBND thành phố rà soát các chợ."
    assert items(text) == [("directive", "rà soát các chợ", "UBND thành phố")]


@pytest.mark.parametrize(
    "people",
    ["nhân dân trong xã", "các tổ chức, cá nhân trong và ngoài xã", "cán bộ; các cơ quan và nhân dân trong xã"],
)
def test_bodies_call_on_people(people: str) -> None:
    text = f"Hội Chữ thập đỏ xã Chiềng Sung kêu gọi {people} chung tay ủng hộ Quỹ “Vì trẻ em nghèo” năm 2026."
    assert quotes(text) == ["chung tay ủng hộ Quỹ “Vì trẻ em nghèo” năm 2026"]


@pytest.mark.parametrize(
    "told",
    [
        "UBND huyện Mai Sơn kêu gọi đầu tư 12 dự án.",
        "Hội Chữ thập đỏ tỉnh đã kêu gọi nhân dân ủng hộ 5 tỷ đồng.",
        "Huyện Mai Sơn có chính sách kêu gọi doanh nghiệp đầu tư.",
    ],
)
def test_calls_that_are_told_ask_nothing(told: str) -> None:
    assert quotes(told) == []


@pytest.mark.parametrize(
    "asks",
    [
        "HĐND tỉnh đề nghị UBND tỉnh",
        "Thường trực HĐND huyện Mai Sơn đề nghị UBND huyện Mai Sơn",
        "UBND huyện Mai Sơn đề nghị các xã, thị trấn",
        "UBND xã Chiềng Sung đề nghị các thôn",
        "Bí thư Huyện ủy Lê Văn Tám đề nghị các xã",
        "Sở Y tế Sơn La đề nghị các bệnh viện trực thuộc",
    ],
)
def test_who_stands_above_orders(asks: str) -> None:
    assert [kind for kind, *_ in items(f"{asks} rà soát hộ nghèo.")] == ["directive"]


@pytest.mark.parametrize(
    "asks",
    [
        "HĐND tỉnh đề nghị Chính phủ",
        "UBND tỉnh đề nghị HĐND tỉnh",
        "UBND xã Chiềng Sung đề nghị các huyện bạn",
        "Chủ tịch Hội Nông dân tỉnh Lê Văn Tám đề nghị các xã",
        "Cử tri đề nghị các xã",
    ],
)
def test_who_stands_below_or_beside_proposes(asks: str) -> None:
    assert [kind for kind, *_ in items(f"{asks} rà soát hộ nghèo.")] == ["recommendation"]


@pytest.mark.parametrize(
    "text",
    [
        "UBND tỉnh Sơn La yêu cầu Sở Y tế rà soát thuốc; Sở Giáo dục chỉ đạo các trường vệ sinh lớp học.",
        "UBND tỉnh Sơn La yêu cầu:\n1. Các xã rà soát thuốc.\n2. Sở Giáo dục chỉ đạo các trường vệ sinh lớp học.",
    ],
)
def test_an_order_to_order_others_is_one_task(text: str) -> None:
    assert items(text)[1:] == [("directive", "chỉ đạo các trường vệ sinh lớp học", "Sở Giáo dục")]
    assert set(speakers(text)) == {"UBND tỉnh Sơn La"}
