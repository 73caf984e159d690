"""What tests share: the extractor, loaded once; where samples, their reviewed answers and the shared articles are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import extractor

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
GOLD_SAMPLES = ROOT / "tests" / "gold_samples"
SHARED = Path(os.environ.get("EXTRACTOR_SHARED", ROOT.parent / "shared"))
"""The shared corpus and gold beside the checkout; tests that need them skip where they are absent."""


@pytest.fixture(scope="session")
def ex() -> extractor.Extractor:
    """The extractor with the packaged rules."""
    return extractor.Extractor()
