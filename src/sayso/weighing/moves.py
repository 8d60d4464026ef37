"""What moved an answer from one step to the next, in parts that add up and in words.

Two pools are compared on the same day: what was known at the step before, aged to the day, and what is known on the
day itself. So the days gone by stand apart from what was said. Each holder's move is one clause, and what company
does to those who did not move themselves (a side no longer alone, a side that more share) is one clause a side.
The weights of all clauses add up to what was said; with the days gone by they are the whole move in log-odds.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.prose import rooted
from sayso.weighing.pool import Pull

#: Log-odds under which nothing has moved.
NOTHING = 1e-9
#: Moves of one step that are told, and the share of the heaviest under which one is only counted.
_MOST, _LEAST = 4, 1 / 6
#: Up to this share of its side a statement speaks weakly, as in reasons.py.
_WEAKLY = 0.35
_NAMELESS = ("", "unnamed")
_Side = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Clause:
    """One part of a move: weight in log-odds, the statements that made it, words for both sides."""

    weight: float
    moved_by: tuple[str, ...]
    plain: str
    turned: str


def clauses(before: Sequence[Pull], after: Sequence[Pull]) -> tuple[Clause, ...]:
    """What was said between `before` and `after`, two pools of one day, the heaviest first."""
    same = _one_and_the_same(before, after)
    was, now = _by_holder(before, same), _by_holder(after, same)
    found: list[Clause] = []
    company: dict[int, list[float]] = {1: [], -1: []}
    for holder in sorted(was.keys() | now.keys()):
        old, new = was.get(holder, ()), now.get(holder, ())
        weight = math.fsum((*(pull.weight for pull in new), *(-pull.weight for pull in old)))
        first, second = _carried(old), _carried(new)
        if abs(weight) <= NOTHING:
            continue
        if not (first and second and first.origin.id == second.origin.id and _same(first.alone, second.alone)):
            found.append(_spoken(weight, first, second, (before, after)))
        elif first.weight and second.weight:
            company[1 if second.weight > 0 else -1].append(weight)
        else:
            found.append(_beside(weight, second))
    found.extend(_company(company, before, after))
    return tuple(sorted(found, key=lambda clause: (-abs(clause.weight), clause.plain)))


def told(moves: Sequence[tuple[float, str]]) -> Iterator[str]:
    """The words of the heaviest moves, each with its weight in log-odds, and how many smaller ones there are."""
    ranked = sorted(moves, key=lambda move: -abs(move[0]))
    least = abs(ranked[0][0]) * _LEAST if ranked else 0.0
    shown = [words for weight, words in ranked[:_MOST] if abs(weight) >= least]
    yield from shown
    rest = len(ranked) - len(shown)
    if rest:
        size = f"{rest} smaller moves" if rest > 1 else "One smaller move"
        yield f"{size} beside {'these' if len(shown) > 1 else 'this'}."


def _one_and_the_same(before: Sequence[Pull], after: Sequence[Pull]) -> dict[str, str]:
    """For each holder the name of its group: an origin whose lead is another's word now joins the two holders."""
    earlier = {pull.origin.id: pull.holder for pull in before}
    group = {pull.holder: pull.holder for pull in (*before, *after)}

    def head(holder: str) -> str:
        while group[holder] != holder:
            group[holder] = group[group[holder]]
            holder = group[holder]
        return holder

    for pull in after:
        ends = sorted((head(pull.holder), head(earlier.get(pull.origin.id, pull.holder))))
        group[ends[1]] = ends[0]
    return {holder: head(holder) for holder in group}


def _by_holder(pulls: Sequence[Pull], same: Mapping[str, str]) -> dict[str, list[Pull]]:
    groups: dict[str, list[Pull]] = {}
    for pull in pulls:
        groups.setdefault(same[pull.holder], []).append(pull)
    return groups


def _carried(pulls: Sequence[Pull]) -> Pull | None:
    """The position of a holder that counts: before company, whether or not its backer has a firmer one."""
    return max(
        (pull for pull in pulls if pull.alone), key=lambda pull: (abs(pull.alone), pull.origin.id), default=None
    )


def _same(one: float, other: float) -> bool:
    return abs(one - other) < NOTHING


def _clause(weight: float, moved_by: Sequence[str], words: Callable[[_Side], str]) -> Clause:
    """A clause in the words of the hypothesis and in those of its negation."""
    plain = words(lambda sign: "for it" if sign > 0 else "against it")
    turned = words(lambda sign: "against it" if sign > 0 else "for it")
    return Clause(weight, tuple(moved_by), sentence(plain), sentence(turned))


def sentence(words: str) -> str:
    """Words as a sentence begins."""
    return words[:1].upper() + words[1:]


def _spoken(
    weight: float, old: Pull | None, new: Pull | None, pools: tuple[Sequence[Pull], Sequence[Pull]]
) -> Clause:
    """The clause of a holder whose own position is another than it was."""
    if new is None:
        return _fallen(weight, old, pools[1])
    if old is None:
        return _risen(weight, new, pools)
    sides, name = (_sign(old), _sign(new)), _name(new)
    more = "more" if abs(new.alone) > abs(old.alone) else "less"
    if sides[0] != sides[1]:
        return _clause(
            weight,
            [new.lead.statement.id],
            lambda side: f"{name} changed position: spoke {side(sides[0])}, now speaks {side(sides[1])}.",
        )
    if new.origin.id != old.origin.id:
        words, tail = f"{name} spoke again, {more} firmly", ": only the latest word counts"
    elif new.counter and not old.counter:
        words, tail = (
            "an origin goes on to speak",
            f", but now says the opposite, too, which is set off: {_root(new)}",
        )
    else:
        words, tail = f"an origin speaks {more} firmly", f" than before, and counts once: {_root(new)}"
    parts = [new.lead, *([new.counter] if new.counter and not old.counter else [])]
    movers = [piece.statement.id for piece in parts]
    return _clause(weight, movers, lambda side: f"{words} {side(sides[1])}{tail}.")


def _risen(weight: float, new: Pull, pools: tuple[Sequence[Pull], Sequence[Pull]]) -> Clause:
    """The clause of a holder who had no position: new, or turned up where there was only what leaves it open."""
    known = any(pull.origin.id == new.origin.id for pull in pools[0])
    sign, root = _sign(new), _root(new)
    weakly = "weakly " if new.lead.position <= _WEAKLY else ""
    if known:
        return _clause(
            weight, [new.lead.statement.id], lambda side: f"an origin now speaks {weakly}{side(sign)}: {root}."
        )
    other = _confirmed(new, pools)
    tail = f"; it confirms {other}" if other else ""
    return _clause(
        weight, [new.lead.statement.id], lambda side: f"a new origin speaks {weakly}{side(sign)}: {root}{tail}."
    )


def _confirmed(new: Pull, pools: tuple[Sequence[Pull], Sequence[Pull]]) -> str:
    """Who stood alone on the side of `new` and no longer does; empty where nobody did."""
    if not new.weight or not new.confirms:
        return ""
    before = [pull for pull in pools[0] if pull.confirms and pull.weight * new.weight > 0]
    return _root(before[0]) if len(before) == 1 else ""


def _fallen(weight: float, old: Pull | None, after: Sequence[Pull]) -> Clause:
    """The clause of a holder who takes no side any more."""
    if old is None:
        return Clause(weight, (), "", "")
    root, sign = _root(old), _sign(old)
    now = next((pull for pull in after if pull.origin.id == old.origin.id), None)
    if now and now.parts[:1] and now.parts[0].startswith("withdrawn"):
        words = "taken back"
    else:
        words = "an origin takes no side any more"
    return _clause(weight, [old.lead.statement.id], lambda side: f"{words}, having spoken {side(sign)}: {root}.")


def _beside(weight: float, now: Pull) -> Clause:
    """The clause of a position that its backer's firmer one has put aside, or no longer does."""
    if not now.weight:
        return _clause(weight, (), lambda _: f"an origin now {now.parts[-1]} ({_root(now)}).")
    return _clause(weight, (), lambda _: f"an origin counts now, for what stood before it fell away: {_root(now)}.")


def _company(moved: dict[int, list[float]], before: Sequence[Pull], after: Sequence[Pull]) -> Iterator[Clause]:
    """A clause for each side on which others count for more or less than they did, having said nothing new."""
    for sign, parts in moved.items():
        weight = math.fsum(parts)
        if abs(weight) > NOTHING:
            gained = weight * sign > 0
            was, now = _confirming(before, sign) > 1, _confirming(after, sign) > 1
            if gained:
                words = (
                    "is no longer alone: what stood there before counts for more"
                    if now and not was
                    else "is shared by fewer: each counts for a little more"
                )
            else:
                words = (
                    "is alone again: what is left there counts for less"
                    if was and not now
                    else "is shared by more, who are not wholly independent: each counts for a little less"
                )
            yield _clause(weight, (), lambda side, sign=sign, words=words: f"the side {side(sign)} {words}.")  # type: ignore[misc]


def _confirming(pulls: Sequence[Pull], sign: int) -> int:
    return sum(pull.confirms for pull in pulls if pull.weight * sign > 0)


def _sign(pull: Pull) -> int:
    return 1 if pull.alone > 0 else -1


def _root(pull: Pull) -> str:
    return rooted(pull.origin.root, None)


def _name(pull: Pull) -> str:
    """The holder's name; its origin's where it has none."""
    return pull.lead.holder.name if pull.lead.holder.name not in _NAMELESS else _root(pull)
