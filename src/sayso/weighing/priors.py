"""What a question is asked about, and its probability before anybody has spoken, with the ground for it.

Two kinds of question have base rates of their own. Whether something will happen by a day is mostly answered no.
Whether something that is told has happened is open: what is told is not made up as often as it comes to nothing.
The kind is told by the hypothesis and the question: a last day, or a word of what is to come, makes it a forecast.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model.case import Case
from sayso.model.stances import Hypothesis
from sayso.weighing import weights
from sayso.weighing.likelihood import log_odds

_TO_COME = re.compile(
    r"\b(?:will|shall|would|going to|about to|plans? to|due to)\b|[’']ll\b|\bwon[’']t\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Prior:
    """The probability of a hypothesis before any evidence, in log-odds, and what it rests on in words.

    `given` is said of one that the caller gave; `report` of a question whether something has happened.
    """

    weight: float
    why: str = ""
    given: bool = False
    report: bool = False


def is_report(case: Case, hypothesis: Hypothesis) -> bool:
    """Whether `hypothesis` is about what is or has been, so that texts report it, and not about what is to come."""
    text = " ".join((case.question[:400], hypothesis.text[:400]))
    return hypothesis.closes is None and bool(case.question) and not _TO_COME.search(text)


def prior_of(case: Case, hypothesis: Hypothesis, share: float | None, why: str = "") -> Prior:
    """The prior of `hypothesis`: `share` with its ground where the caller gives one, else that of its kind.

    A share is that of the question as it is asked: where the question negates `hypothesis` ("will it not close"),
    the rest is left to it. SettingError for a share that leaves no room for evidence.
    """
    report = is_report(case, hypothesis)
    if share is not None:
        asked = -1.0 if case.hypotheses and case.hypotheses[0].negates == hypothesis.id else 1.0
        return Prior(asked * log_odds(share), " ".join(why.split()), given=True, report=report)
    return Prior(log_odds(weights.PRIOR_REPORT if report else weights.PRIOR), report=report)
