"""The articles of a case: found by words, left out and taken back, their dates put right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.app.desk.addresses import local, to_article
from sayso.app.desk.deeds import Telling
from sayso.app.desk.ledger import ledger
from sayso.app.desk.listed import pager, query
from sayso.app.desk.shell import back, field, opened, page, rule, ruling, seen
from sayso.errors import SettingError
from sayso.model.keeping import Item
from sayso.model.prose import days
from sayso.model.times import Interval

#: Rows of a list, and articles that a search of their texts finds at most.
ROWS, FOUND = 40, 500
#: Which articles a list shows, in words.
WHICH: Final[dict[str, tuple[str, Callable[[Item], bool]]]] = {
    "": ("all", lambda _: True),
    "in": ("in the case", lambda one: not one.left),
    "left": ("left out", lambda one: one.left),
    "undated": ("without a day", lambda one: not (one.earliest or one.latest)),
    "vague": ("with a stretch of days", lambda one: one.earliest != one.latest),
    "unread": ("not read yet", lambda one: one.reading is None),
}


def listed(request: Request) -> Response:
    """All articles by day, the undated last; by words of their titles, outlets and texts."""
    search, which = query(request, "search"), query(request, "which")
    chosen = WHICH.get(which, WHICH[""])[1]
    with opened(request) as repository:
        items = repository.articles()
        hits = dict(repository.search_articles(search, FOUND)) if search else {}
        kept = [one for one in items if chosen(one) and (not search or one.id in hits or _named(one, search))]
        kept.sort(key=lambda one: (one.latest or one.earliest or "~", one.title or one.path, one.id))
        turn = pager(request, ROWS).of(len(kept))
        known, telling = ledger(request), Telling(repository)
        rows = []
        for one in kept[turn.after : turn.after + ROWS]:
            entries = known.about([one.id], "date", "add", "leave")[1:]  # the first entry added it
            rows.append((one, _when(one), telling.deeds(entries[::-1])))
        sizes = [(name, words, sum(map(test, items))) for name, (words, test) in WHICH.items()]
        return page(
            request, "belonging.html", title="Articles", rows=rows, search=search, which=which, turn=turn,
            sizes=[one for one in sizes if one[2] or not one[0]],
            hits={id_: _cut(told) for id_, told in hits.items()},
        )  # fmt: skip


def _named(one: Item, search: str) -> bool:
    """Whether all words of a search stand in an article's title, outlet or path."""
    told = f"{one.title or ''} {one.outlet or ''} {one.path}".casefold()
    return all(word in told for word in search.casefold().split())


def _cut(snippet: str) -> list[tuple[str, bool]]:
    """A snippet as pieces, each with whether it is a hit."""
    out: list[tuple[str, bool]] = []
    for piece in snippet.replace("\x03", "\x02\x03").split("\x02"):
        hit = not piece.startswith("\x03") and bool(out)
        out.append((piece.removeprefix("\x03"), hit))
    return out


def _when(one: Item) -> str:
    """The days of an article in words."""
    first, last = (date.fromisoformat(told) if told else None for told in (one.earliest, one.latest))
    return days(Interval(first, last)) if first or last else "day not known"


def _item(request: Request) -> Item:
    """The article that a form is about."""
    with opened(request) as repository:
        found = next((one for one in repository.articles() if one.id == request.path_params["id"]), None)
    if found is None:
        raise HTTPException(404, "The case has no such article.")
    return found


def belongs(request: Request) -> Response:
    """Leave an article out, or take it back."""
    item, verdict = _item(request), field(request, "verdict")
    to = local(field(request, "back"), "/articles")
    if verdict not in {"leave", "add"}:
        raise SettingError("an article is left out or taken back")
    if item.left == (verdict == "leave"):
        return back(request, to, "It was so already; nothing was changed.")
    why = field(request, "why").strip()
    made = ruling(request, item.id, "leave" if verdict == "leave" else "add", why=why)
    entries = rule(request, [made], seen=seen(request))
    told = "Left out: the next update does without it." if verdict == "leave" else "Taken back into the case."
    return back(request, to, told, undo=entries)


def dated(request: Request) -> Response:
    """Put an article's date right: a day, or a stretch of days."""
    item = _item(request)
    first = _day(field(request, "earliest"))
    last = _day(field(request, "latest")) if field(request, "latest").strip() else first
    if first > last:
        raise SettingError(f"{first} is after {last}; give a first day that is not after the last")
    value = first if first == last else f"{first}/{last}"
    made = ruling(request, item.id, "date", value=value, why=field(request, "why").strip())
    entries = rule(request, [made], seen=seen(request))
    to = local(field(request, "back"), to_article(item.id))
    return back(request, to, f"Dated {value}; the next update reads its times by it.", undo=entries)


def _day(told: str) -> str:
    """A day of a form in ISO form."""
    try:
        return date.fromisoformat(told.strip()).isoformat()
    except ValueError:
        raise SettingError(f"“{told[:40]}” is no day; give it as YYYY-MM-DD, such as 2031-05-03") from None


ROUTES: Final = [
    Route("/articles", listed, methods=["GET"]),
    Route("/articles/{id}/belongs", belongs, methods=["POST"]),
    Route("/articles/{id}/date", dated, methods=["POST"]),
]
