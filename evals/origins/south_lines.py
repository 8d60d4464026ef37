"""Sentences of the second generator: a statement told, quoted or made a title, and what it gives otherwise."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from evals.origins import south_words as words
from evals.origins.south_parts import HEDGES, House, Line, Para, Row, Said, Take, World
from evals.origins.south_words import FRAMES

_PAST = re.compile(r"\b(?:said|told|wrote|added)\b[^.]*<c>")


def abroad(name: str) -> str:
    """A person's name as it looks when it has been through another alphabet."""
    return name.translate({ord("v"): "w", ord("z"): "s", ord("k"): "kh", ord("y"): "j"})


def day_words(day: date, house: House, *, year: bool = False) -> str:
    """A date in the style of the house."""
    text = f"{day:%B} {day.day}" if house.month_first else f"{day.day} {day:%B}"
    return f"{text}{',' if house.month_first else ''} {day.year}" if year else text


def when(day: date, at: date, house: House) -> str:
    """The day as "on Tuesday" or "on 2 May", as an article of the day `at` would put it."""
    return f"on {day:%A}" if 0 <= (at - day).days < 7 else f"on {day_words(day, house)}"


def fill(frame: str, slots: dict[str, str]) -> str:
    """The frame with its slots filled; a slot with a capital takes its filling with one."""

    def put(found: re.Match[str]) -> str:
        key = found[1]
        if key in slots:
            return slots[key]
        text = slots[key[0].lower() + key[1:]]
        return upper(text)

    return re.sub(r"<([A-Za-z]\w*)>", put, frame)


def upper(text: str) -> str:
    """The text with a capital, also inside a mark."""
    at = text.index(": ") + 2 if text.startswith("{") else 0
    return text[:at] + text[at].upper() + text[at + 1 :]


def number(n: int, house: House) -> str:
    """A number in the style of the house."""
    return f"{n:,}" if house.commas or n > 9999 else str(n)


def mark(line: Line, text: str) -> str:
    """The words with their origin."""
    ids = line.origin.id + (f"+{line.also.id}" if line.also else "")
    return f"{{{ids}: {text}}}"


def values(said: Said, house: House) -> dict[str, str]:
    """The fillings of a fact's slots."""
    return {"n": number(said.n, house), "t": day_words(said.t, house), "p": said.place, "m": said.m}


def clause(said: Said, house: House, shift: int) -> str:
    """The fact as a clause; `shift` 0 is the wording of the origin, 1 and 2 share neither subject nor predicate."""
    subject = said.fact.subjects.split("|")[(said.wording + shift) % 3]
    predicate = said.fact.predicates.split("|")[(said.wording // 3 + shift) % 3]
    text = f"{subject} {predicate}"
    if predicate.endswith(" by <t>") and (said.wording + shift) % 4 == 1:
        text = f"by <t> {subject} {predicate.removesuffix(' by <t>')}"
    return fill(text, values(said, house)).replace("per cent", house.percent).replace(" %", "%")


def changes(line: Line, frame: str, house: House, text: str) -> tuple[Row, ...]:
    """What the words `text`, made from a template with the slots of `frame`, give otherwise than the origin."""
    base, now, first, rows = line.base, line.now, line.origin.house, []
    if "<n>" in frame and base.n != now.n:
        rows.append(Row(line.origin.id, "amount", number(base.n, first), number(now.n, house)))
    if "<t>" in frame and base.t != now.t:
        rows.append(Row(line.origin.id, "time", day_words(base.t, first), day_words(now.t, house)))
    if "<m>" in frame and base.m in HEDGES and now.m == "will":
        said = re.search(r"\b(?:may|might|could) \S+ \S+", clause(base, first, 0))
        here = re.search(r"\b(?:will|would) \S+ \S+", text)
        if said and here:
            rows.append(Row(line.origin.id, "strength", said[0], here[0]))
    return tuple(rows)


def headline(w: World, house: House, line: Line, tag: str, *, sharpen: bool = False) -> Para:
    """A title that repeats a statement, with or without a word on whose it is."""
    if sharpen:
        line = replace(line, now=replace(line.now, m="will"))
    frame = w.rng.choice(line.now.fact.heads.split("|"))
    text = fill(frame, values(line.now, house)).replace("per cent", house.percent).replace(" %", "%")
    rows = changes(line, frame, house, text)
    marked = mark(line, upper(text))
    shapes = (marked, f"{marked}: {tag}", f"{upper(tag)}: {marked}") if tag else (marked,)
    return Para(w.rng.choice(shapes), rows)


def sentence(w: World, at: tuple[House, date], take: Take, line: Line, *, first: bool) -> Para:
    """A statement in a sentence that says, or does not say, whose it is."""
    house = at[0]
    voice, origin = line.origin.voice, line.origin
    mode = take.mode if take.mode != "voice" else voice.kind
    frames = FRAMES.get(f"{mode}.{'first' if first else 'later'}") or FRAMES.get(f"{voice.kind}.later", ("<C>.",))
    if mode in {"viaown", "viabare"} and not first:
        frames = FRAMES["via.later"]
    if take.wrong and first:
        frames = tuple(one for one in frames if "<day>" in one)
    frame = w.frame(frames)
    text = clause(line.now, house, take.shift)
    if _PAST.search(frame) and w.rng.random() < 0.4:
        text = re.sub(r"\bwill\b", "would", re.sub(r"\bmay\b", "might", text))
    slots = slots_of(w, at, take, line)
    rows = changes(line, "<n><m>" + ("<t>" if slots["t"] in text else ""), house, text)
    if take.wrong and first:
        before = when(origin.day, origin.day, origin.house).removeprefix("on ")
        rows += (Row(origin.id, "time", before, slots["day"].removeprefix("on ")),)
    return Para(fill(frame, slots | {"c": mark(line, text)}), rows)


def slots_of(w: World, at: tuple[House, date], take: Take, line: Line) -> dict[str, str]:
    """The fillings of a frame that names the source."""
    house, day = at
    origin, voice = line.origin, line.origin.voice
    told = when(origin.day + timedelta(days=take.wrong), day, house)
    who = voice.who if voice.kind != "own" else "its own reporters"
    short = voice.short
    if take.mode == "back" and voice.kind == "person":
        who, short = who.replace(voice.person, abroad(voice.person)), abroad(short)
    return {
        "who": voice.alt if take.hide else who, "short": short, "alt": voice.alt,
        "role": voice.role, "rank": voice.rank, "doc": origin.doc, "adoc": origin.adoc, "day": told,
        "out": house.name, "from": origin.house.name, "via": take.via, "t": day_words(line.now.t, house),
        "vday": when(take.vday or day, day, house), "chan": w.rng.choice(w.places) + " Live",
    }  # fmt: skip


def _direct(line: Line, house: House, *, other: bool) -> str:
    """The speaker's own words; `other` are those that a translation there and back makes of them."""
    said = line.now
    if said.quote < 2:
        return fill(said.fact.quotes.split("|")[(said.quote + other) % 2], values(said, house))
    opener = words.OPENERS[(said.quote - 2) // len(words.CLOSERS)].split("|")[other]
    closer = words.CLOSERS[(said.quote - 2) % len(words.CLOSERS)].split("|")[other]
    return f"{opener} {clause(said, house, 1 + other)},/ {closer}"


def quotation(w: World, house: House, line: Line, voice: str, *, other: bool = False) -> Para:
    """A statement in its speaker's own words, sometimes with the speaker's name in the middle."""
    text = _direct(line, house, other=other).replace("per cent", house.percent).replace(" %", "%")
    split = w.rng.random() < 0.45
    frames: tuple[str, ...] = words.SPLIT if split else words.QUOTED
    if "," in voice:
        frames = tuple(one for one in frames if re.search("<voice>[.,]", one))
    one, two = (part.strip() for part in text.split("/"))
    slots = {"Q": mark(line, f"{one} {two}"), "voice": voice}
    if split:
        slots |= {"Q1": mark(line, one.rstrip(",:")), "Q2": mark(line, two)}
    return Para(fill(w.frame(frames), slots))
