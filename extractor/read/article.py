"""What a reader gives: articles, and faults in the place of articles that cannot be read."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from extractor import model
from extractor.errors import InputError

NO_FACTS = model.Article()
EXTRA = "formats"


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read, before anything of its text is touched.

    `facts` are those that its markup, its columns or a sidecar state. `part` is its place in a file of many articles.
    """

    text: str
    source: model.Source
    facts: model.Article = NO_FACTS
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """An article of a file of many that cannot be read; the others go on."""

    path: str
    error: Exception
    sha256: str | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """The bytes of one article of a format that holds one, not read yet."""

    path: str | None
    data: bytes
    kind: str
    part: str | None = None


Piece = Article | Fault


@dataclass(frozen=True, slots=True)
class Read:
    """What a reader of one format found: the text, the facts, the encoding where there is one."""

    text: str
    encoding: str | None = None
    facts: model.Article = NO_FACTS


@dataclass(frozen=True, slots=True)
class Options:
    """What readers need to know: rows of portals, word lists of the rulebook, the encoding that a user named."""

    portals: Sequence[Any] = ()
    words: Mapping[str, Sequence[str]] = field(default_factory=dict)
    encoding: str | None = None

    def of(self, name: str) -> Sequence[str]:
        """The entries of a word list; none if there is no such list."""
        return self.words.get(name, ())


def need(module: str, what: str) -> ModuleType:
    """A library of the extra `formats`. Raises InputError that says how to install it.

    >>> need("no_such_library", "a PDF")
    Traceback (most recent call last):
    extractor.errors.InputError: this is a PDF; to read it install the extra: pip install 'vn-gov-extractor[formats]'
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        install = f"pip install 'vn-gov-extractor[{EXTRA}]'"
        if not isinstance(error, ModuleNotFoundError):  # it is there, and broken: say so
            raise InputError(f"this is {what}; {module} cannot be used: {error}; install it anew: {install}") from None
        raise InputError(f"this is {what}; to read it install the extra: {install}") from None
