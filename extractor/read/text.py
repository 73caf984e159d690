"""A text file, or standard input, to its text: the size limit, what the operating system says, what is no text."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from pathlib import Path
from typing import NamedTuple

from extractor import model
from extractor.errors import EmptyInput, InputError, TooLarge, UnreadableInput
from extractor.read.encodings import decode

LIMIT = 16 * 1024 * 1024
"""The largest input, in bytes. A press release has some ten thousand; what is larger is no single article."""

LINE_LIMIT = 100_000
"""The longest line, in characters: the segmenter takes a line at once, and its memory grows with it."""

STDIN = "-"
"""The name that stands for standard input."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CONTROLS_ALLOWED = 0.01
_HALF = re.compile("[\ud800-\udfff]")


class Source(NamedTuple):
    """One article as read, before anything of its text is touched."""

    text: str
    source: model.Source


def read_file(path: str | Path, *, limit: int = LIMIT, encoding: str | None = None) -> Source:
    """The text of a text file, or of standard input for "-". Raises InputError."""
    return read_bytes(load(path, limit=limit), path=shown(path), limit=limit, encoding=encoding)


def load(path: str | Path, *, limit: int = LIMIT) -> bytes:
    """The bytes of a file, or of standard input for "-"; never more than the limit is held in memory."""
    try:
        if str(path) == STDIN:
            data = sys.stdin.buffer.read(limit + 1)
        else:
            with Path(path).open("rb") as file:
                within(os.fstat(file.fileno()).st_size, limit)
                data = file.read(limit + 1)
    except OSError as error:
        raise UnreadableInput(f"it cannot be read: {error.strerror or error}") from error
    except ValueError as error:  # a NUL in the name, or standard input is closed
        raise UnreadableInput(f"it cannot be read: {error}") from error
    within(len(data), limit)
    return data


def read_bytes(data: bytes, *, path: str | None = None, limit: int = LIMIT, encoding: str | None = None) -> Source:
    """The text that these bytes hold; `encoding` decides. Raises InputError where they hold none."""
    within(len(data), limit)
    if not data:
        raise EmptyInput("the file is empty")
    text, name = decode(data, encoding)
    sound(text)
    return Source(text, model.Source(path=path, sha256=sha256(data), encoding=name))


def sound(text: str) -> None:
    """Raises InputError for a text that holds nothing, is none, or has lines that are too long to be taken at once."""
    if not text.strip("\ufeff\u200b\u00ad \t\r\n\f\v\u00a0"):
        raise EmptyInput("the file holds only white space")
    writable(text)
    _text_only(text)
    _lineswithin(text)


def writable(text: str) -> None:
    """Raises InputError for half of a surrogate pair: it is no character, and no file can hold it.

    >>> writable("a \\ud83d b")
    Traceback (most recent call last):
    extractor.errors.InputError: character 2 is \\ud83d, half of a pair and no character: write both or neither
    """
    half = _HALF.search(text)
    if half:
        what = f"character {half.start()} is \\u{ord(half[0]):04x}, half of a pair and no character"
        raise InputError(f"{what}: write both or neither")


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def article_id(digest: str) -> str:
    """The id of an article, from the SHA-256 of its bytes: the same bytes always have the same id."""
    return digest[:16]


def shown(path: str | Path) -> str:
    """A path as text that every JSON reader takes, also where its name is no valid UTF-8."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def within(size: int, limit: int) -> None:
    """Raises TooLarge for more bytes than the limit."""
    if size > limit:
        mib = f"{limit / 1024 / 1024:g}"
        mend = "give each article a file of its own"
        raise TooLarge(f"it is larger than the limit of {mib} MiB ({limit} bytes): {mend}")


def _lineswithin(text: str) -> None:
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > LINE_LIMIT:
            what = f"line {number} has {len(line)} characters, the limit for one line is {LINE_LIMIT}"
            raise TooLarge(f"{what}: give each paragraph a line of its own")


def _text_only(text: str) -> None:
    """A stray control character is forgiven; many of them mean that this is no text."""
    first = _CONTROL.search(text)
    if first is None:
        return
    count = len(_CONTROL.findall(text))
    if count > max(1, len(text) * _CONTROLS_ALLOWED):
        at = len(text[: first.start()].encode())
        raise InputError(f"this is no text: {count} control characters in {len(text)} characters", byte=at)
