"""What tests share: the extractor, loaded once; where samples, their reviewed answers and the shared articles are."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

import extractor
from extractor.caching import VARIABLE

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
GOLD_SAMPLES = ROOT / "tests" / "gold_samples"
SHARED = Path(os.environ.get("EXTRACTOR_SHARED", ROOT.parent / "shared"))
"""The shared corpus and gold beside the checkout; tests that need them skip where they are absent."""


def pytest_configure(config: pytest.Config) -> None:
    """The tests keep what they make in a folder of their own, one for all their processes."""
    if VARIABLE not in os.environ:
        os.environ[VARIABLE] = folder = tempfile.mkdtemp(prefix="extractor-tests-")
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


@pytest.fixture(scope="session")
def ex() -> extractor.Extractor:
    """The extractor with the packaged rules."""
    return extractor.Extractor()
