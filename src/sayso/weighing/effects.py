"""How far an answer hangs on each statement: what it would be if a person rejected that one.

Theory
    A rejected statement is as if never said. Its origin then speaks by the strongest of what is left of it: so
    a repetition moves nothing, a relay little, and a sole voice takes its origin away. With another lead
    the origin may have another holder, another day, another side; whoever held a position before may hold it again
    (pool.py). The positions of at most two holders change; both sides are sums in which these are exchanged
    (balances.py). Where the statement was the one that told of a decision, or that it has come, the days left count
    as without it (times.py).

    What linking would make of the other statements without this one is not asked: who is whose source, which
    statements have one origin, and what an origin's way is. So the effect is exact where a rejection changes no
    link, and near where it does: an origin whose root was known through the rejected statement alone, a circle
    that it closed, a heading that counts again once no text of its article bears on the matter.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sayso.model.answers import Answers
from sayso.model.article import HEADS
from sayso.model.case import Case
from sayso.model.forecasts import Resolved
from sayso.model.stances import Hypothesis
from sayso.weighing import weights
from sayso.weighing.balances import Balance
from sayso.weighing.likelihood import logistic
from sayso.weighing.pieces import Evidence, Piece, gather
from sayso.weighing.pool import Pull, aged, latest, pull_of, pulls_on, settle
from sayso.weighing.records import standings
from sayso.weighing.sources import hops
from sayso.weighing.times import Window, opening, pending, reports, window_of

#: Statements of one origin times those that are left out of it one by one: no more of this are weighed, the firmest
#: first, so that an origin of thousands of statements takes no time that grows with their square.
_MOST: Final = 100_000


def effects(case: Case, answers: Answers, *, records: Sequence[Resolved] = ()) -> Mapping[str, float]:
    """How far the probability of the first hypothesis moves if a statement is rejected, in [0, 1], by its id.

    Every statement of the case has one; 0.0 for what bears on nothing, for all but the strongest of an origin, and
    where `answers` has no prior for the hypothesis. `records` are those that the answers were weighed with.
    """
    found = {s.id: 0.0 for page in case.pages for s in (*page.statements, *page.own_voice)}
    base = next((one for one in case.hypotheses if one.negates is None), None)
    given = next((answer for answer in answers.answers if base and answer.hypothesis == base.id), None)
    prior = next((reason.weight for reason in given.reasons if reason.kind == "prior"), None) if given else None
    if base is None or prior is None:
        return found
    kept = tuple(stance for stance in case.stances if stance.hypothesis == base.id)
    evidence = gather(replace(case, stances=kept), standings(case, records)[0])
    found.update(_Weighed(evidence, base, prior).effects())
    return found


@dataclass(frozen=True, slots=True)
class _Told:
    """What the pulls say of time: how many report that it has come, and how many that it was decided."""

    come: int
    decided: int


class _Weighed:
    """One hypothesis weighed on the day of the case, so that single statements can be left out."""

    def __init__(self, evidence: Evidence, hypothesis: Hypothesis, prior: float) -> None:
        """Settle the pulls of all origins; `prior` is in log-odds."""
        self.day: date | None = evidence.as_of
        self.hypothesis, self.prior, self.window = hypothesis, prior, window_of(evidence, hypothesis)
        self.pulls = pulls_on(evidence, hypothesis.id, self.day)
        self.days = Counter(piece.day for pull in self.pulls for piece in pull.pieces if piece.day)
        settled = settle(self.pulls, self.day)
        self.balance = Balance(settled)
        self.groups: dict[str, list[Pull]] = {}
        for pull in self.pulls:
            self.groups.setdefault(pull.holder, []).append(pull)
        self.told = _Told(sum(map(self._come, self.pulls)), sum(map(self._decided, self.pulls)))
        self.now = self._probability((), (), self.told, self.window)

    def effects(self) -> Iterator[tuple[str, float]]:
        """The statements that move the answer, each with how far."""
        for pull in self.pulls:
            for piece in _hinges(pull):
                rest = tuple(one for one in pull.pieces if one is not piece)
                without = pull_of(pull.origin, rest, withdrawn=pull.withdrawn) if rest else None
                moved = abs(self._without(pull, without, self._window(piece)) - self.now)
                if moved:
                    yield piece.statement.id, moved

    def _window(self, piece: Piece) -> Window:
        """The days in which it can come true without a piece: where that came out first, they begin later."""
        closes, day = self.window.closes, piece.day
        if closes is None or day is None or day != self.window.opens or self.days[day] > 1:
            return self.window
        return replace(self.window, opens=opening(self.hypothesis, closes, self.days.keys() - {day}))

    def _without(self, pull: Pull, instead: Pull | None, window: Window) -> float:
        """The probability where an origin says `instead` of `pull`; None for nothing."""
        holders = dict.fromkeys([pull.holder, *([instead.holder] if instead else [])])
        stand = []
        for holder in holders:
            held = [one for one in self.groups.get(holder, ()) if one is not pull]
            held += [instead] if instead and instead.holder == holder else []
            said = [one for one in held if one.fresh]
            stand += [aged(latest(said), self.day)] if said else []
        come = self.told.come - self._come(pull) + (self._come(instead) if instead else 0)
        decided = self.told.decided - self._decided(pull) + (self._decided(instead) if instead else 0)
        return self._probability(tuple(holders), stand, _Told(come, decided), window)

    def _probability(self, holders: Sequence[str], instead: Sequence[Pull], told: _Told, window: Window) -> float:
        time = 0.0
        if not told.come:
            time = window.weight(self.prior, self.day) * (weights.PENDING if told.decided else 1.0)
        return logistic(math.fsum((self.prior, time, *self.balance.exchanged(holders, instead))))

    def _decided(self, pull: Pull) -> bool:
        return pending((pull,), lasting=self.window.lasting)

    @staticmethod
    def _come(pull: Pull) -> bool:
        return reports((pull,))


def _hinges(pull: Pull) -> Iterator[Piece]:
    """The pieces without which an origin may say something else than with them, the firmest first.

    That are its leading statement and what is set off, what says it has come; what alone stands nearest to its
    holder on a side, was said or came out first, or is the only text of an article with a heading in this origin.
    """
    pieces = pull.pieces
    if len(pieces) == 1:
        yield from pieces
        return
    texts = Counter(piece.statement.article for piece in pieces if piece.statement.block not in HEADS)
    headed = {piece.statement.article for piece in pieces if piece.statement.block in HEADS}
    near = Counter((piece.sign, hops(piece.statement)) for piece in pieces if piece.weight)
    first = Counter(piece.spoken for piece in pieces if piece.sign == pull.lead.sign)
    out = Counter(piece.day for piece in pieces)

    def turns(piece: Piece) -> bool:
        statement = piece.statement
        return (
            piece in (pull.lead, pull.counter)
            or piece.act == "reported"
            or (piece.weight != 0.0 and near[piece.sign, hops(statement)] == 1)
            or (piece.spoken == pull.spoken and first[piece.spoken] == 1)
            or (piece.day == pull.day and out[piece.day] == 1)
            or (statement.block not in HEADS and statement.article in headed and texts[statement.article] == 1)
        )

    most = max(_MOST // len(pieces), 2)
    found = [piece for piece in pieces if turns(piece)]
    yield from sorted(found, key=lambda piece: (-abs(piece.weight), piece.statement.id))[:most]
