"""Numbers in figures and words: each value with the many ways to write it, and what the reader makes of separators."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.mentions.separators import comma_habit, read_figures
from tests.reading import flat, percents, quantities, spans, values

COUNT = "Toàn tỉnh đã tiếp nhận {} hồ sơ trực tuyến."
MONEY = "Tổng vốn giải ngân đạt {} đồng, bằng 45% kế hoạch."

# --- value <- ways to write it, before a counted noun -----------------------------------------------------------------

COUNTS: dict[float, list[str]] = {
    # below twenty
    2: ["2", "02", "hai"],
    3: ["3", "03", "ba"],
    4: ["4", "bốn"],
    5: ["5", "05", "năm"],
    6: ["sáu"],
    7: ["bảy", "bẩy", "07"],
    8: ["tám"],
    9: ["chín", "09"],
    10: ["10", "mười", "một chục"],
    11: ["mười một", "11"],
    12: ["mười hai", "một tá"],
    14: ["mười bốn", "14"],
    15: ["mười lăm", "mười nhăm"],
    16: ["mười sáu"],
    18: ["mười tám"],
    19: ["mười chín"],
    # tens
    20: ["hai mươi", "hai chục", "20", "2 chục"],
    21: ["hai mươi mốt", "hai mốt"],
    22: ["hai mươi hai"],
    24: ["hai mươi tư", "hai mươi bốn", "hai tư"],
    25: ["hai mươi lăm", "hai mươi nhăm", "hai lăm", "hai nhăm"],
    31: ["ba mươi mốt", "ba mốt"],
    36: ["ba mươi sáu", "ba tá"],
    50: ["năm mươi", "năm chục", "nửa trăm"],
    55: ["năm mươi lăm", "năm lăm"],
    84: ["tám mươi tư", "tám tư"],
    99: ["chín mươi chín", "99"],
    # hundreds
    100: ["một trăm", "100"],
    101: ["một trăm linh một", "một trăm lẻ một", "101"],
    104: ["một trăm linh tư", "một trăm lẻ bốn"],
    105: ["một trăm linh năm", "một trăm lẻ năm"],
    110: ["một trăm mười"],
    115: ["một trăm mười lăm"],
    121: ["một trăm hai mươi mốt"],
    140: ["một trăm bốn mươi"],
    150: ["một trăm năm mươi", "một trăm rưỡi", "trăm rưởi", "trăm rưỡi"],
    250: ["hai trăm năm mươi", "hai trăm rưỡi", "hai trăm rưởi"],
    300: ["ba trăm", "3 trăm", "300"],
    505: ["năm trăm linh năm", "năm trăm lẻ năm"],
    555: ["năm trăm năm mươi lăm", "năm trăm năm lăm"],
    721: ["bảy trăm hai mươi mốt"],
    # thousands
    1000: ["1.000", "1000", "một nghìn", "một ngàn", "1 nghìn", "1 ngàn"],
    1005: ["một nghìn không trăm linh năm", "một nghìn không trăm lẻ năm", "một ngàn lẻ năm", "1.005"],
    1015: ["một nghìn không trăm mười lăm"],
    1100: ["một nghìn một trăm", "1,1 nghìn"],
    1200: ["1.200", "một nghìn hai trăm", "một ngàn hai", "1,2 nghìn"],
    1500: ["1.500", "1500", "một nghìn năm trăm", "một nghìn rưỡi", "nghìn rưỡi", "1,5 nghìn"],
    2500: ["hai nghìn rưỡi", "hai ngàn rưởi", "2 nghìn rưỡi", "hai nghìn năm trăm"],
    5000: ["5.000", "năm nghìn", "năm ngàn", "5 nghìn", "5 ngàn"],
    5500: ["5.500", "5500", "5,5 nghìn", "năm nghìn năm trăm", "năm nghìn rưỡi", "5 nghìn 500", "5 ngàn 5 trăm"],
    15000: ["15.000", "mười lăm nghìn", "15 nghìn", "một vạn năm nghìn", "1,5 vạn", "vạn rưỡi", "một vạn rưỡi"],
    20000: ["hai vạn", "2 vạn", "hai mươi nghìn", "20.000", "20 000"],
    21011: ["hai mươi mốt nghìn không trăm mười một", "21.011"],
    61300: ["61,3 ngàn", "61,3 nghìn", "61.300", "sáu mươi mốt nghìn ba trăm"],
    100000: ["100.000", "100,000", "một trăm nghìn", "10 vạn", "mười vạn", "100 nghìn"],
    200000: ["hai trăm nghìn", "hai mươi vạn", "200 ngàn", "2 trăm nghìn"],
    390000: ["39 vạn", "ba mươi chín vạn", "390.000"],
    721012: ["bảy trăm hai mươi mốt nghìn không trăm mười hai", "721.012"],
    # millions
    1000000: ["1.000.000", "1,000,000", "một triệu", "1 triệu", "1000000", "một trăm vạn"],
    1200000: ["1.200.000", "1,200,000", "1,2 triệu", "1.2 triệu", "một triệu hai", "một triệu hai trăm nghìn",
              "1 triệu 2 trăm nghìn"],
    1234567: [
        "1.234.567", "1,234,567", "1 234 567",
        "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy",
    ],
    1500000: ["1,5 triệu", "1.5 triệu", "một triệu rưỡi", "triệu rưỡi", "1 triệu rưỡi", "một triệu năm trăm nghìn"],
    2000005: ["hai triệu không trăm linh năm", "hai triệu lẻ năm"],
    2300000: ["2 triệu 300 nghìn", "2,3 triệu", "hai triệu ba trăm nghìn", "hai triệu ba", "2 triệu 300 ngàn"],
    2500000: ["hai triệu rưỡi", "2 triệu rưỡi", "hai triệu rưởi", "2,5 triệu", "2.500.000"],
    3500000: ["3,5 triệu", "ba triệu rưỡi", "ba triệu năm trăm nghìn"],
    50000000: ["năm mươi triệu", "50 triệu"],
    # billions
    1000000000: ["1 tỷ", "một tỷ", "một tỉ", "1.000.000.000", "một nghìn triệu"],
    2100000000: ["hai tỷ mốt", "2,1 tỷ", "hai tỷ một trăm triệu", "2 tỷ 100 triệu"],
    # with a fraction
    1234.5: ["1.234,5", "1,234.5"],
    12.75: ["12,75", "12.75"],
    0.5: ["0,5", "0.5"],
}  # fmt: skip


@pytest.mark.parametrize(("way", "value"), flat(COUNTS))
def test_value_before_a_counted_noun(way: str, value: float) -> None:
    text = COUNT.format(way)
    assert quantities(text) == [(value, "hồ sơ")]
    assert way in spans(text, "quantity")[0]


# --- money: scale upon scale ------------------------------------------------------------------------------------------

SUMS: dict[float, list[str]] = {
    10_000: ["10.000", "10 nghìn", "10 ngàn", "mười nghìn", "một vạn"],
    500_000: ["500.000", "500 nghìn", "năm trăm nghìn", "nửa triệu", "500,000"],
    2_500_000: ["hai triệu rưỡi", "2,5 triệu", "2 triệu 500 nghìn", "2 triệu rưỡi"],
    1_500_000_000: ["1,5 tỷ", "1.5 tỷ", "một tỷ rưỡi", "1 tỷ rưỡi", "1 tỷ 500 triệu", "tỷ rưỡi", "1.500 triệu"],
    61_300_000_000: ["61,3 tỷ", "61.3 tỷ", "61 tỷ 300 triệu", "61,3 tỉ"],
    286_400_000_000: ["286,4 tỷ", "286 tỷ 400 triệu"],
    1_000_000_000_000: ["1.000 tỷ", "1 nghìn tỷ", "một nghìn tỷ", "1000 tỷ", "một ngàn tỷ", "1,000 tỷ"],
    1_234_500_000_000: ["1.234,5 tỷ", "1,234.5 tỷ", "1.234,5 tỉ"],
    3_000_000_000_000: ["3 nghìn tỷ", "3.000 tỷ", "ba nghìn tỷ", "3 ngàn tỷ"],
    17_272_000_000_000: ["17.272 tỷ", "17.272 tỉ", "17,272 nghìn tỷ", "17 nghìn 272 tỷ"],
    35_000_000_000_000: ["35 nghìn tỷ", "35.000 tỷ", "35 ngàn tỷ", "ba mươi lăm nghìn tỷ", "3,5 vạn tỷ"],
    1_200_000_000_000: ["một nghìn hai trăm tỷ", "1 nghìn 200 tỷ", "1.200 tỷ", "1.200.000 triệu"],
    2_005_000_000_000: ["hai nghìn không trăm linh năm tỷ"],
    2_300_000_000_000_000: ["2 triệu 300 nghìn tỷ", "2,3 triệu tỷ"],
    1_200_000_000_000_000: ["1,2 triệu tỷ", "1.200 nghìn tỷ", "1.200.000 tỷ"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Hợp tác xã thu 2 tấn rưỡi cà phê nhân.", 2.5, "tấn"),
        ("Cơ sở bán được ba tạ rưỡi mật ong.", 3.5, "tạ"),
        ("Tuyến mương dài 5 km rưỡi.", 5.5, "km"),
        ("Sản lượng đạt ba phẩy không bảy triệu tấn.", 3_070_000, "tấn"),
    ],
)
def test_halves_and_decimals_in_words(text: str, value: float, unit: str) -> None:
    assert quantities(text) == [(value, unit)]


def test_decimals_of_a_percentage_in_words() -> None:
    for words, value in (("hai phẩy năm", 2.5), ("năm phẩy bảy mươi ba", 5.73), ("không phẩy năm", 0.5)):
        assert percents(f"Lạm phát ở mức {words} phần trăm.") == [value]


def test_behind_tens_the_last_digit_opens_no_word() -> None:
    """A segmenter may join "tư thôn" and "tư xã"."""
    assert quantities("Toàn huyện có hai mươi tư thôn.") == [(24, "thôn")]
    assert quantities("Toàn huyện có hai mươi tư xã và một thị trấn.")[0] == (24, "xã")


@pytest.mark.parametrize(("way", "value"), flat(SUMS))
def test_value_of_money(way: str, value: float) -> None:
    text = MONEY.format(way)
    assert quantities(text) == [(value, "đồng")]
    assert values(text, "quantity")[0].base_value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Công ty lỗ hơn 3.000 tỷ trong năm 2018.", 3_000_000_000_000),
        ("Nợ thuế là 12,5 tỷ, giảm mạnh.", 12_500_000_000),
        ("Dự án cần 2.000 tỷ để hoàn thành.", 2_000_000_000_000),
        ("Gói thầu trị giá 1,5 nghìn tỷ.", 1_500_000_000_000),
    ],
)
def test_a_sum_whose_unit_is_left_unsaid(text: str, value: float) -> None:
    assert quantities(text)[0] == (value, "đồng")


# --- separators, told apart by evidence -------------------------------------------------------------------------------

FIGURES: dict[float, list[str]] = {
    1234.5: ["1.234,5", "1,234.5"],
    5500: ["5.500", "5,500", "5500"],
    100000: ["100.000", "100,000"],
    1234567: ["1.234.567", "1,234,567"],
    1234567.89: ["1.234.567,89", "1,234,567.89"],
    99.12: ["99.12", "99,12"],
    0.125: ["0,125", "0.125"],
    3.1416: ["3,1416", "3.1416"],
    12.5: ["12.5", "12,5"],
    7: ["7", "07", "007"],
}


@pytest.mark.parametrize(("figures", "value"), flat(FIGURES))
def test_separators(figures: str, value: float) -> None:
    assert read_figures(figures) == value


def test_the_article_settles_a_lone_comma() -> None:
    assert comma_habit("đạt 99,12% với 5.500 hồ sơ") == "decimal"
    assert comma_habit("1,234,567 hồ sơ, 99.5%") == "thousands"
    assert comma_habit("5,500 hồ sơ") == "either"
    assert read_figures("5,500", "decimal") == 5.5
    assert read_figures("5,500", "thousands") == 5500


def test_three_decimals_before_a_scale() -> None:
    assert read_figures("17,272", scaled=True) == 17.272
    assert read_figures("17,000", scaled=True) == 17000


@given(st.integers(min_value=1, max_value=10**12))
def test_grouped_figures_read_back(number: int) -> None:
    assert read_figures(f"{number:,}".replace(",", ".")) == number


@given(st.integers(min_value=1000, max_value=10**9), st.integers(min_value=1, max_value=99))
def test_grouped_figures_with_decimals_read_back(whole: int, cents: int) -> None:
    written = f"{whole:,}".replace(",", ".") + f",{cents:02d}"
    assert read_figures(written) == pytest.approx(whole + cents / 100)


# --- all numerals in words below a million ----------------------------------------------------------------------------

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def below_hundred(n: int, *, follows: bool) -> str:
    tens, units = divmod(n, 10)
    if tens == 0:
        return f"linh {DIGITS[units]}" if follows else DIGITS[units]
    last = {0: "", 5: "lăm"}.get(units, DIGITS[units])
    if tens == 1:
        return f"mười {last}".strip()
    return f"{DIGITS[tens]} mươi {'mốt' if units == 1 else last}".strip()


def below_thousand(n: int, *, follows: bool) -> str:
    hundreds, rest = divmod(n, 100)
    if hundreds == 0 and not follows:
        return below_hundred(rest, follows=False)
    return f"{DIGITS[hundreds]} trăm {below_hundred(rest, follows=True) if rest else ''}".strip()


def in_words(n: int) -> str:
    """A number below a thousand million as schools teach it."""
    said, rest = "", n
    for size, name in ((10**6, "triệu"), (1000, "nghìn"), (1, "")):
        group, rest = divmod(rest, size)
        if group:
            said += f" {below_thousand(group, follows=bool(said))} {name}"
    return " ".join(said.split())


def test_the_speller() -> None:
    assert in_words(721_012) == "bảy trăm hai mươi mốt nghìn không trăm mười hai"
    assert in_words(1_000_005) == "một triệu không trăm linh năm"


@given(st.integers(min_value=2, max_value=999_999_999))
def test_any_number_in_words_reads_back(number: int) -> None:
    text = COUNT.format(in_words(number))
    assert quantities(text) == [(number, "hồ sơ")]
    assert spans(text, "quantity")[0].startswith(in_words(number))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Công ty xuất khẩu 25 000 USD, 3 400 tấn; 1 250 hộ có việc.", [(25000, "USD"), (3400, "tấn"), (1250, "hộ")]),
        ("Các đội 2, 3 120 người tham gia.", [(120, "người")]),
    ],
)
def test_groups_behind_a_comma(text: str, found: list[tuple[float, str]]) -> None:
    assert quantities(text) == found
