"""Origins: where statements come from, as a drawing from origin over relays to articles, and as a list."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from sayso.model.origins import Origin
from sayso.model.prose import capital, shortened
from sayso.showing.catalogue import Catalogue, Link, permalink
from sayso.showing.summary import taking_sides
from sayso.showing.svg import el, picture
from sayso.showing.words import count

HOWS = {
    "said": "said by the source itself",
    "document": "from a document",
    "copy": "from a text that was copied",
    "unknown": "where it comes from is not known",
}
#: Origins that the drawing holds; the list always has all.
DRAWN = 15
ROW = 30


@dataclass(frozen=True, slots=True)
class Spring:
    """An origin as the list shows it."""

    to: str
    root: str
    how: str
    flags: tuple[str, ...]
    articles: tuple[Link, ...]
    relays: tuple[str, ...]
    statements: tuple[Link, ...]
    why: tuple[str, ...]
    bearing: bool
    circular: bool
    retracted: bool


@dataclass(frozen=True, slots=True)
class Twin:
    """Two articles that share wording."""

    left: Link
    right: Link
    share: str
    order: str


def bears(made: Catalogue, origin: Origin) -> bool:
    """Whether some statement of an origin says something of a hypothesis."""
    return any(one.lean != "unrelated" for id_ in origin.statements for one in made.stances.get(id_, ()))


def springs(made: Catalogue) -> tuple[Spring, ...]:
    """All origins: those that bear on the question first, then by how many articles carry them."""
    out = [_spring(made, origin) for origin in made.case.origins]
    return tuple(sorted(out, key=lambda one: (not one.bearing, -len(one.articles), one.root, one.to)))


def _spring(made: Catalogue, origin: Origin) -> Spring:
    """One origin."""
    flags = []
    if origin.circular:
        flags.append("circular: it rests on itself")
    if origin.retracted:
        flags.append(f"taken back by {made.article(origin.retracted).name}")
    if len(origin.articles) > 1:
        flags.append(f"{len(origin.articles)} articles, counts once")
    articles = sorted(origin.articles, key=lambda id_: (id_ != origin.first, made.article(id_).name))
    how = "" if origin.circular else HOWS[origin.how]
    return Spring(
        permalink(origin.id), capital(made.root(origin)), how, tuple(flags), tuple(map(made.article, articles)),
        relays(made, origin), made.statements(origin.statements), tuple(dict.fromkeys(origin.why)),
        bears(made, origin), origin.circular, origin.retracted is not None,
    )  # fmt: skip


def relays(made: Catalogue, origin: Origin) -> tuple[str, ...]:
    """Who passed an origin's statements on: outer hops and carriers, each name once."""
    names: dict[str, None] = {}
    for id_ in origin.statements:
        entry = made.entries.get(id_)
        chain = entry.statement.chain if entry else ()
        for position, hop in enumerate(chain):
            source = made.sources.get(hop.source.id)
            if position < len(chain) - 1:
                names.setdefault(source.name if source else hop.source.text)
            if hop.via:
                names.setdefault(hop.via)
    return tuple(name for name in names if name and name not in origin.root)


def twins(made: Catalogue) -> tuple[Twin, ...]:
    """Pairs of articles that share wording, the closest pair of passages of each."""
    best: dict[tuple[str, str], Twin] = {}
    for copy in sorted(made.case.copies, key=lambda one: (-one.share, one.left, one.right)):
        left, right = copy.left.article, copy.right.article
        if left == right:
            continue
        if copy.earlier == "right":
            left, right = right, left
        order = "then" if copy.earlier else "and"
        share = f"{round(100 * copy.share)} in 100 words"
        best.setdefault(tuple(sorted((left, right))), Twin(made.article(left), made.article(right), share, order))  # type: ignore[arg-type]
    return tuple(best.values())


def chosen(made: Catalogue, found: tuple[Spring, ...]) -> list[Spring]:
    """The origins that the drawing holds: all where they are few, else what takes a side, by weight."""
    placed = [one for one in found if one.articles]
    if len(placed) <= DRAWN:
        return placed
    sides = {permalink(id_) for id_ in taking_sides(made.answers)}
    weights: dict[str, float] = {}
    for answer in made.answers.answers:
        for reason in answer.reasons:
            key = permalink(reason.origin) if reason.origin else ""
            weights[key] = max(weights.get(key, 0.0), abs(reason.weight))
    telling = [one for one in placed if one.to in sides or len(one.articles) > 1]
    return sorted(telling, key=lambda one: (-weights.get(one.to, 0.0), -len(one.articles), one.to))[:DRAWN]


def graph(made: Catalogue, found: tuple[Spring, ...]) -> Markup | None:
    """Origins on the left, articles on the right; None where there is nothing to draw.

    Where there are more than DRAWN, those are drawn that take a side or reach several articles, the heaviest
    first.
    """
    drawn = chosen(made, found)
    targets = list(dict.fromkeys(link.to for one in drawn for link in one.articles))
    targets = [link.to for link in made.articles.values() if link.to in set(targets)]
    if not drawn or not targets:
        return None
    names = {link.to: link.name for link in made.articles.values()}
    height = 34 + ROW * max(len(drawn), len(targets))
    left = {one.to: 40 + ROW * at * (max(len(drawn), len(targets)) / len(drawn)) for at, one in enumerate(drawn)}
    right = {to: 40 + ROW * at * (max(len(drawn), len(targets)) / len(targets)) for at, to in enumerate(targets)}
    nodes = [_origin_node(one, left[one.to]) for one in drawn]
    nodes += [_article_node(names[to], right[to]) for to in targets]
    edges = [_edge(one, left[one.to], right[link.to]) for one in drawn for link in one.articles if link.to in right]
    return picture(
        el("text", "origin", x=288, y=16, class_="head end"),
        el("text", "article", x=466, y=16, class_="head"),
        *edges,
        *nodes,
        size=(760, height),
        name="origin-graph",
        title="Which origin reaches which article",
        about=f"{count(len(drawn), 'origin')} and {count(len(targets), 'article')}; the list below says the same.",
    )


def _origin_node(one: Spring, y: float) -> Markup:
    """An origin's name with its mark: a ring where it is circular, a cross where it was taken back."""
    name = el("text", shortened(one.root, 40), x=286, y=y + 4, class_="end")
    ring = el("circle", cx=300, cy=y, r=8, class_="ring") if one.circular else Markup("")
    if one.retracted:
        return name + ring + el("path", d=f"M295 {y - 5:.1f}l10 10m0-10l-10 10", class_="gone")
    return name + ring + el("circle", cx=300, cy=y, r=4.5, class_="dot" if one.bearing else "dim")


def _article_node(name: str, y: float) -> Markup:
    """An article's name."""
    box = el("rect", x=452, y=y - 4, width=8, height=8, class_="box")
    return box + el("text", shortened(name, 46), x=466, y=y + 4)


def _edge(one: Spring, y1: float, y2: float) -> Markup:
    """A line from an origin to an article; dashed where relays stand between, their names in its title."""
    title = (el("title", "through " + ", ".join(one.relays)),) if one.relays else ()
    way = f"M305 {y1:.1f}C380 {y1:.1f} 380 {y2:.1f} 452 {y2:.1f}"
    return el("path", *title, d=way, class_="edge relay" if one.relays else "edge")
