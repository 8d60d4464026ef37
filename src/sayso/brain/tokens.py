"""Tokens of a passage, with every quotation as one token, so that what stands outside quotations can be read."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.model.ports import Passage
from sayso.model.span import Span

#: One token; every alternative is linear in its match. Contractions and the possessive stand alone. The first
#: alternative is the plain word, as most are.
_ENDING = r"(?:[sSſ]|[rR][eE]|[vV][eE]|[lL][lL]|[dDmM])\b"
_TOKEN = re.compile(
    r"[^\W\d_]++(?=[\s,])"
    r"|(?:[^\W\d_]\.){2,}"
    r"|\d+(?:[.,]\d+)*(?:[-‑][^\W\d_]+)*"
    r"|[^\W\d_]+[nN]['’][tT]\b"
    rf"|['’]{_ENDING}"
    rf"|[@#]?[^\W_]+(?:[-‑&./'’](?!{_ENDING})[^\W_]+)*"
    r"|\.{2,}|--+|[^\w\s]|_"
)
#: The lower-case form of a token that is a whole quotation; no other token has it.
QUOTE = "<quotation>"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel tuples, one place a token: where it stands, its lower-case form, and the sentence it is in.

    `bounds` are the first token of each sentence and, last, the number of tokens. `headlines` are the sentences
    in which most words of four letters or more begin with a capital.
    """

    text: str
    start: tuple[int, ...]
    end: tuple[int, ...]
    low: tuple[str, ...]
    sentence: tuple[int, ...]
    bounds: tuple[int, ...]
    headlines: frozenset[int] = frozenset()

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.low)

    def span(self, first: int, after: int) -> Span:
        """The place of tokens first … after-1."""
        return Span(self.start[first], self.end[after - 1])

    def moved(self, text: str, by: int) -> Tokens:
        """The same tokens in another text, so many code points further on."""
        start, end = tuple(at + by for at in self.start), tuple(at + by for at in self.end)
        return Tokens(text, start, end, self.low, self.sentence, self.bounds, self.headlines)

    def word(self, index: int) -> str:
        """The token as it stands."""
        return self.text[self.start[index] : self.end[index]]

    def is_word(self, index: int) -> bool:
        """Whether the token is a word or a number."""
        return self.low[index][:1].isalnum() or (self.low[index][:1] in "@#" and len(self.low[index]) > 1)

    def headline(self, index: int) -> bool:
        """Whether the token stands in a sentence that is capitalised like a headline."""
        return self.sentence[index] in self.headlines

    def is_capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.text[self.start[index]].isupper()


def tokens(text: str, passage: Passage) -> Tokens:
    """The tokens of a passage; a sentence border inside a quotation is none."""
    places: list[tuple[int, int]] = []
    lows: list[str] = []
    at = passage.span.start
    for quote in (*passage.quotations, None):
        found = [m.span() for m in _TOKEN.finditer(text, at, quote.start if quote else passage.span.end)]
        places += found
        lows += [text[start:end].lower().replace("’", "'") for start, end in found]
        if quote:
            places.append((quote.start, quote.end))
            lows.append(QUOTE)
            at = quote.end
    starts, ends = zip(*places, strict=True) if places else ((), ())
    firsts = {0, *(bisect_left(starts, border) for border in _borders(passage))}
    bounds = [*sorted(firsts - {len(starts)}), len(starts)]
    sentence = [index for index, (first, after) in enumerate(pairwise(bounds)) for _ in range(first, after)]
    marked = _headlines(text, starts, lows, bounds)
    return Tokens(text, starts, ends, tuple(lows), tuple(sentence), tuple(bounds), marked)


def _headlines(text: str, starts: Sequence[int], lows: Sequence[str], bounds: Sequence[int]) -> frozenset[int]:
    """The sentences with three words of four letters or more, of which four in five begin with a capital."""
    found = []
    for index, (first, after) in enumerate(pairwise(bounds)):
        long = [at for at in range(first, after) if len(lows[at]) >= 4 and lows[at].isalpha()]
        if len(long) >= 3 and sum(text[starts[at]].isupper() for at in long) >= 0.8 * len(long):
            found.append(index)
    return frozenset(found)


def _borders(passage: Passage) -> list[int]:
    """Where sentences begin, those inside a quotation left out."""
    quotes = sorted(passage.quotations)
    starts = [quote.start for quote in quotes]
    borders = []
    for sentence in sorted(passage.sentences):
        at = bisect_right(starts, sentence.start) - 1
        if at < 0 or not quotes[at].start < sentence.start < quotes[at].end:
            borders.append(sentence.start)
    return borders
