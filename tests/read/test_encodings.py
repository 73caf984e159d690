"""Every encoding is named and read without a guess; what is not certain is refused with its candidates."""

from __future__ import annotations

import random
import shutil
import subprocess
import unicodedata

import pytest

from extractor.errors import EncodingError, UsageError
from extractor.read import read_bytes
from extractor.read.encodings import NAMES, known
from extractor.read.legacy import _TCVN3, INNER, from_tcvn3, from_vni, western
from extractor.read.syllables import inventory, marked_words, share
from tests.conftest import SAMPLES
from tests.read.legacy import ENCODERS, plain, tcvn3, vni

TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))}
VOWELS = "aăâeêioôơuưy"


@pytest.mark.parametrize("encoding", ENCODERS)
@pytest.mark.parametrize("name", TEXTS)
def test_every_sample_comes_back(name: str, encoding: str) -> None:
    read = read_bytes(ENCODERS[encoding](plain(TEXTS[name])))
    assert read.source.encoding == encoding
    assert unicodedata.normalize("NFC", read.text) == plain(TEXTS[name])


@pytest.mark.parametrize(("encoding", "named"), [("TCVN5712-1", "tcvn5712"), ("VISCII", "viscii")])
def test_the_tables_are_those_of_the_c_library(encoding: str, named: str) -> None:
    iconv = shutil.which("iconv")
    if iconv is None:
        pytest.skip("no iconv on this system")
    for byte in range(256):
        done = subprocess.run([iconv, "-f", encoding, "-t", "utf-8"], input=bytes([byte, 32]), capture_output=True)
        if done.returncode:
            pytest.skip(f"this iconv does not know {encoding}")
        assert INNER[named](western(bytes([byte]))) == done.stdout.decode()[:-1], hex(byte)


def test_vni_has_every_letter_in_both_cases() -> None:
    letters = [unicodedata.normalize("NFC", v + t) for v in VOWELS for t in ("", *"\u0300\u0309\u0303\u0301\u0323")]
    for letter in ["đ", *letters]:
        for case in (letter, letter.upper()):
            assert from_vni(western(vni(case))) == case


def test_tcvn3_has_every_small_letter_and_the_capitals_of_the_standard() -> None:
    letters = {unicodedata.normalize("NFC", v + t) for v in VOWELS for t in "\u0300\u0309\u0303\u0301\u0323"}
    assert set(_TCVN3.values()) == letters | set("ăâđêôơưĂÂĐÊÔƠƯ")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("UBND TỉNH LạNG SƠN", "UBND TỈNH LẠNG SƠN"),
        ("Bộ GD&ĐT, Sở TN&MT", "Bộ GD&ĐT, Sở TN&MT"),
        ("Xã hội. ở huyện, v.v. và", "Xã hội. Ở huyện, v.v. và"),
        ("HộI NGHị\nủy ban họp", "HỘI NGHỊ\nỦy ban họp"),
    ],
)
def test_capitals_that_tcvn3_cannot_write_are_given_back(typed: str, meant: str) -> None:
    assert from_tcvn3(western(tcvn3(typed))) == meant


@pytest.mark.parametrize("size", [8, 12, 20, 50])
def test_no_stretch_of_a_sample_is_read_wrongly(size: int) -> None:
    """Short stretches may be refused; a stretch that is read is read rightly, and from 20 words on all are."""
    chance = random.Random(size)
    refused = tried = 0
    for _ in range(60):
        words = plain(chance.choice(list(TEXTS.values()))).split()
        at = chance.randrange(max(1, len(words) - size))
        stretch = " ".join(words[at : at + size])
        for encoding in ("windows-1258", "tcvn3", "vni", "viscii"):
            data = ENCODERS[encoding](stretch)
            tried += 1
            try:
                text = read_bytes(data).text
            except EncodingError:
                refused += 1
            else:
                assert unicodedata.normalize("NFC", text).lower() == stretch.lower()
    assert refused <= tried * (0.01 if size >= 20 else 0.08)


@pytest.mark.parametrize(
    "text",
    [
        "Déjà vu à la forêt, où le garçon était très près de l'hôtel. Après, la fête à côté du château.",
        "Größe, Öl, über, schön, Mädchen, Straße, für, Bücher, können",
        "El niño comió una manzana en la mañana; también bebió café, según María y José.",
        "São Paulo é uma cidade de milhões, não há dúvida; a população cresceu até então.",
    ],
    ids=["french", "german", "spanish", "portuguese"],
)
def test_other_languages_are_neither_guessed_nor_converted(text: str) -> None:
    with pytest.raises(EncodingError, match="--encoding"):
        read_bytes(text.encode("latin-1"))
    read = read_bytes(text.encode())
    assert (read.text, read.source.encoding) == (text, "utf-8")


def test_what_is_not_certain_names_its_candidates_and_the_option_decides() -> None:
    data = tcvn3("Sở Y tế") + b" abc \xe9\xf1\xea xyz"
    with pytest.raises(EncodingError, match=r"byte 1: .*tcvn3 \d+%.*--encoding"):
        read_bytes(data)
    read = read_bytes(data, encoding="tcvn3")
    assert read.text.startswith("Sở Y tế")
    assert read.source.encoding == "tcvn3"


def test_text_of_vietnamese_letters_is_never_converted() -> None:
    mixed = "Trường học ở xã: Céng hoµ x· héi chñ nghÜa ViÖt Nam"
    assert read_bytes(mixed.encode()).text == mixed
    with pytest.raises(EncodingError, match="would spoil it"):
        read_bytes(mixed.encode(), encoding="tcvn3")
    with pytest.raises(EncodingError, match="would spoil it"):
        read_bytes(mixed.encode(), encoding="utf-8/tcvn3")


def test_names_are_known_in_the_forms_that_people_write() -> None:
    assert [known(name) for name in ("TCVN3", "utf8", "CP1258", "ABC", None)] == [
        "tcvn3", "utf-8", "windows-1258", "tcvn3", None,
    ]  # fmt: skip
    assert all(known(name) == name for name in NAMES)
    with pytest.raises(UsageError, match="known are utf-8"):
        known("klingon")


# --- the syllables ----------------------------------------------------------------------------------------------


def test_the_inventory_spells_the_samples_and_refuses_what_spelling_forbids() -> None:
    for text in TEXTS.values():
        assert share(text).value == 1.0
    for word in ("kà", "ngê", "ghà", "các̣", "fà", "bàch", "hộc̀", "wê", "cế"):
        assert unicodedata.normalize("NFC", word) not in inventory(), word
    for word in ("quốc", "gì", "giếng", "gìn", "quyết", "khuỷu", "nghiêng", "yếu", "ườn", "HĐND"):
        assert word in inventory(), word


def test_marked_words_are_those_that_an_encoding_decides() -> None:
    assert list(marked_words("UBND tỉnh “Lạng Sơn” - 5,5%")) == ["tỉnh", "Lạng", "Sơn"]
