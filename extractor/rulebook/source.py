"""A YAML file as plain data, with the line and column of every part of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

from extractor.errors import Problem

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Path = tuple[str | int, ...]
"""The way to a part of the data: keys and indexes from the top."""
Level = Literal["error", "warning", "note"]


@dataclass(slots=True)
class SourceFile:
    """A rule file: its data, where each part of it stands, and its lines for messages."""

    name: str
    lines: list[str]
    data: Any = None
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: Path) -> tuple[int, int]:
        """Line and column (from 1) of the part, or of the nearest part around it that is known."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))

    def problem(
        self, path: Path, what: str, *, rule: str | None = None, mend: str | None = None, shift: int = 0, level: Level = "error"
    ) -> Problem:
        """A problem at this part of the file; `shift` moves the column to the right."""
        line, column = self.place(path)
        shown = self.lines[line - 1] if 0 < line <= len(self.lines) else None
        return Problem(self.name, line, column + shift, what, rule, mend, shown, level)

    def complain(self, path: Path, what: str, *, rule: str | None = None, mend: str | None = None, shift: int = 0) -> None:
        """Add a problem that makes the file unusable."""
        self.problems.append(self.problem(path, what, rule=rule, mend=mend, shift=shift))


def load(name: str, text: str) -> SourceFile:
    """Read a rule file. Faults of the YAML itself become problems, not exceptions."""
    file = SourceFile(name, text.splitlines())
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        file.places[()] = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        file.complain((), f"this is no YAML: {error.problem or error}", mend=_yaml_mend(file, mark.line if mark else 0))
        return file
    file.data = None if node is None else _plain(node, (), file)
    return file


def _yaml_mend(file: SourceFile, line: int) -> str | None:
    shown = file.lines[line] if line < len(file.lines) else ""
    if shown.count(": ") > 1:
        return "': ' inside a sentence makes a mapping; put the sentence in quotes or under a | block"
    if "\t" in shown:
        return "indent with spaces, not with tabs"
    return None


def _plain(node: yaml.Node, path: Path, file: SourceFile) -> Any:
    file.places[path] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, file)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, i), file) for i, item in enumerate(node.value)]
    return _scalar(node, path, file)


def _mapping(node: yaml.MappingNode, path: Path, file: SourceFile) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        here = (*path, key)
        if key in found:
            file.places[here] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            file.complain(here, f"the key {key!r} stands twice; the first would be lost", mend="join the two")
        found[key] = _plain(value_node, here, file)
    return found


# YAML reads these Vietnamese or English words as truth values or nothing; a rule file means the words.
_WORDS = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")


def _scalar(node: yaml.Node, path: Path, file: SourceFile) -> Any:
    value = str(node.value)
    if node.tag == "tag:yaml.org,2002:int":
        return int(value.replace("_", ""))
    if node.tag == "tag:yaml.org,2002:float":
        return float(value.replace("_", ""))
    if node.tag == "tag:yaml.org,2002:null":
        return None
    if node.tag == "tag:yaml.org,2002:bool" and value.lower() in ("true", "false"):
        return value.lower() == "true"
    if node.tag in _WORDS or node.tag == "tag:yaml.org,2002:str":
        _trap_comment(node, path, file)
        return value
    file.complain(path, f"the value {value!r} is of a kind that rule files do not use", mend="put it in quotes")
    return value


def _trap_comment(node: yaml.Node, path: Path, file: SourceFile) -> None:
    """' #' cuts a plain sentence: what stands behind it is a comment to YAML."""
    if getattr(node, "style", None) is not None or node.end_mark.line >= len(file.lines):
        return
    rest = file.lines[node.end_mark.line][node.end_mark.column :]
    if rest.lstrip().startswith("#") and len(path) >= 2 and path[-2] in ("examples", "not", "todo", "pattern"):
        file.complain(path, "' #' cuts the sentence here", mend="put the sentence in quotes", shift=len(str(node.value)))
