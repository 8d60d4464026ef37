"""What a saved page says of itself: title, byline, outlet, address, language and dates, each with where it stands.

Order of trust within a page: structured data of an article (JSON-LD), meta properties made for sharing, other meta
names, elements with a stated meaning (<time datetime>, rel=canonical, <h1>), and last the wording (<title>, a
"By …" line; htmldate for the date).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from sayso.model.article import Candidate

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Newspaper)$")
_LARGEST = 500_000  # code points of one block of structured data
_MOST = 40  # blocks of structured data, and objects in one of them
_VALUE = 500  # code points of a value
#: (field, attribute value, whether it is a `property`), in order of trust within the field.
_META: tuple[tuple[str, str], ...] = (
    ("title", "og:title"), ("title", "twitter:title"), ("title", "dc.title"), ("title", "parsely-title"),
    ("byline", "author"), ("byline", "article:author"), ("byline", "dc.creator"), ("byline", "parsely-author"),
    ("byline", "byl"), ("byline", "sailthru.author"),
    ("outlet", "og:site_name"), ("outlet", "application-name"), ("outlet", "dc.publisher"), ("outlet", "publisher"),
    ("url", "og:url"),
    ("published", "article:published_time"), ("published", "og:article:published_time"),
    ("published", "og:published_time"), ("published", "parsely-pub-date"), ("published", "datepublished"),
    ("published", "date"), ("published", "pubdate"), ("published", "publishdate"), ("published", "publish-date"),
    ("published", "dc.date"), ("published", "dc.date.issued"), ("published", "dcterms.created"),
    ("published", "sailthru.date"), ("published", "article.published"),
    ("modified", "article:modified_time"), ("modified", "og:updated_time"), ("modified", "last-modified"),
    ("description", "og:description"), ("description", "description"), ("description", "twitter:description"),
    ("language", "og:locale"), ("language", "content-language"),
)  # fmt: skip
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{1,6}\)(\S{1,2000}) -->")
_BY = re.compile(r"^(?:by|written by|words by)\s+", re.IGNORECASE)


def stated(root: HtmlElement, source: str) -> tuple[Candidate, ...]:
    """All values the page states, most trusted first within each field; none is marked as chosen yet."""
    found: list[Candidate] = []
    for candidate in islice(_all(root, source), 400):
        value = " ".join(candidate.value.split())[:_VALUE]
        if candidate.field == "byline":
            value = _BY.sub("", value)
            if value.startswith(("http://", "https://", "@")):
                continue
        if candidate.field == "url" and not value.startswith(("http://", "https://")):
            continue
        made = Candidate(candidate.field, value, candidate.where)
        if value and made not in found:
            found.append(made)
    return (*found, *_host(found))


def _all(root: HtmlElement, source: str) -> Iterator[Candidate]:
    """Every value of the page, in order of trust."""
    yield from _structured(root)
    yield from _metas(root)
    yield from _elements(root)
    saved = _SAVED_FROM.search(source, 0, 5000)
    if saved:
        yield Candidate("url", saved.group(1), "comment: saved from url")


# ---- JSON-LD


def _structured(root: HtmlElement) -> Iterator[Candidate]:
    """What the page's JSON-LD says of the article."""
    for script in islice(root.iter("script"), 2000):
        if "ld+json" not in (script.get("type") or ""):
            continue
        source = (script.text or "").strip()
        if not source or len(source) > _LARGEST:
            continue
        try:
            loaded = json.loads(source, strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(loaded):
            yield from _about(thing)


def _things(loaded: object) -> Iterator[dict[str, Any]]:
    """The articles among the objects of one block of JSON-LD."""
    queue: list[object] = [loaded]
    seen = 0
    while queue and seen < _MOST:
        thing = queue.pop(0)
        seen += 1
        if isinstance(thing, list):
            queue += thing[:_MOST]
        elif isinstance(thing, dict):
            kinds = thing.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and _ARTICLE.search(name) for name in names):
                yield thing
            queue += [thing[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in thing]


def _about(thing: dict[str, Any]) -> Iterator[Candidate]:
    """The values of one article object."""
    kind = thing.get("@type")
    where = f"JSON-LD {kind if isinstance(kind, str) else 'article'}"
    page = thing.get("mainEntityOfPage")
    values = (
        ("title", "headline", _named(thing.get("headline"))),
        ("byline", "author", _named(thing.get("author"))),
        ("outlet", "publisher", _named(thing.get("publisher"))),
        ("url", "url", _named(thing.get("url"))),
        ("url", "mainEntityOfPage", _named(page.get("@id") if isinstance(page, dict) else page)),
        ("published", "datePublished", _named(thing.get("datePublished"))),
        ("modified", "dateModified", _named(thing.get("dateModified"))),
        ("description", "description", _named(thing.get("description"))),
        ("language", "inLanguage", _named(thing.get("inLanguage"))),
    )
    for field, name, value in values:
        if value:
            yield Candidate(field, value, f"{where}, {name}")


def _named(value: object) -> str:
    """A value, the name of an object, or the names of several, as one line."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        name = value.get("name")
        return _named(name) if isinstance(name, str | list) else ""
    if isinstance(value, list):
        names = [_named(one) for one in value[:10] if isinstance(one, str | dict)]
        return ", ".join(dict.fromkeys(name for name in names if name))
    return ""


# ---- meta and other elements


def _metas(root: HtmlElement) -> Iterator[Candidate]:
    """What <meta> elements say, by the order of _META."""
    contents: dict[str, tuple[str, str]] = {}
    for meta in islice(root.iter("meta"), 2000):
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (meta.get(attribute) or "").strip().lower()
            if name and meta.get("content"):
                contents.setdefault(name, (meta.get("content"), f"meta {attribute} {name[:60]}"))
    for field, name in _META:
        if name in contents:
            value, where = contents[name]
            yield Candidate(field, value, where)


def _elements(root: HtmlElement) -> Iterator[Candidate]:
    """What elements with a stated meaning say."""
    for link in islice(root.iter("link"), 2000):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            yield Candidate("url", link.get("href"), "link rel=canonical")
    for time in islice(root.iter("time"), 50):
        if time.get("datetime"):
            modified = "modif" in f"{time.get('itemprop') or ''} {time.get('class') or ''}".lower()
            yield Candidate("modified" if modified else "published", time.get("datetime"), "element time")
    yield from _titles(root)
    for element in islice(root.iter("a", "span", "p", "div", "address"), 20_000):
        if element.get("rel") == "author" or element.get("itemprop") == "author":
            yield Candidate("byline", _words(element), "element with rel or itemprop author")
        elif "byline" in (element.get("class") or "").lower().replace("-", " ").replace("_", " ").split():
            yield Candidate("byline", _words(element), "element with class byline")
    page = root.getroottree().getroot()
    language = page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or page.get("xml:lang")
    if language:
        yield Candidate("language", language, "attribute lang of html")


def _titles(root: HtmlElement) -> Iterator[Candidate]:
    """What headings and <title> say: the title, and after it the outlet ("A title | The Outlet")."""
    headings = [_words(heading) for heading in islice(root.iter("h1"), 3)]
    for words in headings:
        yield Candidate("title", words, "element h1")
    for heading in islice(root.iter("h2", "h3"), 50):
        if re.search(r"(?:^|[-_ ])(?:title|headline)(?:$|[-_ ])", (heading.get("class") or "").lower()):
            yield Candidate("title", _words(heading), "heading with class title")
            break
    for title in islice(root.iter("title"), 1):
        words = _words(title)
        yield Candidate("title", words, "element title")
        after = next((words[len(one) :] for one in headings if one and words.startswith(one)), "")
        outlet = re.fullmatch(r" [|–—•·-] ([^|–—•·]{2,60})", after)
        if outlet:
            yield Candidate("outlet", outlet.group(1), "element title, after the title")


def _host(found: list[Candidate]) -> Iterator[Candidate]:
    """The host of the page's address as a last word on the outlet."""
    for one in found:
        host = re.match(r"https?://(?:www\.)?([\w.-]{3,100})", one.value) if one.field == "url" else None
        if host:
            yield Candidate("outlet", host.group(1), f"host of the address ({one.where})")
            return


def _words(element: HtmlElement) -> str:
    """The text of an element as one line, at most what a value may have."""
    parts: list[str] = []
    size = 0
    for part in element.itertext():
        parts.append(part)
        size += len(part)
        if size > 4 * _VALUE:
            break
    words = " ".join("".join(parts).split())
    return words if len(words) <= _VALUE else ""
