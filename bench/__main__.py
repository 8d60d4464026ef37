"""`python -m bench`: how fast, in CPU seconds: start-up, brains, stances, times, amounts, rooms, growth, copies."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from bench import brains, copies, growth, pairs, rooms, times
from bench.processes import wall
from evals.suites import missing
from sayso import pipeline


def main(given: Sequence[str] | None = None) -> int:
    """Print the tables; 0."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "--most", type=int, default=100, help="the largest number of articles of a room (default: 100)"
    )
    parser.add_argument("--articles", type=int, default=40, help="how many articles the brains read (default: 40)")
    parser.add_argument(
        "--copies", type=int, default=2000, help="how many articles copies are found among (default: 2000)"
    )
    parser.add_argument(
        "--whole", type=int, default=200, help="how many articles the whole is taken at (default: 200)"
    )
    parser.add_argument("--brain", action="append", choices=pipeline.BRAINS, metavar="NAME", help="this brain only")
    arguments = parser.parse_args(given)
    _start_up()
    print()
    reasons = {name: missing(name) for name in arguments.brain or pipeline.BRAINS}
    for name, reason in reasons.items():
        if reason:
            print(f"brain {name}: skipped, {reason}")
    here = [name for name, reason in reasons.items() if not reason]
    print("\n".join(brains.lines(here, arguments.articles)))
    print()
    print("\n".join(pairs.lines(here)))
    print()
    print("\n".join(times.lines(arguments.articles)))
    print()
    print("\n".join(rooms.lines(rooms.rows(arguments.most))))
    print()
    print("\n".join(growth.lines(growth.rows(growth.sizes_to(arguments.whole)))))
    print()
    print("\n".join(copies.lines(arguments.copies)))
    return 0


def _start_up() -> None:
    """Wall seconds of whole processes: what a user waits before anything happens."""
    base = wall([sys.executable, "-c", "pass"])
    print(f"{'start-up':24s} {'s':>7s} {'x python':>9s}")
    for name in ("--version", "--help"):
        seconds = wall([sys.executable, "-m", "sayso", name])
        print(f"sayso {name:18s} {seconds:7.3f} {seconds / base:9.1f}")


if __name__ == "__main__":
    sys.exit(main())
