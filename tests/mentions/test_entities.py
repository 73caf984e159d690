"""Persons, bodies, places, documents, abbreviations: each value with the many ways to write it, and what is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.document import Document, Mark, Sentence
from extractor.mentions.entities import EntityMarker
from extractor.mentions.register import Person
from extractor.mentions.values import PersonValue
from extractor.normalize import tidy
from extractor.rulebook.loader import load_rulebook
from extractor.segment import sentence, sentence_spans
from tests.conftest import SAMPLES

BOOK = load_rulebook()
MARKER = EntityMarker(BOOK)
ABBREVIATIONS = frozenset(BOOK.words("sentence_abbreviations"))


def document(text: str, published: date | None = None) -> Document:
    text = tidy(text)
    sentences = [sentence(text, s, BOOK.alphabet) for s in sentence_spans(text, ABBREVIATIONS)]
    made = Document(text, sentences, published)
    MARKER.mark(made)
    return made


def marks(made: Document, *kinds: str) -> Iterator[tuple[Sentence, Mark]]:
    for s in made.sentences:
        for mark in s.marks:
            if not kinds or mark.kind in kinds:
                yield s, mark


def texts(text: str, *kinds: str) -> list[str]:
    return [s.slice(m.first, m.last) for s, m in marks(document(text), *kinds)]


def people(made: Document) -> list[Person]:
    found: list[Person] = made.facts["people"]
    return found


# --- documents ------------------------------------------------------------------------------------------------------

DOCUMENTS = [
    ("Theo Nghị quyết số 01/NQ-CP ngày 01/01/2019 của Chính phủ", "Nghị quyết số 01/NQ-CP", "01/NQ-CP"),
    ("tại Quyết định 1819/QĐ-TTg của Thủ tướng", "Quyết định 1819/QĐ-TTg", "1819/QĐ-TTg"),
    ("thực hiện Chỉ thị 16 của Thủ tướng", "Chỉ thị 16", "16"),
    ("thực hiện Nghị quyết 30a của Chính phủ", "Nghị quyết 30a", "30a"),
    ("Thông báo kết luận số 12-TB/TU", "Thông báo kết luận số 12-TB/TU", "12-TB/TU"),
    ("Nghị định số 87/2015/NĐ-CP", "Nghị định số 87/2015/NĐ-CP", "87/2015/NĐ-CP"),
    ("có công văn số 15700/BTC-TCDN gửi các cơ quan", "công văn số 15700/BTC-TCDN", "15700/BTC-TCDN"),
    ("ban hành Nghị định 06/2017 về quản lý", "Nghị định 06/2017", "06/2017"),
    ("vướng Luật Đầu tư công", "Luật Đầu tư công", None),
    ("theo Luật Đất đai 2013", "Luật Đất đai 2013", None),
    ("Quốc hội thông qua Hiến pháp 2013", "Hiến pháp 2013", None),
    ("theo Hiến pháp năm 2013 và các quy định", "Hiến pháp năm 2013", None),
    ("theo Pháp lệnh Ưu đãi người có công với cách mạng", "Pháp lệnh Ưu đãi người có công với cách mạng", None),
    ("dự án Luật Chất lượng sản phẩm, hàng hóa", "Luật Chất lượng sản phẩm, hàng hóa", None),
    ("ban hành Thông tri số 05-TT/TU", "Thông tri số 05-TT/TU", "05-TT/TU"),
    ("Quyết nghị số 12/QN-HĐND", "Quyết nghị số 12/QN-HĐND", "12/QN-HĐND"),
    ("trái Luật các Tổ chức tín dụng", "Luật các Tổ chức tín dụng", None),
    ("thực hiện Nghị quyết Trung ương 4 khóa XII", "Nghị quyết Trung ương 4 khóa XII", None),
    ("theo quy định tại 43/2014/NĐ-CP", "43/2014/NĐ-CP", "43/2014/NĐ-CP"),
]


@pytest.mark.parametrize(("text", "span", "number"), DOCUMENTS)
def test_document(text: str, span: str, number: str | None) -> None:
    found = [(s.slice(m.first, m.last), m.value.number) for s, m in marks(document(text), "document")]
    assert found == [(span, number)]


@pytest.mark.parametrize(
    "text",
    [
        "đã ban hành 50 nghị định về điều kiện kinh doanh",
        "Kế hoạch 5 năm phát triển kinh tế",
        "ra quyết định xử phạt 25 trường hợp",
        "theo đúng pháp luật",
        "theo Hiến pháp, 2013 người được nhận",
        "các đại biểu chọn Phương án 2",
    ],
)
def test_no_document(text: str) -> None:
    assert texts(text, "document") == []


# --- abbreviations --------------------------------------------------------------------------------------------------

DEFINED = [
    ("kiểm soát thủ tục hành chính (TTHC), giải quyết TTHC", "TTHC", "thủ tục hành chính"),
    ("lĩnh vực kế hoạch - đầu tư (KH-ĐT) và KH-ĐT khác", "KH-ĐT", "kế hoạch - đầu tư"),
    ("mục tiêu NTM (nông thôn mới), xã NTM", "NTM", "nông thôn mới"),
    ("vốn quay vòng (sau đây gọi tắt là VQV), dùng VQV", "VQV", "vốn quay vòng"),
]


@pytest.mark.parametrize(("text", "short", "expansion"), DEFINED)
def test_the_article_defines_its_abbreviations(text: str, short: str, expansion: str) -> None:
    found = [(s.slice(m.first, m.last), m.value.expansion) for s, m in marks(document(text), "abbreviation")]
    assert found == [(short, expansion)] * 2


def test_a_definition_holds_before_it_and_against_the_table() -> None:
    made = document("Nhiều GV tham dự.\nGiá vàng (GV) tăng, GV còn tăng.")
    assert {m.value.expansion for _, m in marks(made, "abbreviation")} == {"Giá vàng"}


def test_initials_must_agree() -> None:
    assert texts("chỉ số năng lực cạnh tranh (XYZ) tăng", "abbreviation") == []


def test_an_abbreviation_inside_a_body_is_no_mention_of_its_own() -> None:
    assert texts("UBND tỉnh họp", "abbreviation") == []


# --- places ---------------------------------------------------------------------------------------------------------

PLACES = [
    ("tại huyện Lộc Bình", [("huyện Lộc Bình", "Lộc Bình", "district")]),
    ("tại TP.Hà Nội", [("TP.Hà Nội", "Hà Nội", "province")]),
    ("tại TP.HCM", [("TP.HCM", "Thành phố Hồ Chí Minh", "province")]),
    ("dân quận 1 phản ánh", [("quận 1", "quận 1", "district")]),
    ("dân phường 5 phản ánh", [("phường 5", "5", "commune")]),
    ("xã Bình Thuận Đông đạt chuẩn", [("xã Bình Thuận Đông", "Bình Thuận Đông", "commune")]),
    ("ngân sách tỉnh Lạng sơn", [("tỉnh Lạng sơn", "Lạng Sơn", "province")]),
    (
        "tại các huyện Lộc Bình, Đình Lập và Cao Lộc",
        [("huyện Lộc Bình", "Lộc Bình", "district"), ("Đình Lập", "Đình Lập", "district"),
         ("Cao Lộc", "Cao Lộc", "district")],
    ),
    ("tại thành phố Thái Bình", [("thành phố Thái Bình", "thành phố Thái Bình", "city")]),
    ("tại huyện Thái Bình", [("huyện Thái Bình", "Thái Bình", "district")]),
    ("tàu ra Thổ Châu", [("Thổ Châu", "Thổ Châu", "commune")]),
    ("tàu ra đặc khu Thổ Châu", [("đặc khu Thổ Châu", "Thổ Châu", "commune")]),
    ("xuất khẩu sang Hàn Quốc", [("Hàn Quốc", "Hàn Quốc", "country")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_place(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(s.slice(m.first, m.last), m.value.canonical, m.value.kind) for s, m in marks(document(text), "place")]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "phát triển kinh tế - xã hội",
        "đạt chuẩn quốc gia",
        "Anh cho biết sẽ đi",
        "Kỳ họp thứ tư đã bế mạc",
        "trên địa bàn tỉnh",
        "tại xã 5 hồ sơ chưa giải quyết",
        "báo cáo lên TP. Theo lãnh đạo",
    ],
)
def test_no_place(text: str) -> None:
    assert texts(text, "place") == []


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("Hà Nội xếp thứ 2.\nLạng Sơn, UBND tỉnh Lạng Sơn và tỉnh Lạng Sơn.", "Lạng Sơn"),
        ("Chủ tịch UBND tỉnh Bắc Kạn họp.\nTỉnh Thái Nguyên.", "Bắc Kạn"),
        ("UBND tỉnh họp.", None),
        ("huyện Thái Bình họp.", None),
        ("Đoàn công tác tỉnh Kiên Hà họp.", "Kiên Hà"),
    ],
)
def test_the_province_that_the_article_is_about(text: str, province: str | None) -> None:
    assert document(text).facts["province"] == province


HUE = [
    (date(2019, 6, 1), "tỉnh Thừa Thiên Huế", ("Thừa Thiên Huế", "province")),
    (date(2026, 6, 1), "tỉnh Thừa Thiên Huế", ("Thừa Thiên Huế", "province")),
    (date(2019, 6, 1), "TP Huế", ("Huế", "city")),
    (date(2019, 6, 1), "Huế", ("Huế", "city")),
    (date(2026, 6, 1), "TP Huế", ("Huế", "province")),
    (date(2026, 6, 1), "Huế", ("Huế", "province")),
    (None, "TP Huế", ("Huế", "province")),
]


@pytest.mark.parametrize(("day", "words", "expected"), HUE)
def test_of_two_units_of_one_name_the_day_chooses(day: date | None, words: str, expected: tuple[str, str]) -> None:
    made = document(f"Đoàn công tác đã đến {words} hôm qua.", day)
    assert [(m.value.canonical, m.value.kind) for _, m in marks(made, "place")] == [expected]


@pytest.mark.parametrize(("year", "kind"), [(2019, "district"), (2026, "commune")])
def test_island_districts_became_special_zones(year: int, kind: str) -> None:
    made = document("Đoàn công tác đã đến Côn Đảo hôm qua.", date(year, 6, 1))
    assert [(m.value.canonical, m.value.kind) for _, m in marks(made, "place")] == [("Côn Đảo", kind)]


def test_a_unit_out_of_force_is_meant_where_no_other_bears_its_name() -> None:
    made = document("Đoàn công tác đã đến tỉnh Hà Tây hôm qua.", date(2026, 6, 1))
    assert [(m.value.canonical, m.value.kind) for _, m in marks(made, "place")] == [("Hà Tây", "province")]


@pytest.mark.parametrize(
    ("year", "body", "full", "level"),
    [
        (2019, "UBND tỉnh Thừa Thiên Huế", "Ủy ban nhân dân tỉnh Thừa Thiên Huế", "province"),
        (2019, "UBND thành phố Huế", "Ủy ban nhân dân thành phố Huế", "district"),
        (2026, "UBND thành phố Huế", "Ủy ban nhân dân thành phố Huế", "province"),
    ],
)
def test_the_level_of_a_body_is_that_of_its_day(year: int, body: str, full: str, level: str) -> None:
    made = document(f"Hôm qua, {body} đã họp.", date(year, 6, 1))
    assert [(m.value.canonical, m.value.level) for _, m in marks(made, "organization")] == [(full, level)]


# --- bodies ---------------------------------------------------------------------------------------------------------

BODIES = [
    ("UBND tỉnh Lạng Sơn", "Ủy ban nhân dân tỉnh Lạng Sơn", 4, "province"),
    ("Ủy ban nhân dân tỉnh Lạng Sơn", "Ủy ban nhân dân tỉnh Lạng Sơn", 4, "province"),
    ("UBND huyện Lộc Bình", "Ủy ban nhân dân huyện Lộc Bình", 6, "district"),
    ("UBND thành phố Thái Bình", "Ủy ban nhân dân thành phố Thái Bình", 6, "district"),
    ("UBND TP Hà Nội", "Ủy ban nhân dân thành phố Hà Nội", 4, "province"),
    ("UBND TP.HCM", "Ủy ban nhân dân Thành phố Hồ Chí Minh", 4, "province"),
    ("UBND quận 1", "Ủy ban nhân dân quận 1", 6, "district"),
    ("UBND xã Mẫu Sơn", "Ủy ban nhân dân xã Mẫu Sơn", 8, "commune"),
    ("Văn phòng UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh", 6, "province"),
    ("Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và Phát triển nông thôn", 6, "province"),
    ("Sở NN&PTNT tỉnh", "Sở Nông nghiệp và Phát triển nông thôn tỉnh", 6, "province"),
    ("Bộ Tài chính", "Bộ Tài chính", 3, "central"),
    ("Ban Quản lý dự án đầu tư xây dựng huyện Lộc Bình", "Ban Quản lý dự án đầu tư xây dựng huyện Lộc Bình", 7,
     "district"),
    ("Hội Nông dân huyện", "Hội Nông dân huyện", 7, "district"),
    ("Đảng ủy xã Mẫu Sơn", "Đảng ủy xã Mẫu Sơn", 8, "commune"),
    ("Ủy ban Thường vụ Quốc hội", "Ủy ban Thường vụ Quốc hội", 2, "central"),
    ("Công ty CP Tập đoàn Hòa Phát", "Công ty CP Tập đoàn Hòa Phát", 8, None),
    ("Tổ công tác của Thủ tướng", "Tổ công tác của Thủ tướng", 3, "central"),
    ("các Sở Tài chính, Kế hoạch và Đầu tư", "các Sở Tài chính, Kế hoạch và Đầu tư", 6, "province"),
    ("các sở, ngành", "các sở, ngành", 6, "province"),
    ("UBND các tỉnh, thành phố", "Ủy ban nhân dân các tỉnh, thành phố", 4, "province"),
    ("các phòng, ban chuyên môn", "các phòng, ban chuyên môn", None, None),
    ("các đơn vị trực thuộc", "các đơn vị trực thuộc", None, None),
    ("các bộ, ngành, địa phương", "các bộ, ngành, địa phương", None, None),
    ("ngành nông nghiệp", "ngành nông nghiệp", None, None),
    ("chính quyền địa phương", "chính quyền địa phương", None, None),
    ("Ban Chỉ đạo phòng, chống tham nhũng tỉnh", "Ban Chỉ đạo phòng, chống tham nhũng tỉnh", 4, "province"),
    ("Bệnh viện Truyền máu huyết học TP.HCM", "Bệnh viện Truyền máu huyết học Thành phố Hồ Chí Minh", 7, "province"),
    ("các đơn vị thuộc Sở Y tế", "các đơn vị thuộc Sở Y tế", 7, None),
    # numbered, of 2025, of trades
    ("Quân khu 7", "Quân khu 7", 4, None),
    ("Kho bạc Nhà nước khu vực III", "Kho bạc Nhà nước khu vực III", None, None),
    ("Viện kiểm sát nhân dân khu vực 2", "Viện kiểm sát nhân dân khu vực 2", None, None),
    ("Đội Cảnh sát giao thông số 3", "Đội Cảnh sát giao thông số 3", None, None),
    ("Thuế cơ sở 5", "Thuế cơ sở 5", None, None),
    ("Ban Chỉ đạo 35", "Ban Chỉ đạo 35", None, None),
    ("Đảng ủy đặc khu Vân Đồn", "Đảng ủy đặc khu Vân Đồn", 8, "commune"),
    ("Đại sứ quán Nhật Bản", "Đại sứ quán Nhật Bản", 5, None),
    ("Hiệp hội Chế biến thủy sản", "Hiệp hội Chế biến thủy sản", 7, None),
    ("Đoàn ĐBQH và HĐND tỉnh", "Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh", 4, "province"),
]  # fmt: skip


@pytest.mark.parametrize(("span", "canonical", "rank", "level"), BODIES)
def test_body(span: str, canonical: str, rank: int | None, level: str | None) -> None:
    found = list(marks(document(f"Hội nghị đề nghị {span} cần rà soát."), "organization"))
    assert [s.slice(m.first, m.last) for s, m in found] == [span]
    value = found[0][1].value
    assert value.canonical == canonical
    if rank is not None:
        assert value.rank == rank
    if level is not None:
        assert value.level == level


def test_a_bare_level_is_the_articles_province() -> None:
    made = document("Tỉnh Lạng Sơn phát triển.\nUBND tỉnh yêu cầu Sở Y tế tỉnh báo cáo.")
    found = [m.value.canonical for _, m in marks(made, "organization")]
    assert found == ["Ủy ban nhân dân tỉnh Lạng Sơn", "Sở Y tế tỉnh Lạng Sơn"]


def test_a_province_of_its_time_keeps_its_name() -> None:
    made = document("UBND tỉnh Bắc Kạn họp ngày 5/3/2019.")
    assert made.facts["province"] == "Bắc Kạn"


@pytest.mark.parametrize(
    ("said", "role", "body"),
    [
        ("Thiếu tướng Trần Văn Hòa, Giám đốc Công an Thành phố Hà Nội", "Giám đốc", "Công an Thành phố Hà Nội"),
        ("Thượng tá Trần Văn Hòa, Trưởng Công an phường Tân An", "Trưởng Công an", "phường Tân An"),
        ("Hòa thượng Trần Văn Hòa, Chủ tịch Hội Khuyến học tỉnh", "Chủ tịch", "Hội Khuyến học tỉnh"),
        ("Quyền Vụ trưởng Vụ Pháp chế Trần Văn Hòa", "Quyền Vụ trưởng", "Vụ Pháp chế"),
        ("Trưởng Thuế tỉnh Hà Nam Trần Văn Hòa", "Trưởng Thuế", "tỉnh Hà Nam"),
        ("Trưởng Ban Quản lý các khu công nghiệp tỉnh Trần Văn Hòa", "Trưởng Ban Quản lý các khu công nghiệp", "tỉnh"),
        ("Bí thư Tỉnh Đoàn Trần Văn Hòa", "Bí thư", "Tỉnh Đoàn"),
        ("Trưởng Đại diện UNDP tại Việt Nam Trần Văn Hòa", "Trưởng Đại diện", "UNDP"),
        ("Giám đốc Kho bạc Nhà nước khu vực III Trần Văn Hòa", "Giám đốc", "Kho bạc Nhà nước khu vực III"),
    ],
)
def test_offices_of_every_rank(said: str, role: str, body: str) -> None:
    (person,) = people(document(f"Tại hội nghị, {said} cho biết đã rà soát hồ sơ."))
    assert (person.name, person.role, person.organization) == ("Trần Văn Hòa", role, body)


@pytest.mark.parametrize(
    ("named", "bare", "canonical"),
    [
        ("Sở Y tế báo cáo", "Sở", "Sở Y tế"),
        ("Hiệp hội Mía đường Việt Nam báo cáo", "Hiệp hội", "Hiệp hội Mía đường Việt Nam"),
        ("UBND huyện Mèo Vạc báo cáo", "UBND", "Ủy ban nhân dân huyện Mèo Vạc"),
        ("UBND huyện Mèo Vạc báo cáo", "Ủy ban", "Ủy ban"),
        ("Ông Tám báo cáo", "Sở", "Sở"),
    ],
)
def test_a_bare_head_is_the_last_body_that_has_it(named: str, bare: str, canonical: str) -> None:
    made = document(f"{named}.\nTheo {bare}, hồ sơ đã đủ.")
    assert [m.value.canonical for _, m in marks(made, "organization")][-1] == canonical


@pytest.mark.parametrize("text", ["Mỗi phòng có 24 thí sinh.", "Công an kiểm tra từng phòng.", "Mỗi bộ gồm 5 cuốn."])
def test_one_of_many_things_is_no_body(text: str) -> None:
    assert [t for t in texts(text, "organization") if t != "Công an"] == []


def test_a_short_name_in_brackets_is_the_body_from_then_on() -> None:
    made = document("Tập đoàn Gốm sứ Việt Nam (Vinagom) báo lãi.\nThủ tướng yêu cầu Vinagom tái cơ cấu.")
    found = [m.value.canonical for _, m in marks(made, "organization")]
    assert found == ["Tập đoàn Gốm sứ Việt Nam"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "27 huyện, thị xã hoàn thành",
        "cả nước có 14 DN được cấp phép",
        "tăng thuế tài nguyên",
        "kiểm tra vụ việc",
        "Tổ chức tập huấn cho cán bộ",
        "Bộ phận một cửa",
        "Sở hữu nhà ở",
        "vốn cho dự án nhà khách",
        "giao ban công tác",
    ],
)
def test_no_body(text: str) -> None:
    assert [t for t in texts(text, "organization") if t != "Bộ phận một cửa"] == []


# --- persons --------------------------------------------------------------------------------------------------------

PERSONS = [
    ("đồng chí Nguyễn Long Hải, Phó Chủ tịch UBND tỉnh", "Nguyễn Long Hải", "Phó Chủ tịch", "UBND tỉnh", 5),
    ("Phó Chủ tịch UBND tỉnh Nguyễn Long Hải", "Nguyễn Long Hải", "Phó Chủ tịch", "UBND tỉnh", 5),
    ("ông Nguyễn Văn An - Giám đốc Sở Y tế", "Nguyễn Văn An", "Giám đốc", "Sở Y tế", 6),
    ("Giám đốc Sở Y tế Nguyễn Văn An", "Nguyễn Văn An", "Giám đốc", "Sở Y tế", 6),
    ("Bộ trưởng Bộ Tài chính Đinh Tiến Dũng", "Đinh Tiến Dũng", "Bộ trưởng", "Bộ Tài chính", 3),
    ("Bộ trưởng Tài chính Đinh Tiến Dũng", "Đinh Tiến Dũng", "Bộ trưởng", "Tài chính", 3),
    ("Thủ tướng Chính phủ Nguyễn Xuân Phúc", "Nguyễn Xuân Phúc", "Thủ tướng", "Chính phủ", 1),
    ("Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Nguyễn Văn An", "Nguyễn Văn An", "Chủ tịch", "UBND tỉnh", 4),
    ("Ủy viên Bộ Chính trị, Phó Thủ tướng Thường trực Chính phủ Trương Hòa Bình", "Trương Hòa Bình",
     "Phó Thủ tướng Thường trực", "Chính phủ", 2),
    ("Phó Chủ tịch UBND tỉnh Phú Yên – ông Trần Hữu Thế", "Trần Hữu Thế", "Phó Chủ tịch", "UBND tỉnh Phú Yên", 5),
    ("Bí thư Tỉnh ủy Phú Yên, ông Trần Hữu Thế", "Trần Hữu Thế", "Bí thư", "Tỉnh ủy Phú Yên", 3),
    ("Chủ tịch UBND huyện Lộc Bình Nguyễn Văn An", "Nguyễn Văn An", "Chủ tịch", "UBND huyện Lộc Bình", 6),
    ("Chủ tịch HĐND tỉnh Nông Quốc Bảo", "Nông Quốc Bảo", "Chủ tịch", "HĐND tỉnh", 4),
    ("Giám đốc Sở GD&ĐT Nguyễn Hữu Độ", "Nguyễn Hữu Độ", "Giám đốc", "Sở GD&ĐT", 6),
    ("PGS.TS Trần Đình Thiên, nguyên Viện trưởng Viện Kinh tế Việt Nam", "Trần Đình Thiên", "nguyên Viện trưởng",
     "Viện Kinh tế Việt Nam", None),
    ("Phó Cục trưởng Cục Tài chính doanh nghiệp Đặng Quyết Tiến", "Đặng Quyết Tiến", "Phó Cục trưởng",
     "Cục Tài chính doanh nghiệp", 7),
    ("Chánh Văn phòng UBND tỉnh Hồ Văn Cường", "Hồ Văn Cường", "Chánh Văn phòng", "UBND tỉnh", 6),
    ("Vụ trưởng Vụ Kế hoạch, Bộ Y tế Lê Văn Bình", "Lê Văn Bình", "Vụ trưởng", "Vụ Kế hoạch", 6),
    ("Đại tá Nguyễn Văn An, Giám đốc Công an tỉnh", "Nguyễn Văn An", "Giám đốc", "Công an tỉnh", 6),
    ("Chủ tịch Hà Nội Nguyễn Đức Chung", "Nguyễn Đức Chung", "Chủ tịch", "Hà Nội", 4),
    ("Thủ tướng Shinzo Abe", "Shinzo Abe", "Thủ tướng", "Chính phủ", 1),
]  # fmt: skip


@pytest.mark.parametrize(("span", "name", "role", "organization", "rank"), PERSONS)
def test_person(span: str, name: str, role: str, organization: str, rank: int | None) -> None:
    found = list(marks(document(f"Tại buổi họp, {span} yêu cầu rà soát."), "person"))
    assert [s.slice(m.first, m.last) for s, m in found] == [span]
    s, mark = found[0]
    value: PersonValue = mark.value
    assert (value.name, value.role, value.organization, value.rank) == (name, role, organization, rank)
    assert value.name_first is not None
    assert value.name_last is not None
    assert s.slice(value.name_first, value.name_last) == name


@pytest.mark.parametrize(
    "text",
    [
        "họp tại đường Nguyễn Văn Linh",
        "Trường THPT Lê Hồng Phong khai giảng",
        "Đồng chí yêu cầu rà soát",
        "lãnh đạo, chỉ đạo công tác",
        "công tác cán bộ được quan tâm",
        "theo tư tưởng Hồ Chí Minh",
        "du lịch Cù Lao Chàm phát triển",
    ],
)
def test_no_person(text: str) -> None:
    assert texts(text, "person") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("đồng chí Nguyễn Long Hải biểu dương Văn phòng", "Nguyễn Long Hải"),
        ("Bộ trưởng Nguyễn Chí Dũng Trong lĩnh vực tín dụng", "Nguyễn Chí Dũng"),
        ("Bộ trưởng Phùng Xuân Nhạ Ông Nhạ nhấn mạnh", "Phùng Xuân Nhạ"),
        ("ông Nguyễn Văn Sáng cho biết", "Nguyễn Văn Sáng"),
    ],
)
def test_where_a_name_ends(text: str, name: str) -> None:
    assert people(document(text))[0].name == name


@pytest.mark.parametrize(
    "span", ["lãnh đạo UBND tỉnh", "lãnh đạo các sở, ban, ngành", "các Bộ trưởng, Trưởng ngành", "đại diện Bộ Y tế"]
)
def test_many_or_any_are_nobody_in_the_register(span: str) -> None:
    made = document(f"Hội nghị đề nghị {span} báo cáo.")
    found = list(marks(made, "person"))
    assert [s.slice(m.first, m.last) for s, m in found] == [span]
    assert found[0][1].value.collective
    assert people(made) == []


# --- the register ---------------------------------------------------------------------------------------------------

SHORT = [
    ("Ông Phạm Ngọc Liên, Giám đốc Văn phòng Đăng ký đất đai, báo cáo.\nÔng Liên nói.", "Phạm Ngọc Liên"),
    ("Phó Chủ tịch UBND tỉnh Nguyễn Long Hải dự.\nPhó Chủ tịch UBND tỉnh yêu cầu.", "Nguyễn Long Hải"),
    ("Phó Chủ tịch UBND tỉnh Nguyễn Long Hải dự.\nPhó Chủ tịch yêu cầu.", "Nguyễn Long Hải"),
    ("Phó Chủ tịch UBND tỉnh phát biểu.\nĐồng chí Nguyễn Long Hải, Phó Chủ tịch UBND tỉnh dự.", "Nguyễn Long Hải"),
    ("Bộ trưởng Bộ KH&ĐT Nguyễn Chí Dũng dự.\nBộ trưởng Dũng nói.", "Nguyễn Chí Dũng"),
    ("Bộ trưởng Bộ KH&ĐT Nguyễn Chí Dũng dự.\nBộ trưởng nói.", "Nguyễn Chí Dũng"),
    ("Ông Nguyễn Đức Chung - Chủ tịch UBND TP.Hà Nội dự.\nChủ tịch Hà Nội nói.", "Nguyễn Đức Chung"),
    ("Thủ tướng Nguyễn Xuân Phúc dự.\nThủ tướng Chính phủ nói.", "Nguyễn Xuân Phúc"),
    ("Chủ tịch VCCI nói.\nÔng Vũ Tiến Lộc - Chủ tịch Phòng Thương mại và Công nghiệp Việt Nam (VCCI) dự.",
     "Vũ Tiến Lộc"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), SHORT)
def test_a_short_mention_finds_its_person(text: str, name: str) -> None:
    made = document(text)
    values = [m.value for _, m in marks(made, "person")]
    assert {v.name for v in values} == {name}
    assert {v.entry for v in values} == {0}
    assert [p.name for p in people(made)] == [name]
    assert len(people(made)[0].mentions) == 2


def test_a_short_mention_is_filled_from_the_register() -> None:
    made = document("Bộ trưởng Bộ Y tế Nguyễn Thị Kim Tiến dự.\nBộ trưởng nói.\nBà Tiến nói thêm.")
    values = [m.value for _, m in marks(made, "person")]
    assert {(v.name, v.role, v.organization) for v in values} == {("Nguyễn Thị Kim Tiến", "Bộ trưởng", "Bộ Y tế")}


def test_the_latest_holder_of_an_office_is_meant() -> None:
    made = document(
        "Giám đốc Sở Y tế Nguyễn Văn An nói.\nGiám đốc Sở Xây dựng Lê Văn Bình nói.\n"
        "Giám đốc Sở Y tế nói.\nGiám đốc nói.\nGiám đốc Sở Xây dựng nói."
    )
    assert [m.value.name for _, m in marks(made, "person")][2:] == ["Nguyễn Văn An", "Nguyễn Văn An", "Lê Văn Bình"]


def test_an_office_of_another_body_is_another_person() -> None:
    made = document("Chủ tịch UBND tỉnh Nguyễn Văn An nói.\nChủ tịch UBND huyện Lộc Bình nói.")
    assert [m.value.name for _, m in marks(made, "person")] == ["Nguyễn Văn An", None]


def test_counted_holders_are_nobody_in_particular() -> None:
    made = document("Ông Trần Đình Lưu, Chủ tịch UBND huyện dự.\nDự còn có chủ tịch UBND 17 xã.")
    assert [m.value.entry for _, m in marks(made, "person")] == [0, None]


def test_the_chief_is_the_highest_of_those_named() -> None:
    made = document(
        "Giám đốc Sở Y tế Nguyễn Văn An nói.\nÔng An nói.\nChủ tịch UBND tỉnh Lê Văn Bình dự.\nTheo Thủ tướng."
    )
    assert people(made)[made.facts["chief"]].name == "Lê Văn Bình"


def test_nobody_is_chief_of_an_article_without_people() -> None:
    assert document("Trời nắng.").facts["chief"] is None


# --- properties -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_marks_lie_in_their_sentence_and_apart(sample: object) -> None:
    made = document(getattr(sample, "read_text")(encoding="utf-8"))  # noqa: B009
    for s in made.sentences:
        last = 0
        for mark in s.marks:
            assert last <= mark.first < mark.last <= len(s)
            last = mark.last
    for _, mark in marks(made, "person"):
        value: PersonValue = mark.value
        assert value.entry is None or people(made)[value.entry].mentions
        if value.name_first is not None and value.name_last is not None:
            assert mark.first <= value.name_first < value.name_last <= mark.last


_PIECES = st.sampled_from(
    ["UBND", "tỉnh", "Lạng Sơn", "Nguyễn Văn An", "ông", ",", "-", "(", ")", ".", "TP.", "Sở", "Y tế", "các", "và",
     "Giám đốc", "số", "01/NQ-CP", "Nghị quyết", "TTHC", "5", "thuộc", "của", "Bộ", ":", "quận", "nguyên", "Luật"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=14).map(" ".join))
def test_any_order_of_the_pieces_is_read_without_overlap(text: str) -> None:
    for s in document(text).sentences:
        last = 0
        for mark in s.marks:
            assert last <= mark.first < mark.last <= len(s)
            last = mark.last


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Về phía Bộ Y tế, Thứ trưởng Lê Văn An phát biểu.", "Bộ Y tế"),
        ("Đại diện cho Bộ Tài chính, đồng chí Thứ trưởng Lê Văn An phát biểu.", "Bộ Tài chính"),
        ("Thay mặt UBND tỉnh Hà Giang, Phó Chủ tịch Lê Văn An phát biểu.", "UBND tỉnh Hà Giang"),
        ("Thay mặt Chính phủ, Bộ trưởng Lê Văn An phát biểu.", None),
        ("Cùng dự có Bộ Y tế, Thứ trưởng Lê Văn An phát biểu.", None),
        ("Về phía Bộ Y tế có ba đơn vị, Thứ trưởng Lê Văn An phát biểu.", None),
    ],
)
def test_a_bare_office_is_of_the_body_it_speaks_for(text: str, body: str | None) -> None:
    assert [p.organization for p in people(document(text))] == [body]
