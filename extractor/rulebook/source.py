"""A YAML file as plain data, with the line and column of every part of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

from extractor.errors import Problem
from extractor.messages import say

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]  # which of the two classes it is, only the machine knows
    """PyYAML's safe loader; a plain word that begins like no number or truth value is text without being looked up."""

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: Any) -> Any:
        if kind is yaml.ScalarNode and implicit[0] and value and value[0] not in self.yaml_implicit_resolvers:
            return "tag:yaml.org,2002:str"
        return super().resolve(kind, value, implicit)


Path = tuple[str | int, ...]
"""The way to a part of the data: keys and indexes from the top."""
Level = Literal["error", "warning", "note"]


@dataclass(slots=True)
class SourceFile:
    """A rule file: its data, where each part of it stands, its lines for messages. Layer 0 lies lowest."""

    name: str
    lines: list[str]
    data: Any = None
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    layer: int = 0

    def place(self, path: Path) -> tuple[int, int]:
        """Line and column (from 1) of the part, or of the nearest part around it that is known."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))

    def quote(self, path: Path) -> int:
        """1 where the text at this part begins with a quotation mark, which stands in the file but not in the text."""
        line, column = self.place(path)
        shown = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return int(shown[column - 1 : column] in ('"', "'"))

    def problem(
        self, path: Path, what: str, *, rule: str | None = None, mend: str | None = None, shift: int = 0,
        level: Level = "error", of_key: bool = False,
    ) -> Problem:  # fmt: skip
        """A problem at this part of the file, or with its key alone; `shift` moves the column to the right."""
        line, column = self.keys.get(path, self.place(path)) if of_key else self.place(path)
        shown = self.lines[line - 1] if 0 < line <= len(self.lines) else None
        return Problem(self.name, line, column + shift, what, rule, mend, shown, level)

    def complain(
        self, path: Path, what: str, *, rule: str | None = None, mend: str | None = None, shift: int = 0
    ) -> None:
        """Add a problem that makes the file unusable."""
        self.problems.append(self.problem(path, what, rule=rule, mend=mend, shift=shift))

    def complain_of_key(self, path: Path, what: str, *, rule: str | None = None, mend: str | None = None) -> None:
        """Add a problem with the key itself, not with what stands under it."""
        self.problems.append(self.problem(path, what, rule=rule, mend=mend, of_key=True))


def load(name: str, text: str, layer: int = 0) -> SourceFile:
    """Read a rule file. Faults of the YAML itself become problems, not exceptions."""
    file = SourceFile(name, text.splitlines(), layer=layer)
    try:
        node = yaml.compose(text, Loader=_Loader)
        file.data = None if node is None else _plain(node, (), file)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        file.places[()] = (line + 1, column + 1)
        file.complain((), say("yaml.fault", what=str(error.problem or error)), mend=_yaml_mend(file, line))
        return file
    except yaml.YAMLError as error:
        file.complain((), say("yaml.fault", what=str(error).splitlines()[0]))
    except RecursionError:
        file.data = None
        file.complain((), say("yaml.deep"), mend=say("yaml.deep.mend"))
    return file


def _yaml_mend(file: SourceFile, line: int) -> str | None:
    shown = file.lines[line] if line < len(file.lines) else ""
    if "\t" in shown:
        return say("trap.tab.mend")
    if shown.count(": ") > 1 or (shown.count(": ") == 1 and shown.lstrip().startswith("- ")):
        return say("trap.colon.mend")
    return say("trap.quote.mend") if _starts_with_sign(shown) else None


def _starts_with_sign(line: str) -> bool:
    """A value that opens with a sign which YAML reads as its own."""
    value = line.split(": ", 1)[-1].lstrip("- ").lstrip()
    return value[:1] in set("%@`&*!|>[]{}\"'")


def _plain(node: yaml.Node, path: Path, file: SourceFile, around: tuple[yaml.Node, ...] = ()) -> Any:
    """The data of a node; `around` are the nodes that it stands in."""
    file.places[path] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if any(node is outer for outer in around):  # an alias to its own anchor
        file.complain(path, say("yaml.circle"), mend=say("yaml.circle.mend"))
        return None
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, file, (*around, node))
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, i), file, (*around, node)) for i, item in enumerate(node.value)]
    return _scalar(node, path, file)


def _mapping(node: yaml.MappingNode, path: Path, file: SourceFile, around: tuple[yaml.Node, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        here = (*path, key)
        file.keys[here] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        if key in found:
            file.complain_of_key(here, say("key.twice", key=key), mend=say("key.twice.mend"))
        found[key] = _plain(value_node, here, file, around)
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
    file.complain(path, say("yaml.kind", value=repr(value)), mend=say("trap.quote.mend"))
    return value


_SENTENCES = frozenset({"examples", "not", "todo", "pattern", "nearest", "unless"})


def _trap_comment(node: yaml.Node, path: Path, file: SourceFile) -> None:
    """' #' cuts a plain sentence: the rest is a comment to YAML. Two spaces make a comment that is meant."""
    if getattr(node, "style", None) or node.end_mark.line >= len(file.lines):
        return
    line, end = file.lines[node.end_mark.line], node.end_mark.column
    if line[end : end + 2] == " #" and _SENTENCES & set(path[-2:]):
        file.places[path] = (node.end_mark.line + 1, end + 2)
        file.complain(path, say("trap.hash"), mend=say("trap.hash.mend"))
