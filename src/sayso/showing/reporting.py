"""What each article is made of: its own reporting, what it copied, what it relays, in 100 words and as a bar."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from sayso.model.origins import Reporting
from sayso.showing.catalogue import Catalogue, Link
from sayso.showing.svg import el
from sayso.showing.ways import Trails, copied_from
from sayso.showing.words import count


@dataclass(frozen=True, slots=True)
class Mix:
    """The shares of one article as whole numbers that sum to 100, and how many origins were first seen in it.

    `brief` has the shares alone. `told` and `drawn`, a bar with an id, are for the article's head, `again` is the
    same bar for another place.
    """

    article: Link
    brief: str
    told: str
    first: str
    drawn: Markup
    again: Markup


def mixes(made: Catalogue, known: Trails) -> dict[str, Mix]:
    """The shares of all articles, by the id of the article."""
    found = {one.article: one for one in made.case.reporting}
    ids = [page.article.id for page in made.pages if page.article.id in found]
    return {id_: _mix(made, known, found[id_], number) for number, id_ in enumerate(dict.fromkeys(ids), 1)}


def _mix(made: Catalogue, known: Trails, one: Reporting, number: int) -> Mix:
    """The shares of one article."""
    copied, relayed, own = hundred(one.copied, one.relayed, one.own)
    shares = ((own, "own"), (copied, "copied"), (relayed, "relayed"))
    source = copied_from(known, one.article)
    words = [f"own reporting {own} in 100 words" if own < 100 else "all its own reporting"]
    if copied:
        words.append(f"{copied} copied" + (f", most from {made.article(source[0]).name}" if source else ""))
    if relayed:
        words.append(f"{relayed} relayed")
    return Mix(
        article=made.article(one.article),
        brief=", ".join(f"{share} {kind}" for share, kind in shares if share),
        told="; ".join(words),
        first=count(len(one.origins), "origin") if one.origins else "none",
        drawn=_bar((own, copied, relayed), f"m{number}"),
        again=el("svg", el("use", href=f"#m{number}"), class_="mix", aria_hidden="true"),
    )


def hundred(*shares: float) -> tuple[int, ...]:
    """Shares of 1 as whole numbers that sum to 100: what rounding leaves goes to those that lost most."""
    total = sum(shares)
    if total <= 0:
        return (*(0 for _ in shares[1:]), 100)
    exact = [100 * max(0.0, share) / total for share in shares]
    whole = [int(value) for value in exact]
    order = sorted(range(len(whole)), key=lambda at: (whole[at] - exact[at], at))
    for at in order[: 100 - sum(whole)]:
        whole[at] += 1
    return tuple(whole)


def _bar(shares: tuple[int, int, int], name: str) -> Markup:
    """A bar of 100 units: own words solid, what was copied half as high, what is relayed a thin line."""
    start, marks = 0, []
    for share, kind in zip(shares, (None, "copy", "relay"), strict=True):
        if share:
            marks.append(el("path", d=f"M{start} 5h{share}", class_=kind))
            start += share
    return el("svg", el("g", *marks, id=name), class_="mix", aria_hidden="true")
