"""How the words around a number bound it: "at least", "just under", "or more", "~"; and whether it is a rough one.

The words before are read from the number outwards: the longest phrase of the tables that ends there, then, behind
an "about", one more ("at least about 40"). A comma or a full stop ends the reading. A preposition that also has
another sense ("over the 40 boats") binds only a number that stands right behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sayso.annotating.labels import Around
from sayso.lang.en import numbers as words
from sayso.model.amounts import Bound
from sayso.model.words import folded, squeezed

#: A phrase of the tables has at most this many words.
_LONGEST: Final = 4


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound ("exact" where nothing is said), whether the number is rough, and the words before the bound."""

    bound: Bound
    approx: bool
    words: tuple[str, ...]


_END: Final = re.compile(r"[,.;:!?)…—]$")
_ABBREVIATED: Final = ("approx.", "c.", "ca.", "max.", "min.", "est.")
_STRONG: Final = ("at-least", "at-most")


def before(place: Around) -> Limit:
    """The bound that the words before a number state."""
    tail = place.before.rstrip()
    sign = next((sign for sign in (tail[-4:], tail[-2:], tail[-1:]) if sign in words.BOUND_SIGNS), None)
    row = tail[: len(tail) - len(sign or "")].rstrip(' "“‘([').split()[-9:]
    rest = [word.lower().strip('(“"‘') for word in row]
    bound: Bound = words.BOUND_SIGNS[sign] if sign else "exact"
    approx = bound == "about"
    place_of, loose = len(rest), False
    while place_of > 0:
        if _END.search(rest[place_of - 1]) and rest[place_of - 1] not in _ABBREVIATED:
            break
        size = _phrase(rest, place_of, loose=loose)
        if size:
            stated = words.BOUNDS[" ".join(rest[place_of - size : place_of])]
            if not _idiom(rest, place_of - size, stated):
                approx = approx or stated.endswith("about")
                bound = stated.removesuffix(", about") if bound not in _STRONG else bound  # type: ignore[assignment]
            place_of -= size
            if bound in _STRONG:
                break
        elif rest[place_of - 1] in words.LOOSE and len(rest) - place_of < 4:
            loose = loose or rest[place_of - 1] in ("the", "a", "an", "only", "just")
            place_of -= 1
        else:
            break
    if bound in _STRONG:
        bound = _turned(place, bound, row, row[:place_of])
    return Limit(bound, approx, tuple(_cut(row, place_of)))


def _cut(row: Sequence[str], place: int) -> Sequence[str]:
    """The words up to `place`, without articles and the like at their end."""
    while place and folded(row[place - 1]) in words.LOOSE:
        place -= 1
    return row[:place]


def _phrase(rest: Sequence[str], end: int, *, loose: bool) -> int:
    """How many words the longest phrase that ends at `end` has; behind an article no preposition, no "than"."""
    for size in range(min(_LONGEST, end), 0, -1):
        found = " ".join(rest[end - size : end])
        if found in words.BOUNDS and not (loose and (size == 1 or found.endswith("than"))):
            return size
    return 0


_NEGATED: Final = re.compile(
    r"(?<!\w)(?:(?:may|can|must|shall|should|will|would|could|did|do|does|has|have|had)(?:\snot|n[’']t)|cannot|never|nor|no\s[a-z]{1,20})"
    r"(?:\s(?!that\b|if\b|whether\b|how\b|because\b|who\b|which\b|but\b|and\b|when\b|although\b|after\b|since\b)[\w’'-]{1,20}){0,5}\s?$",
    re.IGNORECASE,
)
#: What a bound becomes behind "not", "never" and "nor".
_TURNED: Final[dict[str, Bound]] = {
    **dict.fromkeys(("more than", "greater than", "higher than"), "at-most"),
    **dict.fromkeys(("less than", "fewer than", "lower than"), "at-least"),
}


def _turned(place: Around, bound: Bound, row: Sequence[str], rest: Sequence[str]) -> Bound:
    """The bound of "more than" turned round behind "not", "never" or "nor" ("may not rise by more than 3")."""
    phrase = " ".join(row[len(rest) : len(rest) + 2]).lower()
    turned = _TURNED.get(phrase)
    if turned is None or turned == bound:
        return bound
    before = place.before[: place.before.lower().rfind(phrase)]
    return turned if _NEGATED.search(before) else bound


_COMPARING: Final = ("more", "less", "fewer", "higher", "lower", "greater")


def _idiom(rest: Sequence[str], start: int, stated: str) -> bool:
    """Whether the verb before makes the phrase a part of itself ("took over 12 firms", "went up to 40")."""
    verb = rest[start - 1] if start else ""
    if rest[start] in _COMPARING and rest[start + 1 : start + 2] == ["than"]:
        return verb in words.SCALES or verb in ("%", "percent", "cent", "points") or verb[-1:].isdigit()
    phrase = " ".join(rest[start : start + 2])
    if rest[start] == "over":
        return verb in words.VERBS_WITH_OVER
    return stated == "at-most" and phrase == "up to" and verb in words.VERBS_WITH_UP


_PHRASES_BEHIND: Final = "|".join(
    r"\s+".join(map(re.escape, phrase.split())) for phrase in sorted(words.BOUNDS_BEHIND, key=len, reverse=True)
)
#: Behind a number; what could be the beginning of something else must close its clause.
_BEHIND: Final = re.compile(
    r"(?P<plus>\s?\+(?!\s?\d)|-(?:plus|odd|ish)\b(?:-)?)"
    rf"|,?\s+(?P<phrase>or\s+(?:more|so|less|fewer)\b|(?:{_PHRASES_BEHIND})(?=\s*(?:[,.;:!?)”\"]|$|of\b|for\b|and\b)))",
    re.IGNORECASE,
)


def behind(text: str, start: int) -> tuple[Bound | None, int]:
    """The bound that the words at text[start:] state, None where none, and where they end."""
    found = _BEHIND.match(text, start)
    if not found:
        return None, start
    if found["plus"]:
        return ("about" if found["plus"].lower().startswith(("-odd", "-ish")) else "at-least"), found.end("plus")
    stated: Bound = words.BOUNDS_BEHIND[squeezed(found["phrase"])]
    return stated, found.end("phrase")


def ends(low: float, high: float, bound: Bound) -> tuple[float | None, float | None]:
    """The ends that a bound leaves a number; counts at most have nought for their least."""
    if bound == "at-least":
        return low, None
    if bound == "at-most":
        return (0.0 if high >= 0 else None), high
    return low, high
