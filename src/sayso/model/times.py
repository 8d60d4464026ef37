"""Time in a text: intervals, mentions of time, and when an article was published.

Five times are never one field: when an event happens, when something was said, when an article was
published, when it was retrieved, when it was processed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sayso.model.span import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
TimeBound = Literal["at", "by", "before", "after", "since", "until", "as-early-as"]
Vagueness = Literal["early", "mid", "late", "about", "coming", "recent"]


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed range of days; None leaves an end open."""

    earliest: date | None
    latest: date | None

    def __post_init__(self) -> None:
        """Refuse an interval that ends before it begins."""
        if self.earliest and self.latest and self.latest < self.earliest:
            raise ValueError(f"interval ends before it begins: {self.earliest} to {self.latest}")

    def contains(self, day: date) -> bool:
        """Whether `day` may lie in the interval; an open end excludes nothing."""
        return (not self.earliest or self.earliest <= day) and (not self.latest or day <= self.latest)

    def overlaps(self, other: Interval) -> bool:
        """Whether some day may lie in both; an open end excludes nothing."""
        left = not (self.latest and other.earliest) or other.earliest <= self.latest
        right = not (other.latest and self.earliest) or self.earliest <= other.latest
        return left and right

    def hull(self, other: Interval) -> Interval:
        """The shortest interval that holds both; an end that is open in one is open."""
        early = min(self.earliest, other.earliest) if self.earliest and other.earliest else None
        late = max(self.latest, other.latest) if self.latest and other.latest else None
        return Interval(early, late)


@dataclass(frozen=True, slots=True)
class Dating:
    """When an article was published: an interval, how it is known, where, and why.

    `how` is "given" where a person, a manifest or the page itself states it, else "inferred". `evidence` are
    the places in the article's text that narrow it; `reasons` say so in words; `confidence` is the share of
    cases in which an interval found this way is expected to hold the true day.
    """

    interval: Interval
    how: Literal["given", "inferred"]
    evidence: tuple[Span, ...] = ()
    reasons: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression at its place.

    `timex` is the TIMEX3 value ("2023-01", "PRESENT_REF", "P2W"), `interval` the days it may mean: resolved as
    far as the article's date allows and open where it does not. `bound` is the relation its preposition states
    ("by next spring"), `vagueness` how its span is narrowed ("mid-January"), `rule` the name of the rule that
    fired. `form` keeps the unresolved reading, so that another anchor date can resolve it again. `through` is the
    id of the mention that ends the range this one begins ("between Monday and Friday"). `anchor` is the id of the
    mention that tells when the words around it were spoken or written ("said on Friday: tomorrow ..."); None where
    it counts from the article's own date.
    """

    id: str
    span: Span
    text: str
    timex: str
    type: TimexType
    interval: Interval
    bound: TimeBound = "at"
    vagueness: Vagueness | None = None
    rule: str = ""
    form: str = ""
    through: str | None = None
    anchor: str | None = None
