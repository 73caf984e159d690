"""The same verb is an order from above and a proposal from below."""

from __future__ import annotations

import pytest

from extractor.discourse.parties.sources import Source
from extractor.discourse.ranks import Ranks, RankWords
from tests.discourse.said import items

PRIME = Source("p 0", "A", rank=1, person=True)
MINISTER = Source("p 1", "B", rank=3, person=True)
CHAIR = Source("p 2", "C", rank=4, person=True)
PROVINCE = Source("o 1", "UBND tỉnh", rank=4, level="province")
DEPARTMENT = Source("o 2", "Sở Y tế", rank=6, level="province")
PROVINCES = Source("o 4", "UBND các tỉnh", rank=4, level="province", several=True)
MINISTRY = Source("o 3", "Bộ Y tế", rank=3, level="central")


@pytest.mark.parametrize(
    ("speaker", "addressee", "orders"),
    [
        (PRIME, MINISTRY, True),
        (PRIME, None, True),
        (CHAIR, DEPARTMENT, True),
        (DEPARTMENT, PROVINCE, False),
        (PROVINCE, MINISTRY, False),
        (MINISTER, PROVINCE, False),
        (Source("t", "cử tri"), PROVINCE, False),
        (MINISTRY, PROVINCES, True),
        (MINISTRY, PROVINCE, False),
        (Source("o 5", "Tổ công tác"), DEPARTMENT, True),
        (Source("o 5", "Tổ công tác"), Source("o 6", "Chính phủ", rank=1), False),
        (Source("o 7", "Hiệp hội Quế", rank=7, level="central"), Source("t", "các địa phương"), False),
    ],
)
def test_above(speaker: Source, addressee: Source | None, orders: bool) -> None:
    assert Ranks(RankWords(envoys=("tổ công tác",)), chief=1).above(speaker, addressee) is orders


def test_the_highest_speaker_presides_where_nobody_is_named() -> None:
    assert Ranks(chief=4).above(CHAIR, None)
    assert not Ranks(chief=1).above(CHAIR, None)
    assert Ranks(chief=1, chairs=frozenset({"p 2"})).above(CHAIR, None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chủ tịch UBND tỉnh Lê Văn Tám đề nghị Sở Y tế bổ sung nhân lực.", "directive"),
        ("Giám đốc Sở Y tế Trần Văn Ba đề nghị UBND tỉnh bổ sung nhân lực.", "recommendation"),
        ("Cử tri xã Lũng Cú đề nghị tỉnh bổ sung nhân lực.", "recommendation"),
        ("UBND huyện Mèo Vạc kiến nghị UBND tỉnh bổ sung nhân lực.", "recommendation"),
        ("Thủ tướng Chính phủ yêu cầu Bộ Y tế bổ sung nhân lực.", "directive"),
        ("Tổ công tác đề nghị Sở Y tế bổ sung nhân lực.", "directive"),
        ("Đoàn kiểm tra của UBND huyện đề nghị xã Minh Tân bổ sung nhân lực.", "directive"),
        ("Ban Chỉ đạo đề nghị Chính phủ bổ sung nhân lực.", "recommendation"),
        ("Đoàn giám sát của HĐND tỉnh đề nghị UBND tỉnh bổ sung nhân lực.", "recommendation"),
        ("Bộ Y tế vừa có công văn đề nghị UBND các tỉnh bổ sung nhân lực.", "directive"),
        ("UBND tỉnh Hà Giang vừa có công văn đề nghị Bộ Y tế bổ sung nhân lực.", "recommendation"),
        ("Thủ tướng Chính phủ đề nghị các nhà đầu tư Pháp bổ sung nhân lực.", "recommendation"),
        ("Thủ tướng Chính phủ mong muốn doanh nghiệp của Na Uy bổ sung nhân lực.", "recommendation"),
        ("Bộ trưởng Bộ Y tế đề nghị phía Thái Lan bổ sung nhân lực.", "recommendation"),
        ("Phó Thủ tướng đề nghị WHO bổ sung nhân lực.", "recommendation"),
        ("Bộ trưởng Bộ Y tế đề nghị các nhà đầu tư nước ngoài bổ sung nhân lực.", "recommendation"),
        ("Chính phủ Phần Lan yêu cầu Thụy Điển bổ sung nhân lực.", "recommendation"),
        ("Thủ tướng Chính phủ đề nghị các nhà đầu tư bổ sung nhân lực.", "directive"),
        ("Thủ tướng Chính phủ đề nghị huyện Đông Anh bổ sung nhân lực.", "directive"),
        ("Thủ tướng Chính phủ đề nghị Bộ Tư pháp bổ sung nhân lực.", "directive"),
        ("Thủ tướng Chính phủ đề nghị Đại sứ quán Việt Nam tại Lào bổ sung nhân lực.", "directive"),
        ("Thủ tướng Chính phủ đề nghị doanh nghiệp Việt Nam tại Lào bổ sung nhân lực.", "directive"),
        ("Phó Bí thư Đảng ủy phường Lê Văn Tám đề nghị các tổ dân phố bổ sung nhân lực.", "directive"),
        ("Bí thư Đảng ủy Tân Lập đề nghị các thành viên bổ sung nhân lực.", "directive"),
        ("Chủ tịch UBND huyện Mai Sơn Lê Văn Tám đề nghị các phòng, ban bổ sung nhân lực.", "directive"),
        ("Chủ tịch UBND huyện Mai Sơn Lê Văn Tám đề nghị tỉnh bổ sung nhân lực.", "recommendation"),
        ("Bí thư Đảng ủy phường Lê Văn Tám đề nghị Trung ương bổ sung nhân lực.", "recommendation"),
        ("Trưởng ban Quản lý chợ Lê Văn Tám đề nghị các đơn vị bổ sung nhân lực.", "recommendation"),
        (
            "Phát biểu chỉ đạo hội nghị, Chủ tịch Hội Nông dân xã Lê Văn Tám đề nghị các chi hội bổ sung nhân lực.",
            "directive",
        ),
        (
            "Phát biểu kết luận hội thảo, ông Lê Văn Tám, Viện trưởng Viện Lúa, đề nghị các đơn vị bổ sung nhân lực.",
            "directive",
        ),
        (
            "Phát biểu tại hội thảo, ông Lê Văn Tám, Viện trưởng Viện Lúa, đề nghị các đơn vị bổ sung nhân lực.",
            "recommendation",
        ),
    ],
)
def test_kind_by_rank(text: str, kind: str) -> None:
    assert [(k, quote) for k, quote, _ in items(text)] == [(kind, "bổ sung nhân lực")]
