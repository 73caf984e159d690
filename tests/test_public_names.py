"""The names that others build on. Taking one away, or renaming it, breaks them: it fails here first."""

from __future__ import annotations

import inspect
import subprocess
import sys
from collections.abc import Callable

import pytest

import extractor

NAMES = [
    "Extractor",
    "ExtractorError",
    "InputError",
    "Record",
    "RuleError",
    "Span",
    "__version__",
    "nlp",
    "to_frame",
]


def test_the_public_names() -> None:
    assert extractor.__all__ == NAMES
    assert dir(extractor) == NAMES
    for name in NAMES:
        assert getattr(extractor, name) is not None


def test_a_star_import_gives_all_of_them() -> None:
    space: dict[str, object] = {}
    exec("from extractor import *", space)
    assert set(NAMES) <= set(space)


def test_a_name_that_is_none_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'extractor' has no attribute 'Extracter'"):
        extractor.Extracter  # noqa: B018


def test_signatures() -> None:
    def names(of: Callable[..., object]) -> list[str]:
        return list(inspect.signature(of).parameters)

    assert names(extractor.Extractor) == ["rules", "packaged"]
    assert names(extractor.Extractor.extract)[:3] == ["self", "text", "published"]
    assert names(extractor.Extractor.pipe) == ["self", "texts", "published"]
    assert names(extractor.to_frame) == ["records", "kind"]


def test_every_error_is_an_extractor_error() -> None:
    assert issubclass(extractor.RuleError, extractor.ExtractorError)
    assert issubclass(extractor.InputError, extractor.ExtractorError)


def test_a_module_of_the_package_is_still_reachable() -> None:
    code = "import extractor, extractor.errors; print(extractor.errors.InputError is extractor.InputError)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"
