"""A folder of data in small, of invented texts: `python -m training.tiny OUT`.

OUT/polnear has PolNeAR's shape and is made of the example story's gold, OUT/certainty that of the ratings,
OUT/stance that of the pairs, OUT/written the first lines of what was written to learn from. Small enough to run
both recipes in minutes, so that a change that breaks them is seen; what comes out of it is of no use otherwise.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from evals import gold
from evals.gold import GoldStatement
from sayso.model.span import Span
from training import written
from training.leans import SETS, TWO_WAY

STORY = Path(__file__).parent.parent / "examples" / "second-rationing"
_DEV = 3  # every third article
_LINES = 12  # of each file of written texts
#: Invented sentences in tokens, and ratings from -3 to 3 by token.
RATED = (
    ("The ferry sank on Monday .", {2: 3.0}),
    ("The Palace did not close the gate .", {4: -2.8}),
    ("The council may raise the levy in May .", {3: 0.4}),
    ("Ada Lind said the wall had held .", {2: 3.0, 6: 2.4}),
    ("If the rain comes , the harvest will fail .", {3: 0.2, 8: 0.6}),
    ("The dockers hope to win .", {2: 3.0, 4: 0.4}),
    ("No ship has left the port .", {3: -2.6}),
    ("Bo Berg failed to pay the toll .", {2: 3.0, 4: -2.4}),
)
#: Invented pairs: statement, hypothesis, lean.
PAIRS = (
    ("The ferry sank on Monday off Harn.", "The ferry sank in May.", "open"),
    ("Ada Lind said the wall will open in June.", "The wall is opened.", "support"),
    ("Bo Berg called reports of a sale of the mill untrue.", "The mill is sold.", "deny"),
    ("The Palace of Harn was built in 1911.", "The gate of the Palace was built in 1911.", "support"),
    ("No ship will leave the port of Ost before spring.", "The port of Ost is open.", "deny"),
    ("Will the council raise the levy?", "The council will raise the levy.", "open"),
)


def main() -> int:
    """0 when the folder is written."""
    parser = argparse.ArgumentParser(prog="python -m training.tiny", description=__doc__.split("\n", 1)[0])
    parser.add_argument("out", type=Path)
    write(parser.parse_args().out)
    return 0


def write(out: Path) -> None:
    """All of it, in OUT."""
    _articles(out / "polnear")
    (out / "certainty").mkdir(parents=True, exist_ok=True)
    rows = [
        {"text": text, "targets": [{"span1": [at, at + 1], "label": label} for at, label in ratings.items()]}
        for text, ratings in RATED
    ]
    for name in ("uw_train", "uds_train", "uw_dev"):
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (out / "certainty" / f"{name}.jsonl").write_text(lines, "utf-8")
    (out / "stance").mkdir(parents=True, exist_ok=True)
    for name in ("train", "dev"):
        lines = "".join(_pair_lines(each) for each in sorted(SETS) if each != "written")
        (out / "stance" / f"{name}.jsonl").write_text(lines, "utf-8")
    for path in sorted(written.FOLDER.glob("*/*.*")):
        few = path.read_text("utf-8").splitlines(keepends=True)[:_LINES]
        new = out / "written" / path.parent.name / path.name
        new.parent.mkdir(parents=True, exist_ok=True)
        new.write_text("".join(few), "utf-8")


def _pair_lines(name: str) -> str:
    """The invented pairs as rows of the set called `name`; some more have other claims, for the sets held apart."""
    rows = [
        {
            "statement": one,
            "hypothesis": f"{other[:-1]} {number}." if number else other,
            "label": label,
            "set": name,
        }
        for number in range(6)
        for one, other, label in PAIRS
        if label != "open" or name not in TWO_WAY
    ]
    return "".join(json.dumps({**row, "body": row["statement"]}) + "\n" for row in rows)


def _articles(out: Path) -> None:
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
