"""What a number counts where no noun stands behind it: the whole it is part of, a noun ahead, the number before.

"12 of its 40 boats" counts boats; "a force of 40,000" and "deaths rose to 40" name the noun ahead; "killed 12
miners and wounded 40" goes on with miners, and "two of the nine" with what was nine before. "Killed 40" alone means
people. These last ones are readings of the text: the unit stands elsewhere, or nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sayso.annotating.counted import Phrase, is_plural, phrase
from sayso.annotating.labels import Around
from sayso.lang.en import counting
from sayso.lang.en.numbers import CLOSING, CODES, FINITE, SMALL
from sayso.model.amounts import Amount
from sayso.model.words import folded

# ---- the whole

_DETERMINER: Final = (
    r"(?:(?:all|any|some|each|every|both)\s+)?(?:of\s+)?"
    r"(?:(?:the\s+)?(?:[\w-]{1,30}\s+){0,2}(?!(?:that|it|who|what|there|here|he|she|let)[’'])[^\W\d_][\w-]{0,30}[’']s?|the|its|his|her|their|our|my|your|those|these|this|that"
    r"|an?|every|each|several|many|some|what|whatever)\s+(?:many\s+|several\s+|remaining\s+|original\s+)?"
)
_SMALL: Final = "|".join(SMALL)
_NUMBER: Final = (
    rf"(?:(?:top|first|last|next|biggest|largest)\s+(?=\d|(?:{_SMALL})\s))?"
    rf"(?P<number>(?:\d[\d,.]{{0,15}}|{_SMALL})(?:-[a-z]{{3,6}})?\s+(?:(?:thousand|million|billion)\s+)?)?"
)
_OF: Final = re.compile(rf"[\"”’]?\s+of\s+(?P<own>{_DETERMINER}|all\s+)?{_NUMBER}", re.IGNORECASE)
_HALF_OF: Final = re.compile(rf"\s+{_DETERMINER}{_NUMBER}", re.IGNORECASE)


def part_of(behind: str, place: int, *, share: bool) -> Phrase | None:
    """What the whole is made of ("of its 40 boats": boats), for a `share` without "of" too ("half the boats")."""
    found = _OF.match(behind, place) or (_HALF_OF.match(behind, place) if share else None)
    if not found:
        return None
    one = phrase(behind, found.end(), single=share)
    return one if one.unit else Phrase(None, place)


_REST: Final = r"(?:[^,.;:!?()“”\"\n]|[,.](?=\d)){0,90}"
_WHOLE: Final = re.compile(
    rf"\s+(of\s+(?:(?:the|its|his|her|their|our|those|these|all|an?)\b{_REST}|them\b|wh(?:ich|om)\b|\w+[’']s\b{_REST}))"
)
_PARTICIPLE: Final = re.compile(
    rf"\s+((?:already\s+|who\s+(?:were|was|had\s+been)\s+)?(?:{'|'.join(counting.QUALIFYING)})\s{_REST})"
)
#: A whole that is counted itself ("of the town's 9,400 residents").
_OF_NUMBER: Final = re.compile(rf"of\s+\S+\s+(?:\S+[’']s\s+)?(?:\d|(?:{_SMALL})\b)", re.IGNORECASE)
_WHOLE_AHEAD: Final = re.compile(
    r"(?:^|[.!?\n“\"]\s?)(Of\s+(?:the|its|his|her|their|our|those|these)\s[^,.;:!?()“”\"\n]{1,50}),\s+(?:[\w’'-]+\s+){0,4}$"
)
#: "There were 40 of them" counts all of them.
_THERE: Final = re.compile(
    r"(?<!\w)there\s(?:are|were|is|was|had\sbeen|have\sbeen|will\sbe)\s(?:[\w’'-]+\s){0,3}$", re.IGNORECASE
)
_OF_WHICH: Final = re.compile(r"([^\W\d_][\w’'-]*),?\s+(of\s+wh(?:ich|om))\s+(?:[\w’'-]+\s+){0,4}$", re.IGNORECASE)


def whole(before: str, behind: str, *, direct: bool) -> str | None:
    """The whole or the qualification that the text gives: seven words at most, up to the next finite verb.

    `direct` where no noun stands between the number and `behind`, so that "of" tells a whole and no complement.
    """
    found = _WHOLE.match(behind)
    if found and found[1] == "of them" and _THERE.search(before):
        found = None
    if found and not direct and not _OF_NUMBER.match(found[1]):
        return None
    found = found or _PARTICIPLE.match(behind)
    if not found:
        ahead_of = _WHOLE_AHEAD.search(before) if "Of " in before else None
        if ahead_of:
            return ahead_of[1]
        which = _OF_WHICH.search(before) if "of wh" in before else None
        return which[2] if which else None
    kept: list[str] = []
    for word in found[1].split()[:7]:
        verb = folded(word) in FINITE or folded(word) in counting.PAST
        if len(kept) > 1 and (verb or (word.endswith("ed") and is_plural(kept[-1]))):
            break
        kept.append(word)
    while len(kept) > 1 and kept[-1].lower() in CLOSING and kept[-1].lower() not in ("them", "which", "whom"):
        kept.pop()
    return " ".join(kept) if len(kept) > 1 else None


# ---- ahead

_REACHING: Final = frozenset(counting.REACHING)
_BEFORE_COMMA: Final = re.compile(r"([^\W\d_][\w’'-]*s),\s+(?:[\w’'-]+\s+){0,3}$")
_COLON: Final = re.compile(r"([^\W\d_][\w’'-]*s):\s(?:some\s|about\s)?$")


def ahead(place: Around, words: Sequence[str]) -> str | None:
    """The noun that stands before a number: "a force of 40,000", "deaths rose to 40". `words` end at its bound."""
    for pattern, sign in ((_OF_WHICH, "of wh"), (_COLON, ":")):
        found = pattern.search(place.before) if sign in place.before else None
        if found and found[1].lower().endswith(("s", "men", "people")):
            return found[1]
    if place.behind.startswith((" of whom", " of which")):
        found = _BEFORE_COMMA.search(place.before)
        return found[1] if found else None
    rest = [word.strip("“”\"'(") for word in words]
    noun = rest[-2] if len(rest) >= 2 and rest[-1] == "of" else ""
    if folded(noun) in counting.OF_NOUNS | counting.PEOPLED:
        return "people" if folded(noun) in counting.PEOPLED else noun
    while rest and rest[-1] in ("to", "by", "at", "from", "just", "only"):
        rest.pop()
    if not rest:
        return None
    if " ".join(rest[-2:]) in _REACHING:
        rest = rest[:-2]
    elif rest[-1] in _REACHING:
        rest = rest[:-1]
    else:
        return None
    return _subject(rest)


def is_verb_of_which(place: Around, unit: str) -> bool:
    """Whether the word behind a number of something told before is its verb ("of which 40 belong to the town")."""
    single = " " not in unit and unit.islower() and not is_plural(unit)
    return single and "of wh" in place.before and bool(_OF_WHICH.search(place.before))


def _subject(rest: list[str]) -> str | None:
    """The noun that ends the words before a verb; None for a pronoun or a name."""
    while rest and rest[-1] in counting.AUXILIARIES:
        rest.pop()
    noun = rest[-1] if rest else ""
    opens = len(rest) == 1 or rest[-2][-1:] in ".!?:"
    named = noun[:1].isupper() and not opens
    plain = noun.isalpha() and len(noun) > 2 and not named and folded(noun) not in CLOSING
    return noun if plain and not folded(noun).endswith("ly") else None


# ---- the number before

#: A number without a noun counts what the last one counted, no further back than this.
_NEAR: Final = 200
_BREAK: Final = re.compile(r"[.!?][\"”’]?\s|\n")
#: What a number is held against counts the same ("3 per cent, up from 2").
_COMPARED: Final = re.compile(
    r"(?:^|\s)(?:(?:up|down|rising|falling)\s+from|compared\s+(?:with|to)|as\s+against|against|versus|vs\.?|instead\s+of|from)$"
)
_BACK: Final = re.compile(r"\s+of\s+(?:them|these|those)\b", re.IGNORECASE)
_DEFINITE: Final = re.compile(
    r"(?<!\w)(?:the|those|these|all|its|their)\s(?P<rest>other\s|remaining\s)?$", re.IGNORECASE
)
_HARMED: Final = re.compile(
    r"(?<!\w)(?:kill(?:ed|ing|s)?|wound(?:ed|ing)|injur(?:ed|ing)|displac(?:ed|ing)|evacuat(?:ed|ing)|detain(?:ed|ing)"
    r"|arrest(?:ed|ing)|drown(?:ed|ing))\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_HARM_BEHIND: Final = re.compile(
    r"\s+(?:(?:were|are|was|have\s+been|had\s+been|remain(?:ed)?|more)\s+)?(?:still\s+|also\s+)?"
    r"(?:died|dead|missing|killed|wounded|injured|hurt|homeless|displaced|evacuated|arrested|detained|drowned|fled)\b"
)
#: What only people do, behind "hundreds".
_CROWD_BEHIND: Final = re.compile(
    r"\s+(?:(?:have|had|were|are)\s+)?(?:gather(?:ed|ing)?|march(?:ed|ing)?|protest(?:ed|ing)?|queu(?:ed|ing)|cheer(?:ed|ing)?|attend(?:ed)?"
    r"|rallied|turned\s+(?:out|up)|took\s+to|cast|voted|lined|walked|left\s+home|mourned)\b"
)


class Memory:
    """What the numbers of a text counted so far: by value, and the last thing and the last money of the block."""

    __slots__ = ("_by_value", "_last", "_money", "_thing")

    def __init__(self) -> None:
        """Nothing was counted yet."""
        self._by_value: dict[float, str] = {}
        self._thing: Amount | None = None
        self._money: Amount | None = None
        self._last: Amount | None = None

    def open_block(self) -> None:
        """Forget the last amounts: a block is no continuation of the one before."""
        self._thing = self._money = self._last = None

    def keep(self, amount: Amount) -> None:
        """Remember an amount that names what it counts."""
        self._last = amount
        if amount.unit is None:
            return
        if is_money(amount.unit):
            self._money = amount
        elif not is_measure(amount.unit):
            self._thing = amount
            for value in (amount.low, amount.high):
                if value and value > 1:
                    self._by_value[value] = amount.unit

    def compared(self, text: str, place: Around, words: Sequence[str]) -> str | None:
        """What the number counts that this one is held against; None where it is held against none."""
        last = self._last
        if last is None or last.unit is None or not _COMPARED.search(" ".join(words[-2:]).lower()):
            return None
        return last.unit if _shares_sentence(text, last, place) else None

    def carried(self, text: str, place: Around, additive: str | None) -> str | None:
        """What a number without a noun counts, as the numbers before it tell; None where they do not."""
        numeral = place.numeral
        definite = _DEFINITE.search(place.before)
        if definite and numeral.low in self._by_value:
            return self._by_value[numeral.low]
        money = self._money
        if money and numeral.scale >= 1e6 and _shares_sentence(text, money, place):
            return money.unit
        last, harmed = self._thing, bool(_HARMED.search(place.before) or _HARM_BEHIND.match(place.behind))
        if last is not None and _NEAR >= numeral.lead - last.span.end >= 0:
            points_back = additive is not None or _BACK.match(place.behind) or (definite and definite["rest"])
            counts_dead = harmed and folded(last.unit or "").endswith(counting.TOLLS)
            if not counts_dead and (points_back or _shares_sentence(text, last, place)):
                return last.unit
        return "people" if harmed or (numeral.vague and _CROWD_BEHIND.match(place.behind)) else None


def _shares_sentence(text: str, last: Amount, place: Around) -> bool:
    between = text[last.span.end : place.numeral.lead]
    return len(between) <= _NEAR and not _BREAK.search(between)


def is_money(unit: str) -> bool:
    """Whether a unit is a currency, by its sign, its code or its name."""
    last = unit.rsplit(maxsplit=1)[-1].lower()
    return last in counting.CURRENCY_NOUNS or unit in CODES or unit[-1] in "$£€¥₹₽₴₩₺" or unit[0] == "$"


def is_measure(unit: str) -> bool:
    """Whether a unit is a sign or a noun of measure or money, and so no thing that a later number could count."""
    last = unit.rsplit(maxsplit=1)[-1].lower()
    return not last[0].isalpha() or last in counting.MEASURE_NOUNS or last == "points" or is_money(unit)
