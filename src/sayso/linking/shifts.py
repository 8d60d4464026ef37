"""What differs between two wordings of one point: a record of it, and what both kinds of reader need.

Theory. Two wordings of one point may differ for reasons that are no change at all: the later one rounds, says
less ("in June" for "14 June"), gives another of the origin's numbers, brings the news up to date and says so,
or counts another thing. So a difference is only told where both give exactly one thing of a kind that the other
does not have, where it could not be the same one told more roughly, and where no words around it explain it.
The kinds: amounts (figures.py), days (days.py), strength (strengths.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from sayso.lang.en.drifting import UPDATES
from sayso.linking.sentences import around
from sayso.model.case import Page
from sayso.model.span import Ref, Span

About = Literal["amount", "time", "strength"]

#: Share of the lighter wording from which two are like.
HALF: Final = 0.5
#: Share of the heavier wording from which two are nearly the same words.
NEARLY: Final = 0.72
#: Characters around a number or day in which words say that it is a new one.
_REACH: Final = 60

_UPDATE = re.compile(rf"\b(?:{UPDATES})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shift:
    """One difference of two wordings: its places in both, what stands there, and what it comes to, in words.

    `value` is what the later one has, the same for all that have it: it tells a repetition from a new change. `old`
    is what the earlier one has. A `weak` one is none unless the articles agree in other numbers or days.
    """

    about: About
    before: Ref
    after: Ref
    had: str
    has: str
    what: str
    value: tuple[object, ...]
    old: tuple[object, ...]
    weak: bool = False


def explained(page: Page, span: Span) -> bool:
    """Whether words near a number or a day say that it is a new one."""
    text = page.article.text
    sentence = around(text, span)
    first, last = max(sentence.start, span.start - _REACH), min(sentence.end, span.end + _REACH)
    return _UPDATE.search(text, first, last) is not None


def line(text: str) -> str:
    """The text with one blank for all white space."""
    return " ".join(text.split())
