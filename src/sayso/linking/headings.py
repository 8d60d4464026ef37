"""Headings and the text under them: what a heading repeats, and where it says more than its text.

A title, teaser or heading of an article is no mouth of its own. It is joined to the statement it sums up, found by
the words of matter it shares with the statements under it: up to the next heading, or in the whole article for a
title. Where one root alone speaks under a heading, half of the heading's words in all that it says are enough.

A heading that says more than its text is shown as a clash with the statement it over-reads. Four things are told:
a reply that rules nothing out became a denial; "may" became "will"; a number of the same unit was changed; the
words of a source became the article's own. Only statements of one origin are compared, so that the heading is known
to be about them, and only where nothing under it bears the heading out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.lang.en.relaying import UNDOING
from sayso.lang.en.words import STOP
from sayso.linking.joins import Join
from sayso.linking.roots import Placed
from sayso.model.amounts import Amount
from sayso.model.article import HEADS
from sayso.model.case import Page
from sayso.model.stances import Clash, Stance
from sayso.model.words import content_stems

#: From this strength on a heading says yes or no in so many words; up to that one its text only leans.
_PLAIN, _LEANING = 0.55, 0.35

#: Statements of an article that are compared with its title.
_FAR = 200

#: Characters of a content within which a hedge is about the whole of it.
_EARLY = 60

_UNDOING = re.compile(UNDOING, re.IGNORECASE)

_AGAINST = "heading against its text: "


def headings(items: Sequence[Placed]) -> Iterator[Join]:
    """Headings without a named source, each joined to the statement of its own article that it repeats."""
    for held in _by_page(items).values():
        for index, item in enumerate(held):
            if item.statement.block not in HEADS or not _without_name(item):
                continue
            under = _under(held, index)
            twin = _repeated(item, under) or _same_paper(item, held) or _lead(item, under)
            if twin:
                left, right = sorted((twin, item), key=lambda one: one.id)
                yield Join(
                    left.id, right.id, 0.8, "a heading that repeats its text", (twin.ref, item.ref), "heading"
                )


def _by_page(items: Sequence[Placed]) -> Mapping[str, list[Placed]]:
    """The items of each page in text order."""
    by_page: dict[str, list[Placed]] = defaultdict(list)
    for item in items:
        by_page[item.page.article.id].append(item)
    for held in by_page.values():
        held.sort(key=lambda item: (item.statement.content[0].start, item.id))
    return by_page


def _without_name(item: Placed) -> bool:
    return item.root.kind in {"own", "unnamed"} or bool(item.root.paper) or item.root.name[:1].islower()


def _under(held: Sequence[Placed], index: int) -> list[Placed]:
    """The statements of the text under a heading, in text order."""
    head = held[index]
    end = _end_of_section(head.page, head) if head.statement.block == "heading" else len(head.page.article.text)
    below = (one for one in held[index + 1 : index + 1 + _FAR] if one.statement.content[0].start < end)
    return [one for one in below if one.statement.block not in HEADS]


def _end_of_section(page: Page, head: Placed) -> int:
    """Where the next heading after one begins; headings in a row, as in a list of contents, head the same text."""
    here = bisect_right(page.blocks, head.statement.content[0].start, key=lambda block: block.span.start)
    after = page.blocks[here : here + 400]
    text = next((i for i, block in enumerate(after) if block.kind == "paragraph"), len(after))
    return next((b.span.start for b in after[text:] if b.kind == "heading"), len(page.article.text))


def _repeated(item: Placed, under: Sequence[Placed]) -> Placed | None:
    """The statement that a heading repeats; None where none shares enough of its words."""
    stems = _loose(item)
    shared, at = max(((len(stems & _loose(other)), -n) for n, other in enumerate(under)), default=(0, 0))
    if shared >= max(2, 0.5 * len(stems)):
        return under[-at]
    roots = {other.root.key for other in under}
    said: frozenset[str] = frozenset().union(*(_loose(other) for other in under))
    close = item.statement.block == "heading" and len(roots) == 1
    enough = 0.5 * len(stems) if close else max(2, 0.5 * len(stems))
    return under[-at] if shared and len(roots) == 1 and len(stems & said) >= enough else None


def _lead(item: Placed, under: Sequence[Placed]) -> Placed | None:
    """For a title: what gives a number of it, else the first statement under it, where they share a word.

    What is newest stands first in both; a correction is headed by itself.
    """
    if item.statement.block != "title" or not under or _UNDOING.search(_text(item)):
        return None
    numbers = frozenset(stem for stem in item.stems if stem[:1].isdigit())
    if numbers:
        return next((other for other in under if numbers <= other.stems), None)
    return under[0] if _loose(item) & _loose(under[0]) else None


def _text(item: Placed) -> str:
    """The line a heading stands on."""
    at = item.statement.content[0].start
    text = item.page.article.text
    return text[max(text.rfind("\n", 0, at), at - 200, 0) : item.statement.content[-1].end]


def _loose(item: Placed) -> frozenset[str]:
    """The words of matter of a statement, those with hyphens also in their parts ("call-up", "call")."""
    parts = " ".join(stem.replace("-", " ") for stem in item.stems if "-" in stem)
    return item.stems.union(content_stems(parts, STOP)) if parts else item.stems


def _same_paper(item: Placed, held: Sequence[Placed]) -> Placed | None:
    """For a heading on papers: the first statement of the one set of papers in the text named with a like word."""
    if not item.root.paper:
        return None
    named = set(content_stems(item.root.paper, STOP))
    like = [
        other
        for other in held
        if other.statement.block not in HEADS
        and other.root.paper
        and named & set(content_stems(other.root.paper, STOP))
    ]
    return like[0] if len({other.root.key for other in like}) == 1 else None


def overread(
    items: Sequence[Placed], home: Mapping[str, str], stances: Mapping[str, Stance]
) -> Iterator[tuple[float, Clash]]:
    """(weight, clash) of each heading that says more than its text; `stances` are those on one hypothesis, by id.

    `home` gives the origin of a statement.
    """
    for held in _by_page(items).values():
        for index, item in enumerate(held):
            if item.statement.block in HEADS:
                text = [other for other in _under(held, index) if home.get(other.id) == home.get(item.id)]
                found = _more(item, text, stances) if text else None
                if found:
                    yield found


def _more(head: Placed, text: Sequence[Placed], stances: Mapping[str, Stance]) -> tuple[float, Clash] | None:
    """What a heading says beyond the statements of its own origin under it."""
    said = stances.get(head.id)
    bearing = [(s, one) for one in text if (s := stances.get(one.id)) and s.lean not in {"unrelated", "open"}]
    if said and said.strength >= _PLAIN and bearing and all(s.lean == said.lean for s, _ in bearing):
        stance, most = max(bearing, key=lambda pair: (pair[0].strength, pair[1].id))
        if stance.strength <= _LEANING and said.lean == "deny" and most.statement.commitment.non_denial:
            about = f"{_AGAINST}a reply that rules nothing out became a denial"
            return 0.9, Clash(head.id, most.id, about, "strong", "heading")
        if stance.strength <= _LEANING and said.lean == "support" and _opens_hedged(most):
            return 0.8, Clash(head.id, most.id, f"{_AGAINST}what may be became what will be", "weak", "heading")
    return _other_number(head, text) or _own_words(head, text, said)


def _opens_hedged(item: Placed) -> bool:
    """Whether a hedge stands early in a statement: one further on may be about something else."""
    start = item.statement.content[0].start
    return any(hedge.start - start < _EARLY for hedge in item.statement.commitment.hedges)


def _other_number(head: Placed, text: Sequence[Placed]) -> tuple[float, Clash] | None:
    """A number of the heading that no number of the same unit in its text can be."""
    for amount in _amounts(head):
        like = [(other, one) for one in text for other in _amounts(one) if _unit(other) == _unit(amount)]
        if _unit(amount) and like and all(amount.apart(other) for other, _ in like):
            other, one = like[0]
            return 0.6, Clash(head.id, one.id, f"{_AGAINST}{amount.text} against {other.text}", "weak", "heading")
    return None


def _amounts(item: Placed) -> list[Amount]:
    known = {amount.id: amount for amount in item.page.amounts}
    return [known[ident] for ident in item.statement.amounts if ident in known]


def _unit(amount: Amount) -> str:
    return (amount.unit or "").casefold()


def _own_words(head: Placed, text: Sequence[Placed], said: Stance | None) -> tuple[float, Clash] | None:
    """A heading in the article's own voice that takes a side with somebody's words, without saying whose.

    Titles are left out: it is usual for them to name no source.
    """
    if head.statement.chain or head.statement.block == "title" or not said or said.strength < _PLAIN:
        return None
    twin = _repeated(head, text)
    if twin is None or twin.root.kind not in {"who", "unnamed"} or twin.root.paper:
        return None
    about = f"{_AGAINST}the words of {twin.root.name} became the article's own"
    return 0.4, Clash(head.id, twin.id, about, "weak", "heading")
