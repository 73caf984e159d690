"""What is measured on: real articles where they lie beside the checkout, else the samples; and texts that mean harm."""

from __future__ import annotations

from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def articles(shared: Path) -> list[Path]:
    """The files of distinct articles, in a fixed order."""
    return sorted((shared / "corpus").glob("*.txt")) or sorted(SAMPLES.glob("*.txt"))


# Each a pattern to repeat and how many characters of it; no line is longer than the reader allows (100,000).
_HOSTILE: dict[str, tuple[str, int]] = {
    "digits": ("1234567890", 100_000),
    "commas": (",", 50_000),
    "nested quotes": ("“ông nói: ", 50_000),
    "opening brackets": ("(", 50_000),
    "endless sentence": ("toàn tỉnh có nhiều xã đạt chuẩn và các đơn vị cùng tham gia ", 100_000),
    "one long run": ("1-2.a", 20_000),
    "repeated triggers": ("đạt 15,3% so với cùng kỳ năm 2018 ", 100_000),
    "repeated ranks": ("đứng thứ 3 cả nước, ", 100_000),
    "repeated names": ("đồng chí Nguyễn Văn An, Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn, ", 100_000),
    "repeated demands": ("yêu cầu các sở, ngành, địa phương tiếp tục ", 100_000),
    "repeated numbers": ("132 xã 5.500 tỷ đồng 12/5/2019 ", 100_000),
    "repeated sentences": (
        "Theo Bộ Y tế, tỉnh Lạng Sơn đứng thứ 3 cả nước, đạt 15,3%. Ông An yêu cầu báo cáo. ",
        100_000,
    ),
    "abbreviations": ("TP. Hà Nội, Th.S An, ", 100_000),
    "number words": ("hai mươi lăm nghìn ba trăm ", 100_000),
}
HOSTILE = tuple(_HOSTILE)


def hostile(kind: str, share: float = 1.0) -> str:
    """A text of this kind; `share` of its full length.

    >>> hostile("commas", 0.0001)
    ',,,,,'
    """
    pattern, length = _HOSTILE[kind]
    wanted = int(length * share)
    return (pattern * (wanted // len(pattern) + 1))[:wanted].strip()
