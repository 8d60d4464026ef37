"""From blocks to passages for a tagger, and from a tagger's attributions to drafts of statements."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.annotating.quotes import quotations
from sayso.annotating.segment import sentences
from sayso.model.article import Block, BlockKind
from sayso.model.ports import Attribution, Passage
from sayso.model.span import Span, cover, trimmed
from sayso.model.statements import Mode

_MARKS = "\"“”„‟«»＂‘’'‚‛‹›`"
_SPACE = " \t\r\n\f\v\u00a0\u200b\u200e\u200f\u2028\u2029\u202f\u3000\ufeff"
_LEADING = ",;:—–-" + _SPACE
_TRAILING = ",;:—–-" + _SPACE
#: Closing marks with the ones that open them, and what no content ends or begins with.
_OPENING_OF = {"”": "“", ")": "(", "]": "[", "»": "«"}
_CLOSING, _OPENS = "”)]»", "“([«"
#: "… and —": the content was cut before it went on.
_LOOSE_AND = re.compile(r",\s+(?:and|but|or)$")


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement before its sources are named and its chain is built.

    `content` has no quotation marks or white space at its ends; `parent` is the index of the draft whose
    content this one stands in, else None.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    mode: Mode
    block: BlockKind
    confidence: float
    parent: int | None = None


def passages(text: str, blocks: Iterable[Block], *, inner: bool = False) -> tuple[Passage, ...]:
    """A passage for every block that says something (all but furniture), in the order given.

    For a pass inside contents, give their spans as blocks of the kind they stand in, and `inner`.
    """
    return tuple(
        Passage(block.span, block.kind, sentences(text, block.span), quotations(text, block.span), inner)
        for block in blocks
        if block.kind != "furniture"
    )


def drafts(
    text: str, blocks: Sequence[Block], found: Sequence[Attribution], layout: Layout | None = None
) -> tuple[Draft, ...]:
    """One draft for each finding that says something outside furniture, in text order, without doubles.

    Where two findings share their cue, or their source and content, the one with the higher score stays.
    `parent` is left None: nesting is for chains. `layout`: that of text and blocks, where it is known.
    """
    layout = layout or Layout(text, blocks)
    kept: dict[tuple[object, ...], Draft] = {}
    for one in sorted(found, key=lambda each: (-each.score, each.content)):
        content = layout.cleaned(one.content)
        if not content:
            continue
        source, cue = layout.worded(one.source), layout.bare(one.cue)
        kind = layout.kind_at((cue or content[0]).start)
        if kind == "furniture":
            continue
        draft = Draft(source, cue, content, layout.mode(content, one.content), kind, one.score)
        keys: tuple[tuple[object, ...], ...] = (("said", source, content),)
        if cue:
            keys = (*keys, ("cue", cue))
        if not any(key in kept for key in keys):
            kept.update(dict.fromkeys(keys, draft))
    return tuple(sorted(set(kept.values()), key=_place))


def _place(draft: Draft) -> tuple[int, int, int]:
    """Where a draft stands in the text: by its cue, else by its content."""
    first = min(draft.content[0].start, (draft.cue or draft.content[0]).start)
    return (first, draft.cue.start if draft.cue else -1, -draft.content[-1].end)


class Layout:
    """Blocks and quotations of a text, looked up by place in logarithmic time."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        """Sort the blocks and find the quotations of all but furniture, once for a text."""
        self.text = text
        self.blocks = sorted(blocks)
        self.starts = [block.span.start for block in self.blocks]
        self.junk = [block.span for block in self.blocks if block.kind == "furniture"]
        self.junk_ends = [span.end for span in self.junk]
        self.quotes = [
            quote for block in self.blocks if block.kind != "furniture" for quote in quotations(text, block.span)
        ]
        self.quote_starts = [quote.start for quote in self.quotes]
        self.quote_ends = [quote.end for quote in self.quotes]

    def kind_at(self, place: int) -> BlockKind:
        """The kind of the block that holds a place; a paragraph where no block does."""
        index = bisect_right(self.starts, place) - 1
        if index >= 0 and place < self.blocks[index].span.end:
            return self.blocks[index].kind
        return "paragraph"

    def bare(self, span: Span | None) -> Span | None:
        """A span without white space at its ends; None where nothing else is in it."""
        return trimmed(self.text, span.start, span.end, _SPACE) if span else None

    def worded(self, span: Span | None) -> Span | None:
        """The same, and None for a span without a letter or figure: nobody is called by a mark."""
        kept = self.bare(span)
        return kept if kept and any(map(str.isalnum, kept.of(self.text))) else None

    def cleaned(self, content: Iterable[Span]) -> tuple[Span, ...]:
        """Content spans in text order, merged, without furniture, and trimmed to the words said."""
        merged: list[Span] = []
        for span in sorted(content):
            if merged and span.start <= merged[-1].end:
                merged[-1] = cover((merged[-1], span))
            else:
                merged.append(span)
        pieces = [piece for span in merged for piece in self._outside_junk(span)]
        return tuple(clean for piece in pieces if (clean := self._trimmed(piece)))

    def _outside_junk(self, span: Span) -> Iterator[Span]:
        """The parts of a span that no furniture covers."""
        at = span.start
        for index in range(bisect_right(self.junk_ends, span.start), len(self.junk)):
            junk = self.junk[index]
            if junk.start >= span.end:
                break
            if at < junk.start:
                yield Span(at, junk.start)
            at = max(at, junk.end)
        if at < span.end:
            yield Span(at, span.end)

    def _trimmed(self, span: Span) -> Span | None:
        """A span without stops, space and unpartnered marks at its ends; None if no word is left.

        A mark or bracket that opens inside and closes right behind the span is taken in.
        """
        start, end = self._stripped(span.start, span.end)
        while start < end:
            inner = self._stripped(*self._paired(*self._without_marks(start, end)))
            if inner == (start, end):
                break
            start, end = inner
        if not any(map(str.isalnum, self.text[start:end])):
            return None
        return Span(start, self._closed(start, end))

    def _paired(self, first: int, after: int) -> tuple[int, int]:
        """The ends without a closing mark first, an opening one last, and a last one that opens nowhere."""
        start, end = first, after
        while start < end and self.text[start] in _CLOSING:
            start += 1
        while start < end and self.text[end - 1] in _OPENS:
            end -= 1
        last = self.text[end - 1 : end]
        if start < end and last in _OPENING_OF:
            inside = self.text[start:end]
            opened = inside.count(_OPENING_OF[last]) + (inside.count('"') % 2 if last == "”" else 0)
            end -= inside.count(last) > opened
        if match := _LOOSE_AND.search(self.text, max(start, end - 6), end):
            end = match.start()
        return start, max(start, end)

    def _closed(self, start: int, end: int) -> int:
        """The end, one further on where a mark or bracket that opens inside closes there."""
        mark = self.text[end : end + 1]
        if mark not in _OPENING_OF:
            return end
        inside = self.text[start:end]
        return end + (inside.count(_OPENING_OF[mark]) > inside.count(mark))

    def _stripped(self, start: int, end: int) -> tuple[int, int]:
        """The ends moved inwards past stops and white space."""
        while start < end and self.text[start] in _LEADING:
            start += 1
        while start < end and (self.text[end - 1] in _TRAILING or _is_full_stop(self.text, start, end)):
            end -= 1
        return start, end

    def _without_marks(self, first: int, after: int) -> tuple[int, int]:
        """The ends without a quotation mark whose partner is cut off, or that wraps the whole with its partner."""
        start, end = first, after
        index = bisect_right(self.quote_starts, first) - 1
        if index >= 0 and self.quotes[index].start == first and self.quotes[index].end >= after:
            start = self._past_marks(first, after, 1)
        index = bisect_left(self.quote_ends, after)
        quote = self.quotes[index] if index < len(self.quotes) else None
        if quote and quote.end == after and quote.start <= first:
            end = self._past_marks(after - 1, start - 1, -1) + 1
        return start, max(start, end)

    def _past_marks(self, at: int, stop: int, step: int) -> int:
        """The first place from `at` on that holds no quotation mark; two-character marks count as one."""
        double = self.text[at : at + 2 * step : step] in ("''", "``")
        return at + 2 * step if double and at + step != stop else at + step if self.text[at] in _MARKS else at

    def mode(self, content: Sequence[Span], raw: Sequence[Span]) -> Mode:
        """Direct where quotations hold all words of the content, mixed where some, indirect where none."""
        inside = [self._share(span) for span in content]
        if all(share == 1 for share in inside) and raw:
            return "direct"
        return "mixed" if any(share > 0 for share in inside) else "indirect"

    def _share(self, span: Span) -> float:
        """The share of a span that lies in quotations."""
        index = bisect_right(self.quote_ends, span.start)
        covered = 0
        while index < len(self.quotes) and self.quotes[index].start < span.end:
            covered += min(span.end, self.quotes[index].end) - max(span.start, self.quotes[index].start)
            index += 1
        return covered / len(span)


def _is_full_stop(text: str, start: int, end: int) -> bool:
    """Whether the last character is a full stop that ends a sentence and no abbreviation or ellipsis."""
    if text[end - 1] != "." or end - start < 3:
        return False
    last = text[max(start, end - 6) : end - 1]
    return not (last.endswith(".") or "." in last.split(" ")[-1] or (last[-1:].isupper() and last[-2:-1] in " ."))
