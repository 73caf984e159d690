"""Who must act, who helps, and by when."""

from __future__ import annotations

from datetime import date

import pytest

from tests.discourse.said import OPENING, actions, items


@pytest.mark.parametrize(
    ("sentence", "addressee"),
    [
        ("Ông Tám yêu cầu Sở Y tế, Sở Tài chính rà soát hồ sơ.", "Sở Y tế, Sở Tài chính"),
        ("Ông Tám giao cho các sở, ngành rà soát hồ sơ.", "các sở, ngành"),
        ("Các phòng, ban chuyên môn cần rà soát hồ sơ, ông Tám nói.", "Các phòng, ban chuyên môn"),
        ("Ông Tám yêu cầu rà soát hồ sơ.", None),
        ("Ông Tám yêu cầu các chợ đầu mối rà soát hồ sơ.", "các chợ đầu mối"),
        ("Đối với UBND huyện Mèo Vạc, ông Tám yêu cầu rà soát hồ sơ.", "UBND huyện Mèo Vạc"),
        ("Đối với các xã ven biển, ông Tám yêu cầu rà soát hồ sơ.", "các xã ven biển"),
        ("Về phía các doanh nghiệp, ông Tám yêu cầu rà soát hồ sơ.", "phía các doanh nghiệp"),
        ("Về phía nông dân, ông Tám yêu cầu rà soát hồ sơ.", "nông dân"),
        ("Đối với các hộ dân mất đất, ông Tám yêu cầu rà soát hồ sơ.", None),  # for them it is done
        ("Đối với các dự án chậm, ông Tám yêu cầu rà soát hồ sơ.", None),
        ("Ông Tám yêu cầu lãnh đạo ngành rà soát hồ sơ.", "lãnh đạo ngành"),
        ("Sở Y tế bên cạnh việc thu phí cần rà soát hồ sơ.", "Sở Y tế"),
        ("Cán bộ, công chức trong khi thi hành công vụ phải rà soát hồ sơ.", "Cán bộ, công chức"),
        ("UBND tỉnh, các sở, ngành, nhất là Sở Y tế phải rà soát hồ sơ.", "UBND tỉnh, các sở, ngành, nhất là Sở Y tế"),
        ("Đối với các kiến nghị đề nghị Văn phòng UBND tỉnh rà soát hồ sơ.", "Văn phòng UBND tỉnh"),
    ],
)
def test_addressees(sentence: str, addressee: str | None) -> None:
    said = items(f"{OPENING}Ông Tám yêu cầu Sở Nội vụ lập danh sách. {sentence}")
    assert said[-1] == ("directive", "rà soát hồ sơ", addressee)


@pytest.mark.parametrize(
    "actor",
    [
        "các hộ kinh doanh tại chợ", "hộ chăn nuôi", "chủ các phương tiện vận tải", "chủ hồ, đập", "chủ doanh nghiệp",
        "mọi tổ chức, cá nhân", "tập thể, cá nhân vi phạm", "các trường đại học, cao đẳng", "từng cán bộ, công chức",
        "cơ quan thẩm tra", "cơ quan chủ trì soạn thảo", "đơn vị vận hành", "cộng đồng doanh nghiệp", "giới khoa học",
        "các xã chưa hoàn thành kế hoạch", "những hộ đã nhận tiền đền bù", "các vị đại biểu",
        "bốn xã ven biển", "15 xã vùng cao", "hầu hết các đơn vị", "Tiểu ban Nhân sự", "liên danh nhà thầu",
        "các sở, ngành, nhất là Sở Y tế, Sở Nội vụ", "các xã, đặc biệt là xã Sủng Là", "quân và dân huyện Mèo Vạc",
        "Đảng bộ, chính quyền, quân và dân huyện Mèo Vạc", "tuổi trẻ huyện Mèo Vạc", "các thành viên trong Đoàn",
    ],
)  # fmt: skip
@pytest.mark.parametrize("asked", ["Ông Tám yêu cầu {} sớm rà soát hồ sơ.", "Ông Tám yêu cầu {} phải rà soát hồ sơ."])
def test_people_and_bodies_of_every_kind(actor: str, asked: str) -> None:
    said = [(kind, text.removeprefix("sớm "), to) for kind, text, to in items(OPENING + asked.format(actor))]
    assert said == [("directive", "rà soát hồ sơ", actor)]


@pytest.mark.parametrize(
    "told",
    [
        "Ông Tám cho biết doanh nghiệp có điều kiện chăm lo người lao động.",
        "Ông Tám nhấn mạnh thành phố có sự đổi mới cách làm.",
        "Ông Tám cho rằng doanh nghiệp nào làm tốt thì giữ được thị trường.",
        "Ông Tám vui mừng đón các nhà đầu tư. Tỉnh Hà Giang cam kết tạo mọi điều kiện cho doanh nghiệp.",
    ],
)
def test_what_people_and_bodies_have_or_do_is_not_asked(told: str) -> None:
    assert [kind for kind, _, _ in items(OPENING + told) if kind == "directive"] == []


def test_a_new_actor_takes_over_within_a_sentence() -> None:
    asked = "Sở Y tế mở rộng khu điều trị; Sở Tài chính bố trí kinh phí; UBND các huyện phải giám sát."
    text = f"{OPENING}Ông Tám yêu cầu {asked}"
    assert [addressee for _, _, addressee in items(text)] == ["Sở Y tế", "Sở Tài chính", "UBND các huyện"]


@pytest.mark.parametrize(
    ("meets", "met"),
    [
        ("làm việc với Sở Y tế", "Sở Y tế"),
        ("làm việc với lãnh đạo chủ chốt huyện Yên Minh", "huyện Yên Minh"),
        ("có buổi làm việc với Thường trực Huyện ủy An Phú", "Thường trực Huyện ủy An Phú"),
        ("đến kiểm tra tại Bệnh viện Đa khoa huyện An Phú", "Bệnh viện Đa khoa huyện An Phú"),
        ("kiểm tra công tác bầu cử tại huyện Yên Minh", "huyện Yên Minh"),
        ("họp với các sở, ngành về công tác bầu cử", None),
        ("kiểm tra tiến độ thi công tuyến đường tránh lũ", None),
        ("chủ trì cuộc họp về công tác bầu cử", None),
    ],
)
def test_who_is_met_is_spoken_to_and_judged_where_nobody_is_named(meets: str, met: str | None) -> None:
    meeting = f"Tin trong tỉnh\nNgày 12/3/2019, ông Lê Văn Tám, Chủ tịch UBND tỉnh Hà Giang {meets}.\n"
    said = items(meeting + "Ông đánh giá cao kết quả thu ngân sách. Ông yêu cầu rà soát hồ sơ.")
    assert said == [("recognition", "kết quả thu ngân sách", met), ("directive", "rà soát hồ sơ", met)]


@pytest.mark.parametrize(
    ("sentence", "addressee"),
    [
        ("Sở Y tế có văn bản gửi UBND tỉnh, đề nghị bổ sung kinh phí.", "UBND tỉnh"),
        ("Trong văn bản gửi UBND tỉnh, Sở Y tế đề nghị bổ sung kinh phí.", "UBND tỉnh"),
        ("Tại tờ trình gửi tới UBND tỉnh và HĐND tỉnh, Sở Y tế đề nghị bổ sung kinh phí.", "UBND tỉnh và HĐND tỉnh"),
        ("Trong buổi họp với UBND tỉnh, Sở Y tế đề nghị bổ sung kinh phí.", "UBND tỉnh"),
        ("Trong buổi họp với các trạm y tế, Sở Y tế đề nghị bổ sung kinh phí.", None),  # they do not stand above
        ("Sở Y tế nêu một số kiến nghị với UBND tỉnh như: đề nghị bổ sung kinh phí.", "UBND tỉnh"),
        ("Sở Y tế gửi công văn tới UBND tỉnh về thuốc. Theo đó, Sở đề nghị bổ sung kinh phí.", "UBND tỉnh"),
    ],
)
def test_who_gets_the_paper_is_asked(sentence: str, addressee: str | None) -> None:
    assert items(sentence) == [("recommendation", "bổ sung kinh phí", addressee)]


@pytest.mark.parametrize(
    ("sentence", "addressee"),
    [
        ("UBND huyện Mèo Vạc đề nghị tỉnh: bổ sung kinh phí; mở lớp tập huấn.", "tỉnh"),
        ("UBND xã Sủng Là kiến nghị huyện: bổ sung kinh phí; mở lớp tập huấn.", "huyện"),
        ("UBND xã Sủng Là đề nghị Đoàn quan tâm bổ sung kinh phí; mở lớp tập huấn.", "Đoàn"),
        ("UBND xã Sủng Là kiến nghị với Đoàn ba việc như: bổ sung kinh phí; mở lớp tập huấn.", "Đoàn"),
        ("UBND xã Sủng Là kiến nghị một số nội dung như: bổ sung kinh phí; mở lớp tập huấn.", None),
    ],
)
def test_a_list_goes_to_a_level_or_a_body_without_a_name(sentence: str, addressee: str | None) -> None:
    said = [(text.removeprefix("quan tâm "), to) for _, text, to in items(sentence)]
    assert said == [("bổ sung kinh phí", addressee), ("mở lớp tập huấn", addressee)]


@pytest.mark.parametrize(
    ("sentence", "addressee"),
    [
        ("Việc tuyển dụng giáo viên, nhân viên phải đúng quy định.", "các sở"),
        ("Công tác đào tạo cán bộ, giáo viên phải đúng quy định.", "các sở"),
        ("Cán bộ, công chức, viên chức phải đúng quy định.", "Cán bộ, công chức, viên chức"),
    ],
)
def test_the_object_of_a_noun_of_action_is_not_spoken_to(sentence: str, addressee: str) -> None:
    said = items(f"{OPENING}Ông Tám yêu cầu các sở rà soát hồ sơ. {sentence}")
    assert said[-1][2] == addressee


def test_the_one_who_leads_and_the_one_who_helps() -> None:
    text = f"{OPENING}Ông Tám giao Sở Xây dựng chủ trì, phối hợp với Sở Tư pháp hướng dẫn các huyện."
    (action,) = actions(text)
    assert (action.addressee, action.support) == ("Sở Xây dựng", "Sở Tư pháp")
    assert action.text == "chủ trì, phối hợp với Sở Tư pháp hướng dẫn các huyện"


@pytest.mark.parametrize(
    ("asked", "text", "end"),
    [
        ("báo cáo kết quả trước ngày 30/6.", "trước ngày 30/6", date(2019, 6, 30)),
        ("hoàn thành hồ sơ trong quý III.", "trong quý III", date(2019, 9, 30)),
        ("gửi báo cáo trong tháng 7.", "trong tháng 7", date(2019, 7, 31)),
    ],
)
def test_deadlines(asked: str, text: str, end: date) -> None:
    (action,) = actions(f"{OPENING}Ông Tám yêu cầu Sở Y tế {asked}")
    assert action.deadline is not None
    assert (action.deadline.text, action.deadline.end_date) == (text, end)


@pytest.mark.parametrize(
    ("order", "quote", "text", "end"),
    [
        ("yêu cầu Sở Y tế trong tháng 7 hoàn thành hồ sơ.", "hoàn thành hồ sơ", "trong tháng 7", date(2019, 7, 31)),
        ("yêu cầu, Sở Y tế trong tháng 7 rà soát kho.", "rà soát kho", "trong tháng 7", date(2019, 7, 31)),
        ("giao Sở Y tế, trong quý III, rà soát kho.", "rà soát kho", "trong quý III", date(2019, 9, 30)),
        ("yêu cầu Sở Y tế trước ngày 30/7 phải rà soát kho.", "rà soát kho", "trước ngày 30/7", date(2019, 7, 30)),
        ("yêu cầu, trong năm 2019, Sở Y tế cần rà soát kho.", "rà soát kho", "trong năm 2019", date(2019, 12, 31)),
    ],
)
def test_a_deadline_before_the_verb(order: str, quote: str, text: str, end: date) -> None:
    (action,) = actions(f"{OPENING}Ông Tám {order}")
    assert (action.text, action.addressee) == (quote, "Sở Y tế")
    assert action.deadline is not None
    assert (action.deadline.text, action.deadline.end_date) == (text, end)


def test_each_task_of_a_list_has_its_own_deadline() -> None:
    said = actions(
        f"{OPENING}Ông Tám yêu cầu Sở Y tế trong tháng 7 hoàn thành hồ sơ; trong tháng 8 trình UBND tỉnh phương án."
    )
    assert [a.text for a in said] == ["hoàn thành hồ sơ", "trình UBND tỉnh phương án"]
    assert [a.deadline and a.deadline.text for a in said] == ["trong tháng 7", "trong tháng 8"]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Tám yêu cầu Sở Y tế rút kinh nghiệm từ đợt dịch năm 2018.",
        "Trong tháng 7, ông Tám yêu cầu Sở Y tế rà soát kho.",
        "Ông Tám cho rằng để có đủ thuốc vào năm 2030, Sở Y tế cần rà soát kho.",
        "Ông Tám yêu cầu Sở Y tế tổng kết đợt dịch trong năm 2020 và rà soát kho.",
    ],
)
def test_no_deadline(text: str) -> None:
    assert actions(OPENING + text)[-1].deadline is None


@pytest.mark.parametrize(
    ("hoped", "addressee"),
    [
        ("được Nhà nước hỗ trợ cây giống", "Nhà nước"),
        ("tiếp tục nhận được sự quan tâm, hỗ trợ của Bộ Tài chính", "Bộ Tài chính"),
        ("được hỗ trợ cây giống", None),
        ("sớm có chợ mới của xã", None),
    ],
)
def test_who_is_to_give_what_is_hoped_for(hoped: str, addressee: str | None) -> None:
    assert items(f"Các hộ dân mong muốn {hoped}.") == [("recommendation", hoped, addressee)]


def test_a_title_asks_whom_the_text_names() -> None:
    text = "Bộ Y tế kiến nghị tăng lương cho bác sĩ xã\nNgày 12/3/2019, Bộ Y tế tổ chức họp báo.\n"
    text += "Bộ Y tế kiến nghị Chính phủ tăng lương cho bác sĩ xã từ năm sau."
    assert [addressee for _, _, addressee in items(text)] == ["Chính phủ", "Chính phủ"]


def test_a_bare_head_is_the_body_named_before() -> None:
    text = f"{OPENING}Tập đoàn Dệt may Việt Nam báo cáo tình hình. Ông Tám yêu cầu Tập đoàn rà soát hồ sơ."
    assert items(text) == [("directive", "rà soát hồ sơ", "Tập đoàn Dệt may Việt Nam")]


def test_this_body_is_the_one_named_last() -> None:
    text = f"{OPENING}Sở Y tế báo cáo tình hình. Ông Tám giao cơ quan này đánh giá kết quả tiêm chủng."
    assert items(text) == [("directive", "đánh giá kết quả tiêm chủng", "Sở Y tế")]


def test_the_term_of_a_body_is_no_part_of_the_fault() -> None:
    text = f"{OPENING}Ông Tám kết luận Sở Y tế giai đoạn 2011 - 2015 đã buông lỏng quản lý giá thuốc."
    assert items(text) == [("shortcoming", "buông lỏng quản lý giá thuốc", "Sở Y tế")]


def test_who_is_to_direct_those_below_stays_the_one_asked() -> None:
    text = (
        OPENING
        + "Ông Tám giao Sở Công Thương trình dự thảo nghị quyết. Chỉ đạo các đội quản lý thị trường kiểm tra chợ."
    )
    assert items(text) == [
        ("directive", "trình dự thảo nghị quyết", "Sở Công Thương"),
        ("directive", "Chỉ đạo các đội quản lý thị trường kiểm tra chợ", "Sở Công Thương"),
    ]


def test_who_stands_above_the_speaker_is_asked_no_more_than_is_told_of_him() -> None:
    text = (
        "Sáng 12/3, Phó Thủ tướng Lê Văn Ba chủ trì cuộc họp. Phó Thủ tướng nói: “Nhà nước kiên quyết không cấp thêm "
        "vốn. Kiên quyết thu hồi các dự án treo”."
    )
    assert [to for _, _, to in items(text)] == ["Nhà nước", None]
