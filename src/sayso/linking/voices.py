"""Sources as people set them: the innermost hop of a statement led to another source of its article.

The source with that name is looked up among the article's own, by its name and its other names; where none has it,
one is made, with an id as if the article had named it so. What stands inside a statement follows: its chain begins
with the statement's. A source that nothing rests on any more, because people set all that it was given to others,
is no source of the article.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.linking.sourcekinds import kind_named
from sayso.linking.spellings import plain_name
from sayso.model.case import Page
from sayso.model.rulings import Ruling
from sayso.model.rulingvalues import voice
from sayso.model.sources import Source
from sayso.model.span import Ref, Span, content_id
from sayso.model.statements import Cue, Force, Hop, Polarity, Statement, Voice

#: The force of a saying by the polarity that a person has given it, and forces that affirm nothing.
_FORCES: Final[Mapping[Polarity, Force]] = {"affirmed": "assert", "negated": "deny"}
_UNFIT: Final[frozenset[Force]] = frozenset({"deny", "question", "decline-to-rule-out"})


def with_voices(page: Page, ruled: Mapping[str, Ruling]) -> Page:
    """The page, each statement whose id is in `ruled` said by the source that the ruling names.

    What the article said in its own voice becomes a statement. Values that cannot be read change nothing.
    """
    text = page.article.text
    listed = [one for one in (*page.statements, *page.own_voice) if one.id in ruled]
    named = {one.id: found for one in listed if (found := voice(ruled[one.id].value, len(text)))}
    if not named:
        return page
    sources, ids = _found(page, sorted(set(named.values()), key=_place))
    heard = {i: Voice(span, span.of(text) if span else name, ids[name]) for i, (name, span) in named.items()}
    own = tuple(_said_by(one, heard[one.id]) for one in page.own_voice if one.id in heard)
    kept = tuple(one for one in page.own_voice if one.id not in heard)
    changed = {one.id: _said_by(one, heard[one.id]) for one in page.statements if one.id in heard}
    page = rechained(replace(page, sources=sources), changed)
    page = replace(page, statements=(*page.statements, *own), own_voice=kept)
    return replace(
        page, sources=_resting(page, [one.chain[-1].source for one in listed if one.chain and one.id in named])
    )


def rechained(page: Page, changed: Mapping[str, Statement]) -> Page:
    """The page with the changed statements, and the chains of what stands inside them begun anew."""
    before = {one.id: one for one in page.statements}
    done: dict[str, Statement] = {}
    for one in sorted(page.statements, key=lambda each: len(each.chain)):
        new = changed.get(one.id, one)
        was = before.get(one.parent or "")
        now = done.get(one.parent or "")
        if was and now and now.chain != was.chain and one.chain[: len(was.chain)] == was.chain:
            new = replace(new, chain=(*now.chain, *new.chain[len(was.chain) :]))
        done[one.id] = new
    return replace(page, statements=tuple(done[one.id] for one in page.statements))


def forced(one: Statement, polarity: Polarity) -> Statement:
    """The statement with a force of its innermost hop that goes with a polarity which a person has given it."""
    if not one.chain or polarity == "open":
        return one
    hop = one.chain[-1]
    fits = hop.force == "deny" if polarity == "negated" else hop.force not in _UNFIT
    return one if fits else replace(one, chain=(*one.chain[:-1], replace(hop, force=_FORCES[polarity])))


def _place(told: tuple[str, Span | None]) -> tuple[str, int, int]:
    name, span = told
    return (name, span.start, span.end) if span else (name, -1, -1)


def _said_by(one: Statement, who: Voice) -> Statement:
    """A statement with another voice at its innermost hop; an article's own gets its first."""
    if not one.chain:
        return replace(one, chain=(Hop(who, Cue(None, ""), "assert"),))
    return replace(one, chain=(*one.chain[:-1], replace(one.chain[-1], source=who)))


def _found(page: Page, wanted: Iterable[tuple[str, Span | None]]) -> tuple[tuple[Source, ...], dict[str, str]]:
    """The sources with those of the names wanted, at their places, and the id for each name."""
    sources = {source.id: source for source in page.sources}
    by_name: dict[str, str] = {}
    for source in page.sources:
        for name in (source.name, *source.aliases):
            by_name.setdefault(plain_name(name), source.id)
    ids: dict[str, str] = {}
    for name, span in wanted:
        ident = by_name.get(plain_name(name)) or content_id("src", page.article.id, name)
        source = sources.get(ident) or Source(ident, name, kind_named(name, page.article.outlet))
        by_name.setdefault(plain_name(name), ident)
        ids[name] = ident
        at = {Ref(page.article.id, span)} if span else set()
        sources[ident] = replace(source, mentions=tuple(sorted({*source.mentions, *at})))
    return tuple(sources.values()), ids


def _resting(page: Page, before: Sequence[Voice]) -> tuple[Source, ...]:
    """The sources without those of `before` on which nothing rests, and without places that are another's now."""
    hops = [hop for one in page.statements for hop in one.chain]
    carriers = {plain_name(hop.via) for hop in hops if hop.via}
    used = {hop.source.id for hop in hops}
    borne = {(hop.source.id, hop.source.span) for hop in hops}
    given = {hop.source.span for hop in hops}
    left = {voice.id for voice in before}
    gone = {(voice.id, voice.span) for voice in before if voice.span in given} - borne
    out = []
    for source in page.sources:
        carries = any(plain_name(name) in carriers for name in (source.name, *source.aliases))
        if source.id not in left:
            out.append(source)
        elif source.id in used or carries:
            kept = tuple(ref for ref in source.mentions if (source.id, ref.span) not in gone)
            out.append(replace(source, mentions=kept))
    return tuple(out)
