"""What a network reads in statements that share no matter with a hypothesis.

Theory. Two thirds of what people say of a matter has none of its words ("the printers have cleared their week"),
and rules call it unrelated. A network sees some of it, but it also takes background for evidence, so that it is
asked only where words have nothing to say, only of what somebody else than the article says, and only believed
where it is sure. It reads source, cue and content together, so that "denied that" needs no turning round. A side
that it alone sees is weak. Tried on 240 marked statements in docs/why/stances.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.linking.roots import is_self
from sayso.model.case import Page
from sayso.model.ports import Bearing, Entailer
from sayso.model.stances import Hypothesis, Lean, Stance
from sayso.model.statements import Statement

#: How sure a network must be. At 0.5 it finds more of what supports by evidence, and relates more background.
SURE = 0.65
#: The least relevance, as for words.
_RELATED = 0.3
#: How strong a side is that a network alone sees: as "may" is.
STRENGTH = 0.2


def stances(
    left: Sequence[tuple[Page, Statement, str]], hypothesis: Hypothesis, entailer: Entailer
) -> Iterator[Stance]:
    """Stances of those (page, statement, what it says) in which a network is sure to read one."""
    others = [one for one in left if one[1].chain and not is_self(one[1])]
    told = entailer.bear([(with_source(*one), hypothesis.text) for one in others])
    for (_, statement, _), bearing in zip(others, told, strict=True):
        lean, share = _side(bearing)
        if bearing.relevance >= _RELATED and share >= SURE:
            strength = STRENGTH if lean != "open" else 0.0
            yield Stance(statement.id, hypothesis.id, lean, strength, (f"in other words: {bearing.reasons[-1]}",))


def _side(bearing: Bearing) -> tuple[Lean, float]:
    """The lean with the largest share, and that share."""
    shares: dict[Lean, float] = {"support": bearing.support, "deny": bearing.deny, "open": bearing.open}
    lean = max(shares, key=shares.__getitem__)
    return lean, shares[lean]


def with_source(page: Page, statement: Statement, said: str) -> str:
    """What a statement says after its source and cue, as far as the text has them."""
    hop, text = statement.chain[-1], page.article.text
    places = (hop.source.span, hop.cue.span)
    return " ".join([*(text[place.start : place.end] for place in places if place), said])
