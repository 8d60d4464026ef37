"""Near copies and travelling passages: ours and the peers' figures on the same articles, a table a corpus.

Peers get the threshold that is best for them on the very articles they are judged on, and the better of their pairs
and of the families that their pairs make; ours is run as it is. Pairs of articles are asked for, since peers tell
no places.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from evals.copies import Pair, by_pair, gold_pairs, near_corpus, passage_corpus, percent
from evals.peerruns.environments import Answers, Unavailable, answers, parsed
from evals.peerruns.roster import Peer
from evals.reprints import Corpus
from evals.suites import Absent, measuring_data
from sayso import __version__
from sayso.linking.joins import Join, grouped

#: (words of a shingle, words of a stretch; 0 for the whole article), as copypeer.py takes them.
WHOLE = (("3", "0"), ("5", "0"))
STRETCHES = (("3", "60"),)

#: Runs ours in a process of its own, so that its memory can be told.
_OURS = """
import json, resource, sys, time
from sayso.linking.copies import compare
from sayso.linking.families import families
from sayso.model.article import Article
articles = [Article(row["id"], row["id"], row["text"], "0" * 64) for row in map(json.loads, sys.stdin)]
began = time.process_time()
found = compare(articles)
known = families(found.overlaps, found.copies)
spent = time.process_time() - began
near = [[one.left, one.right] for one in found.overlaps if one.relation != "passage"]
print(json.dumps({"id": "near", "found": near, "seconds": spent}))
print(json.dumps({"id": "families", "found": known, "seconds": 0}))
print(json.dumps({"id": "passages", "found": [[one.left, one.right] for one in found.overlaps], "seconds": 0}))
print(json.dumps({"loading": 0, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A tool's F1, precision and recall in percent, articles a CPU second, megabytes; or why there are none."""

    tool: str
    rates: tuple[float, float, float] | None
    speed: float = 0.0
    megabytes: float = 0.0
    why_not: str = ""


def tables(peers: Sequence[Peer]) -> Iterator[list[str]]:
    """The tables, as lines of Markdown; a line that says why where the measuring data is not here."""
    try:
        folder = measuring_data("data", "polnear", "train", "text")
    except Absent as absent:
        yield [f"copies: skipped, {absent}"]
        return
    for part in ("dev", "test"):
        yield list(_near(near_corpus(folder, part), peers, part))
        yield list(_passages(passage_corpus(folder, part), peers, part))


def _near(corpus: Corpus, peers: Sequence[Peer], part: str) -> Iterator[str]:
    gold = gold_pairs(corpus)
    ours = _ours(corpus)
    rows = [
        _row(
            f"Sayso {__version__}, families",
            closed(ours.found["families"]),
            gold,
            size=len(corpus.articles),
            given=ours,
        ),
        _row("the same, single pairs", _pairs(ours.found["near"]), gold, size=len(corpus.articles), given=ours),
    ]
    rows += [row for peer in peers for row in _theirs(peer, WHOLE, gold, corpus)]
    yield from lines(f"near copies of news, {part}", corpus, rows)


def _passages(corpus: Corpus, peers: Sequence[Peer], part: str) -> Iterator[str]:
    gold = set(by_pair(corpus.planted))
    ours = _ours(corpus)
    rows = [
        _row(f"Sayso {__version__}", _pairs(ours.found["passages"]), gold, size=len(corpus.articles), given=ours)
    ]
    for peer in peers:
        rows += _theirs(peer, (*WHOLE, *(STRETCHES if peer.name == "rensa" else ())), gold, corpus)
    yield from lines(f"passages of 60 words, {part}", corpus, rows)


def lines(name: str, corpus: Corpus, rows: Iterable[Row]) -> Iterator[str]:
    """A table as Markdown; a tool that did not run has the reason under it."""
    yield f"| {name} ({len(corpus.articles):,} articles) | F1 | precision | recall | articles/s | MB |"
    yield "| --- " * 6 + "|"
    missing = []
    for row in rows:
        if row.rates:
            rates = " | ".join(f"{rate:.1f}" for rate in row.rates)
            yield f"| {row.tool} | {rates} | {row.speed:,.0f} | {row.megabytes:,.0f} |"
        else:
            missing.append(f"{row.tool}: not run, {row.why_not}")
    yield from missing


def _theirs(peer: Peer, ways: Sequence[tuple[str, str]], gold: set[Pair], corpus: Corpus) -> Iterator[Row]:
    """A row for each way of using a peer, at its best threshold."""
    rows = [{"id": one.id, "text": one.text} for one in corpus.articles]
    for shingle, window in ways:
        name = f"{peer.shown} {peer.version}, {shingle}-word shingles" + (
            f", stretches of {window} words" if window != "0" else ""
        )
        try:
            given = answers(peer, rows, shingle, window)
        except Unavailable as unavailable:
            yield Row(name, None, why_not=str(unavailable))
            continue
        yield best(name, given, gold, len(rows))


def best(name: str, given: Answers, gold: set[Pair], size: int) -> Row:
    """The row of the threshold with the highest F1, of pairs or of the families they make."""
    made = [
        (rates(found, gold), f"{name}, {how} at {threshold}", given.times[threshold])
        for threshold, pairs in given.found.items()
        for how, found in (("pairs", _pairs(pairs)), ("families", closed(_components(pairs))))
    ]
    figures, told, seconds = max(made, key=lambda one: one[0])
    return Row(told, figures, size / max(seconds, 1e-9), given.megabytes)


def rates(found: set[Pair], gold: set[Pair]) -> tuple[float, float, float]:
    """F1, precision and recall in percent."""
    right = len(found & gold)
    return percent(2 * right, len(found) + len(gold)), percent(right, len(found)), percent(right, len(gold))


def _pairs(found: Iterable[Sequence[str]]) -> set[Pair]:
    return {(min(pair), max(pair)) for pair in found}


def _components(pairs: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    joins = [Join(left, right, 1.0, "") for left, right in pairs]
    return grouped({end for join in joins for end in (join.left, join.right)}, joins).members


def closed(families: Iterable[Sequence[str]]) -> set[Pair]:
    """All pairs of all families; of one with more than 1,000 members none, since it is no family of near copies."""
    return {pair for one in families if len(one) <= 1000 for pair in combinations(sorted(one), 2)}


def _ours(corpus: Corpus) -> Answers:
    given = "".join(json.dumps({"id": one.id, "text": one.text}) + "\n" for one in corpus.articles)
    done = subprocess.run([sys.executable, "-c", _OURS], input=given, capture_output=True, text=True, check=True)
    return parsed(done.stdout)


def _row(name: str, found: set[Pair], gold: set[Pair], *, size: int, given: Answers) -> Row:
    return Row(name, rates(found, gold), size / max(given.seconds, 1e-9), given.megabytes)
