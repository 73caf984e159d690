"""Bytes to text in Unicode, and the name of the encoding. Never a silent guess.

A byte order mark decides, then strict UTF-8, then UTF-16 that shows itself by its NULs; what is left is tried as each
of the older Vietnamese encodings (`guess`). A text that is valid Unicode may hold an older encoding inside, copied
letter by letter: it is named "utf-8/tcvn3", and so on; "utf-8/utf-8" is text encoded twice, "utf-8/nfd" has its tones
as marks of their own. A text that holds ư, ơ or a letter of U+1EA0-1EF9 is Vietnamese as it is, and is never converted.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from extractor.errors import EncodingError, InputError, UsageError
from extractor.read.guess import CERTAIN, Candidate, candidates, certain, converter, named
from extractor.read.legacy import INNER, western
from extractor.read.syllables import share

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
_DECIDE = "name the encoding with --encoding, or " + _SAVE_AS_UTF8
_UNICODE = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32")
NAMES = (*_UNICODE, *INNER, "utf-8/utf-8", *(f"utf-8/{name}" for name in INNER))
"""What `--encoding` may name."""
_VIETNAMESE_ONLY = re.compile("[ươƯƠ\u1ea0-\u1ef9]")
_COMBINING = re.compile("[\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323]")
_DOUBTFUL = 0.6
_DOUBTFUL_WORDS = 3
_LATIN_NEEDED = 0.98


def known(name: str | None) -> str | None:
    """The name in the form of `NAMES`. Raises UsageError for another.

    >>> known("TCVN3"), known("cp1258")
    ('tcvn3', 'windows-1258')
    """
    if name is None:
        return None
    plain = name.strip().lower().replace("_", "-")
    plain = {"cp1258": "windows-1258", "utf8": "utf-8", "utf16": "utf-16", "abc": "tcvn3"}.get(plain, plain)
    if plain not in NAMES:
        raise UsageError(f"--encoding: {name!r} is not known; known are {', '.join(NAMES)}")
    return plain


def vietnamese(text: str) -> bool:
    """Whether a text holds letters that only Vietnamese is written with, as Unicode has them.

    >>> vietnamese("đường"), vietnamese("Céng hoµ")
    (True, False)
    """
    return _VIETNAMESE_ONLY.search(unicodedata.normalize("NFC", text)) is not None


def decode(data: bytes, encoding: str | None = None, *, declared: str | None = None) -> tuple[str, str]:
    """The text and the name of its encoding; a byte order mark is no part of the text.

    `encoding` decides, `declared` (what a page says of itself) is believed where nothing else is certain. Raises
    EncodingError with the offset of the first byte that does not fit, InputError for what is no text at all.
    """
    if encoding:
        return _as_told(data, encoding)
    for bom, name, codec in _BOMS:
        if data.startswith(bom):
            return inner(_no_nul(_strict(data, codec, name), name, len(bom)), name)
    _known_format(data)
    if b"\0" in data:
        return _utf16_without_bom(data)
    try:
        return inner(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, error.start, declared)


def inner(text: str, name: str, encoding: str | None = None) -> tuple[str, str]:
    """The text with an older encoding inside it resolved, and the name of both.

    >>> inner("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "utf-8")
    ('Cộng hoà xã hội chủ nghĩa Việt Nam', 'utf-8/tcvn3')

    `encoding`, if it names an older one, decides. Raises EncodingError where several may be meant.
    """
    told = encoding.removeprefix("utf-8/") if encoding and encoding not in _UNICODE else None
    composed = unicodedata.normalize("NFC", text)
    if _VIETNAMESE_ONLY.search(composed):
        if told:
            raise EncodingError(f"the text holds Vietnamese letters of Unicode already; {told} would spoil it")
        decomposed = composed != text and _COMBINING.search(text) and not name.endswith("/nfd")
        return text, f"{name}/nfd" if decomposed else name
    if told:
        return converter(told)(text), f"{name}/{told}"
    as_it_is = share(text)
    if not as_it_is.marked or as_it_is.value >= CERTAIN:
        return text, name
    found = candidates(text, (*INNER, "utf-8"))
    best = certain(found)
    if best:
        return converter(best.name)(text), f"{name}/{best.name}"
    if found[0].share.good >= _DOUBTFUL_WORDS and found[0].share.value >= max(_DOUBTFUL, as_it_is.value + 0.2):
        raise EncodingError(f"{_uncertain(found)}; {_DECIDE}")
    return text, name


def _legacy(data: bytes, at: int, declared: str | None) -> tuple[str, str]:
    """What is no UTF-8: the one older encoding that is certain, else what the page declares, else a refusal."""
    shown = western(data)
    found = candidates(shown)
    best = certain(found)
    if best:
        return INNER[best.name](shown), best.name
    if declared and found[0].share.good < _DOUBTFUL_WORDS:
        try:
            return data.decode(declared), declared.lower()
        except (LookupError, UnicodeDecodeError):
            pass
    raise EncodingError(f"{data[at]:#04x} is no UTF-8, and {_uncertain(found)}; {_DECIDE}", byte=at)


def _uncertain(found: list[Candidate]) -> str:
    return f"no older encoding is certain ({named(found)} Vietnamese words; {CERTAIN:.0%} are asked)"


def _as_told(data: bytes, encoding: str) -> tuple[str, str]:
    outer = encoding.split("/")[0]
    if outer not in _UNICODE:
        _refuse_unicode(data, outer)
        return INNER[outer](western(data)), outer
    text = _strict(data, "utf-8-sig" if outer == "utf-8" else outer, outer)
    return inner(text, outer, encoding) if "/" in encoding else (_no_nul(text, outer, 0), outer)


def _refuse_unicode(data: bytes, encoding: str) -> None:
    """Reading a UTF-8 file of Vietnamese letters by an older encoding would spoil it: that is a mistake of the call."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return
    if vietnamese(text):
        raise EncodingError(f"the file is UTF-8 and holds Vietnamese letters; {encoding} would spoil it")


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
