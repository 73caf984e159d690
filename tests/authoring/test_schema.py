"""rules/schema.json is what the models say, and every packaged rule file keeps to it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from extractor.authoring.schema import rules_schema
from extractor.rulebook.source import load

RULES = Path(__file__).parents[2] / "rules"
FILES = sorted(RULES.rglob("*.yaml"))


@pytest.fixture(scope="module")
def validator() -> Any:
    schema = json.loads((RULES / "schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_the_schema_is_generated_from_the_models() -> None:
    made = json.dumps(rules_schema(), ensure_ascii=False, indent=1) + "\n"
    assert (RULES / "schema.json").read_text(encoding="utf-8") == made, "extractor rules schema > rules/schema.json"


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(RULES)))
def test_packaged_files_keep_to_it(file: Path, validator: Any) -> None:
    faults = [
        f"{list(e.path)}: {e.message}" for e in validator.iter_errors(load(file.name, file.read_text("utf-8")).data)
    ]
    assert not faults


@pytest.mark.parametrize(
    "text",
    [
        "recrod: ranking",
        "record: rankin\nrules: []",
        "table: units\nrows: [{words: [x], kind: mass, bse: kg}]",
        "on: percent\nslot: status\nrules: [{id: a.b, set: plannd}]",
        "on: quantity\nslot: basis\nrules: []",
        "grammar: period\nrules: [{id: a.b, build: dya}]",
        "words: {a: []}",
        "record: ranking\nrules: [{id: a.b, patern: x}]",
    ],
)
def test_faults_are_underlined(text: str, validator: Any) -> None:
    assert list(validator.iter_errors(load("", text).data))
