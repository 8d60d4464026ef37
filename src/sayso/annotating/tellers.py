"""Who goes on speaking on the occasion just told of, and what papers say in their own words."""

from __future__ import annotations

import re
from typing import Final

from sayso.annotating.clauses import lowered
from sayso.lang.en import sayings as words_of
from sayso.model.span import Span
from sayso.model.statements import Statement

_SPEECH: Final = frozenset({"assert", "deny", "decline-to-rule-out", "predict", "question", "order"})
_DATED: Final = re.compile(r"\b(?:dated|written|signed|sent)\b[^.;\n]{0,12}$", re.IGNORECASE)
#: A new occasion without its day: "said in a statement", "told a crowd at a rally".
_ELSEWHERE: Final = re.compile(
    r" (?:[\w’'-]{1,20} ){0,5}?(?:in|at|on|during) (?:an?|another) (?:[\w’'-]{1,20} ){0,2}"
    rf"(?:{'|'.join(sorted(words_of.OCCASIONS))})\b"
)
_PRESENT: Final = re.compile(r"\b\w{2,16}s$")


_NOW: Final = frozenset({"say", "is", "are", "s", "am", "re"})
_ITS: Final = frozenset({"the", "its", "his", "her", "their"})
_THEN: Final = frozenset({"was", "has"})


def takes_over(text: str, one: Statement, before: Statement, *, same: bool, day: bool) -> bool:
    """Whether a statement without a time of its own is made on the occasion of the one before it.

    `same`: both have the same sources. Else only "a spokesman added" and "the report said" take over. `day`: the
    occasion is known to the day; one known to the month holds for "he added" only.
    """
    if _is_elsewhere(text, one, before):
        return False
    cue, named = lowered(one.chain[-1].cue.text), lowered(one.chain[-1].source.text)
    if not day and not (words_of.PRONOUNS.intersection(named[:1]) or words_of.GOING_ON.intersection(cue[:1])):
        return False
    return same or (one.parent == before.parent and _speaks_for(text, one, before))


def _is_elsewhere(text: str, one: Statement, before: Statement) -> bool:
    """Whether a statement has an occasion of its own: an earlier one ("had said"), another hearer or tense."""
    hop, last = one.chain[-1], before.chain[-1]
    if not hop.cue.span or not last.cue.span or hop.force not in _SPEECH:
        return True
    cue = lowered(hop.cue.text)
    lead = lowered(text[max(0, hop.cue.span.start - 24) : hop.cue.span.start])[-2:]
    if any(word in words_of.BEFORE_THEN or word in words_of.AHEAD for word in (*lead, *cue[:-1])):
        return True
    if (hop.via and hop.via != last.via) or _ELSEWHERE.match(text, hop.cue.span.end):
        return True
    return _is_present(cue) != _is_present(lowered(last.cue.text)) and cue[:1] != ["adds"]


def _speaks_for(text: str, one: Statement, before: Statement) -> bool:
    """Whether a source is but another mouth of the one before: "a spokesman added", "the report said"."""
    cue, named = lowered(one.chain[-1].cue.text), lowered(one.chain[-1].source.text)
    if words_of.GOING_ON.intersection(cue[:1]):
        return any(word in words_of.MOUTHPIECES for word in named)
    span = before.chain[-1].cue.span
    if len(named) != 2 or named[0] not in _ITS or named[1] not in words_of.PAPERS or not span:
        return False
    return named[1] in lowered(text[span.end : span.end + 60])


def is_told_there(text: str, one: Statement) -> bool:
    """Whether a statement is told to those present, then and there: "told them", not "had told the paper"."""
    hop = one.chain[-1]
    if not hop.cue.span or hop.via or lowered(hop.cue.text) != ["told"]:
        return False
    lead = lowered(text[max(0, hop.cue.span.start - 24) : hop.cue.span.start])[-2:]
    hearer = [word for word in lowered(text[hop.cue.span.end : hop.cue.span.end + 40])[:2] if word not in _ITS]
    return bool(words_of.PRESENT.intersection(hearer[:1])) and not words_of.BEFORE_THEN.intersection(lead)


def _is_present(cue: list[str]) -> bool:
    """Whether a cue is a verb in the present tense ("says"); "according to" is of no tense and counts as past."""
    cue = [word for word in cue if not word.endswith("ly")]
    return bool(cue) and (cue[0] in _NOW or (cue[0] not in _THEN and bool(_PRESENT.fullmatch(cue[0]))))


def is_papers_own(text: str, one: Statement, told: Span | None) -> bool:
    """Whether a statement gives, in the present tense, the words of a paper that bears the date `told`."""
    hop = one.chain[-1]
    if told is None or not _is_present(lowered(hop.cue.text)):
        return False
    if not any(word in words_of.PAPERS for word in lowered(hop.source.text)):
        return False
    return bool(_DATED.search(text, max(0, told.start - 24), told.start))
