"""Words that carry no matter of their own, endings to take off, and the one way to read a text's words.

Linking and the entailer must agree on what counts as the same word ("mobilise", "mobilisation", "mobilised"),
so the two functions that read these tables stand beside them.
"""

from __future__ import annotations

import re
from functools import lru_cache

#: Function words, auxiliaries, and words of saying: they tell nothing about what a sentence is about.
STOP: frozenset[str] = frozenset(
    """a about above after again against all also am an and any are around as at be because been before being
    below between both but by can cannot could did do does doing done down during each either else even ever
    every few for from further had has have having he her here hers herself him himself his how however i if in
    into is it its itself just let like made make makes many may me might more most much must my myself neither
    no nor not now of off on once one only onto or other others our ours out over own per quite rather really
    s same shall she should since so some still such t than that the their theirs them themselves then there
    these they this those though through thus to too toward towards under until up upon us very was we were what
    when where whether which while who whom whose why will with within without would yet you your yours
    say says said saying tell tells told according told add added adds claim claims claimed report reports
    reported reportedly note noted notes state stated states mr mrs ms dr
    don doesn didn won isn aren wasn weren couldn shouldn wouldn hasn haven""".split()
)

#: Endings, longest first within a family; at least four letters must remain.
ENDINGS: tuple[str, ...] = (
    *("izations", "isations", "ization", "isation", "izing", "ising", "ized", "ised", "izes", "ises", "ize", "ise"),
    *("ations", "ation", "ating", "ated", "ates", "ate", "ements", "ement", "ments", "ment", "ings", "ing"),
    *("edly", "ions", "ion", "ers", "ies", "ied", "ed", "er", "es", "ly", "s", "e", "y"),
)

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d[\d.,]*\d|\d")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """`word` in lower case without possessive and ending: the same string for forms of one word, mostly.

    A light stemmer in the manner of Lovins (1968): one pass, longest ending, no exceptions table.
    """
    low = word.casefold().replace("’", "'")
    low = low.removesuffix("'s").removesuffix("n't").strip("'")
    if low[:1].isdigit():
        return low.replace(",", "")
    for ending in ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 4 and not (ending == "s" and low.endswith("ss")):
            low = low.removesuffix(ending)
            break
    else:
        low = low.removesuffix("s") if len(low) == 4 and not low.endswith("ss") else low
    return low[:-1] if len(low) > 4 and low[-1] == low[-2] and low[-1] not in "aeiou" else low


def words(text: str) -> list[tuple[int, int, str]]:
    """Every word of `text` as (start, end, the word as written), in order. Numbers are words."""
    return [(found.start(), found.end(), found.group()) for found in _WORD.finditer(text)]


def content_stems(text: str) -> tuple[str, ...]:
    """The stems of the words of `text` that carry matter, in order, repetitions kept."""
    return tuple(stem(word) for _, _, word in words(text) if word.casefold() not in STOP)
