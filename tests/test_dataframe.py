"""Records as a table: the same columns and types whatever was found."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import extractor
from extractor import Record, to_frame
from extractor.dataframe import KINDS

SAMPLES = Path(__file__).parent.parent / "samples"


@pytest.fixture(scope="module")
def records() -> list[Record]:
    texts = [p.read_text(encoding="utf-8") for p in sorted(SAMPLES.glob("*.txt"))]
    return list(extractor.Extractor().pipe(texts, published="2019-06-20"))


@pytest.mark.parametrize("kind", KINDS)
def test_one_row_a_record(records: list[Record], kind: str) -> None:
    frame = to_frame(records, kind)
    found = [(record, item) for record in records for item in getattr(record, kind)]
    assert len(frame) == len(found)
    assert list(frame["id"]) == [item.id for _, item in found]
    assert list(frame["article_id"]) == [record.id for record, _ in found]
    assert list(frame["text"]) == [item.text for _, item in found]


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_frame_has_the_same_columns_and_types(records: list[Record], kind: str) -> None:
    empty = to_frame([], kind)
    assert len(empty) == 0
    assert empty.dtypes.equals(to_frame(records, kind).dtypes)
    assert list(empty.columns[:3]) == ["article_id", "article_path", "article_published"]


def test_slots_within_slots_have_both_names_and_proper_types(records: list[Record]) -> None:
    dtypes = to_frame(records, "achievements").dtypes.astype(str)
    wanted = {
        "article_published": "datetime64[s]",
        "start": "Int64",
        "text": "str",
        "quantity_start": "Int64",
        "quantity_value": "Float64",
        "quantity_unit_kind": "str",
        "indicator": "str",
        "period_start_date": "datetime64[s]",
        "comparison_period_end_date": "datetime64[s]",
    }
    assert {name: dtypes[name] for name in wanted} == wanted
    assert to_frame([], "rankings").dtypes.astype(str)["rank"] == "Int64"
    assert "speaker_organization" in to_frame([], "conclusions")


def test_values_are_those_of_the_records(records: list[Record]) -> None:
    frame = to_frame(records, "achievements")
    items = [item for record in records for item in record.achievements]
    for (_, row), item in zip(frame.iterrows(), items, strict=True):
        assert row["quantity_value"] == item.quantity.value
        start = item.period.start_date if item.period else None
        assert pd.isna(row["period_start_date"]) if start is None else row["period_start_date"].date() == start
    published = [str(record.article.published) for record in records for _ in record.achievements]
    assert [str(day.date()) if pd.notna(day) else "None" for day in frame["article_published"]] == published


def test_one_record_or_a_generator_will_do(records: list[Record]) -> None:
    for record in records:
        assert len(to_frame(record, "conclusions")) == len(record.conclusions)
    assert to_frame(iter(records), "rankings").equals(to_frame(records, "rankings"))


def test_an_unknown_kind_is_answered_with_the_kinds() -> None:
    with pytest.raises(ValueError, match="'achievment'; the kinds are achievements, targets"):
        to_frame([], "achievment")
