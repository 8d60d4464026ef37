"""How sure it is, changed on the way: what was left open is held firmly, or a reply that ruled nothing out denies.

Only words of the statement itself count, not those of who relays it: "believes that it will close" is the
relay's choice of a verb, "will close" for "may close" is a change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from sayso.lang.en.drifting import FIRM, NEGATIVE, OPEN
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
#: Share from which two wordings are the same but for a "not", and words that two must share for a reply to be one.
_TURNED: Final = 0.85
_WORDS: Final = 3
#: Characters from a statement's beginning within which a hedge is about its matter, as in linking/headings.py.
_EARLY: Final = 60
#: Share of the heavier wording from which another verb is the same thing told in other words.
_MOSTLY: Final = 0.4
_VERB: Final = 48
#: Words around a hedge that it is about.
_ABOUT: Final = 12

_FIRMLY = re.compile(FIRM, re.IGNORECASE)
_FIRM_WORDS = re.compile(rf"{FIRM}|\bwould\b", re.IGNORECASE)
_WOULD = re.compile(r"\bwould\b")
_ON_TERMS = re.compile(r"\b(?:if|unless|should|were|provided|rather|like)\b", re.IGNORECASE)
_NEGATIVE = re.compile(NEGATIVE, re.IGNORECASE)
_LEFT_OPEN = re.compile(OPEN, re.IGNORECASE)


def strength(pair: Pair) -> Iterator[Shift]:
    """What was left open and is now held firmly; a reply that ruled nothing out; a "not" lost or gained."""
    one, two = pair.left.item, pair.right.item
    if left_open(one) and held_firmly(two):
        alike = pair.alike and (pair.tied or pair.whole >= _MOSTLY) and opens_hedged(one) and _governs(pair)
        if (alike and _verb(one, _hedge(one)) not in pair.right.stems) or (
            pair.share >= _SOME and _same_verb(one, two)
        ):
            yield firmer(one, two)
    elif rules_nothing_out(one) and pair.share >= HALF and len(pair.left.stems & pair.right.stems) >= _WORDS:
        if two.statement.commitment.denial == "denial" and not rules_nothing_out(two):
            yield _shift(one, two, _cue(one), _cue(two), "a reply that rules nothing out became a denial")
        elif _declines(one) and held_firmly(two):
            yield _shift(one, two, _cue(one), firm_words(two), "what was not ruled out is said to be certain")
    elif pair.whole >= _TURNED and _turned(one, two):
        left, right = (_not(item) or item.statement.content[0] for item in (one, two))
        yield _shift(one, two, left, right, "the one says “not”, the other does not")


def _turned(one: Placed, two: Placed) -> bool:
    """Whether one of two firm statements has a "not", and the other no word that denies."""
    firm = one.statement.commitment.low >= _FIRM <= two.statement.commitment.low
    return firm and (_not(one) is None) != (_not(two) is None) and _no(one) != _no(two)


def _shift(one: Placed, two: Placed, before: Span, after: Span, what: str) -> Shift:  # noqa: PLR0917 - two of each
    return Shift(
        "strength", Ref(one.page.article.id, before), Ref(two.page.article.id, after),
        line(before.of(one.page.article.text))[:80], line(after.of(two.page.article.text))[:80],
        what, ("strength", what), ("strength", "before"),
    )  # fmt: skip


def _not(item: Placed) -> Span | None:
    """The first negation in a statement's own words."""
    spans = item.statement.content
    inside = (n for n in item.statement.commitment.negations if any(span.contains(n) for span in spans))
    return next(inside, None)


def _no(item: Placed) -> bool:
    """Whether a statement or who reports it has any word that denies, wherever it stands."""
    cue = item.statement.chain[-1].cue.text if item.statement.chain else ""
    force = item.statement.chain[-1].force if item.statement.chain else "assert"
    return (
        force != "assert" or _NEGATIVE.search(f"{cue} {item.statement.words(item.page.article.text)}") is not None
    )


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
    verb = _verb(one, _hedge(one))
    return bool(verb) and verb == _verb(two, firm_words(two))


def _verb(item: Placed, span: Span) -> str:
    """The stem of the first word of matter behind a hedge, or what makes it firm; empty where there is none."""
    behind = item.page.article.text[span.end : span.end + _VERB]
    return next(iter(content_stems(behind, STOP | {"have", "forced"})), "")


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


def _declines(item: Placed) -> bool:
    """Whether a statement is what somebody did not rule out."""
    declines = bool(item.statement.chain) and item.statement.chain[-1].force == "decline-to-rule-out"
    return declines or item.statement.commitment.denial == "not ruled out"


def opens_hedged(item: Placed) -> bool:
    """Whether the hedge stands early in a statement: one further on may be about something else."""
    return _hedge(item).start - item.statement.content[0].start < _EARLY


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
