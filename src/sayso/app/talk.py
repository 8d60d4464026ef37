"""What the program says on stderr while stdout carries data."""

from __future__ import annotations

import os
import sys


def say(message: str) -> None:
    """One line, named as ours."""
    print(f"sayso: {message}", file=sys.stderr)


def progress(message: str) -> None:
    """The step under way, on one line that the next one overwrites; only where someone watches."""
    if sys.stderr.isatty():
        width = os.get_terminal_size(sys.stderr.fileno()).columns
        sys.stderr.write(f"\r\x1b[K{message[: width - 1]}" if message != "weighing" else "\r\x1b[K")
        sys.stderr.flush()
