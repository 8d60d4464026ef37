"""Time running out: the question is still open, and fewer days are left than there were.

The prior is the chance over the whole window, from the day the question opens (as far as the articles tell) to its
last day. Asked later, only what is left of the window can bring the event. With a steady hazard the chance left
would be 1 - (1 - prior) ** share, `share` being that of the days left. Hazards of announced decisions are not
steady: work on them is bent to the day on which they are due, so that much comes late (Roth, Murnighan and
Schoumaker, The Deadline Effect in Bargaining, American Economic Review 78, 1988). So the hazard that is left is
taken as `share` to the power of weights.RUSH, under 1.

Only the prior is shortened. What origins say speaks of the same event by the same day and keeps its weight.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.lang.en.futures import FUTURES, PLANS
from sayso.lang.en.stances import SYNONYMS
from sayso.model.answers import Reason
from sayso.model.stances import Hypothesis
from sayso.model.words import stem, words
from sayso.weighing import weights
from sayso.weighing.pieces import Evidence, Piece
from sayso.weighing.pool import Pull

_COMING = re.compile(
    r"(?<!\w)(?:" + "|".join(re.escape(word) for word in (*FUTURES, *PLANS, "soon", "if")) + r")(?!\w)",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:not|never|remains?|stays?|keeps?|continues?|survives?|lasts?|endures?|persists?)\b", re.IGNORECASE
)
#: What an affirmed commitment reaches before a report counts as one that the event has come.
_SURE = 0.8


@dataclass(frozen=True, slots=True)
class Window:
    """The days in which a hypothesis can come true, both None where no last day is known.

    `lasting` is said of a hypothesis that holds unless something happens ("does not close", "remains in office"):
    for it the days gone by count the other way.
    """

    opens: date | None = None
    closes: date | None = None
    lasting: bool = False

    def left(self, day: date | None) -> float | None:
        """The share of the window left after `day`, in (0, 1]; None where nothing is known to run out.

        On the last day and after it half a day counts: what happened then may not have been reported yet.
        """
        if day is None or self.opens is None or self.closes is None:
            return None
        whole = max((self.closes - self.opens).days, 1)
        return min(max((self.closes - day).days, 0.5) / whole, 1.0)

    def weight(self, prior: float, day: date | None) -> float:
        """What the days gone by on `day` add to `prior`, both in log-odds."""
        share = self.left(day)
        if share is None or share >= 1.0:
            return 0.0
        return -_shortened(-prior, share) if self.lasting else _shortened(prior, share)


def _shortened(prior: float, share: float) -> float:
    """What is added to `prior` log-odds of an event where a `share` in (0, 1) of its days is left."""
    hazard = max(prior, 0.0) + math.log1p(math.exp(-abs(prior)))
    rest = hazard * share**weights.RUSH
    if hazard < 1e-6:
        return weights.RUSH * math.log(share)
    return math.log(math.expm1(rest)) - prior if rest < 700.0 else rest - prior


def window_of(evidence: Evidence, hypothesis: Hypothesis) -> Window:
    """The days in which `hypothesis` can come true.

    They begin with the first dated article that bears on it, or weights.WINDOW days before the last day where that
    is earlier, unless the hypothesis says when.
    """
    closes = hypothesis.closes
    if closes is None:
        return Window()
    held = (evidence.pieces(hypothesis.id, origin.id) for origin in evidence.origins)
    days = [piece.day for pieces in held for piece in pieces if piece.day]
    usual = closes - timedelta(days=min(weights.WINDOW, (closes - date.min).days))
    return Window(hypothesis.opens or min([*days, usual]), closes, lasting=bool(_LASTING.search(hypothesis.text)))


def reports(evidence: Evidence, pulls: Iterable[Pull], hypothesis: Hypothesis) -> tuple[Piece, ...]:
    """The pieces that report the event as something that has come, by statement id.

    A report supports the hypothesis without a hedge, has no word of what is to come, and has the hypothesis' verb,
    or one used for the same, in the past.
    """
    verbs = _verbs(hypothesis.text)
    return tuple(
        piece
        for pull in pulls
        if pull.fresh > 0
        for piece in pull.pieces
        if piece.sign > 0 and piece.statement.commitment.low >= _SURE and _has_come(evidence, piece, verbs)
    )


def _verbs(text: str) -> frozenset[str]:
    """The stems of words that may be the verb of a hypothesis ("announces"), with those used for the same."""
    found = {stem(word) for _, _, word in words(text) if word.islower() and word.endswith("s")}
    same = (row for row in SYNONYMS if found & {stem(word) for word in row})
    return frozenset(found).union(*({stem(word) for word in row} for row in same))


def _has_come(evidence: Evidence, piece: Piece, verbs: frozenset[str]) -> bool:
    said = piece.statement.words(evidence.articles[piece.statement.article].text)
    past = any(word.endswith("ed") and stem(word) in verbs for _, _, word in words(said))
    return past and not _COMING.search(said)


def time_reason(window: Window, day: date | None, weight: float, *, reported: bool) -> Reason:
    """The reason for the days that are left: `weight` in log-odds, 0 where it is not known or reported."""
    share = window.left(day)
    if share is None or window.closes is None or window.opens is None or day is None:
        return Reason("time", "No last day is known, so no time runs out.", 0.0)
    if reported:
        text = "An article reports that it has come, so that the days left say nothing."
    elif window.lasting and share < 1.0:
        text = f"What it says holds so far, and {_days_left(window, day)}."
    elif day > window.closes:
        text = f"The last day, {_told(window.closes)}, has passed, and no article here reports that it has come."
    elif share >= 1.0:
        text = f"All {(window.closes - window.opens).days} days to the last day, {_told(window.closes)}, are left."
    else:
        text = f"It has not come so far, and {_days_left(window, day)}."
    parts = ("the base rate is for the whole time; less is left of it",) if weight else ()
    return Reason("time", text, weight, parts=parts)


def _days_left(window: Window, day: date) -> str:
    closes, opens = window.closes or day, window.opens or day
    left = max((closes - day).days, 0)
    days = "no day is" if left == 0 else "one day is" if left == 1 else f"{left} days are"
    return f"of {(closes - opens).days} days {days} left until {_told(closes)}"


def _told(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
