"""What people decided, put to work: statements dropped, articles dated, sides set, outcomes known.

What a ruling changes in a statement itself is told in linking/edits.py; nothing else is touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from sayso.model.case import Page
from sayso.model.forecasts import Outcome
from sayso.model.notes import Note
from sayso.model.prose import day as in_words
from sayso.model.prose import shortened
from sayso.model.rulings import Ruling, Verdict, by_whom
from sayso.model.rulingvalues import called, side, unreadable
from sayso.model.stances import Hypothesis, Lean, Stance
from sayso.model.times import Dating, Interval


@dataclass(frozen=True, slots=True)
class Decided:
    """Rulings by what they speak of: dropped statements, days of articles, joins and splits, sides taken."""

    dropped: frozenset[str]
    days: dict[str, Ruling]
    identities: tuple[Ruling, ...]
    sides: tuple[Ruling, ...]


def decided(rulings: Iterable[Ruling]) -> Decided:
    """The standing `rulings`, sorted by what they speak of."""
    kept = tuple(rulings)
    dropped = frozenset(r.target for r in kept if r.verdict == "reject")
    return Decided(
        dropped=dropped,
        days={r.target: r for r in kept if r.verdict == "date"},
        identities=tuple(r for r in kept if r.verdict in {"merge", "split"}),
        sides=tuple(r for r in kept if r.verdict == "stance" and _named(r)[0] not in dropped),
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


def with_sides(
    stances: Sequence[Stance], sides: Iterable[Ruling], hypotheses: Sequence[Hypothesis], pages: Iterable[Page]
) -> tuple[Stance, ...]:
    """The stances with those that people set, ordered by page, statement and hypothesis as they were.

    What is set of a hypothesis is turned round for its negation, and the other way about; of two that are set, the
    later one stands.
    """
    posed = {one.id: one for one in hypotheses}
    found: dict[tuple[str, str], Stance] = {}
    for ruling in sides:
        statement, _, target = ruling.target.rpartition("@")
        told = side(ruling.value)
        if told is None or target not in posed:
            continue
        base = posed[target].negates or target
        for one in hypotheses:
            if base in {one.id, one.negates}:
                found[statement, one.id] = _set(
                    ruling, one, told, turned=bool(one.negates) is not bool(posed[target].negates)
                )
    if not found:
        return tuple(stances)
    order = (s.id for page in pages for s in (*page.statements, *page.own_voice))
    rank = {ident: number for number, ident in enumerate(order)}
    listed = {(stance.statement, stance.hypothesis): stance for stance in stances}
    listed.update((key, stance) for key, stance in found.items() if key[0] in rank)
    line = {one.id: number for number, one in enumerate(hypotheses)}
    return tuple(listed[key] for key in sorted(listed, key=lambda key: (rank[key[0]], line[key[1]])))


def _set(ruling: Ruling, hypothesis: Hypothesis, told: tuple[Lean, float], *, turned: bool) -> Stance:
    """The stance on one hypothesis that a ruling sets, on it or, if `turned`, on its opposite."""
    other: dict[Lean, Lean] = {"support": "deny", "deny": "support"}
    lean = other.get(told[0], told[0]) if turned else told[0]
    statement, _, target = ruling.target.rpartition("@")
    reasons = (f"set by {by_whom(ruling)}", *((f"turned round: it was set of {target}",) if turned else ()))
    return Stance(statement, hypothesis.id, lean, told[1], reasons, by=ruling.by)


#: What people set of a statement, in the reasons of what it says of a hypothesis.
_SET: Mapping[Verdict, str] = {
    "span": "its words were set", "source": "its source was set", "certainty": "its certainty was set",
}  # fmt: skip


def explained(stances: Sequence[Stance], kept: Iterable[Ruling]) -> tuple[Stance, ...]:
    """The stances, each with who set what of its statement, and why; those that were set themselves say so."""
    told: dict[str, tuple[str, ...]] = {}
    for ruling in kept:
        if ruling.verdict in _SET and unreadable(ruling) is None:
            line = f"{_SET[ruling.verdict]} by {by_whom(ruling)}"
            told[ruling.target] = (*told.get(ruling.target, ()), line)
    return (
        tuple(
            replace(one, reasons=(*one.reasons, *told[one.statement]))
            if one.statement in told and not one.by
            else one
            for one in stances
        )
        if told
        else tuple(stances)
    )


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


#: Verdicts that name nothing which must be in the case, or whose targets are looked for elsewhere.
_FREE: frozenset[Verdict] = frozenset(
    {"outcome", "comment", "lock", "unlock", "ask", "adopt", "add", "leave", "undo"}
)


def strangers(rulings: Iterable[Ruling], known: frozenset[str], said: Mapping[str, int]) -> tuple[Note, ...]:
    """A note for each ruling that names something which is not in the case, or whose value cannot be read.

    `known` are ids of articles, sources and hypotheses, `said` gives for those of statements the length of their
    article's text. Outcomes are left to `unasked`; comments, locks and what concerns articles name what they like.
    """
    out = []
    for ruling in rulings:
        if ruling.verdict in _FREE:
            continue
        missing = sorted(part for part in _named(ruling) if part not in known and part not in said)
        faulty = unreadable(ruling, said.get(ruling.target))
        if missing:
            told = f"names {', '.join(_known_as(ruling, one) for one in missing)}, not in the case."
        elif ruling.verdict == "date" and interval(ruling.value) is None:
            told = f'gives "{ruling.value}", which is no day.'
        elif faulty:
            told = f"{faulty}."
        else:
            continue
        out.append(Note("L305", f'The ruling "{ruling.verdict}" by {ruling.by} {told}'))
    return tuple(out)


def _known_as(ruling: Ruling, ident: str) -> str:
    """What a ruling names, with its words or what it was called when the ruling was made."""
    name = called(ruling).get(ident)
    if name:
        return f"“{shortened(name, 120)}” ({ident})"
    if ruling.anchor and ident == ruling.target.partition("@")[0]:
        return f"“{shortened(' … '.join(ruling.anchor.quote.splitlines()), 120)}” ({ident})"
    return ident


def _named(ruling: Ruling) -> list[str]:
    """The ids that a ruling names."""
    return ruling.target.rsplit("@", 1) if ruling.verdict == "stance" else ruling.target.split("+")


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
