"""How one house takes over what another has: the relays of the second generator, and the dress of an article."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from evals.origins import south_words as words
from evals.origins.south_lines import abroad, day_words, fill, headline, quotation, sentence, slots_of
from evals.origins.south_parts import HEDGES, House, Line, Para, Story, Take, World
from evals.origins.south_words import FRAMES

_DATELINE = re.compile(r"^[^{}]{3,70}?(?: - | — |[0-9]\. )")
_WORD = re.compile(r"\S+")


def publish(w: World, story: Story) -> Story:
    """The story, padded to a length, with its notices, now part of the case."""
    rng, theme = w.rng, w.theme
    slots = {"p": w.places[0], "capital": w.capital, "country": w.country, "year": str(story.day.year),
             "out": story.house.name}  # fmt: skip
    said = " ".join(para.text for para in story.paras)
    known = [fill(one, slots) for one in rng.sample(theme.known, len(theme.known)) if story.kind != "aside"]
    spare = rng.sample(words.SCENERY, len(words.SCENERY))
    queue = [one for one in known[:3] + spare[:2] + known[3:] + spare[2:] if one not in said]
    copied = story.kind in {"reprint", "edit", "retraction", "denial", "column"}
    goal = int(rng.triangular(132, 250, 140))
    while _length(story) < goal and queue:
        size = rng.randint(1, 3)
        text, queue = " ".join(queue[:size]), queue[size:]
        spot = len(story.paras) if copied or rng.random() < 0.6 else rng.randint(_low(story), len(story.paras))
        story.paras.insert(spot, Para(text))
    story.foot = [fill(one, slots) for one in rng.sample(words.NOTICES, rng.choice((0, 0, 1, 1, 2)))]
    if story.kind == "news" and story.house.kind == "wire" and rng.random() < 0.3:
        story.top.append("(Adds details)")
    story.dated = story.dated and (story.house.kind in {"wire", "paper"} or rng.random() < 0.9)
    w.stories.append(story)
    return story


def _low(story: Story) -> int:
    """The first place where scenery may stand: after the lead."""
    return min(len(story.paras), 2)


def _length(story: Story) -> int:
    return sum(len(_WORD.findall(para.text)) for para in (story.head, *story.paras))


def dress(story: Story) -> list[str]:
    """The lines of the article as they stand in the case, in the house's quotation marks."""
    paras = [para.text for para in story.paras]
    text = "\n\n".join([story.head.text, *story.top, *paras, *story.foot])
    if story.house.straight:
        text = text.replace("“", '"').replace("”", '"').replace("’", "'")
    return text.split("\n")


def _dateline(w: World, story_house: House, day: date) -> str:
    city, agency = story_house.city, story_house.name.removeprefix("The ")
    if story_house.kind == "wire":
        return w.rng.choice(
            (f"{city.upper()}, {day_words(day, story_house)} ({agency}) - ", f"{city} ({agency}) — ")
        )
    return w.rng.choice(("", "", f"{city.upper()} — ", f"{city}, {day_words(day, story_house)}. "))


def tell(w: World, at: tuple[House, date], lines: list[Line], take: Take) -> Story:
    """An article that gives these statements, the source named as `take` says; then it is published."""
    (house, day), voice, rng = at, lines[0].origin.voice, w.rng
    tag = {"nobody": "", "via": take.via, "viaown": take.via, "viabare": take.via, "back": "mass media"}
    sharpen = bool(take.via) and rng.random() < 0.25 and lines[0].now.m in HEDGES
    head = headline(w, house, lines[0], rng.choice((tag.get(take.mode, voice.tag), "")), sharpen=sharpen)
    paras = [sentence(w, at, take, line, first=spot == 0) for spot, line in enumerate(lines)]
    after = FRAMES.get(f"{voice.kind if take.mode == 'voice' else take.mode}.after", ())
    late = bool(after) and not take.wrong and rng.random() < 0.25
    if late:
        paras[0] = sentence(w, at, Take("bare", shift=take.shift), lines[0], first=True)
    paras[0] = replace(paras[0], text=_dateline(w, house, day) + paras[0].text)
    who = _speaker(take, lines[0])
    if who:
        shown = [line for line in lines if line.now == line.base]
        other = take.mode == "back"
        shown = shown[: rng.choice((0, 1, 2)) if take.via else rng.choice((1, 2, 3))]
        quotes = [quotation(w, house, line, who[spot > 0], other=other) for spot, line in enumerate(shown)]
        spots = sorted(rng.sample(range(1, len(paras) + 1 + len(quotes)), len(quotes)))
        for spot, quote in zip(spots, quotes, strict=True):
            paras.insert(spot, quote)
        paras += [] if take.via else _stock(w, lines[0], who[1])
    if late:
        paras.insert(1, Para(fill(w.frame(after), slots_of(w, at, take, lines[0]))))
    return publish(w, Story(house, day, head, paras, lines, mode=take.mode))


def _speaker(take: Take, line: Line) -> tuple[str, str] | None:
    """The names under which the article quotes the speaker, at first and after; None where it quotes nobody."""
    voice = line.origin.voice
    if voice.kind == "own" or take.mode in {"nobody", "viaown", "viabare"}:
        return None
    if voice.kind == "nameless":
        return f"the {voice.rank}", f"the {voice.rank}"
    if take.mode == "title":
        return voice.role, voice.role
    if take.mode == "alt" or take.hide:
        return ("one of its authors", "the author") if voice.kind == "body" else ("the politician",) * 2
    if voice.kind == "person":
        full = voice.who if take.mode in {"via", "back"} else voice.short
        names = (full.replace(voice.person, abroad(voice.person)), abroad(voice.short))
        return names if take.mode == "back" else (full, voice.short)
    return voice.person, voice.person.split(",")[0].split()[-1]


def _stock(w: World, line: Line, who: str) -> list[Para]:
    """Words that many mouths use: a proverb, an oath, a phrase of offices; they are this origin's all the same."""
    rng, origin = w.rng, line.origin.id
    sayings = words.PROVERBS if line.origin.voice.kind == "person" else words.PROVERBS[:3]
    if rng.random() < 0.3:
        return [Para(f"“{{{origin}: {rng.choice(sayings)}}},” {who} said.")]
    if rng.random() < 0.3:
        return [Para(f"For the rest, {who} said, {{{origin}: {rng.choice(words.STOCK)}}}.")]
    return []


def _parent(w: World) -> Story:
    """A recent article with statements that can be taken over."""
    fit = [story for story in w.stories if story.lines][-14:]
    first = [story for story in fit if story.house == story.lines[0].origin.house]
    return w.rng.choice(first if first and w.rng.random() < 0.55 else fit)


def _later(w: World, story: Story, most: int = 2) -> date:
    return story.day + timedelta(days=w.rng.randint(0, most))


def _copy(w: World, *, cut: bool, lead: bool) -> Story:
    """A reprint, whole or cut, with the old beginning or another."""
    old = _parent(w)
    house, day = w.house("paper", "portal", but=old.house.name), _later(w, old)
    head, paras, rng = old.head, list(old.paras), w.rng
    if cut and len(paras) > 2:
        paras = paras[: max(2, len(paras) * 3 // 5)]
    if lead:
        slots = {"capital": w.capital, "p": w.places[0]}
        paras[0] = replace(paras[0], text=_DATELINE.sub("", paras[0].text))
        paras.insert(0, Para(fill(rng.choice(words.LEADS), slots)))
    if lead or rng.random() < 0.3:
        head = headline(w, house, old.lines[0], old.lines[0].origin.voice.tag)
    story = Story(house, day, head, paras, old.lines, "reprint", old.mode)
    credit = rng.choice((f"({old.house.name})", f"Source: {old.house.name}", f"From {old.house.name}", ""))
    if credit:
        story.top.append(credit)
    if cut:
        return publish(w, story)
    story.foot = [fill(rng.choice(words.NOTICES[1:4]), {"out": house.name})]
    w.stories.append(story)
    return story


def _whole(w: World) -> None:
    _copy(w, cut=False, lead=False)


def _cut(w: World) -> None:
    _copy(w, cut=True, lead=False)


def _new_lead(w: World) -> None:
    _copy(w, cut=w.rng.random() < 0.5, lead=True)


def _light(w: World) -> None:
    """The same text with some words exchanged and perhaps a paragraph moved."""
    old = _parent(w)
    house = w.house("paper", "portal", but=old.house.name)
    swaps = w.rng.sample(words.SWAPS, 7)
    paras = []
    for para in old.paras:
        text = para.text
        for before, after in swaps:
            text = text.replace(before, after)
        paras.append(replace(para, text=text))
    if len(paras) > 3:
        paras.insert(w.rng.randint(2, len(paras) - 1), paras.pop())
    publish(w, Story(house, _later(w, old), old.head, paras, old.lines, "edit", old.mode))


def mode_of(w: World, old: Story, *modes: str) -> Take:
    """A way to name the source that leaves no doubt about the origin where others say the same."""
    origin, mode = old.lines[0].origin, w.rng.choice(modes)
    kind, hidden = origin.voice.kind, old.mode in {"alt", "title"}
    if kind == "nameless" and mode in {"voice", "title"}:
        mode = "via"
    if hidden and mode in {"voice", "title"}:
        mode = "alt"
    if mode == "title" and kind != "person":
        mode = "alt"
    bent = any(line.now != line.base for line in old.lines)
    if (origin.shared or bent) and mode in {"nobody", "alt"}:
        mode = "via"
    if kind == "own" and mode not in {"nobody", "alt"}:
        mode = "viaown"
    if old.mode in {"nobody", "viabare"} and mode != "nobody":
        mode = "viabare"
    if old.house != origin.house and mode == "viaown":
        mode = "viabare"
    if mode == "nobody":
        origin.bare = True
    return Take(mode, old.house.name, old.day, hide=hidden)


def _retell(w: World, old: Story, take: Take, lines: list[Line] | None = None) -> Story:
    kinds = ("portal",) if take.mode == "back" else ("paper", "portal", "blog")
    return tell(w, (w.house(*kinds, but=old.house.name), _later(w, old)), lines or old.lines, take)


def _heavy(w: World) -> None:
    """The same statements in nearly the same words, but every sentence built anew and in another order."""
    old = _parent(w)
    lines = [old.lines[0], *w.rng.sample(old.lines[1:], len(old.lines) - 1)]
    _retell(w, old, mode_of(w, old, "voice", "via"), lines)


def _other_words(w: World) -> None:
    old = _parent(w)
    _retell(w, old, replace(mode_of(w, old, "alt", "title"), shift=1))


def _no_name(w: World) -> None:
    old = _parent(w)
    _retell(w, old, replace(mode_of(w, old, "nobody"), shift=w.rng.randint(1, 2)))


def _through(w: World) -> None:
    old = _parent(w)
    _retell(w, old, replace(mode_of(w, old, "via"), shift=w.rng.randrange(3)))


def _chain(w: World) -> None:
    """A relay of the newest relay."""
    fit = [story for story in w.stories if story.lines and story.house != story.lines[0].origin.house][-4:]
    old = w.rng.choice(fit) if fit else _parent(w)
    _retell(w, old, replace(mode_of(w, old, "via"), shift=2), old.lines[: w.rng.randint(1, 3)])


def _back(w: World) -> None:
    """A foreign portal's version translated back: the order turned round, the words others, the grammar stiff."""
    old = _parent(w)
    _retell(w, old, replace(mode_of(w, old, "back"), shift=2), old.lines[::-1])


def _quote_only(w: World) -> None:
    """Nothing but a quotation."""
    old = _parent(w)
    line = w.rng.choice(old.lines)
    voice = line.origin.voice
    if voice.kind == "own" or line.now != line.base:
        _through(w)
        return
    name = {"body": voice.person, "person": voice.who}.get(voice.kind, f"{voice.who} to {line.origin.house.name}")
    house = w.house("portal", "blog", but=line.origin.house.name)
    head = Para(w.rng.choice(("Quote of the day", "Said today", "In their own words", "Overheard")))
    publish(w, Story(house, _later(w, old), head, [quotation(w, house, line, name)], [], "quote"))


def _wrong_day(w: World) -> None:
    """The source is named rightly and the day of the remark wrongly."""
    old = _parent(w)
    take = mode_of(w, old, "voice")
    if take.mode == "voice" and old.lines[0].origin.voice.kind in {"body", "person"}:
        take = replace(take, wrong=-w.rng.randint(1, 2))
    _retell(w, old, take)


def _bent(w: World, about: str) -> None:
    """A relay that gives one statement with another amount, another day or no doubt."""
    old, rng = _parent(w), w.rng
    lines = list(old.lines)
    now = lines[0].now
    if about == "amount":
        grown = now.n * rng.choice((2, 3, 10)) if rng.random() < 0.7 else now.n + max(1, now.n // 4)
        now = replace(now, n=grown)
    elif about == "time":
        days = rng.choice((7, 10, 30)) if now.fact.kind == "p" else -rng.randint(1, 3)
        now = replace(now, t=now.t + timedelta(days=days))
    else:
        hedged = [spot for spot, line in enumerate(lines) if line.now.m in HEDGES and line.now.fact.kind == "p"]
        if hedged:
            lines.insert(0, lines.pop(hedged[0]))
        now = replace(lines[0].now, m="will")
    lines[0] = replace(lines[0], now=now)
    _retell(w, old, replace(mode_of(w, old, "voice", "via", "alt"), shift=rng.randrange(2)), lines)


def _inflated(w: World) -> None:
    _bent(w, "amount")


def _moved(w: World) -> None:
    _bent(w, "time")


def _sure(w: World) -> None:
    _bent(w, "strength")


def _round_up(w: World) -> None:
    """An aggregator that gives what two or three others have, one after the other."""
    fit = [story for story in w.stories if story.lines][-10:]
    picked: list[Story] = []
    seen: set[str] = set()
    for story in w.rng.sample(fit, len(fit)):
        if story.lines[0].origin.id not in seen and len(picked) < 3:
            seen.add(story.lines[0].origin.id)
            picked.append(story)
    house, day = w.house("portal"), max(story.day for story in picked)
    paras = []
    for story in picked:
        take = replace(mode_of(w, story, "via"), shift=w.rng.randrange(3))
        paras.append(sentence(w, (house, day), take, story.lines[0], first=True))
    head = Para(
        w.rng.choice(
            ("What the papers say", "The day in brief", f"{picked[0].lines[0].now.place}: the state of play")
        )
    )
    publish(w, Story(house, day, head, paras, [], "round-up"))


def _caption(w: World) -> None:
    """A picture with a line under it that repeats a statement."""
    old = _parent(w)
    house, line = w.house("paper", "portal", but=old.house.name), old.lines[0]
    day = _later(w, old)
    take = replace(mode_of(w, old, "voice", "via"), shift=1)
    one = sentence(w, (house, day), take, line, first=True)
    head = Para(f"In pictures: {line.now.place}")
    publish(w, Story(house, day, head, [replace(one, text="Photo: archive. " + one.text)], [], "caption"))


RELAYS: tuple[Callable[[World], None], ...] = (
    _whole, _whole, _cut, _new_lead, _light, _light, _heavy, _heavy, _other_words, _other_words, _no_name, _no_name,
    _through, _through, _chain, _back, _back, _quote_only, _wrong_day, _inflated, _moved, _sure, _round_up,
    _caption,
)  # fmt: skip
