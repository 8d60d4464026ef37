"""The desk as a user starts it: a process of its own, and requests to it by somebody who came in by the link."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from sayso.app.desk.people import Person

ADA: Final = Person("Ada", "a" * 24)


@dataclass(frozen=True, slots=True)
class Served:
    """A desk that listens: its process and its port."""

    process: subprocess.Popen[str]
    port: int

    def line(self) -> http.client.HTTPConnection:
        """A connection to it."""
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    @property
    def headers(self) -> dict[str, str]:
        """What a browser that has opened the link sends."""
        return {"Cookie": f"sayso-{self.port}={ADA.cookie}", "Content-Type": "application/x-www-form-urlencoded"}

    def get(self, line: http.client.HTTPConnection, path: str) -> tuple[int, bytes]:
        """Status and body of a page."""
        line.request("GET", path, headers=self.headers)
        answer = line.getresponse()
        return answer.status, answer.read()

    def post(self, line: http.client.HTTPConnection, path: str, **fields: str) -> int:
        """The status that a form is answered with."""
        line.request("POST", path, urlencode({"pledge": ADA.pledge, **fields}), self.headers)
        answer = line.getresponse()
        answer.read()
        return answer.status


def begun(place: str, folder: Path, more: Sequence[str] = ()) -> Served:
    """A desk for the case at `place`, begun; `folder` is where its people are written down."""
    users = folder / "users.csv"
    users.write_text(f"name,token\n{ADA.name},{ADA.token}\n")
    words = [sys.executable, "-m", "sayso", "desk", place, "--port", "0", "--users", str(users), *more]
    process = subprocess.Popen(
        words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    told = process.stdout.readline() if process.stdout else ""
    return Served(process, int(told.partition("127.0.0.1:")[2].partition("/")[0]))


@contextmanager
def served(place: str, folder: Path) -> Iterator[Served]:
    """A desk that answers as long as the block runs; it brings nothing up to date by itself."""
    found = begun(place, folder, ["--no-update"])
    try:
        yield found
    finally:
        found.process.terminate()
        found.process.wait(30)
