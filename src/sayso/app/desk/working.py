"""Long work beside the desk: articles are added and the answer is brought up to date in processes of their own.

One job at a time works on the case; further ones wait in line, and two updates that wait are one. A job is the
command line itself (`python -m sayso add …`), so that whatever happens to the desk the case is as a terminal
would have left it, and what the desk does can be done without it. The list of jobs lives as long as the desk;
what they did is in the case.

After rulings an update comes by itself: as soon as nobody has ruled for as long as the last update took, at
least one and a half seconds and at most thirty.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any, Final, Literal

from sayso.app.exits import FAILED, NOTHING, OK, PARTIAL

State = Literal["waiting", "running", "done", "failed"]

#: Seconds without a ruling before an update begins: at least, at most; and how often that can be put off.
_SOONEST, _LATEST, _PUT_OFF = 1.5, 30.0, 10
#: Jobs that are remembered, and lines of each.
_JOBS, _LINES = 30, 400
#: Bytes of what a command prints that are read.
_LARGEST: Final = 8 * 2**20
#: Exit codes with which a command has done its work: all of it, or all but some inputs that it names.
_DONE: Final = {OK, PARTIAL, NOTHING}


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of long work as it stands: what it is, who wanted it, how far it is, what it has said.

    `result` is the JSON that the command printed, empty where it printed none. `seconds` is how long it took.
    """

    id: int
    kind: Literal["add", "update"]
    label: str
    by: str
    arguments: tuple[str, ...]
    state: State = "waiting"
    lines: tuple[str, ...] = ()
    asked: float = 0.0
    seconds: float | None = None
    folder: str | None = None
    result: Mapping[str, Any] = field(default_factory=dict)

    @property
    def step(self) -> str:
        """What it is doing, in its own words."""
        return self.lines[-1] if self.lines else ("starting" if self.state == "running" else "waiting")

    @property
    def over(self) -> bool:
        """Whether it has ended, well or not."""
        return self.state in {"done", "failed"}


class Works:
    """The jobs of one case, each in a process of its own, one after the other."""

    def __init__(self, place: str, *, auto: bool = True, after: Callable[[Job], None] | None = None) -> None:
        """Jobs on the case at `place`; `after` is told each one that has ended, in the thread of the jobs."""
        self._place = place
        self._auto = auto
        self._after = after
        self._woken = threading.Condition()
        self._jobs: dict[int, Job] = {}
        self._queue: deque[int] = deque()
        self._due: tuple[float, float] | None = None  # when an update begins, and by when at the latest
        self._process: subprocess.Popen[str] | None = None
        self._closing = False
        self._thread: threading.Thread | None = None

    def add(self, label: str, arguments: Sequence[str], *, by: str, folder: str) -> Job:
        """A job that runs `sayso add CASE` with `arguments` in `folder`/in; `folder` goes once it has ended."""
        when = () if self._auto else ("--later",)
        told = ("add", self._place, "--by", by, "--json", *when, *arguments)
        return self._asked("add", label, told, by=by, folder=folder)

    def update(self, *, by: str) -> Job:
        """A job that brings the answer up to date; the one that waits already, where one does."""
        with self._woken:
            self._due = None
            for number in self._queue:
                if self._jobs[number].kind == "update":
                    return self._jobs[number]
        return self._asked("update", "Bringing the answer up to date", ("update", self._place, "--json"), by=by)

    def ruled(self, seconds: float | None) -> None:
        """Somebody has ruled: an update follows once it is quiet. `seconds` is what the last one took."""
        if not self._auto:
            return
        wait = min(_LATEST, max(_SOONEST, seconds or 0.0))
        now = time.monotonic()
        with self._woken:
            latest = self._due[1] if self._due else now + wait * _PUT_OFF
            self._due = (min(now + wait, latest), latest)
            self._begun()
            self._woken.notify_all()

    def jobs(self) -> tuple[Job, ...]:
        """All jobs that are remembered, the newest first."""
        with self._woken:
            return tuple(reversed(self._jobs.values()))

    def job(self, number: int) -> Job | None:
        """One job."""
        with self._woken:
            return self._jobs.get(number)

    def current(self) -> Job | None:
        """The job that runs, else the next that waits, else None."""
        with self._woken:
            open_ = [one for one in self._jobs.values() if not one.over]
        return min(open_, key=lambda one: (one.state != "running", one.id), default=None)

    @property
    def expected(self) -> bool:
        """Whether an update will come by itself."""
        with self._woken:
            return self._due is not None

    def close(self) -> tuple[Job, ...]:
        """Stop; gives the jobs that were not done."""
        with self._woken:
            self._closing = True
            left = tuple(one for one in self._jobs.values() if not one.over)
            process = self._process
            self._woken.notify_all()
        if process is not None:
            process.terminate()
        if self._thread is not None:
            self._thread.join(timeout=5)
        for one in left:
            _cleared(one)
        return left

    def _asked(
        self,
        kind: Literal["add", "update"],
        label: str,
        arguments: tuple[str, ...],
        *,
        by: str,
        folder: str | None = None,
    ) -> Job:
        with self._woken:
            job = Job(max(self._jobs, default=0) + 1, kind, label, by, arguments, asked=time.time(), folder=folder)
            self._jobs[job.id] = job
            self._queue.append(job.id)
            for number in [number for number, one in self._jobs.items() if one.over][
                : max(0, len(self._jobs) - _JOBS)
            ]:
                del self._jobs[number]
            self._begun()
            self._woken.notify_all()
            return job

    def _begun(self) -> None:
        """The thread of the jobs, started with the first of them."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="jobs", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while (number := self._next()) is not None:
            job = self._run(self._changed(number, state="running"))
            _cleared(job)
            if self._after is not None:
                with contextlib.suppress(Exception):  # what is done after a job must never stop the next one
                    self._after(job)

    def _next(self) -> int | None:
        """The next job's number, once there is one; None when the desk closes."""
        with self._woken:
            while not self._closing:
                if self._queue:
                    return self._queue.popleft()
                wait = self._due[0] - time.monotonic() if self._due else None
                if wait is not None and wait <= 0:
                    self._woken.release()
                    try:
                        self.update(by="")
                    finally:
                        self._woken.acquire()
                else:
                    self._woken.wait(wait)
            return None

    def _run(self, job: Job) -> Job:
        """The job, done: what it says on stderr is its progress, what it prints its result."""
        began = time.monotonic()
        with tempfile.TemporaryFile() as printed:
            try:
                with self._started(job, printed) as process:
                    for line in process.stderr or ():
                        self._heard(job.id, line)
                    code = process.wait()
            except OSError as fault:
                self._heard(job.id, f"cannot be started: {fault}")
                code = FAILED
            result = _read(printed)
        with self._woken:
            self._process = None
        state: State = "done" if code in _DONE else "failed"
        return self._changed(job.id, state=state, result=result, seconds=time.monotonic() - began)

    def _started(self, job: Job, printed: IO[bytes]) -> subprocess.Popen[str]:
        process = subprocess.Popen(  # noqa: S603 - our own program, arguments as a list
            [
                sys.executable,
                "-P",
                "-m",
                "sayso",
                *job.arguments,
            ],  # -P: no module is taken from where files were sent
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            cwd=Path(job.folder) / "in" if job.folder else None,
            env={**os.environ, "PYTHONUNBUFFERED": "1", "SAYSO_PROGRESS": "lines", "NO_COLOR": "1"},
            start_new_session=True,  # Ctrl-C is for the desk, which then ends its jobs itself
        )
        if hasattr(os, "setpriority"):
            with contextlib.suppress(OSError):  # pages go before long work
                os.setpriority(os.PRIO_PROCESS, process.pid, 10)
        with self._woken:
            self._process = process
            if self._closing:
                process.terminate()
        return process

    def _heard(self, number: int, line: str) -> None:
        """A line that a job has said."""
        said = line.strip().removeprefix("sayso: ")
        if said:
            with self._woken:
                lines = (*self._jobs[number].lines, said)[-_LINES:]
                self._jobs[number] = replace(self._jobs[number], lines=lines)

    def _changed(self, number: int, **changes: object) -> Job:
        with self._woken:
            self._jobs[number] = replace(self._jobs[number], **changes)  # type: ignore[arg-type]  # fields by name
            return self._jobs[number]


def _read(printed: IO[bytes]) -> Mapping[str, Any]:
    """The JSON object that a command printed; empty where it printed none."""
    printed.seek(0)
    try:
        found = json.loads(printed.read(_LARGEST))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _cleared(job: Job) -> None:
    """The folder of what was uploaded for a job, removed."""
    if job.folder is not None:
        shutil.rmtree(Path(job.folder), ignore_errors=True)
