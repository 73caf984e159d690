"""Templates to HTML. Every value is escaped, and what steers the direction of text is made visible instead.

A page that stands alone carries its style and scripts, each allowed by its hash: an article can bring no other in.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from extractor.view.words import Words
from extractor.write import whole

_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls, and the marks that reorder the text after them (Trojan Source)."""


def visible(value: object) -> object:
    """A text with its hidden controls shown as their numbers; anything else as it is.

    >>> visible("a\\u202eb")
    'a⟨U+202E⟩b'
    """
    if isinstance(value, str) and not isinstance(value, Markup):
        return _HIDDEN.sub(lambda m: f"⟨U+{ord(m[0]):04X}⟩", value)
    return value


@cache
def environment() -> Environment:
    """The templates of the package: all escaped, and a name that a template misspells is an error."""
    return Environment(
        loader=PackageLoader("extractor.view"), autoescape=True, undefined=StrictUndefined, finalize=visible,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip


@cache
def asset(name: str) -> str:
    """A style sheet or script of the package."""
    return (resources.files("extractor.view") / "assets" / name).read_text(encoding="utf-8")


def assets() -> list[str]:
    """The names of all assets."""
    return sorted(f.name for f in (resources.files("extractor.view") / "assets").iterdir() if f.is_file())


def page(template: str, words: Words, **values: Any) -> str:
    """A page that links to its style and scripts, as the service gives them."""
    return _template(template).render(t=words, lang=words.language, alone=None, **values)


def write_standalone(
    path: Path, template: str, words: Words, scripts: tuple[str, ...] = ("view.js",), **values: Any
) -> None:
    """Write a page that is one file, piece by piece, whole or not at all. Raises OutputError."""
    with whole(path) as file:
        for piece in _template(template).generate(_alone(words, scripts, values)):
            file.write(piece.encode())


def _template(name: str) -> Template:
    return environment().get_template(name)


def _alone(words: Words, scripts: tuple[str, ...], values: dict[str, Any]) -> dict[str, Any]:
    styles, sources = [asset("view.css")], [asset(name) for name in scripts]
    policy = "; ".join((
        "default-src 'none'", "img-src data:", "base-uri 'none'", "form-action 'none'",
        "style-src " + " ".join(map(_hash, styles)), "script-src " + " ".join(map(_hash, sources)),
    ))  # fmt: skip
    alone = {"policy": policy, "styles": list(map(Markup, styles)), "scripts": list(map(Markup, sources))}
    return {"t": words, "lang": words.language, "alone": alone, **values}


def _hash(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"
