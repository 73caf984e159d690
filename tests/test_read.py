"""Bytes to a text: what is read, what is refused, and what the refusal says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from extractor.errors import EmptyInput, EncodingError, InputError, TooLarge, UnreadableInput
from extractor.read import LIMIT, LINE_LIMIT, article_id, load, read_bytes, read_file

TEXT = "Trong 6 tháng đầu năm 2019, tỉnh đã giải quyết trên 4.700 hồ sơ; đề nghị các sở, ngành đẩy nhanh tiến độ.\n"


@pytest.mark.parametrize(
    ("codec", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
    ],
)
def test_unicode_is_read_with_and_without_its_mark(codec: str, named: str) -> None:
    read = read_bytes(TEXT.encode(codec))
    assert (read.text, read.source.encoding) == (TEXT, named)


@pytest.mark.parametrize(
    "data",
    [
        "Déjà vu à la forêt, où le garçon était très près de l'hôtel.".encode("latin-1"),
        "Größe, Öl, über, schön, Mädchen".encode("latin-1"),
    ],
    ids=["french", "german"],
)
def test_other_encodings_are_refused_not_guessed(data: bytes) -> None:
    first = next(i for i, b in enumerate(data) if b >= 0x80)
    with pytest.raises(EncodingError, match="save the file as UTF-8") as caught:
        read_bytes(data)
    assert caught.value.byte == first
    assert f"byte {first}: {data[first]:#04x}" in str(caught.value)


def test_utf_16_cut_in_the_middle_of_a_character_is_refused() -> None:
    with pytest.raises(EncodingError, match="UTF-16"):
        read_bytes(TEXT.encode("utf-16") + b"\x41")


@pytest.mark.parametrize(
    ("data", "byte", "says"),
    [
        (b"Xin ch\xc3\xa0o\0 c\xc3\xa1c b\xe1\xba\xa1n", 9, "NUL"),
        (bytes(range(256)) * 4, 0, "NUL"),
        (b"\xff\xfeX\x00\x00\x00", 4, "NUL"),
        (b"%PDF-1.7\n", 0, "PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00", 0, "docx"),
        (b"abc\x01\x02\x03\x04", 3, "control characters"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(data: bytes, byte: int, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        read_bytes(data)
    assert caught.value.byte == byte
    assert f"byte {byte}: " in str(caught.value)


def test_a_stray_control_character_is_forgiven() -> None:
    assert read_bytes((TEXT + "\x02").encode()).text == TEXT + "\x02"


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", "\u00a0\u200b\n".encode()])
def test_empty_and_blank(data: bytes) -> None:
    with pytest.raises(EmptyInput):
        read_bytes(data)


def test_the_limit_is_kept_and_named(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_bytes(b"a" * (LIMIT + 1))
    with pytest.raises(TooLarge, match="16 MiB"):
        read_file(path)
    path.write_bytes(b"a" * LIMIT)
    assert len(load(path)) == LIMIT


def test_the_limit_of_a_line_is_kept_and_named() -> None:
    assert len(read_bytes(b"a" * LINE_LIMIT).text) == LINE_LIMIT
    with pytest.raises(TooLarge, match=r"line 2 has 100001 characters, the limit for one line is 100000"):
        read_bytes(b"Title\n" + b"a" * (LINE_LIMIT + 1))


def test_an_endless_file_is_read_to_the_limit_only() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("no endless file on this system")
    with pytest.raises(TooLarge):
        read_file("/dev/zero")


def test_what_the_system_refuses_has_its_reason(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="No such file"):
        read_file(tmp_path / "gone.txt")
    with pytest.raises(UnreadableInput, match="Is a directory"):
        read_file(tmp_path)
    locked = tmp_path / "locked.txt"
    locked.write_text(TEXT, encoding="utf-8")
    locked.chmod(0)
    if os.access(locked, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(UnreadableInput, match="Permission denied"):
        read_file(locked)


def test_the_id_is_the_contents_not_the_names(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    a, b = read_file(tmp_path / "a.txt").source, read_file(tmp_path / "b.txt").source
    assert a.path != b.path
    assert article_id(a.sha256) == article_id(b.sha256) == a.sha256[:16]
