"""A sidecar: a CSV file that states facts about articles which do not state them, and is believed before they are.

    path,published,title,source
    2019/a.pdf,2019-05-27,Họp báo tháng 5,Chinhphu.vn
    old.zip#b.txt,28/5/2019,,

`path` is the article's path as it was named, or within the input folder; of an article in a file of many, the file's
path, "#", and the member or row. Other columns are published, title, source, author and place; an empty field states
nothing. A column of another name is told (`Sidecar.unread`); one that looks like a misspelling is refused.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

from extractor import model
from extractor.errors import InputError, UsageError
from extractor.read.article import Options
from extractor.read.columns import facts, key_of, values
from extractor.read.encodings import decode
from extractor.read.rows import DELIMITERS, head_of
from extractor.read.text import shown

_FACTS = ("published", "title", "source", "author", "place")
_PARTS = ("date", "title", "source", "author", "place")
"""The lists of names of these columns, as the rules call them."""
_NEAR = 0.85
_SHOWN = 20


class Sidecar:
    """Facts by path. `unused` are the paths that no article had, `unread` the columns that state nothing."""

    def __init__(self, rows: dict[str, model.Article], unread: Sequence[str] = ()) -> None:
        self._rows = rows
        self.unread = unread
        self.unused = set(rows)

    def facts(self, names: Iterable[str]) -> model.Article | None:
        """What is stated of the article that has these names."""
        for name in map(_key, names):
            if name in self._rows:
                self.unused.discard(name)
                return self._rows[name]
        return None

    def over(self, known: model.Article, names: Iterable[str]) -> model.Article:
        """The known facts with the stated ones over them.

        >>> sidecar = Sidecar({"a.txt": model.Article(title="Mới")})
        >>> sidecar.over(model.Article(title="Cũ", place="Huế"), ["in/a.txt", "./a.txt"]).title
        'Mới'
        """
        stated = self.facts(names)
        return known.model_copy(update=stated.model_dump(exclude_none=True)) if stated else known


def read_sidecar(path: str | Path, options: Options) -> Sidecar:
    """The rows of a sidecar. Raises UsageError with every faulty row, or column that looks like a misspelling."""
    name = shown(path)
    try:
        text, _ = decode(Path(path).read_bytes())
    except OSError as error:
        raise UsageError(f"the sidecar {name} cannot be read: {error.strerror or error}") from error
    except InputError as error:
        raise UsageError(f"the sidecar {name}: {error}") from error
    header = head_of(text)
    mark = max(DELIMITERS, key=header.count)
    rows: dict[str, model.Article] = {}
    problems: list[str] = []
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=mark, restkey="")
    column = next((field for field in reader.fieldnames or () if key_of(field) == "path"), None)
    if column is None:
        raise UsageError(f"the sidecar {name} has no column path; its first line should be path,{','.join(_FACTS)}")
    unread = _unread(name, [field for field in reader.fieldnames or () if field and field != column], options)
    for row in reader:
        key = _key(row.pop(column) or "")
        try:
            stated = facts(values(row, options), options)
        except InputError as error:
            problems.append(f"{name}:{reader.line_num}: {error}")
            continue
        if key in rows:
            problems.append(f"{name}:{reader.line_num}: {key} stands twice")
        rows[key] = stated
    if problems:
        raise UsageError("\n".join(problems[:_SHOWN]))
    return Sidecar(rows, unread)


def _unread(sidecar: str, fields: Sequence[str], options: Options) -> list[str]:
    """The columns that state nothing. Raises UsageError for one that nearly has the name of a fact which is missing."""
    known = {key_of(word): part for part in _PARTS for word in options.of(f"{part}_columns")}
    stated = {known[key_of(field)] for field in fields if key_of(field) in known}
    unread = [field for field in fields if key_of(field) not in known]
    for field in unread:
        near = get_close_matches(key_of(field), [word for word in known if known[word] not in stated], 1, _NEAR)
        if near:
            raise UsageError(
                f"the sidecar {sidecar}: {field!r} is no column of a sidecar; did you mean {near[0]!r}? "
                f"Its columns are path,{','.join(_FACTS)}; one that states nothing may have any other name"
            )
    return unread


def _key(path: str) -> str:
    """A path as it is compared: in NFC, with /, without ./ before it."""
    return unicodedata.normalize("NFC", path.strip()).replace("\\", "/").removeprefix("./")
