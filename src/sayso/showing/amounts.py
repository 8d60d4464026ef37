"""Amounts side by side: what is counted, who gives which number where, and how it grew on the way."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from sayso.model.amounts import Amount
from sayso.model.case import Page
from sayso.model.prose import days
from sayso.model.span import Span
from sayso.showing.catalogue import Catalogue, Entry, Link
from sayso.showing.words import count, number

#: Code points on each side of a number that tell what it counts.
AROUND = 56
BOUNDS = {"exact": "", "about": "about", "at-least": "at least", "at-most": "at most", "range": ""}


@dataclass(frozen=True, slots=True)
class Figure:
    """One mention of a quantity. `text` is as written, `figure` the number it stands for."""

    text: str
    figure: str
    counted: str
    speaker: str
    article: Link
    place: Link | None


@dataclass(frozen=True, slots=True)
class Pile:
    """All mentions of one quantity."""

    of: str
    spread: str
    as_of: str
    grown: str
    figures: tuple[Figure, ...]


def piles(made: Catalogue) -> tuple[Pile, ...]:
    """The case's quantities, those with most mentions first."""
    amounts = {
        (page.article.id, amount.id): (page, amount) for page in made.pages for amount in page.amounts
    }  # the place tells apart equal ids of different articles
    holders = _holders(made)
    out = []
    for quantity in made.case.quantities:
        keys = [(one.ref.article, one.amount) for one in quantity.mentions]
        found = [amounts[key] for key in keys if key in amounts]
        figures = tuple(_figure(made, page, amount, holders) for page, amount in found)
        ends = "" if quantity.low is None and quantity.high is None else _ends(quantity.low, quantity.high)
        when = days(quantity.as_of) if quantity.as_of else ""
        out.append(Pile(counted(quantity.of, found), ends, when, quantity.grown or "", figures))
    return tuple(sorted(out, key=lambda pile: (-len(pile.figures), pile.of)))


def side_by_side(found: tuple[Pile, ...]) -> tuple[Pile, ...]:
    """The piles in which there is something to compare: more than one mention."""
    return tuple(pile for pile in found if len(pile.figures) > 1)


def counted(of: str, found: list[tuple[Page, Amount]]) -> str:
    """What a quantity counts, in the words of the text: its noun, or, where it has none, the words around it."""
    noun, _, rest = of.partition(" (")
    if any(map(str.isalpha, noun)) and noun != "number":
        known = {amount.text for _, amount in found}
        return noun if rest.rstrip(")") in known else of
    whole = Counter(amount.of for _, amount in found if amount.of)
    if whole:
        return f"{found[0][1].text} {noun if noun == '%' else ''} {whole.most_common(1)[0][0]}".replace("  ", " ")
    return f"“{_around(*found[0])}”" if found else of


def _around(page: Page, amount: Amount) -> str:
    """The words around an amount within its paragraph, whole words only."""
    text, span = page.article.text, amount.span
    before = text[max(0, span.start - AROUND) : span.start]
    after = text[span.end : span.end + AROUND]
    start = max(before.rfind(mark) + 1 for mark in "\n.?!;") or (
        0 if span.start <= AROUND else before.find(" ") + 1
    )
    stops = [at for mark in ("\n", ". ", "; ", '"', "”") if (at := after.find(mark)) >= 0]
    stop = min(stops, default=len(after) if span.end + AROUND >= len(text) else max(after.rfind(" "), 0))
    return " ".join((before[start:] + text[span.start : span.end] + after[:stop]).split())


def singles(made: Catalogue) -> tuple[Figure, ...]:
    """The amounts outside page furniture that no other stands beside, in the order of the articles."""
    taken = {
        (mention.ref.article, mention.amount)
        for one in made.case.quantities
        if len(one.mentions) > 1
        for mention in one.mentions
    }
    holders = _holders(made)
    return tuple(
        _figure(made, page, amount, holders)
        for page in made.pages
        for amount in page.amounts
        if (page.article.id, amount.id) not in taken and not junk(page, amount.span)
    )


def tally(found: tuple[Pile, ...]) -> str:
    """How many mentions the table holds: "7 numbers of 3 things"."""
    mentions = sum(len(pile.figures) for pile in found)
    return f"{count(mentions, 'number')} of {count(len(found), 'thing')}"


def junk(page: Page, span: Span) -> bool:
    """Whether a span begins in page furniture."""
    at = bisect_right(page.blocks, span.start, key=lambda block: block.span.start) - 1
    return at >= 0 and page.blocks[at].kind == "furniture" and page.blocks[at].span.end > span.start


def _holders(made: Catalogue) -> dict[tuple[str, str], Entry]:
    """Which statement holds an amount; the innermost (shortest) where several do."""
    held: dict[tuple[str, str], Entry] = {}
    sized = sorted(made.entries.values(), key=lambda entry: -sum(map(len, entry.statement.content)))
    for entry in sized:
        held.update(((entry.statement.article, id_), entry) for id_ in entry.statement.amounts)
    return held


def _figure(made: Catalogue, page: Page, amount: Amount, holders: dict[tuple[str, str], Entry]) -> Figure:
    """One mention."""
    entry = holders.get((page.article.id, amount.id))
    bound = BOUNDS[amount.bound]
    words = (amount.additive, amount.unit, amount.of)
    return Figure(
        text=amount.text,
        figure=f"{bound} {_bounded(amount)}".strip(),
        counted=" ".join(filter(None, words)),
        speaker=entry.speaker if entry and entry.statement.chain else "the article itself",
        article=made.article(page.article.id),
        place=entry.link if entry else None,
    )


def _bounded(amount: Amount) -> str:
    """An amount's number: of a bound that leaves an end open only the end it states."""
    if amount.bound == "at-most" and amount.high is not None:
        return number(amount.high)
    if amount.bound == "at-least" and amount.low is not None:
        return number(amount.low)
    return _ends(amount.low, amount.high)


def _ends(low: float | None, high: float | None) -> str:
    """A number or a range of them."""
    if low is None or high is None or low == high:
        return number(high if low is None else low)
    return f"{number(low)} to {number(high)}" if low else f"up to {number(high)}"
