"""`sayso stance`: what statements mean for hypotheses, pair by pair, without articles."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sayso import pipeline
from sayso.app.exits import NOTHING, OK
from sayso.app.output import json_line
from sayso.app.talk import say
from sayso.errors import FormatError, InputError, SaysoError
from sayso.model.ports import Bearing

#: Pairs that are judged together: enough that like lengths share a batch, few enough to be told while more come.
_AT_ONCE = 256


def stance(arguments: argparse.Namespace) -> int:
    """Print each pair of statement and hypothesis with its lean, four probabilities and relevance."""
    entailer = pipeline.load_brain(arguments.brain).entailer
    empty = True
    for some in _batches(_pairs(arguments.pairs)):
        empty = False
        texts = [(pair["statement"], pair["hypothesis"]) for pair in some]
        for pair, bearing in zip(some, entailer.bear(texts), strict=True):
            print(json_line({**pair, **_told(bearing)}))
    if empty:
        say(f"{arguments.pairs}: no pair was found; give one JSON object a line with statement and hypothesis")
        return NOTHING
    return OK


def _told(bearing: Bearing) -> dict[str, Any]:
    """Lean, four probabilities and relevance of a bearing."""
    p = {
        "support": bearing.relevance * bearing.support,
        "deny": bearing.relevance * bearing.deny,
        "open": bearing.relevance * bearing.open,
        "unrelated": 1 - bearing.relevance,
    }
    shares = {name: round(share, 4) for name, share in p.items()}
    return {"lean": max(p, key=p.__getitem__), "p": shares, "relevance": round(bearing.relevance, 4)}


def _batches(pairs: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Pairs as they are judged together; those before a line that is none are told before the error is.

    Where somebody types them, each is answered at once.
    """
    size = 1 if sys.stdin.isatty() else _AT_ONCE
    some: list[dict[str, Any]] = []
    try:
        for pair in pairs:
            some.append(pair)
            if len(some) >= size:
                yield some
                some = []
    except SaysoError:
        if some:
            yield some
        raise
    if some:
        yield some


def _pairs(path: str) -> Iterator[dict[str, Any]]:
    if path == "-":
        yield from _pairs_in(path, sys.stdin)
        return
    try:
        with Path(path).open(encoding="utf-8") as lines:
            yield from _pairs_in(path, lines)
    except OSError as error:
        raise InputError(path, f"cannot be read ({error.strerror})", "give a file of JSON Lines, or -") from error


def _pairs_in(path: str, lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _pair(path, number, line)


def _pair(path: str, number: int, line: str) -> dict[str, Any]:
    try:
        pair = json.loads(line)
    except ValueError:
        raise FormatError(f"{path}, line {number}: not JSON; give one object a line") from None
    if not isinstance(pair, dict) or not all(isinstance(pair.get(k), str) for k in ("statement", "hypothesis")):
        raise FormatError(f'{path}, line {number}: give an object with the texts "statement" and "hypothesis"')
    return pair
