"""What a person decides on a statement: each decision a form, checked, journaled, and shown back as it stands now.

Two answers to the same form. A browser without the script gets a whole page: the next statement, the statement's
own page, or the page of a conflict. The script of the review (header x-review) gets the statement as it stands with
the progress and what comes next; with 409 both sides of a conflict, with 422 what is wrong with what was given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, get_args
from urllib.parse import parse_qsl, urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.app.desk.addresses import to_statement
from sayso.app.desk.marking import located, told
from sayso.app.desk.queueing import Queue
from sayso.app.desk.review import by_script, context, following, queue_of
from sayso.app.desk.shell import OvertakenError, back, field, form, fragment, opened, person, rule, ruling, seen
from sayso.app.desk.standing import Standing, deed, look_up
from sayso.errors import SettingError
from sayso.model.keeping import Entry
from sayso.model.rulings import TOUCHES, Ruling, Verdict, subject
from sayso.model.rulingvalues import bounds, places, side, unreadable, voice, written
from sayso.model.span import cover
from sayso.model.stances import Lean

if TYPE_CHECKING:
    from sayso.store.repository import Repository

#: What is said once a ruling is journaled.
_SAID: Final[Mapping[str, str]] = {
    "accept": "Accepted",
    "reject": "Rejected",
    "span": "The span is set",
    "source": "The source is set",
    "certainty": "The certainty is set",
    "stance": "The stance is set",
    "lock": "Locked",
    "unlock": "Unlocked",
    "comment": "The comment stands",
}
#: Rulings after which the review goes on to the next statement.
_ADVANCES: Final = {"accept", "reject"}
#: How many journal entries are looked through at a time for a person's last ruling.
_STEP: Final = 500


def decide(request: Request) -> Response:
    """One ruling on one statement."""
    id_, verdict = request.path_params["id"], request.path_params["verdict"]
    if verdict not in _SAID:
        raise HTTPException(404)
    with opened(request) as repository:
        one = look_up(repository, id_, repository.stand().number)
        if one is None:
            raise HTTPException(404, "The case has no such statement; nothing was written.")
        try:
            made = _asked(request, one, verdict)
            entries = rule(request, [made], seen=seen(request))
        except OvertakenError as fault:
            if not by_script(request):
                raise
            return _overtaken(request, repository, id_, fault)
        except SettingError as fault:
            return _refused(request, repository, one, str(fault))
        return _went(request, repository, id_, entries)


def take_back(request: Request) -> Response:
    """The person's last ruling on a statement, undone; where there is none, that is said."""
    with opened(request) as repository:
        last = _last(repository, person(request), field(request, "here"))
        if last is None:
            return _nothing(request, repository)
        entries = rule(request, [ruling(request, last.ruling.id, "undo", why=field(request, "why"))], seen=None)
        id_ = subject(last.ruling)
        words = f"Taken back: {deed(last).what}"
        if not by_script(request):
            return back(request, _address(request, id_), f"{words}.", undo=entries)
        queue, made = _queue(request, repository)
        one = look_up(repository, id_, repository.stand().number)
        news = {"say": f"{words}. “{one.quote[:80]}”" if one else f"{words}.", "item": id_}
        values = {**context(request, queue, made), "items": [one] if one else [], "news": news}
        return fragment(request, "_items.html", ruled=True, **values)


# What a form asks for


def _asked(request: Request, one: Standing, verdict: str) -> Ruling:
    """The ruling that a form asks for; SettingError where its fields make none."""
    made = _MAKERS.get(verdict, _plain)(request, one, verdict)
    trouble = unreadable(made, len(one.article.text))
    if trouble:
        raise SettingError(f"This {trouble}")
    return made


def _plain(request: Request, one: Standing, verdict: str) -> Ruling:
    return ruling(request, one.id, _verdict(verdict), why=_why(request))


def _comment(request: Request, one: Standing, verdict: str) -> Ruling:
    if not _why(request):
        raise SettingError("The comment has no words.")
    return _plain(request, one, verdict)


def _span(request: Request, one: Standing, verdict: str) -> Ruling:
    """A new content: places, or words that stand near the old one; what the page showed there must stand there."""
    text, value = one.article.text, field(request, "places")
    typed = field(request, "words").strip()
    if typed and typed.split() != field(request, "words_were").split() and value == field(request, "places_were"):
        near = cover(one.places) if one.places else None
        if near is None:
            raise SettingError("The statement has no place in the text; give the places as numbers.")
        found: tuple[Any, ...] | None = (located(text, typed, near),)
    else:
        found = places(value.replace("–", "-").replace(",", " "), len(text))
    if not found:
        raise SettingError(f"These are no places of the text, which has {len(text)} characters: {value[:80]}")
    slices = "\n".join(span.of(text) for span in found)
    if not slices.strip():
        raise SettingError("There is nothing but white space there.")
    quote = field(request, "quote")
    if quote and told(slices) != quote:
        raise SettingError(
            "The words there are not those that were selected; nothing was written. Reload the page."
        )
    return ruling(request, one.id, _verdict(verdict), value=written(found), why=_why(request))


def _source(request: Request, one: Standing, verdict: str) -> Ruling:
    """A name, at its place where words of the text were chosen."""
    name = " ".join(field(request, "source").split())
    place = places(field(request, "place"), len(one.article.text))
    value = f"{name} @{written(place[:1])}" if place and name else name
    if voice(value, len(one.article.text)) is None:
        raise SettingError("A source has a name: type one, or select its words in the text.")
    return ruling(request, one.id, _verdict(verdict), value=value, why=_why(request))


def _certainty(request: Request, one: Standing, verdict: str) -> Ruling:
    """A term of the yardstick, or bounds of the person's own in hundredths."""
    value = field(request, "value")
    if not value:
        try:
            low, high = (float(field(request, end).replace(",", ".")) for end in ("low", "high"))
        except ValueError:
            raise SettingError("A certainty has two bounds between 0 and 100.") from None
        value = f"{low / 100:.4g}-{high / 100:.4g}"
    if bounds(value) is None:
        raise SettingError("A certainty has two bounds between 0 and 100, the lower one first.")
    return ruling(request, one.id, _verdict(verdict), value=value, why=_why(request))


def _stance(request: Request, one: Standing, verdict: str) -> Ruling:
    """A lean on one hypothesis, with its strength where it has one."""
    lean, about = field(request, "lean"), field(request, "hypothesis") or one.hypotheses[0][0]
    if lean not in get_args(Lean) or about not in {id_ for id_, _ in one.hypotheses}:
        raise SettingError("A stance is for, against, open or unrelated, on one of the hypotheses.")
    try:
        size = float(field(request, "strength", "0.8").replace(",", ".") or 0.8)
    except ValueError:
        raise SettingError("A strength is a number between 0 and 1.") from None
    if not 0 <= size <= 1:
        raise SettingError("A strength is a number between 0 and 1.")
    value = f"{lean} {0 if lean in {'open', 'unrelated'} else round(size, 2):g}"
    if side(value) is None:
        raise SettingError("A strength is a number between 0 and 1.")
    return ruling(request, f"{one.id}@{about}", _verdict(verdict), value=value, why=_why(request))


_MAKERS: Final[Mapping[str, Callable[[Request, Standing, str], Ruling]]] = {
    "span": _span,
    "source": _source,
    "certainty": _certainty,
    "stance": _stance,
    "comment": _comment,
}


def _verdict(name: str) -> Verdict:
    """A verdict by its name, which the address gave and `_SAID` knows."""
    return next(one for one in get_args(Verdict) if one == name)


def _why(request: Request) -> str:
    """Why, on lines as it was written, at most a page."""
    return field(request, "why").strip().replace("\r\n", "\n")[:4000]


# What comes back


def _went(request: Request, repository: Repository, id_: str, entries: Sequence[Entry]) -> Response:
    """The answer to a ruling that is journaled."""
    verdict = entries[0].ruling.verdict
    if not by_script(request):
        return back(request, _on(request, repository, id_, verdict), f"{_SAID[verdict]}.", undo=entries)
    one = look_up(repository, id_, entries[-1].number)
    assert one is not None  # noqa: S101 - it was there before the ruling, and rulings take nothing away
    queue, made = _queue(request, repository)
    more = following(repository, queue, field(request, "tail") or id_, 2) if queue and _wants_more(request) else []
    news = {"say": _told(one, verdict), "entry": str(entries[0].number)}
    values = {**context(request, queue, made), "items": [one, *more], "news": news}
    return fragment(request, "_items.html", ruled=True, **values)


def _told(one: Standing, verdict: str) -> str:
    """What is said of a ruling: what it did, and the words it is about; for a span, the words it has now."""
    return f"{_SAID[verdict]}: “{one.quote[:90]}{'…' if len(one.quote) > 90 else ''}”"


def _wants_more(request: Request) -> bool:
    """Whether the page has a queue to fill."""
    return bool(field(request, "tail"))


def _overtaken(request: Request, repository: Repository, id_: str, fault: OvertakenError) -> Response:
    """Both sides of a conflict, in the statement as it stands now."""
    number = repository.stand().number
    one = look_up(repository, id_, number)
    assert one is not None  # noqa: S101 - as above
    theirs = [deed(entry) for entry in one.entries if entry.number > fault.seen]
    mine = [deed(Entry(0, each)) for each in fault.rulings]
    given = [(key, value) for key, value in _fields(request) if key not in {"pledge", "seen", "tail"}]
    conflict = {"theirs": theirs, "mine": mine, "again": given, "to": request.url.path}
    queue, made = _queue(request, repository)
    who = theirs[-1].by if theirs else "Somebody"
    news = {"say": f"{who} ruled on the same in the meantime. Yours was not written."}
    values = {**context(request, queue, made), "items": [one], "news": news, "conflict": conflict}
    return fragment(request, "_items.html", status=409, **values)


def _refused(request: Request, repository: Repository, one: Standing, why: str) -> Response:
    """What is wrong with what was given; nothing was written."""
    if not by_script(request):
        raise HTTPException(422, f"Nothing was written. {why}")
    queue, made = _queue(request, repository)
    news = {"say": f"Not saved. {why}"}
    values = {**context(request, queue, made), "items": [one], "news": news, "trouble": why}
    return fragment(request, "_items.html", status=422, **values)


def _nothing(request: Request, repository: Repository) -> Response:
    """The answer where there is nothing to take back."""
    words = "You have no ruling that could be taken back."
    if not by_script(request):
        return back(request, _address(request, field(request, "here")), words)
    queue, made = _queue(request, repository)
    return fragment(
        request, "_items.html", **{**context(request, queue, made), "items": [], "news": {"say": words}}
    )


def _last(repository: Repository, name: str, about: str) -> Entry | None:
    """The last ruling on a statement that a person made and nobody took back; `about` narrows it to one."""
    if about:
        return _own(repository.journal(about=about), name)
    number = repository.stand().number
    while number > 0:
        found = _own(repository.journal(after=max(0, number - _STEP), limit=_STEP), name)
        if found is not None:
            return found
        number -= _STEP
    return None


def _own(entries: Sequence[Entry], name: str) -> Entry | None:
    """The last of `entries` that a person can take back."""
    verdicts = TOUCHES | {"unlock", "comment"}
    for entry in reversed(entries):
        made = entry.ruling
        if made.by == name and made.verdict in verdicts and entry.undone is None and made.target.startswith("s-"):
            return entry
    return None


def _queue(request: Request, repository: Repository) -> tuple[Queue | None, Any]:
    """The queue that a form was sent from, None from a statement's own page, and its filters."""
    given = dict(parse_qsl(field(request, "queue")))
    found, made = queue_of(request, given, repository)
    return (None if field(request, "here") else found), made


def _on(request: Request, repository: Repository, id_: str, verdict: str) -> str:
    """Where a page without the script goes on: to the next statement of the queue, or stays."""
    queue, made = _queue(request, repository)
    if queue is None or verdict not in _ADVANCES:
        return _address(request, id_)
    following_id = next(queue.after(id_), None)
    return f"/review?{made.query(item=following_id)}" if following_id else f"/review?{made.query(ended='1')}"


def _address(request: Request, id_: str) -> str:
    """The page that a form was sent from, at a statement."""
    if field(request, "here"):
        return to_statement(field(request, "here"))
    query = [*parse_qsl(field(request, "queue")), *([("item", id_)] if id_ else [])]
    return f"/review?{urlencode(query)}"


def _fields(request: Request) -> list[tuple[str, str]]:
    """The fields of a form that are text."""
    return [(key, value) for key, value in form(request).multi_items() if isinstance(value, str)]


ROUTES = [
    Route("/statements/{id}/{verdict}", decide, methods=["POST"]),
    Route("/review/undo", take_back, methods=["POST"]),
]
