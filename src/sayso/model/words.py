"""The one way to read a text's words and to tell forms of one word, shared by all that compare words.

Linking and the entailer must agree on what counts as the same word ("mobilise", "mobilisation", "mobilised").
"""

from __future__ import annotations

import re
from functools import lru_cache

#: Endings, longest first within a family; at least four letters must remain.
ENDINGS: tuple[str, ...] = (
    *("izations", "isations", "ization", "isation", "izing", "ising", "ized", "ised", "izes", "ises", "ize", "ise"),
    *("ations", "ation", "ating", "ated", "ates", "ate", "ements", "ement", "ments", "ment", "ings", "ing"),
    *("edly", "ions", "ion", "ers", "ies", "ied", "ed", "er", "es", "ly", "s", "e", "y"),
)

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d[\d.,]*\d|\d")


#: Forms that no ending tells, by their base; of two readings ("left", "felt") none is listed.
IRREGULAR: dict[str, str] = {
    form: base
    for base, told in (
        ("begin", "began begun"), ("break", "broke broken"), ("bring", "brought"), ("build", "built"),
        ("buy", "bought"), ("choose", "chose chosen"), ("draw", "drew drawn"), ("fight", "fought"),
        ("give", "gave given"), ("grow", "grew grown"), ("hold", "held"), ("keep", "kept"), ("lose", "lost"),
        ("pay", "paid"), ("sell", "sold"), ("send", "sent"), ("shake", "shook shaken"), ("speak", "spoke spoken"),
        ("spend", "spent"), ("strike", "struck"), ("take", "took taken"), ("teach", "taught"), ("win", "won"),
        ("withdraw", "withdrew withdrawn"), ("write", "wrote written"),
    )
    for form in told.split()
}  # fmt: skip


#: Words whose stems are kept.
_KEPT = 65_536


@lru_cache(maxsize=_KEPT)
def stem(word: str) -> str:
    """`word` in lower case without possessive and ending: the same string for forms of one word, mostly.

    A light stemmer in the manner of Lovins (1968): one pass, longest ending, no exceptions table.
    """
    low = word.casefold().replace("’", "'")
    low = low.removesuffix("'s").removesuffix("n't").strip("'")
    if low[:1].isdigit():
        return low.replace(",", "")
    low = IRREGULAR.get(low, low)
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


def forms(text: str) -> list[str]:
    """Every word of `text` as written, in order."""
    return _WORD.findall(text)


def content_stems(text: str, stop: frozenset[str]) -> tuple[str, ...]:
    """The stems of the words of `text` that are not in `stop`, in order, repetitions kept."""
    told = map(_stems(stop).__getitem__, _WORD.findall(text))
    return tuple([found for found in told if found is not None])


class _Stems(dict[str, str | None]):
    """The stem of a word as written, None where its lower case is in `stop`; words met first are kept."""

    def __init__(self, stop: frozenset[str]) -> None:
        super().__init__()
        self._stop = stop

    def __missing__(self, word: str) -> str | None:
        found = None if word.casefold() in self._stop else stem(word)
        if len(self) < _KEPT:
            self[word] = found
        return found


@lru_cache(maxsize=16)
def _stems(stop: frozenset[str]) -> _Stems:
    return _Stems(stop)


def folded(text: str) -> str:
    """Lower case as a regular expression that ignores case sees it: also a dotless i is an i, a long s an s."""
    return text.casefold().replace("ı", "i")


def squeezed(text: str) -> str:
    """The text folded, its white space as one blank between words."""
    return " ".join(folded(text).split())


def akin(one: str, two: str) -> bool:
    """Whether two lower-case words are a place's name and its adjective, by their letters (ostria, ostrian)."""
    short, long = sorted((one, two), key=len)
    return one == two or (
        len(short) >= 4
        and long[: max(4, len(short) - 2)] == short[: max(4, len(short) - 2)]
        and len(long) - len(short) <= 4
    )
