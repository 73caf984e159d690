"""Slots of figures: direction, basis, indicator, action, actor, and the link of a percentage to its figure."""

from __future__ import annotations

import re
from typing import Any

import pytest

from extractor.model import Figure, Percentage
from tests.reading import figures, flat, record

MARKED = re.compile(r"<([^<>]*)>")


def marked_figure(marked: str) -> Figure | Percentage:
    """The record of the figure in `<…>`."""
    wanted = MARKED.findall(marked)[0]
    for figure in figures(MARKED.sub(r"\1", marked)):
        if (figure.quantity if isinstance(figure, Figure) else figure.percent).text == wanted:
            return figure
    raise AssertionError(f"no figure {wanted!r} in {marked!r}")


def marked_percent(marked: str) -> Percentage:
    found = marked_figure(marked)
    assert isinstance(found, Percentage)
    return found


def marked_quantity(marked: str) -> Figure:
    found = marked_figure(marked)
    assert isinstance(found, Figure)
    return found


# --- direction ------------------------------------------------------------------------------------------------------

DIRECTION: dict[str, list[str]] = {
    "up": [
        "Thu ngân sách tăng <7%> so với cùng kỳ.", "Thu ngân sách tăng thêm <7%>.",
        "Kim ngạch tăng bình quân <7%> mỗi năm.",
        "Tăng trưởng kinh tế đạt <6,7%>.", "Tốc độ tăng trưởng GRDP đạt <7,5 - 8%>.", "Sản lượng vượt <13%> kế hoạch.",
        "Lạm phát ở mức <3,5%>.", "Thu nhập cao hơn <5%> so với năm trước.",
        "Xuất khẩu sang hai nước tăng lần lượt là <7,9%> và 9,4%.",
        "GRDP năm 2018 của tỉnh đạt <8,3%>.", "CPI 5 tháng đầu năm bình quân <4,1%>.",
        "Kim ngạch tăng 12 triệu USD, tương đương <8%>.", "Doanh thu du lịch tăng mạnh ở mức <21%>.",
        "Sản lượng tăng 5,2%, cao hơn cùng kỳ (<4,4%>).",
        "Huyện phấn đấu tăng trưởng 8,2%. Các xã quyết tâm đạt mục tiêu <8,2%>.",
        "Khách tăng khá, nhất là từ Pháp (31,2%), Úc (27,5%), Ấn Độ (18,3%) và Bỉ (<6,8%>).",
        "Chỉ số giá tiêu dùng tăng <0,3%> so với tháng trước.", "Diện tích gieo trồng vượt <2,6%> kế hoạch.",
    ],
    "down": [
        "Thu ngân sách giảm <7%> so với cùng kỳ.", "Tai nạn giao thông giảm mạnh, giảm <12%>.",
        "Nhập khẩu sụt giảm <3,2%>.", "Sản lượng giảm chỉ có <3,2%>.",
        "Nhập khẩu từ hai nước giảm lần lượt là <7,9%> và 9,4%.",
        "Tỷ lệ hộ nghèo giảm <0,58 điểm phần trăm> so với đầu năm.",
        "Số người chết giảm 9 người (tương đương <6%>).", "Tỷ lệ tinh giản biên chế của sở là <11%>.",
        "Giải ngân thấp hơn <5 điểm phần trăm> so với mục tiêu.", "Số vụ giảm bình quân <4%> mỗi năm.",
    ],
    "level": [
        "Giải ngân đạt <45%> kế hoạch.", "Tỷ lệ hộ nghèo còn <4,12%>.", "Tỷ lệ hộ nghèo giảm xuống còn <4,12%>.",
        "Số hộ có nước sạch tăng thêm, đạt <92%>.", "Tỷ lệ hộ dùng nước sạch tăng lên mức <96,4%>.",
        "Dịch vụ chiếm <42%> GRDP.",
        "Tỷ lệ thất nghiệp giảm từ <4,2%> đầu năm xuống 3,1%.", "Bội chi trên GDP là <3,5%>.",
        "Thêm vào đó, <34%> số hộ chưa có nước sạch.", "Diện tích giảm còn 1.200 ha, tương đương <41%> quy hoạch.",
        "Thu ngân sách bằng <97%> cùng kỳ năm trước.", "Có <70%> doanh nghiệp hài lòng.",
        "Giải quyết đúng hạn trên 4.700 hồ sơ (đạt <99,12%>).",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("marked", "direction"), flat(DIRECTION))
def test_direction(marked: str, direction: str) -> None:
    assert marked_percent(marked).direction == direction


# --- basis ----------------------------------------------------------------------------------------------------------

BASIS: dict[str | None, list[str]] = {
    "kế hoạch": ["Giải ngân đạt <45%> kế hoạch.", "Sản lượng vượt <13%> kế hoạch.", "Thu tăng <5%> so với kế hoạch."],
    "dự toán": ["Thu ngân sách đạt <58,4%> dự toán.", "Thu ngân sách tăng <7%> so với dự toán."],
    "doanh thu toàn ngành": ["Viễn thông đóng góp <27,32%> vào tổng doanh thu toàn ngành."],
    "Thu ngân sách": [
        "Thu ngân sách đạt 900 tỷ đồng, trong đó thu nội địa 600 tỷ đồng, chiếm <67%>.",
        "Thu ngân sách là 900 tỷ đồng (trong đó: khối tỉnh là 600 tỷ đồng, chiếm <67%>; khối huyện là 300 tỷ đồng).",
    ],
    "hợp tác xã": ["Tỉnh có 40 hợp tác xã với 900 thành viên, trong đó hợp tác xã nông nghiệp chiếm <70%>."],
    "tổng thu ngân sách": ["Thu nội địa đạt 700 tỷ đồng, chiếm <78%> tổng thu ngân sách."],
    "tài sản": ["Hiệu suất sinh lợi trên tài sản giảm từ <6,6%> năm 2012 xuống 3,2% năm 2015."],
    "năm ngoái": ["Thị trấn đón 38.400 khách, giảm <12,4%> so với con số 43.830 của năm ngoái."],
    "cây": ["Trên tuyến có 1.000 cây, trong đó <90%> là xà cừ."],
    "hộ": ["Mới có 24/60 hộ ký cam kết (<40%>).", "Có 51 hộ có nhu cầu, chiếm <25%>."],
    "lỗ": ["Hai đơn vị lỗ 138 tỷ đồng (chiếm <15,8%>/tổng số lỗ)."],
    "cùng kỳ": [
        "Xuất khẩu tăng <2,4%> về lượng và tăng 3,1% về giá trị so với cùng kỳ.",
        "Cà phê tăng <12%> về lượng xuất khẩu nhưng giảm 3% về giá trị so với cùng kỳ.",
        "Thu ngân sách tăng <7%> so với cùng kỳ.", "So với cùng kỳ, số vụ tăng 5 vụ (tăng <7%>).",
        "So với cùng kỳ tăng 3 vụ (<60%>), tăng 2 người bị thương (100%).",
        "Tai nạn giảm 12 vụ (<15,4%>), giảm 5 người chết (10%), tăng 3 người bị thương (8%) so với cùng kỳ.",
        "Tai nạn tăng <6%> về số vụ, tăng 9% về số người chết, tăng 17% về thiệt hại so với cùng kỳ.",
    ],
    "cùng kỳ năm 2018": [
        "Thu ngân sách tăng <7%> so với cùng kỳ năm 2018.", "Thu ngân sách bằng <97%> cùng kỳ năm 2018.",
    ],
    "cùng kỳ năm trước": ["Kim ngạch giảm <3%> so với cùng kỳ năm trước."],
    "tháng trước": ["Chỉ số giá tiêu dùng tăng <0,3%> so với tháng trước."],
    "năm 2018": ["Thu nhập tăng <8%> so với năm 2018."],
    "doanh nghiệp": ["Khu vực này chiếm <7%> tổng số doanh nghiệp."],
    "GRDP": ["Dịch vụ chiếm <42%> GRDP."],
    None: [
        "Tỷ lệ hộ nghèo còn <2,1%>.", "Tỷ lệ lấp đầy khu công nghiệp hiện đạt <64%>.",
        "Tỷ lệ này đạt <100%>.", "Tỷ lệ nội địa hóa đạt <40%>.", "Lãi suất cho vay ở mức <6%>/năm.",
        "Có <13,6%> thừa nhận đã trả phí.", "Thu ngân sách đạt 500 tỷ đồng, tăng <7%>.",
        "Giao dịch đạt <90%> tuy nhiên thị trường còn vướng mắc.",
        "Giải quyết đúng hạn trên 4.700 hồ sơ (đạt <99,12%>).", "Tỉnh cắt giảm <38%> thành phần hồ sơ.",
        "Năm 2017, thương mại tăng 25% so với năm 2016; bốn tháng đầu năm 2018 tăng <30%>.",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("marked", "basis"), flat(BASIS))
def test_basis(marked: str, basis: str | None) -> None:
    assert marked_percent(marked).basis == basis


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        ("Có <70%> doanh nghiệp hài lòng.", "doanh nghiệp"),
        ("Đã có <96%> hộ dân dùng nước sạch.", "hộ dân"),
        ("<77,8%> tổng số xã đạt chuẩn.", "xã"),
    ],
)
def test_a_share_names_its_whole_first(marked: str, whole: str) -> None:
    basis = marked_percent(marked).basis
    assert basis is not None
    assert basis.startswith(whole)


def test_a_basis_holds_within_its_sentence() -> None:
    text = "So với cùng kỳ, công nghiệp tăng 8%, dịch vụ tăng 6%. Nông nghiệp tăng 2%."
    assert [p.basis for p in record(text).percentages] == ["cùng kỳ", "cùng kỳ", None]


# --- indicator -------------------------------------------------------------------------------------------------------

INDICATOR: list[tuple[str, str]] = [
    ("Năm 2018, số doanh nghiệp thành lập mới là <300 doanh nghiệp>.", "số doanh nghiệp thành lập mới"),
    ("Toàn tỉnh có <215 giấy phép trở lên> huyện đã cấp.", "giấy phép huyện đã cấp"),
    ("Thu ngân sách tăng ổn định, trung bình trong 3 năm qua đạt <117%> kế hoạch.", "Thu ngân sách tăng ổn định"),
    ("Huyện phấn đấu có <14 xã> đạt 19/19 tiêu chí.", "xã đạt 19/19 tiêu chí"),
    ("Hợp phần đầu tư hạ tầng đúng tiến độ (<3/9 hạng mục> đã hoàn thành).", "hạng mục đã hoàn thành"),
    # a measure: the subject to its left
    ("Thu ngân sách đạt <500 tỷ đồng>.", "Thu ngân sách"),
    ("Năm 2018, thu ngân sách của tỉnh ước đạt <500 tỷ đồng>.", "thu ngân sách của tỉnh"),
    ("Sản lượng lương thực có hạt đạt <48.700 tấn>.", "Sản lượng lương thực có hạt"),
    ("Theo báo cáo, năng suất lúa bình quân đạt <62,5 tạ/ha>.", "năng suất lúa bình quân"),
    ("Thu ngân sách đạt 500 tỷ đồng; chi ngân sách đạt <318 tỷ đồng>.", "chi ngân sách"),
    ("Theo ông Nam, kim ngạch xuất khẩu đạt <3,13 tỷ USD>.", "kim ngạch xuất khẩu"),
    # a count: its noun and what stands behind
    ("Sở ban hành <5.500 văn bản đi>.", "văn bản đi"),
    ("Chủ tịch tiếp <65 lượt công dân>.", "lượt công dân"),
    ("Sở hỗ trợ <1.245 doanh nghiệp thành lập mới>.", "doanh nghiệp thành lập mới"),
    ("Đoàn đã kiểm tra <27 dự án> chậm tiến độ.", "dự án chậm tiến độ"),
    # a bare classifier: with the subject
    ("Hồ sơ quá hạn còn <37 trường hợp>.", "trường hợp Hồ sơ quá hạn"),
    # a percentage: the subject, or the noun behind it
    ("Tỷ lệ hộ nghèo còn <4,12%>.", "Tỷ lệ hộ nghèo"),
    ("Giải ngân vốn đầu tư công đạt <45%> kế hoạch.", "Giải ngân vốn đầu tư công"),
    ("Có <70%> doanh nghiệp hài lòng.", "doanh nghiệp hài lòng"),
    ("Hiện lãi suất cho vay phổ biến ở mức <6-9%>/năm.", "lãi suất cho vay phổ biến"),
    ("Vốn Chính phủ giao là <500 tỷ đồng>.", "Vốn Chính phủ giao"),
    ("Số vụ tai nạn là 8, tăng <60%> về số vụ.", "số vụ"),
    ("Nếu áp dụng mức mới thì tỷ trọng thuế lên đến <15%> tổng thu.", "tỷ trọng thuế"),
    # a measure: with what stands behind it
    ("Cùng với đó là <1,7 tỷ USD> nhập khẩu phân bón các loại.", "nhập khẩu phân bón các loại"),
    # a number that only names is part of the subject
    ("Tổng tài sản của 12 nhà máy là <500 tỷ đồng>.", "Tổng tài sản của 12 nhà máy"),
    # what there is so much of stands behind
    ("Ba huyện ven biển có <1.200 ha> lúa bị hại.", "lúa bị hại"),
    # what a count says of itself is enough
    ("Mưa lũ ở Hà Giang và Lào Cai đã làm <13 người> chết.", "người chết"),
    # what those say or do of whom a share is told
    ("Phần lớn im lặng, <34%> ủng hộ đề án của sở.", "ủng hộ đề án của sở"),
    ("<66%> trong số 1.200 hộ được hỏi muốn chuyển nhà.", "hộ được hỏi muốn chuyển nhà"),
    ("Tỷ lệ hộ nghèo giảm từ <12%> số hộ năm 2010 xuống còn 5% năm 2018.", "Tỷ lệ hộ nghèo"),
    ("Vốn tăng 23% về số dự án và bằng <96%> về giá trị.", "giá trị"),
    # brackets, titles of names, acts of one noun bound no subject; documents, credits do
    (
        "Tỷ lệ thuế (gồm thuế môi trường, phí) trong giá xăng là <37%>.",
        "Tỷ lệ thuế (gồm thuế môi trường, phí) trong giá xăng",
    ),
    ("Số tiền đền bù, chi trả cho dân là <90 tỷ đồng>.", "Số tiền đền bù, chi trả cho dân"),
    ("Ảnh: Lê Hà/TTXVN Theo đó, thu ngân sách đạt <500 tỷ đồng>.", "thu ngân sách"),
    # "toàn tỉnh" and "xảy ra" name nothing, "nông thôn mới" keeps its end
    ("Toàn tỉnh có <120 trường> đạt chuẩn, chiếm 56%.", "trường đạt chuẩn"),
    ("Tỷ lệ xã đạt chuẩn nông thôn mới là <42%>.", "Tỷ lệ xã đạt chuẩn nông thôn mới"),
    # part of what stands before, the object of an aim, what those have
    ("Tai nạn giảm cả ba mặt, trong đó số vụ giảm <12%>.", "số vụ"),
    ("Thị xã ngừng cấp nước tại 3 phường để thay <420 m> đường ống.", "thay đường ống"),
    ("Nguồn vốn ủy thác để cho vay hộ nghèo đạt <320 tỷ đồng>.", "Nguồn vốn ủy thác để cho vay hộ nghèo"),
    ("4 huyện có tỷ lệ hộ nghèo <trên 20%>.", "tỷ lệ hộ nghèo"),
    ("Vốn của huyện mới đạt 41% mức mà tỉnh giao và bằng <47%> dự toán của HĐND.", "Vốn của huyện"),
    ("Tỷ lệ hòa giải thành mới 71%, chưa đạt chỉ tiêu đề ra (<trên 85%>).", "Tỷ lệ hòa giải thành"),
    ("Tội phạm tăng về số người chết; xảy ra <149 vụ cháy>, tăng so với cùng kỳ.", "vụ cháy"),
    # what is only foreseen; what a rise leads to
    ("Thị trường bán lẻ được dự báo sẽ tăng trưởng <12%>.", "Thị trường bán lẻ"),
    ("Năng suất tăng 12% giúp sản lượng tăng <8%>.", "sản lượng"),
    ("Việc tăng giá điện <8,36%> đồng nghĩa với việc chi phí tăng.", "Việc tăng giá điện"),
    # what opens the clause, or reaches a level, is left out; an amount may be of something besides
    ("Tỉnh có 3 nhà máy, đạt giá trị xuất khẩu <25 triệu USD>.", "giá trị xuất khẩu"),
    ("Lượng tăng 7% nên dù giá bán giảm <3%>, nông dân vẫn lãi.", "giá bán"),
    ("Tỉnh có 30 xã, trong đó đạt chuẩn là <60%>.", "đạt chuẩn"),
    ("Cá tra đạt <120 tấn> về lượng.", "lượng Cá tra"),
    # the number stands without its noun
    ("Số hồ sơ đã giải quyết: <20.800>.", "Số hồ sơ đã giải quyết"),
    # what points back is of the figure before
    ("Tỷ lệ hộ nghèo là 12%. Tỉ lệ này tuy có giảm song còn ở mức <10%>.", "Tỷ lệ hộ nghèo"),
    # nothing to its left: the figure before it
    ("Thu ngân sách đạt 500 tỷ đồng, tăng <7%> so với cùng kỳ.", "Thu ngân sách"),
]


@pytest.mark.parametrize(("marked", "indicator"), INDICATOR)
def test_indicator(marked: str, indicator: str) -> None:
    assert marked_figure(marked).indicator == indicator


IN_ORDER: list[tuple[str, list[str]]] = [
    (
        "Kim ngạch gạo, cà phê, hạt điều lần lượt đạt 3,07 tỷ USD, 2,74 tỷ USD và 3,21 tỷ USD.",
        ["Kim ngạch gạo", "Kim ngạch cà phê", "Kim ngạch hạt điều"],
    ),
    ("Xuất khẩu sang Hoa Kỳ, EU tăng lần lượt 7,9% và 9,4%.", ["Xuất khẩu sang Hoa Kỳ", "Xuất khẩu sang EU"]),
    (
        "Thu nội địa và thu xuất nhập khẩu lần lượt đạt 500 tỷ đồng và 120 tỷ đồng.",
        ["Thu nội địa", "thu xuất nhập khẩu"],
    ),
    (
        "Nông nghiệp, công nghiệp, dịch vụ tăng lần lượt 2,1%, 8,5% và 6,9%.",
        ["Nông nghiệp", "công nghiệp", "dịch vụ"],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), IN_ORDER)
def test_lists_in_order(text: str, wanted: list[str]) -> None:
    assert [f.indicator for f in figures(text)] == wanted


HALVES: dict[str, str] = {
    "Tháng 6, chỉ số giá tiêu dùng (CPI) tăng <2,5%>.": "chỉ số giá tiêu dùng (CPI)",
    "Vốn giải ngân qua Kho bạc Nhà nước (KBNN) đạt <304,4 tỷ đồng>.": "Vốn giải ngân qua Kho bạc Nhà nước (KBNN)",
}


@pytest.mark.parametrize(("marked", "indicator"), HALVES.items())
def test_no_bracket_is_cut_in_half(marked: str, indicator: str) -> None:
    assert marked_figure(marked).indicator == indicator


# --- action and actor -----------------------------------------------------------------------------------------------

DOING: list[tuple[str, str | None, str | None]] = [
    ("UBND tỉnh đã ban hành <5.500 văn bản đi>.", "ban hành", "UBND tỉnh"),
    ("Năm 2018, Sở Tài chính tiếp nhận <120 hồ sơ>.", "tiếp nhận", "Sở Tài chính"),
    ("Sở Y tế đã giải quyết đúng hạn <trên 4.700 hồ sơ>.", "giải quyết", "Sở Y tế"),
    ("Công an tỉnh phát hiện <38 vụ vi phạm>.", "phát hiện", "Công an tỉnh"),
    ("Ông Minh cho biết, Sở Y tế đã tiếp nhận <200 hồ sơ>.", "tiếp nhận", "Sở Y tế"),
    # who tells or asks does nothing of it, nor does a person whatever the next sentence tells
    ("Giám đốc Sở Y tế Nguyễn Văn Bình cho biết: Từ đầu năm, dịch bệnh đã làm chết <19 người>.", "làm", None),
    ("Phó Chủ tịch UBND huyện cho hay trong quý I đã xử lý <35 vụ vi phạm>.", "xử lý", None),
    ("Bộ trưởng Lê Minh đến thăm tỉnh. Mỗi năm, tỉnh gieo cấy <120 ha>.", "gieo cấy", "tỉnh"),
    ("Bộ trưởng Lê Minh đến thăm tỉnh. Từ đầu năm đã gieo cấy <120 ha>.", "gieo cấy", None),
    # a place that is the whole subject stands for those who govern it
    ("Năm 2018, Lào Cai trồng được <1.200 ha>.", "trồng", "Lào Cai"),
    ("Thành phố Hải Phòng đã hỗ trợ <1.200 hộ nghèo>.", "hỗ trợ", "Thành phố Hải Phòng"),
    ("Tỉnh đã hỗ trợ <1.200 hộ nghèo>.", "hỗ trợ", "Tỉnh"),
    ("Tại Lào Cai, đã trồng được <1.200 ha>.", "trồng", None),
    ("Tỉnh có 3 dự án, đã trồng <1.200 ha>.", "trồng", None),
    # what an event does to people is no doing of the body that acted before
    ("Ban Chỉ huy tỉnh đã họp khẩn. Mưa lũ làm <13 người> chết.", "làm", None),
    ("Sở Y tế đã họp khẩn. Trong tháng 5 đã khám <13 người>.", "khám", "Sở Y tế"),
    ("Tổng nợ phải trả là <55 tỷ đồng>.", None, None),
    ("UBND tỉnh yêu cầu rà soát <14 dự án> chậm tiến độ.", "rà soát", None),
    ("Thu ngân sách đạt <500 tỷ đồng>.", None, None),
    ("Tổng vốn đầu tư đạt <500 tỷ đồng>.", None, None),
]


@pytest.mark.parametrize(("marked", "action", "actor"), DOING)
def test_action_and_actor(marked: str, action: str | None, actor: str | None) -> None:
    figure = marked_quantity(marked)
    assert (figure.action or "").split(" đúng hạn")[0] == (action or "")
    assert figure.actor == actor
    if action:
        assert figure.text.startswith(action)


def test_each_verb_of_a_list_takes_its_own_figure() -> None:
    text = "Văn phòng UBND tỉnh ban hành 5.500 văn bản đi, phục vụ 132 cuộc họp, xử lý 251 lượt đơn thư."
    assert [f.action for f in record(text).achievements] == ["ban hành", "phục vụ", "xử lý"]


CHANGES: dict[str, str | None] = {
    "Diện tích lúa giảm <20 ha> so với năm trước.": "down",
    "Huyện thu 86 tỷ đồng, tăng <6 tỷ đồng> so với cùng kỳ.": "up",
    "Huyện đón 6.000 khách, gấp <3 lần> cùng kỳ.": "level",
    "Số thu tăng lên <86 tỷ đồng>.": None,
    "Huyện trồng <20 ha> lúa.": None,
}


@pytest.mark.parametrize(("marked", "direction"), CHANGES.items())
def test_an_amount_that_is_a_change_says_which_way(marked: str, direction: str | None) -> None:
    assert marked_quantity(marked).direction == direction


# --- the link of a percentage ---------------------------------------------------------------------------------------

LINKED: list[tuple[str, str | None]] = [
    ("Giải quyết đúng hạn trên 4.700 hồ sơ (đạt <99,12%>).", "trên 4.700 hồ sơ"),
    ("Thu ngân sách đạt 500 tỷ đồng, tăng <7%> so với cùng kỳ.", "500 tỷ đồng"),
    ("Giải ngân 41,7 tỷ đồng, bằng <69,5%> kế hoạch.", "41,7 tỷ đồng"),
    ("Vốn đã giải ngân 72/160 tỷ đồng, tương đương <45%> kế hoạch.", "72/160 tỷ đồng"),
    ("Huyện gieo cấy được 6.120 ha lúa, ngô và rau màu các loại trong vụ mùa, vượt <3,4%> kế hoạch.", "6.120 ha"),
    ("Có 212 cơ sở sản xuất trên địa bàn chưa được cấp phép về môi trường, chiếm <14,5%>.", "212 cơ sở sản xuất"),
    ("Nhà máy mới cấp nước cho 6.400 hộ, nâng tỷ lệ dân số đô thị dùng nước sạch lên <91%>.", None),
    ("Giải ngân đạt <45%> kế hoạch.", None),
    ("Tỉnh ban hành 12 văn bản; tỷ lệ đúng hạn đạt <99%>.", None),
]


@pytest.mark.parametrize(("marked", "figure"), LINKED)
def test_a_percentage_knows_its_figure(marked: str, figure: str | None) -> None:
    made = record(MARKED.sub(r"\1", marked))
    ids: dict[str | None, Any] = {f.id: f.quantity.text for f in [*made.achievements, *made.targets]}
    assert ids.get(marked_percent(marked).figure) == figure


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nay lượng cá cập bến tăng lên 5.500 tấn.", "lượng cá cập bến"),
        ("Lúc đầu số hồ sơ nộp qua mạng chỉ đạt 12%.", "số hồ sơ nộp qua mạng"),
        ("Nguyên nhân là 80% heo nhập từ tỉnh khác.", "heo nhập"),
        ("Lý do là 30% hộ dân thiếu vốn.", "hộ dân thiếu vốn"),
    ],
)
def test_what_opens_a_sentence_measures_nothing(text: str, wanted: str) -> None:
    assert figures(text)[0].indicator == wanted


def test_a_link_does_not_begin_inside_a_word() -> None:
    assert marked_quantity("Lợi nhuận thực hiện là <37 tỷ đồng>.").indicator == "Lợi nhuận thực hiện"
