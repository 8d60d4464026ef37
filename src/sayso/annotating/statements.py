"""From blocks to passages for a tagger, and from a tagger's attributions to drafts of statements."""

from __future__ import annotations

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


def passages(text: str, blocks: Iterable[Block]) -> tuple[Passage, ...]:
    """A passage for every block that says something (all but furniture), in the order given.

    For a pass inside a content, give the content's spans as blocks of the kind they stand in.
    """
    return tuple(
        Passage(block.span, block.kind, sentences(text, block.span), quotations(text, block.span))
        for block in blocks
        if block.kind != "furniture"
    )


def drafts(text: str, blocks: Sequence[Block], found: Sequence[Attribution]) -> tuple[Draft, ...]:
    """One draft for each finding that says something outside furniture, in text order, without doubles.

    Where two findings share their cue, or their source and content, the one with the higher score stays.
    `parent` is left None: nesting is for chains.
    """
    layout = _Layout(text, blocks)
    kept: dict[tuple[object, ...], Draft] = {}
    for one in sorted(found, key=lambda each: (-each.score, each.content)):
        content = layout.cleaned(one.content)
        if not content:
            continue
        kind = layout.kind_at((one.cue or content[0]).start)
        if kind == "furniture":
            continue
        draft = Draft(one.source, one.cue, content, layout.mode(content, one.content), kind, one.score)
        keys: tuple[tuple[object, ...], ...] = (("said", one.source, content),)
        if one.cue:
            keys = (*keys, ("cue", one.cue))
        if not any(key in kept for key in keys):
            kept.update(dict.fromkeys(keys, draft))
    return tuple(sorted(set(kept.values()), key=_place))


def _place(draft: Draft) -> tuple[int, int, int]:
    """Where a draft stands in the text: by its cue, else by its content."""
    first = min(draft.content[0].start, (draft.cue or draft.content[0]).start)
    return (first, draft.cue.start if draft.cue else -1, -draft.content[-1].end)


class _Layout:
    """Blocks and quotations of a text, looked up by place in logarithmic time."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
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
        for junk in self.junk[bisect_right(self.junk_ends, span.start) :]:
            if junk.start >= span.end:
                break
            if at < junk.start:
                yield Span(at, junk.start)
            at = max(at, junk.end)
        if at < span.end:
            yield Span(at, span.end)

    def _trimmed(self, span: Span) -> Span | None:
        """A span without stops, white space and unpartnered quotation marks at its ends; None if no word is left."""
        start, end = span.start, span.end
        while start < end:
            before = (start, end)
            piece = trimmed(self.text, start, end, _SPACE)
            if piece is None:
                return None
            start, end = self._without_marks(piece)
            start += len(self.text[start:end]) - len(self.text[start:end].lstrip(_LEADING))
            while end > start and (self.text[end - 1] in _TRAILING or _is_full_stop(self.text, start, end)):
                end -= 1
            if before == (start, end):
                break
        return Span(start, end) if any(map(str.isalnum, self.text[start:end])) else None

    def _without_marks(self, piece: Span) -> tuple[int, int]:
        """The ends of a piece without a quotation mark whose partner is cut off, or that wraps the piece whole."""
        start, end = piece.start, piece.end
        index = bisect_right(self.quote_starts, start) - 1
        quote = self.quotes[index] if index >= 0 and start < self.quotes[index].end else None
        if quote and quote.start == start and self.text[start] in _MARKS and quote.end >= end:
            start += 1
        index = bisect_left(self.quote_ends, end)
        quote = self.quotes[index] if index < len(self.quotes) and self.quotes[index].start < end else None
        if (
            quote
            and quote.end == end
            and end > start
            and self.text[end - 1] in _MARKS
            and quote.start <= piece.start
        ):
            end -= 1
        return start, end

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
