"""`sayso resolve`: what happened, known when and on whose word; corrected or taken back by recording it again."""

from __future__ import annotations

import argparse
import getpass
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from sayso.app.exits import NOTHING, OK
from sayso.app.places import names_a_case, now, opened
from sayso.app.talk import say
from sayso.errors import SettingError
from sayso.linking.rulings import plain
from sayso.model.prose import day as in_words
from sayso.model.prose import shortened
from sayso.model.rulings import Ruling, counting
from sayso.store.journal import append, rulings


def resolve(arguments: argparse.Namespace) -> int:
    """Record an outcome in a case or a journal; the same once more is said and not doubled, else it corrects."""
    if names_a_case(arguments.journal, arguments):
        with opened(arguments, writing=True, name=arguments.journal) as repository:
            made = counting(entry.ruling for entry in repository.journal())
            ruling = replace(_ruling(arguments, datetime.now(UTC)), at=now())
            code = _recorded(arguments, ruling, made, lambda: repository.rule([ruling], seen=arguments.seen))
            if repository.stand().behind:
                say(f"sayso update {arguments.journal} scores the forecasts")
        return code
    path = Path(arguments.journal)
    ruling = _ruling(arguments, datetime.now(UTC))
    return _recorded(arguments, ruling, rulings(path), lambda: append(path, ruling))


def _recorded(
    arguments: argparse.Namespace, ruling: Ruling, made: Iterable[Ruling], record: Callable[[], object]
) -> int:
    """Record a ruling unless what was `made` says the same, and tell what became of it."""
    path = arguments.journal
    standing, asked = _standing(made, ruling.target), f"“{shortened(ruling.target, 100)}”"
    if standing and _same(standing, ruling):
        say(f"{path}: {asked}: {_told(standing)} is recorded already; nothing was added")
        return OK
    if ruling.value == "open" and standing is None:
        say(f"{path}: {asked}: no outcome is recorded that could be taken back")
        return NOTHING
    record()
    if standing is None:
        say(f"{path}: {asked}: recorded {_told(ruling)}")
    elif ruling.value == "open":
        say(f"{path}: {asked}: taken back {_told(standing)}; it stays in the journal as what was said before")
    else:
        say(f"{path}: {asked}: recorded {_told(ruling)}; this corrects {_told(standing)}, which stays in it")
    return OK


def _ruling(arguments: argparse.Namespace, now: datetime) -> Ruling:
    """The ruling that the arguments ask for; SettingError where it cannot be."""
    target = " ".join(arguments.hypothesis.split())
    if not target:
        raise SettingError('HYPOTHESIS: give an id such as h1, or the question in words: "Will … by 31 May 2031?"')
    for option in ("why", "source"):
        told = getattr(arguments, option)
        if told is not None and not told.strip():
            raise SettingError(f"--{option}: is empty; say it in a few words")
    value, on = _value(arguments, now.date())
    if value != "open" and arguments.source is None:
        raise SettingError('--source: say on whose word it is known, such as --source "the official gazette"')
    return Ruling(
        target=target,
        verdict="outcome",
        by=arguments.by or getpass.getuser(),
        at=now.isoformat(timespec="seconds"),
        why=arguments.why,
        value=value,
        source=arguments.source,
        on=on,
    )


def _value(arguments: argparse.Namespace, today: date) -> tuple[str, str | None]:
    """The value of the ruling, and the day on which it happened where that is given."""
    if arguments.outcome == "open":
        if arguments.on or arguments.day:
            raise SettingError("open: takes an outcome back and has no day; leave DAY and --on out")
        return "open", None
    if arguments.day is None:
        raise SettingError(f"{arguments.outcome}: give the day on which that was known, such as 2031-05-31")
    known = _day("DAY", arguments.day, today)
    on = _day("--on", arguments.on, today) if arguments.on else None
    if on and arguments.outcome == "no":
        raise SettingError("--on: what did not happen has no day; leave it out")
    if on and on > known:
        raise SettingError(f"--on {on}: lies after {known}, when it was known; check both days")
    return f"{arguments.outcome} {known.isoformat()}", on.isoformat() if on else None


def _day(name: str, value: str, today: date) -> date:
    """A day that is not ahead."""
    try:
        found = date.fromisoformat(value)
    except ValueError:
        raise SettingError(f"{name} {value}: not a day; give it as YYYY-MM-DD, such as 2031-05-31") from None
    if found > today:
        raise SettingError(f"{name} {value}: lies ahead; nobody knows yet what will have happened")
    return found


def _standing(made: Iterable[Ruling], target: str) -> Ruling | None:
    """The outcome of `target` that stands among rulings; None where there is none or it was taken back."""
    last = None
    for ruling in made:
        if ruling.verdict == "outcome" and plain(ruling.target) == plain(target):
            last = ruling
    return None if last is None or (last.value or "").strip() == "open" else last


def _same(left: Ruling, right: Ruling) -> bool:
    """Whether two rulings record the same on the same word."""
    return (left.value, left.source, left.on) == (right.value, right.source, right.on)


def _told(ruling: Ruling) -> str:
    """An outcome in words."""
    word, _, day = (ruling.value or "").partition(" ")
    try:
        known = f", known {in_words(date.fromisoformat(day))}"
    except ValueError:
        known = f" {day}" if day else ""
    source = f" ({ruling.source})" if ruling.source else ""
    return f"“{word}”{known}{source}, by {ruling.by}"
