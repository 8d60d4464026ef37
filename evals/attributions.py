"""Attribution pairs: the measure of who said what.

A predicted attribution matches a gold one where their contents share at least half of their characters (Jaccard
over non-space characters) and their sources share at least one letter or digit, or both have none. Matching is
one-to-one, greedy by Jaccard. Where several annotators marked a text, each copy of the gold counts with weight
1/copies, so that every text counts once. Nested attributions are left out unless asked for: PolNeAR marks none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
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


@dataclass(frozen=True, slots=True)
class _Marked:
    content: frozenset[int]
    source: frozenset[int]


def _mark(text: str, item: Gold) -> _Marked:
    content = frozenset(i for span in item.content for i in range(span.start, span.end) if not text[i].isspace())
    source = frozenset(i for span in item.source for i in range(span.start, span.end) if text[i].isalnum())
    return _Marked(content, source)


def _jaccard(left: frozenset[int], right: frozenset[int]) -> float:
    shared = len(left & right)
    return shared / (len(left) + len(right) - shared) if shared else 0.0


def match(text: str, gold: Sequence[Gold], found: Sequence[Gold]) -> dict[int, int]:
    """Which gold attribution (by index) is matched by which found one."""
    marked_gold = [_mark(text, item) for item in gold]
    marked_found = [_mark(text, item) for item in found]
    candidates = [
        (-_jaccard(g.content, f.content), i, j)
        for i, g in enumerate(marked_gold)
        for j, f in enumerate(marked_found)
        if bool(g.source & f.source) or (not g.source and not f.source)
    ]
    pairs: dict[int, int] = {}
    for score, i, j in sorted(candidates):
        if score <= -0.5 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def shape(text: str, item: Gold) -> str:
    """Whether a gold content is "direct" (quoted from end to end), "mixed" or "indirect"."""
    words = "".join(span.of(text) for span in item.content).strip()
    if not QUOTES & set(words):
        return "indirect"
    return "direct" if words[0] in QUOTES and words.rstrip(" .,;:!?\n")[-1:] in QUOTES else "mixed"


def count(text: str, copies: Sequence[Copy], found: Iterable[Gold]) -> Counter[str]:
    """Weighted counts for one text: matched, gold, found, and matched and gold of each shape."""
    kept = list(found)
    totals: Counter[str] = Counter()
    weight = 1 / len(copies)
    for copy in copies:
        mine = [item for item in kept if not _discarded(text, item, copy.discard)]
        pairs = match(text, copy.gold, mine)
        totals["matched"] += weight * len(pairs)  # type: ignore[assignment]  # counts are weighted
        totals["gold"] += weight * len(copy.gold)  # type: ignore[assignment]
        totals["found"] += weight * len(mine)  # type: ignore[assignment]
        for i, item in enumerate(copy.gold):
            kind = shape(text, item)
            totals[f"{kind} gold"] += weight  # type: ignore[assignment]
            totals[f"{kind} matched"] += weight * (i in pairs)  # type: ignore[assignment]
    return totals


def _discarded(text: str, item: Gold, discard: Sequence[Span]) -> bool:
    """Whether at least half of a content lies in what the annotator set aside."""
    content = _mark(text, item).content
    inside = sum(any(span.start <= i < span.end for span in discard) for i in content)
    return bool(discard) and bool(content) and inside >= len(content) / 2


def rates(totals: Counter[str]) -> dict[str, float]:
    """Pair F1, precision, recall, and recall by shape, in percent."""
    precision = totals["matched"] / totals["found"] if totals["found"] else 0.0
    recall = totals["matched"] / totals["gold"] if totals["gold"] else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    result = {"pair F1": f1, "precision": precision, "recall": recall}
    for kind in ("direct", "mixed", "indirect"):
        if totals[f"{kind} gold"]:
            result[f"recall {kind}"] = totals[f"{kind} matched"] / totals[f"{kind} gold"]
    return {name: 100 * value for name, value in result.items()}
