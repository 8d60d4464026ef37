"""The second generator of invented cases whose origins are known: news as it travels, as newsrooms make it.

`make(seed, articles)` gives a case in the notation of `evals.origins.cases`. Events happen (a paper, a remark, a
find), houses report them first-hand, and other houses take the reports over: copied, cut, edited, reworded,
translated back, distorted, rounded up, melted, denied, withdrawn. It is kept aside as a test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from evals.origins import south_words as words
from evals.origins.south_lines import clause, day_words, fill, headline, mark, sentence, upper, when
from evals.origins.south_parts import House, Line, Origin, Para, Said, Story, Take, Voice, World
from evals.origins.south_relays import RELAYS, dress, mode_of, publish, tell


def make(seed: int, articles: int = 12) -> str:
    """A case of so many articles (1 to 5,000), in the Markdown notation; the same for the same seed."""
    w = World(Random(seed), articles)  # noqa: S311 (invented news, no secret)
    _event(w)
    if articles > 5:
        _event(w)
    decks: tuple[list[Sized], list[Sized]] = ([], [])
    while len(w.stories) < articles:
        part = int(w.rng.random() < 0.6)
        if not decks[part]:
            decks[part].extend(MOVES[part])
            w.rng.shuffle(decks[part])
        needed, move = decks[part].pop()
        if len(w.stories) + needed <= articles:
            move(w)
    return _written(w)


def _event(w: World) -> None:
    """Something enters the record: a paper of a body, or an official's words; a wire or a paper has it first."""
    voice = w.body() if w.rng.random() < 0.55 else w.official()
    _speak(w, voice, (w.house("wire", "paper"), w.today()))


def _speak(w: World, voice: Voice, at: tuple[House, date], kind: str = "") -> Origin:
    """A new origin of this voice, with the article that has it first-hand."""
    house, day = at
    doc = w.rng.choice(words.DOCS if voice.kind == "body" else words.TALKS)
    origin = w.origin(voice, f"{kind or doc} of {day_words(day, house, year=True)}", (house, day), doc)
    if kind:
        origin.adoc = f"a {kind}"
    if voice.kind == "nameless":
        origin.doc = "conversation"
        origin.what = f"told {house.name} on {day_words(day, house, year=True)}"
    facts = w.rng.sample(w.theme.facts, w.rng.choice((2, 3, 3, 4, 5)))
    origin.said = [w.says(fact, origin) for fact in facts]
    tell(w, (house, day), [Line(origin, said, said) for said in origin.said], Take("voice"))
    return origin


def _nameless(w: World) -> None:
    """An official without a name talks to one outlet."""
    _speak(w, w.nameless(), (w.house("paper", "portal"), w.today()))


def _two_nameless(w: World) -> None:
    """Officials without names say the same thing to two outlets: two origins."""
    first = _speak(w, w.nameless(), (w.house("paper"), w.today()))
    first.shared = True
    house, day = w.house("paper"), w.today()
    second = w.origin(w.nameless(), f"told {house.name} on {day_words(day, house, year=True)}", (house, day))
    second.shared = True
    second.said = [replace(said, wording=said.wording + 1, quote=w.quote(said.fact)) for said in first.said[:1]]
    second.said += [w.says(w.rng.choice([f for f in w.theme.facts if f != first.said[0].fact]), second)]
    tell(w, (house, day), [Line(second, said, said) for said in second.said], Take("voice"))


def _found(w: World) -> None:
    """An outlet has counted for itself."""
    house = w.house("paper", "portal")
    day = w.today()
    origin = w.origin(w.own(house), f"own count of {day_words(day, house, year=True)}", (house, day), "article")
    facts = [fact for fact in w.theme.facts if fact.kind == "o"]
    origin.said = [w.says(fact, origin) for fact in w.rng.sample(facts, min(2, len(facts)))]
    tell(w, (house, day), [Line(origin, said, said) for said in origin.said], Take("voice"))


def _speakers(w: World) -> list[Origin]:
    return [one for one in w.origins if one.voice.kind in {"body", "person"} and one.said and not one.circular]


def _again(w: World) -> None:
    """The same mouth on another day: another origin."""
    old = w.rng.choice(_speakers(w)[-12:])
    day = max(w.today(), _last(w, old.voice) + timedelta(days=w.rng.randint(2, 9)))
    _speak(w, old.voice, (w.house("wire", "paper"), day))


def _second_paper(w: World) -> None:
    """A body's second paper within a week: another origin."""
    bodies = [one for one in _speakers(w)[-30:] if one.voice.kind == "body"]
    voice = w.rng.choice(bodies).voice if bodies else w.body()
    if not bodies:
        _speak(w, voice, (w.house("wire"), w.today()))
        return
    day = _last(w, voice) + timedelta(days=w.rng.randint(1, 5))
    _speak(w, voice, (w.house("wire", "paper"), day), "second paper")


def _last(w: World, voice: Voice) -> date:
    return max(one.day for one in w.origins if one.voice == voice)


def _agree(w: World) -> None:
    """A body that knows nothing of the first comes to the same figures: another origin."""
    fit = [one for one in _speakers(w)[-12:] if not (one.bare or one.shared)]
    if not fit:
        return
    old = w.rng.choice(fit)
    house, voice = w.house("wire", "paper"), w.body()
    day = max(w.today(), old.day)
    doc = w.rng.choice(words.DOCS)
    new = w.origin(voice, f"{doc} of {day_words(day, house, year=True)}", (house, day), doc)
    same = old.said[0]
    new.said = [replace(same, wording=same.wording + 1, quote=w.quote(same.fact))]
    new.said.append(w.says(w.rng.choice([f for f in w.theme.facts if f != same.fact]), new))
    old.shared = new.shared = True
    w.pairs.append((old, new))
    tell(w, (house, day), [Line(new, said, said) for said in new.said], Take("agree"))


def _melt(w: World) -> None:
    """An article that makes one source out of two which others tell apart."""
    if not w.pairs:
        _agree(w)
    if not w.pairs:
        return
    old, new = w.pairs[-1]
    same = old.said[0]
    line = Line(old, same, replace(same, wording=same.wording + 2), new)
    extra = Line(old, old.said[1], old.said[1])
    day = max(w.today(), new.day) + timedelta(days=1)
    house = w.house("portal", "blog", "paper")
    paras = [sentence(w, (house, day), Take("melt"), line, first=True),
             sentence(w, (house, day), Take("voice", shift=1), extra, first=True)]  # fmt: skip
    publish(w, Story(house, day, headline(w, house, line, ""), paras, [], "melted"))


def _circle(w: World) -> None:
    """Three outlets that have it of each other, and none of anybody else."""
    day = w.today()
    houses: list[House] = []
    while len(houses) < 3:
        house = w.rng.choice(w.houses)
        houses += [house] if house not in houses else []
    origin = w.origin(w.own(houses[0]), "outlets that cite each other", (houses[0], day))
    origin.circular = True
    origin.said = [w.says(w.rng.choice(w.theme.facts), origin)]
    line = Line(origin, origin.said[0], origin.said[0])
    for at, house in enumerate(houses):
        via = houses[(at + 1) % 3].name
        text = w.rng.choice(("<C>, <via> reports.", "According to <via>, <c>.", "<Via> has it that <c>.",
                             "<C>. That, at least, is what <via> writes."))  # fmt: skip
        slots = {"c": mark(line, clause(line.now, house, at)), "via": via}
        head = headline(w, house, line, w.rng.choice(("", "report", via)))
        publish(w, Story(house, day, head, [Para(fill(text, slots))], [], "circle", dated=w.rng.random() < 0.5))


def _retract(w: World) -> None:
    """A house corrects its own count, or a body withdraws its paper."""
    fit = [one for one in w.origins if one.voice.kind in {"own", "body"} and one.said and not one.circular
           and not one.taken_back and not one.shared]  # fmt: skip
    if not fit:
        _found(w)
        return
    old = w.rng.choice(fit[-8:])
    own = old.voice.kind == "own"
    day = max(w.today(), old.day + timedelta(days=w.rng.randint(1, 6)))
    house = old.house if own else w.house("wire", "paper")
    what = f"{'correction' if own else 'withdrawal'} of {day_words(day, house, year=True)}"
    new = w.origin(old.voice, what, (house, day), old.doc)
    told, slots = when(old.day, day, house), {"who": old.voice.who, "doc": old.doc, "day": when(day, day, house)}
    line = Line(old, old.said[0], old.said[0])
    claim, why = mark(line, clause(line.now, house, 0)), w.rng.choice(words.REASONS)
    if own:
        head = f"Correction: {{{new.id}: Our figure for {_topic(line.now)} was wrong}}"
        text = [
            f"In an article published {told} we wrote that {claim}. {{{new.id}: That was wrong}}.",
            f"{{{new.id}: In the count, {why}}}. {{{new.id}: The article has been taken down}}.",
            "We apologise to our readers.",
        ]
    else:
        head = f"{{{new.id}: {upper(old.voice.short)} withdraws its {old.doc}}}"
        gone = f"{{{new.id}: <Who> has withdrawn the <doc> that it published {told}}}, it announced <day>."
        text = [
            fill(gone, slots),
            f"“{{{new.id}: {upper(why)}}},” said {old.voice.person}.",
            f"“{{{new.id}: We ask that the {old.doc} no longer be cited}},” the statement ends.",
            f"The {old.doc} had stated that {claim}.",
        ]
    old.taken_back = publish(w, Story(house, day, Para(head), [Para(one) for one in text], [], "retraction"))


def _topic(said: Said) -> str:
    return fill(said.fact.subjects.split("|")[said.wording % 3], {"p": said.place})


def _deny(w: World) -> None:
    """An official says that another's claim is not so: an origin of its own beside the old one."""
    old = w.rng.choice(_speakers(w)[-12:])
    house, day, voice = w.house("wire", "paper", but=old.house.name), max(w.today(), old.day), w.official()
    talk = w.rng.choice(words.TALKS)
    new = w.origin(voice, f"{talk} of {day_words(day, house, year=True)}", (house, day), talk)
    line = Line(old, old.said[0], old.said[0])
    no, stock = w.rng.choice(words.DENIALS), w.rng.choice(words.STOCK)
    at = f"at {new.adoc} {when(day, day, house)}"
    claim = mark(line, clause(line.now, house, 0))
    paras = [
        Para(
            f"“{{{new.id}: {no}}},” {voice.who} said {at}, asked about the claim of {old.voice.who} that {claim}."
        ),
        Para(f"{upper(voice.short)} added that {{{new.id}: {stock}}}."),
    ]
    head = Para(f"{{{new.id}: {no}}}: {voice.tag} on {old.voice.tag} figures")
    publish(w, Story(house, day, head, paras, [], "denial"))


def _column(w: World) -> None:
    """A column or blog post: somebody else's figures and the writer's own opinion."""
    old = w.rng.choice(_speakers(w)[-12:])
    house = w.house("blog", "paper", but=old.house.name)
    day = max(w.today(), old.day) + timedelta(days=w.rng.randint(0, 2))
    author = w.fresh("<f> <x>")
    new = w.origin(replace(w.own(house), who=f"{author} in {house.name}"), "column", (house, day))
    views = w.rng.sample(words.OPINION, 2)
    views = [fill(one, {"p": old.said[0].place}) for one in views]
    line = w.rng.choice([Line(old, said, said) for said in old.said])
    paras = [
        Para(f"By {author}"),
        sentence(w, (house, day), Take("alt" if old.shared else "voice", shift=1), line, first=True),
        Para(f"Let me say it plainly: {{{new.id}: {views[0]}}}. As my grandmother used to put it, "
             f"{w.rng.choice(words.PROVERBS[:3]).lower()}."),
        Para(f"{{{new.id}: {upper(views[1])}}}, and I shall go on writing so."),
    ]  # fmt: skip
    publish(w, Story(house, day, Para(f"{{{new.id}: {upper(views[0])}}}"), paras, [], "column"))


def _aside(w: World) -> None:
    """Something that has nothing to do with the question."""
    house, day = w.house(), w.today()
    new = w.origin(w.own(house), "own report on something else", (house, day))
    title, *facts = w.rng.choice(words.SIDE)
    ahead = 20 if "roof" in title or "relaid" in title else -2
    slots = {"x": w.place(), "t": day_words(day + timedelta(days=ahead), house), "n": str(w.rng.randint(21, 98))}
    marked = [f"{{{new.id}: {upper(fill(one, slots))}}}" for one in (title, *facts)]
    paras = [Para(f"{marked[1]}. {marked[2]}.")]
    publish(w, Story(house, day, Para(marked[0]), paras, [], "aside"))


def _own_added(w: World) -> None:
    """A relay with something of the outlet's own: two origins in one article."""
    fit = [story for story in w.stories[-15:] if story.lines and story.lines[0].origin.voice.kind != "own"]
    if not fit:
        _found(w)
        return
    old = w.rng.choice(fit)
    house = w.house("paper", "portal", but=old.house.name)
    day = max(old.day, w.today())
    new = w.origin(w.own(house), f"own count of {day_words(day, house, year=True)}", (house, day), "article")
    said = w.says(w.rng.choice([fact for fact in w.theme.facts if fact.kind == "o"]), new)
    new.said = [said]
    take = replace(mode_of(w, old, "via"), shift=w.rng.randrange(3))
    at = (house, day)
    paras = [sentence(w, at, take, old.lines[0], first=True)]
    paras += [sentence(w, at, take, line, first=False) for line in old.lines[1:2]]
    paras += [sentence(w, at, Take("own"), Line(new, said, said), first=True)]
    w.rng.shuffle(paras[1:])
    publish(w, Story(house, day, headline(w, house, old.lines[0], ""), paras, [], "relay and own"))


Move = Callable[[World], object]
Sized = tuple[int, Move]
# What begins something new, and what takes over what there is; each with the number of articles it needs.
MOVES: tuple[tuple[Sized, ...], tuple[Sized, ...]] = (
    (
        *((1, move) for move in (_event, _event, _nameless, _found, _again, _second_paper, _agree, _retract)),
        *((1, move) for move in (_deny, _column, _aside, _own_added)),
        *((2, _two_nameless), (2, _melt), (2, _melt), (3, _circle)),
    ),
    tuple((1, move) for move in RELAYS),
)


def _written(w: World) -> str:
    """The case in the notation."""
    w.stories.sort(key=lambda story: story.day)
    numbers = {id(story): f"{at:02d}" for at, story in enumerate(w.stories, 1)}
    asked = fill(w.theme.question, {"p": w.places[0], "country": w.country})
    out = [f"Question: {asked} by {w.deadline.day} {w.deadline:%B} {w.deadline.year}?", ""]
    rows: list[str] = []
    for story in w.stories:
        number, day = numbers[id(story)], story.day.isoformat() if story.dated else "-"
        out += [f"## {number} | {story.house.name} | {day}", *dress(story), ""]
        told = [row for para in (story.head, *story.paras) for row in para.rows]
        found = {(row.origin, row.about, row.before): row for row in told}.values()
        rows += [f"| {row.origin} | {number} | {row.about} | {row.before} | {row.after} |" for row in found]
    out += [
        "## Origins",
        "| origin | source | what | circular | taken back by |",
        "| --- | --- | --- | --- | --- |",
    ]
    for one in w.origins:
        back = numbers[id(one.taken_back)] if one.taken_back else "-"
        out.append(f"| {one.id} | {one.source()} | {one.what} | {'yes' if one.circular else 'no'} | {back} |")
    if rows:
        out += ["", "## Changed on the way", "| origin | article | about | before | after |",
                "| --- | --- | --- | --- | --- |", *rows]  # fmt: skip
    return "\n".join(out) + "\n"
