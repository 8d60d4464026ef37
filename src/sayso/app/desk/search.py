"""Search: one box over what was said and over the texts of the articles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.app.desk.shell import opened, page
from sayso.model.keeping import Line, Wanted
from sayso.model.prose import shortened
from sayso.showing.escapes import visible

#: Hits shown of each kind, and the longest search.
STATEMENTS: Final = 20
ARTICLES: Final = 10
LONGEST: Final = 300
_WORD: Final = re.compile(r"\w+")
_OPEN, _CLOSE = "\x02", "\x03"


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that was found, its words with the hits marked."""

    line: Line
    words: Markup


@dataclass(frozen=True, slots=True)
class Text:
    """An article that was found, with a piece of its text, hits marked."""

    id: str
    title: str
    about: str
    snippet: Markup


def search(request: Request) -> Response:
    """What was found, in one page."""
    query = " ".join(request.query_params.get("q", "").split())[:LONGEST]
    hits: list[Hit] = []
    texts: list[Text] = []
    total = 0
    with opened(request) as repository:
        if query:
            found = repository.lines(Wanted(search=query, order="rank", limit=STATEMENTS), counts=False)
            total = found.total
            hits = [Hit(line, marked(shortened(line.words, 400), query)) for line in found.rows]
            items = {item.id: item for item in repository.articles()}
            for id_, snippet in repository.search_articles(query, limit=ARTICLES):
                item = items.get(id_)
                about = ", ".join(part for part in (item.outlet, item.earliest) if part) if item else ""
                texts.append(Text(id_, (item.title or item.path) if item else id_, about, framed(snippet)))
        return page(
            request, "search.html", title=f"Search: {query}" if query else "Search",
            query=query, hits=hits, total=total, texts=texts, most=ARTICLES,
        )  # fmt: skip


def marked(text: str, query: str) -> Markup:
    """`text` as HTML, with each word of `query` (the last also as a beginning) marked where it stands."""
    words = [word.casefold() for word in _WORD.findall(query)]
    if not words:
        return escape(visible(text))
    out, end = Markup(), 0
    for found in _WORD.finditer(text):
        word = found[0].casefold()
        if word in words or word.startswith(words[-1]):
            out += escape(visible(text[end : found.start()])) + _hit(found[0])
            end = found.end()
    return out + escape(visible(text[end:]))


def framed(snippet: str) -> Markup:
    """A snippet as HTML: what stands between the signs of a hit is marked, all else is text."""
    out = Markup()
    for number, piece in enumerate(snippet.split(_OPEN)):
        inside, closing, after = piece.partition(_CLOSE)
        if not (number and closing):  # before the first hit, or an opening sign without its closing one
            inside, after = "", piece
        out += (_hit(inside) if inside else Markup()) + escape(visible(_flat(after)))
    return out


def _hit(words: str) -> Markup:
    return Markup('<mark class="hit">{}</mark>').format(visible(words))


def _flat(text: str) -> str:
    """`text` on one line."""
    return re.sub(r"\s+", " ", text)


ROUTES = [Route("/search", search, methods=["GET"])]
