"""Weighing: a case becomes answers whose reasons add up. Read this file first; pool.py has the theory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.lang.en.yardsticks import CANNOT_SAY
from sayso.model.answers import Answer, Answers, Rating, Reason
from sayso.model.case import Case
from sayso.model.forecasts import Resolved
from sayso.model.notes import Note
from sayso.model.span import Ref
from sayso.model.stances import Hypothesis
from sayso.weighing import weights
from sayso.weighing.balances import left_out
from sayso.weighing.confidence import Ground, ground_of
from sayso.weighing.forecasts import forecasts
from sayso.weighing.grid import diagnosticity, grid, inconsistency, swaps
from sayso.weighing.likelihood import DEFAULT_YARDSTICK, checked, words_for
from sayso.weighing.pieces import Evidence, base_of, gather
from sayso.weighing.pool import Pool, Pull, drawn, pool, pulls_on, settle
from sayso.weighing.postmortems import postmortems
from sayso.weighing.priors import Prior, prior_of
from sayso.weighing.ratings import ratings
from sayso.weighing.reasons import origin_reason, prior_reason
from sayso.weighing.records import of_case, resolved, standings, usable
from sayso.weighing.scores import calibration, misfits, scores
from sayso.weighing.sources import Standing
from sayso.weighing.timeline import Moment, over_time, steps
from sayso.weighing.times import Window, pending, reports, time_reason, window_of
from sayso.weighing.without import watch, without, would_change


@dataclass(frozen=True, slots=True)
class Weighed:
    """One hypothesis weighed: prior, pool, log-odds without each origin, range, days left, the way there."""

    hypothesis: Hypothesis
    prior: Prior
    pool: Pool
    left_out: Mapping[str, float]
    bounds: tuple[float, float]
    time: Reason
    ground: Ground
    window: Window
    course: tuple[Moment, ...]

    @property
    def decided(self) -> bool:
        """Whether there is enough for an answer."""
        return not self.ground.lacking


def weigh(
    case: Case,
    *,
    prior: float | None = None,
    prior_why: str = "",
    yardstick: str = DEFAULT_YARDSTICK,
    reliability: Mapping[str, Standing] | None = None,
    records: Sequence[Resolved] = (),
) -> Answers:
    """The answers to `case`, one for each hypothesis in its order, with grid, ratings, forecasts, scores and notes.

    `prior` is the probability of each hypothesis before any evidence (of its negation: the rest), as the question
    puts it, and `prior_why` its ground; without one each kind of question has its own (priors.py). `yardstick`
    names the words (lang/en/yardsticks.py). `reliability` is the standing of sources that have a record, by their
    ids in the case; all others have what `records` of past cases make of them, or that of their kind. SettingError
    for a prior outside (0, 1) or a yardstick there is not.
    """
    words = checked(yardstick)
    recorded, doubts = standings(case, records)
    evidence = gather(case, {**recorded, **(reliability or {})})
    bases = {hypothesis.id: base_of(case, hypothesis) for hypothesis in case.hypotheses}
    windows = {key: window_of(evidence, base) for key, base in bases.items()}
    weighed = {
        key: _weigh(evidence, base, prior_of(case, base, prior, prior_why), windows[key])
        for key, base in bases.items()
        if key == base.id
    }
    pulls = {key: found.pool.pulls for key, found in weighed.items()}
    cells = grid(case.hypotheses, pulls)
    rated = ratings(pulls)
    found = forecasts(case)
    answers = tuple(_answer(evidence, h, weighed[bases[h.id].id], words, rated=rated) for h in case.hypotheses)
    return Answers(
        answers=answers,
        grid=cells,
        diagnosticity=diagnosticity(cells),
        inconsistency=inconsistency(case.hypotheses, cells),
        unweighted=inconsistency(case.hypotheses, cells, weighted=False),
        swaps=swaps(case.hypotheses, pulls, cells, day=evidence.as_of),
        forecasts=found,
        scores=scores(case, found),
        notes=(*_notes(evidence, weighed.values()), *doubts, *misfits(case)),
        parties=evidence.parties(),
        ratings=rated,
        tallies=of_case(case, found),
        postmortems=postmortems(case, answers),
        calibration=calibration((*usable(records, case), *resolved(case, found))),
    )


def _weigh(evidence: Evidence, hypothesis: Hypothesis, prior: Prior, window: Window) -> Weighed:
    """One hypothesis weighed from its `prior` with all the evidence there is on the case's day."""

    def clock(pulls: Sequence[Pull], day: date | None) -> float:
        if reports(pulls):
            return 0.0
        waits = pending(pulls, lasting=window.lasting)
        return window.weight(prior.weight, day) * (weights.PENDING if waits else 1.0)

    pulls, day = pulls_on(evidence, hypothesis.id, evidence.as_of), evidence.as_of
    settled = settle(pulls, day)
    answer = pool(prior.weight, settled, time=clock(pulls, day))
    others = left_out(answer.start, settled, day)
    bounds = drawn(answer, others.values())
    told = time_reason(window, day, answer.time, reported=reports(pulls))
    course = over_time(evidence, hypothesis.id, answer, bounds=bounds, clock=clock)
    ground = ground_of(answer.pulls, bounds, day)
    return Weighed(hypothesis, prior, answer, others, bounds, told, ground, window, course)


def _answer(
    evidence: Evidence, hypothesis: Hypothesis, found: Weighed, yardstick: str, *, rated: Sequence[Rating]
) -> Answer:
    """The answer to `hypothesis` from what was weighed for it or for the hypothesis that it negates."""
    flip = hypothesis.id != found.hypothesis.id
    probability, low, high = _turned(found.pool.probability, *found.bounds, flip=flip)
    closes = hypothesis.closes or found.hypothesis.closes
    return Answer(
        hypothesis.id,
        evidence.as_of,
        probability,
        low,
        high,
        words_for(probability, yardstick) if found.decided else CANNOT_SAY,
        _reasons(evidence, found, rated, flip=flip),
        without(found.left_out, flip=flip),
        steps(found.course, flip=flip),
        would_change(found.pool, found.left_out, yardstick, flip=flip, decided=found.decided),
        found.ground.confidence,
        found.ground.why,
        watch(
            found.pool.pulls,
            found.hypothesis,
            flip=flip,
            until=(closes, evidence.as_of),
            fixed=found.window.ahead(evidence.as_of),
        ),
    )


def _reasons(evidence: Evidence, found: Weighed, rated: Sequence[Rating], *, flip: bool) -> tuple[Reason, ...]:
    """The prior, the time that is left, then the origins, the heaviest first."""
    turn = -1.0 if flip else 1.0
    answer = found.pool
    ordered = sorted(answer.pulls, key=lambda pull: (-abs(pull.weight), pull.origin.id))
    first = prior_reason(found.prior, flip=flip)
    second = replace(found.time, weight=turn * found.time.weight + 0.0)
    marks = {one.origin: one for one in rated}
    return (first, second, *(origin_reason(evidence, p, marks.get(p.origin.id), flip=flip) for p in ordered))


def _turned(probability: float, low: float, high: float, *, flip: bool) -> tuple[float, float, float]:
    return (1.0 - probability, 1.0 - high, 1.0 - low) if flip else (probability, low, high)


def _notes(evidence: Evidence, weighed: Iterable[Weighed]) -> tuple[Note, ...]:
    """What the reader should know about the evidence, in the order of hypotheses and articles."""
    notes = [Note("W401", _nothing(found)) for found in weighed if not found.decided]
    notes.extend(
        Note("W402", "A statement that bears on the question belongs to no origin.", _place(evidence, key))
        for key in evidence.stray
    )
    notes.extend(
        Note("W403", f"{_named(evidence, key)} is not dated to the day; it counts on the last day only.")
        for key in evidence.undated
    )
    return tuple(notes)


def _nothing(found: Weighed) -> str:
    return f"No answer to “{found.hypothesis.text}”: {found.ground.lacking}."


def _named(evidence: Evidence, article: str) -> str:
    known = evidence.articles[article]
    return f"“{known.title or known.path}”"


def _place(evidence: Evidence, statement: str) -> Ref:
    found = evidence.statements[statement]
    return Ref(found.article, found.content[0])
