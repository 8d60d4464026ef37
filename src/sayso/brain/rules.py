"""A tagger of rules and tables: who says what, without a learned model.

Theory. A passage is cut into tokens in which a whole quotation is one token, so that the sentences outside
quotations can be read. In each sentence every word that the tables of lang/en/cues.py know is tried as a cue:
verbs (predicates.py), nouns and prepositions (phrases.py). A cue needs a source (subjects.py) and a content
(contents.py), or it is none. Cues inside the content of another finding are nested and left to the pass over that
content. Quotations that no finding holds go to the source that was quoted last in the paragraph, or across
paragraphs where a paragraph is nothing but a quotation; "…:" at the end of a block announces the next one.
Every step looks a bounded number of tokens to either side, so the time is linear in the text's length.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sayso.brain.findings import Finding, Sentence
from sayso.brain.phrases import according, labelled, nouns
from sayso.brain.predicates import Reader
from sayso.brain.scores import score
from sayso.brain.tokens import QUOTE, Tokens, tokens
from sayso.model.ports import Attribution, Passage
from sayso.model.span import Span


class RuleTagger:
    """Tags by rules; satisfies model.ports.Tagger."""

    name = "rules"

    def tag(self, text: str, passages: Sequence[Passage]) -> tuple[Attribution, ...]:
        """Attributions with their cue in one of `passages`, in text order; nested ones are left out."""
        return tuple(_attribution(one) for one in findings(text, passages))


@dataclass(slots=True)
class Placed:
    """A finding with its tokens, and contents in later passages that go on from it."""

    t: Tokens
    finding: Finding
    later: list[Span] = field(default_factory=list)


def findings(text: str, passages: Sequence[Passage]) -> list[Placed]:
    """All outermost findings, each with what later passages add to it."""
    found: list[Placed] = []
    speaker: Placed | None = None
    pending: Placed | None = None
    for passage in passages:
        t = tokens(text, passage)
        here = [Placed(t, one) for one in in_passage(t, passage)]
        if pending and not here and len(t):
            pending.later.append(t.span(0, len(t)))
            speaker, pending = pending, None
            continue
        if speaker and not here and passage.kind == "paragraph" and _only_quotation(t):
            speaker.later.append(t.span(0, len(t)))
            continue
        found += here
        pending = next((one for one in here[-1:] if not one.finding.content), None)
        quoted = [one for one in here if _quotes(one.t, one.finding)]
        speaker = quoted[-1] if quoted and t.low[len(t) - 1] == QUOTE else pending
    return [one for one in found if one.finding.content or one.later]


def _attribution(one: Placed) -> Attribution:
    t, finding = one.t, one.finding
    source = t.span(*finding.source) if finding.source else None
    content = tuple(sorted((*(t.span(*piece) for piece in finding.content), *one.later)))
    return Attribution(source, t.span(*finding.cue), content, score(finding))


def _only_quotation(t: Tokens) -> bool:
    """Whether a passage is a quotation from its first token and little more."""
    return 0 < len(t) <= 3 and t.low[0] == QUOTE


def _quotes(t: Tokens, finding: Finding) -> bool:
    """Whether a finding's content holds a quotation."""
    return any(QUOTE in t.low[first:after] for first, after in finding.content)


def in_passage(t: Tokens, passage: Passage) -> list[Finding]:
    """The outermost findings of a passage, in text order, with quotations that no finding held."""
    found: list[Finding] = []
    for index, sentence in enumerate(_sentences(t)):
        label = labelled(sentence, first=index == 0)
        found += [label] if label else []
        found += Reader(sentence).findings()
        found += according(sentence)
        found += nouns(sentence)
    del passage
    return _with_loose_quotations(t, outermost(found))


def _sentences(t: Tokens) -> Iterator[Sentence]:
    """The sentences of a passage without their final stops."""
    for first, after in zip(t.bounds, t.bounds[1:], strict=False):
        end = after
        while end > first and t.low[end - 1] in (".", "!"):
            end -= 1
        if end > first:
            yield Sentence(t, first, end)


def outermost(found: Sequence[Finding]) -> list[Finding]:
    """Findings whose cue stands in no other finding's content, one for a cue, in text order.

    Where two hold each other's cues, the one that stands beside its content ("…, X said") is the outer one, else
    the one that comes first in the text.
    """
    kept: list[Finding] = []
    for one in sorted(found, key=lambda each: (not _beside(each), each.cue, -score(each))):
        if any(_holds(other, one) and not (_holds(one, other) and _beside(one)) for other in found if other is not one):
            if not (_beside(one) and all(_holds(one, other) for other in found if other is not one and _holds(other, one))):
                continue
        if any(other.cue[0] < one.cue[1] and one.cue[0] < other.cue[1] or _holds(other, one) for other in kept):
            continue
        kept.append(one)
    return sorted(kept, key=lambda each: each.cue)


def _beside(one: Finding) -> bool:
    """Whether a finding's content stands before its source and cue."""
    return bool(one.content) and one.content[0][0] < one.cue[0] and one.pattern.startswith(("aside", "inverted", "according"))


def _holds(outer: Finding, inner: Finding) -> bool:
    return any(first <= inner.cue[0] < after for first, after in outer.content)


def _with_loose_quotations(t: Tokens, found: list[Finding]) -> list[Finding]:
    """The findings, with sentences that are nothing but a quotation given to the source quoted around them."""
    out = list(found)
    for first, after in zip(t.bounds, t.bounds[1:], strict=False):
        if t.low[first] != QUOTE or after - first > 2 or any(_covers(one, first) for one in out):
            continue
        before = [k for k, one in enumerate(out) if one.cue[0] < first and _quotes(t, one)]
        later = [k for k, one in enumerate(out) if one.cue[0] >= after and _quotes(t, one)]
        k = before[-1] if before else later[0] if later else None
        if k is not None:
            out[k] = replace(out[k], content=tuple(sorted((*out[k].content, (first, after)))))
    return out


def _covers(one: Finding, at: int) -> bool:
    return any(first <= at < after for first, after in one.content)
