"""Origins: where what is said comes from, what each weighs, who has it from whom; one taken apart, two joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sayso.app.desk.addresses import local, to_origin, to_statement
from sayso.app.desk.deeds import Telling
from sayso.app.desk.ledger import ledger
from sayso.app.desk.listed import pager, query
from sayso.app.desk.lookups import Lookups, large, lookups
from sayso.app.desk.severing import severed
from sayso.app.desk.shell import back, field, form, opened, page, rule, ruling, seen
from sayso.app.desk.slight import slight
from sayso.model.origins import Origin
from sayso.model.prose import capital
from sayso.showing.answers import NOTHING
from sayso.showing.catalogue import Catalogue
from sayso.showing.counts import faceless
from sayso.showing.counts import seen as counted
from sayso.showing.words import SIGNS, hundred, push, signed

#: Rows of a list, statements of one origin, origins proposed for joining.
ROWS, SAID, NEAR = 50, 80, 8
_UNKNOWN: Final = "No origin of this case has this id as of the last update."


@dataclass(frozen=True, slots=True)
class Side:
    """What an origin says of a hypothesis, and what that does to the answer; `without` is the answer without it."""

    hypothesis: str
    sign: str
    word: str
    weight: str
    push: str
    parts: tuple[str, ...]
    without: str
    now: str


def listed(request: Request) -> Response:
    """All origins, those that weigh most first."""
    search, bearing = query(request, "search"), query(request, "bearing")
    with opened(request) as repository:
        turn = pager(request, ROWS)
        words = f"{search} weighs:yes" if bearing else search
        rows, total = repository.parts("root", search=words or None, after=turn.after, limit=ROWS)
        asked = [str(one["id"]) for one in repository.parts("hypothesis")[0] if not one["negates"]]
        return page(
            request, "origins.html", title="Origins", rows=[_row(one, asked) for one in rows], search=search,
            bearing=bearing, turn=turn.of(total), several=len(asked) > 1,
        )  # fmt: skip


def _row(record: Mapping[str, Any], asked: Sequence[str]) -> dict[str, Any]:
    """A record of an origin with what its weights do to what was asked, in words."""
    weights = record.get("weights") or {}
    told = [(f"H{number}", weights.get(key, 0.0)) for number, key in enumerate(asked, 1)]
    pulls = [{"name": name, "weight": signed(one), "push": push(one)} for name, one in told if abs(one) >= NOTHING]
    return {**record, "pulls": pulls}


def drawn(request: Request) -> Response:
    """The map of the heaviest origins: who has it from whom."""
    look = lookups(request)
    return page(
        request, "originmap.html", title="Who has it from whom", map=look.map(look.weightiest),
        drawn=len(look.weightiest), total=len(look.case.origins),
        seen=counted(len(look.case.pages), look.case.origins), faceless=faceless(look.case.origins),
    )  # fmt: skip


def _found(look: Lookups, id_: str) -> Origin | None:
    """An origin by its id, or by that of one of its statements."""
    return look.made.origins.get(id_) or look.made.origin_of.get(id_)


def shown(request: Request) -> Response:
    """One origin: how it is known, its way, its ties, the answer without it."""
    with opened(request) as repository:
        if large(request):
            return slight(request, "origin", request.path_params["id"])
        look, known = lookups(request), ledger(request)
        origin = _found(look, request.path_params["id"])
        if origin is None:
            raise HTTPException(404, _UNKNOWN)
        if origin.id != request.path_params["id"]:
            return RedirectResponse(to_origin(origin.id), status_code=307)
        spring = look.spring(origin)
        search = query(request, "join")
        most = len(origin.statements) if query(request, "all") else SAID
        entries = known.about((origin.id, *origin.statements), "merge", "split", "comment")
        held = [line for id_ in origin.statements[:most] if (line := repository.line(id_))]
        return page(
            request, "origin.html", title=spring.root, origin=origin, spring=spring, href=look.href,
            map=look.map([origin]), sides=sides(look, origin), rows=held, size=len(origin.statements),
            source=look.made.sources.get(origin.source or ""),
            search=search, near=_near(look, origin, search), to_statement=to_statement,
            ruled=Telling(repository).deeds(entries[::-1]),
        )  # fmt: skip


def sides(look: Lookups, origin: Origin) -> list[Side]:
    """What an origin says of each hypothesis that has its own answer, and what it does there."""
    out = []
    cells = look.cells.get(origin.id, {})
    for answer in look.answers.answers:
        hypothesis = look.made.hypotheses.get(answer.hypothesis)
        if answer.hypothesis in look.made.mirrored or hypothesis is None:
            continue
        cell = cells.get(answer.hypothesis)
        reason = next((one for one in answer.reasons if one.origin == origin.id), None)
        left = next((one.probability for one in answer.without if one.origin == origin.id), None)
        out.append(
            Side(
                hypothesis=hypothesis.text,
                sign=SIGNS[cell.sign] if cell else "·",
                word=cell.word if cell else "says nothing",
                weight=signed(reason.weight) if reason else "",
                push=push(reason.weight) if reason else "",
                parts=reason.parts if reason else (),
                without=hundred(left) if left is not None else "",
                now=hundred(answer.probability),
            )
        )
    return out


def _near(look: Lookups, origin: Origin, search: str) -> list[tuple[Origin, str, str]]:
    """Origins that may be the same: those found by words, else those that share most.

    Each with its name and what it shares.
    """
    words = search.casefold().split()
    made, here = look.made, frozenset(origin.articles)
    scored = []
    for other in look.case.origins:
        if other.id == origin.id:
            continue
        name = capital(made.root(other))
        told = _shared(made, origin, other, here)
        if words and not all(word in f"{name} {other.id}".casefold() for word in words):
            continue
        if words or told:
            scored.append((-len(told), -len(here & frozenset(other.articles)), name, other, "; ".join(told)))
    scored.sort(key=lambda one: (*one[:3], one[3].id))
    return [(other, name, told) for *_, name, other, told in scored[:NEAR]]


def _shared(made: Catalogue, origin: Origin, other: Origin, here: frozenset[str]) -> list[str]:
    """What two origins share, in words."""
    out = []
    if origin.source and origin.source == other.source and origin.source in made.sources:
        out.append(f"the same source, {made.sources[origin.source].name}")
    if origin.document and origin.document == other.document:
        out.append(f"the same paper, {origin.document}")
    if origin.backer and other.backer and origin.backer.id == other.backer.id and origin.backer.kind == "source":
        out.append(f"{origin.backer.name} stands behind both")
    if not out and len(here & frozenset(other.articles)) > 1:
        out.append(f"{len(here & frozenset(other.articles))} articles carry both")
    return out


def apart(request: Request) -> Response:
    """Split statements off an origin: they come from somewhere else."""
    look = lookups(request)
    origin = _known(look, request)
    taken = [one for one in form(request).getlist("statement") if isinstance(one, str)]
    cut = severed(origin.statements, taken, sorted({(tie.left, tie.right) for tie in origin.ties}))
    to = local(field(request, "back"), to_origin(origin.id))
    if not cut.splits:
        return back(request, to, "Nothing was changed: mark at least one of its statements, and not all of them.")
    why = field(request, "why").strip()
    rulings = [ruling(request, "+".join(pair), "split", why=why) for pair in cut.splits]
    rulings += [ruling(request, "+".join(pair), "merge", why=why) for pair in cut.joins]
    entries = rule(request, rulings, seen=seen(request))
    return back(request, to, "Split off; the next update gives it an origin of its own.", undo=entries)


def joined(request: Request) -> Response:
    """Join an origin with another: both come from one place."""
    look = lookups(request)
    origin = _known(look, request)
    other = _found(look, field(request, "other").strip())
    to = local(field(request, "back"), to_origin(origin.id))
    if other is None or other.id == origin.id:
        return back(request, to, "Nothing was changed: name another origin of this case.")
    pair = "+".join(sorted((origin.statements[0], other.statements[0])))
    why = field(request, "why").strip()
    entries = rule(request, [ruling(request, pair, "merge", why=why)], seen=seen(request))
    name = capital(look.made.root(other))
    return back(request, to, f"Joined with {name}; the next update shows them as one.", undo=entries)


def noted(request: Request) -> Response:
    """Comment on an origin."""
    origin = _known(lookups(request), request)
    why = field(request, "why").strip()
    if not why:
        return back(request, to_origin(origin.id), "Nothing was written: the comment is empty.")
    entries = rule(request, [ruling(request, origin.id, "comment", why=why)], seen=seen(request))
    return back(request, to_origin(origin.id), "Written down.", undo=entries)


def _known(look: Lookups, request: Request) -> Origin:
    """The origin that a form is about."""
    origin = _found(look, request.path_params["id"])
    if origin is None:
        raise HTTPException(404, _UNKNOWN)
    return origin


ROUTES: Final = [
    Route("/origins", listed, methods=["GET"]),
    Route("/origins/map", drawn, methods=["GET"]),
    Route("/origins/{id}", shown, methods=["GET"]),
    Route("/origins/{id}/apart", apart, methods=["POST"]),
    Route("/origins/{id}/join", joined, methods=["POST"]),
    Route("/origins/{id}/comment", noted, methods=["POST"]),
]
