"""How likely two numbers give one quantity: a sum of few features, each of which can be told.

Log-linear: every feature adds its weight to the log-odds, and the sum over nought says "one quantity". What may not
be compared at all (a share and a sum of money, two kinds of money) is never asked. Fitted on invented cases by
`training/quantities.py`, leaving one case out at a time.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import mul

from sayso.lang.en.happenings import ANYBODY, HARMED, PEOPLE
from sayso.linking.counted import Seen
from sayso.model.article import HEADS


@dataclass(frozen=True, slots=True)
class Ground:
    """What a case tells of its numbers.

    `rarity` is how rare a word is around them, as squared logarithms; `sizes` what a set of words weighs by that;
    `contested` are the numbers that count several things in the case: met again with no noun, they tell little.
    """

    rarity: Mapping[str, float]
    sizes: Mapping[frozenset[str], float]
    contested: frozenset[float]

    @classmethod
    def of(cls, all_seen: Sequence[Seen]) -> Ground:
        """The ground of a case's numbers."""
        found: Counter[str] = Counter()
        for one in all_seen:
            found.update(one.all)
        whole = len(all_seen) + 1
        rarity = {word: math.log(whole / count) ** 2 for word, count in found.items()}
        sets = {words for one in all_seen for words in (one.near, one.all)}
        sizes = {words: math.sqrt(sum(rarity[word] for word in words)) for words in sets}
        return cls(rarity, sizes, frozenset(_contested(all_seen)))

    def shared(self, one: frozenset[str], two: frozenset[str]) -> float:
        """How much of what two sets of words say they say both, in [0, 1]."""
        both = one & two
        if not both:
            return 0.0
        rarity = self.rarity
        weight = sum([rarity.get(word, 1.0) for word in both])
        scale = self.sizes[one] * self.sizes[two]
        return weight / scale if scale else 0.0


def _contested(all_seen: Sequence[Seen]) -> Iterator[float]:
    """The numbers that count things which can never be one; linear, since few nouns stand by any number."""
    told: dict[float, dict[tuple[str, str], None]] = {}
    for one in all_seen:
        if one.scale not in ("bare", "part"):
            for end in one.ends:
                told.setdefault(end, {})[one.scale, one.head] = None
    for end, things in told.items():
        first, *others = list(things)[:_THINGS]
        if any(one[0] != first[0] or not _may_be_one(first[1], one[1]) for one in others):
            yield end


def shares_end(one: Seen, two: Seen) -> bool:
    """Whether two numbers name one: "up to 300" and "300"."""
    return _meet(one.ends, two.ends)


def _meet(one: Sequence[object], two: Sequence[object]) -> bool:
    """Whether two short rows share a member."""
    for each in one:  # noqa: SIM110 - a generator takes twice the time, and every pair is asked
        if each in two:
            return True
    return False


def barred(one: Seen, two: Seen) -> bool:
    """Whether two numbers can never be one quantity, whatever is said around them."""
    both = shares_end(one, two)
    if _other_kinds(one, two, both=both) or (one.years and two.years and not one.years & two.years):
        return True
    if one.scale == two.scale == "count" and one.head != two.head and not _may_be_one(one.head, two.head):
        return not both or not _meet(one.happens, two.happens)
    if both:
        return False
    beside = one.page is two.page and one.sentence == two.sentence
    return one.added or two.added or (beside and not _contrasted(one, two))


def _other_kinds(one: Seen, two: Seen, *, both: bool) -> bool:
    """Whether two numbers are of other kinds: a share and a sum, two currencies, a day's and a month's."""
    if one.scale != two.scale:
        return _other_scales({one.scale, two.scale}, both=both)
    if one.scale == "money" and one.head != two.head:
        return True
    return bool(one.rate and two.rate) and one.rate != two.rate and "each" not in (one.rate, two.rate)


def _other_scales(scales: set[str], *, both: bool) -> bool:
    """Whether two scales cannot be compared: a number that counts nothing named may be of any kind."""
    if "bare" not in scales:
        return scales != {"percent", "part"}
    return not both and bool(scales & {"percent", "part"})


#: Counts below this are met everywhere, so that the noun alone says little; set by hand, with what such a pair
#: loses, since the invented cases hold few numbers that nobody follows: two dogs here are not two dogs there.
_SMALL, _LONELY = 10, 1.0
#: Things that one number counts which are looked at.
_THINGS = 8
#: Characters between two numbers of one clause.
_CLAUSE = 60
_CONTRAST = re.compile(
    r"(?<!more )(?<!fewer )(?<!less )(?<!higher )(?<!lower )\b(?:than|not|instead|or|rather)\b", re.IGNORECASE
)


def _contrasted(one: Seen, two: Seen) -> bool:
    """Whether one sentence sets two numbers against each other: "3.4 metres, not nearly four"."""
    first, last = sorted((one.amount.span, two.amount.span))
    between = one.page.article.text[first.end : last.start]
    return len(between) <= _CLAUSE and _CONTRAST.search(between) is not None


def _may_be_one(one: str, two: str) -> bool:
    return one in PEOPLE and two in PEOPLE and (one in ANYBODY or two in ANYBODY)


#: What is asked of a pair, in the order of its values. "Rare value" is the logarithm of a number without its
#: noughts, "distance of values" that of the quotient of two, 3 at most; "near words" and "all words" are shares;
#: all others are yes or no. "Same article" is that with both in its text or both in headings, "own heading" one of
#: each; "contested" is a number that counts several things in the case, "same harm" the dead or the injured twice.
FEATURES = (
    "one", "rare value", "distance of values", "same head", "one head unknown", "money or percent",
    "near words", "all words", "same happening", "other happenings", "other years", "same article",
    "own heading", "contested", "same harm",
)  # fmt: skip


def features(one: Seen, two: Seen, ground: Ground) -> tuple[float, ...]:
    """The values of FEATURES for two numbers, in its order."""
    both = [end for end in one.ends if end in two.ends]
    known = bool(one.head) + bool(two.head)
    unit = one.scale == two.scale and one.scale in ("money", "percent")
    sure = known == 2 and one.scale == two.scale == "count"
    head = known == 2 and one.head == two.head and not unit
    kin = known == 2 and _may_be_one(one.head, two.head)
    told = bool(one.happens and two.happens)
    article, headed = one.page is two.page, (one.block in HEADS) != (two.block in HEADS)
    return (
        1.0,
        math.log10(_digits(both[-1])) if both else 0.0,
        0.0 if both else min(_distance(one.ends, two.ends), 3.0),
        head,
        known == 1 or (known == 2 and not (sure or head or kin or unit)),
        unit,
        ground.shared(one.near, two.near),
        ground.shared(one.all, two.all),
        told and one.happens[0] == two.happens[0],
        told and not _meet(one.happens, two.happens),
        one.years != two.years,
        article and not headed,
        article and headed,
        any(end in ground.contested for end in both),
        head and one.head in HARMED,
    )


def _distance(one: Iterable[float], two: Iterable[float]) -> float:
    """How far apart two numbers lie at least, as the logarithm of their quotient; 3 where one is not positive."""
    pairs = [(a, b) for a in one for b in two if a > 0 and b > 0]
    return min((abs(math.log(a / b)) for a, b in pairs), default=3.0)


@lru_cache(maxsize=4096)
def _digits(value: float) -> int:
    """A number without its noughts at the end: how rare it is to be met by chance."""
    whole = f"{abs(value):g}".replace(".", "").split("e")[0].rstrip("0").lstrip("0")
    return int(whole or 1)


#: The weights of FEATURES where two numbers share an end, and where they do not: logistic regression on the pairs
#: of evals/quantities/dev (`training/quantities.py`, which prints these numbers), pairs that are named as apart
#: counting four times, the L2 norm of the weights by 3, "one" then moved by SHIFTS there. The features, the four
#: and the shifts were chosen on whole groups in the case left out.
ALIKE: Mapping[str, float] = {
    "one": -0.8, "rare value": 1.3, "same head": 0.9, "one head unknown": -0.5, "money or percent": 0.5,
    "near words": 0.9, "all words": 1.5, "same happening": 0.3, "other happenings": -0.6, "other years": -2.3,
    "same article": -1.1, "own heading": 1.2, "contested": -1.3,
}  # fmt: skip
DIFFERENT: Mapping[str, float] = {
    "one": -0.3, "distance of values": -1.8, "money or percent": -1.1, "near words": 1.2, "same happening": 2.4,
    "other years": -1.9, "same harm": 1.2,
}  # fmt: skip
#: The weights of FEATURES for numbers that share an end, and for those that do not.
Weights = tuple[Sequence[float], Sequence[float]]
WEIGHTS: Weights = (
    tuple(ALIKE.get(name, 0.0) for name in FEATURES),
    tuple(DIFFERENT.get(name, 0.0) for name in FEATURES),
)


#: Sums of words in any order differ in the last bits: a score is the same on every run.
_DECIMALS = 9


def likeness(one: Seen, two: Seen, ground: Ground, weights: Weights = WEIGHTS) -> float:
    """The log-odds that two numbers which may be compared are one quantity."""
    given = features(one, two, ground)
    total: float = sum(map(mul, given, weights[not shares_end(one, two)]))
    return round(total - _LONELY * _lonely(one, two), _DECIMALS)


def _lonely(one: Seen, two: Seen) -> bool:
    """Whether two small counts of two articles have nothing else in common."""
    if one.page is two.page or not one.ends or one.ends[-1] >= _SMALL or two.ends[-1:] != one.ends[-1:]:
        return False
    return one.all.isdisjoint(two.all) and not _meet(one.happens, two.happens)
