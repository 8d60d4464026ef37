"""A folder of PolNeAR's shape made of the example story's gold: `python -m training.tiny OUT`.

Small enough to run the whole recipe in a minute, so that a change that breaks it is seen; what comes out of it is
of no use otherwise.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from evals import gold
from evals.gold import GoldStatement
from sayso.model.span import Span

STORY = Path(__file__).parent.parent / "examples" / "second-rationing"
_DEV = 3  # every third article


def main() -> int:
    """0 when the folder is written."""
    parser = argparse.ArgumentParser(prog="python -m training.tiny", description=__doc__.split("\n", 1)[0])
    parser.add_argument("out", type=Path)
    write(parser.parse_args().out)
    return 0


def write(out: Path) -> None:
    """Texts and annotations in OUT/train and OUT/dev."""
    statements = gold.load(STORY)
    paths = sorted(path for path in (STORY / "articles").iterdir() if path.suffix in {".txt", ".md"})
    for number, path in enumerate(paths):
        part = out / ("dev" if number % _DEV == 0 else "train")
        for name in ("text", "attributions"):
            (part / name).mkdir(parents=True, exist_ok=True)
        mine = [one for one in statements if one.doc == path.name and one.depth == 0 and one.cue]
        (part / "text" / f"{path.stem}.txt").write_bytes(path.read_bytes())
        (part / "attributions" / f"{path.stem}_ours.ann").write_text(stand_off(mine), "utf-8")


def stand_off(statements: Sequence[GoldStatement]) -> str:
    """Statements as brat's stand-off lines: spans first, then what ties them."""
    spans: list[str] = []
    events: list[str] = []
    for number, one in enumerate(statements, start=1):
        roles: list[tuple[str, Sequence[Span]]] = [("Cue", [one.cue] if one.cue else []), ("Content", one.content)]
        roles += [("Source", [one.source])] if one.source else []
        tied = []
        for role, places in roles:
            spans.append(f"T{len(spans) + 1}\t{role} {';'.join(f'{span.start} {span.end}' for span in places)}\t-")
            tied.append(f"{role}:T{len(spans)}")
        events.append(f"E{number}\t{' '.join(tied)}")
    return "\n".join([*spans, *events, ""])


if __name__ == "__main__":
    sys.exit(main())
