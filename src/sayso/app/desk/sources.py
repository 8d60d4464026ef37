"""Sources: who speaks in a case, under which names, what they said and foretold; and one source taken apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, get_args

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sayso.app.desk import aliases
from sayso.app.desk.addresses import local, to_article, to_source
from sayso.app.desk.deeds import Telling
from sayso.app.desk.ledger import ledger
from sayso.app.desk.listed import pager, query
from sayso.app.desk.lookups import Lookups, large, lookups
from sayso.app.desk.pairs import Pair, verdict
from sayso.app.desk.severing import severed
from sayso.app.desk.shell import back, field, form, opened, page, rule, ruling, seen
from sayso.app.desk.slight import slight
from sayso.model.keeping import Wanted
from sayso.model.prose import shortened
from sayso.model.sources import Source, SourceKind
from sayso.model.span import Ref
from sayso.showing.forecasts import bets
from sayso.showing.sources import ENOUGH

#: Rows of a list, statements beside a source, members of one and places of one name that are shown at once.
ROWS, SAID, MEMBERS, PLACES = 50, 8, 60, 4
#: Code points on either side of a name that tell where it stands.
_AROUND: Final = 60


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands: the words before it, the name, the words after, and the page that shows it."""

    before: str
    name: str
    after: str
    to: str
    where: str


@dataclass(frozen=True, slots=True)
class Named:
    """One name of a source: how often it stands there, and the first places."""

    name: str
    size: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A source as one article names it: its id, name and article, and how many statements rest on it there."""

    id: str
    name: str
    article: str
    to: str
    statements: int


def listed(request: Request) -> Response:
    """All sources, those with most statements first; by kind, and found by any of their names."""
    search, kind = query(request, "search"), query(request, "kind")
    words = f"{search} kind:{kind}" if kind in get_args(SourceKind) else search
    with opened(request) as repository:
        turn = pager(request, ROWS)
        rows, total = repository.parts("source", search=words or None, after=turn.after, limit=ROWS)
        kinds = [
            (one, repository.parts("source", search=f"{search} kind:{one}", limit=0)[1])
            for one in get_args(SourceKind)
        ]
        return page(
            request, "sources.html", title="Sources", rows=rows, search=search, kind=kind,
            kinds=[one for one in kinds if one[1]], every=sum(size for _, size in kinds),
            turn=turn.of(total),
        )  # fmt: skip


def shown(request: Request) -> Response:
    """One source: its names with their places, what it said, how its forecasts fared, what it may be one with."""
    with opened(request) as repository:
        if large(request):
            return slight(request, "source", request.path_params["id"])
        look, known = lookups(request), ledger(request)
        source = look.source(request.path_params["id"])
        if source is None:
            raise HTTPException(404, "No source of this case has this id as of the last update.")
        if source.id != request.path_params["id"]:
            return RedirectResponse(to_source(source.id), status_code=307)
        said = repository.lines(Wanted(source=source.id, order="effect", limit=SAID), counts=False)
        held = members(look, source)
        entries = known.about((source.id, *source.members), "merge", "split", "comment")
        return page(
            request, "source.html", title=source.name, source=source, speaker=look.people.get(source.id),
            href=look.href, names=names(look, source), heard=said, relations=_relations(look, source),
            record=_record(look, source), bets=_bets(look, source), enough=ENOUGH,
            members=held, most=len(held) if query(request, "all") else MEMBERS,
            pairs=[(one, verdict(one, known)) for one in _touching(look, source)],
            ruled=Telling(repository).deeds(entries[::-1]),
        )  # fmt: skip


def apart(request: Request) -> Response:
    """Take some members out of a source: they are somebody else."""
    look = lookups(request)
    source = look.source(request.path_params["id"])
    if source is None:
        raise HTTPException(404, "No source of this case has this id as of the last update.")
    taken = [one for one in form(request).getlist("member") if isinstance(one, str)]
    edges = {(one.left, one.right) for id_ in source.members for one in look.edges.get(id_, ()) if one.accepted}
    cut = severed(source.members, taken, sorted(edges))
    to = local(field(request, "back"), to_source(source.id))
    if not cut.splits:
        return back(request, to, "Nothing was changed: mark at least one of its articles, and not all of them.")
    why = field(request, "why").strip()
    rulings = [ruling(request, "+".join(pair), "split", why=why) for pair in cut.splits]
    rulings += [ruling(request, "+".join(pair), "merge", why=why) for pair in cut.joins]
    entries = rule(request, rulings, seen=seen(request))
    return back(request, to, f"Taken apart from {source.name}; the next update shows them as two.", undo=entries)


def noted(request: Request) -> Response:
    """Comment on a source."""
    id_, why = request.path_params["id"], field(request, "why").strip()
    to = local(field(request, "back"), to_source(id_))
    if not why:
        return back(request, to, "Nothing was written: the comment is empty.")
    entries = rule(request, [ruling(request, id_, "comment", why=why)], seen=seen(request))
    return back(request, to, "Written down.", undo=entries)


def names(look: Lookups, source: Source) -> tuple[Named, ...]:
    """The names of a source with their places, its own first, then those that stand there most."""
    places: dict[str, list[Ref]] = {name: [] for name in (source.name, *source.aliases)}
    plain = {" ".join(name.split()).casefold(): name for name in reversed(places)}
    for ref in source.mentions:
        held = look.made.by_article.get(ref.article)
        words = " ".join(ref.span.of(held.article.text).split()).casefold() if held else ""
        if words in plain:
            places[plain[words]].append(ref)
    out = [
        Named(name, len(refs), tuple(_place(look, ref) for ref in refs[:PLACES])) for name, refs in places.items()
    ]
    return tuple(sorted(out, key=lambda one: (one.name != source.name, -one.size, one.name)))


def _place(look: Lookups, ref: Ref) -> Place:
    """A place as a list of names tells it."""
    held, span = look.made.by_article[ref.article], ref.span
    text = held.article.text
    before = text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2].lstrip()
    after = text[span.end : span.end + _AROUND].partition("\n")[0].rstrip()
    link = look.made.article(ref.article)
    return Place(before, shortened(span.of(text), 120), after, look.href(look.made.place(ref)), link.name)


def members(look: Lookups, source: Source) -> list[Member]:
    """A source's members, one for each article that names it, by name, then by the days of the articles."""
    out = []
    for id_ in source.members:
        if id_ not in look.named:
            continue
        held, one = look.named[id_]
        link = look.made.article(held.article.id)
        out.append(Member(id_, one.name, link.name, to_article(held.article.id), len(look.spoken.get(id_, ()))))
    often = Counter(one.name for one in out)
    return sorted(out, key=lambda one: (-often[one.name], one.name))


def _relations(look: Lookups, source: Source) -> list[tuple[str, Source, str]]:
    """How a source stands to others: the words of the relation, the other, and what says so."""
    out = []
    for one in look.case.relations:
        if source.id in {one.left, one.right}:
            other = look.made.sources.get(one.right if one.left == source.id else one.left)
            kind = one.kind if one.left == source.id else f"{one.kind} this:"
            if other:
                out.append((kind, other, one.reasons[0] if one.reasons else ""))
    return out


def _record(look: Lookups, source: Source) -> Mapping[str, Any] | None:
    """What a source's resolved forecasts amount to, in words; no rate under five."""
    held = [one for one in look.answers.tallies if one.source == source.id or source.name in one.names]
    if not held:
        return None
    one = held[0]
    rate = f"Brier {one.brier[1]:.2f} (80 %: {one.brier[0]:.2f} to {one.brier[2]:.2f})" if one.brier else ""
    return {"n": one.n, "right": one.right, "rate": rate, "cases": one.cases}


def _bets(look: Lookups, source: Source) -> list[Any]:
    """The forecasts of a source, as the dossier tells them."""
    wanted = {one.statement for one in look.answers.forecasts if one.source == source.id}
    links = {entry.to for id_ in wanted if (entry := look.made.entries.get(id_))}
    return [one for one in bets(look.made) if one.place and one.place.to in links] if links else []


def _touching(look: Lookups, source: Source) -> Sequence[Pair]:
    """The pairs that a source is in, the surest first."""
    found = {one.id: one for id_ in source.members for one in look.paired.get(id_, ())}
    return sorted(found.values(), key=lambda one: (one.one, -one.score, one.id))


ROUTES: Final = [
    Route("/sources", listed, methods=["GET"]),
    *aliases.ROUTES,
    Route("/sources/{id}", shown, methods=["GET"]),
    Route("/sources/{id}/apart", apart, methods=["POST"]),
    Route("/sources/{id}/comment", noted, methods=["POST"]),
]
KEYS: Final = aliases.KEYS
