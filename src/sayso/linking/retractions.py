"""Retractions: which origins a later article takes back.

A sentence takes something back where it has a word for it and names what: an article of the case by its title, or
by its day where the same outlet says what it reported then, or a speaker who withdraws. An article taken back
closes every origin that stands on that article alone, and every circle it is part of. The retraction must not be
older than what it takes back.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from sayso.linking.copies import published
from sayso.linking.roots import Placed
from sayso.linking.spellings import plain_name
from sayso.model.case import Page
from sayso.model.notes import Note
from sayso.model.origins import Origin
from sayso.model.span import Ref, Span

_TAKES_BACK = re.compile(
    r"\b(?:retract(?:s|ed|ing|ion)?|withdraws?|withdrew|withdrawn|takes? back|took back|"
    r"cannot stand by|can[’']t stand by|"
    r"recant(?:s|ed)?|correction|corrects|disown(?:s|ed)?|"
    r"(?:regrets?|apologi[sz]es?|apologi[sz]ed|sorry) (?:for )?(?:the|this|our|its) (?:error|mistake))\b",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:our|its|the|this|that|his|her|their|an|a) (?:\w{1,15} ){0,2}?"
    r"(?:report|article|story|claim|statement|account|post|note|allegation|assertion|piece|correction)s?\b",
    re.IGNORECASE,
)
#: What an outlet says of its own earlier report.
_REPORTED = re.compile(
    r"\b(?:we|this (?:newspaper|paper|site|agency|magazine)) (?:\w{1,12}ly )?(?:reported|wrote|published|said)\b",
    re.IGNORECASE,
)
#: Characters between such words and the day of the report.
_NEAR = 80
_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s|\n")


@dataclass(frozen=True, slots=True)
class _Taking:
    """A sentence that takes something back."""

    page: Page
    span: Span
    text: str

    @property
    def plain(self) -> str:
        """Its words as names are compared."""
        return plain_name(self.text)


def retracted(
    found: Sequence[Origin], items: Sequence[Placed], pages: Sequence[Page]
) -> tuple[tuple[Origin, ...], tuple[Note, ...]]:
    """The origins, those taken back marked with the article that did, and a note for each."""
    by_id = {item.id: item for item in items}
    titles = {words: page.article.id for page in pages if len(words := plain_name(page.article.title or "")) > 20}
    homes: dict[str, list[Origin]] = defaultdict(list)
    speakers: dict[str, list[Origin]] = defaultdict(list)
    for origin in found:
        root = by_id[origin.statements[0]].root
        for article in origin.articles:
            homes[article].append(origin)
        if root.kind == "who":
            speakers[plain_name(root.name)].append(origin)
    own = _own_by_day(pages)
    closed: dict[str, _Taking] = {}
    for taking in (taking for page in pages for taking in _takings(page)):
        plain = taking.plain
        named = {ident for title, ident in titles.items() if title in plain}
        back = (named | own.get(taking.page.article.id, set())) - {taking.page.article.id}
        hit = [origin for ident in sorted(back) for origin in homes[ident] if _rests_on(origin, back, taking)]
        for origin in (*hit, *_withdrawn(taking, speakers)):
            if _not_later(by_id[origin.statements[0]].page, taking.page):
                closed.setdefault(origin.id, taking)
    out = tuple(replace(o, retracted=closed[o.id].page.article.id) if o.id in closed else o for o in found)
    return out, tuple(_note(origin, closed[origin.id]) for origin in out if origin.retracted)


def _own_by_day(pages: Sequence[Page]) -> dict[str, set[str]]:
    """By article: those of the same outlet from a day on which it says that it reported something."""
    issued: dict[tuple[str, date], set[str]] = defaultdict(set)
    for page in pages:
        day = published(page)
        if page.article.outlet and day.latest and day.earliest == day.latest:
            issued[plain_name(page.article.outlet), day.latest].add(page.article.id)
    out: dict[str, set[str]] = {}
    for page in pages:
        for said in islice(_REPORTED.finditer(page.article.text), 40) if page.article.outlet else ():
            for mention in page.times:
                day = mention.interval
                near = abs(mention.span.start - said.start()) <= _NEAR
                if near and day.latest and day.earliest == day.latest:
                    key = (plain_name(page.article.outlet or ""), day.latest)
                    out.setdefault(page.article.id, set()).update(issued.get(key, ()))
    return out


def _note(origin: Origin, taking: _Taking) -> Note:
    """What the reader is told of an origin that was taken back."""
    page = taking.page.article
    return Note("L308", f"{origin.root}: taken back by {page.outlet or page.path}.", Ref(page.id, taking.span))


def _rests_on(origin: Origin, back: set[str], taking: _Taking) -> bool:
    """Whether an origin stands on articles taken back alone (the one that takes back aside), or is their circle."""
    return origin.circular or set(origin.articles) - {taking.page.article.id} <= back


def _withdrawn(taking: _Taking, speakers: Mapping[str, Sequence[Origin]]) -> list[Origin]:
    """The origins of a speaker who stands before the word for it ("Ada Lind withdrew her claim")."""
    cue = _TAKES_BACK.search(taking.plain)
    if cue is None or not _REPORT.search(taking.text):
        return []
    before = taking.plain[: cue.start()].split()[-12:]
    runs = (" ".join(before[at : at + size]) for size in range(5, 0, -1) for at in range(len(before) - size + 1))
    return next((list(speakers[run]) for run in runs if run in speakers), [])


def withdrawing(pages: Sequence[Page]) -> frozenset[str]:
    """The ids of articles that take back a report, a claim or the like: what they repeat, they do not hold."""
    return frozenset(
        page.article.id for page in pages if any(_REPORT.search(taking.text) for taking in _takings(page))
    )


def _takings(page: Page) -> list[_Taking]:
    """The sentences of a page, outside its furniture, that take something back; at most 40."""
    text = page.article.text
    out: list[_Taking] = []
    for block in page.blocks:
        if block.kind == "furniture" or len(out) >= 40:
            continue
        for found in islice(_TAKES_BACK.finditer(text, block.span.start, block.span.end), 40):
            start = max(
                (
                    m.end()
                    for m in _SENTENCE_END.finditer(text, max(block.span.start, found.start() - 400), found.start())
                ),
                default=block.span.start,
            )
            stop = _SENTENCE_END.search(text, found.end(), min(block.span.end, found.end() + 400))
            span = Span(start, stop.start() + 1 if stop else min(block.span.end, found.end() + 400))
            if not out or out[-1].span != span:
                out.append(_Taking(page, span, span.of(text)))
    return out


def _not_later(page: Page, than: Page) -> bool:
    """Whether a page may have come out no later than another."""
    ours, theirs = published(page).earliest, published(than).latest
    return ours is None or theirs is None or ours <= theirs
