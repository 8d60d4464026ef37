"""English words around a time that open its days at one end, make it vague, or tie two times to one stretch."""

from __future__ import annotations

from typing import Final

#: Prepositions and phrases before a time, and the bound that they state. Longest first.
BOUNDS: Final[tuple[tuple[str, str], ...]] = (
    ("as early as", "as-early-as"), ("as soon as", "as-early-as"), ("no earlier than", "as-early-as"),
    ("not earlier than", "as-early-as"), ("no sooner than", "as-early-as"), ("not before", "as-early-as"),
    ("not until", "as-early-as"), ("not till", "as-early-as"), ("on or after", "as-early-as"),
    ("in or after", "as-early-as"), ("at or after", "as-early-as"), ("on or before", "by"), ("in or before", "by"),
    ("at or before", "by"), ("by or before", "by"), ("beginning in", "since"), ("beginning on", "since"),
    ("beginning", "since"), ("starting from", "since"), ("starting in", "since"), ("starting on", "since"),
    ("starting", "since"), ("ever since", "since"), ("effective from", "since"), ("as of", "since"),
    ("dating back to", "since"), ("dating to", "since"), ("going back to", "since"), ("as late as", "until"), ("have to wait until", "as-early-as"),
    ("as recently as", "at"), ("no later than", "by"), ("not later than", "by"), ("up until", "until"), ("up to and including", "until"), ("up to", "until"),
    ("prior to", "before"), ("ahead of", "before"), ("in advance of", "before"), ("in the run-up to", "before"),
    ("until after", "after"), ("only after", "after"), ("soon after", "after"), ("shortly after", "after"),
    ("just after", "after"), ("just before", "before"), ("shortly before", "before"), ("deadline of", "by"), ("deadline is", "by"), ("at the latest", "by"),
    ("by the latest", "by"), ("to", "until"), ("by", "by"),
    ("before", "before"), ("after", "after"), ("since", "since"), ("from", "since"), ("until", "until"),
    ("till", "until"), ("through to", "until"), ("through", "until"), ("within", "by"), ("following", "after"),
)  # fmt: skip

#: Words behind a time that open it.
AFTERWORDS: Final[tuple[tuple[str, str], ...]] = (
    ("at the latest", "by"), ("at the very latest", "by"), ("or earlier", "by"), ("or sooner", "by"), ("or before", "by"),
    ("at the earliest", "as-early-as"), ("at the very earliest", "as-early-as"), ("at the soonest", "as-early-as"),
    ("or later", "as-early-as"), ("or after", "as-early-as"), ("and after", "since"), ("and later", "since"),
    ("and beyond", "since"), ("or beyond", "since"), ("onwards", "since"), ("onward", "since"),
)  # fmt: skip

#: "Not ... until", "never ... before": with one of these before it in the clause, the time is the earliest.
DENIERS: Final[tuple[str, ...]] = ("not", "never", "cannot", "unlikely", "nothing", "nobody", "none", "neither")
NEGATIVES: Final[tuple[str, ...]] = (*DENIERS, "no", "nor")

#: Words before a time that make it about.
ABOUT: Final[frozenset[str]] = frozenset(
    "about around approximately roughly circa nearly almost some sometime possibly toward towards".split()
)

#: Words that may stand between a bound and the time it bounds.
LOOSE: Final[frozenset[str]] = frozenset(
    "the a an in on at of about around sometime some time possibly perhaps maybe".split()
)

#: What stands between two times, and how it ties them: the first begins a stretch that the second ends ("to"), they
#: are its ends where "between" stands before them ("and"), or each may be meant ("or").
JOINTS: Final[dict[str, str]] = {
    "to": "to", "to the": "to", "to in": "to", "up to": "to", "through to": "to", "until": "to", "until the": "to",
    "until in": "to", "till": "to", "through": "to", "through the": "to", "-": "to", "–": "to", "—": "to",
    "and": "and", "and the": "and", "and late": "and", "and early": "and", "or": "or", "or in": "or", "or on": "or",
    "or the": "or", ",": "or",
}  # fmt: skip
#: Verbs that put a thing from one time to another: two times and no stretch between them.
MOVED: Final[frozenset[str]] = frozenset(
    "moved moving move postponed postpone delayed delay rescheduled reschedule pushed brought changed shifted shift "
    "deferred extended extend advanced switched transferred".split()
)
#: What may be ended by a day of its own: "by Friday's deadline" is a bound, "stunned by Friday's ruling" none.
DEADLINES: Final[frozenset[str]] = frozenset(
    "deadline meeting vote election elections session summit match game hearing end close debate primary".split()
)
#: Words before "from" that make it the origin of a change or a thing: "up from May".
ORIGINS: Final[frozenset[str]] = frozenset(
    "up down percent % increase decrease rise fall drop change letter letters data figures documents report reports "
    "video footage photo photos image images survey numbers results away".split()
)
#: A stretch of so many weeks "to 5 May" ends there.
SPANS: Final[frozenset[str]] = frozenset(
    "days weeks week months month quarter year years half period season hours term weekend".split()
)
#: "Halfway through May" lies in it.
PARTLY: Final[frozenset[str]] = frozenset({"halfway", "midway", "partway", "way", "all", "right"})
