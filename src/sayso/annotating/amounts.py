"""Amounts: every number that counts or measures something, at its place, with its bound and what it counts.

Numbers are read as written (numerals), those that name, date or rate something are left out here, the words around
give the bound, and the noun phrase behind gives what is counted (counted).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from sayso.annotating import limits
from sayso.annotating.counted import Phrase, ahead, part_of, phrase, whole
from sayso.annotating.labels import Around, around, is_label
from sayso.annotating.ranges import numerals
from sayso.lang.en import numbers as words
from sayso.lang.en.counting import MEASURE_NOUNS
from sayso.model.amounts import Amount
from sayso.model.article import Article, Block
from sayso.model.span import Span, content_id


def amounts(article: Article, blocks: Sequence[Block], taken: Sequence[Span] = ()) -> tuple[Amount, ...]:
    """The amounts of an article in text order. `taken` are places that are something else (times)."""
    text = article.text
    spans = [block.span for block in blocks] or ([Span(0, len(text))] if text else [])
    busy = sorted(taken)
    starts = [span.start for span in busy]
    found: list[Amount] = []
    for span in _without_front_matter(text, spans):
        last: Amount | None = None
        for numeral in numerals(text, span.start, span.end):
            index = bisect_right(starts, numeral.end - 1) - 1
            if index >= 0 and busy[index].end > numeral.start:
                continue
            place = around(text, span, numeral)
            if not is_label(text, place):
                amount = _amount(article, place, last)
                if amount.unit is None and amount.text.lower() == "one":  # a pronoun
                    continue
                last = amount
                found.append(last)
    return tuple(found)


def _without_front_matter(text: str, spans: Sequence[Span]) -> Sequence[Span]:
    """The spans that do not lie in the block of fields between --- lines that a plain text may begin with."""
    close = text.find("\n---", 4) + 4 if text.startswith("---\n") else 0
    return [span for span in spans if close < 4 or span.start >= close]


def _amount(article: Article, place: Around, last: Amount | None) -> Amount:
    """The amount of a numeral; `last` is the one before it in its block."""
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
    elif bound in ("exact", "about"):
        bound = "about" if approx else "exact"
    low, high = (numeral.low, numeral.high) if numeral.range else limits.ends(numeral.low, numeral.high, bound)
    additive = _additive(place) or thing.additive
    unit = thing.unit
    if unit is None and not numeral.fraction:
        unit = ahead(limit.words) or (_carried(text, last, place, additive) if last else None)
    span = Span(numeral.start, numeral.end)
    return Amount(
        id=content_id("amount", article.id, span.start, span.end),
        span=span,
        text=span.of(text),
        low=low,
        high=high,
        bound=bound,
        unit=unit,
        of=whole(place.before, place.behind[thing.end if thing.unit else start :]),
        additive=additive,
        approx=approx,
    )


# ---- what is counted


def _thing(place: Around, start: int, *, more: bool) -> Phrase:
    """What a number counts, as far as the words behind it tell, from behind[start] on; `more` for "one or more"."""
    numeral, behind = place.numeral, place.behind
    if numeral.money or numeral.percent or numeral.measure:
        points = numeral.percent and "point" in behind[:start].lower()
        sign = numeral.money or numeral.measure or ("percentage points" if points else "%")
        added = _MORE.match(behind, start)
        return Phrase(sign, start, added[1].lower() if added else None)
    if numeral.fraction or numeral.vague:
        parts = part_of(behind, start, share=numeral.fraction)
        if parts:
            return Phrase(parts.unit, start)
    found = phrase(behind, start, single=numeral.fraction, one=numeral.low == numeral.high == 1 and not more)
    if found.unit is None:
        parts = part_of(behind, found.end, share=False)
        return Phrase(parts.unit if parts else None, found.end, found.additive)
    return found


_MORE: Final = re.compile(r"\s+(more|extra|additional)\b(?!\s+than)", re.IGNORECASE)


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


def _is_measure(unit: str) -> bool:
    """Whether a unit is a sign or a noun of measure or money, and so no thing that a later number could count."""
    last = unit.rsplit(maxsplit=1)[-1].lower()
    return not last[0].isalpha() or last in MEASURE_NOUNS or last == "points" or unit in words.CODES


_OPENS: Final = re.compile(r"[^.;!?()\n]{0,40}\((?:[^()\n]{0,20}/\s?|about\s|or\s)?")


def _is_conversion(text: str, last: Amount, place: Around, thing: Phrase) -> bool:
    """Whether a measure in brackets says the one before them again ("more than 100 km (60 miles)")."""
    between = text[last.span.end : place.numeral.lead][:70]
    measures = last.unit and thing.unit and _is_measure(last.unit) and _is_measure(thing.unit)
    inside = _OPENS.fullmatch(between) or (between.strip()[-1:] == "/" and len(between) < 10)
    return bool(measures and inside and last.unit != thing.unit)


_BREAK: Final = re.compile(r"[.!?:;][\"”’]?\s|\n")
_BACK: Final = re.compile(r"\s+of\s+(?:them|these|those|whom|which)\b", re.IGNORECASE)
#: A number without a noun counts what the last one counted, no further back than this.
_NEAR: Final = 200


def _carried(text: str, last: Amount, place: Around, additive: str | None) -> str | None:
    """The unit of the number before, where this one has none: in its sentence, or where it points back."""
    between = text[last.span.end : place.numeral.lead]
    if last.unit is None or _is_measure(last.unit) or len(between) > _NEAR:
        return None
    points_back = additive is not None or _BACK.match(place.behind)
    return last.unit if points_back or not _BREAK.search(between) else None
