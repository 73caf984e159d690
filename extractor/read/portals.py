"""Pages of known families: the rows of the table `portals` say by CSS selectors where the parts of an article stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from extractor.errors import InputError
from extractor.read.article import Options
from extractor.read.blocks import CAPTION_MOST, blocks
from extractor.read.page import Page
from extractor.read.words import find_day, name_of, source_of

BODY_LEAST = 40
"""A body of fewer characters is none: the selector met an empty shell."""

T = TypeVar("T")


def read(tree: Any, options: Options) -> Page | None:
    """The page by the first family that knows it and finds its body; None if there is none."""
    strip(tree, options)
    for row in options.portals:
        if first(tree, row.signs, lambda node: node) is not None:
            page = _by(tree, row, options)
            if page is not None:
                return page
    return None


def strip(tree: Any, options: Options) -> None:
    """Take from the page what no article holds: scripts, menus, lists of other articles, captions."""
    for selector in (*options.of("page_drop"), *options.of("captions")):
        _decompose(found(tree, selector))
    _decompose(node for node in found(tree, "p") if _is_caption(node))


def _decompose(nodes: Iterable[Any]) -> None:
    for node in nodes:
        if node.tag not in ("html", "body"):
            node.decompose()


def _is_caption(paragraph: Any) -> bool:
    """A short paragraph all in italics, directly after one that holds a picture and no text."""
    text = paragraph.text(deep=True).strip()
    if not text or len(text) > CAPTION_MOST or paragraph.css_first("em, i") is None:
        return False
    before = paragraph.prev
    while before is not None and before.tag == "-text" and not (before.text(deep=False) or "").strip():
        before = before.prev
    if before is None or before.tag == "-text" or before.css_first("img") is None or before.text(deep=True).strip():
        return False
    slanted = "".join(node.text(deep=True) for node in paragraph.css("em, i"))
    return bool(slanted.strip() == text)


def found(tree: Any, selector: str) -> list[Any]:
    """All nodes of a selector. Raises InputError for one that is no selector."""
    try:
        nodes: list[Any] = tree.css(selector)
    except Exception as error:
        raise InputError(f"the table portals has a selector that is none: {selector!r}") from error
    return nodes


def first(tree: Any, selectors: Sequence[str], value: Callable[[Any], T | None]) -> T | None:
    """The first value that a node of these selectors gives, the selectors in their order."""
    for selector in selectors:
        for node in found(tree, selector):
            made = value(node)
            if made is not None:
                return made
    return None


def _by(tree: Any, row: Any, options: Options) -> Page | None:
    """The page by one family. The facts are read before the body: what is removed from it may hold them."""
    for selector in row.drop:
        _decompose(found(tree, selector))
    day = first(tree, row.date, lambda node: find_day(dated(node), options))
    author = first(tree, row.author, lambda node: name_of(text_of(node), options))
    source = first(tree, row.source, lambda node: source_of(text_of(node), options))
    place = first(tree, row.place, lambda node: text_of(node) or None)
    heading = first(tree, row.title, lambda node: text_of(node) or None)
    lead = first(tree, row.lead, lambda node: blocks(node) or None) or []
    for part in (row.title, row.lead, row.date, row.author, row.source):
        _remove_inside_bodies(tree, row.body, part)
    body = first(tree, row.body, _body)
    if body is None:
        return None
    return Page(heading, heading or shared_title(tree), lead, body, day, author, source, place)


def _body(node: Any) -> list[str] | None:
    lines = blocks(node)
    return lines if sum(map(len, lines)) >= BODY_LEAST else None


def _remove_inside_bodies(tree: Any, bodies: Sequence[str], selectors: Sequence[str]) -> None:
    """Parts that are read by themselves do not stand in the body a second time; bodies themselves stay."""
    holders = [body for selector in bodies for body in found(tree, selector)]
    for selector in selectors:
        for body in holders:
            for node in found(body, selector):
                if not any(node.mem_id == holder.mem_id for holder in holders) and node.tag not in ("html", "body"):
                    node.decompose()


def text_of(node: Any) -> str:
    return " ".join(node.text(deep=True, separator=" ").split())


def dated(node: Any) -> str:
    """What a node says of a day: its machine-readable form first."""
    attributes = node.attributes
    return " ".join(filter(None, (attributes.get("datetime"), attributes.get("content"), text_of(node))))


def shared_title(tree: Any) -> str | None:
    """The title of the article that the head of the page gives to those who share it."""
    return first(tree, ['meta[property="og:title"]'], lambda node: _joined(node.attributes.get("content")))


def head_title(tree: Any) -> str | None:
    """The title in the head of the page; that of the browser's window may be the name of the site."""
    return shared_title(tree) or first(tree, ["title"], lambda node: _joined(node.text(deep=True)))


def _joined(text: str | None) -> str | None:
    return " ".join((text or "").split()) or None
