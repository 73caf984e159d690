"""Quantities: the span, value and unit of each number that counts or measures, and every number that does neither.

In the tables `<…>` marks the words of a quantity; what stands outside belongs to none.
"""

from __future__ import annotations

import re
from typing import Any

import pytest

from extractor import Extractor
from tests.reading import marks, quantities, spans, values

MARKED = re.compile(r"<([^<>]*)>")
Row = tuple[str, Any, str | None]


def plain(marked: str) -> str:
    return MARKED.sub(r"\1", marked)


# --- ranges, lists, parts of a whole ----------------------------------------------------------------------------------

SHAPES: list[Row] = [
    # ranges
    ("Cả nước thu mua <600.000-650.000 tấn> lúa.", (600000, 650000), "tấn"),
    ("Cả nước thu mua <600.000 - 650.000 tấn> lúa.", (600000, 650000), "tấn"),
    ("Cả nước thu mua <600.000 – 650.000 tấn> lúa.", (600000, 650000), "tấn"),
    ("Cả nước thu mua từ <600.000 đến 650.000 tấn> lúa.", (600000, 650000), "tấn"),
    ("Cả nước thu mua từ <600.000 tấn đến 650.000 tấn> lúa.", (600000, 650000), "tấn"),
    ("Năng suất đạt <58 - 61 tạ/ha>.", (58, 61), "tạ/ha"),
    ("Gói hỗ trợ trị giá <2-3 tỷ đồng>.", (2 * 10**9, 3 * 10**9), "đồng"),
    ("Gói hỗ trợ trị giá <2,5-3 tỷ đồng>.", (25 * 10**8, 3 * 10**9), "đồng"),
    ("Gói hỗ trợ trị giá từ <500 triệu đến 1 tỷ đồng>.", (5 * 10**8, 10**9), "đồng"),
    ("Thu nhập đạt <50 - 52 triệu đồng/người/năm>.", (50 * 10**6, 52 * 10**6), "đồng/người/năm"),
    ("Mỗi xã trồng từ <3 tới 5 ha> chè.", (3, 5), "ha"),
    ("Huyện có thêm từ <hai đến ba xã> đạt chuẩn.", (2, 3), "xã"),
    ("Mỗi đội có <5 ~ 7 người>.", (5, 7), "người"),
    ("<Khoảng 300 đến 400 lao động> được tuyển.", (300, 400), "lao động"),
    ("Vốn vay là <1,2 - 1,5 tỷ USD>.", (12 * 10**8, 15 * 10**8), "USD"),
    # a part of a whole
    ("Xã đạt <15/19 tiêu chí>.", 15, "tiêu chí"),
    ("Huyện giải ngân <72/160 tỷ đồng>.", 72 * 10**9, "đồng"),
    ("Dự phiên bế mạc có <58/60 đại biểu>.", 58, "đại biểu"),
    ("Tỉnh đã cấp <812.000/905.000 thẻ căn cước> cho dân.", 812000, "thẻ căn cước"),
    ("Tỉnh giao <31/164 hồ sơ đất>.", 31, "hồ sơ đất"),
    ("Đã bàn giao <22,5/30 km> mặt bằng.", 22.5, "km"),
    ("Tỉnh hoàn thành <7/9 chỉ tiêu> được giao.", 7, "chỉ tiêu"),
    ("Mức hài lòng của dân đạt <56 - 60/60 điểm>.", (56, 60), "điểm"),
    # fractions
    ("Sản lượng đáp ứng <1/4 nhu cầu> trong nước.", 0.25, "nhu cầu"),
    ("Dự án hoàn thành <1/2 khối lượng công việc>.", 0.5, "khối lượng công việc"),
    ("Đã có <3/4 số hộ> tham gia.", 0.75, "số hộ"),
    # fractions and ranges in words
    ("<Ba phần tư diện tích> của xã là rừng.", 0.75, "diện tích"),
    ("Đã có <hơn bốn phần năm số hộ> dùng nước máy.", 0.8, "số hộ"),
    ("Mới có <một phần tư các trường> có bếp ăn.", 0.25, "trường"),
    ("<Chín phần mười đoàn viên> tham gia.", 0.9, "đoàn viên"),
    ("Mỗi xã có <một, hai y tá>.", (1, 2), "y tá"),
    ("Cả bản có <năm, bảy hộ> làm nghề rèn.", (5, 7), "hộ"),
    ("Tổ họp <hai ba lần> rồi mới chốt.", (2, 3), "lần"),
    ("Xưởng nhận <ba bốn chục thợ>.", (30, 40), "thợ"),
    ("Vụ này bà con lãi <hai, ba trăm triệu đồng>.", (200_000_000, 300_000_000), "đồng"),
    # groups parted by a space
    ("Toàn huyện có <14 300 hộ>.", 14300, "hộ"),
    ("Thu ngân sách đạt <12 345,6 tỷ đồng>.", 12_345_600_000_000, "đồng"),
    ("Quỹ đã chi <1 250 triệu đồng> trong năm.", 1_250_000_000, "đồng"),
    ("Tháng 5 <350 hộ> được cấp nước.", 350, "hộ"),
    ("Ngày 15 <200 hộ> ký cam kết.", 200, "hộ"),
    ("Nhóm 3 <120 người> ra quân.", 120, "người"),
    # the currency left out before its "/"
    ("Công thợ là <350 nghìn/ngày>.", 350_000, "đồng/ngày"),
    ("Thu nhập đạt <58 triệu/người/năm>.", 58_000_000, "đồng/người/năm"),
    ("Đường này tốn <3,5 tỷ/km>.", 3_500_000_000, "đồng/km"),
    ("Bến đón <2 triệu lượt/năm>.", 2_000_000, "lượt/năm"),
    # multiples
    ("Kim ngạch tăng <2,2 lần> so với năm trước.", 2.2, "lần"),
    ("Thu nhập gấp <2,4 lần> năm 2011.", 2.4, "lần"),
    ("Số vụ tăng <hơn ba lần>.", 3, "lần"),
    # halves
    ("Mỗi hộ góp <hai triệu rưỡi đồng> làm đường.", 2500000, "đồng"),
    ("Công trình dài <hai cây số>.", 2, "cây số"),
    # one unit for both ends, be it only with the second; "mỗi" like "/"
    ("Mức thuế từ <1.000 đồng - 3.000 đồng/lít>.", (1000, 3000), "đồng/lít"),
    ("Nhà máy xử lý <1.500 tấn mỗi ngày>.", 1500, "tấn mỗi ngày"),
    # a zero before it
    ("Tỉnh ban hành <05 quyết định>.", 5, "quyết định"),
    ("Đã khởi công <01 công trình>.", 1, "công trình"),
]


@pytest.mark.parametrize(("marked", "value", "unit"), SHAPES)
def test_shape(marked: str, value: Any, unit: str | None) -> None:
    text = plain(marked)
    assert quantities(text) == [(value, unit)]
    assert spans(text, "quantity") == MARKED.findall(marked)


LISTS: list[tuple[str, list[tuple[Any, str | None]]]] = [
    ("Hai huyện khởi công tương ứng 3 và 5 dự án.", [(2, "huyện"), (3, "dự án"), (5, "dự án")]),
    ("Các xã tiếp nhận lần lượt 3, 4 và 7 hồ sơ.", [(3, "hồ sơ"), (4, "hồ sơ"), (7, "hồ sơ")]),
    ("Xuất khẩu gạo và cà phê lần lượt đạt 1,2 và 1,5 tỷ USD.", [(1.2 * 10**9, "USD"), (1.5 * 10**9, "USD")]),
    (
        "Thu nội địa và thu xuất nhập khẩu lần lượt là 500 và 120 tỷ đồng.",
        [(5 * 10**11, "đồng"), (12 * 10**10, "đồng")],
    ),
    ("Đơn giản hóa 4.500 trên tổng số 4.700 thủ tục.", [(4500, "thủ tục"), (4700, "thủ tục")]),
    ("Bán tôm được 3,3 tỷ USD, riêng tôm sú đạt 900 triệu.", [(3.3 * 10**9, "USD"), (900 * 10**6, "USD")]),
    ("Năm 2017, 2018 tỉnh duyệt 120, 150 giấy phép.", [(120, "giấy phép"), (150, "giấy phép")]),
    ("Tỉnh có 3 hoặc 4 khu công nghiệp.", [(3, "khu công nghiệp"), (4, "khu công nghiệp")]),
    ("Có 12 ngôi nhà bị sập, 3 cây cầu bị cuốn trôi.", [(12, "ngôi nhà"), (3, "cây cầu")]),
    ("Trồng 500 ha lúa, 120 ha ngô và 30 ha rau.", [(500, "ha"), (120, "ha"), (30, "ha")]),
    ("Tỉnh thu 1.200 tỷ đồng (kế hoạch 1.100 tỷ đồng).", [(12 * 10**11, "đồng"), (11 * 10**11, "đồng")]),
    ("Xử lý 251 đơn, 12 vụ việc, 3 kiến nghị.", [(251, "đơn"), (12, "vụ việc"), (3, "kiến nghị")]),
]


@pytest.mark.parametrize(("text", "wanted"), LISTS)
def test_list(text: str, wanted: list[tuple[Any, str | None]]) -> None:
    assert quantities(text) == wanted


# --- units: as written, their kind, and the base value --------------------------------------------------------------

UNITS: list[tuple[str, str, str, float | None, str | None]] = [
    # (number and unit, unit, kind, base value, base unit)
    # mass
    ("5 tấn", "tấn", "mass", 5000, "kg"),
    ("12 tạ", "tạ", "mass", 1200, "kg"),
    ("3 yến", "yến", "mass", 30, "kg"),
    ("48.700 tấn", "tấn", "mass", 48_700_000, "kg"),
    ("2,5 kg", "kg", "mass", 2.5, "kg"),
    ("15kg", "kg", "mass", 15, "kg"),
    ("500 gam", "gam", "mass", 0.5, "kg"),
    ("3 lạng", "lạng", "mass", 0.3, "kg"),
    ("8,5 triệu tấn", "tấn", "mass", 8.5e9, "kg"),
    ("62,5 tạ/ha", "tạ/ha", "mass", 6250, "kg/ha"),
    ("6 tấn/ha", "tấn/ha", "mass", 6000, "kg/ha"),
    ("120 tấn/ngày", "tấn/ngày", "mass", 120_000, "kg/ngày"),
    # area
    ("63.500 ha", "ha", "area", 635_000_000, "m²"),
    ("120.000ha", "ha", "area", 1.2e9, "m²"),
    ("500 héc ta", "héc ta", "area", 5_000_000, "m²"),
    ("42.000 m2", "m2", "area", 42_000, "m²"),
    ("42.000 m²", "m²", "area", 42_000, "m²"),
    ("42.000 mét vuông", "mét vuông", "area", 42_000, "m²"),
    ("12,5 km2", "km2", "area", 12_500_000, "m²"),
    ("3 sào", "sào", "area", None, "m²"),
    ("500ha/năm", "ha/năm", "area", 5_000_000, "m²/năm"),
    # length
    ("24 km", "km", "length", 24_000, "m"),
    ("24km", "km", "length", 24_000, "m"),
    ("420 m", "m", "length", 420, "m"),
    ("1.200 mét", "mét", "length", 1200, "m"),
    ("200 hải lý", "hải lý", "length", 370_400, "m"),
    ("35 mm", "mm", "length", 0.035, "m"),
    # volume
    ("3.500 m3", "m3", "volume", 3500, "m³"),
    ("3.500 m3/ngày đêm", "m3/ngày đêm", "rate", 3500 / 86400, "m³/s"),
    ("3.500 m³/ngày", "m³/ngày", "rate", 3500 / 86400, "m³/s"),
    ("1,2 triệu mét khối", "mét khối", "volume", 1_200_000, "m³"),
    ("500 lít", "lít", "volume", 0.5, "m³"),
    # energy, power
    ("120 MW", "MW", "power", 120_000_000, "W"),
    ("450 kW", "kW", "power", 450_000, "W"),
    ("1,5 tỷ kWh", "kWh", "energy", 5.4e15, "J"),
    ("2.400 MWh", "MWh", "energy", 8.64e12, "J"),
    ("110 kV", "kV", "power", 110_000, "V"),
    ("40 MVA", "MVA", "power", 40_000_000, "VA"),
    # money
    ("17.272 tỷ đồng", "đồng", "money", 17_272e9, "đồng"),
    ("300 triệu đồng/nhà", "đồng/nhà", "money", 3e8, "đồng/nhà"),
    ("500.000 đồng/tháng", "đồng/tháng", "money", 500_000, "đồng/tháng"),
    ("46,5 triệu đồng/người/năm", "đồng/người/năm", "money", 46.5e6, "đồng/người/năm"),
    ("25 triệu đồng/ha/vụ", "đồng/ha/vụ", "money", 25e6, "đồng/ha/vụ"),
    ("35.000 đồng/kg", "đồng/kg", "money", 35_000, "đồng/kg"),
    ("1.900 đồng/1 kWh", "đồng/kWh", "money", 1900, "đồng/kWh"),
    ("12 triệu đồng/01 hộ", "đồng/hộ", "money", 12e6, "đồng/hộ"),
    ("50.000 đ", "đ", "money", 50_000, "đồng"),
    ("50.000đ", "đ", "money", 50_000, "đồng"),
    ("1,2 tỷ VNĐ", "VNĐ", "money", 1.2e9, "đồng"),
    ("500 triệu VND", "VND", "money", 5e8, "đồng"),
    ("3,13 tỷ USD", "USD", "money", 3.13e9, "USD"),
    ("500 triệu đô la", "đô la", "money", 5e8, "USD"),
    ("1,2 tỷ đô la Mỹ", "đô la Mỹ", "money", 1.2e9, "USD"),
    ("5 triệu đô-la", "đô-la", "money", 5e6, "USD"),
    ("20 triệu euro", "euro", "money", 2e7, "EUR"),
    ("20 triệu EUR", "EUR", "money", 2e7, "EUR"),
    ("300 triệu yên", "yên", "money", 3e8, "JPY"),
    ("300 triệu yên Nhật", "yên Nhật", "money", 3e8, "JPY"),
    ("15 triệu Nhân dân tệ", "Nhân dân tệ", "money", 15e6, "CNY"),
    ("2 tỷ won", "won", "money", 2e9, "KRW"),
    ("450 triệu bảng Anh", "bảng Anh", "money", 4.5e8, "GBP"),
    ("70 triệu baht", "baht", "money", 7e7, "THB"),
    ("9 tỷ kíp", "kíp", "money", 9e9, "LAK"),
    ("12 triệu đô la Úc", "đô la Úc", "money", 12e6, "AUD"),
    ("30 triệu đô la Singapore", "đô la Singapore", "money", 3e7, "SGD"),
    ("5.000 USD/ha", "USD/ha", "money", 5000, "USD/ha"),
    ("420 USD/tấn", "USD/tấn", "money", 420, "USD/tấn"),
    # work, data, others
    ("15.200 ngày công", "ngày công", "count", 15_200, "ngày công"),
    ("100 Mbps", "Mbps", "data", 1e8, "bit/s"),
    ("2 TB", "TB", "data", 2e12, "byte"),
    ("12.000 TEU", "TEU", "count", 12_000, "TEU"),
    ("120.000 DWT", "DWT", "mass", 1.2e8, "kg"),
    ("39 độ C", "độ C", "temperature", 39, "°C"),
    ("39°C", "°C", "temperature", 39, "°C"),
    ("87,65 điểm", "điểm", "score", 87.65, "điểm"),
    ("12 lb", "lb", "mass", 5.44310844, "kg"),
    ("3 oz", "oz", "mass", None, "kg"),
    ("100 yard", "yard", "length", 91.44, "m"),
    ("2 dặm vuông", "dặm vuông", "area", 5179976.220672, "m²"),
    ("5 PJ", "PJ", "energy", 5e15, "J"),
    ("9.000 BTU/h", "BTU/h", "power", 2637.63963, "W"),
    ("50 kVAr", "kVAr", "power", 50000, "var"),
    ("5.000 mAh", "mAh", "power", 18000, "C"),
    ("4 Ω", "Ω", "power", 4, "Ω"),
    ("11 km/s", "km/s", "speed", 11000, "m/s"),
    ("990 mbar", "mbar", "pressure", 99000, "Pa"),
    ("20 kN", "kN", "force", 20000, "N"),
    ("300 lux", "lux", "light", 300, "lx"),
    ("800 lumen", "lumen", "light", 800, "lm"),
    ("2 Gy", "Gy", "radiation", 2, "Gy"),
    ("0,2 µSv", "µSv", "radiation", 0.0000002, "Sv"),
    ("3 EB", "EB", "data", 3e18, "byte"),
    ("5 triệu riyal", "riyal", "money", 5000000, "SAR"),
    ("5 triệu SAR", "SAR", "money", 5000000, "SAR"),
    ("200 lira Thổ Nhĩ Kỳ", "lira Thổ Nhĩ Kỳ", "money", 200, "TRY"),
    ("40 triệu real Brazil", "real Brazil", "money", 40000000, "BRL"),
    ("30 triệu rand", "rand", "money", 30000000, "ZAR"),
    ("7 triệu zloty", "zloty", "money", 7000000, "PLN"),
    ("9 triệu taka", "taka", "money", 9000000, "BDT"),
    ("6 triệu shekel", "shekel", "money", 6000000, "ILS"),
    ("8 triệu peso Mexico", "peso Mexico", "money", 8000000, "MXN"),
    # a flow or a speed has one base unit, however its time and "per" are written
    ("7 m3/giây", "m3/giây", "rate", 7, "m³/s"),
    ("7 mét khối mỗi giây", "mét khối mỗi giây", "rate", 7, "m³/s"),
    ("120 m3/phút", "m3/phút", "rate", 2, "m³/s"),
    ("90.000 m3/h", "m3/h", "rate", 25, "m³/s"),
    ("18.000 mét khối một giờ", "mét khối một giờ", "rate", 5, "m³/s"),
    ("432.000 m³/ngày đêm", "m³/ngày đêm", "rate", 5, "m³/s"),
    ("864.000 m3 mỗi ngày", "m3 mỗi ngày", "rate", 10, "m³/s"),
    ("86.400 m3/ngđ", "m3/ngđ", "rate", 1, "m³/s"),
    ("250 lít/giây", "lít/giây", "rate", 0.25, "m³/s"),
    ("250 l/s", "l/s", "rate", 0.25, "m³/s"),
    ("30.000 lít/phút", "lít/phút", "rate", 0.5, "m³/s"),
    ("36.000 lít/giờ", "lít/giờ", "rate", 0.01, "m³/s"),
    ("8.640.000 lít/ngày đêm", "lít/ngày đêm", "rate", 0.1, "m³/s"),
    ("9 triệu m3/năm", "m3/năm", "volume", 9_000_000, "m³/năm"),  # no year has a fixed length
    ("120 lít/người/ngày đêm", "lít/người/ngày đêm", "volume", 0.12, "m³/người/ngày đêm"),
    ("72 km một giờ", "km một giờ", "speed", 20, "m/s"),
    ("54 km mỗi giờ", "km mỗi giờ", "speed", 15, "m/s"),
    ("14 mét mỗi giây", "mét mỗi giây", "speed", 14, "m/s"),
    ("40 mm/h", "mm/h", "rate", 0.04, "m/giờ"),
    ("40 mm/giờ", "mm/giờ", "rate", 0.04, "m/giờ"),
    ("30 tấn mỗi một ngày", "tấn mỗi một ngày", "mass", 30_000, "kg/ngày"),
    # custom measures
    ("2 lạng vàng", "lạng vàng", "mass", 0.075, "kg"),
    ("2 lạng", "lạng", "mass", 0.2, "kg"),
    ("8 phân vàng", "phân vàng", "mass", 0.003, "kg"),
    ("5 công tầm lớn", "công tầm lớn", "area", 6480, "m²"),
    ("10 thước Bắc Bộ", "thước Bắc Bộ", "area", 240, "m²"),
    # force, amount of substance
    ("2 tấn lực", "tấn lực", "force", 19613.3, "N"),
    ("10 kgf", "kgf", "force", 98.0665, "N"),
    ("2 mol/l", "mol/l", "concentration", 2000, "mol/m³"),
    # "đồng" before the name of a currency is not the home currency
    ("4 triệu đồng rupee", "đồng rupee", "money", 4_000_000, "INR"),
    ("4 triệu đồng lira", "đồng lira", "money", 4_000_000, "TRY"),
    ("4 triệu ruble", "ruble", "money", 4_000_000, "RUB"),
    ("4 triệu dinar Tunisia", "dinar Tunisia", "money", 4_000_000, "TND"),
    ("4 triệu dinar", "dinar", "money", 4_000_000, "dinar"),  # of several states
    ("4 triệu đô la Jamaica", "đô la Jamaica", "money", 4_000_000, "JMD"),
    ("12 bar", "bar", "pressure", 1_200_000, "Pa"),
]

OTHER_WORDS = [
    # (sentence, what a unit would have made of it)
    ("Xe chạy xăng 95 RON.", "money"),
    ("Xã bàn về 17 SDG.", "money"),
    ("Huyện xây 12 MN trong năm.", "force"),
    ("Đội mang về 3 CUP.", "money"),
    ("Máy chủ lắp 4 AMD.", "money"),
    ("Phường có 12 bar, karaoke.", "pressure"),
    ("Bà con trồng 5 ha một vụ.", "rate"),
    ("Kho để 20 tấn trên tàu.", "rate"),
]


@pytest.mark.parametrize(("text", "kind"), OTHER_WORDS)
def test_a_symbol_that_is_another_word_is_no_unit(text: str, kind: str) -> None:
    assert kind not in {v.unit_kind for v in values(text, "quantity")}


@pytest.mark.parametrize(("way", "unit", "kind", "base", "base_unit"), UNITS)
def test_unit(way: str, unit: str, kind: str, base: float | None, base_unit: str | None) -> None:
    text = f"Toàn tỉnh đã đạt {way}, tăng mạnh."
    assert spans(text, "quantity") == [way]
    value = values(text, "quantity")[0]
    assert (value.unit, value.unit_kind, value.base_unit) == (unit, kind, base_unit)
    assert value.base_value == (None if base is None else pytest.approx(base))


@pytest.mark.parametrize(
    ("way", "value", "unit"),
    [
        ("USD 5 triệu", 5_000_000, "USD"),
        ("USD 5.000", 5000, "USD"),
        ("US$ 5 triệu", 5_000_000, "US$"),
        ("$500 triệu", 500_000_000, "$"),
        ("EUR 12 triệu", 12_000_000, "EUR"),
        ("VND 500.000", 500_000, "VND"),
    ],
)
def test_currency_before_its_number(way: str, value: float, unit: str) -> None:
    text = f"Khoản vay trị giá {way} được ký kết."
    assert (quantities(text), spans(text, "quantity")) == ([(value, unit)], [way])


# --- counted nouns: the noun and what classifies it, not its clause -------------------------------------------------

NOUNS: list[Row] = [
    # a numeral that the segmenter glues to its noun; an idiom that a longer noun undoes; several words before any noun
    ("<Sáu xã> đã có điện lưới.", 6, "xã"),
    ("<Chín thôn> được khen.", 9, "thôn"),
    ("Giải có <mười đội> tham gia.", 10, "đội"),
    ("<Hai mặt hàng> tăng giá.", 2, "mặt hàng"),
    ("Trường khen <năm sinh viên>.", 5, "sinh viên"),
    ("Hội tặng <hai tá khăn mặt> cho trẻ.", 24, "khăn mặt"),
    ("Xã phát <ba mươi áo phao>.", 30, "áo phao"),
    # what they do, said by verbs of many fields; how they do it
    ("Chợ có <25 gian hàng> bày bán rau.", 25, "gian hàng"),
    ("Giải có <300 vận động viên> tranh tài.", 300, "vận động viên"),
    ("Tàu cứu <11 thuyền viên> gặp nạn.", 11, "thuyền viên"),
    ("Tỉnh cử <60 bác sĩ> chi viện cho vùng dịch.", 60, "bác sĩ"),
    ("Đã có <40 hộ dân> tự nguyện hiến đất.", 40, "hộ dân"),
    ("Bộ giao <8 trường> trực thuộc các cục.", 8, "trường"),
    ("Cục có <8 trường trực thuộc>.", 8, "trường trực thuộc"),
    ("Tìm thấy <3 thi thể nạn nhân> vụ lật đò.", 3, "thi thể nạn nhân"),
    # which crime, which verbs go together
    ("Công an phá <7 vụ mua bán trái phép chất ma túy>.", 7, "vụ mua bán trái phép chất ma túy"),
    ("Toàn huyện có <5 vụ cố ý gây thương tích>.", 5, "vụ cố ý gây thương tích"),
    ("Tỉnh có <9 công ty sản xuất và xuất khẩu gạo>.", 9, "công ty sản xuất và xuất khẩu gạo"),
    ("Phường mở <45 buổi tuyên truyền>.", 45, "buổi tuyên truyền"),
    ("Đài có <1.200 giờ phát sóng>.", 1200, "giờ phát sóng"),
    ("Tỉnh hỗ trợ <2 tỷ đồng> cho mỗi xã.", 2_000_000_000, "đồng"),
    # a quality is no beginning of a longer word
    ("Thầy gặp <hai phần ba số phụ huynh>.", 0.666666666667, "số phụ huynh"),
    # pairs with one head, of one class, or of acts that go together
    ("Đã rào <39 đường ngang, đường dân sinh>.", 39, "đường ngang, đường dân sinh"),
    ("Xưởng đóng <30 tàu cá và tàu hậu cần>.", 30, "tàu cá và tàu hậu cần"),
    ("Tổ rà soát <52 tập đoàn kinh tế, tổng công ty nhà nước>.", 52, "tập đoàn kinh tế, tổng công ty nhà nước"),
    ("Tỉnh tổ chức <75 cuộc thanh tra, kiểm tra> trong năm.", 75, "cuộc thanh tra, kiểm tra"),
    ("Đoàn kiểm tra <5 doanh nghiệp>, xã Tân Lập và chợ huyện.", 5, "doanh nghiệp"),
    # what they did, what became of them, how they are does not classify
    ("Tỉnh cấp phép cho <14 doanh nghiệp> xây dựng các khu nhà.", 14, "doanh nghiệp"),
    ("Bão làm <3 tàu> chìm tại bến.", 3, "tàu"),
    ("Huyện xảy ra <3 vụ chìm tàu>.", 3, "vụ chìm tàu"),
    ("Đội xử phạt <14 doanh nghiệp vận tải> cố tình lấn tuyến.", 14, "doanh nghiệp vận tải"),
    ("Huyện xảy ra <2 vụ tai nạn> nghiêm trọng.", 2, "vụ tai nạn"),
    ("Đoàn đến <14 tỉnh> khu vực phía Bắc.", 14, "tỉnh"),
    ("Đảng bộ kết nạp <12 đ/c>.", 12, "đ/c"),
    # the unit stands elsewhere: behind a bracket, behind "là số", before the number, with the amount before
    ("Có 73% (<58.200>) ý kiến cho rằng cần làm.", 58200, "ý kiến"),
    ("<Hơn 7.000> là số cán bộ được tập huấn.", 7000, "cán bộ"),
    ("Số hồ sơ đã giải quyết là <20.800>.", 20800, "hồ sơ"),
    ("Đấu giá thu được <700 triệu>.", 700_000_000, "đồng"),
    ("Dân số cả nước là <92 triệu>.", 92_000_000, None),
    ("Nhà máy có công suất <500 tấn xơ sợi/ngày>.", 500, "tấn/ngày"),
    ("Sở ban hành <5.500 văn bản đi>, phục vụ tốt.", 5500, "văn bản đi"),
    ("Sở tiếp nhận <15.000 văn bản đến>.", 15000, "văn bản đến"),
    ("Văn phòng phục vụ <132 cuộc họp>.", 132, "cuộc họp"),
    ("Chủ tịch tiếp định kỳ <65 lượt công dân>.", 65, "lượt công dân"),
    ("Ban xử lý <251 lượt đơn thư>.", 251, "lượt đơn thư"),
    ("Trung tâm tiếp nhận <5.200 hồ sơ>, giải quyết nhanh.", 5200, "hồ sơ"),
    ("Tỉnh đón <3,5 triệu lượt khách>.", 3_500_000, "lượt khách"),
    ("Lãnh đạo <12 huyện, thị xã> báo cáo.", 12, "huyện, thị xã"),
    ("Lãnh đạo <17 xã, thị trấn> báo cáo.", 17, "xã, thị trấn"),
    ("Lãnh đạo <63 tỉnh, thành phố> báo cáo.", 63, "tỉnh, thành phố"),
    ("Tỉnh có <1.245 doanh nghiệp> được thành lập mới.", 1245, "doanh nghiệp"),
    ("Tỉnh có <120 doanh nghiệp FDI> đang hoạt động.", 120, "doanh nghiệp FDI"),
    ("Tỉnh có <450 doanh nghiệp nhỏ và vừa> được vay vốn.", 450, "doanh nghiệp nhỏ và vừa"),
    ("Tỉnh có <12.000 hộ nghèo> được cấp thẻ.", 12000, "hộ nghèo"),
    ("Tỉnh có <3.200 hộ cận nghèo>.", 3200, "hộ cận nghèo"),
    ("Huyện tạo việc làm cho <1.245 lao động>, trong đó có người nghèo.", 1245, "lao động"),
    ("Công an bắt giữ <27 đối tượng> tại bến xe.", 27, "đối tượng"),
    ("Công an phát hiện <14 vụ vi phạm> trong tháng.", 14, "vụ vi phạm"),
    ("Toàn tỉnh xảy ra <38 vụ tai nạn giao thông>, giảm mạnh.", 38, "vụ tai nạn giao thông"),
    ("Sở mở <12 lớp tập huấn> cho cán bộ.", 12, "lớp tập huấn"),
    ("Bộ cử <3 đoàn thanh tra> việc thu phí.", 3, "đoàn thanh tra"),
    ("Tỉnh luân chuyển <40 cán bộ lãnh đạo, quản lý>.", 40, "cán bộ lãnh đạo, quản lý"),
    ("Hàng hóa phải qua <3 tầng quản lý>.", 3, "tầng quản lý"),
    ("Cơ quan này bỏ <4 thủ tục kiểm tra chuyên ngành>.", 4, "thủ tục kiểm tra chuyên ngành"),
    ("Trường thử <14 đề thi thử nghiệm> rồi.", 14, "đề thi thử nghiệm"),
    ("Sân bay nối với <6 sân bay> trong khu vực.", 6, "sân bay"),
    ("Hội nghị có <10 nước thành viên APEC> tham gia.", 10, "nước thành viên APEC"),
    ("Có <5 nhóm hàng hóa và dịch vụ> tăng giá.", 5, "nhóm hàng hóa và dịch vụ"),
    ("Sở thẩm định <27 dự án> tại các xã.", 27, "dự án"),
    ("Huyện trao <50 suất quà> cho gia đình chính sách.", 50, "suất quà"),
    ("Tổng đàn có <31.000 con>.", 31000, "con"),
    ("Huyện có <14.000 con bò>.", 14000, "con bò"),
    ("Tỉnh cấp <3.815 giấy chứng nhận> cho dân.", 3815, "giấy chứng nhận"),
    ("Tỉnh khánh thành <8 cây cầu>.", 8, "cây cầu"),
    ("Tỉnh khởi công <hai bệnh viện> trong tháng.", 2, "bệnh viện"),
    ("Tỉnh cắt giảm <45 thủ tục hành chính> không cần thiết.", 45, "thủ tục hành chính"),
    ("Đoàn gồm <21 đại biểu Quốc hội>.", 21, "đại biểu Quốc hội"),
    ("Ban quản lý giao <12 lô đất> không qua đấu giá.", 12, "lô đất"),
    ("Cơ quan xử lý <6 doanh nghiệp> chậm nộp thuế.", 6, "doanh nghiệp"),
    ("Tỉnh tuyển <118 giáo viên> cho vùng cao.", 118, "giáo viên"),
    ("Huyện kết nạp <214 đảng viên mới>.", 214, "đảng viên mới"),
    ("Thành phố có <214 doanh nghiệp> mới được thành lập.", 214, "doanh nghiệp"),
    ("Toàn tỉnh có <1.746 thủ tục> trực tuyến.", 1746, "thủ tục"),
    ("Tỉnh có <267 hồ sơ quá hạn>, chiếm tỷ lệ thấp.", 267, "hồ sơ quá hạn"),
    ("Đã có <98 ca mắc> tại hai huyện miền núi này.", 98, "ca mắc"),
    ("Trồng được <5 triệu cây> trong năm.", 5_000_000, "cây"),
    ("Huyện lắp <320 camera an ninh>.", 320, "camera an ninh"),
    # what happened to them does not classify; persons and bodies go in pairs; an acronym at the end is none of it
    ("Tai nạn làm <5 người> bị thương.", 5, "người"),
    ("Đoàn thanh tra <7.901 cá nhân, tổ chức> trong năm.", 7901, "cá nhân, tổ chức"),
    ("Cả nước có <1.383 doanh nghiệp> (DN) hoạt động tốt.", 1383, "doanh nghiệp"),
    # what the counted thing is for belongs to it, what it did does not
    ("Tỉnh có <9 dự án nạo vét luồng> đang hoạt động.", 9, "dự án nạo vét luồng"),
    ("Thành phố có <4 bãi xử lý rác> lớn.", 4, "bãi xử lý rác"),
    ("Toàn tỉnh có <25 cơ sở khám, chữa bệnh> hoạt động.", 25, "cơ sở khám, chữa bệnh"),
    ("Năm qua, <3 công ty> xử lý 500 tấn rác.", 3, "công ty"),
    (
        "Dự hội nghị có <41 doanh nghiệp sản xuất, chế biến, xuất khẩu>.",
        41,
        "doanh nghiệp sản xuất, chế biến, xuất khẩu",
    ),
    ("Đoàn kiểm tra <12 cơ sở giết mổ, sơ chế gia cầm>.", 12, "cơ sở giết mổ, sơ chế gia cầm"),
    ("Huyện mở <3 lớp tập huấn, bồi dưỡng nghiệp vụ> cho cán bộ.", 3, "lớp tập huấn, bồi dưỡng nghiệp vụ"),
    ("Tỉnh có <14 doanh nghiệp> xây dựng, kinh doanh các khu du lịch.", 14, "doanh nghiệp"),
    ("Vùng có <9 nhà máy> chế biến, xuất khẩu 30.000 tấn gạo.", 9, "nhà máy"),
    ("Xã giải quyết <16 hồ sơ đất ở>.", 16, "hồ sơ đất ở"),
    ("Tỉnh còn <812 trẻ suy dinh dưỡng cân nặng>.", 812, "trẻ suy dinh dưỡng cân nặng"),
    ("Đoàn đã đến <4 huyện ven biển> Hải Hà, Đầm Hà.", 4, "huyện ven biển"),
    ("Tỉnh ghi nhận <64 ca mắc Covid-19> trong cộng đồng.", 64, "ca mắc Covid-19"),
    ("Trong ngày có <7 ca xuất viện>.", 7, "ca xuất viện"),
    ("Giá xăng đã qua <9 kỳ điều chỉnh>.", 9, "kỳ điều chỉnh"),
    ("Bộ đã cử <85 lượt cán bộ, nhân viên> ra đảo.", 85, "lượt cán bộ, nhân viên"),
    ("Tỉnh có <31 KCN, KCX>.", 31, "KCN, KCX"),
    ("Vùng có <40 đơn vị, nông hộ, trang trại>.", 40, "đơn vị, nông hộ, trang trại"),
    ("Sở xử phạt <8 doanh nghiệp> vi phạm quy định về xả thải.", 8, "doanh nghiệp"),
    ("Sở xử phạt <8 doanh nghiệp vi phạm>.", 8, "doanh nghiệp vi phạm"),
    ("Thôn làm <4 tuyến lộ bê-tông> mới.", 4, "tuyến lộ bê-tông"),
    ("Phường đã xử lý <19 trường hợp> một cách nghiêm minh.", 19, "trường hợp"),
    ("Bão làm mất tích <hai thợ lặn>.", 2, "thợ lặn"),
    ("Sáng nay <300 công nhân> đình công đòi tăng lương.", 300, "công nhân"),
    ("Cửa khẩu có <45 xe nông sản> ùn ứ.", 45, "xe nông sản"),
    ("Ông nêu <ba giả thuyết> về giá.", 3, "giả thuyết"),
    ("Ban kỷ luật <2 Thành ủy viên>.", 2, "Thành ủy viên"),
    ("Tỉnh đề xuất xây cầu <4.300 tỷ> nối hai bờ sông.", 4.3e12, "đồng"),
    ("Bộ giám sát gói thầu <21 nghìn tỷ> dự án nhà ga.", 2.1e13, "đồng"),
]


@pytest.mark.parametrize(("marked", "value", "unit"), NOUNS)
def test_counted_noun(marked: str, value: Any, unit: str | None) -> None:
    text = plain(marked)
    assert quantities(text)[0] == (value, unit)
    assert spans(text, "quantity")[0] == MARKED.findall(marked)[0]


# --- no quantity ----------------------------------------------------------------------------------------------------

NO_QUANTITY = {
    "minutes, scores and scales": [
        "Lúc 08:39 Sở Y tế họp.", "Đội tỉnh thắng 3:2 trước đội khách.", "Bản đồ tỷ lệ 1:500 của huyện.",
    ],
    "dates and times": [
        "Ngày 27/5/2019, tỉnh họp.", "Sáng 6-2, tỉnh họp.", "Hội nghị bắt đầu lúc 8 giờ ngày 12/3.",
        "Lúc 15h30, bão đổ bộ.", "Hồi 7 giờ 30 phút, tàu gặp nạn.", "Vào 14 giờ chiều nay, hồ xả lũ.",
        "Tháng 5, tỉnh họp báo.", "Quý III, tỉnh họp báo.", "Ngày 17 tháng 5 năm 2019, tỉnh họp báo.",
    ],
    "years": [
        "Năm 2018, kinh tế phát triển.", "Giai đoạn 2016-2020, kinh tế phát triển.", "Nhiệm kỳ 2015 - 2020 kết thúc.",
        "Vụ Đông Xuân 2018-2019 được mùa.", "Năm học 2018-2019 khai giảng.", "Kế hoạch 2019 được duyệt.",
        "Luật Đất đai 2013 có hiệu lực.", "Asiad 2018 thành công.",
        "Thị trường chứng khoán 2019 sôi động.", "Ông kỳ vọng 2019 tươi sáng.", "Bà đã có 12 năm công tác.",
    ],
    "durations that only frame": [
        "5 tháng đầu năm, kinh tế phát triển.", "Giải quyết trong 3 ngày làm việc.", "Dự án kéo dài từ 2 năm nay.",
        "Sau 9 năm triển khai, diện mạo nông thôn đổi mới.", "Trong 10 năm qua, tỉnh phát triển.",
        "Sau 2,5 ngày làm việc, kỳ họp bế mạc.", "Qua 3 năm thực hiện, phong trào lan rộng.",
    ],
    "ordinals": [
        "Phiên họp thứ 8 bế mạc.", "Đấu thầu lần 2 thất bại.", "Kỳ họp thứ tư bế mạc.",
        "Đại hội lần thứ XII thành công.",
        "Đợt 1 đã kết thúc.", "Giai đoạn 2 bắt đầu.", "Lớp 12 thi tốt nghiệp.", "Tầng 5 bị cháy.", "Đây là lần thứ ba.",
        "Vòng 2 diễn ra tại Huế.", "Thế hệ thứ hai đã lớn.", "Công dân thứ 100 triệu chào đời.",
    ],
    "numbers of boats and of telephones": [
        "Thứ trưởng Lê Văn Tám yêu cầu báo cáo.", "Đơn vị thực hiện 4 “tại chỗ”.",
        "Tàu cá KH 91234 TS bị chìm.", "Tàu QNg 90876 TS cập bờ.", "Số điện thoại là 38456789.",
    ],
    "ranks": ["Tỉnh đứng thứ 35/61 tỉnh, thành phố.", "Chỉ số PCI xếp thứ 14.", "Việt Nam trong top 10 thế giới."],
    "percentages": [
        "Đạt 99,12%.", "Tăng 5 phần trăm.", "Giảm 0,58 điểm phần trăm.", "Đạt 8-8,5%.", "Đạt từ 10 đến 15%.",
    ],
    "document numbers": [
        "Nghị quyết 01 của Chính phủ.", "Nghị quyết số 45/NQ-HĐND được thông qua.",
        "Chỉ thị số 08-CT/HU được ban hành.",
        "Thông tư 15 của Bộ Tài chính.", "Quyết định 1819/QĐ-TTg được ký.", "Công văn số 5027/UBND-NC nêu rõ.",
        "Theo Điều 118 Luật Đất đai.", "Khoản 2 Điều 5 quy định.", "Nghị định số 45/2020/NĐ-CP có hiệu lực.",
        "Kết luận số 112/KL-TTr chỉ rõ.", "Luật số 45/2013/QH13 có hiệu lực.",
    ],
    "identifiers": [
        "Quốc lộ 1A bị sạt lở.", "Đường tỉnh 152 được nâng cấp.", "Quốc lộ 13B thông xe.", "Khu di tích đồi A3 mở cửa.",
        "Kênh N4 bị bồi lắng.", "Cầu số 3 hoàn thành.", "Nhà khách A1 được sửa chữa.", "Nhà máy nước Kênh 7 hoạt động.",
        "Bão số 5 đổ bộ.", "Xe biển số 29A-12345 gặp nạn.", "Tiêu chuẩn ISO 9001 được áp dụng.", "Phủ sóng 4G toàn xã.",
        "Dịch Covid-19 được kiểm soát.", "Tổ máy số 2 hòa lưới.", "Sư đoàn 316 hành quân.", "Quân khu 7 diễn tập.",
        "Vắc xin F0 được lưu kho.", "Đường ống D200 được thay.", "Chương trình 135 hiệu quả.", "Mẫu 02 được công bố.",
    ],
    "slogans": [
        "Thi đua “5 đúng, 4 rõ, 3 bảo đảm”.",
        'Thi đua "5 đúng, 4 rõ, 3 bảo đảm".', "Thực hiện phương châm “4 tại chỗ”.",
        "Thực hiện phương châm 4 tại chỗ.", "Cuộc vận động “5 không, 3 sạch”.", "Phong trào “3 nhanh, 2 giảm”.",
        "Phương châm “4 không, 1 có”.", "Theo nguyên tắc “6 rõ”.", "Phương châm bốn tại chỗ được phát huy.",
    ],
    "phones, addresses": [
        "Điện thoại liên hệ: 0299.3812.446.", "Đường dây nóng 1900 9095.", "Số điện thoại: 024.38456789.",
        "Trụ sở tại số 15 Trần Phú.", "Nhà số 12, ngõ 5, phường 3.", "Hotline 1022 hoạt động.", "Quận 1 ùn tắc.",
        "Trụ sở tại 34, 36 đường Trần Phú.",
        "Số tài khoản 1234567890 mở tại ngân hàng.", "Tổ dân phố 7 họp.", "Địa chỉ: 28 Lê Lợi.",
    ],
    "scores of a match": ["Đội tuyển thắng với tỷ số 3-1.", "Tỷ số 2-0 nghiêng về đội nhà."],
    "vague amounts": [
        "Một số hạn chế còn tồn tại.", "Một trong những điểm sáng là du lịch.", "Hàng trăm hồ sơ tồn đọng.",
        "Hàng nghìn tỷ đồng bị thất thoát.", "Vài chục người bị ảnh hưởng.", "Một vài xã chưa đạt.",
        "Thời gian làm thủ tục giảm một nửa.", "Một nửa số xã đã xong.", "Hội nghị họp trong 3 buổi.",
        "Trong bốn năm đại học, em học giỏi.", "Bà gắn bó với nghề hơn hai mươi năm.", "Rừng thông ba lá bị cháy.",
        "Một bộ phận người dân chưa hiểu.", "Hàng triệu người xem.", "Nhiều nghìn hộ dân bị ngập.",
    ],
    "words that hold a number": [
        "Hai bên trao đổi.", "Bộ phận một cửa hoạt động tốt.", "Hệ thống một cửa được kiểm tra.",
        "Mỗi xã một sản phẩm.",
        "Hai nước tăng cường hợp tác.", "Kinh tế tư nhân phát triển.", "Tỷ lệ hộ nghèo giảm.",
        "Bộ trưởng triệu tập cuộc họp.",
        "Tăng trưởng hai con số.", "Hằng năm, tỉnh mở hội chợ.", "Cách mạng công nghiệp 4.0 lan rộng.",
        "Một cách chủ động, tỉnh đã vào cuộc.", "Thứ ba, đẩy mạnh cải cách.", "Thương mại hai chiều phát triển.",
        "Quận Hai Bà Trưng khởi công.", "Huyện Ba Bể đón khách.", "Công ty TNHH một thành viên nộp thuế.",
        "Một mặt, tỉnh rà soát quy định.", "Kim ngạch gấp đôi năm trước.", "Một cán bộ bị kỷ luật.",
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", [text for texts in NO_QUANTITY.values() for text in texts])
def test_no_quantity(text: str) -> None:
    assert spans(text, "quantity") == []


# --- durations that are results -------------------------------------------------------------------------------------

DURATIONS = [
    ("Thời gian giải quyết hồ sơ rút ngắn <5 ngày>.", 5, "ngày"),
    ("Thời gian kê khai thuế giảm <300 giờ>.", 300, "giờ"),
    ("Dự án chậm hơn <12 tháng>.", 12, "tháng"),
    ("Thời gian cấp phép giảm xuống còn <3 ngày làm việc>.", 3, "ngày làm việc"),
    ("Thời gian thông quan còn <không quá 24 giờ>.", 24, "giờ"),
    ("Trạm này giảm thời gian thu phí <17 năm>.", 17, "năm"),
    ("Thủ tục giảm từ <9 ngày> còn một nửa.", 9, "ngày"),
]


@pytest.mark.parametrize(("marked", "value", "unit"), DURATIONS)
def test_a_duration_that_is_a_result(marked: str, value: float, unit: str) -> None:
    text = plain(marked)
    assert (quantities(text), spans(text, "quantity")) == ([(value, unit)], MARKED.findall(marked))


# --- where the number does count, though a word before it often names -----------------------------------------------

COUNTS_AFTER_ALL = [
    ("Trong số <500 doanh nghiệp> được hỏi, đa số hài lòng.", 500, "doanh nghiệp"),
    ("Mức thu là <8.000 đồng> một năm.", 8000, "đồng"),
    ("Mức thu là <8.000 đồng> một lượt.", 8000, "đồng"),
    ("Gạo bán <21.000 đồng một kg>.", 21000, "đồng một kg"),
    ("Khách trả <300 đồng> một số nơi.", 300, "đồng"),
    ("Bánh có giá <15.000 đồng/bịch>.", 15000, "đồng/bịch"),
    ("Cả huyện chỉ có <một trạm bơm>.", 1, "trạm bơm"),
    ("Mỗi xã xây <ít nhất một nhà văn hóa>.", 1, "nhà văn hóa"),
    ("Tỉnh còn <120 “điểm nóng” ma túy>.", 120, "“điểm nóng” ma túy"),
    ("Nhà xây 9 tầng nổi và <một tầng hầm>.", 1, "tầng hầm"),
    ("Số người bị thương là <35>, đều đã nhập viện.", 35, "người"),
    ("Công an cấp <100 giấy phép> trong ngày.", 100, "giấy phép"),
    ("Kế hoạch: <500 căn>.", 500, "căn"),
    ("Đề án: <25 xã> đạt chuẩn.", 25, "xã"),
    ("Chương trình: <45 tiết mục>.", 45, "tiết mục"),
    ("Bầu <45 đại biểu> đại diện cho hội viên.", 45, "đại biểu"),
    ("Có <40 cựu chiến binh> thay mặt cho hội viên về dự.", 40, "cựu chiến binh"),
    ("Trao quà cho <15 gia đình> tượng trưng cho hộ nghèo.", 15, "gia đình"),
    ("Tỉnh có <18 văn phòng đại diện> ở nước ngoài.", 18, "văn phòng đại diện"),
    ("Tổng số <1.200 hộ> đã di dời.", 1200, "hộ"),
    ("Số tiền <2,38 tỷ đồng> đã nộp.", 2_380_000_000, "đồng"),
    ("Con số <3.000 tỷ đồng> gây chú ý.", 3e12, "đồng"),
    ("Phục vụ <hai nghìn người>.", 2000, "người"),
]


@pytest.mark.parametrize(("marked", "value", "unit"), COUNTS_AFTER_ALL)
def test_counts_after_all(marked: str, value: float, unit: str) -> None:
    assert (value, unit) in quantities(plain(marked))


def test_noun_classes_tell_kinds_of_counts() -> None:
    refined = {
        s.slice(m.first, m.last): m.refinement
        for s, m in marks("Có 5 xã, 3 người, 2 dự án và 4 nghị quyết.", "quantity")
    }
    assert refined["5 xã"] == "place"
    assert refined["3 người"] == "person"
    assert refined["4 nghị quyết"] == "document"


@pytest.mark.parametrize(
    ("words", "base"),
    [
        ("500 AED", (500, "AED")),
        ("500 dirham", (500, "AED")),
        ("3 triệu BND", (3000000, "BND")),
        ("20 đô la Brunei", (20, "BND")),
        ("5 MJ", (5000000, "J")),
        ("40 GWp", (40000000000, "W")),
    ],
)
def test_rarer_currencies_and_units(ex: Extractor, words: str, base: tuple[float, str]) -> None:
    found = [m for m in ex.extract(f"Năm 2018, công ty nhận {words} từ đối tác.").mentions if m.type == "quantity"]
    assert [(m.text, m.base_value, m.base_unit) for m in found] == [(words, *base)]
