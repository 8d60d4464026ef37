"""The times of a text resolved anew when its date, or that of the words around them, becomes known.

Two steps. First every time is tied to days as if it counted from the day of the text. Then those that stand in
what was said on another day ("On Friday she said: “… tomorrow”") are tied once more, from the days of the time
that tells when: those told by the text itself first, then what was said inside what was said, `_DEEPEST` deep. A
chain of anchors that ends nowhere, in a circle, or in days that are not known changes nothing. Forms and ids stay
as they are, so that resolving again for the same day gives the same, and for another day the other days.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.model.resolution import opened, resolve, ruled
from sayso.model.timeforms import parsed
from sayso.model.times import Interval, TimeMention
from sayso.model.timexdays import days_of

_DEEPEST = 4


def redated(mentions: Sequence[TimeMention], written: Interval | None) -> tuple[TimeMention, ...]:
    """The mentions of one text resolved anew for the days on which it may have been written; formless ones stay."""
    known = {m.id: m for m in _tied([m for m in mentions if m.form], written)}
    for level in _levels(mentions):
        for anchor, group in level.items():
            spoken = spoken_days(known.get(anchor), written)
            if spoken:
                known.update((m.id, m) for m in _tied(group, spoken))
    return tuple(known.get(m.id, m) for m in mentions)


def spoken_days(told: TimeMention | None, written: Interval | None) -> Interval | None:
    """The days on which something was said, by the mention that tells when; None where that leaves an end open.

    They end with the last day on which the text may have been written. A mention that was read as lying ahead
    ("in January" of the next year) is read as past here, since nobody tells what is still to be said; None where
    it cannot be.
    """
    if told is None:
        return None
    last = written.latest if written else None
    days = told.interval if told.interval.earliest and told.interval.latest else days_of(told.timex)
    if last and days.earliest and last < days.earliest:
        days = resolve([replace(parsed(told.form), lean=-1, odds=-99)], written)[0].interval
    if days.earliest is None or days.latest is None or (last and last < days.earliest):
        return None
    return Interval(days.earliest, min(days.latest, last or days.latest))


def _tied(mentions: Sequence[TimeMention], written: Interval | None) -> Iterable[TimeMention]:
    """The mentions tied to days together, counted from `written`."""
    forms = [parsed(m.form) for m in mentions]
    for m, form, one in zip(mentions, forms, resolve(forms, written), strict=True):
        days = opened(form, one.interval, m.bound)
        yield replace(m, timex=one.timex, interval=days, rule=ruled(m.rule, one.how))


def _levels(mentions: Sequence[TimeMention]) -> list[dict[str, list[TimeMention]]]:
    """The anchored mentions by how many anchors stand between them and the text's own day, then by their anchor."""
    anchors = {m.id: m.anchor for m in mentions if m.anchor and m.form}
    if not anchors:
        return []
    levels: list[dict[str, list[TimeMention]]] = [{} for _ in range(_DEEPEST)]
    for m in mentions:
        depth = _depth(m.id, anchors)
        if 0 < depth <= _DEEPEST:
            levels[depth - 1].setdefault(anchors[m.id] or "", []).append(m)
    return levels


def _depth(id_: str, anchors: Mapping[str, str | None]) -> int:
    """How many anchors a mention's chain has; more than `_DEEPEST` for a long one or a circle."""
    depth, at = 0, anchors.get(id_)
    while at and depth <= _DEEPEST:
        depth, at = depth + 1, anchors.get(at)
    return depth
