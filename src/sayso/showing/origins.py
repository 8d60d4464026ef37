"""Origins as the list shows them: what each is, who stands behind it, who has it from whom, why it is one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from sayso.model.answers import Rating
from sayso.model.origins import Drift, Origin, Tie
from sayso.model.prose import called, capital, days, shortened
from sayso.model.span import Ref
from sayso.model.times import Interval
from sayso.showing.catalogue import Catalogue, Link, permalink
from sayso.showing.counts import seen
from sayso.showing.origindays import day_of
from sayso.showing.summary import taking_sides
from sayso.showing.ways import How, Leg, Trails, trails, way
from sayso.showing.words import count

HOWS = {
    "said": "said by the source itself",
    "document": "from a document",
    "copy": "from a text that was copied",
    "unknown": "where it comes from is not known",
}
#: Origins that the drawing holds; the list always has all.
DRAWN = 15
#: Articles of one origin that stand in its tree; what is beyond is folded away. Levels by which they are indented.
TREE, DEPTH = 24, 4
#: Days between which a saying may lie and still be told.
FEW = 21
#: Other origins of one backer that are linked.
SIBLINGS = 6
#: Ground of a tie without the outlet in brackets that only tells where.
_WHERE: Final = re.compile(r" \([^()]{1,80}\)$")
#: What a tie rests on, where the words behind it say so again: "rests on X; “the note” is the one of X".
_RESTS: Final = re.compile(r"^rests on [^;]{1,200}; (?=“)")


@dataclass(frozen=True, slots=True)
class Turn:
    """Something that changed between two statements: the words before and after, each with its place."""

    to: str
    about: str
    before: str
    after: str
    left: Link
    right: Link
    where: Link
    there: Link
    why: str


@dataclass(frozen=True, slots=True)
class Step:
    """An article that carries an origin: where it stands in the tree, how it has the words, what changed there.

    `name` is short, for the drawing; `day` is an ordinal, `unsure` says that the day was inferred; `above` is the
    article it has the words from.
    """

    article: Link
    id: str
    name: str
    day: int
    unsure: bool
    how: How
    above: str | None
    depth: int
    told: str
    statements: tuple[Link, ...]
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Bond:
    """Why statements are one: a ground, and each statement with those that are joined to it by that ground."""

    why: str
    stars: tuple[tuple[Link, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True)
class Spring:
    """An origin as the list shows it. `facts` are short lines: how it is known, its paper, its day."""

    to: str
    root: str
    facts: tuple[str, ...]
    size: str
    flags: tuple[str, ...]
    backer: str
    siblings: tuple[Link, ...]
    steps: tuple[Step, ...]
    rest: tuple[Step, ...]
    statements: tuple[Link, ...]
    bonds: tuple[Bond, ...]
    bearing: bool
    circular: bool
    back: Link | None
    back_day: int

    @property
    def articles(self) -> tuple[Link, ...]:
        """All articles that carry it."""
        return tuple(step.article for step in (*self.steps, *self.rest))

    @property
    def quiet(self) -> bool:
        """Whether there is little to say of it: one article, no side, nothing odd."""
        return not (self.bearing or self.flags or self.turned or len(self.articles) > 1)

    @property
    def turned(self) -> bool:
        """Whether something changed on its way."""
        return any(step.turns for step in (*self.steps, *self.rest))


@dataclass(frozen=True, slots=True)
class Twin:
    """An article and those that share wording with it, each with the share; `order` tells if they came later."""

    left: Link
    rights: tuple[tuple[Link, str], ...]
    order: str


def bears(made: Catalogue, origin: Origin) -> bool:
    """Whether some statement of an origin says something of a hypothesis."""
    return any(one.lean != "unrelated" for id_ in origin.statements for one in made.stances.get(id_, ()))


def springs(made: Catalogue, known_trails: Trails | None = None) -> tuple[Spring, ...]:
    """All origins: those that bear on the question first, then by how many articles carry them."""
    known = grounds(made, known_trails)
    out = [spring(made, known, origin) for origin in made.case.origins]
    return tuple(sorted(out, key=lambda one: (not one.bearing, -len(one.articles), one.root, one.to)))


def grounds(made: Catalogue, known_trails: Trails | None = None) -> Grounds:
    """What is looked up for each origin of a case, made once for all."""
    rated = {one.origin: one for one in made.answers.ratings}
    return Grounds(known_trails or trails(made), turns(made), _held(made.case.origins), melted(made), rated)


class Grounds(NamedTuple):
    """What is looked up for each origin: trails, changes by origin, the origins of each backer, melted ones."""

    trails: Trails
    turns: Mapping[str, Sequence[Turn]]
    held: Mapping[str, Sequence[Origin]]
    melted: frozenset[str]
    rated: Mapping[str, Rating]


def melted(made: Catalogue) -> frozenset[str]:
    """The ids of the origins that some article made one source of."""
    return frozenset(id_ for melt in made.case.melts for id_ in melt.origins)


def _held(origins: Iterable[Origin]) -> dict[str, list[Origin]]:
    """The origins of each backer."""
    out: dict[str, list[Origin]] = defaultdict(list)
    for origin in origins:
        if origin.backer:
            out[origin.backer.id].append(origin)
    return out


def spring(made: Catalogue, known: Grounds, origin: Origin) -> Spring:
    """One origin, as the list shows it."""
    changed: dict[str, list[Turn]] = defaultdict(list)
    for turn in known.turns.get(origin.id, ()):
        changed[turn.there.to].append(turn)
    steps = [_step(made, leg, changed) for leg in way(made, known.trails, origin)]
    backer, siblings = _backing(made, origin, known.held)
    back = made.by_article.get(origin.retracted or "")
    published = back.article.published if back else None
    return Spring(
        to=permalink(origin.id),
        root=capital(made.root(origin)),
        facts=(*_facts(origin), *_rated(known.rated.get(origin.id))),
        size=seen(len(steps), (origin,)),
        flags=_flags(made, origin, known.melted),
        backer=backer,
        siblings=siblings,
        steps=tuple(steps[:TREE]),
        rest=tuple(steps[TREE:]),
        statements=made.statements(origin.statements),
        bonds=bonds(made, origin.ties if len(steps) > 1 else _telling(origin.ties)),
        bearing=bears(made, origin),
        circular=origin.circular,
        back=made.article(origin.retracted) if origin.retracted else None,
        back_day=day_of(published.interval if published else None),
    )


def _facts(origin: Origin) -> tuple[str, ...]:
    """How an origin is known, its paper and its day, as far as its name does not tell."""
    out = [] if origin.circular else [HOWS[origin.how]]
    if origin.document and origin.document.casefold() not in origin.root.casefold():
        out.append(origin.document)
    said = _said(origin.said)
    if said and said not in origin.root:
        out.append(f"said {said}")
    return tuple(out)


def _rated(rating: Rating | None) -> tuple[str, ...]:
    """The rating of an origin with its grounds, as one line; nothing where it does not bear on a question."""
    return (f"rated {rating.reliability}{rating.credibility} ({'; '.join(rating.why)})",) if rating else ()


def _said(interval: Interval | None) -> str:
    """The days on which something was said; nothing where they are so many that they tell nothing."""
    first, last = (interval.earliest, interval.latest) if interval else (None, None)
    near = first and last and (last - first).days <= FEW
    return days(interval) if near else ""


def _flags(made: Catalogue, origin: Origin, melted: frozenset[str]) -> tuple[str, ...]:
    """What a reader must know of an origin before relying on it."""
    out = ["circular: it rests on itself"] if origin.circular else []
    if origin.retracted:
        out.append(f"taken back by {made.article(origin.retracted).name}")
    if origin.id in melted:
        out.append("made one source with another by some")
    return tuple(out)


def _backing(made: Catalogue, origin: Origin, held: Mapping[str, Sequence[Origin]]) -> tuple[str, tuple[Link, ...]]:
    """Who else depends on the backer of an origin, in words, and those origins."""
    backer = origin.backer
    if backer is None or backer.kind == "unknown":
        return "", ()
    others = len(held[backer.id]) - 1
    near = [one for one in held[backer.id][: SIBLINGS + 1] if one.id != origin.id][:SIBLINGS]
    links = tuple(Link(permalink(one.id), made.root(one)) for one in near)
    return (f"{capital(backer.name)} also stands behind {count(others, 'other origin')}" if others else "", links)


def _step(made: Catalogue, leg: Leg, changed: Mapping[str, Sequence[Turn]]) -> Step:
    """One article of an origin."""
    page, link = made.by_article.get(leg.article), made.article(leg.article)
    dating = page.article.published if page else None
    statements = made.statements(leg.statements)
    return Step(
        article=link,
        id=leg.article,
        name=page.article.outlet or called(page.article, 48) if page else link.name,
        day=day_of(dating.interval if dating else None),
        unsure=dating is not None and dating.how == "inferred",
        how=leg.how,
        above=leg.parent,
        depth=min(leg.depth, DEPTH),
        told=_told(leg),
        statements=statements,
        turns=tuple(changed.get(link.to, ())),
    )


def _told(leg: Leg) -> str:
    """How an article has an origin's words."""
    through = f"through {', '.join(leg.through[:3])}" if leg.through else ""
    if leg.how == "copy":
        said = f"copied {max(1, round(100 * leg.share))} in 100 words"
    else:
        said = {
            "relay": "relays it",
            "reworded": "repeats it in other words",
            "ring": "gives another of the circle as its ground",
            "source": "quotes it" if leg.quotes else "reports it",
        }[leg.how]
    return f"{said} {through}".strip()


def turns(made: Catalogue) -> dict[str, tuple[Turn, ...]]:
    """What changed on the way, by the id of the origin, in the order of the later articles."""
    out: dict[str, list[tuple[int, int, Turn]]] = defaultdict(list)
    rank = {page.article.id: at for at, page in enumerate(made.pages)}
    for number, drift in enumerate(made.case.drifts, 1):
        if drift.before.article in rank and drift.after.article in rank:
            at = (rank[drift.after.article], drift.after.span.start)
            out[drift.origin].append((*at, _turn(made, drift, f"d{number}")))
    return {id_: tuple(turn for *_, turn in sorted(found, key=lambda one: one[:2])) for id_, found in out.items()}


def _turn(made: Catalogue, drift: Drift, to: str) -> Turn:
    """One change."""
    return Turn(
        to=to,
        about={"amount": "the number", "time": "the day", "strength": "how sure it is"}[drift.about],
        before=_words(made, drift.before),
        after=_words(made, drift.after),
        left=made.statement(drift.left) or made.place(drift.before),
        right=made.statement(drift.right) or made.place(drift.after),
        where=made.article(drift.before.article),
        there=made.article(drift.after.article),
        why=drift.why,
    )


def _words(made: Catalogue, ref: Ref) -> str:
    """The words at a place, on one line."""
    return shortened(ref.span.of(made.by_article[ref.article].article.text), 80)


def _telling(ties: Iterable[Tie]) -> tuple[Tie, ...]:
    """The ties within one article that need a ground: not that one mouth is one, goes on, or is in a heading."""
    return tuple(tie for tie in ties if tie.key not in ("root", "heading", "carried"))


def bonds(made: Catalogue, ties: Iterable[Tie]) -> tuple[Bond, ...]:
    """Why statements are one: ties of one ground together, those of it that meet in one statement in one line."""
    by_why: dict[str, list[tuple[Link, Link]]] = defaultdict(list)
    for tie in sorted(ties, key=lambda tie: (-tie.score, tie.why, tie.left, tie.right)):
        ends = [made.statement(tie.left), made.statement(tie.right)]
        places = () if all(ends) else made.places(tie.refs)
        left, right = ends[0] or (places[0] if places else None), ends[1] or (places[-1] if places else None)
        if left and right and left != right:
            by_why[_RESTS.sub("", _WHERE.sub("", tie.why))].append((left, right))
    return tuple(Bond(why, tuple(_stars(pairs))) for why, pairs in by_why.items())


def _stars(pairs: Sequence[tuple[Link, Link]]) -> Iterator[tuple[Link, tuple[Link, ...]]]:
    """Pairs as stars: the link that is in most pairs with all it meets, then the rest."""
    size = Counter(link for pair in pairs for link in set(pair))
    met: dict[Link, dict[Link, None]] = defaultdict(dict)
    for left, right in pairs:
        hub, other = (left, right) if size[left] >= size[right] else (right, left)
        met[hub].setdefault(other)
    for hub, others in met.items():
        yield hub, tuple(sorted(others, key=_number))


def _number(link: Link) -> tuple[bool, int, str]:
    """Where a link stands among others: statements by number, then articles."""
    return (not link.name.isdigit(), len(link.name), link.name)


def twins(made: Catalogue) -> tuple[Twin, ...]:
    """Articles that share wording with others, each pair once by its closest passages; most pairs first."""
    seen_: set[tuple[str, ...]] = set()
    held: dict[tuple[str, str], list[tuple[Link, str]]] = defaultdict(list)
    for copy in sorted(made.case.copies, key=lambda one: (-one.share, one.left, one.right)):
        left, right = copy.left.article, copy.right.article
        if copy.earlier == "right":
            left, right = right, left
        pair = tuple(sorted((left, right)))
        if left != right and pair not in seen_:
            seen_.add(pair)
            share = f"{round(100 * copy.share)} in 100 words"
            held[(left, "then" if copy.earlier else "and")].append((made.article(right), share))
    found = (Twin(made.article(left), tuple(rights), order) for (left, order), rights in held.items())
    return tuple(sorted(found, key=lambda one: (-len(one.rights), one.left.name, one.order)))


def chosen(made: Catalogue, found: tuple[Spring, ...]) -> list[Spring]:
    """The origins that the drawing holds: all where they are few, else what tells most, by weight.

    What tells takes a side, reaches several articles, was changed on its way, or is not what it seems.
    """
    placed = [one for one in found if one.articles]
    if len(placed) <= DRAWN:
        return placed
    sides = {permalink(id_) for id_ in taking_sides(made.answers)}
    weights: dict[str, float] = {}
    for answer in made.answers.answers:
        for reason in answer.reasons:
            key = permalink(reason.origin) if reason.origin else ""
            weights[key] = max(weights.get(key, 0.0), abs(reason.weight))
    telling = [one for one in placed if one.to in sides or len(one.articles) > 1 or one.flags or one.turned]
    return sorted(telling, key=lambda one: (-weights.get(one.to, 0.0), -len(one.articles), one.to))[:DRAWN]
