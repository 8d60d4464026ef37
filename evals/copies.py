"""Copies: passages that travelled into another article, and near copies of news, against what was done.

`python -m evals.copies passages --size 100000` measures by hand at another size; `near` and `--seed` likewise.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from evals.floors import Result
from evals.reprints import MERGED, SEEDS, Corpus, Planted, originals, passages, reprints
from sayso.linking.copies import Comparison, compare
from sayso.linking.families import families
from sayso.model.origins import Copy
from sayso.model.span import Ref

#: Articles of the suite of passages: some seconds.
SIZE = 8_000

Pair = tuple[str, str]


def texts(folder: Path) -> list[str]:
    """The news that words are drawn from."""
    return [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]


def passage_corpus(folder: Path, part: str, size: int = SIZE) -> Corpus:
    """The corpus of travelling passages of a part."""
    return passages(texts(folder), size, SEEDS[part])


def near_corpus(folder: Path, part: str) -> Corpus:
    """The corpus of reprinted and edited news of a part: originals of its own, and a seed."""
    return reprints(originals(sorted(folder.glob("*.txt")), part), texts(folder), SEEDS[part])


def passage_figures(corpus: Corpus, found: Sequence[Copy]) -> dict[str, float]:
    """Recall of planted passages by what was done to them, and precision of the found ones, in percent.

    A planted passage is found where at least half of it is, at both places in one found passage. A found one is
    right where at least half of it was planted, at both places.
    """
    planted = by_pair(corpus.planted)
    told: dict[Pair, list[Copy]] = defaultdict(list)
    for copy in found:
        told[_pair(copy.left.article, copy.right.article)].append(copy)
    hits, every = Counter[str](), Counter[str]()
    for pair, several in planted.items():
        for one in several:
            every[one.kind] += 1
            hits[one.kind] += any(_covers(copy, one) for copy in told[pair])
    right = sum(any(_planted(copy, one) for one in planted.get(pair, ())) for pair in told for copy in told[pair])
    return {
        "recall": percent(hits.total(), every.total()),
        **{f"recall, {kind}": percent(hits[kind], every[kind]) for kind in sorted(every)},
        "precision": percent(right, len(found)),
    }


def by_pair(planted: Iterable[Planted]) -> dict[Pair, list[Planted]]:
    """Planted passages by the pair of their articles."""
    pairs: dict[Pair, list[Planted]] = defaultdict(list)
    for one in planted:
        pairs[_pair(one.left.article, one.right.article)].append(one)
    return pairs


def near_figures(corpus: Corpus, pairs: set[Pair], known: Iterable[Sequence[str]]) -> dict[str, float]:
    """Pairwise F1, precision and recall: of single pairs, and of all pairs of a family; recall by what was done.

    Two articles are near copies where they were made of one original, whatever was done to them.
    """
    gold = gold_pairs(corpus)
    closed = {_pair(*two) for members in known for two in combinations(members, 2)}
    kinds, origins = corpus.kinds or {}, corpus.origins or {}
    hits, every = Counter[str](), Counter[str]()
    for one, other in gold:
        kind = kinds[one] or kinds[other]
        if not (kinds[one] and kinds[other]) and (kind == MERGED or origins[one] == origins[other]):
            every[kind] += 1
            hits[kind] += (one, other) in pairs or (one, other) in closed
    return {
        **_rates(pairs, gold, "pairs, "),
        **_rates(closed, gold, "families, "),
        **{f"found, {kind}": percent(hits[kind], every[kind]) for kind in sorted(every)},
    }


def gold_pairs(corpus: Corpus) -> set[Pair]:
    """The pairs of articles that were made of one original."""
    members: dict[int, list[str]] = defaultdict(list)
    for article, numbers in (corpus.origins or {}).items():
        for number in numbers:
            members[number].append(article)
    return {_pair(*two) for several in members.values() for two in combinations(several, 2)}


def near_pairs(found: Comparison) -> set[Pair]:
    """The pairs that share at least half of the shorter article."""
    return {_pair(one.left, one.right) for one in found.overlaps if one.relation != "passage"}


def passage_result(corpus: Corpus) -> Result:
    """Ours on travelling passages; without a fingerprint."""
    found, told = _timed(corpus)
    return Result(passage_figures(corpus, found.copies), "", details=told)


def near_result(corpus: Corpus) -> Result:
    """Ours on near copies; without a fingerprint."""
    found, told = _timed(corpus)
    return Result(near_figures(corpus, near_pairs(found), families(found.overlaps, found.copies)), "", details=told)


def _timed(corpus: Corpus) -> tuple[Comparison, tuple[str, ...]]:
    """What is found in a corpus, and how fast."""
    began, wall = time.process_time(), time.perf_counter()
    found = compare(corpus.articles)
    spent = time.process_time() - began
    words = sum(size for _, size in found.sizes)
    line = (
        f"{len(corpus.articles):,} articles of {words // max(1, len(corpus.articles))} words: "
        f"{len(corpus.articles) / max(spent, 1e-9):,.0f} articles a CPU second ({spent:.1f} s, "
        f"{time.perf_counter() - wall:.1f} s on the clock)"
    )
    return found, (line,)


def _rates(found: set[Pair], gold: set[Pair], name: str) -> dict[str, float]:
    right = len(found & gold)
    return {
        f"{name}F1": percent(2 * right, len(found) + len(gold)),
        f"{name}precision": percent(right, len(found)),
        f"{name}recall": percent(right, len(gold)),
    }


def percent(part: float, whole: float) -> float:
    """A share in percent; 100 of nothing."""
    return 100.0 * part / whole if whole else 100.0


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _covers(copy: Copy, one: Planted) -> bool:
    """Whether a found passage holds at least half of a planted one, on both sides."""
    return all(2 * _shared(*sides) >= len(sides[1].span) for sides in _sides(copy, one))


def _planted(copy: Copy, one: Planted) -> bool:
    """Whether at least half of a found passage was planted, on both sides."""
    return all(2 * _shared(*sides) >= len(sides[0].span) for sides in _sides(copy, one))


def _sides(copy: Copy, one: Planted) -> list[tuple[Ref, Ref]]:
    """The two places of a found passage, each with the planted one's in the same article."""
    mine: Mapping[str, Ref] = {one.left.article: one.left, one.right.article: one.right}
    return [(copy.left, mine[copy.left.article]), (copy.right, mine[copy.right.article])]


def _shared(one: Ref, other: Ref) -> int:
    return max(0, min(one.span.end, other.span.end) - max(one.span.start, other.span.start))


def main() -> int:
    """Print the figures of one corpus at a size and seed of choice; 0."""
    from evals.suites import measuring_data  # noqa: PLC0415 - the suites import this file

    parser = argparse.ArgumentParser(prog="python -m evals.copies", description=__doc__)
    parser.add_argument("what", choices=["passages", "near"])
    parser.add_argument("--size", type=int, default=SIZE, help="articles, of passages")
    parser.add_argument("--seed", type=int, default=SEEDS["dev"])
    given = parser.parse_args()
    folder = measuring_data("data", "polnear", "train", "text")
    run: Callable[[Corpus], Result] = passage_result if given.what == "passages" else near_result
    if given.what == "passages":
        corpus = passages(texts(folder), given.size, given.seed)
    else:
        corpus = reprints(originals(sorted(folder.glob("*.txt")), "dev"), texts(folder), given.seed)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    result = run(corpus)
    for name, value in result.figures.items():
        print(f"{name:34s}{value:8.2f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(*result.details, f"peak {peak:,.0f} MB, {before:,.0f} MB of them before comparing", sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
