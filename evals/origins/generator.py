"""Cases with known origins, made of templates and invented facts: `make(seed, articles)` writes one.

A case runs through first-hand reports (a briefing, a note, a talk, somebody without a name, what an outlet saw
itself, a claim without ground, the same body on another day), relays of them (copied, cut, edited, reworded with or
without a name, quoted only, translated there and back, through another outlet; with a wrong day, an inflated
number, a day of the event put off, a doubt left out), reports that melt two sources, outlets that cite each other,
and corrections. The same seed gives the same case; an article more changes none before it.

`adding` appends relays of the kinds named ("copy", or "copy of 01" for one of the first article); `relays` in
[0, 1] makes that part of all articles relays and no circles; `reprinted` is one report that nearly all articles
print under first lines of their own.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from evals.origins import generator_frames as frames
from evals.origins import generator_words as words
from evals.origins import generator_world as worlds
from evals.origins.generator_telling import Draft, below, day_of, filled, grouped, sentences, title
from evals.origins.generator_words import Fact
from evals.origins.generator_world import Occasion, Point, World, spoken

RELAYS = (
    "copy", "reword", "cut", "via", "back", "inflated", "quote", "unnamed", "edited", "wrong day", "put off",
    "hardened",
)  # fmt: skip
#: What the articles of a case are, in turn; uneven seeds begin with the second row.
TURNS = tuple(
    tuple(row.split())
    for row in (
        "briefing relay relay note relay again relay melted circle circled relay taking-back",
        "briefing relay note claim relay talk melted nameless relay own collection taking-back",
    )
)
FIRSTHAND = ("briefing", "talk", "note", "own", "nameless", "claim", "talk", "own")
DAYS = 40


@dataclass(slots=True)
class Desk:
    """A case in the making; `mixed` where an article may report more than one occasion.

    `source` is the number of the article to relay; any where it is empty.
    """

    world: World
    drafts: list[Draft] = field(default_factory=list)
    occasions: dict[str, Occasion] = field(default_factory=dict)
    changed: list[tuple[str, str, str, str, str]] = field(default_factory=list)
    relayed: int = 0
    mixed: bool = True
    source: str = ""

    def keep(self, occasion: Occasion) -> Occasion:
        """The occasion, entered in the table."""
        self.occasions[occasion.id] = occasion
        return occasion

    def new(self) -> str:
        """The id of the next occasion."""
        return f"o{len(self.occasions) + 1}"

    @property
    def firsts(self) -> list[Draft]:
        """The articles that reported something first."""
        return [draft for draft in self.drafts if draft.main]


def make(seed: int, articles: int = 12, *, adding: Sequence[str] = (), relays: float | None = None) -> str:
    """A case of that many articles (1 to 5,000), and one more for each of `adding`, in the notation."""
    desk = Desk(worlds.world(seed, articles + len(adding)))
    for index in range(articles):
        kind = _turn(desk, seed, index) if relays is None else _shared(desk, index, relays)
        _add(desk, kind, index, articles)
    desk.mixed = False
    for index, wanted in enumerate(adding, articles):
        kind, _, desk.source = wanted.partition(" of ")
        _add(desk, kind, index, articles)
    return _written(desk)


def reprinted(seed: int, articles: int = 2000, reprints: int = 1990) -> str:
    """A case in which `reprints` articles print one report, the others one of their own each."""
    desk = Desk(worlds.world(seed, articles), mixed=False)
    for index in range(articles):
        own = index < articles - reprints
        kind = ("talk" if index else "briefing") if own else "first lines"
        _add(desk, kind, index, articles)
    return _written(desk)


def _turn(desk: Desk, seed: int, index: int) -> str:
    """What the article at an index is: in turn, the relays dealt from a shuffled pack."""
    row = TURNS[(seed + index // len(TURNS[0])) % 2]
    kind = row[index % len(row)]
    if kind == "briefing" and index:
        kind = FIRSTHAND[index // len(row) % len(FIRSTHAND)]
    return _relay(desk) if kind == "relay" else kind


def _shared(desk: Desk, index: int, relays: float) -> str:
    """A relay where that keeps their part at `relays`, else a first-hand report."""
    if index and desk.relayed < relays * (index + 1):
        return _relay(desk)
    return FIRSTHAND[index % len(FIRSTHAND)] if index else "briefing"


def _relay(desk: Desk) -> str:
    """The next relay from the pack."""
    pack = list(RELAYS)
    desk.world.dice("pack", desk.relayed // len(pack)).shuffle(pack)
    desk.relayed += 1
    return pack[(desk.relayed - 1) % len(pack)]


def _add(desk: Desk, kind: str, index: int, articles: int) -> None:
    """Write one article."""
    day = desk.world.begins + timedelta(min(index, articles) * DAYS // max(articles, DAYS // 2))
    chance = desk.world.dice("article", index)
    outlet = desk.world.outlets[index % len(desk.world.outlets)]
    draft = Draft(f"{index + 1:02d}", outlet, day, "", [])
    if kind in {"circle", "circled"}:
        _circle(desk, draft, chance, second=kind == "circled")
    elif kind == "taking-back":
        _taking_back(desk, draft, chance)
    elif kind == "collection":
        _collection(desk, draft, chance)
    elif kind == "melted":
        _melted(desk, draft, chance)
    elif kind in RELAYS or kind == "first lines":
        _relayed(desk, draft, kind, chance)
    else:
        _firsthand(desk, draft, kind, chance)
    desk.drafts.append(draft)


# ---- first hand


def _firsthand(desk: Desk, draft: Draft, kind: str, chance: random.Random) -> None:
    """A report of an occasion of its own, at times with a smaller one beside it or an earlier one behind it."""
    one, day, ident = desk.world, draft.day - timedelta(chance.randrange(0, 2)), desk.new()
    earlier = next((d.main for d in desk.firsts if d.main and d.main.kind == "briefing"), None)
    if kind == "again" and earlier:
        main = worlds.briefing(one, ident, max(day, earlier.day + timedelta(1)), like=earlier)
    elif kind in {"briefing", "again"}:
        main = worlds.briefing(one, ident, day)
    elif kind == "note":
        main = worlds.note(one, ident, day)
    else:
        main = {"talk": worlds.talk, "nameless": worlds.nameless, "own": worlds.own, "claim": worlds.claim}[kind](
            one, ident, day, draft.outlet
        )
    draft.main = desk.keep(main)
    draft.title = title(draft.outlet, main, 0)
    lines = sentences(main, draft, frames.FIRST, chance)
    draft.paragraphs = [
        f"{draft.outlet.town.upper()}, {spoken(draft.day)} - {lines[0]}",
        *grouped(lines[1:], chance),
    ]
    if kind == "again" and earlier:
        draft.paragraphs.append(_behind(earlier, draft, chance))
    elif desk.mixed and kind != "claim" and chance.random() < 0.5:
        draft.paragraphs += _beside(desk, draft, chance)
    draft.paragraphs += below(draft.outlet)


def _behind(earlier: Occasion, draft: Draft, chance: random.Random) -> str:
    """What was said on an earlier occasion."""
    when = day_of(earlier.day, draft.day)
    return filled(
        chance.choice(frames.EARLIER),
        earlier,
        draft,
        earlier.points[1].words(0),
        day=f"{when[0].upper()}{when[1:]}",
    )


def _beside(desk: Desk, draft: Draft, chance: random.Random) -> list[str]:
    """A small occasion that the outlet has to itself."""
    make_one = chance.choice((worlds.talk, worlds.own, worlds.talk))
    small = desk.keep(make_one(desk.world, desk.new(), draft.day, draft.outlet))
    return grouped(sentences(small, draft, frames.FIRST, chance), chance)


# ---- relays


def _relayed(desk: Desk, draft: Draft, kind: str, chance: random.Random) -> None:
    """An article that relays an earlier one."""
    firsts = desk.firsts
    able = [one for one in firsts if kind != "wrong day" or (one.main and one.main.kind in frames.DATED)]
    able = [one for one in able if one.number == desk.source] or able
    source = (
        able[0] if kind == "first lines" else chance.choices(able, [1 / (at + 1) for at in range(len(able))])[0]
    )
    main = source.main
    if main is None:
        return
    if kind in {"copy", "cut", "edited", "first lines"}:
        _reprint(draft, source, kind, chance)
        return
    told, said, table, wording = main, main.day, frames.RELAY, 1
    if kind in {"inflated", "put off", "hardened"}:
        told = _distorted(desk, draft, main, kind)
    elif kind == "wrong day":
        table, said = frames.DATED, main.day + timedelta(chance.choice((-1, 1, 2)))
        if said > draft.day:
            said = main.day - timedelta(1)
        before, after = day_of(main.day, draft.day), day_of(said, draft.day)
        desk.changed.append((main.id, draft.number, "time", before, after))
    elif kind != "reword":
        table = {"via": frames.VIA, "back": frames.BACK, "quote": frames.QUOTE, "unnamed": frames.BARE}[kind]
        wording = {"back": 2, "quote": 0}.get(kind, 1)
    if kind == "quote":
        told = replace(told, points=told.points[:3])
    draft.title = title(draft.outlet, told, wording)
    draft.paragraphs = grouped(
        sentences(told, draft, table, chance, wording=wording, said=said, source=source), chance
    )
    if desk.mixed and chance.random() < 0.3:
        draft.paragraphs += _beside(desk, draft, chance)
    draft.paragraphs += below(draft.outlet)


def _reprint(draft: Draft, source: Draft, kind: str, chance: random.Random) -> None:
    """The paragraphs of another article under first lines and notices of its own."""
    body = [text for text in source.paragraphs if text not in below(source.outlet)]
    if kind == "cut":
        body = body[: max(1, len(body) * 2 // 3)]
    elif kind == "edited" and len(body) > 2:
        body = [body[0], *body[2:], body[1]][: max(3, len(body) - 1)]
    draft.title = source.title if chance.random() < 0.3 or not source.main else title(draft.outlet, source.main, 0)
    opener = chance.choice(words.OPENERS) if kind == "first lines" or chance.random() < 0.5 else ""
    if kind == "first lines":
        opener = f"{opener} {draft.outlet.name}, {spoken(draft.day)}."
    credit = f"({source.outlet.name})" if chance.random() < 0.5 else ""
    draft.paragraphs = [*filter(None, (opener,)), *body, *filter(None, (credit,)), *below(draft.outlet)]


def _distorted(desk: Desk, draft: Draft, main: Occasion, kind: str) -> Occasion:
    """The occasion with one point changed, and what was changed in the table; as it is where nothing can be."""
    chance = desk.world.dice("distorted", draft.number)
    for at, point in enumerate(main.points):
        if kind == "inflated" and point.amount:
            new = replace(point, amount=point.amount * chance.choice((2, 3, 10)))
            row = ("amount", f"{point.amount:,}", f"{new.amount:,}")
        elif kind == "put off" and point.when:
            new = replace(point, when=point.when + timedelta(chance.choice((3, 7, 10))))
            row = ("time", spoken(point.when), spoken(new.when or point.when))
        elif kind == "hardened" and "{may}" in point.fact.wordings[0] and point.may != "will":
            new = replace(point, may="will")
            row = ("strength", point.may, "will")
        else:
            continue
        desk.changed.append((main.id, draft.number, *row))
        return replace(main, points=(*main.points[:at], new, *main.points[at + 1 :]))
    return main


# ---- sources melted, circles, corrections


def _melted(desk: Desk, draft: Draft, chance: random.Random) -> None:
    """One source made of two that have said the same: a briefing and a note; a rewording where there is no note."""
    kinds = {draft.main.kind: draft.main for draft in reversed(desk.firsts) if draft.main}
    if not {"briefing", "note"} <= kinds.keys():
        _relayed(desk, draft, "reword", chance)
        return
    one, two = kinds["briefing"], kinds["note"]
    both = replace(one, id=f"{one.id}+{two.id}", points=two.points[:1])
    first = filled(chance.choice(frames.MELTED), both, draft, both.points[0].words(1, short=True))
    lines = [
        filled(frame, which, draft, point.words(1))
        for frame, which, point in (
            ("{C}, officials said.", one, one.points[-1]),
            ("{C}, experts said.", two, two.points[1]),
        )
    ]
    draft.title = title(draft.outlet, both, 1)
    draft.paragraphs = [first, *grouped(lines, chance), *below(draft.outlet)]


def _collection(desk: Desk, draft: Draft, chance: random.Random) -> None:
    """The quotations of the week: one of each of several occasions, with its speaker below a dash."""
    able = [one.main for one in desk.firsts if one.main and one.main.kind in frames.QUOTED]
    draft.title = "What they said"
    for one in chance.sample(able, min(4, len(able))):
        line = filled(frames.QUOTED[one.kind], one, draft, chance.choice(one.points).words(0))
        draft.paragraphs.append(line.replace("},", "}.", 1))
    draft.paragraphs += below(draft.outlet)


def _circle(desk: Desk, draft: Draft, chance: random.Random, *, second: bool) -> None:
    """One of two articles that give each other as their ground; the other one follows it or came before it."""
    one = desk.world
    outlets = one.outlets
    if second and desk.drafts:
        held = next(occasion for occasion in reversed(desk.occasions.values()) if occasion.kind == "circle")
        other, draft.day = desk.drafts[-1].outlet, desk.drafts[-1].day
    else:
        told = worlds.points(one, ["circle", draft.number], 1, lead=2)
        told = (replace(told[0], may="will"), *told[1:])
        held = desk.keep(Occasion(desk.new(), "circle", draft.day, "circle", told))
        other = outlets[int(draft.number) % len(outlets)]
    table = {"circle": frames.CIRCLE}
    lines = [
        filled(chance.choice(table["circle"][at]), held, draft, point.words(int(second)), other=other.name)
        for at, point in enumerate(held.points)
    ]
    draft.title = title(draft.outlet, held, int(second))
    draft.paragraphs = [*grouped(lines, chance), *below(draft.outlet)]


def _taking_back(desk: Desk, draft: Draft, chance: random.Random) -> None:
    """A correction of the last circle or claim by an outlet that printed it first."""
    able = [held for held in desk.occasions.values() if held.kind in {"circle", "claim"} and held.taken_back == "-"]
    if not able:
        _firsthand(desk, draft, "own", chance)
        return
    held = able[-1]
    old = next(one for one in desk.drafts if f"{{{held.id}: " in one.title)
    draft.outlet = old.outlet
    desk.keep(replace(held, taken_back=draft.number))
    editor = desk.world.person("editor", draft.number)
    made = Occasion(
        desk.new(), "correction", draft.day, draft.outlet.name, _regret(desk.world), editor, host=draft.outlet
    )
    desk.keep(made)
    line = filled(
        chance.choice(frames.TAKES_BACK), held, draft, held.points[0].words(0, short=True), date=spoken(old.day)
    )
    says = [
        filled(frame, made, draft, point.words(0))
        for frame, point in zip(("{C}, the editor, {person}, said.", "{q} {she} said."), made.points, strict=True)
    ]
    draft.title = "Correction"
    draft.paragraphs = [line, " ".join(says), *below(draft.outlet)]


def _regret(one: World) -> tuple[Point, ...]:
    facts = ("there was no document behind the report", "we should have asked a second source")
    return tuple(Point(Fact((text,) * 3), one.slots) for text in facts)


# ---- the notation


def _written(desk: Desk) -> str:
    """The case in the notation, with the origins that some mark names."""
    out = [f"Question: {desk.world.matter.question.format(**desk.world.slots)}", ""]
    for draft in desk.drafts:
        out += [f"## {draft.number} | {draft.outlet.name} | {draft.day}", draft.title, ""]
        out += [line for text in draft.paragraphs for line in (text, "")]
    out += [
        "## Origins",
        "| origin | source | what | circular | taken back by |",
        "| --- | --- | --- | --- | --- |",
    ]
    for one in desk.occasions.values():
        circular = "yes" if one.kind == "circle" else "no"
        out.append(f"| {one.id} | {one.source} | {one.what} | {circular} | {one.taken_back} |")
    out += [
        "",
        "## Changed on the way",
        "| origin | article | about | before | after |",
        "| --- | --- | --- | --- | --- |",
    ]
    out += [f"| {' | '.join(row)} |" for row in desk.changed]
    return "\n".join(out) + "\n"
