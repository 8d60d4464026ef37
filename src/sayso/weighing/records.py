"""Track records: what a case's resolved forecasts leave behind, and what earlier ones say of a source in the next.

A source is known again by its full names alone, letter by letter but for case, accents' forms and a leading "the".
A single word is a name only of bodies, outlets and places; a person's surname is nobody's, nor is a description.
Where a name fits two sources of the record or of the case, it is not used, and a note says so. The record of the
very question that is asked, and whatever was known only after the day of the answer, count nothing.

What a record is worth
    A source that always speaks firmly has a Brier score that is the share of times it is wrong. ORIGIN is the
    weight of a statement of a source that is right in 71 of 100 cases, log(0.71 / 0.29), so a class that is taken
    at its word stands for a Brier score of 0.29, and one that is not for a higher one. A record of n forecasts with
    mean score b is shrunk towards its class,

        b' = (SHRINK x b_class + n x b) / (SHRINK + n),

    which for firm forecasts is the mean of a beta-binomial; and the share of its weight that a statement keeps is
    log((1 - b') / b') / ORIGIN, at most 1 and at least what the letter E leaves: being wrong about other matters
    makes no lie of every word. "May" scores near 0.25 whatever happens, and moves hardly
    anything. Who says of everything that it will not come is right in 70 of 100 cases (PRIOR), which is what the
    class says of everybody: that earns nothing. Under five forecasts a record counts nothing.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from sayso.model.case import Case
from sayso.model.forecasts import Forecast, Resolved, Tally
from sayso.model.notes import Note
from sayso.model.sources import Source, SourceKind
from sayso.weighing import weights
from sayso.weighing.likelihood import log_odds, logistic
from sayso.weighing.scores import LEAST, brier, settled, tally
from sayso.weighing.sources import Standing

#: How many forecasts the class of a source counts for. Judged: at the least n of five the record has a third of the
#: say, at ten a half: with ten, 80 % bounds of a share of 0.71 still reach from 0.51 to 0.85.
SHRINK: Final = 10
#: Voices that cannot be known again.
_NAMELESS: Final = frozenset({"anonymous", "group"})


def resolved(case: Case, found: Sequence[Forecast]) -> tuple[Resolved, ...]:
    """What the forecasts of `case` leave for the next one: those that are settled and have a named source."""
    sources = {source.id: source for source in case.sources}
    wording = {hypothesis.id: hypothesis.text for hypothesis in case.hypotheses}
    known = {outcome.hypothesis: outcome.known for outcome in case.outcomes}
    kept = []
    for one, happened in settled(case, found):
        source = sources.get(one.source or "")
        if source is None or source.kind in _NAMELESS or not one.implied or not one.by or not one.hypothesis:
            continue
        names = (source.name, *sorted(set(source.aliases) - {source.name}))
        if not _keys(source.kind, names):
            continue
        low, high = one.implied
        kept.append(
            Resolved(
                case.question, wording[one.hypothesis], names, source.kind, one.said, one.by, low, high, happened,
                known[one.hypothesis], one.statement,
            )
        )  # fmt: skip
    return tuple(kept)


def grouped(records: Iterable[Resolved]) -> tuple[tuple[tuple[str, ...], tuple[Resolved, ...]], ...]:
    """Records by source, each with all names, the fullest of the last record first; by name.

    Records are of one source where they share a full name and a kind.
    """
    kept = list(records)
    roots = list(range(len(kept)))
    first: dict[tuple[SourceKind, str], int] = {}
    for place, one in enumerate(kept):
        for key in _keys(one.kind, one.names):
            roots[_root(roots, place)] = _root(roots, first.setdefault(key, place))
    groups: dict[int, list[Resolved]] = {}
    for place, one in enumerate(kept):
        groups.setdefault(_root(roots, place), []).append(one)
    made = []
    for held in groups.values():
        names = dict.fromkeys(name for one in reversed(held) for name in one.names)
        made.append((tuple(names), tuple(held)))
    return tuple(sorted(made, key=lambda pair: (pair[0][0].casefold(), pair[0])))


def _root(roots: list[int], place: int) -> int:
    """The record that stands for the source of the one at `place`; the way there is made shorter."""
    while roots[place] != place:
        roots[place] = roots[roots[place]]
        place = roots[place]
    return place


def tallies(records: Iterable[Resolved]) -> tuple[Tally, ...]:
    """What the records of each source amount to, by name."""
    return tuple(made for names, kept in grouped(records) if (made := tally(names[0], names, kept)).n)


def of_case(case: Case, found: Sequence[Forecast]) -> tuple[Tally, ...]:
    """What the settled forecasts of each source of the case amount to, by its id in the case."""
    ids = {source.name: source.id for source in case.sources}
    made = tallies(resolved(case, found))
    return tuple(
        Tally(ids.get(one.source, one.source), one.names, one.n, one.brier, one.log, one.cases, one.right)
        for one in made
    )


def standings(case: Case, records: Sequence[Resolved]) -> tuple[dict[str, Standing], tuple[Note, ...]]:
    """The standing of those sources of `case` that `records` know, by id, and notes on names that fit two."""
    sources = [source for source in case.sources if source.kind not in _NAMELESS]
    held = {source.id: _keys(source.kind, (source.name, *source.aliases)) for source in sources}
    owners: dict[tuple[SourceKind, str], set[str]] = {}
    for key, keys in held.items():
        for name in keys:
            owners.setdefault(name, set()).add(key)
    named = {source.id: source for source in sources}
    claims: dict[str, list[tuple[tuple[str, ...], tuple[Resolved, ...]]]] = {}
    doubtful: dict[str, None] = {}
    for names, kept in grouped(usable(records, case)):
        own = {owner for name in _keys(kept[0].kind, names) for owner in owners.get(name, ())}
        if len(own) > 1:
            doubtful[names[0]] = None
        for owner in own if len(own) == 1 else ():
            claims.setdefault(owner, []).append((names, kept))
    made = {}
    for key, claimed in sorted(claims.items()):
        if len(claimed) > 1:
            doubtful[named[key].name] = None
        elif standing := _standing(named[key], claimed[0][1]):
            made[key] = standing
    return made, tuple(Note("W405", _doubt(name)) for name in doubtful)


def _doubt(name: str) -> str:
    return f"The record of “{name}” was not used: the name fits more than one source."


def usable(records: Sequence[Resolved], case: Case) -> tuple[Resolved, ...]:
    """The records that may be used: of other questions, with an outcome that was known by the day of the case."""
    return tuple(one for one in records if _counts(one, case))


def _counts(one: Resolved, case: Case) -> bool:
    if one.happened is None or plain(one.case) == plain(case.question):
        return False
    if any(plain(one.hypothesis) == plain(hypothesis.text) for hypothesis in case.hypotheses):
        return False
    return case.as_of is None or one.known <= case.as_of


def _standing(source: Source, kept: Sequence[Resolved]) -> Standing | None:
    """What a record makes of a source; None where it is too short."""
    made = tally(source.id, (source.name,), kept)
    if made.n < LEAST or made.brier is None:
        return None
    usual = weights.RELIABILITY[weights.CLASS.get(source.kind, "F")]
    wrong = 1.0 - logistic(usual * weights.ORIGIN)
    total = math.fsum(brier((one.low + one.high) / 2, happened=bool(one.happened)) for one in kept)
    shrunk = (SHRINK * wrong + total) / (SHRINK + made.n)
    share = min(max(log_odds(1.0 - shrunk) / weights.ORIGIN, weights.RELIABILITY["E"]), 1.0)
    cases = f"{len(made.cases)} case{'s' if len(made.cases) > 1 else ''}"
    words = f"right in {made.right} of {made.n} forecasts of {cases}, Brier score {made.brier[1]:.2f}"
    return Standing(_letter(share, made.n), words, share)


def _letter(share: float, count: int) -> Literal["A", "B", "C", "D", "E"]:
    """The letter whose weight is nearest; A takes ten forecasts."""
    if share >= 0.95:
        return "A" if count >= SHRINK and share >= 1.0 else "B"
    return "C" if share >= 0.75 else "D" if share >= 0.45 else "E"


def plain(text: str) -> str:
    """`text` as it is compared: one line, without regard to case, forms of letters, quotation marks and its end."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return " ".join(folded.split()).rstrip(" ?.!")


def _is_name(name: str) -> bool:
    """Whether words are a name: they begin with a capital or a figure, but for a leading "the"."""
    first = re.sub(r"^[Tt]he\s", "", name.strip())[:1]
    return first.isupper() or first.isdigit()


def _keys(kind: SourceKind, names: Iterable[str]) -> set[tuple[SourceKind, str]]:
    """The full names by which a source is known again; a description ("the paper") is no name."""
    folded = (plain(name).removeprefix("the ") for name in names if _is_name(name))
    return {(kind, name) for name in folded if name and (kind != "person" or " " in name)}
