"""What a learned tagger sees of a text: windows of words, word pieces and marks that the pieces do not show.

Theory. A window is one passage, or a run of its sentences where it is long: findings in a paragraph depend on that
paragraph alone, so that a reprinted one is read the same wherever it stands. A word is a run of letters and digits,
or one symbol. Its pieces are those of the base model's vocabulary (WordPiece: lower case, no accents, the longest
piece first; Wu et al. 2016, arXiv:1609.08144). Lower case hides names, and pieces hide quotations, so four marks go
with each word: its case, its place in a quotation, whether it touches the word before, and what kind of block it
stands in. A fifth is the hint: what the rules make of the word. Training reads its texts through this file, too.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.brain.sketches import Sketch, sketched
from sayso.model.ports import Passage
from sayso.model.span import Span

PADDING, UNKNOWN, FIRST, LAST = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
#: Pieces in a window, first and last mark included; the base model was made for 512, PolNeAR's paragraphs have 55.
LONGEST_WINDOW = 256
_LONGEST_WORD = 64
_MOST_PIECES = 12
_MARKS = '"“”„‟«»＂'
#: One word: letters and digits with their combining marks, one ideograph, or one symbol. Plain words go first.
_IDEOGRAPH = r"[\u3400-\u9fff\uf900-\ufaff]"
_WORD = re.compile(
    rf"[A-Za-z0-9]++(?![^\W_]|[\u0300-\u036f])|{_IDEOGRAPH}|(?:(?!{_IDEOGRAPH})[^\W_][\u0300-\u036f]*)+|\S"
)

#: Source, cue and content of one attribution.
Parts = tuple[Span | None, Span | None, tuple[Span, ...]]

#: The values of each mark, in order; a word has one of each.
CASES = ("lower", "title", "upper", "initial", "mixed", "digits", "symbol")
QUOTED = ("outside", "opening", "inside", "closing")
JOINED = ("apart", "touching")
KINDS = ("paragraph", "other")
HINTS = ("none", "source", "source goes on", "cue", "cue goes on", "content", "content goes on")
MARKS = (CASES, QUOTED, JOINED, KINDS, HINTS)


@dataclass(frozen=True, slots=True)
class Window:
    """Words of one passage, as a model reads them.

    `words` are their places in the text. `pieces` are numbers of the vocabulary, `FIRST` before and `LAST` after
    them; `heads` says at which piece each word begins. `marks` has one row a piece and one column for
    each of MARKS. All rows of a word's pieces are alike; those of `FIRST` and `LAST` are zero.
    """

    words: tuple[Span, ...]
    pieces: tuple[int, ...]
    heads: tuple[int, ...]
    marks: tuple[tuple[int, ...], ...]


class Vocabulary:
    """The pieces of the base model: text -> numbers, by the longest piece first."""

    def __init__(self, pieces: Iterable[str]) -> None:
        """Pieces in the order of their numbers; those that go on with a word begin with `##`."""
        self.number = {piece: index for index, piece in enumerate(pieces)}
        self.padding, self.unknown = self.number[PADDING], self.number[UNKNOWN]
        self.first, self.last = self.number[FIRST], self.number[LAST]
        self.of_word = lru_cache(maxsize=50_000)(self._of_word)

    def _of_word(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's pieces, twelve at most; empty for a word of invisible characters only."""
        plain = _plain(word)
        if not plain:
            return ()
        if len(plain) > _LONGEST_WORD:
            return (self.unknown,)
        found: list[int] = []
        at = 0
        while at < len(plain):
            piece = self._longest(plain, at)
            if not piece:
                return (self.unknown,)
            found.append(self.number[piece])
            at += len(piece.removeprefix("##")) if at else len(piece)
        return tuple(found[:_MOST_PIECES])

    def _longest(self, word: str, at: int) -> str:
        """The longest piece that stands at a place of a word; empty where none does."""
        prefix = "##" if at else ""
        for end in range(len(word), at, -1):
            if (piece := prefix + word[at:end]) in self.number:
                return piece
        return ""


def _plain(word: str) -> str:
    """A word in lower case, without accents and invisible characters."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in apart if unicodedata.category(c) not in {"Mn", "Cc", "Cf"} and c != "\ufffd")


def words_of(text: str) -> Iterator[tuple[int, int]]:
    """Where the words of a text stand, in order."""
    return (match.span() for match in _WORD.finditer(text))


def windows(text: str, passages: Sequence[Passage], vocabulary: Vocabulary) -> list[Window]:
    """The windows of every passage that holds a word, in order."""
    return [window for one in passages for window in of_sketch(text, sketched(text, one), vocabulary)]


def of_sketch(text: str, sketch: Sketch, vocabulary: Vocabulary) -> list[Window]:
    """The windows of a passage that the rules have read, in order; none where it holds no word."""
    told = [(one.source, one.cue, one.content) for one in sketch.told]
    return of_passage(text, sketch.passage, told, vocabulary)


def of_passage(text: str, passage: Passage, told: Sequence[Parts], vocabulary: Vocabulary) -> list[Window]:
    """The windows of a passage of which it is known, or guessed, who says what; later parts outdo earlier ones."""
    words, pieces = [], []
    for match in _WORD.finditer(text, passage.span.start, passage.span.end):
        if numbers := vocabulary.of_word(match.group()):
            words.append(Span(*match.span()))
            pieces.append(numbers)
    if not words:
        return []
    marks = _marks(text, passage, words, _hints(told, words))
    return [
        _window(vocabulary, words[begin:end], pieces[begin:end], marks[begin:end])
        for begin, end in _stretches(passage, words, pieces)
    ]


def _window(
    vocabulary: Vocabulary,
    words: Sequence[Span],
    pieces: Sequence[tuple[int, ...]],
    marks: Sequence[tuple[int, ...]],
) -> Window:
    flat = [vocabulary.first]
    rows: list[tuple[int, ...]] = [(0,) * len(MARKS)]
    heads = []
    for numbers, row in zip(pieces, marks, strict=True):
        heads.append(len(flat))
        flat += numbers
        rows += [row] * len(numbers)
    flat.append(vocabulary.last)
    rows.append((0,) * len(MARKS))
    return Window(tuple(words), tuple(flat), tuple(heads), tuple(rows))


def _stretches(
    passage: Passage, words: Sequence[Span], pieces: Sequence[tuple[int, ...]]
) -> Iterator[tuple[int, int]]:
    """Runs of words that fit a window: whole sentences, and parts of one where it alone is too long."""
    room = LONGEST_WINDOW - 2
    if sum(map(len, pieces)) <= room:
        yield 0, len(words)
        return
    starts = sorted(sentence.start for sentence in passage.sentences)
    borders = {bisect_right(starts, word.start) for word in words[:1]}
    begin = size = 0
    border = 0  # the last place at which a sentence begins
    seen = max(borders)
    for at, word in enumerate(words):
        sentence = bisect_right(starts, word.start)
        if sentence != seen:
            border, seen = at, sentence
        if size + len(pieces[at]) > room:
            cut = border if border > begin else at
            yield begin, cut
            size = sum(map(len, pieces[cut:at]))
            begin = cut
        size += len(pieces[at])
    yield begin, len(words)


def _marks(text: str, passage: Passage, words: Sequence[Span], hints: Sequence[int]) -> list[tuple[int, ...]]:
    """One row a word: case, quotation, joined, kind, hint."""
    kind = int(passage.kind != "paragraph")
    quoted = _quoted(text, passage, words)
    rows: list[tuple[int, ...]] = []
    last = -1
    for word, inside, hint in zip(words, quoted, hints, strict=True):
        rows.append((case_of(word.of(text)), inside, int(word.start == last), kind, hint))
        last = word.end
    return rows


@lru_cache(maxsize=20_000)
def case_of(word: str) -> int:
    """The number in CASES of a word as it is written."""
    if not word[0].isalnum():
        return CASES.index("symbol")
    if word.islower():
        return CASES.index("lower")
    if word.isupper():
        return CASES.index("upper" if len(word) > 1 else "initial")
    if word.istitle():
        return CASES.index("title")
    return CASES.index("digits" if word[0].isdigit() else "mixed")


def _quoted(text: str, passage: Passage, words: Sequence[Span]) -> list[int]:
    """For each word whether it opens, is in, or closes one of the passage's quotations."""
    if not passage.quotations:
        return [0] * len(words)
    starts = [quote.start for quote in passage.quotations]
    found = []
    for word in words:
        at = bisect_right(starts, word.start) - 1
        quote = passage.quotations[at] if at >= 0 else None
        if quote is None or word.start >= quote.end:
            found.append(0)
        elif word.start == quote.start:
            found.append(1)
        else:
            found.append(3 if word.end == quote.end and text[word.start] in _MARKS else 2)
    return found


def _hints(told: Sequence[Parts], words: Sequence[Span]) -> list[int]:
    """What is known or guessed of each word: a number of HINTS."""
    hints = [0] * len(words)
    starts = [word.start for word in words]
    for source, cue, content in told:
        for value, spans in ((5, content), (1, (source,) if source else ()), (3, (cue,) if cue else ())):
            for span in spans:
                at = bisect_right(starts, span.start - 1)
                for index in range(at, bisect_right(starts, span.end - 1)):
                    hints[index] = value if index == at else value + 1
    return hints
