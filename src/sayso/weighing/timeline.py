"""The answer over time: one step a day on which something that bears was published or taken back.

Every step uses only what was published by its day; an article whose date is an interval counts from the interval's
last day, one without a date on the day of the case only. Ages, and the days that are left of the question's window,
are taken at each step's own day. A first step, the day before anything was published, shows the prior. The last
step is the answer itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from sayso.model.answers import Step
from sayso.weighing.pieces import Evidence
from sayso.weighing.pool import Pool, Pull, drawn, left_out, pool, prior_only, pulls_on, settle

#: What the days gone by add on a day on which these origins have spoken, in log-odds.
Clock = Callable[[Sequence[Pull], date], float]


def over_time(
    evidence: Evidence, hypothesis: str, final: Pool, *, bounds: tuple[float, float], clock: Clock
) -> tuple[Step, ...]:
    """Steps in order of days, () where no day is known; `final` and `bounds` are the last step's."""
    if evidence.as_of is None:
        return ()
    days = _days(evidence, hypothesis)
    start = min(days, default=evidence.as_of) - timedelta(days=1)
    before = prior_only(final.prior, clock((), start))
    steps = [Step(start, before.probability, *drawn(before, ()))]
    known: Mapping[str, float] = {}
    for day in (*days, evidence.as_of):
        pulls = pulls_on(evidence, hypothesis, day)
        moved = _movers(evidence, pulls, known, day)
        known = {pull.origin.id: pull.fresh for pull in pulls}
        if day == evidence.as_of:
            steps.append(Step(day, final.probability, *bounds, moved))
        else:
            now = pool(final.prior, settle(pulls, day), time=clock(pulls, day))
            steps.append(_step(now, pulls, day, moved))
    return tuple(steps)


def _step(now: Pool, pulls: Sequence[Pull], day: date, moved: tuple[str, ...]) -> Step:
    others = left_out(now.start, settle(pulls, day), day)
    return Step(day, now.probability, *drawn(now, others.values()), moved)


def _days(evidence: Evidence, hypothesis: str) -> tuple[date, ...]:
    """The days before the case's own on which a piece was published or an origin taken back, in order."""
    days: set[date] = set()
    for origin in evidence.origins:
        pieces = evidence.pieces(hypothesis, origin.id)
        days.update(piece.day for piece in pieces if piece.day)
        taken = evidence.withdrawal(origin) if pieces else None
        days.update([taken] if taken else [])
    return tuple(sorted(day for day in days if evidence.as_of is None or day < evidence.as_of))


def _movers(evidence: Evidence, pulls: Sequence[Pull], known: Mapping[str, float], day: date) -> tuple[str, ...]:
    """The ids of the statements that are new by `day` in origins whose own weight they changed.

    For an origin taken back since the step before: all its statements that bear.
    """
    moved: set[str] = set()
    for pull in pulls:
        if abs(pull.fresh - known.get(pull.origin.id, 0.0)) < 1e-12:
            continue
        fresh = {
            piece.statement.id for piece in pull.pieces if piece.day == day or _dateless(evidence, piece.day, day)
        }
        moved |= fresh or {piece.statement.id for piece in pull.pieces}
    return tuple(sorted(moved))


def _dateless(evidence: Evidence, published: date | None, day: date) -> bool:
    return published is None and day == evidence.as_of
