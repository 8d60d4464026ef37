"""Tokens of a passage, with every quotation as one token, so that what stands outside quotations can be read."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from sayso.model.ports import Passage
from sayso.model.span import Span

#: One token; every alternative is linear in its match. Contractions and the possessive stand alone.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W\d_]+n['’]t\b"
    r"|['’](?:s|re|ve|ll|d|m)\b"
    r"|[@#]?[^\W_]+(?:[-‑&./'’](?!(?:s|re|ve|ll|d|m)\b)[^\W_]+)*"
    r"|\.{2,}|--+|[^\w\s]|_",
    re.IGNORECASE,
)
#: A token that is a quotation has this as its lower-case form.
QUOTE = "\N{LEFT DOUBLE QUOTATION MARK}"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel tuples, one place a token: where it stands, its lower-case form, and the sentence it is in.

    `bounds` are the first token of each sentence and, last, the number of tokens.
    """

    text: str
    start: tuple[int, ...]
    end: tuple[int, ...]
    low: tuple[str, ...]
    sentence: tuple[int, ...]
    bounds: tuple[int, ...]

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.low)

    def span(self, first: int, after: int) -> Span:
        """The place of tokens first … after-1."""
        return Span(self.start[first], self.end[after - 1])

    def word(self, index: int) -> str:
        """The token as it stands."""
        return self.text[self.start[index] : self.end[index]]

    def is_word(self, index: int) -> bool:
        """Whether the token is a word or a number."""
        return self.low[index][:1].isalnum() or (self.low[index][:1] in "@#" and len(self.low[index]) > 1)

    def is_capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.text[self.start[index]].isupper()


def tokens(text: str, passage: Passage) -> Tokens:
    """The tokens of a passage; a sentence border inside a quotation is none."""
    pieces: list[tuple[int, int, str]] = []
    at = passage.span.start
    for quote in (*passage.quotations, None):
        stop = quote.start if quote else passage.span.end
        for found in _TOKEN.finditer(text, at, stop):
            pieces.append((found.start(), found.end(), found.group().lower().replace("’", "'")))
        if quote:
            pieces.append((quote.start, quote.end, QUOTE))
            at = quote.end
    borders = sorted(sentence.start for sentence in passage.sentences)
    sentence: list[int] = []
    bounds: list[int] = []
    seen = -1
    for index, (start, _, _) in enumerate(pieces):
        border = bisect_right(borders, start)
        if border != seen or not bounds:
            bounds.append(index)
            seen = border
        sentence.append(len(bounds) - 1)
    return Tokens(
        text,
        tuple(piece[0] for piece in pieces),
        tuple(piece[1] for piece in pieces),
        tuple(piece[2] for piece in pieces),
        tuple(sentence),
        (*bounds, len(pieces)),
    )
