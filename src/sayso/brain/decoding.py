"""From a network's numbers to attributions: the best labels of words, spans, and which goes with which.

Theory. Labels are chosen together, for the whole window: the path of LABELS with the greatest sum of word scores
and steps, never one that breaks a span (Viterbi 1967; forbidden steps cost -10,000). Spans are read off the path.
Each cue takes the source, or none, with the highest link score; each content takes its cue, or none, likewise, so
that a content in three pieces is three contents with one cue. Cues without a content, and contents without a cue,
are left to whoever sees more than a window.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.brain.features import Window
from sayso.brain.labels import (
    ALLOWED,
    ENDS,
    FORBIDDEN,
    LABELS,
    LINK,
    MOST_BETWEEN,
    ROLES,
    SPANS,
    STARTS,
    bucket,
    distance,
)
from sayso.model.span import Span

Floats = npt.NDArray[np.float32]
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tables:
    """What the network learned outside its encoder.

    `steps` [labels, labels]: what a label after another scores. `nothing` [2]: the score of no source for a cue,
    and of no cue for a content. `apart` [2, buckets, between]: what distance adds to a link of each kind.
    """

    steps: Floats
    nothing: Floats
    apart: Floats


def tables_of(data: Mapping[str, Any]) -> Tables:
    """The tables in decoded JSON, as training.export writes it and settings.json holds it."""
    return Tables(*(np.array(data[name], np.float32) for name in ("steps", "nothing", "apart")))


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution at its place in the text, with what speaks for it.

    `content` is empty where the window holds none for the cue. `evidence`: natural logarithms of probabilities, one
    for each of EVIDENCE.
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    evidence: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a window holds: attributions in the order of their cues, and contents that go with none of them."""

    found: tuple[Found, ...]
    loose: tuple[Span, ...]


#: The least certain label of the cue, the source, the contents' first and last words; the two links.
EVIDENCE = ("cue", "source", "content begins", "content ends", "source goes with cue", "content goes with cue")


def readings(windows: Sequence[Window], numbers: Sequence[tuple[Floats, ...]], tables: Tables) -> list[Reading]:
    """What each window holds; `numbers` are its scores [words, labels] and vectors [words, 2·roles·LINK]."""
    paths = labelled([scores for scores, _ in numbers], tables)
    return [reading(window, some, path, tables) for window, some, path in zip(windows, numbers, paths, strict=True)]


def labelled(scores: Sequence[Floats], tables: Tables) -> list[npt.NDArray[np.intp]]:
    """The best labels of every window: `scores` are [words, labels], of any number of words from one on."""
    forbidden = np.where(np.array(ALLOWED), 0.0, FORBIDDEN).astype(np.float32)
    steps = np.ascontiguousarray((tables.steps + forbidden).T)  # [label, label before it]
    longest_first = sorted(range(len(scores)), key=lambda number: -len(scores[number]))
    lengths = np.array([len(scores[number]) for number in longest_first])
    padded = np.zeros((len(scores), int(lengths[0]), len(LABELS)), np.float32)
    for row, number in enumerate(longest_first):
        padded[row, : lengths[row]] = scores[number]
    best = padded[:, 0] + np.where(np.array(STARTS), 0.0, FORBIDDEN).astype(np.float32)
    back = np.zeros(padded.shape, np.int8)
    for at in range(1, padded.shape[1]):
        live = int(np.searchsorted(-lengths, -at))  # windows of more words than `at`
        through = best[:live, None, :] + steps
        back[:live, at] = through.argmax(2)
        best[:live] = through.max(2) + padded[:live, at]
    last = (best + np.where(np.array(ENDS), 0.0, FORBIDDEN)).argmax(1)
    paths = {
        number: _path(back[row, : lengths[row]].tolist(), int(last[row]))
        for row, number in enumerate(longest_first)
    }
    return [paths[number] for number in range(len(scores))]


def _path(back: Sequence[Sequence[int]], last: int) -> npt.NDArray[np.intp]:
    path = [last]
    for before in reversed(back[1:]):
        path.append(before[path[-1]])
    return np.array(path[::-1], np.intp)


def spans(path: Sequence[int]) -> dict[str, list[Range]]:
    """The ranges of words of each kind of span, in order."""
    found: dict[str, list[Range]] = {kind: [] for kind in SPANS}
    begin = 0
    for at, number in enumerate(path):
        part, _, kind = LABELS[number].partition(" ")
        if part in {"begin", "single"}:
            begin = at
        if part in {"end", "single"}:
            found[kind].append((begin, at + 1))
    return found


def reading(window: Window, numbers: tuple[Floats, ...], path: npt.NDArray[np.intp], tables: Tables) -> Reading:
    """What a window holds, given its scores and vectors and the best path of its labels."""
    scores, vectors = numbers
    found = spans(path.tolist())
    cues, sources, contents = found["cue"], found["source"], found["content"]
    place = {words: _span(window, words) for words in (*cues, *sources, *contents)}
    if not cues:
        return Reading((), tuple(place[words] for words in contents))
    parts = vectors.reshape(len(vectors), len(ROLES), 2, LINK)
    certain = _log_softmax(scores)[np.arange(len(path)), path]
    by_source = _scores(parts, tables, cues, sources, kind=0)
    by_content = _scores(parts, tables, cues, contents, kind=1)
    source_of = _log_softmax(np.concatenate([by_source, np.full((len(cues), 1), tables.nothing[0])], 1))
    cue_of = _log_softmax(np.concatenate([by_content.T, np.full((len(contents), 1), tables.nothing[1])], 1))
    chosen = source_of.argmax(1)
    holder = cue_of.argmax(1) if contents else np.zeros(0, np.intp)
    made = []
    for i, cue in enumerate(cues):
        mine = [j for j in range(len(contents)) if holder[j] == i]
        source = sources[chosen[i]] if chosen[i] < len(sources) else None
        evidence = (
            float(certain[slice(*cue)].min()),
            float(certain[slice(*source)].min()) if source else 0.0,
            float(min((certain[contents[j][0]] for j in mine), default=0.0)),
            float(min((certain[contents[j][1] - 1] for j in mine), default=0.0)),
            float(source_of[i, chosen[i]]),
            float(min((cue_of[j, i] for j in mine), default=0.0)),
        )
        content = tuple(place[contents[j]] for j in mine)
        made.append(Found(place[source] if source else None, place[cue], content, evidence))
    return Reading(tuple(made), tuple(place[contents[j]] for j in range(len(contents)) if holder[j] == len(cues)))


def _scores(parts: Floats, tables: Tables, cues: Sequence[Range], others: Sequence[Range], *, kind: int) -> Floats:
    """Link scores [cues, others]; kind 0: sources, 1: contents."""
    if not others:
        return np.zeros((len(cues), 0), np.float32)
    left, right = (
        parts[[first for first, _ in places], role, 0] + parts[[after - 1 for _, after in places], role, 1]
        for role, places in ((2 * kind, cues), (2 * kind + 1, others))
    )
    firsts = [cue[0] for cue in cues]
    bias = [[tables.apart[kind][apart(cue, other, firsts)] for other in others] for cue in cues]
    return (left @ right.T / math.sqrt(LINK) + np.array(bias, np.float32)).astype(np.float32)


def apart(cue: Range, other: Range, firsts: Sequence[int]) -> tuple[int, int]:
    """The bucket of the distance between a cue and another span, and how many cues begin between them.

    `firsts` are the first words of all cues, in order.
    """
    low, high = (cue[1], other[0]) if other[0] >= cue[1] else (other[1], cue[0])
    between = max(0, bisect_right(firsts, high - 1) - bisect_right(firsts, low - 1))
    return bucket(distance(cue, other)), min(MOST_BETWEEN, between)


def _log_softmax(rows: Floats) -> Floats:
    shifted = rows - rows.max(1, keepdims=True)
    found: Floats = shifted - np.log(np.exp(shifted).sum(1, keepdims=True))
    return found


def _span(window: Window, words: Range) -> Span:
    return Span(window.words[words[0]].start, window.words[words[1] - 1].end)
