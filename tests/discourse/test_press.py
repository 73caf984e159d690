"""Demands as newspapers tell them: who is asked by whom, where the speech goes on, and what is no demand."""

from __future__ import annotations

import pytest

from tests.discourse.said import items, quotes, speakers

CHAIR = "Phó Thủ tướng Nguyễn Văn Nam cho biết vốn cho hạ tầng đã đủ."
ORDER = "Chủ tịch UBND tỉnh Nguyễn Văn Nam yêu cầu các huyện rà soát hộ nghèo."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chính phủ kêu gọi các doanh nghiệp giữ chân lao động.", "directive"),
        ("Bộ Y tế khuyến cáo người dân rửa tay thường xuyên.", "directive"),
        ("UBND xã Hòa Bình đề nghị các hộ dân dọn cống trước mùa mưa.", "directive"),
        ("Hiệp hội Lúa gạo đề nghị nông dân giữ lại giống cũ.", "recommendation"),
        ("Ủy ban MTTQ Việt Nam xã Hòa Bình đề nghị người dân góp ý vào đề án.", "recommendation"),
        ("UBND xã Hòa Bình trân trọng đề nghị người dân góp ý vào đề án.", "recommendation"),
        ("UBND tỉnh Nam Định gửi văn bản tới các tỉnh, thành phố, đề nghị mở lối cho xe rau.", "recommendation"),
        ("UBND tỉnh Nam Định có công văn gửi các huyện, đề nghị mở lối cho xe rau.", "directive"),
        ("Bộ trưởng Nguyễn Văn Nam đề nghị Đại sứ Hàn Quốc kết nối các nhà máy.", "recommendation"),
        ("Thủ tướng đề nghị Đại sứ Việt Nam tại Nhật Bản kết nối các nhà máy.", "directive"),
        ("Tổng Thanh tra Chính phủ kiến nghị Thủ tướng Chính phủ giao Bộ Tài chính thu hồi vốn.", "recommendation"),
    ],
)  # fmt: skip
def test_who_orders_whom(text: str, kind: str) -> None:
    assert [found for found, _, _ in items(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sáng 12/3, Quốc hội thảo luận tại tổ về một luật. Chủ tịch UBND tỉnh Nguyễn Văn Nam đề nghị giữ mức phí cũ.",
         "recommendation"),
        ("Sáng 12/3, Quốc hội thảo luận tại hội trường. Bộ trưởng Nguyễn Văn Nam cho rằng cần giữ mức phí cũ.",
         "recommendation"),
        ("Sáng 12/3, UBND tỉnh họp phiên thường kỳ. Chủ tịch UBND tỉnh Nguyễn Văn Nam đề nghị giữ mức phí cũ.",
         "directive"),
    ],
)  # fmt: skip
def test_deputies_debate(text: str, kind: str) -> None:
    assert [found for found, _, _ in items(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{ORDER} Sở Y tế được giao chủ trì lập kế hoạch tiêm chủng.", ("chủ trì lập kế hoạch tiêm chủng", "Sở Y tế")),
        (f"{ORDER} Các chủ tàu cũng được yêu cầu kiểm tra máy móc.", ("kiểm tra máy móc", "Các chủ tàu")),
        (f"{ORDER} Các nhà máy đường khác được đề nghị tăng dự trữ.",
         ("tăng dự trữ", "Các nhà máy đường khác")),
        ("Bộ Tài chính được Thủ tướng giao nghiên cứu phương án giảm thuế.",
         ("nghiên cứu phương án giảm thuế", "Bộ Tài chính")),
    ],
)  # fmt: skip
def test_passive(text: str, wanted: tuple[str, str]) -> None:
    found = [(quote, to) for kind, quote, to in items(text) if kind == "directive"]
    assert found[-1] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Các chủ tàu được yêu cầu kiểm tra máy móc.",  # nobody has asked for anything
        f"{ORDER} Bộ Giao thông được giao 40.000 tỷ đồng.",
        f"{ORDER} Các trường được giao tự chủ phải chi lương từ nguồn thu.",
        "Chủ tịch UBND huyện bị yêu cầu kiểm điểm trách nhiệm.",
    ],
)
def test_no_passive(text: str) -> None:
    assert [quote for kind, quote, _ in items(text) if kind == "directive"] in ([], ["rà soát hộ nghèo"])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bộ trưởng Nguyễn Văn Nam vừa có văn bản gửi Sở Tư pháp, yêu cầu chỉ đạo các phòng công chứng dừng giao dịch.",
         ["chỉ đạo các phòng công chứng dừng giao dịch"]),
        ("UBND tỉnh có công văn gửi các sở, ngành yêu cầu rà soát quỹ đất; đồng thời đề nghị Công an tỉnh điều tra.",
         ["rà soát quỹ đất", "điều tra"]),
        ("Cục Hàng không đã gửi công điện đến các hãng bay yêu cầu kiểm tra phương tiện trước bão.",
         ["kiểm tra phương tiện trước bão"]),
        ("UBND tỉnh vừa ban hành quyết định phê duyệt đề án, yêu cầu giảm 5% hộ nghèo.", []),
        ("Thanh tra tỉnh kiến nghị UBND tỉnh yêu cầu Sở Xây dựng kiểm điểm. Đồng thời, chỉ đạo các sở thu 5 tỷ đồng.",
         ["yêu cầu Sở Xây dựng kiểm điểm", "chỉ đạo các sở thu 5 tỷ đồng"]),
    ],
)  # fmt: skip
def test_papers(text: str, wanted: list[str]) -> None:
    assert quotes(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{CHAIR}\nHội nghị kéo dài hai ngày.\nMỗi cán bộ trẻ trong ngành cần tự học ngoại ngữ.", "tự học ngoại ngữ"),
        (f"{CHAIR}\nHội nghị kéo dài hai ngày.\nTrong lúc này trước hết cần gỡ vướng cho nhà thầu.",
         "gỡ vướng cho nhà thầu"),
        ("Các tỉnh phải giữ lại rừng phòng hộ, theo Phó Thủ tướng Nguyễn Văn Nam.", "giữ lại rừng phòng hộ"),
        ("Theo ông Lê Văn Tám các xã cần rà soát lại quy hoạch.", "rà soát lại quy hoạch"),
        ("Để giữ vùng chè theo bà Lê Thị Hoa tỉnh nên lập quỹ bảo hiểm.", "lập quỹ bảo hiểm"),
        ("Thủ tướng nhấn mạnh đến việc rà soát các mặt hàng còn dư địa.", "rà soát các mặt hàng còn dư địa"),
        ("Thủ tướng nhấn mạnh tinh thần xử lý nghiêm các vi phạm.", "xử lý nghiêm các vi phạm"),
        ("Theo Bộ trưởng Nguyễn Văn Nam, với đà này phải giữ lãi suất, mở rộng tín dụng.", "giữ lãi suất"),
        ("Thủ tướng nhấn mạnh dự án nào cũng phải được đánh giá tác động.", "được đánh giá tác động"),
        ("“Xóa bỏ mọi ưu ái với doanh nghiệp lớn”, Thủ tướng nói.", "Xóa bỏ mọi ưu ái với doanh nghiệp lớn"),
    ],
)  # fmt: skip
def test_speech_goes_on(text: str, wanted: str) -> None:
    assert wanted in quotes(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{CHAIR}\nHội nghị kéo dài hai ngày.\nMỗi cán bộ trẻ trong ngành đã tự học ngoại ngữ.",
        "Theo ông Lê Văn Tám công ty đã phải đóng cửa hai xưởng.",
        "Bộ trưởng Nguyễn Văn Nam nhấn mạnh việc xây cầu có ý nghĩa rất lớn.",
        "Theo Bộ Tài chính, Nghị định số 21/2020/NĐ-CP quy định rõ: Chủ rừng quyết định và chỉ đạo việc tuần tra.",
        "“Thế giới đang cần bán nhiều dầu”, Bộ trưởng Nguyễn Văn Nam nói.",
        "Thanh tra tỉnh đã kết thúc 12 cuộc thanh tra và kiến nghị thu hồi 3 tỷ đồng.",
        "Công an tỉnh đã chuyển Viện kiểm sát đề nghị truy tố 9 vụ với 31 bị can.",
        "“Quyết định sắp xếp xã đã được dân đồng tình”, Thủ tướng nói.",
    ],
)
def test_nothing_asked(text: str) -> None:
    assert [quote for kind, quote, _ in items(text) if kind in ("directive", "recommendation")] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bộ trưởng Nguyễn Văn Nam yêu cầu Cục Hàng không kiểm tra hãng bay và không cho phép hãng nhận thêm tàu.",
         ["kiểm tra hãng bay", "không cho phép hãng nhận thêm tàu"]),
        ("Thủ tướng yêu cầu Bộ Công an xem xét trách nhiệm của cá nhân, tổ chức vi phạm.",
         ["xem xét trách nhiệm của cá nhân, tổ chức vi phạm"]),
        ("Thủ tướng yêu cầu các xã siết chặt quản lý khoáng sản, xây dựng trên địa bàn.",
         ["siết chặt quản lý khoáng sản, xây dựng trên địa bàn"]),
        ("Thủ tướng yêu cầu các xã siết chặt quản lý đất đai, xây dựng hai bến mới.",
         ["siết chặt quản lý đất đai", "xây dựng hai bến mới"]),
    ],
)  # fmt: skip
def test_cuts(text: str, wanted: list[str]) -> None:
    assert quotes(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("UBND xã Hòa Bình đã vận động, yêu cầu các hộ dân không ra khơi.", [("không ra khơi", "các hộ dân")]),
        ("Ông Lê Văn Tám cho biết, xã đã họp thôn, yêu cầu bà con chằng chống nhà cửa.",
         [("chằng chống nhà cửa", "bà con")]),
        ("Công an huyện đã lập biên bản, yêu cầu lái xe hạ tải.", [("hạ tải", "lái xe")]),
        ("UBND xã Hòa Bình phải họp thôn, yêu cầu bà con chằng chống nhà cửa.", []),
        ("UBND xã Hòa Bình đã đáp ứng các điều kiện, yêu cầu của dự án.", []),
    ],
)  # fmt: skip
def test_asks_behind_what_was_done(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(quote, to) for _, quote, to in items(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Đại biểu Lê Văn Tám cho rằng giá điện không nên tăng trong năm nay.", ["không nên tăng trong năm nay"]),
        ("Đại biểu Lê Văn Tám cho rằng tỉnh không nên thu phí này.", ["không nên thu phí này"]),
        ("Ông Lê Văn Tám lưu ý khi mua máy không nên chạy theo phong trào.", ["không nên chạy theo phong trào"]),
        ("Đại biểu Lê Văn Tám cho rằng giá điện nên tăng trong năm nay.", ["tăng trong năm nay"]),
        ("Đại biểu Lê Văn Tám cho rằng nếu thiếu vốn thì không nên.", []),
    ],
)  # fmt: skip
def test_advice_against(text: str, wanted: list[str]) -> None:
    assert quotes(text) == wanted


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ông Lê Văn Tám, Phó chủ tịch Hội Chè Ca cao Việt Nam kiến nghị Chính phủ giảm thuế.", "Lê Văn Tám"),
        ("“Bà con đề nghị chính quyền sớm sửa cây cầu treo đã hỏng” - ông Lê Văn Tám nói.", "Lê Văn Tám"),
        ("Bà con đề nghị chính quyền sớm sửa cầu.", "Bà con"),
        ("Anh Lê Văn Tám ở xã Hòa Bình, huyện Mai Châu đề nghị tỉnh cho vay vốn.", "Lê Văn Tám"),
        ("Ông Lê Văn Tám, trú tại xã Hải Hòa, huyện Hải Hậu đề nghị tỉnh cho vay vốn.", "Lê Văn Tám"),
        ("Tại buổi tiếp xúc với ông Lê Văn Tám, huyện Hải Hậu đề nghị tỉnh cho vay vốn.", "huyện Hải Hậu"),
    ],
)
def test_speaker(text: str, who: str) -> None:
    assert speakers(text) == [who]
