"""One ruling as one line of JSON, and back. Schema "sayso/1"; unknown fields are passed over."""

from __future__ import annotations

import json
from typing import Any, get_args

from sayso.errors import FormatError
from sayso.model.rulings import Ruling, Verdict

SCHEMA = "sayso/1"
_VERDICTS = frozenset(get_args(Verdict))
_NEEDED = ("target", "verdict", "by", "at", "why")
_MORE = ("source", "on")


def encode(ruling: Ruling) -> str:
    """`ruling` as one line of JSON in ASCII, without a line break at its end."""
    fields = {"schema": SCHEMA, **{name: getattr(ruling, name) for name in (*_NEEDED, "value")}}
    more = {name: told for name in _MORE if (told := getattr(ruling, name)) is not None}
    return json.dumps({**fields, **more}, ensure_ascii=True)


def decode(line: str) -> Ruling:
    """The ruling on a line; FormatError with what is wrong where it is none."""
    try:
        record: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise FormatError(f"it is not JSON ({error})") from error
    if not isinstance(record, dict) or record.get("schema") != SCHEMA:
        raise FormatError(f'it is not a ruling of schema "{SCHEMA}"')
    for name in _NEEDED:
        if not isinstance(record.get(name), str):
            raise FormatError(f'"{name}" is missing or no text')
    if record["verdict"] not in _VERDICTS:
        raise FormatError(f'"{record["verdict"]}" is no verdict; it is one of {", ".join(sorted(_VERDICTS))}')
    for name in ("value", *_MORE):
        if record.get(name) is not None and not isinstance(record[name], str):
            raise FormatError(f'"{name}" is no text')
    fields: dict[str, Any] = {name: record.get(name) for name in (*_NEEDED, "value", *_MORE)}
    return Ruling(**fields)
