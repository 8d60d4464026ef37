"""The same quantity across statements and articles: this part's table of contents.

numbers with what they count (counted) -> groups (likeness, clusters) -> parts and additions (shares) -> what
changed on the way (travels) -> names

A group is a proposal to look at numbers side by side, not a finding: nothing else rests on it but clashes of
numbers, and those are called weak.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.linking.clusters import Group, grouped
from sayso.linking.counted import Seen, seen, surfaces
from sayso.linking.likeness import Ground
from sayso.linking.shares import Key, Share, inherited, shares, wholes
from sayso.linking.travels import NAMES, changes, reference
from sayso.model.amounts import Change, Mention, Quantity
from sayso.model.case import Page
from sayso.model.times import Interval

#: Parts and additions shown with one quantity, and steps told in one sentence.
_BESIDE, _STEPS = 12, 6


def quantities(pages: Sequence[Page]) -> tuple[Quantity, ...]:
    """The quantities of a case that several places or a statement give, those with most mentions first.

    Mentions run from the oldest article to the latest, undated articles last. The order of pages changes nothing.
    """
    by_page = [list(seen(page)) for page in sorted(pages, key=_age)]
    everything = [one for found in by_page for one in found]
    ground = Ground.of(everything)
    groups = grouped(everything, ground)
    told = inherited({key: share for found in by_page for key, share in shares(found).items()}, groups)
    made = _Made(
        {one.key: one for one in everything},
        _holders(pages),
        told,
        wholes(told, groups),
        ground,
    )
    kept = [at for at, group in enumerate(groups) if len(group) > 1 or at in made.beside or made.stated(group[0])]
    kept.sort(key=lambda at: -len(groups[at]))
    shared = Counter(_thing(groups[at]) for at in kept)
    return tuple(made.quantity(at, groups[at], alone=shared[_thing(groups[at])] == 1) for at in kept)


def _age(page: Page) -> tuple[str, str]:
    """The day by which an article was surely out: a guess never comes first."""
    days = page.article.published.interval if page.article.published else None
    day = (days.latest or days.earliest) if days else None
    return (day.isoformat() if day else "9999", page.article.id)


def _holders(pages: Sequence[Page]) -> dict[Key, str]:
    """The statement that gives each amount: the innermost, which is the shortest of those that hold it."""
    held: dict[Key, str] = {}
    for page in pages:
        for one in sorted(page.statements, key=lambda statement: -sum(map(len, statement.content))):
            if one.chain:
                held.update(((page.article.id, ident), one.id) for ident in one.amounts)
    return held


@dataclass(frozen=True, slots=True)
class _Made:
    """All that a quantity is told from: numbers by key, who says them, parts, and the parts of each group."""

    numbers: Mapping[Key, Seen]
    holders: Mapping[Key, str]
    shares: Mapping[Key, Share]
    beside: Mapping[int, Sequence[Key]]
    ground: Ground

    def stated(self, one: Seen) -> bool:
        """Whether a statement gives a number."""
        return one.key in self.holders

    def mention(self, one: Seen, found: tuple[Change, ...] = ()) -> Mention:
        """A mention with its statement, its role and what changed."""
        share = self.shares.get(one.key)
        return Mention(
            reference(one), one.amount.id, self.holders.get(one.key), share.role if share else "total", found
        )

    def quantity(self, at: int, group: Group, *, alone: bool) -> Quantity:
        """A group as a quantity."""
        found = list(changes(group))
        ends = [(one.amount.low, one.amount.high) for one in group]
        parts = [self.numbers[key] for key in self.beside.get(at, ())][:_BESIDE]
        thing = _thing(group)
        return Quantity(
            of=thing if alone else f"{thing} ({self._mark(group)})",
            low=min((low for low, _ in ends if low is not None), default=None),
            high=max((high for _, high in ends if high is not None), default=None),
            as_of=_as_of(group),
            mentions=tuple(self.mention(one, what) for one, what in zip(group, found, strict=True)),
            grown=_grown(group, found),
            beside=tuple(self.mention(one) for one in parts),
        )

    def _mark(self, group: Group) -> str:
        """What tells a group from others of the same name: its whole, else words by its numbers, else the first."""
        whole = next((one.amount.of for one in group if one.amount.of), None)
        if whole:
            return whole
        near = Counter(word for one in group for word in one.near)
        often = [word for word, count in near.items() if 2 * count > len(group)]
        rare = sorted(often, key=lambda word: (-self.ground.rarity.get(word, 0.0), word))[:2]
        words = surfaces(group[0], rare) or surfaces(group[-1], rare)
        return " ".join(words) if words and len(group) > 1 else group[0].amount.text


def _thing(group: Group) -> str:
    """What a group counts, in the words used most, the first among equals."""
    units = Counter(one.amount.unit for one in group if one.amount.unit)
    return units.most_common(1)[0][0] if units else "number"


def _as_of(group: Group) -> Interval | None:
    """The days of the latest dated article that gives the quantity."""
    dated = [one.page.article.published.interval for one in group if one.page.article.published]
    return dated[-1] if dated else None


# ---- telling

_TOLD = {
    "lost bound": "“{}” was lost",
    "lost end": "“{}” was lost",
    "lost addition": "“{}” was lost: told as the whole",
    "gained bound": "“{}” was added",
    "gained end": "“{}” was added",
    "rounded": "rounded",
}


def _grown(group: Group, found: Sequence[tuple[Change, ...]]) -> str | None:
    """How a number changed from its first mention to its last, in words; None where it did not."""
    steps = [_worded(group[0])]
    headed: list[str] = []
    for one, what in zip(group, found, strict=True):
        heading = next((change for change in what if change.heading), None)
        if heading and not headed:
            headed.append(f"a heading drops “{heading.words}” from {one.amount.text}")
        moved = [change for change in what if not change.heading]
        if moved and _worded(one) != steps[-1] and len(steps) <= _STEPS:
            notes = [_TOLD[change.kind].format(change.words) for change in moved if change.kind in _TOLD]
            steps.append(_worded(one) + (f" ({', '.join(dict.fromkeys(notes))})" if notes else ""))
    told = [f"{steps[0]} became " + ", then ".join(steps[1:])] if len(steps) > 1 else []
    return "; ".join((*told, *headed)) or None


def _worded(one: Seen) -> str:
    bound = NAMES[one.amount.bound]
    added = "another" if one.added else ""
    return " ".join(filter(None, (bound, added, one.amount.text)))
