"""What each article's running words are made of: what it copies, what it relays, what is its own.

Only paragraphs count: a title, a caption or a notice is nobody's reporting. A word is copied where it stands in a
passage that an earlier article has, too; of two articles without a sure order the first of the case is the earlier.
It is relayed where it belongs to a statement, with the words that say whose it is, of an origin that was first seen
in another article. All other words are the article's own. Work grows with the number of words and passages.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.model.case import Page
from sayso.model.origins import Copy, Origin, Reporting
from sayso.model.span import Span
from sayso.model.statements import Statement
from sayso.model.words import words

#: Decimals of a share.
_DECIMALS = 4


def reporting(pages: Iterable[Page], origins: Sequence[Origin], copies: Iterable[Copy]) -> tuple[Reporting, ...]:
    """For each article, in the order given, the shares of its words and the origins first seen there.

    An article without a paragraph counts as its own.
    """
    home = {ident: origin for origin in origins for ident in origin.statements}
    firsts: dict[str, list[str]] = defaultdict(list)
    for origin in origins:
        firsts[origin.first or ""].append(origin.id)
    taken: dict[str, list[Span]] = defaultdict(list)
    for copy in copies:
        later = copy.left if copy.earlier == "right" else copy.right
        taken[later.article].append(later.span)
    return tuple(_of(page, taken[page.article.id], home, firsts[page.article.id]) for page in pages)


def _of(page: Page, copied: Sequence[Span], home: dict[str, Origin], firsts: Sequence[str]) -> Reporting:
    """The shares of one article."""
    relayed = [
        span
        for statement in (*page.statements, *page.own_voice)
        if (origin := home.get(statement.id)) and origin.first != page.article.id
        for span in _places(statement)
    ]
    counts = {"copied": 0, "relayed": 0, "own": 0}
    copies, relays = _Places(copied), _Places(relayed)
    for start in _running(page):
        counts["copied" if start in copies else "relayed" if start in relays else "own"] += 1
    total = sum(counts.values()) or 1
    shares = {kind: round(counts[kind] / total, _DECIMALS) for kind in ("copied", "relayed")}
    own = round(1.0 - shares["copied"] - shares["relayed"], _DECIMALS)
    return Reporting(page.article.id, max(0.0, own), shares["relayed"], shares["copied"], tuple(firsts))


def _running(page: Page) -> Iterator[int]:
    """Where each word of the paragraphs begins; of the whole text where it has no blocks."""
    text = page.article.text
    blocks = [block.span for block in page.blocks if block.kind == "paragraph"]
    if not page.blocks and text:
        blocks = [Span(0, len(text))]
    for block in blocks:
        for start, _, _ in words(block.of(text)):
            yield block.start + start


def _places(statement: Statement) -> Iterator[Span]:
    """The places of a statement's content, its sources and its cues."""
    yield from statement.content
    for hop in statement.chain:
        yield from (span for span in (hop.source.span, hop.cue.span) if span)


class _Places:
    """Stretches of a text, to be asked whether a place lies in one of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def __contains__(self, place: int) -> bool:
        """Whether a place lies in one of the stretches."""
        at = bisect_right(self._starts, place) - 1
        return at >= 0 and place < self._ends[at]
