"""The parts of a case of the second generator: names, houses, voices, origins, and sentences made of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from evals.origins import south_words as words
from evals.origins.south_themes import THEMES, Fact, Theme

HEDGES = ("may", "might", "could")


@dataclass(frozen=True, slots=True)
class House:
    """An outlet and its habits."""

    name: str
    kind: str  # "wire", "paper", "portal" or "blog"
    city: str
    month_first: bool
    straight: bool
    percent: str
    commas: bool


@dataclass(frozen=True, slots=True)
class Voice:
    """Whoever speaks, in all the ways an article can name them."""

    kind: str  # "body", "person", "nameless" or "own"
    who: str
    short: str
    alt: str
    role: str
    person: str
    tag: str
    rank: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What an origin says: a fact, its values, and the wording first used."""

    fact: Fact
    place: str
    n: int
    t: date
    m: str
    wording: int
    quote: int


@dataclass(slots=True)
class Origin:
    """An origin under construction; `taken_back` is the story that takes it back."""

    id: str
    voice: Voice
    what: str
    day: date
    house: House
    doc: str
    adoc: str
    place: str
    said: list[Said] = field(default_factory=list)
    circular: bool = False
    shared: bool = False
    bare: bool = False
    taken_back: Story | None = None

    def source(self) -> str:
        """The source as the table of origins gives it."""
        if self.circular:
            return "circle"
        told = f" to {self.house.name}" if self.voice.kind == "nameless" else ""
        return self.voice.who.removeprefix("the ") + told


@dataclass(frozen=True, slots=True)
class Line:
    """One statement as an article has it: the origin, what that said, and the values that arrived."""

    origin: Origin
    base: Said
    now: Said
    also: Origin | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table "Changed on the way", but for the article's number."""

    origin: str
    about: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Para:
    """Words of an article with the marks in them, and what they give otherwise than the origin."""

    text: str
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Take:
    """How an article names the source: by frames of `mode`, perhaps through another outlet, perhaps a day wrong."""

    mode: str
    via: str = ""
    vday: date | None = None
    shift: int = 0
    wrong: int = 0
    hide: bool = False


@dataclass(slots=True)
class Story:
    """One article."""

    house: House
    day: date
    head: Para
    paras: list[Para]
    lines: list[Line]
    kind: str = "news"
    mode: str = "voice"
    dated: bool = True
    top: list[str] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)


class World:
    """The names and houses of one case and what has been said in it so far."""

    def __init__(self, rng: Random, articles: int) -> None:
        """A world for so many articles."""
        self.rng = rng
        self.total = articles
        self.theme: Theme = rng.choice(THEMES)
        self.names: set[str] = set()
        self.country = self.place()
        self.capital = self.place()
        self.places = [self.place() for _ in range(1 + articles // 25)]
        self.start = date(rng.randint(2031, 2038), rng.randint(1, 12), rng.randint(1, 28))
        self.deadline = self.start + timedelta(days=rng.randint(100, 200))
        self.houses = [self._house(at) for at in range(9 + articles // 4)]
        self.used: list[str] = []
        self.quoted: set[str] = set()
        self.posts: list[str] = []
        self.openers: list[int] = []
        self.closers: list[int] = []
        self.origins: list[Origin] = []
        self.stories: list[Story] = []
        self.pairs: list[tuple[Origin, Origin]] = []
        self.values: set[tuple[str, int]] = set()

    def fresh(self, make: str) -> str:
        """`make` filled with a made-up name <x> (and a first name <f>) that the case has not used yet."""
        rng = self.rng
        for tries in range(1000):
            middle = "".join(rng.choice(words.MIDDLES) for _ in range(1 + tries // 40))
            made = rng.choice(words.HEADS) + middle + rng.choice(words.TAILS)
            name = make.replace("<x>", made).replace("<f>", rng.choice(words.FIRSTS))
            if made not in self.names:
                self.names.add(made)
                return name
        raise ValueError("no name is left")

    def place(self) -> str:
        """A new place."""
        return self.fresh("<x>")

    def _house(self, at: int) -> House:
        rng = self.rng
        kind = "wire" if at % 9 == 0 else rng.choice(("paper", "paper", "portal", "portal", "blog"))
        tail = {"wire": ("Press Agency", "News Agency"), "portal": words.NETS}.get(kind, words.TITLES)
        name = self.fresh("<x>") + " " + rng.choice(tail)
        if kind == "blog":
            name = self.fresh(rng.choice(("<x> Notes", "Letters from <x>", "The <x> Blog", "<f> in <x>")))
        elif kind == "paper" and rng.random() < 0.5:
            name = "The " + name
        return House(
            name, kind, rng.choice((self.capital, *self.places[:4])), rng.random() < 0.4, rng.random() < 0.4,
            rng.choice(("per cent", "percent", "%")), rng.random() < 0.75,
        )  # fmt: skip

    def today(self) -> date:
        """The day the case has come to."""
        return self.start + timedelta(days=min(80, 8 + self.total) * len(self.stories) // self.total)

    def house(self, *kinds: str, but: str = "") -> House:
        """Some house, of one of `kinds` if any are given, other than those lately heard and other than `but`."""
        late = {but, *(story.house.name for story in self.stories[-5:])}
        fit = [one for one in self.houses if not kinds or one.kind in kinds] or self.houses
        rest = [one for one in fit if one.name not in late] or [one for one in fit if one.name != but]
        return self.rng.choice(rest or [one for one in self.houses if one.name != but])

    def frame(self, frames: tuple[str, ...]) -> str:
        """One of the frames, rather not one used a moment ago."""
        chosen = self.rng.choice([one for one in frames if one not in self.used[-6:]] or frames)
        self.used.append(chosen)
        return chosen

    def origin(self, voice: Voice, what: str, at: tuple[House, date], doc: str = "statement") -> Origin:
        """A new origin of the case."""
        house, day = at
        adoc = ("an " if doc[0] in "aeiou" else "a ") + doc
        place = self.places[0] if self.rng.random() < 0.5 else self.rng.choice(self.places)
        made = Origin(f"o{len(self.origins) + 1}", voice, what, day, house, doc, adoc, place)
        self.origins.append(made)
        return made

    def says(self, fact: Fact, origin: Origin) -> Said:
        """A saying about `fact` with values that nobody in the case has given."""
        rng, place, day, n = self.rng, origin.place, origin.day, 0
        for tries in range(300):
            n = rng.randrange(fact.low, fact.high, fact.step)
            if (fact.heads + (place if tries > 200 else ""), n) not in self.values:
                break
        self.values |= {(fact.heads + place, n), (fact.heads, n)}
        ahead = rng.randint(12, 110) if fact.kind == "p" else -rng.randint(1, 4)
        modal = rng.choice((*HEDGES, "may", "will"))
        return Said(fact, place, n, day + timedelta(days=ahead), modal, rng.randrange(9), self.quote(fact))

    def quote(self, fact: Fact) -> int:
        """Which quotation a mouth gets: one of the two written for the fact (once a case), or one put together."""
        if fact.heads not in self.quoted:
            self.quoted.add(fact.heads)
            return self.rng.randrange(2)
        opener, closer = self.next(self.openers, len(words.OPENERS)), self.next(self.closers, len(words.CLOSERS))
        return 2 + opener * len(words.CLOSERS) + closer

    def next(self, deck: list[int], size: int) -> int:
        """The next card of a deck of so many, shuffled anew when it is through."""
        if not deck:
            deck += self.rng.sample(range(size), size)
        return deck.pop()

    def body(self) -> Voice:
        """A body that publishes papers."""
        rng, name, city = self.rng, self.fresh("<x>"), self.rng.choice([*self.places, self.capital])
        full = rng.choice(words.KINDS).replace("<f>", self.theme.field)
        noun = next(
            w for w in ("institute", "centre", "observatory", "foundation", "forum", "council") if w in full.lower()
        )
        who = f"the {name} {full}"
        alt = rng.choice(
            (
                "a think tank in <c>",
                "a research house from <c>",
                "a group of scholars in <c>",
                "a policy shop based in <c>",
            )
        )
        job = rng.choice(words.DOCSIDE)
        person = self.fresh("<f> <x>")
        tag = rng.choice((noun, "think tank", "study", "experts"))
        named = f"{person}, the {noun}'s {job}"
        return Voice("body", who, f"the {noun}", alt.replace("<c>", city), f"the {noun}'s {job}", named, tag)

    def official(self) -> Voice:
        """An official with a name."""
        rng = self.rng
        if not self.posts:
            self.posts = rng.sample(words.POSTS, len(words.POSTS))
        person, post = self.fresh("<f> <x>"), self.posts.pop()
        title = f"{post} for {self.theme.ministry.title()}" if rng.random() < 0.6 else f"{post}"
        low = title.lower()
        return Voice("person", f"{title} {person}", person.split()[-1], "a senior member of the government",
                     f"the {low}", person, post.lower().split()[-1])  # fmt: skip

    def nameless(self) -> Voice:
        """An official who gives no name."""
        rank = self.rng.choice(words.RANKS)
        one = ("an " if rank[0] in "aeiou" else "a ") + rank
        return Voice("nameless", one, f"the {rank}", "an official who was not named", f"the {rank}",
                     f"the {rank}", "source", rank)  # fmt: skip

    def own(self, house: House) -> Voice:
        """An outlet that has seen for itself."""
        return Voice("own", house.name, house.name, "one newsroom", house.name, "", house.name)
