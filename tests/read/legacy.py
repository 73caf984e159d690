"""Vietnamese text as the programs of before Unicode saved it: the other direction of `extractor.read.legacy`."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from extractor.read import legacy

TONES = "\u0300\u0301\u0303\u0309\u0323"
_PLAIN = str.maketrans({"“": '"', "”": '"', "…": "...", "–": "-", "\u00a0": " "})


def windows_1258(text: str) -> bytes:
    """A letter with its circumflex or horn, then its tone."""
    out = ""
    for char in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", char)
        bare = unicodedata.normalize("NFC", "".join(c for c in parts if c not in TONES))
        out += bare + "".join(c for c in parts if c in TONES)
    return out.encode("cp1258", "replace")


def _bytes(shown: str) -> bytes:
    return b"".join(legacy.western_bytes(c) or b"?" for c in shown)


def tcvn3(text: str) -> bytes:
    """Capital vowels with a tone become small ones: the encoding has none."""
    back = {letter: chr(shown) for shown, letter in legacy._TCVN3.items()}
    text = unicodedata.normalize("NFC", text)
    return _bytes("".join(back.get(c) or (back.get(c.lower()) if not c.isascii() else None) or c for c in text))


def viscii(text: str) -> bytes:
    """VISCII has no typographic quotes: its places for them are letters."""
    back = {letter: chr(shown) for shown, letter in legacy._VISCII.items()}
    return _bytes("".join(back.get(c, c) for c in unicodedata.normalize("NFC", text).translate(_PLAIN)))


def vni(text: str) -> bytes:
    """A vowel, then the byte of its marks."""
    single = {letter: chr(shown) for shown, letter in legacy._VNI_SINGLE.items()}
    marks = legacy._VNI_TONES | legacy._VNI_CIRCUMFLEX | legacy._VNI_BREVE
    written = {mark: chr(shown) for shown, mark in marks.items()}
    return _bytes("".join(_vni(c, single, written) for c in unicodedata.normalize("NFC", text)))


def _vni(char: str, single: dict[str, str], written: dict[str, str]) -> str:
    parts = unicodedata.normalize("NFD", char)
    if char in single or len(parts) == 1:
        return single.get(char, char)
    horn = "\u031b" in parts
    base = single[unicodedata.normalize("NFC", parts[0] + "\u031b")] if horn else parts[0]
    mark = written["".join(sorted(parts[1:].replace("\u031b", ""), key=lambda m: m in TONES))]
    return base + (mark.upper() if char.isupper() else mark)


def utf_8_twice(text: str) -> bytes:
    return legacy.western(text.encode()).encode()


ENCODERS: dict[str, Callable[[str], bytes]] = {
    "windows-1258": windows_1258,
    "tcvn3": tcvn3,
    "vni": vni,
    "viscii": viscii,
    "utf-8/utf-8": utf_8_twice,
    "utf-8/tcvn3": lambda text: legacy.western(tcvn3(text)).encode(),
    "utf-8/vni": lambda text: legacy.western(vni(text)).encode(),
    "utf-8/viscii": lambda text: legacy.western(viscii(text)).encode(),
    "utf-8/nfd": lambda text: unicodedata.normalize("NFD", text).encode(),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
}


def plain(text: str) -> str:
    """What every encoding can write: the text without typographic quotes."""
    return unicodedata.normalize("NFC", text).translate(_PLAIN)
