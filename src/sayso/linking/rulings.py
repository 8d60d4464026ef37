"""What people decided, put to work: statements dropped, articles dated, outcomes known. Nothing else is touched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from sayso.model.case import Page
from sayso.model.forecasts import Outcome
from sayso.model.notes import Note
from sayso.model.prose import day as in_words
from sayso.model.prose import shortened
from sayso.model.rulings import Ruling
from sayso.model.stances import Hypothesis
from sayso.model.times import Dating, Interval


@dataclass(frozen=True, slots=True)
class Decided:
    """Rulings by what they speak of: dropped statements, days of articles, joins and splits."""

    dropped: frozenset[str]
    days: dict[str, Ruling]
    identities: tuple[Ruling, ...]


def decided(rulings: Iterable[Ruling]) -> Decided:
    """The standing `rulings`, sorted by what they speak of."""
    kept = tuple(rulings)
    return Decided(
        dropped=frozenset(r.target for r in kept if r.verdict == "reject"),
        days={r.target: r for r in kept if r.verdict == "date"},
        identities=tuple(r for r in kept if r.verdict in {"merge", "split"}),
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


def outcomes(rulings: Iterable[Ruling], hypotheses: Sequence[Hypothesis], question: str) -> tuple[Outcome, ...]:
    """What is known to have happened, for hypotheses of the case, from all `rulings` in the order made.

    A ruling names a hypothesis by its id, or by its words or those of the question (the first hypothesis). What is
    recorded of a negation is turned round. A value that cannot be read gives none.
    """
    standing: dict[str, Outcome | None] = {}
    earlier: dict[str, tuple[str, ...]] = {}
    for ruling in rulings:
        if ruling.verdict != "outcome":
            continue
        meant, found = _meant(ruling.target, hypotheses, question), _found(ruling)
        if meant is None or found is None:
            continue
        key = meant.negates or meant.id
        before, now = standing.get(key), _outcome(ruling, found, meant)
        if before and not (now and _alike(before, now)):
            back = "" if now else f"; taken back by {ruling.by}: {ruling.why}"
            earlier[key] = (*earlier.get(key, ()), f"{_recorded(before)}{back}")
        if not (before and now and _alike(before, now)):
            standing[key] = now
    held = [(standing.get(one.id), earlier.get(one.id, ())) for one in hypotheses]
    return tuple(replace(outcome, earlier=words) for outcome, words in held if outcome)


def _outcome(
    ruling: Ruling, found: tuple[bool, date, date | None] | Literal["open"], meant: Hypothesis
) -> Outcome | None:
    """What a ruling records of the hypothesis `meant`, or of what that negates; None where it takes back."""
    if found == "open":
        return None
    happened, known, on = found
    turned = happened is not bool(meant.negates)
    key = meant.negates or meant.id
    return Outcome(key, turned, known, ruling.source, on if turned else None, ruling.by, ruling.why)


def _alike(left: Outcome, right: Outcome) -> bool:
    """Whether two records say the same on the same word."""
    return replace(left, by=None, why="") == replace(right, by=None, why="")


def _meant(target: str, hypotheses: Sequence[Hypothesis], question: str) -> Hypothesis | None:
    """The hypothesis that the target of an outcome names."""
    words = plain(target)
    for one in hypotheses:
        if target == one.id or words == plain(one.text):
            return one
    return hypotheses[0] if hypotheses and words == plain(question) else None


def plain(text: str) -> str:
    """Words as they are compared: one line, without case and the mark at the end."""
    return " ".join(text.split()).casefold().rstrip(" ?.!")


def _found(ruling: Ruling) -> tuple[bool, date, date | None] | Literal["open"] | None:
    """Whether it happened, when that was known and when it happened; None where the value cannot be read."""
    word, _, told = (ruling.value or "").strip().partition(" ")
    if word == "open":
        return "open"
    known, on = interval(told), interval(ruling.on) if ruling.on else None
    if word not in {"yes", "no"} or known is None or known.latest is None:
        return None
    return word == "yes", known.latest, on.latest if on else None


def _recorded(outcome: Outcome) -> str:
    """An outcome that no longer stands, in words."""
    source = f" ({outcome.source})" if outcome.source else ""
    by = f", recorded by {outcome.by}" if outcome.by else ""
    return f"“{'yes' if outcome.happened else 'no'}”, known {in_words(outcome.known)}{source}{by}"


def strangers(rulings: Iterable[Ruling], known: frozenset[str]) -> tuple[Note, ...]:
    """A note for each ruling that names something which is not in the case, or whose value cannot be read.

    Outcomes are left to `unasked`.
    """
    out = []
    for ruling in rulings:
        if ruling.verdict == "outcome":
            continue
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


def unasked(rulings: Iterable[Ruling], hypotheses: Sequence[Hypothesis], question: str) -> tuple[Note, ...]:
    """A note for each outcome of another question, and for each whose value cannot be read."""
    out = []
    for ruling in rulings:
        if ruling.verdict != "outcome":
            continue
        if _meant(ruling.target, hypotheses, question) is None:
            told = f"is of “{shortened(ruling.target, 120)}”, which is not asked here."
        elif _found(ruling) is None:
            told = f'gives "{shortened(ruling.value or "", 60)}", not "yes DAY", "no DAY" or "open".'
        else:
            continue
        out.append(Note("L305", f'The ruling "outcome" by {ruling.by} {told}'))
    return tuple(out)
