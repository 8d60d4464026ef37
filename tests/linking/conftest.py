"""Hand-made pages for the tests of linking: an article, its blocks, sources and statements, in a few words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sayso.model.amounts import Amount
from sayso.model.article import Article, Block
from sayso.model.case import Page
from sayso.model.sources import Role, Source
from sayso.model.span import Ref, Span, content_id
from sayso.model.statements import Commitment, Cue, Hop, Statement, Voice
from sayso.model.times import Dating, Interval, TimeMention


class Maker:
    """Makes pages; every place it gives is looked up in the text."""

    def page(
        self, text: str, *, outlet: str | None = None, day: str | None = None, title: str | None = None
    ) -> Page:
        """A page of one paragraph a line; `day` is "2024-05-03" or "2024-05-01/2024-05-03"."""
        ident = content_id("a", text, outlet)
        published = None
        if day:
            first, _, last = day.partition("/")
            published = Dating(Interval(date.fromisoformat(first), date.fromisoformat(last or first)), "given")
        blocks, start = [], 0
        for line in text.splitlines(keepends=True):
            if line.strip():
                kind = "title" if title and line.strip() == title else "paragraph"
                blocks.append(Block(Span(start, start + len(line.rstrip("\n"))), kind))  # type: ignore[arg-type]
            start += len(line)
        article = Article(ident, f"{ident}.txt", text, content_id("raw", text), outlet, title, published=published)
        return Page(article, blocks=tuple(blocks))

    def source(self, page: Page, name: str, kind: str = "person", **more: object) -> Page:
        """The page with a source; `role` is looked up in the text, `aliases` are given."""
        text, ident = page.article.text, page.article.id
        at = text.find(name)
        mentions = (Ref(ident, Span(at, at + len(name))),) if at >= 0 else ()
        role = more.get("role")
        roles: tuple[Role, ...] = ()
        if isinstance(role, str):
            place = text.index(role)
            roles = (Role(role, Ref(ident, Span(place, place + len(role)))),)
        made = Source(content_id("s", ident, name), name, kind, mentions, roles, tuple(more.get("aliases", ())))  # type: ignore[arg-type]
        return replace(page, sources=(*page.sources, made))

    def says(self, page: Page, chain: str, content: str, **more: object) -> Page:
        """The page with a statement; `chain` is "outer > inner", names that are sources of the page."""
        text, ident = page.article.text, page.article.id
        ids = {source.name: source.id for source in page.sources}
        names = [name.strip() for name in chain.split(">") if name.strip()]
        force = str(more.get("force", "assert"))
        hops = []
        for index, name in enumerate(names):
            at = text.find(name)
            span = Span(at, at + len(name)) if at >= 0 else None
            own = force if index == len(names) - 1 else "assert"
            hops.append(Hop(Voice(span, name, ids.get(name, content_id("s", ident, name))), Cue(None, "said"), own))  # type: ignore[arg-type]
        start = text.index(content)
        span = Span(start, start + len(content))
        commitment = more.get("commitment", Commitment("affirmed", 0.85, 0.99))
        inside = [m.id for m in page.times if span.contains(m.span)]
        amounts = [a.id for a in page.amounts if span.contains(a.span)]
        block = next((b.kind for b in page.blocks if b.span.contains(span)), "paragraph")
        made = Statement(
            content_id("st", ident, start, len(content), chain), ident, (span,), tuple(hops), None, "indirect",
            commitment, tuple(inside), tuple(amounts), block,  # type: ignore[arg-type]
        )  # fmt: skip
        if hops:
            return replace(page, statements=(*page.statements, made))
        return replace(page, own_voice=(*page.own_voice, made))

    def time(self, page: Page, words: str, first: str | None, last: str | None, bound: str = "at") -> Page:
        """The page with a mention of time."""
        at = page.article.text.index(words)
        interval = Interval(
            date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None
        )
        place = Span(at, at + len(words))
        mention = TimeMention(content_id("t", page.article.id, at), place, words, "", "DATE", interval)
        mention = replace(mention, bound=bound)  # type: ignore[arg-type]
        return replace(page, times=(*page.times, mention))

    def amount(self, page: Page, words: str, low: float, high: float, unit: str = "wells") -> Page:
        """The page with an amount."""
        at = page.article.text.index(words)
        made = Amount(
            content_id("n", page.article.id, at), Span(at, at + len(words)), words, low, high, "exact", unit
        )
        return replace(page, amounts=(*page.amounts, made))

    def question(self, text: str = "Will Velmora close its harbour by 30 May 2024?") -> Page:
        """A question, with the deadline of the default one."""
        asked = Page(Article(content_id("q", text), "--ask", text, content_id("raw", text)))
        return self.time(asked, "30 May 2024", "2024-05-30", "2024-05-30", "by") if "30 May 2024" in text else asked


@pytest.fixture(scope="session")
def make() -> Maker:
    """A maker of pages."""
    return Maker()
