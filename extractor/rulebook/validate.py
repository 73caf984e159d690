"""Rows of rule files against their models: what pydantic finds, said in the catalogue's words."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from extractor.messages import Message, say
from extractor.rulebook.source import Path, SourceFile

M = TypeVar("M", bound=BaseModel)
_UNION_TAGS = frozenset({"str", "int", "float"})


def validated(file: SourceFile, way: Path, model: type[M], raw: Any) -> M | None:
    """The row as its model, or None after complaining of everything that is wrong with it."""
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        rule = raw.get("id") if isinstance(raw, dict) and isinstance(raw.get("id"), str) else None
        seen: set[Path] = set()
        for fault in error.errors():
            here = (*way, *_place(fault))
            if here not in seen:
                seen.add(here)
                complain = file.complain_of_key if fault["type"] == "extra_forbidden" else file.complain
                complain(here, _what(fault), rule=rule, mend=_mend(fault, model))
        return None


def close(name: str, names: Iterable[str]) -> Message:
    """What the author may have meant."""
    known = sorted(names)
    near = get_close_matches(name, known, n=1)
    return say("mend.close", name=near[0]) if near else say("mend.one_of", names=", ".join(known))


def _place(fault: ErrorDetails) -> Path:
    """The way to the fault. Where a value may be a text or a list, pydantic names each try: those names are no keys."""
    return tuple(x for x in fault["loc"] if not (isinstance(x, str) and (x in _UNION_TAGS or "[" in x)))


def _what(fault: ErrorDetails) -> Message:
    place = _place(fault)
    name = next((str(x) for x in reversed(place) if isinstance(x, str)), "row")
    if isinstance(fault["input"], dict) and fault["type"] in ("string_type", "list_type", "string_unicode") and place:
        return say("trap.colon")
    match fault["type"]:
        case "extra_forbidden":
            return say("key.unknown", key=str(fault["loc"][-1]))
        case "missing":
            return say("row.missing", name=name)
        case "literal_error":
            return say("row.value", name=name, value=repr(fault["input"]))
        case "string_pattern_mismatch":
            return say("row.form", name=name, value=repr(fault["input"]))
        case "model_type" | "dict_type":
            return say("row.no_mapping")
        case kind if kind in _WANTED:
            return say("row.wants", name=name, wanted=say(_WANTED[kind]), got=repr(fault["input"]))
    return say("row.fault", name=name, what=fault["msg"])


_WANTED = {
    "string_type": "wanted.text",
    "list_type": "wanted.list",
    "too_short": "wanted.not_empty",
    "int_type": "wanted.whole",
    "int_parsing": "wanted.whole",
    "int_from_float": "wanted.whole",
    "float_type": "wanted.number",
    "float_parsing": "wanted.number",
    "bool_type": "wanted.truth",
    "bool_parsing": "wanted.truth",
}


def _mend(fault: ErrorDetails, model: type[BaseModel]) -> Message | None:
    if isinstance(fault["input"], dict) and fault["type"] in ("string_type", "list_type"):
        return say("trap.colon.mend")
    if fault["type"] == "extra_forbidden":
        return close(str(fault["loc"][-1]), [f.alias or n for n, f in model.model_fields.items()])
    if fault["type"] == "literal_error":
        return say("mend.one_of", names=fault["ctx"]["expected"])
    if fault["type"] == "string_pattern_mismatch" and "id" in fault["loc"]:
        return say("row.id.mend")
    return None
