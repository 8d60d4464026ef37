"""The desk of an invented case: whom an article rests on, how it is laid out, and how the case is written down."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from evals.origins import north_words as words
from evals.origins.north_cast import Cast, Fact, House, Origin, Outlet, capital, day_words, spelled
from evals.origins.north_telling import Beat, Page, Teller

FORMS = (
    "paper",
    "paper",
    "briefing",
    "hearing",
    "speech",
    "interview",
    "office",
    "nameless",
    "leak",
    "post",
    "own",
)
SPOKEN = ("briefing", "hearing", "speech", "interview", "office")
_LEAST, _MOST = 126, 370
_MONTHS = [f"{date(2031, month, 1):%B}" for month in range(1, 13)]
_LONE = re.compile(
    rf"\b(?<![\d,.])(?<!{' )(?<!'.join(month for month in _MONTHS)} )(\d\d?)(?![\d,.%])(?! (?:{'|'.join(_MONTHS)}))"
)


def bare_text(text: str) -> str:
    """The text without its marks."""
    return re.sub(r"\{[^:{}]+: ([^{}]*)\}", r"\1", text)


def restyled(text: str, house: House) -> str:
    """The text with the house's quotation marks and its word for per cent."""
    text = text.replace(" per cent", "%" if house.percent == "%" else f" {house.percent}")
    if house.percent == "%":
        text = re.sub(r"([a-z])%", r"\1 per cent", text)
    if house.quotes != '""':
        text = text.replace("'", "’")
    return text.replace("“", house.quotes[0]).replace("”", house.quotes[1])


class Desk:
    """What the making of every article needs."""

    def __init__(self, rng: Random, articles: int) -> None:
        """A desk for a case of so many articles."""
        self.rng = rng
        self.cast = Cast(rng, articles)
        self.teller = Teller(self.cast)
        self.pages: list[Page] = []
        self.back: dict[str, Page] = {}
        self.count = articles
        self.pace = 24 / articles if articles < 60 else 90 / articles

    def page(self, old: Page | None = None, outlet: Outlet | None = None) -> Page:
        """An empty article of some outlet, of a day not before that of the one it relays."""
        rng = self.rng
        free = [one for one in self.cast.outlets if old is None or self._fit(one, old)] or self.cast.outlets
        if old is None:
            day = self.cast.base + timedelta(days=int(len(self.pages) * self.pace) + rng.randrange(3))
        else:
            day = old.day + timedelta(days=rng.choice([0, 0, 1, 1, 2]))
        return Page(outlet or rng.choice(free), day, dated=rng.random() > 0.06)

    def _fit(self, outlet: Outlet, old: Page) -> bool:
        """Whether the outlet can relay the article: it is not its own, nor told of in it."""
        first = any(self.teller.origins[one].outlet is outlet for beat in old.beats for one in beat.origins)
        return not first and all(outlet.name not in beat.text for beat in old.beats) and outlet is not old.outlet

    def origin(self, page: Page, form: str = "", *, give: bool = True) -> Origin:
        """A new origin that the page reports, with facts that nobody has told."""
        form = form or self.rng.choice(FORMS)
        new = self.teller.origin(form, page.day - timedelta(days=self.rng.choice([0, 0, 1, 1, 2])), page.outlet)
        if give:
            self.give(new, [])
        return new

    def give(self, origin: Origin, old: list[Fact]) -> None:
        """Give the origin facts: some that another origin has told, and new ones."""
        seen = origin.form == "own"
        kinds = self.cast.matter.kinds
        if seen:
            old = [fact for fact in old if not (kinds[fact.kind].has("m") or kinds[fact.kind].has("t"))]
        self.teller.shared.update(old)
        origin.facts = old + self.draw(origin.day, self.rng.randrange(6, 9) - len(old), old, seen=seen)
        self.rng.shuffle(origin.facts)

    def draw(self, day: date, count: int, old: list[Fact], *, seen: bool = False) -> list[Fact]:
        """New facts that do not gainsay each other."""
        found: list[Fact] = []
        for _ in range(count * 20):
            if len(found) >= count:
                break
            fact, kind = (new := self.cast.fact(day, seen=seen)), self.cast.matter.kinds[new.kind]
            near = [one for one in found + old if one.kind == fact.kind]
            if not any(not kind.has("P") or one.place == fact.place for one in near) and not (
                near and kind.has("m")
            ):
                found.append(fact)
        return found

    def told(self, page: Page, origin: Origin, most: int = 8) -> list[Beat]:
        """The page's sentences on what the origin says."""
        facts = origin.facts[:]
        if len(facts) > 5 and self.rng.random() < 0.5:
            self.rng.shuffle(facts)
            facts = facts[: self.rng.randrange(5, len(facts) + 1)]
        beats: list[Beat] = []
        for fact in facts[:most]:
            beats.append(self.teller.say(page, origin, fact, "first"))
            if origin.form in SPOKEN and self.rng.random() < 0.25:
                beats.append(self.teller.remark(page, origin))
        return beats

    def facts(self, page: Page) -> list[Beat]:
        """The page's sentences that tell a fact of an origin."""
        told = {(beat.origins, beat.fact): beat for beat in reversed(page.beats) if beat.fact is not None}
        return list(reversed(told.values()))

    def parent(self, *, bare: bool = False) -> Page | None:
        """An article to relay; for a `bare` relay one that tells nothing another origin has told too."""
        near = [page for page in self.pages[-30:] if page.relayable and len(self.facts(page)) > 2]
        if bare:
            near = [page for page in near if not any(beat.fact in self.teller.shared for beat in self.facts(page))]
        clean = [page for page in near if not any(beat.was for beat in page.beats)]
        return self.rng.choice(clean if clean and self.rng.random() < 0.6 else near) if near else None

    def retell(self, page: Page, beat: Beat, mode: str, *, old: Page, about: str = "") -> Beat:
        """The beat in other words and in this way of citing, with what it is about changed where that is asked."""
        origin, fact = self.teller.origins[beat.origins[0]], beat.fact
        if fact is None:
            return beat
        if about:
            fact = self.cast.distort(fact, about)
        mode = "melted" if len(beat.origins) > 1 else "via" if origin.circular else mode
        new = self.teller.say(page, origin, fact, mode, via=old.outlet, of=beat)
        was = {key: part if key in beat.was else restyled(part, old.style) for key, part in new.was.items()}
        return replace(new, was=was)

    def copy(self, change: Callable[[list[list[Beat]]], list[list[Beat]]], *, lead: bool = False) -> None:
        """Reprint an article, changed in this way, perhaps under a new lead."""
        old = self.parent()
        if old is None:
            return
        page = self.page(old)
        page.house, page.title = old.style, old.title
        page.paras = change([para[:] for para in old.paras])
        if lead:
            beat = self.rng.choice(self.facts(old))
            mode = "via" if beat.fact in self.teller.shared else self.rng.choice(["none", "alias", "via"])
            page.paras.insert(0, [self.retell(page, beat, mode, old=old), Beat(self._scene(self._scenery()))])
        if lead or self.rng.random() < 0.4:
            page.bare = True
            self._entitle(page, old)
        self._trim(page)
        self._dress(page, old)

    def shortened(self, paras: list[list[Beat]]) -> list[list[Beat]]:
        """The first paragraphs, about two thirds, but enough for an article."""
        keep = max(2, len(paras) * 2 // 3)
        while keep < len(paras) and sum(len(b.text.split()) for para in paras[:keep] for b in para) < _LEAST:
            keep += 1
        return paras[:keep]

    def edited(self, paras: list[list[Beat]]) -> list[list[Beat]]:
        """The paragraphs with some synonyms, and small numbers in words."""
        pairs = self.rng.sample(sorted(words.SYNONYMS.items()), 12)
        numbers = self.rng.random() < 0.7

        def edit(text: str) -> str:
            for old, new in pairs:
                text = re.sub(rf"\b{old}\b(?! (?:office|first))", new, text)
            return _LONE.sub(lambda found: spelled(int(found[1])), text) if numbers else text

        return [
            [replace(b, text=edit(b.text), parts={key: edit(part) for key, part in b.parts.items()}) for b in para]
            for para in paras
        ]

    def close(self, page: Page, beats: list[Beat], old: Page | None = None) -> None:
        """Lay out the article: paragraphs, scenery, title, and what stands above and below."""
        scenes = self._scenery()
        beats = self._joined(page, beats)
        while beats:
            size = self.rng.choice([1, 1, 2, 2, 3])
            size += size < len(beats) and beats[size].text.startswith("and that {")
            page.paras.append(beats[:size])
            beats = beats[size:]
            if scenes and self.rng.random() < 0.2:
                page.paras.append([Beat(self._scene(scenes))])
        self._trim(page)
        while scenes and self._length(page) < _LEAST:
            at = self.rng.randrange(self.rng.random() > 0.1, len(page.paras) + 1)
            page.paras.insert(at, [Beat(self._scene(scenes)) for _ in range(self.rng.choice([1, 2]))])
        if not page.title.text:
            self._entitle(page, old)
        self._dress(page, old)

    def _joined(self, page: Page, beats: list[Beat]) -> list[Beat]:
        """The sentences, some of them run together: that this is so and that the other is."""
        out: list[Beat] = []
        for beat in beats:
            last = out[-1] if out else None
            if last and beat.fact and _open(last) and last.origins == beat.origins and self.rng.random() < 0.4:
                told = self.cast.wording(beat.fact, beat.clause, page.style)
                text, parts = (told.then, told.parts_then) if last.past else (told.now, told.parts)
                marked = f"and that {{{'+'.join(beat.origins)}: {text}}}."
                out[-1] = replace(last, text=last.text[:-1], tied=True)
                out.append(replace(beat, text=marked, parts=parts, tied=True))
            else:
                out.append(beat)
        return out

    def _trim(self, page: Page) -> None:
        while self._length(page) > _MOST and len(page.paras) > 2:
            page.paras.pop()

    def _length(self, page: Page) -> int:
        return sum(len(bare_text(beat.text).split()) for beat in page.beats)

    def _scenery(self) -> list[str]:
        lines = words.SCENERY.strip().splitlines()
        self.rng.shuffle(lines)
        if self.rng.random() < 0.6:
            lines.insert(-1 - self.rng.randrange(3), self.rng.choice(self.cast.matter.scenery))
        return lines

    def _scene(self, lines: list[str]) -> str:
        return self.cast.fill(lines.pop() if lines else "More follows.", {})

    def _entitle(self, page: Page, old: Page | None) -> None:
        """Give the page a title of its own."""
        told = self.facts(page)
        kind = self.rng.choices(["named", "bare", "plain"], [4, 4, 2])[0]
        if kind == "named" and page.bare:
            kind = "bare"
        origin = self.teller.origins[told[0].origins[0]]
        beat = next((beat for beat in told if len(beat.origins) == 1), told[0])
        if len(beat.origins) > 1:
            kind = "plain"
        via = old.outlet.name if old and self.rng.random() < 0.2 else ""
        if origin.circular and kind == "named" and not via:
            kind = "bare"
        if beat.fact in self.teller.shared and kind == "bare" and not page.bare:
            kind = "named"
        page.title = self.teller.title(page, beat, self.teller.origins[beat.origins[0]], kind=kind, via=via)

    def _dress(self, page: Page, old: Page | None) -> None:
        """Put lines above and below the article, and a dateline before it, and file it."""
        rng, name = self.rng, page.outlet.name
        if rng.random() < 0.35:
            page.top.append(self.cast.fill(rng.choice(words.KICKERS.strip().splitlines()), {}))
        if rng.random() < 0.4:
            page.top.append(f"By {self.cast.name()} {self.cast.name()}" + rng.choice(["", f", {page.outlet.city}"]))
        if rng.random() < 0.4 and not page.house:
            city, day = page.outlet.city, day_words(page.day, page.style)
            line = rng.choice([f"{city.upper()}, {day} ({name}) - ", f"{city} – ", f"{city.upper()} ({name}) — "])
            first = page.paras[0][0]
            page.paras[0][0] = replace(first, text=line + first.text)
        if rng.random() < 0.3:
            who = {"S": self.rng.choice(self.cast.people)["N"], "F": rng.choice(self.cast.offices), "U": name}
            line = self.cast.fill(
                rng.choice(words.UNREACHED.strip().splitlines()[: -1 if old is None else None]), who
            )
            page.paras.append([Beat(capital(line))])
        if old and rng.random() < (0.5 if page.house else 0.15):
            page.tail.append(rng.choice(words.CREDITS.strip().splitlines()).replace("<V>", old.outlet.name))
        for line in page.outlet.footers:
            plain = re.sub("<r>", lambda _: f"{self.cast.name()} {self.cast.name()}", line)
            page.tail.append(self.cast.fill(plain, {"U": name, "y": str(page.day.year)}))
        self.pages.append(page)

    def written(self, page: Page, number: str) -> str:
        """The article in the notation."""
        day = page.day.isoformat() if page.dated else "-"
        paras = [restyled(" ".join(beat.text for beat in para), page.style) for para in page.paras]
        title = restyled(page.title.text, page.style)
        return "\n\n".join([f"## {number} | {page.outlet.name} | {day}\n{title}", *page.top, *paras, *page.tail])

    def tables(self, pages: list[Page], numbers: dict[int, str]) -> list[str]:
        """The tables of origins and of changes."""
        used = {one for page in pages for beat in [page.title, *page.beats] for one in _named(beat.text)}
        rows = []
        for one in sorted((self.teller.origins[name] for name in used), key=lambda one: int(one.id[1:])):
            back = numbers.get(id(self.back[one.id]), "-") if one.id in self.back else "-"
            rows.append(f"| {one.id} | {one.source} | {one.what} | {'yes' if one.circular else 'no'} | {back} |")
        head = "| origin | source | what | circular | taken back by |\n| --- | --- | --- | --- | --- |\n"
        found = ["## Origins\n" + head + "\n".join(rows)]
        changes = [row for page in pages for row in _changes(page, numbers[id(page)])]
        if changes:
            head = "| origin | article | about | before | after |\n| --- | --- | --- | --- | --- |\n"
            found.append("## Changed on the way\n" + head + "\n".join(changes))
        return found


def _open(beat: Beat) -> bool:
    """Whether another statement can be hung on the sentence."""
    ends = re.search(r" that \{[^{}]*\}\.$", beat.text) is not None
    return ends and beat.fact is not None and not beat.tied


def _named(text: str) -> Iterable[str]:
    """The origins that the marks of a text name."""
    return [one for found in re.findall(r"\{([\w+]+): ", text) for one in found.split("+")]


def _changes(page: Page, number: str) -> list[str]:
    """The rows of what the page gives otherwise than the origin did."""
    rows: dict[tuple[object, ...], str] = {}
    for beat in [*page.beats, page.title]:
        for about, before in beat.was.items():
            if about in beat.parts and beat.origins:
                cells = [beat.origins[0], number, about, before, restyled(beat.parts[about], page.style)]
                rows.setdefault((beat.origins[0], beat.fact, about), f"| {' | '.join(cells)} |")
    return list(rows.values())
