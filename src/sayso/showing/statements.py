"""Statements as cards: whose words, on whose word, what, how sure, and what it says of the hypotheses."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.prose import days, shortened
from sayso.model.span import cover
from sayso.model.stances import Stance
from sayso.model.statements import Statement
from sayso.showing.catalogue import Catalogue, Entry, Link, label, permalink
from sayso.showing.sureness import doubt
from sayso.showing.words import BLOCKS, LEANS, force, hundred, likelihood, reply, strength


@dataclass(frozen=True, slots=True)
class Crumb:
    """One hop of a chain: the source's name, its words in the text where they differ, its cue, its permalink."""

    name: str
    words: str
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


@dataclass(frozen=True, slots=True)
class Card:
    """A statement as it stands beside the text; `place` cites it: outlet, date, code points.

    `doubt` is given where the statement is more likely misread than not; `said` and `speaks_of` are its places on
    the timeline. `plain` says that nothing on it asks for a line of its own: no hedge, no reply, no side.
    """

    to: str
    number: int
    speaker: str
    crumbs: tuple[Crumb, ...]
    mode: str
    commitment: str
    reply: str | None
    non_denial: bool
    plain: bool
    chips: tuple[Chip, ...]
    origin: Link | None
    parent: Link | None
    where: str
    quote: str
    place: str
    doubt: str | None = None
    said: tuple[Link, ...] = ()
    speaks_of: tuple[Link, ...] = ()


def card(made: Catalogue, entry: Entry) -> Card:
    """A statement's card: whose words, on whose word, what, how sure, and what it says of the hypotheses."""
    said, article = entry.statement, entry.page.article
    span = cover(said.content)
    words = said.words(article.text[: span.end])
    leans = chips(made, said)
    origin = made.origin_of.get(said.id)
    return Card(
        to=entry.to,
        number=entry.number,
        speaker=entry.speaker,
        crumbs=_crumbs(made, said),
        mode={"direct": "quoted", "indirect": "reported", "mixed": "partly quoted"}[said.mode],
        commitment=_commitment(said, article.text),
        reply=reply(said.commitment),
        non_denial=said.commitment.non_denial,
        plain=not (leans or said.commitment.words or reply(said.commitment)),
        chips=leans,
        origin=Link(permalink(origin.id), "origin") if origin else None,
        parent=made.statement(said.parent) if said.parent else None,
        where=BLOCKS[said.block],
        quote=shortened(words, 600),
        place=f"{label(article)}, {span.start}–{span.end}",
        doubt=doubt(said),
        said=tuple(_said(one, said) for one in made.moments.get(entry.to, ()) if one.about.startswith("said")),
        speaks_of=tuple(one for one in made.moments.get(entry.to, ()) if one.about == "refers to"),
    )


def _said(moment: Link, statement: Statement) -> Link:
    """When it was said, with its own days; those that were inferred say so, and how surely."""
    dating = statement.said
    if dating is None or dating.how == "given":
        return moment
    return Link(moment.to, days(dating.interval), f"inferred, {hundred(dating.confidence)} in 100")


def _crumbs(made: Catalogue, said: Statement) -> tuple[Crumb, ...]:
    """The chain in words, outermost first; a source's own words are given where its name is not in them."""
    last = len(said.chain) - 1
    out = []
    for position, hop in enumerate(said.chain):
        source = made.sources.get(hop.source.id)
        name = made.name(hop.source)
        does = force(hop.force, non_denial=position == last and said.commitment.non_denial)
        words = hop.source.text if hop.source.text and name not in hop.source.text else ""
        out.append(Crumb(name, words, hop.cue.text, does, hop.via, permalink(source.id) if source else None))
    return tuple(out)


def _commitment(said: Statement, text: str) -> str:
    """How far the innermost holder stands by the content: the words that say so, then the interval."""
    moved = [f"“{shortened(span.of(text), 40)}”" for span in said.commitment.words[:6]]
    flatly = "as worded" if said.commitment.events else "stated flatly"
    lead = (
        ", ".join(dict.fromkeys(moved))
        or {"affirmed": flatly, "negated": "negated", "open": "left open"}[said.commitment.polarity]
    )
    return f"{lead}: {likelihood(said.commitment.low, said.commitment.high)}"


def chips(made: Catalogue, said: Statement) -> tuple[Chip, ...]:
    """What a statement says of each hypothesis that it bears on."""
    order = {id_: number for number, id_ in enumerate(made.hypotheses, 1) if id_ not in made.mirrored}
    names = {id_: f"H{number}" if len(order) > 1 else "it" for id_, number in order.items()}
    found = [one for one in made.stances.get(said.id, ()) if one.lean != "unrelated" and one.hypothesis in order]
    found.sort(key=lambda stance: order[stance.hypothesis])
    return tuple(
        Chip(
            LEANS[one.lean][0],
            one.lean,
            _leaning(one, names[one.hypothesis], slight=said.commitment.non_denial),
        )
        for one in found
    )


def _leaning(stance: Stance, what: str, *, slight: bool) -> str:
    """What a stance says of `what`, in words; a reply that rules nothing out leans at most (`slight`)."""
    if stance.lean == "open":
        return f"leaves {what} open"
    if slight:
        return f"leans slightly {'towards' if stance.lean == 'support' else 'against'} {what}"
    return " ".join(filter(None, ("speaks", strength(stance.strength), LEANS[stance.lean][1], what)))
