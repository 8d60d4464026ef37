"""The way an origin took: which article has its words from which, and how, as a tree.

Theory. What an article has of an origin, it has from the source itself or from another article. It has it from
another where their wording is the same, where it names the other's outlet as a mouth or carrier of what was
said, or where a tie of the origin tells so (relayed, reworded). The strongest ground tells: copied words before
a name before a tie; of several copies the longest, of several articles of an outlet the last that came out
before. Nothing is had from an article that came out later, except where the later one is named: that is shown,
as it is an oddity. Where nothing tells, an article is taken to have it from the source, as it says itself.
Articles that go round in a circle have it from each other and from nobody: they are the ring of an origin, and
no article of a ring has another above it.

The first article stands first; below each article stand those that have it from there, by day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from sayso.model.case import Page
from sayso.model.origins import Key, Origin
from sayso.model.span import Span
from sayso.model.statements import Statement
from sayso.showing.catalogue import Catalogue

#: How an article has an origin's words: from the source ("source"), or from another article.
How = Literal["source", "copy", "relay", "reworded", "ring"]

#: Ties that tell from which article a later one has its words, the strongest first.
_FROM: Mapping[Key, How] = {"copied": "copy", "carried": "relay", "relayed": "relay", "reworded": "reworded"}
#: Share of the longest copy from which on another is as good.
_ALIKE = 0.9
#: Code points that the name of an outlet without its last words has at least.
_SHORT = 5
_STRENGTH = {"copy": 4, "name": 3, "relay": 2, "reworded": 1}


@dataclass(frozen=True, slots=True)
class Leg:
    """One article of an origin's way, by its id.

    `parent` is the id of the article it has the words from, None where that is the source; `depth` counts the
    articles above it. `share` is how much of its text, in [0, 1], it copied from there. `through` names who passed
    it on that has no article of its own here. `quotes` says that it has words of the source in quotation marks.
    """

    article: str
    how: How
    parent: str | None = None
    depth: int = 0
    share: float = 0.0
    through: tuple[str, ...] = ()
    quotes: bool = False
    statements: tuple[str, ...] = ()


class _Passage(NamedTuple):
    """Words that an article shares with another: their place, which share of them, whether it came `after`."""

    other: str
    span: Span
    share: float
    after: bool


@dataclass(frozen=True, slots=True)
class Trails:
    """What the ways of all origins are looked up in, made once for a case.

    `said` are all statements by id, `rank` the places of articles in the order of their days, `sizes` the code
    points of what an article says, `outlets` the articles of an outlet by its name, in order, `short` the names of
    outlets without their last words, where only one outlet is called so.
    """

    said: dict[str, Statement] = field(default_factory=dict)
    rank: dict[str, int] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    shared: dict[str, list[_Passage]] = field(default_factory=dict)
    outlets: dict[str, list[str]] = field(default_factory=dict)
    short: dict[str, str] = field(default_factory=dict)


def trails(made: Catalogue) -> Trails:
    """The trails of a case."""
    out = Trails()
    for rank, page in enumerate(made.pages):
        ident = page.article.id
        out.rank.setdefault(ident, rank)
        out.sizes.setdefault(ident, max(1, _size(page)))
        out.said.update((one.id, one) for one in (*page.statements, *page.own_voice))
        if page.article.outlet:
            out.outlets.setdefault(_plain(page.article.outlet), []).append(ident)
    out.short.update(_shortened(out.outlets))
    for copy in made.case.copies:
        left, right = copy.left, copy.right
        if left.article == right.article or not {left.article, right.article} <= out.rank.keys():
            continue
        first = {"left": True, "right": False}.get(copy.earlier or "")
        if first is None:
            first = out.rank[left.article] < out.rank[right.article]
        out.shared.setdefault(left.article, []).append(_Passage(right.article, left.span, copy.share, not first))
        out.shared.setdefault(right.article, []).append(_Passage(left.article, right.span, copy.share, first))
    return out


def _shortened(outlets: Iterable[str]) -> dict[str, str]:
    """Outlets by their names without last words, where these are long enough and one outlet's alone."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in outlets:
        words = name.split()[:6]
        for size in range(1, len(words)):
            short = " ".join(words[:size])
            if len(short) >= _SHORT:
                found[short].append(name)
    return {short: names[0] for short, names in found.items() if len(names) == 1}


def _size(page: Page) -> int:
    """The code points of a page outside its furniture."""
    return sum(len(block.span) for block in page.blocks if block.kind != "furniture") or len(page.article.text)


def _plain(name: str) -> str:
    """An outlet's name without its article and its case."""
    return name.strip().casefold().removeprefix("the ").strip()


def copied_from(known: Trails, article: str) -> tuple[str, float] | None:
    """The earlier article that most of an article's words were copied from, and which share of its text that is."""
    return _longest(known, article, known.shared.get(article, ()))


def ring(known: Trails, origin: Origin) -> tuple[str, ...]:
    """The articles of an origin that go round in a circle, by day; none where it is not circular.

    They are those that its ties of the circle join; all of them where no tie tells.
    """
    if not origin.circular:
        return ()
    ends = (known.said.get(id_) for tie in origin.ties if tie.key == "circle" for id_ in (tie.left, tie.right))
    found = {said.article for said in ends if said} | {
        ref.article for tie in origin.ties if tie.key == "circle" for ref in tie.refs
    }
    return tuple(id_ for id_ in by_day(known, origin.articles) if id_ in found or len(found) < 2)


def by_day(known: Trails, articles: Iterable[str]) -> list[str]:
    """Articles by day, each once; those that the case does not hold last."""
    return sorted(set(articles), key=lambda id_: (known.rank.get(id_, len(known.rank)), id_))


def way(made: Catalogue, known: Trails, origin: Origin) -> tuple[Leg, ...]:
    """The articles of an origin, each behind the one it has the words from."""
    order = by_day(known, origin.articles)
    if origin.first in order:
        order = [origin.first, *(id_ for id_ in order if id_ != origin.first)]
    held: dict[str, list[Statement]] = {id_: [] for id_ in order}
    for id_ in origin.statements:
        said = known.said.get(id_)
        if said and said.article in held:
            held[said.article].append(said)
    around, tied = set(ring(known, origin)), _tied(known, origin)
    legs: dict[str, Leg] = {}
    for article, statements in held.items():
        leg = Leg(
            article, "ring" if article in around else "source", statements=tuple(one.id for one in statements)
        )
        names = _names(made, statements)
        if article not in around:
            found = list(_named(known, article, names, held))
            if article != origin.first:
                cited = frozenset(one.parent for one in found)
                found += [*_copied(known, leg, held, origin.first, cited), *tied.get(article, ())]
            leg = _sourced(known, leg, found, legs)
        quotes = any(one.mode != "indirect" for one in statements)
        legs[article] = replace(leg, through=_through(made, leg.parent, names, origin), quotes=quotes)
    return tuple(_ordered(legs))


class _Ground(NamedTuple):
    """A ground for having words from an article: its strength, the share copied, how, and from which."""

    strength: int
    share: float
    how: How
    parent: str


def _copied(  # noqa: PLR0917 - what is looked up, for one article
    known: Trails, leg: Leg, held: Mapping[str, object], first: str | None, cited: frozenset[str]
) -> Iterator[_Ground]:
    """The article, earlier or the origin's first, that most of the words around a leg's statements are from."""
    spans = [span for id_ in leg.statements for span in known.said[id_].content]
    near = [
        one._replace(after=one.after or one.other == first)
        for one in known.shared.get(leg.article, ())
        if one.other in held and any(span.overlaps(one.span) for span in spans)
    ]
    found = _longest(known, leg.article, near, cited)
    if found:
        yield _Ground(_STRENGTH["copy"], found[1], "copy", found[0])


def _longest(
    known: Trails, article: str, passages: Iterable[_Passage], cited: frozenset[str] = frozenset()
) -> tuple[str, float] | None:
    """Of the earlier articles that share passages with one the one that shares most, and its share of the text.

    One that is `cited` goes before one that shares a little more.
    """
    by_other: dict[str, list[_Passage]] = defaultdict(list)
    for one in passages:
        if one.after:
            by_other[one.other].append(one)
    shares = {other: _covered(found) / known.sizes[article] for other, found in by_other.items()}
    near = [other for other in shares if shares[other] >= _ALIKE * max(shares.values())]
    best = max(near, key=lambda other: (other in cited, round(shares[other], 2), -known.rank[other]), default=None)
    return (best, min(1.0, shares[best])) if best else None


def _covered(passages: Sequence[_Passage]) -> float:
    """How many code points of an article stand in passages of another, each counted once."""
    total, end = 0.0, 0
    for one in sorted(passages, key=lambda one: (one.span.start, -one.span.end)):
        total += max(0, one.span.end - max(end, one.span.start)) * one.share
        end = max(end, one.span.end)
    return total


def _names(made: Catalogue, statements: Iterable[Statement]) -> tuple[str, ...]:
    """Who passed statements on, as their chains name them: outer mouths, carriers, outlets; each once."""
    names: dict[str, None] = {}
    for said in statements:
        for position, hop in enumerate(said.chain):
            source = made.sources.get(hop.source.id)
            if position < len(said.chain) - 1 or (source and source.kind == "outlet"):
                names.setdefault(made.name(hop.source))
            if hop.via:
                names.setdefault(hop.via)
    return tuple(names)


def _articles_of(known: Trails, name: str) -> Sequence[str]:
    """The articles of the outlet that a name stands for, in full or without its last words."""
    plain = _plain(name)
    full = known.outlets.get(plain) or known.outlets.get(known.short.get(plain, ""))
    return full or ()


def _named(known: Trails, article: str, names: Iterable[str], held: Mapping[str, object]) -> Iterator[_Ground]:
    """The articles of the origin whose outlets are named: of each outlet the last before, else its first."""
    for name in names:
        theirs = [id_ for id_ in _articles_of(known, name) if id_ in held and id_ != article]
        before = [id_ for id_ in theirs if known.rank[id_] < known.rank.get(article, 0)]
        for parent in before[-1:] or theirs[:1]:
            yield _Ground(_STRENGTH["name"], 0.0, "relay", parent)


def _tied(known: Trails, origin: Origin) -> dict[str, list[_Ground]]:
    """What the ties of an origin tell of who has it from whom, by the later article of each."""
    out: dict[str, list[_Ground]] = defaultdict(list)
    for tie in origin.ties:
        left, right = known.said.get(tie.left), known.said.get(tie.right)
        how = _FROM.get(tie.key)
        if how and left and right and left.article != right.article:
            parent, child = by_day(known, (left.article, right.article))
            if child == origin.first:
                parent, child = child, parent
            out[child].append(_Ground(_STRENGTH[how], 0.0, how, parent))
    return out


def _sourced(known: Trails, leg: Leg, grounds: Iterable[_Ground], legs: Mapping[str, Leg]) -> Leg:
    """A leg below the article that its strongest ground names, unless that has it from this one."""
    for one in sorted(grounds, key=lambda one: (-one.strength, -one.share, known.rank.get(one.parent, 0))):
        above: str | None = one.parent
        while above is not None and above != leg.article:
            above = legs[above].parent if above in legs else None
        if above is None:
            return replace(leg, how=one.how, parent=one.parent, share=one.share)
    return leg


def _through(made: Catalogue, parent: str | None, names: Iterable[str], origin: Origin) -> tuple[str, ...]:
    """Those of `names` that are neither the outlet of the article above nor part of the origin's own name."""
    page = made.by_article.get(parent or "")
    above = f"{_plain(page.article.outlet)} " if page and page.article.outlet else ""
    root = origin.root.casefold()
    return tuple(name for name in names if name.casefold() not in root and not above.startswith(f"{_plain(name)} "))


def _ordered(legs: Mapping[str, Leg]) -> Iterator[Leg]:
    """The legs as a tree, each with its depth: those from the source, below each those that have it from there."""
    below: dict[str | None, list[Leg]] = defaultdict(list)
    for leg in legs.values():
        below[leg.parent].append(leg)
    waiting = [(leg, 0) for leg in reversed(below[None])]
    while waiting:
        leg, depth = waiting.pop()
        yield replace(leg, depth=depth)
        waiting += [(one, depth + 1) for one in reversed(below[leg.article])]
