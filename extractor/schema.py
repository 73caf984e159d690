"""The output contract as JSON Schema, Draft 2020-12, made from the models so that it cannot differ from them."""

from __future__ import annotations

from typing import Any

from extractor.model import SCHEMA_VERSION, Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def record_schema() -> dict[str, Any]:
    """The schema that every record written by this version is valid against: all keys there, no others."""
    made = Record.model_json_schema(mode="serialization")
    title = f"A record of vn-gov-extractor, schema version {SCHEMA_VERSION}"
    made["properties"]["schema_version"]["const"] = SCHEMA_VERSION
    return {"$schema": DIALECT, **made, "title": title}
