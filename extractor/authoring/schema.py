"""The JSON Schema of rule files, made from the models that load them, so that editors complete and underline."""

from __future__ import annotations

from typing import Any

from extractor.rulebook.rules import RuleRow
from extractor.rulebook.tables import ROW_MODELS
from extractor.rulebook.targets import FIGURE_SLOTS, GRAMMARS, RECORD_SLOTS, SET_VALUES

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def rules_schema() -> dict[str, Any]:
    """The schema of one rule file: words, a table, or rules for a grammar, a record or a slot."""
    return {
        "$schema": DIALECT,
        "title": "A rule file",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "note": {"type": "string", "description": "for the human reader"},
            "words": _words(),
            "table": {"enum": sorted(ROW_MODELS), "description": "which table the rows belong to"},
            "rows": {"type": "array", "items": {"type": "object"}},
            "grammar": {"enum": sorted(GRAMMARS), "description": "rules that read a kind of mention"},
            "record": {"enum": sorted(RECORD_SLOTS), "description": "rules that find a record"},
            "on": {"enum": sorted(FIGURE_SLOTS), "description": "rules that fill a slot of such a figure"},
            "slot": {"enum": sorted(set().union(*FIGURE_SLOTS.values())), "description": "the slot to fill"},
            "rules": {"type": "array", "items": _without_title(RuleRow.model_json_schema(by_alias=True))},
        },
        "allOf": [
            *map(_table, sorted(ROW_MODELS)),
            *map(_slots, sorted(FIGURE_SLOTS)),
            *map(_grammar, sorted(GRAMMARS)),
        ],
        "dependentRequired": {"rows": ["table"], "table": ["rows"], "slot": ["on"]},
    }


def _words() -> dict[str, Any]:
    entries = {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1}
    return {
        "type": "object",
        "description": "word lists by name; a pattern writes <name>",
        "additionalProperties": entries,
        "propertyNames": {"pattern": "^[a-z_][a-z_.0-9]*$"},
    }


def _table(name: str) -> dict[str, Any]:
    """In a file with this table every row is of its model."""
    row = _without_title(ROW_MODELS[name].model_json_schema())
    return _if("table", name, {"properties": {"rows": {"items": row}}})


def _slots(target: str) -> dict[str, Any]:
    """On this kind of figure only its slots, and where one value is set, only what the slot may hold."""
    slots = sorted(FIGURE_SLOTS[target])
    held = [{"if": _is("slot", slot), "then": _holds(SET_VALUES[slot])} for slot in slots if slot in SET_VALUES]
    return _if("on", target, {"properties": {"slot": {"enum": slots}}, "allOf": held})


def _holds(values: tuple[str, ...]) -> dict[str, Any]:
    value = {"enum": [*values, None]}
    return {"properties": {"rules": {"items": {"properties": {"set": value, "default": value}}}}}


def _grammar(name: str) -> dict[str, Any]:
    builds = {"properties": {"build": {"enum": sorted(GRAMMARS[name])}}}
    return _if("grammar", name, {"properties": {"rules": {"items": builds}}})


def _if(key: str, value: str, then: dict[str, Any]) -> dict[str, Any]:
    return {"if": _is(key, value), "then": then}


def _is(key: str, value: str) -> dict[str, Any]:
    return {"properties": {key: {"const": value}}, "required": [key]}


def _without_title(schema: dict[str, Any]) -> dict[str, Any]:
    """A model's schema without the titles that only repeat the names."""
    return {
        key: _without_title(value) if isinstance(value, dict) else value
        for key, value in schema.items()
        if key != "title" or isinstance(value, dict)
    }
