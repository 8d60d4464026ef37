"""A user's table of outlets: a CSV file that says which house an outlet belongs to."""

from __future__ import annotations

import csv
import io

from sayso.errors import FormatError
from sayso.reading.tables import table_text

_COLUMNS = ("outlet", "family")


def read_outlets(path: str) -> tuple[tuple[str, str], ...]:
    """The rows of the table at `path`: (outlet's name or domain, family); the family may be "", for nobody knows.

    FormatError, naming the line and the remedy, where it cannot be followed.
    """
    reader = csv.reader(
        io.StringIO(table_text(path, what="the table of outlets", option="--outlets"), newline=""), strict=True
    )
    rows: dict[str, tuple[str, str]] = {}
    try:
        header = [column.strip().lower() for column in next(reader, [])]
        if sorted(header) != sorted(_COLUMNS):
            raise FormatError(f"{path}: the first line must be “outlet,family”")
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            line = reader.line_num
            if len(cells) != len(header):
                raise FormatError(
                    f"{path}, line {line}: two cells belong there; put values with commas in quotation marks"
                )
            row = dict(zip(header, (" ".join(cell.split()) for cell in cells), strict=True))
            if not row["outlet"]:
                raise FormatError(f"{path}, line {line}: the outlet is missing; give its name or its domain")
            key = row["outlet"].casefold()
            if rows.setdefault(key, (row["outlet"], row["family"]))[1] != row["family"]:
                raise FormatError(f"{path}, line {line}: {row['outlet']} stands there twice; keep one row")
    except csv.Error as error:
        raise FormatError(
            f"{path}, line {reader.line_num}: not CSV ({error}); save it as comma-separated UTF-8"
        ) from error
    return tuple(rows.values())
