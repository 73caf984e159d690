"""What this program wrote itself, known by its first bytes: records, manifests, exports, pages. It is no article."""

from __future__ import annotations

import re
from typing import Final

HEAD = 4096
SUFFIXES = (".json", ".jsonl", ".ndjson", ".csv", ".html", ".htm", ".journal")
"""The names that such files have, and articles too; of other names none is read as an article."""

_OWN: Final = re.compile(
    rb"""(?:\xef\xbb\xbf)?(?:
      \{\s*"schema_version":\ ?"[^"]*",\s*"rules_version":                                # a record, or lines of them
    | \{"path":\ "(?:[^"\\]|\\.)*",\ "sha256":\ (?:null|"[0-9a-f]{64}"),\ "status":\ "    # a manifest
    | (?:record_type,)?article_id,article_path,article_published,                         # a table of records
    | id,path,sha256,media_type,encoding,schema_version,rules_version,                    # the table of articles
    | <!doctype\ html>.{0,200}?<meta\ name="generator"\ content="vn-gov-extractor">       # a page
    )""",
    re.VERBOSE | re.DOTALL,
)


def is_own(head: bytes) -> bool:
    r"""Whether a file that begins with these bytes, `HEAD` of them or more, was written by this program.

    >>> is_own(b'{"schema_version": "1.0", "rules_version": "0123", "id": "4567"}\n')
    True
    >>> is_own(b'{"title": "Xin ch\xc3\xa0o", "text": "..."}\n')
    False
    """
    return _OWN.match(head) is not None
