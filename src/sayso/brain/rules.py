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

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.brain.findings import Finding, Range, Sentence
from sayso.brain.phrases import according, labelled, nouns, reported_by, signed
from sayso.brain.predicates import Reader
from sayso.brain.recall import Recall, cut
from sayso.brain.scores import score
from sayso.brain.tokens import QUOTE, Tokens, tokens
from sayso.lang.en import cues
from sayso.model.ports import Attribution, Passage
from sayso.model.span import Span

_NEAREST = 16
_LONGEST_DATELINE = 16
_MARKS = frozenset(("#", "*", ">", "•", "-", "–", "—", "|"))
_DASHES = frozenset(("-", "—", "–", "--"))


class RuleTagger:
    """Tags by rules; satisfies model.ports.Tagger."""

    name = "rules"

    def __init__(self) -> None:
        """No passage was read before."""
        self._recall: Recall[Read] = Recall()

    def tag(self, text: str, passages: Sequence[Passage]) -> tuple[Attribution, ...]:
        """Attributions with their cue in one of `passages`, in text order; nested ones are left out."""
        return tuple(_attribution(one) for one in findings(text, passages, self._recall))


class Placed:
    """A finding with its tokens, and contents in later passages that go on from it."""

    __slots__ = ("finding", "later", "t")

    def __init__(self, t: Tokens, finding: Finding) -> None:
        """Place a finding; nothing is known of later passages."""
        self.t = t
        self.finding = finding
        self.later: list[Span] = []


#: The tokens of a passage cut out and what was found in it.
Read = tuple[Tokens, list[Finding]]


def _read(text: str, passage: Passage, recall: Recall[Read] | None) -> Read:
    """The tokens of a passage and its findings, those of one that was read before moved to its place."""
    if recall is None:
        t = tokens(text, passage)
        return t, in_passage(t)
    alone = cut(text, passage)
    known = recall.get(alone)
    if known is None:
        t = tokens(*alone)
        known = t, in_passage(t)
        recall.keep(alone, known)
    return known[0].moved(text, passage.span.start - alone[1].span.start), known[1]


def findings(text: str, passages: Sequence[Passage], recall: Recall[Read] | None = None) -> list[Placed]:
    """All outermost findings, each with what later passages add to it; `recall` holds passages read before."""
    found: list[Placed] = []
    speaker: Placed | None = None
    pending: Placed | None = None
    for passage in passages:
        t, told = _read(text, passage, recall)
        here = [Placed(t, one) for one in told]
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
        speaker = quoted[-1] if quoted and quoted[-1] is here[-1] else pending
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


def in_passage(t: Tokens) -> list[Finding]:
    """The outermost findings of a passage, in text order, with quotations that no finding held."""
    if one := signed(t):
        return [one]
    found: list[Finding] = []
    for index, sentence in enumerate(_sentences(t)):
        label = labelled(sentence, first=index == 0)
        found += [label] if label else []
        found += Reader(sentence).findings()
        found += according(sentence)
        found += nouns(sentence)
        found += reported_by(sentence)
    return _with_loose_quotations(t, outermost([one for one in map(_proper, found) if one]))


def _proper(one: Finding) -> Finding | None:
    """A finding without empty pieces of content; None where it had content and no piece is left."""
    content = tuple(piece for piece in one.content if piece[0] < piece[1])
    if one.source and one.source[0] >= one.source[1]:
        return None
    return replace(one, content=content) if content or not one.content else None


def _sentences(t: Tokens) -> Iterator[Sentence]:
    """The sentences of a passage without their final stops."""
    for first, after in zip(t.bounds, t.bounds[1:], strict=False):
        end = after
        while end > first and t.low[end - 1] in (".", "!"):
            end -= 1
        begin = _past_dateline(t, _past_marks(t, first, end), end) if first == 0 else first
        if end > begin:
            yield Sentence(t, begin, end)


def _past_marks(t: Tokens, first: int, end: int) -> int:
    """The token after list and heading marks, a time of day and "BREAKING:" at the start of a passage."""
    at = first
    while at < min(end, first + 8) and t.low[at] in _MARKS:
        at += 1
    if at + 3 < end and t.low[at].isdigit() and t.low[at + 1] == ":" and t.low[at + 2].isdigit():
        at += 3
        at += t.low[at] in _DASHES or t.low[at] in (":", "am", "pm")
    if at + 2 < end and t.low[at + 1] == ":" and t.low[at] in cues.NO_SPEAKERS:
        at += 2
    return at if at < end else first


def _past_dateline(t: Tokens, first: int, end: int) -> int:
    """The token after "PORT TOWN, Nov 6 (Agency) -" where a passage begins with such a line, else `first`."""
    shouted = t.word(first).isupper() and len(t.word(first)) > 2
    for at in range(first + 1, min(end - 1, first + _LONGEST_DATELINE)):
        if t.low[at] in _DASHES:
            agency = t.low[at - 1] == ")" and t.is_capital(first)
            again = any(t.low[k] == t.low[at] for k in range(at + 1, min(end, at + _LONGEST_DATELINE)))
            return at + 1 if agency or (shouted and not again) else first
    return first


def outermost(found: Sequence[Finding]) -> list[Finding]:
    """Findings whose cue stands in no other finding's content, one for a cue, in text order.

    Where two hold each other's cues, the one that stands beside its content ("…, X said") is the outer one, else
    the one that comes first in the text.
    """
    holders = Holders(found)
    open_ones = [one for one in found if all(_excuses(other, one) for other in holders.of(one))]
    holders = Holders(open_ones)
    kept: list[Finding] = []
    chosen: set[int] = set()
    last = -1
    for one in sorted(open_ones, key=lambda each: (each.cue, -score(each))):
        if one.cue[0] < last or any(id(other) in chosen for other in holders.of(one)):
            continue
        kept.append(one)
        chosen.add(id(one))
        last = one.cue[1]
    return kept


def _excuses(outer: Finding, inner: Finding) -> bool:
    """Whether a finding stays although its cue stands in another's content: it stands beside that one."""
    if not any(first <= outer.cue[0] < after for first, after in inner.content):
        return False
    return _beside(inner) or (not _beside(outer) and inner.cue < outer.cue)


def _beside(one: Finding) -> bool:
    """Whether a finding's content stands before its source and cue."""
    before = bool(one.content) and one.content[0][0] < one.cue[0]
    return before and one.pattern.startswith(("aside", "inverted", "according"))


class Holders:
    """Which findings' contents hold a place, looked up among the nearest sixteen before it and the widest."""

    def __init__(self, found: Sequence[Finding]) -> None:
        """Sort the pieces of all contents by their first token."""
        self.pieces = sorted(
            ((first, after, k) for k, one in enumerate(found) for first, after in one.content),
        )
        self.found = found
        self.starts = [piece[0] for piece in self.pieces]
        self.widest: list[int] = []
        for k, piece in enumerate(self.pieces):
            best = self.widest[-1] if self.widest else k
            self.widest.append(k if piece[1] > self.pieces[best][1] else best)

    def of(self, one: Finding) -> list[Finding]:
        """The findings, other than `one`, with a piece of content that holds its cue's first token."""
        place = one.cue[0]
        upto = bisect_right(self.starts, place)
        near = {*range(max(0, upto - _NEAREST), upto), *self.widest[upto - 1 : upto]} if upto else set()
        holding = {self.pieces[k][2] for k in near if self.pieces[k][1] > place}
        return [self.found[k] for k in sorted(holding) if self.found[k] is not one]


def _with_loose_quotations(t: Tokens, found: list[Finding]) -> list[Finding]:
    """The findings, with sentences that are nothing but a quotation given to the source quoted around them."""
    covered = {
        at for one in found for first, after in one.content for at in (first, after - 1) if t.low[at] == QUOTE
    }
    quoting = [k for k, one in enumerate(found) if _quotes(t, one)]
    cues = [found[k].cue[0] for k in quoting]
    added: dict[int, list[Range]] = {}
    for first, after in zip(t.bounds, t.bounds[1:], strict=False):
        if not quoting or t.low[first] != QUOTE or after - first > 2 or first in covered:
            continue
        at = bisect_right(cues, first)
        added.setdefault(quoting[at - 1 if at else 0], []).append((first, after))
    return [
        replace(one, content=tuple(sorted({*one.content, *added[k]}))) if k in added else one
        for k, one in enumerate(found)
    ]
