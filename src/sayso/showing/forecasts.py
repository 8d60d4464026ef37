"""Forecasts that sources make: the phrase, the day, and the probabilities that the phrase stands for."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.prose import day
from sayso.showing.catalogue import Catalogue, Link
from sayso.showing.words import likelihood


@dataclass(frozen=True, slots=True)
class Bet:
    """A forecast in words; `score` is its penalty where the outcome is known."""

    place: Link | None
    speaker: str
    event: str
    phrase: str
    by: str
    spread: str
    score: str


def bets(made: Catalogue) -> tuple[Bet, ...]:
    """All forecasts, in the order of their statements."""
    scores = {score.statement: score for score in made.answers.scores}
    rows = []
    for forecast in made.answers.forecasts:
        entry = made.entries.get(forecast.statement)
        score = scores.get(forecast.statement)
        rows.append(
            (
                entry.number if entry else 0,
                Bet(
                    entry.link if entry else None,
                    entry.speaker if entry else "",
                    forecast.event,
                    forecast.phrase,
                    day(forecast.by) if forecast.by else "no day given",
                    likelihood(forecast.low, forecast.high),
                    f"{score.rule} {score.low:.2f} to {score.high:.2f}"
                    if score
                    else ("open" if forecast.resolvable else "cannot be settled"),
                ),
            )
        )
    return tuple(bet for _, bet in sorted(rows, key=lambda row: row[0]))
