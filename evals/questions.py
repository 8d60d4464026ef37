"""Questions written for this project: how they are read, field by field, or refused.

A table has a question a line with what a careful reader takes it to ask: who, what in its base form without days
and conditions, the last day, who settles it, and the statement that a yes would make true; or why it is no question
that can be answered yes or no. Questions are read without a day of asking, so that "by Friday" has no last day.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from sayso.annotating.annotate import annotate
from sayso.errors import SettingError
from sayso.linking.capitals import mended
from sayso.linking.questions import hypotheses
from sayso.model.article import Article
from sayso.model.ports import Tagger
from sayso.model.span import content_id
from sayso.model.stances import Hypothesis

FIELDS = ("closes", "resolver", "subject", "event", "hypothesis")

#: Questions that a table can only describe.
_EMPTY, _BLANK, _LONG = "<empty>", "<40 spaces>", "<5000 characters"


def figures(path: Path, tagger: Tagger) -> dict[str, float]:
    """The share of questions refused or taken as they should be, and of fields read as by the reader, in percent.

    Words are compared without regard to case. A field of a question that was refused counts as wrong.
    """
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        found = _read(_text(row["question"]), tagger)
        of["refused"] += 1
        right["refused"] += (found is None) == bool(row["refused"])
        if row["refused"]:
            continue
        of.update(FIELDS)
        right.update(field for field in FIELDS if found and _same(_value(found, field), row[field]))
    return {f"{field} right": 100 * right[field] / of[field] for field in ("refused", *FIELDS)}


def _text(told: str) -> str:
    """The question of a line; some lines only describe theirs."""
    if told == _EMPTY:
        return ""
    if told == _BLANK:
        return " " * 40
    if told.startswith(_LONG):
        return "Will the port of Sallow, " + "the old and " * 420
    return told


def _read(text: str, tagger: Tagger) -> Hypothesis | None:
    """The first hypothesis of a question, None where it is refused."""
    held = mended(text)
    page = annotate(Article(content_id("q", held), "--ask", held, content_id("raw", held)), tagger)
    try:
        return hypotheses(page)[0][0]
    except SettingError:
        return None


def _value(found: Hypothesis, field: str) -> str:
    if field == "hypothesis":
        return found.text
    value = getattr(found, field)
    return str(value) if value else ""


def _same(one: str, two: str | None) -> bool:
    return " ".join(one.casefold().split()) == " ".join((two or "").casefold().split())
