"""Pages of no known family: the node that holds the running text, trafilatura where there is none; own rules for facts.

trafilatura puts a body in layout tables on one line and takes the day of another article on the page for the page's
own; so the running text is first looked for by its paragraphs, and day, byline and source are read by labels.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from extractor.read.article import Options, need
from extractor.read.blocks import blocks
from extractor.read.page import Page
from extractor.read.portals import BODY_LEAST, dated, first, found, head_title, shared_title, text_of
from extractor.read.words import begins, find_day, name_of, unlabelled

_DAY_IN_HEAD = (
    'meta[property="article:published_time"]', 'meta[name="pubdate"]', 'meta[itemprop="datePublished"]',
    '[itemprop="datePublished"]', "time[datetime]", 'meta[name="DC.date"]',
)  # fmt: skip
_LONG = 80
_LINE_MOST = 120
_DAY_LINE_MOST = 60
_MENU_LINKS, _MENU_SHARE = 2, 0.8
_HOLDS = 0.85
_HEAD_LINES = 10
_HEADING_LEAST = 20


def read(tree: Any, markup: str, options: Options) -> Page:
    """The page; its body is empty where nothing is found."""
    heading = first(tree, ["h1", "h2"], lambda node: text_of(node) or None)
    head = head_title(tree)
    short = [line for line in _lines(tree) if len(line) <= _LINE_MOST]
    day, author, source = _day(tree, short, options), _author(short, options), _source(short, options)
    _drop_menus(tree)
    heading, body = _running(tree, heading, head, options) or (heading, _by_library(markup))
    return Page(heading, heading or shared_title(tree), [], body, published=day, author=author, source=source)


def _lines(tree: Any) -> list[str]:
    root = tree.body
    return blocks(root) if root is not None else []


def _drop_menus(tree: Any) -> None:
    """Take out what is made of links: menus, and lists of other articles."""
    for node in found(tree, "ul, ol, table, div, p, dl"):
        links = node.css("a")
        text = len(text_of(node))
        if len(links) >= _MENU_LINKS and sum(len(text_of(link)) for link in links) >= _MENU_SHARE * max(1, text):
            node.decompose()


def _running(tree: Any, heading: str | None, head: str | None, options: Options) -> tuple[str | None, list[str]] | None:
    """The heading that the page shows and the running text: the innermost node that holds nearly all long paragraphs,

    with the lead and the heading from before that node.
    """
    lines, node = _lines(tree), tree.body
    total = sum(map(len, filter(_is_long, lines)))
    if total < BODY_LEAST:
        return None
    while inside := next((c for c in node.iter() if c.tag != "p" and _weight(c) >= _HOLDS * total), None):
        node = inside
    body = blocks(node)
    at = _find(lines, body)
    return _parted(lines[max(0, at - _HEAD_LINES) : at], body, heading, head, options)


def _parted(
    above: list[str], body: list[str], heading: str | None, head: str | None, options: Options
) -> tuple[str | None, list[str]]:
    """The heading, and the text below it, in the lines above a body and the body itself."""
    lines = [line for line in (*above, *body[:_HEAD_LINES]) if _is_long(line) or not _states_facts(line, options)]
    lines += body[_HEAD_LINES:]
    start = next((i for i, line in enumerate(lines) if _is_long(line) and i >= len(above) - _HEAD_LINES), 0)
    titles = [i for i, line in enumerate(lines[: start + 1]) if line == heading or _is_in(line, head)]
    if titles:
        return lines[titles[-1]], lines[titles[-1] + 1 :]
    shown = lines[start - 1] if start and len(lines[start - 1]) >= _HEADING_LEAST else None
    return heading or shown, lines[start:]


def _is_in(line: str, head: str | None) -> bool:
    return head is not None and len(line) >= _HEADING_LEAST and line in head


def _find(lines: list[str], body: list[str]) -> int:
    return next((i for i in range(len(lines)) if lines[i : i + 2] == body[:2]), 0)


def _is_long(line: str) -> bool:
    return len(line) >= _LONG


def _weight(node: Any) -> int:
    return sum(len(line) for line in filter(_is_long, blocks(node)))


def _by_library(markup: str) -> list[str]:
    trafilatura = need("trafilatura", "a page of HTML of no known family")
    text = trafilatura.extract(markup, include_comments=False, include_tables=True, favor_recall=True) or ""
    body = [line.strip(" |") for line in text.split("\n") if line.strip(" |-")]
    return body if sum(map(len, body)) >= BODY_LEAST else []


def _states_facts(line: str, options: Options) -> bool:
    """Whether the line is a day, a byline or a source with a label, and little more."""
    labels = (*options.of("date_labels"), *options.of("author_labels"), *options.of("source_labels"))
    labelled = ":" in line and begins(line, labels)
    return len(line) <= _DAY_LINE_MOST and (labelled or find_day(line, options) is not None)


def _day(tree: Any, lines: list[str], options: Options) -> date | None:
    """What the head states, the first day after a label of days, or the first line that is a day and little more."""
    stated = first(tree, _DAY_IN_HEAD, lambda node: find_day(dated(node), options))
    labelled = (find_day(line, options) for line in lines if begins(line, options.of("date_labels")))
    bare = (find_day(line, options) for line in lines if len(line) <= _DAY_LINE_MOST)
    return stated or next((day for day in labelled if day), None) or next((day for day in bare if day), None)


def _author(lines: list[str], options: Options) -> str | None:
    named = (name_of(line, options) for line in lines if unlabelled(line, options.of("author_labels")))
    return next((name for name in named if name), None)


def _source(lines: list[str], options: Options) -> str | None:
    named = (unlabelled(line, options.of("source_labels")) for line in lines)
    return next((name for name in named if name), None)
