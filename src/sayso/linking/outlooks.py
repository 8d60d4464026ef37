"""What texts say is to come, as words for a question: who, which step, what.

A statement foretells, plans, doubts or denies a step where a word of the future ("will", "may", "plans to", "is
preparing to") is followed by a base form; what stands before it is who, what follows it, up to the next clause or
time, is what. A matter is named without a step, too: "a second draft is unlikely", "talks about a new toll".
Sentences are read word by word, at most WORDS of a statement, so the work grows with the text and not faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.lang.en import questions as table
from sayso.lang.en.grammar import ADVERBS, PREPOSITIONS
from sayso.lang.en.outlooks import ENDING, FUTURES, MATTERS, NOT_WHO, PREPARING

#: Words of a statement that are looked at.
WORDS = 120

#: Words of who and of what at most.
_WHO, _WHAT = 7, 9

_TOKEN = re.compile(r"[\w’'$€£%-]+|[^\w\s]")
_MATTERS = re.compile(MATTERS, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outlook:
    """A step that is foretold or denied: `who` may be a pronoun, `verb` is a base form, `what` may be empty.

    Of a matter named without a step `who` is empty and `verb` is "be".
    """

    who: str
    verb: str
    what: str


def outlooks(said: str) -> Iterator[Outlook]:
    """The steps and matters that a statement speaks of as to come."""
    tokens = _TOKEN.findall(said[: WORDS * 12])[:WORDS]
    low = [token.casefold() for token in tokens]
    for index, word in enumerate(low):
        if word in FUTURES:
            found = _step(tokens, low, index)
            if found:
                yield found
    for named in _MATTERS.finditer(" ".join(tokens)):
        what = _what(re.sub(r"^the possibility of ", "", named["what"] or named["lead"]).split())
        if what:
            yield Outlook("", "be", what)


def _step(tokens: Sequence[str], low: Sequence[str], index: int) -> Outlook | None:
    """The step that the word of the future at `index` opens."""
    at = index + 1
    while at < len(low) and (low[at] in ADVERBS or low[at] in PREPARING or low[at] in {"not", "be", "to"}):
        if low[at] == "be" and at + 1 < len(low) and low[at + 1] not in PREPARING | ADVERBS | {"to"}:
            break
        at += 1
    if at >= len(low) or low[at] not in table.VERBS:
        return None
    who = _who(tokens[max(0, index - _WHO - 4) : index])
    if who is None:
        return None
    return Outlook(who, low[at], _what(tokens[at + 1 :]))


def _who(before: Sequence[str]) -> str | None:
    """The noun phrase with which the words before a future end; None where none is seen."""
    kept: list[str] = []
    for token in reversed(before):
        low = token.casefold()
        if not (token[0].isalnum()) or low in NOT_WHO or len(kept) == _WHO:
            break
        kept.append(token)
        if low in table.DETERMINERS:
            break
    kept.reverse()
    while kept and kept[0].casefold() in PREPOSITIONS | {"of"}:
        kept.pop(0)
    known = table.DETERMINERS | table.PRONOUNS
    return " ".join(kept) if any(token[0].isupper() or token.casefold() in known for token in kept) else None


def _what(after: Sequence[str]) -> str:
    """The words after a verb up to the next clause or time, prepositions but "of" left out at their end."""
    kept: list[str] = []
    for token in after[:_WHAT]:
        low = token.casefold()
        if not token[0].isalnum() or low in ENDING:
            break
        kept.append(token)
    while kept and (kept[-1].casefold() in PREPOSITIONS | table.DETERMINERS or kept[-1].casefold() in ADVERBS):
        kept.pop()
    return " ".join(kept)
