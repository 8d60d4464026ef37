"""Pinned figures: floors that figures must not fall below, ceilings that errors must not rise above.

floors.json has an entry a suite: the fingerprint of the data it was measured on, and under `brains` the `floors`
and `ceilings` of each brain. Suites that no brain changes keep theirs under ANY. A network's sums differ in their
last bits between kinds of processor, and with them, rarely, a label; so its bounds carry the kind they were
measured `on`, and on another kind they are held less strictly.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ANY = "any"
FLOOR_BRAIN = "rules"
SLACK = 0.05  # points; figures are deterministic, this forgives rounding only
ELSEWHERE = 5.0  # points, for a network on another kind of processor: one statement in a suite of twenty
_INSTRUCTIONS = ("avx2", "avx512f", "avx512_vnni", "avx_vnni", "amx_int8", "asimd", "i8mm")


def processor() -> str:
    """The kind of this machine's processor, as far as it chooses how a network is computed."""
    path = Path("/proc/cpuinfo")
    words = set(path.read_text("utf-8").split()) if path.exists() else set()
    return " ".join((platform.machine(), *(one for one in _INSTRUCTIONS if one in words)))


@dataclass(frozen=True, slots=True)
class Result:
    """What a suite measured: `figures`, of which higher is better, and `errors`, of which lower is.

    `fingerprint` names the data, `details` are lines to print below the table.
    """

    figures: dict[str, float]
    fingerprint: str
    errors: dict[str, float] = field(default_factory=dict)
    details: tuple[str, ...] = ()


@dataclass(slots=True)
class Pinned:
    """The pinned figures of one brain; `on` is the kind of processor where that matters, else empty."""

    floors: dict[str, float] = field(default_factory=dict)
    ceilings: dict[str, float] = field(default_factory=dict)
    on: str = ""

    def bound(self, name: str) -> float | None:
        """The floor or ceiling of a figure; None where none is pinned."""
        return self.floors.get(name, self.ceilings.get(name))

    def broken(self, result: Result) -> dict[str, float]:
        """The bounds that a result does not keep, by figure."""
        slack = SLACK if self.on in {"", processor()} else ELSEWHERE
        low = {n: least for n, least in self.floors.items() if result.figures.get(n, least) < least - slack}
        high = {n: most for n, most in self.ceilings.items() if result.errors.get(n, most) > most + slack}
        return low | high

    def raised(self, result: Result, *, lower: bool, on: str) -> Pinned:
        """Bounds tightened to what was measured; with `lower` those that are not kept give way, too."""
        floors = {
            name: round(value if lower else max(value, self.floors.get(name, value)), 2)
            for name, value in result.figures.items()
        }
        ceilings = {
            name: round(value if lower else min(value, self.ceilings.get(name, value)), 2)
            for name, value in result.errors.items()
        }
        return Pinned(floors, ceilings, on)


@dataclass(slots=True)
class Entry:
    """The pinned figures of one suite, by brain, and the fingerprint of the data they were measured on."""

    fingerprint: str = ""
    brains: dict[str, Pinned] = field(default_factory=dict)

    def fits(self, fingerprint: str) -> bool:
        """Whether the data is that of the pinned figures; true where none are pinned."""
        return not self.brains or self.fingerprint == fingerprint

    def pin(self, results: Mapping[str, Result], *, lower: bool) -> None:
        """Take in what was measured; where the data has changed, bounds measured on the old data are dropped."""
        for brain, result in results.items():
            if not self.fits(result.fingerprint):
                self.brains = {}
            self.fingerprint = result.fingerprint
            on = "" if brain in {ANY, FLOOR_BRAIN} else processor()
            self.brains[brain] = self.brains.get(brain, Pinned()).raised(result, lower=lower, on=on)


def load(path: Path) -> dict[str, Entry]:
    """The entries of a file by suite; none where there is no file."""
    if not path.exists():
        return {}
    return {
        suite: Entry(
            entry["fingerprint"],
            {
                brain: Pinned(one["floors"], one.get("ceilings", {}), one.get("on", ""))
                for brain, one in entry["brains"].items()
            },
        )
        for suite, entry in json.loads(path.read_text("utf-8")).items()
    }


def save(path: Path, entries: Mapping[str, Entry]) -> None:
    """Write the entries: sorted, so that a change shows as the lines that changed."""
    plain = {
        suite: {"fingerprint": entry.fingerprint, "brains": _brains(entry)} for suite, entry in entries.items()
    }
    path.write_text(json.dumps(plain, indent=2, sort_keys=True) + "\n", "utf-8")


def _brains(entry: Entry) -> dict[str, dict[str, object]]:
    """What is pinned of each brain, without what is empty."""
    return {
        brain: {"floors": one.floors} | {n: v for n, v in (("ceilings", one.ceilings), ("on", one.on)) if v}
        for brain, one in entry.brains.items()
    }
