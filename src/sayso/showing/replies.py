"""Right of reply: where an article says that somebody was asked for comment, in its own words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sayso.lang.en.replies import ASKED
from sayso.model.case import Page
from sayso.model.prose import shortened
from sayso.model.span import Span
from sayso.showing.catalogue import Catalogue, Link

_ASKED: Final = re.compile("|".join(map(re.escape, ASKED)), re.IGNORECASE)

#: Code points that a sentence is followed in each direction.
REACH = 300
#: Mentions that are listed for one article.
MOST = 5


@dataclass(frozen=True, slots=True)
class Reply:
    """A sentence about a request for comment, and its article."""

    sentence: str
    article: Link


def replies(made: Catalogue) -> tuple[Reply, ...]:
    """All such sentences outside page furniture, by article."""
    return tuple(
        Reply(sentence, made.article(page.article.id)) for page in made.pages for sentence in _sentences(page)
    )


def _sentences(page: Page) -> list[str]:
    """The sentences of a page that speak of a request for comment, each once, MOST at most."""
    text = page.article.text
    found: dict[str, None] = {}
    for block in page.blocks:
        if block.kind in {"furniture", "caption"}:
            continue
        for match in _ASKED.finditer(text, block.span.start, block.span.end):
            found.setdefault(shortened(sentence(text, block.span, match.start()), 300))
            if len(found) == MOST:
                return list(found)
    return list(found)


def sentence(text: str, within: Span, at: int) -> str:
    """The sentence around `at`, ended by a full stop or the edge of `within`, at most REACH to either side."""
    low, high = max(within.start, at - REACH), min(within.end, at + REACH)
    before = text[low:at]
    start = max(before.rfind(mark) for mark in (". ", "? ", "! ", ".\n", ".” ", '." '))
    after = text[at:high]
    stops = [after.find(mark) for mark in (". ", ".\n")]
    stop = min((one for one in stops if one >= 0), default=len(after) - 1)
    return (before[start + 1 :].lstrip(' .”"\n') if start >= 0 else before) + after[: stop + 1]
