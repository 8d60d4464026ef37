"""The order of review: which statement comes next, how much is done, and what of the answer's movement is covered.

The order is by effect on the answer, and must not jump while somebody works: a ruling takes a statement out of
the list of those not reviewed, but the place of every other stays. So the ids are read once for each set of filters
and kept until the next update; since then only the journal is followed, which tells what was reviewed, here or
elsewhere.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sayso.app.desk.filtering import Filters
from sayso.model.rulings import subject

if TYPE_CHECKING:
    from sayso.store.repository import Repository

#: Statements of one queue: with three seconds for each, more than two working days.
LENGTH: Final = 20_000
#: Queues that a desk remembers.
_KEPT: Final = 12


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a queue is: statements reviewed of all, and the share in [0, 1] of their effects that this covers.

    `covered` is None where no effect is known. `left` is how many remain, `cut` whether the queue was cut off.
    """

    reviewed: int
    total: int
    covered: float | None
    cut: bool = False

    @property
    def left(self) -> int:
        """How many are not reviewed."""
        return self.total - self.reviewed


@dataclass(frozen=True, slots=True)
class Queue:
    """The ids of the statements that filters let through, the greatest effect first, and which are reviewed."""

    stamp: tuple[object, ...]
    number: int
    ids: tuple[str, ...]
    total: int
    effects: Mapping[str, float]
    reviewed: frozenset[str]
    again: bool
    place: Mapping[str, int]

    def after(self, id_: str | None) -> Iterator[str]:
        """The ids after `id_` that are still to be reviewed; from the first where it is not in the queue."""
        begin = self.place.get(id_ or "", -1) + 1
        return (one for one in self.ids[begin:] if self.again or one not in self.reviewed)

    def before(self, id_: str) -> str | None:
        """The id right before `id_`, reviewed or not."""
        at = self.place.get(id_, 0)
        return self.ids[at - 1] if at else None

    def progress(self) -> Progress:
        """How far it is."""
        whole = sum(self.effects.values())
        done = sum(size for id_, size in self.effects.items() if id_ in self.reviewed)
        share = done / whole if whole > 0 else None
        return Progress(len(self.reviewed), self.total, share, self.total > len(self.ids))


class Queues:
    """The queues of one desk, by their filters."""

    def __init__(self) -> None:
        """None yet."""
        self._lock = threading.Lock()
        self._held: OrderedDict[str, Queue] = OrderedDict()

    def queue(self, repository: Repository, made: Filters) -> Queue:
        """The queue of these filters as it is now."""
        stand = repository.stand()
        key = made.query()
        with self._lock:
            held = self._held.get(key)
            if held is None or held.stamp != _stamp(stand.updated, stand.statements):
                held = _built(repository, made, _stamp(stand.updated, stand.statements), stand.number)
            held = _followed(repository, held, stand.number)
            self._held[key] = held
            self._held.move_to_end(key)
            while len(self._held) > _KEPT:
                self._held.popitem(last=False)
            return held


def _stamp(updated: str | None, statements: int) -> tuple[object, ...]:
    """What a queue is good for: one update."""
    return (updated, statements)


def _built(repository: Repository, made: Filters, stamp: tuple[object, ...], number: int) -> Queue:
    """A queue read from the case. Without a filter by review, what is reviewed counts but does not come again."""
    again = made.get("state") not in {"", "open"}
    wide = made if again else replace(made, chosen=tuple(one for one in made.chosen if one[0] != "state"))
    wanted = replace(wide.wanted(limit=LENGTH), order="effect")
    found = repository.lines(wanted, counts=False)
    rows = found.rows
    return Queue(
        stamp=stamp,
        number=number,
        ids=tuple(one.id for one in rows),
        total=found.total,
        effects={one.id: one.effect for one in rows if one.effect},
        reviewed=frozenset(one.id for one in rows if one.state != "open"),
        again=again,
        place={one.id: at for at, one in enumerate(rows)},
    )


def _followed(repository: Repository, queue: Queue, number: int) -> Queue:
    """The queue with what was ruled since it was last looked at."""
    if number <= queue.number:
        return queue
    entries = repository.journal(after=queue.number)
    about = {subject(entry.ruling) for entry in entries}
    for id_ in {entry.ruling.target for entry in entries if entry.ruling.verdict == "undo"}:
        about |= {subject(entry.ruling) for entry in repository.journal(about=id_)}
    known = about & queue.place.keys()
    done = {id_ for id_ in known if (line := repository.line(id_)) is not None and line.state != "open"}
    return replace(queue, number=number, reviewed=(queue.reviewed - known) | done)
