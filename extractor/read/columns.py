"""Named columns and keys to articles: which column is the text, the title, the day is a list of the rulebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from extractor import model
from extractor.errors import InputError
from extractor.read.article import Options
from extractor.read.text import writable
from extractor.read.words import find_day, name_of

PARTS = ("text", "title", "lead", "date", "author", "source", "place", "id")


def key_of(name: object) -> str:
    """A column's name as it is compared: small letters, one kind of gap.

    >>> key_of("Tiêu_đề "), key_of("\\ufeffPublish-Date")
    ('tiêu đề', 'publish date')
    """
    return " ".join(str(name).strip("\ufeff ").lower().replace("_", " ").replace("-", " ").split())


def columns(names: Iterable[object], options: Options) -> dict[str, object]:
    """Which of these names holds which part; the names of one part are tried in the order of their list."""
    there = {key_of(name): name for name in names}
    found: dict[str, object] = {}
    for part in PARTS:
        for wanted in map(key_of, options.of(f"{part}_columns")):
            if wanted in there and part not in found and there[wanted] not in found.values():
                found[part] = there[wanted]
    return found


def values(row: Mapping[Any, Any], options: Options) -> dict[str, str]:
    """The parts of an article that a row holds, as text. Raises InputError for what is no character."""
    found = columns(row, options)
    made = {part: _text(row.get(name)) for part, name in found.items()}
    for value in made.values():
        writable(value)
    return {part: value for part, value in made.items() if value}


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "\n".join(map(_text, value))
    return value.isoformat() if isinstance(value, date | datetime) else str(value).strip()


def facts_of(row: Mapping[Any, Any], options: Options) -> model.Article:
    """The facts that the columns of a row, or the keys of a front matter, state."""
    return facts(values(row, options), options)


def facts(parts: Mapping[str, str], options: Options) -> model.Article:
    """Raises InputError for a day that is none: a wrong one would date everything in the article."""
    day = find_day(parts["date"], options) if "date" in parts else None
    if "date" in parts and day is None:
        raise InputError(f"{parts['date']!r} is no day; write it as 2019-06-20 or 20/6/2019")
    return model.Article(
        title=parts.get("title"), published=day, place=parts.get("place"), source=parts.get("source"),
        author=name_of(parts["author"], options) if "author" in parts else None,
    )  # fmt: skip


def text_of(parts: Mapping[str, str], author: str | None) -> str:
    """The article as it is read: title, lead and text, none of them twice; the byline last.

    >>> text_of({"title": "Họp báo", "text": "Họp báo\\nSáng nay, tỉnh họp."}, "Hà")
    'Họp báo\\nSáng nay, tỉnh họp.\\nHà'
    """
    text = parts["text"]
    titled = "title" in parts and text.startswith(parts["title"])
    above = (parts[name] for name in ("title", "lead") if name in parts and not titled)
    head = [part for part in above if not text.startswith(part)]
    tail = [author] if author and not text.rstrip(" .)").endswith(author) else []
    return "\n".join([*head, text, *tail])
