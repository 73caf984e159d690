"""Bytes in, a text and where it came from out. A fault of one file is an InputError; the caller goes on.

>>> read_bytes("Xin chào".encode()).source.encoding
'utf-8'
"""

from __future__ import annotations

from extractor.read.text import LIMIT, LINE_LIMIT, STDIN, Source, article_id, load, read_bytes, read_file, sha256, shown

__all__ = ["LIMIT", "LINE_LIMIT", "STDIN", "Source", "article_id", "load", "read_bytes", "read_file", "sha256", "shown"]
