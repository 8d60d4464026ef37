"""What the program says on stderr while stdout carries data."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

#: Who is told each step of long work, in words.
Progress = Callable[[str], None]


def quiet(_: str) -> None:
    """Where nobody wants to know."""


def say(message: str) -> None:
    """One line, named as ours."""
    print(f"sayso: {message}", file=sys.stderr)


def progress(message: str) -> None:
    """The step under way, on one line that the next one overwrites; only where someone watches.

    With SAYSO_PROGRESS=lines each step is a line of its own, also where stderr is read by a program.
    """
    if os.environ.get("SAYSO_PROGRESS") == "lines":
        if message:
            print(message, file=sys.stderr, flush=True)
    elif sys.stderr.isatty():
        width = os.get_terminal_size(sys.stderr.fileno()).columns
        sys.stderr.write(f"\r\x1b[K{message[: width - 1]}" if message != "weighing" else "\r\x1b[K")
        sys.stderr.flush()
