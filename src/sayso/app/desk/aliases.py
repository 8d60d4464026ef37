"""Pairs of sources that may be one: a queue to be worked through by keyboard, each pair with its reasons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sayso.app.desk.addresses import local
from sayso.app.desk.deeds import Telling
from sayso.app.desk.ledger import ledger
from sayso.app.desk.listed import pager
from sayso.app.desk.lookups import Lookups, lookups
from sayso.app.desk.pairs import Pair, verdict, waiting
from sayso.app.desk.shell import Keys, back, by_htmx, field, fragment, opened, page, rule, ruling, say, seen
from sayso.errors import SettingError
from sayso.model.keeping import Line, Wanted
from sayso.model.rulings import Verdict
from sayso.model.sources import Source

#: Statements shown of each side, articles named of each, and rows of the list.
_SAID, _ARTICLES, _ROWS = 3, 5, 50
_VERDICTS: Final[dict[str, tuple[Verdict, str]]] = {
    "one": ("merge", "One: the next update shows them as one source."),
    "two": ("split", "Two: they stay apart."),
}


def to_pair(id_: str) -> str:
    """The address of a pair."""
    return f"/sources/pairs/{quote(id_, safe='+')}"


def listed(request: Request) -> Response:
    """All pairs: those that wait, then those on which somebody has ruled."""
    with opened(request) as repository:
        look, known = lookups(request), ledger(request)
        found, joined = look.pairs
        every = [(pair, verdict(pair, known)) for pair in (*found, *joined)]
        rows = sorted(every, key=lambda one: one[1] is not None)
        turn = pager(request, _ROWS)
        held = rows[turn.after : turn.after + _ROWS]
        entries = {one.number: one for _, one in held if one}
        told = dict(zip(entries, Telling(repository).deeds(entries.values()), strict=True))
        return page(
            request, "pairs.html", title="Names that may be one source", to_pair=to_pair,
            rows=[(pair, told[entry.number] if entry else None) for pair, entry in held],
            open=sum(entry is None for _, entry in every), turn=turn.of(len(rows)),
        )  # fmt: skip


def first(request: Request) -> Response:
    """The first pair that waits, or the list where none does."""
    left = waiting(lookups(request).pairs[0], ledger(request))
    return RedirectResponse(to_pair(left[0].id) if left else "/sources/pairs", status_code=303)


def shown(request: Request) -> Response:
    """One pair, side by side."""
    look = lookups(request)
    pair = look.pair.get(request.path_params["id"])
    if pair is None:
        raise HTTPException(404, "No pair of sources has this id as of the last update.")
    return _answer(request, look, pair)


def _answer(request: Request, look: Lookups, pair: Pair, *, ruled: bool = False) -> Response:
    """A pair as a page, or as the part of it that changes."""
    known = ledger(request)
    left = waiting(look.pairs[0], known)
    place, before, after = _around(look.pairs[0], left, pair)
    entry = verdict(pair, known)
    with opened(request) as repository:
        ends = zip((pair.left, pair.right), pair.names, strict=True)
        values: dict[str, Any] = {
            "pair": pair,
            "href": look.href,
            "to_pair": to_pair,
            "left": len(left),
            "place": place,
            "before": before,
            "next": after,
            "sides": [_side(request, look, one, name) for one, name in ends],
            "entry": Telling(repository).deeds([entry])[0] if entry else None,
            "notes": Telling(repository).deeds(known.about([pair.id], "merge", "split", "comment")[::-1]),
        }
        if by_htmx(request):
            part = fragment(request, "_pair.html", ruled=ruled, **values)
            part.headers["HX-Push-Url"] = to_pair(pair.id)
            return part
        return page(request, "pair.html", title="Are they one?", **values)


def _around(found: Sequence[Pair], left: Sequence[Pair], pair: Pair) -> tuple[int, str | None, str | None]:
    """How many pairs that wait stand before one, and the addresses of those that wait before and after it."""
    order = {one.id: at for at, one in enumerate(found)}
    here = order.get(pair.id, len(found))
    earlier = [one for one in left if order[one.id] < here]
    later = [one for one in left if order[one.id] > here]
    return (
        len(earlier) + 1,
        to_pair(earlier[-1].id) if earlier else None,
        to_pair(later[0].id) if later else to_pair(earlier[0].id) if earlier else None,
    )


def _side(request: Request, look: Lookups, source: Source, name: str) -> dict[str, object]:
    """One of the two: the source, what it is called, where it stands, what it said."""
    with opened(request) as repository:
        said = repository.lines(Wanted(source=source.id, order="effect", limit=_SAID), counts=False)
    rows: tuple[Line, ...] = said.rows
    articles = dict.fromkeys(ref.article for ref in source.mentions)
    return {
        "source": source,
        "name": name,
        "said": rows,
        "total": said.total,
        "articles": [look.made.article(id_) for id_ in list(articles)[:_ARTICLES]],
        "more": max(0, len(articles) - _ARTICLES),
        "offices": list(dict.fromkeys(role.text for role in source.roles))[:_ARTICLES],
    }


def decided(request: Request) -> Response:
    """Rule on a pair: one or two; or a comment on it. By keyboard the answer is the next pair that waits."""
    look = lookups(request)
    pair = look.pair.get(request.path_params["id"])
    if pair is None:
        raise HTTPException(404, "No pair of sources has this id as of the last update.")
    why, told = field(request, "why").strip(), field(request, "verdict")
    if told == "note" and why:
        entries = rule(request, [ruling(request, pair.id, "comment", why=why)], seen=seen(request))
        return back(request, to_pair(pair.id), "Written down.", undo=entries)
    if told not in _VERDICTS:
        raise SettingError("a pair is one or two, or gets a comment that says something")
    verb, words = _VERDICTS[told]
    entries = rule(request, [ruling(request, pair.id, verb, why=why)], seen=seen(request))
    text = f"{pair.names[0]} and {pair.names[1]}: {words}"
    if not by_htmx(request):
        return back(request, local(field(request, "back"), "/sources/pairs/next"), text, undo=entries)
    say(request, text, undo=entries)
    left = waiting(look.pairs[0], ledger(request))
    order = {one.id: at for at, one in enumerate(look.pairs[0])}
    later = [one for one in left if order[one.id] > order.get(pair.id, -1)]
    following = (later or left or [pair])[0]
    return _answer(request, look, following, ruled=True)


ROUTES: Final = [
    Route("/sources/pairs", listed, methods=["GET"]),
    Route("/sources/pairs/next", first, methods=["GET"]),
    Route("/sources/pairs/{id}", shown, methods=["GET"]),
    Route("/sources/pairs/{id}", decided, methods=["POST"]),
]
KEYS: Final[Keys] = (
    ("j", "next pair of names that may be one source"),
    ("k", "the one before"),
    ("a", "they are one"),
    ("x", "they are two"),
    ("c", "say why, or comment"),
    ("u", "undo the last ruling"),
)
