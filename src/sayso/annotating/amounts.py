"""Amounts: every number that counts or measures something, at its place, with its bound and what it counts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.annotating.numerals import Numeral, numerals
from sayso.lang.en import numbers as words
from sayso.model.amounts import Amount, Bound
from sayso.model.article import Article, Block
from sayso.model.span import Span, content_id
from sayso.model.words import folded

_BEFORE: Final = 40
_BEHIND: Final = 90


def amounts(article: Article, blocks: Sequence[Block], taken: Sequence[Span] = ()) -> tuple[Amount, ...]:
    """The amounts of an article in text order. `taken` are places that are something else (times)."""
    text = article.text
    spans = [block.span for block in blocks] or ([Span(0, len(text))] if text else [])
    busy = sorted(taken)
    starts = [span.start for span in busy]
    found: list[Amount] = []
    for span in _without_front_matter(text, spans):
        for numeral in numerals(text, span.start, span.end):
            index = bisect_right(starts, numeral.end - 1) - 1
            if index >= 0 and busy[index].end > numeral.start:
                continue
            around = _around(text, span, numeral)
            if not _is_name(text, around):
                found.append(_amount(article, around))
    return tuple(found)


def _without_front_matter(text: str, spans: Sequence[Span]) -> Sequence[Span]:
    """The spans that do not lie in the block of fields between --- lines that a plain text may begin with."""
    close = text.find("\n---", 4) + 4 if text.startswith("---\n") else 0
    return [span for span in spans if close < 4 or span.start >= close]


@dataclass(frozen=True, slots=True)
class Around:
    """A numeral with the text of its block before it and behind it, each cut to a window."""

    before: str
    numeral: Numeral
    behind: str
    leads: bool


def _around(text: str, block: Span, numeral: Numeral) -> Around:
    before = text[max(block.start, numeral.start - _BEFORE) : numeral.start]
    behind = text[numeral.end : min(block.end, numeral.end + _BEHIND)]
    return Around(before, numeral, behind, numeral.start == block.start)


# ---- what is no amount

_LAST_WORD: Final = re.compile(r"(\S+)\s+$")
_NEXT_WORDS: Final = re.compile(r"\s+(\w+)(?:\s+(\w+))?(?:\s+(\w+))?")
_LETTERS_BEHIND: Final = re.compile(
    r"[^\W\d_]|[-‐]\w*-?(?:old|olds|hour|day|week|month|year)\b|(?:st|nd|rd|th)\b|[:/]\d|\.\d|[-–]\d"
)
_LETTERS_BEFORE: Final = re.compile(r"[^\W\d_][-–—]$|[\d)][-–—.]\s?$|:$")
_AGE_BEHIND: Final = re.compile(
    r"\s+years?\s+(?:old|of\s+age)\b|,\s+(?:who|of|a|an|the|was|is|from|said|told|has|had)\b", re.IGNORECASE
)
_NAME_BEFORE: Final = re.compile(r"[A-Z][\w’'.-]+,\s$")
_NUMBERING: Final = re.compile(r"[.)]\s")


def _is_name(text: str, around: Around) -> bool:
    """Whether the number is part of a name, an age, a score, an address, a telephone number or a list."""
    numeral = around.numeral
    if numeral.money or numeral.percent or numeral.measure:
        return False
    body = text[numeral.start : numeral.end]
    last = _LAST_WORD.search(around.before)
    word = last[1].strip("(“\"'") if last else ""
    return (
        bool(_LETTERS_BEHIND.match(around.behind) or _LETTERS_BEFORE.search(around.before))
        or (around.leads and bool(_NUMBERING.match(around.behind)))
        or _is_age(around)
        or (folded(word).rstrip(".") in words.NAMING and "," not in body and numeral.high < 1e4)
        or word.endswith("#")
        or (numeral.range and _is_score(around, body))
        or (_is_label(around, body, word) if body[0].isdigit() else _is_pronoun(around, body, word))
    )


def _is_age(around: Around) -> bool:
    """Whether a number is an age: "30 years old", or between commas after a name."""
    if not _AGE_BEHIND.match(around.behind):
        return False
    return around.behind.lstrip().startswith("year") or bool(_NAME_BEFORE.search(around.before))


def _is_score(around: Around, body: str) -> bool:
    """Two plain numbers with a dash after a word of winning or voting."""
    near = {word.strip(",.").lower() for word in around.before.split()[-4:]}
    return bool(near & words.SCORING) and re.fullmatch(r"\d{1,3}[-–]\d{1,3}", body) is not None


_NOT_COUNTING: Final = re.compile(
    r"\s+(?:of|another|day|thing|or|and|who|that|can|could|should|must|may|side|hand|way)\b|[-’',.;:?!”\"]|\s*$"
)
_POINTING: Final = frozenset({"no", "the", "this", "that", "any", "every", "each", "which", "another"})


def _is_pronoun(around: Around, body: str, word: str) -> bool:
    """Whether "one" stands for a person or a thing and counts nothing."""
    if body.lower() != "one":
        return False
    after = _WORD.match(around.behind)
    return (
        bool(_NOT_COUNTING.match(around.behind))
        or folded(word) in _POINTING
        or (after is not None and _is_plural(folded(after[1])))
    )


_DAY_OF_YEAR: Final = re.compile(r"\s+[A-Z][a-z]+\s+\d{4}\b")  # a date in a calendar that the times do not know


def _is_label(around: Around, body: str, word: str) -> bool:
    """Whether digits follow a name ("Model 3"), stand before a street, or are a year without a noun."""
    found = _NEXT_WORDS.match(around.behind)
    after = [part for part in found.groups() if part] if found else []
    street = any(part.lower() in words.STREETS for part in after if part[0].isupper())
    if (street and after[0][0].isupper()) or _DAY_OF_YEAR.match(around.behind):
        return True
    if after and after[0][0].islower() and after[0].lower() not in words.CLOSING:
        return False
    if word.isalpha() and word.isupper() and 2 <= len(word) <= 5:
        return True
    if body.isdigit() and len(body) == 4 and 1800 <= int(body) <= 2100:
        return True
    return len(body) <= 4 and word[:1].isupper() and not _opens_sentence(around.before, word)


def _opens_sentence(before: str, word: str) -> bool:
    """Whether the word that ends `before` begins a sentence, so that its capital says nothing."""
    rest = before.rstrip()[: -len(word)].rstrip(" “\"'(")
    return not rest or rest.endswith((".", "!", "?", "”", "\n", ":"))


# ---- bounds


def _phrases(phrases: Iterable[str]) -> str:
    """The phrases as alternatives of a pattern, the longest first, any white space between their words."""
    return "|".join(
        r"\s+".join(map(re.escape, phrase.split())) for phrase in sorted(phrases, key=len, reverse=True)
    )


_BOUND: Final = re.compile(
    rf"(?<!\w)({_phrases(words.BOUNDS)})(?:\s*(?:{_phrases(words.LOOSE)}))?\s*(?:\S{{1,3}})?$", re.IGNORECASE
)
_ADDITIVE: Final = re.compile(rf"(?<!\w)({_phrases(words.ADDITIVE_BEFORE)})\s*\S{{0,3}}$", re.IGNORECASE)
_OR_MORE: Final = re.compile(r"\s+or\s+(more|less|fewer|so)\b", re.IGNORECASE)


def _bound(around: Around) -> tuple[float | None, float | None, Bound]:
    """The ends that the words around a number leave it, and the name of its bound."""
    numeral = around.numeral
    if numeral.range:
        return numeral.low, numeral.high, "range"
    found = _BOUND.search(around.before.removesuffix(numeral.money or ""))
    bound = words.BOUNDS[" ".join(folded(found[1]).split())] if found else "about" if numeral.vague else "exact"
    behind = _OR_MORE.match(around.behind)
    if behind:
        bound = {"more": "at-least", "less": "at-most", "fewer": "at-most", "so": "about"}[folded(behind[1])]
    if bound == "at-least":
        return numeral.low, None, "at-least"
    if bound == "at-most":
        return 0.0, numeral.high, "at-most"
    return numeral.low, numeral.high, "about" if bound == "about" else "exact"


# ---- what is counted

_WORD: Final = re.compile(r"[-\s]*([^\W\d_][\w’'-]*)")
_WHOLE: Final = re.compile(r"\s+(of\s+(?:the|its|his|her|their|our|those|these|them|all|a)\s+[^,.;:!?()“”\"\n]+)")
_PARTICIPLE: Final = re.compile(r"\s+((?:already\s+|who\s+(?:were|was|had\s+been)\s+)?\w+ed\s+[^,.;:!?()“”\"\n]+)")


def _counted(behind: str) -> tuple[str | None, str | None, int]:
    """What follows a number: the noun phrase that it counts, an additive word, and where the phrase ends."""
    kept: list[str] = []
    additive, place = None, 0
    while len(kept) < 5:
        found = _WORD.match(behind, place)
        if not found or (place and behind[place : found.start(1)].strip(" -\n\t")):
            break
        word = found[1].removesuffix("'s").removesuffix("’s")
        low = folded(word)
        if not kept and additive is None and low in words.ADDITIVE_AFTER:
            additive, place = low, found.end()
            continue
        if low in words.CLOSING or (len(low) > 4 and low.endswith(("ed", "ing")) and low not in words.PLURALS):
            break
        kept.append(word)
        place = found.end()
        if _is_plural(low):
            break
    return (" ".join(kept) or None), additive, place


def _is_plural(low: str) -> bool:
    if low in words.PLURALS:
        return True
    return (
        len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")) and low not in words.SINGULARS
    )


def _whole(behind: str) -> str | None:
    """The whole or the qualification that the text gives: seven words at most, up to the next finite verb."""
    found = _WHOLE.match(behind) or _PARTICIPLE.match(behind)
    if not found:
        return None
    kept: list[str] = []
    for word in found[1].split()[:7]:
        if kept and folded(word) in words.FINITE:
            break
        kept.append(word)
    while len(kept) > 1 and kept[-1].lower() in words.CLOSING and kept[-1].lower() != "them":
        kept.pop()
    return " ".join(kept) if len(kept) > 1 else None


def _amount(article: Article, around: Around) -> Amount:
    numeral = around.numeral
    span = Span(numeral.start, numeral.end)
    low, high, bound = _bound(around)
    behind = around.behind[max(0, numeral.end_of_unit - numeral.end) :]
    unit, additive, place = _counted(behind)
    before = _ADDITIVE.search(around.before.removesuffix(numeral.money or ""))
    if before:
        additive = " ".join(folded(before[1]).split())
    if numeral.money or numeral.percent or numeral.measure:
        unit, place = numeral.money or numeral.measure or "%", 0
    return Amount(
        id=content_id("amount", article.id, span.start, span.end),
        span=span,
        text=span.of(article.text),
        low=low,
        high=high,
        bound=bound,
        unit=unit,
        of=_whole(behind[place:]),
        additive=additive,
    )
