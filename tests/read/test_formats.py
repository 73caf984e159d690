"""Each format by itself: what is told apart, what is refused, and what the refusal says."""

from __future__ import annotations

import io
import json
import sys
import time
from typing import Any

import pytest

from extractor import Extractor
from extractor.errors import EncodingError, InputError, TooLarge
from extractor.normalize import tidy
from extractor.read import Article, Reader
from tests.read import make
from tests.read.legacy import tcvn3, vni

TEXT = make.TEXTS["nong-thon-moi"]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Extractor().reader()


def text_of(reader: Reader, data: bytes, name: str = "a") -> str:
    [article] = reader.articles(data, name)
    return tidy(article.text)


# --- which format ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (make.docx(TEXT), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (make.pdf(TEXT), "application/pdf"),
        (make.page("liferay", TEXT).encode(), "text/html"),
        (make.page("layout-tables", TEXT).encode("utf-16"), "text/html"),
        (make.markdown(TEXT), "text/markdown"),
        (make.json_line(TEXT), "application/jsonl"),
        (TEXT.encode(), "text/plain"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.doc", "a"])
def test_the_format_is_known_by_its_content(reader: Reader, data: bytes, media_type: str, name: str) -> None:
    [article] = reader.articles(data, name)
    assert article.source.media_type == media_type
    assert tidy(article.text) == tidy(TEXT)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", r"old Office document.*docx"),
        (b"{\\rtf1\\ansi x}", "rtf"),
        (b"Rar!\x1a\x07\x00", "RAR"),
        (b"\x89PNG\r\n", "picture"),
        (b'<?xml version="1.0"?><rss><channel/></rss>', "XML"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "mht"),
        (b"%PDF-1.7\nnothing", "PDF file is damaged"),
        (b"PK\x03\x04 broken", "damaged"),
        (make.zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), r"xlsx.*csv"),
        (make.zipped({"word/document.xml": b"<x/>"}), "Word document is damaged"),
        (b"\x1f\x8b\x08\x00broken", "damaged"),
        (b'[{"a": 1]', "no JSON"),
        (b"", "empty"),
    ],
)
def test_what_is_not_read_says_what_it_is(reader: Reader, data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says):
        reader.articles(data, "a.txt")


@pytest.mark.parametrize(
    ("module", "data", "what"),
    [
        ("docx", make.docx(TEXT), "Word document"),
        ("pypdfium2", make.pdf(TEXT), "PDF file"),
        ("selectolax.lexbor", make.page("liferay", TEXT).encode(), "page of HTML"),
    ],
)
def test_a_missing_extra_is_named(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, module: str, data: bytes, what: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(InputError, match=rf"{what}.*pip install 'vn-gov-extractor\[formats\]'"):
        reader.articles(data, "a")


# --- pages -------------------------------------------------------------------------------------------------------


def test_a_users_own_family_comes_first(tmp_path: Any) -> None:
    (tmp_path / "mine.yaml").write_text(
        "table: portals\nrows:\n"
        "  - {words: [ours], signs: ['#bai'], title: ['#dau'], body: ['#bai'], date: ['#khi']}\n",
        encoding="utf-8",
    )
    page = f"<h1>Cổng</h1><b id=dau>Tin</b><i id=khi>5.6.2020</i><div id=bai><p>{TEXT[60:400]}</p></div>"
    [article] = Extractor([tmp_path]).reader().articles(f"<html><body>{page}</body>".encode())
    assert (article.facts.title, str(article.facts.published)) == ("Tin", "2020-06-05")


def test_a_faulty_selector_is_named(tmp_path: Any) -> None:
    (tmp_path / "mine.yaml").write_text(
        "table: portals\nrows:\n  - {words: [ours], signs: ['###'], body: ['p']}\n", encoding="utf-8"
    )
    with pytest.raises(InputError, match="'###'"):
        Extractor([tmp_path]).reader().articles(b"<html><body><p>x</p></body></html>")


def test_tables_of_figures_keep_their_rows(reader: Reader) -> None:
    table = (
        "<table><tr><th>Chỉ tiêu</th><th>Kết quả</th></tr><tr><td>Thu ngân sách</td><td>1.200 tỷ đồng</td></tr></table>"
    )
    page = f'<div class="tieude">Tin</div><div class="noidung"><p>{TEXT[60:200]}</p>{table}<p>Hết.</p></div>'
    lines = text_of(reader, f"<html><body>{page}</body></html>".encode()).split("\n")
    assert lines[2:] == ["Chỉ tiêu Kết quả", "Thu ngân sách 1.200 tỷ đồng", "Hết."]


def test_american_days_of_sharepoint(reader: Reader) -> None:
    page = make.page("sharepoint", TEXT).replace("Thứ Năm, 30/12/2024 14:35", "12/30/2024 2:35 PM")
    [article] = reader.articles(page.encode())
    assert str(article.facts.published) == "2024-12-30"


def test_a_page_declares_its_encoding_wrongly(reader: Reader) -> None:
    page = make.page("layout-tables", TEXT).replace("charset=utf-8", "charset=iso-8859-1")
    assert text_of(reader, page.encode()) == tidy(TEXT)
    assert text_of(reader, tcvn3(page)).lower() == tidy(TEXT).lower()


def test_letters_written_as_entities(reader: Reader) -> None:
    page = make.page("liferay", TEXT)
    entities = "".join(c if c.isascii() else f"&#{ord(c)};" for c in page)
    assert text_of(reader, entities.encode()) == tidy(TEXT)


def test_a_page_without_an_article_is_refused(reader: Reader) -> None:
    with pytest.raises(InputError, match="no article"):
        reader.articles(b"<html><body><ul><li><a href=/a>Trang</a></li><li><a href=/b>Tin</a></li></ul></body></html>")


def test_a_page_nested_without_end(reader: Reader) -> None:
    page = "<html><body>" + "<div>" * 20_000 + f"<p>{TEXT}</p>"
    with pytest.raises(TooLarge, match="256 deep"):
        reader.articles(page.encode())


# --- Word --------------------------------------------------------------------------------------------------------


def document(fill: Any) -> bytes:
    import docx

    made, data = docx.Document(), io.BytesIO()
    fill(made)
    made.save(data)
    return data.getvalue()


def test_word_tables_in_their_place(reader: Reader) -> None:
    def fill(made: Any) -> None:
        made.add_paragraph("Kết quả:")
        table = made.add_table(rows=2, cols=2)
        for cell, text in zip(table._cells, ["Chỉ tiêu", "Đạt", "Hồ sơ", "4.700"], strict=True):
            cell.text = text
        made.add_paragraph("Hết.")

    assert text_of(reader, document(fill)) == "Kết quả:\nChỉ tiêu Đạt\nHồ sơ 4.700\nHết."


def test_word_tables_that_are_layout(reader: Reader) -> None:
    def fill(made: Any) -> None:
        cells = made.add_table(rows=1, cols=2)._cells
        cells[0].text, cells[1].text = "UBND TỈNH\nSỞ Y TẾ", "Số: 12/BC"
        cells[0].add_paragraph("Phòng Tổng hợp")

    assert text_of(reader, document(fill)) == "UBND TỈNH\nSỞ Y TẾ\nPhòng Tổng hợp\nSố: 12/BC"


def test_word_runs_in_fonts_of_before_unicode(reader: Reader) -> None:
    from extractor.read.legacy import western

    def fill(made: Any) -> None:
        line = made.add_paragraph()
        for text, font in [
            (western(tcvn3("ủy ban")), ".VnTimeH"),
            (western(tcvn3(" tỉnh họp ")), ".VnTime"),
            (western(vni("sáng nay, ")), "VNI-Times"),
            ("đề nghị các sở.", "Times New Roman"),
        ]:
            line.add_run(text).font.name = font

    assert text_of(reader, document(fill)) == "ỦY BAN tỉnh họp sáng nay, đề nghị các sở."


def test_word_insertions_stand_and_deletions_do_not(reader: Reader) -> None:
    from docx.oxml import parse_xml

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

    def fill(made: Any) -> None:
        line = made.add_paragraph("Đã cấp ")._p
        line.append(parse_xml(f"<w:del {space}><w:r><w:delText>100</w:delText></w:r></w:del>"))
        line.append(parse_xml(f"<w:ins {space}><w:r><w:t>120</w:t></w:r></w:ins>"))
        made.add_paragraph("giấy phép.")

    assert text_of(reader, document(fill)) == "Đã cấp 120\ngiấy phép."


# --- PDF ---------------------------------------------------------------------------------------------------------


def ragged(text: str, size: float, width: float) -> bytes:
    """A PDF file with ragged lines, first lines set in, and a page number alone."""
    from pathlib import Path

    import fpdf
    import matplotlib

    class Pages(fpdf.FPDF):
        def footer(self) -> None:
            self.set_y(-12)
            self.set_font("Deja", size=10)
            self.cell(0, 8, f"- {self.page_no()} -", align="C")

    made = Pages(format="A4")
    made.add_font("Deja", fname=Path(matplotlib.get_data_path()) / "fonts/ttf/DejaVuSerif.ttf")
    made.add_page()
    made.set_font("Deja", size=size)
    for line in make.lines(text):
        made.multi_cell(width, size * 0.55, "      " + line, align="L", new_x="LMARGIN", new_y="NEXT")
    return bytes(made.output())


@pytest.mark.parametrize("name", make.TEXTS)
@pytest.mark.parametrize(("size", "width"), [(11, 0), (14, 150)])
def test_ragged_pdf_lines_are_joined(reader: Reader, name: str, size: float, width: float) -> None:
    text = make.TEXTS[name]
    assert text_of(reader, ragged(text, size, width)) == tidy(text)


def test_a_pdf_of_pictures_or_a_password_is_refused(reader: Reader) -> None:
    import fpdf

    empty = fpdf.FPDF()
    empty.add_page()
    with pytest.raises(InputError, match="character recognition"):
        reader.articles(bytes(empty.output()), "a.pdf")
    locked = fpdf.FPDF()
    locked.add_page()
    locked.set_encryption(owner_password="a", user_password="b")
    with pytest.raises(InputError, match="password"):
        reader.articles(bytes(locked.output()), "a.pdf")


# --- Markdown, tables --------------------------------------------------------------------------------------------


def test_markdown_marks_are_taken_off_and_text_stays(reader: Reader) -> None:
    marked = (
        "---\ntitle: Họp báo\ndate: 27/5/2019\nauthor: Hà\n---\n\n## Kết *quả*\n\nDòng một\ndòng **hai** [xem](http://a(b)).\n\n"
        "1. Mục 5*3 một\n2. Mục hai\n\n- a_b_c\n\n> Lời \\*nói\\*\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n![ảnh](x.png)\n"
    )
    [article] = reader.articles(marked.encode(), "a.md")
    assert tidy(article.text).split("\n") == [
        "Kết quả", "Dòng một dòng hai xem.", "1. Mục 5*3 một", "2. Mục hai", "- a_b_c", "Lời *nói*", "A B", "1 2",
    ]  # fmt: skip
    assert (article.facts.title, str(article.facts.published), article.facts.author) == ("Họp báo", "2019-05-27", "Hà")


@pytest.mark.parametrize("mark", ["[", "![](", "[a](", "[a](b ", "**a ", "__a ", "<http://", "*a", "`", " ", "\n"])
def test_marks_without_their_fellow_take_no_time_of_their_own(reader: Reader, mark: str) -> None:
    many = mark * (40_000 // len(mark))
    start = time.perf_counter()
    text = text_of(reader, f"# Họp{' ' * 40_000}báo\na {many}b\n{many}c".encode(), "a.md")
    assert time.perf_counter() - start < 3
    assert text.startswith("Họp báo\n")


def test_comments_before_a_text_take_no_time_of_their_own(reader: Reader) -> None:
    assert text_of(reader, b"<!-- a -->\n" * 40 + b"<Tin>").endswith("<Tin>")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_with_vietnamese_names_of_columns(reader: Reader, codec: str) -> None:
    table = (
        'Mã;Tiêu đề;Nội dung;Ngày đăng;Nguồn\r\nx1;Họp báo;"Sáng nay, tỉnh họp;\r\nđã cấp 12 giấy.";27/5/2019;TTXVN\r\n'
    )
    [article] = reader.articles((table + "x2;;Tỉnh họp.;;\r\n").encode(codec), "a.csv")[:1]
    assert tidy(article.text) == "Họp báo\nSáng nay, tỉnh họp;\nđã cấp 12 giấy."
    assert (article.part, article.facts.source, str(article.facts.published)) == ("x1", "TTXVN", "2019-05-27")
    assert article.source.path == "a.csv#1"


def test_csv_in_tcvn3(reader: Reader) -> None:
    [article] = reader.articles(tcvn3("id,text\n1,Cộng hoà xã hội chủ nghĩa Việt Nam\n"), "a.csv")
    assert (article.text, article.source.encoding) == ("Cộng hoà xã hội chủ nghĩa Việt Nam", "tcvn3")


def test_a_table_is_known_by_three_names_of_columns(reader: Reader) -> None:
    assert text_of(reader, "Thời gian, nội dung\nSáng 5/6, họp.".encode(), "a.txt").startswith("Thời gian, nội dung\n")
    [article] = reader.articles("Tiêu đề,Ngày,Nội dung\nHọp,5/6/2020,Tỉnh họp.\n".encode(), "a.txt")
    assert article.source.media_type == "text/csv"


def test_csv_without_a_text_is_refused_with_what_there_is(reader: Reader) -> None:
    with pytest.raises(InputError, match=r"there are: x, y; name one of them: text, content"):
        reader.articles(b"x,y\n1,2\n", "a.csv")


def test_a_bad_row_stops_no_other(reader: Reader) -> None:
    rows = (
        make.json_line(TEXT, id="a/1")
        + b"\n{broken\n[1]\n"
        + b'{"title": "x"}\n'
        + make.json_line(TEXT, date="31/2/2019")
    )
    pieces = list(reader.stream(io.BytesIO(rows), "r.jsonl"))
    assert [isinstance(piece, Article) for piece in pieces] == [True, False, False, False, False]
    assert [piece.part for piece in pieces] == ["a_1", "2", "3", "4", "5"]
    said = [str(piece.error) for piece in pieces if not isinstance(piece, Article)]
    assert [w in s for w, s in zip(["no JSON", "no object", "its keys are title", "31/2/2019"], said, strict=True)] == [
        True
    ] * 4


def told(reader: Reader, data: bytes, name: str) -> list[str]:
    """What became of each article: its text, or why it has none."""
    found = reader.stream(io.BytesIO(data), name)
    return [piece.text if isinstance(piece, Article) else str(piece.error) for piece in found]


@pytest.mark.parametrize("bad", [5, 2001])
def test_a_stray_byte_in_a_table_costs_its_own_row(reader: Reader, bad: int) -> None:
    rows = [f"{n},Năm 2019 tỉnh đã cấp {n} giấy phép\n".encode() for n in range(3000)]
    rows[bad] = rows[bad].replace(b"19", b"\xff")
    pieces = list(reader.stream(io.BytesIO(b"id,text\n" + b"".join(rows)), "a.csv"))
    assert len(pieces) == 3000
    [(number, fault)] = [(n, piece) for n, piece in enumerate(pieces) if not isinstance(piece, Article)]
    assert (number, fault.part) == (bad, str(bad + 1))
    assert "no UTF-8: save the table as UTF-8, or name its --encoding" in str(fault.error)


def test_a_row_of_a_table_without_end_costs_itself() -> None:
    rows = [f"{n},tỉnh họp\n" for n in range(3)]
    rows[1] = f"1,{'a' * 70_000}\n"
    found = told(Extractor().reader(limit=1000), ("id,text\n" + "".join(rows)).encode(), "a.csv")
    assert (found[0], "row 2 cannot be read" in found[1], found[2]) == ("tỉnh họp", True, "tỉnh họp")


def test_a_row_that_no_library_takes_costs_itself(reader: Reader) -> None:
    good, deep = '{"text": "Tỉnh họp."}', '{"text": ' + "[" * 200_000
    half = '{"title": "\\ud800", "text": "Tỉnh họp."}'
    for rows, name in (
        ("\n".join([good, deep, half, '{"\\udc80": 1}', good]), "a.jsonl"),
        ("\n".join([deep, half, '{"\\udc80": 1}', good]), "a.txt"),
        (f'[{good}, {half}, {{"text": {"[" * 900 + "]" * 900}}}, {good}]', "a.json"),
    ):
        found = told(reader, rows.encode(), name)
        assert len(found) == rows.count("{")
        assert [text for text in found if text == "Tỉnh họp."] == ["Tỉnh họp."] * rows.count(good)
        assert any(r"is \ud800, half of a pair" in said for said in found)
        assert all(said.encode() for said in found)
    with pytest.raises(InputError, match="lie in each other without end"):
        told(reader, f"[{good}, {deep}".encode(), "a.json")


def test_a_json_array_and_escaped_letters(reader: Reader) -> None:
    data = json.dumps([{"text": "Tỉnh họp."}, {"text": "Céng hoµ x· héi chñ nghÜa ViÖt Nam"}], indent=1).encode()
    first, second = reader.articles(data, "a.json")
    assert first.text == "Tỉnh họp."
    assert second.text == "Cộng hoà xã hội chủ nghĩa Việt Nam"
    assert second.source.encoding == "utf-8/tcvn3"


def test_the_option_decides_in_every_format() -> None:
    reader = Extractor().reader(encoding="tcvn3")
    doubtful = tcvn3("Sở Y") + b" xyz \xe9q\xf1 w\xeat"
    page = b"<html><body><div class=noidung><p>" + doubtful * 3 + b"</p></div></body></html>"
    assert "Sở Y" in text_of(reader, page)
    assert "Sở Y" in text_of(reader, b"text,id\n" + doubtful + b",1\n", "a.csv")
    with pytest.raises(EncodingError, match="would spoil"):
        text_of(reader, TEXT.encode())


def test_fonts_of_capitals_on_a_page(reader: Reader) -> None:
    title, *rest = make.lines(TEXT)
    body = "<br>".join(f"<font face='.VnTime'>{line}</font>" for line in rest)
    cell = f"<td><font face='.VnTimeH'>{title.lower()}</font><br>{body}</td>"
    lines = text_of(reader, tcvn3(f"<html><body><table><tr>{cell}</tr></table></body></html>")).split("\n")
    assert lines == [title.upper(), *rest]


def test_the_name_of_a_site_is_no_title(reader: Reader) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in make.lines(make.TEXTS["thuy-linh"]))
    [article] = reader.articles(
        f"<html><head><title>Cổng TTĐT tỉnh</title></head><body>{paragraphs}</body></html>".encode()
    )
    assert article.facts.title is None
    assert tidy(article.text) == tidy(make.TEXTS["thuy-linh"])
