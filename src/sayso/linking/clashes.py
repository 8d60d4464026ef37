"""Clashes: pairs of statements that cannot both hold, and one speaker's change of mind.

Two statements clash on a hypothesis where one supports it and the other denies it. They clash strongly where
both are firm, weakly where one of them is hedged or leans only. A denial that rules nothing out leans, so it
never clashes strongly. Where neither is more than a hint nothing is contradicted: what may come need not be
discussed. Only what somebody said is compared, not the article's own words.

Both must speak of one time. Statements about days that do not meet ("in June", "not before August") both hold. A
denial of what is going on now ("there are no discussions at present") is true or false on the day it was said, so
what is said a week later contradicts it no more. One speaker on two days has changed his mind, and that is said.

Two amounts of one quantity clash where their ranges share no value, but not where what is counted can only become
more (the dead, the arrested, signatures) and the larger count was given on a later day: then it is an update. At
most MOST are kept, the strongest first; each pair of mouths is shown once, by its firmest statements, so that
neither reprints nor repetitions add any.

What one article made of another's words (linking/drifts.py) clashes where both cannot hold: two days, or two
amounts that share no value. A certainty that grew on the way, or a bound that was lost, is told and is no
clash: what will be may be, and 300 are up to 300. Such a clash is strong where both give one exact number or
one day; a rough number and another day of saying make a weak one. At most CHANGED of them are kept, so that
they never crowd out what two origins say against each other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import reduce
from typing import Literal

from sayso.lang.en.tolls import TOLLS
from sayso.lang.en.words import STOP
from sayso.linking.copies import published
from sayso.linking.headings import overread
from sayso.linking.roots import Placed
from sayso.model.amounts import Amount, Quantity
from sayso.model.article import HEADS
from sayso.model.origins import Drift, Origin
from sayso.model.span import Ref
from sayso.model.stances import Clash, Hypothesis, Stance
from sayso.model.times import Interval
from sayso.model.words import content_stems

MOST = 40

_TOLLS = re.compile("|".join(TOLLS), re.IGNORECASE)

#: Clashes kept of what was changed on the way.
CHANGED = 10

#: Clashes kept for one statement: more say no more.
_EACH = 6

#: One side at least must be this strong: two hints contradict nothing. Between a hint (0.38) and a plain "unlikely"
#: (0.55) on the annotated news article, where no pair of two hints was marked by its readers.
_SAYING = 0.5

#: Days after which a denial of what is going on now says nothing any more: the news' week.
_NOW = 7

#: Denials that are about their own day.
_PRESENT = ("denial of discussion", "denial for now")

#: Strength from which a stance is firm.
FIRM = 0.6

#: Probability from which a statement is held to be rather so than not.
_EVEN = 0.5

#: Strength under which a stance is too weak to contradict anything: that of a denial read from its place alone.
_LEAST = 0.2


def clashes(
    items: Sequence[Placed],
    found: Sequence[Origin],
    stances: Sequence[Stance],
    *,
    hypotheses: Sequence[Hypothesis],
    quantities: Sequence[Quantity] = (),
    drifts: Sequence[Drift] = (),
) -> tuple[Clash, ...]:
    """The clashes of a case, strong ones first, at most MOST."""
    by_id = {item.id: item for item in items}
    home = {statement: origin.id for origin in found for statement in origin.statements}
    out: list[tuple[float, Clash]] = []
    for hypothesis in hypotheses:
        if not hypothesis.negates:
            held = [s for s in stances if s.hypothesis == hypothesis.id and s.statement in home]
            out.extend(_sides(_grounded(held, home, by_id), home, by_id, hypothesis))
            out.extend(overread(items, home, {stance.statement: stance for stance in held}))
    changed = list(_changed(drifts, by_id))
    told = {frozenset((clash.left, clash.right)) for clash in changed}
    out.extend((0.5, c) for c in _counts(quantities, by_id) if frozenset((c.left, c.right)) not in told)
    out.extend((0.4, clash) for clash in changed)
    ordered = sorted(out, key=lambda pair: (pair[1].strength != "strong", -pair[0], pair[1].left, pair[1].right))
    return tuple(_spread(clash for _, clash in ordered))[:MOST]


def _spread(ordered: Iterable[Clash]) -> Iterator[Clash]:
    """The clashes in order, none of a statement that has been in _EACH of them, CHANGED of one kind."""
    seen: Counter[str] = Counter()
    changed = 0
    for clash in ordered:
        changed += clash.kind == "changed on the way"
        few = clash.kind != "changed on the way" or changed <= CHANGED
        if few and seen[clash.left] < _EACH and seen[clash.right] < _EACH:
            seen.update((clash.left, clash.right))
            yield clash


def _grounded(held: Sequence[Stance], home: Mapping[str, str], by_id: Mapping[str, Placed]) -> list[Stance]:
    """The stances without those of headings over a text of the same origin that bears on the matter itself."""
    places = {
        stance.statement: (home[stance.statement], by_id[stance.statement].page.article.id) for stance in held
    }
    bodies = {
        places[stance.statement]
        for stance in held
        if stance.lean != "unrelated" and by_id[stance.statement].statement.block not in HEADS
    }
    return [
        stance
        for stance in held
        if by_id[stance.statement].statement.block not in HEADS or places[stance.statement] not in bodies
    ]


def _sides(
    held: Sequence[Stance], home: Mapping[str, str], by_id: Mapping[str, Placed], hypothesis: Hypothesis
) -> Iterator[tuple[float, Clash]]:
    """The firmest support and denial of each pair of origins."""
    best: dict[tuple[str, str], Stance] = {}
    for stance in held:
        spoken = by_id[stance.statement].statement.chain
        if stance.lean in {"support", "deny"} and stance.strength >= _LEAST and spoken:
            key = (home[stance.statement], stance.lean)
            if key not in best or _rank(stance) < _rank(best[key]):
                best[key] = stance
    supports = sorted((s for (_, lean), s in best.items() if lean == "support"), key=_rank)[:30]
    denials = sorted((s for (_, lean), s in best.items() if lean == "deny"), key=_rank)[:30]
    told: set[tuple[str, str]] = set()
    for one in supports:
        for two in denials:
            mouths = by_id[one.statement].root.key, by_id[two.statement].root.key
            clash = None if mouths in told else _clash(one, two, by_id, hypothesis)
            if clash:
                told.add(mouths)
                yield min(one.strength, two.strength) + max(one.strength, two.strength) / 100, clash


def _rank(stance: Stance) -> tuple[float, str]:
    return -stance.strength, stance.statement


def _clash(one: Stance, two: Stance, by_id: Mapping[str, Placed], hypothesis: Hypothesis) -> Clash | None:
    """The clash of a support and a denial; None for one speaker on one day, whose words want reading together."""
    left, right = by_id[one.statement], by_id[two.statement]
    about, changed = hypothesis.text, left.root.key == right.root.key
    if max(one.strength, two.strength) < _SAYING and not changed:
        return None
    if changed:
        if published(left.page).overlaps(published(right.page)) and _said(left).overlaps(_said(right)):
            return None
    elif _apart_in_time(left, right, outdated=any(kind in reason for reason in two.reasons for kind in _PRESENT)):
        return None
    if changed:
        about = f"{left.root.name} changed: {hypothesis.text}"
    firm = min(one.strength, two.strength) >= FIRM
    kind: Literal["change of mind", "contradiction"] = "change of mind" if changed else "contradiction"
    return Clash(left.id, right.id, about, "strong" if firm else "weak", kind)


def _apart_in_time(support: Placed, denial: Placed, *, outdated: bool) -> bool:
    """Whether a support and a denial speak of different times; `outdated`: the denial is of its own day."""
    one, two = _about(support), _about(denial)
    if one and two and not one.overlaps(two):
        return True
    later, said = _said(support).earliest, _said(denial).latest
    return outdated and bool(later and said and later > said + timedelta(days=_NOW))


def _about(item: Placed) -> Interval | None:
    """The days that a statement names for what it speaks of, not those on which it was said; None for none."""
    wanted = frozenset(item.statement.times) - {item.statement.told}
    days = [time.interval for time in item.page.times if time.id in wanted]
    known = [interval for interval in days if interval.earliest or interval.latest]
    return reduce(Interval.hull, known) if known and len(known) == len(days) else None


def _said(item: Placed) -> Interval:
    """The days on which something was said, as far as they are known."""
    return item.statement.said.interval if item.statement.said else published(item.page)


def _counts(quantities: Sequence[Quantity], by_id: Mapping[str, Placed]) -> Iterator[Clash]:
    """Totals of one quantity in two statements whose ranges share no value; parts and additions clash with none."""
    holding: dict[tuple[str, str], Placed] = {}
    amounts: dict[tuple[str, str], Amount] = {}
    for item in by_id.values():
        known = {amount.id: amount for amount in item.page.amounts}
        for ident in item.statement.amounts:
            if ident in known:
                holding.setdefault((item.page.article.id, ident), item)
                amounts[item.page.article.id, ident] = known[ident]
    for quantity in (one for one in quantities if one.grown and content_stems(one.of, STOP)):
        seen: dict[tuple[float | None, float | None], tuple[str, str]] = {}
        for mention in quantity.mentions:
            key = (mention.ref.article, mention.amount)
            if key in holding and mention.role == "total":
                seen.setdefault((amounts[key].low, amounts[key].high), key)
        kept = list(seen.values())[:8]
        for index, one in enumerate(kept):
            for two in kept[index + 1 :]:
                pair = (holding[one], amounts[one]), (holding[two], amounts[two])
                if pair[0][0] is pair[1][0] or _updated(quantity.of, *pair):
                    continue
                if amounts[one].apart(amounts[two]):
                    left, right = holding[one].id, holding[two].id
                    about = f"{quantity.of}: {amounts[one].text} against {amounts[two].text}"
                    yield Clash(left, right, about, "weak", "numbers")


def _updated(of: str, *counts: tuple[Placed, Amount]) -> bool:
    """Whether the larger of two counts of what can only become more was given later, by the last day of each."""
    (less, fewer), (more, larger) = sorted(counts, key=lambda count: _least(count[1]))
    if _least(fewer) >= _least(larger):
        return False
    first, last = _said(less).latest, _said(more).latest
    said = (of, *(item.statement.words(item.page.article.text) for item in (less, more)))
    return bool(first and last and first < last) and any(_TOLLS.search(words) for words in said)


def _least(amount: Amount) -> float:
    """The least that an amount may be, of "up to" its most."""
    return amount.low if amount.low is not None else amount.high or 0.0


def _changed(drifts: Iterable[Drift], by_id: Mapping[str, Placed]) -> Iterator[Clash]:
    """What was changed on the way so that both cannot hold."""
    for drift in drifts:
        left, right = by_id.get(drift.left), by_id.get(drift.right)
        if left is None or right is None or (drift.about == "strength" and not _turned(left, right)):
            continue
        had, has = (_words(item, ref) for item, ref in ((left, drift.before), (right, drift.after)))
        about = f"on the way “{had}” became “{has}”"
        if drift.about == "amount":
            one, two = _amount(left, drift.before), _amount(right, drift.after)
            if one is None or two is None or not one.apart(two):
                continue
            firm = one.bound == two.bound == "exact"
        else:
            firm = drift.about == "strength" or (_days(left, drift.before) and _days(right, drift.after))
        yield Clash(left.id, right.id, about, "strong" if firm else "weak", "changed on the way")


def _turned(left: Placed, right: Placed) -> bool:
    """Whether one of two says that it is, the other that it is not, both firmly."""
    one, two = left.statement.commitment, right.statement.commitment
    return min(one.low, two.low) >= _EVEN and bool(one.negations) != bool(two.negations)


def _words(item: Placed, ref: Ref) -> str:
    """The words at a place, in one line."""
    return " ".join(ref.span.of(item.page.article.text).split())[:80]


def _amount(item: Placed, ref: Ref) -> Amount | None:
    """The amount at a place of a statement's article."""
    return next((amount for amount in item.page.amounts if ref.span.overlaps(amount.span)), None)


def _days(item: Placed, ref: Ref) -> bool:
    """Whether one day of what is told stands at a place, not the day on which it was told."""
    days = (time for time in item.page.times if time.span == ref.span and time.id != item.statement.told)
    return any(time.interval.earliest == time.interval.latest is not None for time in days)
