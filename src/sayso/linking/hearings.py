"""Hearings: what one article has from one occasion of a mouth, and what its text tells of the occasion.

Within an article the statements of one mouth are one hearing, unless the article tells two apart: two days, two
kinds of talk, a "new" paper, what it "had said" against what it says. A statement that tells nothing belongs to
what was last told; a heading to what it repeats. A body and the one person of the article who leads or speaks for
it are heard together, since articles go from one to the other without a word ("the authority said", "director Ada
Lind said").

Statements copied from another article's are one hearing with theirs, dated by the first of them: one reprint more
changes nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.linking.copies import published
from sayso.linking.joins import Join
from sayso.linking.mouths import Mouths
from sayso.linking.named import Mouth
from sayso.linking.roots import Placed
from sayso.linking.tellings import Telling, telling
from sayso.model.article import HEADS
from sayso.model.times import Interval

#: Statements of a hearing that a heading is compared with.
_LOOKED_AT = 60


class Hearing:
    """The statements of a mouth, and of who speaks with it, in one article and its copies, of one occasion.

    `mouth` names it, `mouths` are the keys of all who speak. `out` are the days on which its article came out.
    Those of `apart` are surely of other occasions, by their places among the hearings of a party; those of `loose`
    may be.
    """

    def __init__(self, mouth: Mouth, told: Telling, out: Interval) -> None:
        """An empty one; statements are added to `items` while an article is read."""
        self.items: list[Placed] = []
        self.mouth = mouth
        self.told = told
        self.out = out
        self.place = 0
        self.apart: set[int] = set()
        self.loose: set[int] = set()
        self.mouths: frozenset[str] = frozenset()
        self.values: frozenset[float] = frozenset()
        self.stems: frozenset[str] = frozenset()

    def close(self, place: int, said: Mouths) -> None:
        """Give it its place and gather what its statements hold."""
        self.place = place
        self.values = frozenset(value for item in self.items for value in item.values)
        self.stems = frozenset(stem for item in self.items[:_LOOKED_AT] for stem in item.stems)
        self.mouths = frozenset(said.of[item.id].key for item in self.items)


def hearings(party: Sequence[Placed], said: Mouths, copied: Mapping[str, Sequence[str]]) -> list[Hearing]:
    """The hearings of a party, in page order, each with its place; `copied` as `tied` gives it."""
    pages: dict[str, dict[str, list[Placed]]] = defaultdict(lambda: defaultdict(list))
    for item in party:
        pages[item.page.article.id][said.of[item.id].key].append(item)
    found: list[Hearing] = []
    for by_mouth in pages.values():
        found += _of_article(by_mouth, said, len(found))
    return _with_copies(found, copied, said)


def _of_article(by_mouth: Mapping[str, Sequence[Placed]], said: Mouths, place: int) -> list[Hearing]:
    """The hearings of a party in one article; their places begin with `place`."""
    out: list[Hearing] = []
    for key, held in _together(by_mouth, said):
        made = _told_apart(held, said.of[key])
        for number, one in enumerate(made):
            one.close(place + len(out) + number, said)
        for one in made:
            others = [other for other in made if other is not one]
            one.apart = {other.place for other in others if _firm(one.told, other.told)}
            one.loose = {other.place for other in others} - one.apart
        out += made
    return out


def _together(by_mouth: Mapping[str, Sequence[Placed]], said: Mouths) -> Iterator[tuple[str, list[Placed]]]:
    """The statements of one article by who is heard together: a body and its only person, else each alone.

    Each comes with the id of a statement of the mouth that names them.
    """
    taken: set[str] = set()
    for key, held in by_mouth.items():
        kin = [other for other in by_mouth if other in said.kin.get(key, ())]
        back = [other for other in by_mouth if kin and other in said.kin.get(kin[0], ())]
        if len(kin) == 1 and back == [key] and key not in taken:
            taken |= {key, kin[0]}
            yield held[0].id, [*held, *by_mouth[kin[0]]]
        elif key not in taken:
            yield held[0].id, list(held)


def _told_apart(held: Sequence[Placed], mouth: Mouth) -> list[Hearing]:
    """The hearings of those heard together in one article: one, unless the text tells several apart."""
    found: list[Hearing] = []
    current: Hearing | None = None
    for item in sorted(
        held, key=lambda one: (one.statement.block in HEADS, one.statement.content[0].start, one.id)
    ):
        told = Telling() if item.root.kind == "own" else telling(item.page, item.statement)
        if item.statement.block in HEADS and found:
            current = max(found, key=lambda one: (_shared(one, item), -found.index(one)))
        elif current is None or _conflict(current.told, told):
            current = next((one for one in found if not _conflict(one.told, told)), None)
        if current is None:
            current = Hearing(mouth, told, published(item.page))
            found.append(current)
        current.items.append(item)
        current.told = both(current.told, told)
    return found


def _shared(one: Hearing, item: Placed) -> int:
    """The most words of matter that a statement has in common with one of a hearing."""
    return max((len(other.stems & item.stems) for other in one.items[:_LOOKED_AT]), default=0)


def _conflict(one: Telling, two: Telling) -> bool:
    """Whether one article tells two sayings of one mouth apart; `two` stands further on."""
    if one.days and two.days and not one.days.overlaps(two.days):
        return True
    if one.talks and two.talks and not one.talks & two.talks:
        return True
    if one.title and two.title and one.title != two.title:
        return True
    if two.anew and not one.anew and (two.papers or two.talks) and (one.papers or one.talks):
        return True
    if two.old and not one.days:
        return True
    return one.earlier != two.earlier and not (one.days and two.days)


def _firm(one: Telling, two: Telling) -> bool:
    """Whether two hearings of one article are surely two occasions: by days, titles, or a new paper or talk."""
    days = bool(one.days and two.days and not one.days.overlaps(two.days))
    return days or one.anew != two.anew or bool(one.title and two.title and one.title != two.title)


def both(one: Telling, two: Telling) -> Telling:
    """What two tellings of one occasion tell together; the first wins where only one can be kept."""
    days = one.days or two.days
    if one.days and two.days and one.days.overlaps(two.days):
        days = meet(one.days, two.days)
    return Telling(
        days, one.talks | two.talks, one.papers | two.papers, one.noun or two.noun, one.hearers | two.hearers,
        one.title or two.title, one.earlier and two.earlier, one.anew or two.anew,
        one.old or two.old,
    )  # fmt: skip


def meet(one: Interval, two: Interval) -> Interval:
    """The days that lie in both of two intervals that overlap."""
    firsts = [day for day in (one.earliest, two.earliest) if day]
    lasts = [day for day in (one.latest, two.latest) if day]
    return Interval(max(firsts, default=None), min(lasts, default=None))


def tied(same: Iterable[Join], said: Mouths) -> Mapping[str, Sequence[str]]:
    """By statement: those that are copies of it and of the same mouth; `same` are joins of copied statements."""
    out: dict[str, list[str]] = defaultdict(list)
    for join in same:
        left, right = said.of.get(join.left), said.of.get(join.right)
        if left and right and left.key == right.key:
            out[join.left].append(join.right)
            out[join.right].append(join.left)
    return out


def _with_copies(found: list[Hearing], tied: Mapping[str, Sequence[str]], said: Mouths) -> list[Hearing]:
    """The hearings with those that are copies of an earlier one taken into it."""
    home = {item.id: one.place for one in found for item in one.items}
    into = list(range(len(found)))
    for one in found:
        twins = (home.get(twin, one.place) for item in one.items for twin in tied.get(item.id, ()))
        votes = Counter(into[place] for place in twins if place < one.place)
        if votes:
            target = min(votes, key=lambda place: (-votes[place], place))
            into[one.place] = target
            found[target].items += one.items
            found[target].told = both(found[target].told, one.told)
            found[target].apart |= one.apart
            found[target].loose |= one.loose
    kept = [one for one in found if into[one.place] == one.place]
    new = {one.place: number for number, one in enumerate(kept)}
    for one in kept:
        one.apart = {new[into[other]] for other in one.apart if into[other] != one.place}
        one.loose = {new[into[other]] for other in one.loose if into[other] != one.place} - one.apart
        one.close(new[one.place], said)
    return kept
