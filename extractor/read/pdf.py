"""PDF files: characters with their boxes to lines, lines to paragraphs, running heads and page numbers dropped."""

from __future__ import annotations

from typing import Any

from extractor.errors import InputError, TooLarge
from extractor.read.article import Options, Read, need
from extractor.read.encodings import inner
from extractor.read.lines import Line, paragraphs, without_running

PAGES_MOST = 500


def read(data: bytes, options: Options) -> Read:
    """The text of a PDF file. Raises InputError for one that is damaged, locked, or only pictures of pages."""
    pages = _pages(data)
    lines = without_running(pages, options.of("page_words"))
    if not any(lines):
        raise InputError("this PDF file holds no text, perhaps only pictures of pages: run character recognition first")
    text, name = inner("\n".join(paragraphs(lines)), "utf-8", options.encoding)
    return Read(text, None if name == "utf-8" else name)


def _pages(data: bytes) -> list[list[Line]]:
    pdfium = need("pypdfium2", "a PDF file")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        what = "is locked by a password" if "assword" in str(error) else "is damaged"
        raise InputError(f"this PDF file {what}: {error}") from error
    try:
        if len(document) > PAGES_MOST:
            raise TooLarge(f"this PDF file has {len(document)} pages, the limit is {PAGES_MOST}")
        return [_lines(document[number]) for number in range(len(document))]
    except pdfium.PdfiumError as error:
        raise InputError(f"this PDF file is damaged: {error}") from error
    finally:
        document.close()


def _lines(page: Any) -> list[Line]:
    """The lines of a page from top to bottom as PDFium orders its characters; a line ends where it says so."""
    textpage = page.get_textpage()
    text = textpage.get_text_range()
    height = page.get_height()
    if len(text) != textpage.count_chars():  # letters beyond the basic plane: boxes would drift
        text = "".join(textpage.get_text_range(i, 1)[:1] or " " for i in range(textpage.count_chars()))
    lines: list[Line] = []
    start = 0
    for end in [*(i for i, c in enumerate(text) if c in "\r\n"), len(text)]:
        made = _line(textpage, text, start, end, height)
        if made:
            lines.append(made)
        start = end + 1
    return lines


def _line(textpage: Any, text: str, start: int, end: int, height: float) -> Line | None:
    shown = text[start:end].replace("\ufffe", "-").replace("\x02", "-")  # how PDFium marks a hyphen at a line's end
    inked = [i for i in range(start, end) if not text[i].isspace()]
    if not inked:
        return None
    boxes = [textpage.get_charbox(i, loose=True) for i in (inked[0], inked[-1])]
    left, right = boxes[0][0], boxes[1][2]
    bottom, top = min(box[1] for box in boxes), max(box[3] for box in boxes)
    return Line(" ".join(shown.split()), left, right, height - top, height - bottom, height)
