"""`python -m evals.origins CASE...`: what is wrong in cases whose origins are known, with the ground of every join.

A case is a Markdown file, or a generator and a seed ("made:3", "north:3"); `--text` prints the case itself. Cases
kept aside are refused: whoever has read what is missed there has spent them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from evals.origins import made
from evals.origins.cases import KnownCase, load
from evals.origins.matching import found
from evals.origins.telling import printed
from sayso import pipeline


def main(given: Sequence[str] | None = None) -> int:
    """0; 2 for a case that is kept aside."""
    parser = argparse.ArgumentParser(prog="python -m evals.origins", description=__doc__)
    parser.add_argument("cases", nargs="+", metavar="CASE", help="a file, or a generator and a seed: made:3")
    parser.add_argument("--brain", default="rules", choices=pipeline.BRAINS)
    parser.add_argument("--text", action="store_true", help="print the case as it is written, and its marks")
    arguments = parser.parse_args(given)
    if aside := [case for case in arguments.cases if made.kept_aside(case)]:
        print(f"kept aside: {', '.join(aside)}", file=sys.stderr)
        return 2
    if arguments.text:
        print("\n".join(_text(case) for case in arguments.cases))
        return 0
    brain = pipeline.load_brain(arguments.brain)
    printed((case, found(_known(case), brain)) for case in arguments.cases)
    return 0


def _text(case: str) -> str:
    return made.text(case) if made.is_made(case) else Path(case).read_text("utf-8")


def _known(case: str) -> KnownCase:
    return load(_text(case), Path(case).stem)


if __name__ == "__main__":
    sys.exit(main())
