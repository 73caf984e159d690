"""Periods: each value with the many ways to write it, what is no period, and the examples of every rule."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from extractor.document import Document, Mark
from extractor.mentions.period_captures import BUILDERS
from extractor.mentions.periods import PeriodMarker
from extractor.mentions.values import PeriodValue
from extractor.rulebook.book import Rulebook
from extractor.rulebook.loader import load_rulebook
from extractor.rulebook.rules import Rule
from extractor.rulebook.targets import GRAMMARS
from extractor.segment import sentence, sentence_spans

PUBLISHED = date(2019, 6, 20)  # a Thursday
BOOK: Rulebook = load_rulebook()
MARKER = PeriodMarker(BOOK)
RULES = BOOK.of("grammar", "period")
ANNOTATION = re.compile(r"<period=([^<>=]*)=([^<>]*)>")


def document(text: str, published: date | None = PUBLISHED) -> Document:
    spans = sentence_spans(text, frozenset())
    made = Document(text, [sentence(text, span, BOOK.alphabet) for span in spans], published)
    MARKER.mark(made)
    return made


def marks(text: str, published: date | None = PUBLISHED) -> list[tuple[str, Mark]]:
    """Each period with its text."""
    sentences = document(text, published).sentences
    return [(s.slice(m.first, m.last), m) for s in sentences for m in s.kind("period")]


def shown(value: PeriodValue) -> str:
    return f"{value.start or ''}..{value.end or ''}"


def found(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(words, shown(m.value)) for words, m in marks(text, published)]


# --- value <- ways to write it --------------------------------------------------------------------------------------

WAYS: dict[str, list[str]] = {
    # days
    "2019-05-17..2019-05-17": [
        "Ngày 17/5/2019", "Ngày 17-5-2019", "Ngày 17.5.2019", "Ngày 17/05/2019", "Ngày 17/5", "Ngày 17-5",
        "Ngày 17.5", "17/5/2019", "17-5-2019", "Ngày 17 tháng 5 năm 2019", "Ngày 17 tháng 5",
        "Ngày 17 tháng 5/2019", "Ngày 17 tháng 05 năm 2019", "Ngày 17/5 năm 2019", "Ngày 17 tháng Năm năm 2019",
        "17 tháng 5 năm 2019", "Sáng 17/5", "Sáng 17-5", "Chiều ngày 17/5", "Tối 17/5/2019", "Đêm 17-5",
        "Trưa 17/5", "Sáng ngày 17 tháng 5", "Thứ Sáu (17/5)", "Thứ sáu, ngày 17/5/2019", "Sáng thứ Sáu, 17/5",
        "Hôm qua (17/5)", "Hôm nay (17/5)", "Sáng nay, 17/5", "Chiều nay (17-5)", "Chiều qua (17.5)",
    ],
    "2019-06-20..2019-06-20": ["Hôm nay", "Sáng nay", "Chiều nay", "Tối nay", "Ngày hôm nay"],
    "2019-06-19..2019-06-19": ["Hôm qua", "Chiều qua", "Sáng hôm qua", "Tối qua", "Ngày hôm qua"],
    "2019-06-21..2019-06-21": ["Ngày mai", "Sáng mai"],
    "2019-06-14..2019-06-14": ["Thứ sáu tuần trước", "Sáng thứ sáu tuần qua"],
    "2019-06-17..2019-06-17": ["Thứ hai tuần này", "Sáng thứ Hai"],
    "2019-09-02..2019-09-02": ["Dịp Quốc khánh 2/9", "Dịp lễ 2/9", "Ngày 2/9", "Mùng 2/9", "Dịp Quốc khánh"],
    "2019-04-30..2019-05-01": ["Dịp lễ 30/4 và 1/5", "Dịp 30/4, 1/5", "Nghỉ lễ 30/4 - 1/5"],
    "2019-06-05..2019-06-07": [
        "Từ ngày 5 đến 7/6", "Từ ngày 5 đến ngày 7/6", "Từ 5/6 đến 7/6", "Ngày 5-7/6", "Từ ngày 5-7/6/2019",
        "5-7/6/2019", "Các ngày 5, 6 và 7/6", "Ba ngày 5, 6, 7/6", "Từ ngày 5 đến ngày 7 tháng 6 năm 2019",
        "Từ ngày 5/6 đến hết ngày 7/6", "Ngày 5-7 tháng 6", "Từ ngày 5-6 đến ngày 7-6",
    ],
    "2019-05-28..2019-06-03": ["Từ ngày 28/5 đến 3/6", "Từ 28/5 đến ngày 3/6/2019", "Từ ngày 28/5 đến ngày 3/6"],
    # weeks
    "2019-06-10..2019-06-16": ["Tuần trước", "Tuần qua", "Tuần vừa qua", "Tuần rồi"],
    "2019-06-17..2019-06-23": ["Tuần này"],
    "2019-06-24..2019-06-30": ["Tuần tới", "Tuần sau"],
    "2019-06-15..2019-06-16": ["Hai ngày cuối tuần qua", "Cuối tuần qua", "Cuối tuần trước"],
    # months
    "2019-05-01..2019-05-31": [
        "Tháng 5", "Tháng 05", "Tháng Năm", "Tháng 5/2019", "Tháng 05/2019", "Tháng 5-2019", "Tháng 5.2019",
        "Tháng 5 năm 2019", "Tháng 5 năm nay", "Tháng trước", "Tháng qua", "Tháng vừa qua", "Tháng 5 vừa qua",
        "Tháng năm năm 2019",
    ],
    "2018-03-01..2018-03-31": [
        "Tháng ba năm ngoái", "Tháng 3 năm trước", "Tháng 3 của năm 2018", "Tháng Ba năm 2018",
    ],
    "2019-06-01..2019-06-30": ["Tháng này", "Tháng 6", "Tháng 6 này", "Tháng Sáu"],
    "2019-07-01..2019-07-31": ["Tháng tới", "Tháng sau", "Tháng 7", "Tháng 7 tới"],
    "2019-03-01..2019-05-31": [
        "Từ tháng 3 đến tháng 5", "Từ tháng 3 đến tháng 5/2019", "Từ tháng 3 đến tháng 5 năm 2019",
        "Tháng 3-5/2019", "Các tháng 3, 4 và 5", "Từ tháng 3 đến 5/2019", "Các tháng 3, 4, 5/2019",
        "Từ tháng 3 đến hết tháng 5",
    ],
    "2019-05-01..2019-05-10": ["Đầu tháng 5", "Đầu tháng 5/2019", "Đầu tháng 5 năm nay", "10 ngày đầu tháng 5"],
    "2019-05-01..2019-05-15": ["Nửa đầu tháng 5", "15 ngày đầu tháng 5"],
    "2019-05-01..2019-05-07": ["Tuần đầu tháng 5", "Tuần đầu tiên của tháng 5"],
    "2019-05-21..2019-05-31": ["Cuối tháng 5", "Cuối tháng 5 vừa qua", "Cuối tháng trước"],
    # parts of a year
    "2019-01-01..2019-04-30": [
        "Bốn tháng đầu năm", "4 tháng đầu năm 2019", "04 tháng đầu năm nay", "4 tháng năm 2019", "Đầu năm nay",
        "Đầu năm",
    ],
    "2018-01-01..2018-09-30": [
        "9 tháng đầu năm 2018", "9 tháng năm 2018", "Chín tháng đầu năm ngoái", "9 tháng đầu 2018",
        "Ba quý đầu năm 2018", "9 tháng của năm 2018", "9 tháng/2018",
    ],
    "2019-01-01..2019-06-30": [
        "6 tháng đầu năm", "6 tháng đầu năm 2019", "Sáu tháng đầu năm nay", "Nửa đầu năm", "Nửa đầu năm 2019",
        "Nửa đầu 2019", "Quý I và II", "Quý I và quý II", "Quý I, II năm 2019", "Hai quý đầu năm", "Quý 1-2/2019",
        "6 tháng đầu của năm 2019",
    ],
    "2019-07-01..2019-12-31": [
        "6 tháng cuối năm", "Sáu tháng cuối năm 2019", "Nửa cuối năm", "Nửa cuối năm 2019", "Hai quý cuối năm",
        "Quý III, IV",
    ],
    "2018-07-01..2019-05-31": ["11 tháng qua"],
    "2019-01-01..2019-05-31": [
        "5 tháng qua", "5 tháng đầu năm", "Từ ngày 1/1/2019 đến 31/5/2019", "Từ 1/1 đến 31/5",
        "Từ đầu năm đến hết tháng 5", "Lũy kế 5 tháng đầu năm", "Từ tháng 1 đến tháng 5",
        "Từ đầu năm 2019 đến hết ngày 31/5",
    ],
    "2018-09-01..2018-12-31": ["Cuối năm 2018", "Cuối năm ngoái", "Cuối 2018"],
    "2018-05-01..2018-08-31": ["Giữa năm 2018", "Giữa năm ngoái", "Giữa 2018"],
    # quarters
    "2018-07-01..2018-09-30": [
        "Q3/2018", "Q.III/2018", "Q3 năm 2018", "Quý 3.2018",
        "Quý III/2018", "Quý III-2018", "Quý III năm 2018", "Quý 3/2018", "Quý 3 năm 2018", "Quý ba năm 2018",
        "Quý III năm ngoái", "Quí III/2018", "Quý III của năm 2018",
    ],
    "2019-01-01..2019-03-31": [
        "Quý đầu tiên của năm", "Quý đầu tiên trong năm 2019",
        "Quý I", "Quý 1", "Quý I/2019", "Quý I năm nay", "Quý trước", "3 tháng đầu năm", "Quý đầu năm",
    ],
    "2019-04-01..2019-06-30": ["Quý II-2019", "Quý này", "Quý hai"],
    "2019-03-01..2019-03-31": ["Cuối quý I", "Cuối quý I/2019", "Tháng 3"],
    # years
    "2018-01-01..2018-12-31": [
        "Năm 2018", "Năm ngoái", "Năm trước", "Năm qua", "Năm vừa qua", "Năm tài chính 2018", "Năm 2018 vừa qua",
    ],
    "2019-01-01..2019-12-31": ["Năm nay", "Năm 2019", "Cả năm", "Cả năm 2019", "Cả năm nay"],
    "2020-01-01..2020-12-31": ["Sang năm", "Sang năm sau", "Năm tới", "Năm sau", "Năm 2020", "Năm 2020 tới"],
    "2016-01-01..2018-12-31": [
        "Ba năm 2016-2018", "3 năm 2016 - 2018", "Các năm 2016, 2017 và 2018", "Năm 2016, 2017 và 2018",
        "Giai đoạn 2016-2018", "Giai đoạn 2016 – 2018", "Từ năm 2016 đến năm 2018", "Từ năm 2016 đến 2018",
        "3 năm qua", "Ba năm qua", "3 năm gần đây", "2016-2018", "Từ năm 2016 đến hết năm 2018",
    ],
    "2016-01-01..2020-12-31": [
        "Giai đoạn 2016-2020", "Giai đoạn 2016 - 2020", "Giai đoạn 5 năm 2016 - 2020", "Nhiệm kỳ 2016-2020",
        "5 năm 2016-2020", "Thời kỳ 2016-2020", "Giai đoạn từ năm 2016 đến năm 2020", "Từ năm 2016-2020",
    ],
    "2020-01-01..2024-12-31": ["5 năm tới", "Năm năm tới"],
    "2009-01-01..2018-12-31": ["10 năm qua", "Mười năm qua", "10 năm gần đây", "10 năm trở lại đây"],
    "1990-01-01..1999-12-31": [
        "Những năm 1990", "Những năm 90", "Thập niên 90", "Thập niên 1990", "Thập kỷ 90 của thế kỷ trước",
    ],
    "2001-01-01..2100-12-31": ["Thế kỷ XXI", "Thế kỷ 21"],
    "2018-09-01..2019-08-31": ["Năm học 2018-2019", "Năm học 2018 - 2019"],
    "2018-11-01..2019-05-31": ["Vụ Đông Xuân 2018-2019", "Vụ Đông Xuân", "Vụ Đông - Xuân 2018-2019"],
    "2019-04-01..2019-09-30": ["Vụ Hè Thu", "Vụ Hè Thu 2019", "Vụ lúa Hè Thu năm 2019"],
    "2019-10-01..2019-12-31": ["Quý cuối năm", "Quý cuối cùng của năm"],
    "2018-07-01..2018-12-31": ["Quý 3 và 4/2018"],
    "2019-01-01..2019-01-01": ["Ngày đầu tiên của năm 2019", "Ngày đầu tiên của năm mới"],
    "2018-12-31..2018-12-31": ["Ngày cuối cùng của năm 2018"],
    "2011-01-01..2020-12-31": ["Thập kỷ 2011-2020", "Thập niên 2011-2020"],
    "1990-01-01..1993-12-31": ["Đầu những năm 90", "Đầu thập niên 1990"],
    "..2015-12-31": ["Từ năm 2015 trở về trước", "Từ 2015 trở về trước"],
    "2016-01-01..2016-12-31": ["Cách đây 3 năm"],
    "2019-06-12..2019-06-13": [
        "Đêm 12 rạng sáng 13/6", "Đêm 12/6, rạng sáng 13/6", "Chiều 12 và sáng 13/6",
        "Từ đêm 12 đến sáng 13/6", "Hai ngày 12/6 và 13/6",
    ],
    "2019-06-03..2019-06-09": ["Tuần từ 3/6 đến 9/6", "Tuần từ ngày 3/6 đến ngày 9/6/2019"],
    "2019-11-20..2019-11-20": ["Ngày Nhà giáo Việt Nam 20-11", "Ngày Nhà giáo Việt Nam (20/11)"],
    "2019-06-18..2019-06-18": ["Hôm thứ ba", "Thứ ba vừa rồi"],
    # open ends
    "..2019-06-20": [
        "Đến nay", "Cho đến nay", "Tới nay", "Tính đến nay", "Hiện nay", "Hiện", "Hiện tại",
        "Tính đến thời điểm này", "Đến thời điểm hiện tại", "Lũy kế đến nay", "Tính đến ngày 20/6",
        "Từ trước đến nay",
    ],
    "2019-01-01..2019-06-20": [
        "Từ đầu năm đến nay", "Từ đầu năm 2019 đến nay", "Lũy kế từ đầu năm đến nay", "Tính từ đầu năm đến nay",
        "Từ tháng 1 đến nay",
    ],
    "2016-01-01..2019-06-20": [
        "Từ năm 2016 đến nay", "Kể từ năm 2016 đến nay", "Từ đầu năm 2016 đến nay", "Từ năm 2016 đến thời điểm này",
    ],
    "2019-01-01..": ["Lũy kế từ đầu năm", "Từ đầu năm", "Kể từ ngày 1/1/2019", "Từ ngày 1/1/2019", "Kể từ năm 2019"],
    "2020-01-01..": ["Từ năm 2020", "Từ năm 2020 trở đi", "Sau năm 2019", "Kể từ 1/1/2020", "Bắt đầu từ năm 2020"],
    "..2019-06-30": [
        "Trước 17h ngày 30/6", "Trước 17 giờ 30 ngày 30/6",
        "Đến 30/6", "Đến ngày 30/6", "Đến hết tháng 6", "Đến tháng 6", "Trước ngày 30/6", "Trước 30/6/2019",
        "Tính đến hết ngày 30/6", "Hết tháng 6", "Tính đến 30/6", "Đến hết quý II", "Chậm nhất ngày 30/6",
        "Đến cuối tháng 6", "Lũy kế đến hết tháng 6", "Tính đến ngày 30 tháng 6 năm 2019", "Đến ngày 30-6",
        "Đến ngày 30.6.2019",
    ],
    "..2018-12-31": [
        "Đến hết năm 2018", "Đến năm 2018", "Đến cuối năm 2018", "Tính đến hết năm 2018", "Tính đến 31/12/2018",
        "Hết năm 2018",
    ],
    "..2020-12-31": ["Đến năm 2020", "Đến hết năm 2020", "Đến cuối năm 2020", "Tới năm 2020"],
    "..2024-12-31": ["Trước năm 2025", "Đến năm 2024"],
    "2019-06-20..2019-12-31": ["Từ nay đến cuối năm", "Từ nay đến hết năm 2019", "Kể từ nay đến cuối năm 2019"],
    "2019-06-21..2019-12-31": ["Những tháng còn lại của năm", "Các tháng còn lại năm 2019"],
    # times that no date settles
    "..": [
        "Thời gian qua", "Thời gian tới", "Những năm qua", "Nhiều năm qua", "Thời gian gần đây",
        "Những năm gần đây", "Những năm tới", "Thời gian sắp tới", "Cùng kỳ", "Cùng kỳ năm trước",
        "Cùng kỳ năm 2018", "Cùng kỳ năm ngoái", "Cùng thời điểm năm trước", "Dịp Tết Nguyên đán",
        # days of the lunar calendar
        "Mùng 5 tháng Giêng", "Ngày 23 tháng Chạp", "Tháng Chạp",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("way", "value"), [(way, value) for value, ways in WAYS.items() for way in ways])
def test_value_and_span(way: str, value: str) -> None:
    assert found(f"{way}, toàn tỉnh tiếp nhận 120 hồ sơ.") == [(way, value)]


@pytest.mark.parametrize("way", ["Tháng 5/2018", "Quý III/2018", "Năm ngoái", "9 tháng đầu năm 2018", "Quý I"])
def test_the_word_before_stays_outside(way: str) -> None:
    small = way[0].lower() + way[1:]
    assert [words for words, _ in found(f"Trong {small} có 120 hồ sơ.")] == [small]


@pytest.mark.parametrize(
    "text",
    ["Ngày 10/3 âm lịch, xã dâng hương.", "Xã dâng hương vào ngày 10/3 (âm lịch).", "Tháng 3 âm lịch, mưa ít.",
     "Ngày 10 tháng 3 âm lịch, xã dâng hương.", "Rằm tháng Bảy, xã tặng quà."],
)  # fmt: skip
def test_a_day_of_the_lunar_calendar_has_no_date(text: str) -> None:
    assert [value for _, value in found(text)] == [".."]


IN_YEAR = [
    ("Năm 2018 là năm rất khó khăn, 6 tháng đầu năm, sản lượng giảm.", "2018-01-01..2018-06-30"),
    ("Trong năm 2018, ngay từ đầu năm, tỉnh đã giao kế hoạch.", "2018-01-01..2018-04-30"),
    ("Năm 2018 đạt 120 tấn, 6 tháng đầu năm đạt 60 tấn.", "2019-01-01..2019-06-30"),
    ("So với năm 2018, 6 tháng đầu năm thu ngân sách tăng.", "2019-01-01..2019-06-30"),
]


@pytest.mark.parametrize(("text", "value"), IN_YEAR)
def test_a_part_of_the_year_that_opens_the_sentence(text: str, value: str) -> None:
    assert found(text)[1][1] == value


# --- no period ------------------------------------------------------------------------------------------------------

NO_PERIOD = [
    "Toàn tỉnh tiếp nhận năm ngàn hồ sơ.",
    "Toàn tỉnh tiếp nhận năm trăm linh năm hồ sơ.",
    "Giải quyết trong 3 ngày làm việc.",
    "Dự án kéo dài 5 năm.",
    "Bảo hành 6 tháng.",
    "Đứng thứ 35/61 tỉnh, thành phố.",
    "Xã đạt 15/19 tiêu chí.",
    "Xã đạt 5/10 tiêu chí.",
    "Đường dây nóng trực 24/7.",
    "Kính thưa quý vị, quý khách.",
    "Thứ ba, Bộ Tài chính trình dự thảo.",
    "Lần thứ hai, đoàn về thăm xã.",
    "Công ty 1/5 nộp hồ sơ.",
    "Nhà máy nằm trên đường 30/4.",
    "Nghị định số 15/2019/NĐ-CP quy định chi tiết.",
    "Quyết định 1819/QĐ-TTg của Thủ tướng.",
    "Thông tư số 05/2019/TT-BTC của Bộ Tài chính.",
    "Mỗi tháng 5 triệu đồng.",
    "Ghi rõ ngày tháng năm sinh.",
    "Tỷ lệ đạt 8-8,5% trong 5-7 xã.",
    "Sở thực hiện hiện đại hóa hành chính.",
    "Thu ngân sách năm sau cao hơn năm trước.",
    "Hằng năm, tỉnh tổ chức hội chợ.",
    "Giai đoạn 2 của dự án.",
    "Cuộc họp giữa hai bên.",
    "Tăng 2,5 lần, giảm 17.5 điểm.",
    "Trong tháng hai bên trao đổi 4 đoàn.",
    "Trong năm ngày, tổ công tác đi hết 12 xã.",
    "Bước sang năm thứ hai, vườn cho thu 3 tấn quả.",
    "Căn hộ tòa Q3 đã có 120 hộ.",
    "Cửa hàng số 20-11 khai trương.",
    "Số hộ tán thành phải đạt từ 1/2.",
    "Trụ sở nằm trên đường Cách Mạng Tháng Tám.",
    "Bên kia sông có chợ.",
]


@pytest.mark.parametrize("text", NO_PERIOD)
def test_no_period(text: str) -> None:
    assert found(text) == []


# --- what a period says of the figures beside it --------------------------------------------------------------------

REFINEMENTS = {
    "past": [
        "Năm 2018", "Tháng 5", "5 tháng đầu năm", "6 tháng đầu năm", "Thời gian qua", "3 năm qua",
        "Tính đến ngày 31/5", "6 tháng cuối năm 2018",
    ],
    "future": [
        "Năm 2025", "Đến năm 2020", "Thời gian tới", "6 tháng cuối năm", "Năm tới", "Cả năm", "Trước ngày 30/6",
        "Từ nay đến cuối năm", "Quý III",
    ],
    "open": ["Đến nay", "Hiện nay", "Từ đầu năm đến nay", "Lũy kế từ đầu năm", "Từ năm 2016 đến nay"],
    "day": ["Sáng 6-2", "Hôm nay", "Ngày 17/5"],
    None: ["Năm 2019", "Năm nay", "Giai đoạn 2016-2020", "Nhiệm kỳ 2015-2020"],
}  # fmt: skip


@pytest.mark.parametrize(("way", "refinement"), [(way, r) for r, ways in REFINEMENTS.items() for way in ways])
def test_refinement(way: str, refinement: str | None) -> None:
    assert [m.refinement for _, m in marks(f"{way}, toàn tỉnh tiếp nhận 120 hồ sơ.")] == [refinement]


@pytest.mark.parametrize("way", ["năm 2018", "cùng kỳ", "cùng kỳ năm trước", "tháng trước", "tháng 5/2018"])
def test_compared_with(way: str) -> None:
    assert [(words, m.refinement) for words, m in marks(f"Tăng 5% so với {way}.")] == [(way, "baseline")]


def test_same_period_is_a_baseline() -> None:
    assert [m.value.kind for _, m in marks("Tăng 5% so với cùng kỳ năm 2018.")] == ["baseline"]


# --- missing years --------------------------------------------------------------------------------------------------


def test_the_article_settles_a_missing_year() -> None:
    text = "Ngày 5/6/2017, tỉnh họp. Tháng 5, tỉnh tiếp nhận 120 hồ sơ."
    assert found(text, None)[-1] == ("Tháng 5", "2017-05-01..2017-05-31")


BESIDE: list[tuple[str, str]] = [
    ("So với cuối năm 2017, tháng 5, giá tăng 2%.", "2018-05-01..2018-05-31"),
    ("Dự án khởi công năm 2015, tháng 5 nhà thầu xây xong móng.", "2015-05-01..2015-05-31"),
    ("Quý I/2019 tỉnh thu 12 tỷ đồng, tháng 5 thu 5 tỷ đồng.", "2019-05-01..2019-05-31"),
]


@pytest.mark.parametrize(("text", "may"), BESIDE)
def test_without_a_day_of_the_article_its_sentence_settles_a_missing_year(text: str, may: str) -> None:
    assert {way.lower(): days for way, days in found(text, None)}["tháng 5"] == may


@pytest.mark.parametrize(
    "text",
    [
        "Hướng đến năm 2030, tỉnh trồng thêm rừng. Tháng 5, tỉnh trồng 12 ha.",
        "Kế hoạch năm 2018 đã duyệt. Tháng 5, tỉnh giải ngân 12 tỷ đồng.",
        "Dự án lập năm 2009, khởi công năm 2015. Tháng 5, nhà thầu xây xong móng.",
        "Thu tăng 5% so với cùng kỳ năm 2017. Tháng 5, tỉnh thu 12 tỷ đồng.",
    ],
)
def test_no_year_is_made_up_from_another_sentence(text: str) -> None:
    assert dict(found(text, None))["Tháng 5"] == ".."


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 6/2, tỉnh họp về báo cáo năm 2016.",
        "Ngày 6/2, tỉnh triển khai Luật Hợp tác xã năm 2012.",
        "Ngày 6/2, tỉnh bàn kế hoạch năm 2030.",
    ],
)
def test_a_day_is_not_of_the_year_that_is_told_of_on_it(text: str) -> None:
    assert dict(found(text, None))["Ngày 6/2"] == ".."


def test_nothing_settles_the_year() -> None:
    assert found("Tháng 5, tỉnh tiếp nhận 120 hồ sơ.", None) == [("Tháng 5", "..")]


def test_words_that_need_the_day_of_the_article_may_stand_before_it() -> None:
    text = "Năm nay huyện trồng 50 ha rừng. Ngày 5/6/2017, đoàn kiểm tra tiến độ. Hôm qua, đoàn báo cáo kết quả."
    assert found(text, None) == [
        ("Năm nay", "2017-01-01..2017-12-31"),
        ("Ngày 5/6/2017", "2017-06-05..2017-06-05"),
        ("Hôm qua", "2017-06-04..2017-06-04"),
    ]


def test_words_alone_refine_without_a_date() -> None:
    text = "Năm qua, tỉnh thu 5 tỷ đồng; năm tới thu 6 tỷ đồng; tháng 5 thu 1 tỷ đồng."
    got = [m.refinement for _, m in marks(text, None)]
    assert got == ["past", "future", None]


def test_december_seen_from_january() -> None:
    assert found("Sáng 28/12, tỉnh họp.", date(2019, 1, 5)) == [("Sáng 28/12", "2018-12-28..2018-12-28")]
    assert found("Trước ngày 28/12, các sở báo cáo.", date(2019, 1, 5)) == [("Trước ngày 28/12", "..2019-12-28")]
    assert found("Quý IV, tỉnh cho vay 3.400 tỷ đồng.", date(2019, 1, 14)) == [("Quý IV", "2018-10-01..2018-12-31")]
    november = found("Vốn thực hiện của tháng 11 đạt 210 tỷ đồng.", date(2019, 1, 12))
    assert november == [("tháng 11", "2018-11-01..2018-11-30")]


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("Chỉ số tháng 3/2018 tăng 6,1% so với tháng trước.", "2018-02-01..2018-02-28"),
        ("Chỉ số tháng 1/2018 giảm 0,4% so với tháng trước.", "2017-12-01..2017-12-31"),
        ("Quý II/2018, giá trị xây lắp tăng 4,2% so với quý trước.", "2018-01-01..2018-03-31"),
        ("Tỷ lệ hộ nghèo năm 2015 giảm 1,8 điểm phần trăm so với năm trước.", "2014-01-01..2014-12-31"),
        ("Lượng khách tăng 5% so với tháng trước.", "2019-05-01..2019-05-31"),
        ("Quý II/2018, giá trị xây lắp tăng 4,2% so với quý I.", "2018-01-01..2018-03-31"),
        ("Quý II/2018, giá trị xây lắp tăng 4,2% so với quý IV.", "2017-10-01..2017-12-31"),
        ("Tháng 3/2018, số hồ sơ giảm 6,1% so với tháng 2.", "2018-02-01..2018-02-28"),
    ],
)
def test_what_a_figure_is_compared_with_lies_before_its_own_period(text: str, compared: str) -> None:
    assert found(text)[-1][1] == compared


SAME_PERIOD: dict[str, list[str]] = {
    "2018-01-01..2018-05-31": [
        "5 tháng đầu năm, thu ngân sách tăng 5% so với cùng kỳ.",
        "5 tháng đầu năm, thu ngân sách tăng 5% so với cùng kỳ năm trước.",
        "5 tháng đầu năm, thu ngân sách bằng 105% cùng kỳ năm ngoái.",
        "Sáng 4/6, Cục Thuế cho biết, 5 tháng đầu năm, thu ngân sách tăng 5% so với cùng kỳ năm 2018.",
        "Từ ngày 1/1 đến 31/5, thu ngân sách tăng 5% so với cùng kỳ.",
        "5 tháng đầu năm, tỉnh có 20 xã thuộc diện của Luật Đầu tư công năm 2014, tăng 5% so với cùng kỳ năm 2018.",
    ],
    "2018-05-01..2018-05-31": [
        "Chỉ số giá tháng 5 tăng 2% so với cùng tháng năm trước.",
        "Trong 5 tháng, số vụ giảm, riêng tháng 5 tăng 2 vụ so với cùng kỳ.",
    ],
    "2016-01-01..2016-03-31": ["Quý I, huyện thu hút 12 dự án, tăng 2 dự án so với cùng kỳ năm 2016."],
    "2018-01-01..2018-03-31": ["Quý I, sản lượng tăng 2% so với cùng quý năm ngoái."],
    "..2018-05-15": ["Tính đến ngày 15/5, toàn tỉnh có 120 dự án, tăng 2% so với cùng kỳ."],
    "2017-12-16..2018-06-14": ["Từ 16/12/2018 đến 14/6/2019, số vụ giảm 5% so với cùng kỳ năm trước."],
    "2015-01-01..2015-12-31": [
        "Năm 2016, tỷ lệ hộ nghèo giảm 2% so với năm trước đó.",
        "Năm 2016, tỷ lệ hộ nghèo thấp hơn năm trước 2%.",
    ],
    "2019-02-01..2019-02-28": ["Tháng 3, lượng khách tăng 2% so với tháng trước đó."],
    "2019-05-01..2019-05-15": ["Trong 15 ngày đầu tháng 6, xuất khẩu tăng 7% so với cùng kỳ tháng trước."],
    "..": [
        "Đàn lợn tăng 4% so với cùng kỳ năm trước.",
        "Sáng 4/6, Cục Thuế cho biết, thu ngân sách tăng 5% so với cùng kỳ.",
        "Thời gian qua, số vụ giảm 5% so với cùng kỳ năm 2018.",
        "5 tháng đầu năm, lượng mưa thấp hơn cùng kỳ nhiều năm.",
        "Thực hiện Luật Đất đai năm 2013, số đơn giảm 5% so với cùng kỳ.",
        "Giai đoạn 2016-2020, vốn vay giảm 5% so với cùng kỳ.",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "days"), [(text, days) for days, texts in SAME_PERIOD.items() for text in texts])
def test_the_same_period_is_that_of_its_sentence_a_year_back(text: str, days: str) -> None:
    assert found(text)[-1][1] == days


OPENING = [
    ("So với cùng kỳ năm trước, 5 tháng đầu năm 2019, số vụ giảm.", "2018-01-01..2018-05-31"),
    ("So với cùng kỳ năm 2018, kim ngạch xuất khẩu quý I tăng 12%.", "2018-01-01..2018-03-31"),
    ("So với tháng trước, chỉ số giá tháng 3 tăng 0,2%.", "2019-02-01..2019-02-28"),
    ("Thu ngân sách tăng 12% so với cùng kỳ, tháng 5 giảm.", ".."),
]


@pytest.mark.parametrize(("text", "days"), OPENING)
def test_a_comparison_that_opens_its_sentence_is_with_the_period_behind(text: str, days: str) -> None:
    assert found(text)[0][1] == days


REVIEWED: list[tuple[str, date, str]] = [
    ("Trong tháng, sở tiếp 12 lượt công dân.", date(2019, 5, 28), "2019-05-01..2019-05-31"),
    ("Trong tháng, sở tiếp 12 lượt công dân.", date(2019, 1, 4), "2018-12-01..2018-12-31"),
    ("Cũng trong tháng, xe khách bị xử phạt 12 lần.", date(2019, 5, 28), "2019-05-01..2019-05-31"),
    ("Trong quý, sở tiếp 12 lượt công dân.", date(2019, 7, 9), "2019-04-01..2019-06-30"),
    ("Trong năm, sở tiếp 120 lượt công dân.", date(2019, 11, 30), "2019-01-01..2019-12-31"),
    ("Trong năm đã xảy ra 12 vụ cháy.", date(2020, 1, 11), "2019-01-01..2019-12-31"),
    ("Trong tuần, toàn tỉnh có 12 ca mắc mới.", date(2019, 6, 17), "2019-06-10..2019-06-16"),
    ("Cả năm, sở tiếp 120 lượt công dân.", date(2020, 1, 11), "2019-01-01..2019-12-31"),
    ("Tháng 1, thu ngân sách đạt 9% dự toán cả năm.", date(2020, 1, 30), "2020-01-01..2020-12-31"),
    ("Giá cả tháng 4 giảm nhẹ. Trong tháng, gạo giảm 5%.", date(2019, 6, 3), "2019-04-01..2019-04-30"),
    ("Đến ngày 28/12, tỉnh đã giải ngân 120 tỷ đồng.", date(2019, 1, 5), "..2018-12-28"),
    ("Đến ngày 28/12, các sở phải nộp báo cáo.", date(2019, 1, 5), "..2019-12-28"),
]


@pytest.mark.parametrize(("text", "published", "days"), REVIEWED)
def test_what_an_article_reviews(text: str, published: date, days: str) -> None:
    assert found(text, published)[-1][1] == days


OF_A_YEAR_TOLD = [
    ("Năm 2017, toàn tỉnh có 120 vụ, riêng tháng 8 có 40 vụ.", "2017-08-01..2017-08-31"),
    ("6 tháng đầu năm 2017, tỉnh thu 120 tỷ đồng, trong đó quý II thu 80 tỷ đồng.", "2017-04-01..2017-06-30"),
    ("Cầu khởi công tháng 3/2017 và thông xe vào tháng 10 cùng năm.", "2017-10-01..2017-10-31"),
    ("Cầu khởi công ngày 2/3/2017, đến tháng 10 cùng năm thì thông xe.", "..2017-10-31"),
    ("Năm 2017, tỉnh thu 120 tỷ đồng, tháng 5 thu 12 tỷ đồng.", "2019-05-01..2019-05-31"),
]


@pytest.mark.parametrize(("text", "days"), OF_A_YEAR_TOLD)
def test_a_month_of_the_year_told_before(text: str, days: str) -> None:
    assert found(text)[-1][1] == days


def test_a_span_over_the_turn_of_the_year() -> None:
    text = "Từ 25/12 đến 5/1, tỉnh mở hội chợ."
    assert found(text, date(2018, 12, 20)) == [("Từ 25/12 đến 5/1", "2018-12-25..2019-01-05")]
    assert found(text, date(2019, 1, 8)) == [("Từ 25/12 đến 5/1", "2018-12-25..2019-01-05")]


def test_the_same_day_is_the_one_told_last() -> None:
    text = "Sáng 12/3, đoàn khảo sát tại huyện Lắk. Chiều cùng ngày, đoàn làm việc với thành phố."
    assert found(text) == [("Sáng 12/3", "2019-03-12..2019-03-12"), ("Chiều cùng ngày", "2019-03-12..2019-03-12")]
    assert found("Cùng ngày, đoàn thăm 3 xã.") == [("Cùng ngày", "..")]


# --- the rules' own examples ----------------------------------------------------------------------------------------


def _rules(part: Callable[[Rule], list[str]]) -> list[tuple[str, str]]:
    return [(rule.id, text) for rule in RULES for text in part(rule)]


@pytest.mark.parametrize(("rule", "example"), _rules(lambda r: r.row.examples))
def test_examples(rule: str, example: str) -> None:
    assert set(ANNOTATION.findall(example)) <= set(found(ANNOTATION.sub(r"\1", example)))


@pytest.mark.parametrize(("rule", "text"), _rules(lambda r: r.row.not_))
def test_sentences_that_a_rule_leaves_alone(rule: str, text: str) -> None:
    assert rule not in [m.rule for _, m in marks(text)]


def test_every_builder_is_registered() -> None:
    assert set(BUILDERS) == GRAMMARS["period"]
