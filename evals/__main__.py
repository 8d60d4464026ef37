"""`python -m evals`: run the suites, print a table for each, and fail where a figure breaks its pinned bound.

Each table shows every brain that is here beside its floors, and other tools beside them. Floors stand in
evals/floors.json with a fingerprint of the data they were measured on, and so do the ceilings of errors. `--pin`
tightens them to what was measured and adds new ones; a floor is lowered, or a ceiling raised, only with `--lower`,
and a line in the changelog says why.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from evals.floors import ANY, FLOOR_BRAIN, Entry, Pinned, Result, load, save
from evals.peerruns import tables
from evals.peerruns.roster import COPIES, ROSTER
from evals.suites import SUITES, Absent, Suite, missing
from evals.tables import lines
from sayso import pipeline

FLOORS = Path(__file__).with_name("floors.json")


def main(given: Sequence[str] | None = None) -> int:
    """0 where every figure keeps its bound, 1 where one does not."""
    arguments = _arguments(given)
    if arguments.peers is not None:
        return tables.run(arguments.peers)
    entries = load(FLOORS)
    brains = _present(arguments.brain or sorted(pipeline.BRAINS, key=lambda name: name != FLOOR_BRAIN))
    held = True
    for name in arguments.suites or SUITES:
        entry = entries.get(name, Entry())
        held = _run(name, brains, entry, pin=arguments.pin, lower=arguments.lower) and held
        if entry.brains:
            entries[name] = entry
    if arguments.pin:
        save(FLOORS, entries)
    return 0 if held else 1


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=f"of: {', '.join(SUITES)} (default: all)")
    parser.add_argument(
        "--brain", action="append", choices=pipeline.BRAINS, metavar="NAME",
        help=f"run this brain only, of: {', '.join(pipeline.BRAINS)} (default: all; may be given more than once)",
    )  # fmt: skip
    parser.add_argument("--pin", action="store_true", help="tighten floors and ceilings to what is measured")
    parser.add_argument("--lower", action="store_true", help="with --pin: loosen them, too")
    parser.add_argument(
        "--peers", nargs="*", metavar="PEER", choices=[peer.name for peer in (*ROSTER, *COPIES)],
        help="run other tools on the same texts instead, all or these; installs them under build/peers; slow",
    )  # fmt: skip
    arguments = parser.parse_args(given)
    unknown = set(arguments.suites) - set(SUITES)
    if unknown:
        parser.error(f"no such suite: {', '.join(sorted(unknown))}; choose of: {', '.join(SUITES)}")
    return arguments


def _present(brains: Sequence[str]) -> list[str]:
    """The brains that can work here; the others are named with the reason."""
    reasons = {brain: missing(brain) for brain in brains}
    for brain, reason in reasons.items():
        if reason:
            print(f"brain {brain}: skipped, {reason}")
    return [brain for brain, reason in reasons.items() if not reason]


def _run(name: str, brains: Sequence[str], entry: Entry, *, pin: bool, lower: bool) -> bool:
    """Run one suite with each brain, print its table, and say whether it holds; `entry` is updated where `pin`."""
    suite = SUITES[name]
    began = time.process_time()
    try:
        results = {brain: suite.run(brain) for brain in brains} if suite.by_brain else {ANY: suite.run(FLOOR_BRAIN)}
    except Absent as absent:
        print(f"\n{name}: skipped, {absent}")
        return True
    if pin and not suite.test:
        entry.pin(results, lower=lower)
    print(f"\n{name}  ({time.process_time() - began:.1f} CPU s)")
    _print(suite, results, entry)
    broken = [brain for brain, result in results.items() if not _holds(brain, result, entry)]
    return not broken


def _print(suite: Suite, results: Mapping[str, Result], entry: Entry) -> None:
    for line in lines(results, entry.brains, suite.peers):
        print(f"  {line}")
    for note in suite.notes:
        print(f"  note: {note}")
    for brain, result in results.items():
        for line in (f"{brain}, in detail:", *result.details) if result.details else ():
            print(f"  {line}")


def _holds(brain: str, result: Result, entry: Entry) -> bool:
    """Whether a result keeps its bounds; says so where it does not."""
    if not entry.fits(result.fingerprint):
        print(
            f"  BROKEN: the data ({result.fingerprint}) is not that of the floors ({entry.fingerprint}): pin anew"
        )
        return False
    broken = entry.brains.get(brain, Pinned()).broken(result)
    for figure, bound in broken.items():
        print(f"  BROKEN: {figure} of {brain} does not keep {bound:.2f}")
    return not broken


if __name__ == "__main__":
    sys.exit(main())
