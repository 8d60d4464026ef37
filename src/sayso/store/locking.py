"""A lock on an open file that holds back other processes, on POSIX systems and on Windows."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

#: Seconds to wait for another process before giving up, and between two tries.
PATIENCE, PAUSE = 10.0, 0.02

if sys.platform == "win32":
    import msvcrt

    def _take(file: BinaryIO) -> None:
        """Lock the first byte; OSError where another holds it."""
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _give(file: BinaryIO) -> None:
        """Unlock the first byte."""
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(file: BinaryIO) -> None:
        """Lock the file; OSError where another holds it."""
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _give(file: BinaryIO) -> None:
        """Unlock the file."""
        fcntl.flock(file.fileno(), fcntl.LOCK_UN)


@contextmanager
def locked(file: BinaryIO, patience: float = PATIENCE) -> Iterator[None]:
    """Hold `file` for this process alone; TimeoutError where another keeps it longer than `patience` seconds."""
    until = time.monotonic() + patience
    while True:
        try:
            _take(file)
            break
        except OSError as error:
            if time.monotonic() > until:
                raise TimeoutError("another process holds it") from error
            time.sleep(PAUSE)
    try:
        yield
    finally:
        _give(file)
