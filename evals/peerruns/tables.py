"""`python -m evals --peers`: a table a set, ours and each peer's figures on the same texts, as Markdown.

Slow (minutes to install, up to a quarter of an hour a peer), so it stands outside `make evals`. What a peer said is
kept under build/peers, and only asked again where its version, its runner or the texts change.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bench.texts import WORDS
from evals.peerruns import copytables
from evals.peerruns.environments import Answers, Unavailable, answers
from evals.peerruns.mapping import Raw, amounts_of, times_of
from evals.peerruns.roster import COPIES, ELSEWHERE, ROSTER, Peer
from evals.peerruns.sets import Found, Set, sets
from sayso import __version__
from sayso.model.times import TimeMention
from sayso.model.timexdays import narrowed


@dataclass(frozen=True, slots=True)
class Row:
    """A tool on a set: figures in percent, articles of 750 words a CPU second, megabytes; or why there are none."""

    tool: str
    figures: dict[str, float] = field(default_factory=dict)
    speed: float | None = None
    megabytes: float | None = None
    why_not: str = ""


def run(names: Sequence[str] = ()) -> int:
    """Print the tables, with the peers of these names only where any are given; 0."""
    chosen = [peer for peer in ROSTER if not names or peer.name in names]
    copiers = [peer for peer in COPIES if not names or peer.name in names]
    for block in copytables.tables(copiers) if copiers else ():
        print("\n".join(block), end="\n\n", flush=True)
    for one in sets() if chosen else ():
        peers = [peer for peer in chosen if peer.reads == one.reads]
        rows = [_ours(one), *(_theirs(peer, one) for peer in peers)]
        print("\n".join(lines(one, rows)), end="\n\n", flush=True)
    print("What they cannot say:")
    print("\n".join(f"- {peer.shown}, {peer.reads}: {peer.lacks}" for peer in (*chosen, *copiers)))
    print("Measured or published elsewhere:")
    print("\n".join(f"- {line}" for line in ELSEWHERE))
    return 0


def lines(one: Set, rows: Sequence[Row]) -> list[str]:
    """The table of a set; a tool that did not run has the reason under the table."""
    names = list(dict.fromkeys(name for row in rows for name in row.figures))
    head = [f"{one.name} ({len(one.rows)} texts, {one.words} words)", *names, "articles/s", "MB"]
    made = [_cells(head), _cells(["---"] * len(head))]
    for row in rows:
        if row.figures:
            figures = [f"{row.figures[name]:.1f}" for name in names]
            made.append(_cells([row.tool, *figures, _number(row.speed), _number(row.megabytes)]))
    made += [f"{row.tool}: not run, {row.why_not}" for row in rows if row.why_not]
    return made


def _cells(given: Sequence[str]) -> str:
    return f"| {' | '.join(given)} |"


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.0f}" if value >= 10 else f"{value:.2g}"


def _ours(one: Set) -> Row:
    """Sayso on a set; its memory is that of `python -m bench`, since this process holds all sets."""
    one.find(one.rows[0])
    began = time.process_time()
    found: Found = {row["id"]: one.find(row) for row in one.rows}
    spent = time.process_time() - began
    return Row(f"Sayso {__version__}", one.figures(found), _speed(one, spent))


def _theirs(peer: Peer, one: Set) -> Row:
    name = f"{peer.shown} {peer.version}"
    try:
        given = answers(peer, one.rows, *filter(None, [one.genre]))
    except Unavailable as unavailable:
        return Row(name, why_not=str(unavailable))
    if given.faults:
        name += f" (failed on {len(given.faults)})"
    return Row(name, one.figures(mapped(peer, one, given)), _speed(one, given.seconds), given.megabytes)


def mapped(peer: Peer, one: Set, given: Answers) -> Found:
    """A peer's answers in our form, by the text's id."""
    if peer.reads == "amounts":
        return {row["id"]: amounts_of(peer.name, given.found.get(row["id"], [])) for row in one.rows}
    return {row["id"]: _times(peer, one, row, given.found.get(row["id"], [])) for row in one.rows}


def _times(peer: Peer, one: Set, row: Mapping[str, str], raw: Sequence[Raw]) -> list[TimeMention]:
    """A peer's times; a part of a period that it names by a mark ("early") has the days that the set gives it."""
    found = times_of(peer.name, raw, row["text"], date.fromisoformat(row["day"]))
    if not one.parts:
        return found
    return [
        replace(mention, interval=narrowed(mention.interval, mention.vagueness))
        if mention.vagueness in ("early", "mid", "late") and mention.type == "DATE"
        else mention
        for mention in found
    ]


def _speed(one: Set, seconds: float) -> float:
    """Articles of 750 words a CPU second."""
    return one.words / WORDS / max(seconds, 1e-9)
