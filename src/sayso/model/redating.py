"""The times of a text resolved anew when its date, or that of the words around them, becomes known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.calendar import bounded
from sayso.model.resolution import resolve
from sayso.model.timeforms import parsed
from sayso.model.times import Interval, TimeMention


def redated(mentions: Sequence[TimeMention], written: Interval | None) -> tuple[TimeMention, ...]:
    """The mentions of one text resolved anew for the days on which it may have been written; formless ones stay."""
    told = [mention for mention in mentions if mention.form]
    found = dict(zip((m.id for m in told), resolve([parsed(m.form) for m in told], written), strict=True))
    return tuple(
        replace(m, timex=found[m.id].timex, interval=bounded(found[m.id].interval, m.bound)) if m.form else m
        for m in mentions
    )
