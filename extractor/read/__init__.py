"""Bytes in, articles out: text, facts that markup states, and where they came from. A fault of one is an InputError.

`read_bytes` and `read_file` read plain text alone; a `Reader` reads every format (`Extractor.reader` makes one).

>>> read_bytes("Xin chào".encode()).source.encoding
'utf-8'
"""

from __future__ import annotations

from extractor.read.article import Article, Fault, Piece
from extractor.read.reader import Reader
from extractor.read.text import LIMIT, LINE_LIMIT, STDIN, Source, article_id, load, read_bytes, read_file, sha256, shown

__all__ = [
    "LIMIT", "LINE_LIMIT", "STDIN", "Article", "Fault", "Piece", "Reader", "Source", "article_id", "load", "read_bytes",
    "read_file", "sha256", "shown",
]  # fmt: skip
