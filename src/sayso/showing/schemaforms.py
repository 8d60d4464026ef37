"""The forms of which the JSON Schemas are built: objects, lists, references and plain values."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def record(**fields: Schema) -> Schema:
    """An object that has all `fields`; further fields may come in later versions."""
    return {"type": "object", "properties": fields, "required": sorted(fields)}


def array(of: Schema, **more: Any) -> Schema:  # noqa: ANN401 - JSON Schema keywords take values of any type
    """A list of `of`."""
    return {"type": "array", "items": of, **more}


def ref(name: str) -> Schema:
    """What the definition called `name` describes."""
    return {"$ref": f"#/$defs/{name}"}


def one_of(*values: str | None) -> Schema:
    """One of a few plain values."""
    return {"enum": list(values)}


def or_null(of: Schema) -> Schema:
    """As `of`, or null."""
    return {"anyOf": [of, {"type": "null"}]}


TEXT: Schema = {"type": "string"}
NAME: Schema = {"type": "string", "minLength": 1}
MAYBE_TEXT: Schema = {"type": ["string", "null"]}
MAYBE_NUMBER: Schema = {"type": ["number", "null"]}
NUMBER: Schema = {"type": "number"}
FLAG: Schema = {"type": "boolean"}
DAY: Schema = {"type": ["string", "null"], "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
