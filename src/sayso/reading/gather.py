"""Inputs as the user gave them -> files to read, each once, and their bytes."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sayso.errors import InputError

#: What a folder is searched for; files named one by one may have any ending.
ENDINGS = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml")
HTML_ENDINGS = (".html", ".htm", ".xhtml")
STDIN = "-"

#: Largest input in bytes. A long news article has 100 kB of text; a saved page with its images inside may have
#: 20 MB. Checked before the file is read.
LARGEST_TEXT = 5_000_000
LARGEST_PAGE = 25_000_000


@dataclass(frozen=True, slots=True)
class Gathered:
    """In the order given: a file to read, or the error of an input that names none; and what was left out."""

    entries: tuple[str | InputError, ...]
    skipped: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many files there are to read."""
        return sum(isinstance(entry, str) for entry in self.entries)


def gather(inputs: Sequence[str]) -> Gathered:
    """The files of all inputs in the order given; a file reached twice stands once, where it came first."""
    entries: list[str | InputError] = []
    seen: set[str] = set()
    skipped: list[str] = []
    for given in inputs:
        try:
            found, left = _expand(given)
        except InputError as error:
            entries.append(error)
            continue
        skipped += left
        for path in found:
            real = path if path == STDIN else os.path.realpath(path)
            if real not in seen:
                seen.add(real)
                entries.append(path)
    return Gathered(tuple(entries), tuple(skipped))


def _expand(given: str) -> tuple[list[str], list[str]]:
    """The files one input names, and those of a folder that were left out."""
    if given == STDIN:
        return [STDIN], []
    if "\0" in given or not given:
        raise InputError(
            repr(given), "this is no file name", "name a file, a folder, a glob or - for standard input"
        )
    path = Path(given)
    try:
        if path.is_dir():
            return _folder(path, given)
        if path.exists() or not glob.has_magic(given):
            return [given], []
        matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207 - a pattern may be absolute
    except (OSError, ValueError) as error:
        raise InputError(given, _plainly(error), "check the name") from error
    if not matches:
        raise InputError(given, "nothing matches this pattern", "check the folder and the ending")
    return _matched(matches)


def _matched(matches: list[str]) -> tuple[list[str], list[str]]:
    """The files that a pattern matched, those of matched folders included."""
    found: list[str] = []
    skipped: list[str] = []
    for match in matches:
        if Path(match).is_dir():
            try:
                inner, left = _folder(Path(match), match)
            except InputError:
                continue  # a folder without articles among a pattern's matches is no failure
            found += inner
            skipped += left
        else:
            found.append(match)
    return found, skipped


def _folder(path: Path, given: str) -> tuple[list[str], list[str]]:
    """The articles directly in a folder, sorted by name, and its other files."""
    try:
        files = sorted(entry for entry in path.iterdir() if entry.is_file() and not entry.name.startswith("."))
    except OSError as error:
        raise InputError(given, _plainly(error), "check the folder's permissions") from error
    found = [str(entry) for entry in files if entry.suffix.lower() in ENDINGS]
    if not found:
        kinds = ", ".join(ENDINGS)
        raise InputError(given, "the folder holds no article", f"put files ending in {kinds} in it, or give a glob")
    return found, [str(entry) for entry in files if str(entry) not in set(found)]


def read_bytes(path: str, stdin: BinaryIO | None) -> bytes:
    """The bytes of a file or of standard input; InputError where it cannot be read or is too large."""
    limit = LARGEST_PAGE if path == STDIN or path.lower().endswith(HTML_ENDINGS) else LARGEST_TEXT
    with opened(path, stdin, limit) as file:
        return _bounded(file, path, limit)


@contextmanager
def opened(path: str, stdin: BinaryIO | None, limit: int | None = None) -> Iterator[BinaryIO]:
    """A file or standard input, to read from; InputError where that fails or there are more than `limit` bytes."""
    if path == STDIN:
        if stdin is None:
            raise InputError(path, "nothing is connected to standard input", "pipe the article in")
        yield stdin
        return
    try:
        found = Path(path).stat()
        if not (stat.S_ISREG(found.st_mode) or stat.S_ISFIFO(found.st_mode)):
            raise InputError(path, "this is no file", "name a file, a folder, a glob or - for standard input")
        if limit is not None and found.st_size > limit:
            raise _too_large(path, found.st_size, limit)
        with Path(path).open("rb") as file:
            yield file
    except FileNotFoundError as error:
        raise InputError(path, "there is no such file", "check the name and the folder you are in") from error
    except PermissionError as error:
        raise InputError(path, "you may not read this file", "change its permissions or copy it") from error
    except (OSError, ValueError) as error:
        raise InputError(path, _plainly(error), "check the file") from error


def _bounded(opened: BinaryIO, path: str, limit: int) -> bytes:
    """All bytes of an open file, or InputError once there are more than `limit`."""
    data = opened.read(limit + 1)
    if len(data) > limit:
        raise _too_large(path, None, limit)
    return data


def _too_large(path: str, size: int | None, limit: int) -> InputError:
    """The error for a file over the limit."""
    said = f"the file has {size / 1e6:,.0f} MB" if size else "the input is longer"
    return InputError(
        path, f"{said}; the limit is {limit / 1e6:,.0f} MB", "give one article a file, as text or HTML"
    )


def _plainly(error: Exception) -> str:
    """What an operating system error says, without its number and file name."""
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()
