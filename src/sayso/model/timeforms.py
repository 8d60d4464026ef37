"""Time expressions before they are tied to a day: a small record and its one-line notation.

"Mid-January" is January, its middle part, in whichever year; only a date of writing makes it 11 to 20 January
2023. The record keeps the first, so that the second can be worked out again when the date changes.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Literal, get_args

FormKind = Literal[
    "date", "weekday", "season", "quarter", "half", "shift", "decade", "century", "holiday", "ref", "duration",
    "set", "range", "none",
]  # fmt: skip

Part = Literal[
    "", "early", "mid", "late", "start", "end", "before-now", "after-now", "H1", "H2", "near", "week", "weekend",
    "first-week", "last-week",
]  # fmt: skip

#: How a text speaks of a time: first in its sentence, aside, in quotation, before the past it tells, now or
#: ahead, or as the end of a stretch ("lasted until 1971").
Role = Literal["", "opens", "aside", "quoted", "had", "now", "ends"]


@dataclass(frozen=True, slots=True)
class Form:
    """What an expression says by itself.

    `value` depends on the kind: the TIMEX3 value of "ref", "duration", "set" and "range", the code of a "season",
    the rule or MM-DD of a "holiday", the unit of a "shift", the ISO weekday that a "date" is given with, W for its
    week, or which day of its month it is ("2.4" the second Thursday, "-1.D" the last day). `n` is the ISO weekday,
    the number of the quarter, half, decade (198 for the 1980s) or century (19 for the 1900s), how many units a
    "shift" moves, or how many years a "date", "season" or "holiday" lies from the present one ("September last
    year" -1). A "date" with a day and no month is the day of a month near by. `which` picks among like periods (-1
    last, 0 this, 1 next); a "shift" with 0 counts exactly ("a week later"). `lean` is the side on which the words
    around it put it: -1 past, 1 future, 0 open; `odds` how firmly, in tenths of log-odds. `clock` is a TIMEX3 time
    ("T15:00", "TNI"). `base` is "last" where it counts from the time named before it, "to" where it ends the
    stretch that the time before it begins. `role` is how its text speaks of it, `gap` how many paragraphs it stands
    after the last one.
    """

    kind: FormKind
    value: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    n: int | None = None
    which: int | None = None
    lean: int = 0
    odds: int = 0
    part: Part = ""
    clock: str = ""
    base: Literal["", "last", "to"] = ""
    role: Role = ""
    gap: int = 0

    def notation(self) -> str:
        """The form as one line: the kind, then every field that says something ("date month=1 part=mid")."""
        given = ((name, getattr(self, name), default) for name, default in _DEFAULTS)
        return " ".join([self.kind, *(f"{name}={value}" for name, value, default in given if value != default)])


_NUMBERS = frozenset({"year", "month", "day", "n", "which", "lean", "odds", "gap"})
_DEFAULTS = tuple((field.name, field.default) for field in fields(Form)[1:])
_NAMES = frozenset(field.name for field in fields(Form)) - {"kind"}
_KINDS = frozenset(get_args(FormKind))


@lru_cache(maxsize=8192)
def parsed(notation: str) -> Form:
    """The form that a notation states; ValueError for a line that `Form.notation` does not write."""
    kind, *pairs = notation.split(" ")
    if kind not in _KINDS:
        raise ValueError(f"no such form of time: {notation!r}")
    given: dict[str, str | int] = {}
    for pair in pairs:
        name, _, value = pair.partition("=")
        if name not in _NAMES:
            raise ValueError(f"no such field in a form of time: {notation!r}")
        given[name] = int(value) if name in _NUMBERS else value
    return Form(kind, **given)  # type: ignore[arg-type]  # the names and kinds were checked above
