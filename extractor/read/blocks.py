"""A node of a page to its blocks of text in order: paragraphs, items, headings, rows of tables; captions left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_BLOCKS = frozenset({
    "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tbody", "thead", "tfoot", "caption", "ul",
    "ol", "dl", "dt", "dd", "section", "article", "header", "footer", "main", "blockquote", "pre", "figure", "center",
    "form", "fieldset", "address", "hr",
})  # fmt: skip
_SKIPPED = frozenset({
    "script", "style", "noscript", "template", "iframe", "head", "title", "select", "textarea", "button", "svg",
    "-comment",
})  # fmt: skip
_CELLS = ("td", "th")
CAPTION_MOST = 300
_CELL_MOST = 120
_END = object()


def blocks(node: Any) -> list[str]:
    """The texts of the blocks below a node, in order, white space tidied, none empty.

    A row of short cells is one block, its cells apart by a space; cells that hold blocks or long text are layout, and
    their blocks are blocks of their own. The picture of a table or figure takes its caption with it.
    """
    lines: list[str] = []
    parts: list[str] = []
    for piece in _pieces(node):
        if piece is None:
            _close(parts, lines)
        else:
            parts.append(piece)
    _close(parts, lines)
    return lines


def _close(parts: list[str], lines: list[str]) -> None:
    line = " ".join("".join(parts).split())
    parts.clear()
    if line:
        lines.append(line)


def _pieces(node: Any) -> Iterator[str | None]:
    """Texts, and None where a block begins or ends. A stack, not recursion: pages may nest without end."""
    stack: list[Any] = [node]
    while stack:
        top = stack.pop()
        if top is _END:
            yield None
            continue
        tag = top.tag
        if tag == "-text":
            yield (top.text(deep=False) or "").replace("\n", " ")
        elif tag == "br":
            yield None
        elif tag not in _SKIPPED and not _is_picture(top, tag):
            cell = tag in _CELLS
            block = tag in _BLOCKS or (cell and _is_layout(top.parent))
            if block:
                yield None
                stack.append(_END)
            elif cell:
                yield " "
            stack.extend(reversed(list(top.iter(include_text=True))))


def _is_picture(node: Any, tag: str) -> bool:
    """A table or figure that is there for a picture: what little text it has is the caption."""
    if tag not in ("table", "figure") or node.css_first("img") is None:
        return False
    return len(node.text(deep=True).strip()) <= CAPTION_MOST


def _is_layout(row: Any) -> bool:
    """Whether the cells of this row are boxes of a page rather than entries of a table."""
    if row is None:
        return True
    cells = [cell for cell in row.iter() if cell.tag in _CELLS]
    if len(cells) < 2:
        return True
    return any(
        len(cell.text(deep=True).strip()) > _CELL_MOST or len(cell.css("p, div, table, br, li, h1, h2, h3")) > 1
        for cell in cells
    )
