"""Amounts: every number that counts or measures something, at its place, with its bound and what it counts.

Numbers are read as written (numerals), those that name, date or rate something are left out here, the words around
give the bound, and the noun phrase behind gives what is counted (counted).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sayso.annotating import limits
from sayso.annotating.counted import COMPARED, Phrase, is_plural, phrase
from sayso.annotating.labels import Around, around, is_label
from sayso.annotating.numerals import Busy, Numeral
from sayso.annotating.ranges import numerals
from sayso.annotating.wholes import Memory, ahead, is_measure, is_verb_of_which, part_of, whole
from sayso.lang.en import numbers as words
from sayso.model.amounts import Amount
from sayso.model.article import Article, Block
from sayso.model.span import Span, content_id


def amounts(article: Article, blocks: Sequence[Block], taken: Sequence[Span] = ()) -> tuple[Amount, ...]:
    """The amounts of an article in text order. `taken` are places that are something else (times)."""
    text = article.text
    spans = [block.span for block in blocks] or ([Span(0, len(text))] if text else [])
    busy = Busy(taken)
    found: list[Amount] = []
    memory = Memory()
    for span in _without_front_matter(text, spans):
        memory.open_block()
        first = len(found)
        for numeral in numerals(text, span.start, span.end, busy):
            time = busy.at(numeral.start, numeral.end)
            if time is not None and not _is_share_of(numeral, time, text):
                continue
            place = around(text, span, _below_zero(text, numeral))
            if is_label(text, place):
                continue
            amount = _amount(article, place, found[-1] if len(found) > first else None, memory)
            if amount.unit is None and _is_bare(place, amount):
                continue
            if len(found) > first and _is_pair(text, found[-1], amount):
                _share_unit(text, found, amount, first)
            memory.keep(amount)
            found.append(amount)
    return tuple(found)


_BELOW_ZERO: Final = re.compile(
    r"[\s°CF]{0,4}(?:degrees\s)?(?:[Cc]elsius\s|Fahrenheit\s|[CF]\s)?below\s(?:zero|freezing)\b"
)


def _below_zero(text: str, numeral: Numeral) -> Numeral:
    """A number of degrees, less than nought where "below zero" follows."""
    if numeral.money or numeral.percent or not _BELOW_ZERO.match(text, numeral.end):
        return numeral
    return replace(numeral, low=-numeral.high, high=-numeral.low)


def _is_bare(place: Around, amount: Amount) -> bool:
    """Whether a number without a unit is a pronoun ("one"), an hour ("at ten"), minutes ("every 20") or a rank."""
    word = place.before[-12:].lower().split()[-1:]
    hour = amount.text.isalpha() and 0 < place.numeral.high <= 12 and word in (["at"], ["until"], ["till"])
    return amount.text.lower() == "one" or hour or word in (["every"], ["top"])


def _is_share_of(numeral: Numeral, time: Span, text: str) -> bool:
    """Whether a share is taken for a quarter of a year ("a quarter of the workers", "a quarter of a million")."""
    inside = numeral.start <= time.start and time.end <= numeral.end
    return inside and (numeral.scale > 1 or (numeral.fraction and text.startswith(" of ", numeral.end)))


def _without_front_matter(text: str, spans: Sequence[Span]) -> Sequence[Span]:
    """The spans that do not lie in the block of fields between --- lines that a plain text may begin with."""
    close = text.find("\n---", 4) + 4 if text.startswith("---\n") else 0
    return [span for span in spans if close < 4 or span.start >= close]


def _amount(article: Article, place: Around, last: Amount | None, memory: Memory) -> Amount:
    """The amount of a numeral; `last` is the one before it in its block, `memory` holds what was counted so far."""
    numeral, text = place.numeral, article.text
    limit = limits.before(place)
    told, start = limits.behind(place.behind, max(0, numeral.end_of_unit - numeral.end))
    thing = _thing(place, start, more=told is not None)
    if told is None and thing.end > start:
        told, _ = limits.behind(place.behind, thing.end)
    bound, approx = limit.bound, limit.approx or told == "about" or numeral.vague
    if told and told != "about" and bound not in ("at-least", "at-most"):
        bound = told
    if bound == "exact" and last is not None and _is_conversion(text, last, place, thing):
        bound, approx = last.bound, last.approx
    if numeral.range:
        bound = "range"
    elif bound not in ("at-least", "at-most"):
        bound = "about" if approx else "exact"
    low, high = limits.ends(numeral.low, numeral.high, bound)
    additive = _additive(place) or thing.additive
    if thing.unit and (is_verb_of_which(place, thing.unit) or _are_two_persons(place, thing.unit)):
        thing = Phrase(None, start)
    unit = thing.unit or memory.compared(text, place, limit.words) or ahead(place, limit.words)
    if unit is None and not numeral.fraction:
        unit = memory.carried(text, place, additive)
    direct = not numeral.fraction and (thing.unit is None or thing.end == start)
    span = Span(numeral.start, numeral.end)
    return Amount(
        id=content_id("amount", article.id, span.start, span.end),
        span=span,
        text=span.of(text),
        low=low,
        high=high,
        bound=bound,
        unit=unit,
        of=whole(place.before, place.behind[thing.end if thing.unit else start :], direct=direct),
        additive=additive,
        approx=approx,
    )


def _are_two_persons(place: Around, unit: str) -> bool:
    """Whether "the two" stands for two persons and the word behind is their verb ("the two agree")."""
    words = place.before.endswith(("the ", "The ")) and place.numeral.end - place.numeral.start == len("two")
    return words and place.numeral.high == 2 and " " not in unit and unit.islower() and not is_plural(unit)


_PAIR: Final = re.compile(
    r",?\s+(?:to|and|or)\s+(?:\w+\s)?[$£€]?|\s?(?:±|\+/-|×)\s?|\sx\s|\s+of\s+(?:the|its|those|these|their)\s+"
)
_CHANGE: Final = re.compile(r"\s+to\s+(?:\w+\s)?[$£€]?|\s?(?:±|\+/-)\s?")
#: A list of numbers has no more members than this.
_LIST: Final = 12


def _is_pair(text: str, last: Amount, amount: Amount) -> bool:
    """Whether a number without a noun shares that of the next one ("from 30 to 45 pounds", "two of the nine")."""
    if amount.unit is None or (last.unit is not None and is_measure(last.unit)):
        return False
    gap = text[last.span.end : amount.span.start]
    return bool((_PAIR if last.unit is None else _CHANGE).fullmatch(gap))


def _share_unit(text: str, found: list[Amount], amount: Amount, first: int) -> None:
    """Give the unit of an amount to the one before it, and to those in a list with that ("5, 10 or 15 boats")."""
    place = len(found) - 1
    while True:
        found[place] = replace(found[place], unit=amount.unit)
        place -= 1
        listed = max(first, len(found) - _LIST) <= place and found[place].unit is None
        if not listed or text[found[place].span.end : found[place + 1].span.start] != ", ":
            return


# ---- what is counted


def _thing(place: Around, start: int, *, more: bool) -> Phrase:
    """What a number counts, as far as the words behind it tell, from behind[start] on; `more` for "one or more"."""
    numeral, behind = place.numeral, place.behind
    aside = _ASIDE.match(behind, start)
    start = aside.end() if aside else start
    if numeral.money or numeral.percent or numeral.measure:
        points = numeral.percent and "point" in behind[:start].lower()
        sign = numeral.money or numeral.measure or ("percentage points" if points else "%")
        added = _MORE.match(behind, start)
        return Phrase(sign, start, added[1].lower() if added else None)
    if numeral.fraction or numeral.vague:
        parts = part_of(behind, start, share=numeral.fraction)
        if parts:
            return Phrase(parts.unit, start)
        if numeral.fraction and numeral.end - numeral.start == len(_HALF):  # no "½ cup"
            return Phrase(None, start)
    if _TIMES.match(behind, start):
        return Phrase(None, start)
    found = phrase(behind, start, single=numeral.fraction, one=numeral.low == numeral.high == 1 and not more)
    if found.unit is None:
        parts = part_of(behind, found.end, share=False)
        return Phrase(parts.unit if parts else None, found.end, found.additive)
    added = _MORE.match(behind, found.end)
    return replace(found, additive=found.additive or (added[1].lower() if added else None))


_ASIDE: Final = re.compile(r"\s[(\[][a-z-]{2,20}[)\]](?=\s)")  # "12 (twelve) men"
_TIMES: Final = re.compile(r"\sx\s\d")  # "3 x 4 m"
_HALF: Final = "half"
#: What comes on top; "more than an estimate" compares, "more than planned" adds.
_MORE: Final = re.compile(
    rf"\s+(?:(?:an|a|per)\s(?:hour|day|week|month|year)\s)?(more|extra|additional)\b(?!{COMPARED})", re.IGNORECASE
)


def _additive(place: Around) -> str | None:
    """The word before a number that puts it on top of another, or tells that it was the first."""
    row = place.before.lower().split()[-6:]
    while row and row[-1] in words.SOFT:
        row.pop()
    for size in (3, 2, 1):
        said = " ".join(row[-size:]) if len(row) >= size else ""
        if said in words.ADDITIVE_BEFORE or said in words.ORIGINAL:
            return re.sub(r"^(?:an?|the|yet|still)\s", "", said)
    return None


_OPENS: Final = re.compile(r"[^.;!?()\n]{0,40}\((?:[^()\n]{0,20}/\s?|about\s|or\s)?")


def _is_conversion(text: str, last: Amount, place: Around, thing: Phrase) -> bool:
    """Whether a measure in brackets says the one before them again ("more than 100 km (60 miles)")."""
    between = text[last.span.end : place.numeral.lead][:70]
    measures = last.unit and thing.unit and is_measure(last.unit) and is_measure(thing.unit)
    inside = _OPENS.fullmatch(between) or (between.strip()[-1:] == "/" and len(between) < 10)
    return bool(measures and inside and last.unit != thing.unit)
