"""The measured confidence of rules, written into the records that they made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from extractor.model import Evidence, Record

E = TypeVar("E", bound=Evidence)


def rated(record: Record, confidence: Mapping[str, float]) -> Record:
    """The record with the confidence of each rule that was measured."""

    def rate(items: list[E]) -> list[E]:
        known = (confidence.get(item.rule) for item in items)
        return [i if c is None else i.model_copy(update={"confidence": c}) for i, c in zip(items, known, strict=True)]

    return record.model_copy(
        update={
            "achievements": rate(record.achievements),
            "targets": rate(record.targets),
            "percentages": rate(record.percentages),
            "rankings": rate(record.rankings),
            "recommendations": rate(record.recommendations),
            "conclusions": rate(record.conclusions),
        }
    )
