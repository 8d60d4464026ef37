"""PolNeAR as a network reads it: windows with a label for each word and the links between its spans.

The articles are read and cut as users' articles are (sayso.reading, sayso.annotating), so that what is learned is
what will be seen. Furniture is left out, and so is what an annotator set aside as boilerplate. Where several people
annotated an article, every one of their versions is kept and each epoch takes one of them.
"""

from __future__ import annotations

import hashlib
import random
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from evals import polnear
from evals.attributions import Copy, Gold
from sayso.annotating.blocks import blocks
from sayso.annotating.statements import passages
from sayso.brain.decoding import apart
from sayso.brain.features import CASES, LONGEST_WINDOW, MARKS, Vocabulary, Window, windows
from sayso.brain.labels import LABELS, SPANS
from sayso.model.ports import Passage
from sayso.model.span import Span
from sayso.reading.read import read

Range = tuple[int, int]
Array = npt.NDArray[Any]
IGNORED = -100


@dataclass(frozen=True, slots=True)
class Example:
    """A window and what one annotator made of it.

    `labels` has one number of LABELS a word. `cues`, `sources` and `contents` are ranges of words. `source_of`
    gives for each cue the number of its source, -1 for none, IGNORED where that stands in another window;
    `cue_of` for each content that of its cue, -1 where that stands in another window.
    """

    window: Window
    labels: tuple[int, ...]
    cues: tuple[Range, ...]
    sources: tuple[Range, ...]
    contents: tuple[Range, ...]
    source_of: tuple[int, ...]
    cue_of: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """An article with its passages, its windows and every annotator's version of it."""

    name: str
    text: str
    passages: tuple[Passage, ...]
    windows: tuple[Window, ...]
    copies: tuple[Copy, ...]


def texts(folder: Path, vocabulary: Vocabulary) -> list[Text]:
    """The annotated articles of a part of PolNeAR, by name."""
    copies = polnear.copies(folder)
    found = []
    for article in read([str(folder / "text" / f"{name}.txt") for name in sorted(copies)]).articles:
        cut = passages(article.text, blocks(article))
        name = Path(article.path).stem
        found.append(
            Text(name, article.text, cut, tuple(windows(article.text, cut, vocabulary)), tuple(copies[name]))
        )
    return found


def examples(
    some: Sequence[Text], chance: random.Random, names: Names, *, renamed: float = 0.0
) -> Iterator[Example]:
    """The examples of one epoch: of each text the version of one annotator, chosen by `chance`.

    In this share of windows half of the names are others.
    """
    for one in some:
        copy = chance.choice(one.copies)
        for window in one.windows:
            if not _discarded(window, copy.discard):
                seen = names.changed(window, chance, 0.5) if chance.random() < renamed else window
                yield replace(_example(window, copy.gold), window=seen)


class Names:
    """Rare capitalised words, to be put in the place of others: who speaks should not be told by a famous name.

    Names in a window are renamed alike; hints, labels and links stay as they are.
    """

    def __init__(self, some: Sequence[Text]) -> None:
        """Collect the capitalised words that stand in five places or fewer, each as its pieces."""
        counts: dict[tuple[int, ...], int] = {}
        for one in some:
            for window in one.windows:
                for at, pieces in enumerate(pieces_of(window)):
                    if _is_name(window, at):
                        counts[pieces] = counts.get(pieces, 0) + 1
        self.rare = sorted(pieces for pieces, count in counts.items() if count <= 5)

    def changed(self, window: Window, chance: random.Random, share: float) -> Window:
        """The window with about this share of its names replaced."""
        new: dict[tuple[int, ...], tuple[int, ...]] = {}
        words = []
        for at, pieces in enumerate(pieces_of(window)):
            if _is_name(window, at) and pieces not in new:
                new[pieces] = chance.choice(self.rare) if chance.random() < share else pieces
            words.append(new[pieces] if _is_name(window, at) else pieces)
        room = LONGEST_WINDOW - 2
        return rebuilt(window, words) if sum(map(len, words)) <= room else window


def pieces_of(window: Window) -> list[tuple[int, ...]]:
    """The pieces of each word."""
    ends = (*window.heads[1:], len(window.pieces) - 1)
    return [window.pieces[head:end] for head, end in zip(window.heads, ends, strict=True)]


def _is_name(window: Window, at: int) -> bool:
    """Whether a word has a capital and does not begin the window or follow a full stop or a mark."""
    title = CASES.index("title")
    row = window.marks[window.heads[at]]
    return row[0] == title and at > 0 and window.marks[window.heads[at - 1]][0] != CASES.index("symbol")


def rebuilt(window: Window, words: Sequence[tuple[int, ...]]) -> Window:
    """The window with other pieces for its words."""
    pieces, heads, marks = [window.pieces[0]], [], [window.marks[0]]
    for at, some in enumerate(words):
        heads.append(len(pieces))
        pieces += some
        marks += [window.marks[window.heads[at]]] * len(some)
    return Window(window.words, (*pieces, window.pieces[-1]), tuple(heads), (*marks, window.marks[-1]))


def _discarded(window: Window, discard: Sequence[Span]) -> bool:
    inside = sum(any(span.overlaps(word) for span in discard) for word in window.words) if discard else 0
    return 2 * inside > len(window.words)


def _example(window: Window, gold: Sequence[Gold]) -> Example:
    starts = [word.start for word in window.words]
    labels = [0] * len(starts)
    cues: list[Range] = []
    sources: list[Range] = []
    contents: list[Range] = []
    source_of: list[int] = []
    cue_of: list[int] = []
    for one in gold:
        cue = _first(window, starts, one.cue)
        source = _first(window, starts, one.source)
        pieces = [place for span in merged(one.content) if (place := _range(window, starts, span))]
        if cue:
            cues.append(cue)
            if source and source not in sources:
                sources.append(source)
            elsewhere = bool(one.source) and not source
            source_of.append(IGNORED if elsewhere else sources.index(source) if source else -1)
        elif source and source not in sources:
            sources.append(source)
        contents += pieces
        cue_of += [len(cues) - 1 if cue else -1] * len(pieces)
    for kind, places in zip(SPANS, (sources, cues, contents), strict=True):
        for place in places:
            _label(labels, place, kind)
    return Example(
        window, tuple(labels), tuple(cues), tuple(sources), tuple(contents), tuple(source_of), tuple(cue_of)
    )


def merged(spans: Sequence[Span]) -> list[Span]:
    """Spans in text order, those joined that touch or are parted by one character."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end + 1:
            found[-1] = Span(found[-1].start, max(span.end, found[-1].end))
        else:
            found.append(span)
    return found


def _first(window: Window, starts: Sequence[int], spans: Sequence[Span]) -> Range | None:
    """The words of the first of `spans` that has any in the window."""
    return next((place for span in sorted(spans) if (place := _range(window, starts, span))), None)


def _range(window: Window, starts: Sequence[int], span: Span) -> Range | None:
    """The words that a span touches; None where none is in the window."""
    first = bisect_right(starts, span.start) - 1
    if first < 0 or window.words[first].end <= span.start:
        first += 1
    after = bisect_right(starts, span.end - 1)
    return (first, after) if first < after else None


def _label(labels: list[int], place: Range, kind: str) -> None:
    """Label a span's words where no earlier span has them."""
    first, after = place
    if any(labels[first:after]):
        return
    base = LABELS.index(f"begin {kind}")
    if after - first == 1:
        labels[first] = base + 3
        return
    labels[first:after] = [base, *[base + 1] * (after - first - 2), base + 2]


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples as arrays, padded: B windows, P pieces, W words, N cues, S sources, C contents at most.

    pieces [B, P]; marks [B, P, marks]; heads [B, W] (piece of each word); labels [B, W]; known [B, W];
    cues [B, N, 2], sources [B, S, 2], contents [B, C, 2] in first and last pieces; source_of [B, N], S for none;
    cue_of [B, C], N for none;
    source_apart [B, N, S, 2] and content_apart [B, N, C, 2]: bucket of distance, cues between.
    """

    pieces: Array
    marks: Array
    heads: Array
    labels: Array
    known: Array
    cues: Array
    sources: Array
    contents: Array
    source_of: Array
    cue_of: Array
    source_apart: Array
    content_apart: Array
    live_cues: Array
    live_sources: Array


def batch(some: Sequence[Example]) -> Batch:
    """Examples as padded arrays."""
    size = len(some)
    pieces, words = max(len(one.window.pieces) for one in some), max(len(one.labels) for one in some)
    cues, sources, contents = (
        max(1, *(len(getattr(one, name)) for one in some)) for name in ("cues", "sources", "contents")
    )
    made = Batch(
        pieces=np.zeros((size, pieces), np.int64),
        marks=np.zeros((size, pieces, len(MARKS)), np.int64),
        heads=np.zeros((size, words), np.int64),
        labels=np.zeros((size, words), np.int64),
        known=np.zeros((size, words), bool),
        cues=np.zeros((size, cues, 2), np.int64),
        sources=np.zeros((size, sources, 2), np.int64),
        contents=np.zeros((size, contents, 2), np.int64),
        source_of=np.full((size, cues), IGNORED, np.int64),
        cue_of=np.full((size, contents), IGNORED, np.int64),
        source_apart=np.zeros((size, cues, sources, 2), np.int64),
        content_apart=np.zeros((size, cues, contents, 2), np.int64),
        live_cues=np.zeros((size, cues), bool),
        live_sources=np.zeros((size, sources), bool),
    )
    for row, one in enumerate(some):
        _fill(made, row, one)
    return made


def _fill(made: Batch, row: int, one: Example) -> None:
    window = one.window
    made.pieces[row, : len(window.pieces)] = window.pieces
    made.marks[row, : len(window.pieces)] = window.marks
    made.heads[row, : len(window.heads)] = window.heads
    made.labels[row, : len(one.labels)] = one.labels
    made.known[row, : len(one.labels)] = True
    made.live_cues[row, : len(one.cues)] = True
    made.live_sources[row, : len(one.sources)] = True
    for array, places in ((made.cues, one.cues), (made.sources, one.sources), (made.contents, one.contents)):
        for index, (first, after) in enumerate(places):
            array[row, index] = window.heads[first], window.heads[after - 1]
    for array, chosen, others in (
        (made.source_of, one.source_of, made.sources),
        (made.cue_of, one.cue_of, made.cues),
    ):
        array[row, : len(chosen)] = [others.shape[1] if number == -1 else number for number in chosen]
    firsts = [cue[0] for cue in sorted(one.cues)]
    for i, cue in enumerate(one.cues):
        for array, spans in ((made.source_apart, one.sources), (made.content_apart, one.contents)):
            for j, other in enumerate(spans):
                array[row, i, j] = apart(cue, other, firsts)


def fingerprint(folder: Path) -> str:
    """The first 16 hex digits of the sha256 over names and bytes of all files of a folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.*")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
