"""Amounts: each quantity with all that was said of it, every number in its context, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.app.desk.addresses import to_article, to_statement
from sayso.app.desk.listed import pager, query
from sayso.app.desk.shell import opened, page
from sayso.errors import StoreError
from sayso.model.prose import capital
from sayso.showing.amounts import CHANGES, ROLES
from sayso.showing.words import number
from sayso.store.repository import Repository

#: Quantities and single numbers of one page, mentions of a quantity that are shown at once.
ROWS, SINGLE, MENTIONS = 20, 60, 8
#: Code points on either side of a number that tell what it counts.
_AROUND: Final = 60
_PAGE: Final = 200


@dataclass(frozen=True, slots=True)
class Mention:
    """One number in its context: the words before and after, where it stands, who gives it, what became of it."""

    before: str
    text: str
    after: str
    to: str
    outlet: str
    said: str
    became: str


@dataclass(frozen=True, slots=True)
class Pile:
    """A quantity: what is counted, the range of all that was said, how it changed, its mentions, how many more."""

    id: str
    of: str
    spread: str
    grown: str
    mentions: tuple[Mention, ...]
    beside: tuple[Mention, ...]
    total: int


def listed(request: Request) -> Response:
    """All quantities, those with most mentions first; or every number that was found."""
    search, every = query(request, "search"), query(request, "which") == "numbers"
    with opened(request) as repository:
        size = SINGLE if every else ROWS
        turn = pager(request, size)
        kind = "number" if every else "amount"
        rows, total = repository.parts(kind, search=search or None, after=turn.after, limit=size)
        texts = Texts(repository)
        return page(
            request, "amounts.html", title="Amounts", search=search, every=every, turn=turn.of(total),
            piles=() if every else [_pile(one, texts, MENTIONS) for one in rows],
            numbers=[_mention(one, texts, {}) for one in rows] if every else (),
        )  # fmt: skip


def shown(request: Request) -> Response:
    """One quantity with all its mentions."""
    with opened(request) as repository:
        record = repository.part("amount", request.path_params["id"])
        if record is None:
            raise HTTPException(404, "No quantity of this case has this id as of the last update.")
        pile = _pile(record, Texts(repository), _PAGE)
        return page(request, "amount.html", title=pile.of, pile=pile)


class Texts:
    """The texts of articles, each fetched once."""

    def __init__(self, repository: Repository) -> None:
        """Nothing is fetched yet."""
        self._repository = repository
        self._held: dict[str, str] = {}

    def of(self, article: str) -> str:
        """The text of an article; empty where it is not there."""
        if article not in self._held:
            try:
                self._held[article] = self._repository.article(article).text
            except StoreError:
                self._held[article] = ""
        return self._held[article]


def _pile(record: Mapping[str, Any], texts: Texts, most: int) -> Pile:
    """A record of a quantity, laid out."""
    at = {(one["article"], tuple(one["span"])): one["text"] for one in (*record["mentions"], *record["beside"])}
    return Pile(
        record["id"],
        capital(record["of"]),
        _ends(record["low"], record["high"]),
        record["grown"] or "",
        tuple(_mention(one, texts, at) for one in record["mentions"][:most]),
        tuple(_mention(one, texts, at) for one in record["beside"][:most]),
        len(record["mentions"]),
    )


def _mention(one: Mapping[str, Any], texts: Texts, at: Mapping[Any, str]) -> Mention:
    """One number in its context."""
    text, (start, end) = texts.of(one["article"]), one["span"]
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after = text[end : end + _AROUND].partition("\n")[0]
    said = one.get("statement")
    return Mention(
        before if start <= _AROUND else before.partition(" ")[2] or before,
        one["text"],
        after.rpartition(" ")[0] or after,
        to_statement(said) if said else f"{to_article(one['article'])}?at={start}",
        one["outlet"] or "article",
        "" if said or "statement" not in one else "in the article's own words",
        _became(one, at),
    )


def _became(one: Mapping[str, Any], at: Mapping[Any, str]) -> str:
    """What became of a number since another mention, in words."""
    words = [ROLES[one["role"]]] if one.get("role", "total") != "total" else []
    changes: Sequence[Mapping[str, Any]] = one.get("changes", ())
    for change in changes:
        since = at.get((change["since"]["article"], tuple(change["since"]["span"])), "another number")
        if change["heading"]:
            words.append(f"heading; the text has “{change['words']}”")
        else:
            words.append(CHANGES[change["kind"]].format(words=change["words"], since=since))
    return "; ".join(dict.fromkeys(words))


def _ends(low: float | None, high: float | None) -> str:
    """A number, or a range of them."""
    if low is None and high is None:
        return ""
    if low is None or high is None or low == high:
        return number(high if low is None else low)
    return f"{number(low)} to {number(high)}" if low else f"up to {number(high)}"


ROUTES: Final = [
    Route("/amounts", listed, methods=["GET"]),
    Route("/amounts/{id}", shown, methods=["GET"]),
]
