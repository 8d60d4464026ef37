"""Runs in a peer's own environment: articles in, which are copies of which out. Nothing of Sayso is imported here.

`python copypeer.py NAME SHINGLE WINDOW` reads a JSON object a line, {"id", "text"}, and writes one a threshold:
{"id": threshold, "found": pairs, "seconds"}; the seconds are of signatures and search together. The last line is
{"loading", "megabytes"}, as of peer.py. Words are runs of letters and digits in lower case, a shingle is SHINGLE of
them. With a WINDOW each article is given as stretches of so many words, twice as many, and two articles are a
pair where two stretches are; one that is like more than COMMON others is boilerplate, and dropped. What the
search proposes is kept where the signatures' own estimate reaches the threshold.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

PERMUTATIONS = 128
COMMON = 5
THRESHOLDS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
#: Below these, stretches are like thousands of others, and the lists of pairs take ten gigabytes.
THRESHOLDS_OF_STRETCHES = (0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
_WORD = re.compile(r"\w+")

Shingles = list[list[str]]
#: For a threshold the pairs of numbers that are as like.
Search = Callable[[float], Iterator[tuple[int, int]]]


def datasketch(shingles: Shingles) -> Search:
    """`MinHash` with `update_batch`, searched by `MinHashLSH` at the threshold."""
    library = import_module("datasketch")
    signed = []
    for one in shingles:
        made = library.MinHash(num_perm=PERMUTATIONS)
        made.update_batch([shingle.encode() for shingle in one])
        signed.append(made)

    def search(threshold: float) -> Iterator[tuple[int, int]]:
        index = library.MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
        for number, one in enumerate(signed):
            for other in index.query(one):
                if one.jaccard(signed[other]) >= threshold:
                    yield other, number
            index.insert(number, one)

    return search


def rensa(shingles: Shingles) -> Search:
    """`RMinHash` in a batch, searched by `RMinHashLSH` with as few bands as find what is as like."""
    library = import_module("rensa")
    signed = library.RMinHash.from_token_sets(shingles, num_perm=PERMUTATIONS, seed=42)

    def search(threshold: float) -> Iterator[tuple[int, int]]:
        bands = next(
            bands
            for bands in (4, 8, 16, 32, 64, 128)
            if (1 / bands) ** (bands / PERMUTATIONS) <= threshold or bands == 128
        )
        index = library.RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=bands)
        index.insert_many(signed)
        for number, near in enumerate(index.query_all(signed)):
            for other in near:
                if other < number and signed[number].jaccard(signed[other]) >= threshold:
                    yield other, number

    return search


PEERS = {"datasketch": datasketch, "rensa": rensa}


def stretches(text: str, shingle: int, window: int) -> Iterator[list[str]]:
    """The shingles of a text, or of each of its stretches."""
    words = _WORD.findall(text.lower())
    size = window or max(1, len(words))
    for at in range(0, max(1, len(words) - size // 2), max(1, size // 2)):
        part = words[at : at + size]
        yield [" ".join(part[n : n + shingle]) for n in range(max(1, len(part) - shingle + 1))]


def articles(near: Sequence[tuple[int, int]], owners: Sequence[str], *, most: int) -> list[tuple[str, str]]:
    """The pairs of articles with two parts alike; parts that are like more than `most` others are dropped."""
    often = Counter(part for pair in near for part in pair)
    pairs = {
        (min(owners[left], owners[right]), max(owners[left], owners[right]))
        for left, right in near
        if often[left] <= most and often[right] <= most
    }
    return sorted(pair for pair in pairs if pair[0] != pair[1])


def main(name: str, shingle: int, window: int) -> None:
    """Answer for each threshold on the process's own stdout; whatever the peer prints goes to stderr."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    rows = [json.loads(line) for line in sys.stdin]
    loading = began = time.process_time()
    owners: list[str] = []
    shingles: Shingles = []
    for row in rows:
        for part in stretches(row["text"], shingle, window):
            owners.append(row["id"])
            shingles.append(part)
    search = PEERS[name](shingles)
    signing = time.process_time() - began
    for threshold in THRESHOLDS if not window else THRESHOLDS_OF_STRETCHES:
        began = time.process_time()
        found = articles(list(search(threshold)), owners, most=COMMON if window else len(rows))
        spent = signing + time.process_time() - began
        print(json.dumps({"id": f"{threshold}", "found": found, "seconds": spent}), file=out, flush=True)
    print(json.dumps({"loading": loading, "megabytes": _peak()}), file=out, flush=True)


def _peak() -> float:
    """Largest resident memory in megabytes."""
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text("utf-8"))
    return int(found[1]) / 1024 if found else 0.0


def _arguments(given: Sequence[str]) -> tuple[str, int, int]:
    return given[0], int(given[1]), int(given[2])


if __name__ == "__main__":
    main(*_arguments(sys.argv[1:]))
    sys.stdout.flush()
    os._exit(0)
