"""Records as a pandas DataFrame: one row a record, its spans and slots as columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

import pandas as pd
from pydantic import BaseModel

from extractor.model import Action, Figure, Percentage, Ranking, Record

KINDS: dict[str, type[BaseModel]] = {
    "achievements": Figure,
    "targets": Figure,
    "percentages": Percentage,
    "rankings": Ranking,
    "recommendations": Action,
    "conclusions": Action,
}
_ARTICLE = {"article_id": "str", "article_path": "str", "article_published": "datetime64[s]"}


def to_frame(records: Record | Iterable[Record], kind: str) -> pd.DataFrame:
    """One row for each record of this kind, after three columns that say which article it is from.

    A slot within a slot has both names: `quantity_value`, `period_start_date`. The columns and their types are the
    same whatever was found: text is "str", whole numbers "Int64", numbers "Float64", days "datetime64[s]".

    >>> list(to_frame([], "rankings").columns[:5])
    ['article_id', 'article_path', 'article_published', 'start', 'end']
    """
    if kind not in KINDS:
        raise ValueError(f"there is no kind of record {kind!r}; the kinds are {', '.join(KINDS)}")
    dtypes = {**_ARTICLE, **dict(_columns(KINDS[kind]))}
    rows = list(_rows([records] if isinstance(records, Record) else records, kind))
    return pd.DataFrame(
        {name: pd.Series([row.get(name) for row in rows], dtype=dtype) for name, dtype in dtypes.items()}
    )


def _rows(records: Iterable[Record], kind: str) -> Iterator[dict[str, Any]]:
    for record in records:
        article = {
            "article_id": record.id,
            "article_path": record.source.path,
            "article_published": record.article.published,
        }
        for item in getattr(record, kind):
            yield {**article, **dict(_flat(item))}


def _flat(node: BaseModel, prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name in type(node).model_fields:
        value = getattr(node, name)
        if isinstance(value, BaseModel):
            yield from _flat(value, f"{prefix}{name}_")
        else:
            yield prefix + name, value


def _columns(model: type[BaseModel], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Every column that a model's fields give, in their order, with its dtype."""
    for name, field in model.model_fields.items():
        types = list(_members(field.annotation))
        nested = next((t for t in types if isinstance(t, type) and issubclass(t, BaseModel)), None)
        if nested is not None:
            yield from _columns(nested, f"{prefix}{name}_")
        else:
            yield prefix + name, _dtype(types)


def _members(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) in (Union, UnionType):
        for member in get_args(annotation):
            yield from _members(member)
    elif get_origin(annotation) is Literal:
        yield str
    elif annotation is not type(None):
        yield annotation


def _dtype(types: list[Any]) -> str:
    if float in types:
        return "Float64"
    if int in types:
        return "Int64"
    return "datetime64[s]" if date in types else "str"
