"""Whom "he" and "she" mean outside quotations: people weighed against each other as the text is read.

Theory. A reader keeps the people of a story in mind and, at a pronoun, weighs them: who was the subject a moment
ago, who has been spoken of as "he" since, whom the story is about. This file does the same with a log-linear model.
Every person met so far who may be meant is a candidate with a few features; "nobody of these" is one more. Their
weights (lang/en/reference.py) were fitted on news, interviews and biographies with coreference marked by people
(training/pronouns.py), so that the shares of all candidates add up to one.

Pronouns are read in text order, also those that say nothing ("his", "her"): a chain of them keeps a person in mind
over several paragraphs. Each leads to the likeliest candidate, with its share; a doubt is handed on.
A pronoun is answered with a name only where the share of one person is at least CERTAIN. Work is bounded: the
MOST candidates met last, each with a fixed number of features.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sayso.annotating.people import Part, Place
from sayso.lang.en import givennames, reference
from sayso.model.span import Span

#: A candidate whose share is lower is not named. Chosen on GUM's documents, a quarter left out of the fit in turn
#: (training/pronouns.py): 315 of 371 pronouns named, 19 wrongly; .90 names 256, 12 wrongly.
CERTAIN = 0.7
#: The same where nobody else is near, by the plain rule of one person in this paragraph or the one before.
LIKELY = 0.4
MOST = 10
NOBODY = ""


class Person:
    """One person of the story as far as it has been read; changed as the text goes on, and kept in this room."""

    __slots__ = (
        *("block", "count", "doubled", "first", "full", "gender", "how", "key", "known", "last", "opened"),
        *("part", "placed", "pronoun", "sentence", "share"),
    )

    def __init__(self, key: str, place: Place) -> None:
        """Somebody first met at a place."""
        first = place.key.split()[0].lower()
        self.key, self.how, self.gender, self.doubled = key, place.how, place.gender, place.doubled
        self.full = " " in place.key
        self.known = first in givennames.HE_NAMES or first in givennames.SHE_NAMES
        self.first = self.last = place
        self.sentence, self.block = place.sentence, place.block
        self.part: Part = place.part
        self.opened, self.pronoun, self.placed, self.count, self.share = False, False, 0, 0, 1.0


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a pronoun means: the likeliest person, the share, and the place that shows it (where last named)."""

    person: Person
    share: float
    evidence: Span


class Discourse:
    """The people of an article while it is read from front to back."""

    def __init__(self, places: Sequence[Place], weights: Mapping[str, float] = reference.WEIGHTS) -> None:
        """Start before the first word."""
        self.places, self.weights = places, weights
        self.total = Counter(place.key for place in places if place.how == "name")
        self.most = self.total.most_common(1)[0][1] if self.total else 1
        self.persons: dict[str, Person] = {}
        self.recent: list[Person] = []
        self.at = 0
        self.latest_subject: Person | None = None
        self.answers: dict[int, Meant | None] = {}

    def meant(self, pronoun: Span, allowed: Callable[[str], bool] = lambda _: True) -> Meant | None:
        """Whom the pronoun at a place most likely means; None for nobody met, or where it is not read here.

        `allowed` tells of a name whether it may be a person's: what is known to be a body or a place is none.
        """
        while self.at < len(self.places) and self.places[self.at].span.start <= pronoun.start:
            self._read(self.places[self.at], allowed)
            self.at += 1
        return self.answers.get(pronoun.start)

    def _read(self, place: Place, allowed: Callable[[str], bool]) -> None:
        if place.how != "pronoun":
            if place.how == "noun" or allowed(place.key):
                self._meet(self._person(place), place)
            return
        shares = self.shares(place)
        best = max(shares, key=lambda key: shares[key], default=NOBODY)
        if best == NOBODY:
            self.answers[place.span.start] = None
            return
        person = self.persons[best]
        self.answers[place.span.start] = Meant(person, shares[best], person.last.span)
        person.share = shares[best]
        if person.share >= CERTAIN:
            person.gender = person.gender or place.gender
        self._meet(person, place)

    def _person(self, place: Place) -> Person:
        key = place.key if place.how == "name" else f"{place.key} {place.span.start}"
        if place.how == "noun" and place.opens_again:
            key = next((p.key for p in reversed(self.recent) if p.key.split(" ")[0] == place.key), key)
        if key not in self.persons:
            self.persons[key] = Person(key, place)
        person = self.persons[key]
        person.gender = person.gender or place.gender
        person.placed += place.placed
        return person

    def _meet(self, person: Person, place: Place) -> None:
        """Remember that a person was named or meant at a place."""
        person.pronoun = place.how == "pronoun"
        if not person.pronoun:
            person.share = 1.0
            person.last = place
        person.count += 1
        person.sentence, person.block = place.sentence, place.block
        person.part, person.opened = place.part, place.opens
        if place.part == "subject":
            self.latest_subject = person
        if self.recent and self.recent[-1] is person:
            return
        if person in self.recent:
            self.recent.remove(person)
        self.recent.append(person)
        del self.recent[: -2 * MOST]

    def candidates(self, place: Place) -> list[Person]:
        """The persons whom a pronoun may mean, the last met first."""
        fitting = [one for one in reversed(self.recent) if one.gender in {None, place.gender}]
        return fitting[:MOST]

    def shares(self, place: Place) -> dict[str, float]:
        """The share of every candidate and of nobody; together they are one."""
        listed = self.candidates(place)
        scores = {one.key: self._score(self.features(one, place, listed)) for one in listed}
        scores[NOBODY] = self._score(self.nobody(listed, place))
        top = max(scores.values())
        grown = {key: math.exp(score - top) for key, score in scores.items()}
        whole = sum(grown.values())
        return {key: value / whole for key, value in grown.items()}

    def _score(self, features: Mapping[str, float]) -> float:
        return sum(self.weights.get(name, 0.0) * value for name, value in features.items())

    def nobody(self, listed: Sequence[Person], place: Place) -> dict[str, float]:
        """What speaks for somebody who is not among the candidates."""
        near = min((place.sentence - one.sentence for one in listed), default=9)
        return {"nobody": 1.0, "nobody near": float(near > 2)}

    def features(self, one: Person, place: Place, listed: Sequence[Person]) -> dict[str, float]:
        """What speaks for and against a candidate, by name of the feature."""
        back = min(place.sentence - one.sentence, 6)
        paragraphs = min(place.block - one.block, 3)
        found = {
            f"{min(back, 3)} sentences back": 1.0,
            "further back": float(max(0, back - 3)),
            f"{paragraphs} paragraphs back": 1.0,
            "met last": float(bool(listed) and one is listed[0]),
            "last subject": float(one is self.latest_subject),
            "often": math.log1p(one.count),
            "whom it is about": self.total[one.key] / self.most if one.how == "name" else 0.0,
            "gender told": float(one.gender is not None),
            "full name": float(one.full and one.how == "name"),
            "given name": float(one.known and one.how == "name"),
            "described": float(one.how == "noun"),
            "in a place": one.placed / max(1, one.count) if not one.known else 0.0,
            "doubt": math.log(max(one.share, 0.05)) if one.pronoun else 0.0,
            "by pronoun": float(one.pronoun),
            "alone": float(len(listed) == 1),
            "new": float(one.count == 1 and one.full and back <= 1),
            "named in paragraph": float(one.last.block == place.block),
        }
        if back <= 1:
            where = "here" if back == 0 else "before"
            found[f"{one.part} {where}"] = 1.0
            found[f"opened {where}"] = float(one.opened)
        if place.part != "subject":
            found[f"whose, {min(back, 2)} back"] = 1.0
        elif back == 0:
            found["he here, subject"] = float(one.part == "subject")
        return found
