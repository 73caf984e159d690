"""The credit of a picture runs into the sentence behind it: whom it names says nothing."""

from __future__ import annotations

import pytest

from tests.discourse.said import items, speakers


@pytest.mark.parametrize("credit", ["(Ảnh: TTXVN)", "(Nguồn: TTXVN)", "Ảnh: TTXVN", "(Ảnh: Lê Hà/TTXVN)"])
@pytest.mark.parametrize("verb", ["Đề nghị", "Khẳng định lại đề xuất"])
def test_a_credit_speaks_of_nothing(credit: str, verb: str) -> None:
    found = speakers(f"Cánh rừng ngập mặn. {credit} {verb} tăng mức phí lên 9.000 đồng/m3 trong năm nay.")
    assert "TTXVN" not in found


def test_who_had_the_word_keeps_it_behind_a_credit() -> None:
    text = "Thủ tướng Lê Văn Tám phát biểu. (Ảnh: TTXVN) Đề nghị các tỉnh rà soát quy hoạch rừng."
    assert speakers(text) == ["Lê Văn Tám"]


def test_who_is_named_behind_a_credit_speaks() -> None:
    text = "Toàn cảnh hội nghị. (Nguồn: TTXVN) Thủ tướng yêu cầu Bộ Y tế tăng cường xét nghiệm."
    assert items(text) == [("directive", "tăng cường xét nghiệm", "Bộ Y tế")]
