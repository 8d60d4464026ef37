"""Forecasts of a story against the gold beside it: which statements are some, by what day, and how they scored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from evals.gold import tables
from evals.rates import share
from sayso.model.answers import Answers
from sayso.model.forecasts import Forecast
from sayso.model.rulings import Ruling

#: So far may an end of a score lie from the gold's: ranges of words differ a little between readers.
_NEAR = 0.1


def outcome(folder: Path) -> tuple[Ruling, ...]:
    """What happened, as gold/case.md says, in the form of a ruling on the question."""
    return tuple(
        Ruling("h1", "outcome", "gold", row["known"], "gold", f"{row['happened']} {row['known']}", row["source"])
        for row in tables(folder)["outcome"]
    )


def figures(answers: Answers, folder: Path, matched: Mapping[str, str]) -> dict[str, float]:
    """Forecasts F1 and days over statements that were found, and the share of the gold's scores that are given.

    `matched` are the ids of found statements by their names in the gold. No figure where the gold has no forecasts.
    """
    rows = tables(folder).get("forecasts")
    if not rows:
        return {}
    names = {id_: name for name, id_ in matched.items()}
    optional = {row["statement"] for row in rows if row["counts"] == "optional"}
    wanted = {row["statement"]: row for row in rows if row["counts"] == "yes" and row["statement"] in matched}
    given = {names[one.statement]: one for one in answers.forecasts if one.resolvable and one.statement in names}
    given = {name: one for name, one in given.items() if name not in optional}
    both = sorted(set(wanted) & set(given))
    return {
        "forecasts F1": share(2 * len(both), len(wanted) + len(given)),
        "by day right": share(sum(_in(wanted[name]["by"], given[name].by) for name in both), len(both)),
        "scores as gold": _scores(answers, tables(folder)["scores"], matched),
    }


def _in(told: str, by: date | None) -> bool:
    """Whether a day is the one, or among those, that the gold tells."""
    first, _, last = told.partition("/")
    return by is not None and date.fromisoformat(first) <= by <= date.fromisoformat(last or first)


def _scores(answers: Answers, rows: Sequence[Mapping[str, str]], matched: Mapping[str, str]) -> float:
    """The share of the gold's scores that are given, for the statement or the one that stands for it."""
    stands = {one.statement: _stands(one) for one in answers.forecasts}
    found = {score.statement: score for score in answers.scores if score.rule == "brier"}
    good = 0
    for row in rows:
        score = found.get(stands.get(matched.get(row["statement"], ""), ""))
        low, high = float(row["brier low"]), float(row["brier high"])
        good += score is not None and abs(score.low - low) <= _NEAR and abs(score.high - high) <= _NEAR
    return share(good, len(rows))


def _stands(one: Forecast) -> str:
    return one.repeats or one.statement
