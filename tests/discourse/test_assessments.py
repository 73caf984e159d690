"""What a leader praises and finds at fault, and whom."""

from __future__ import annotations

import pytest

from tests.discourse.said import OPENING, items, quotes, speakers


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Ông Tám ghi nhận sự cố gắng của các xã.", [("recognition", "sự cố gắng của các xã", None)]),
        ("Ông Tám biểu dương huyện huy động tốt nguồn lực.", [("recognition", "huy động tốt nguồn lực", "huyện")]),
        ("Ông Tám chỉ rõ tiến độ một số dự án còn chậm.", [("shortcoming", "tiến độ một số dự án còn chậm", None)]),
        (
            "Ông Tám đánh giá cao kết quả xếp hạng, nhưng cũng nhìn nhận việc chia sẻ dữ liệu còn hạn chế.",
            [("recognition", "kết quả xếp hạng", None), ("shortcoming", "việc chia sẻ dữ liệu còn hạn chế", None)],
        ),
        (
            "Ông Tám nhìn nhận, công tác văn phòng đã có nhiều chuyển biến tích cực, tuy nhiên "
            "vẫn còn một số khó khăn.",
            [
                ("recognition", "công tác văn phòng đã có nhiều chuyển biến tích cực", None),
                ("shortcoming", "vẫn còn một số khó khăn", None),
            ],
        ),
        (
            "Ông Tám chỉ rõ vẫn còn 5.000 hộ chưa có nước sạch, trong đó có không ít hộ nghèo, gây bức xúc.",
            [
                (
                    "shortcoming",
                    "vẫn còn 5.000 hộ chưa có nước sạch, trong đó có không ít hộ nghèo, gây bức xúc",
                    None,
                ),
            ],
        ),
        (
            "Ông Tám cho rằng hạ tầng du lịch còn nghèo nàn, thiếu kết nối giữa các điểm đến, dịch vụ đơn điệu.",
            [
                ("shortcoming", "hạ tầng du lịch còn nghèo nàn, thiếu kết nối giữa các điểm đến", None),
                ("shortcoming", "dịch vụ đơn điệu", None),
            ],
        ),
        (
            "Ông Tám chỉ rõ bộ máy còn cồng kềnh, chưa đáp ứng yêu cầu phục vụ người dân.",
            [
                ("shortcoming", "bộ máy còn cồng kềnh", None),
                ("shortcoming", "chưa đáp ứng yêu cầu phục vụ người dân", None),
            ],
        ),
        (
            "Ông Tám chỉ rõ quy chế phối hợp còn nhiều bất cập, thủ tục, hồ sơ, giấy tờ còn rườm rà.",
            [
                ("shortcoming", "quy chế phối hợp còn nhiều bất cập", None),
                ("shortcoming", "thủ tục, hồ sơ, giấy tờ còn rườm rà", None),
            ],
        ),
        (
            "Ông Tám cho rằng lực lượng kiểm lâm còn mỏng. Cụ thể, hai xã chung một trạm; cán bộ trực suốt tuần.",
            [
                ("shortcoming", "lực lượng kiểm lâm còn mỏng", None),
                ("shortcoming", "hai xã chung một trạm", None),
                ("shortcoming", "cán bộ trực suốt tuần", None),
            ],
        ),
        (
            "Ông Tám chỉ rõ nhiều hạn chế. Người dân vẫn phải đi lại nhiều lần.",
            [
                ("shortcoming", "nhiều hạn chế", None),
                ("shortcoming", "Người dân vẫn phải đi lại nhiều lần", None),
            ],
        ),
        (
            "Ông Tám chỉ ra nguyên nhân của hạn chế là do công tác phối hợp còn yếu.",
            [("shortcoming", "công tác phối hợp còn yếu", None)],
        ),
        (
            "Ông Tám nhấn mạnh nguyên nhân chủ yếu của việc này là do quy chế phối hợp còn lỏng lẻo.",
            [("shortcoming", "quy chế phối hợp còn lỏng lẻo", None)],
        ),
        (
            "“Có nơi một hồ sơ đi qua năm cửa, người dân chờ cả tháng”, ông Tám thừa nhận.",
            [("shortcoming", "Có nơi một hồ sơ đi qua năm cửa, người dân chờ cả tháng", None)],
        ),
        (
            "Ông Tám nhận định tội phạm giảm cả ba tiêu chí, đời sống người dân được cải thiện đáng kể.",
            [
                ("recognition", "tội phạm giảm cả ba tiêu chí", None),
                ("recognition", "đời sống người dân được cải thiện đáng kể", None),
            ],
        ),
        (
            "Ông Tám cho rằng quy định giữa hai luật không thống nhất.",
            [("shortcoming", "quy định giữa hai luật không thống nhất", None)],
        ),
        (
            "Ông Tám nghiêm khắc phê bình Sở Y tế vì chậm tham mưu.",
            [("shortcoming", "chậm tham mưu", "Sở Y tế")],
        ),
        (
            "Ông Tám chỉ rõ công tác tuyên truyền còn hình thức, nguồn lực phân tán.",
            [
                ("shortcoming", "công tác tuyên truyền còn hình thức", None),
                ("shortcoming", "nguồn lực phân tán", None),
            ],
        ),
        (
            "Ông Tám nhấn mạnh công tác phối hợp chưa thường xuyên, chặt chẽ và hiệu quả.",
            [("shortcoming", "công tác phối hợp chưa thường xuyên, chặt chẽ và hiệu quả", None)],
        ),
        (
            "Ông Tám biểu dương các xã thu ngân sách kịp thời; tuy nhiên, cảnh quan ở nhiều thôn chưa sạch.",
            [
                ("recognition", "thu ngân sách kịp thời", "các xã"),
                ("shortcoming", "cảnh quan ở nhiều thôn chưa sạch", "các xã"),
            ],
        ),
        (
            "Ông Tám chỉ rõ vài hạn chế, yếu kém của trạm kiểm lâm.",
            [("shortcoming", "vài hạn chế, yếu kém của trạm kiểm lâm", None)],
        ),
        (
            "Ông Tám đánh giá diện mạo thị trấn có nhiều thay đổi, trật tự trị an được giữ vững.",
            [
                ("recognition", "diện mạo thị trấn có nhiều thay đổi", None),
                ("recognition", "trật tự trị an được giữ vững", None),
            ],
        ),
        (
            "Ông Tám chỉ rõ tỷ lệ xử lý rác thấp hơn bình quân cả nước, quy hoạch bãi chôn lấp chưa hợp lý.",
            [
                ("shortcoming", "tỷ lệ xử lý rác thấp hơn bình quân cả nước", None),
                ("shortcoming", "quy hoạch bãi chôn lấp chưa hợp lý", None),
            ],
        ),
        (
            "Ông Tám chỉ rõ việc giao rừng chưa dứt điểm, quy hoạch cũng chưa thống nhất khiến dân lo ngại.",
            [
                ("shortcoming", "việc giao rừng chưa dứt điểm", None),
                ("shortcoming", "quy hoạch cũng chưa thống nhất khiến dân lo ngại", None),
            ],
        ),
        (
            "Ông Tám chỉ rõ kỷ luật công vụ chưa nghiêm, vẫn để cán bộ nhũng nhiễu người dân.",
            [
                ("shortcoming", "kỷ luật công vụ chưa nghiêm", None),
                ("shortcoming", "vẫn để cán bộ nhũng nhiễu người dân", None),
            ],
        ),
        (
            "Ông Tám nhận định huyện có nhiều đổi mới, có bước tiến rõ trong nghề nuôi ong.",
            [
                ("recognition", "có nhiều đổi mới", "huyện"),
                ("recognition", "có bước tiến rõ trong nghề nuôi ong", "huyện"),
            ],
        ),
        (
            "Ông Tám chỉ rõ nhiều đồ án còn sơ sài, thiếu tính thực tế, chất lượng bản vẽ chưa cao, chưa đồng đều.",
            [
                ("shortcoming", "nhiều đồ án còn sơ sài, thiếu tính thực tế", None),
                ("shortcoming", "chất lượng bản vẽ chưa cao, chưa đồng đều", None),
            ],
        ),
        (
            "Ông Tám nêu rõ phí qua phà vẫn còn cao, thủ tục cấp phép còn nhiêu khê.",
            [
                ("shortcoming", "phí qua phà vẫn còn cao", None),
                ("shortcoming", "thủ tục cấp phép còn nhiêu khê", None),
            ],
        ),
    ],
)
def test_assessments(sentence: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert items(OPENING + sentence) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "Trong tháng, toàn tỉnh có nhiều chuyển biến tích cực.",  # the reporter's own words
        "Văn phòng UBND tỉnh đã có nhiều cố gắng trong thực hiện nhiệm vụ.",
        "Bệnh viện ghi nhận 500 ca mắc mới.",
        f"{OPENING}Ông Tám tin tưởng ngành y tế sẽ giành nhiều thành tựu.",  # it has not yet
        f"{OPENING}Ông Tám cho rằng thời tiết diễn biến phức tạp, gây nhiều khó khăn.",  # nobody's fault
        f"{OPENING}Ông Tám cho rằng đất nước phải đối mặt với nhiều thách thức.",
        f"{OPENING}Ông Tám cho rằng nhiều khả năng thu ngân sách chỉ đạt 90% dự toán.",  # it has not yet
        f"{OPENING}Ông Tám chỉ ra một số nguyên nhân của những hạn chế, yếu kém.",  # they are still to be named
    ],
)
def test_no_assessment(sentence: str) -> None:
    assert items(sentence) == []


def test_who_takes_note_of_opinions_praises_nothing() -> None:
    said = "Ông Tám ghi nhận những ý kiến của người dân và giao Sở Y tế trả lời trước 20/8."
    assert items(OPENING + said) == [("directive", "trả lời trước 20/8", "Sở Y tế")]
    assert items(f"{OPENING}Ông Tám ghi nhận các ý kiến tâm huyết của người dân.") == [
        ("recognition", "các ý kiến tâm huyết của người dân", None)
    ]


@pytest.mark.parametrize(
    "behind",
    [
        "Năm 2018, tỉnh thu ngân sách chỉ đạt 52% dự toán, thấp nhất vùng.",
        "Đến nay còn 40 nhiệm vụ quá hạn chưa hoàn thành.",
    ],
)
def test_figures_behind_an_order_are_the_reporters(behind: str) -> None:
    wanted = [("directive", "rà soát các dự án", "Sở Y tế")]
    assert items(f"{OPENING}Ông Tám yêu cầu Sở Y tế rà soát các dự án. {behind}") == wanted


def test_who_only_wishes_judges_nothing_behind_it() -> None:
    said = f"{OPENING}Ông Tám đề nghị Sở Y tế giữ rừng. Rừng ở nhiều nơi bị lấn chiếm nghiêm trọng."
    assert [a[:2] for a in items(said)] == [("directive", "giữ rừng")]


def test_an_order_may_be_followed_by_its_reason() -> None:
    said = f"{OPENING}Ông Tám yêu cầu Sở Y tế giữ rừng. Công tác quản lý rừng còn lỏng lẻo."
    assert [a[0] for a in items(said)] == ["directive", "shortcoming"]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("shortcoming", "tỷ lệ giải ngân chưa đạt mục tiêu 80% mà tỉnh đề ra"),
        ("shortcoming", "cách thu phí này đi ngược với mục tiêu tiết kiệm"),
        ("shortcoming", "cái vướng của tỉnh là nguồn nhân lực chất lượng cao"),
        ("shortcoming", "điều đáng lo là nhiều công trình đã dừng thi công"),
        ("shortcoming", "không ai chịu trách nhiệm về việc này"),
        ("shortcoming", "trách nhiệm trước hết thuộc về chủ đầu tư"),
        ("shortcoming", "công tác kiểm kê đất bộc lộ nhiều kẽ hở"),
        ("shortcoming", "chất lượng nước sinh hoạt thấp"),
        ("shortcoming", "việc cấp phép chưa được kiểm soát chặt chẽ"),
        ("shortcoming", "số hộ có bể nước không đạt mức 45% nêu trong đề án"),
        ("shortcoming", "việc xử lý vi phạm thiếu kiên quyết"),
        ("shortcoming", "năng lực dự báo của ngành còn yếu"),
        ("shortcoming", "cơ sở vật chất trường học xuống cấp trầm trọng"),
        ("recognition", "hợp tác xã có nhiều đóng góp cho làng nghề"),
        ("recognition", "việc này thể hiện tinh thần trách nhiệm của ngành"),
        ("recognition", "tỷ lệ hộ có nước sạch đạt 98% là một nỗ lực lớn của ngành"),
        ("recognition", "hầu hết cán bộ trẻ đều có bước trưởng thành"),
    ],
)
def test_words_that_judge(kind: str, said: str) -> None:
    assert items(f"{OPENING}Ông Tám nhấn mạnh, {said}.") == [(kind, said, None)]


@pytest.mark.parametrize(
    "said",
    [
        "ngành sẽ đáp ứng đủ vắc xin cho trẻ em",
        "mục tiêu 80% là của cả nước",
        "xe đi ngược chiều bị phạt 5 triệu đồng",
        "mỗi xã có hai trạm bơm",
        "dịch sởi có nguy cơ lan rộng, thách thức phía trước rất lớn",
        "tỉnh tặng quà cho học sinh có hoàn cảnh khó khăn",
        "hiện tỉnh chưa xem xét việc tăng học phí",
        "việc xả thải này có thể dẫn đến ô nhiễm nghiêm trọng",
        "thiếu nước ngọt là nỗi bức xúc mang tính toàn cầu",
        "không có hiện tượng tư thương găm hàng",
        "đang xử lý nghiêm các hộ nuôi cá lồng trên những hồ thủy điện lớn vi phạm quy định",
        "giá gạo ở chợ tăng nhanh",
        "giá dầu thế giới giảm sâu",
        "tiến bộ khoa học đặt ra không ít thách thức",
        "tỉnh đã tháo gỡ được nhiều điểm nghẽn",
        "vụ cháy kho hàng gây thiệt hại nghiêm trọng về tài sản",
        "thế giới còn nhiều bất ổn, lạm phát ở mức cao",
        "tình trạng quá tải ở bệnh viện tỉnh đã giảm",
        "thư viện còn chưa đến 200 đầu sách quý, mỗi cuốn được giữ dưới nhiều hình thức",
        "khoản vay này có thời hạn 20 năm",
    ],
)
def test_words_that_do_not_judge(said: str) -> None:
    assert [a for a in items(f"{OPENING}Ông Tám cho biết, {said}.") if a[0] in ("recognition", "shortcoming")] == []


@pytest.mark.parametrize(
    "who",
    [
        "Thứ trưởng Bộ Y tế Lê Văn Tám nhận định",
        "Thứ trưởng Bộ Y tế Lê Văn Tám thừa nhận",
        "UBND tỉnh Hà Giang thừa nhận",
        "Thanh tra tỉnh Hà Giang cho biết",
        "Bảo hiểm xã hội Việt Nam (trụ sở tại Hà Nội) nhận định",
    ],
)
def test_whose_criticism_counts(who: str) -> None:
    assert [a[0] for a in items(f"{who}, quy chế phối hợp chưa được sửa đổi kịp thời.")] == ["shortcoming"]


@pytest.mark.parametrize(
    "who",
    [
        "Đại biểu Quốc hội Lê Văn Tám nhận định",
        "Giám đốc Sở Y tế Lê Văn Tám cho biết",
        "UBND tỉnh Hà Giang cho biết",
        "Vụ trưởng Vụ Kế hoạch Lê Văn Tám cho biết",
        "Ngân hàng Thế giới cho biết",
        "Đại sứ Ấn Độ Rao nhấn mạnh",
        "Thứ trưởng Bộ Y tế Lê Văn Tám báo cáo",
    ],
)
def test_others_only_tell(who: str) -> None:
    assert items(f"{who}, quy chế phối hợp chưa được sửa đổi kịp thời.") == []


def test_findings_of_an_inspection() -> None:
    told = (
        "Ủy ban Kiểm tra Tỉnh ủy vừa họp về kết quả kiểm tra. Cơ quan này nhận thấy, Đảng ủy xã An Bình "
        "đã vi phạm quy chế làm việc; thiếu sâu sát với cơ sở, buông lỏng việc quản lý đảng viên, thiếu kiểm tra, "
        "giám sát.\n"
        "Những vi phạm trên đã gây hậu quả nghiêm trọng trong quản lý rừng; quản lý khoáng sản."
    )
    wanted = [
        "vi phạm quy chế làm việc",
        "thiếu sâu sát với cơ sở",
        "buông lỏng việc quản lý đảng viên",
        "thiếu kiểm tra, giám sát",
        "Những vi phạm trên đã gây hậu quả nghiêm trọng trong quản lý rừng",
    ]
    assert quotes(told) == wanted
    assert set(speakers(told)) == {"Ủy ban Kiểm tra Tỉnh ủy"}


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (
            "Nguyên nhân của những tồn tại được Bộ Nội vụ chỉ ra là do khâu lưu trữ còn lỏng lẻo.",
            ["khâu lưu trữ còn lỏng lẻo"],
        ),
        (
            "Hạn chế lớn nhất được Bộ trưởng Bộ Y tế Lê Văn Tám nêu ra là nhân lực tuyến xã còn thiếu.",
            ["nhân lực tuyến xã còn thiếu"],
        ),
        ("Bản đồ được Bộ Nội vụ chỉ ra là bản in cũ, còn thiếu ranh giới.", []),
        ("Nguyên nhân của những tồn tại được Bộ Nội vụ chỉ ra trong báo cáo.", []),
    ],
)
def test_told_of_in_the_passive(told: str, wanted: list[str]) -> None:
    assert quotes(told) == wanted
