"""Forecasts that sources make: the phrase, the day, the probabilities it stands for, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from sayso.model.forecasts import Forecast, Score, Tally
from sayso.model.prose import day
from sayso.showing.calibration import drawing, in_words, too_few
from sayso.showing.catalogue import Catalogue, Link
from sayso.showing.words import likelihood


@dataclass(frozen=True, slots=True)
class Bet:
    """A forecast in words; `score` is its penalty where the outcome is known, `again` the places that repeat it."""

    place: Link | None
    speaker: str
    event: str
    phrase: str
    by: str
    spread: str
    score: str
    again: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What forecasts amount to: sources with a rate, in words, and the calibration of all of them, or why none."""

    rates: tuple[str, ...]
    plot: Markup | None
    classes: tuple[str, ...]
    lacking: str


def bets(made: Catalogue) -> tuple[Bet, ...]:
    """The forecasts that count, in the order of their statements; those that repeat one are links beside it."""
    scores = {(score.statement, score.rule): score for score in made.answers.scores}
    repeats: dict[str, list[str]] = {}
    for one in made.answers.forecasts:
        if one.repeats:
            repeats.setdefault(one.repeats, []).append(one.statement)
    rows = []
    for one in made.answers.forecasts:
        if one.repeats:
            continue
        entry = made.entries.get(one.statement)
        found = [scores.get((one.statement, rule)) for rule in ("brier", "log")]
        bet = Bet(
            entry.link if entry else None,
            entry.speaker if entry else "",
            one.event,
            one.phrase,
            day(one.by) if one.by else "no day",
            likelihood(one.low, one.high),
            _score(one, *found),
            made.statements(repeats.get(one.statement, ())),
        )
        rows.append((entry.number if entry else 0, bet))
    return tuple(bet for _, bet in sorted(rows, key=lambda row: row[0]))


def _score(forecast: Forecast, brier: Score | None, log: Score | None) -> str:
    """What became of a forecast."""
    if brier is None:
        return "open" if forecast.resolvable else forecast.why or "cannot be settled"
    more = f", log {log.low:.2f} to {log.high:.2f}" if log else ""
    return f"Brier {brier.low:.2f} to {brier.high:.2f}{more}"


def reckoning(made: Catalogue) -> Reckoning | None:
    """What the resolved forecasts of this case and of the records given amount to; None where there is none."""
    bins = made.answers.calibration
    if not bins:
        return None
    rates = tuple(_rate(one) for one in made.answers.tallies if one.brier)
    return Reckoning(rates, drawing(bins), in_words(bins), too_few(bins))


def _rate(one: Tally) -> str:
    """A source's rate in words."""
    low, mean, high = one.brier or (0.0, 0.0, 0.0)
    return f"{one.names[0]}: right in {one.right} of {one.n}, Brier {mean:.2f} ({low:.2f} to {high:.2f})"
