"""Status of figures: achieved, planned or neither, by cue and by the frame that the figure stands in.

`<…>` marks the figure asked about.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import extractor
from extractor.model import Status
from tests.reading import record

MARKED = re.compile(r"<([^<>]*)>")

ACHIEVED = {
    "done": [
        "Tỉnh đã trồng <500 ha> rừng.", "Sở đã giải quyết <4.700 hồ sơ>.", "Huyện vừa khánh thành <2 cây cầu>.",
        "Đến nay, tỉnh đã hoàn thành <120 km> đường.", "Đoàn thanh tra đã kiểm tra <27 dự án>.",
        "Tỉnh mới giải ngân được <41,7 tỷ đồng>.", "Các nhà thầu đã nộp <1,1 tỷ đồng> vào tài khoản tạm giữ.",
    ],
    "a period that has passed": [
        "Năm 2018, toàn tỉnh trồng <500 ha> rừng.", "5 tháng đầu năm, tỉnh thu <500 tỷ đồng>.",
        "Trong quý I, sở ban hành <120 văn bản>.", "Tính đến ngày 17/5, trung tâm tiếp nhận <5.200 hồ sơ>.",
        "Năm qua, huyện xóa <86 nhà tạm>.", "Giai đoạn 2010 - 2015, tỉnh xây <45 trường học>.",
    ],
    "estimates of a period that has passed": [
        "Thu ngân sách 5 tháng ước đạt <500 tỷ đồng>.", "Sản lượng <ước 48.700 tấn>.",
        "6 tháng đầu năm, kim ngạch ước tính đạt <3,13 tỷ USD>.",
    ],
    "told anew behind a plan": ["Nếu giá giảm thì sẽ lỗ, ông A cho biết năm 2018 công ty lỗ <3.000 tỷ đồng>."],
    "vacancies, and who remains": [
        "Ban Chấp hành đang khuyết <6 vị trí>.", "<380 doanh nghiệp> còn lại chưa công bố thông tin.",
    ],
    "bad results": [
        "Toàn tỉnh còn <267 hồ sơ quá hạn>.", "Mưa lũ làm sập <12 ngôi nhà>.", "Xảy ra <38 vụ tai nạn giao thông>.",
        "Công ty lỗ <3.000 tỷ đồng>.",
    ],
    "states": [
        "Hiện nay, toàn tỉnh có <15 khu công nghiệp>.", "Tổng đàn gia súc hiện có <31.000 con>.",
        "Tổng cục hiện có <22 cục>.", "Sản lượng đạt <500 tấn>.",
    ],
    "done, beside what was planned": [
        "Kế hoạch: 500 căn; thực hiện: <312 căn>.", "Dự toán giao: 300 tỷ đồng; ước thực hiện: <280 tỷ đồng>.",
        "Mục tiêu 50 km, thực hiện <48 km>.", "Chỉ tiêu giao 40 mô hình; đạt <43 mô hình>.",
        "Kế hoạch năm 2021: 70 lớp; thực hiện: <66 lớp>.", "Kế hoạch giao: 12 lớp, thực tế mở: <15 lớp>.",
    ],
    "measured against a plan": [
        "Thu ngân sách đạt <500 tỷ đồng>, bằng 45% kế hoạch.", "Giải ngân đạt <303 tỷ đồng>, đạt 58,4% dự toán.",
        "Vốn được giao đã giải ngân <72/160 tỷ đồng>, tương đương 45% kế hoạch.",
    ],
    "paid, advanced, disbursed": [
        "Huyện đã tạm ứng <18 tỷ đồng> cho nhà thầu.", "Bảo hiểm đã chi trả <5 tỷ đồng>.",
        "Vốn đã giải ngân là <41,7 tỷ đồng>.",
    ],
    "what was done to what is theirs": ["Công an đã thu giữ tài sản của <7 đối tượng>."],
    "votes, and those who are elected": [
        "Kết quả, <45/47 đại biểu> bỏ phiếu thuận.", "Có <450 đại biểu> tán thành.",
    ],
    "approved, and spent": [
        "Huyện đã giải ngân vốn kế hoạch năm 2016 <45 tỷ đồng>.", "Thu ngân sách vượt dự toán <12 tỷ đồng>.",
        "Năm 2016, xã hoàn thành 3 cây cầu với tổng mức đầu tư <6 tỷ đồng>.",
        "Tổng vốn đầu tư toàn xã hội đạt <52.000 tỷ đồng>.", "Đơn vị đã phải chi <12 tỷ đồng> để sửa đê.",
    ],
    "parts of a whole": ["Toàn huyện có 42 trường, gồm <20 trường> và <22 trung tâm>."],
    "where something was found or kept": ["Sự cố xảy ra tại <14 xã>.", "Công ty quản lý <4 khu đất> ở quận."],
    "what was done to them": ["Tỉnh có 16 đơn vị, trong đó <12 đơn vị> đã được sắp xếp."],
    "a count of markets over the world": ["Hàng hóa đã có mặt ở <40 thị trường> trên thế giới."],
    "prices that moved": ["Giá lúa tươi tăng nhẹ <300 đồng/kg>.", "Giá cà phê cao hơn tuần trước <500 đồng/kg>."],
    "where goods go": [
        "Năm 2018, tỉnh xuất khẩu vải thiều sang <30 thị trường>.", "Sâm đang được trồng tại <7 huyện>.",
    ],
    "what came of an inspection": [
        "Thanh tra kiến nghị thu hồi 5 tỷ đồng; ban hành <30 quyết định xử phạt>.",
        "Qua kiểm tra phát hiện 12 vụ, chuyển cơ quan điều tra <2 vụ>.", "Năm 2018, cơ sở bị thanh tra <3 lần>.",
    ],
    "sums that come of a price": ["Tổng thu từ vé tham quan là <18 tỷ đồng>.", "Doanh thu bán vé đạt <2,3 tỷ đồng>."],
    "what came of a list of aims": [
        "Đại hội đề ra 20 chỉ tiêu, trong đó <17 chỉ tiêu> đạt và vượt.",
        "Nghị quyết đặt ra mục tiêu thu hút 12 dự án. Đến nay, huyện đã thu hút <9 dự án>.",
        "Đề án xác định mục tiêu trồng 500 ha rừng; đến nay đã trồng <420 ha>, khoanh nuôi <130 ha>.",
        "Kết quả thực hiện các chỉ tiêu: thu ngân sách <45 tỷ đồng>; trồng <60 ha> rừng.",
        "Nhiều chỉ tiêu đã vượt kế hoạch. Tập trung sản xuất, diện tích lúa đạt <8.350 ha>.",
        "Theo kế hoạch, huyện khởi công 4 công trình; hiện <3 công trình> đang thi công.",
    ],
    "under what only looks like a heading of aims": [
        "Tin\nÔng Nam nói về kế hoạch của gia đình:\n“Mỗi vụ tôi thu <120 triệu đồng>.”",
        "Tin\nQuang cảnh hội nghị triển khai kế hoạch\nĐồng thời, xã trồng <15 ha> rừng.",
        "Tin\nKết quả thực hiện các chỉ tiêu:\n- Trồng <60 ha> rừng.\n- Thu ngân sách <45 tỷ đồng>.",
    ],
    "papers that are done, not what they plan": [
        "Trung tâm công khai dự thảo phương án tái định cư cho <52 hồ sơ>.",
        "Huyện ra 210 quyết định giao rừng với diện tích <6,4 ha>.",
    ],
    "resolve, awards, elections": [
        "Với quyết tâm chính trị lớn, bản làng về đích <17/19 tiêu chí>.",
        "Tỉnh trao bằng công nhận cho xã cùng phần thưởng <300 triệu đồng> để xây nhà văn hóa.",
        "Đại hội bầu Ban Chấp hành Hội Nông dân huyện khóa IX, nhiệm kỳ 2019 - 2024 gồm <27 đồng chí>.",
    ],
    "the same again, done": ["Huyện đã thu 70% dự toán, tương đương <60 tỷ đồng>."],
    "what is, told behind a plan": ["Tỉnh phấn đấu thu 500 tỷ đồng. Khảo sát cho thấy <20 km> đê hư hỏng."],
    "voters": ["<434/457 đại biểu> có mặt đã bấm nút thông qua luật."],
    "a turn against a plan": ["Huyện dự kiến thu 500 tỷ đồng, nhưng chỉ thu được <420 tỷ đồng>."],
    "places that something is told of": [
        "<4 huyện> chưa có bệnh viện.", "Trường tiểu học là <210 trường>.", "Với <1.200 đường ngang>, ngành gặp khó.",
        "Huyện có 3 chợ, <12 siêu thị>.", "Số tiêu chí bình quân là <14,2 tiêu chí/xã>.",
    ],
    "only just done": ["Vùng có tiềm năng lớn nhưng mới khai thác <159 MW>."],
    "sums that hold a price in their name": [
        "Quỹ lương năm 2018 là <405 tỷ đồng>.", "Số dư Quỹ Bình ổn giá còn <2.500 tỷ đồng>.",
    ],
    "what rose": ["Nước biển dâng cao <3 mm/năm>."],
    "what befell persons": ["Vụ án có ông Nam và <4 người> bị khởi tố."],
    "a plan told before what was done": [
        "Tỉnh có kế hoạch trồng rừng; đến nay đã trồng <500 ha>.",
        "Theo kế hoạch của tỉnh, huyện đã hoàn thành <20 km> đường.",
    ],
}  # fmt: skip

PLANNED = {
    "behind the name of the plan and a colon": [
        "Kế hoạch: <500 căn>; thực hiện: 312 căn.", "Mục tiêu 50 km, trong đó <20 km> qua đô thị.",
        "Trong trường hợp mưa lớn thì sẽ di dời <40 hộ>.",
    ],
    "lists of aims": [
        "Đề án xác định mục tiêu trồng mới <1.200 ha> rừng; khoanh nuôi <350 ha> rừng tự nhiên hiện có; "
        "xây <2 trạm>, diện tích <1,5 ha>. Ngoài ra, còn mở <45 km> đường băng. Tổng kinh phí là <98 tỷ đồng>.",
        "Đại hội đã đề ra 15 chỉ tiêu chủ yếu, trong đó thu nhập bình quân đạt <72 triệu đồng>; "
        "hằng năm kết nạp <32 đảng viên>. Giá trị sản xuất đạt <900 tỷ đồng>.",
        "Huyện đoàn đề ra các mục tiêu như: mỗi xã đoàn có <ít nhất 01 công trình>; dạy nghề cho <900 thanh niên>.",
        "Các chi đoàn ký giao ước thi đua với các nội dung: mỗi chi đoàn có <1 công trình>; hiến <200 đơn vị máu>.",
    ],
    "lines under a heading that plans": [
        "Tin về thôn\nTheo phương án dự kiến:\n- Số xóm giảm từ 14 xóm xuống còn <9 xóm>.\n- Cán bộ còn <27 người>.",
        "Chỉ tiêu năm 2025:\n- Thu ngân sách trên địa bàn <310 tỷ đồng>.\n- Tạo việc làm mới cho <2.400 lao động>.",
        "Các chỉ tiêu chủ yếu:\n1. Sản lượng bình quân hằng năm: <31.400 tấn>.\n2. Số trường đạt chuẩn: <4 trường>.",
    ],
    "works still to be built": [
        "Cầu Bình Sơn dài <420 m>, rộng <12 m>, gồm <6 nhịp>. Tổng mức đầu tư 380 tỷ đồng. "
        "Dự án dự kiến khởi công quý III/2019.",
        "Trụ sở xã gồm <3 tầng>, diện tích sàn <1.200 m2>, dự kiến hoàn thành trong 12 tháng.",
        "Công ty khởi công nhà máy điện gió công suất <48 MW> với <12 trụ tuabin>.",
    ],
    "by plan": ["Theo chỉ tiêu năm 2019, huyện tuyển <48 thanh niên> vào quân đội."],
    "approved, or in a budget": [
        "HĐND tỉnh thông qua dự toán chi <7.850 tỷ đồng> cho năm tới.",
        "Kinh phí hỗ trợ được UBND tỉnh phê duyệt là <24 tỷ đồng>.",
    ],
    "what a project is to cost": ["Cảng cá được xây dựng với tổng mức đầu tư <480 tỷ đồng>."],
    "sums set up and dreamt of": [
        "Ngân hàng mở gói tín dụng <30.000 tỷ đồng> cho nhà ở.", "Giấc mơ <10 tỷ USD> của ngành điều còn xa.",
    ],
    "parts of a plan": [
        "Cả năm, tỉnh phấn đấu trồng 8.000 ha rừng, trong đó rừng sản xuất của các hộ là <6.500 ha>.",
        "Huyện được bổ sung <45 tỷ đồng> từ ngân sách tỉnh.",
    ],
    "a plan with a verb of doing": ["Huyện đặt đích đến năm 2024 làm xong <82 km> kênh."],
    "asked of somebody": ["Sở đã kiến nghị Chính phủ hỗ trợ <250 tỷ đồng> để xây kè.", "Xã cần sửa chữa <5 cây cầu>."],
    "headings in a list of aims": [
        "Mục tiêu chung: GRDP tăng 8%. Về xã hội: tạo việc làm cho <18.000 lao động>.",
    ],
    "drafts": [
        "Theo dự thảo, mức thu mới là <12.000 đồng> một lượt.",
        "Xã được quy hoạch thành đô thị mới rộng <350 ha>.",
    ],
    "parts of a forecast": ["Rau quả dự kiến đạt 3 tỷ USD, tăng 20%, riêng thanh long đạt <1,1 tỷ USD>."],
    "obligations": ["Đơn vị phải bồi thường <12 tỷ đồng> cho người dân."],
    "rates to come": ["Tăng học phí lên <650.000 đồng> một tháng là quá cao."],
    "parts of what is allotted": ["Bộ mới bố trí 500 tỷ đồng, chỉ đạt 39%; trong đó dự án cầu là <300 tỷ đồng>."],
    "asked for": ["Các hộ còn lại đề nghị được cấp <3 suất đất>.", "Nhà thầu thống nhất thay mới <11 máy>."],
    "expected of a whole year": ["Dự kiến cả năm 2019, sản lượng xi măng ước đạt <2,4 triệu tấn>, tăng 8,3%."],
    "aims": [
        "Tỉnh phấn đấu trồng <500 ha> rừng.", "Huyện phấn đấu thu ngân sách <ít nhất 110 tỷ đồng>.",
        "Mục tiêu đến năm 2025 là có <200 km> đường.", "Tỉnh đặt mục tiêu đón <5 triệu lượt khách>.",
        "Chỉ tiêu năm nay là tuyển <500 học sinh>.", "Tỉnh quyết tâm đạt <1.000 tỷ đồng> trong năm tới.",
    ],
    "forecasts": [
        "Dự kiến <khoảng 6.500 hộ dân> bị ảnh hưởng.", "Nhà máy sẽ tạo việc làm cho <1.200 lao động>.",
        "Sản lượng dự báo đạt <900.000 tấn>.", "Năm 2020, tỉnh sẽ khởi công <3 dự án>.",
    ],
    "a period to come": [
        "Năm 2025, tỉnh có <200 km> đường mới.", "6 tháng cuối năm, huyện trồng <150 ha> rừng.",
        "Ngành tôm đạt <10 tỷ USD> vào năm 2025.", "Từ nay đến cuối năm, tỉnh hoàn thành <12 dự án>.",
    ],
    "proposals": [
        "Bộ đề xuất bổ sung <18.000 tỷ đồng> cho dự án.", "Huyện kiến nghị tỉnh hỗ trợ <25 tỷ đồng>.",
        "UBND huyện đề nghị tỉnh hỗ trợ <18 tỷ đồng> để làm đường.",
    ],
    "allotments not yet spent": [
        "Ngân sách tỉnh phân bổ <60 tỷ đồng> cho chương trình.", "Trung ương giao <303 tỷ đồng> vốn đầu tư.",
        "Tỉnh bố trí <45 tỷ đồng> để sửa chữa hồ chứa.",
    ],
    "requirements": [
        "Dự án cần <hơn 6 triệu khối> cát.", "Mỗi xã phải có <2 cán bộ> phụ trách.",
        "Các đơn vị phải hoàn thành <120 km> kênh.",
    ],
    "what lies ahead of them": [
        "<20.000 học sinh> sẽ học tại cơ sở mới.", "Việc di dời <1.300 cây> mới chỉ là phương án.",
    ],
    "suppositions": ["Nếu mưa kéo dài, <1.200 hộ> phải di dời."],
    "the same again, aimed at": ["Tỉnh phấn đấu thu 70% dự toán, tương đương <60 tỷ đồng>."],
    "sentences without a subject in a plan": [
        "Tỉnh phấn đấu thu 500 tỷ đồng. Xây dựng <20 trạm bơm>.",
        "Mục tiêu năm 2025 là 90% hộ có nước sạch. Đảm bảo <200 km> kênh được nạo vét.",
    ],
    "demands of papers": ["Nghị quyết yêu cầu rút ngắn thời gian thông quan xuống còn <40 giờ>."],
    "a sentence that goes on with the plan": [
        "Tỉnh dự kiến trồng 500 ha rừng. Trong đó, huyện Bình Sơn trồng <120 ha>.",
        "Mỗi năm sẽ có 300 học sinh nhập học. Sau năm 2025, con số này là <450 học sinh>.",
    ],
    "an amount told again": ["Tỉnh phấn đấu thu 1.250 tỷ đồng. Muốn vậy phải thi đua. <1.250 tỷ đồng> là con số lớn."],
    "lists that go on": [
        "Tỉnh phấn đấu trồng 500 ha rừng và <120 ha> chè.",
        "Năm 2020, huyện phấn đấu thu 100 tỷ đồng; đào tạo <2.000 lao động>; trồng <50 ha> rừng.",
    ],
}  # fmt: skip

OTHER = {
    "participants": [
        "Hội nghị có lãnh đạo <28 tỉnh ven biển>.", "Dự hội nghị có lãnh đạo <13 phòng, ban chuyên môn>.",
        "Tham dự hội nghị có <120 đại biểu>.",
    ],
    "counts that point back": [
        "Cả <5 đơn vị> này đã báo cáo.", "<Hai bệnh viện> này đã hoạt động.", "<5 mục tiêu> trên đã đạt.",
        "Tỉnh đẩy nhanh <3 dự án> nói trên.",
    ],
    "topics and lists": [
        "Chỉ thị nêu <3 nhóm giải pháp>: đào tạo, truyền thông và kiểm tra.",
        "Quy định áp dụng cho <5 nhóm đối tượng>.",
        "Đề án gồm <4 phần>.",
    ],
    "attributes": [
        "Nhà máy có công suất <100 MW>.", "Tuyến đường dài <24 km> đi qua ba xã.",
        "Xã có diện tích tự nhiên <4.500 ha>.",
        "Huyện có dân số <120.000 người>.",
    ],
    "a ratio beside what only names": ["Hội nghị có 2.000 đại biểu, gấp <4 lần> năm trước."],
    "works that stand, or of which nothing is told": [
        "Cầu Bình Sơn dài <310 m>, thông xe năm 2016.", "Chợ có diện tích <2.400 m2>, được khánh thành sáng nay.",
        "Xã có tuyến đường dài <5 km> đi qua 3 thôn. Huyện đang triển khai xây dựng trường học.",
        "Trường tiểu học có diện tích <4.200 m2>. Cũng trong sáng nay, huyện khởi công xây dựng cầu Phú Hòa.",
    ],
    "who lives there, who is represented": [
        "Thôn Đồng Tâm có <120 hộ> với <480 nhân khẩu>.", "Dân số (năm 2016) là <45.300 người>.",
        "Dự đại hội có 150 đại biểu đại diện cho <hơn 21.000 đoàn viên>.",
    ],
    "what a yield is taken per, what a unit was made of": [
        "Giá trị sản phẩm <trên 1 ha> đất canh tác đạt 120 triệu đồng.",
        "Xã mới ra đời trên cơ sở sáp nhập <4 xã>.",
    ],
    "unit prices": [
        "Phí qua trạm là <35.000 đồng/xe>.", "Giá bán là <2.000 đồng> mỗi cân.", "Giá lúa ở mức <6.500 đồng/kg>.",
    ],
    "how often one may be inspected": [
        "Không được thanh tra cơ sở sản xuất <quá 2 lần> trong năm.", "Mỗi năm chỉ được kiểm tra, giám sát hộ <1 lần>.",
        "Nghị quyết quy định việc kiểm tra doanh nghiệp <không quá 1 lần/năm>.",
    ],
    "in what case a rule holds": [
        "Trường hợp vay <dưới 100 triệu đồng> thì không cần thế chấp.",
        "Trường hợp thu <trên 50 tỷ đồng> thì được thưởng.",
        "Trong trường hợp mức vay <trên 2 tỷ đồng> thì trình hội đồng quản trị.",
    ],
    "in what case a duty begins": [
        "Hộ bán hàng <trên 500.000 đồng> thì phải xuất hóa đơn.", "Lô hàng <trên 3 tấn> thì doanh nghiệp phải đăng ký.",
    ],
    "entry, stakes, wages, incomes": [
        "Vé vào cửa đối với khách nước ngoài là <120.000 đồng>.", "Lương tối thiểu vùng ở mức <3,75 triệu đồng/tháng>.",
        "Người vay phải có thu nhập <ít nhất 8 triệu đồng/tháng>.", "Tỉnh hỗ trợ <tối đa 5 triệu đồng> cho mỗi hộ.",
        "Phí là 20 USD (tương đương <450.000 đồng>).", "Sở đề nghị xây nhà ở bán với giá <300 triệu đồng>.",
    ],
    "cases, kinds, matters": [
        "Ông nêu <2 trường hợp>: bán đất công và cho thuê rừng.", "Tai nạn giao thông giảm cả <3 tiêu chí>.",
        "Đoàn mong sở giải thích cho rõ <6 vấn đề>.", "Việc này do <3 bộ> cùng quản lý.",
        "Sở đã xin ý kiến <6 ngành> liên quan.", "Trong đó, khối <12 sở> là 900 người.",
        "Để đạt chỉ tiêu, thành phố thực hiện <9 nhiệm vụ trọng tâm>.",
    ],
    "what a rule threatens": ["Nghị định quy định phạt tiền từ <5 triệu đồng> đối với hành vi này."],
    "worked examples": ["Ví dụ, một xe có giá <500 triệu đồng> thì phải nộp 50 triệu đồng."],
    "a bound that makes a class": ["Thuế áp dụng với xe có từ <5 chỗ ngồi trở xuống>."],
    "what the text comes back to": [
        "<9 dự án> chậm tiến độ. Đối với <9 dự án>, Chính phủ lập tổ công tác.",
    ],
    "whose sum is told": ["Tổng tài sản của <12 nhà máy> là 500 tỷ đồng."],
    "what was replaced": ["Phí là 13.000 đồng/lượt, thay vì <15.000 đồng/lượt> như trước."],
    "what a thing is like": [
        "Quận chỉ có <156.000 dân>.", "Mạng mới dùng băng tần <1800 MHz>.", "Tàu va vào một ô tô <16 chỗ ngồi>.",
    ],
    "matters ahead": ["Tỉnh cam kết giải quyết <hai vấn đề> then chốt."],
    "what each one has": [
        "Mỗi hộ chỉ có <1,2 ha> đất canh tác.", "Ở vùng cao, mỗi xã chỉ có <3.000 người>.",
        "Một hộ nuôi <500 con lợn> thì phải khai báo.",
    ],
    "distances and sizes": [
        "Huyện cách trung tâm thành phố <35 km>.", "Khu bảo tồn có tổng diện tích <4.100 ha>.",
        "Bệnh viện có quy mô <500 giường>.", "Mỏ có trữ lượng <12 triệu tấn>.",
    ],
    "classes by their bound": [
        "Các dự án có tổng mức đầu tư từ <120 tỷ đồng đến dưới 2.300 tỷ đồng> thuộc nhóm B.",
        "Quy định áp dụng với công trình không dùng ngân sách, có vốn từ <2 tỷ đồng đến dưới 5 tỷ đồng>.",
        "Hàng hóa có giá trị <trên 20 triệu đồng> phải trả qua ngân hàng.",
        "Theo quy định, hộ nghèo được vay <tối đa 50 triệu đồng>.",
    ],
    "rates in a row": [
        "Nghị quyết quy định mức chi là 500.000 đồng/người đối với chủ tọa, <150.000 đồng/người> đối với đại biểu.",
    ],
    "named behind": [
        "Biểu dương <hai đơn vị> là Cục Thuế và Cục Hải quan.", "Nhất trí với <7 chương trình> mà đại hội đề ra.",
    ],
    "participants in a row": ["Đoàn đã làm việc với 6 sở và <4 huyện>."],
    "measures that point back": ["Muốn bán hết <15.000 tấn> nhãn này thì phải hạ giá."],
    "who came to a meeting": [
        "Hội thảo thu hút <150 khách mời> trong và ngoài nước.",
        "Sáng nay, <60 doanh nghiệp> dự hội nghị đối thoại với lãnh đạo tỉnh.",
    ],
    "whose something is": ["Hồ sơ của <7 doanh nghiệp> chưa đủ giấy tờ."],
    "beside names": ["Dự buổi làm việc có Sở Tài chính, Sở Xây dựng và <4 doanh nghiệp>."],
    "where one checked": ["Qua kiểm tra tại <5 xã>, đoàn ghi nhận nhiều khó khăn."],
    "what a place holds by nature": [
        "Khu đất <2.400 m2> này bỏ hoang nhiều năm.", "Cầu có tĩnh không <12 m>.",
    ],
    "two of a list": ["Đoàn kiểm toán tại <2 xã> và <3 đơn vị>."],
    "thresholds and ages": [
        "Trẻ em <dưới 6 tuổi> được cấp thẻ.", "Theo quy định của Bộ là <1,5 giáo viên/lớp>.",
    ],
    "where a change starts": ["Cử tri kiến nghị nâng mức hỗ trợ từ <300.000 đồng/tháng> lên 500.000 đồng/tháng."],
}  # fmt: skip

ROWS: list[tuple[str, Status]] = [
    *[(text, "achieved") for texts in ACHIEVED.values() for text in texts],
    *[(text, "planned") for texts in PLANNED.values() for text in texts],
    *[(text, "other") for texts in OTHER.values() for text in texts],
]


@pytest.mark.parametrize(("marked", "status"), ROWS)
def test_status(marked: str, status: Status) -> None:
    made = record(MARKED.sub(r"\1", marked))
    got = {m.text: m.status for m in made.mentions if m.type == "quantity"}
    for figure in MARKED.findall(marked):
        assert got[figure] == status
    listed = {"achieved": made.achievements, "planned": made.targets, "other": []}[status]
    assert {f.quantity.text for f in listed} >= (set(MARKED.findall(marked)) if status != "other" else set())


PERCENTAGES: dict[str, Status] = {
    "Giải ngân đạt <45%> kế hoạch.": "achieved",
    "Tỉnh phấn đấu giải ngân đạt <95%> kế hoạch.": "planned",
    "Thu ngân sách tăng <7%> so với cùng kỳ.": "achieved",
    "Hộ nghèo được hỗ trợ <70%> mức đóng bảo hiểm y tế.": "other",
    "Người lao động đóng <8%> quỹ tiền lương.": "other",
    "Huyện đã được hỗ trợ <70%> chi phí.": "achieved",
    "Tiếp tục kiểm soát lạm phát bình quân <dưới 4%>.": "planned",
    "Năm 2018, tỉnh giữ được tỷ lệ sinh <dưới 15%>.": "achieved",
    "Tỷ lệ hộ nghèo còn 3,1%, thấp hơn mức kế hoạch <3,5%>.": "planned",
    "Sản lượng cao hơn kế hoạch <5%>.": "achieved",
    "Sở nêu 3 phương án: giảm <8%>, 10% và 12%.": "planned",
    "Có 36% doanh nghiệp dự định mở rộng, so với <48%> ở nước bạn.": "achieved",
    "Cơ quan thẩm tra việc điều chỉnh giá khi giá tăng từ <7% trở lên> sẽ gặp khó.": "other",
    "Tập đoàn đã phấn đấu giảm tổn thất xuống <7,2%>.": "achieved",
    "Năm 2020, tỉnh phấn đấu tăng trưởng đạt <7,5 - 8%>.": "planned",
    "Mức thuế là <10%>.": "other",
    "Thu ngân sách đạt 60% dự toán; so với chỉ tiêu phấn đấu đạt <54,6%>.": "achieved",
    "Đại hội đề ra 15 chỉ tiêu, trong đó hộ nghèo còn 2,4%; lao động đã qua đào tạo đạt <78%>.": "planned",
    "Tỷ lệ lao động có bằng, chứng chỉ đạt <28%>.": "achieved",
    "Chủ tịch UBND huyện yêu cầu các xã bảo đảm đúng quy trình và đạt <100%> chỉ tiêu.": "planned",
    "Huyện cơ bản đảm bảo tiến độ, đạt <45%> kế hoạch.": "achieved",
    "Để việc thu thuế đạt <96%> chỉ tiêu, các xã rà soát hộ kinh doanh.": "planned",
    "Tỷ lệ hộ nghèo còn <4,12%>.": "achieved",
    "Thuế nhập khẩu linh kiện là <15%>.": "other",
    "Năm 2018, tỉnh đã cắt vốn của những dự án giải ngân <dưới 30%> kế hoạch.": "other",
    "Mức đóng góp của thuế môi trường chiếm <4,1%> tổng thu ngân sách.": "achieved",
    "Doanh nghiệp được giảm <50%> tiền thuê đất.": "other",
    "Tỉnh đã được hoàn <50%> số vốn ứng trước.": "achieved",
    "Phí sẽ tăng lên 10% so với mức hiện hành là <2%>.": "other",
    "Thu ngân sách đạt 60% dự toán tỉnh giao, tăng <4,2%> so với cùng kỳ.": "achieved",
    "Giá cát là 436.000 đồng/m3 (tăng <92%>).": "achieved",
    "Cần chuyển doanh nghiệp có <100%> vốn nhà nước thành công ty cổ phần.": "other",
    "Hầu hết các chỉ tiêu đều hoàn thành vượt mức từ <2 - 19%>.": "achieved",
    "Có <62%> hộ dân cho biết có kế hoạch vay vốn.": "achieved",
    "Với <88,6%> đại biểu có mặt tán thành, HĐND tỉnh đã thông qua dự thảo nghị quyết.": "achieved",
    "Tỉnh phấn đấu <90%> người dân hài lòng về dịch vụ công.": "planned",
    "Công ty Hoàng Gia nắm giữ <35,2%> vốn điều lệ của nhà máy.": "achieved",
    "Các doanh nghiệp do Nhà nước nắm giữ <100%> vốn phải công bố thông tin.": "other",
    "Sở đề nghị nâng mức phụ cấp từ <20%> hiện nay lên 35%.": "other",
    "Tỷ lệ hộ nghèo giảm từ <8%> năm 2012 xuống 3% năm 2016.": "achieved",
    "Việc tăng lệ phí trước bạ lên <12%> khiến nhiều người lo ngại.": "planned",
    "Lệ phí trước bạ đã được tăng lên <12%> từ năm 2016.": "achieved",
    "Cứ <1%> tăng trưởng của cả nước thì thành phố đóng góp 0,21%.": "other",
    "Tín dụng tăng cao hơn kế hoạch (<18%>).": "planned",
    "Ban Chấp hành bỏ phiếu kín <100%> thi hành kỷ luật.": "achieved",
    "Đến năm 2025, tỷ lệ hộ nghèo còn <2%>.": "planned",
    "Tỷ lệ hộ nghèo giảm <0,58 điểm phần trăm> so với đầu năm.": "achieved",
    "Huyện phấn đấu đưa tỷ lệ hộ nghèo <xuống dưới 3,7%>.": "planned",
    "Thu ngân sách đạt <58,4%> dự toán tỉnh giao.": "achieved",
    "Giải quyết đúng hạn trên 4.700 hồ sơ (đạt <99,12%>).": "achieved",
}


@pytest.mark.parametrize(("marked", "status"), PERCENTAGES.items())
def test_status_of_a_percentage(marked: str, status: Status) -> None:
    made = record(MARKED.sub(r"\1", marked)).percentages
    assert {p.percent.text: p.status for p in made}[MARKED.findall(marked)[0]] == status


SETTLED = {
    "Tỉnh đã trồng <500 ha> rừng.": "status.accomplished_word",
    "Tỉnh phấn đấu trồng 500 ha rừng; <120 ha> chè.": "status.in_list",
    "Tỉnh phấn đấu trồng 500 ha rừng. Trong đó, huyện miền núi trồng <300 ha>.": "status.goes_on",
    "Chủ tịch UBND tỉnh yêu cầu Sở Y tế kiểm tra <30 bếp ăn>.": "status.in_demand",
    "Mỗi huyện trồng <tối thiểu 30 ha> rừng.": "status.bound",
    "Huyện phấn đấu thu 85,2 tỷ đồng. Số thu <85,2 tỷ đồng> là cao.": "status.told_again",
    "Toàn huyện có 42 trường, gồm <20 trường>.": "status.part",
    "Tỉnh trồng <30 ha> rừng.": "figure.status.default",
}


@pytest.mark.parametrize(("marked", "rule"), SETTLED.items())
def test_a_record_names_what_decided(marked: str, rule: str) -> None:
    made = record(MARKED.sub(r"\1", marked))
    wanted = MARKED.findall(marked)[0]
    assert [f.rule for f in [*made.achievements, *made.targets] if f.quantity.text == wanted][-1] == rule


def test_what_code_looks_at_can_be_switched_off(tmp_path: Path) -> None:
    (tmp_path / "off.yaml").write_text("rules:\n  - {id: status.in_list, off: our lists mix plans and results}\n")
    made = extractor.Extractor([tmp_path]).extract("Tỉnh phấn đấu trồng 500 ha rừng; 120 ha chè.")
    assert [f.quantity.text for f in made.achievements] == ["120 ha"]
