"""What the rules make of one passage: made once, then hints for a network, and merged with what that finds."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.brain.rules import in_passage
from sayso.brain.scores import score
from sayso.brain.tokens import QUOTE, Tokens, tokens
from sayso.model.ports import Passage
from sayso.model.span import Span

#: A sentence of so many tokens is a quotation alone: with a stop, and no words of the writer's.
_ALONE = 2
#: A passage of so many: with a dash or a bracket, too.
_NEARLY_ALONE = 3


@dataclass(frozen=True, slots=True)
class Told:
    """An attribution at its place in the text, and what found it.

    `pattern` is that of the rules (findings.Finding), LEARNED where a network found it; `lemma` that of the rules'
    cue. `content` is in the order in which it was found, and empty where a later passage has to tell it. `score`:
    the probability that it is right.
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    score: float
    pattern: str
    lemma: str = ""


#: The pattern of what a network found.
LEARNED = "learned"


@dataclass(frozen=True, slots=True)
class Sketch:
    """A passage as the rules read it alone.

    `told` are its outermost findings in text order. `alone` are the sentences that are nothing but a quotation;
    `quotation` says whether the whole passage is, or little more. `plain` says whether it is a paragraph.
    """

    passage: Passage
    told: tuple[Told, ...]
    alone: tuple[Span, ...]
    quotation: bool

    @property
    def plain(self) -> bool:
        """Whether the passage is a paragraph, no heading or item."""
        return self.passage.kind == "paragraph"


def sketched(text: str, passage: Passage) -> Sketch:
    """The rules' reading of a passage."""
    t = tokens(text, passage)
    told = tuple(
        Told(
            t.span(*one.source) if one.source else None,
            t.span(*one.cue),
            tuple(t.span(*piece) for piece in one.content),
            score(one),
            one.pattern,
            one.lemma,
        )
        for one in in_passage(t)
    )
    return Sketch(passage, told, _alone(t), 0 < len(t) <= _NEARLY_ALONE and t.low[0] == QUOTE)


def _alone(t: Tokens) -> tuple[Span, ...]:
    return tuple(
        t.span(first, after)
        for first, after in zip(t.bounds, t.bounds[1:], strict=False)
        if t.low[first] == QUOTE and after - first <= _ALONE
    )
