"""How near a statement is to the event: whether it reports that it has come, or that who decides has decided.

Theory. Most of what is said before an event is talk, and talk is worth little: "there are no plans" costs nothing
to say. Two kinds of statement cost more. That the event has come can be seen by others, and is reported falsely far
less often than foretold falsely. That who decides on it has decided (a notice filed, a day set in public, a vote
taken, an offer turned down) binds the one who says it. Signalling theory calls the first kind of talk cheap and the
second costly (V. Crawford and J. Sobel, Econometrica 50, 1982; M. Spence, Quarterly Journal of Economics 87, 1973).

A report has the verb of the hypothesis, or one used for the same, in the past, or what news says once an event of
its kind has come. "The minister resigned" settles whether she resigns; "will resign", "plans to", "was expected to"
and "has not" do not. Words of what is to come count where they stand close before the verb: a report of today may
well tell what was expected of tomorrow. Both kinds must name, in their words or before them in their paragraph, who
or what the question is about, and a question of a further one ("a second round") wants a further one told. The rule
never asks whom a statement suits: it holds alike for a hypothesis and its negation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from sayso.lang.en.acts import DECIDED, DONE, OFFICIAL, UNOFFICIAL, UNSURE
from sayso.lang.en.events import EVENTS
from sayso.lang.en.futures import FUTURES, PLANS
from sayso.lang.en.stances import AGAIN, LIGHT, SYNONYMS, TIMES
from sayso.lang.en.tenses import TENSED
from sayso.lang.en.words import STOP
from sayso.model.answers import Party
from sayso.model.stances import Hypothesis, Lean
from sayso.model.statements import Statement
from sayso.model.words import stem, words
from sayso.weighing.sources import Holder

#: "reported": the event has come; "decided": who decides has decided; "": talk.
Act = Literal["reported", "decided", ""]

_DENIED: Final = ("not", "never", "no", "none", "nor", "nobody", "nothing")
_COMING: Final = frozenset((*FUTURES, *PLANS, *_DENIED, "soon", "if", "whether", "to", "by"))
_NOT = re.compile(r"n[’']t$")
#: How many words before the verb are looked at.
_BEFORE: Final = 5
#: Verbs that name no event by themselves.
_LIGHT: Final = frozenset(
    map(stem, ("be", "have", "do", "take", "hold", "put", "get", "go", "come", "make", "leave", "in", "not"))
)
#: Pasts that are spelt like the verb itself, and often a noun: they need an auxiliary.
_ALIKE: Final = frozenset(
    ("cut", "put", "shut", "hit", "quit", "split", "spread", "burst", "cost", "set", "let", "bid")
)
_DONE: Final = frozenset(("has", "have", "had", "was", "were", "been", "is", "are"))
#: Of a longer content only this much is read, and of the paragraph before it this much.
_READ: Final = 600
_PARAGRAPH: Final = 400
#: What a commitment reaches before a statement counts as one that something is so.
_SURE: Final = 0.7

_LASTING = re.compile(
    r"\b(?:not|never|remains?|stays?|keeps?|continues?|survives?|lasts|endures?|persists?)\b", re.IGNORECASE
)
_AHEAD = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, FUTURES)) + r")(?!\w)", re.IGNORECASE)
_UNSURE = re.compile(rf"(?<!\w)(?:{UNSURE})(?!\w)", re.IGNORECASE)
_DECIDED = re.compile("|".join(rf"(?<!\w)(?:{one})" for one in DECIDED), re.IGNORECASE)
#: The month, which is no "may".
_MAY = re.compile(r"(?<=\w )May\b")
_FIRM: Final = frozenset(("assert", "plan", "order", "deny"))


@dataclass(frozen=True, slots=True)
class Event:
    """What a hypothesis asks for: the stems of its verb, what news says once it has come, what it is about.

    `further` says that it asks for another one of a kind, `lasting` that it holds unless the event comes ("does not
    close", "remains in office").
    """

    verbs: frozenset[str]
    told: re.Pattern[str]
    about: frozenset[str]
    further: bool = False
    lasting: bool = False


@lru_cache(maxsize=256)
def event_of(hypothesis: Hypothesis) -> Event:
    """The event of `hypothesis`."""
    text = hypothesis.text
    kinds = (name for name, asked, *_ in EVENTS if re.search(rf"(?<!\w)(?:{asked})(?!\w)", text))
    told = "|".join(DONE[name] for name in kinds if name in DONE) or r"(?!)"
    further = bool({word.lower() for _, _, word in words(text)} & AGAIN)
    pattern = re.compile(rf"(?<!\w)(?:{told})(?!\w)", re.IGNORECASE)
    return Event(_verbs(hypothesis), pattern, _about(text), further, is_lasting(text))


def is_lasting(hypothesis: str) -> bool:
    """Whether a hypothesis holds unless something happens."""
    return bool(_LASTING.search(hypothesis))


def act_of(
    statement: Statement, event: Event, *, lean: Lean, text: str, holder: Holder, party: Party | None
) -> Act:
    """How near a statement that takes a side is to an event; `text` is its article's."""
    said = _MAY.sub("", statement.words(text)[:_READ])
    commitment, force = statement.commitment, statement.chain[-1].force if statement.chain else "assert"
    firm = commitment.low >= _SURE or commitment.high <= 1 - _SURE
    if not firm or force not in _FIRM or commitment.non_denial or _UNSURE.search(said):
        return ""
    if not _names(statement, event, text) or (event.further and not _further(said)):
        return ""
    flat = force == "assert" and commitment.denial is None and not commitment.negations
    told = f"{statement.chain[-1].cue.text} {said}" if statement.chain else said
    if flat and commitment.low >= _SURE and has_come(told, event):
        return "reported" if (lean == "support") != event.lasting else ""
    return "decided" if _decided(statement, told, holder, party) else ""


def has_come(said: str, event: Event) -> bool:
    """Whether `said` tells the event as past, with no word of what is to come, or "not", close before it."""
    found = words(said[:_READ])
    low = [word.lower() for _, _, word in found]
    starts = {match.start() for match in event.told.finditer(said[:_READ])}
    for at, (start, _, word) in enumerate(found):
        before = low[max(at - _BEFORE, 0) : at]
        past = word.endswith("ed") or TENSED.get(word.lower()) == "did"
        if start not in starts and not (past and stem(word) in event.verbs):
            continue
        if low[at] in _ALIKE and not _DONE & set(before[-2:]):
            continue
        if not any(other in _COMING or _NOT.search(other) for other in before):
            return True
    return False


def _verbs(hypothesis: Hypothesis) -> frozenset[str]:
    """The stems of the verb of `hypothesis` ("announces"), with those used for the same; none without an event."""
    if hypothesis.event:
        told = [word for _, _, word in words(hypothesis.event) if word not in ("not", "be")][:2]
        found = {stem(word) for word in told[:1] if word.islower()} | {stem("-".join(told))}
    else:
        found = {stem(word) for _, _, word in words(hypothesis.text) if word.islower() and word.endswith("s")}
    same = (row for row in SYNONYMS if found & {stem(word) for word in row})
    return frozenset(found).union(*({stem(word) for word in row} for row in same)) - _LIGHT


def _about(text: str) -> frozenset[str]:
    """The stems of who or what a hypothesis is about: its names, else its words of matter."""
    found = [one for one in words(text) if one[2].casefold() not in TIMES | STOP]
    light = {stem(word) for word in LIGHT}
    names = {stem(word) for at, (_, _, word) in enumerate(found) if word[0].isupper() and (at or len(word) > 3)}
    plain = {stem(word) for _, _, word in found}
    return frozenset(names - light or plain - light)


def _names(statement: Statement, event: Event, text: str) -> bool:
    """Whether a statement, or its paragraph before it, names what the event is about."""
    start = statement.content[0].start
    before = text[max(0, start - _PARAGRAPH) : start].rpartition("\n\n")[2]
    near = {stem(word) for _, _, word in words(f"{before} {statement.words(text)[:_READ]}")}
    return not event.about or bool(event.about & near)


def _further(said: str) -> bool:
    return bool({word.lower() for _, _, word in words(said)} & AGAIN)


def _decided(statement: Statement, told: str, holder: Holder, party: Party | None) -> bool:
    """Whether who decides has decided: an act told in so many words, or the firm word of the own side or a writing.

    The own side's denial of plans is none: that is the cheapest thing to say. `told` is the cue with what is said.
    """
    commitment = statement.commitment
    if commitment.denial in {None, "denial"} and _DECIDED.search(f"it {told}"):
        return True
    if commitment.denial is not None or commitment.negations or commitment.low < _SURE:
        return False
    if holder.kind == "document":
        named = {word.casefold() for _, _, word in words(holder.name)}
        return bool(named & OFFICIAL) and not named & UNOFFICIAL
    ahead = bool(_AHEAD.search(told)) or (bool(statement.chain) and statement.chain[-1].force == "plan")
    return party is not None and party.side == "own" and ahead
