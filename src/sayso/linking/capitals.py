"""The letters of a question put right: capitals throughout, capitals of a headline, names of days and months.

A question in capitals gets the letters that its words mostly have in the articles. Days, months and holidays get
capitals and slips in words of time are put right before the question's times are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sayso.lang.en import questions as table
from sayso.lang.en.grammar import PREPOSITIONS
from sayso.lang.en.holidays import HOLIDAYS
from sayso.model.words import words

#: Of a question no more than this is looked at.
_READ = 10_000

#: Words that are a month or a verb by where they stand.
_AMBIGUOUS = frozenset({"march", "may"})
_BEFORE_MONTH = re.compile(
    r"(?:\d|\b(?:of|in|by|before|until|since|early|late|mid|next|this|end|during))[ -]$", re.IGNORECASE
)
_BEFORE_DAY = r"\b(?P<lead>by|before|until|till|on|in|at|during|over|after|come) "
_HOLIDAY = re.compile(
    rf"{_BEFORE_DAY}(?P<day>{'|'.join(re.escape(name) for name in sorted(HOLIDAYS, key=len, reverse=True))})\b",
    re.IGNORECASE,
)
#: Advent as a last day: its first Sunday.
_ADVENT = re.compile(
    r"\b(?P<lead>by|before|until|till|after|from|on) (?:the )?(?:(?:start|beginning) of |first sunday (?:of|in) )?"
    r"advent(?! sunday)(?=\s*(?:\d{4}\b|[?,.]|$))",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?<=\s)[^\W\d_]+")
_SMALL = table.VERBS | table.DETERMINERS | PREPOSITIONS | table.NO_VERB - {"n't"}
_NO_NAME = ("ing", "ion", "ions", "ment", "ments", "ity", "ics", "ers", "ance", "ence", "ness")


def mended(raw: str) -> str:
    """A question with capitals on months, days and holidays and no slips in words of time: so they are read."""
    raw = _ADVENT.sub(r"\g<lead> Advent Sunday", raw[:_READ]) + raw[_READ:]
    out, at, loud = [], 0, shouted(raw)
    if not loud:
        raw = _HOLIDAY.sub(lambda found: f"{found['lead']} {_named(found['day'])}", raw[:_READ]) + raw[_READ:]
    for start, end, word in words(raw[:_READ]):
        low = word.casefold()
        slip = table.MISTYPED.get(low)
        if slip:
            out += [raw[at:start], slip]
            at = end
        elif (
            not loud
            and low in table.CALENDAR
            and word.islower()
            and (low not in _AMBIGUOUS or _BEFORE_MONTH.search(raw[max(0, start - 12) : start]))
        ):
            out += [raw[at:start], word.capitalize()]
            at = end
    return "".join([*out, raw[at:]])


def usual_spelling(texts: Iterable[str], wanted: str, most: int = 200_000) -> dict[str, str]:
    """How the words of `wanted`, in lower case, are mostly spelled in `texts` within sentences.

    Each text is read up to `most` characters.
    """
    keys = {word.casefold() for _, _, word in words(wanted)}
    seen: dict[str, dict[str, int]] = {}
    for text in texts:
        for start, _, word in words(text[:most]):
            low = word.casefold()
            if (
                low in keys
                and not word.isupper() | (start < 2)
                and text[start - 1] == " "
                and text[start - 2] not in ".!?:"
            ):
                seen.setdefault(low, {}).setdefault(word, 0)
                seen[low][word] += 1
            elif low in keys and word.isupper() and len(word) > 1 and low not in seen:
                seen.setdefault(low, {}).setdefault(word, 0)
    return {low: max(sorted(found), key=lambda word: found[word]) for low, found in seen.items()}


def _named(day: str) -> str:
    """The name of a holiday with its capitals."""
    return re.sub(
        r"(?<![\w'’])(?!(?:of|in|the|de|al|ul)\b)[a-z]", lambda found: found[0].upper(), day, flags=re.IGNORECASE
    )


def shouted(text: str) -> bool:
    """Whether a text is written in capitals throughout."""
    letters = [letter for letter in text if letter.isalpha()]
    small = sum(letter.islower() for letter in letters)
    return len(letters) > 8 and small * 10 <= len(letters)


def uncapped(text: str, spelled: Mapping[str, str]) -> str:
    """A question in capitals in usual letters; other questions as they are."""
    if _titled(text):
        return _WORD.sub(lambda found: found[0].casefold() if found[0].casefold() in _SMALL else found[0], text)
    if not shouted(text):
        return text
    out, at = [], 0
    for start, end, word in words(text):
        low = word.lower() if len(word.lower()) == len(word) else word
        usual = spelled.get(word.casefold())
        named = low in table.CALENDAR or (
            usual is None and _after_of(text[:start]) and low not in table.NO_VERB and not low.endswith(_NO_NAME)
        )
        shown = usual if usual and len(usual) == len(word) else low[:1].upper() + low[1:] if named else low
        out += [text[at:start], shown]
        at = end
    told = "".join([*out, text[at:]])
    opening, _, rest = told.partition(" ")
    first = rest.split(" ", 1)[0].casefold()
    if opening.casefold() in table.POLAR and first not in table.DETERMINERS | table.PRONOUNS | table.NO_VERB:
        rest = rest[:1].upper() + rest[1:]
    return f"{opening[:1].upper()}{opening[1:]} {rest}".strip()


def _titled(text: str) -> bool:
    """Whether a text is written in the capitals of a headline: all its longer words, and a verb among them."""
    held = [word for _, _, word in words(text)]
    long = [word for word in held if len(word) > 3]
    verbs = any(word.casefold() in table.VERBS and word.istitle() for word in held[1:])
    return len(held) > 4 and verbs and all(word[0].isupper() or not word[0].isalpha() for word in long)


def _after_of(before: str) -> bool:
    """Whether "of", "in" or "at" stands before a word of a question in capitals: most often a name follows."""
    last = before.split()[-1:] if before.endswith(" ") else []
    return bool(last) and last[0].casefold() in {"of", "in", "at", "from"}
