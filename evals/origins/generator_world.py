"""The world of a made-up case: its names and outlets, and occasions on which facts come into the world.

An occasion is what the gold calls an origin: a briefing, a note, a talk with one outlet, what one outlet saw
itself. It has points: facts with their amounts and days fixed. Everything is drawn from dice that are seeded by
words, so that an article more in a case changes none of the others.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal, TypeVar

from evals.origins import generator_words as words
from evals.origins.generator_words import Fact, Matter

Kind = Literal["briefing", "note", "talk", "nameless", "own", "claim", "circle", "correction"]
_T = TypeVar("_T")


def dice(*parts: object) -> random.Random:
    """Dice that fall the same for the same words."""
    return random.Random(" ".join(map(str, parts)))  # noqa: S311 - made-up cases, no secret


def spoken(day: date) -> str:
    """A day as outlets write it: "5 May"."""
    return f"{day.day} {day:%B}"


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the case and what he or she is."""

    first: str
    last: str
    role: str
    woman: bool

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first} {self.last}"

    @property
    def she(self) -> str:
        """The pronoun."""
        return "she" if self.woman else "he"


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet with its house style: which quotation marks, how it begins, what it puts below."""

    name: str
    kind: Literal["agency", "paper", "station"]
    town: str
    curly: bool
    shouts: bool
    furniture: tuple[str, ...]

    def quoted(self, text: str) -> str:
        """The text in this outlet's quotation marks."""
        return f"“{text}”" if self.curly else f'"{text}"'


@dataclass(frozen=True, slots=True)
class Point:
    """A fact as an occasion gives it: its amount, its day and how sure, filled into one of three wordings."""

    fact: Fact
    slots: dict[str, str]
    amount: int = 0
    when: date | None = None
    may: str = "may"
    tail: tuple[str, str, str] = ("", "", "")

    def words(self, wording: int, *, short: bool = False) -> str:
        """The point in a wording, without a capital or a full stop; without its tail where `short`."""
        n = f"{self.amount:,}"
        day = spoken(self.when) if self.when else ""
        text = self.fact.wordings[wording].format(**self.slots, n=n, when=day, may=self.may)
        return text if short or not self.tail[wording] else f"{text} {self.tail[wording]}"


@dataclass(frozen=True, slots=True)
class Occasion:
    """One origin: what it is, of whom, on which day, told where first, with which points."""

    id: str
    kind: Kind
    day: date
    source: str
    points: tuple[Point, ...]
    person: Person | None = None
    body: str = ""
    short: str = ""
    host: Outlet | None = None
    taken_back: str = "-"

    @property
    def what(self) -> str:
        """What it is, for the table."""
        where = f", {self.host.name}" if self.host else ""
        return f"{self.kind} of {spoken(self.day)}{where}"


@dataclass(slots=True)
class World:
    """Names, outlets and the day on which a case begins; `taken` names, `told` facts and `roles` are given away."""

    seed: int
    matter: Matter
    slots: dict[str, str]
    outlets: tuple[Outlet, ...]
    begins: date
    closes: date
    taken: set[str] = field(default_factory=set)
    told: set[Fact] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)

    def dice(self, *parts: object) -> random.Random:
        """Dice that fall the same for the same words in the same world."""
        return dice(self.seed, *parts)

    def person(self, role: str, *seed: object) -> Person:
        """A new person; no two of a case have a name in common."""
        chance = self.dice("person", *seed)
        for _ in range(5000):
            woman = chance.random() < 0.5
            first = chance.choice(words.WOMEN if woman else words.MEN)
            last = chance.choice(words.SURNAME_HEADS) + chance.choice(words.SURNAME_TAILS)
            if last not in self.taken or (len(self.taken) > 350 and f"{first} {last}" not in self.taken):
                self.taken |= {last, f"{first} {last}"}
                return Person(first, last, role, woman)
        raise ValueError("no name is left")


def world(seed: int, outlets: int) -> World:
    """The world of a seed, with that many outlets at least."""
    chance = dice("world", seed)
    matter = words.MATTERS[seed % len(words.MATTERS)]
    towns = [head + tail for head in words.TOWN_HEADS for tail in words.TOWN_TAILS]
    chance.shuffle(towns)
    begins = date(2031, 1, 1) + timedelta(chance.randrange(0, 300))
    after = begins + timedelta(80)
    closes = after.replace(day=1) - timedelta(1)
    slots = {
        "town": towns[0], "isle": f"{towns[1]} Island", "land": f"{towns[2]}ia", "coin": "talar",
        "month": f"{closes:%B}", "event": "", "deadline": f"{spoken(closes)} {closes.year}",
    }  # fmt: skip
    slots["event"] = matter.event.format(**slots)
    return World(seed, matter, slots, tuple(_outlets(towns[3:], max(outlets, 8), chance)), begins, closes)


def _outlets(towns: Sequence[str], many: int, chance: random.Random) -> list[Outlet]:
    """Outlets with names that differ, an agency first."""
    patterns = [(text, "paper") for text in words.PAPERS] + [(text, "station") for text in words.STATIONS]
    named = [(pattern.format(t=town), kind, town) for pattern, kind in patterns for town in towns]
    chance.shuffle(named)
    head = (words.AGENCIES[chance.randrange(len(words.AGENCIES))].format(t=towns[0]), "agency", towns[0])
    out = []
    for name, kind, town in [head, *named[: many - 1]]:
        below = tuple(chance.sample(words.FURNITURE, chance.randrange(0, 3)))
        shouts, curly = chance.random() < 0.15, chance.random() < 0.5
        out.append(Outlet(name, kind, town, curly, shouts, below))  # type: ignore[arg-type]
    return out


def points(one: World, seed: Sequence[object], many: int, *, lead: int | None = None) -> tuple[Point, ...]:
    """Points of an occasion: facts of the matter, and at their head one that bears on the question.

    `lead` 0 and 1 are those of the first briefing and note, 2 is any other, None for no such fact. A fact
    without an amount and without a day is told by one occasion of a case only: nothing would tell two apart.
    """
    chance = one.dice("points", *seed)
    facts = [fact for fact in one.matter.facts if fact not in one.told]
    chance.shuffle(facts)
    chosen = facts[:many]
    one.told |= {fact for fact in chosen if not fact.most and "{when}" not in fact.wordings[0]}
    out = [point(one, fact, *seed, index) for index, fact in enumerate(chosen)]
    if lead is None:
        return tuple(out)
    leads = (*one.matter.leads, *words.LEADS)
    free = [fact for fact in leads[2:] if fact not in one.told] or leads[2:]
    fact = leads[lead] if lead < 2 else chance.choice(free)
    one.told.add(fact)
    head = point(one, fact, *seed, "lead")
    return (replace(head, tail=chance.choice(words.TAILS)), *out)


def beside(one: World, *seed: object) -> tuple[Point, ...]:
    """Two points beside the matter, of which a case may hold thousands that differ."""
    chance = one.dice("beside", *seed)
    out = []
    for done in chance.sample(words.DONE, 2):
        thing, where = (
            chance.choice(words.THINGS),
            chance.choice(words.PLACES).format(t=chance.choice(one.outlets[:8]).town),
        )
        slots = {**one.slots, "thing": thing, "where": where}
        out.append(Point(Fact(done), slots, amount=chance.randrange(11, 990)))
    return tuple(out)


def point(one: World, fact: Fact, *seed: object) -> Point:
    """A fact with an amount, a day and a word of doubt drawn for it."""
    chance = one.dice("point", fact.wordings[0], *seed)
    amount = chance.randrange(fact.least, fact.most, fact.step) if fact.most else 0
    when = one.closes - timedelta(chance.randrange(2, 20)) if "{when}" in fact.wordings[0] else None
    may = chance.choice(("may", "could", "might"))
    return Point(fact, one.slots, amount, when, may)


def briefing(one: World, ident: str, day: date, *, like: Occasion | None = None) -> Occasion:
    """A briefing of the body of the matter; `like` an earlier one, by the same speaker on another day."""
    body = f"the {one.matter.body.format(**one.slots)}"
    person = like.person if like else one.person(one.matter.head, ident)
    told = points(one, [ident], 4, lead=2 if like or one.told else 0)
    return Occasion(ident, "briefing", day, body, told, person, body, one.matter.short)


def note(one: World, ident: str, day: date) -> Occasion:
    """A note of an institute that says of the question what the briefing says, in its own words."""
    founder, author = one.person("founder", ident), one.person("lead author", ident, "author")
    body = f"the {one.matter.institute.format(name=founder.last)}"
    return Occasion(
        ident,
        "note",
        day,
        body,
        points(one, [ident], 4, lead=2 if one.matter.leads[1] in one.told else 1),
        author,
        body,
        "the institute",
    )


def talk(one: World, ident: str, day: date, host: Outlet) -> Occasion:
    """What one person told one outlet."""
    chance = one.dice("talk", ident)
    roles = [role for role in one.matter.people if role not in one.roles] or one.matter.people
    person = one.person(chance.choice(roles), ident)
    one.roles.add(person.role)
    aside = len(one.taken) > 40 or chance.random() < 0.5
    told = beside(one, ident) if aside else points(one, [ident], 2, lead=2)
    return Occasion(ident, "talk", day, person.name, told, person, host=host)


def nameless(one: World, ident: str, day: date, host: Outlet) -> Occasion:
    """What somebody without a name told one outlet."""
    told = points(one, [ident], 1, lead=2)
    return Occasion(ident, "nameless", day, f"a nameless official, to {host.name} ({ident})", told, host=host)


def own(one: World, ident: str, day: date, host: Outlet) -> Occasion:
    """What an outlet saw or counted itself."""
    return Occasion(ident, "own", day, host.name, beside(one, ident), host=host)


def claim(one: World, ident: str, day: date, host: Outlet) -> Occasion:
    """What an outlet says with no ground at all, of the question."""
    head, *others = points(one, [ident], 1, lead=2)
    return Occasion(ident, "claim", day, host.name, (replace(head, may="will"), *others), host=host)
