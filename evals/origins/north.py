"""Invented news cases in which it is known where every statement comes from: made by chance, the same for a seed.

Outlets report what they heard, reprint, cut, reword, quote, distort and take back; see `generate`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from random import Random

from evals.origins import north_words as words
from evals.origins.north_cast import Fact, Origin, Outlet, capital, day_words
from evals.origins.north_desk import FORMS, Desk
from evals.origins.north_telling import Beat, Page

_LOCAL = ("interview", "nameless", "own", "leak")


def generate(seed: int, articles: int = 12) -> str:
    """A case of so many articles in the Markdown notation of `evals.origins.cases`; the same for the same seed."""
    rng = Random(seed)  # noqa: S311 - no secret
    return _Case(rng, articles).text()


class _Case(Desk):
    """A case in the making."""

    def __init__(self, rng: Random, articles: int) -> None:
        super().__init__(rng, articles)
        self._moves: list[tuple[Callable[[], None], int]] = [
            (self.report, 12),
            (self.attend, 6), (self.reprint, 8), (self.cut, 5), (self.new_lead, 5), (self.light, 6),
            (lambda: self.reword("first"), 4), (lambda: self.reword("alias"), 8), (lambda: self.reword("none"), 6),
            (lambda: self.reword("via"), 10), (lambda: self.reword("quote"), 3), (lambda: self.reword("late"), 4),
            (lambda: self.reword("translated"), 4), (self.distort, 12), (self.wrong_day, 3), (self.heavy, 5),
            (self.own_too, 7), (self.melt, 8), (lambda: self.circle(2), 3), (lambda: self.circle(3), 2),
            (self.again, 5), (self.agree, 5), (self.retract, 7), (self.withdraw, 5), (self.filler, 9),
        ]  # fmt: skip

    def text(self) -> str:
        """The case, written out."""
        self.report()
        moves, weights = zip(*self._moves, strict=True)
        while len(self.pages) < self.count:
            self.rng.choices(moves, weights)[0]()
        pages = self.pages[: self.count]
        if self.rng.random() < 0.7:
            pages.sort(key=lambda page: page.day)
        numbers = {id(page): f"{at:02}" for at, page in enumerate(pages, 1)}
        last = max(page.day for page in pages) + timedelta(days=self.rng.randrange(20, 70))
        question = self.cast.fill(self.cast.matter.question, {"Z": f"{last.day} {last:%B %Y}"})
        parts = [f"Question: {question}"]
        parts += [self.written(page, numbers[id(page)]) for page in pages]
        return "\n\n".join([*parts, *self.tables(pages, numbers)]) + "\n"

    # What may happen

    def report(self) -> None:
        """An outlet reports from a new origin, now and then from two."""
        page = self.page()
        beats = self.told(page, self.origin(page))
        if self.rng.random() < 0.25:
            beats += self.told(page, self.origin(page), 2)
        self.close(page, beats)

    def attend(self) -> None:
        """Another outlet reports from an origin that it heard or read itself."""
        heard = [
            one for one in self.teller.origins.values() if one.form not in {*_LOCAL, "circle", "side"} and one.facts
        ]
        if heard:
            origin = self.rng.choice(heard[-8:])
            page = self.page()
            page.day = origin.day + timedelta(days=self.rng.randrange(2))
            self.close(page, self.told(page, origin))

    def again(self) -> None:
        """A body speaks again on another day, in part with the same words."""
        spoke = [one for one in self.teller.origins.values() if one.form in FORMS[:7] and one.facts]
        if not spoke:
            return
        old, page = self.rng.choice(spoke[-8:]), self.page()
        page.day = max(page.day, old.day + timedelta(days=self.rng.randrange(2, 9)))
        new = self.teller.origin(old.form, page.day, page.outlet, like=old)
        self.give(new, [fact for fact in old.facts[:6] if self.rng.random() < 0.4])
        self.close(page, self.told(page, new))

    def agree(self) -> None:
        """An independent body says in part what another has said."""
        spoke = [one for one in self.teller.origins.values() if one.form in FORMS and one.facts]
        if not spoke:
            return
        old, page = self.rng.choice(spoke[-8:]), self.page()
        new = self.origin(page, give=False)
        if new.source == old.source:
            return
        self.give(new, self.rng.sample(old.facts, min(len(old.facts), self.rng.choice([1, 2, 3]))))
        self.close(page, self.told(page, new))

    def reprint(self) -> None:
        """A whole reprint."""
        self.copy(lambda paras: paras)

    def cut(self) -> None:
        """A reprint cut short."""
        self.copy(self.shortened)

    def new_lead(self) -> None:
        """A reprint under a lead of its own."""
        self.copy(lambda paras: paras, lead=True)

    def light(self) -> None:
        """A reprint with synonyms and other numbers."""
        self.copy(self.edited)

    def heavy(self) -> None:
        """A reprint in which most sentences have been put in other words and order."""
        if old := self.parent():
            page = self.page(old)
            beats: list[Beat] = []
            for beat in self.facts(old):
                if beats and not beat.tied and self.rng.random() < 0.4 and beat.origins[0] in page.seen:
                    page.last = beat.origins[0]
                    beats.append(beat)
                else:
                    beats.append(self.retell(page, beat, "first", old=old))
            self.close(page, beats, old)

    def reword(self, mode: str) -> None:
        """A relay in other words that cites in this way, or not at all."""
        if old := self.parent(bare=mode in {"none", "late"}):
            page = self.page(old)
            beats = self.facts(old)
            if mode == "quote":
                beats = beats[: self.rng.choice([2, 3])]
            if mode in {"translated", "alias", "none"}:
                self.rng.shuffle(beats)
            modes = ["none", *["first"] * len(beats)] if mode == "late" else [mode] * len(beats)
            page.bare = mode in {"none", "alias", "late"}
            self.close(
                page, [self.retell(page, beat, how, old=old) for beat, how in zip(beats, modes, strict=False)], old
            )

    def distort(self) -> None:
        """A relay that changes an amount, a time or the certainty of one or two statements."""
        if old := self.parent():
            page = self.page(old)
            beats, spoil = self.facts(old), self.rng.choice([1, 1, 2])
            mode = self.rng.choice(["first", "alias", "via", "translated"])
            told = []
            for beat in beats:
                abouts = self.cast.abouts(beat.fact) if beat.fact and not beat.was else []
                abouts += ["strength"] * (4 * ("strength" in abouts)) + ["time"] * ("time" in abouts)
                chosen = abouts and spoil > 0 and beat.fact not in self.teller.shared and self.rng.random() < 0.5
                about = self.rng.choice(abouts) if chosen else ""
                spoil -= bool(about)
                told.append(self.retell(page, beat, mode, old=old, about=about))
            self.close(page, told, old)

    def wrong_day(self) -> None:
        """A relay that gives the wrong day for the occasion."""
        if old := self.parent():
            page = self.page(old)
            page.slip = self.rng.choice([-1, -2, -3])
            self.close(page, [self.retell(page, beat, "first", old=old) for beat in self.facts(old)], old)

    def own_too(self) -> None:
        """A relay with something the outlet has found out itself."""
        if old := self.parent():
            page = self.page(old)
            mode = self.rng.choice(["first", "via", "alias"])
            beats = [self.retell(page, beat, mode, old=old) for beat in self.facts(old)[:4]]
            origin = self.origin(page, self.rng.choice(_LOCAL))
            own = self.told(page, origin, self.rng.choice([2, 3]))
            self.close(page, own + beats if self.rng.random() < 0.3 else beats + own, old)

    def melt(self) -> None:
        """An article that makes one source of two that have said the same."""
        told: dict[Fact, list[str]] = {}
        for page in self.pages[-40:]:
            for beat in page.beats:
                if beat.fact in self.teller.shared and len(beat.origins) == 1 and beat.origins[0] not in self.back:
                    told.setdefault(beat.fact, []).append(beat.origins[0])
        both = {fact: tuple(dict.fromkeys(ids))[:2] for fact, ids in told.items() if len(set(ids)) > 1}
        both = {fact: ids for fact, ids in both.items() if self._apart(ids)}
        if not both:
            self.agree()
            return
        page = self.page()
        pair = self.rng.choice(list(both.values()))
        facts = [fact for fact, ids in both.items() if ids == pair]
        origin = self.teller.origins[pair[0]]
        beats = [self.teller.say(page, origin, fact, "melted", of=Beat("", pair, fact)) for fact in facts]
        self.close(page, [*beats, *self.told(page, self.origin(page), 4)])

    def circle(self, size: int) -> None:
        """Outlets that only cite each other."""
        if self.count - len(self.pages) < size:
            return
        outlets = self._others(size)
        first = self.page()
        name = " and ".join(outlet.name for outlet in outlets)
        origin = self.teller.origin("circle", first.day, outlets[0])
        origin.source, origin.what, origin.circular = "circle", f"{name} cite each other", True
        facts = self.draw(first.day, self.rng.choice([5, 6, 7]), [])
        for at, outlet in enumerate(outlets):
            page = Page(outlet, first.day + timedelta(days=self.rng.randrange(2)))
            beats = [self.teller.say(page, origin, fact, "via", via=outlets[(at + 1) % size]) for fact in facts]
            page.relayable = False
            self.close(page, beats)

    def retract(self) -> None:
        """An outlet takes back what it alone had reported."""
        for old in self._known({"nameless", "own"}):
            beat = next((beat for beat in self.facts(old) if self._taking(beat, {"nameless", "own"}, old)), None)
            if beat and beat.fact:
                page = self.page(old, outlet=old.outlet)
                new = self.teller.origin("side", page.day, page.outlet)
                page.day += timedelta(days=1)
                new.source, new.what = page.outlet.name, f"correction of {page.day.day} {page.day:%B}"
                self._take_back(
                    page, beat, new, slots={"date": day_words(old.day, page.style)}, lines=words.RETRACTIONS
                )
                return

    def withdraw(self) -> None:
        """A body takes back its paper."""
        for old in self._known({"paper"}):
            beat = next((beat for beat in self.facts(old) if self._taking(beat, {"paper"})), None)
            if beat and beat.fact:
                page, paper = self.page(old), self.teller.origins[beat.origins[0]]
                page.day = max(page.day, paper.day + timedelta(days=2))
                new = self.teller.origin("side", page.day, page.outlet)
                new.source, new.what = paper.source, f"withdrawal of {page.day.day} {page.day:%B}"
                self._take_back(
                    page, beat, new, slots={"D": f"on {page.day:%A}"} | _cited(paper), lines=words.WITHDRAWALS
                )
                return

    def filler(self) -> None:
        """An article on something else altogether."""
        page = self.page()
        page.relayable = False
        title, body = self.rng.choice(words.FILLERS.strip().splitlines()).split(" | ")
        mouth, own = (self.teller.origin("side", page.day, page.outlet) for _ in range(2))
        person = self.cast.person(10**6)
        own.source, own.what = page.outlet.name, f"own report of {page.day.day} {page.day:%B}"
        weather = "weather service" in body
        mouth.source = "weather service" if weather else person["N"]
        mouth.what = f"{'forecast' if weather else 'remarks'} of {page.day.day} {page.day:%B}"
        places = self.rng.sample(self.cast.places, 2)
        slots = person | {"P": places[0], "Q": places[1], "r": mouth.id, "w": own.id, "Pp": capital(person["p"])}
        slots["k"] = str(self.rng.randrange(3, 12))
        page.title = Beat(self.cast.fill(title, slots))
        lines = [self.cast.fill(line, slots) for line in self.rng.sample(words.PADDING.strip().splitlines(), 5)]
        page.paras = [[Beat(self.cast.fill(body, slots))], *([Beat(line)] for line in lines)]
        self.close(page, [])

    def _others(self, size: int) -> list[Outlet]:
        """So many outlets."""
        return self.rng.sample(self.cast.outlets, size)

    def _apart(self, ids: tuple[str, ...]) -> bool:
        """Whether two origins have two sources."""
        one, other = (self.teller.origins[name] for name in ids)
        return one.source != other.source

    def _known(self, forms: set[str]) -> list[Page]:
        """Articles, in a chance order, that tell of an origin of such a form."""
        found = [
            page
            for page in self.pages[-60:]
            if page.relayable
            and any(self.teller.origins[one].form in forms for b in page.beats for one in b.origins)
        ]
        self.rng.shuffle(found)
        return found

    def _taking(self, beat: Beat, forms: set[str], old: Page | None = None) -> bool:
        """Whether the beat can be taken back: it tells unchanged of one such origin, of the page's own outlet."""
        origin = self.teller.origins[beat.origins[0]]
        mine = old is None or origin.outlet is old.outlet
        return (
            len(beat.origins) == 1 and origin.form in forms and mine and not beat.was and origin.id not in self.back
        )

    def _take_back(self, page: Page, beat: Beat, new: Origin, *, slots: dict[str, str], lines: str) -> None:
        """File the page that takes the beat's origin back, together with other news."""
        if beat.fact is None:
            return
        told = self.cast.wording(beat.fact, beat.clause, page.style)
        slots = slots | {"o": beat.origins[0], "r": new.id, "c": told.now}
        text = self.cast.fill(self.rng.choice(lines.strip().splitlines()), slots)
        note = Beat(text, (new.id, beat.origins[0]))
        page.relayable = False
        self.back[beat.origins[0]] = page
        rest = self.told(page, self.origin(page), 4)
        mine = ["Correction", "In our own cause", "Note to our readers"] if "date" in slots else []
        heads = [*mine, "News in brief from <A>", "<A>: the latest", "Second thoughts in <A>"]
        page.title = Beat(self.cast.fill(self.rng.choice(heads), {}))
        self.close(page, [note, *rest] if self.rng.random() < 0.6 else [*rest, note])


def _cited(paper: Origin) -> dict[str, str]:
    """The words for a body and its paper."""
    return {"B": paper.slots["B"], "d": paper.slots["d"]}
