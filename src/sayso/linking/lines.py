"""A heading and the sentences under it as lines: their words of matter, and the words by which they step back."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.lang.en.headlines import GUARDED, STEPS
from sayso.lang.en.words import STOP
from sayso.linking.sentences import sentences
from sayso.model.article import BlockKind
from sayso.model.case import Page
from sayso.model.span import Span
from sayso.model.words import stem, words

#: Code points of a sentence that are read; longer ones are lists or no sentences.
_LONGEST = 600

#: Words that a step which speaks of its subject has behind it at most; breaks that do not end a clause after
#: "whether"; families that go by another's name.
_BARE = 3
_CROSSED = ("will", "would")
_FAMILY = {"passive": "weigh", "whether": "open"}

#: Words over which a step reaches, and sentences that a title, teaser or caption is compared with.
_SCOPE, _FAR = 14, 300


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: its span in the article, its words as (start, end, stem), and the stems that carry matter."""

    span: Span
    words: tuple[tuple[int, int, str], ...]
    matter: frozenset[str]


@dataclass(frozen=True, slots=True)
class Step:
    """Words that step back ("may", "is considering"): their family and level, and the words they reach."""

    family: str
    level: int
    span: Span
    reach: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A heading's line and a sentence of its text: the stems they share, as a part of the heading's matter."""

    head: Line
    text: Line
    shared: frozenset[str]

    @property
    def share(self) -> float:
        """The part of the heading's words of matter that the sentence has, in (0, 1]."""
        return len(self.shared) / len(self.head.matter)

    @property
    def places(self) -> list[tuple[int, int, str]]:
        """The words of the sentence that the heading has, too."""
        return [word for word in self.text.words if word[2] in self.shared]


def lines(text: str, span: Span) -> list[Line]:
    """The sentences of a stretch of `text`, each at most 600 code points of it."""
    piece = span.of(text)
    return [
        _line(text, Span(found.start, min(found.end, found.start + _LONGEST)).shifted(span.start))
        for found in sentences(piece)
        if any(map(str.isalnum, found.of(piece)))
    ]


def _cut(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + _LONGEST))


def _line(text: str, span: Span) -> Line:
    found, matter = _words(span.of(text))
    return Line(span, tuple((span.start + a, span.start + b, word) for a, b, word in found), matter)


@lru_cache(maxsize=4096)
def _words(sentence: str) -> tuple[tuple[tuple[int, int, str], ...], frozenset[str]]:
    """The stems of a sentence with their places in it, and those that say what it is about."""
    found = list(words(sentence))
    matter = {stem(word) for _, _, word in found if word.casefold() not in STOP}
    parts = {part for one in matter if "-" in one for part in map(stem, one.split("-")) if len(part) > 2}
    return tuple((a, b, stem(word)) for a, b, word in found), frozenset(matter | parts)


_GUARDED = re.compile(rf"\b(?:{GUARDED})\b", re.IGNORECASE)
_STEPS = {
    name: (level, re.compile(rf"\b(?:{pattern})(?!\w)", re.IGNORECASE)) for name, (level, pattern) in STEPS.items()
}
_BREAK = re.compile(
    r"[;:—–]|,(?!\d)|\b(?:but|which|who|because|although|while|after|unless|will|would|said|says|told)\b",
    re.IGNORECASE,
)


def steps(text: str, line: Line) -> list[Step]:
    """The words of a line that step back, in text order, each with the words it reaches in its clause.

    Words that say something of their subject ("is unclear", "is being considered") reach back to it.
    """
    found = []
    starts = [start for start, _, _ in line.words]
    breaks = [match.span() for match in _BREAK.finditer(text, line.span.start, line.span.end)]
    for family, (level, pattern) in _STEPS.items():
        for match in pattern.finditer(text, line.span.start, line.span.end):
            if _is_month(text, match):
                continue
            crossed = _CROSSED if family == "whether" else ()
            ends = (a for a, b in breaks if a >= match.end() and text[a:b].lower() not in crossed)
            end = next(ends, line.span.end)
            first, last = bisect_left(starts, match.end()), bisect_left(starts, end)
            reach = line.words[first : min(last, first + _SCOPE)]
            if family == "passive" or (family == "open" and len(reach) < _BARE):
                from_ = next((b for _, b in reversed(breaks) if b <= match.start()), line.span.start)
                back = bisect_left(starts, match.start())
                reach = (*reach, *line.words[max(bisect_left(starts, from_), back - _SCOPE) : back])
            found.append(Step(_FAMILY.get(family, family), level, Span(*match.span()), reach))
    return sorted(found, key=lambda step: (step.span, step.family))


def _is_month(text: str, match: re.Match[str]) -> bool:
    """Whether "May" is the month: a capital inside a sentence, or a number after it."""
    before = text[max(0, match.start() - 2) : match.start()].strip()
    return match.group() == "May" and (
        before[-1:].isalnum() or text[match.end() : match.end() + 2].strip()[:1].isdigit()
    )


def guarded(text: str, line: Line) -> bool:
    """Whether a heading steps back in some other way than those of `steps`."""
    return bool(_GUARDED.search(text, line.span.start, line.span.end))


@lru_cache(maxsize=4096)
def pattern(words_of: str) -> re.Pattern[str]:
    """A table's pattern, matched as whole words without regard to case."""
    return re.compile(rf"(?<!\w)(?:{words_of})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Headed:
    """A block that stands over text, its sentences, and the sentences of the text it stands over."""

    kind: BlockKind
    lines: tuple[Line, ...]
    under: Sequence[Line]


def headed(page: Page) -> list[Headed]:
    """The titles, teasers, headings and captions of a page with the text each stands over.

    A heading stands over what comes before the next one; headings in a row, as in a list of contents, over the
    same text; all others over the whole article.
    """
    text = page.article.text
    body: list[Line] = []
    firsts: list[int] = []
    for block in page.blocks:
        firsts.append(len(body))
        if block.kind == "paragraph":
            body += lines(text, block.span)
    ends = _ends(page, firsts, len(body))
    found = []
    for block, first, end in zip(page.blocks, firsts, ends, strict=True):
        if block.kind in {"title", "teaser", "heading", "caption"}:
            under = body[first : min(end, first + _FAR)] if block.kind == "heading" else body[:_FAR]
            several = block.kind in {"teaser", "caption"}
            own = lines(text, block.span)[:4] if several else [_line(text, _cut(block.span))]
            found.append(Headed(block.kind, tuple(own), under))
    return found


def _ends(page: Page, firsts: Sequence[int], size: int) -> list[int]:
    """For each block, up to which sentence a heading in its place would reach."""
    ends = [size] * len(page.blocks)
    here = after = size  # where the section ends that a heading stands over: with and without text in between
    for at in range(len(page.blocks) - 1, -1, -1):
        kind = page.blocks[at].kind
        if kind == "paragraph":
            here = after
        ends[at] = here
        if kind == "heading":
            after = firsts[at]
    return ends
