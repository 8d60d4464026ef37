"""Amounts side by side: what is counted, who gives which number where, and what became of it on the way."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from sayso.lang.en.numbers import ADDITIVE_BEFORE, BOUNDS
from sayso.model.amounts import Amount, Change, Mention
from sayso.model.case import Page
from sayso.model.span import Span
from sayso.showing.catalogue import Catalogue, Entry, Link
from sayso.showing.words import count, number

#: Code points on each side of a number that tell what it counts.
AROUND = 56
#: Words before a number that are shown with it: its bound, and what makes it an addition.
_LEADING = re.compile(
    rf"\b(?:{'|'.join(sorted((*BOUNDS, *ADDITIVE_BEFORE, 'between'), key=len, reverse=True))})"
    r"(?:\s+(?:the|another|some|an additional|original)){0,2}\s*$",
    re.IGNORECASE,
)
#: What a mention is besides the number itself, and what became of a number since another mention, in words.
ROLES = {"part": "a part", "addition": "an addition", "total": ""}
_ASIDE = {"part": "a part of it", "addition": "an addition to it", "total": ""}
#: Losses that are told once only.
_ROUGH = frozenset(phrase for phrase, bound in BOUNDS.items() if bound == "about")
#: Signs of money that may be written on to a number.
_SIGNS = "$£€¥₹₽₴"
CHANGES = {
    "grew": "up from {since}",
    "fell": "down from {since}",
    "rounded": "rounded, from {since}",
    "lost bound": "lost “{words}”",
    "lost end": "lost “{words}”",
    "lost addition": "lost “{words}”: told as the whole",
    "gained bound": "now “{words}”",
    "gained end": "now “{words}”",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One mention of a quantity: its number as written, with its bound and what it counts, as a link to its place.

    `change` is what became of the number, in words; `beside` tells a part or an addition that stands under its
    whole.
    """

    written: Link
    speaker: str
    article: Link
    change: str = ""
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Pile:
    """All mentions of one quantity, then its parts and additions that stand nowhere else."""

    of: str
    spread: str
    figures: tuple[Figure, ...]
    asides: tuple[Figure, ...] = ()


#: The amounts of a case by article and id, each with its page.
Numbers = Mapping[tuple[str, str], tuple[Page, Amount]]
#: Which statement holds an amount of an article.
Holders = Mapping[tuple[str, str], Entry]


def piles(made: Catalogue) -> tuple[Pile, ...]:
    """The case's quantities, those with most mentions first."""
    numbers = {
        (page.article.id, amount.id): (page, amount) for page in made.pages for amount in page.amounts
    }  # the place tells apart equal ids of different articles
    holders = _holders(made)
    at = {(page.article.id, amount.span): amount for page, amount in numbers.values()}
    out = []
    for quantity in made.case.quantities:
        mentions = [one for one in quantity.mentions if (one.ref.article, one.amount) in numbers]
        found = [numbers[one.ref.article, one.amount] for one in mentions]
        told = _told(mentions, at)
        figures = tuple(_figure(made, place, holders, change) for place, change in zip(found, told, strict=True))
        asides = _asides(made, quantity.beside, numbers, holders)
        ends = "" if quantity.low is None and quantity.high is None else _ends(quantity.low, quantity.high)
        out.append(Pile(counted(quantity.of, found), ends, figures, asides))
    return tuple(sorted(out, key=lambda pile: (-len(pile.figures), pile.of)))


def _asides(made: Catalogue, beside: Sequence[Mention], numbers: Numbers, holders: Holders) -> tuple[Figure, ...]:
    """The parts of a quantity and the additions to it, each number once."""
    found: dict[tuple[float | None, float | None], Figure] = {}
    for one in beside:
        place = numbers.get((one.ref.article, one.amount))
        if place and (place[1].low, place[1].high) not in found:
            made_of = _figure(made, place, holders, _ASIDE[one.role], beside=True)
            found[place[1].low, place[1].high] = made_of
    return tuple(found.values())


def _told(mentions: list[Mention], at: Mapping[tuple[str, Span], Amount]) -> Iterator[str]:
    """What became of the number at each mention, in words; a loss told before is told once an article more."""
    lost: dict[str, str] = {}
    for one in mentions:
        words = [ROLES[one.role]] if one.role != "total" else []
        for change in one.changes:
            article = one.ref.article
            if not change.kind.startswith("lost") or change.heading or change.words not in lost:
                words.append(_change(change, at))
            elif lost[change.words] != article and change.words not in _ROUGH:
                words.append(f"still without “{change.words}”")
            if change.kind.startswith("lost"):
                lost[change.words] = article
        yield "; ".join(words)


def _change(change: Change, at: Mapping[tuple[str, Span], Amount]) -> str:
    if change.heading:
        return f"heading; the text has “{change.words}”"
    since = at.get((change.since.article, change.since.span))
    return CHANGES[change.kind].format(words=change.words, since=since.text if since else "another number")


def side_by_side(found: tuple[Pile, ...]) -> tuple[Pile, ...]:
    """The piles in which there is something to compare: more than one mention, or a part or an addition."""
    return tuple(pile for pile in found if len(pile.figures) > 1 or pile.asides)


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
        if len(one.mentions) > 1 or one.beside
        for mention in (*one.mentions, *one.beside)
    }
    holders = _holders(made)
    return tuple(
        _figure(made, (page, amount), holders)
        for page in made.pages
        for amount in page.amounts
        if (page.article.id, amount.id) not in taken and not junk(page, amount.span)
    )


def rows(figures: Sequence[Figure]) -> Iterator[tuple[int, Figure]]:
    """Each mention with the number of lines that its article's cell spans: 0 below the first of an article."""
    for _, same in groupby(figures, key=lambda one: one.article):
        kept = list(same)
        yield from ((0 if index else len(kept), one) for index, one in enumerate(kept))


def tally(found: tuple[Pile, ...]) -> str:
    """How many mentions the table holds: "7 numbers of 3 things"."""
    mentions = sum(len(pile.figures) + len(pile.asides) for pile in found)
    return f"{count(mentions, 'number')} of {count(len(found), 'thing')}"


def junk(page: Page, span: Span) -> bool:
    """Whether a span begins in page furniture."""
    at = bisect_right(page.blocks, span.start, key=lambda block: block.span.start) - 1
    return at >= 0 and page.blocks[at].kind == "furniture" and page.blocks[at].span.end > span.start


def _holders(made: Catalogue) -> Holders:
    """Which statement holds an amount; the innermost (shortest) where several do."""
    held: dict[tuple[str, str], Entry] = {}
    sized = sorted(made.entries.values(), key=lambda entry: -sum(map(len, entry.statement.content)))
    for entry in sized:
        held.update(((entry.statement.article, id_), entry) for id_ in entry.statement.amounts)
    return held


def _figure(
    made: Catalogue, place: tuple[Page, Amount], holders: Holders, change: str = "", *, beside: bool = False
) -> Figure:
    """One mention."""
    page, amount = place
    entry = holders.get((page.article.id, amount.id))
    article = made.article(page.article.id)
    return Figure(
        written=Link(entry.to if entry else article.to, written(page, amount)),
        speaker=entry.speaker if entry and entry.statement.chain else "the article itself",
        article=article,
        change=change,
        beside=beside,
    )


def written(page: Page, amount: Amount) -> str:
    """A number as its text has it, from the words that bound it to what it counts where that follows."""
    text, span = page.article.text, amount.span
    end = span.end
    unit = amount.unit or ""
    at = text.find(unit, end, end + AROUND) if unit else -1
    if at >= 0 and "." not in text[end:at]:
        end = at + len(unit)
    before = text[max(0, span.start - AROUND) : span.start]
    start = span.start - len(before) + len(before.rstrip(_SIGNS))
    leading = _LEADING.search(text[max(0, start - AROUND) : start])
    return " ".join(f"{leading[0] if leading else ''}{text[start:end]}".split())


def _ends(low: float | None, high: float | None) -> str:
    """A number or a range of them."""
    if low is None or high is None or low == high:
        return number(high if low is None else low)
    return f"{number(low)} to {number(high)}" if low else f"up to {number(high)}"
