"""Inflected forms of verbs: from a form to its lemmas, built once from the tables of lang."""

from __future__ import annotations

from collections.abc import Mapping

_VOWELS = frozenset("aeiou")
#: Verbs of one syllable or with the stress on the last one double their final consonant.
_DOUBLING = frozenset(
    [
        "beg",
        "brag",
        "quip",
        "rip",
        "rap",
        "blog",
        "chat",
        "plan",
        "admit",
        "slam",
        "refer",
        "prefer",
        "rebut",
        "snap",
        "nod",
        "dub",
        "regret",
        "prod",
        "concur",
        "pan",
        "tag",
        "rule-in",
        "opt-out",
        "bet",
        "set",
        "put",
        "cut",
        "let",
        "get",
        "spin",
        "tap",
        "vet",
        "bar",
        "hit",
    ]
)


def forms(lemma: str, irregular: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """Every inflected form of a verb, mapped to its kind: base, s, past, participle or ing.

    A form that is both past and participle is given as "past".
    """
    found = {_ing(lemma): "ing", lemma: "base", _third(lemma): "s"}
    past, participle = irregular.get(lemma) or (_past(lemma), _past(lemma))
    if participle != past:
        found.setdefault(participle, "participle")
    found.setdefault(past, "past")
    return found


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + lemma[-1] + "ed" if lemma in _DOUBLING else lemma + "ed"


def _ing(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    return lemma + lemma[-1] + "ing" if lemma in _DOUBLING else lemma + "ing"
