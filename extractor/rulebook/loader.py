"""Folders of YAML to a `Rulebook`. Every problem of every file is found before anything is refused."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from extractor.alphabet import KINDS, Alphabet
from extractor.errors import Problem, RuleError
from extractor.rulebook.book import Rulebook
from extractor.rulebook.compile import Compiler, Pattern
from extractor.rulebook.notation import ANCHOR, NotationError
from extractor.rulebook.rules import Rule, RuleKind, RuleRow
from extractor.rulebook.source import SourceFile, load
from extractor.rulebook.source import Path as Way
from extractor.rulebook.tables import ROW_MODELS, Row
from extractor.rulebook.targets import FIGURE_SLOTS, GRAMMARS, RECORD_SLOTS, SET_VALUES

_KEYS = {"table", "rows", "words", "grammar", "record", "on", "slot", "rules", "note"}


def packaged() -> Traversable:
    """The folder of the rules that ship with the package."""
    return resources.files("extractor.rules")


def read_folder(folder: Traversable | Path) -> list[SourceFile]:
    """All `.yaml` files below a folder, in the order of their paths."""
    if not folder.is_dir():
        problem = Problem(str(folder), 1, 1, "this folder of rules does not exist", mend="check the path after --rules")
        raise RuleError([problem])
    return [load(name, file.read_text(encoding="utf-8")) for name, file in _walk(folder, _shown(folder))]


def _shown(folder: Traversable | Path) -> str:
    return str(folder) if isinstance(folder, Path) and folder != packaged() else "rules"


def _walk(folder: Traversable | Path, prefix: str) -> Iterable[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}/{entry.name}")
        elif entry.name.endswith((".yaml", ".yml")):
            yield f"{prefix}/{entry.name}", entry


def load_rulebook(folders: Sequence[str | Path] = (), *, packaged_too: bool = True) -> Rulebook:
    """The packaged rules with these folders laid over them: rows and words are added, rules replaced by their id.

    Raises RuleError with every problem of every file.
    """
    layers = [packaged()] if packaged_too else []
    files = [read_folder(folder) for folder in [*layers, *map(Path, folders)]]
    return _Builder(files).build()


@dataclass(slots=True)
class _Draft:
    """A rule between reading and compiling."""

    file: SourceFile
    way: Way
    kind: RuleKind
    target: str
    slot: str | None
    row: RuleRow
    group: int


@dataclass(slots=True)
class _Builder:
    layers: list[list[SourceFile]]
    tables: dict[str, list[Row]] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)
    list_places: dict[str, tuple[int, str]] = field(default_factory=dict)
    drafts: dict[str, _Draft] = field(default_factory=dict)
    groups: int = 0

    def build(self) -> Rulebook:
        for layer, files in enumerate(self.layers):
            for file in files:
                self._file(file, layer)
        alphabet = Alphabet()
        alphabet.learn(word for rows in self.tables.values() for row in rows for word in row.words)
        alphabet.learn(word for words in self.lists.values() for word in words)
        rules = self._compile(Compiler(alphabet, self._resolve, sorted([*self.lists, *self.tables])))
        problems = [p for files in self.layers for file in files for p in file.problems]
        if problems:
            raise RuleError(problems)
        off = {d.row.id: d.row.off for d in self.drafts.values() if d.row.id and d.row.off}
        return Rulebook(alphabet, self.tables, self.lists, rules, self._version(), off)

    def _version(self) -> str:
        digest = hashlib.sha256()
        for layer, files in enumerate(self.layers):
            for file in files:
                name = file.name.split("/", 1)[-1]
                digest.update("\0".join([str(layer), name, *file.lines]).encode())
        return digest.hexdigest()[:12]

    def _resolve(self, name: str) -> list[str] | None:
        if name in self.lists:
            return self.lists[name]
        return [word for row in self.tables[name] for word in row.words] if name in self.tables else None

    # --- reading -----------------------------------------------------------------------------------------------

    def _file(self, file: SourceFile, layer: int) -> None:
        data = file.data
        if data is None:
            return
        if not isinstance(data, dict):
            file.complain((), "a rule file is a mapping", mend="begin with 'words:', 'table:', 'record:', 'grammar:' or 'on:'")
            return
        for key in data:
            if key not in _KEYS:
                file.complain((key,), f"unknown key {key!r}", mend=_close(key, _KEYS))
        if "words" in data:
            self._words(file, layer, data["words"])
        if "table" in data or "rows" in data:
            self._table(file, data)
        if "rules" in data:
            self._rules(file, data)

    def _words(self, file: SourceFile, layer: int, words: Any) -> None:
        if not isinstance(words, dict):
            file.complain(("words",), "'words:' wants a mapping of list names to lists")
            return
        for name, entries in words.items():
            way: Way = ("words", name)
            if not isinstance(entries, list) or not all(isinstance(e, str) and e.strip() for e in entries):
                file.complain(way, f"the word list {name!r} wants a list of words", mend="[word, word, …]")
                continue
            if name in KINDS or name in ROW_MODELS:
                file.complain(way, f"{name!r} is the name of a kind or a table already", mend="choose another name")
            known = self.list_places.get(name)
            if known and known[0] == layer:
                file.complain(way, f"the word list {name!r} stands in {known[1]} too", mend="join the two")
            self.list_places[name] = (layer, file.name)
            self.lists[name] = [*self.lists.get(name, []), *(e for e in entries if e not in self.lists.get(name, []))]

    def _table(self, file: SourceFile, data: dict[str, Any]) -> None:
        name, rows = data.get("table"), data.get("rows")
        model = ROW_MODELS.get(str(name))
        if model is None:
            file.complain(("table",), f"there is no table {name!r}", mend=_close(str(name), ROW_MODELS))
            return
        if not isinstance(rows, list):
            file.complain(("rows",), "a table wants 'rows:', a list")
            return
        for i, row in enumerate(rows):
            made = _validated(file, ("rows", i), model, row)
            if made is not None:
                self.tables.setdefault(str(name), []).append(made)

    def _rules(self, file: SourceFile, data: dict[str, Any]) -> None:
        aim = self._aim(file, data)
        if aim is None or not isinstance(data["rules"], list):
            if aim is not None:
                file.complain(("rules",), "'rules:' wants a list")
            return
        previous_nearest = False
        for i, raw in enumerate(data["rules"]):
            way: Way = ("rules", i)
            row = _validated(file, way, RuleRow, raw)
            if row is None:
                continue
            if not (previous_nearest and row.nearest):
                self.groups += 1
            previous_nearest = bool(row.nearest)
            self._draft(_Draft(file, way, *aim, row, self.groups))

    def _aim(self, file: SourceFile, data: dict[str, Any]) -> tuple[RuleKind, str, str | None] | None:
        if "grammar" in data and data["grammar"] in GRAMMARS:
            return "grammar", data["grammar"], None
        if "record" in data and data["record"] in RECORD_SLOTS:
            return "record", data["record"], None
        if "on" in data and data["on"] in FIGURE_SLOTS:
            if data.get("slot") in FIGURE_SLOTS[data["on"]]:
                return "slot", data["on"], data["slot"]
            file.complain(("slot",), f"{data['on']} has no slot {data.get('slot')!r} for rules",
                          mend=_close(str(data.get("slot")), FIGURE_SLOTS[data["on"]]))  # fmt: skip
            return None
        known = {"grammar": GRAMMARS, "record": RECORD_SLOTS, "on": FIGURE_SLOTS}
        for key, names in known.items():
            if key in data:
                file.complain((key,), f"there is no {key} {data[key]!r}", mend=_close(str(data[key]), names))
                return None
        file.complain(("rules",), "rules for what?", mend="say 'grammar:', 'record:', or 'on:' and 'slot:' above them")
        return None

    def _draft(self, draft: _Draft) -> None:
        row, file = draft.row, draft.file
        if row.id is None:
            if row.default is None:
                file.complain(draft.way, "a rule wants an id", mend="id: ranking.my_rule")
                return
            key = f"{draft.target}.{draft.slot}.default"
        else:
            key = row.id
        known = self.drafts.get(key)
        if known and known.file in self._layer_of(file):
            line = known.file.place(known.way)[0]
            file.complain(draft.way, f"the id stands in {known.file.name}:{line} too", rule=key, mend="choose another id")
        self.drafts[key] = draft

    def _layer_of(self, file: SourceFile) -> list[SourceFile]:
        return next(files for files in self.layers if any(f is file for f in files))

    # --- compiling ---------------------------------------------------------------------------------------------

    def _compile(self, compiler: Compiler) -> list[Rule]:
        rules: list[Rule] = []
        for order, (key, draft) in enumerate(self.drafts.items()):
            if draft.row.off:
                continue
            self._needs_examples(key, draft)
            patterns = self._patterns(compiler, key, draft, "pattern")
            nearest = self._patterns(compiler, key, draft, "nearest")
            unless = self._patterns(compiler, key, draft, "unless")
            if not (patterns or nearest or draft.row.default) and not draft.file.problems:
                draft.file.complain(draft.way, "a rule wants a pattern", rule=key, mend="pattern: đứng thứ <rank=whole>")
            sets = self._sets(key, draft)
            where = (draft.file.name, *draft.file.place(draft.way))
            rules.append(Rule(key, draft.kind, draft.target, draft.slot, draft.row, patterns, nearest, unless, sets,
                              draft.group, order, where, draft.file, draft.way))  # fmt: skip
        return rules

    def _needs_examples(self, key: str, draft: _Draft) -> None:
        if draft.row.default is not None and not draft.row.pattern:
            return
        for name, sentences in (("examples", draft.row.examples), ("not", draft.row.not_)):
            if not sentences:
                what = f"a rule wants at least one sentence under '{name}:'"
                draft.file.complain(draft.way, what, rule=key, mend="a sentence it must " + ("match" if name == "examples" else "leave alone"))

    def _patterns(self, compiler: Compiler, key: str, draft: _Draft, name: str) -> tuple[Pattern, ...]:
        value = getattr(draft.row, name)
        sources = [] if value is None else [value] if isinstance(value, str) else value
        made: list[Pattern] = []
        for i, source in enumerate(sources):
            way: Way = (*draft.way, name) if isinstance(value, str) else (*draft.way, name, i)
            try:
                made.append(compiler.compile(source))
            except NotationError as error:
                draft.file.complain(way, error.what, rule=key, mend=error.mend, shift=error.at)
                continue
            self._check_slots(key, draft, way, made[-1])
        return tuple(made)

    def _check_slots(self, key: str, draft: _Draft, way: Way, pattern: Pattern) -> None:
        if draft.kind == "grammar":
            return
        allowed = RECORD_SLOTS.get(draft.target) or FIGURE_SLOTS.get(draft.target, frozenset())
        if draft.kind == "slot":
            allowed |= {ANCHOR}
        for slot in sorted(pattern.slots - allowed):
            draft.file.complain(way, f"{draft.target} has no slot {slot!r}", rule=key, mend=_close(slot, allowed))

    def _sets(self, key: str, draft: _Draft) -> dict[str, Any]:
        row = draft.row
        value: Any = row.default if row.set is None else row.set
        sets: dict[str, Any] = value if isinstance(value, dict) else {} if value is None else {str(draft.slot): value}
        for slot, word in sets.items():
            if slot in SET_VALUES and word not in SET_VALUES[slot]:
                draft.file.complain((*draft.way, "set"), f"{slot} cannot be {word!r}", rule=key,
                                    mend="one of " + ", ".join(SET_VALUES[slot]))  # fmt: skip
        if draft.kind == "grammar" and row.build not in GRAMMARS[draft.target]:
            draft.file.complain((*draft.way, "build"), f"there is no builder {row.build!r}", rule=key,
                                mend=_close(str(row.build), GRAMMARS[draft.target]))  # fmt: skip
        return sets


def _validated(file: SourceFile, way: Way, model: type[Any], raw: Any) -> Any:
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        for fault in error.errors():
            here = (*way, *(x for x in fault["loc"] if not (isinstance(x, str) and x in ("str", "list[str]"))))
            mend = None
            if fault["type"] == "extra_forbidden":
                names = [f.alias or n for n, f in model.model_fields.items()]
                mend = _close(str(fault["loc"][-1]), names)
            name = str(fault["loc"][-1]) if fault["loc"] else "row"
            what = f"unknown key {name!r}" if fault["type"] == "extra_forbidden" else f"{name}: {fault['msg']}"
            file.complain(here, what, rule=raw.get("id") if isinstance(raw, dict) else None, mend=mend)
        return None


def _close(name: str, names: Iterable[str]) -> str:
    from difflib import get_close_matches

    names = sorted(names)
    close = get_close_matches(name, names, n=1)
    return f"did you mean {close[0]!r}?" if close else "one of " + ", ".join(names)
