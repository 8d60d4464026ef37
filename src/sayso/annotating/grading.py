"""What a gauge adds to commitment: bounds where no word gives them, events, and kinds of reply.

The words come first. Where a word of likelihood stands in a clause, people's quantiles for that word are its
bounds; a gauge has the say where nothing but the wording as a whole tells how sure the holder is ("agreed to pay",
"the proposed levy"). A kind of reply that the forms know (lang/en/denials) needs little support from the gauge, one
that only the gauge sees needs much. Nothing that a gauge says turns a negated content into an affirmed one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotating import forces
from sayso.annotating.commitment import may_deny
from sayso.lang.en import denials
from sayso.model.ports import Gauge, Grade, Passage, Said
from sayso.model.statements import Commitment, Statement

Both = tuple[tuple[Statement, ...], tuple[Statement, ...]]

#: How probable a reply of any kind must be: where a form of words says so, where the gauge alone does and a word of
#: denial stands in it, and where none does; and a kind of non-denial that is to outdo the form of a denial. Chosen
#: from grids on replies-dev, passages-dev and the development cases.
FORM_NEEDS, WORD_NEEDS, ELSE_NEEDS = 0.1, 0.65, 0.9
KIND_NEEDS = 0.35


def graded(text: str, passages: Sequence[Passage], statements: Both, gauge: Gauge) -> Both:
    """Statements, and those of the article's own voice, with what the gauge makes of their commitment."""
    said, own = statements
    grades = gauge.gauge(text, passages, [_said(one) for one in (*said, *own)])
    new = [
        replace(one, commitment=_committed(text, one, grade)) if grade else one
        for one, grade in zip((*said, *own), grades, strict=True)
    ]
    return tuple(new[: len(said)]), tuple(new[len(said) :])


def _said(one: Statement) -> Said:
    hop = one.chain[-1] if one.chain else None
    return Said(hop.source.span if hop else None, hop.cue.span if hop else None, one.content)


def _committed(text: str, one: Statement, grade: Grade) -> Commitment:
    """A statement's commitment with a grade."""
    was = one.commitment
    kind = (
        kind_of(was.denial, dict(grade.kinds), word=_has_word(text, one), negated=bool(was.negations))
        if one.chain
        else None
    )
    low, high = was.low, was.high
    if not was.words and was.polarity == "affirmed" and grade.events:
        low, high = grade.events[0].low, grade.events[0].high
    return replace(
        was, low=low, high=high, events=grade.events, denial=kind, non_denial=kind in denials.NON_DENIALS
    )


def _has_word(text: str, one: Statement) -> bool:
    """Whether a word of a denial or of a refusal stands in a statement or its cue."""
    hop = one.chain[-1]
    if hop.force in {"deny", "decline-to-rule-out"} or forces.negated(hop.cue.text):
        return True
    return any(may_deny(span.of(text)) for span in one.content)


def kind_of(form: str | None, kinds: dict[str, float], *, word: bool, negated: bool) -> str | None:
    """The kind of reply by its form (None: no form fits) and the gauge's probabilities; None for no reply.

    A form of non-denial is precise and stands. A form of denial gives way to a kind of non-denial that the gauge
    sees ("denied that a decision had been taken" is one for now); who denies has commented. What the gauge alone
    takes for a denial must be `negated`, or beyond doubt; `word`: whether it has a word of any reply.
    """
    reply = 1 - kinds["none"]
    if reply < (FORM_NEEDS if form else WORD_NEEDS if word else ELSE_NEEDS):
        return None
    likeliest = max((kind for kind in kinds if kind != "none"), key=kinds.__getitem__)
    if form is None:
        return likeliest if likeliest != "denial" or negated or reply >= ELSE_NEEDS else None
    gives_way = form not in denials.NON_DENIALS and kinds[likeliest] >= KIND_NEEDS and likeliest != "no comment"
    return likeliest if gives_way else form
