"""Markdown: its marks are taken off, its text stays. The keys of a front matter are facts.

No pattern looks further than the next mark of its own kind, so that a line of nothing but opening marks takes no longer
than another.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Any

from extractor import model
from extractor.read.article import Options, Read
from extractor.read.columns import facts_of
from extractor.read.encodings import decode

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S)
_HEADING = re.compile(r"^ {0,3}#{1,6}\s+")
_FIRST_HEADING = re.compile(r"\A\s*# \S")
_RULE = re.compile(r"^ {0,3}(?:[-*_]\s*){3,}$|^ {0,3}=+\s*$|^ {0,3}-+\s*$")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_TABLE_RULE = frozenset("|:- \t")
_QUOTE = re.compile(r"^ {0,3}(?:>\s?)+")
_PICTURE = re.compile(r"!\[[^\[\]]*\]\([^()]*(?:\([^()]*\)[^()]*)*\)")
_LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)")
_AUTOLINK = re.compile(r"<(https?://[^<>\s]+)>")
_STRONG = [(re.compile(rf"(?={mark}\S)"), re.compile(rf"(?<=\S)(?={mark})")) for mark in (r"\*\*", "__")]
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=[^\s_])([^_]+?)(?<=[^\s_])_(?!\w)"
)
_CODE = re.compile(r"`([^`]+)`")
_TAG = re.compile(r"</?(?:br|p|div|span|b|i|em|strong|u|center)\b[^<>]*>", re.I)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_ASIDE = 0xF0000
_ESCAPED = re.compile("[\U000f0000-\U000f007f]")
_LIST = re.compile(r"^\s*([*+])\s+")
_PARAGRAPH_ENDS = ("  ", "\\")


def looks(text: str) -> bool:
    """Whether a text that is not named so is Markdown: a front matter, or a heading as its first line.

    >>> looks("# Tiêu đề\\nNội dung"), looks("1. Mục một")
    (True, False)
    """
    return bool(_FRONT.match(text) and ":" in text.split("\n", 2)[1]) or bool(_FIRST_HEADING.match(text))


def read(data: bytes, options: Options) -> Read:
    """The text of a Markdown file, one line a paragraph, and the facts of its front matter."""
    text, name = decode(data, options.encoding)
    front = _FRONT.match(text)
    facts = model.Article()
    if front:
        facts, text = facts_of(_front(front[1]), options), text[front.end() :]
    return Read("\n".join(_paragraphs(text)), name, facts)


def _front(block: str) -> dict[str, Any]:
    """The keys of a front matter; a block that is no YAML states nothing."""
    import yaml

    try:
        made = yaml.safe_load(block)
    except yaml.YAMLError:
        return {}
    return made if isinstance(made, dict) else {}


def _paragraphs(text: str) -> list[str]:
    """Lines of one paragraph joined; headings, items, rows of tables by themselves."""
    made: list[list[str]] = []
    goes_on = fenced = False
    for line in text.splitlines():
        if _FENCE.match(line):
            fenced, goes_on = not fenced, False
            continue
        line, alone = (line, True) if fenced else _unmarked(line)
        if not line.strip():
            goes_on = False
            continue
        if goes_on and not alone:
            made[-1].append(line.strip())
        else:
            made.append([line.strip()])
        goes_on = not alone and not line.endswith(_PARAGRAPH_ENDS)
    return list(map(" ".join, made))


def _unmarked(line: str) -> tuple[str, bool]:
    """A line without its marks, and whether it stands alone."""
    heading = _HEADING.match(line)
    if heading:
        return _inline(line[heading.end() :].rstrip().rstrip("#").rstrip()), True
    if _RULE.match(line) or (_TABLE_RULE.issuperset(line) and "--" in line and "|" in line):
        return "", True
    line = _QUOTE.sub("", line)
    row = line.strip()
    if row.startswith("|") and row.endswith("|"):
        return "\t".join(_inline(cell).strip() for cell in row.strip("|").split("|")), True
    item = re.match(r"\s*(?:[-*+]|\d+[.)])\s", line) is not None
    return _inline(_LIST.sub("- ", line)), item


def _inline(text: str) -> str:
    text = _ESCAPE.sub(lambda m: chr(_ASIDE + ord(m[1])), text)  # out of the way of what reads marks
    text = _LINK.sub(r"\1", _PICTURE.sub("", text))
    text = _AUTOLINK.sub(r"\1", _CODE.sub(r"\1", text))
    for opens, closes in (*_STRONG, *_STRONG):  # twice: they lie in each other
        text = _unpaired(text, opens, closes)
    text = _EMPHASIS.sub(lambda m: m[1] or m[2], text)
    return _ESCAPED.sub(lambda m: chr(ord(m[0]) - _ASIDE), _TAG.sub(" ", text))


def _unpaired(text: str, opens: re.Pattern[str], closes: re.Pattern[str]) -> str:
    """A text without the marks of two letters that open and the nearest that close, where both are there.

    >>> _unpaired("**Tỉnh** đạt **5%", *_STRONG[0])
    'Tỉnh đạt **5%'
    """
    ends = [match.start() for match in closes.finditer(text)]
    if not ends:
        return text
    kept: list[str] = []
    done = 0
    for match in opens.finditer(text):
        start = match.start() + 2
        at = bisect_left(ends, start + 1)
        if at == len(ends):
            break
        if match.start() >= done:
            kept += [text[done : match.start()], text[start : ends[at]]]
            done = ends[at] + 2
    return "".join([*kept, text[done:]])
