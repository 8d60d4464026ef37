"""Time expressions against TIMEX3 gold, with the scorer of the measuring data."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from sayso.annotating.annotate import annotate
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.ports import Tagger
from sayso.model.times import Dating, Interval


def figures(scorer: ModuleType, path: Path, tagger: Tagger) -> dict[str, float]:
    """Relaxed span F1, value F1 and interval F1, in percent, on the news of `path`, named after its file."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    gold = [row for row in rows if row.get("genre", "news") == "news"]
    found = {row["id"]: _mentions(annotate(_article(row), tagger)) for row in gold}
    scored = scorer.score(gold, found)
    return {
        f"{path.stem} {name} F1": scored[key][2]
        for name, key in (("span", "relaxed"), ("value", "value"), ("interval", "interval"))
    }


def _article(row: dict[str, Any]) -> Article:
    """A text of the set, published on its document creation time where it has one."""
    published = None
    if row.get("dct"):
        day = date.fromisoformat(row["dct"][:10])
        published = Dating(Interval(day, day), "given")
    return Article(str(row["id"]), str(row["id"]), row["text"], "0" * 64, published=published)


def _mentions(page: Page) -> list[dict[str, Any]]:
    return [
        {
            "start": mention.span.start,
            "end": mention.span.end,
            "text": mention.text,
            "type": mention.type,
            "value": mention.timex,
            "lo": mention.interval.earliest.isoformat() if mention.interval.earliest else None,
            "hi": mention.interval.latest.isoformat() if mention.interval.latest else None,
        }
        for mention in page.times
    ]
