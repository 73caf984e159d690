"""Papers that order, whoever signed them, and what is only told of laws, plans and meetings."""

from __future__ import annotations

import pytest

from tests.discourse.said import OPENING, items, quotes, speakers

SIGNED = "Ngày 3/5/2019, Thủ tướng Trần Văn Lâm đã ký Chỉ thị số 16 về phòng chống cháy rừng. "


def test_a_paper_speaks_for_who_signed_it() -> None:
    text = f"{SIGNED}Chỉ thị yêu cầu các bộ tăng cường tuần tra; không để xảy ra cháy lớn."
    assert quotes(text) == ["tăng cường tuần tra", "không để xảy ra cháy lớn"]
    assert set(speakers(text)) == {"Trần Văn Lâm"}


def test_a_paper_of_nobody_known_has_no_speaker() -> None:
    text = "Công điện yêu cầu các tỉnh ven biển chủ động sơ tán dân."
    assert items(text) == [("directive", "chủ động sơ tán dân", "các tỉnh ven biển")]
    assert speakers(text) == [None]


def test_a_paper_goes_on_body_by_body() -> None:
    text = (
        "Bộ Y tế vừa có công văn đề nghị các huyện khẩn trương diệt muỗi. Sở Y tế các tỉnh phun hóa chất tại ổ dịch. "
        "Sở Tài chính chủ động cấp kinh phí."
    )
    assert quotes(text) == ["khẩn trương diệt muỗi", "phun hóa chất tại ổ dịch", "chủ động cấp kinh phí"]


def test_a_body_goes_on_with_the_paper_of_its_head() -> None:
    text = (
        "Ngày 12/5/2019, Thứ trưởng Bộ Y tế Lê Văn Tám đã có công văn gửi UBND các tỉnh đề nghị rà soát các trạm y tế. "
        "Theo đó, Bộ Y tế đề nghị UBND các tỉnh bố trí đủ bác sĩ. UBND các huyện tổ chức khám lưu động."
    )
    assert [kind for kind, _, _ in items(text)] == ["directive"] * 3


@pytest.mark.parametrize(
    "passed",
    [
        "vừa truyền đạt ý kiến chỉ đạo của",
        "đã có công văn truyền đạt ý kiến của",
        "vừa có thông báo kết luận của",
        "có văn bản thông báo ý kiến kết luận của",
    ],
)
def test_who_passes_on_an_order_does_not_give_it(passed: str) -> None:
    text = f"Văn phòng Chính phủ {passed} Phó Thủ tướng Trần Văn Lâm yêu cầu Bộ Y tế rà soát giá thuốc."
    assert items(text) == [("directive", "rà soát giá thuốc", "Bộ Y tế")]
    assert speakers(text) == ["Trần Văn Lâm"]


def test_what_a_plan_orders_is_told_behind_it() -> None:
    text = (
        "UBND thành phố Hà Nội vừa ban hành kế hoạch chống ngập. "
        "Theo đó, Sở Xây dựng có trách nhiệm nạo vét cống; các quận phải dọn rác tại hố ga."
    )
    assert items(text) == [
        ("directive", "nạo vét cống", "Sở Xây dựng"),
        ("directive", "dọn rác tại hố ga", "các quận"),
    ]


def test_a_decree_is_no_speech() -> None:
    text = "Chính phủ ban hành Nghị định về xăng dầu. Theo đó, thương nhân phải có kho chứa tối thiểu 2.000 m3."
    assert items(text) == []


@pytest.mark.parametrize(
    "told",
    [
        "Trong ngày 3/7, Hội nghị bàn về thu ngân sách; kiểm điểm công tác điều hành; báo cáo công tác thanh tra.",
        "Luật quy định: Bộ Y tế chủ trì quản lý giá thuốc; hướng dẫn kê khai giá.",
        "Mục tiêu của đề án là nâng cao chất lượng khám bệnh; đào tạo thêm bác sĩ.",
        "Theo đó, sẽ tăng cường kiểm tra; xây dựng thêm ba trạm y tế.",
    ],
)
def test_what_is_told_behind_an_order(told: str) -> None:
    assert quotes(f"{OPENING}Ông Tám yêu cầu Sở Y tế rà soát giá thuốc. {told}") == ["rà soát giá thuốc"]


def test_findings_go_on_without_a_subject() -> None:
    text = (
        "Ủy ban Kiểm tra Tỉnh ủy kết luận Đảng ủy Sở Y tế đã thiếu trách nhiệm trong lãnh đạo; "
        "để nhiều cán bộ vi phạm kỷ luật. Chấp thuận cho công ty được miễn bảo lãnh."
    )
    assert [(kind, said) for kind, said, _ in items(text)] == [
        ("shortcoming", "thiếu trách nhiệm trong lãnh đạo"),
        ("shortcoming", "để nhiều cán bộ vi phạm kỷ luật"),
        ("shortcoming", "Chấp thuận cho công ty được miễn bảo lãnh"),
    ]
