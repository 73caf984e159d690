"""The examples in docstrings say what is so."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import extractor

MODULES = sorted(m.name for m in pkgutil.walk_packages(extractor.__path__, "extractor.") if m.name != "extractor.cli")


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS)
    assert result.failed == 0
