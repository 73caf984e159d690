"""One record for each thing asked: where a statement is cut, where not, and where a quote begins and ends."""

from __future__ import annotations

import pytest

from tests.discourse.said import OPENING, quotes

ASKS = f"{OPENING}Ông Tám yêu cầu Sở Y tế "

CASES = [
    # at ";" always
    ("rà soát quy hoạch; bổ sung nhân lực.", ["rà soát quy hoạch", "bổ sung nhân lực"]),
    # coordinated verbs with one object are one
    ("rà soát, kiểm tra việc thực hiện các quy định.", ["rà soát, kiểm tra việc thực hiện các quy định"]),
    ("tăng cường rà soát, xem xét và quy hoạch đất ở.", ["tăng cường rà soát, xem xét và quy hoạch đất ở"]),
    ("quan tâm việc đào tạo, điều động, bổ nhiệm cán bộ.", ["quan tâm việc đào tạo, điều động, bổ nhiệm cán bộ"]),
    # at a comma or "và" where a verb with its own object begins
    ("đẩy mạnh cải cách hành chính, nâng cao chất lượng phục vụ.",
     ["đẩy mạnh cải cách hành chính", "nâng cao chất lượng phục vụ"]),
    ("làm rõ trách nhiệm của từng đơn vị và báo cáo UBND tỉnh.",
     ["làm rõ trách nhiệm của từng đơn vị", "báo cáo UBND tỉnh"]),
    # purpose, means and what closes the task stay with it
    ("ban hành kế hoạch khám bệnh, bảo đảm quyền lợi của người dân.",
     ["ban hành kế hoạch khám bệnh, bảo đảm quyền lợi của người dân"]),
    ("xây dựng đề án sắp xếp trạm y tế, trình UBND tỉnh trong quý II.",
     ["xây dựng đề án sắp xếp trạm y tế, trình UBND tỉnh trong quý II"]),
    ("tham mưu ban hành quy định, hoàn thành trong quý IV.", ["tham mưu ban hành quy định, hoàn thành trong quý IV"]),
    ("thực hiện tốt công tác phòng cháy, chữa cháy tại bệnh viện.",
     ["thực hiện tốt công tác phòng cháy, chữa cháy tại bệnh viện"]),
    # an adverb between verb and object tells a task from the name of a field
    ("kiểm soát chi phí đào tạo, quản lý tốt hồ sơ bệnh án.",
     ["kiểm soát chi phí đào tạo", "quản lý tốt hồ sơ bệnh án"]),
    ("hướng dẫn các trạm, tạo sự đồng thuận, giám sát chặt chẽ kho thuốc.",
     ["hướng dẫn các trạm, tạo sự đồng thuận", "giám sát chặt chẽ kho thuốc"]),
    # what is to be done under a condition, behind "thì"
    ("kiểm tra hồ sơ; trường hợp vượt thẩm quyền thì báo cáo UBND tỉnh.", ["kiểm tra hồ sơ", "báo cáo UBND tỉnh"]),
    ("kiểm tra hồ sơ, nếu thiếu giấy tờ thì hướng dẫn người dân bổ sung.",
     ["kiểm tra hồ sơ", "hướng dẫn người dân bổ sung"]),
    ("giữ giá thuốc, nếu tăng giá thì người dân gặp khó khăn.", ["giữ giá thuốc"]),
    # who is asked to promise has a task; the adverb stays
    ("cam kết giữ giá thuốc.", ["cam kết giữ giá thuốc"]),
    ("sẽ chính thức kết nối dữ liệu bệnh viện.", ["chính thức kết nối dữ liệu bệnh viện"]),
    # what is minded stays one task; what is done at the same time is another
    ("chú trọng phát triển trạm y tế xã, thí điểm khám bệnh từ xa, mở rộng tiêm chủng.",
     ["chú trọng phát triển trạm y tế xã, thí điểm khám bệnh từ xa, mở rộng tiêm chủng"]),
    ("chú trọng phát triển trạm y tế xã, đồng thời giảm giá thuốc.",
     ["chú trọng phát triển trạm y tế xã", "giảm giá thuốc"]),
    # a reason is not asked for
    ("mở rộng khu điều trị, vì số bệnh nhân tăng nhanh.", ["mở rộng khu điều trị"]),
    # no modal; the adverb stays; a prohibition stays
    ("phải khẩn trương bổ sung nhân lực.", ["khẩn trương bổ sung nhân lực"]),
    ("không để thiếu thuốc.", ["không để thiếu thuốc"]),
    ("không huy động quá sức dân.", ["không huy động quá sức dân"]),
    # a verb with its object inside is whole; to have something is a task of its own
    ("bảo đảm tiến độ, bảo đảm chất lượng khám bệnh.", ["bảo đảm tiến độ", "bảo đảm chất lượng khám bệnh"]),
    ("đẩy mạnh tuyên truyền cho người dân và có những mô hình mới.",
     ["đẩy mạnh tuyên truyền cho người dân", "có những mô hình mới"]),
    # a part with its own subject and modal; a remark on the task is none
    ("tăng số giường thêm 5%, trong đó tuyến huyện phải đạt 8%.", ["tăng số giường thêm 5%", "đạt 8%"]),
    ("công khai giá thuốc, đây là việc bắt buộc.", ["công khai giá thuốc"]),
    # who is ordered may have to propose or report
    ("rà soát quy hoạch; kiến nghị hướng xử lý; báo cáo UBND tỉnh trong tháng 5.",
     ["rà soát quy hoạch", "kiến nghị hướng xử lý", "báo cáo UBND tỉnh trong tháng 5"]),
    ("cùng các bệnh viện bàn cách làm.", ["bàn cách làm"]),
    ("cùng thảo luận về cách làm.", ["cùng thảo luận về cách làm"]),
    # what helped people do is one task, however long the list
    ("hướng dẫn người dân kê cao đồ đạc, thu dọn chuồng trại.",
     ["hướng dẫn người dân kê cao đồ đạc, thu dọn chuồng trại"]),
    # verbs that a noun names go on in its list; a new task does not
    ("chủ động hơn trong cải tiến quản lý, vận hành phòng mổ.",
     ["chủ động hơn trong cải tiến quản lý, vận hành phòng mổ"]),
    ("rà soát các cơ chế hỗ trợ viện phí, miễn giảm cho hộ nghèo.",
     ["rà soát các cơ chế hỗ trợ viện phí, miễn giảm cho hộ nghèo"]),
    ("rà soát các cơ chế hỗ trợ viện phí, báo cáo UBND tỉnh trước 30/4.",
     ["rà soát các cơ chế hỗ trợ viện phí", "báo cáo UBND tỉnh trước 30/4"]),
    # the verb that acts behind one that carries it shares its object
    ("tổ chức kiểm tra, xử lý các nhà thuốc vi phạm.", ["tổ chức kiểm tra, xử lý các nhà thuốc vi phạm"]),
    # an adverb behind its verb makes a task whole
    ("vào cuộc quyết liệt, mở thêm ba điểm tiêm chủng.", ["vào cuộc quyết liệt", "mở thêm ba điểm tiêm chủng"]),
    ("cần có dự báo tin cậy, xem xét mở thêm trạm y tế.",
     ["có dự báo tin cậy", "xem xét mở thêm trạm y tế"]),
    # what a task gives stays with it; so does an outcome behind a purpose
    ("lắp thêm đèn báo ở cổng bệnh viện, giúp người nhà dễ tìm.",
     ["lắp thêm đèn báo ở cổng bệnh viện, giúp người nhà dễ tìm"]),
    ("ban hành quy chế để thu hút bác sĩ giỏi, nâng cao chất lượng điều trị.",
     ["ban hành quy chế để thu hút bác sĩ giỏi, nâng cao chất lượng điều trị"]),
    ("ban hành quy chế để thu hút bác sĩ giỏi, kiểm tra việc thực hiện ở từng huyện.",
     ["ban hành quy chế để thu hút bác sĩ giỏi", "kiểm tra việc thực hiện ở từng huyện"]),
    # "và" joins two tasks where both have their objects, not two fields of work
    ("đơn giản hóa thủ tục nhập viện và rút ngắn thời gian chờ khám.",
     ["đơn giản hóa thủ tục nhập viện", "rút ngắn thời gian chờ khám"]),
    ("mở rộng hợp tác về dược liệu và đầu tư trang thiết bị.",
     ["mở rộng hợp tác về dược liệu và đầu tư trang thiết bị"]),
    ("xây dựng và công bố bảng giá dịch vụ.", ["xây dựng và công bố bảng giá dịch vụ"]),
    # what ends in saying what he himself will do
    ("đẩy nhanh tiến độ xây trạm y tế và cho biết sẽ sớm bố trí vốn.", ["đẩy nhanh tiến độ xây trạm y tế"]),
    # verbs that share one object behind a comma begin a task together, and none inside it
    ("giữ ổn định giá thuốc, rà soát, điều chỉnh danh mục đấu thầu.",
     ["giữ ổn định giá thuốc", "rà soát, điều chỉnh danh mục đấu thầu"]),
    ("bám sát từng trạm y tế, thường xuyên kiểm tra, cập nhật số liệu.",
     ["bám sát từng trạm y tế", "thường xuyên kiểm tra, cập nhật số liệu"]),
    ("phát triển các trạm tại chỗ, xây dựng và nhân rộng mô hình bác sĩ gia đình.",
     ["phát triển các trạm tại chỗ", "xây dựng và nhân rộng mô hình bác sĩ gia đình"]),
    ("kiểm tra việc bán thuốc, tổng hợp, báo cáo UBND tỉnh trước 30/4.",
     ["kiểm tra việc bán thuốc", "tổng hợp, báo cáo UBND tỉnh trước 30/4"]),
    ("đẩy nhanh công tác kê khai, xác nhận hồ sơ bảo hiểm.", ["đẩy nhanh công tác kê khai, xác nhận hồ sơ bảo hiểm"]),
    ("vận động người dân khám, tầm soát và điều trị bệnh sớm.",
     ["vận động người dân khám, tầm soát và điều trị bệnh sớm"]),
    # whoever helps stands before the verbs, which share their object
    ("chủ trì, phối hợp với các đơn vị nghiên cứu, đề xuất chính sách thu hút bác sĩ.",
     ["chủ trì, phối hợp với các đơn vị nghiên cứu, đề xuất chính sách thu hút bác sĩ"]),
    # an action that a verb governs is its object
    ("hướng dẫn sản xuất, kiểm soát chặt chẽ dược liệu.", ["hướng dẫn sản xuất", "kiểm soát chặt chẽ dược liệu"]),
    # what goes up to be signed is a task, what only goes up closes one
    ("hoàn chỉnh dự thảo quy chế, trình UBND tỉnh ban hành.",
     ["hoàn chỉnh dự thảo quy chế", "trình UBND tỉnh ban hành"]),
    ("rà soát, hoàn thiện, trình UBND tỉnh xem xét.", ["rà soát, hoàn thiện, trình UBND tỉnh xem xét"]),
    # to have something is a task behind a semicolon and behind an aim
    ("làm tốt việc tuyên truyền; đồng thời, có những chính sách phù hợp.",
     ["làm tốt việc tuyên truyền", "có những chính sách phù hợp"]),
    ("trực 24/24 giờ, bảo đảm an toàn cho người bệnh, có phương án chuyển bệnh nhân khi lũ lên.",
     ["trực 24/24 giờ, bảo đảm an toàn cho người bệnh", "có phương án chuyển bệnh nhân khi lũ lên"]),
    # figures are a task to count, no report
    ("thống kê đầy đủ số máy thở.", ["thống kê đầy đủ số máy thở"]),
    # quotation marks of a slogan stay whole
    ("thực hiện phương châm “4 tại chỗ”.", ["thực hiện phương châm “4 tại chỗ”"]),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "wanted"), CASES)
def test_cuts(asked: str, wanted: list[str]) -> None:
    assert quotes(ASKS + asked) == wanted


def test_a_condition_stands_before_the_quote() -> None:
    text = f"{OPENING}Ông Tám nhấn mạnh, nếu phát hiện vi phạm thì phải xử lý nghiêm."
    assert quotes(text) == ["xử lý nghiêm"]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("nếu thuốc đã an toàn thì Sở Y tế cần họp báo, để người dân yên tâm", "họp báo, để người dân yên tâm"),
        ("bệnh viện quá tải thì phải phân tích, đánh giá từng khoa để rút kinh nghiệm",
         "phân tích, đánh giá từng khoa để rút kinh nghiệm"),
        ("Sở Y tế phải có những kiến nghị, đề xuất sát thực tế", "có những kiến nghị, đề xuất sát thực tế"),
    ],
)  # fmt: skip
def test_behind_a_modal(said: str, wanted: str) -> None:
    assert quotes(f"{OPENING}Ông Tám cho rằng {said}.") == [wanted]


def test_told_under_a_condition() -> None:
    text = f"{OPENING}Ông Tám nói: “Nếu trạm vắng khách thì mạnh dạn đề xuất đóng cửa”."
    assert quotes(text) == ["mạnh dạn đề xuất đóng cửa"]
