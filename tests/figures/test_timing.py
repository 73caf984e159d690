"""Periods of figures: their own, inherited from sentence, paragraph or article, and baselines a year earlier."""

from __future__ import annotations

import re

import pytest

from extractor.model import Figure
from tests.reading import figures

MARKED = re.compile(r"<([^<>]*)>")
HALF_YEAR = "2019-01-01..2019-05-31"


def period(marked: str) -> str | None:
    """The days of the figure in `<…>`, "first..last"."""
    wanted = MARKED.findall(marked)[0]
    for f in figures(MARKED.sub(r"\1", marked)):
        if (f.quantity if isinstance(f, Figure) else f.percent).text == wanted:
            return f"{f.period.start_date or ''}..{f.period.end_date or ''}" if f.period else None
    raise AssertionError(f"no figure {wanted!r} in {marked!r}")


OWN: list[tuple[str, str | None]] = [
    ("Năm 2018, tỉnh trồng <500 ha> rừng.", "2018-01-01..2018-12-31"),
    ("Trong 5 tháng đầu năm 2019, tỉnh thu <500 tỷ đồng>.", HALF_YEAR),
    ("Tỉnh đã trồng <500 ha> rừng trong năm 2018.", "2018-01-01..2018-12-31"),
    ("Thu ngân sách tháng 4 đạt <500 tỷ đồng>.", "2019-04-01..2019-04-30"),
    ("Tính đến ngày 17/5/2019, trung tâm đã tiếp nhận <5.200 hồ sơ>.", "2019-01-01..2019-05-17"),
    ("Đến hết tháng 6/2018, tỉnh đã giải ngân <303 tỷ đồng>.", "2018-01-01..2018-06-30"),
    ("Ngành tôm đạt <10 tỷ USD> vào năm 2025.", "2025-01-01..2025-12-31"),
    # the year of a plan, a price base or a standard dates nothing
    ("5 tháng đầu năm 2019 thu 90 tỷ đồng; so với chỉ tiêu phấn đấu năm 2019 đạt <38%>.", HALF_YEAR),
    ("Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều giai đoạn 2016-2020 còn <3,5%>.", None),
    ("Quý I/2019, sản lượng theo giá so sánh năm 2010 tăng <4%>.", "2019-01-01..2019-03-31"),
    ("Năm 2017 thu 400 tỷ đồng, năm 2018 thu <500 tỷ đồng>.", "2018-01-01..2018-12-31"),
    ("Tính đến 30.4.2019, tỉnh có <1.432 tổ chức>.", "2019-01-01..2019-04-30"),
    # a rate by the year, and the years right behind it
    ("Sản lượng điện tăng bình quân <8,4%>/năm giai đoạn 2011-2015.", "2011-01-01..2015-12-31"),
    ("Số hộ nghèo giảm <2%> mỗi năm giai đoạn 2011-2015.", "2011-01-01..2015-12-31"),
    ("Số hộ nghèo giảm <2%>/năm so với giai đoạn 2011-2015.", None),
    # when a plan was agreed to is not when it is to be done
    ("Tháng 3/2018, HĐND tỉnh thông qua dự án cầu mới, tổng mức đầu tư <640 tỷ đồng>.", None),
    ("Dự án được phê duyệt năm 2016 với tổng mức đầu tư <640 tỷ đồng>.", None),
    ("Dự toán chi năm 2018 được HĐND tỉnh thông qua là <640 tỷ đồng>.", "2018-01-01..2018-12-31"),
    ("Tháng 3/2018, tỉnh đã trồng <40 ha> rừng.", "2018-03-01..2018-03-31"),
    ("Tỷ lệ tăng từ <21%> năm 2015 lên 24% năm 2016.", "2015-01-01..2015-12-31"),
    ("Tỷ lệ tăng từ 21% năm 2015 lên <24%> năm 2016.", "2016-01-01..2016-12-31"),
    ("Tỉnh phấn đấu tăng trưởng cả năm <6,7%>.", "2019-01-01..2019-12-31"),
    ("Tỷ lệ hộ nghèo giảm từ <12%> số hộ năm 2010 xuống còn 5% năm 2018.", "2010-01-01..2010-12-31"),
    ("Dù năm 2018 gặp khó khăn, huyện vẫn quyết thu <90 tỷ đồng> trong năm nay.", "2019-01-01..2019-12-31"),
    ("GRDP quý I tăng 5,1%, nếu muốn cả năm tăng 7% thì nửa cuối năm phải tăng <8,2%>.", "2019-07-01..2019-12-31"),
    # how far back nothing like it was seen dates nothing
    ("Vụ vải được giá nhất mười năm nay; doanh thu lớn nhất trong vòng 4 năm gần đây, tới <15 tỷ đồng>.", None),
    ("Lần đầu tiên kể từ năm 2012, huyện bội thu <12 tỷ đồng>.", None),
    ("Tỉnh thu hút vốn nhiều nhất trong 5 tháng đầu năm với <120 triệu USD>.", HALF_YEAR),
    ("Doanh thu quý I/2019 cao nhất từ trước đến nay, đạt <120 tỷ đồng>.", "2019-01-01..2019-03-31"),
    # what is compared with is of the time behind it
    ("5 tháng đầu năm, xuất khẩu đạt 12 tỷ USD so với <10 tỷ USD> cùng kỳ năm trước.", "2018-01-01..2018-05-31"),
    ("GRDP quý I/2019 tăng 6,2%, <cao hơn mức 5,1%> của quý I/2018.", "2018-01-01..2018-03-31"),
    ("Tốc độ tăng dư nợ năm 2018 thấp hơn mục tiêu <9%> của 2017.", "2017-01-01..2017-12-31"),
    ("Năm 2018, sản lượng cao hơn <5%> so với năm 2017.", "2018-01-01..2018-12-31"),
    # each its own
    ("Nhà máy bán 120 tấn gạo nếp trong quý I và <150 tấn> vào quý II.", "2019-04-01..2019-06-30"),
    # the level where a change began
    ("Năm 2018, tỷ lệ nghèo giảm từ <12%> xuống 9%.", None),
    ("Năm 2018, tỷ lệ nghèo giảm từ 12% xuống <9%>.", "2018-01-01..2018-12-31"),
    ("Nợ xấu giảm từ <5,2%> xuống còn 3,1% trong năm 2018.", None),
    ("Trong 7 tháng còn lại, huyện phải thu <90 tỷ đồng>.", "2019-06-01..2019-12-31"),
    # the day that the lead names is the last of "đến nay"
    ("Sáng 10/6, tỉnh họp báo.\nĐến nay, tỉnh đã trồng <500 ha> rừng.", "2019-01-01..2019-06-10"),
    ("Sáng 10/6, tỉnh họp báo.\nTừ năm 2016 đến nay, tỉnh đã trồng <500 ha> rừng.", "2016-01-01..2019-06-10"),
    ("Sáng 10/6, tỉnh họp báo.\nHiện nay, tỉnh có <15 khu công nghiệp>.", None),
    # behind its figures, at the sentence's end; in brackets behind one
    ("Thu nội địa được <500 tỷ đồng>, bằng 40% dự toán, trong 5 tháng đầu năm.", HALF_YEAR),
    ("Huyện xây <45 nhà>, trao 300 suất quà trong 5 tháng đầu năm.", HALF_YEAR),
    ("Công ty lỗ <120 tỷ đồng>, nợ thuế 45 tỷ đồng tính đến hết năm 2018.", "2018-01-01..2018-12-31"),
    ("Độ che phủ rừng từ <41%> (năm 2010) tăng lên 45,6% (năm 2018).", "2010-01-01..2010-12-31"),
    ("Độ che phủ rừng từ 41% (năm 2010) tăng lên <45,6%> (năm 2018).", "2018-01-01..2018-12-31"),
    ("Tỉnh chi <120 tỷ đồng> cho 3.400 hộ, hoàn thành việc chi trả trong tháng 5.", None),
    ("Tổ máy 1 (<300 MW>) chạy trong tháng 4, tổ máy 2 (600 MW) trong tháng 5.", "2019-04-01..2019-04-30"),
    ("Tổ máy 1 (300 MW) trong tháng 4, tổ máy 2 (<600 MW>) trong tháng 5.", "2019-05-01..2019-05-31"),
    (
        "5 tháng đầu năm, giá giảm dần từ mức <5,1%> trong tháng 1 xuống mức 2,4% trong tháng 4.",
        "2019-01-01..2019-01-31",
    ),
    (
        "5 tháng đầu năm, giá giảm dần từ mức 5,1% trong tháng 1 xuống mức <2,4%> trong tháng 4.",
        "2019-04-01..2019-04-30",
    ),
    ("Tính đến gần trưa nay (7/2), huyện gieo <500 ha>.", "2019-01-01..2019-02-07"),
    ("Đến nay (17/5), huyện gieo <500 ha>.", "2019-01-01..2019-05-17"),
    # of which year the plan is, before any figure
    ("Kế hoạch năm 2019 là trồng <3.000 ha> rừng.", "2019-01-01..2019-12-31"),
    ("Tỉnh giao kế hoạch vốn năm 2019 cho các sở <420 tỷ đồng>.", "2019-01-01..2019-12-31"),
    ("Huyện mới thu 40 tỷ đồng trong quý I, trong khi kế hoạch cả năm là <90 tỷ đồng>.", "2019-01-01..2019-12-31"),
    ("Sản lượng mới đạt <42%> kế hoạch năm 2019.", None),
    # a season that opens the sentence; words that only look like "hiện tại"
    ("Vụ đông xuân 2018 - 2019, toàn tỉnh gieo trồng <51.000 ha>.", "2018-11-01..2019-05-31"),
    ("Trong tháng 5, đoàn phát hiện tại các chợ <42 vụ vi phạm>.", "2019-05-01..2019-05-31"),
    # since when a thing is so, when it began, about when somebody spoke
    ("Kể từ ngày 1/4/2019, toàn tỉnh tiếp nhận <120 hồ sơ>.", "2019-04-01.."),
    ("Từ năm 2015, xã đã xây <20 cây cầu>.", None),
    ("Các hộ nuôi cá từ năm 2010 đã trả <120 triệu đồng>.", None),
    ("Dự án được khởi công tháng 3/2015 với tổng mức đầu tư <1.200 tỷ đồng>.", None),
    ("Số doanh nghiệp thành lập năm 2018 là <1.200 doanh nghiệp>.", "2018-01-01..2018-12-31"),
    ("Đầu tháng 5, Sở Y tế công bố kết quả kiểm tra <320 cơ sở>.", None),
    ("Đầu tháng 5, huyện khởi công <12 công trình>.", "2019-05-01..2019-05-10"),
    # what the article leaves undated stays so
    ("Tỉnh đã trồng <500 ha> rừng.", None),
    ("Hiện nay, tỉnh có <15 khu công nghiệp>.", None),
    ("Đến nay, tỉnh đã trồng <500 ha> rừng.", None),
    ("Thời gian qua, tỉnh đã trồng <500 ha> rừng.", None),
    ("Trong 2018, tỉnh thu <500 tỷ đồng>.", "2018-01-01..2018-12-31"),
    ("Tính đến thời điểm 30/4/2019, tỉnh đã trồng <500 ha> rừng.", "2019-01-01..2019-04-30"),
    ("Kim ngạch có thể đạt 9 tỷ USD vào năm 2025 và <15 tỷ USD> vào năm 2030.", "2030-01-01..2030-12-31"),
    # what something is like today dates nothing; so many times, with the span right behind
    ("Tính đến ngày 17/5/2019, 120 hộ muốn giữ chợ như hiện nay (<78%>).", "2019-01-01..2019-05-17"),
    ("Đoàn đã kiểm tra các chợ <12 lần> từ năm 2016 đến 2018.", "2016-01-01..2018-12-31"),
    # the day of a paper dates nothing that the paper tells; the level where a change began has its own day
    ("Theo báo cáo ngày 4/10/2018 của Sở, đoàn đã kiểm tra <12 lần> từ năm 2016 đến 2018.", "2016-01-01..2018-12-31"),
    ("Số hồ sơ trễ giảm từ 20% ở thời điểm tháng 8/2018 xuống còn <2,1%> vào tháng 12/2018.", "2018-12-01..2018-12-31"),
    ("Tỷ lệ nước sạch nâng từ 61% năm 2012 lên <88%>.", None),
    ("Đến hết năm 2018, tỷ lệ nước sạch nâng từ 61% năm 2012 lên <88%>.", "2018-01-01..2018-12-31"),
    ("Năm 2016 thu 200 tỷ đồng, năm 2018 tăng lên <300 tỷ đồng>.", "2018-01-01..2018-12-31"),
    # how many voted so is of the day of the vote; a share of the right to vote is not
    ("Ngày 7/5, Hội đồng đã quyết định kỷ luật ông A với tỷ lệ phiếu rất cao (<92%>).", "2019-05-07..2019-05-07"),
    (
        "Sáng 10/6, HĐND tỉnh biểu quyết thông qua nghị quyết.\nCó <4 người> không biểu quyết.",
        "2019-06-10..2019-06-10",
    ),
    ("Sáng 10/6, HĐND tỉnh biểu quyết.\nCông ty nắm giữ <36%> quyền biểu quyết.", None),
    # a baseline, a plan's year, a law's year date nothing
    ("Phương án mới giảm <29 tỷ đồng> so với phương án tháng 4.", None),
    ("Thu ngân sách tăng <7%> so với năm 2017.", None),
    ("Thu nhập <gấp 2,4 lần> năm 2011.".replace("gấp ", "").replace("nhập ", "nhập gấp "), None),
    ("Theo Luật Đất đai năm 2013, tỉnh đã cấp <500 giấy chứng nhận>.", None),
    ("Huyện trồng <120 ha> lúa vụ đông xuân.", None),
]


@pytest.mark.parametrize(("marked", "wanted"), OWN)
def test_own_period(marked: str, wanted: str | None) -> None:
    assert period(marked) == wanted


INHERITED: list[tuple[str, str | None]] = [
    # in the sentence: from the figure before, from what opens it
    ("Trong 5 tháng đầu năm 2019, tỉnh thu 500 tỷ đồng, chi <300 tỷ đồng>.", HALF_YEAR),
    ("Trong 5 tháng đầu năm 2019, tỉnh thu 500 tỷ đồng; chi <300 tỷ đồng>.", HALF_YEAR),
    # in the paragraph: from the sentence that opened it
    ("Trong 5 tháng đầu năm 2019, tỉnh thu 500 tỷ đồng. Sở đã ban hành <120 văn bản>.", HALF_YEAR),
    # an estimate, a completion: from the amount before, be it in the paragraph above
    ("Tổng thu 5 tháng đầu năm 2019 đạt 90 tỷ đồng. Khách ước đạt <800 lượt>.", HALF_YEAR),
    ("Tổng thu 5 tháng đầu năm 2019 đạt 90 tỷ đồng.\nKhách quốc tế ước đạt <800 lượt>, bằng 40% kế hoạch.", HALF_YEAR),
    ("Tổng thu 5 tháng đầu năm 2019 đạt 90 tỷ đồng.\nXã có <800 hộ>.", None),
    # in the article: from the lead
    (
        "Sáng 10/6, tỉnh họp về kết quả 5 tháng đầu năm 2019.\nTheo báo cáo, tỉnh đã thu <500 tỷ đồng>.",
        HALF_YEAR,
    ),
    ("Theo báo cáo, 5 tháng đầu năm 2019, tỉnh thu 500 tỷ đồng. Sở đã ban hành <120 văn bản>.", HALF_YEAR),
    # from the sentence right before, where this one goes on with it; a rate of change from a little further
    ("Huyện thu 90 tỷ đồng trong 5 tháng đầu năm 2019. Trong đó, thu nội địa đạt <60 tỷ đồng>.", HALF_YEAR),
    ("Huyện thu 90 tỷ đồng trong 5 tháng đầu năm 2019. Thu nội địa tăng <7%>.", HALF_YEAR),
    # rather than from the lead; a year of the lead that still runs yields to what the paragraph dates
    (
        "Tỉnh họp về kết quả năm 2018.\nTrong quý I/2019, tỉnh thu 500 tỷ đồng. Trong đó, thuế là <300 tỷ đồng>.",
        "2019-01-01..2019-03-31",
    ),
    (
        "Tỉnh họp về tình hình năm 2019.\nHuyện thu 90 tỷ đồng trong quý I/2019. Sở đã ban hành <120 văn bản>.",
        "2019-01-01..2019-03-31",
    ),
    ("Huyện thu 90 tỷ đồng trong 5 tháng đầu năm 2019. Sở đã ban hành <120 văn bản>.", None),
    # from a sentence without figures that leads in, for two sentences; not where something is always so
    ("Theo sở, trong năm qua, huyện đã rà soát thủ tục. Kết quả, đã bỏ <12 thủ tục>.", "2018-01-01..2018-12-31"),
    ("Sở cho biết năm 2018 nắng hạn kéo dài. Ba huyện có <1.200 ha> lúa bị hại.", "2018-01-01..2018-12-31"),
    ("Sở cho biết năm 2018 nắng hạn kéo dài. Mỗi năm, huyện thu <90 tỷ đồng> thuế.", None),
    ("Sở cho biết năm 2020 sẽ nắng hạn kéo dài. Ba huyện có <1.200 ha> lúa bị hại.", None),
    # a rate that is planned by the year is of the running one, where the article names it
    ("Tỉnh bàn kế hoạch năm 2019.\nHuyện cần phấn đấu tăng trưởng <14%>.", "2019-01-01..2019-12-31"),
    ("Tỉnh bàn kế hoạch.\nHuyện cần phấn đấu tăng trưởng <14%>.", None),
    # from where the same amount is dated
    ("Thu ngân sách đạt <512 tỷ đồng>.\nTrong 5 tháng đầu năm 2019, tỉnh thu 512 tỷ đồng.", HALF_YEAR),
    # which the title tells; a round amount comes again by chance; where the tellings differ, none
    ("Thu ngân sách <hơn 500 tỷ đồng>\nTrong 5 tháng đầu năm 2019, tỉnh thu hơn 500 tỷ đồng.", HALF_YEAR),
    ("Tỉnh họp.\nĐất tồn là <9 triệu tấn>.\nTrong năm 2018, tỉnh thu mua 9 triệu tấn.", None),
    ("Tỉnh họp.\nSố này là <5,12 tỷ đồng>.\nNăm 2017 thu 5,12 tỷ đồng, năm 2018 thu 5,12 tỷ đồng.", None),
    # from the meeting that the first sentences name, and the count that this one is part of
    (
        "Sở Y tế họp\nBáo Tỉnh đưa tin.\nSáng 18/6, Sở tổ chức hội nghị sơ kết công tác 5 tháng đầu năm 2019.\n"
        "Các cơ sở đã khám cho <320.000 lượt người>.",
        HALF_YEAR,
    ),
    ("Đến hết tháng 5, tỉnh cấp 420 giấy phép. Trong tổng số này, có <96 giấy phép xây dựng>.", HALF_YEAR),
    # a rate against the month before is of the last month told, and so are the next sentences' rates
    (
        "5 tháng đầu năm 2019, giá tăng 4,1%. Giá gạo ở tháng 5 giảm 0,2%. So với tháng trước, gạo tăng <0,5%>.",
        "2019-05-01..2019-05-31",
    ),
    (
        "5 tháng đầu năm 2019, giá tăng 4,1%. Giá gạo ở tháng 5 giảm 0,2%. So với tháng trước, gạo tăng 0,5%. "
        "Xăng giảm <1,7%>.",
        "2019-05-01..2019-05-31",
    ),
    (
        "5 tháng đầu năm 2019, giá tăng 4,1%. Giá gạo ở tháng 5 giảm 0,2%. So với năm trước, gạo tăng <0,5%>.",
        HALF_YEAR,
    ),
    # a span up to now ends on the day that the article reports on, and is over
    (
        "Sáng 10/6, tổ công tác làm việc về kết quả thực hiện nhiệm vụ giao từ 1/10/2018 đến nay.\n"
        "Sở còn <24 nhiệm vụ quá hạn>.",
        "2018-10-01..2019-06-10",
    ),
    # whenever that may be
    ("Tỉnh bàn kế hoạch năm 2019.\nNếu giá điện tăng 10% thì CPI sẽ tăng <0,3%>.", None),
    # not into what is dated by now, or planned
    ("Trong 5 tháng đầu năm 2019, tỉnh thu 500 tỷ đồng. Hiện nay, tỉnh có <15 khu công nghiệp>.", None),
    ("Trong 5 tháng đầu năm 2019, tỉnh thu 500 tỷ đồng. Huyện phấn đấu trồng <500 ha> rừng.", None),
    # not from a period to come
    ("Năm 2020, tỉnh phấn đấu thu 500 tỷ đồng. Sở đã ban hành <120 văn bản>.", None),
    # a paragraph that goes on with the one before, for results
    ("Trong quý I/2019, dư nợ đạt 500 tỷ đồng.\nTrong đó, dư nợ nông nghiệp <120 tỷ đồng>.", "2019-01-01..2019-03-31"),
    ("Đến năm 2020, tỉnh trồng 500 ha rừng.\nNgoài ra, còn sẽ xây <12 trạm>.", None),
    # "cùng kỳ" is that of the last span of results
    ("Quý I, tỉnh thu 500 tỷ đồng.\nGiá gạo ổn định.\nLượng khách tăng <8%> so với cùng kỳ.", "2019-01-01..2019-03-31"),
    ("Quý I, tỉnh thu 500 tỷ đồng.\nGiá gạo ổn định.\nLượng khách tăng <8%> so với năm 2015.", None),
    # what the lead says that plans are of
    (
        "Sở ban hành Kế hoạch truyền thông năm 2019.\nTheo đó, phấn đấu <95%> số xã có tủ sách.",
        "2019-01-01..2019-12-31",
    ),
    ("Sở ban hành Kế hoạch truyền thông năm 2019.\nNếu giá giấy tăng thì chi phí sẽ tăng <2%>.", None),
    # not from the day of the meeting
    ("Sáng 10/6, UBND tỉnh tổ chức hội nghị. Sở đã ban hành <120 văn bản>.", None),
]


@pytest.mark.parametrize(("marked", "wanted"), INHERITED)
def test_inherited_period(marked: str, wanted: str | None) -> None:
    assert period(marked) == wanted


BASELINES: list[tuple[str, str]] = [
    ("Trong 5 tháng đầu năm 2019, thu ngân sách tăng 9,1%, cùng kỳ là <7,9%>.", "2018-01-01..2018-05-31"),
    ("Quý I năm 2019, tăng trưởng đạt 6,7%, thấp hơn cùng kỳ năm 2018 (<7,4%>).", "2018-01-01..2018-03-31"),
    ("Quý I năm 2019, tăng trưởng đạt 6,7%, thấp hơn cùng kỳ năm 2016 (<7,4%>).", "2016-01-01..2016-03-31"),
]


@pytest.mark.parametrize(("marked", "wanted"), BASELINES)
def test_the_same_period_is_a_year_earlier(marked: str, wanted: str) -> None:
    assert period(marked) == wanted


def test_a_comparison_knows_the_days_and_the_value_of_its_baseline() -> None:
    made = figures("Trong 5 tháng đầu năm 2019, thu ngân sách đạt 500 tỷ đồng, tăng 25% so với cùng kỳ.")
    comparison = made[0].comparison if isinstance(made[0], Figure) else None
    assert comparison is not None
    assert (comparison.kind, comparison.direction, comparison.change) == ("same_period", "up", 25)
    assert comparison.period is not None
    assert f"{comparison.period.start_date}..{comparison.period.end_date}" == "2018-01-01..2018-05-31"
    assert comparison.computed_baseline == 400_000_000_000
