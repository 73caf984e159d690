"""Tables of articles: JSON lines, JSON arrays, CSV with named columns. One row, one article; none stops another."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any

from extractor import model
from extractor.errors import EncodingError, InputError, TooLarge
from extractor.read.article import Article, Fault, Options, Piece
from extractor.read.columns import columns, facts, text_of, values
from extractor.read.encodings import decode, inner, vietnamese
from extractor.read.text import LIMIT, sha256, sound

DELIMITERS = ",;\t|"
_HEAD = 64 * 1024
_TOO_DEEP = "its lists or objects lie in each other without end"
_STRAY_BYTES = "surrogateescape"
_ESCAPED = re.compile("[\udc80-\udcff]")


def json_lines(file: IO[bytes], path: str, options: Options, limit: int = LIMIT) -> Iterator[Piece]:
    """One article a line. Lines are read one at a time: a file of any length takes the memory of its longest line."""
    number = 0
    while line := file.readline(limit + 1):
        if not line.strip():
            continue
        number += 1
        if len(line) > limit:
            yield Fault(f"{path}#{number}", TooLarge(f"row {number} is longer than {limit} bytes"), part=str(number))
            _skip_line(file, limit)
            continue
        yield _json_row(line.strip(), number, path, options)


def _skip_line(file: IO[bytes], limit: int) -> None:
    while (rest := file.readline(limit)) and not rest.endswith(b"\n"):
        continue


def _json_row(line: bytes, number: int, path: str, options: Options) -> Piece:
    digest = sha256(line)
    try:
        text, name = decode(line, options.encoding)
        row = _parsed(text, f"row {number}")
    except InputError as error:
        return Fault(f"{path}#{number}", error, digest, str(number))
    return _safely(row, number, path, options, digest, name, "application/jsonl")


def _parsed(text: str, what: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise InputError(f"{what} is no JSON: {error}") from error
    except RecursionError:
        raise InputError(f"{what} cannot be read: {_TOO_DEEP}") from None


def json_array(data: bytes, path: str, options: Options) -> Iterator[Piece]:
    """The objects of one JSON array, or the one object that the file is."""
    text, name = decode(data, options.encoding)
    made = _parsed(text, "this")
    for number, row in enumerate(made if isinstance(made, list) else [made], 1):
        digest = sha256(json.dumps(row, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass"))
        yield _safely(row, number, path, options, digest, name, "application/json")


def table(file: IO[bytes], path: str, options: Options, limit: int = LIMIT) -> Iterator[Piece]:
    """One article a row of a CSV file. Raises InputError where no column is the text."""
    csv.field_size_limit(max(limit, _HEAD))  # it holds for the whole process, also where first lines are looked at
    head = file.read(_HEAD)
    file.seek(0)
    stream, name = _by_row(file) if _is_utf8(head, options) else _whole(file, options, limit)
    header = head_of(_decoded(head, name))
    reader = csv.DictReader(stream, delimiter=delimiter(header, options) or ",", restkey="")
    if "text" not in columns(reader.fieldnames or [], options):
        there, wanted = _shown(reader.fieldnames or []), ", ".join(options.of("text_columns"))
        raise InputError(f"no column is the text; there are: {there}; name one of them: {wanted}")
    rows = iter(reader)
    number = 0
    while True:
        number += 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Fault(f"{path}#{number}", InputError(f"row {number} cannot be read: {error}"), part=str(number))
            continue
        if row is None:
            return
        held = "\x1f".join(str(v) for v in row.values())
        digest = sha256(held.encode("utf-8", _STRAY_BYTES))
        if _ESCAPED.search(held):
            what = f"row {number} holds bytes that are no UTF-8: save the table as UTF-8, or name its --encoding"
            yield Fault(f"{path}#{number}", EncodingError(what), digest, str(number))
        else:
            yield _safely(row, number, path, options, digest, name, "text/csv")


def _is_utf8(head: bytes, options: Options) -> bool:
    """Whether a table is UTF-8, stray bytes or none: no older encoding writes letters of Vietnamese as UTF-8 does."""
    if options.encoding:
        return options.encoding == "utf-8"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)  # its last character may be cut
    except UnicodeDecodeError:
        return vietnamese(head.decode("utf-8", "ignore"))
    return True


def _by_row(file: IO[bytes]) -> tuple[IO[str], str]:
    """UTF-8 row by row; a stray byte is kept as what it is, so that it costs its own row alone."""
    return io.TextIOWrapper(file, encoding="utf-8-sig", errors=_STRAY_BYTES, newline=""), "utf-8"


def _whole(file: IO[bytes], options: Options, limit: int) -> tuple[IO[str], str]:
    """Another encoding must be read whole to be known."""
    data = file.read(limit + 1)
    if len(data) > limit:
        what = f"a table that is no UTF-8 is read whole, and this one is longer than {limit} bytes"
        raise TooLarge(f"{what}: save it as UTF-8")
    text, name = decode(data, options.encoding)
    return io.StringIO(text, newline=""), name


def _decoded(head: bytes, name: str) -> str:
    codec = {"utf-8": "utf-8-sig"}.get(name.split("/")[0], name.split("/")[0])
    try:
        return head.decode(codec, "replace")
    except LookupError:
        return head.decode("latin-1")


def head_of(text: str) -> str:
    """The first line that holds something."""
    return next((line for line in text.splitlines() if line.strip()), "")


def delimiter(header: str, options: Options, least: int = 1) -> str | None:
    """What parts the columns of a header: the mark that gives two or more, one the text, and `least` of known names.

    >>> delimiter("id;text;date", Options(words={"text_columns": ["text"]}))
    ';'
    """
    for mark in DELIMITERS:
        names = next(csv.reader([header], delimiter=mark), [])
        known = columns(names, options)
        if len(names) > 1 and "text" in known and len(known) >= least:
            return mark
    return None


def _safely(row: Any, number: int, path: str, options: Options, digest: str, encoding: str, media_type: str) -> Piece:
    try:
        return _row(row, number, path, options, digest, encoding, media_type)
    except RecursionError:
        return Fault(f"{path}#{number}", InputError(f"row {number} cannot be read: {_TOO_DEEP}"), digest, str(number))
    except Exception as error:  # whatever became of one row must not stop the others
        return Fault(f"{path}#{number}", error, digest, str(number))


def _row(row: Any, number: int, path: str, options: Options, digest: str, encoding: str, media_type: str) -> Article:
    if not isinstance(row, Mapping):
        raise InputError(f"row {number} is no object with named keys")
    parts = values(row, options)
    if "text" not in parts:
        raise InputError(f"row {number} has no text; its keys are {_shown(row)}")
    stated = facts(parts, options)
    try:
        text, name = inner(text_of(parts, stated.author), encoding)
    except EncodingError as error:
        raise EncodingError(f"row {number}: {error}") from error
    sound(text)
    source = model.Source(path=f"{path}#{number}", sha256=digest, media_type=media_type, encoding=name)
    return Article(text, source, stated, parts.get("id", str(number)).replace("/", "_"))


def _shown(names: Iterable[object]) -> str:
    """Names of columns or keys as a message may hold them, whatever stands in them."""
    return ", ".join(map(str, names))[:200].encode("utf-8", "backslashreplace").decode()
