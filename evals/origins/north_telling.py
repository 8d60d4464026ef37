"""How the articles of an invented case are told: origins come into being, and pages say facts in frames."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from evals.origins import north_words as words
from evals.origins.north_cast import Cast, Fact, House, Origin, Outlet, Wording, capital, day_words

_GROUPS = {"briefing": "person", "hearing": "person", "speech": "person"}
_AFTER = {"interview": "person", "office": "person"}
_AUDIENCE = ("room", "audience", "laughter", "shrugged")
_OCCASIONS = {
    "briefing": ["at a briefing in <P>", "at a news conference in <P>", "during a briefing for the press"],
    "hearing": ["at a hearing in parliament", "before a committee of parliament", "at a hearing in <P>"],
    "speech": ["in a speech in <P>", "in an address to students in <P>", "at the opening of a fair in <P>"],
}
_NAMELESS = (
    "an official who asked not to be named", "a person with knowledge of the talks", "a senior official in <F>",
    "an adviser who was not allowed to speak in public", "an employee of <F> who feared for the post",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Beat:
    """A sentence of an article: its marked text, its origins, its fact, and what a relay has changed in it.

    `parts` are the words of its amount, time and strength; `was` those of them that stood otherwise before;
    `tied` if it is but half of a sentence, `past` if in reported
    speech.
    """

    text: str
    origins: tuple[str, ...] = ()
    fact: Fact | None = None
    clause: int = 0
    parts: dict[str, str] = field(default_factory=dict)
    was: dict[str, str] = field(default_factory=dict)
    tied: bool = False
    past: bool = False


@dataclass(slots=True)
class Page:
    """An article in the making: whose it is, of which day, its title, its paragraphs, and what it has mentioned."""

    outlet: Outlet
    day: date
    title: Beat = field(default_factory=lambda: Beat(""))
    paras: list[list[Beat]] = field(default_factory=list)
    top: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    house: House | None = None
    seen: set[str] = field(default_factory=set)
    last: str = ""
    spent: set[str] = field(default_factory=set)
    slip: int = 0
    dated: bool = True
    relayable: bool = True
    bare: bool = False

    @property
    def style(self) -> House:
        """The house whose style its text follows: its own, or that of the text it reprints."""
        return self.house or self.outlet.house

    @property
    def beats(self) -> list[Beat]:
        """All its sentences in their order."""
        return [beat for para in self.paras for beat in para]


def on_day(day: date, page: Page) -> str:
    """The day of an occasion as the page names it, which may be the wrong one."""
    named = day + timedelta(days=page.slip)
    if page.dated and 0 <= (page.day - named).days < 6 and not page.slip % 2:
        return f"on {named:%A}"
    return f"on {day_words(named, page.style)}"


class Teller:
    """The origins of a case and the sentences in which pages tell of them."""

    def __init__(self, cast: Cast) -> None:
        """A teller for the world."""
        self.cast = cast
        self.rng = cast.rng
        self.origins: dict[str, Origin] = {}
        self.shared: set[Fact] = set()
        self.held: set[tuple[str, str, date]] = set()
        self.spokes: dict[str, dict[str, str]] = {}

    def origin(self, form: str, day: date, outlet: Outlet, like: Origin | None = None) -> Origin:
        """A new origin without facts yet; `like` is an earlier one of the same body."""
        rng, cast = self.rng, self.cast
        person = dict(rng.choice(cast.people)) if like is None else like.slots
        body = rng.choice(cast.bodies) if like is None else like.slots
        office = rng.choice(cast.offices) if like is None else like.slots["F"]
        if form == "office" and like is None:
            person = dict(self.spokes.setdefault(office, cast.person(10**6)))
        slots = {**body, **person, "F": office, "U": outlet.name, "Pp": capital(person["p"])}
        slots["d"] = (
            slots["d"] if form == "paper" else rng.choice(["memorandum", "report", "minute", "table", "letter"])
        )
        if form == "office":
            slots["T"] = slots["sw"]
        slots["an"] = cast.fill(rng.choice(_NAMELESS), slots)
        slots["ch"] = f"{slots['last']} {rng.choice(['Writes', 'Direct', 'Daily'])}"
        slots["O"] = cast.fill(rng.choice(_OCCASIONS.get(form, [""])), {})
        new = Origin(f"o{len(self.origins) + 1}", form, "", "", day, slots, outlet=outlet)
        self._label(new)
        while form not in {"circle", "side"} and (new.source, form, new.day) in self.held:
            new.day -= timedelta(days=1)
            self._label(new)
        self.held.add((new.source, form, new.day))
        self.origins[new.id] = new
        return new

    def _label(self, new: Origin) -> None:
        """Give the origin the words by which it is known."""
        slots, form = new.slots, new.form
        when = f"{new.day.day} {new.day:%B}"
        person, office, paper = slots["N"], slots["F"], slots["d"]
        new.source, new.what, slots["who"] = {
            "paper": (slots["plain"], f"{paper} of {when}", slots["B"]),
            "office": (office.removeprefix("the "), f"{slots['sw']} on {when}", office),
            "leak": (
                office.removeprefix("the "),
                f"{paper} leaked to {slots['U']} on {when}",
                f"a {paper} of {office}",
            ),
            "nameless": (f"unnamed official to {slots['U']}", f"told {slots['U']} on {when}", "an official"),
            "interview": (person, f"interview with {slots['U']} of {when}", person),
            "own": (slots["U"], f"own count of {when}", slots["U"]),
        }.get(form, (person, f"{form} of {when}", self.rng.choice([person, f"the {slots['T']}"])))

    def frames(self, origin: Origin, mode: str, page: Page) -> list[str]:
        """The frames in which the page may tell of the origin, in this way of citing."""
        group = _GROUPS.get(origin.form, origin.form)
        after = _AFTER.get(group, group)
        fresh = origin.id not in page.seen
        plain: dict[str, Callable[[], str]] = {
            "first": lambda: words.FIRST[group] if fresh
            else words.NEXT[after] if page.last == origin.id else words.ALIAS[_other(group)],
            "alias": lambda: words.ALIAS[_other(group)],
            "via": lambda: words.VIA if fresh or page.last != origin.id else words.VIA_NEXT,
            "none": lambda: words.BARE,
            "translated": lambda: words.TRANSLATED,
            "melted": lambda: words.MELTED,
            "quote": lambda: words.FIRST[group] if fresh else words.NEXT[after],
        }  # fmt: skip
        found = plain[mode]().strip().splitlines()
        if mode == "quote":
            found = [frame for frame in found if "@q" in frame] or found
        if origin.form in {"interview", "office"}:
            found = [frame for frame in found if not any(word in frame for word in _AUDIENCE)]
        if origin.form in {"own", "circle"} and any("<who>" not in frame.lower() for frame in found):
            found = [frame for frame in found if "<who>" not in frame.lower()]
        if mode == "first" and fresh and origin.form == "own" and page.outlet is not origin.outlet:
            return words.ALIAS["own"].strip().splitlines()
        return found

    def say(self, page: Page, origin: Origin, fact: Fact, mode: str, **more: object) -> Beat:
        """The page telling a fact of the origin; `via` names the outlet cited, `of` is the beat relayed."""
        via, of = more.get("via"), more.get("of")
        opening = mode in {"none", "translated"} and not page.spent
        frame = self._unspent(page, self.frames(origin, mode, page)[: 2 if opening else None])
        name = via.name if isinstance(via, Outlet) else ""
        slots = origin.slots | {"V": name, "D": on_day(origin.day, page), "Dd": capital(on_day(origin.day, page))}
        slots["S"] = f"{slots['hon']} {slots['last']}" if page.style.honorific else slots["last"]
        frame = self.cast.fill(frame, slots)
        if mode != "none":
            page.seen.add(origin.id)
            page.last = origin.id
        old = of if isinstance(of, Beat) else None
        free = "@q" not in frame or mode == "translated"
        at = self._clause(fact, old) if free else origin.voice.setdefault(fact, self._clause(fact, None))
        return self._beat(page, frame, Beat("", old.origins if old else (origin.id,), fact, at), old)

    def _unspent(self, page: Page, lines: list[str]) -> str:
        """One of the lines, if possible one that the page has not used yet."""
        line = self.rng.choice([line for line in lines if line not in page.spent] or lines)
        page.spent.add(line)
        return line

    def _clause(self, fact: Fact, old: Beat | None) -> int:
        """Which clause to use, mostly another than the beat relayed."""
        count = self.cast.variants(fact)
        if old is not None and self.rng.random() < 0.7:
            return (old.clause + self.rng.randrange(1, count)) % count
        return self.rng.randrange(count)

    def _beat(self, page: Page, frame: str, plan: Beat, old: Beat | None) -> Beat:
        """The planned sentence with its statement in place and marked."""
        if plan.fact is None:
            return plan
        form = re.search(r"@([cCbBq])", frame)[1]  # type: ignore[index]
        told = self.cast.wording(plan.fact, plan.clause, page.style, start=form in "CBq")
        text, parts = (told.then, told.parts_then) if form in "bB" else (told.now, told.parts)
        text = capital(text) if form in "CBq" else text
        marked = frame.replace(f"@{form}", f"{{{'+'.join(plan.origins)}: {text}}}")
        return replace(plan, text=marked, parts=parts, past=form in "bB", was=self._was(plan.fact, old))

    def _was(self, fact: Fact, old: Beat | None) -> dict[str, str]:
        """What stood otherwise in the beat relayed, or in what that one relayed."""
        if old is None or old.fact is None:
            return {}
        changed = [
            about
            for about, differs in (
                ("amount", fact.amount != old.fact.amount),
                ("time", fact.day != old.fact.day),
                ("strength", fact.sure != old.fact.sure),
            )
            if differs
        ]
        return {about: old.parts[about] for about in changed if about not in old.was} | old.was

    def remark(self, page: Page, origin: Origin) -> Beat:
        """Something the origin's person says beside the matter: a phrase, a proverb, an oath."""
        pool = self.rng.choices([words.REMARKS, words.PROVERBS, words.OATHS], [6, 3, 1])[0]
        line = self.cast.fill(self._unspent(page, pool.strip().splitlines()), {})
        last = f"{origin.slots['hon']} {origin.slots['last']}" if page.style.honorific else origin.slots["last"]
        frames = words.REMARKED.strip().splitlines()
        if origin.form not in _GROUPS:
            frames = [frame for frame in frames if not any(word in frame for word in _AUDIENCE)]
        frame = self._unspent(page, frames)
        frame = self.cast.fill(frame, origin.slots | {"S": last}).replace("@", f"{{{origin.id}: {line}}}")
        page.last = origin.id
        return Beat(frame, (origin.id,))

    def title(self, page: Page, beat: Beat, origin: Origin, *, kind: str, via: str = "") -> Beat:
        """A title of this kind (named, bare or plain); all but a plain one repeat the beat's fact."""
        slots = origin.slots | ({"who": via} if via else {})
        if kind == "named" and origin.form == "own" and not via:
            kind = "bare"
        frame = self.cast.fill(self.rng.choice(words.HEADS[kind].split(" | ")), slots)
        if "#" not in frame or beat.fact is None:
            return Beat(frame)
        told = self._head(page, beat.fact)
        text = _titled(told.now) if page.style.capitals else capital(told.now)
        marked = frame.replace("#", f"{{{'+'.join(beat.origins)}: {text}}}")
        parts = {about: part for about, part in told.parts.items() if part in told.now}
        return replace(beat, text=marked, parts=parts)

    def _head(self, page: Page, fact: Fact) -> Wording:
        """The headline of a fact, shortened as headlines are."""
        told = self.cast.wording(fact, -1, page.style)
        if fact.sure and self.rng.random() < 0.5:
            return replace(told, now=told.now.replace(" will ", " to "), parts=told.parts | {"strength": "to"})
        return told


def _other(group: str) -> str:
    """The group under which an origin is called by other words."""
    return "person" if group in {"interview", "post"} else group


def _titled(text: str) -> str:
    """A headline with capitals."""
    small = {"of", "in", "at", "by", "to", "on", "the", "a", "for", "over", "off", "and", "per", "cent"}
    return " ".join(word if word in small and at else capital(word) for at, word in enumerate(text.split(" ")))
