"""What the answer hangs on: the answer without each origin, what would change it, and what to watch for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sayso.model.answers import Without
from sayso.model.prose import day, rooted
from sayso.model.stances import Hypothesis
from sayso.weighing.likelihood import logistic, words_for
from sayso.weighing.occasions import FixedDay
from sayso.weighing.pool import Pool, Pull

_MOST = 3
_NEAR = 14


def without(left_out: Mapping[str, float], *, flip: bool = False) -> tuple[Without, ...]:
    """The probability without each origin that bears, by origin id, from log-odds; `flip` for the negation."""
    return tuple(
        Without(origin, 1.0 - logistic(left_out[origin]) if flip else logistic(left_out[origin]))
        for origin in sorted(left_out)
    )


def would_change(
    answer: Pool, left_out: Mapping[str, float], yardstick: str, *, flip: bool, decided: bool = True
) -> tuple[str, ...]:
    """Sentences: the origins without which other words would stand; none where nothing can be said.

    `flip` words it for the negation. Each sentence speaks of likelihood and of nothing else.
    """
    return tuple(_hinges(answer, left_out, yardstick, turn=-1 if flip else 1)) if decided else ()


def watch(
    pulls: Sequence[Pull],
    hypothesis: Hypothesis,
    *,
    flip: bool,
    until: tuple[date | None, date | None],
    fixed: Sequence[FixedDay] = (),
) -> tuple[str, ...]:
    """Indicators: what to watch for, in sentences that speak of the ground and never of likelihood.

    `until` is the last day of the question and the day of the answer, `fixed` are the days ahead that texts name.
    """
    return (
        *_indicators(pulls, -1 if flip else 1),
        *_silent(pulls, hypothesis),
        *_days_ahead(fixed),
        *_deadline(*until),
    )


def _hinges(answer: Pool, left_out: Mapping[str, float], yardstick: str, *, turn: int) -> Iterator[str]:
    """The origins without which the words would be others, those that move the answer most first."""
    standing = [pull.origin.id for pull in answer.pulls if pull.weight]
    if not standing:
        return
    whole = answer.log_odds
    now = words_for(logistic(turn * whole), yardstick)
    moved = sorted(left_out, key=lambda origin: (-abs(left_out[origin] - whole), origin))
    roots = {pull.origin.id: rooted(pull.origin.root, None) for pull in answer.pulls}
    for origin in moved[:_MOST]:
        then = words_for(logistic(turn * left_out[origin]), yardstick)
        if standing == [origin] and left_out[origin] == answer.start:
            yield f"Without {roots[origin]} there would be no answer: nothing else takes a side."
        elif then != now:
            yield f"Without {roots[origin]} the answer would read “{then}” instead of “{now}”."


def _indicators(pulls: Sequence[Pull], turn: int) -> Iterator[str]:
    """What kinds of evidence the case lacks, as things to watch for."""
    if not pulls:
        yield "A first statement on the matter by anybody who can be named would be the beginning of an answer."
    if not any(pull.lead.holder.kind == "document" and pull.weight for pull in pulls):
        yield "Watch for a document (a decree, an order, a published plan): none in this case settles the matter."
    evasive = sorted({pull.lead.holder.name for pull in pulls if _evades(pull)})
    for name in evasive[:_MOST]:
        yield f"Watch for a plain yes or no from {name}, whose reply so far rules nothing out for good."
    for sign, side in ((1, "for"), (-1, "against")):
        ours = [pull for pull in pulls if pull.weight * sign * turn > 0]
        if ours and all(pull.lead.holder.kind in ("anonymous", "group", "unknown") for pull in ours):
            yield f"Watch for a named witness: everything {side} it so far comes from voices without a name."
        elif len(ours) == 1:
            root = rooted(ours[0].origin.root, None)
            yield f"Watch for a second independent origin: only {root} speaks {side} it."


def _days_ahead(fixed: Sequence[FixedDay]) -> Iterator[str]:
    """The days ahead that texts name for a decision."""
    for one in fixed[:_MOST]:
        yield f"Watch {day(one.day)}: a text names it in one sentence with “{one.words}”."


def _silent(pulls: Sequence[Pull], hypothesis: Hypothesis) -> Iterator[str]:
    """Who settles the matter or whose plans it is about, where none of them has taken a side."""
    if hypothesis.resolver:
        yield f"Watch for word from {hypothesis.resolver}, named as the one who settles it."
    heard = [p for pull in pulls for p in pull.pieces if p.sign and p.party is not None and p.party.side == "own"]
    if pulls and hypothesis.subject and not heard:
        yield f"Watch for a word from {hypothesis.subject}: nobody on that side has taken a side here."


def _evades(pull: Pull) -> bool:
    """Whether the origin is somebody who can be asked, and some statement sounds like a denial and leaves room."""
    kinds = {piece.statement.commitment.denial for piece in pull.pieces}
    return pull.lead.holder.kind in ("person", "organisation", "place") and bool(
        kinds - {None, "denial", "not ruled out"}
    )


def _deadline(closes: date | None, today: date | None) -> Iterator[str]:
    if not closes or not today:
        return
    left = (closes - today).days
    if left < 0:
        yield f"The last day was {day(closes)}: look for what happened; no further statement can tell."
    elif left <= _NEAR:
        ahead = ("that of this answer", "the next one")[left] if left < 2 else f"{left} days ahead"
        yield f"The last day, {day(closes)}, is {ahead}: its passing without the event settles it."
