"""Forecasts: who foretold what by when; what became of it, recorded and taken back; scores, and the look back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.app.desk.deeds import Telling
from sayso.app.desk.ledger import Ledger, ledger
from sayso.app.desk.listed import pager, query
from sayso.app.desk.lookups import large, lookups
from sayso.app.desk.shell import NotYetError, back, field, now, opened, page, rule, ruling, seen
from sayso.errors import SettingError
from sayso.linking.rulings import plain
from sayso.model.keeping import Entry
from sayso.model.prose import day as in_words
from sayso.showing.forecasts import reckoning
from sayso.showing.postmortems import look_backs
from sayso.showing.words import likelihood

#: Rows of a list.
ROWS: Final = 50
#: A day, or words, in more letters are a mistake.
_LONGEST: Final = 2000


@dataclass(frozen=True, slots=True)
class Settled:
    """A hypothesis that can be settled, and what stands about it now: in words, with the entry that says so."""

    id: str
    text: str
    closes: str
    told: str
    entry: Entry | None


def listed(request: Request) -> Response:
    """All forecasts, and what is known to have happened."""
    search, kind = query(request, "search"), query(request, "which") or "counts"
    words = {"counts": "counts:yes", "question": "counts:yes about:question", "all": ""}.get(kind, "counts:yes")
    with opened(request) as repository:
        turn = pager(request, ROWS)
        rows, total = repository.parts(
            "forecast", search=f"{search} {words}".strip() or None, after=turn.after, limit=ROWS
        )
        known = ledger(request)
        asked = _asked(request, known)
        found = known.of("outcome")
        return page(
            request, "forecasts.html", title="Forecasts", rows=[_row(one) for one in rows], search=search,
            which=kind, turn=turn.of(total), asked=asked, today=now()[:10],
            ruled=Telling(repository).deeds(found[::-1]), **_past(request),
        )  # fmt: skip


def _past(request: Request) -> dict[str, Any]:
    """Scores and the look back, as of the last update; none before the first, or where the case is too large."""
    if large(request):
        return {"reckoned": None, "looks": ()}
    try:
        look = lookups(request)
    except NotYetError:
        return {"reckoned": None, "looks": ()}
    return {"reckoned": reckoning(look.made), "looks": look_backs(look.made)}


def _row(record: Mapping[str, Any]) -> dict[str, Any]:
    """A record of a forecast in words."""
    brier = record.get("brier")
    score = f"Brier {brier['low']:.2f} to {brier['high']:.2f}" if brier else ""
    open_ = "open" if record["resolvable"] else record.get("why") or "cannot be settled"
    return {
        **record,
        "spread": likelihood(record["low"], record["high"]),
        "day": in_words(date.fromisoformat(record["by"])) if record["by"] else "no day",
        "score": score or open_,
    }


def _asked(request: Request, known: Ledger) -> list[Settled]:
    """The hypotheses that are no negation of another, each with what stands about it now."""
    with opened(request) as repository:
        records, _ = repository.parts("hypothesis", limit=200)
        question = repository.asked().question
    out = []
    for number, one in enumerate(records):
        if one["negates"]:
            continue
        names = {plain(one["id"]), plain(one["text"]), *([plain(question)] if not number else ())}
        standing = (entry for entry in reversed(known.of("outcome")) if known.counts(entry))
        entry = next((one for one in standing if plain(one.ruling.target) in names), None)
        closes = in_words(date.fromisoformat(one["closes"])) if one["closes"] else ""
        out.append(Settled(one["id"], one["text"], closes, _told(entry), entry))
    return out


def _told(entry: Entry | None) -> str:
    """What an outcome that stands says, in words; empty where none does."""
    word, _, day = ((entry.ruling.value or "") if entry else "").partition(" ")
    if entry is None or word not in {"yes", "no"}:
        return ""
    try:
        known = f", known on {in_words(date.fromisoformat(day))}"
    except ValueError:
        known = f", known on {day}"
    on = f" on {in_words(date.fromisoformat(entry.ruling.on))}" if entry.ruling.on and word == "yes" else ""
    source = f", from {entry.ruling.source}" if entry.ruling.source else ""
    return f"{'It happened' if word == 'yes' else 'It did not happen'}{on}{known}{source}"


def settled(request: Request) -> Response:
    """Record what happened, or take it back."""
    id_ = field(request, "hypothesis")
    one = next((held for held in _asked(request, ledger(request)) if held.id == id_), None)
    if one is None:
        raise SettingError("name a hypothesis of this case")
    target = one.entry.ruling.target if one.entry else one.id
    why, happened = field(request, "why").strip()[:_LONGEST], field(request, "happened")
    if happened == "open":
        if not one.told:
            return back(request, "/forecasts", "Nothing was changed: no outcome stands that could be taken back.")
        entries = rule(request, [ruling(request, target, "outcome", value="open", why=why)], seen=seen(request))
        return back(request, "/forecasts", f"Taken back: {one.told}.", undo=entries)
    value, on, source = _value(request, happened)
    made = replace(ruling(request, target, "outcome", value=value, why=why), source=source, on=on)
    entries = rule(request, [made], seen=seen(request))
    return back(request, "/forecasts", "Recorded. The next update scores the forecasts.", undo=entries)


def _value(request: Request, happened: str) -> tuple[str, str | None, str]:
    """The value of an outcome, the day on which it happened, and on whose word."""
    if happened not in {"yes", "no"}:
        raise SettingError("say whether it happened or did not")
    known = _day(request, "known")
    if known is None:
        raise SettingError("give the day on which that was known")
    on, source = _day(request, "on"), " ".join(field(request, "source").split())[:_LONGEST]
    if not source:
        raise SettingError("say on whose word it is known, such as the official gazette")
    if on and happened == "no":
        raise SettingError("what did not happen has no day; leave it empty")
    if on and on > known:
        raise SettingError(f"it happened on {on}, after {known}, when that was known; check both days")
    return f"{happened} {known}", str(on) if on else None, source


def _day(request: Request, name: str) -> date | None:
    """A day of the form that is not ahead; None where the field is empty."""
    told = field(request, name).strip()
    if not told:
        return None
    try:
        found = date.fromisoformat(told)
    except ValueError:
        raise SettingError(f"“{told[:40]}” is no day; give it as YYYY-MM-DD, such as 2031-05-31") from None
    if found.isoformat() > now()[:10]:
        raise SettingError(f"{found} lies ahead; nobody knows yet what will have happened")
    return found


ROUTES: Final = [
    Route("/forecasts", listed, methods=["GET"]),
    Route("/forecasts/outcome", settled, methods=["POST"]),
]
