"""Why a reason weighs otherwise in another reading, in words: what came or went, was regrouped, turned or ruled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.model.answers import Answer, Reason
from sayso.model.changes import CaseReading, Item, Utterance
from sayso.model.origins import Origin
from sayso.model.prose import day, days
from sayso.model.rulings import Ruling
from sayso.model.stances import Stance
from sayso.weighing.groups import Kin

#: Lines that are told of one part.
_MOST = 5
#: Factors of a weight that are told as new or gone.
_FACTORS = 3
_LEANS = {"support": "for it", "deny": "against it", "open": "neither way", "unrelated": "to nothing of it"}


@dataclass(frozen=True, slots=True)
class Sides:
    """A reading by what its parts are called; `again` gives its statements' ids in the reading after.

    `leans` are its stances by statement, in the ids of the reading after, and by the text of the hypothesis, those
    of negations left out. `ruled` are its rulings by what they name.
    """

    reading: CaseReading
    again: Mapping[str, str]
    answers: Mapping[str, Answer]
    articles: Mapping[str, Item]
    statements: Mapping[str, Utterance]
    origins: Mapping[str, Origin]
    leans: Mapping[str, Mapping[str, Stance]]
    back: Mapping[str, str]
    ruled: Mapping[str, Sequence[Ruling]]

    @classmethod
    def of(cls, reading: CaseReading, again: Mapping[str, str]) -> Sides:
        """The index of a reading."""
        texts = {h.id: " ".join(h.text.casefold().split()) for h in reading.hypotheses if h.negates is None}
        leans: dict[str, dict[str, Stance]] = {}
        for stance in reading.stances:
            if stance.hypothesis in texts:
                leans.setdefault(again.get(stance.statement, stance.statement), {})[texts[stance.hypothesis]] = (
                    stance
                )
        ruled: dict[str, list[Ruling]] = {}
        for ruling in reading.rulings:
            for key in ruling.target.split("+"):
                ruled.setdefault(key, []).append(ruling)
        return cls(
            reading,
            again,
            {answer.hypothesis: answer for answer in reading.answers},
            {item.id: item for item in reading.articles},
            {one.id: one for one in reading.statements},
            {origin.id: origin for origin in reading.origins},
            leans,
            {new: old for old, new in again.items()},
            ruled,
        )

    def held(self, origins: Iterable[str]) -> frozenset[str]:
        """The statements of origins, in the ids of the reading after."""
        named = (
            self.again.get(key, key)
            for one in origins
            if one in self.origins
            for key in self.origins[one].statements
        )
        return frozenset(named)


def why_moved(
    before: tuple[Sides, Sequence[Reason]], after: tuple[Sides, Sequence[Reason]], group: Kin
) -> tuple[str, ...]:
    """Why the reasons of one group of origins, or those that rest on none, weigh otherwise."""
    (one, old), (other, new) = before, after
    lines = [*why_regrouped(one, other, group), *_stances(one, other, group), *_factors(old, new)]
    if not group.before and not group.after:
        lines = [*_asked(one.reading.as_of, other.reading.as_of), *_grounds(old, new)]
    return tuple(dict.fromkeys(lines))[:_MOST]


def why_regrouped(before: Sides, after: Sides, group: Kin) -> tuple[str, ...]:
    """What became of origins: what came to them and went, whether they were merged, split, taken back or ruled."""
    return tuple(_regrouped(before, after, group))


def _regrouped(before: Sides, after: Sides, group: Kin) -> Iterator[str]:
    counts = f"{len(group.before)} origins are now {len(group.after)}"
    told = {"merged": f"{len(group.before)} origins are one now", "split": f"one origin is {len(group.after)} now"}
    if group.change in ("merged", "split", "regrouped"):
        yield told.get(group.change, counts)
    old, new = before.held(group.before), after.held(group.after)
    yield from _came(after, new - old, "came")
    yield from _came(before, (before.back.get(key, key) for key in old - new), "went")
    for told_of, word in ((_taken, "taken back"), (_circular, "its articles rest on each other in a circle")):
        was, now = told_of(before, group.before), told_of(after, group.after)
        if was != now and group.before and group.after:
            yield word if now else f"no longer: {word}"
    yield from _dates(before, after, group)
    yield from _rulings(before, after, group)


def _came(side: Sides, keys: Iterable[str], verb: str) -> Iterator[str]:
    """How many statements came or went, and in which articles."""
    found = [side.statements[key] for key in keys if key in side.statements]
    if not found:
        return
    where = sorted({_named(side.articles.get(one.article)) for one in found})
    places = ", ".join(where[:2]) + (f" and {len(where) - 2} more" if len(where) > 2 else "")
    yield f"{len(found)} {'statement' if len(found) == 1 else 'statements'} {verb}: {places}"


def _named(item: Item | None) -> str:
    """What an article is called in a line."""
    if item is None:
        return "an article that is not in the case"
    name = item.outlet or item.title or item.path
    return f"{name}, {days(item.published)}" if item.published else name


def _taken(side: Sides, keys: Iterable[str]) -> bool:
    return any(side.origins[key].retracted for key in keys if key in side.origins)


def _circular(side: Sides, keys: Iterable[str]) -> bool:
    return any(side.origins[key].circular for key in keys if key in side.origins)


def _dates(before: Sides, after: Sides, group: Kin) -> Iterator[str]:
    """The articles of a group whose days are others."""
    was = {key for one in group.before if one in before.origins for key in before.origins[one].articles}
    now = {key for one in group.after if one in after.origins for key in after.origins[one].articles}
    for key in sorted(was & now):
        one, other = before.articles.get(key), after.articles.get(key)
        if one and other and one.published != other.published:
            name = other.outlet or other.title or other.path
            yield f"{name} is dated {days(other.published)}, no longer {days(one.published)}"


def _rulings(before: Sides, after: Sides, group: Kin) -> Iterator[str]:
    """The rulings of one reading alone that name a statement or an article of a group."""
    held = before.held(group.before) | after.held(group.after)
    for side, other, word in ((after, before, "ruled"), (before, after, "no longer ruled")):
        keys = group.after if side is after else group.before
        named = held | {key for one in keys if one in side.origins for key in side.origins[one].articles}
        for key in sorted(named & side.ruled.keys()):
            for ruling in side.ruled[key]:
                if ruling not in other.ruled.get(key, ()):
                    yield f"{word} by {ruling.by}: {ruling.verdict} ({ruling.why})"


def _stances(before: Sides, after: Sides, group: Kin) -> Iterator[str]:
    """How many statements of a group lean otherwise, and the first of them."""
    turned = []
    for key in before.held(group.before) & after.held(group.after):
        was, now = before.leans.get(key, {}), after.leans.get(key, {})
        turned += [(was[text], now[text]) for text in was.keys() & now.keys() if was[text].lean != now[text].lean]
    if turned:
        old, new = max(turned, key=lambda pair: (max(pair[0].strength, pair[1].strength), pair[1].statement))
        more = f", and {len(turned) - 1} more" if len(turned) > 1 else ""
        words = _LEANS.get(new.lean, new.lean), _LEANS.get(old.lean, old.lean)
        yield f"a statement now leans {words[0]}, no longer {words[1]}{more}"


def _factors(before: Sequence[Reason], after: Sequence[Reason]) -> Iterator[str]:
    """The factors of a weight that are new, and those that are gone, where one reason stands on each side."""
    if len(before) != 1 or len(after) != 1:
        return
    (old,), (new,) = before, after
    was, now = set(old.parts), set(new.parts)
    come = [part for part in new.parts if part not in was][:_FACTORS]
    gone = [part for part in old.parts if part not in now][:_FACTORS]
    if come:
        yield f"now: {'; '.join(come)}"
    if gone:
        yield f"before: {'; '.join(gone)}"


def _asked(before: date | None, after: date | None) -> Iterator[str]:
    """That the day of the answer is another."""
    if before != after:
        yield f"asked as of {day(after) if after else 'no day'}, no longer {day(before) if before else 'no day'}"


def _grounds(before: Sequence[Reason], after: Sequence[Reason]) -> Iterator[str]:
    """The words of a reason that rests on no origin, where they are others."""
    if before and after and before[0].text != after[0].text:
        yield f"before: {before[0].text}"
