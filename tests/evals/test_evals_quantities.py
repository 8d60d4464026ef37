"""The cases of travelling numbers: all of them can be read, and what is counted is what the figures say."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals import quantities
from evals.suites import ROOT
from sayso import pipeline

FOLDER = ROOT / "evals" / "quantities"

CASE = """# A small matter
## 1 · 2031-01-03 · The Lorn Courier
Ministry to train 300 clerks

Up to 300 clerks will be trained, the ministry said. Another 40 clerks will follow.

## 2 · 2031-01-05 · Vessin Dispatch
Clerks wanted

The town trains 300 clerks. It has 300 cows.

# Quantities
- clerks
  - 1 · train {300} clerks (heading) · exact · lost: up to · says: -
  - 1 · Up to {300} clerks · at-most · says: the ministry
  - 1 · Another {40} clerks · addition · says: the ministry
  - 2 · trains {300} clerks · exact · lost: up to · says: -
- cows
  - 2 · has {300} cows · exact · says: -
# Apart
- 1 train {300} clerks | 2 has {300} cows
"""


def written(folder: Path, text: str) -> Path:
    """A file that holds a case."""
    path = folder / "small.md"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*/*.md")), ids=lambda path: path.stem)
def test_every_case_can_be_read(path: Path) -> None:
    """Every place of a case is found in its article, in order, and no pair to keep apart is one quantity."""
    one = quantities.gold(path)
    same, _ = quantities.pairs(one)
    assert len(one.articles) >= 4
    assert one.quantities
    assert not {frozenset(pair) for pair in one.apart} & same


def test_pairs_and_roles(tmp_path: Path) -> None:
    """Two places of a number pair; an addition beside it is neither right nor wrong as a pair."""
    one = quantities.gold(written(tmp_path, CASE))
    same, neutral = quantities.pairs(one)
    assert (len(same), len(neutral)) == (3, 3)
    told = quantities.counts(quantities.found(one, pipeline.load_brain("rules")))
    assert (told["places"], told["same"], told["losses"], told["roles"]) == (5, 3, 2, 1)
    assert told["apart kept"] == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Another {40} clerks ·", "Another {50} clerks ·"),
        ("{300} cows · exact", "{300} cows · certain"),
        ("## 2 ·", "## 3 ·"),
        ("| 2 has {300} cows", "| 2 has 300 cows"),
    ],
)
def test_a_malformed_case_is_named(tmp_path: Path, old: str, new: str) -> None:
    """What is wrong is told with its file and line."""
    text = CASE.replace(old, new)
    line = next(number for number, row in enumerate(text.splitlines(), 1) if new in row)
    with pytest.raises(ValueError, match=f"small.md:{line}:"):
        quantities.gold(written(tmp_path, text))
