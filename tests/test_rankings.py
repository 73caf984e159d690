"""Rankings: value <- the many ways to write it, what is no ranking, and the samples."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extractor.document import Document
from extractor.found import FoundRanking
from extractor.mentions.values import NumberValue
from extractor.normalize import tidy
from extractor.pipeline import Extractor

ROOT = Path(__file__).parent.parent
PUBLISHED = date(2019, 6, 20)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def marked(extractor: Extractor, text: str) -> tuple[Document, list[FoundRanking]]:
    document = extractor.segment(tidy(unicodedata.normalize("NFC", text)), PUBLISHED)
    return document, extractor.mark(document)


def only(extractor: Extractor, text: str) -> FoundRanking:
    found = marked(extractor, text)[1]
    assert len(found) == 1, [f.stretch.text for f in found]
    return found[0]


# sentence -> the slots that it must give; slots that are not named are not looked at
ONE: list[tuple[str, dict[str, Any]]] = [
    ("Lạng Sơn đi đầu cả nước về chuyển đổi số.", {"subject": "Lạng Sơn", "rank": 1, "population": "cả nước"}),
    ("Tỉnh bị tụt hạng 6 bậc, đứng ở vị trí 47/63.", {"rank": 47, "out_of": 63, "change": -6}),
    ("Chỉ số này xếp hạng 34, giảm 6 bậc so với năm 2017 (hạng 28).", {"rank": 34, "change": -6}),
    ("Viettel đứng thứ 1 trong 10 doanh nghiệp nộp thuế lớn nhất.", {"rank": 1, "rank_high": None, "out_of": 10}),
    # --- verb and ordinal
    ("Việt Nam đứng thứ 3.", {"subject": "Việt Nam", "rank": 3, "out_of": None, "rank_high": None}),
    ("Việt Nam đứng thứ ba.", {"subject": "Việt Nam", "rank": 3}),
    ("Việt Nam đứng thứ tư thế giới.", {"rank": 4, "population": "thế giới"}),
    ("Việt Nam xếp thứ mười hai.", {"rank": 12}),
    ("Huyện Văn Lãng xếp thứ I toàn tỉnh.", {"subject": "Huyện Văn Lãng", "rank": 1, "population": "toàn tỉnh"}),
    ("Lào Cai xếp thứ nhất.", {"subject": "Lào Cai", "rank": 1}),
    ("Lào Cai đứng thứ nhì cả nước.", {"rank": 2, "population": "cả nước"}),
    ("Lào Cai xếp thứ 5/63.", {"rank": 5, "out_of": 63, "population": None}),
    ("Lào Cai xếp thứ 9/12.", {"rank": 9, "out_of": 12}),
    ("Lào Cai xếp hạng thứ 35/61 tỉnh, thành phố.", {"rank": 35, "out_of": 61, "population": "tỉnh, thành phố"}),
    ("Lào Cai xếp vị trí 12.", {"subject": "Lào Cai", "rank": 12}),
    ("Lào Cai giữ vị trí thứ ba.", {"rank": 3}),
    ("Lào Cai vẫn giữ vị trí số 1 cả nước.", {"rank": 1, "population": "cả nước"}),
    ("Lào Cai vươn lên đứng thứ 15/63 tỉnh, thành phố cả nước.", {"rank": 15, "out_of": 63}),
    ("Lào Cai rơi xuống vị trí 14.", {"rank": 14}),
    ("Lào Cai đứng ở vị trí thứ 6 trong 14 tỉnh trung du và miền núi phía Bắc.", {"rank": 6, "out_of": 14}),
    ("Lào Cai xếp hạng 5 trên 63 tỉnh thành.", {"rank": 5, "out_of": 63, "population": "tỉnh thành"}),
    ("Lào Cai xếp hạng 23/63, đạt 63,92 điểm.", {"rank": 23, "out_of": 63, "score": 63.92}),
    ("Việt Nam được xếp hạng thứ 68/140 nền kinh tế, cải thiện 9 bậc.", {"rank": 68, "out_of": 140, "change": 9}),
    ("Việt Nam xếp thứ 82 trong số 189 nền kinh tế.", {"rank": 82, "out_of": 189, "population": "nền kinh tế"}),
    ("Trong 63 tỉnh, thành phố, Hà Nội xếp thứ 9 về PCI.", {"rank": 9, "out_of": 63, "subject": "Hà Nội"}),
    ("Việt Nam đã mất vị trí thứ 2.", {"rank": 2, "subject": "Việt Nam"}),
    ("Đến năm 2020, Việt Nam đạt thứ hạng tối thiểu thứ 70 trên thế giới.", {"rank": 70, "population": "thế giới"}),
    ("Việt Nam ở vị trí 55/138, giảm 1 bậc.", {"rank": 55, "out_of": 138, "change": -1}),
    ("Gia Lai hạng 44/63.", {"rank": 44, "out_of": 63, "subject": "Gia Lai"}),
    # --- no verb
    ("Năm nay có sự trở lại của Bình Dương (thứ 4).", {"rank": 4, "subject": "Bình Dương"}),
    ("Philippines, nước có ngành ô tô lớn thứ tư trong khu vực Đông Nam Á (ASEAN).",
     {"rank": 4, "subject": "Philippines", "criterion": "ngành ô tô", "population": "Đông Nam Á"}),
    ("Việt Nam là quốc gia xuất khẩu gạo lớn thứ 3 thế giới.", {"rank": 3, "subject": "Việt Nam"}),
    ("Thị trường EU lớn thứ 2.", {"rank": 2, "subject": "Thị trường EU"}),
    # so many of what somebody has, and sets of a thousand
    ("Tỉnh có 3 sản phẩm lọt top 10 sản phẩm cả nước.", {"rank": 1, "rank_high": 10, "subject": "3 sản phẩm"}),
    ("Gia Lai có hai xã đứng thứ nhất toàn vùng.", {"rank": 1, "subject": "hai xã"}),
    ("Nước ta có nhiều trường nằm trong nhóm 1.200 trường đại học tốt nhất thế giới.",
     {"rank": 1, "rank_high": 1200, "subject": "nhiều trường"}),
    ("Gia Lai có sản phẩm cà phê đứng thứ 5 cả nước.", {"rank": 5, "subject": "Gia Lai"}),
    ("Trường THPT Nhân Chính có tỉ lệ chọi cao thứ 3.", {"rank": 3, "criterion": "tỉ lệ chọi"}),
    # --- the first, the last
    ("Quảng Ninh đứng đầu cả nước.", {"rank": 1, "subject": "Quảng Ninh", "population": "cả nước"}),
    ("Quảng Ninh dẫn đầu về PCI.", {"rank": 1, "criterion": "PCI"}),
    ("Quảng Ninh tiếp tục dẫn đầu.", {"rank": 1, "subject": "Quảng Ninh"}),
    ("Quảng Ninh đứng nhất.", {"rank": 1}),
    ("Quảng Ninh 7 năm liên tiếp giữ vị trí quán quân về PCI.", {"rank": 1, "subject": "Quảng Ninh"}),
    ("Quảng Ninh được xếp hạng cao nhất về PCI.", {"rank": 1}),
    ("Đứng đầu danh sách là Quảng Ninh với 73,4 điểm.", {"rank": 1, "subject": "Quảng Ninh", "score": 73.4}),
    ("Xếp thứ hai là Quảng Ninh (65,5 điểm).", {"rank": 2, "subject": "Quảng Ninh", "score": 65.5}),
    ("Đứng thứ 2 là thị trường Hàn Quốc với 1,2 triệu lượt khách.", {"rank": 2, "subject": "thị trường Hàn Quốc"}),
    ("Vị trí thứ nhất thuộc về Quảng Ninh.", {"rank": 1, "subject": "Quảng Ninh"}),
    ("Hàng dệt may dẫn đầu với kim ngạch 8,2 tỷ USD.", {"rank": 1, "subject": "Hàng dệt may"}),
    ("Bộ Y tế xếp cuối cùng trong số 19 bộ, cơ quan ngang bộ.", {"rank": 19, "out_of": 19}),
    # --- among the best
    ("Quảng Nam lọt top 10.", {"rank": 1, "rank_high": 10, "subject": "Quảng Nam"}),
    ("Quảng Nam nằm trong top 5 cả nước về PAPI.", {"rank_high": 5, "criterion": "PAPI"}),
    ("Để Việt Nam lọt 'top 4' ASEAN, phải cải cách.", {"rank_high": 4, "subject": "Việt Nam"}),
    ("Hải Phòng giữ vị trí tốp 10 địa phương hấp dẫn nhất.", {"rank_high": 10, "population": "địa phương"}),
    ("Việt Nam thuộc nhóm 30 nước.", {"rank_high": 30, "population": "nước"}),
    ("Việt Nam thuộc nhóm 30 nước đứng đầu.", {"rank_high": 30, "population": "nước"}),
    ("Việt Nam luôn nằm trong 5 nước xuất khẩu tôm hàng đầu thế giới.",
     {"rank_high": 5, "population": "nước xuất khẩu tôm", "criterion": "xuất khẩu tôm"}),
    ("Hải Phòng nằm trong nhóm 10 địa phương hấp dẫn nhất.", {"rank_high": 10, "subject": "Hải Phòng"}),
    ("Đây là lần đầu tiên Hải Dương lọt vào nhóm 10 tỉnh, thành phố dẫn đầu PCI.",
     {"rank_high": 10, "subject": "Hải Dương", "criterion": "PCI"}),
    ("Việt Nam là 1 trong 12 nước dẫn đầu về tăng trưởng du lịch.",
     {"rank": 1, "rank_high": 12, "criterion": "tăng trưởng du lịch"}),
    ("Mục tiêu là Việt Nam trở thành một trong 4 môi trường kinh doanh tốt nhất ASEAN.", {"rank_high": 4}),
    ("Đại học Quốc gia Hà Nội nằm trong nhóm 801-1000 đại học hàng đầu.", {"rank": 801, "rank_high": 1000}),
    ("Top 5 còn có sự góp mặt của Đồng Tháp, Bình Dương, Lào Cai.",
     {"rank_high": 5, "subject": "Đồng Tháp, Bình Dương, Lào Cai"}),
    # --- moves, scores
    ("Hà Nội vượt 10 bậc, xếp thứ 14.", {"rank": 14, "change": 10, "subject": "Hà Nội"}),
    ("Hà Nội xếp thứ 14/63, tăng 6 bậc so với năm 2018.", {"rank": 14, "change": 6}),
    ("Hà Nội đứng thứ 38, tụt 4 bậc.", {"rank": 38, "change": -4}),
    ("Hà Nội từ vị trí 20 lên vị trí 14.", {"rank": 14, "change": 6}),
    ("Hưng Yên tụt từ vị trí 39 xuống 58.", {"rank": 58, "change": -19}),
    ("Huyện Cao Lộc từ vị trí thứ năm vươn lên vị trí thứ nhất.", {"rank": 1, "change": 4}),
    ("Việt Nam đứng thứ 82/190 quốc gia, tăng 9 bậc (từ vị trí 91/189 lên 82/190).",
     {"rank": 82, "out_of": 190, "change": 9}),
    ("Hà Nội xếp hạng thứ 14 với số điểm 65,5.", {"rank": 14, "score": 65.5}),
    ("PCI của Hà Nam đạt 65,5 điểm, xếp thứ 40.", {"rank": 40, "score": 65.5, "subject": "Hà Nam", "criterion": "PCI"}),
    # --- subject and criterion
    ("Chỉ số PAR Index năm 2018 của thành phố Hải Phòng xếp thứ 2.",
     {"subject": "thành phố Hải Phòng", "criterion": "PAR Index"}),
    ("Theo báo cáo của Bộ Nội vụ, Hải Phòng xếp thứ 2.", {"subject": "Hải Phòng"}),
    ("Kết quả cho thấy Hải Phòng tiếp tục xếp thứ 2.", {"subject": "Hải Phòng"}),
    ("Tốc độ tăng trưởng của Quảng Ngãi đạt 11%, đứng thứ 5 cả nước.",
     {"subject": "Quảng Ngãi", "criterion": "Tốc độ tăng trưởng"}),
    # --- the rank of before in a part of its own
    ("Từ vị trí 45 năm 2019, tỉnh Hà Nam đã vươn lên xếp thứ 21 cả nước về PCI.", {"rank": 21, "change": 24}),
    ("Từ hạng 45 (năm 2019), Hà Nam vươn lên hạng 21.", {"rank": 21, "change": 24}),
    ("Từ vị trí thứ mười năm 2018, năm nay Hà Nam xếp thứ nhất cả nước.", {"rank": 1, "change": 9}),
    ("Hà Nam xếp thứ 21/63 tỉnh, thành phố, so với vị trí 18 năm 2017.", {"rank": 21, "change": -3}),
    ("Hà Nam xếp thứ 21, tăng 9 bậc so với vị trí 30 năm 2017.", {"rank": 21, "change": 9}),
    ("Hà Nam xếp thứ 21, từ vị trí 2 của tòa nhà có thể thấy sông.", {"rank": 21, "change": None}),
    ("Từ vị trí này, Hà Nam phấn đấu xếp thứ 10.", {"rank": 10, "change": None}),
    ("Từ vị trí 45, Hà Nam vào top 20 địa phương dẫn đầu.", {"rank_high": 20, "change": None}),
    # --- the owner right behind the index, with or without its year or bracket
    ("PAR Index tỉnh Hà Nam đạt 87,2%, đứng thứ 12 cả nước.", {"subject": "tỉnh Hà Nam", "criterion": "PAR Index"}),
    ("Việt Nam xếp thứ 50 Global Innovation Index.", {"criterion": "Global Innovation Index"}),
    ("Đại học Quốc gia Hà Nội xếp thứ 801 ARWU.", {"criterion": "ARWU"}),
    ("PAR Index Hà Nam xếp thứ 12.", {"subject": "Hà Nam", "criterion": "PAR Index"}),
    ("Chỉ số PCI năm 2022 tỉnh Hà Nam xếp thứ 12.", {"subject": "tỉnh Hà Nam", "criterion": "PCI"}),
    ("Chỉ số SIPAS Hà Nam là 84,1%, xếp thứ 12.", {"subject": "Hà Nam", "criterion": "SIPAS"}),
    ("Chỉ số hiệu quả quản trị và hành chính công (PAPI) tỉnh Hà Nam tăng 1,2 điểm, xếp thứ 12.",
     {"subject": "tỉnh Hà Nam", "criterion": "PAPI"}),
    ("Năm 2022, chỉ số DTI Bộ Y tế đứng thứ 6/17.", {"subject": "Bộ Y tế", "criterion": "DTI"}),
    # --- an owner that no list holds
    ("Chỉ số PGI năm 2023 của Lạc Sơn được 23,4 điểm, đứng thứ nhì cả nước.", {"subject": "Lạc Sơn", "rank": 2}),
    ("Chỉ số DDCI của Phú Lâm xếp thứ 3/12.", {"subject": "Phú Lâm", "criterion": "DDCI"}),
    # --- a score is had, not ranked
    ("Chỉ số PCI của tỉnh Hà Nam ghi nhận 63,21 điểm, đứng thứ 12.", {"subject": "tỉnh Hà Nam", "score": 63.21}),
    ("PAR Index của Bộ Y tế ghi nhận 81,3%, đứng thứ 12.", {"subject": "Bộ Y tế", "criterion": "PAR Index"}),
    # --- near to these: who publishes the index or is told behind it is not its owner
    ("Chỉ số PCI do VCCI công bố cho thấy Hà Nam xếp thứ 12.", {"subject": "Hà Nam"}),
    ("Theo Chỉ số PCI Việt Nam 2022, Hà Nam xếp thứ 12.", {"subject": "Hà Nam"}),
    ("Báo cáo ghi nhận Hà Nam xếp thứ 12.", {"subject": "Hà Nam"}),
    ("Theo bảng xếp hạng PAPI, Hà Nam xếp thứ 12.", {"subject": "Hà Nam"}),
    ("Chỉ số PCI tăng 3 bậc, Hà Nam xếp thứ 12.", {"subject": "Hà Nam"}),
    ("Bắc Giang đứng thứ 2 cả nước về tốc độ tăng trưởng kinh tế.", {"criterion": "tốc độ tăng trưởng kinh tế"}),
    ("Việt Nam xếp thứ 86/193 quốc gia, tăng 2 bậc so với năm 2016 về Chính phủ điện tử.",
     {"criterion": "Chính phủ điện tử", "change": 2}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "slots"), ONE, ids=[text for text, _ in ONE])
def test_value_from_the_ways_to_write_it(extractor: Extractor, text: str, slots: dict[str, Any]) -> None:
    found = only(extractor, text)
    assert {slot: getattr(found, slot) for slot in slots} == slots


NONE = [
    "PCI của tỉnh bị tụt hạng 6 bậc.",
    "Đảng viên phải đi đầu trong phong trào thi đua.",
    "Lạng Sơn là một trong những tỉnh đi đầu cả nước về xây dựng nông thôn mới.",
    "Thứ ba, Bộ Tài chính trình Chính phủ dự thảo.",
    "Sáng thứ hai, Thường trực Tỉnh ủy họp.",
    "Sáng thứ 3, ngày 5/8, Thường trực Tỉnh ủy họp.",
    "Hội nghị lần thứ 3 Ban Chấp hành Trung ương khóa XII bế mạc.",
    "UBND tỉnh họp phiên thứ 8.",
    "Kỳ họp thứ 8 Quốc hội khóa XIV xem xét 12 dự án luật.",
    "Nghị quyết thứ 5 của Trung ương được ban hành.",
    "Đây là năm thứ 4 liên tiếp tỉnh tổ chức lễ hội.",
    "Đây là tỉnh thứ 2 hoàn thành mục tiêu.",
    "Việt Nam là nước thứ 150 tham gia tổ chức này.",
    "Ông là người thứ hai nhận giải thưởng này.",
    "Bên thứ ba tham gia giám định.",
    "Cuộc cách mạng công nghiệp lần thứ tư mở ra cơ hội.",
    "Phương án thứ nhất là thành lập ủy ban mới.",
    "Thứ nhất là Bộ Tài chính phải sửa quy định.",
    "Có ba vấn đề: thứ nhất, thứ hai và thứ ba đều quan trọng.",
    "Có nhiều thứ đạt được trong năm qua.",
    "Hồ sơ được xếp theo thứ tự ưu tiên.",
    "Chỉ số PCI của tỉnh tăng 3 bậc.",
    "Việt Nam đã tăng 9 bậc về chỉ số môi trường kinh doanh.",
    "Người nộp thuế bậc 3 được giảm 5 bậc thuế.",
    "PCI của tỉnh luôn ở tốp đầu cả nước.",
    "Việt Nam phấn đấu thuộc nhóm đứng đầu ASEAN về môi trường kinh doanh.",
    "Việt Nam là nước xuất khẩu tôm hàng đầu thế giới.",
    "Ưu tiên hàng đầu là bảo đảm an sinh xã hội.",
    "Nhà trường là một trong những đơn vị dẫn đầu của thành phố.",
    "Thủ tướng dẫn đầu đoàn công tác thăm tỉnh Cà Mau.",
    "Đoàn công tác do Thứ trưởng Bộ Y tế dẫn đầu làm việc với tỉnh.",
    "Người đứng đầu cơ quan phải chịu trách nhiệm.",
    "Người đứng đầu cấp ủy, chính quyền các cấp trong tỉnh phải gương mẫu.",
    "Ban Chỉ đạo do Tổng Bí thư đứng đầu đã họp.",
    "Đứng đầu là vấn đề kiến tạo môi trường kinh doanh.",
    "Tổng cục công khai danh sách 10 địa phương đứng đầu về vi phạm.",
    "Đối với nhóm 5 tổng công ty, chậm nhất năm 2019 phải thoái vốn.",
    "Ở nhóm 5 địa phương cuối bảng đều là các tỉnh miền núi.",
    "Cao Bằng đứng cuối bảng xếp hạng.",
    "Bệnh viện là 1 trong 3 bệnh viện được thanh tra.",
    "Việt Nam là một trong 16 nước nhập siêu vào Hoa Kỳ.",
    "Tỉnh Lào Cai đón nhận Huân chương Độc lập hạng Nhất.",
    "Thành phố có 12 khách sạn được xếp hạng 3 sao.",
    "Bệnh viện đa khoa tỉnh là bệnh viện hạng II.",
    "VCCI xếp hạng 63 tỉnh, thành phố.",
    "Có 12/63 tỉnh, thành phố hoàn thành kế hoạch.",
    "Nhà số 5/63 phố Huế bị thu hồi.",
    "Khai mạc tại Hà Nội (3) và Huế (4).",
    "Bộ trưởng (thứ ba từ trái sang) làm việc tại bệnh viện.",
    "Bộ trưởng đứng thứ hai từ trái sang.",
    "Công ty cổ phần xây dựng số 3 Việt Nam trúng thầu.",
    "Đoàn kiểm tra ở 5 tỉnh, thời gian dài nhất là ở Hà Nội.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_ranking(extractor: Extractor, text: str) -> None:
    assert [f.stretch.text for f in marked(extractor, text)[1]] == []


SEVERAL = [
    ("Đứng đầu là Quảng Ninh, thứ hai là Hải Phòng, thứ ba là Bắc Giang.",
     [("Quảng Ninh", 1), ("Hải Phòng", 2), ("Bắc Giang", 3)]),
    ("Việt Nam là nhà cung cấp tôm lớn thứ nhất cho Nhật Bản, thứ 3 cho Hoa Kỳ, và thứ 4 cho EU.",
     [("Việt Nam", 1), ("Việt Nam", 3), ("Việt Nam", 4)]),
    ("Chỉ số PAR Index của tỉnh Hà Nam xếp thứ 12; chỉ số PAPI xếp thứ 30.",
     [("tỉnh Hà Nam", 12), ("tỉnh Hà Nam", 30)]),
    ("Quảng Ninh xếp thứ 2, Đồng Tháp thứ 3.", [("Quảng Ninh", 2), ("Đồng Tháp", 3)]),
    ("Campuchia (thứ 58), Lào (thứ 95), Philippines (thứ 57).", [("Campuchia", 58), ("Lào", 95), ("Philippines", 57)]),
    ("Thành phố Vĩnh Phong dẫn đầu về chuyển đổi số, huyện Ba Lăng đứng thứ 11/11.",
     [("Thành phố Vĩnh Phong", 1), ("huyện Ba Lăng", 11)]),
    ("Bảng xếp hạng PCI 2016 1. Đà Nẵng2. Quảng Ninh3. Đồng Tháp4. Bình Dương5. Lào Cai",
     [("Đà Nẵng", 1), ("Quảng Ninh", 2), ("Đồng Tháp", 3), ("Bình Dương", 4), ("Lào Cai", 5)]),
    ("Kết quả PCI như sau:\n1. Quảng Ninh (71,25 điểm)\n2. Long An (70,94 điểm)\n3. Hải Phòng (70,34 điểm)",
     [("Quảng Ninh", 1), ("Long An", 2), ("Hải Phòng", 3)]),
    ("Chương trình nâng hạng PCI:\n1. Sở Y tế báo cáo kết quả.\n2. Sở Tài chính trình bày.\n3. UBND tỉnh kết luận.",
     []),
    ("Việt Nam là 1 trong 12 nước dẫn đầu thế giới về tăng trưởng du lịch, đứng thứ 6.",
     [("Việt Nam", 1), ("Việt Nam", 6)]),
    ("Hà Nội đứng thứ 2 về PCI. Thành phố cũng xếp thứ 3 về PAPI.", [("Hà Nội", 2), ("Hà Nội", 3)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[text for text, _ in SEVERAL])
def test_several_in_a_row(extractor: Extractor, text: str, expected: list[tuple[str, int]]) -> None:
    assert [(f.subject, f.rank) for f in marked(extractor, text)[1]] == expected


HELD: dict[str, str] = {
    "Năm 2018, Hà Nam xếp thứ 12/63 về PCI.": "achieved",
    "Sau nhiều năm phấn đấu, Hà Nam đã xếp thứ 12/63 về PCI.": "achieved",
    "Hà Nam tiếp tục đứng đầu cả nước về PAPI.": "achieved",
    "Hà Nam phấn đấu xếp thứ 5/63 về PCI.": "planned",
    "Mục tiêu đến năm 2030 là Hà Nam xếp thứ 5/63 về PCI.": "planned",
    "Để lọt vào top 10 PCI, Hà Nam phải cải cách thủ tục.": "planned",
    "Hà Nam để mất vị trí thứ 2 về nuôi cá.": "other",
}


@pytest.mark.parametrize(("text", "status"), HELD.items())
def test_a_place_is_held_aimed_at_or_lost(extractor: Extractor, text: str, status: str) -> None:
    assert only(extractor, text).status == status


def test_what_is_held_and_what_is_aimed_at_in_one_sentence(extractor: Extractor) -> None:
    found = marked(extractor, "Năm 2019, Hà Nam xếp thứ 12/63; phấn đấu năm 2020 xếp thứ 8/63.")[1]
    assert [(f.rank, f.status) for f in found] == [(12, "achieved"), (8, "planned")]


def test_how_many_there_are_holds_for_all_of_them(extractor: Extractor) -> None:
    found = marked(extractor, "Trong 63 tỉnh, thành phố thì Hà Nội đứng thứ 9, Hải Phòng đứng thứ 12.")[1]
    assert [(f.rank, f.out_of) for f in found] == [(9, 63), (12, 63)]


def test_scores_of_a_list(extractor: Extractor) -> None:
    text = "Kết quả PCI như sau:\n1. Quảng Ninh (71,25 điểm)\n2. Long An (70,94 điểm)\n3. Hải Phòng (70,34 điểm)"
    assert [f.score for f in marked(extractor, text)[1]] == [71.25, 70.94, 70.34]


def test_the_quote_goes_from_the_verb_to_the_population(extractor: Extractor) -> None:
    found = only(extractor, "Theo báo cáo, Việt Nam hiện đứng thứ 3 về sản xuất tôm trên thế giới, xuất khẩu 3 tỷ USD.")
    assert found.stretch.text == "đứng thứ 3 về sản xuất tôm trên thế giới"
    assert found.rank_stretch.text == "3"


def test_the_period_is_the_nearest_that_is_no_baseline(extractor: Extractor) -> None:
    found = only(extractor, "Năm 2018, Hà Nam xếp thứ 12, tăng 3 bậc so với năm 2017.")
    assert found.period is not None
    assert found.period.text == "Năm 2018"


def test_numbers_of_a_ranking_are_no_quantities(extractor: Extractor) -> None:
    text = "PCI của Hà Nam đạt 65,5 điểm, xếp thứ 40/63 tỉnh, thành phố, tăng 5 bậc, lọt top 10 doanh nghiệp dẫn đầu."
    document, found = marked(extractor, text)
    marks = [(s.slice(m.first, m.last), m.value) for s in document.sentences for m in s.kind("rank")]
    assert ("40/63", NumberValue(40, None, 63)) in marks
    assert {words for words, value in marks if value is None} == {"65,5 điểm", "5 bậc"}
    assert [m for s in document.sentences for m in s.kind("quantity")] == []
    assert len(found) == 2


def test_a_rank_beyond_the_total_is_kept_for_the_checks(extractor: Extractor) -> None:
    document, found = marked(extractor, "Hà Nam xếp thứ 70/63 tỉnh, thành phố.")
    assert found == []
    assert [stretch.text for stretch in document.facts["rank_out_of_range"]] == ["70/63"]


@pytest.mark.parametrize("name", ["thuy-linh", "chuyen-doi-so", "bo-thong-cao"])
def test_samples(extractor: Extractor, name: str) -> None:
    text = (ROOT / "samples" / f"{name}.txt").read_text(encoding="utf-8")
    gold = json.loads((ROOT / "tests" / "gold_samples" / f"{name}.json").read_text(encoding="utf-8"))["rankings"]
    found = marked(extractor, text)[1]
    slots = ("rank", "rank_high", "out_of", "change")
    assert [tuple(getattr(f, s) for s in slots) for f in found] == [tuple(g[s] for s in slots) for g in gold]
    for f, g in zip(found, gold, strict=True):
        assert f.subject is not None
        assert set(f.subject.lower().split()) & set(g["subject"].lower().split())
        assert f.stretch.text.lower() in g["quote"].lower() or g["quote"].lower() in f.stretch.text.lower()
