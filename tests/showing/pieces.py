"""Small tools to make records by hand: spans are found by their words, ids come from content."""

from __future__ import annotations

import hashlib
from datetime import date

from sayso.model.article import Article, Block
from sayso.model.sources import Role, Source
from sayso.model.span import Ref, Span, content_id
from sayso.model.statements import Commitment, Cue, Hop, Statement, Voice
from sayso.model.times import Dating, Interval


def span(text: str, words: str, nth: int = 0) -> Span:
    """The span of the nth occurrence of `words`."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def blocks(text: str, **kinds: str) -> tuple[Block, ...]:
    """Blocks split at empty lines; `kinds` names those that are no paragraphs, as b0="title"."""
    out = []
    at = 0
    for number, piece in enumerate(text.split("\n\n")):
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            start = at + lead
            out.append(Block(Span(start, start + len(piece.strip())), kinds.get(f"b{number}", "paragraph")))  # type: ignore[arg-type]
        at += len(piece) + 2
    return tuple(out)


def article(text: str, **known: object) -> Article:
    """An article with a content id."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    path = str(known.pop("path", "case/story.txt"))
    return Article(content_id("article", text, path), path, text, digest, **known)  # type: ignore[arg-type]


def dating(first: date | None, last: date | None = None, how: str = "given", *reasons: str) -> Dating:
    """A date, given or inferred."""
    return Dating(Interval(first, last or first), how, (), reasons)  # type: ignore[arg-type]


def hop(
    text: str, source: str | None, cue: str, force: str = "assert", *, via: str | None = None, nth: int = 0
) -> Hop:
    """A hop whose source and cue are found in the text."""
    place = span(text, source, nth) if source else None
    voice = Voice(place, source or "", content_id("source", source or "nobody"))
    return Hop(voice, Cue(span(text, cue), cue), force, via)  # type: ignore[arg-type]


def statement(art: Article, content: tuple[str, ...], chain: tuple[Hop, ...], **more: object) -> Statement:
    """A statement whose contents are found in the article's text."""
    spans = tuple(span(art.text, words) for words in content)
    more.setdefault("commitment", Commitment("affirmed", 0.9, 1.0))
    more.setdefault("parent", None)
    more.setdefault("mode", "indirect")
    return Statement(content_id("statement", art.id, spans, len(chain)), art.id, spans, chain, **more)  # type: ignore[arg-type]


def source(art: Article, name: str, kind: str = "person", *, role: str | None = None) -> Source:
    """An article-level source with the places of its name."""
    place = Ref(art.id, span(art.text, name))
    roles = (Role(role, Ref(art.id, span(art.text, role))),) if role else ()
    return Source(content_id("source", name), name, kind, (place,), roles)  # type: ignore[arg-type]
