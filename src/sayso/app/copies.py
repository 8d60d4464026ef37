"""`sayso copies`: which passages stand in which articles, without a question, a model or a page of annotations.

It stands apart from the commands that load all rooms: it reads, compares and prints, so that 100,000 articles fit
in two gigabytes. Articles are kept as their texts with what is known of them; furniture that the format states is
blanked, so that every other place stays. Indexes of other runs join in without the texts of their articles.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from sayso.app.exits import FAILED, NOTHING, OK, PARTIAL
from sayso.app.indexes import Part, joined, load_part, save_part
from sayso.app.output import json_line
from sayso.app.talk import progress, say
from sayso.errors import InputError, SettingError
from sayso.linking.alignments import LEAST
from sayso.linking.copies import Comparison, compared
from sayso.linking.families import families
from sayso.linking.fingerprints import indexed
from sayso.model.article import Article
from sayso.model.origins import Copy
from sayso.model.span import content_id
from sayso.reading.read import read_each
from sayso.showing.copies import families_shown, pairs_shown, passages_shown, tally
from sayso.showing.copyrecords import family_record, pair_record, passage_record

#: Articles between two words of progress.
_TOLD = 1000


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which of the three kinds are asked for."""

    families: bool
    pairs: bool
    passages: bool


def copies(arguments: argparse.Namespace) -> int:
    """Print what the articles have in common, as JSON Lines or for the eye."""
    least = LEAST if arguments.least_words is None else arguments.least_words
    if least < LEAST:
        raise SettingError(
            f"--least-words {least}: passages of fewer than {LEAST} words are not told; give {LEAST} or more"
        )
    others = [load_part(Path(file)) for file in arguments.with_index]
    if not (arguments.inputs or others):
        raise SettingError("nothing to compare; give articles, or --with-index with a file of --save-index")
    part, failed = _read(arguments)
    if arguments.save_index:
        save_part(Path(arguments.save_index), part)
    if others:
        part = joined([part, *others])
        del others
    found = _of_at_least(compared(part.index), least)
    articles = {
        entry.id: one if one.id == entry.id else replace(one, id=entry.id)
        for entry, one in zip(part.index.entries, part.articles, strict=True)
    }
    wanted = _wanted(arguments)
    for line in _lines(found, articles, wanted) if arguments.jsonl else _shown(found, articles, wanted):
        print(line)
    if failed:
        return PARTIAL if articles else FAILED
    if not found.overlaps:
        say("no article has a passage in common with another")
        # What was asked for is there where an index was kept.
        return OK if arguments.save_index else NOTHING
    return OK


def _wanted(arguments: argparse.Namespace) -> _Wanted:
    """What is asked for; all three where nothing is."""
    asked = (arguments.families, arguments.pairs, arguments.passages)
    return _Wanted(*asked) if any(asked) else _Wanted(families=True, pairs=True, passages=True)


def _read(arguments: argparse.Namespace) -> tuple[Part, bool]:
    """The articles with their index, and whether an input failed; each failure is named."""
    read: list[Article] = []
    failed = False
    for one in read_each(
        arguments.inputs,
        manifest=arguments.manifest,
        stdin=sys.stdin.buffer if "-" in arguments.inputs else None,
        telling="stated",
    ):
        if isinstance(one, InputError):
            say(str(one))
            failed = True
            continue
        read.append(_running(one))
        if len(read) % _TOLD == 0:
            progress(f"{len(read):,} articles read")
            # What is read stays; to look through all of it for waste again and again takes a third of the time.
            gc.collect()
            gc.freeze()
    progress("")
    apart = _told_apart(read)
    index = indexed(apart)
    gc.freeze()
    # Only what is shown to the eye quotes a text.
    own = {
        new.id: replace(old, text="") if arguments.jsonl else old
        for new, old in zip(apart, _grouped(read), strict=True)
    }
    return Part(tuple(own[entry.id] for entry in index.entries), index), failed


def _running(article: Article) -> Article:
    """An article with blanks in place of stated furniture, and without what the comparison does not need."""
    text, at, pieces = article.text, 0, []
    for block in article.layout:
        if block.kind == "furniture":
            pieces += [text[at : block.span.start], " " * len(block.span)]
            at = block.span.end
    if pieces:
        text = "".join([*pieces, text[at:]])
    return replace(article, text=text, layout=(), candidates=(), notes=())


def _grouped(read: Iterable[Article]) -> list[Article]:
    """The articles, those with one id (the same file twice) together, by their paths."""
    same: defaultdict[str, list[Article]] = defaultdict(list)
    for article in read:
        same[article.id].append(article)
    return [one for group in same.values() for one in sorted(group, key=lambda one: one.path)]


def _told_apart(read: Iterable[Article]) -> list[Article]:
    """The same with an id of its own for each."""
    apart: list[Article] = []
    for _, group in groupby(_grouped(read), key=lambda one: one.id):
        first, *others = group
        apart.append(first)
        apart += [
            replace(one, id=content_id("a", one.id, one.path, number)) for number, one in enumerate(others, start=2)
        ]
    return apart


def _of_at_least(found: Comparison, words: int) -> Comparison:
    """What was found without passages, and articles that have less in common, of fewer than so many words."""
    overlaps = tuple(one for one in found.overlaps if one.words >= words)
    copied = tuple(one for one in found.copies if one.words >= words)
    return Comparison(found.sizes, copied, overlaps, families(overlaps, found.copies))


def _lines(found: Comparison, articles: dict[str, Article], wanted: _Wanted) -> Iterator[str]:
    """The records asked for, a line each."""
    sizes = dict(found.sizes)
    if wanted.families:
        yield from map(json_line, (family_record(one, articles, sizes) for one in found.families))
    if wanted.pairs:
        yield from map(json_line, (pair_record(one, articles, sizes) for one in found.overlaps))
    if wanted.passages:
        yield from map(json_line, (passage_record(one, articles) for one in found.copies))


def _shown(found: Comparison, articles: dict[str, Article], wanted: _Wanted) -> Iterator[str]:
    """The same for the eye; where nothing is asked for, no passage within a family."""
    yield tally(len(articles), found.families, len(found.overlaps), len(found.copies)) + "\n"
    everything = wanted.families and wanted.passages
    if wanted.families:
        yield from families_shown(found.families, found.overlaps, articles, dict(found.sizes))
    if wanted.pairs and not everything:
        yield from pairs_shown(found.overlaps, articles)
    if wanted.passages:
        shown = _between(found) if everything else found.copies
        yield from passages_shown(shown, articles)


def _between(found: Comparison) -> list[Copy]:
    """The passages of articles that no family has both of."""
    held: defaultdict[str, set[int]] = defaultdict(set)
    for number, members in enumerate(found.families):
        for one in members:
            held[one].add(number)
    return [one for one in found.copies if held[one.left.article].isdisjoint(held[one.right.article])]
