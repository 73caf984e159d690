"""Vietnamese government press releases in, structured and checkable JSON out.

The public names, all there are; each is imported when it is first used, so that `import extractor` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.component import nlp
    from extractor.dataframe import to_frame
    from extractor.errors import ExtractorError, InputError, RuleError
    from extractor.model import Record, Span
    from extractor.pipeline import Extractor

    __version__: str

_HOMES = {
    "Extractor": "pipeline",
    "ExtractorError": "errors",
    "InputError": "errors",
    "Record": "model",
    "RuleError": "errors",
    "Span": "model",
    "nlp": "component",
    "to_frame": "dataframe",
}

__all__ = ["Extractor", "ExtractorError", "InputError", "Record", "RuleError", "Span", "__version__", "nlp", "to_frame"]


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import version

        return version("vn-gov-extractor")
    if name not in _HOMES:
        raise AttributeError(f"module 'extractor' has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(f"extractor.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
