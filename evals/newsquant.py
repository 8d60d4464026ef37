"""Amounts on NewsQuant's dev part: every quantity of a news sentence by its value, its bound and its two ends.

The set marks a quantity "~", "<" or ">"; those are about, at-most and at-least here. Its other marks ("=", and "up"
and "down", which tell of a change) leave the number exact. A range is right where both its ends are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sayso.annotating.amounts import amounts
from sayso.annotating.times import times
from sayso.model.amounts import Amount
from sayso.model.article import Article

_NUMBER = re.compile(r"\d{1,30}(?:\.\d{1,30})?")
_MARKS: Final = {"~": "about", "<": "at-most", ">": "at-least"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A gold quantity of a sentence beside the amount that meets its value; None where none does."""

    text: str
    value: str
    mark: str
    amount: Amount | None

    @property
    def is_range(self) -> bool:
        """Whether the gold has two ends."""
        return _ends(self.value) is not None

    @property
    def bound_right(self) -> bool:
        """Whether the amount has the bound that the gold marks."""
        if self.amount is None:
            return False
        if self.mark == "~":
            return self.amount.approx
        told = self.amount.bound
        return told == _MARKS[self.mark] if self.mark in _MARKS else told in ("exact", "range")


def figures(path: Path) -> dict[str, float]:
    """Precision, recall and F1 of values; F1 where durations are left to times, as in a page; bounds and ranges.

    All in percent. The set counts durations as quantities. A gold value is met by an amount with that number at an
    end, a gold range by one with both; each amount meets one gold value. Bounds and ranges are shares of all that
    the gold has: what is not found is wrong.
    """
    judged, found = verdicts(path, durations=True)
    left, found_left = verdicts(path, durations=False)
    told = rates(judged, found)
    return told | {"value F1 without durations": rates(left, found_left)["value F1"]}


def rates(judged: Sequence[Verdict], found: int) -> dict[str, float]:
    """Precision, recall and F1 of values, bounds and ranges, in percent, where `found` amounts were found."""
    met = sum(one.amount is not None for one in judged)
    return {
        "value precision": 100 * met / max(1, found),
        "value recall": 100 * met / max(1, len(judged)),
        "value F1": 200 * met / max(1, len(judged) + found),
        "bounds, marked": _share(one.bound_right for one in judged if one.mark in _MARKS),
        "bounds, all": _share(one.bound_right for one in judged),
        "ranges": _share(one.amount is not None for one in judged if one.is_range),
    }


def verdicts(path: Path, *, durations: bool) -> tuple[list[Verdict], int]:
    """A verdict on every gold quantity, and how many amounts were found; with `durations` times leave them."""
    return judge(path, (found_in(text, durations=durations) for text in texts(path)))


def texts(path: Path) -> list[str]:
    """The sentences, in order."""
    return [str(row["text"]) for row in json.loads(path.read_text("utf-8"))]


def judge(path: Path, answers: Iterable[list[Amount]]) -> tuple[list[Verdict], int]:
    """A verdict on every gold quantity, and how many amounts were found: those of each sentence, in order."""
    judged, found = list[Verdict](), 0
    for row, seen in zip(json.loads(path.read_text("utf-8")), answers, strict=True):
        found += len(seen)
        judged += _judged(row, seen)
    return judged, found


def found_in(text: str, *, durations: bool) -> list[Amount]:
    """The amounts of a sentence; with `durations` lengths of time are amounts, as the set has it."""
    article = Article("newsquant", "newsquant", text, "0" * 64)
    taken = [time.span for time in times(article, ()) if not durations or time.type != "DURATION"]
    return list(amounts(article, (), taken))


def _judged(row: dict[str, object], seen: list[Amount]) -> Iterator[Verdict]:
    """The gold quantities of a sentence, each with the first amount left that meets it."""
    rest = list(seen)
    for quantity in row["quantities"]:  # type: ignore[attr-defined]  # as the data is
        value = quantity["value"]
        hit = next((amount for amount in rest if _meets(value, amount)), None)
        if hit is not None:
            rest.remove(hit)
        yield Verdict(str(row["text"]), value, quantity["change"], hit)


def _ends(value: str) -> tuple[float, float] | None:
    """The two ends of a gold range; None for a number."""
    try:
        float(value)
    except ValueError:
        ends = [float(found) for found in _NUMBER.findall(value)]
        return (ends[0], ends[1]) if len(ends) == 2 else None
    return None


def _meets(value: str, amount: Amount) -> bool:
    ends = _ends(value)
    if ends is not None:
        return _same(ends[0], amount.low) and _same(ends[1], amount.high)
    number = float(value)
    first = amount.high or 0.0 if amount.low in (None, 0.0) else amount.low
    return _same(number, first) or _same(number, amount.high)


def _same(number: float, end: float | None) -> bool:
    return end is not None and abs(number - end) < 1e-6 * max(1.0, abs(number))


def _share(verdicts: Iterable[bool]) -> float:
    given = list(verdicts)
    return 100 * sum(given) / max(1, len(given))
