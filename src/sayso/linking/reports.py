"""The occasions of one mouth: which of its statements come from one report, one speech, one talk on one day.

Theory. A mouth that opens twice is one source and two origins; ten articles on one opening are one origin. What
tells occasions apart stands around the words (linking/tellings.py): days, kinds of talk and paper, hearers,
titles. It is seldom told in full, so it is weighed:

    1. The hearings of each article (linking/hearings.py): what one text has from one occasion.
    2. Two hearings are of one occasion with the log-odds that FEATURES times WEIGHTS give: told days that meet or
    do
       not, the gap between the days told or the publications, kinds, hearers, and most of all the words: how well
       the statements of one match those of the other, every word weighing as much as it is rare in the case.
    3. Hearings are put together best pair first, and only as long as the average over both sides speaks for it, so
       nothing chains: a minister heard every day is not one occasion because each day is near the next.

What a body says and what those say who lead or speak for it may be one occasion (linking/mouths.py); two persons
never are. Every step looks at a bounded number of neighbours, found by words, days and order: the work is n log n.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter, defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.linking.hearings import Hearing, both, hearings, meet, tied
from sayso.linking.joins import Join, ends_of
from sayso.linking.mouths import Mouths
from sayso.linking.named import Mouth
from sayso.linking.roots import Placed
from sayso.linking.tellings import Telling
from sayso.model.times import Interval

#: Log-odds that two hearings are of one occasion, by feature. Argued first, then moved by hand on
#: evals/origins/dev.
WEIGHTS: Final[Mapping[str, float]] = {
    "one": -0.4, "same told day": 2.0, "told days meet": 0.8, "told days apart": -3.0, "a day apart": 1.6,
    "days apart": -3.0,
    "near": 1.2, "far": -2.6, "same talk": 0.8, "other talk": -1.8, "paper and talk": -1.2, "both papers": 0.4,
    "both leaks": 2.0, "same title": 4.0, "other title": -2.5, "same hearer": 1.2, "other hearer": -1.5,
    "anew": -1.0, "earlier": -0.3, "words": 4.0, "more words": 1.5, "same wording": 2.0, "amounts": 1.2,
    "kin": -0.8, "told apart": -1.8, "after": -4.0, "news": -1.5,
}  # fmt: skip

#: What names no paper, but goes back to one.
_BACK: Final = re.compile(r"(?:the same|this same|that same) [\w-]+|it|they|this|that|reports?", re.IGNORECASE)

#: What two hearings that cannot be of one occasion lose: a day after the article, two persons, told apart by a
#: text.
_BARRED: Final = -9.0
#: A score under this is a clear conflict: two told days and two hearers, say.
_CLEARLY: Final = -3.5
#: Hearings that one is compared with by each key, hearings kept for a word, statements of a hearing that are read.
_MEET: Final = 5
_COMMON: Final = 30
_READ: Final = 24
#: Hearings of a group that stand for it.
_STAND: Final = 4
#: Days after which the gap between two hearings says all it can, and those within which they are near. For papers
#: both are longer by a factor.
_FAR, _NEAR, _PAPER_TIMES = 21.0, 4.0, 3.0
#: Days by which a relay may be wrong: told days further apart are another occasion, unless nearly all words match.
_SLIP: Final = 3
#: A statement with no more weight than this in common with another is no full match: two rare words.
_FULL: Final = 2.0
#: Shares from which two statements match at all, and from which they are one wording.
_SOME, _ALL = 0.35, 0.85
#: Numbers up to this are in many texts by chance; so many shared amounts say all they can.
_SMALL, _ENOUGH = 3, 3
#: Decimals of a score: sums in any order differ in the last bits.
_DECIMALS: Final = 9


@dataclass(frozen=True, slots=True)
class Occasion:
    """One occasion: its statements in page order, the keys of their mouths, who names it, what texts tell."""

    items: tuple[Placed, ...]
    keys: tuple[str, ...]
    mouth: Mouth
    told: Telling
    joins: tuple[Join, ...]

    @property
    def called(self) -> str:
        """The kind of paper or talk in one word; empty where none is told."""
        return self.told.noun or min(self.told.talks, default="")

    @property
    def document(self) -> str | None:
        """The name of its paper: the title, else the words of a text for it; None where it is no paper."""
        papers = [one.root.paper for one in self.items if one.root.paper and not points_back(one.root.words)]
        return self.told.title or next(iter(papers), None) or self.told.noun

    @property
    def said(self) -> Interval | None:
        """Its days: those that a text tells, else those on which all texts leave it possible."""
        if self.told.days:
            return self.told.days
        held: Interval | None = None
        for item in self.items:
            days = item.statement.said.interval if item.statement.said else None
            held = days if held is None else meet(held, days) if days and held.overlaps(days) else held
        return held


def points_back(words: str) -> bool:
    """Whether words for a source name nothing but the one named before: "the same report", "it", "Report"."""
    return bool(_BACK.fullmatch(words))


def occasions(items: Sequence[Placed], said: Mouths, same: Sequence[Join]) -> list[Occasion]:
    """The occasions of all statements, each statement in exactly one.

    `items` are in page order; `same` are joins of copied statements, taken as given between those of one mouth.
    """
    rare, copied = Rarity(items), tied(same, said)
    out: list[Occasion] = []
    for party in _parties(items, said):
        heard = hearings(party, said, copied)
        out += (_occasion([heard[place] for place in group], said) for group in _grouped(heard, said, rare))
    return out


class Rarity:
    """How much a word weighs: the rarer among the articles of the case, the more."""

    def __init__(self, items: Sequence[Placed]) -> None:
        """Count the articles in which each word is said."""
        pages: dict[str, set[str]] = defaultdict(set)
        for item in items:
            pages[item.page.article.id] |= item.stems
        count = Counter(stem for stems in pages.values() for stem in stems)
        every = max(2, len(pages))
        self._weight = {stem: math.log(1 + every / n) / math.log(1 + every) for stem, n in count.items()}

    def of(self, stem: str) -> float:
        """The weight of a word, in (0, 1]: 1 for one that a single article has."""
        return self._weight[stem]

    def sum(self, stems: Iterable[str]) -> float:
        """The weight of several words."""
        return math.fsum(map(self._weight.__getitem__, stems))


def _parties(items: Sequence[Placed], said: Mouths) -> list[list[Placed]]:
    """The statements by mouths that may be heard on one occasion: a mouth and its kin, and theirs."""
    home: dict[str, str] = {}
    parties: dict[str, list[Placed]] = defaultdict(list)
    for item in items:
        key = said.of[item.id].key
        left = [] if key in home else [key]
        while left:
            step = left.pop()
            if step not in home:
                home[step] = key
                left.extend(said.kin.get(step, ()))
        parties[home[key]].append(item)
    return list(parties.values())


def features(one: Hearing, two: Hearing, match: Mapping[str, float]) -> dict[str, float]:
    """What speaks for or against one occasion of two hearings; `match` is that of their words."""
    left, right = one.told, two.told
    given: dict[str, float] = {"one": 1.0, **match}
    given.update(_days_told(one, two, paper=bool(left.papers or right.papers)))
    if left.talks and right.talks:
        given["same talk" if left.talks & right.talks else "other talk"] = 1.0
    elif (left.talks and right.papers) or (right.talks and left.papers):
        given["paper and talk"] = float(not (left.talks and left.papers) and not (right.talks and right.papers))
    given["both leaks"] = float("leak" in left.papers & right.papers)
    given["both papers"] = float(bool(left.papers & right.papers))
    if left.title and right.title:
        given["same title" if left.title == right.title else "other title"] = 1.0
    if left.hearers and right.hearers:
        given["same hearer" if _same_hearer(left.hearers, right.hearers) else "other hearer"] = 1.0
    given["news"] *= given.get("far", 0.0) + given.get("told days apart", 0.0)
    given["anew"] = float(right.anew and not left.anew)
    given["earlier"] = float(left.earlier != right.earlier)
    given["amounts"] = min(_ENOUGH, sum(value > _SMALL for value in one.values & two.values))
    given["kin"] = float(not one.mouths & two.mouths)
    given["after"] = float(_after(one, two) or _after(two, one))
    given["told apart"] = float(two.place in one.loose)
    return given


def _days_told(one: Hearing, two: Hearing, *, paper: bool) -> dict[str, float]:
    """The features of the days on which two hearings were said or came out."""
    left, right = one.told.days, two.told.days
    gap = _gap(left or one.out, right or two.out)
    if left and right:
        if not left.overlaps(right):
            return {"told days apart": 1.0, "a day apart": float(gap == 1), "days apart": float((gap or 0) > _SLIP)}
        return {"same told day": 1.0} if max(_width(left), _width(right)) <= 1 else {"told days meet": 1.0}
    if gap is None:
        return {}
    times = _PAPER_TIMES if paper else 1.0
    far = math.sqrt(min(1.0, gap / (_FAR * times))) if gap > _NEAR / 2 else 0.0
    return {"near": max(0.0, 1.0 - gap / (_NEAR * times)), "far": far}


def _width(days: Interval) -> int:
    """The days from the first to the last of an interval; many where an end is open."""
    return (days.latest - days.earliest).days if days.earliest and days.latest else 9_999


def _gap(one: Interval, two: Interval) -> int | None:
    """The days between two intervals, 0 where they meet; None where an end is open."""
    if not (one.earliest and one.latest and two.earliest and two.latest):
        return None
    return max(0, (two.earliest - one.latest).days, (one.earliest - two.latest).days)


def _same_hearer(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether some hearer of one may be some hearer of the other: all words of a name stand in the other name."""
    names = [set(name.split()) for name in two]
    return any(ours <= name or name <= ours for ours in (set(n.split()) for n in one) for name in names)


def barred(one: Hearing, two: Hearing, said: Mouths) -> bool:
    """Whether two hearings cannot be of one occasion."""
    if two.place in one.apart:
        return True
    kin = any(said.kin.get(key, frozenset()) & two.mouths for key in one.mouths)
    return not (kin or one.mouths & two.mouths)


def _after(one: Hearing, two: Hearing) -> bool:
    """Whether one was said, as its text tells, after the other had come out."""
    days, out = one.told.days, two.out
    return bool(days and days.earliest and out.latest and days.earliest > out.latest)


class Pairs:
    """Scores of pairs of hearings of one party, each worked out once."""

    def __init__(self, heard: Sequence[Hearing], said: Mouths, rare: Rarity) -> None:
        """Hold the hearings of a party, who is kin, and what words weigh."""
        self._heard = heard
        self._said = said
        self._known: dict[tuple[int, int], float] = {}
        self._rare = rare
        self._weight: dict[frozenset[str], float] = {}

    def score(self, one: int, two: int) -> float:
        """The log-odds that two hearings are of one occasion."""
        key = (one, two) if one < two else (two, one)
        if key not in self._known:
            left, right = self._heard[key[0]], self._heard[key[1]]
            self._known[key] = _BARRED if barred(left, right, self._said) else self._weighed(left, right)
        return self._known[key]

    def mean(self, one: Sequence[int], two: Sequence[int]) -> float:
        """The average of the better half over the hearings that stand for two groups, less for clear conflicts."""
        scores = sorted(
            (self.score(left, right) for left in ends_of(one, _STAND) for right in ends_of(two, _STAND)),
            reverse=True,
        )
        best = scores[: (len(scores) + 1) // 2]
        against = sum(score < _CLEARLY for score in scores) / len(scores)
        return math.fsum(best) / len(best) + _BARRED * against

    def _weighed(self, left: Hearing, right: Hearing) -> float:
        given = features(left, right, self.match(left, right))
        return round(math.fsum(WEIGHTS[name] * value for name, value in given.items()), _DECIMALS)

    def match(self, left: Hearing, right: Hearing) -> dict[str, float]:
        """How well the statements match: the best, how many more do, whether one is worded alike."""
        few, many = sorted((left.items[:_READ], right.items[:_READ]), key=len)
        shared = left.stems & right.stems
        if self._rare.sum(shared) < _SOME:
            return {"words": 0.0, "news": math.log1p(len(few))}
        found = sorted((self._best(one, many, shared) for one in few), reverse=True)
        more = math.fsum(share for share in found[1:] if share >= _SOME)
        given = {"words": found[0], "more words": math.log1p(more), "same wording": float(found[0] >= _ALL)}
        return {**given, "news": math.log1p(sum(share < _SOME for share in found))}

    def _best(self, one: Placed, many: Sequence[Placed], shared: frozenset[str]) -> float:
        """The best match of a statement: the share of the lighter one's words that the other has, in [0, 1].

        It is less where that is little in all. `shared` are the words that both hearings have.
        """
        part = one.stems & shared
        heft, best = self._heft(one.stems), 0.0
        for two in many if part else ():
            both_have = part & two.stems
            if both_have:
                weight = self._rare.sum(both_have)
                best = max(best, weight / min(heft, self._heft(two.stems)) * min(1.0, weight / _FULL))
        return best

    def _heft(self, stems: frozenset[str]) -> float:
        if stems not in self._weight:
            self._weight[stems] = self._rare.sum(stems)
        return self._weight[stems]


def _grouped(heard: Sequence[Hearing], said: Mouths, rare: Rarity) -> list[list[int]]:
    """The hearings of one party by occasion, as their places in order."""
    pairs = Pairs(heard, said, rare)
    met = sorted((-score, one, two) for one, two in _near(heard, rare) if (score := pairs.score(one, two)) > 0)
    home = list(range(len(heard)))
    held = [[index] for index in home]
    apart = [set(one.apart) for one in heard]
    for _, one, two in met:
        left, right = home[one], home[two]
        grown = len(held[left]) + len(held[right]) > 2
        if left == right or not apart[left].isdisjoint(held[right]):
            continue
        if grown and pairs.mean(held[left], held[right]) <= 0:
            continue
        if len(held[left]) < len(held[right]):
            left, right = right, left
        apart[left] |= apart[right]
        held[left] = sorted([*held[left], *held[right]])
        for index in held[right]:
            home[index] = left
        held[right] = []
    return [group for group in held if group]


def _near(heard: Sequence[Hearing], rare: Rarity) -> Iterator[tuple[int, int]]:
    """The pairs of hearings to compare: those with a day, hearer, title or place in common, or most words."""
    last: dict[Hashable, deque[int]] = defaultdict(lambda: deque(maxlen=_MEET))
    held: dict[str, list[int]] = defaultdict(list)
    for one in heard:
        others: set[int] = set()
        for key in _keys(one):
            others.update(last[key])
            last[key].append(one.place)
        shared: dict[int, float] = defaultdict(float)
        for stem in one.stems:
            for other in held[stem]:
                shared[other] += rare.of(stem)
            if len(held[stem]) < _COMMON:
                held[stem].append(one.place)
        others.update(heapq.nsmallest(_MEET, shared, key=lambda other: (-round(shared[other], _DECIMALS), other)))
        for other in sorted(others):
            yield other, one.place


def _keys(one: Hearing) -> Iterator[Hashable]:
    """What hearings must share to be compared, words aside: their place in order, a mouth, day, hearer or title."""
    yield ()
    yield from ((key,) for key in one.mouths)
    if one.told.days:
        yield ("day", one.told.days.latest)
    yield from (("hearer", hearer) for hearer in one.told.hearers)
    if one.told.title:
        yield ("title", one.told.title)


def _occasion(heard: Sequence[Hearing], said: Mouths) -> Occasion:
    """One occasion of its hearings, in page order."""
    told = heard[0].told
    for one in heard[1:]:
        told = both(told, one.told)
    items = [item for one in heard for item in one.items]
    lead = next((one for one in heard if one.told.days), heard[0])
    mouth = next((one.mouth for one in heard if not one.mouth.why), heard[0].mouth)
    return Occasion(
        tuple(items), tuple(said.of[item.id].key for item in items), mouth, replace(told, days=lead.told.days),
        tuple(_join(items[0], item, said.of[item.id]) for item in items[1:]),
    )  # fmt: skip


def _join(hub: Placed, item: Placed, mouth: Mouth) -> Join:
    """The join of a statement with the first of its occasion."""
    left, right = sorted((hub, item), key=lambda one: one.id)
    where = "" if item.page is hub.page else f" ({item.page.article.outlet or item.page.article.path})"
    led = f"; {mouth.why}" if mouth.why else ""
    return Join(left.id, right.id, 1.0, f"rests on {hub.root.name}{where}{led}", (left.ref, right.ref), "root")
