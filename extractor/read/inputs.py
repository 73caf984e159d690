"""What the command line names, as an ordered list of inputs, and the place of each one's record.

A folder gives its files of the formats that are read, in the order of their paths, and the documents that are refused,
each by name; a linked folder is entered once. Hidden entries are left out; so are other files, and what this program
wrote itself: these are told (`LeftOut`).

A record lies at `records/<path inside the input folder, without suffix>.json`; where two inputs would share a place,
both keep their suffix; where that is not enough, they go below their folder's name; then they are numbered.
The articles of a file of many have a folder, `records/<path with suffix>/`, and in it their member's path or row's id;
where something else lies there, the folder's name ends in `.many`.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from extractor.errors import UsageError
from extractor.read import own
from extractor.read.formats import REFUSED_SUFFIXES, SUFFIXES
from extractor.read.text import STDIN, shown

RECORDS = "records"


@dataclass(frozen=True, slots=True)
class Input:
    """One article to read: `inside` is its path within the input folder `folder`. `fault`: it cannot even be listed."""

    path: Path
    inside: PurePosixPath
    folder: str
    fault: str | None = None

    @property
    def name(self) -> str:
        return shown(self.path)

    @property
    def key(self) -> str:
        """The same for one file however it is spelt."""
        return STDIN if self.name == STDIN else os.path.abspath(self.path)  # noqa: PTH100


@dataclass(slots=True)
class LeftOut:
    """Files of folders that were not taken: those of `unknown` formats, and those that this program wrote (`own`)."""

    unknown: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)


def discover(
    named: Sequence[str | Path], out: Path, *, besides: Sequence[Path] = (), left_out: LeftOut | None = None
) -> list[Input]:
    """The inputs in order, each once; files of `besides`, such as a sidecar, are none. `left_out` is told the others.

    Raises UsageError for a folder that holds no article.
    """
    avoid = {_real(out / RECORDS)} | ({_real(out)} - {_real(Path(n)) for n in named})
    none = set(map(_real, besides))
    told = LeftOut() if left_out is None else left_out
    found: dict[str, Input] = {}
    for name in named:
        for item in _named(Path(name), _real(out / RECORDS), _Walk(Path(name), avoid | none, told)):
            if _real(item.path) in none:
                continue
            found.setdefault(item.key, item)
    return list(found.values())


def _named(path: Path, records: Path, walk: _Walk) -> list[Input]:
    if str(path) == STDIN:
        return [Input(path, PurePosixPath("stdin"), "")]
    if _real(path).is_relative_to(records):
        raise UsageError(f"{shown(path)}: this is inside the output folder; name the articles, not their records")
    if not _is_dir(path):
        return [Input(path, PurePosixPath(shown(path.name)), shown(_real(path.parent).name))]
    items = sorted(walk.below(path), key=lambda item: item.inside.parts)
    if not items:
        wanted = ", ".join(f"*{suffix}" for suffix in SUFFIXES)
        raise UsageError(f"{shown(path)}: no article in this folder or below it; looked for {wanted}, not hidden")
    return items


class _Walk:
    """A walk through a folder. `avoid` grows by every folder that was entered, so that links cannot loop."""

    def __init__(self, root: Path, avoid: set[Path], left_out: LeftOut) -> None:
        self._root, self._avoid, self._left_out = root, avoid, left_out

    def below(self, folder: Path) -> Iterator[Input]:
        """The articles below a folder."""
        self._avoid.add(_real(folder))
        try:
            entries = sorted(folder.iterdir())
        except OSError as error:
            yield _item(folder, self._root, f"this folder cannot be read: {error.strerror or error}")
            return
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if _is_dir(entry):
                if _real(entry) not in self._avoid:
                    yield from self.below(entry)
            elif self._takes(entry):
                yield _item(entry, self._root)

    def _takes(self, file: Path) -> bool:
        suffix = file.suffix.lower()
        if suffix in own.SUFFIXES and own.is_own(_head(file)):
            self._left_out.own.append(shown(file))
            return False
        if suffix in SUFFIXES + REFUSED_SUFFIXES and (file.is_file() or not file.exists()):
            return True
        if _real(file) not in self._avoid:
            self._left_out.unknown.append(shown(file))
        return False


def _item(path: Path, root: Path, fault: str | None = None) -> Input:
    parts = [shown(part) for part in path.relative_to(root).parts]
    return Input(path, PurePosixPath(*parts), shown(_real(root).name), fault)


def _head(file: Path) -> bytes:
    """The first bytes of a file; none of what cannot be read, or is a pipe."""
    try:
        if file.is_file():
            with file.open("rb") as stream:
                return stream.read(own.HEAD)
    except OSError:
        pass  # it fails when it is read, by name
    return b""


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))  # unlike Path.resolve it gives a looping link back as it is


def _is_dir(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def record_paths(inputs: Sequence[Input]) -> list[PurePosixPath]:
    """For each input the path of its record, relative to the output folder; no two are the same anywhere.

    >>> a, b = (Input(Path(n), PurePosixPath(n), "in") for n in ("a.txt", "b/a.txt"))
    >>> [str(p) for p in record_paths([a, b])]
    ['records/a.json', 'records/b/a.json']
    """
    levels = [0] * len(inputs)
    while True:
        keys = [_key(_candidate(item, level)) for item, level in zip(inputs, levels, strict=True)]
        shared = Counter(keys)
        raised = [min(2, level + (shared[key] > 1)) for key, level in zip(keys, levels, strict=True)]
        if raised == levels:
            break
        levels = raised
    taken = {key for key, count in shared.items() if count == 1}
    return [_free(_candidate(item, level), taken, shared) for item, level in zip(inputs, levels, strict=True)]


def _candidate(item: Input, level: int) -> PurePosixPath:
    inside = item.inside if level else item.inside.with_suffix("")
    return PurePosixPath(RECORDS, *([item.folder] if level == 2 and item.folder else []), f"{inside}.json")


def _key(path: PurePosixPath) -> str:
    """What a file system that ignores case, or the form of an accent, would take for the same."""
    return unicodedata.normalize("NFC", str(path)).casefold()


def _free(path: PurePosixPath, taken: set[str], shared: Counter[str]) -> PurePosixPath:
    if shared[_key(path)] == 1:
        return path
    number, free = 1, path
    while _key(free) in taken:
        number += 1
        free = path.with_name(f"{path.stem}~{number}.json")
    taken.add(_key(free))
    return free


_NO_NAME = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')
_NAME_MOST = 100
_MANY = ".many"


def record_folders(inputs: Sequence[Input], places: Sequence[PurePosixPath]) -> list[PurePosixPath]:
    """For each input the folder of its articles, should it hold many. `places` are those of `record_paths`.

    No two are the same; no other input's record lies there, and none below.

    >>> rows = [Input(Path(n), PurePosixPath(n), "in") for n in ("a.csv", "a.csv.csv", "x.zip", "x.zip/b.txt")]
    >>> [str(folder) for folder in record_folders(rows, record_paths(rows))]
    ['records/a.csv', 'records/a.csv.csv', 'records/x.zip.many', 'records/x.zip/b.txt']
    """
    records = set(map(_key, places))
    taken = {_key(folder) for folder in {above for place in places for above in place.parents}}
    return [_own(item, place, records, taken) for item, place in zip(inputs, places, strict=True)]


def _own(item: Input, place: PurePosixPath, records: set[str], taken: set[str]) -> PurePosixPath:
    name, suffix = place.name.removesuffix(".json"), item.inside.suffix
    has_suffix = suffix and name == item.inside.name
    folder = place.with_name(name if has_suffix else name + (suffix or _MANY))
    while (key := _key(folder)) in taken or (key in records and key != _key(place)):
        folder = folder.with_name(folder.name + _MANY)
    taken.add(key)
    return folder


class Places:
    """The places of the records of one file of many, below the folder that stands for it; no two are the same."""

    def __init__(self, folder: PurePosixPath) -> None:
        self.folder = folder
        self._taken: set[str] = set()

    def place(self, part: str) -> PurePosixPath:
        """The place of a member or row.

        >>> places = Places(PurePosixPath("records/a.zip"))
        >>> str(places.place("2019/b.html")), str(places.place("2019/B.html"))
        ('records/a.zip/2019/b.html.json', 'records/a.zip/2019/B.html~2.json')
        """
        names = [_NO_NAME.sub("_", name)[:_NAME_MOST].strip(" ") for name in part.split("/")]
        inside = [name for name in names if name.strip(".")] or ["_"]
        number, free = 1, self.folder.joinpath(*inside[:-1], f"{inside[-1]}.json")
        while _key(free) in self._taken:
            number += 1
            free = self.folder.joinpath(*inside[:-1], f"{inside[-1]}~{number}.json")
        self._taken.add(_key(free))
        return free
