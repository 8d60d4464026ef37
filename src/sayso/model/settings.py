"""Settings of a run, beside the articles and the question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypedDict

from sayso.model.forecasts import Resolved
from sayso.model.rulings import Ruling


class Settings(TypedDict, total=False):
    """What a run may be given beside articles and question; each has a default.

    `families` are rows of (outlet or domain, family) that overrule the table of houses. `prior` is a probability
    in (0, 1), `prior_why` its ground; without one each kind of question has its own. `records` are forecasts of
    past cases whose outcome is known; their sources' words weigh by them. `progress` is told each step in words.
    """

    rulings: Sequence[Ruling]
    families: Sequence[tuple[str, str]]
    prior: float | None
    prior_why: str
    yardstick: str
    records: Sequence[Resolved]
    progress: Callable[[str], None]
