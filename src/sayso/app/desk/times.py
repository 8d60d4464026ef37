"""Times: every expression of time with the days that it means, by day, and how it was read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.app.desk.addresses import to_article
from sayso.app.desk.listed import pager, query
from sayso.app.desk.shell import opened, page
from sayso.model.times import Interval
from sayso.showing.daywords import ruled, within

#: Rows of a list.
ROWS: Final = 60
#: Code points beside a time from which on the outermost word may be cut.
_AROUND: Final = 50
_KINDS: Final = {"DURATION": "a length of time", "SET": "again and again"}


def listed(request: Request) -> Response:
    """All times, by the days they mean; those of one stretch of days where the address names it."""
    search, begins, ends = query(request, "search"), query(request, "begins"), query(request, "ends")
    words = " ".join(dict.fromkeys(filter(None, (search, _day(begins), _day(ends)))))
    with opened(request) as repository:
        turn = pager(request, ROWS)
        rows, total = repository.parts("time", search=words or None, after=turn.after, limit=ROWS)
        return page(
            request, "times.html", title="Times", rows=[_row(one) for one in rows], search=search, begins=begins,
            ends=ends, turn=turn.of(total),
        )  # fmt: skip


def _day(told: str) -> str:
    """A day as records have it; empty where it is none."""
    try:
        return date.fromisoformat(told).isoformat()
    except ValueError:
        return ""


def _row(record: Mapping[str, Any]) -> dict[str, Any]:
    """A record of a time in words, with the words around it."""
    first, last = (date.fromisoformat(one) if one else None for one in (record["earliest"], record["latest"]))
    around, text = record["around"], " ".join(record["text"].split())
    before, found, after = around.partition(text)
    if not found:
        before, after = "", ""
    elif len(before) > _AROUND:
        before = before.partition(" ")[2] or before
    if len(after) > _AROUND:
        after = after.rpartition(" ")[0] or after
    tied = first or last
    return {
        "text": text,
        "before": before,
        "after": after,
        "means": within(Interval(first, last)) if tied else _KINDS.get(record["type"], "tied to no day"),
        "bound": "" if record["bound"] == "at" else record["bound"],
        "rule": ruled(record["rule"]),
        "timex": record["timex"],
        "outlet": record["outlet"] or "article",
        "to": f"{to_article(record['article'])}?at={record['span'][0]}",
    }


ROUTES: Final = [Route("/times", listed, methods=["GET"])]
