"""The tables of an archive: one for each type of record, its columns read off the models of the contract.

A slot within a slot has both names: `quantity_value`, `period_start_date`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from extractor.model import Action, Figure, Percentage, Ranking

Type = Literal["text", "int", "number", "day"]

TABLES: dict[str, type[BaseModel]] = {
    "achievements": Figure,
    "targets": Figure,
    "percentages": Percentage,
    "rankings": Ranking,
    "recommendations": Action,
    "conclusions": Action,
}
ARTICLE: dict[str, Type] = {"article_id": "text", "article_path": "text", "article_published": "day"}
"""What stands before a record's own columns: which article it is from."""


_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def inert(value: Any) -> Any:
    """A value for a CSV file: a text that a spreadsheet would compute gets an apostrophe before it, a day is ISO text.

    >>> inert("=1+1"), inert(-2), inert(date(2019, 5, 27))
    ("'=1+1", -2, '2019-05-27')
    """
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value.isoformat() if isinstance(value, date) else value


@cache
def columns(kind: str) -> dict[str, Type]:
    """The columns of a table in their order, with their types; the article's come first.

    >>> list(columns("rankings").items())[3:7]
    [('start', 'int'), ('end', 'int'), ('text', 'text'), ('id', 'text')]
    """
    return {**ARTICLE, **dict(_columns(TABLES[kind]))}


def flat(node: BaseModel, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Each filled column of a record with its value."""
    for name in type(node).model_fields:
        value = getattr(node, name)
        if isinstance(value, BaseModel):
            yield from flat(value, f"{prefix}{name}_")
        elif value is not None:
            yield prefix + name, value


def _columns(model: type[BaseModel], prefix: str = "") -> Iterator[tuple[str, Type]]:
    for name, field in model.model_fields.items():
        types = list(_members(field.annotation))
        nested = next((t for t in types if isinstance(t, type) and issubclass(t, BaseModel)), None)
        if nested is not None:
            yield from _columns(nested, f"{prefix}{name}_")
        else:
            yield prefix + name, _type(types)


def _members(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) in (Union, UnionType):
        for member in get_args(annotation):
            yield from _members(member)
    elif get_origin(annotation) is Literal:
        yield str
    elif annotation is not type(None):
        yield annotation


def _type(types: list[Any]) -> Type:
    if float in types:
        return "number"
    if int in types:
        return "int"
    return "day" if date in types else "text"
