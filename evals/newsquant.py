"""Amounts on NewsQuant's dev part: every quantity of a news sentence by its value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from sayso.annotating.amounts import amounts
from sayso.annotating.times import times
from sayso.model.amounts import Amount
from sayso.model.article import Article

_NUMBER = re.compile(r"\d{1,30}(?:\.\d{1,30})?")


def figures(path: Path) -> dict[str, float]:
    """Precision, recall and F1 of values in percent; then F1 where durations are left to times, as in a page.

    The set counts durations as quantities. A gold value is met by an amount with that number at an end, a gold
    range by one with both; each amount meets one gold value.
    """
    rows = json.loads(path.read_text("utf-8"))
    counted, left = (0, 0, 0), (0, 0, 0)
    for row in rows:
        gold = [quantity["value"] for quantity in row["quantities"]]
        counted = _added(counted, _count(gold, _found(row["text"], durations=True)))
        left = _added(left, _count(gold, _found(row["text"], durations=False)))
    precision, recall, f1 = _rates(counted)
    return {
        "value precision": precision,
        "value recall": recall,
        "value F1": f1,
        "value F1 without durations": _rates(left)[2],
    }


def _found(text: str, *, durations: bool) -> list[Amount]:
    article = Article("newsquant", "newsquant", text, "0" * 64)
    taken = [time.span for time in times(article, ()) if not durations or time.type != "DURATION"]
    return list(amounts(article, (), taken))


def _count(gold: Iterable[str], found: list[Amount]) -> tuple[int, int, int]:
    """How many gold values were met, how many there are, and how many amounts were found."""
    rest, met, total = list(found), 0, 0
    for value in gold:
        total += 1
        hit = next((amount for amount in rest if _meets(value, amount)), None)
        if hit is not None:
            rest.remove(hit)
            met += 1
    return met, total, len(found)


def _meets(value: str, amount: Amount) -> bool:
    try:
        number = float(value)
    except ValueError:
        ends = [float(found) for found in _NUMBER.findall(value)]
        return len(ends) == 2 and _same(ends[0], amount.low) and _same(ends[1], amount.high)
    first = amount.high or 0.0 if amount.low in (None, 0.0) else amount.low
    return _same(number, first) or _same(number, amount.high)


def _same(number: float, end: float | None) -> bool:
    return end is not None and abs(number - end) < 1e-6 * max(1.0, abs(number))


def _added(left: tuple[int, int, int], right: tuple[int, int, int]) -> tuple[int, int, int]:
    return left[0] + right[0], left[1] + right[1], left[2] + right[2]


def _rates(counts: tuple[int, int, int]) -> tuple[float, float, float]:
    met, gold, found = counts
    return 100 * met / max(1, found), 100 * met / max(1, gold), 200 * met / max(1, gold + found)
