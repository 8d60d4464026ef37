"""Adding articles: a text that is pasted, or files, with what is known of them; read in the background.

What was sent is laid into a folder of its own, under names that are names and nothing else, and `sayso add`
reads it there. The folder goes when the job has ended; what it read is in the case, with its bytes.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sayso.app.desk.shell import desk_of, field, form, page, person

_COLUMNS: Final = ("path", "title", "outlet", "published", "url", "byline")
#: What a name of a file may not have: separators, signs of globs, control characters.
_ODD: Final = re.compile(r"[^\w .,()+=@&'’–—-]|[\x00-\x1f\x7f]")
_LONGEST_NAME, _LONGEST_FIELD = 100, 500


class _RefusedError(Exception):
    """What was sent cannot be added as it is; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a person says of an article."""

    title: str = ""
    outlet: str = ""
    published: str = ""
    url: str = ""
    byline: str = ""
    text: str = ""

    @classmethod
    def of(cls, request: Request) -> Known:
        """The fields of the form that was sent; all but the text on one line."""
        told = {name: " ".join(field(request, name).split())[:_LONGEST_FIELD] for name in _COLUMNS[1:]}
        return cls(**told, text=field(request, "text").replace("\r\n", "\n"))


def show(request: Request) -> Response:
    """The page with the two forms."""
    return page(request, "add.html", title="Add", known=Known(), fault="", which="")


def take(request: Request) -> Response:
    """Takes what was sent and leads to the job that reads it; else the form again, with what was typed."""
    known = Known.of(request)
    folder = Path(tempfile.mkdtemp(prefix="sayso-desk-"))
    (folder / "in").mkdir()
    pasted = field(request, "kind") == "text"
    try:
        _checked(known)
        names = _pasted(folder, known) if pasted else _uploaded(folder, request, known)
    except _RefusedError as fault:
        shutil.rmtree(folder, ignore_errors=True)
        which = "text" if pasted else "files"
        return page(request, "add.html", title="Add", status=422, known=known, fault=str(fault), which=which)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    what = f"“{known.title or names[0]}”" if len(names) == 1 else f"{len(names)} articles"
    known_of = ["--manifest", str(folder / "manifest.csv")] if (folder / "manifest.csv").exists() else []
    told = [*known_of, "--", *names]
    job = desk_of(request).works.add(f"Adding {what}", told, by=person(request), folder=str(folder))
    return RedirectResponse(f"/jobs/{job.id}", status_code=303)


def _checked(known: Known) -> None:
    """_RefusedError where the day cannot be read."""
    try:
        days = [date.fromisoformat(part.strip()) for part in known.published.split("/")] if known.published else []
    except ValueError:
        days = [date.max] * 3
    if len(days) > 2 or days != sorted(days):
        raise _RefusedError(
            f"“{known.published}” is no day. Write it as 2031-05-03, or 2031-05-03/2031-05-07 for a range."
        )
    if known.url and not known.url.lower().startswith(("http://", "https://")):
        raise _RefusedError("The address begins with http:// or https://; it is kept, never opened.")


def _pasted(folder: Path, known: Known) -> list[str]:
    """The pasted text as a file, and what is known of it as a manifest."""
    if not known.text.strip():
        raise _RefusedError("There is no text. Paste the article's text into the field.")
    first = next(line for line in known.text.splitlines() if line.strip())
    name = _named(f"{known.title or first}"[:60].strip(" .") + ".txt", set())
    (folder / "in" / name).write_bytes(known.text.encode("utf-8", "replace"))
    row = {"path": name} | {column: getattr(known, column) for column in _COLUMNS[1:]}
    if any(row[column] for column in _COLUMNS[1:]):
        _write(folder / "manifest.csv", [row])
    return [name]


def _uploaded(folder: Path, request: Request, known: Known) -> list[str]:
    """The files, each under a name of its own, and the manifest, its paths cut to the names of the files."""
    taken: set[str] = set()
    given: dict[str, str] = {}
    for file in form(request).getlist("files"):
        if isinstance(file, UploadFile) and file.filename:
            name = _named(file.filename, taken)
            taken.add(name)
            given.setdefault(_bare(file.filename), name)
            with (folder / "in" / name).open("wb") as out:
                shutil.copyfileobj(file.file, out)
    manifest = form(request).get("manifest")
    sent = isinstance(manifest, UploadFile) and manifest.filename
    rows = _rows(manifest.file.read(), given) if sent and isinstance(manifest, UploadFile) else {}
    if not given:
        raise _RefusedError(
            "There is no file. Choose one or more: text, Markdown, or pages saved from the browser."
        )
    for name in taken:
        row = rows.setdefault(name, {"path": name})
        for column in ("outlet", "published"):
            row[column] = row.get(column) or getattr(known, column)
    if any(value for row in rows.values() for column, value in row.items() if column != "path"):
        _write(folder / "manifest.csv", list(rows.values()))
    return sorted(taken)


def _rows(raw: bytes, given: dict[str, str]) -> dict[str, dict[str, str]]:
    """The rows of a manifest by their file; _RefusedError where it is none, or names none of the files `given`."""
    try:
        table = csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True, restkey="")
        table.fieldnames = [name.strip().lower() for name in table.fieldnames or ()]
        rows = list(table)
    except (UnicodeDecodeError, csv.Error) as fault:
        raise _RefusedError(
            f"The manifest is no CSV in UTF-8 ({fault}). Save it as comma-separated UTF-8."
        ) from None
    if "path" not in table.fieldnames:
        raise _RefusedError(
            "The first line of the manifest names its columns, path among them: path,outlet,published,title"
        )
    found = {given[_bare(row["path"] or "")]: row for row in rows if _bare(row["path"] or "") in given}
    if not found:
        raise _RefusedError(
            "The manifest names none of the files that were sent. Send the files it is about with it."
        )
    return {
        name: {key: value or "" for key, value in row.items() if key} | {"path": name}
        for name, row in found.items()
    }


def _write(place: Path, rows: Sequence[dict[str, str]]) -> None:
    """A manifest; its paths are those of the files in the folder beside it."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    with place.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, columns, restval="")
        writer.writeheader()
        writer.writerows(row | {"path": str(Path("in") / row["path"])} for row in rows)


def _bare(name: str) -> str:
    """The last part of a path of any system."""
    return re.split(r"[/\\]", name.strip())[-1]


def _named(name: str, taken: set[str]) -> str:
    """A name of a file that is nothing but a name, not in `taken`: no path, no option, no pattern, not hidden."""
    plain = _ODD.sub("_", _bare(name)).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    stem, ending = (stem, ending[:10]) if dot else (plain, "txt")
    stem = stem[:_LONGEST_NAME].lstrip("-. ").rstrip(" .") or "article"
    made = f"{stem}.{ending}"
    number = 2
    while made in taken:
        made = f"{stem}-{number}.{ending}"
        number += 1
    return made


ROUTES = [Route("/add", show, methods=["GET"]), Route("/add", take, methods=["POST"])]
