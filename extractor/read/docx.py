"""Word documents: paragraphs and tables in order. Headers, footers, text boxes and deleted revisions are left out.

Text in a font of before Unicode (.VnTime, VNI-Times) is stored letter by letter as Windows-1252 shows it; the font says
so, run by run, and says too what TCVN3 cannot: that .VnTimeH shows small letters as capitals.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from extractor.errors import InputError, TooLarge
from extractor.read.archive import bounded_document
from extractor.read.article import Options, Read, need
from extractor.read.encodings import inner
from extractor.read.legacy import from_tcvn3, from_vni

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TABLE, _ROW, _CELL = f"{_W}p", f"{_W}tbl", f"{_W}tr", f"{_W}tc"
_WRAPPERS = frozenset(f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_LEFT_OUT = frozenset(f"{_W}{name}" for name in ("del", "moveFrom", "pict", "drawing", "object", "txbxContent"))
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_CELL_MOST = 200


def read(data: bytes, options: Options) -> Read:
    """The text of a Word document. Raises InputError for one that is damaged, or unpacks without end."""
    docx = need("docx", "a Word document")
    try:
        bounded_document(io.BytesIO(data))
        body = docx.Document(io.BytesIO(data)).element.body
        lines = list(_blocks(body))
    except TooLarge:
        raise
    except Exception as error:  # the libraries below raise whatever a damaged part made them raise
        raise InputError(f"this Word document is damaged: {type(error).__name__}: {error}") from error
    text, name = inner("\n".join(lines), "utf-8", options.encoding)
    return Read(text, None if name == "utf-8" else name)


def _blocks(element: Any) -> Iterator[str]:
    """Lines of the paragraphs and tables below an element, in order."""
    for child in element:
        if child.tag == _PARAGRAPH:
            yield _paragraph(child)
        elif child.tag == _TABLE:
            for row in child.iterchildren(_ROW):
                yield from _row(row)
        elif child.tag in _WRAPPERS:
            yield from _blocks(child)


def _row(row: Any) -> Iterator[str]:
    """A row of entries is one line; cells that hold paragraphs or long text are layout, read one after the other."""
    cells = [[line for line in _blocks(cell) if line.strip()] for cell in _cells(row)]
    if len(cells) < 2 or any(len(lines) > 1 or len("".join(lines)) > _CELL_MOST for lines in cells):
        for lines in cells:
            yield from lines
    else:
        yield "\t".join(line for lines in cells for line in lines)


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == _CELL:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _cells(child)


def _paragraph(paragraph: Any) -> str:
    return "".join(_runs(paragraph)).strip("\n")


def _runs(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag == f"{_W}r":
            yield _in_font("".join(_run(child)), _font(child))
        else:
            yield from _runs(child)


def _run(run: Any) -> Iterator[str]:
    for child in run:
        if child.tag == f"{_W}t":
            yield child.text or ""
        else:
            yield _BREAKS.get(child.tag, "")


def _font(run: Any) -> str:
    found = run.find(f"{_W}rPr/{_W}rFonts")
    return (found.get(f"{_W}ascii") or found.get(f"{_W}hAnsi") or "") if found is not None else ""


def _in_font(text: str, font: str) -> str:
    """The letters that a font of before Unicode shows; text that is Unicode already is left as it is."""
    if not text or (text.isascii() and not font.upper().endswith("H")):
        return text
    western = all(ord(c) < 0x100 or 0x2010 <= ord(c) <= 0x2122 or ord(c) in (0x152, 0x153, 0x160, 0x161, 0x178, 0x192)
                  for c in text)  # fmt: skip
    if western and font.lower().startswith(".vn"):
        read = from_tcvn3(text)
        return read.upper() if font.upper().endswith("H") else read
    return from_vni(text) if western and font.upper().startswith("VNI-") else text
