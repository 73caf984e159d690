"""Rule files to tables, word lists and drafts of rules. Problems are collected with the file, nothing is raised."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from extractor.alphabet import KINDS
from extractor.messages import say
from extractor.normalize import fold
from extractor.rulebook.drafts import Draft
from extractor.rulebook.rules import RuleKind, RuleRow
from extractor.rulebook.source import Path, SourceFile
from extractor.rulebook.tables import ROW_MODELS, Row
from extractor.rulebook.targets import FIGURE_SLOTS, GRAMMARS, RECORD_SLOTS
from extractor.rulebook.validate import close, validated

KEYS = ("table", "rows", "words", "grammar", "record", "on", "slot", "rules", "note")


@dataclass(slots=True)
class RowPlace:
    """Where a row of a table stands."""

    table: str
    row: Row
    file: SourceFile
    way: Path


@dataclass(slots=True)
class ListPlace:
    """Where words of a list stand; several files may add to one list."""

    name: str
    file: SourceFile

    @property
    def way(self) -> Path:
        return ("words", self.name)


@dataclass(slots=True)
class FileReader:
    """Reads the files of all layers, the packaged rules first."""

    rows: list[RowPlace] = field(default_factory=list)
    lists: dict[str, list[str]] = field(default_factory=dict)
    drafts: dict[str, Draft] = field(default_factory=dict)
    list_places: list[ListPlace] = field(default_factory=list)
    _groups: int = 0
    _places: int = 0

    def tables(self) -> dict[str, list[Row]]:
        """The rows of each table. Later layers come first: where both have a word, theirs is meant."""
        found: dict[str, list[Row]] = {}
        for place in sorted(self.rows, key=lambda p: -p.file.layer):
            found.setdefault(place.table, []).append(place.row)
        return found

    def read(self, file: SourceFile) -> None:
        data = file.data
        if data is None:
            return
        if not isinstance(data, dict):
            file.complain((), say("file.no_mapping"), mend=say("file.no_mapping.mend"))
            return
        for key in data:
            if key not in KEYS:
                file.complain_of_key((key,), say("key.unknown", key=key), mend=close(key, KEYS))
        if "words" in data:
            self._words(file, data["words"])
        if "table" in data or "rows" in data:
            self._table(file, data)
        if "rules" in data:
            self._rules(file, data)

    # --- words and tables --------------------------------------------------------------------------------------

    def _words(self, file: SourceFile, words: Any) -> None:
        if not isinstance(words, dict):
            file.complain(("words",), say("words.no_mapping"), mend=say("words.mend"))
            return
        for name, entries in words.items():
            if self._list_is_sound(file, name, entries):
                self._add_list(file, name, entries)

    def _list_is_sound(self, file: SourceFile, name: str, entries: Any) -> bool:
        way: Path = ("words", name)
        if not isinstance(entries, list) or not entries:
            file.complain(way, say("words.no_list", name=name), mend=say("words.mend"))
            return False
        bad = next((i for i, e in enumerate(entries) if not isinstance(e, str) or not e.strip()), None)
        if bad is not None:
            trapped = isinstance(entries[bad], dict)
            what = say("trap.colon") if trapped else say("words.no_word", name=name, value=repr(entries[bad]))
            mend = say("trap.colon.mend") if trapped else say("words.mend")
            file.complain((*way, bad), what, mend=mend)
            return False
        if name in KINDS or name in ROW_MODELS:
            file.complain(way, say("words.name_taken", name=name), mend=say("words.name_taken.mend"))
        return True

    def _add_list(self, file: SourceFile, name: str, entries: list[str]) -> None:
        place = ListPlace(name, file)
        known = next((p.file for p in self.list_places if p.name == name and p.file.layer == file.layer), None)
        if known is not None:
            file.complain(place.way, say("words.twice", name=name, file=known.name), mend=say("words.twice.mend"))
        self.list_places.append(place)
        there = {fold(e) for e in self.lists.get(name, ())}
        self.lists[name] = [*self.lists.get(name, ()), *(e for e in entries if fold(e) not in there)]

    def _table(self, file: SourceFile, data: dict[str, Any]) -> None:
        name, rows = str(data.get("table")), data.get("rows")
        model = ROW_MODELS.get(name)
        if model is None:
            file.complain(("table",), say("table.unknown", name=name), mend=close(name, ROW_MODELS))
            return
        if not isinstance(rows, list):
            file.complain(("rows",), say("table.no_rows"))
            return
        for i, row in enumerate(rows):
            made = validated(file, ("rows", i), model, row)
            if made is not None:
                self.rows.append(RowPlace(name, made, file, ("rows", i)))

    # --- rules -------------------------------------------------------------------------------------------------

    def _rules(self, file: SourceFile, data: dict[str, Any]) -> None:
        raws = data["rules"]
        if not isinstance(raws, list):
            file.complain(("rules",), say("rules.no_list"))
            return
        rows = [validated(file, ("rules", i), RuleRow, raw) for i, raw in enumerate(raws)]
        if rows and all(row is not None and row.off for row in rows) and not {"grammar", "record", "on"} & data.keys():
            self._switch_off(file, rows)
            return
        aim = _aim(file, data)
        previous = None  # how the rule before looks for its cue; those of one kind in a row compete
        for i, row in enumerate(rows):
            if row is None or aim is None:
                continue
            kind = row.leads if row.nearest else None
            if kind is None or kind != previous:
                self._groups += 1
            previous = kind
            self._places += 1
            self._draft(Draft(file, ("rules", i), file.layer, *aim, row, self._groups, self._places))

    def _switch_off(self, file: SourceFile, rows: list[RuleRow | None]) -> None:
        """A file that only switches off need not say what its rules are for."""
        for i, row in enumerate(rows):
            known = self.drafts.get(str(row and row.id))
            if row is None or known is None:
                self._off_unknown(file, ("rules", i), str(row and row.id))
            else:
                aim = known.kind, known.target, known.slot
                self._draft(Draft(file, ("rules", i), file.layer, *aim, row, known.group, known.place))

    def _off_unknown(self, file: SourceFile, way: Path, key: str) -> None:
        file.complain(way, say("rule.off_unknown", id=key), rule=key, mend=close(key, self.drafts))

    def _draft(self, draft: Draft) -> None:
        key, file = draft.key, draft.file
        if key is None:
            file.complain(draft.way, say("rule.no_id"), mend=say("row.id.mend"))
            return
        known = self.drafts.get(key)
        if known is None and draft.row.off and file.layer:
            self._off_unknown(file, draft.way, key)
        if known is not None and known.file.layer == file.layer:
            what = say("rule.id_twice", place=f"{known.file.name}:{known.file.place(known.way)[0]}")
            file.complain(draft.way, what, rule=key, mend=say("rule.id_twice.mend"))
        elif known is not None:
            if (known.target, known.slot) != (draft.target, draft.slot):
                what = say("rule.other_aim", there=_said(known), here=_said(draft))
                file.complain(draft.way, what, rule=key, mend=say("rule.id_twice.mend"))
            draft.replace(known)
        self.drafts[key] = draft


def _said(draft: Draft) -> str:
    return f"{draft.target} {draft.slot}" if draft.slot else draft.target


def _aim(file: SourceFile, data: dict[str, Any]) -> tuple[RuleKind, str, str | None] | None:
    """What the rules of a file are for: the kind of rule, its target, its slot."""
    grammar, record, on, slot = (str(data.get(key)) for key in ("grammar", "record", "on", "slot"))
    if grammar in GRAMMARS:
        return "grammar", grammar, None
    if record in RECORD_SLOTS:
        return "record", record, None
    if on in FIGURE_SLOTS:
        if slot in FIGURE_SLOTS[on]:
            return "slot", on, slot
        file.complain(("slot",), say("aim.no_slot", target=on, slot=slot), mend=close(slot, FIGURE_SLOTS[on]))
        return None
    for key, names in (("grammar", GRAMMARS), ("record", RECORD_SLOTS), ("on", FIGURE_SLOTS)):
        if key in data:
            file.complain((key,), say("aim.unknown", key=key, name=str(data[key])), mend=close(str(data[key]), names))
            return None
    file.complain(("rules",), say("aim.none"), mend=say("aim.none.mend"))
    return None
