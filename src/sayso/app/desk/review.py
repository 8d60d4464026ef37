"""The review: one statement at a time beside its text, those first that move the answer most, by keyboard.

The page works as plain forms. The script of the page asks for parts instead (header x-review): the items that come
next, and after each ruling the statement as it stands now with the progress and what follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sayso.app.desk.filtering import NAMES, Filters, chips, filters, spoken
from sayso.app.desk.queueing import Queue, Queues
from sayso.app.desk.shell import Keys, desk_of, fragment, opened, page
from sayso.app.desk.standing import Standing, look_up
from sayso.lang.en.yardsticks import YARDSTICKS
from sayso.model.case import Page
from sayso.model.span import Span
from sayso.weighing.likelihood import DEFAULT_YARDSTICK

if TYPE_CHECKING:
    from sayso.store.repository import Repository

KEYS: Keys = (
    ("j", "next statement, without a ruling"),
    ("k", "the one before"),
    ("a", "accept it"),
    ("x", "reject it"),
    ("e", "mend its span: select words, or move the ends by arrow keys; Enter saves, Esc leaves"),
    ("s", "set its source: type a name, or select words of the text"),
    ("t", "set its stance: then s for it, d against it, o leaves it open, u says nothing on it"),
    ("c", "set its certainty: then 1 to 7"),
    ("l", "lock it, or unlock it"),
    ("m", "comment on it"),
    ("w", "write why, for the next ruling"),
    ("u", "take back your last ruling"),
    ("Enter", "open its page"),
    ("y, n", "after a conflict: yours on top, or leave theirs"),
)

#: Items that one answer brings.
_AHEAD: Final = 4
_SUGGESTED: Final = 8


def queues(request: Request) -> Queues:
    """The queues of the desk."""
    state = request.app.state
    if not hasattr(state, "queues"):
        state.queues = Queues()
    found: Queues = state.queues
    return found


def by_script(request: Request) -> bool:
    """Whether the page's script wants a part of it."""
    return request.headers.get("x-review") == "1"


def review(request: Request) -> Response:
    """The queue with one statement: that of the address, else the first that is not reviewed."""
    made = filters(request.query_params)
    with opened(request) as repository:
        number = repository.stand().number
        queue = queues(request).queue(repository, made)
        wanted = request.query_params.get("item")
        id_ = wanted or next(queue.after(None), None)
        if id_ is not None and not wanted and not by_script(request):
            return RedirectResponse(f"/review?{_with(made, item=id_)}", status_code=303)
        one = look_up(repository, id_, number) if id_ else None
        if id_ and one is None:
            raise HTTPException(404, "This statement is no longer in the case. Begin the review anew.")
        values = {**context(request, queue, made), "items": [one] if one else []}
        if by_script(request):
            return fragment(request, "_items.html", **values)
        values |= {
            "one": one,
            "chips": chips(made, spoken(repository.lines(made.wanted(limit=1)), [one.line] if one else ())),
            "before": queue.before(one.id) if one else None,
            "next": next(queue.after(one.id), None) if one else None,
            "first": next(queue.after(None), None),
        }
        return page(request, "review.html", title="Review", **values)


def coming(request: Request) -> Response:
    """The items that come after one."""
    made = filters(request.query_params)
    with opened(request) as repository:
        queue = queues(request).queue(repository, made)
        items = following(repository, queue, request.query_params.get("after"))
        return fragment(request, "_items.html", **context(request, queue, made), items=items)


def names(request: Request) -> Response:
    """Sources that a few letters may mean: those of the article first, then those of the case."""
    typed = " ".join(request.query_params.get("q", "").split())[:120]
    with opened(request) as repository:
        line = repository.line(request.query_params.get("item", ""))
        near = _of_article(repository.page(line.article), typed) if line else []
        records, _ = repository.parts("source", search=typed, limit=_SUGGESTED) if typed else ((), 0)
        known = {name for name, *_ in near}
        far = [(str(one["name"]), "", "") for one in records if str(one["name"]) not in known]
        return fragment(request, "_names.html", names=[*near, *far][:_SUGGESTED])


def following(repository: Repository, queue: Queue, after: str | None, count: int = _AHEAD) -> list[Standing]:
    """The next statements of a queue as they stand."""
    number = repository.stand().number
    out: list[Standing] = []
    for id_ in queue.after(after):
        one = look_up(repository, id_, number)
        if one is not None:
            out.append(one)
        if len(out) == count:
            break
    return out


def context(request: Request, queue: Queue | None, made: Filters) -> dict[str, Any]:
    """What the templates of items need."""
    return {
        "queue": made.query() if queue else None,
        "progress": queue.progress() if queue else None,
        "terms": YARDSTICKS[DEFAULT_YARDSTICK],
        "news": {},
        "conflict": None,
        "trouble": "",
        "desk_name": desk_of(request).name,
    }


def queue_of(request: Request, given: Mapping[str, str], repository: Repository) -> tuple[Queue, Filters]:
    """The queue that a form was sent from."""
    made = filters({name: given.get(name, "") for name in (*NAMES, "order")})
    return queues(request).queue(repository, made), made


def _with(made: Filters, **more: str) -> str:
    """The query of a queue with the item it stands at."""
    return made.query(**more)


def _of_article(read: Page, typed: str) -> list[tuple[str, str, str]]:
    """The sources of an article that fit what was typed: name, place of its first mention, other names."""
    wanted = typed.casefold()
    out = []
    for source in read.sources:
        every = (source.name, *source.aliases)
        if any(wanted in name.casefold() for name in every):
            out.append((source.name, _first(read, source.name, (ref.span for ref in source.mentions)), source.kind))
    return sorted(out, key=lambda one: (not one[0].casefold().startswith(wanted), one[0].casefold()))


def _first(read: Page, name: str, spans: Iterable[Span]) -> str:
    """The first place that has a source's whole name, as a ruling writes it; empty where none has."""
    text = read.article.text
    found = next((span for span in spans if " ".join(span.of(text).split()) == name), None)
    return f"{found.start}-{found.end}" if found else ""


ROUTES = [
    Route("/review", review),
    Route("/review/next", coming),
    Route("/review/names", names),
]
