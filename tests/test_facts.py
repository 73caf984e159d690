"""Facts of an article from its text alone: title, byline, source, dateline, place."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pandas as pd
import pytest

from extractor import Extractor
from extractor.facts import FactReader
from extractor.model import Article

LEAD = "Sáng nay, UBND tỉnh họp báo về kết quả 5 tháng."


@pytest.fixture(scope="module")
def facts(ex: Extractor) -> FactReader:
    return FactReader(ex.book)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Họp báo tháng 5\n{LEAD}", "Họp báo tháng 5"),
        (f"THÔNG CÁO BÁO CHÍ\nVề kết quả 5 tháng\n{LEAD}", "Về kết quả 5 tháng"),
        (f"Thứ Hai, 27/05/2019 14:30\nHọp báo tháng 5\n{LEAD}", "Họp báo tháng 5"),
        (f"Hà Nội, ngày 27 tháng 5 năm 2019\nThông báo lịch tiếp dân\n{LEAD}", "Thông báo lịch tiếp dân"),
        (f"Vì sao PCI tăng hạng?\n{LEAD}", "Vì sao PCI tăng hạng?"),
        (f"{LEAD}\n{LEAD}", None),
        (LEAD, None),
    ],
)
def test_title(facts: FactReader, text: str, title: str | None) -> None:
    assert facts.title(text) == title


@pytest.mark.parametrize(
    ("tail", "author"),
    [
        ("\nThùy Linh", "Thùy Linh"),
        ("\n(Thùy Linh)", "Thùy Linh"),
        ("\nThùy Linh - Minh Châu", "Thùy Linh - Minh Châu"),
        ("\nTin, ảnh: Hoàng Yến", "Hoàng Yến"),
        ("\nTác giả: Hoàng Yến\nNguồn: Báo Lạng Sơn", "Hoàng Yến"),
        ("\nThu Hà (tổng hợp)", "Thu Hà"),
        (" Thùy Linh", "Thùy Linh"),
        (" (Thùy Linh).", "Thùy Linh"),
        ("\nTheo TTXVN", None),
        ("\nVăn phòng UBND tỉnh", None),
        (" Hồ sơ đạt 98%", None),
        ("\nNgười đăng: Quản trị", None),
        ("\nCác sở báo cáo trước ngày 30/6", None),
    ],
)
def test_author(facts: FactReader, tail: str, author: str | None) -> None:
    assert facts.author(f"Họp báo\n{LEAD}{tail}") == author


def test_a_body_of_one_line_has_its_byline_at_the_end(facts: FactReader) -> None:
    assert facts.author(f"{LEAD} Đề nghị các sở làm tốt. Thùy Linh") == "Thùy Linh"
    assert facts.author(f"{LEAD} Đề nghị Sở Y tế") is None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"Họp báo\n(Chinhphu.vn) - {LEAD}", "Chinhphu.vn"),
        (f"(TTXVN) – {LEAD}", "TTXVN"),
        (f"Họp báo\n{LEAD}\nTheo TTXVN", "TTXVN"),
        (f"Họp báo\n{LEAD} (Theo Báo Lạng Sơn)", "Báo Lạng Sơn"),
        (f"Họp báo\n{LEAD}\nNguồn: Cổng TTĐT tỉnh", "Cổng TTĐT tỉnh"),
        (f"Họp báo\n(27/5/2019) - {LEAD}", None),
        (f"Họp báo\n{LEAD}\nTheo kế hoạch đã ban hành", None),
    ],
)
def test_source(facts: FactReader, text: str, source: str | None) -> None:
    assert facts.source(text) == source


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        (f"LẠNG SƠN, ngày 27/5/2019 - {LEAD}", "2019-05-27", "Lạng Sơn"),
        (f"(Lạng Sơn, 27/5/2019) - {LEAD}", "2019-05-27", "Lạng Sơn"),
        (f"Họp báo\nHà Nội, ngày 27 tháng 5 năm 2019\n{LEAD}", "2019-05-27", "Hà Nội"),
        (f"Họp báo\n{LEAD}\nThùy Linh\nHà Nội, ngày 27 tháng 5 năm 2019", "2019-05-27", "Hà Nội"),
        (f"Họp báo\nThứ Hai, 27/05/2019 14:30\n{LEAD}", "2019-05-27", None),
        (f"Họp báo\nNgày đăng: 27/05/2019 | 14:30 GMT+7\n{LEAD}", "2019-05-27", None),
        (f"Họp báo\n27-5-2019\n{LEAD}", "2019-05-27", None),
        ("Ngày 27/5/2019, tỉnh họp báo.\nHết.", None, None),
        ("Tại Hà Nội, ngày 27/5/2019, tỉnh họp báo.\nHết.", None, None),
        ("Tính đến ngày 27/5/2019 đã cấp 5 hồ sơ.", None, None),
        (f"Họp báo, ngày 27/5/2019\n{LEAD}", None, None),
    ],
)
def test_dateline(ex: Extractor, facts: FactReader, text: str, day: str | None, place: str | None) -> None:
    found, dateline = facts.published(text), facts.dateline(text)
    assert (str(found) if found else None, dateline.place if dateline else None) == (day, place)
    if day:
        assert str(ex.extract(text, published="2001-01-01").article.published) == day


@pytest.mark.parametrize(
    "day",
    ["2019-06-20", "2019-06-20 07:30:00", date(2019, 6, 20), datetime(2019, 6, 20, 7), pd.Timestamp("2019-06-20")],
)
def test_a_day_of_publication_is_taken_as_programs_hold_it(ex: Extractor, day: date | str) -> None:
    assert ex.extract(LEAD, published=day).article.published == date(2019, 6, 20)


@pytest.mark.parametrize("day", [None, pd.NaT, float("nan")])
def test_an_empty_cell_is_no_day(ex: Extractor, day: date | None) -> None:
    assert ex.extract(LEAD, published=day).article.published is None


@pytest.mark.parametrize(
    ("day", "says"), [("20/6/2019", "did you mean 2019-06-20"), ("hôm qua", "write YYYY-MM-DD"), (5, "5 is no date")]
)
def test_a_day_that_is_none_is_answered(ex: Extractor, day: Any, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        ex.extract(LEAD, published=day)


def test_what_is_stated_is_believed_before_the_text(ex: Extractor) -> None:
    stated = Article(title="Khác", published="2020-02-03", author="Hà", place="Huế", source="VGP")
    made = ex.extract(f"Họp báo\nLẠNG SƠN, ngày 27/5/2019 - {LEAD}\nThùy Linh", article=stated).article
    assert made.model_copy(update={"event_date": None}) == stated
