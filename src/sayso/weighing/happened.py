"""Whether a text reports the event itself as something that has come: the verb of the question in the past.

"The minister resigned" settles whether she resigns; "will resign", "plans to", "was expected to" and "has not" do
not. The verb is that of the hypothesis or one used for the same. Words of what is to come count where they stand
close before it: a report of today's deed may well tell what was expected of tomorrow.
"""

from __future__ import annotations

import re
from typing import Final

from sayso.lang.en.futures import FUTURES, PLANS
from sayso.lang.en.stances import SYNONYMS
from sayso.lang.en.tenses import TENSED
from sayso.model.stances import Hypothesis
from sayso.model.words import stem, words

_COMING: Final = frozenset((*FUTURES, *PLANS, "soon", "if", "whether", "not", "never", "no", "nobody", "to", "by"))
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
#: Of a longer content only this much is read.
_READ: Final = 600


def verbs_of(hypothesis: Hypothesis) -> frozenset[str]:
    """The stems of the verb of `hypothesis` ("announces"), with those used for the same; none without an event."""
    if hypothesis.event:
        told = [word for _, _, word in words(hypothesis.event) if word not in ("not", "be")][:2]
        found = {stem(word) for word in told[:1] if word.islower()} | {stem("-".join(told))}
    else:
        found = {stem(word) for _, _, word in words(hypothesis.text) if word.islower() and word.endswith("s")}
    same = (row for row in SYNONYMS if found & {stem(word) for word in row})
    return frozenset(found).union(*({stem(word) for word in row} for row in same)) - _LIGHT


def has_come(said: str, verbs: frozenset[str]) -> bool:
    """Whether `said` has one of `verbs` in the past, with no word of what is to come, or "not", close before it."""
    if not verbs:
        return False
    found = [word for _, _, word in words(said[:_READ])]
    for at, word in enumerate(found):
        if not (word.endswith("ed") or TENSED.get(word.lower()) == "did") or stem(word) not in verbs:
            continue
        before = [other.lower() for other in found[max(at - _BEFORE, 0) : at]]
        if word.lower() in _ALIKE and not _DONE & set(before[-2:]):
            continue
        if not any(other in _COMING or _NOT.search(other) for other in before):
            return True
    return False
