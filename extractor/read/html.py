"""Pages to articles: title, lead, body in order, byline; date, place and source as facts.

The families of portals are rows of the table `portals`; a page of no known family is read by trafilatura, its date and
byline by our own rules (trafilatura takes the date of another article of the same page for its own).
"""

from __future__ import annotations

import re
from typing import Any

from extractor import model
from extractor.errors import InputError, TooLarge
from extractor.read import fallback, portals
from extractor.read.article import Options, Read, need
from extractor.read.encodings import decode, inner
from extractor.read.page import Page, cleaned

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEAD = 4096
DEPTH_MOST = 256
_LOOKS = re.compile(
    r"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?>.*?-->)\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b", re.I | re.S
)
_CAPITAL_FONT = re.compile(r"(<(?:font|span|p|td|b|div)\b[^<>]*\.Vn\w*H\b[^<>]*>)([^<]+)", re.I)
_NO_ENTITY = re.compile(r"(?<![&#\w])[^&]+|(?<=;)[^&]+")
_TAGS = re.compile(r"<(?:p|div|br|span|table|td|a|img|strong|h[1-6])\b[^<>]*>", re.I)
_TAGS_ENOUGH = 3


def looks(text: str) -> bool:
    """Whether this text is a page or a piece of one.

    >>> looks("<!DOCTYPE html><html>"), looks("<p>a</p><p>b</p><br>"), looks("a < b")
    (True, True, False)
    """
    head = text[: 16 * _HEAD]
    return bool(_LOOKS.match(head)) or (head.lstrip()[:1] == "<" and len(_TAGS.findall(head)) >= _TAGS_ENOUGH)


def declared(data: bytes) -> str | None:
    """The encoding that a page says it is in."""
    found = _CHARSET.search(data[:_HEAD])
    return found[1].decode("ascii") if found else None


def read(data: bytes, options: Options) -> Read:
    """The article of a page. Raises InputError where the page has none."""
    outer = None if options.encoding and options.encoding.startswith("utf-8/") else options.encoding
    markup, name = decode(data, outer, declared=declared(data))
    page = page_of(_capitals(markup) if name.endswith("tcvn3") else markup, options)
    text, name = inner(page.text(), name, options.encoding if outer is None else None)
    if not text.strip():
        raise InputError("this page holds no article that is found; add its selectors as a row of the table portals")
    return Read(text, name, _facts(page))


def page_of(markup: str, options: Options) -> Page:
    """The parts of the article in a page's markup."""
    lexbor = need("selectolax.lexbor", "a page of HTML")
    tree: Any = lexbor.LexborHTMLParser(markup)
    _not_too_deep(tree.root)
    page = portals.read(tree, options) or fallback.read(tree, markup, options)
    return cleaned(page, options)


def _not_too_deep(root: Any) -> None:
    """Refuse a page whose elements lie in each other without end: each step over it would take as many times longer."""
    level = [root] if root is not None else []
    for _ in range(DEPTH_MOST):
        level = [child for node in level for child in node.iter()]
        if not level:
            return
    raise TooLarge(f"the elements of this page lie in each other more than {DEPTH_MOST} deep")


def _capitals(markup: str) -> str:
    """Text directly in an element of a .Vn…H font, as that font shows it: in capitals, which TCVN3 cannot write.

    >>> _capitals('<font face=".VnTimeH">ủy ban&nbsp;</font> họp')
    '<font face=".VnTimeH">ỦY BAN&nbsp;</font> họp'
    """
    return _CAPITAL_FONT.sub(lambda m: m[1] + _NO_ENTITY.sub(lambda t: t[0].upper(), m[2]), markup)


def _facts(page: Page) -> model.Article:
    return model.Article(
        title=page.title, published=page.published, place=page.place, author=page.author, source=page.source
    )
