"""A PostgreSQL server of the tests' own, from Debian's package: nobody else's is touched, and none is left running.

It listens on a socket in its own new folder and on no port, so that any number of runs may go at once. Where the
tests run as root it runs as Debian's `postgres`, since PostgreSQL refuses to be root.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

#: Who may enter without a password, and who needs one: tests of refused passwords log in as `guarded`.
ENTRY = "local all guarded scram-sha-256\nlocal all all trust\n"


def found() -> Path | None:
    """The folder with the newest `initdb` and `postgres`, None where there is none that can be run here."""
    if os.getuid() == 0 and not _postgres():
        return None
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
    folders += [Path(path).resolve().parent for path in [shutil.which("initdb")] if path]
    return next(
        (one for one in reversed(folders) if (one / "initdb").exists() and (one / "postgres").exists()), None
    )


@contextmanager
def running(programs: Path) -> Iterator[str]:
    """A new server, until the end: the address of its one database, "postgresql://USER@/postgres?host=FOLDER"."""
    folder = Path(tempfile.mkdtemp(prefix="sayso-", dir="/tmp"))  # a socket's path is short
    server: subprocess.Popen[Any] | None = None
    try:
        if os.getuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        made = [str(programs / "initdb"), "-D", str(folder / "data"), "-U", "sayso", "-A", "trust", "-E", "UTF8"]
        subprocess.run([*made, "--locale=C", "--no-sync"], check=True, capture_output=True, **_as_postgres())
        (folder / "data" / "pg_hba.conf").write_text(ENTRY)
        serve = [
            str(programs / "postgres"),
            "-D",
            str(folder / "data"),
            "-k",
            str(folder),
            "-c",
            "listen_addresses=",
        ]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(
                serve,
                stdout=log,
                stderr=log,
                preexec_fn=_die_with_the_tests,  # noqa: PLW1509 (no thread of the tests' is running yet)
                **_as_postgres(),
            )
        address = f"postgresql://sayso@/postgres?host={folder}"
        _wait(server, address, folder / "log")
        yield address
    finally:
        if server:
            server.send_signal(signal.SIGINT)  # a fast shutdown
            try:
                server.wait(timeout=20)
            except subprocess.TimeoutExpired:
                server.send_signal(signal.SIGQUIT)
                server.wait(timeout=20)
        shutil.rmtree(folder, ignore_errors=True)


def _wait(server: subprocess.Popen[Any], address: str, log: Path) -> None:
    """Until the server answers; RuntimeError with its own words where it ends or does not in a minute."""
    import psycopg  # noqa: PLC0415 (only where there is a server)

    until = time.monotonic() + 60
    while True:
        try:
            psycopg.connect(address).close()
        except psycopg.OperationalError as error:
            if server.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"PostgreSQL did not start: {log.read_text(errors='replace')}") from error
            time.sleep(0.05)
        else:
            return


def _as_postgres() -> dict[str, Any]:
    """How to start a program of PostgreSQL's, which must not be root."""
    plain: dict[str, Any] = {"cwd": "/", "env": {"PATH": os.environ["PATH"], "LC_ALL": "C"}}
    return plain if os.getuid() else {**plain, "user": "postgres", "group": "postgres", "extra_groups": []}


def _postgres() -> bool:
    """Whether the system knows Debian's user `postgres`."""
    import pwd  # noqa: PLC0415 (not on every system)

    return any(one.pw_name == "postgres" for one in pwd.getpwall())


def _die_with_the_tests() -> None:
    """Where the tests are killed, the server is told to shut down, too (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGINT)
