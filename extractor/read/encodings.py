"""Bytes to text: UTF-8, UTF-16, and Windows-1258 where what comes out is clearly Vietnamese. Never a guess.

Of the older Vietnamese encodings only Windows-1258 is known here; bytes that are none of these are refused with the
place of the first fault, because a wrong reading would go on silently into every record.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from extractor.errors import EncodingError, InputError

_BOMS = (  # UTF-32 before UTF-16: the one begins like the other
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
_FORMATS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an Office document (docx, xlsx, odt)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document (doc, xls)"),
    (b"{\\rtf", "a rich text document (rtf)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x7fELF", "a program"),
)
_SAVE_AS_UTF8 = "save the file as UTF-8 (in an editor: Save as, encoding UTF-8)"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_WORD = re.compile(r"[^\W\d_]+")
_SYLLABLE = re.compile(r"(?:ngh?|nh|[ckgpt]h|gi|qu|tr|[bcdđghklmnpqrstvx])?[aăâeêioôơuưy]{1,3}(?:ch|nh|ng|[cmnpt])?")
_WORDS_NEEDED = 3
_SHARE_NEEDED = 0.95
_LATIN_NEEDED = 0.98


def decode(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding; a byte order mark is no part of the text.

    Raises EncodingError with the offset of the first byte that does not fit, InputError for what is no text at all.
    """
    for bom, name, codec in _BOMS:
        if data.startswith(bom):
            return _no_nul(_strict(data, codec, name), name, len(bom)), name
    _known_format(data)
    if b"\0" in data:
        return _utf16_without_bom(data)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        text = _windows_1258(data)
        if text is not None:
            return text, "windows-1258"
        raise EncodingError(_what(data, error.start), byte=error.start) from error


def _strict(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        at = error.start + (len(codecs.BOM_UTF8) if codec == "utf-8-sig" else 0)
        what = f"the file begins with the mark of {name.upper()}, but its bytes are no {name.upper()} here"
        raise EncodingError(f"{what}; {_SAVE_AS_UTF8}", byte=min(at, len(data) - 1)) from error


def _no_nul(text: str, name: str, shift: int) -> str:
    at = text.find("\0")
    if at >= 0:
        raise InputError("a NUL character: this is no text", byte=shift + len(text[:at].encode(name)))
    return text


def _known_format(data: bytes) -> None:
    for start, name in _FORMATS:
        if data.startswith(start):
            raise InputError(f"this is {name}, not a text file: save its text as UTF-8", byte=0)


def _utf16_without_bom(data: bytes) -> tuple[str, str]:
    """UTF-16 writes Latin letters with a NUL in every pair; it is taken for that only if Latin letters come out."""
    for name in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and sum(map(_latin, text)) >= _LATIN_NEEDED * len(text):
            return text, name
    raise InputError("a NUL byte: this is no text file, or text of an unknown encoding", byte=data.index(b"\0"))


def _latin(char: str) -> bool:
    """The blocks that Vietnamese text is written with: Latin, its extensions, combining marks, punctuation."""
    code = ord(char)
    return 0x20 <= code < 0x370 or 0x1E00 <= code < 0x1F00 or 0x2000 <= code < 0x2070 or char in "\t\r\n\f\v₫"


def _windows_1258(data: bytes) -> str | None:
    """The text, if reading the bytes as Windows-1258 gives Vietnamese; tones are combining marks in it."""
    try:
        text = data.decode("cp1258")
    except UnicodeDecodeError:
        return None
    words = [w for w in _WORD.findall(unicodedata.normalize("NFC", text)) if not w.isascii()]
    good = sum(map(_vietnamese, words))
    toned = any(tone in text for tone in _TONES)
    return text if toned and good >= max(_WORDS_NEEDED, _SHARE_NEEDED * len(words)) else None


def _vietnamese(word: str) -> bool:
    """Whether this is one syllable as Vietnamese spells them, its tone aside."""
    bare = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if c not in _TONES)
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None


def _what(data: bytes, at: int) -> str:
    return f"{data[at]:#04x} is no UTF-8, and the text is no Vietnamese in Windows-1258 either; {_SAVE_AS_UTF8}"
