"""The answer over time: one step a day on which something that bears was published or taken back.

Every step uses only what was published by its day; an article whose date is an interval counts from the interval's
last day, one without a date on the day of the case only. Ages, and the days that are left of the question's window,
are taken at each step's own day. A first step, the day before anything was published, shows the prior. The last
step is the answer itself.

Who speaks for whom, which articles are copies and which statements have one origin is told from the whole case, as
it is known on its own day. So a step is what the reader of today makes of what was published by then; what a reader
of then could have made of it is `--as-of` that day. The two are the same where later articles tell nothing new of
earlier ones, and tests/property/test_property_steps.py holds how far they lie apart on the written stories.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sayso.model.answers import Step
from sayso.weighing.balances import left_out
from sayso.weighing.moves import NOTHING, Clause, clauses, sentence, told
from sayso.weighing.pieces import Evidence
from sayso.weighing.pool import Pool, Pull, drawn, pool, prior_only, pulls_on, settle

#: What the days gone by add on a day on which these origins have spoken, in log-odds.
Clock = Callable[[Sequence[Pull], date], float]


@dataclass(frozen=True, slots=True)
class Moment:
    """A step before it is worded for the hypothesis or its negation.

    The move from the moment before, in log-odds, is `window` (fewer days are left) plus `age` (words have grown
    older) plus the weights of `said` plus `come` (an article reports that it has come, so that no time runs out).
    """

    day: date
    pool: Pool
    bounds: tuple[float, float]
    since: date | None = None
    window: float = 0.0
    age: float = 0.0
    come: float = 0.0
    said: tuple[Clause, ...] = ()
    still: str = ""

    @property
    def by_time(self) -> float:
        """What the days gone by moved, in log-odds."""
        return math.fsum((self.window, self.age))

    @property
    def by_said(self) -> float:
        """What was said or taken back moved, in log-odds."""
        return math.fsum((self.come, *(clause.weight for clause in self.said)))

    @property
    def kind(self) -> Literal["start", "said", "time", "none"]:
        """What moved it."""
        if self.since is None:
            return "start"
        if self.said or abs(self.come) > NOTHING:
            return "said"
        return "time" if abs(self.by_time) > NOTHING else "none"


def over_time(
    evidence: Evidence, hypothesis: str, final: Pool, *, bounds: tuple[float, float], clock: Clock
) -> tuple[Moment, ...]:
    """Moments in order of days, () where no day is known; `final` and `bounds` are the last one's."""
    if evidence.as_of is None:
        return ()
    days = _days(evidence, hypothesis)
    start = min(days, default=evidence.as_of) - timedelta(days=1)
    before = prior_only(final.prior, clock((), start))
    moments = [Moment(start, before, drawn(before, ()))]
    known: tuple[Pull, ...] = ()
    for day in (*days, evidence.as_of):
        pulls = pulls_on(evidence, hypothesis, day)
        now, drawn_now = final, bounds
        if day != evidence.as_of:
            settled = settle(pulls, day)
            now = pool(final.prior, settled, time=clock(pulls, day))
            drawn_now = drawn(now, left_out(now.start, settled, day).values())
        aged = pool(final.prior, settle(known, day), time=clock(known, day))
        moments.append(_moment(moments[-1], aged, now, day, bounds=drawn_now))
        known = pulls
    return tuple(moments)


def steps(moments: Sequence[Moment], *, flip: bool) -> tuple[Step, ...]:
    """The steps of the answer over time; `flip` gives them for the negation."""
    return tuple(_step(moment, flip=flip) for moment in moments)


def _moment(last: Moment, aged: Pool, now: Pool, day: date, *, bounds: tuple[float, float]) -> Moment:
    """The moment of `day`: `aged` is what was known at the `last` one as it stands on the day."""
    said = clauses(aged.pulls, now.pulls)
    older = math.fsum((*(pull.weight for pull in aged.pulls), *(-pull.weight for pull in last.pool.pulls)))
    return Moment(
        day,
        now,
        bounds,
        last.day,
        window=aged.time - last.pool.time,
        age=older,
        come=now.time - aged.time,
        said=said,
        still="" if said else _still(aged.pulls, now.pulls),
    )


def _still(before: Sequence[Pull], after: Sequence[Pull]) -> str:
    """Why what came out moved nothing; empty where nothing did."""
    known: Mapping[str, int] = {pull.origin.id: len(pull.pieces) for pull in before}
    new = [pull for pull in after if pull.origin.id not in known]
    grown = [pull for pull in after if len(pull.pieces) > known.get(pull.origin.id, len(pull.pieces))]
    if new and any(pull.fresh for pull in new):
        return "What came out adds nothing to what its backers had said before."
    if new:
        return "What came out takes no side."
    return "What came out repeats what had been said before." if grown else ""


def _step(moment: Moment, *, flip: bool) -> Step:
    low, high = moment.bounds
    probability = moment.pool.probability
    turn = -1.0 if flip else 1.0
    return Step(
        moment.day,
        1.0 - probability if flip else probability,
        1.0 - high if flip else low,
        1.0 - low if flip else high,
        tuple(dict.fromkeys(key for clause in moment.said for key in clause.moved_by)),
        tuple(_why(moment, flip=flip)),
        moment.kind,
        turn * moment.by_said + 0.0,
        turn * moment.by_time + 0.0,
    )


def _why(moment: Moment, *, flip: bool) -> list[str]:
    """What moved the answer, in sentences, the heaviest first; what came out and moved nothing before them."""
    if moment.since is None:
        return ["Before anybody spoke."]
    moves = [(clause.weight, clause.turned if flip else clause.plain) for clause in moment.said]
    if abs(moment.come) > NOTHING:
        moves.append((moment.come, "An article reports that it has come, so that the days left say nothing."))
    if gone := _gone(moment):
        moves.append((moment.by_time, gone))
    words = [*([moment.still] if moment.still else []), *told(moves)]
    return words or ["Nothing moved it."]


def _gone(moment: Moment) -> str:
    """What the days gone by did; empty where they did nothing."""
    effects = ["fewer days are left"] if abs(moment.window) > NOTHING else []
    effects += ["what was said is older"] if abs(moment.age) > NOTHING else []
    if not effects or moment.since is None:
        return ""
    gone = (moment.day - moment.since).days
    only = "only time moved it, " if moment.kind == "time" else ""
    days = "one day" if gone == 1 else f"{gone} days"
    return sentence(f"{only}{days} gone by: {', and '.join(effects)}.")


def _days(evidence: Evidence, hypothesis: str) -> tuple[date, ...]:
    """The days before the case's own on which a piece was published or an origin taken back, in order."""
    days: set[date] = set()
    for origin in evidence.origins:
        pieces = evidence.pieces(hypothesis, origin.id)
        days.update(piece.day for piece in pieces if piece.day)
        taken = evidence.withdrawal(origin) if pieces else None
        days.update([taken] if taken else [])
    return tuple(sorted(day for day in days if evidence.as_of is None or day < evidence.as_of))
