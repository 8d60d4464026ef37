"""Indexes on disk for `sayso copies`: articles read on several machines are compared on one, without the texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Final, Literal

import numpy as np

from sayso.linking.fingerprints import ARRAYS, FAR, RUN, SAMPLE, Entry, Index, merged
from sayso.model.article import Article
from sayso.model.span import content_id
from sayso.model.times import Dating, Interval
from sayso.store.indexes import damaged, load, save

#: By what a file was made; one made otherwise cannot be compared. The last number counts ways of reading words.
_METHOD: Final = [RUN, SAMPLE, 1]

_HOW: Final[Mapping[str, Literal["given", "inferred"]]] = {"given": "given", "inferred": "inferred"}


@dataclass(frozen=True, slots=True)
class Part:
    """Articles, each with the id that its content gives it, and their index; its entries are in the same order."""

    articles: tuple[Article, ...]
    index: Index


def save_part(path: Path, part: Part) -> None:
    """Keep a part in a file, without the texts of its articles; StoreError where it cannot be written."""
    articles = [
        [one.id, one.path, one.outlet, _days(one.published), [str(value) for value in astuple(entry)]]
        for one, entry in zip(part.articles, part.index.entries, strict=True)
    ]
    save(
        path,
        {"method": _METHOD, "articles": articles},
        {name: getattr(part.index, name) for name in ARRAYS},
    )


def load_part(path: Path) -> Part:
    """The part that a file keeps; StoreError or FormatError where it cannot be read."""
    record, arrays = load(path, ARRAYS)
    if record.get("method") != _METHOD:
        raise damaged(path, "it was made by another version of Sayso, in another way")
    try:
        articles, entries = [], []
        for ident, where, outlet, days, entry in record["articles"]:
            articles.append(Article(str(ident), str(where), "", "", outlet=outlet, published=_dating(days)))
            entries.append(_entry(entry))
    except (KeyError, TypeError, ValueError) as error:
        raise damaged(path, f"its list of articles is damaged ({error})") from error
    index = Index(tuple(entries), **arrays)
    if not _sound(index):
        raise damaged(path, "its arrays do not fit its list of articles")
    return Part(tuple(articles), index)


def joined(parts: Sequence[Part]) -> Part:
    """All articles of several parts, with an index in which each has an id of its own.

    What stands in two parts under one path and one id is one article. Of articles with the same id (the same text
    in two files) the first by path keeps it, as in one run over all of them.
    """
    same: defaultdict[str, dict[str, list[tuple[int, int]]]] = defaultdict(dict)
    for number, part in enumerate(parts):
        for at, one in enumerate(part.articles):
            same[one.id].setdefault(one.path, []).append((number, at))
    new: dict[tuple[int, int], str] = {}
    for ident, paths in same.items():
        count = 0
        for path in sorted(paths):
            seats = paths[path]
            most = max(sum(seat[0] == number for seat in seats) for number, _ in seats)
            for number, at in seats:
                nth = count + 1 + sum(seat[0] == number and seat[1] < at for seat in seats)
                new[number, at] = ident if nth == 1 else content_id("a", ident, path, nth)
            count += most
    renamed = [
        replace(
            part.index,
            entries=tuple(replace(entry, id=new[number, at]) for at, entry in enumerate(part.index.entries)),
        )
        for number, part in enumerate(parts)
    ]
    index = merged(*renamed)
    by_id = {new[seat]: parts[seat[0]].articles[seat[1]] for seat in sorted(new, reverse=True)}
    return Part(tuple(replace(by_id[entry.id], id=entry.id) for entry in index.entries), index)


def _days(published: Dating | None) -> list[str | None] | None:
    """The days on which an article may have come out, and how they are known."""
    if published is None:
        return None
    return [*(str(day) if day else None for day in astuple(published.interval)), published.how]


def _dating(days: Sequence[str | None] | None) -> Dating | None:
    """The same back; ValueError or KeyError where it is none."""
    if days is None:
        return None
    first, last, how = days
    return Dating(Interval(*(date.fromisoformat(day) if day else None for day in (first, last))), _HOW[how or ""])


def _entry(fields: Iterable[str]) -> Entry:
    """An entry of an index; ValueError where it is none."""
    day, ident, *counts, since = fields
    words, digest, marks, far = map(int, counts)
    if min(words, digest, marks, far) < 0:
        raise ValueError("a count below nought")
    return Entry(date.fromisoformat(day), ident, words, digest, marks, far, date.fromisoformat(since))


def _sound(index: Index) -> bool:
    """Whether the arrays of an index fit its entries, and every place in them exists."""
    counts = {name: [getattr(entry, name) for entry in index.entries] for name in ("marks", "words", "far")}
    if any(len(getattr(index, name)) != sum(counts[counted]) * size for name, (counted, size) in ARRAYS.items()):
        return False
    if any((one.day, one.id) >= (other.day, other.id) for one, other in pairwise(index.entries)):
        return False
    room = np.repeat(np.array(counts["words"], np.int64), counts["marks"])
    forms, steps = np.frombuffer(index.forms, "<u4"), np.frombuffer(index.steps, np.uint8)
    far = np.frombuffer(index.far, "<i8")
    return bool(
        np.all(np.frombuffer(index.places, "<u4").astype(np.int64) + RUN <= room)
        and np.all((forms >= 0x10000) & (forms <= 0x10FFFF))
        and np.count_nonzero(steps == FAR) == len(far)
        and np.all(far >= FAR)
    )
