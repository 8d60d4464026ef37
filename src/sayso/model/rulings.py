"""Rulings: what a person decided. Data passed in, never overwritten by a re-run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from sayso.model.span import Span, content_id

Verdict = Literal[
    "accept",
    "reject",
    "span",
    "source",
    "certainty",
    "stance",
    "lock",
    "unlock",
    "comment",
    "merge",
    "split",
    "date",
    "outcome",
    "add",
    "leave",
    "adopt",
    "ask",
    "undo",
]


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place a ruling speaks of, with the words that stood there when it was made.

    Where the text no longer has these words at these places, the ruling is an orphan: it is shown as one and
    changes nothing, and never moves to a place that looks alike. `quote` joins several places by a line break.
    """

    article: str
    spans: tuple[Span, ...]
    quote: str

    def holds(self, text: str) -> bool:
        """Whether `text` has the words at their places."""
        return "\n".join(span.of(text) for span in self.spans) == self.quote


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision in the append-only journal; for the same subject the last one stands.

    | verdict | target | value |
    | --- | --- | --- |
    | accept, reject | a statement's id | - |
    | span | a statement's id | its content, places of the article's text: "120-164 170-181" |
    | source | a statement's id | its innermost source's name, with its place if it has one: "Ada Brill @40-49" |
    | certainty | a statement's id | low and high in [0, 1]: "0.2-0.5" |
    | stance | a statement's and a hypothesis' id: "s-…@h1" | a lean, and a strength in [0, 1]: "support 0.8" |
    | lock, unlock | a statement's id | - |
    | comment | the id of anything in the case | - (the comment is `why`) |
    | merge, split | ids of two sources, or statements (for origins): "src-…+src-…" | their names then, as JSON |
    | date | an article's id | an ISO day or "earliest/latest" |
    | outcome | a hypothesis' id or words, or the question's | "yes DAY", "no DAY" or "open" (no longer known) |
    | add, leave | an article's id: it belongs to the case, or is left out | - |
    | adopt | an article's id | the name of the reading that counts from now on |
    | ask | "question" | the question with its terms, as JSON (model.keeping.Asked) |
    | undo | the id of another ruling, which no longer counts; an undo can be undone | - |

    `source` says on whose word an outcome is, `on` the day on which it happened. `at` is an ISO date-time. `id` is
    the ruling's own, empty in a plain journal file. `anchor` holds the words that a ruling on a statement is about.
    What the ends of a pair were called is filled in by a case, for whoever reads it later; it decides nothing.
    """

    target: str
    verdict: Verdict
    by: str
    at: str
    why: str
    value: str | None = None
    source: str | None = None
    on: str | None = None
    id: str = ""
    anchor: Anchor | None = None


#: Verdicts that speak of the same thing: a later one of the family takes an earlier one's place.
FAMILY: Final[dict[Verdict, str]] = {
    "accept": "statement",
    "reject": "statement",
    "span": "span",
    "source": "source",
    "certainty": "certainty",
    "stance": "stance",
    "lock": "lock",
    "unlock": "lock",
    "comment": "comment",
    "merge": "identity",
    "split": "identity",
    "date": "date",
    "outcome": "outcome",
    "add": "article",
    "leave": "article",
    "adopt": "reading",
    "ask": "question",
    "undo": "undo",
}

#: Verdicts by which a person touches a statement: a new reading changes nothing of it from then on.
TOUCHES: Final[frozenset[Verdict]] = frozenset(
    {"accept", "reject", "span", "source", "certainty", "stance", "lock"}
)


def standing(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """The rulings that stand: those not undone, of each subject the last one, in the order in which they were made.

    "a+b" and "b+a" are one target. Every comment stands.
    """
    kept: dict[tuple[str, str], Ruling] = {}
    for number, ruling in enumerate(counting(rulings)):
        family, target = FAMILY[ruling.verdict], _one(ruling.target)
        key = (family, f"{target} {number}" if family == "comment" else target)
        kept.pop(key, None)
        kept[key] = ruling
    return tuple(kept.values())


def counting(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """The rulings that are not undone, without the undos, in the order in which they were made."""
    made = tuple(rulings)
    undone: set[str] = set()
    for ruling in reversed(made):
        if ruling.verdict == "undo" and ruling.id not in undone:
            undone.add(ruling.target)
    return tuple(one for one in made if one.verdict != "undo" and not (one.id and one.id in undone))


def subject(ruling: Ruling) -> str:
    """What a ruling speaks of, for telling whether two people ruled on the same: a statement, a pair, an article.

    All that concerns one statement is one subject. That of an undo is the id of the ruling it takes back.
    """
    return _one(ruling.target.partition("@")[0])


def touched(rulings: Iterable[Ruling]) -> dict[str, tuple[Ruling, ...]]:
    """The rulings that stand on each statement a person has touched, by the statement's id.

    A statement that was unlocked and has no other ruling is not touched.
    """
    found: dict[str, tuple[Ruling, ...]] = {}
    for ruling in standing(rulings):
        if ruling.verdict in TOUCHES:
            key = subject(ruling)
            found[key] = (*found.get(key, ()), ruling)
    return found


def by_whom(ruling: Ruling) -> str:
    """Who decided, why, and on which day, for the reasons of what follows: "Ada: she told me (2031-05-04)"."""
    day = ruling.at[:10]
    return f"{ruling.by}: {ruling.why}{f' ({day})' if day else ''}"


def named(ruling: Ruling, number: int) -> str:
    """The id of the ruling that is entry `number` of a case's journal."""
    parts = (number, ruling.target, ruling.verdict, ruling.by, ruling.at, ruling.why, ruling.value or "")
    return content_id("r", *parts)


def _one(target: str) -> str:
    return "+".join(sorted(target.split("+")))
