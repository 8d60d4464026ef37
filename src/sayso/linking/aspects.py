"""Whether a question asks what is to come, what is, or what has been; and what then counts as a word on it.

Theory. "The council will build the bridge" is a word for "Will the council build it?" and none for "Has it built
it?": who says that it will leaves open, if anything, that it has not yet. So where a question asks for what is or
has been, and its last day does not lie ahead, words on what is to come leave it open. Words that say how things may
be ("may have left", "could be dead") are no such words. A denial keeps its side: "it will not be built" is a word
against its standing there.

A question for a quality or a kind ("Is the bridge beautiful?") needs a word on it: a text that only names the
bridge says nothing of its beauty, so that a question on which no news bears has no answer. Texts that point ("it
is"), and those read in other words, are left as they are.

The aspect is told from the question's auxiliary; "is going to" and "is leaving" ask for what is to come, and what
takes its time ("is building") for what is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from sayso.errors import SettingError
from sayso.lang.en.questions import LASTING
from sayso.lang.en.stances import OPPOSITES, SYNONYMS
from sayso.lang.en.words import STOP
from sayso.linking.asking import first_word, ready
from sayso.model.case import Page
from sayso.model.stances import Hypothesis, Stance
from sayso.model.words import content_stems, stem

#: What a question asks for: a state is what is, an event what has been.
Aspect = Literal["coming", "state", "event"]

#: Words that foretell; those that say only what may be are not among them.
_COMING = re.compile(
    r"\b(?:will|shall|won[’']t|(?:going|about|due|set|expected|scheduled|likely|poised|ready|bound) to"
    r"|plan(?:s|ned|ning)? to|inten(?:d|ds|ded|ding) to|aim(?:s|ing)? to|want(?:s|ing)? to|hop(?:e|es|ing) to"
    r"|promis(?:e|es|ed|ing) to|vow(?:s|ed|ing)? to|prepar(?:e|es|ing) to)\b|[’']ll\b",
    re.IGNORECASE,
)
#: Words of what has been, by which a text says more than what is to come.
_BEEN = re.compile(r"\b(?:has|have|had|was|were|did|already|been)\b", re.IGNORECASE)
_TO_BE = re.compile(r"\bto be\b", re.IGNORECASE)

_ABOUT_TO_COME = "speaks of what is to come, and the question is {}"
_ASKS = {"state": "what is", "event": "what has been", "coming": "what is to come"}
_SAYS_NOTHING = "speaks of it, and not of whether it is so"


def aspect_of(question: str, hypothesis: Hypothesis, day: date | None) -> Aspect:
    """What a question asks for, whose hypothesis is given, on the day of the answer."""
    if hypothesis.closes and (day is None or hypothesis.closes >= day):
        return "coming"
    try:
        opening = first_word(ready(question).text)
    except SettingError:  # a statement
        return "coming"
    opening = opening.removesuffix("n't")
    event = (hypothesis.event or "").removeprefix("not ")
    if _COMING.search(hypothesis.text) or _COMING.search(question) or _TO_BE.search(question):
        return "coming"
    if opening in {"has", "have", "had", "did", "was", "were"}:
        return "event"
    return "state" if opening in {"is", "are"} and event.split()[:1] and event.split()[0] in LASTING else "coming"


def seasonable(
    stances: Sequence[Stance],
    hypotheses: Sequence[Hypothesis],
    aspects: Mapping[str, Aspect],
    pages: Iterable[Page],
) -> tuple[Stance, ...]:
    """The stances, those that take a side by words on another time, or on another matter, left open.

    `aspects` are those of hypotheses by id; a negation has that of what it negates.
    """
    asked = {one.id: (one, found) for one in hypotheses if (found := aspects.get(one.id, "coming")) != "coming"}
    if not asked:
        return tuple(stances)
    bases = {one.id: one.negates or one.id for one in hypotheses}
    said = {s.id: s.words(page.article.text) for page in pages for s in (*page.statements, *page.own_voice)}
    out = []
    for stance in stances:
        base, why = bases[stance.hypothesis], ""
        if base in asked:
            why = _why(stance, said[stance.statement], *asked[base], turned=base != stance.hypothesis)
        out.append(
            replace(stance, lean="open", strength=0.0, reasons=(*stance.reasons[:1], why)) if why else stance
        )
    return tuple(out)


def _why(stance: Stance, said: str, asked: Hypothesis, aspect: Aspect, *, turned: bool) -> str:
    """Why a stance takes no side after all; empty where it does, or takes none anyway."""
    if stance.lean not in {"support", "deny"}:
        return ""
    shares = bool(stance.reasons) and stance.reasons[0].startswith("shares ")
    named = (asked.event or "").removeprefix("not ").startswith("be ")
    if aspect == "state" and named and shares and _quality(asked) and not _quality(asked) & concepts(said):
        return _SAYS_NOTHING
    supports = stance.lean == ("deny" if turned else "support")
    if supports and _COMING.search(said) and not _BEEN.search(said):
        return _ABOUT_TO_COME.format(_ASKS[aspect])
    return ""


def _quality(asked: Hypothesis) -> frozenset[str]:
    """The concepts of what somebody or something is asked to be, and their opposites; none where none is named."""
    found = concepts((asked.event or "").removeprefix("not ").removeprefix("be")) - concepts(asked.subject or "")
    return found | frozenset(other for one in found for other in _OPPOSITES.get(one, ()))


def concepts(text: str) -> frozenset[str]:
    """The stems of a text's words of matter, those used for one thing as one."""
    return frozenset(CONCEPTS.get(one, one) for one in content_stems(text, STOP))


def _opposites() -> dict[str, frozenset[str]]:
    """The concepts that deny a concept."""
    out: dict[str, frozenset[str]] = {}
    for pair in OPPOSITES:
        one, two = (CONCEPTS.get(stem(word), stem(word)) for word in pair)
        out[one] = out.get(one, frozenset()) | {two}
        out[two] = out.get(two, frozenset()) | {one}
    return out


#: The stem that stands for a word in all its forms, for words that are used for one thing.
CONCEPTS: dict[str, str] = {stem(form): stem(row[0]) for row in reversed(SYNONYMS) for form in row}
_OPPOSITES = _opposites()
