"""The rule entailer: how a text bears on a hypothesis, from words alone. Theory: docs/why/stances.md.

Two questions, kept apart. Is the text about the matter at all? Answered by the weighted share of the
hypothesis' words that the text has (forms and near synonyms count as one word; a deadline counts as none; a
text that shares only names or words of general use is not about it). And if so, which side does it take?
Answered by ordered rules: not ruled out, refuted, unlikely, questioned, wished, supposed, negated, hedged, and
only then asserted. Each rule that fires is a reason in words. It reads one text at a time, so a text's bearing
is the same alone or in company.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sayso.lang.en import stances as table
from sayso.lang.en.events import EVENTS
from sayso.lang.en.questions import VERBS
from sayso.lang.en.words import STOP
from sayso.model.ports import Bearing
from sayso.model.words import stem, words

#: A text longer than this is judged by its first part: rules on one sentence do not carry over to pages.
LONGEST = 2_000

#: Weights of a word of the hypothesis: a name says who, a light word little, the rest what it is about.
_NAME, _LIGHT, _MATTER = 0.6, 0.3, 1.0


def _any(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_NOT_RULED_OUT = _any(table.OPEN[:1])
_OPEN = _any(table.OPEN)
_REFUTING = _any(table.REFUTING)
_UNLIKELY = _any(table.UNLIKELY)
_PREVENTING = _any(table.PREVENTING)
_WISHING = _any(table.WISHING)
_SUPPOSING = _any(table.SUPPOSING)
_WOULD = _any(table.WOULD)
_MONTH = re.compile(r"\b(?:in|by|on|of|until|since|before|after|from|late|early|mid|\d{1,2})[ -]May\b|\bMay \d")
_HEDGING = _any(table.HEDGING)
_FIRM = _any(table.FIRM)
_NAMED = re.compile(r"\w{1,40}[ -][A-Z]")
_COMING = _any(table.COMING)
#: "In order to" orders nothing; blanked at its length, so that offsets stay.
_PURPOSE = re.compile(r"\bin order(?= (?:to|that)\b)", re.IGNORECASE)
_ASKED = re.compile(r"\?[\s\"”’']*$")
_NO_DOUBT = re.compile(
    r"\b(?:no|without|beyond) (?:a )?doubt\b|\bnot only\b|\bno longer (?:just|only)\b|"
    r"\b(?:not|n[’']t) (?:be |been )?(?:at all )?surpris(?:ed|ing)\b|\bno surprise\b",
    re.IGNORECASE,
)

#: A first word in capitals with such an ending is a common noun all the same, but in "Defence Minister".
_COMMON_NOUN = re.compile(
    r"[A-Z][a-z]{1,20}(?:tion|sion|ing|ment|ity|ness|ism|age|[ae]nce|ship|ure|ers)\b(?! [A-Z])"
)

_CONCEPTS: dict[str, str] = {stem(form): stem(row[0]) for row in reversed(table.SYNONYMS) for form in row}
_LIGHT_STEMS = frozenset(_CONCEPTS.get(stem(word), stem(word)) for word in table.LIGHT)
_TIME_STEMS = frozenset(stem(word) for word in table.TIMES)
_AGAIN = frozenset(stem(word) for word in table.AGAIN)
_EARLIER = frozenset(stem(word) for word in table.EARLIER)
_VERBS = frozenset(stem(word) for word in VERBS)
_OPPOSITE: dict[str, str] = {}
for _left, _right in table.OPPOSITES:
    _a, _b = (_CONCEPTS.get(stem(word), stem(word)) for word in (_left, _right))
    _OPPOSITE.setdefault(_a, _b)
    _OPPOSITE.setdefault(_b, _a)


#: Relevance of a text that names who or what it is about and speaks of the kind of event in other words.
_IN_OTHER_WORDS = 0.5

_FOR, _AGAINST, _LEFT_OPEN = 1, 2, 3

#: (asked, for, against, open) of each kind of event.
_EVENTS = tuple(
    tuple(re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for words in event[1:]) for event in EVENTS
)

#: Relevance of a text that names the further one by its number ("the second round") and not by its matter.
_NAMED_AGAIN = 0.5

#: A text without the verb of the hypothesis does not support it where it has no more than half of its matter.
_UNEVENTFUL = 0.51

#: The most relevance of a text that shares only names and words of general use: it is about something else.
_NAMES_ONLY = 0.25

_Sides = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class _Topic:
    """What a hypothesis is about: weight by concept, whether it speaks of a further one, whether it negates.

    `event` is the concept of its verb where that is no light one: what is to happen.
    """

    weights: dict[str, float]
    again: bool
    negated: bool
    ordinal: str | None = None
    event: str | None = None
    kinds: tuple[tuple[re.Pattern[str], ...], ...] = ()
    asked: frozenset[str] = frozenset()


def concepts(text: str) -> list[tuple[int, str]]:
    """(offset, concept) of every word of `text` that carries matter; two words may make one concept."""
    found = words(_PURPOSE.sub(" " * 8, text))
    out: list[tuple[int, str]] = []
    skip = False
    for index, (start, _, word) in enumerate(found):
        if skip:
            skip = False
            continue
        after = found[index + 1][2] if index + 1 < len(found) else ""
        pair = _CONCEPTS.get(stem(f"{word}-{after}")) if after else None
        if pair:
            out.append((start, pair))
            skip = True
        elif word.casefold() not in STOP:
            low = stem(word)
            out.append((start, _CONCEPTS.get(low, low)))
        elif word.casefold() == "again":
            out.append((start, "second"))
    return out


@lru_cache(maxsize=256)
def _topic(hypothesis: str) -> _Topic:
    """The topic of `hypothesis`: numbers of a date and names of times weigh nothing."""
    weights: dict[str, float] = {}
    found = concepts(hypothesis)
    after = {one[1]: two[1] for one, two in pairwise(found)}
    for start, concept in found:
        if concept in _TIME_STEMS or re.fullmatch(r"\d{1,2}|(?:19|20)\d\d", concept):
            continue
        name = hypothesis[start].isupper() and (start > 0 or not _COMMON_NOUN.match(hypothesis))
        light = concept in _LIGHT_STEMS
        weight = _NAME if name else _LIGHT if light else _MATTER
        weights[concept] = max(weight, weights.get(concept, 0.0))
    lower = {stem(word) for _, _, word in words(hypothesis)}
    negated = _negated_before(hypothesis, len(hypothesis), 400)
    kinds = tuple(event for event in _EVENTS if event[0].search(hypothesis))
    asking = [match.group() for event in kinds for match in event[0].finditer(hypothesis)]
    asked = frozenset(concept for words_ in asking for _, concept in concepts(words_))
    event = _event(hypothesis, weights)
    return _Topic(weights, bool(lower & _AGAIN), negated, after.get("second"), event, kinds, asked)


def _event(hypothesis: str, weights: dict[str, float]) -> str | None:
    """The concept of the verb of `hypothesis` ("closes", "steps down"), None where it is light or not found."""
    verbs = {
        start
        for start, _, word in words(hypothesis)[1:]
        if word.islower() and word.endswith("s") and stem(word) in _VERBS
    }
    concept = next((concept for start, concept in concepts(hypothesis) if start in verbs), "")
    return concept if weights.get(concept, 0.0) >= _MATTER else None


def _negated_before(text: str, offset: int, reach: int) -> bool:
    """Whether an odd number of negations stands in the `reach` characters of `text` before `offset`."""
    window = _NO_DOUBT.sub(" ", text[max(0, offset - reach) : offset])
    count = 0
    for _, _, word in words(window):
        low = word.casefold().replace("’", "'")
        count += low in table.NEGATIONS or low.endswith("n't")
    return count % 2 == 1


def _relevance(topic: _Topic, held: dict[str, int]) -> tuple[float, list[str]]:
    """How far `held` (concept to offset) covers the topic, and the shared concepts."""
    total = sum(topic.weights.values())
    shared = [concept for concept in topic.weights if concept in held or _OPPOSITE.get(concept) in held]
    if not total or not shared:
        return 0.0, []
    share = sum(topic.weights[concept] for concept in shared) / total
    heart = any(topic.weights[concept] >= _MATTER for concept in shared)
    if topic.ordinal and {"second", topic.ordinal} <= set(shared):
        return max(_NAMED_AGAIN, min(1.0, share * 1.6)), shared
    lacks_heart = not any(weight >= _MATTER for weight in topic.weights.values())
    return min(1.0, share * 1.6 if heart or lacks_heart else min(share * 0.6, _NAMES_ONLY)), shared


def _clause(text: str, offset: int) -> tuple[int, str]:
    """Where the clause of `text` around `offset` begins, and the clause."""
    text = text.replace(" but not ", " yet not ")  # the same clause goes on
    left = max(text.rfind(mark, 0, offset) for mark in (".", ";", "!", "?", ":", "\n", *_BREAKS))
    ends = [text.find(mark, offset) for mark in (". ", ";", "!", "?", "\n", *_BREAKS)]
    right = min((end for end in ends if end >= 0), default=len(text) - 1)
    return left + 1, text[left + 1 : right + 1]


#: Words with which another clause begins, for which what is said in this one does not hold.
_BREAKS = (", but ", " although ", " but ", " since the ", " because ")

#: (pattern, whether the whole text is searched, sides, reason): the first that is found decides.
_RULES: tuple[tuple[re.Pattern[str], bool, _Sides, str], ...] = (
    (_NOT_RULED_OUT, False, (0.1, 0.1, 0.8), "not ruled out"),
    (_UNLIKELY, False, (0.05, 0.75, 0.2), "called unlikely or ruled out"),
    (_REFUTING, True, (0.05, 0.75, 0.2), "called untrue or denied"),
    (_ASKED, False, (0.15, 0.1, 0.75), "asked, not said"),
    (_OPEN, False, (0.15, 0.1, 0.75), "left open in so many words"),
    (_WISHING, False, (0.15, 0.15, 0.7), "wished for or opposed, not foretold"),
    (_SUPPOSING, False, (0.15, 0.15, 0.7), "supposed, not said to come"),
    (_WOULD, False, (0.15, 0.15, 0.7), "supposed, not said to come"),
)


def _blanked(text: str, topic: _Topic) -> str:
    """`text` with words of the topic that would else refute it blanked at their length: they say what, not whether.

    "The minister will be dismissed" does not refute that the minister is dismissed; "will be rejected" is turned
    round as the opposite of "approved" already.
    """
    out = list(text)
    for start, end, word in words(text):
        low = stem(word)
        concept = _CONCEPTS.get(low, low)
        weight = max(topic.weights.get(one, 0.0) for one in (concept, _OPPOSITE.get(concept, "")))
        if weight >= _MATTER and _REFUTING.search(word):
            out[start:end] = "x" * (end - start)
    return "".join(out)


def _sides(text: str, clause: str, at: int) -> tuple[_Sides, str]:
    """((support, deny, open), reason) of a text about the matter, whose last word is at `at` in `clause`."""
    plain = _MONTH.sub(" ", _NO_DOUBT.sub(" ", clause))
    whole = _NO_DOUBT.sub(" ", text)
    for pattern, everywhere, sides, reason in _RULES:
        if pattern.search(whole if everywhere else plain):
            return sides, reason
    stop = _PREVENTING.search(plain)
    if stop and stop.start() < at:
        return (0.05, 0.75, 0.2), "called unlikely or ruled out"
    if _negated_before(clause, at, 90):
        return (0.05, 0.65, 0.3), "negated"
    if _FIRM.search(clause):
        return (0.9, 0.03, 0.07), "said firmly"
    if _HEDGING.search(plain):
        return (0.44, 0.06, 0.5), "said with a hedge"
    return (0.75, 0.05, 0.2), "said without a hedge"


class RuleEntailer:
    """The entailer of tables and rules; satisfies model.ports.Entailer."""

    name = "rules"
    reads = False

    def by_words(self, pairs: Sequence[tuple[str, str]]) -> tuple[Bearing, ...]:
        """What bear() gives: these are words alone."""
        return self.bear(pairs)

    def bear(self, pairs: Sequence[tuple[str, str]]) -> tuple[Bearing, ...]:
        """One Bearing for each (text, hypothesis), in order; only the first LONGEST characters of a text count."""
        cut = [(text[:LONGEST], hypothesis[:LONGEST]) for text, hypothesis in pairs]
        judged = {pair: _bear(*pair) for pair in dict.fromkeys(cut)}
        return tuple(judged[pair] for pair in cut)


def _bear(text: str, hypothesis: str) -> Bearing:
    """The bearing of one text on one hypothesis."""
    topic = _topic(hypothesis)
    held: dict[str, int] = {}
    for start, concept in _unnamed(text, topic, concepts(text)):
        held.setdefault(concept, start)
    relevance, shared = _relevance(topic, held)
    told = _retold(text, topic, shared, filled=text.find(f"({hypothesis})"))
    if told:
        return told
    if not shared:
        return Bearing(0.0, 0.0, 0.0, 1.0, ("shares no word of matter with the hypothesis",))
    hearts = [concept for concept in shared if topic.weights[concept] >= _MATTER] or shared
    places = sorted(held.get(concept, held.get(_OPPOSITE.get(concept, ""), 0)) for concept in hearts)
    offset = places[0]
    begins, clause = _clause(text, offset)
    last = max(place for place in places if place < begins + len(clause)) - begins
    reasons = ["shares " + ", ".join(sorted(shared)[:6])]
    if topic.again and _earlier(clause):
        relevance *= 0.3
        reasons.append("speaks of an earlier one")
    (support, deny, open_), reason = _sides(_blanked(text, topic), _blanked(clause, topic), last)
    reasons.append(reason)
    if topic.again and support > deny and not _further(clause):
        support, deny, open_ = 0.3, 0.1, 0.6
        reasons.append("speaks of it, not of a further one")
    if support > deny and topic.event and topic.event not in shared and _matter(topic, shared) < _UNEVENTFUL:
        support, deny, open_ = 0.1, 0.1, 0.8
        reasons.append("does not speak of what is to happen")
    turned = topic.negated != any(concept not in held for concept in shared)
    if turned:
        support, deny = deny, support
        reasons.append("the hypothesis says the opposite")
    return Bearing(round(relevance, 4), support, deny, open_, tuple(reasons))


def _retold(text: str, topic: _Topic, shared: Sequence[str], *, filled: int) -> Bearing | None:
    """The bearing of a text that has words of the kind of event; None where it has none.

    Where the text names the event itself, only a phrase against it that holds the name counts ("vote against").
    The text must share what the hypothesis is about: a word of matter besides the event, or a name where
    it has none ("Venn resigns"). Where the whole hypothesis stands in it at `filled` (else -1), in place of what
    it points to, the words before count.
    """
    event = {topic.event} if topic.event else topic.asked
    about = [concept for concept in shared if concept not in event and topic.weights[concept] > _LIGHT]
    matter = any(
        weight >= _MATTER for concept, weight in topic.weights.items() if concept not in event | topic.asked
    )
    if matter and filled < 0:
        about = [concept for concept in about if topic.weights[concept] >= _MATTER]
    if not about or not topic.kinds:
        return None
    named = filled < 0 and bool(set(shared) & event)
    own = text if filled < 0 else text[:filled]
    for column in (_AGAINST,) if named else (_LEFT_OPEN, _AGAINST, _FOR):
        for kind in topic.kinds:
            found = kind[column].search(own)
            if found and (not named or event & {concept for _, concept in concepts(found.group())}):
                return _told(own, topic, found, column)
    return None


def _told(text: str, topic: _Topic, found: re.Match[str], column: int) -> Bearing:
    """The bearing of a text through the phrase `found`, found in that column of its kind."""
    start, end = found.span()
    plain = text[:start] + "x" * (end - start) + text[end:]
    begins, clause = _clause(plain, start)
    (support, deny, open_), reason = _sides(plain, clause, start - begins)
    if column == _LEFT_OPEN:
        support, deny, open_ = 0.1, 0.1, 0.8
    elif column == _AGAINST:
        support, deny = deny, support
    if topic.negated:
        support, deny = deny, support
    reasons = (f'speaks of the event as "{found.group()[:40]}"', reason)
    return Bearing(_IN_OTHER_WORDS, support, deny, open_, reasons, in_kind=True)


def _matter(topic: _Topic, shared: Sequence[str]) -> float:
    """The share of the words of matter of a topic that a text has."""
    whole = sum(weight >= _MATTER for weight in topic.weights.values())
    return sum(topic.weights[concept] >= _MATTER for concept in shared) / max(whole, 1)


def _unnamed(text: str, topic: _Topic, found: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """`found` without words of matter that stand in a longer name ("water" in "the Water Ministry")."""
    shouted = sum(text[start].isupper() for start, _ in found) * 2 > len(found)
    for start, concept in found:
        if (
            shouted
            or not text[start].isupper()
            or topic.weights.get(concept, 0.0) < _MATTER
            or not _NAMED.match(text, start)
        ):
            yield start, concept


def _further(clause: str) -> bool:
    """Whether a clause speaks of a further one, or of what is to come or goes on."""
    return bool({stem(word) for _, _, word in words(clause)} & _AGAIN) or bool(_COMING.search(clause))


def _earlier(clause: str) -> bool:
    """Whether a clause points to one that has been, and names no further one."""
    stems = {stem(word) for _, _, word in words(clause)}
    return bool(stems & _EARLIER) and not stems & _AGAIN
