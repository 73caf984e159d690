"""Where a quote ends: with its quotation marks, with its month, and never in a question."""

from __future__ import annotations

from tests.discourse.said import OPENING, items, quotes


def test_a_few_quoted_words_stay_whole() -> None:
    told = "Ông Tám nêu rõ năm nay là năm “mưa thuận, gió hòa, thóc đầy”, thời tiết thuận lợi, nông dân phấn khởi."
    assert all(quote.count("“") == quote.count("”") for quote in quotes(OPENING + told))


def test_a_month_with_a_capital_ends_no_quote() -> None:
    told = "Ông Tám yêu cầu Sở Y tế trình UBND tỉnh đề án trong tháng Bảy, sau đó công bố."
    assert "trong tháng Bảy" in quotes(OPENING + told)[0]


def test_a_question_in_quotation_marks_proposes_nothing() -> None:
    told = (
        "“Như vậy, doanh nghiệp đầu tư vào tỉnh làm sao có thể lớn được, làm sao có thể có đủ vốn?”, bà Lê Thị Na nói."
    )
    assert items(told) == []
