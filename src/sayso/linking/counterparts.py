"""Which source of one reading of an article is which of another, where their ids differ.

The id of a source is made of what the article first calls it, so two readings mostly agree on it. Where one takes
other words for the first ("the adviser", later named), the ids differ and what people ruled on the source would
hang in the air. So a source that somebody ruled on keeps its id, if it is known again:

    by name      its own name is a proper one, and one source of the other reading alone has that name for its own
    by place     at a place where the text has one of its names, the other reading has a source that bears it, too

A pronoun is a place at which somebody is meant, not a name: that two readings lead "she" to somebody tells nothing
of whether they mean one. Two nameless officials of one article have one name and two places. What fits two, or
nothing, is no counterpart: the ruling is told as one that names what is not in the case, and moves to nobody else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.linking.named import proper
from sayso.linking.spellings import plain_name
from sayso.model.case import Page
from sayso.model.sources import Source
from sayso.model.span import Span
from sayso.model.statements import Statement


def same_ids(new: Page, old: Iterable[Source], wanted: Collection[str]) -> Page:
    """The `new` reading, those of its sources that are `wanted` ones of an `old` reading under their old ids."""
    held = {source.id for source in new.sources}
    lost = [source for source in old if source.id in wanted and source.id not in held]
    if not lost:
        return new
    kept = {source.id for source in old} | set(wanted)
    return _renamed(new, counterparts(lost, [one for one in new.sources if one.id not in kept], new.article.text))


def counterparts(lost: Sequence[Source], free: Sequence[Source], text: str) -> dict[str, str]:
    """The ids of `lost` sources by those of the `free` ones that they are; each is at most one."""
    found: dict[str, str] = {}
    for one in sorted(lost, key=lambda each: each.id):
        other = _by_name(one, free) or _by_place(one, free, text)
        if other and other.id not in found:
            found[other.id] = one.id
    return found


def _by_name(one: Source, free: Sequence[Source]) -> Source | None:
    name = plain_name(one.name)
    same = [other for other in free if plain_name(other.name) == name] if proper(one.name) else []
    return same[0] if len(same) == 1 else None


def _by_place(one: Source, free: Sequence[Source], text: str) -> Source | None:
    """The source that most places share at which both are named; None where two share as many."""
    here = _named_at(one, text)
    shared = Counter({other.id: len(here & _named_at(other, text)) for other in free})
    best = shared.most_common(2)
    if not best or not best[0][1] or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return next(other for other in free if other.id == best[0][0])


def _named_at(one: Source, text: str) -> set[Span]:
    """The places at which the text has one of a source's names."""
    names = {plain_name(name) for name in (one.name, *one.aliases)}
    return {ref.span for ref in one.mentions if plain_name(" ".join(ref.span.of(text).split())) in names}


def _renamed(page: Page, ids: Mapping[str, str]) -> Page:
    """The page with other ids for some sources."""
    if not ids:
        return page
    return replace(
        page,
        sources=tuple(replace(one, id=ids.get(one.id, one.id)) for one in page.sources),
        statements=tuple(_rehung(one, ids) for one in page.statements),
    )


def _rehung(one: Statement, ids: Mapping[str, str]) -> Statement:
    if not any(hop.source.id in ids for hop in one.chain):
        return one
    chain = (
        replace(hop, source=replace(hop.source, id=ids.get(hop.source.id, hop.source.id))) for hop in one.chain
    )
    return replace(one, chain=tuple(chain))
