"""`python -m evals`: run the suites, print a table for each, and fail where a figure falls below its floor.

Floors stand in evals/floors.json with a fingerprint of the data they were measured on. `--pin` raises floors to
what was measured and adds new ones; a floor is lowered only with `--lower`, and a line in the changelog says why.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

from evals.suites import SUITES, Absent, Result

FLOORS = Path(__file__).with_name("floors.json")
SLACK = 0.05  # points; figures are deterministic, this forgives rounding only


def main() -> int:
    """0 where every figure holds its floor, 1 where one does not."""
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=f"of: {', '.join(SUITES)} (default: all)")
    parser.add_argument("--pin", action="store_true", help="raise floors to what is measured")
    parser.add_argument("--lower", action="store_true", help="with --pin: lower floors, too")
    arguments = parser.parse_args()
    unknown = set(arguments.suites) - set(SUITES)
    if unknown:
        parser.error(f"no such suite: {', '.join(sorted(unknown))}; choose of: {', '.join(SUITES)}")
    floors: dict[str, Any] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    held = True
    for name in arguments.suites or SUITES:
        held = _run(name, floors, pin=arguments.pin, lower=arguments.lower) and held
    if arguments.pin:
        FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", "utf-8")
    return 0 if held else 1


def _run(name: str, floors: dict[str, Any], *, pin: bool, lower: bool) -> bool:
    """Run one suite, print its table, and say whether it holds; `floors` is updated where `pin`."""
    began = time.perf_counter()
    try:
        result = SUITES[name]()
    except Absent as absent:
        print(f"\n{name}: skipped, {absent}")
        return True
    print(f"\n{name}  ({time.perf_counter() - began:.1f} s, data {result.fingerprint})")
    if pin and not result.test:
        _pin(name, result, floors, lower=lower)
    floor = floors.get(name, {"figures": {}})
    if floor["figures"] and floor["fingerprint"] != result.fingerprint:
        print(f"  the data has changed since the floors were pinned ({floor['fingerprint']}): pin anew")
        return False
    held = True
    for figure, value in result.figures.items():
        least = floor["figures"].get(figure)
        good = least is None or value >= least - SLACK
        held = held and good
        print(f"  {figure:36s} {value:7.2f}   floor {_floor(least)}{'' if good else '   BELOW ITS FLOOR'}")
    for line in result.peers:
        print(f"  peers: {line}")
    return held


def _floor(least: float | None) -> str:
    return "   none" if least is None else f"{least:7.2f}"


def _pin(name: str, result: Result, floors: dict[str, Any], *, lower: bool) -> None:
    old = floors.get(name, {"figures": {}})["figures"]
    figures = {
        figure: round(value if lower else max(value, old.get(figure, value)), 2)
        for figure, value in result.figures.items()
    }
    floors[name] = {"fingerprint": result.fingerprint, "figures": figures}


if __name__ == "__main__":
    sys.exit(main())
