"""What a number counts, and all that tells two numbers apart: one record a mention, made once.

Around a number stand the words that say what it is: the noun behind it, what happens to it ("killed", "to be laid
off"), whose and when it is. Words near the number say more than
words at the other end of the sentence, which may belong to the next number: a word that another number stands
between is a far one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from sayso.lang.en.happenings import HAPPENINGS, KINDS, LIGHT, MONEY, RATES, SIGNS, SUMS
from sayso.lang.en.words import STOP
from sayso.linking.sentences import around
from sayso.model.amounts import Amount
from sayso.model.case import Page
from sayso.model.span import Span
from sayso.model.times import Interval
from sayso.model.words import stem

Words = frozenset[str]

#: A word at most this many words from the number is near.
_NEAR = 6
#: A time that is over for so many days is another one than the article's.
_LONG_AGO = 200
_WORD = re.compile(r"[^\W\d_]{2,40}(?:-[^\W\d_]{2,40}){0,2}|\d{4}(?!\d)")
_RATE = re.compile(r"\s*(?:\S{1,30}\s+){0,2}?(?:an?|per|each|every)\s+([^\W\d_]{3,20})", re.IGNORECASE)
_MORE_THAN = re.compile(r"\s*(?:\S{1,30}\s+){0,2}?(?:more|fewer|less)\s+than\b", re.IGNORECASE)
_ADDING_REACH = 24
_ADDING = re.compile(r"\b(?:adds|added|adding|plus)\s+(?:(?:the|some|about|another)\s+)?$", re.IGNORECASE)
#: Shorter nouns in -ed are no participles ("bed").
_SHORT = 4
_UNIT = re.compile(r"[\s-]+")
_EACH = re.compile(r"\s*\S{0,30}\s+(?:each|apiece)\b", re.IGNORECASE)


def _by_word(rows: Mapping[str, str]) -> dict[str, str]:
    return {word: name for name, row in rows.items() for word in row.split()}


_KIND_OF = _by_word(KINDS)
_HAPPENING_OF = _by_word(HAPPENINGS)
_STOP = STOP | LIGHT
_start = attrgetter("start")


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A number at its place.

    `scale` is what can be compared at all: money, percent, measure, count, part (a fraction), or bare where
    nothing is named. `head` is the last word of what is counted, kindred words as one, empty where unknown;
    `words` are its modifiers. `near` and `all` are stems of its sentence, kindred words as one; `happens` the
    kinds of events among the near ones, the nearest first.
    `years` are years told in the sentence that are not the article's, `added` is whether it comes on top of
    another number. `ends` are the numbers that it names, the lower first; `key` is its article and amount, since
    two articles may share an id.
    """

    page: Page
    amount: Amount
    sentence: Span
    block: str
    scale: str
    head: str
    words: Words
    near: Words
    all: Words
    happens: tuple[str, ...]
    years: frozenset[int]
    rate: str
    added: bool
    ends: tuple[float, ...]
    key: tuple[str, str]


def seen(page: Page) -> Iterator[Seen]:
    """The amounts of a page with what tells them apart, in text order, furniture left out."""
    blocks = [block.span.start for block in page.blocks]
    times = sorted((time.span, _years(time.interval, page)) for time in page.times)
    starts = [span.start for span, _ in times]
    voices = _voices(page)
    named = [span.start for span in voices]
    told: _Sentence | None = None
    for index, amount in enumerate(page.amounts):
        place = bisect_right(blocks, amount.span.start) - 1
        block = page.blocks[place] if place >= 0 and page.blocks[place].span.contains(amount.span) else None
        if block and block.kind == "furniture":
            continue
        sentence = around(page.article.text, amount.span)
        if told is None or told.span != sentence:
            within = times[bisect_right(starts, sentence.start - 1) : bisect_right(starts, sentence.end)]
            first, last = bisect_right(named, sentence.start), bisect_right(named, sentence.end)
            silent = [*(span for span, _ in within), *voices[max(0, first - 1) : last]]
            years = frozenset(year for _, found in within for year in found)
            told = _Sentence(sentence, tuple(_words(page.article.text, sentence, silent)), years)
        beside = [one.span for one in page.amounts[max(0, index - 3) : index + 4] if one is not amount]
        yield _seen(_Place(page, amount, told, block.kind if block else "paragraph"), beside)


def _voices(page: Page) -> list[Span]:
    """Where those who say something are named, in text order: their names do not say what is counted."""
    spans = {
        span for one in page.statements for hop in one.chain for span in (hop.source.span, hop.cue.span) if span
    }
    return sorted(spans)


def _years(interval: Interval, page: Page) -> tuple[int, ...]:
    """The year that a time lies in, where it is over for more than half a year before the article."""
    first, last, published = interval.earliest, interval.latest, page.article.published
    today = published.interval.earliest if published else None
    if not first or not last or not today or first.year != last.year or (today - last).days < _LONG_AGO:
        return ()
    return (first.year,)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a sentence in lower case; `silent` where it says nothing of what is counted."""

    start: int
    low: str
    silent: bool


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence's place, its words in order, and the years that it tells."""

    span: Span
    words: tuple[_Word, ...]
    years: frozenset[int]


def _words(text: str, sentence: Span, silent: Sequence[Span]) -> Iterator[_Word]:
    """The words of a sentence; `silent` are times, and names of those who say something."""
    for found in _WORD.finditer(text, sentence.start, sentence.end):
        low, start = found[0].casefold(), found.start()
        yield _Word(start, low, low in _STOP or any(one.start <= start < one.end for one in silent))


@dataclass(frozen=True, slots=True)
class _Place:
    """An amount in its sentence."""

    page: Page
    amount: Amount
    sentence: _Sentence
    block: str


def _seen(place: _Place, beside: Sequence[Span]) -> Seen:
    amount, sentence, text = place.amount, place.sentence.span, place.page.article.text
    behind = text[amount.span.end : min(sentence.end, amount.span.end + 60)]
    scale, head, modifiers = _unit(amount, behind)
    near, far = _around(place, [span for span in beside if sentence.overlaps(span)])
    counts = [singular(word.casefold()) for word in _UNIT.split(amount.unit or "") if word]
    happens = _happens((*counts, *near), scale)
    by = frozenset(map(plain, near)) | modifiers
    return Seen(
        place.page, amount, sentence, place.block, scale, head, modifiers,
        near=by, all=by.union(map(plain, far)),
        happens=happens or _happens(far, scale)[:1],
        years=place.sentence.years, rate=_rate(behind),
        added=scale != "percent" and _added(text, amount, behind),
        ends=_ends(amount), key=(place.page.article.id, amount.id),
    )  # fmt: skip


def _added(text: str, amount: Amount, behind: str) -> bool:
    """Whether a number comes on top of another; "180 million more than planned" tells a distance, no addition."""
    if amount.additive:
        return not _MORE_THAN.match(behind)
    start = amount.span.start
    return _ADDING.search(text[max(0, start - _ADDING_REACH) : start]) is not None


def _ends(amount: Amount) -> tuple[float, ...]:
    """The numbers that an amount names, the lower first; "up to" names only its upper one."""
    lower = None if amount.bound == "at-most" else amount.low
    return tuple(dict.fromkeys(end for end in (lower, amount.high) if end is not None))


def _happens(words: Iterable[str], scale: str) -> tuple[str, ...]:
    """The kinds of events among words, in their order; a toll that is no money is of the dead."""
    found = (_HAPPENING_OF[one] for one in words if one in _HAPPENING_OF)
    if scale == "money":
        return tuple(dict.fromkeys(found))
    counted = ("death" if one == "toll" else one for one in found)
    return tuple(dict.fromkeys(one for one in counted if scale != "count" or one not in SUMS))


def plain(word: str) -> str:
    """A word as it is compared: kindred ones as one, else its stem."""
    return _HAPPENING_OF.get(word) or _KIND_OF.get(singular(word)) or stem(word)


def singular(word: str) -> str:
    """A noun in lower case without the ending of its plural, as far as its letters tell."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def _unit(amount: Amount, behind: str) -> tuple[str, str, Words]:
    """What a number can be compared with, the head of what it counts, and its modifiers.

    A noun that does not stand behind the number was told elsewhere in the text: it is evidence, and bars nothing.
    """
    unit = amount.unit or ""
    nouns = [singular(word.casefold()) for word in _UNIT.split(unit) if word]
    sign = unit if unit in SIGNS else next((one for one in (*nouns[-1:], *nouns[:1]) if one in MONEY), None)
    if unit == "%" or sign:
        return ("money", SIGNS.get(sign, sign), frozenset()) if sign else ("percent", unit, frozenset())
    if not nouns:
        part = amount.high is not None and amount.high < 1 and not amount.text[:1].isdigit()
        return ("part" if part else "bare"), "", frozenset()
    if nouns[-1] in LIGHT or (nouns[-1].endswith("ed") and len(nouns[-1]) > _SHORT):
        return "bare", "", frozenset()
    return _noun(unit, nouns, beside=unit in behind)


def _noun(unit: str, nouns: Sequence[str], *, beside: bool) -> tuple[str, str, Words]:
    """The same for a number that counts a noun."""
    head = _KIND_OF.get(nouns[-1]) or next((_KIND_OF[one] for one in nouns[-2:-1] if one in _KIND_OF), nouns[-1])
    if beside and unit.rsplit(maxsplit=1)[-1][:1].isupper() and unit.endswith("s") and head == nouns[-1]:
        head = "person"  # "70,000 Torvians"
    if head in _HAPPENING_OF and head not in KINDS:
        return "bare", "", frozenset((_HAPPENING_OF[head],))  # "60,000 march", "2,000 injured"
    return "count" if beside else "bare", head, frozenset(map(plain, nouns[:-1]))


def _around(place: _Place, beside: Sequence[Span]) -> tuple[list[str], list[str]]:
    """The words near the number, nearest first, and those further off or beyond another number."""
    span, sentence = place.amount.span, place.sentence
    unit = frozenset(word.casefold() for word in _UNIT.split(place.amount.unit or ""))
    before = max((one.end for one in beside if one.end <= span.start), default=sentence.span.start)
    behind = min((one.start for one in beside if one.start >= span.end), default=sentence.span.end)
    at = bisect_left(sentence.words, span.start, key=_start)
    after = bisect_left(sentence.words, span.end, key=_start)
    near, far = list[tuple[int, str]](), list[tuple[int, str]]()
    for side in (reversed(sentence.words[:at]), sentence.words[after:]):
        for distance, word in enumerate(side, 1):
            if word.silent or word.low in unit or any(one.start <= word.start < one.end for one in beside):
                continue
            close = distance <= _NEAR and before <= word.start < behind
            (near if close else far).append((distance, word.low))
    return [word for _, word in sorted(near)], [word for _, word in sorted(far)]


def _rate(behind: str) -> str:
    """What a number is for each of: "day" in "1,900 crowns a day"."""
    found = _RATE.match(behind)
    if found and found[1].casefold() in RATES:
        return found[1].casefold()
    return "each" if _EACH.match(behind) else ""


def surfaces(one: Seen, wanted: Sequence[str]) -> list[str]:
    """The words of a number's sentence that are compared as `wanted`, as written and in text order."""
    text = one.page.article.text[one.sentence.start : one.sentence.end]
    found = {plain(word.casefold()): word for word in reversed(_WORD.findall(text))}
    return [found[word] for word in wanted if word in found]


_KNOWN = re.compile(r"\b(?:the|these|those|its|their|his|her|said)\s+$", re.IGNORECASE)


def points_back(one: Seen) -> bool:
    """Whether a mention points at a number told before: "of the 12,000"."""
    text, start = one.page.article.text, one.amount.span.start
    return _KNOWN.search(text[max(0, start - 12) : start]) is not None
