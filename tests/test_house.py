"""The house rules that a machine can check (CONTRIBUTING.md)."""

from __future__ import annotations

from pathlib import Path

import pytest

import extractor

ROOT = Path(extractor.__file__).parent
LINES_MOST = 300


@pytest.mark.parametrize("module", sorted(ROOT.rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_stays_small(module: Path) -> None:
    lines = module.read_text(encoding="utf-8").count("\n")
    assert lines < LINES_MOST, f"{module} has {lines} lines: part it"
