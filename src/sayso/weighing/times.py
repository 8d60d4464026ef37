"""Time running out: the question is still open, and fewer days are left than there were.

The prior is the chance over the whole window, from the day the question opens (as far as the articles tell) to its
last day. Asked later, only what is left of the window can bring the event. With a steady hazard the chance left
would be 1 - (1 - prior) ** share, `share` being that of the days left. Hazards of announced decisions are not
steady: work on them is bent to the day on which they are due, so that much comes late (Roth, Murnighan and
Schoumaker, The Deadline Effect in Bargaining, American Economic Review 78, 1988). So the hazard that is left is
taken as `share` to the power of weights.RUSH, under 1.

Where a day is fixed for the decision, the days before it take less. A question that itself asks about one occasion
keeps its whole chance until then; where texts name such a day (occasions.py), the share weights.FIXED of the hazard
is kept until it has passed.

Only the prior is shortened. What origins say speaks of the same event by the same day and keeps its weight.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.model.answers import Reason
from sayso.model.stances import Hypothesis
from sayso.weighing import weights
from sayso.weighing.acts import is_lasting
from sayso.weighing.occasions import FixedDay, fixed_days, is_scheduled
from sayso.weighing.pieces import Evidence
from sayso.weighing.pool import Pull


@dataclass(frozen=True, slots=True)
class Window:
    """The days in which a hypothesis can come true, both None where no last day is known.

    `lasting` is said of a hypothesis that holds unless something happens ("does not close", "remains in office"):
    for it the days gone by count the other way. `scheduled` is said of one that asks about one day, `fixed` are the
    days that texts name for a decision. `last` is the day of the case.
    """

    opens: date | None = None
    closes: date | None = None
    lasting: bool = False
    scheduled: bool = False
    fixed: tuple[FixedDay, ...] = ()
    last: date | None = None

    def left(self, day: date | None) -> float | None:
        """The share of the window left after `day`, in (0, 1]; None where nothing is known to run out.

        On the last day and after it half a day counts: what happened then may not have been reported yet.
        """
        if day is None or self.opens is None or self.closes is None:
            return None
        whole = max((self.closes - self.opens).days, 1)
        return min(max((self.closes - day).days, 0.5) / whole, 1.0)

    def hazard(self, day: date | None) -> float | None:
        """The share of the hazard left after `day`, in (0, 1]; None where nothing is known to run out."""
        share = self.left(day)
        if share is None or day is None or self.closes is None:
            return None
        spread: float = share**weights.RUSH
        if self.scheduled:
            return 1.0 if day <= self.closes else spread
        return (1.0 - weights.FIXED) * spread + weights.FIXED if self.ahead(day) else spread

    def ahead(self, day: date | None) -> tuple[FixedDay, ...]:
        """The fixed days that still lie ahead on `day`, as far as they were known by then."""
        if day is None:
            return ()
        return tuple(one for one in self.fixed if one.day >= day and one.is_known(day, self.last))

    def weight(self, prior: float, day: date | None) -> float:
        """What the days gone by on `day` add to `prior`, both in log-odds."""
        left = self.hazard(day)
        if left is None or left >= 1.0:
            return 0.0
        return -_shortened(-prior, left) if self.lasting else _shortened(prior, left)


def _shortened(prior: float, left: float) -> float:
    """What is added to `prior` log-odds of an event where the share `left` in (0, 1) of its hazard is left."""
    hazard = max(prior, 0.0) + math.log1p(math.exp(-abs(prior)))
    rest = hazard * left
    if hazard < 1e-6:
        return math.log(left)
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
    return Window(
        opening(hypothesis, closes, (piece.day for pieces in held for piece in pieces if piece.day)),
        closes,
        lasting=is_lasting(hypothesis.text),
        scheduled=is_scheduled(hypothesis),
        fixed=fixed_days(evidence, hypothesis),
        last=evidence.as_of,
    )


def opening(hypothesis: Hypothesis, closes: date, days: Iterable[date]) -> date:
    """The day from which a hypothesis can come true, where what bears on it came out on `days`."""
    if hypothesis.opens and hypothesis.opens != closes:
        return hypothesis.opens
    return min([*days, closes - timedelta(days=min(weights.WINDOW, (closes - date.min).days))])


def reports(pulls: Iterable[Pull]) -> bool:
    """Whether somebody reports that the event has come (acts.py)."""
    return any(pull.fresh and piece.act == "reported" for pull in pulls for piece in pull.pieces)


def pending(pulls: Iterable[Pull], *, lasting: bool) -> bool:
    """Whether who decides has said that it comes: the days gone by were always to pass before it."""
    return any(pull.lead.act == "decided" and (pull.fresh < 0 if lasting else pull.fresh > 0) for pull in pulls)


def time_reason(window: Window, day: date | None, weight: float, *, reported: bool) -> Reason:
    """The reason for the days that are left: `weight` in log-odds, 0 where it is not known or reported."""
    share = window.left(day)
    if share is None or window.closes is None or window.opens is None or day is None:
        return Reason("time", "No last day is known, so no time runs out.", 0.0)
    if reported:
        text = "An article reports that it has come, so that the days left say nothing."
    elif window.lasting and share < 1.0:
        text = f"What it says holds so far, and {_days_left(window, day)}."
    elif window.scheduled and day <= window.closes:
        text = f"The question is about {_told(window.closes)} itself, so that the days before it take nothing."
    elif day > window.closes:
        text = f"The last day, {_told(window.closes)}, has passed, and no article here reports that it has come."
    elif share >= 1.0:
        text = f"All {(window.closes - window.opens).days} days to the last day, {_told(window.closes)}, are left."
    else:
        text = f"It has not come so far, and {_days_left(window, day)}."
    parts = ["the base rate is for the whole time; less is left of it"] if weight else []
    named = window.ahead(day)
    if named and not window.scheduled and not reported:
        told = ", ".join(f"{_told(one.day)} (“{one.words}”)" for one in named[:3])
        parts.append(f"days fixed for a decision lie ahead and lose nothing until then: {told}")
    refs = tuple(one.ref for one in named[:3])
    return Reason("time", text, weight, refs, parts=tuple(parts))


def _days_left(window: Window, day: date) -> str:
    closes, opens = window.closes or day, window.opens or day
    left = max((closes - day).days, 0)
    days = "no day is" if left == 0 else "one day is" if left == 1 else f"{left} days are"
    return f"of {(closes - opens).days} days {days} left until {_told(closes)}"


def _told(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
