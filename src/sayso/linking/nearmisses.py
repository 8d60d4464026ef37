"""Near misses: what looks like the event of a hypothesis and is not it.

Theory. A hypothesis names an event narrowly: a second wave, announced, by a day. News tells much that shares its
words: the first wave, a covert one, the vote of a committee, a draft of the order, the same elsewhere, one after
the day. None of it makes the hypothesis true, and readers take it for that. Only statements that take no side are
looked at; they must share the matter of the event (its words but light ones, words for one thing being one), and
something must tell them apart, in this order:

1. Time: all their days lie after the last day, or clearly before the article.
2. Place: they name a place, and none of the names of the hypothesis.
3. Sort: words of lang/en/nearmisses.py (covert, committee, draft, exercise).
4. The one that has been: words such as "the first", or, of a hypothesis about a further one, no word for a further.

Near misses of one kind whose words agree are one, shown by the clearest of its statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.lang.en import nearmisses as table
from sayso.lang.en.grammar import PERSONAL
from sayso.lang.en.stances import AGAIN, LIGHT, SYNONYMS, TIMES
from sayso.lang.en.words import STOP
from sayso.linking.copies import published
from sayso.model.case import Page
from sayso.model.span import Ref
from sayso.model.stances import Hypothesis, NearMiss, Stance
from sayso.model.statements import Statement
from sayso.model.words import content_stems, stem, words

#: Near misses of one hypothesis that are kept.
MOST = 8

#: Letters of a statement's words that are shown.
_SHOWN = 140

#: Days by which a time must lie before its article to be of an earlier one (as in linking/stances.py).
_PAST = 10

#: Reasons of a stance by which a statement leaves the matter open: it is no near miss.
_OPEN = ("left open in so many words", "leaves it open", "asked", "wished for", "supposed", "points to it")

_CONCEPTS: dict[str, str] = {stem(form): stem(row[0]) for row in reversed(SYNONYMS) for form in row}
_LIGHT = frozenset(_CONCEPTS.get(stem(word), stem(word)) for word in LIGHT | TIMES)
_AGAIN = frozenset(stem(word) for word in AGAIN)
_SORTS = tuple(
    (told, re.compile(found, re.IGNORECASE), re.compile(unless, re.IGNORECASE))
    for told, found, unless in table.SORTS
)
_EARLIER = re.compile(table.EARLIER, re.IGNORECASE)
_ASKING = re.compile(table.ASKING, re.IGNORECASE)
_PLACE = re.compile(table.PLACE)
_PERSON = re.compile(table.PERSON)
_THE_FIRST = re.compile(table.THE_FIRST, re.IGNORECASE)

#: The share of an alternative's matter that a statement must have: of two words both.
_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class _Event:
    """What a hypothesis is about: the matter of each alternative, its words by concept, its names in lower case.

    `further` says that it is a further one.
    """

    hypothesis: Hypothesis
    matter: tuple[frozenset[str], ...]
    words: frozenset[str]
    names: frozenset[str]
    further: bool

    def share(self, held: frozenset[str]) -> float:
        """How much of the matter of one of its alternatives ("resign or be dismissed") stands among concepts."""
        return max((len(one & held) / len(one) for one in self.matter if one), default=0.0)


@dataclass(frozen=True, slots=True)
class _Miss:
    """One statement that nearly speaks of the event: why in words, how much of the matter it shares."""

    page: Page
    statement: Statement
    why: str
    said: str
    share: float
    stems: frozenset[str]


def nearmisses(
    pages: Sequence[Page], stances: Sequence[Stance], hypotheses: Sequence[Hypothesis]
) -> tuple[NearMiss, ...]:
    """The near misses of each hypothesis that is no negation, the most told first, at most MOST."""
    held = {one.id: (page, one) for page in pages for one in (*page.statements, *page.own_voice)}
    parents = {one.parent for page in pages for one in page.statements}
    out: list[NearMiss] = []
    for hypothesis in hypotheses:
        if hypothesis.negates:
            continue
        event = _event(hypothesis)
        found = [
            miss
            for stance in stances
            if stance.hypothesis == hypothesis.id and stance.statement in held and stance.statement not in parents
            for miss in _missed(*held[stance.statement], stance, event)
        ]
        made = [_told(group, hypothesis) for group in _grouped(found)]
        out.extend(sorted(made, key=lambda one: (-len(one.statements), one.why, one.what))[:MOST])
    return tuple(out)


def _event(hypothesis: Hypothesis) -> _Event:
    """What a hypothesis is about, from its event where that is known."""
    told = (hypothesis.event or hypothesis.text).removeprefix("not ")
    parts = tuple(_concepts(part) - _LIGHT for part in re.split(r"\bor\b", told))
    named = words(hypothesis.text)
    names = {word.casefold() for place, (_, _, word) in enumerate(named) if word[0].isupper() and place}
    names |= {word.casefold() for _, _, word in words(hypothesis.subject or "") if word[0].isupper()}
    further = bool({stem(word) for _, _, word in words(told)} & _AGAIN)
    return _Event(hypothesis, parts, _concepts(told), frozenset(names) - TIMES, further)


def _concepts(text: str) -> frozenset[str]:
    """The concepts of the words of a text: words for one thing are one; two words may make one."""
    stems = content_stems(text, STOP)
    return frozenset(_CONCEPTS.get(one, one) for one in stems)


def _missed(page: Page, statement: Statement, stance: Stance, event: _Event) -> Iterator[_Miss]:
    """The near miss that a statement speaks of, if it does."""
    said = statement.words(page.article.text)
    if stance.lean not in {"open", "unrelated"} or _ASKING.search(said):
        return
    if any(mark in reason for reason in stance.reasons for mark in _OPEN) and not _late(page, statement, event):
        return
    held = _concepts(said)
    share, first = event.share(held), _first(said, event)
    if share < _SHARE and not first:
        return
    why = _why(page, statement, said, event) if share >= _SHARE else f"an earlier one: {first}"
    if why:
        yield _Miss(page, statement, why, said, share, held)


def _first(said: str, event: _Event) -> str:
    """The words for the one that has been ("the first round") where a further one is asked for."""
    for found in _THE_FIRST.finditer(said) if event.further else ():
        near, far = found[1], found[2] or ""
        if _concepts(near) & event.words:
            return " ".join(f"{found.group().split()[0]} {near}".split())
        if _concepts(far) & event.words:
            return " ".join(found.group().split())
    return ""


def _why(page: Page, statement: Statement, said: str, event: _Event) -> str:
    """What tells a statement that shares the matter from the event, in words; empty where nothing does."""
    late, early, place = _late(page, statement, event), _early(page, statement), _elsewhere(said, event)
    if late or early or place:
        return (
            f"after the last day: {late}"
            if late
            else f"an earlier one: {early}"
            if early
            else f"elsewhere: {place}"
        )
    for told, found, unless in _SORTS:
        if found.search(said) and not unless.search(event.hypothesis.text):
            return told
    other = _another(said, event)
    return f"of another: {other}" if other else _has_been(statement, said, event)


def _has_been(statement: Statement, said: str, event: _Event) -> str:
    """Whether a statement speaks of the one that has been, in words."""
    further = {stem(word) for _, _, word in words(said)} & _AGAIN
    if event.further and not further and statement.chain:
        return "the one that has been or goes on, not a further one"
    return "one that has been" if _EARLIER.search(said) else ""


def _late(page: Page, statement: Statement, event: _Event) -> str:
    """The words of a statement's time where all its times begin after the question closes."""
    closes = event.hypothesis.closes
    times = _times(page, statement)
    if closes and times and all(first and first > closes for _, first, _ in times):
        return times[0][0]
    return ""


def _early(page: Page, statement: Statement) -> str:
    """The words of a statement's time where all its times lie clearly before its article."""
    out = published(page).earliest
    times = _times(page, statement)
    if out and times and all(last and last < out - timedelta(days=_PAST) for _, _, last in times):
        return times[0][0]
    return ""


def _times(page: Page, statement: Statement) -> list[tuple[str, date | None, date | None]]:
    """The times of what is told, with their words and ends; not the one that tells when it was said."""
    wanted = frozenset(statement.times) - {statement.told}
    return [
        (" ".join(time.text.split()), time.interval.earliest, time.interval.latest)
        for time in page.times
        if time.id in wanted and (time.interval.earliest or time.interval.latest)
    ]


def _elsewhere(said: str, event: _Event) -> str:
    """The place that a statement names, where it has none of the hypothesis' names."""
    if not event.names or event.names & {word.casefold().removesuffix("'s") for _, _, word in words(said)}:
        return ""
    for found in _PLACE.finditer(said):
        held = {word.casefold() for word in found[1].split()}
        if not held & event.names and not held & TIMES:
            return " ".join(found[1].split())
    return ""


def _another(said: str, event: _Event) -> str:
    """The person whom a statement names first, where it has none of the hypothesis' names and no pronoun."""
    held = {word.casefold().removesuffix("'s") for _, _, word in words(said)}
    found = _PERSON.match(said)
    if not event.names or not found or held & (event.names | PERSONAL):
        return ""
    return " ".join(found[1].split())


def _grouped(found: Sequence[_Miss]) -> Iterator[list[_Miss]]:
    """Near misses of one kind whose words agree in half or more, the clearest first."""
    kinds: dict[str, list[list[_Miss]]] = {}
    ordered = sorted(
        found, key=lambda one: (-one.share, bool(not one.statement.chain), len(one.said), one.statement.id)
    )
    for miss in ordered:
        groups = kinds.setdefault(miss.why, [])
        home = next((group for group in groups if _alike(group[0], miss)), None)
        if home is not None:
            home.append(miss)
        elif len(groups) < MOST:
            groups.append([miss])
    for groups in kinds.values():
        yield from groups


def _alike(one: _Miss, two: _Miss) -> bool:
    shared = len(one.stems & two.stems)
    return 2 * shared >= min(len(one.stems), len(two.stems))


def _told(group: Iterable[_Miss], hypothesis: Hypothesis) -> NearMiss:
    """A group of near misses as one, shown by the first."""
    held = list(group)
    lead = held[0]
    what = lead.said if len(lead.said) <= _SHOWN else lead.said[: _SHOWN - 1].rsplit(" ", 1)[0] + "…"
    refs = tuple(Ref(one.page.article.id, one.statement.content[0]) for one in held)
    return NearMiss(hypothesis.id, what, lead.why, tuple(one.statement.id for one in held), refs)
