"""What a cue does with its content: the force of a hop, read off the words of the cue.

Forms are made from the lemmas of lang/en/cues once, at import. The words of a cue are tried from the last to the
first, so that "has repeatedly warned of" is read off "warned"; a cue nobody listed asserts.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import cast

from sayso.lang.en import cues, denials
from sayso.model.statements import Force

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_NEGATION = re.compile(
    r"\b(?:not|never|cannot|neither|nor|without|no comments?|silent|tight-lipped|mum|quiet)\b|n[’']t\b"
    r"|\b(?:refus|declin|fail)\w{0,4}\b",
    re.IGNORECASE,
)
_RULE_OUT = re.compile(r"\b(?:rul(?:e|es|ed|ing)|exclud(?:e|es|ed|ing)|preclud(?:e|es|ed|ing))\b", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:" + "|".join(denials.DENYING_CUES) + ")")
_LEFT_OPEN = re.compile(r"\b(?:leav(?:e|es|ing)|left) open$")
_SILENT = re.compile(r"\bconfirm")
_ORDERS = re.compile(r"\b(?:call(?:s|ed|ing)? (?:for|on)|insist(?:s|ed|ing)? on|ask(?:s|ed|ing)? for)\b")
#: Verbs that stand under several forces in the table: what they mean in the news where nothing else is known.
_MAIN_MEANING: dict[str, Force] = {
    "expect": "predict", "regard": "believe", "estimate": "believe", "warn": "predict", "hope": "believe",
    "threaten": "plan", "prepare": "plan", "consider": "believe", "seek": "plan", "doubt": "believe",
    "refuse": "deny", "decline": "deny", "call": "assert", "demand": "order", "agree": "assert",
    "suggest": "assert", "rule": "order", "discuss": "plan",
}  # fmt: skip
_NOUN_FORCES: dict[str, Force] = {
    word: cast("Force", force) for force, _, listed in cues.NOUNS for word in listed.split()
}


def _forms(lemma: str) -> tuple[str, ...]:
    """The inflected forms of a verb, regular ones by rule."""
    stem = lemma.removesuffix("e")
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    past: tuple[str, ...] = (stem + "ed",)
    if len(lemma) > 2 and lemma.endswith("y") and lemma[-2] not in "aeiou":
        third, past = lemma[:-1] + "ies", (lemma[:-1] + "ied",)
    past = cues.IRREGULAR.get(lemma, past)
    gerund = (lemma if lemma.endswith("y") else stem) + "ing"
    doubled = (lemma + lemma[-1] + "ing", lemma + lemma[-1] + "ed")
    return (lemma, third, *past, gerund, *doubled)


def _first_meanings() -> dict[str, Force]:
    """Form -> force; a lemma under several forces keeps the first, or its main meaning."""
    found: dict[str, Force] = {}
    for force, _, lemmas in cues.VERBS:
        for lemma in lemmas.split():
            for form in _forms(lemma.split("-")[0]):
                found.setdefault(form, cast("Force", force))
    for lemma, force in _MAIN_MEANING.items():
        found.update(dict.fromkeys(_forms(lemma), force))
    return found


_VERB_FORCES = _first_meanings()
_SPOKEN = frozenset(form for lemma in cues.SPOKEN for form in _forms(lemma))


@lru_cache(maxsize=4096)
def force_of(cue: str) -> Force:
    """The force that the words of a cue name; "assert" where they name none."""
    plain = cue.lower()
    if _RULE_OUT.search(plain):
        return "decline-to-rule-out" if _NEGATION.search(plain) else "deny"
    if _LEFT_OPEN.search(plain) or _DENIES.search(plain):
        open_ = not _DENIES.search(plain) or (_NEGATION.search(plain) and not _SILENT.search(plain))
        return "decline-to-rule-out" if open_ else "deny"
    if _ORDERS.search(plain):
        return "order"
    listed = _WORD.findall(plain)
    for word in reversed(listed):
        if word in _VERB_FORCES:
            return _VERB_FORCES[word]
    for word in reversed(listed):
        if word in _NOUN_FORCES:
            return _NOUN_FORCES[word]
    return "assert"


def names_verb(word: str) -> bool:
    """Whether a word is a form of a verb that attributes."""
    return word.lower() in _VERB_FORCES


def negated(cue: str) -> bool:
    """Whether a cue is itself negated ("did not say", "never claimed", "declined to say")."""
    return bool(_NEGATION.search(cue))


def is_spoken(cue: str) -> bool:
    """Whether the last verb of a cue is one of nothing but speech or writing ("had told", "warning of")."""
    return next((word in _SPOKEN for word in reversed(_WORD.findall(cue.lower())) if word in _VERB_FORCES), False)
