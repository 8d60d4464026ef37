"""`python -m bench.kills`: processes on a real case, killed at random moments; what was acknowledged must last.

A case of a few invented articles, read by rules. Each round starts one process (`sayso add`, `resolve`, `rule`,
`undo`, `update`, or the desk with somebody reviewing over HTTP) and ends it with SIGKILL: every other time at a
moment drawn from the whole life of such a process, else within two milliseconds of one of its writes to the log of
the database, where commits are. Then

- everything that any process of this case has acknowledged (a line printed, exit code 0, an answer of the desk)
  must be in the journal, and each entry once,
- `sayso verify` must find nothing,
- the next command must write at once: a lock left behind would make it wait ten seconds and fail.

Moments are drawn from the seed; the machine decides what a process had done by then, so a failure names both.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import io
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.served import Served, begun
from sayso.app.cli import main as sayso
from sayso.model.keeping import Wanted
from sayso.store.opening import open_case

ASK: Final = "Will the harbour of Orsund close by 30 June 2031?"
#: Rounds after which a new case is begun: rounds on a large one would measure updates.
ROUNDS: Final = 25
#: Seconds in which the next command must have written; a stale lock takes ten.
AT_ONCE: Final = 9.0
#: Milliseconds after a write within which a process is ended.
_AFTER: Final = 2.0
_PEOPLE: Final = ("Ida Tarn", "Per Ahl", "Mira Solt", "Bo Krag", "Olaf Lind", "Nina Brek")


class LostError(Exception):
    """Something that was acknowledged is gone, or the case is damaged or held."""


@dataclass(slots=True)
class Tally:
    """What the rounds came to: how many by kind, kills that met a running process, and acknowledged entries."""

    rounds: Counter[str] = field(default_factory=Counter)
    alive: int = 0
    at_writes: int = 0
    kept: int = 0
    slowest: float = 0.0


@dataclass(slots=True)
class Round:
    """One round on one case: what draws the moments, what was acknowledged so far, and names for what is new."""

    place: str
    folder: Path
    dice: random.Random
    acknowledged: list[str] = field(default_factory=list)
    number: int = 0
    lives: dict[str, float] = field(default_factory=dict)
    at_write: bool = False
    moment: str = ""
    trouble: str = ""

    def name(self) -> str:
        """A word that nothing else in the case has."""
        self.number += 1
        return f"word{self.number}x"


def survived(
    times: int,
    seed: int,
    store: str | None = None,
    *,
    kinds: Sequence[str] = (),
    told: Callable[[str], None] = print,
) -> Tally:
    """What `times` kills came to; LostError names seed, round and moment of the first that was not survived.

    `store` is the address of a PostgreSQL database; without one the cases are files. `kinds` are those of
    processes, in turn; without any they are drawn.
    """
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="kills-") as name:
        folder = Path(name)
        made: Round | None = None
        for number in range(times):
            if made is None or number % ROUNDS == 0:
                place = f"{store}#kills{os.getpid()}x{number}" if store else str(folder / f"{number}.sayso")
                made = _begun(place, folder, random.Random(f"{seed} {number}"))  # noqa: S311 - no secret
            kind = kinds[number % len(kinds)] if kinds else made.dice.choice(list(_KINDS))
            try:
                _one(made, kind, tally)
            except LostError as fault:
                raise LostError(
                    f"seed {seed}, round {number + 1} of {times}, {kind} killed {made.moment}: {fault}"
                ) from fault
            if number % 20 == 19:
                told(f"{number + 1} of {times}")
    return tally


def _begun(place: str, folder: Path, dice: random.Random) -> Round:
    """A case with two articles, up to date."""
    made = Round(place, folder, dice)
    _run(["new", place, "--ask", ASK, "--brain", "rules"])
    _run(["add", place, str(_article(made)), str(_article(made)), "--by", "Ada"])
    with open_case(place) as repository:
        ids = [line.id for line in repository.lines(Wanted(limit=200), counts=False).rows]
    for id_ in ids[:2]:
        _run(["rule", place, id_, "accept", "--by", "Ada"])
    return made


def _one(made: Round, kind: str, tally: Tally) -> None:
    """A process killed, and what is left looked at."""
    made.at_write = made.dice.random() < 0.5 and "://" not in made.place
    before = len(made.acknowledged)
    alive = _KINDS[kind](made)
    tally.rounds[kind] += 1
    tally.alive += alive
    tally.at_writes += made.at_write
    tally.kept += len(made.acknowledged) - before
    tally.slowest = max(tally.slowest, _sound(made))


# What is left


def _sound(made: Round) -> float:
    """The seconds in which the next command wrote; LostError where anything is not as it must be."""
    began = time.monotonic()
    word = made.name()
    done = _sayso(["comment", made.place, "question", "--why", word, "--by", "Bo"])
    _, said = done.communicate(timeout=60)
    seconds = time.monotonic() - began
    if done.returncode or seconds > AT_ONCE:
        raise LostError(f"the next command took {seconds:.1f} s, exit code {done.returncode}: {said.strip()}")
    made.acknowledged.append(word)
    with open_case(made.place) as repository:
        paths = {item.id: item.path for item in repository.articles()}
        held = Counter(
            Path(paths[entry.ruling.target]).name if entry.ruling.verdict == "add" else entry.ruling.why
            for entry in repository.journal()
        )
    lost = [one for one in made.acknowledged if held[one] != 1]
    if lost:
        raise LostError(f"acknowledged, and not once in the journal: {', '.join(lost)}")
    _run(["verify", made.place])
    return seconds


# What is killed


def _add(made: Round) -> bool:
    """One to three articles added, sometimes with an update."""
    paths = [_article(made) for _ in range(made.dice.randint(1, 3))]
    how = made.dice.choice(["--update", "--later", "--json"])
    return _killed(
        made, "add", ["add", made.place, *map(str, paths), how, "--by", "Ada"], [one.name for one in paths]
    )


def _resolve(made: Round) -> bool:
    """An outcome recorded, another each time."""
    word, day = made.name(), f"2026-01-{made.dice.randint(1, 28):02}"
    told = made.dice.choice(["yes", "no"])
    words = [
        "resolve",
        made.place,
        "h1",
        told,
        day,
        "--source",
        f"the gazette {word}",
        "--why",
        word,
        "--by",
        "Ada",
    ]
    return _killed(made, "resolve", words, [word])


def _rule(made: Round) -> bool:
    """A ruling on a statement."""
    word, verdict = made.name(), made.dice.choice(["accept", "reject", "lock", "comment"])
    return _killed(
        made, "rule", ["rule", made.place, _statement(made), verdict, "--why", word, "--by", "Ada"], [word]
    )


def _undo(made: Round) -> bool:
    """The last ruling on a statement taken back."""
    with open_case(made.place) as repository:
        entries = [one for one in repository.journal() if one.ruling.target.startswith("s-") and not one.undone]
    if not entries:
        return _rule(made)
    word = made.name()
    return _killed(
        made, "undo", ["undo", made.place, str(entries[-1].number), "--why", word, "--by", "Ada"], [word]
    )


def _update(made: Round) -> bool:
    """The answer brought up to date; it has a new article to take in."""
    path = _article(made)
    _run(["add", made.place, str(path), "--later", "--by", "Ada"])
    made.acknowledged.append(path.name)
    return _killed(made, "update", ["update", made.place], [])


def _review(made: Round) -> bool:
    """The desk killed while somebody reviews as fast as it answers; now and then its update is under way, too."""
    with open_case(made.place) as repository:
        ids = [line.id for line in repository.lines(Wanted(limit=200), counts=False).rows]
    desk = begun(made.place, made.folder, made.dice.choice([["--no-update"], []]))
    reviewer = threading.Thread(target=_reviewing, args=(made, desk, ids), daemon=True)
    reviewer.start()
    alive = _end(made, desk.process, made.dice.uniform(0, 2.5))
    reviewer.join(timeout=20)
    if made.trouble:
        raise LostError(made.trouble)
    return alive


def _reviewing(made: Round, desk: Served, ids: Sequence[str]) -> None:
    """Statements judged in turn until nobody answers any more; what was answered is acknowledged."""
    line = desk.line()
    for turn in range(100_000):
        word, verdict = made.name(), ("accept", "reject", "comment")[turn % 3]
        try:
            status = desk.post(line, f"/statements/{ids[turn % len(ids)]}/{verdict}", why=word, back="/help")
        except (OSError, http.client.HTTPException):
            return
        if status not in {200, 303}:
            made.trouble = f"the desk answered {status} to {verdict}"
            return
        made.acknowledged.append(word)


_KINDS: Final[dict[str, Callable[[Round], bool]]] = {
    "add": _add, "resolve": _resolve, "rule": _rule, "undo": _undo, "update": _update, "review": _review,
}  # fmt: skip


# Processes


def _killed(made: Round, kind: str, words: Sequence[str], due: Sequence[str]) -> bool:
    """Whether a command was still at work when it was killed; what it had acknowledged by then is noted.

    It acknowledges all of `due` by its exit code or by the first line that it prints for the user.
    """
    life = made.lives.get(kind, 1.5)
    began = time.monotonic()
    process = _sayso(words)
    alive = _end(made, process, made.dice.uniform(0, 1.1 * life))
    said = "".join(process.communicate(timeout=60))
    if not alive:
        made.lives[kind] = time.monotonic() - began
        if process.returncode:
            raise LostError(f"it ended by itself with exit code {process.returncode}: {said.strip()}")
    if not alive or any(told in said for told in _ACKNOWLEDGED[kind]):
        made.acknowledged += due
    return alive


#: What a command prints once it is done.
_ACKNOWLEDGED: Final = {
    "add": (" added, ", '"added"'), "resolve": (": recorded ",), "rule": (": #",), "undo": (" undid #",),
    "update": (),
}  # fmt: skip


def _end(made: Round, process: subprocess.Popen[str], wait: float) -> bool:
    """SIGKILL to a process, after `wait` seconds or at one of its writes; whether it was still at work."""
    began, writes = time.monotonic(), made.dice.choice([1, 1, 1, 2, 3, 5, 8])
    after = made.dice.uniform(0, _AFTER) / 1000
    if made.at_write:
        log = f"{made.place}-wal"
        before = _stamp(log)
        while process.poll() is None and writes and time.monotonic() - began < 20:
            now = _stamp(log)
            writes -= now != before
            before = now
            time.sleep(0.0002)
        wait = after
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(wait)
    made.moment = f"after {time.monotonic() - began:.4f} s{', at a write' * made.at_write}"
    alive = process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    return alive


def _stamp(path: str) -> tuple[int, int]:
    """Size and time of a file's last change; zeros where there is none."""
    try:
        told = Path(path).stat()
    except OSError:
        return 0, 0
    return told.st_size, told.st_mtime_ns


def _sayso(words: Sequence[str]) -> subprocess.Popen[str]:
    """`sayso` as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "sayso", *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def _run(words: Sequence[str]) -> None:
    """A command that nobody kills, in this process; LostError where it fails."""
    said = io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
        code = sayso(words)
    if code:
        raise LostError(f"sayso {' '.join(words)}: exit code {code}: {said.getvalue()[:500]}")


# What there is to say


def _article(made: Round) -> Path:
    """A new article of three sentences."""
    word = made.name()
    one, two = made.dice.sample(_PEOPLE, 2)
    path = made.folder / f"{word}.txt"
    path.write_text(
        f"Harbour {word}\n\nMayor {one} said that the harbour of Orsund will close by {made.dice.randint(1, 29)} "
        f"June, the {word} first. {two} denied that it will close. The guild expects that 300 boats must leave.\n"
    )
    return path


def _statement(made: Round) -> str:
    with open_case(made.place) as repository:
        return made.dice.choice([line.id for line in repository.lines(Wanted(limit=200), counts=False).rows])


def main(given: Sequence[str] | None = None) -> int:
    """Print how many kills were survived; 1 and the first that was not, where there is one."""
    parser = argparse.ArgumentParser(prog="python -m bench.kills", description=__doc__)
    parser.add_argument("--times", type=int, default=200, help="how many processes are killed (default: 200)")
    parser.add_argument("--seed", type=int, default=8, help="what the moments are drawn from (default: 8)")
    parser.add_argument("--store", metavar="URL", help="cases in this PostgreSQL database, not in files")
    arguments = parser.parse_args(given)
    try:
        tally = survived(arguments.times, arguments.seed, arguments.store)
    except LostError as fault:
        print(f"NOT SURVIVED: {fault}")
        return 1
    print(lines(tally, arguments.seed))
    return 0


def lines(tally: Tally, seed: int) -> str:
    """What the rounds came to, in words."""
    rounds = sum(tally.rounds.values())
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(tally.rounds.items()))
    return (
        f"{rounds} of {rounds} survived (seed {seed}): {kinds}\n"
        f"{tally.alive} were at work when they were killed, {tally.at_writes} were aimed at a write\n"
        f"{tally.kept} acknowledged rulings and articles, none lost; the next command took {tally.slowest:.2f} s "
        f"at most"
    )


if __name__ == "__main__":
    sys.exit(main())
