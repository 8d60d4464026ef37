"""Whole processes, as a user starts them: wall seconds, CPU seconds, peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

#: A small process that starts a command and says what it took: memory counted on a fork of a large process, as this
#: one is, would be the large one's.
_LAUNCHER = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
#: Of ru_maxrss in a megabyte: kilobytes, but bytes on macOS.
_UNITS = 2**20 if sys.platform == "darwin" else 2**10


@dataclass(frozen=True, slots=True)
class Used:
    """What a process used: CPU seconds of all its threads, and its largest resident memory in megabytes."""

    seconds: float
    megabytes: float


def used(command: Sequence[str], *, compiled: str = "") -> Used:
    """What a command uses from its start to its end; CalledProcessError where it fails.

    `compiled` is a folder for compiled Python files: a second run finds there what an installed package has.
    """
    run = [sys.executable, "-I", "-S", "-c", _LAUNCHER, *command]
    settings = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": compiled} if compiled else {}
    done = subprocess.run(run, check=True, capture_output=True, text=True, env=os.environ | settings)
    seconds, peak = done.stdout.split()
    return Used(float(seconds), megabytes(float(peak)))


def megabytes(resident: float) -> float:
    """What `ru_maxrss` says, in megabytes."""
    return resident / _UNITS


def least(command: Sequence[str], *, compiled: str, times: int = 4) -> Used:
    """The least of several runs: the first warms caches and compiles, and others work on the machine, too."""
    runs = [used(command, compiled=compiled) for _ in range(times)]
    return Used(min(one.seconds for one in runs), min(one.megabytes for one in runs))


def wall(command: Sequence[str], times: int = 5) -> float:
    """Wall seconds of a command, the least of several runs."""
    return min(_wall(command) for _ in range(times))


def _wall(command: Sequence[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - began
