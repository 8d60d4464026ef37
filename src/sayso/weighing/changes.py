"""What changed between two readings of one question, and why the answer moved.

An answer is a sum of reasons in log-odds, so its move is the sum of what became of each. Reasons of one kind that
rest on no origin (the prior, the time that is left) are compared with each other, those of origins by what their
origins hold. Origins that were merged or split make one part, so that the parts add up to the move whatever was
regrouped. Hypotheses are matched by their text, statements by their ids, else by the words they stand on.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from sayso.errors import SettingError
from sayso.model.answers import Answer, Reason
from sayso.model.changes import (
    CaseReading,
    Changes,
    Figure,
    Grouping,
    Item,
    Pair,
    Part,
    Shift,
    Turned,
    Utterance,
)
from sayso.model.forecasts import Forecast
from sayso.model.origins import Origin
from sayso.model.sources import Source
from sayso.model.stances import Clash, Hypothesis, Stance
from sayso.weighing.groups import Kin, kin, reread
from sayso.weighing.whys import Sides, why_moved, why_regrouped

#: Log-odds under which a reason's weight is what it was.
_NOTHING = 1e-9
#: What a strength or a probability must move by to be told.
_STEP = 0.005
_T = TypeVar("_T")


def changes(before: CaseReading, after: CaseReading) -> Changes:
    """What changed from `before` to `after`; SettingError where they answer different questions."""
    if _folded(before.question) != _folded(after.question):
        raise SettingError(
            f"{before.name} asks “{_short(before.question)}”, {after.name} asks “{_short(after.question)}”: "
            "only two readings of one question can be compared"
        )
    again = reread(before.statements, after.statements)
    one, other = Sides.of(before, again), Sides.of(after, {})
    tied = kin(_held(before.origins, again), _held(after.origins, {}))
    return Changes(
        before,
        after,
        shifts=_shifts(one, other, tied),
        articles=_pairs(_by(before.articles, _id), _by(after.articles, _id), _same_item),
        statements=tuple(
            pair
            for pair in _pairs(_by(before.statements, lambda s: again.get(s.id, s.id)), _by(after.statements, _id))
            if pair.before is None or pair.after is None
        ),
        reread=tuple(Pair(one.statements[key], other.statements[new]) for key, new in sorted(again.items())),
        origins=tuple(_grouping(one, other, each) for each in tied if each.change != "kept"),
        sources=_sources(before, after),
        stances=_stances(one, other),
        clashes=_pairs(_clashes(before, again), _clashes(after, {})),
        forecasts=_pairs(_forecasts(before, again), _forecasts(after, {}), _same_forecast),
        amounts=_pairs(_figures(before), _figures(after), lambda one, other: one == other),
        rulings=_pairs(_by(before.rulings, lambda r: r), _by(after.rulings, lambda r: r)),
    )


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip("?!. ")


def _short(text: str) -> str:
    line = " ".join(text[:400].split())
    return line if len(line) <= 100 else line[:100].rsplit(" ", 1)[0] + " …"


def _held(origins: Iterable[Origin], again: Mapping[str, str]) -> dict[str, list[str]]:
    """What each origin holds, in the ids of the reading after."""
    return {origin.id: [again.get(key, key) for key in origin.statements] for origin in origins}


# ---- answers


def _shifts(before: Sides, after: Sides, tied: Sequence[Kin]) -> tuple[Shift, ...]:
    """How each hypothesis' answer moved, in the order of the reading after; those that are gone last."""
    was = {_folded(one.text): one for one in before.reading.hypotheses}
    now = {_folded(one.text): one for one in after.reading.hypotheses}
    keys = [*now, *(key for key in was if key not in now)]
    return tuple(_shift(before, after, (was.get(key), now.get(key)), tied) for key in keys)


def _shift(
    before: Sides, after: Sides, posed: tuple[Hypothesis | None, Hypothesis | None], tied: Sequence[Kin]
) -> Shift:
    old, new = posed
    one = before.answers.get(old.id) if old else None
    other = after.answers.get(new.id) if new else None
    shown = new or old
    text, negation = (shown.text, shown.negates is not None) if shown else ("", False)
    if one is None or other is None:
        return Shift(text, negation, one, other)
    parts = [part for part in _parts((before, one), (after, other), tied) if part.change != "same"]
    parts.sort(key=lambda part: (-abs(part.move), part.kind, part.origins))
    move = math.fsum((*(r.weight for r in other.reasons), *(-r.weight for r in one.reasons)))
    return Shift(text, negation, one, other, move, tuple(parts))


def _parts(before: tuple[Sides, Answer], after: tuple[Sides, Answer], tied: Sequence[Kin]) -> Iterable[Part]:
    """What became of each reason of an answer."""
    where = (
        {key: each for each in tied for key in each.before},
        {key: each for each in tied for key in each.after},
    )
    found: dict[Hashable, tuple[list[Reason], list[Reason]]] = {}
    kindred: dict[Hashable, Kin] = {}
    for place, (_, answer) in enumerate((before, after)):
        for reason in answer.reasons:
            group = where[place].get(reason.origin or "")
            key: Hashable = group or (reason.kind, reason.origin)
            kindred.setdefault(key, group or Kin((), ()))
            found.setdefault(key, ([], []))[place].append(reason)
    for key, (old, new) in found.items():
        yield _part((before[0], old), (after[0], new), kindred[key])


def _part(before: tuple[Sides, list[Reason]], after: tuple[Sides, list[Reason]], group: Kin) -> Part:
    (one, old), (other, new) = before, after
    weights = [math.fsum(reason.weight for reason in reasons) if reasons else None for reasons in (old, new)]
    lead = max(new or old, key=lambda reason: (abs(reason.weight), reason.text))
    change = _change(*weights)
    moved = one.held(group.before) ^ other.held(group.after)
    return Part(
        lead.kind,
        change,
        lead.text,
        weights[0],
        weights[1],
        (group.before, group.after),
        tuple(sorted(moved)),
        why_moved((one, old), (other, new), group) if change != "same" else (),
    )


def _change(before: float | None, after: float | None) -> Turned:
    if before is None or after is None:
        return "new" if before is None else "gone"
    if abs(after - before) <= _NOTHING:
        return "same"
    if before * after < 0:
        return "turned"
    return "heavier" if abs(after) > abs(before) else "lighter"


# ---- everything else


def _id(one: Item | Utterance) -> str:
    return one.id


def _by(items: Iterable[_T], key: Callable[[_T], Hashable]) -> dict[Hashable, _T]:
    return {key(one): one for one in items}


def _pairs(
    was: Mapping[Hashable, _T],
    now: Mapping[Hashable, _T],
    same: Callable[[_T, _T], bool] = lambda _one, _other: True,
) -> tuple[Pair[_T], ...]:
    """What is and was not, or is not the same, in the order of now; then what was and is not."""
    return (
        *(Pair(was.get(key), one) for key, one in now.items() if key not in was or not same(was[key], one)),
        *(Pair(one, None) for key, one in was.items() if key not in now),
    )


def _same_item(one: Item, other: Item) -> bool:
    return (one.published, one.how, one.outlet) == (other.published, other.how, other.outlet)


def _grouping(before: Sides, after: Sides, each: Kin) -> Grouping:
    """What became of origins, with their names and why."""
    names = (
        tuple(before.origins[key].root for key in each.before),
        tuple(after.origins[key].root for key in each.after),
    )
    return Grouping(each.change, each.before, each.after, names, why_regrouped(before, after, each))


def _sources(before: CaseReading, after: CaseReading) -> tuple[Grouping, ...]:
    """The sources that were merged or split; who only came or went is told by the statements."""
    was, now = ({source.id: source for source in side.sources} for side in (before, after))
    tied = kin({k: s.members for k, s in was.items()}, {k: s.members for k, s in now.items()})
    return tuple(
        Grouping(each.change, each.before, each.after, (_names(was, each.before), _names(now, each.after)))
        for each in tied
        if each.before and each.after and each.change != "kept"
    )


def _names(known: Mapping[str, Source], keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(known[key].name for key in keys)


def _stances(before: Sides, after: Sides) -> tuple[Pair[Stance], ...]:
    """What statements that are in both readings say otherwise of a hypothesis; negations only mirror it."""
    known = {before.again.get(key, key) for key in before.statements} & after.statements.keys()
    was, now = (
        {(key, text): stance for key in known for text, stance in side.leans.get(key, {}).items()}
        for side in (before, after)
    )
    return _pairs(_in_order(was), _in_order(now), _same_stance)


def _in_order(stances: Mapping[tuple[str, str], Stance]) -> dict[Hashable, Stance]:
    return {key: stances[key] for key in sorted(stances)}


def _same_stance(one: Stance, other: Stance) -> bool:
    return one.lean == other.lean and abs(one.strength - other.strength) < _STEP


def _clashes(reading: CaseReading, again: Mapping[str, str]) -> dict[Hashable, Clash]:
    return {
        (tuple(sorted((again.get(one.left, one.left), again.get(one.right, one.right)))), one.kind): one
        for one in reading.clashes
    }


def _forecasts(reading: CaseReading, again: Mapping[str, str]) -> dict[Hashable, Forecast]:
    return {again.get(one.statement, one.statement): one for one in reading.forecasts}


def _same_forecast(one: Forecast, other: Forecast) -> bool:
    ends = max(abs(one.low - other.low), abs(one.high - other.high))
    return one.by == other.by and ends < _STEP


def _figures(reading: CaseReading) -> dict[Hashable, Figure]:
    """Quantities by what they are of; several of one name in their order."""
    found: dict[Hashable, Figure] = {}
    count: Counter[str] = Counter()
    for one in reading.amounts:
        found[one.of, count[one.of]] = one
        count[one.of] += 1
    return found
