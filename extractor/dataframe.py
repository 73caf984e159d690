"""Records as a pandas DataFrame: one row a record, its spans and slots as columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from extractor.model import Record
from extractor.store.columns import TABLES, Type, columns, flat

KINDS = TABLES
_DTYPES: dict[Type, str] = {"text": "str", "int": "Int64", "number": "Float64", "day": "datetime64[s]"}


def to_frame(records: Record | Iterable[Record], kind: str) -> pd.DataFrame:
    """One row for each record of this kind, after three columns that say which article it is from.

    A slot within a slot has both names: `quantity_value`, `period_start_date`. The columns and their types are the
    same whatever was found: text is "str", whole numbers "Int64", numbers "Float64", days "datetime64[s]".

    >>> list(to_frame([], "rankings").columns[:5])
    ['article_id', 'article_path', 'article_published', 'start', 'end']
    """
    if kind not in KINDS:
        raise ValueError(f"there is no kind of record {kind!r}; the kinds are {', '.join(KINDS)}")
    dtypes = {name: _DTYPES[type_] for name, type_ in columns(kind).items()}
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
            yield {**article, **dict(flat(item))}
