"""Odds in figures: the range of probability that "one in five" or "a 70 percent chance" states."""

from __future__ import annotations

import re
from typing import Final

from sayso.lang.en.futures import ODDS_AT_LEAST, ODDS_AT_MOST, ODDS_NAMED, ODDS_NUMBERS

#: What a figure without "at most" or "at least" is taken to leave open on each side.
ABOUT: Final = 0.05
_READ: Final = 400

_NUMBER = rf"\d{{1,4}}|{'|'.join(ODDS_NUMBERS)}"
_BOUND = rf"(?:(?P<most>{ODDS_AT_MOST}) |(?P<least>{ODDS_AT_LEAST}) )?"
_SHARE = re.compile(
    rf"\b{_BOUND}(?:a |an )?(?:about |around |roughly )?"
    rf"(?:(?P<part>{_NUMBER})[ -](?:in|out of)[ -](?P<whole>{_NUMBER})"
    r"|(?P<percent>\d{1,3})(?:\.\d{1,2})? ?(?:%|per ?cent))",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\b{ODDS_NAMED}\b", re.IGNORECASE)
_EVEN = re.compile(r"\b(?:50[-/ ]50|fifty[- ]fifty)\b", re.IGNORECASE)
#: So near must a word for odds stand to a figure, in characters.
_NEAR: Final = 60


def odds(words: str) -> tuple[float, float, str] | None:
    """The range of probability that `words` state in figures, low first, and the figure as it stands; else None."""
    if even := _EVEN.search(words[:_READ]):
        return 0.5 - ABOUT, 0.5 + ABOUT, even.group()
    names = [found.span() for found in _NAMED.finditer(words[:_READ])]
    for found in _SHARE.finditer(words[:_READ]) if names else ():
        if any(found.start() - stop <= _NEAR and start - found.end() <= _NEAR for start, stop in names):
            share = _share(found)
            if share is not None:
                return (*_range(found, share), found.group().strip())
    return None


def _share(found: re.Match[str]) -> float | None:
    """The probability that a figure names; None where it is none."""
    part, whole = (100, 100) if found["percent"] else (_number(found["part"]), _number(found["whole"]))
    part = int(found["percent"]) if found["percent"] else part
    return part / whole if whole and part <= whole else None


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else ODDS_NUMBERS[word.lower()]


def _range(found: re.Match[str], share: float) -> tuple[float, float]:
    """The range that a figure states, with what stands before it."""
    if found["most"]:
        return 0.0, share
    if found["least"]:
        return share, 1.0
    return max(share - ABOUT, 0.0), min(share + ABOUT, 1.0)
