"""A record's bytes are what Python's own json writes, whatever the numbers in it."""

from __future__ import annotations

import json

import pytest

from extractor import model
from extractor.pipeline import Extractor
from extractor.write import record_bytes

TEXT = 'Tỉnh có 5 xã, ông An nói: "Đã xong 12,5%".'


@pytest.mark.parametrize("value", [5, 0.1, 0.0001, 0.00001, 1.5e-7, 1e15, 1e16, 1.5e22, 10**30, float("inf")])
def test_bytes(ex: Extractor, value: float) -> None:
    record = ex.extract(TEXT)
    mentions: list[model.Mention] = [
        m.model_copy(update={"value": value, "unit": 'a"\\\n\x1f'}) if m.type == "quantity" else m
        for m in record.mentions
    ]
    record = record.model_copy(update={"mentions": mentions})
    plain = json.dumps(record.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"
    assert record_bytes(record) == plain.encode()
    assert record_bytes(record).endswith(b"}\n")
