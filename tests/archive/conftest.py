"""One output folder of the samples, and copies of it to spoil."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor import Extractor
from extractor.batch import run
from extractor.read.inputs import discover
from tests.conftest import SAMPLES


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, ex: Extractor) -> Path:
    """The output of a run over the samples; not to be changed."""
    out = tmp_path_factory.mktemp("made") / "out"
    run(discover(sorted(SAMPLES.glob("*.txt")), out), out, ex)
    return out


@pytest.fixture
def copy(made: Path, tmp_path: Path) -> Callable[[str], Path]:
    """A copy of it under this name."""

    def copied(name: str) -> Path:
        return shutil.copytree(made, tmp_path / name)

    return copied
