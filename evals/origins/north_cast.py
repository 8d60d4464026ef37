"""Who and what there is in an invented case: matters read from their lines, names, houses, statements, origins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from evals.origins import north_matter as one
from evals.origins import north_matter_more as two
from evals.origins import north_words as words

_SHEETS = (
    one.HARBOUR, one.MONEY, one.TRUCE, one.WATER, one.VOTE, two.FEVER, two.RAIL, two.MERGER, two.POWER, two.GRAIN,
)  # fmt: skip
_UNITS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_NO_ARTICLE = ("Harbour Watch", "Field Aid", "Clean Wells", "Open Ballot", "Quiet Valley", "State Rail")


@dataclass(frozen=True, slots=True)
class Kind:
    """One sort of statement: the range of its amount (0 for none), a headline, and clauses that say the same."""

    low: int
    high: int
    head: str
    clauses: tuple[str, ...]

    def has(self, slot: str) -> bool:
        """Whether its clauses have the slot."""
        return f"<{slot}>" in self.clauses[0]


@dataclass(frozen=True, slots=True)
class Matter:
    """What a case is about, as read from its lines."""

    question: str
    titles: list[str]
    offices: list[str]
    bodies: list[list[str]]
    scenery: list[str]
    kinds: list[Kind]


@dataclass(frozen=True, slots=True)
class House:
    """How an outlet writes: its quotation marks, its word for per cent, its dates, numbers and forms of address."""

    quotes: str
    percent: str
    month_first: bool
    spelled: int
    honorific: bool
    capitals: bool
    short: bool


@dataclass(frozen=True, slots=True)
class Outlet:
    """An invented outlet with its house style and the lines it always prints."""

    name: str
    house: House
    city: str
    footers: list[str]


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement without words: its kind, amount, day, place, and whether it is certain."""

    kind: int
    amount: int
    day: date
    sure: bool
    place: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A fact in words: as it stands, in reported speech, and the words of its amount, time and strength."""

    now: str
    then: str
    parts: dict[str, str]
    parts_then: dict[str, str]


@dataclass(slots=True)
class Origin:
    """An origin with what it said and the words by which it may be called."""

    id: str
    form: str
    source: str
    what: str
    day: date
    slots: dict[str, str]
    facts: list[Fact] = field(default_factory=list)
    voice: dict[Fact, int] = field(default_factory=dict)
    outlet: Outlet | None = None
    circular: bool = False
    taken_back: int | None = None


def matter(rng: Random) -> Matter:
    """One of the matters, drawn by chance."""
    rows: dict[str, list[str]] = {}
    kinds: list[Kind] = []
    for block in re.split(r"\n(?=k )", rng.choice(_SHEETS).strip()):
        lines = block.splitlines()
        if not lines[0].startswith("k "):
            for line in lines:
                rows.setdefault(line[0], []).append(line[2:])
            continue
        span, head = re.fullmatch(r"k (\S+) \| (.+)", lines[0]).groups()  # type: ignore[union-attr]
        low, _, high = span.partition("-")
        kinds.append(Kind(int(low), int(high or 0), head, tuple(line[2:] for line in lines[1:])))
    bodies = [body.split("/") for body in "; ".join(rows["b"]).split("; ")]
    return Matter(
        rows["?"][0], rows["t"][0].split("; "), rows["o"][0].split("; "), bodies, rows["g"], kinds
    )  # fmt: skip


def spelled(number: int) -> str:
    """A number below a million in words."""
    if number < 20:
        return _UNITS[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_UNITS[number % 10]}" if number % 10 else "")
    unit, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    rest = number % unit
    tail = "" if not rest else f" and {spelled(rest)}" if rest < 100 else f" {spelled(rest)}"
    return f"{spelled(number // unit)} {name}{tail}"


def capital(text: str) -> str:
    """The text with a capital letter at its start."""
    return text[:1].upper() + text[1:]


def day_words(day: date, house: House) -> str:
    """A day of a month as the house writes it."""
    month = f"{day:%b}" if house.short and len(f"{day:%B}") > 5 else f"{day:%B}"
    return f"{month} {day.day}" if house.month_first else f"{day.day} {month}"


class Cast:
    """The invented world of one case: names that are given once, outlets, and facts nobody else has told."""

    def __init__(self, rng: Random, articles: int) -> None:
        """A world for about so many articles."""
        self.rng = rng
        self.matter = matter(rng)
        self.base = date(2031, 1, 10) + timedelta(days=rng.randrange(700))
        self._taken = set(words.REAL.split())
        self._told: set[tuple[object, ...]] = set()
        self.places = [self.name() for _ in range(5 + articles // 30)]
        self.slots = {
            "A": self.places[0],
            "C": self.name("ia"),
            "E": f"{self.name()} {rng.choice(['Lines', 'AG', 'Brothers', 'Group'])}",
        }
        self.outlets = [self._outlet(at) for at in range(min(9 + articles // 6, 150))]
        self.people = [self.person(at) for at in range(len(self.matter.titles) + 3 + articles // 40)]
        self.offices = [self.fill(office, {}) for office in self.matter.offices]
        self.bodies = [self._body(at) for at in range(len(self.matter.bodies) + articles // 60)]

    def name(self, end: str | None = None) -> str:
        """A name of invented syllables that nobody else in the case has."""
        for tried in range(1000):
            ends = end or self.rng.choice(words.ENDS.split())
            middle = self.rng.choice(words.MIDDLES.split())
            middle += self.rng.choice(["lo", "mi", "ra", "ndo"]) if tried > 9 else ""
            found = self.rng.choice(words.ONSETS.split()) + middle
            found += "r" + ends if end and middle[-1] in "aeiou" else ends
            if found not in self._taken:
                break
        self._taken.add(found)
        return found

    def _outlet(self, at: int) -> Outlet:
        rng = self.rng
        kind = rng.choice(words.OUTLETS.split())
        forms = [
            f"The {self.name()} {kind}",
            f"{self.name()} {kind}",
            f"Radio {self.name()}",
            f"{self.name()} Today",
        ]
        forms += [f"{rng.choice(words.BLOOMS.split())} {self.name()} Agency", f"Agency {self.name()}"]
        house = House(
            rng.choice(["“”", '""', "‘’", "“”"]), rng.choice(["per cent", "percent", "%"]), rng.random() < 0.4,
            rng.choice([0, 10, 12, 99]), rng.random() < 0.3, rng.random() < 0.25, rng.random() < 0.2,
        )  # fmt: skip
        footers = rng.sample(words.FOOTERS.strip().splitlines(), rng.choice([0, 1, 1, 2]))
        return Outlet(forms[at % 6 if at < 6 else rng.randrange(6)], house, rng.choice(self.places), footers)

    def person(self, at: int) -> dict[str, str]:
        """A person; the first ones have the titles of the matter."""
        rng = self.rng
        titles = self.matter.titles
        more = ["deputy mayor of", "councillor for", "member of parliament for", "police chief of", "notary of"]
        title = titles[at] if at < len(titles) else f"{rng.choice(more)} {self.name()}"
        woman = rng.random() < 0.5
        last = self.name()
        return {
            "N": f"{self.name('a' if woman else None)} {last}", "T": self.fill(title, {}), "last": last,
            "p": "she" if woman else "he", "hon": "Ms" if woman else "Mr",
            "sw": "spokeswoman" if woman else "spokesman",
            "sp": "a spokeswoman" if woman else "a spokesman",
        }  # fmt: skip

    def _body(self, at: int) -> dict[str, str]:
        pattern, word, paper = self.matter.bodies[at % len(self.matter.bodies)]
        name = self.fill(pattern, {"X": self.name()})
        the = "" if name.startswith(_NO_ARTICLE) else "the "
        return {"B": the + name, "W": word, "d": paper, "plain": name}

    def fill(self, text: str, slots: dict[str, str]) -> str:
        """The text with its slots filled, first from those given, then from the world's; a place by chance."""
        known = self.slots | slots

        def put(found: re.Match[str]) -> str:
            key = found[1]
            if key in known:
                return known[key]
            low = key.lower() if key[0].isupper() and len(key) > 1 else ""
            for base in (low, key[0] if len(key) == 2 else ""):
                if base and base in known:
                    return capital(known[base])
            if key in "PQ":
                return self.rng.choice(self.places)
            return str(self.rng.randrange(3, 40)) if key == "k" else found[0]

        return re.sub(r"<(\w+)>", put, text)

    def fact(self, day: date, *, seen: bool = False) -> Fact:
        """A fact that nobody has told yet; `seen` for what one can see and count, with nothing to come in it."""
        kinds = [at for at, kind in enumerate(self.matter.kinds) if not (seen and (kind.has("m") or kind.has("t")))]
        for _ in range(400):
            at = self.rng.choice(kinds)
            fact = self.draw(at, day)
            if self.claim(fact):
                break
        return fact

    def draw(self, at: int, day: date) -> Fact:
        """A fact of the kind, with chance values."""
        rng, kind = self.rng, self.matter.kinds[at]
        amount = rng.randint(kind.low, kind.high) if kind.high else 0
        if amount > 999 and rng.random() < 0.7:
            amount = amount // 100 * 100
        return Fact(
            at, amount, day + timedelta(days=rng.randrange(9, 120)), rng.random() < 0.5, rng.choice(self.places)
        )

    def claim(self, fact: Fact) -> bool:
        """Whether nobody has told the fact, in any strength; from now on somebody has."""
        kind = self.matter.kinds[fact.kind]
        key = (
            fact.kind, fact.amount, fact.day if kind.has("t") else None, fact.place if kind.has("P") else None,
        )  # fmt: skip
        if key in self._told:
            return False
        self._told.add(key)
        return True

    def variants(self, fact: Fact) -> int:
        """How many clauses can say the fact."""
        return len(self.matter.kinds[fact.kind].clauses)

    def abouts(self, fact: Fact) -> list[str]:
        """What of the fact can be distorted: its amount, its time, its strength where it only may be."""
        kind = self.matter.kinds[fact.kind]
        found = [("amount", kind.high > 0), ("time", kind.has("t")), ("strength", kind.has("m") and not fact.sure)]
        return [about for about, there in found if there]

    def distort(self, fact: Fact, about: str) -> Fact:
        """The fact with another amount, another day, or certain where it was possible."""
        for _ in range(50):
            if about == "strength":
                return replace(fact, sure=True)
            if about == "amount":
                new = replace(fact, amount=self._blown(fact))
            else:
                new = replace(fact, day=fact.day + timedelta(days=self.rng.choice([-7, -5, 7, 10, 14, 30, 31])))
            if self.claim(new):
                return new
        return replace(fact, sure=True)

    def _blown(self, fact: Fact) -> int:
        """An amount well above the fact's; a share stays below the whole."""
        if "per cent" in self.matter.kinds[fact.kind].clauses[0]:
            return self.rng.randrange(fact.amount + 2, max(fact.amount + 4, 99))
        return fact.amount * self.rng.choice([2, 2, 3, 4, 10]) + self.rng.choice([0, 0, 1, 5])

    def wording(self, fact: Fact, at: int, house: House, *, start: bool = False) -> Wording:
        """The fact in the words of its clause number `at` (-1: its headline), as the house writes."""
        kind = self.matter.kinds[fact.kind]
        clause = kind.head if at < 0 else kind.clauses[at % len(kind.clauses)]
        modal = "[will|would]" if fact.sure else self.rng.choice(["[may|might]", "[may|might]", "[could|could]"])
        in_words = 0 < fact.amount <= house.spelled or (start and clause.startswith("<n>"))
        number = spelled(fact.amount) if in_words and at >= 0 else f"{fact.amount:,}"
        day = day_words(fact.day, house)
        if "<t> <n>" in clause and house.month_first:
            number = spelled(fact.amount)
        text = clause.replace("<m>", modal).replace("<n>", number).replace("<t>", day).replace("<P>", fact.place)
        text = self.fill(text, {})
        now, then = (re.sub(r"\[([^|\]]*)\|([^\]]*)\]", put, text) for put in (r"\1", r"\2"))
        after = re.search(rf"{re.escape(number)} (?!of |a )(per cent|[a-z]+)", now)
        sides = [re.sub(r"\[([^|\]]*)\|([^\]]*)\]", put, modal) for put in (r"\1", r"\2")]
        parts = {"amount": after[0] if after else number, "time": day, "strength": sides[0]}
        return Wording(now, then, parts, parts | {"strength": sides[1]})
