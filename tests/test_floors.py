"""No figure of the gold articles lies below its floor."""

from __future__ import annotations

import json
import os

import pytest

from tests.conftest import SHARED
from tests.score import FLOORS, below, flat, measure


@pytest.mark.slow
def test_no_score_lies_below_its_floor() -> None:
    if not (SHARED / "gold").is_dir() and "EXTRACTOR_SHARED" not in os.environ:
        pytest.skip("the shared gold articles are not beside the checkout; with EXTRACTOR_SHARED=DIR this fails")
    assert list((SHARED / "gold").glob("*.json")), f"{SHARED}/gold: nothing to score"
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    assert below(flat(measure(SHARED)), floors) == []
