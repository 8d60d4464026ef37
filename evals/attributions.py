"""Attribution pairs: the measure of who said what.

A predicted attribution matches a gold one where their contents share at least half of their characters (Jaccard
over non-space characters) and their sources share at least one letter or digit, or both have none. Matching is
one-to-one, greedy by Jaccard. Where several annotators marked a text, each copy of the gold counts with weight
1/copies, so that every text counts once. Nested attributions are left out unless asked for: PolNeAR marks none.

Two measures stand beside the pair: a cue is found where both cues share a character, and a content is exact where
both hold the same letters and digits, quotation marks and stops left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.model.span import Span
from sayso.model.statements import Statement

QUOTES = frozenset('"“”„‟«»')


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated attribution; `source` and `cue` may be empty or discontinuous."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    nested: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """One annotator's attributions of a text, and the stretches they set aside as boilerplate."""

    gold: tuple[Gold, ...]
    discard: tuple[Span, ...] = ()


def prediction(statement: Statement) -> Gold:
    """A statement as an attribution: source and cue of its innermost hop."""
    hop = statement.chain[-1]
    return Gold(
        (hop.source.span,) if hop.source.span else (),
        (hop.cue.span,) if hop.cue.span else (),
        statement.content,
        statement.parent is not None,
        statement.id,
    )


Places = frozenset[int]


@dataclass(frozen=True, slots=True)
class _Marked:
    """The characters of an attribution: of its content and cue without spaces, of the others letters and digits."""

    content: Places
    letters: Places
    source: Places
    cue: Places


def _mark(text: str, item: Gold) -> _Marked:
    content = _visible(text, item.content)
    letters = frozenset(i for i in content if text[i].isalnum())
    source = frozenset(i for i in _visible(text, item.source) if text[i].isalnum())
    return _Marked(content, letters, source, _visible(text, item.cue))


def _visible(text: str, spans: Iterable[Span]) -> Places:
    return frozenset(i for span in spans for i in range(span.start, span.end) if not text[i].isspace())


def _jaccard(left: Places, right: Places) -> float:
    shared = len(left & right)
    return shared / (len(left) + len(right) - shared) if shared else 0.0


Likeness = Callable[[_Marked, _Marked], float]  # 0: no match


def _as_pair(gold: _Marked, found: _Marked) -> float:
    """Likeness as a pair: that of the contents, where it is a half or more and the sources meet."""
    meet = bool(gold.source & found.source) or (not gold.source and not found.source)
    likeness = _jaccard(gold.content, found.content) if meet else 0.0
    return likeness if likeness >= 0.5 else 0.0


def _by_cue(gold: _Marked, found: _Marked) -> float:
    return _jaccard(gold.cue, found.cue)


def _exact(gold: _Marked, found: _Marked) -> float:
    return _jaccard(gold.content, found.content) if gold.letters and gold.letters == found.letters else 0.0


def _matched(gold: Sequence[_Marked], found: Sequence[_Marked], likeness: Likeness) -> dict[int, int]:
    """Which of `gold` is which of `found`, one to one, the likest first."""
    scored = ((-likeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(one for one in scored if one[0]):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def match(text: str, gold: Sequence[Gold], found: Sequence[Gold]) -> dict[int, int]:
    """Which gold attribution (by index) is matched by which found one."""
    return _matched([_mark(text, item) for item in gold], [_mark(text, item) for item in found], _as_pair)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one annotator's copy makes of what was found.

    `matched`: index of gold -> index of found. `judged`: indices of what lies outside the boilerplate of this copy.
    `cues` and `exact` count matches by cue and by exact content. `weight`: 1/copies.
    """

    copy: Copy
    matched: dict[int, int]
    judged: tuple[int, ...]
    cues: int
    exact: int
    weight: float


def verdicts(text: str, copies: Sequence[Copy], found: Sequence[Gold]) -> Iterator[Verdict]:
    """The verdict of each copy of the gold on what was found in a text."""
    marked = [_mark(text, item) for item in found]
    for copy in copies:
        gold = [_mark(text, item) for item in copy.gold]
        judged = tuple(j for j, one in enumerate(marked) if not _discarded(one.content, copy.discard))
        mine = [marked[j] for j in judged]
        matched = {i: judged[j] for i, j in _matched(gold, mine, _as_pair).items()}
        cues, exact = (len(_matched(gold, mine, likeness)) for likeness in (_by_cue, _exact))
        yield Verdict(copy, matched, judged, cues, exact, 1 / len(copies))


def _discarded(content: Places, discard: Sequence[Span]) -> bool:
    """Whether at least half of a content lies in what the annotator set aside."""
    inside = sum(any(span.start <= i < span.end for span in discard) for i in content) if discard else 0
    return bool(inside) and inside >= len(content) / 2
