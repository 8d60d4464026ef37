"""The manifest: a CSV file that says what is known of files (outlet, date, address, title, byline, language)."""

from __future__ import annotations

import csv
import io
import os
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import FormatError
from sayso.model.article import Candidate
from sayso.model.notes import Note
from sayso.reading.days import given_interval
from sayso.reading.facts import FIELDS
from sayso.reading.tables import table_text

_COLUMNS = ("path", *FIELDS)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the rows say, by the real path of the file they are about."""

    rows: dict[str, tuple[Candidate, ...]]
    notes: tuple[Note, ...] = ()

    def about(self, path: str) -> tuple[Candidate, ...]:
        """What is given for the file at `path`; nothing where no row names it."""
        return self.rows.get(path) or self.rows.get(os.path.realpath(path), ())


def read_manifest(path: str) -> Manifest:
    """The manifest at `path`; FormatError, naming the line and the remedy, where it cannot be followed.

    A row's path is looked for in the manifest's folder first and then in the current one.
    """
    name = Path(path).name
    reader = csv.reader(
        io.StringIO(table_text(path, what="the manifest", option="--manifest"), newline=""), strict=True
    )
    try:
        header = [column.strip().lower() for column in next(reader, [])]
        _check_header(header, path)
        rows: dict[str, tuple[Candidate, ...]] = {}
        notes: list[Note] = []
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            line = reader.line_num
            key, candidates = _row(header, cells, f"manifest {name}, line {line}", path=path)
            target, there = _target(key, Path(path).parent)
            if target in rows:
                raise FormatError(f"{path}, line {line}: {key} stands there twice; keep one row for each file")
            if not there:
                notes.append(Note("R110", f"{path}, line {line}: there is no file {key}; the row was not used."))
            rows[target] = candidates
    except csv.Error as error:
        raise FormatError(
            f"{path}, line {reader.line_num}: not CSV ({error}); save it as comma-separated UTF-8"
        ) from error
    return Manifest(rows, tuple(notes))


def _check_header(header: list[str], path: str) -> None:
    """FormatError where the first line is not a header that can be followed."""
    known = ", ".join(_COLUMNS)
    if "path" not in header:
        raise FormatError(f"{path}: the first line must name the columns, path among them; known columns: {known}")
    for column in header:
        if column not in _COLUMNS:
            raise FormatError(f"{path}: unknown column {column!r}; known columns: {known}")
        if header.count(column) > 1:
            raise FormatError(f"{path}: column {column!r} stands there twice; keep one")


def _row(header: list[str], cells: list[str], where: str, *, path: str) -> tuple[str, tuple[Candidate, ...]]:
    """The path that a row names and what it gives; FormatError where it does not fit the header."""
    line = where.rsplit(" ", 1)[1]
    if len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
        raise FormatError(
            f"{path}, line {line}: more cells than columns; put values with commas in quotation marks"
        )
    values = {column: cell.strip() for column, cell in zip(header, cells, strict=False)}
    key = values.pop("path", "")
    if not key or "\0" in key:
        raise FormatError(f"{path}, line {line}: the path is missing; name the file that the row is about")
    day = values.get("published", "")
    if day and not given_interval(day):
        raise FormatError(
            f"{path}, line {line}: published {day!r} is no day; write 2023-01-17 or 2023-01-16/2023-01-18"
        )
    return key, tuple(Candidate(field, value, where) for field, value in values.items() if value)


def _target(key: str, folder: Path) -> tuple[str, bool]:
    """The real path that a row's path means, and whether there is such a file."""
    if key == "-":
        return key, True
    for base in (folder, Path()):
        try:
            if (base / key).exists():
                return os.path.realpath(base / key), True
        except (OSError, ValueError):
            break
    return os.path.realpath(folder / key), False
