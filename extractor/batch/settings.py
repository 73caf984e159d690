"""What a run was asked for, in a form that goes to other processes, and the mark that it leaves on every line."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import extractor
from extractor.model import SCHEMA_VERSION, Article
from extractor.read.text import LIMIT
from extractor.rulebook.loader import CONFIDENCE, packaged

TIMEOUT = 120.0
"""Seconds for one article, where nothing else is said; a press release takes some hundredths of one."""

_DECIDING = ("underthesea", "underthesea-core", "regex", "python-docx", "pypdfium2", "selectolax", "trafilatura")


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of a run that decide what comes out; `timeout` only decides whether it does."""

    rules: tuple[str, ...] = ()
    published: date | None = None
    limit: int = LIMIT
    encoding: str | None = None
    timeout: float | None = TIMEOUT

    def made_with(self, rules_version: str) -> str:
        """Changes with everything that could change a record of the same bytes."""
        what = (SCHEMA_VERSION, program(), rules_version, self.published, self.limit, self.encoding)
        return hashlib.sha256(repr(what).encode()).hexdigest()[:16]


NO_LIMIT = Settings(timeout=None)


def stated_with(made_with: str, stated: Article | None) -> str:
    """The same for an article of which facts are stated elsewhere: they may change, where its bytes do not."""
    if stated is None:
        return made_with
    return hashlib.sha256(f"{made_with} {stated.model_dump_json()}".encode()).hexdigest()[:16]


@cache
def program() -> str:
    """Names the exact program: its own code, and the versions of the packages that decide words and texts."""
    digest = hashlib.sha256()
    home = Path(extractor.__file__).parent
    for file in [*sorted(home.rglob("*.py")), packaged() / CONFIDENCE]:
        digest.update(f"{file.name}\n".encode() + (file.read_bytes() if file.is_file() else b""))
    for package in _DECIDING:
        digest.update(f"{package} {_version(package)}\n".encode())
    return digest.hexdigest()[:16]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"
