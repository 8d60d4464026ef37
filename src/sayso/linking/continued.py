"""Sentences that go on with what somebody said, without saying so again.

"It could as well be rock, the bulletin said. A robot will go down as soon as the ice allows." Nothing but its place
tells whose the second sentence is, and every reader knows. An article's own sentence goes on with the last voice of
its paragraph where it stands right behind it, or behind others that go on with it. It does not where it has a
ground of its own: a word of saying, the outlet itself ("our reporter", "we saw"), a reply that was not to be had;
nor where it turns to somebody else or to another day.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sayso.lang.en.relaying import GROUNDED, NO_ANSWER, OURSELVES
from sayso.linking.joins import Join
from sayso.linking.roots import Placed
from sayso.model.article import HEADS
from sayso.model.span import Span, cover

#: Sentences that go on with one statement.
_RUN: Final = 4

_GROUNDED: Final = re.compile(GROUNDED, re.IGNORECASE)
_NO_ANSWER: Final = re.compile(NO_ANSWER, re.IGNORECASE)
_OURSELVES: Final = re.compile(OURSELVES, re.IGNORECASE)
_OTHERS: Final = re.compile(
    r"(?:The|An?|Its|Their) (?:\w[\w’'-]{0,20} ){0,4}?\w[\w’'-]{0,20}, (?:who|which|whose)\b"
)
_ANOTHER: Final = re.compile(
    r"(?:on |last |the )?(?:last |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE
)
_OPENING: Final = 24
_SPEAKING: Final = re.compile(r"[^“\"\n]{3,160}:\s{0,2}[“\"]")
_QUOTED: Final = re.compile(r"[“\"][^”\"\n]{0,600}[”\"]")


def continued(items: Iterable[Placed]) -> Iterator[Join]:
    """Own sentences that go on with a statement before them in their paragraph, joined to it; route "carried"."""
    by_page: dict[str, list[Placed]] = defaultdict(list)
    for item in items:
        by_page[item.page.article.id].append(item)
    for held in by_page.values():
        yield from _on_page(sorted(held, key=lambda item: (item.statement.content[0].start, item.id)))


def _on_page(held: Sequence[Placed]) -> Iterator[Join]:
    """The joins of one article, whose items are in text order."""
    blocks = held[0].page.blocks
    starts = [block.span.start for block in blocks]
    voice: Placed | None = None
    home, run = -1, 0
    said = [cover(item.statement.content) for item in held if item.root.kind != "own"]
    ends = [span.start for span in said]
    for item in held:
        here = bisect_right(starts, item.statement.content[0].start) - 1
        if here != home:
            voice, home, run = None, here, 0
        if item.root.kind != "own":
            voice, run = (None, 0) if item.statement.block in HEADS else (item, 0)
        elif voice is None or _attributed(item, said, ends):
            continue
        elif run < _RUN and not own_ground(item) and not _turns(item):
            run += 1
            left, right = sorted((voice, item), key=lambda one: one.id)
            why = f"goes on with what {voice.root.name} said, in the same paragraph"
            yield Join(left.id, right.id, 0.75, why, (left.ref, right.ref), "carried")
        else:
            voice = None


def _attributed(item: Placed, said: Sequence[Span], starts: Sequence[int]) -> bool:
    """Whether an own sentence holds an attributed statement: that one has its own place."""
    span = cover(item.statement.content)
    near = bisect_right(starts, span.end)
    return any(one.overlaps(span) for one in said[max(0, near - 4) : near])


def own_ground(item: Placed) -> bool:
    """Whether a sentence in the article's own words gives a ground, speaks of the outlet, or of a reply not had."""
    text = item.page.article.text
    words = " ".join(span.of(text) for span in item.statement.content)[:1_000]
    bare = _QUOTED.sub(" ", words)
    outlet = (item.page.article.outlet or "").split()
    name = outlet[-1] if outlet else ""
    ours = len(name) > 3 and re.search(rf"\b{re.escape(name)}\b", bare)
    return bool(ours or grounded(item) or _NO_ANSWER.search(bare) or _OURSELVES.search(bare))


def grounded(item: Placed) -> bool:
    """Whether a sentence in the article's own words says whose it is: by a word of saying, or "He went on: …"."""
    words = item.statement.words(item.page.article.text)[:1_000]
    return bool(_GROUNDED.search(_QUOTED.sub(" ", words)) or _SPEAKING.match(words))


def _turns(item: Placed) -> bool:
    """Whether a sentence turns to somebody else ("The board, which counts …") or to another day ("On Friday …")."""
    first = item.statement.content[0]
    opening = first.of(item.page.article.text)[:120]
    times = (t for t in item.page.times if t.id in item.statement.times)
    dated = any(t.span.start - first.start < _OPENING and _ANOTHER.match(t.text) for t in times)
    return bool(_OTHERS.match(opening)) or dated
