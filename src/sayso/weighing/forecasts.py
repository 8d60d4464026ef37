"""Forecasts: statements that can turn out right or wrong, and their score once it is known what happened.

A forecast's interval is its own: "may" and "will" are not the same, and neither is turned into one number. The
Brier score (Brier 1950) is proper: nobody does better by saying what they do not believe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from sayso.lang.en.futures import FUTURES
from sayso.model.answers import Answer, Reason
from sayso.model.case import Case, Page
from sayso.model.forecasts import Forecast, Outcome, Score
from sayso.model.stances import Hypothesis, Stance
from sayso.model.statements import Statement

#: A future word that no "not" takes back ("could not speak") and that is no month ("3 May", "May 3").
_FUTURE = re.compile(
    r"(?<!\w)(?<!\d )(?:" + "|".join(map(re.escape, FUTURES)) + r")(?!\w)(?! not (?:speak|say|confirm|verify)| \d)",
    re.IGNORECASE,
)


def forecasts(case: Case) -> tuple[Forecast, ...]:
    """Every statement that predicts, in the order of pages and statements.

    Its cue predicts, or its words lie in the future and bear on a hypothesis or name a day. `by` is the last day
    that its words allow, else the hypothesis' last day.
    """
    stances = _bearing(case)
    closing = {hypothesis.id: hypothesis.closes for hypothesis in case.hypotheses}
    found = (
        _forecast(page, statement, stances.get(statement.id, ()), closing)
        for page in case.pages
        for statement in page.statements
    )
    return tuple(forecast for forecast in found if forecast)


def scores(case: Case, found: tuple[Forecast, ...]) -> tuple[Score, ...]:
    """The Brier score of each forecast about a hypothesis with an outcome, at both ends of its interval.

    Only what was said before the outcome was known is scored; a stance that leaves it open is not.
    """
    outcomes = {outcome.hypothesis: outcome for outcome in case.outcomes}
    stances = _bearing(case)
    statements = {s.id: (s, page) for page in case.pages for s in page.statements}
    scored = []
    for forecast in found:
        statement, page = statements[forecast.statement]
        for stance in stances.get(forecast.statement, ()):
            outcome = outcomes.get(stance.hypothesis)
            if outcome and stance.lean in ("support", "deny") and _said_before(page, outcome.known):
                scored.append(_brier(statement, stance, outcome))
                break
    return tuple(scored)


def implied(statement: Statement, stance: Stance) -> tuple[float, float]:
    """The range of probability that `statement` gives the hypothesis of `stance`, low first.

    A commitment speaks of the content as worded. Content held unlikely speaks against itself: a denial whose
    stance is "deny" is about the hypothesis as it stands, one whose stance is "support" about its opposite.
    """
    low, high = statement.commitment.low, statement.commitment.high
    same = (stance.lean == "support") != (high < 0.5)
    return (low, high) if same else (1.0 - high, 1.0 - low)


def misled(answer: Answer, outcome: Outcome) -> tuple[Reason, ...]:
    """The origins that pulled `answer` away from what happened, the strongest first: what a post-mortem lists."""
    wrong = -1.0 if outcome.happened else 1.0
    pulled = [reason for reason in answer.reasons if reason.origin and reason.weight * wrong > 0]
    return tuple(sorted(pulled, key=lambda reason: (-abs(reason.weight), reason.origin or "")))


def _bearing(case: Case) -> Mapping[str, tuple[Stance, ...]]:
    """The stances of each statement towards hypotheses that are not negations, in the case's order."""
    order = {h.id: place for place, h in enumerate(case.hypotheses) if h.negates is None}
    found: dict[str, list[Stance]] = {}
    for stance in sorted(case.stances, key=lambda s: (order.get(s.hypothesis, -1), s.statement, -s.strength)):
        if stance.hypothesis in order and stance.lean != "unrelated":
            found.setdefault(stance.statement, []).append(stance)
    return {key: tuple(stances) for key, stances in found.items()}


def _forecast(
    page: Page, statement: Statement, stances: tuple[Stance, ...], closing: Mapping[str, date | None]
) -> Forecast | None:
    words = statement.words(page.article.text)
    own = _own_day(page, statement)
    future = _FUTURE.search(words)
    predicts = bool(statement.chain) and statement.chain[-1].force in ("predict", "plan")
    if statement.commitment.polarity == "open" or not (predicts or (future and (stances or own))):
        return None
    days = [day for stance in stances if (day := closing.get(stance.hypothesis))]
    by = own or (days[0] if days else None)
    commitment = statement.commitment
    phrase = _phrase(page, statement, future)
    return Forecast(statement.id, words, by, commitment.low, commitment.high, phrase, resolvable=by is not None)


def _own_day(page: Page, statement: Statement) -> date | None:
    """The last day that the statement's own times name, if it lay ahead when the statement was made."""
    mentioned = {mention.id: mention.interval.latest for mention in page.times}
    latest = max((day for key in statement.times if (day := mentioned.get(key))), default=None)
    told = statement.said if statement.told else None
    dating = told or page.article.published
    first = dating.interval.earliest if dating else None
    return latest if latest and (first is None or latest >= first) else None


def _phrase(page: Page, statement: Statement, future: re.Match[str] | None) -> str:
    """The words that say how likely: hedges as they stand, else the future word, else the cue."""
    hedges = [span.of(page.article.text) for span in statement.commitment.hedges]
    if hedges:
        return " … ".join(hedges)
    return future.group() if future else statement.chain[-1].cue.text


def _said_before(page: Page, known: date) -> bool:
    published = page.article.published
    return published is None or published.interval.earliest is None or published.interval.earliest <= known


def _brier(statement: Statement, stance: Stance, outcome: Outcome) -> Score:
    happened = 1.0 if outcome.happened else 0.0
    ends = sorted((share - happened) ** 2 for share in implied(statement, stance))
    return Score(statement.id, "brier", ends[0], ends[-1])


def undecided(case: Case) -> Iterator[Hypothesis]:
    """The hypotheses, negations aside, whose outcome is not recorded."""
    known = {outcome.hypothesis for outcome in case.outcomes}
    return (h for h in case.hypotheses if h.negates is None and h.id not in known)
