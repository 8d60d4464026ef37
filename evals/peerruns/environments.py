"""An environment for each peer, made when it is first asked for, and its answers, kept as long as nothing changes.

Everything lies under build/peers, which git ignores. Packages are named by name and version; where they come from
is the business of the machine's own pip and npm.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from evals.peerruns.roster import Peer

HERE: Final = Path(__file__).parent
BUILD: Final = HERE.parent.parent / "build" / "peers"
_INSTALLING, _ANSWERING = 900, 1800  # seconds


class Unavailable(Exception):  # noqa: N818 - no error: a peer that cannot be had here
    """Why a peer cannot run here."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a peer said: raw answers by the text's id; CPU seconds for the texts; until ready; peak megabytes.

    `faults` are ids of texts on which it failed, `times` has the seconds by id.
    """

    found: dict[str, list[Any]]
    seconds: float
    loading: float
    megabytes: float
    faults: tuple[str, ...] = ()
    times: dict[str, float] = field(default_factory=dict)


def answers(peer: Peer, rows: Sequence[dict[str, str]], *told: str, build: Path = BUILD) -> Answers:
    """The peer's answers to rows of id, text and day; Unavailable where it cannot be installed or does not run.

    `told` is told to the peer on top: "story" to those that read stories in another way.
    """
    given = "".join(json.dumps(row) + "\n" for row in rows)
    names = ("peer.py", "peer.mjs") if peer.script == "peer.py" else (peer.script,)
    scripts = [(HERE / name).read_text("utf-8") for name in names]
    key = hashlib.sha256("\n".join((*peer.packages, *scripts, *told, given)).encode()).hexdigest()[:16]
    kept = build / "answers" / f"{peer.name}-{key}.jsonl"
    if not kept.exists():
        command = [*_command(peer, build), *told]
        try:
            done = subprocess.run(
                command, input=given, capture_output=True, text=True, timeout=_ANSWERING, check=True
            )
        except subprocess.TimeoutExpired:
            raise Unavailable(f"did not finish within {_ANSWERING // 60} minutes") from None
        except subprocess.CalledProcessError as error:
            raise Unavailable(f"broke down: {_last(error.stderr)}") from None
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(done.stdout, "utf-8")
    return parsed(kept.read_text("utf-8"))


def parsed(output: str) -> Answers:
    """The answers in what a runner printed."""
    *lines, last = (json.loads(line) for line in output.splitlines())
    return Answers(
        {one["id"]: one["found"] for one in lines},
        sum(one["seconds"] for one in lines),
        last["loading"],
        last["megabytes"],
        tuple(one["id"] for one in lines if "error" in one),
        {one["id"]: one["seconds"] for one in lines},
    )


def _command(peer: Peer, build: Path) -> list[str]:
    """The command that runs a peer, installed where it is not yet."""
    missing = [program for program in peer.needs if not shutil.which(program)]
    if missing:
        raise Unavailable(f"needs {' and '.join(missing)}, not on this machine")
    digest = hashlib.sha256(" ".join(peer.packages).encode()).hexdigest()[:8]
    folder = build / f"{'-'.join(peer.packages[0].replace('@', '==').split('=='))}-{digest}"
    if not (folder / ".made").exists():
        shutil.rmtree(folder, ignore_errors=True)
        _install(peer, folder)
        (folder / ".made").touch()
    if peer.kind == "node":
        return ["node", str(HERE / "peer.mjs"), peer.name, str(folder)]
    return [str(folder / "bin" / "python"), "-W", "ignore", str(HERE / peer.script), peer.name]


def _install(peer: Peer, folder: Path) -> None:
    folder.mkdir(parents=True)
    if peer.kind == "node":
        (folder / "package.json").write_text('{"private": true}', "utf-8")
        _run(["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", *peer.packages])
        return
    _run([sys.executable, "-m", "venv", str(folder)])
    python = str(folder / "bin" / "python")
    _run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *peer.packages])
    for site in folder.glob("lib/python*/site-packages"):
        for dropped in peer.drops:
            shutil.rmtree(site / dropped, ignore_errors=True)


def _run(command: list[str]) -> None:
    try:
        subprocess.run(command, capture_output=True, text=True, timeout=_INSTALLING, check=True)
    except subprocess.TimeoutExpired:
        raise Unavailable("could not be installed within a quarter of an hour") from None
    except subprocess.CalledProcessError as error:
        raise Unavailable(f"could not be installed: {_last(error.stderr)}") from None


def _last(told: str) -> str:
    """The last line of what a program said, shortened."""
    lines = [line.strip() for line in told.splitlines() if line.strip()]
    return lines[-1][:120] if lines else "it did not say why"
