"""JSON Lines: an article a line, so that a corpus of 100,000 articles need not be 100,000 files.

A line is an object with the article's `text`, and any of path, id, outlet, title, url, published, byline, language
(front matter's other names for these are understood, too). What `sayso read --jsonl` prints has all that under
`article`, and its blocks beside it. Lines are read one at a time; one that holds no article stops no other.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, Final, get_args

from sayso.errors import InputError
from sayso.model.article import Block, BlockKind, Candidate
from sayso.model.notes import Note
from sayso.model.span import Span
from sayso.reading.decode import Decoded, checked
from sayso.reading.facts import read_published
from sayso.reading.gather import LARGEST_TEXT, STDIN, opened
from sayso.reading.plain import NAMES

ENDINGS: Final = (".jsonl", ".ndjson")

#: Bytes of a line; an escaped letter has six.
_LARGEST_LINE: Final = 6 * LARGEST_TEXT

#: Where so many lines at the start of a file hold no article, the file is another one than was meant.
_HOPELESS: Final = 20

_OPENING: Final = re.compile(rb'\s*\{\s*"')
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_BLANK: Final = b" \t\r\n"


@dataclass(frozen=True, slots=True)
class Line:
    """An article as a line gives it; `digest` is of the bytes it was once read from, else of its text."""

    path: str
    text: str
    digest: str
    candidates: tuple[Candidate, ...]
    layout: tuple[Block, ...]
    notes: tuple[Note, ...]


def holds_lines(path: str) -> bool:
    """Whether a file is one of JSON Lines, by its ending."""
    return path.lower().endswith(ENDINGS)


def begins_like_lines(head: bytes) -> bool:
    """Whether standard input is JSON Lines, by how it begins."""
    return bool(_OPENING.match(head))


def each(path: str, stdin: BinaryIO | None) -> Iterator[Line | InputError]:
    """Each article of a file of JSON Lines or of standard input, or the error of its line.

    InputError: the file cannot be read, or its first lines hold no article.
    """
    failed, found = 0, False
    with opened(path, stdin) as file:
        for number, row in _rows(file):
            place = f"{'standard input' if path == STDIN else path}, line {number}"
            try:
                line = _line(row, place, path=path, number=number)
            except InputError as error:
                failed += 1
                if failed == _HOPELESS and not found:
                    raise InputError(
                        path, f"none of the first {failed} lines holds an article", f"line {number}: {error.reason}"
                    ) from error
                yield error
            else:
                found = True
                yield line


def _rows(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers from 1; of one that is too long only its beginning."""
    number = 0
    while row := file.readline(_LARGEST_LINE + 1):
        number += 1
        rest = row
        while len(rest) > _LARGEST_LINE and not rest.endswith(b"\n"):
            rest = file.readline(_LARGEST_LINE + 1)
        if row.strip(_BLANK):
            yield number, row


def _line(row: bytes, place: str, *, path: str, number: int) -> Line:
    """The article of one line; InputError where it holds none."""
    record = _record(row, place)
    inner = record.get("article")
    article: dict[str, Any] = inner if isinstance(inner, dict) else record
    text = article.get("text")
    if not isinstance(text, str):
        raise InputError(place, 'there is no "text"', 'give an object with the article\'s text under "text"')
    if len(text) > LARGEST_TEXT:
        raise InputError(
            place, f"the text has more than {LARGEST_TEXT / 1e6:.0f} million letters", "give one article a line"
        )
    checked(Decoded(text), place)
    candidates, notes = _stated(article, place)
    digest = article.get("raw_sha256")
    if not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    name = article.get("path") or (f"{path}#{article['id']}" if article.get("id") else f"{path}:{number}")
    return Line(str(name), text, digest, candidates, _layout(record.get("blocks"), text), notes)


def _record(row: bytes, place: str) -> dict[str, Any]:
    """The object on a line."""
    if len(row) > _LARGEST_LINE:
        raise InputError(place, f"the line has more than {_LARGEST_LINE / 1e6:.0f} MB", "give one article a line")
    try:
        record = json.loads(row)
    except (ValueError, RecursionError) as error:
        raise InputError(place, "this is not JSON in UTF-8", "give one object a line") from error
    if not isinstance(record, dict):
        raise InputError(place, "this is no JSON object", 'give an object with the article\'s text under "text"')
    return record


def _stated(article: Mapping[str, Any], place: str) -> tuple[tuple[Candidate, ...], tuple[Note, ...]]:
    """What the line says of the article, and notes on what cannot be understood."""
    candidates: list[Candidate] = []
    notes: list[Note] = []
    for name, value in article.items():
        field = NAMES.get(name.strip().lower())
        plain = _days(value) if field == "published" else value
        if not field or not isinstance(plain, str) or not plain.strip():
            continue
        if field == "published" and not read_published(plain):
            notes.append(Note("R107", f"The date {plain[:60]!r} in {place} was not understood; write 2023-01-17."))
        candidates.append(Candidate(field, plain, place))
    return tuple(candidates), tuple(notes)


def _days(value: object) -> object:
    """A date as `sayso read` prints it, as one text; one that it inferred is inferred anew, and left out."""
    if not isinstance(value, dict):
        return value
    if value.get("how") == "inferred" or not (value.get("earliest") and value.get("latest")):
        return None
    return f"{value['earliest']}/{value['latest']}"


def _layout(blocks: object, text: str) -> tuple[Block, ...]:
    """The blocks as `sayso read` prints them; none where they do not fit the text."""
    if not isinstance(blocks, list):
        return ()
    made: list[Block] = []
    at = 0
    for one in blocks:
        block = _block(one)
        if block is None or block.span.start < at or block.span.end > len(text):
            return ()
        at = block.span.end
        made.append(block)
    return tuple(made)


def _block(given: object) -> Block | None:
    """One block, or None where it is none."""
    match given:
        case {"span": [int(start), int(end)], "kind": str(kind)} if kind in _KINDS and 0 <= start < end:
            return Block(Span(start, end), _KINDS[kind])
    return None


_KINDS: Final[dict[str, BlockKind]] = {kind: kind for kind in get_args(BlockKind)}
