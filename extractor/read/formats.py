"""Which format a file is in: by its first bytes, then by its first lines; its suffix decides only between texts."""

from __future__ import annotations

import json
import zipfile
from pathlib import PurePosixPath
from typing import IO

from extractor.errors import InputError
from extractor.read import html, markdown
from extractor.read.archive import packed
from extractor.read.article import Options
from extractor.read.rows import delimiter, head_of

HEAD = 64 * 1024
SUFFIXES = (
    ".txt", ".html", ".htm", ".xhtml", ".shtml", ".aspx", ".docx", ".pdf", ".md", ".markdown",
    ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz",
)  # fmt: skip
"""What a folder is looked through for; a file that is named is read whatever its suffix."""
REFUSED_SUFFIXES = (
    ".doc", ".rtf", ".odt", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp", ".mht", ".mhtml", ".xml", ".7z", ".rar",
)  # fmt: skip
"""Documents that a folder may hold as articles, but that are not read: each fails, and says how to mend it."""

MEDIA_TYPES = {
    "text": "text/plain",
    "html": "text/html",
    "markdown": "text/markdown",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
MANY = frozenset({"jsonl", "json", "csv", "zip", "tar", "packed"})
"""Formats that hold many articles."""

_COLUMNS_NEEDED = 3  # a first line with fewer known names may be a line of text: "Thời gian, nội dung"
_REFUSED = (
    (b"\xd0\xcf\x11\xe0", "an old Office document (doc, xls)", "save it as .docx"),
    (b"{\\rtf", "a rich text document (rtf)", "save it as .docx"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "pack it as .zip"),
    (b"Rar!", "a RAR archive", "pack it as .zip"),
    (b"\x89PNG", "a PNG picture", "run character recognition first"),
    (b"\xff\xd8\xff", "a JPEG picture", "run character recognition first"),
    (b"\x7fELF", "a program", "name articles"),
)
_OFFICE = {
    "xl/": "a spreadsheet (xlsx): save it as .csv",
    "ppt/": "slides (pptx): save them as .docx",
    "content.xml": "an OpenDocument file (odt): save it as .docx",
}


def sniff(file: IO[bytes], name: str, options: Options) -> str:
    """The format of a file, which is left at its beginning. Raises InputError for one that is not read."""
    head = file.read(HEAD)
    file.seek(0)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for magic, what, mend in _REFUSED:
        if head.startswith(magic):
            raise InputError(f"this is {what}: {mend}", byte=0)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_zip(file)
    if packed(head):
        return "packed"
    if head[257:262] == b"ustar":
        return "tar"
    return _text(_shown(head), PurePosixPath(name).suffix.lower(), options)


def _in_zip(file: IO[bytes]) -> str:
    try:
        names = zipfile.ZipFile(file).namelist()
    except zipfile.BadZipFile as error:
        raise InputError(f"this ZIP archive or Office document is damaged: {error}") from error
    finally:
        file.seek(0)
    if "word/document.xml" in names:
        return "docx"
    for start, what in _OFFICE.items():
        if ("[Content_Types].xml" in names or "mimetype" in names) and any(n.startswith(start) for n in names):
            raise InputError(f"this is {what}", byte=0)
    return "zip"


def _shown(head: bytes) -> str:
    """The first bytes as text, well enough to know marks and names by."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    if b"\0" in head[:64]:
        return head.decode("utf-16-be" if head[:1] == b"\0" else "utf-16-le", "replace")
    return head.decode("utf-8-sig", "replace")


def _text(head: str, suffix: str, options: Options) -> str:
    start = head.lstrip()[:200].lower()
    if html.looks(head):
        return "html"
    if start.startswith("<?xml"):
        raise InputError("this is an XML file, no page: save its text as UTF-8", byte=0)
    if start.startswith("mime-version:") or "\nmime-version:" in start:
        raise InputError("this is a page saved as one file (mht): save it as .html", byte=0)
    if suffix in (".jsonl", ".ndjson"):
        return "jsonl"
    if start[:1] in ("{", "["):
        kind = _json(head)
        if kind or suffix == ".json":
            return kind or "json"
    if suffix in (".csv", ".tsv") or delimiter(head_of(head), options, _COLUMNS_NEEDED):
        return "csv"
    return "markdown" if suffix in (".md", ".markdown") or markdown.looks(head) else "text"


def _json(head: str) -> str | None:
    """JSON lines if the first line is an object by itself, JSON if it begins one that goes on over lines."""
    first = head_of(head)
    try:
        return "jsonl" if isinstance(json.loads(first), dict) else "json"
    except RecursionError:
        return "jsonl" if first.lstrip().startswith("{") else "json"  # a line that goes too deep costs itself alone
    except ValueError:
        return "json" if first.strip() in ("{", "[", "[{") or first.lstrip().startswith(('{"', '[{"')) else None
