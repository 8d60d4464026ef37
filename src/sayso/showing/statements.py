"""Statements as cards: whose words, on whose word, what, how sure, and what it says of the hypotheses."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.span import cover
from sayso.model.statements import Statement
from sayso.showing.catalogue import Catalogue, Entry, Link, label
from sayso.showing.words import BLOCKS, LEANS, force, likelihood, reply, shortened, strength


@dataclass(frozen=True, slots=True)
class Crumb:
    """One hop of a chain in words: the source as written and by its full name; `to` is its permalink."""

    source: str
    full: str
    cue: str
    does: str
    via: str | None
    to: str | None


@dataclass(frozen=True, slots=True)
class Chip:
    """What a statement says of a hypothesis: sign, words and the hypothesis' number."""

    sign: str
    lean: str
    words: str
    reasons: str


@dataclass(frozen=True, slots=True)
class Card:
    """A statement as it stands beside the text; `place` cites it: outlet, date, code points."""

    to: str
    number: int
    crumbs: tuple[Crumb, ...]
    mode: str
    commitment: str
    reply: str | None
    non_denial: bool
    chips: tuple[Chip, ...]
    origin: Link | None
    parent: Link | None
    where: str
    quote: str
    place: str


def card(made: Catalogue, entry: Entry) -> Card:
    """A statement's card: whose words, on whose word, what, how sure, and what it says of the hypotheses."""
    said, article = entry.statement, entry.page.article
    span = cover(said.content)
    words = said.words(article.text[: span.end])
    origin = made.origin_of.get(said.id)
    return Card(
        to=entry.to,
        number=entry.number,
        crumbs=_crumbs(made, said),
        mode={"direct": "quoted", "indirect": "reported", "mixed": "partly quoted"}[said.mode],
        commitment=_commitment(said, article.text),
        reply=reply(said.commitment),
        non_denial=said.commitment.non_denial,
        chips=chips(made, said),
        origin=Link(origin.id, origin.root) if origin else None,
        parent=made.statement(said.parent) if said.parent else None,
        where=BLOCKS[said.block],
        quote=shortened(words, 600),
        place=f"{label(article)}, {span.start}–{span.end}",
    )


def _crumbs(made: Catalogue, said: Statement) -> tuple[Crumb, ...]:
    """The chain in words, outermost first."""
    last = len(said.chain) - 1
    out = []
    for position, hop in enumerate(said.chain):
        source = made.sources.get(hop.source.id)
        evades = position == last and said.commitment.non_denial
        out.append(
            Crumb(
                hop.source.text or (source.name if source else "someone"),
                source.name if source else hop.source.text or "someone",
                hop.cue.text,
                force(hop.force, non_denial=evades),
                hop.via,
                source.id if source else None,
            )
        )
    return tuple(out)


def _commitment(said: Statement, text: str) -> str:
    """How far the innermost holder stands by the content: the words that say so, then the interval."""
    moved = [f"“{shortened(span.of(text), 40)}”" for span in said.commitment.words[:6]]
    lead = (
        ", ".join(dict.fromkeys(moved))
        or {"affirmed": "stated flatly", "negated": "negated", "open": "left open"}[said.commitment.polarity]
    )
    return f"{lead}: {likelihood(said.commitment.low, said.commitment.high)}"


def chips(made: Catalogue, said: Statement) -> tuple[Chip, ...]:
    """What a statement says of each hypothesis that it bears on."""
    order = {hypothesis: number for number, hypothesis in enumerate(made.hypotheses, 1)}
    many = len(order) > 1
    found = [stance for stance in made.stances.get(said.id, ()) if stance.lean != "unrelated"]
    found.sort(key=lambda stance: order.get(stance.hypothesis, 0))
    return tuple(
        Chip(
            LEANS[stance.lean][0],
            stance.lean,
            " ".join(
                filter(
                    None,
                    (
                        strength(stance.strength) if stance.lean != "open" else "",
                        LEANS[stance.lean][1],
                        f"H{order.get(stance.hypothesis, 0)}" if many else "it",
                    ),
                )
            ),
            "; ".join(stance.reasons),
        )
        for stance in found
    )
