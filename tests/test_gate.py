"""The gate asks of all patterns at once what each of them would be asked."""

from __future__ import annotations

from extractor.pipeline import Extractor
from extractor.rulebook.gate import Gate

SENTENCES = [
    "Năm 2018, tỉnh đã ban hành 132 văn bản, tăng 15% so với cùng kỳ.",
    "Phấn đấu đến năm 2025 có 60% số xã đạt chuẩn nông thôn mới.",
    "Tỉnh đứng thứ 3 cả nước về chỉ số cải cách hành chính.",
    "Chủ tịch UBND tỉnh yêu cầu các sở, ngành khẩn trương báo cáo trước ngày 15/6.",
    "Trời mưa.",
    "",
]


def test_the_gate_lets_through_what_may_match_and_nothing_else(ex: Extractor) -> None:
    patterns = [p for rule in ex.book.rules for p in (*rule.patterns, *rule.nearest, *rule.unless)]
    gate = Gate(patterns)
    for text in SENTENCES:
        document = ex.segment(text)
        codes = "".join(sentence.codes for sentence in document.sentences)
        wanted = [i for i, pattern in enumerate(patterns) if pattern.may_match(frozenset(codes))]
        assert gate.passed(codes) == wanted, text
    assert 0 < len(gate.passed(ex.segment(SENTENCES[0]).sentences[0].codes)) < len(patterns) / 2


def test_a_gate_without_patterns_lets_nothing_through() -> None:
    assert Gate([]).passed("abc") == []
