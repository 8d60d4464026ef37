"""From an occasion to the sentences of an article: attributed, marked, with a title and what stands below."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from evals.origins import generator_words as words
from evals.origins.generator_frames import ON, Frames
from evals.origins.generator_world import Occasion, Outlet, Person, spoken

#: How often a sentence goes on without saying whose words it gives.
GOES_ON = 0.15


@dataclass(slots=True)
class Draft:
    """An article with its marks; `main` is the occasion that it reports, None where it reports none first."""

    number: str
    outlet: Outlet
    day: date
    title: str
    paragraphs: list[str]
    main: Occasion | None = None


def sentences(
    occasion: Occasion,
    draft: Draft,
    table: Frames,
    chance: random.Random,
    **how: object,
) -> list[str]:
    """The points of an occasion as sentences of an article. `how`: wording, the day `said`, the `source` draft."""
    wording = int(str(how.get("wording", 0)))
    said, source = how.get("said"), how.get("source")
    heads, others = table[occasion.kind]
    named = False
    out: list[str] = []
    for at, point in enumerate(occasion.points):
        frame = chance.choice(others if at else heads)
        if not named:
            frame = frame.replace("{last}", "{role} {person}").replace("{she}", "{role} {person}")
        named = named or "{person}" in frame or "the {role}" in frame
        if at and len(others) > 1 and chance.random() < GOES_ON:
            out[-1] += " " + filled(ON, occasion, draft, point.words(wording))
        else:
            out.append(filled(frame, occasion, draft, point.words(wording), source=source, said=said))
    return out


def filled(frame: str, occasion: Occasion, draft: Draft, content: str, **more: object) -> str:
    """A frame with its content, marked, and with whose words they are."""
    said, source = more.get("said") or occasion.day, more.get("source")
    host = occasion.host or (source.outlet if isinstance(source, Draft) else draft.outlet)
    day = day_of(said if isinstance(said, date) else occasion.day, draft.day)
    person = occasion.person or Person("", "", "", woman=False)
    slots = {
        "C": mark(occasion, capital(content)), "c": mark(occasion, content),
        "q": draft.outlet.quoted(f"{mark(occasion, capital(content))},"),
        "body": occasion.body, "short": occasion.short, "person": person.name, "last": person.last,
        "role": person.role, "she": person.she, "day": day, "date": spoken(occasion.day),
        "day_capital": more.get("day", ""), "host": host.name, "me": draft.outlet.name, "other": "",
    }  # fmt: skip
    text = frame.format(**{**slots, **{key: value for key, value in more.items() if key in {"other", "date"}}})
    return text if text.startswith("{") else capital(text)


def mark(occasion: Occasion, content: str) -> str:
    """The content with its origin, in the notation."""
    return f"{{{occasion.id}: {content}}}"


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def day_of(day: date, today: date) -> str:
    """A day as an article tells it: by its name in the week before, else by its date."""
    return f"on {day:%A}" if 0 <= (today - day).days <= 6 else f"on {spoken(day)}"


def title(outlet: Outlet, occasion: Occasion, wording: int) -> str:
    """The first point as a title, shouted where that is the outlet's way."""
    text = capital(occasion.points[0].words(wording, short=True))
    return mark(occasion, text.upper() if outlet.shouts else text)


def grouped(lines: Sequence[str], chance: random.Random) -> list[str]:
    """Sentences as paragraphs of one or two, here and there with a line of scenery."""
    out, at = [], 0
    while at < len(lines):
        size = 1 + (chance.random() < 0.4)
        out.append(" ".join(lines[at : at + size]))
        at += size
        if chance.random() < 0.2:
            out.append(chance.choice(words.SCENERY))
    return out


def below(outlet: Outlet) -> list[str]:
    """What the outlet puts below each article."""
    return [text.format(outlet=outlet.name) for text in outlet.furniture]
