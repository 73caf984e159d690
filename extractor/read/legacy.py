"""The single-byte encodings of Vietnamese from before Unicode, as tables from what a Western program shows to letters.

Their bytes are first read as Windows-1252 (`western`), because that is how they lie in Word files and on pages that
were copied into Unicode: one table serves both. Sources of the tables:

  TCVN3 (ABC)   TCVN 5712:1993, VN3: the .Vn… fonts. It has no capital vowels with a tone: capitals are a matter of the
                font (.VnTimeH shows small letters as capitals). `raised` gives back the case that the letters around
                decide. 0x80-0x9F are the quotes and dashes of Windows, which these fonts leave in place.
  TCVN5712      the same standard, VN1: with all capitals, some of them in the place of control characters
  VNI           VNI Windows (VNI-Times …): a vowel and its mark are two bytes
  VISCII        RFC 1456, with its six letters in the place of control characters
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

_VOWELS = "aăâeêioôơuưy"
_MARKS = "\u0300\u0309\u0303\u0301\u0323"
_SPECIALS = {
    byte: bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_BYTES = {ord(char): byte for byte, char in _SPECIALS.items()}


def western(data: bytes) -> str:
    """Bytes as Windows-1252 shows them; the five that it leaves open are kept as control characters.

    >>> western(b"Vi\\xd6t Nam \\x93A\\x94")
    'ViÖt Nam “A”'
    """
    return data.decode("latin-1").translate(_SPECIALS)


def western_bytes(text: str) -> bytes | None:
    """What `western` would have read as this text; None where it holds other characters."""
    try:
        return text.translate(_BYTES).encode("latin-1")
    except UnicodeEncodeError:
        return None


def _toned(vowels: str) -> str:
    """Each vowel with its five tones, in the order grave, hook, tilde, acute, dot."""
    return "".join(unicodedata.normalize("NFC", v + mark) for v in vowels for mark in _MARKS)


def _table(letters: Iterable[str], places: str) -> dict[int, str]:
    """Letters to the bytes given in hexadecimal, keyed by the character that Windows-1252 has there."""
    data = bytes.fromhex(places)
    return {ord(shown): letter for shown, letter in zip(western(data), letters, strict=True)}


_TCVN3 = _table("ĂÂÊÔƠƯĐăâêôơưđ", "A1A2A3A4A5A6A7A8A9AAABACADAE") | _table(
    _toned(_VOWELS),
    "B5B6B7B8B9 BBBCBDBEC6 C7C8C9CACB CCCECFD0D1 D2D3D4D5D6 D7D8DCDDDE DFE1E2E3E4 E5E6E7E8E9 EAEBECEDEE EFF1F2F3F4"
    "F5F6F7F8F9 FAFBFCFDFE",
)
_TCVN5712 = (
    _TCVN3
    | _table("ẰẲẴẮẦẨẪẤỀỂỄẾỒỔỖỐ", "AFBABFC0C1C2C3C4C5CDD9DADBE0F0FF")
    | _table("ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ", "".join(f"{byte:02X}" for byte in range(0x80, 0xA0)))
    | _table("ÚỤỪỬỮỨỰỲỶỸÝỴ", "010204050611121314151617")
    | _table(_MARKS, "B0B1B2B3B4")
)
_VISCII = _table("ẲẴẪỶỸỴ", "02050614191E") | _table(
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ",
    "".join(f"{byte:02X}" for byte in range(0x80, 0x100)),
)

# VNI: the letters of one byte, then the mark bytes that follow a, e, o, u, y (and ơ, ư, which are one byte each).
_VNI_SINGLE = _table("íìỉĩịơưđỵÍÌỈĨỊƠƯĐỴ", "EDECE6F3F2F4F6F1EE CDCCC6D3D2D4D6D1CE")
_VNI_TONES = _table(_MARKS, "F8FBF5F9EF")
_VNI_CIRCUMFLEX = _table(["\u0302" + mark for mark in ("", *_MARKS)], "E2E0E5E3E1E4")
_VNI_BREVE = _table(["\u0306" + mark for mark in ("", *_MARKS)], "EAE8FAFCE9EB")


def _both_cases(marks: dict[int, str]) -> dict[str, str]:
    return {case: mark for shown, mark in marks.items() for case in (chr(shown), chr(shown).upper())}


_VNI_MARKS = _both_cases(_VNI_TONES | _VNI_CIRCUMFLEX | _VNI_BREVE)
_VNI_PAIR = re.compile(
    "([aA])([{0}{1}{2}])|([eEoO])([{0}{1}])|([uUyYôÔöÖ])([{0}])".format(
        *("".join(_both_cases(m)) for m in (_VNI_TONES, _VNI_CIRCUMFLEX, _VNI_BREVE))
    )
)


def _vni_pair(found: re.Match[str]) -> str:
    base, mark = (part for part in found.groups() if part)
    return unicodedata.normalize("NFC", base.translate(_VNI_SINGLE) + _VNI_MARKS[mark])


def from_vni(text: str) -> str:
    """VNI to letters, the pairs first: ô and ö are letters of their own unless a mark of e or o.

    >>> from_vni("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, ÑÖÔØNG")
    'Cộng hòa xã hội chủ nghĩa Việt Nam, ĐƯỜNG'
    """
    parts: list[str] = []
    at = 0
    for found in _VNI_PAIR.finditer(text):
        parts += [text[at : found.start()].translate(_VNI_SINGLE), _vni_pair(found)]
        at = found.end()
    return "".join([*parts, text[at:].translate(_VNI_SINGLE)])


def from_tcvn3(text: str) -> str:
    """TCVN3 (ABC) to letters, with the case that the letters around decide.

    >>> from_tcvn3("Céng hoµ x· héi chñ nghÜa ViÖt Nam, TØNH L¹NG S¥N")
    'Cộng hoà xã hội chủ nghĩa Việt Nam, TỈNH LẠNG SƠN'
    """
    return raised(text.translate(_TCVN3))


def from_tcvn5712(text: str) -> str:
    """TCVN 5712 with all its capitals and combining tones to letters."""
    return unicodedata.normalize("NFC", text.translate(_TCVN5712))


def from_viscii(text: str) -> str:
    """VISCII to letters.

    >>> from_viscii("Cµng hòa xã hµi chü nghîa Vi®t Nam")
    'Cộng hòa xã hội chủ nghĩa Việt Nam'
    """
    return text.translate(_VISCII)


def from_windows_1258(text: str) -> str:
    """Windows-1258 to letters; its tones are combining marks, which `tidy` composes."""
    data = western_bytes(text)
    return "" if data is None else data.decode("cp1258", "replace")


def from_utf_8(text: str) -> str:
    """UTF-8 that was read as Windows-1252 and written as UTF-8 again; "" where it is none.

    >>> from_utf_8("Viá»‡t Nam")
    'Việt Nam'
    """
    for shown in (text, text.replace("Ã ", "Ã\u00a0")):  # à is Ã and a hard space, which is easily lost
        data = western_bytes(shown)
        try:
            return "" if data is None else data.decode("utf-8")
        except UnicodeDecodeError:
            continue
    return ""


_WORD = re.compile(r"[^\W\d_]+")
_SMALL = _toned(_VOWELS)
_SENTENCE_START = re.compile(rf"(?:^|[.!?…][”\"’)]*[ \t]+)[-–+“\"‘'( \t]*[{_SMALL}]", re.MULTILINE)


def raised(text: str) -> str:
    """Small toned vowels as capitals where the capitals around them say so, and at the start of a sentence.

    >>> raised("Hà NộI, ngày 5/6\\nở huyện. ủy ban v.v. và")
    'Hà NỘI, ngày 5/6\\nỞ huyện. Ủy ban v.v. và'
    """
    lines = (_raised_line(line) for line in text.split("\n"))
    return _SENTENCE_START.sub(lambda found: found[0][:-1] + found[0][-1].upper(), "\n".join(lines))


def _raised_line(line: str) -> str:
    made = _WORD.sub(_raised_word, line)
    heading = made != line and not any("a" <= c <= "z" for c in line)
    return made.upper() if heading else made


def _raised_word(found: re.Match[str]) -> str:
    """A word of two capitals or more, whose small letters are only those that have no capital in TCVN3."""
    word = found[0]
    small = [c for c in word if c.islower()]
    return word.upper() if len(word) - len(small) >= 2 and all(c in _SMALL for c in small) else word


INNER: dict[str, Callable[[str], str]] = {
    "windows-1258": from_windows_1258,
    "tcvn3": from_tcvn3,
    "tcvn5712": from_tcvn5712,
    "vni": from_vni,
    "viscii": from_viscii,
}
"""The encodings by name, each from what `western` shows to Vietnamese letters."""
