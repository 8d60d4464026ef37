"""How sure it is, changed on the way: what was left open is held firmly, or a reply that ruled nothing out denies.

Only words of the statement itself count, not those of who relays it: "believes that it will close" is the
relay's choice of a verb, "will close" for "may close" is a change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from sayso.lang.en.drifting import FIRM, OPEN
from sayso.lang.en.words import STOP
from sayso.linking.roots import Placed
from sayso.linking.shifts import HALF, Shift, line
from sayso.linking.wordings import Pair
from sayso.model.span import Ref, Span
from sayso.model.words import content_stems, words

#: Lowest probability of what is held firmly, and of what is left open; judged from annotating/commitment.py.
_FIRM: Final = 0.5
_OPEN: Final = 0.2
#: Share from which one verb under both is enough, and characters after a hedge in which its verb stands.
_SOME: Final = 0.15
#: Share of the heavier wording from which another verb is the same thing told in other words.
_MOSTLY: Final = 0.4
_VERB: Final = 48
#: Words around a hedge that it is about.
_ABOUT: Final = 12

_FIRMLY = re.compile(FIRM, re.IGNORECASE)
_FIRM_WORDS = re.compile(rf"{FIRM}|\bwould\b", re.IGNORECASE)
_WOULD = re.compile(r"\bwould\b")
_ON_TERMS = re.compile(r"\b(?:if|unless|should|were|provided|rather|like)\b", re.IGNORECASE)
_LEFT_OPEN = re.compile(OPEN, re.IGNORECASE)


def strength(pair: Pair) -> Iterator[Shift]:
    """What was left open and is now held firmly; or what was denied and is now affirmed."""
    one, two = pair.left.item, pair.right.item
    before, after = one.statement.commitment, two.statement.commitment
    if left_open(one) and held_firmly(two):
        nearly = pair.alike and (pair.tied or pair.whole >= _MOSTLY) and _governs(pair)
        if nearly or (pair.share >= _SOME and _same_verb(one, two)):
            yield firmer(one, two)
    elif rules_nothing_out(one) and not rules_nothing_out(two) and pair.share >= HALF:
        force = two.statement.chain[-1].force if two.statement.chain else "assert"
        if force in {"deny", "assert", "plan"} and after.low >= _FIRM and not after.non_denial:
            kind = "a denial" if force == "deny" else "an announcement"
            yield Shift(
                "strength", Ref(one.page.article.id, _cue(one)), Ref(two.page.article.id, _cue(two)),
                line(_cue(one).of(one.page.article.text))[:80], line(_cue(two).of(two.page.article.text))[:80],
                f"a reply that rules nothing out became {kind}", ("strength", force), ("strength", before.denial),
            )  # fmt: skip


def firmer(one: Placed, two: Placed) -> Shift:
    """The change from what one statement leaves open to what the other holds firmly."""
    hedge, firm = _hedge(one), firm_words(two)
    return Shift(
        "strength", Ref(one.page.article.id, hedge), Ref(two.page.article.id, firm),
        line(hedge.of(one.page.article.text)), line(firm.of(two.page.article.text)),
        "what was left open is said to be certain", ("strength", "firm"), ("strength", "open"),
    )  # fmt: skip


def _same_verb(one: Placed, two: Placed) -> bool:
    """Whether the word after the hedge is the one after what makes it firm ("may be closed", "will close")."""
    verbs = [
        next(
            iter(content_stems(item.page.article.text[span.end : span.end + _VERB], STOP | {"have", "forced"})), ""
        )
        for item, span in ((one, _hedge(one)), (two, firm_words(two)))
    ]
    return bool(verbs[0]) and verbs[0] == verbs[1]


def left_open(item: Placed) -> bool:
    """Whether a statement leaves its matter open by a hedge in its own words."""
    commitment = item.statement.commitment
    if commitment.low > _OPEN or commitment.polarity != "affirmed":
        return False
    return any(span.contains(hedge) for hedge in commitment.hedges for span in item.statement.content)


def held_firmly(item: Placed) -> bool:
    """Whether a statement holds its matter firmly: no word of it leaves anything open."""
    statement, commitment = item.statement, item.statement.commitment
    if commitment.low < _FIRM or commitment.polarity != "affirmed":
        return False
    if statement.chain and statement.chain[-1].force in {"question", "order", "decline-to-rule-out", "deny"}:
        return False
    text = statement.words(item.page.article.text)
    if statement.mode == "indirect" and statement.chain and not _ON_TERMS.search(text):
        text = _WOULD.sub("will", text)  # what is reported of "will"
    asks = text.rstrip().endswith("?")
    return not asks and not _LEFT_OPEN.search(text) and _FIRMLY.search(text) is not None


def rules_nothing_out(item: Placed) -> bool:
    """Whether a statement is a reply that neither affirms nor denies."""
    statement = item.statement
    declines = bool(statement.chain) and statement.chain[-1].force == "decline-to-rule-out"
    return declines or statement.commitment.non_denial or statement.commitment.denial == "not ruled out"


def _hedge(item: Placed) -> Span:
    """The first hedge in a statement's own words."""
    spans = item.statement.content
    return next(h for h in item.statement.commitment.hedges if any(span.contains(h) for span in spans))


def firm_words(item: Placed) -> Span:
    """The words that make a statement firm."""
    text = item.page.article.text
    for span in item.statement.content:
        if found := _FIRM_WORDS.search(text, span.start, span.end):
            return Span(*found.span())
    return item.statement.content[0]


def _cue(item: Placed) -> Span:
    """The words that attribute a statement, or its first."""
    cue = item.statement.chain[-1].cue.span if item.statement.chain else None
    return cue or item.statement.content[0]


def _governs(pair: Pair) -> bool:
    """Whether the words around the hedge are those that the firm wording has."""
    one = pair.left.item
    text, hedge = one.page.article.text, _hedge(one)
    near = {word for word, _ in _near(text, one.statement.content, hedge)}
    shared = pair.left.stems & pair.right.stems
    return pair.tied or (bool(shared) and 2 * len(shared & near) >= len(shared))


def _near(text: str, content: Iterable[Span], hedge: Span) -> Iterator[tuple[str, int]]:
    """The stems within _ABOUT words of a hedge."""
    for span in content:
        if span.contains(hedge):
            listed = words(span.of(text))
            at = next((n for n, (start, _, _) in enumerate(listed) if span.start + start >= hedge.start), 0)
            for number, (_, _, word) in enumerate(listed[max(0, at - _ABOUT) : at + _ABOUT]):
                for found in content_stems(word, frozenset()):
                    yield found, number
