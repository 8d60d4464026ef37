"""What people decided, put to work: statements dropped, articles dated, outcomes known. Nothing else is touched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.model.case import Page
from sayso.model.forecasts import Outcome
from sayso.model.notes import Note
from sayso.model.rulings import Ruling
from sayso.model.times import Dating, Interval


@dataclass(frozen=True, slots=True)
class Decided:
    """Rulings by what they speak of: dropped statements, days of articles, joins and splits, outcomes."""

    dropped: frozenset[str]
    days: dict[str, Ruling]
    identities: tuple[Ruling, ...]
    outcomes: tuple[Ruling, ...]


def decided(rulings: Iterable[Ruling]) -> Decided:
    """The standing `rulings`, sorted by what they speak of."""
    kept = tuple(rulings)
    return Decided(
        dropped=frozenset(r.target for r in kept if r.verdict == "reject"),
        days={r.target: r for r in kept if r.verdict == "date"},
        identities=tuple(r for r in kept if r.verdict in {"merge", "split"}),
        outcomes=tuple(r for r in kept if r.verdict == "outcome"),
    )


def merges_undone(rulings: Iterable[Ruling]) -> frozenset[tuple[str, str]]:
    """The pairs whose last word is a split right after a merge: the split takes the merge back.

    `rulings` are all that were ever made, in that order. A second split says of itself that the two are apart.
    """
    last: dict[tuple[str, str], tuple[str, str]] = {}
    for ruling in rulings:
        ends = sorted(ruling.target.split("+"))
        if ruling.verdict in {"merge", "split"} and len(ends) == 2:
            pair = (ends[0], ends[1])
            last[pair] = (last.get(pair, ("", ""))[1], ruling.verdict)
    return frozenset(pair for pair, verdicts in last.items() if verdicts == ("merge", "split"))


def interval(value: str | None) -> Interval | None:
    """The days that a date ruling gives ("2024-05-03" or "2024-05-01/2024-05-03"); None where it gives none."""
    parts = (value or "").split("/")
    try:
        days = [date.fromisoformat(part.strip()) for part in parts]
    except ValueError:
        return None
    return Interval(days[0], days[-1]) if len(days) <= 2 and days[0] <= days[-1] else None


def with_days(pages: Sequence[Page], days: dict[str, Ruling]) -> tuple[Page, ...]:
    """The pages, those that a person has dated with that date as given."""
    return tuple(_dated(page, days.get(page.article.id)) for page in pages)


def _dated(page: Page, ruling: Ruling | None) -> Page:
    """The page with the date of a ruling, where it has one that can be read."""
    found = interval(ruling.value) if ruling else None
    if ruling is None or found is None:
        return page
    dating = Dating(found, "given", reasons=(f"set by {ruling.by}: {ruling.why}",))
    return replace(page, article=replace(page.article, published=dating))


def outcomes(rulings: Iterable[Ruling], hypotheses: Iterable[str]) -> tuple[Outcome, ...]:
    """What is known to have happened, for hypotheses of the case; a value that cannot be read gives none."""
    known = set(hypotheses)
    out = []
    for ruling in rulings:
        word, _, day = (ruling.value or "").partition(" ")
        found = interval(day)
        if ruling.target in known and word in {"yes", "no"} and found and found.latest:
            out.append(Outcome(ruling.target, word == "yes", found.latest, ruling.by))
    return tuple(out)


def strangers(rulings: Iterable[Ruling], known: frozenset[str]) -> tuple[Note, ...]:
    """A note for each ruling that names something which is not in the case, or whose value cannot be read."""
    out = []
    for ruling in rulings:
        missing = sorted(part for part in ruling.target.split("+") if part not in known)
        if missing:
            out.append(
                Note(
                    "L305",
                    f'The ruling "{ruling.verdict}" by {ruling.by} names {", ".join(missing)}, not in the case.',
                )
            )
        elif ruling.verdict == "date" and interval(ruling.value) is None:
            out.append(Note("L305", f'The ruling "date" by {ruling.by} gives "{ruling.value}", which is no day.'))
    return tuple(out)
