"""What a reader must know before counting origins: circles, melted sources, what was taken back, what changed."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.origins import Origin
from sayso.model.prose import capital
from sayso.model.span import Ref
from sayso.showing.catalogue import Catalogue, Link, permalink
from sayso.showing.origins import Turn, turns
from sayso.showing.ways import Trails, ring


@dataclass(frozen=True, slots=True)
class Circle:
    """Articles that have a claim from each other and from nobody: the origin, its articles, why, and where."""

    origin: Link
    articles: tuple[Link, ...]
    why: str
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Melted:
    """A source of one article that others tell to be several: the statement, its article, the origins, and why."""

    statement: Link
    article: Link
    origins: tuple[Link, ...]
    why: str
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What one article took back: the article, the place where it says so, the origins that are closed by it."""

    by: Link
    place: Link | None
    origins: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Corrected:
    """What an article corrected in a part only, in words; the origin still counts."""

    by: Link
    place: Link | None
    words: str


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed of one origin on its way, in the order of the later articles."""

    origin: Link
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Cautions:
    """All of a case."""

    circles: tuple[Circle, ...]
    melted: tuple[Melted, ...]
    taken_back: tuple[TakenBack, ...]
    corrected: tuple[Corrected, ...]
    changed: tuple[Changed, ...]


def cautions(made: Catalogue, known: Trails) -> Cautions:
    """The cautions of a case."""
    return Cautions(_circles(made, known), _melted(made), _taken_back(made), _corrected(made), _changed(made))


def _link(made: Catalogue, origin: Origin) -> Link:
    """An origin as a link."""
    return Link(permalink(origin.id), capital(made.root(origin)))


def _circles(made: Catalogue, known: Trails) -> tuple[Circle, ...]:
    """The circles, each with the places that cite."""
    out = []
    for origin in made.case.origins:
        if origin.circular:
            ties = [tie for tie in origin.ties if tie.key == "circle"]
            why = "; ".join(dict.fromkeys(tie.why for tie in ties) or origin.why[:1])
            refs = [ref for tie in ties for ref in tie.refs] or origin.refs
            articles = tuple(map(made.article, ring(known, origin)))
            out.append(Circle(_link(made, origin), articles, why, made.places(refs)))
    return tuple(out)


def _melted(made: Catalogue) -> tuple[Melted, ...]:
    """The melted sources."""
    out = []
    for melt in made.case.melts:
        entry = made.entries.get(melt.statement)
        held = tuple(_link(made, made.origins[id_]) for id_ in melt.origins if id_ in made.origins)
        if entry and held:
            article = made.article(entry.page.article.id)
            out.append(Melted(entry.link, article, held, melt.why, made.places(melt.refs)))
    return tuple(out)


def _taken_back(made: Catalogue) -> tuple[TakenBack, ...]:
    """What was taken back, by the article that did."""
    by: dict[str, list[Origin]] = {}
    for origin in made.case.origins:
        if origin.retracted:
            by.setdefault(origin.retracted, []).append(origin)
    places = {note.ref.article: note.ref for note in reversed(made.case.notes) if note.code == "L308" and note.ref}
    return tuple(
        TakenBack(made.article(id_), _place(made, places.get(id_)), tuple(_link(made, one) for one in held))
        for id_, held in by.items()
    )


def _corrected(made: Catalogue) -> tuple[Corrected, ...]:
    """What was corrected in a part, as the notes tell it."""
    found = [note for note in made.case.notes if note.code == "L313" and note.ref]
    return tuple(
        Corrected(made.article(note.ref.article), _place(made, note.ref), note.message)
        for note in found
        if note.ref
    )


def _place(made: Catalogue, ref: Ref | None) -> Link | None:
    """The statement at a place; None where only its article could be linked."""
    place = made.place(ref) if ref else None
    return place if place and place.name.isdigit() else None


def _changed(made: Catalogue) -> tuple[Changed, ...]:
    """What changed on the way, by origin, most changes first."""
    found = ((made.origins.get(id_), held) for id_, held in turns(made).items())
    out = [Changed(_link(made, origin), held) for origin, held in found if origin]
    return tuple(sorted(out, key=lambda one: (-len(one.turns), one.origin.name, one.origin.to)))
