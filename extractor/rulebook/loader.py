"""Folders of YAML to a `Rulebook`. Every problem of every file is found before anything is refused."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from extractor.alphabet import Alphabet
from extractor.errors import Problem, RuleError
from extractor.messages import say
from extractor.rulebook.book import Rulebook
from extractor.rulebook.compile import Compiler
from extractor.rulebook.compiling import RuleMaker
from extractor.rulebook.drafts import in_order
from extractor.rulebook.reading import FileReader
from extractor.rulebook.rules import Rule
from extractor.rulebook.source import SourceFile, load
from extractor.rulebook.tables import Row

CONFIDENCE = "confidence.json"


def packaged() -> Traversable:
    """The folder of the rules that ship with the package."""
    return resources.files("extractor.rules")


def packaged_bytes() -> bytes:
    """All that the packaged rules are made of, so that a change of any byte can be seen without reading the rules."""
    measured = packaged() / CONFIDENCE
    files = [*_walk(packaged(), "rules"), *([(CONFIDENCE, measured)] if measured.is_file() else [])]
    return b"\0".join(part for name, file in files for part in (name.encode(), file.read_bytes()))


def read_folder(folder: Traversable | Path, layer: int = 0) -> list[SourceFile]:
    """All `.yaml` files below a folder, in the order of their paths. Raises RuleError where there are none."""
    if not folder.is_dir():
        raise _no_folder(folder, "folder.file" if folder.is_file() else "folder.missing")
    files = [_read_file(name, file, layer) for name, file in _walk(folder, _shown(folder))]
    if not files:
        raise _no_folder(folder, "folder.empty")
    return files


def _no_folder(folder: Traversable | Path, key: str) -> RuleError:
    return RuleError([Problem(str(folder), 1, 1, say(key), mend=say(f"{key}.mend"))])


def _read_file(name: str, file: Traversable, layer: int) -> SourceFile:
    try:
        return load(name, file.read_text(encoding="utf-8-sig"), layer)
    except UnicodeDecodeError:
        faulty = SourceFile(name, [], layer=layer)
        faulty.complain((), say("file.encoding"), mend=say("file.encoding.mend"))
        return faulty


def _shown(folder: Traversable | Path) -> str:
    return str(folder) if isinstance(folder, Path) and folder != packaged() else "rules"


def _walk(folder: Traversable | Path, prefix: str) -> Iterable[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}/{entry.name}")
        elif entry.name.endswith((".yaml", ".yml")):
            yield f"{prefix}/{entry.name}", entry


def load_files(folders: Sequence[str | Path] = (), *, packaged_too: bool = True) -> list[SourceFile]:
    """The files of the packaged rules and of these folders, which lie over them in this order."""
    layers = [packaged()] if packaged_too else []
    return [file for layer, folder in enumerate([*layers, *map(Path, folders)]) for file in read_folder(folder, layer)]


def load_rulebook(folders: Sequence[str | Path] = (), *, packaged_too: bool = True) -> Rulebook:
    """The packaged rules with these folders laid over them: rows and words are added, rules replaced by their id.

    Raises RuleError with every problem of every file.
    """
    return build_rulebook(load_files(folders, packaged_too=packaged_too))


def build_rulebook(files: Sequence[SourceFile]) -> Rulebook:
    """The rulebook of files that were read already. Raises RuleError with every problem of every file."""
    reader = FileReader()
    for file in files:
        reader.read(file)
    tables = reader.tables()
    alphabet = _alphabet(tables, reader.lists)
    names = sorted([*reader.lists, *tables])
    rules = _rules(Compiler(alphabet, Resolver(reader.lists, tables), names), reader)
    problems = [problem for file in files for problem in file.problems]
    if problems:
        raise RuleError(problems)
    off = {key: d.row.off for key, d in reader.drafts.items() if d.row.off}
    own = {key for key, draft in reader.drafts.items() if draft.file.layer}
    confidence = {key: value for key, value in _measured(files).items() if key not in own}
    return Rulebook(
        alphabet, tables, reader.lists, rules, _version(files), off, reader.rows, reader.list_places, confidence
    )


def _measured(files: Sequence[SourceFile]) -> dict[str, float]:
    """How right the packaged rules were when `rules report` last measured them. A replaced rule is another rule."""
    file = packaged() / CONFIDENCE
    if not any(f.name.startswith("rules/") and f.layer == 0 for f in files) or not file.is_file():
        return {}
    measured: dict[str, float | None] = json.loads(file.read_text(encoding="utf-8"))["rules"]
    return {key: value for key, value in measured.items() if value is not None}


class Resolver:
    """The entries of a word list, or all words of a table, by its name."""

    def __init__(self, lists: dict[str, list[str]], tables: dict[str, list[Row]]) -> None:
        self._lists, self._tables = lists, tables

    def __call__(self, name: str) -> list[str] | None:
        if name in self._lists:
            return self._lists[name]
        return [word for row in self._tables[name] for word in row.words] if name in self._tables else None


def _alphabet(tables: dict[str, list[Row]], lists: dict[str, list[str]]) -> Alphabet:
    alphabet = Alphabet()
    alphabet.learn(word for rows in tables.values() for row in rows for word in row.words)
    alphabet.learn(word for words in lists.values() for word in words)
    return alphabet


def _rules(compiler: Compiler, reader: FileReader) -> list[Rule]:
    return RuleMaker(compiler).make(in_order(reader.drafts.values()))


def _version(files: Sequence[SourceFile]) -> str:
    digest = hashlib.sha256()
    for file in files:
        name = file.name.split("/", 1)[-1] if not file.layer else file.name.rsplit("/", 1)[-1]
        digest.update("\0".join([str(file.layer), name, *file.lines]).encode())
    return digest.hexdigest()[:12]
