"""What the gauge learns from: rated events, replies with their kinds, and ordinary statements of articles.

Three sources, each read by Sayso itself first, so that the marks of a statement (source, cue, content) are those
that the gauge will see: people's ratings of events in news sentences (UW: Lee et al. 2015; UDS: Rudinger et al.
2018), put together again from their tokens; the replies written for this project (training/written), with marks by
hand; statements of PolNeAR's articles in which no word of a denial stands, as examples of no denial.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals import tagged
from evals.certainty import joined
from evals.passages import article_of
from sayso.annotating.annotate import annotate
from sayso.annotating.blocks import blocks
from sayso.annotating.commitment import may_deny
from sayso.annotating.forces import force_of
from sayso.annotating.statements import passages
from sayso.brain.features import Vocabulary, Window
from sayso.brain.gauge import KINDS, seen
from sayso.model.article import Article
from sayso.model.ports import Passage, Said, Tagger
from training import written


@dataclass(frozen=True, slots=True)
class Rated:
    """A window and what is known of it.

    `ratings` are (word, certainty from -3 to 3). `events` says whether all events of the window are rated, so that
    the other words are none. `kinds` are (words of a statement, number of KINDS). `source` names the data.
    """

    window: Window
    ratings: tuple[tuple[int, float], ...]
    kinds: tuple[tuple[tuple[int, ...], int], ...]
    source: str


def said_in(one: Article, tagger: Tagger) -> tuple[tuple[Passage, ...], tuple[Said, ...]]:
    """An article's passages and what the tagger finds said in it."""
    page = annotate(one, tagger)
    return passages(one.text, blocks(one)), tuple(
        Said(each.chain[-1].source.span, each.chain[-1].cue.span, each.content) for each in page.statements
    )


def ratings(path: Path, vocabulary: Vocabulary, tagger: Tagger) -> Iterator[Rated]:
    """The rated sentences of a JSONL file of UW or UDS."""
    name = path.name.split("_")[0]
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        text, starts = joined(row["text"].split(" "))
        if not text.strip():
            continue
        labels = {starts[one["span1"][0]]: one["label"] for one in row["targets"]}
        cut, said = said_in(article_of(text), tagger)
        for window in seen(text, cut, said, vocabulary, everything=True):
            begins = [word.start for word in window.window.words]
            rated = []
            for place, label in labels.items():
                at = bisect_right(begins, place) - 1
                if at >= 0 and window.window.words[at].end > place:
                    rated.append((at, label))
            yield Rated(window.window, tuple(rated), (), name)


def replies(place: Path, vocabulary: Vocabulary, *, styles: int = 1) -> Iterator[Rated]:
    """The replies of all files of a folder, or of one file, in so many styles of quotation marks."""
    for text, said, kind in tagged.replies(place):
        for style in STYLES[:styles]:
            yield from _kinds(restyled(text, style), [(said, KINDS.index(kind))], vocabulary, source="replies")


def plain(folder: Path, vocabulary: Vocabulary, *, styles: int = 1) -> Iterator[Rated]:
    """Statements of the texts written with others inside, those that hold no word of a denial."""
    for text, said in written.nested(folder):
        held = [(one, None if _denies(text, one) else 0) for one in said.values()]
        for style in STYLES[:styles]:
            yield from _kinds(restyled(text, style), held, vocabulary, source="ordinary")


def ordinary(folder: Path, vocabulary: Vocabulary, tagger: Tagger, *, most: int) -> Iterator[Rated]:
    """Statements of PolNeAR's articles that hold no word of a denial, in turn in all styles of quotation marks."""
    for number, path in enumerate(sorted((folder / "text").glob("*.txt"))[:most]):
        one = article_of(restyled(path.read_text("utf-8"), STYLES[number % len(STYLES)]))
        cut, said = said_in(one, tagger)
        held = [(each, None if _denies(one.text, each) else 0) for each in said]
        yield from _kinds(one.text, held, vocabulary, source="ordinary", passages=cut)


#: Quotation marks, opening and closing.
STYLES = ('""', "“”", "‘’")
_QUOTES = '"“”„'


def restyled(text: str, style: str) -> str:
    """A text with all its double quotation marks in one style; no word moves."""
    opened, made = False, []
    for letter in text:
        if letter in _QUOTES:
            opened = not opened
            made.append(style[0 if opened else 1])
        else:
            made.append(letter)
            opened = opened and letter != "\n"
    return "".join(made)


def _kinds(
    text: str,
    held: Sequence[tuple[Said, int | None]],
    vocabulary: Vocabulary,
    *,
    source: str,
    passages: Sequence[Passage] = (),
) -> Iterator[Rated]:
    """The windows of a text with the kinds of what is said in it, where they are known."""
    cut = passages or (written.passage(text),)
    for one in seen(text, cut, [said for said, _ in held], vocabulary):
        kinds = tuple((words, kind) for n, words in one.words if (kind := held[n][1]) is not None)
        if kinds:
            yield Rated(one.window, (), kinds, source)


def _denies(text: str, said: Said) -> bool:
    words = " ".join(span.of(text) for span in (*((said.cue,) if said.cue else ()), *said.content))
    return may_deny(words) or force_of(said.cue.of(text) if said.cue else "") in {"deny", "decline-to-rule-out"}
