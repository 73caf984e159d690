"""The examples in docstrings say what is so."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import extractor

MODULES = sorted(m.name for m in pkgutil.walk_packages(extractor.__path__, "extractor.") if m.name != "extractor.cli")

EXTRAS = {"fastapi", "starlette", "uvicorn", "matplotlib", "pyarrow"}


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name: str) -> None:
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in EXTRAS:
            raise
        pytest.skip(f"needs {error.name}")
    result = doctest.testmod(module, optionflags=doctest.ELLIPSIS)
    assert result.failed == 0
