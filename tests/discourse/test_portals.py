"""The formulas of government portals: lists with any sign, settings without a comma, reports and encouragements."""

from __future__ import annotations

import pytest

from tests.discourse.said import items, quotes

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
        ("UBND xã Hoa Ban kiến nghị với tỉnh một số nội dung như: Có cơ chế hỗ trợ đào tạo; bố trí vốn sửa cầu.",
         [("Có cơ chế hỗ trợ đào tạo", "tỉnh"), ("bố trí vốn sửa cầu", "tỉnh")]),
        ("Các tham luận đưa ra nhiều giải pháp tăng cường đối thoại; nâng cao chất lượng tiếp dân.",
         [("tăng cường đối thoại", None), ("nâng cao chất lượng tiếp dân", None)]),
        ("Các tham luận đưa ra nhiều giải pháp nhằm nâng cao chất lượng tiếp dân.", []),
        ("UBND phường Hoa Lư trân trọng đề nghị Nhân dân góp ý vào dự thảo.", [("góp ý vào dự thảo", "Nhân dân")]),
        ("Đoàn công tác khảo sát khu vực đề xuất xây dựng cụm công nghiệp Hoa Lư.", []),
        ("Người dân khá hài lòng, tuy nhiên vẫn có ý kiến đóng góp về việc cấp giấy phép chậm.", []),
    ],
)  # fmt: skip
def test_petitions(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert [(quote, to) for kind, quote, to in items(text) if kind == "recommendation"] == wanted


def test_a_lead_is_asked_for_by_whom_the_next_sentence_names() -> None:
    text = "Trường học trong thời đại mới\nNâng cao trình độ chuyên môn; đổi mới cách dạy.\n"
    text += "Đây là chỉ đạo của Chủ tịch UBND tỉnh Lê Văn Tám tại lễ khai giảng."
    assert quotes(text) == ["Nâng cao trình độ chuyên môn", "đổi mới cách dạy"]
