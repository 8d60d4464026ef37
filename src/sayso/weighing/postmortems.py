"""Post-mortems: an answer looked at again once it is known what happened.

Which origins pulled it away from what happened and by how much (their weights, and the answer without each), which
pulled it there, how good it was on each day, and what can be learnt, in sentences that rest on counts.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sayso.model.answers import Answer, Reason, Step
from sayso.model.case import Case
from sayso.model.forecasts import Misled, Outcome, PostMortem
from sayso.model.origins import Origin
from sayso.model.prose import rooted
from sayso.model.sources import SourceKind
from sayso.model.statements import Statement
from sayso.weighing.likelihood import logistic
from sayso.weighing.pool import counting
from sayso.weighing.scores import brier, logarithmic

#: From so many articles of one origin on, a lesson names their number.
_MANY = 3
#: A weight under this (odds of 1.1) misleads nobody.
_SLIGHT = 0.1
#: From this distance from even odds on words count as firm: a middle of 0.9.
_FIRM = 0.8


def postmortems(case: Case, answers: Sequence[Answer]) -> tuple[PostMortem, ...]:
    """One for each outcome of the case whose hypothesis has an answer, in the order of hypotheses."""
    outcomes = {outcome.hypothesis: outcome for outcome in case.outcomes}
    return tuple(
        _postmortem(case, answer, outcomes[answer.hypothesis])
        for answer in answers
        if answer.hypothesis in outcomes
    )


def misled(answer: Answer, outcome: Outcome) -> tuple[Reason, ...]:
    """The origins that pulled `answer` away from what happened, the strongest first: what a post-mortem lists."""
    wrong = -1.0 if outcome.happened else 1.0
    pulled = [reason for reason in answer.reasons if reason.origin and reason.weight * wrong > 0]
    return tuple(sorted(pulled, key=lambda reason: (-abs(reason.weight), reason.origin or "")))


def _postmortem(case: Case, answer: Answer, outcome: Outcome) -> PostMortem:
    pulled = misled(answer, outcome)
    against = {reason.origin for reason in pulled}
    led_by = sorted(
        (reason for reason in answer.reasons if reason.origin not in against and reason.origin and reason.weight),
        key=lambda reason: (-abs(reason.weight), reason.origin or ""),
    )
    origins = {origin.id: origin for origin in case.origins}
    others = {one.origin: one.probability for one in answer.without}
    known = min(outcome.known, outcome.on or outcome.known)
    steps = [step for step in answer.over_time[1:] if step.as_of < known]
    late = answer.as_of is not None and answer.as_of >= known
    probability = steps[-1].probability if late and steps else answer.probability
    total = math.fsum(reason.weight for reason in answer.reasons)

    def told(reason: Reason) -> Misled:
        key = reason.origin or ""
        towards = reason.weight if outcome.happened else -reason.weight
        without = others.get(key, logistic(total - reason.weight))
        return Misled(key, towards, without, _root(origins.get(key), reason))

    wrong, right = tuple(map(told, pulled)), tuple(map(told, led_by))
    return PostMortem(
        answer.hypothesis,
        outcome,
        probability,
        brier(probability, happened=outcome.happened),
        logarithmic(probability, happened=outcome.happened),
        wrong,
        right,
        tuple(_lessons(case, answer, outcome, wrong, right=right)),
        tuple((s.as_of, s.probability, brier(s.probability, happened=outcome.happened)) for s in steps),
        _average(steps, answer.as_of, known, happened=outcome.happened),
    )


def _root(origin: Origin | None, reason: Reason) -> str:
    """What an origin is called, with the number of its articles where there are several."""
    if origin is None:
        return reason.text
    articles = len(set(origin.articles))
    return f"{rooted(origin.root, None)}{f' ({articles} articles)' if articles > 1 else ''}"


def _average(steps: Sequence[Step], until: date | None, known: date, *, happened: bool) -> float | None:
    """The Brier score of an average day from the first step to the day of the answer, before it was known."""
    if not steps:
        return None
    last = max(min(until or steps[-1].as_of, date.fromordinal(known.toordinal() - 1)), steps[-1].as_of)
    ends = [*(step.as_of for step in steps[1:]), date.fromordinal(min(last.toordinal() + 1, date.max.toordinal()))]
    spans = [(end - step.as_of).days for step, end in zip(steps, ends, strict=True)]
    total = math.fsum(
        days * brier(step.probability, happened=happened) for step, days in zip(steps, spans, strict=True)
    )
    return total / sum(spans) if sum(spans) else None


def _lessons(
    case: Case, answer: Answer, outcome: Outcome, wrong: Sequence[Misled], *, right: Sequence[Misled]
) -> Iterator[str]:
    """What can be learnt, in sentences; the origins that misled most come first."""
    wrongly = "deny" if outcome.happened else "support"
    leaning = {s.statement for s in case.stances if s.hypothesis == answer.hypothesis and s.lean == wrongly}
    pages = (s for page in case.pages for s in (*page.statements, *page.own_voice))
    statements = {s.id: s for s in pages if s.id in leaning}
    origins = {origin.id: origin for origin in case.origins}
    heavy = [one for one in wrong if one.weight <= -_SLIGHT and one.origin in origins]
    for one in heavy[:3]:
        origin = origins[one.origin]
        said = [statements[key] for key in origin.statements if key in statements]
        yield from _lesson(origin, said, denied=outcome.happened)
    kinds = {source.id: source.kind for source in case.sources}
    if heavy and all(_faceless(origins[one.origin], kinds) for one in heavy):
        yield "All that misled came from voices without a name."
    if right and wrong and len(wrong) > len(right) and abs(right[0].weight) > abs(wrong[0].weight):
        yield f"{len(wrong)} origins misled and {len(right)} led: what led was fewer and heavier."
    yield from _against_rivals(case, answer, outcome)


def _lesson(origin: Origin, said: Sequence[Statement], *, denied: bool) -> Iterator[str]:
    """What one origin that misled teaches, by what it `said` on the wrong side; `denied` where that is against."""
    root, articles = rooted(origin.root, None), len(set(origin.articles))
    if origin.circular:
        yield f"A circle misled: {articles} articles that cite each other, with nothing under them ({root})."
    elif articles >= _MANY:
        yield f"{articles} articles, one origin, misled: {root}."
    if origin.retracted:
        yield f"What misled was taken back later: {root}."
    kinds = sorted({s.commitment.denial for s in said if s.commitment.denial and s.commitment.non_denial})
    if kinds and denied:
        yield f"A reply that ruled nothing out ({', '.join(kinds)}) was taken as leaning against: {root}."
    elif any(abs(s.commitment.low + s.commitment.high - 1.0) >= _FIRM for s in said if s.chain):
        yield f"Words without a hedge misled: {root}."


def _faceless(origin: Origin, kinds: Mapping[str, SourceKind]) -> bool:
    """Whether nobody with a name stands at the root of an origin."""
    return origin.how != "document" and kinds.get(origin.source or "", "anonymous") in ("anonymous", "group")


def _against_rivals(case: Case, answer: Answer, outcome: Outcome) -> Iterator[str]:
    """How the answer did against the prior alone and against counting statements, where it did worse."""
    ours = brier(answer.probability, happened=outcome.happened)
    start = logistic(math.fsum(reason.weight for reason in answer.reasons if reason.kind == "prior"))
    alone = brier(start, happened=outcome.happened)
    if alone < ours:
        yield (
            f"Before any article the answer was {start * 100:.0f} in 100, Brier score {alone:.2f}; "
            f"what was reported made it worse ({ours:.2f})."
        )
    counted = counting(case, answer.hypothesis)
    if counted is not None and brier(counted, happened=outcome.happened) < ours:
        yield f"Counting statements would have done better: {counted * 100:.0f} in 100."
    elif counted is not None:
        yield f"Counting statements would have said {counted * 100:.0f} in 100."
