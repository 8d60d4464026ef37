"""How records go to stdout."""

from __future__ import annotations

import json
from collections.abc import Mapping


def json_line(record: Mapping[str, object]) -> str:
    """A record as one line of JSON; lone surrogates, which UTF-8 cannot carry, are escaped."""
    line = json.dumps(record, ensure_ascii=False)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(record)
    return line
