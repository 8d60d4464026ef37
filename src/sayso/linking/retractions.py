"""Retractions: which origins a later article takes back.

A sentence takes something back where it has a word for it and names what: an article of the case by its title,
or a speaker who withdraws. An article taken back closes every origin that stands on that article alone, and
every circle it is part of. The retraction must not be older than what it takes back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.linking.copies import published
from sayso.linking.roots import Placed
from sayso.linking.sources import plain_name
from sayso.model.case import Page
from sayso.model.notes import Note
from sayso.model.origins import Origin
from sayso.model.span import Ref, Span

_TAKES_BACK = re.compile(
    r"\b(?:retract(?:s|ed|ing|ion)?|withdraws?|withdrew|withdrawn|takes? back|took back|"
    r"cannot stand by|can[’']t stand by|"
    r"recant(?:s|ed)?|correction|corrects|disown(?:s|ed)?)\b",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:our|its|the|this|that|his|her|their|an|a) (?:\w{1,15} ){0,2}?"
    r"(?:report|article|story|claim|statement|account|post|note|allegation|assertion|piece|correction)s?\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s|\n")


@dataclass(frozen=True, slots=True)
class _Taking:
    """A sentence that takes something back."""

    page: Page
    span: Span
    text: str


def retracted(
    found: Sequence[Origin], items: Sequence[Placed], pages: Sequence[Page]
) -> tuple[tuple[Origin, ...], tuple[Note, ...]]:
    """The origins, those taken back marked with the article that did, and a note for each."""
    by_id = {item.id: item for item in items}
    titles = {words: page for page in pages if len(words := plain_name(page.article.title or "")) > 20}
    closed: dict[str, _Taking] = {}
    for taking in (taking for page in pages for taking in _takings(page)):
        for origin in found:
            if origin.id not in closed and _hits(origin, taking, by_id, titles):
                closed[origin.id] = taking
    out = tuple(replace(o, retracted=closed[o.id].page.article.id) if o.id in closed else o for o in found)
    notes = tuple(
        Note(
            "L308",
            f"{o.root}: taken back by {_name(closed[o.id].page)}.",
            Ref(o.retracted or "", closed[o.id].span),
        )
        for o in out
        if o.retracted
    )
    return out, notes


def withdrawing(pages: Sequence[Page]) -> frozenset[str]:
    """The ids of articles that take back a report, a claim or the like: what they repeat, they do not hold."""
    return frozenset(
        page.article.id for page in pages if any(_REPORT.search(taking.text) for taking in _takings(page))
    )


def _name(page: Page) -> str:
    """What a page is called in a sentence."""
    return page.article.outlet or page.article.path


def _takings(page: Page) -> list[_Taking]:
    """The sentences of a page, outside its furniture, that take something back; at most 40."""
    text = page.article.text
    out: list[_Taking] = []
    for block in page.blocks:
        if block.kind == "furniture" or len(out) >= 40:
            continue
        for found in _TAKES_BACK.finditer(text, block.span.start, block.span.end):
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


def _hits(origin: Origin, taking: _Taking, by_id: dict[str, Placed], titles: dict[str, Page]) -> bool:
    """Whether a sentence takes an origin back."""
    plain = f" {plain_name(taking.text)} "
    members = [by_id[item] for item in origin.statements if by_id[item].page is not taking.page]
    if not members or not all(_not_later(member.page, taking.page) for member in members[:1]):
        return False
    if (
        members[0].root.kind == "who"
        and f" {plain_name(members[0].root.name)} " in plain
        and _REPORT.search(taking.text)
    ):
        return plain.find(plain_name(members[0].root.name)) < _TAKES_BACK.search(plain).start()  # type: ignore[union-attr] # the sentence was found by it
    back = {page.article.id for title, page in titles.items() if title in plain} - {taking.page.article.id}
    homes = {member.page.article.id for member in members}
    return bool(back) and (homes <= back or (origin.circular and bool(homes & back)))


def _not_later(page: Page, than: Page) -> bool:
    """Whether a page may have come out no later than another."""
    ours, theirs = published(page).earliest, published(than).latest
    return ours is None or theirs is None or ours <= theirs
