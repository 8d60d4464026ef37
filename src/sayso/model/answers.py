"""Answers: a probability that never travels without the reasons that add up to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sayso.model.forecasts import Bin, Forecast, PostMortem, Score, Tally
from sayso.model.notes import Note
from sayso.model.span import Ref


@dataclass(frozen=True, slots=True)
class Reason:
    """One addend of an answer: `weight` in natural log-odds, with the places it rests on.

    `kind` is "prior", "time" (the days that are left) or "origin"; `origin` is the origin's id where it is one.
    `parts` are the factors that made the weight, in words ("said by a party to the matter: halved").
    """

    kind: str
    text: str
    weight: float
    refs: tuple[Ref, ...] = ()
    origin: str | None = None
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Without:
    """The answer if one origin had never spoken."""

    origin: str
    probability: float


@dataclass(frozen=True, slots=True)
class Step:
    """The answer as it stood on a day, and the ids of the statements that moved it, the heaviest first.

    `why` says in words what moved it, also where no statement did (the days gone by). `kind` tells a step at which
    only time moved ("time") from one at which something was said or taken back ("said"), one at which nothing moved
    ("none") and the first ("start"). `by_said` and `by_time` add up to the move in log-odds since the step before.
    """

    as_of: date
    probability: float
    low: float
    high: float
    moved_by: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    kind: Literal["start", "said", "time", "none"] = "start"
    by_said: float = 0.0
    by_time: float = 0.0


#: How good the ground of an answer is, as analysts grade it (ICD 203); never said in one sentence with likelihood.
Confidence = Literal["low", "moderate", "high"]


@dataclass(frozen=True, slots=True)
class Answer:
    """How likely a hypothesis is: the logistic of the sum of `reasons[].weight` is `probability`.

    `words` is the yardstick's term for the range, or "cannot say" where nothing bears on the hypothesis.
    `confidence` grades the ground, None where there is none; `confidence_why` says why. `watch` are indicators.
    """

    hypothesis: str
    as_of: date | None
    probability: float
    low: float
    high: float
    words: str
    reasons: tuple[Reason, ...]
    without: tuple[Without, ...] = ()
    over_time: tuple[Step, ...] = ()
    would_change: tuple[str, ...] = ()
    confidence: Confidence | None = None
    confidence_why: tuple[str, ...] = ()
    watch: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of the grid of competing hypotheses: what an origin says of a hypothesis.

    `sign` is one of -2, -1, 0, 1, 2 (strongly against … strongly for); `word` says the same in a word. `weight` is
    what the answer's doubts leave of it: 1 is a full origin's word, 0 counts nothing.
    """

    origin: str
    hypothesis: str
    sign: int
    word: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Swap:
    """What hangs on one origin in the grid: without it `ahead` has no longer less against it than `behind`.

    `level` where the two then have equally much against them; else they change places.
    """

    origin: str
    ahead: str
    behind: str
    level: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """A source that is a party to the matter of a hypothesis, and why in words.

    `side` is "own" (it speaks of the plans of its own side), "other" (of its enemy's, rival's or bidder's) or
    "stake" (it acts in public affairs, and nothing says on which side).
    """

    source: str
    hypothesis: str
    side: Literal["own", "other", "stake"]
    words: str
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Rating:
    """An origin on the Admiralty scale: `reliability` of its source (A to F), `credibility` of the report (1 to 6).

    The two are kept apart. 1 and 2 are given only where a second, independent origin says the same. `why` is in
    words, `source` the id of the source that is rated, None where the origin has none of the case.
    """

    origin: str
    reliability: Literal["A", "B", "C", "D", "E", "F"]
    credibility: Literal[1, 2, 3, 4, 5, 6]
    why: tuple[str, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """All that weighing gives: answers in the order of the case's hypotheses, the grid, forecasts, scores.

    `diagnosticity` pairs an origin's id with how far it tells the hypotheses apart (0: it says the same of all),
    the most first; `inconsistency` a hypothesis' id with how much speaks against it, the least first: Heuer's
    ranking. `unweighted` has the same with every origin in full, in that order; `swaps` what hangs on one origin.
    """

    answers: tuple[Answer, ...]
    grid: tuple[Cell, ...] = ()
    diagnosticity: tuple[tuple[str, float], ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    scores: tuple[Score, ...] = ()
    notes: tuple[Note, ...] = ()
    parties: tuple[Party, ...] = ()
    ratings: tuple[Rating, ...] = ()
    inconsistency: tuple[tuple[str, float], ...] = ()
    tallies: tuple[Tally, ...] = ()
    postmortems: tuple[PostMortem, ...] = ()
    calibration: tuple[Bin, ...] = ()
    unweighted: tuple[tuple[str, float], ...] = ()
    swaps: tuple[Swap, ...] = ()
