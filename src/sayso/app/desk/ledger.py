"""The journal as the views need it: what stands about a thing now, whether or not the answer knows it yet.

Entries are read once and kept: a journal is only added to, so each request reads what came since the one before.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterable
from typing import Final
from weakref import WeakKeyDictionary

from starlette.requests import Request

from sayso.app.desk.shell import Held, desk_of, opened
from sayso.model.keeping import Entry
from sayso.model.rulings import FAMILY, Verdict

_KEPT: Final[WeakKeyDictionary[Held, Ledger]] = WeakKeyDictionary()


class Ledger:
    """All entries of a journal by what they speak of."""

    def __init__(self) -> None:
        """Nothing was read yet."""
        self._lock = threading.Lock()
        self._entries: list[Entry] = []
        self._undone: frozenset[str] = frozenset()
        self._about: dict[str, list[Entry]] = defaultdict(list)

    @property
    def number(self) -> int:
        """The number of the last entry that was read."""
        return self._entries[-1].number if self._entries else 0

    def read(self, entries: Iterable[Entry]) -> None:
        """Take in what came after the last entry that was read."""
        with self._lock:
            for entry in entries:
                if entry.number > self.number:
                    self._entries.append(entry)
                    for id_ in {*entry.ruling.target.split("+"), entry.ruling.target}:
                        self._about[id_].append(entry)
            undone: set[str] = set()
            for entry in reversed(self._entries):
                if entry.ruling.verdict == "undo" and entry.ruling.id not in undone:
                    undone.add(entry.ruling.target)
            self._undone = frozenset(undone)

    def counts(self, entry: Entry) -> bool:
        """Whether a ruling was not undone."""
        return entry.ruling.id not in self._undone

    def about(self, ids: Iterable[str], *verdicts: Verdict) -> tuple[Entry, ...]:
        """The entries about any of `ids`, alone or in a pair, in order; of `verdicts`, where given."""
        found = {one.number: one for id_ in ids for one in self._about.get(id_, ())}
        return tuple(
            found[number] for number in sorted(found) if not verdicts or found[number].ruling.verdict in verdicts
        )

    def last(self, target: str, family: str) -> Entry | None:
        """The last entry of a family about `target` that was not undone; a pair stands in any order."""
        wanted = sorted(target.split("+"))
        for entry in reversed(self._about.get(wanted[0], ())):
            ruling = entry.ruling
            same = FAMILY[ruling.verdict] == family and sorted(ruling.target.split("+")) == wanted
            if same and self.counts(entry):
                return entry
        return None

    def of(self, *verdicts: Verdict) -> tuple[Entry, ...]:
        """All entries of some verdicts, in order."""
        return tuple(one for one in self._entries if one.ruling.verdict in verdicts)


def ledger(request: Request) -> Ledger:
    """The journal of a desk's case, up to now."""
    found = _KEPT.setdefault(desk_of(request).held, Ledger())
    with opened(request) as repository:
        found.read(repository.journal(after=found.number))
    return found
