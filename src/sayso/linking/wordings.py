"""The ways in which an origin is told: each wording once, and which of them tell the same point.

A thousand reprints of a sentence are one wording, so what is compared grows with what was reworded and not with
what was copied. Two wordings of different articles tell the same point where a join says so (a relay, a copy),
or where they share enough words of matter, each weighing as much as it is rare in the case. Numbers, times and
the words that say how sure something is are no words of matter here: they are what may have changed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from sayso.lang.en.calendar import MONTHS, PARTS_OF_DAY, UNITS, WEEKDAYS
from sayso.lang.en.numbers import FRACTIONS, SCALES, SMALL, VAGUE
from sayso.linking.copies import published
from sayso.linking.reports import Rarity
from sayso.linking.roots import Placed
from sayso.model.article import HEADS
from sayso.model.case import Page
from sayso.model.origins import Origin
from sayso.model.words import stem

#: Rarest words by which a wording finds others, wordings kept under one word, and partners kept of one wording.
_RARE: Final = 5
_KEPT: Final = 8
_PARTNERS: Final = 5

#: Share of the lighter wording, by weight, from which two are looked at; what more is asked depends on the change.
_SHARE: Final = 0.12

#: Share from which two wordings may be one point; set by hand on evals/origins/dev and the generator for tuning.
_ALIKE: Final = 0.22

#: Joins that say of two statements that the one tells the other again.
_TELLING: Final = frozenset({"relayed", "reworded", "copied", "carried"})

#: Words of number and time, which may be what was changed.
_FIGURES: Final = frozenset(
    stem(word)
    for table in (MONTHS, WEEKDAYS, UNITS, PARTS_OF_DAY, SMALL, SCALES, VAGUE, FRACTIONS)
    for name in table
    for word in (name, f"{name}s")
)


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """One way of telling something: its first statement, its place among the origin's, and the pages that have it.

    `stems` are its words of matter. `day` is the day on which its article says that it was said, None where it
    names none.
    """

    item: Placed
    place: int
    stems: frozenset[str]
    day: date | None
    pages: list[Page] = field(default_factory=list)

    @property
    def heads(self) -> bool:
        """Whether it stands in a title, teaser or heading."""
        return self.item.statement.block in HEADS

    @property
    def page(self) -> Page:
        """The page of its first statement."""
        return self.item.page


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two wordings of one point: the weight of what they share, and its share of the lighter and heavier one's."""

    left: Wording
    right: Wording
    weight: float
    share: float
    whole: float
    tied: bool

    @property
    def alike(self) -> bool:
        """Whether the two share enough words for one point, each counting something or naming a day."""
        both = len(self.left.stems & self.right.stems)
        few = min(2, len(self.left.stems), len(self.right.stems))
        return self.tied or (both >= few and both > 0 and self.share >= _ALIKE)

    def turned(self) -> Pair:
        """The same pair, its sides changed."""
        return Pair(self.right, self.left, self.weight, self.share, self.whole, self.tied)


def wordings(items: Iterable[Placed]) -> tuple[list[Wording], dict[str, Wording]]:
    """The wordings of an origin's statements in page order, each where it was first told; and by statement.

    The same words are two wordings where they are said to have been said on other days, or where the one reports a
    denial and the other an announcement.
    """
    found: dict[tuple[object, ...], Wording] = {}
    by_id: dict[str, Wording] = {}
    for place, item in enumerate(items):
        statement = item.statement
        day = day_told(item)
        force = statement.chain[-1].force if statement.chain else "assert"
        said = statement.words(item.page.article.text).casefold().removeprefix("that ")
        key = (said, day, force, statement.commitment.denial, statement.commitment.low, statement.commitment.high)
        one = found.get(key)
        if one is None:
            one = found[key] = Wording(item, place, _matter(item), day)
        if not one.pages or one.pages[-1] is not item.page:
            one.pages.append(item.page)
        by_id.setdefault(item.id, one)
    return list(found.values()), by_id


def day_told(item: Placed) -> date | None:
    """The one day on which a statement is said in words to have been said."""
    said = item.statement.said
    if said is None or said.how != "given" or item.statement.told is None:
        return None
    return said.interval.earliest if said.interval.earliest == said.interval.latest else None


def _matter(item: Placed) -> frozenset[str]:
    """The stems of a statement without numbers and words of time."""
    return frozenset(word for word in item.stems if not word[:1].isdigit()) - _FIGURES


def pairs(told: Sequence[Wording], rare: Rarity, origin: Origin, by_id: Mapping[str, Wording]) -> Iterator[Pair]:
    """Pairs of wordings of different articles that tell the same point, the one that comes first on the left.

    Each wording meets a bounded number of others. `by_id` gives the wording of a statement.
    """
    tied = {
        frozenset((one.place, two.place))
        for tie in origin.ties
        if tie.key in _TELLING and (one := by_id.get(tie.left)) and (two := by_id.get(tie.right)) and one is not two
    }
    joined: dict[int, list[Wording]] = defaultdict(list)
    placed = {one.place: one for one in told}
    for ends in tied:
        first, last = sorted(ends)
        joined[last].append(placed[first])
    under: dict[str, list[Wording]] = defaultdict(list)
    for one in told:
        known = sorted(one.stems, key=lambda word: (-rare.of(word), word))
        met = Counter(other.place for word in known[:_RARE] for other in under[word])
        near = [
            placed[place] for place, _ in sorted(met.items(), key=lambda row: (-row[1], row[0]))[: 3 * _PARTNERS]
        ]
        near += [other for other in joined[one.place] if other.place not in met][:_PARTNERS]
        found = [pair for other in near if (pair := _pair(other, one, rare, tied))]
        yield from sorted(found, key=lambda pair: (-pair.tied, -pair.share, pair.left.place))[:_PARTNERS]
        for word in known[: 3 * _RARE]:
            if len(under[word]) < _KEPT:
                under[word].append(one)


def _pair(left: Wording, right: Wording, rare: Rarity, tied: Set[frozenset[int]]) -> Pair | None:
    """Two wordings laid side by side; None where they do not tell the same point."""
    if left.page is right.page:
        return None
    both = left.stems & right.stems
    weight = rare.sum(both)
    sizes = sorted((rare.sum(left.stems), rare.sum(right.stems)))
    joined = frozenset((left.place, right.place)) in tied
    share, whole = (weight / sizes[0], weight / sizes[1]) if sizes[0] else (0.0, 0.0)
    if not joined and (share < _SHARE or not both):
        return None
    return Pair(left, right, weight, share, whole, joined)


def later(left: Wording, right: Wording) -> bool | None:
    """Whether the right wording surely came out after the left one; None where the dates do not tell."""
    one, two = published(left.page), published(right.page)
    if one.latest and two.earliest and one.latest < two.earliest:
        return True
    if two.latest and one.earliest and two.latest < one.earliest:
        return False
    return None
