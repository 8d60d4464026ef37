"""From what origins say to log-odds: the pool.

Theory
    The answer is Good's weight of evidence (1950, 1985): log-odds after = log-odds before + the sum over pieces of
    evidence of log(P(evidence | hypothesis) / P(evidence | negation)). Weights of independent pieces add up, so
    each can be shown as one reason, and the reasons add up to the number. What counts as one piece is the origin,
    not the article: ten reprints of one note are what the note's author said, heard ten times.

    One statement is worth  ORIGIN x position x quality, signed by its stance.
      position   how far it takes its side: the least that the strength of its stance, the distance of its
                 commitment from even odds, and its kind of denial allow;
      quality    how far its words can be taken for its holder's, and its holder for a good witness (sources.py).
    One origin is worth its strongest statement, never the sum; where it also says the opposite, the strongest of
    the other side is set off. So a copy, a relay or a repetition within an origin moves nothing. Its text speaks,
    and a heading only where no text of its article does.
    One holder is worth its latest position, by the day on which it was said. Earlier origins of the same holder
    carry 0. The position is as old as the day from which the holder has held at least it: a repetition neither adds
    nor makes young again.
    One backer is worth, on each side, its strongest origin; the others carry 0. Origins of one source, of one house
    of outlets, or of outlets that nobody knows confirm nothing to each other, and what only such outlets vouch for
    confirms nobody else either.
    One side is worth the sum of its holders, less for being alone (nobody confirms it) or less for being many
    (origins of one side are not independent; n of them with correlation r are worth n / (1 + (n - 1) r), Clemen
    and Winkler 1985). The count n is the sum of weights over the largest, so a weak voice hardly counts as one
    more and none ever lowers its side.

The range is symmetric in log-odds: an 80 % range whose variance is that of a share in PRIOR_COUNT + n trials at
even odds, n being the full origins that the weights amount to, plus the spread of each statement's own interval;
then widened to hold every answer that leaves one origin out.

Everything is sorted by content and summed with math.fsum: the order of pages changes no bit.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.model.article import HEADS
from sayso.model.case import Case
from sayso.model.origins import Origin
from sayso.weighing import weights
from sayso.weighing.likelihood import logistic
from sayso.weighing.pieces import Evidence, Piece
from sayso.weighing.sources import hops


@dataclass(frozen=True, slots=True)
class Pull:
    """What one origin says of one hypothesis on one day, before and after it stands beside the others.

    `position` and `quality` are those of `lead`, the strongest statement (of those that leave it open where none
    takes a side), less what `counter` sets off. `fresh` is the signed weight before age and company, `weight` the
    one that counts. `day` is the first on which it came out, `spoken` the last by which it can have been said;
    `held` is the day from which the position is held, None where no date is known.
    """

    origin: Origin
    pieces: tuple[Piece, ...]
    lead: Piece
    counter: Piece | None
    fresh: float
    holder: str
    day: date | None
    spoken: date | None = None
    held: date | None = None
    weight: float = 0.0
    spread: float = 0.0
    parts: tuple[str, ...] = ()
    alone: float = 0.0
    withdrawn: bool = False

    @property
    def backer(self) -> str:
        """Who vouches for it: a source, a house, all that nobody knows; its holder where nobody looked."""
        return f"backer {self.origin.backer.id}" if self.origin.backer else f"holder {self.holder}"

    @property
    def confirms(self) -> bool:
        """Whether it can confirm another of its side: it goes round in no circle, and somebody known vouches."""
        known = self.origin.backer is None or self.origin.backer.kind != "unknown"
        return known and not self.origin.circular


@dataclass(frozen=True, slots=True)
class Side:
    """What the holders of one side amount to: sum and maximum of their weights, and how many there are."""

    total: float = 0.0
    strongest: float = 0.0
    holders: int = 0
    confirmed: bool = False

    @property
    def share(self) -> float:
        """The part of each weight that is left in this company, in (0, 1]."""
        if self.holders == 0 or self.strongest <= 0.0:
            return 1.0
        count = self.total / self.strongest
        return (1.0 if self.confirmed else weights.ALONE) / (1.0 + (count - 1.0) * weights.SHARED)


@dataclass(frozen=True, slots=True)
class Pool:
    """An answer in log-odds: the prior, every origin's pull with its final weight, half the range, and the time.

    `time` is what the days gone by take from the prior (times.py).
    """

    prior: float
    pulls: tuple[Pull, ...]
    reach: float
    time: float = 0.0

    @property
    def start(self) -> float:
        """The prior with the days gone by, before anybody has spoken."""
        return math.fsum((self.prior, self.time))

    @property
    def log_odds(self) -> float:
        """The prior plus all weights."""
        return math.fsum((self.prior, self.time, *(pull.weight for pull in self.pulls)))

    @property
    def probability(self) -> float:
        """The logistic of `log_odds`."""
        return logistic(self.log_odds)


def pulls_on(evidence: Evidence, hypothesis: str, day: date | None) -> tuple[Pull, ...]:
    """What each origin that bears on `hypothesis` says by `day` (None: all there is), before company, by id."""
    found = []
    for origin in evidence.origins:
        pieces = tuple(piece for piece in evidence.pieces(hypothesis, origin.id) if evidence.counts(piece, day))
        if pieces:
            found.append(pull_of(origin, pieces, withdrawn=evidence.withdrawn(origin, day)))
    return tuple(found)


def pool(prior: float, settled: Sequence[Pull], *, time: float = 0.0) -> Pool:
    """The answer from `prior` log-odds, what `time` adds, and `settled` pulls, whose order is kept."""
    sides = {sign: _side(settled, sign) for sign in (1, -1)}
    final = tuple(_in_company(pull, sides[1 if pull.weight > 0 else -1]) for pull in settled)
    return Pool(prior, final, _reach(final), time)


def counting(case: Case, hypothesis: str) -> float | None:
    """The dumb baseline: supporting statements among those that take a side; None where none does."""
    leans = [stance.lean for stance in case.stances if stance.hypothesis == hypothesis]
    support, deny = leans.count("support"), leans.count("deny")
    return support / (support + deny) if support + deny else None


def pull_of(origin: Origin, pieces: tuple[Piece, ...], *, withdrawn: bool) -> Pull:
    """One origin on its own: the strongest statement, less the strongest that says the opposite.

    A heading speaks for its origin only where no text of the same article and origin bears on the matter, and a
    relay only where nothing of its side stands nearer to the holder: what it made of a word is not the word.
    """
    grounded = {piece.statement.article for piece in pieces if piece.statement.block not in HEADS}
    heads = (piece for piece in pieces if piece.statement.block in HEADS)
    under = {piece.statement.id for piece in heads if piece.statement.article in grounded}
    ranked = sorted(_nearest([piece for piece in pieces if piece.statement.id not in under]), key=_rank)
    lead = ranked[0]
    counter = next((piece for piece in ranked if piece.weight * lead.weight < 0), None)
    fresh = lead.weight + counter.weight if counter else lead.weight
    days = [piece.day for piece in pieces if piece.day]
    parts = [*lead.parts, *_origin_parts(origin, lead, counter)]
    fresh *= _route(origin, lead)
    if withdrawn:
        fresh, parts = 0.0, ["withdrawn: it counts nothing from then on"]
    day = min(days) if days else None
    heard = [piece.spoken for piece in pieces if piece.spoken and piece.sign == lead.sign]
    spoken = min(heard) if heard else day
    key = lead.holder.key or origin.id
    told = tuple(parts)
    return Pull(origin, pieces, lead, counter, fresh, key, day, spoken, parts=told, withdrawn=withdrawn)


def _nearest(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without those that a side of the origin has nearer to its holder's mouth."""
    least: dict[int, int] = {}
    for piece in pieces:
        if piece.weight:
            least[piece.sign] = min(least.get(piece.sign, hops(piece.statement)), hops(piece.statement))
    return [p for p in pieces if not p.weight or hops(p.statement) == least[p.sign]]


def _rank(piece: Piece) -> tuple[float, date, int, str]:
    """The strongest first; of equals the first published, then the first in its text."""
    statement = piece.statement
    return (-abs(piece.weight), piece.day or date.max, statement.content[0].start, statement.id)


def _route(origin: Origin, lead: Piece) -> float:
    """What the way to an origin leaves of its weight; an article's report of what has happened is its own root."""
    share = 1.0 if lead.act == "reported" or lead.told else weights.ROUTE[origin.how]
    return share * (weights.CIRCULAR if origin.circular else 1.0)


def _origin_parts(origin: Origin, lead: Piece, counter: Piece | None) -> Iterable[str]:
    if counter:
        yield "it also says the opposite, which is set off"
    if origin.circular:
        yield f"its articles cite each other in a circle: × {weights.CIRCULAR}"
    if origin.how == "unknown" and not (lead.act == "reported" or lead.told):
        yield f"its root could not be established: × {weights.ROUTE['unknown']}"


def settle(pulls: Sequence[Pull], day: date | None) -> tuple[Pull, ...]:
    """`pulls` with one position a holder, aged to `day`, and of those one a backer and side; all others carry 0."""
    groups: dict[str, list[Pull]] = {}
    for pull in pulls:
        if pull.fresh:
            groups.setdefault(pull.holder, []).append(pull)
    carried = {}
    for group in groups.values():
        last = latest(group)
        carried[last.origin.id] = aged(last, day)
    standing = tuple(carried.get(pull.origin.id) or _silent(pull) for pull in pulls)
    return tuple(_outdone(standing))


def _outdone(standing: Sequence[Pull]) -> Iterable[Pull]:
    """`standing`, where of one backer's pulls on one side only the strongest keeps its weight."""
    best: dict[tuple[str, bool], Pull] = {}
    for pull in standing:
        if pull.weight:
            slot = (pull.backer, pull.weight > 0)
            best[slot] = min(best.get(slot, pull), pull, key=firmest_first)
    for pull in standing:
        first = best[pull.backer, pull.weight > 0] if pull.weight else pull
        if first is pull:
            yield pull
        else:
            yield replace(pull, weight=0.0, spread=0.0, parts=(*pull.parts, f"adds nothing: {_same_backer(pull)}"))


def firmest_first(pull: Pull) -> tuple[float, date, str]:
    """The strongest first; of equals the one that spoke first."""
    return -abs(pull.weight), pull.held or date.max, pull.origin.id


def _same_backer(pull: Pull) -> str:
    """Why an origin confirms nothing to another of its backer."""
    backer = pull.origin.backer
    if backer is None or backer.kind == "source":
        return f"it rests on {backer.name if backer else 'the same source'}, who counts once on a side"
    if backer.kind == "family":
        return f"it rests on outlets of one house ({backer.name}), which count once on a side"
    return "nobody knows the house of this outlet, and all such outlets together count once on a side"


def latest(group: Sequence[Pull]) -> Pull:
    """The holder's latest position, with the day since which it has been held at least as firmly.

    Of several on one day the strongest counts; one without a date is taken for older than any that has one.
    """
    if len(group) == 1:
        return replace(group[0], held=group[0].spoken)
    ordered = sorted(group, key=lambda pull: (pull.spoken or date.min, abs(pull.fresh), pull.origin.id))
    last = ordered[-1]
    held = last.spoken
    for earlier in reversed(ordered[:-1]):
        if earlier.fresh * last.fresh < 0:
            break
        if abs(earlier.fresh) >= abs(last.fresh) * (1 - 1e-9):
            held = earlier.spoken or held
    parts = (*last.parts, "the same source spoke before: its latest word counts, once")
    return replace(last, held=held, parts=parts)


def aged(pull: Pull, day: date | None) -> Pull:
    """`pull` with its weight as old as it is on `day`; a pull without a date does not age."""
    days = max((day - pull.held).days, 0) if day and pull.held else 0
    if pull.lead.act:
        days = 0
    share = weights.AGE_FLOOR + (1.0 - weights.AGE_FLOOR) * 0.5 ** (days / weights.HALF_LIFE)
    parts = (*pull.parts, f"{days} days old: × {share:.2f}") if days >= 7 else pull.parts
    spread = pull.lead.spread * abs(pull.fresh / pull.lead.weight) * share
    weight = pull.fresh * share
    return replace(pull, weight=weight, spread=spread, parts=parts, alone=weight)


def _silent(pull: Pull) -> Pull:
    """`pull` with weight 0, saying why where a reader would wonder."""
    if pull.fresh:
        return replace(
            pull, weight=0.0, alone=0.0, parts=("the same source spoke again later: only its latest word counts",)
        )
    return replace(pull, weight=0.0, alone=0.0) if pull.weight else pull


def _side(pulls: Sequence[Pull], sign: int) -> Side:
    ours = [pull for pull in pulls if pull.weight * sign > 0]
    amounts = [abs(pull.weight) for pull in ours]
    if not amounts:
        return Side()
    confirmed = sum(pull.confirms for pull in ours) > 1
    return Side(math.fsum(amounts), max(amounts), len(amounts), confirmed=confirmed)


def _in_company(pull: Pull, side: Side) -> Pull:
    if not pull.weight:
        return pull
    words = []
    if not side.confirmed:
        words.append("no second independent origin says the same")
    if side.holders > 1:
        words.append(f"one of {side.holders} on this side, which are not wholly independent")
    words[-1] += f": × {side.share:.2f}"
    return replace(
        pull, weight=pull.weight * side.share, spread=pull.spread * side.share, parts=(*pull.parts, *words)
    )


def _reach(pulls: Sequence[Pull]) -> float:
    """Half the 80 % range in log-odds."""
    count = weights.PRIOR_COUNT + math.fsum(abs(pull.weight) for pull in pulls) / weights.ORIGIN
    variance = weights.ONE_TRIAL**2 / count + math.fsum(pull.spread**2 for pull in pulls)
    return weights.REACH * math.sqrt(variance)


def drawn(answer: Pool, others: Iterable[float]) -> tuple[float, float]:
    """The range of `answer` as probabilities, wide enough to hold `others` (log-odds without one origin each)."""
    held = [answer.log_odds - answer.reach, answer.log_odds + answer.reach, *others]
    return logistic(min(held)), logistic(max(held))


def prior_only(prior: float, time: float = 0.0) -> Pool:
    """The answer before anybody has spoken."""
    return Pool(prior, (), _reach(()), time)
