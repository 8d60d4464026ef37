"""What sources' resolved forecasts amount to: records for JSON, and a table for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.forecasts import Bin, Tally
from sayso.model.prose import shortened
from sayso.showing.answerrecords import bin_records, tally_record
from sayso.showing.calibration import in_words, too_few
from sayso.showing.sourcerecords import Record
from sayso.showing.words import count

_NAME = 34


def source_record(tally: Tally) -> Record:
    """What the forecasts of one source amount to, as `sayso scores --jsonl` prints it."""
    return {"schema": "sayso/1", "kind": "source", **tally_record(tally)}


def calibration_record(bins: Sequence[Bin]) -> Record:
    """How well all of them agree with what happened, class by class."""
    return {
        "schema": "sayso/1",
        "kind": "calibration",
        "n": sum(one.n for one in bins),
        "bins": bin_records(bins),
    }


def table(tallies: Sequence[Tally], bins: Sequence[Bin]) -> str:
    """A line a source, and how well probabilities and outcomes agree, below it."""
    head = f"{'source':{_NAME}}{'n':>4}{'right':>7}  {'Brier (80 %)':22}{'log (80 %)':22}cases"
    lines = [head, *(_line(one) for one in tallies)]
    if any(one.brier is None for one in tallies):
        lines += ["", "No rate is shown for fewer than five resolved forecasts. Lower scores are better."]
    said = too_few(bins)
    return "\n".join([*lines, "", *([said] if said else in_words(bins))])


def _line(one: Tally) -> str:
    name = shortened(one.source, _NAME - 3)
    return (
        f"{name:{_NAME}}{one.n:>4}{one.right:>7}  {_bounds(one.brier):22}{_bounds(one.log):22}"
        f"{count(len(one.cases), 'case')}"
    )


def _bounds(three: tuple[float, float, float] | None) -> str:
    """A mean with its bounds: "0.11 (0.05 to 0.21)"."""
    return f"{three[1]:.2f} ({three[0]:.2f} to {three[2]:.2f})" if three else "–"
