"""The timeline: published, said and referred to on rails of their own; days or weeks as rows; the answer by day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, Literal
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.app.desk.listed import pager, query
from sayso.app.desk.lookups import Lookups, lookups
from sayso.app.desk.shell import opened, page
from sayso.model.answers import Answer
from sayso.model.keeping import Day
from sayso.model.prose import MONTHS, days
from sayso.model.times import Interval
from sayso.showing.course import course, turns
from sayso.showing.svg import el
from sayso.showing.timeline import drawing
from sayso.showing.times import Rail

Fold = Literal["day", "week", "month"]
#: By what rows may be folded.
FOLDS: Final[dict[str, Fold]] = {"day": "day", "week": "week", "month": "month"}

#: Rows of a page; days, then weeks, up to which each is a row of its own; steps of the answer that are shown.
ROWS, DAYS, WEEKS, STEPS = 60, 60, 160, 40
#: Units that the bars of a row are wide.
_WIDE: Final = 144


@dataclass(frozen=True, slots=True)
class Span:
    """A day, a week or a month: its name, the address of its statements, how many lean which way."""

    name: str
    to: str | None
    support: int
    deny: int
    open: int
    all: int
    bars: Markup

    @property
    def none(self) -> int:
        """How many say nothing of the hypothesis."""
        return self.all - self.support - self.deny - self.open


def shown(request: Request) -> Response:
    """The drawing, the rows of what was said, and the answer by day."""
    with opened(request) as repository:
        asked = [one for one in repository.parts("hypothesis", limit=200)[0] if not one["negates"]]
        chosen = query(request, "of") or (str(asked[0]["id"]) if asked else "")
        held = [one for one in repository.days() if one.hypothesis == chosen]
        fold = _fold(query(request, "by"), held)
        rows = spans(held, fold)
        turn = pager(request, ROWS).of(len(rows))
        look = lookups(request)
        return page(
            request, "timeline.html", title="Timeline", drawing=_drawn(look), asked=asked, chosen=chosen, fold=fold,
            rows=rows[turn.after : turn.after + ROWS], turn=turn, href=look.href,
            courses=_courses(look, whole=bool(query(request, "steps"))),
        )  # fmt: skip


def _fold(told: str, held: Sequence[Day]) -> Fold:
    """By what rows are folded: as asked, else as few as can be read."""
    if told in FOLDS:
        return FOLDS[told]
    if len(held) <= DAYS:
        return "day"
    weeks = {_begins(date.fromisoformat(one.day), "week") for one in held if one.day}
    return "week" if len(weeks) <= WEEKS else "month"


def _begins(when: date, fold: Fold) -> date:
    """The first day of the week or month that holds a day."""
    if fold == "week":
        return date.fromordinal(max(1, when.toordinal() - when.weekday()))
    return when.replace(day=1) if fold == "month" else when


def spans(held: Iterable[Day], fold: Fold) -> list[Span]:
    """The days of one hypothesis folded, in order, those without a day last."""
    sums: dict[date | None, list[int]] = {}
    for one in held:
        key = _begins(date.fromisoformat(one.day), fold) if one.day else None
        kept = sums.setdefault(key, [0, 0, 0, 0])
        for at, size in enumerate((one.support, one.deny, one.open, one.all)):
            kept[at] += size
    most = max([1, *(kept[3] for kept in sums.values())])
    order = sorted(sums, key=lambda key: (key is None, key or date.max))
    return [_span(key, sums[key], fold, most) for key in order]


def _span(first: date | None, sizes: Sequence[int], fold: Fold, most: int) -> Span:
    support, deny, open_, whole = sizes
    bars = _bars((("pro", support), ("open", open_), ("none", whole - support - deny - open_), ("con", deny)), most)
    if first is None:
        return Span("no day known", None, support, deny, open_, whole, bars)
    last = _ends(first, fold)
    words = {"since": first.isoformat(), "until": last.isoformat(), "order": "said"}
    name = f"{MONTHS[first.month - 1]} {first.year}" if fold == "month" else days(Interval(first, last))
    return Span(name, f"/statements?{urlencode(words)}", support, deny, open_, whole, bars)


def _ends(first: date, fold: Fold) -> date:
    """The last day of the week or month that begins on a day."""
    if fold == "week":
        return date.fromordinal(min(date.max.toordinal(), first.toordinal() + 6))
    if fold == "month":
        after = date(first.year + first.month // 12, first.month % 12 + 1, 1) if first.year < 9999 else date.max
        return after - timedelta(1)
    return first


def _bars(sizes: Iterable[tuple[str, int]], most: int) -> Markup:
    """Bars side by side; the figures beside them say the same."""
    out, x = [], 0.0
    for name, size in sizes:
        wide = _WIDE * size / most
        if size:
            out.append(el("rect", x=x, y=0, width=max(1.0, wide), height=12, class_=name))
        x += wide
    return el("svg", *out, class_="bars", viewBox=f"0 0 {_WIDE} 12", preserveAspectRatio="none", aria_hidden="true")


def _drawn(look: Lookups) -> Markup | None:
    """The rails as a drawing whose marks lead to lists; kept until the next update."""
    if look.drawing is None:
        look.drawing = (look.rehung(drawing(look.rails, look.made), _leads(look, look.rails)),)
    found: Markup | None = look.drawing[0]
    return found


def _leads(look: Lookups, rails: Iterable[Rail]) -> dict[str, str]:
    """Where each mark of the drawing leads: the one thing that stands there, or the list of all."""
    out = {}
    for rail in rails:
        for one in rail.moments:
            first, last = one.interval.earliest or one.interval.latest, one.interval.latest
            if len(one.links) == 1:
                out[one.to] = look.href(one.links[0])
            elif rail.name == "refers to":
                words = {"begins": str(first or ""), "ends": str(last or "")}
                out[one.to] = f"/times?{urlencode({key: value for key, value in words.items() if value})}"
            elif rail.of == "statement" and last:
                out[one.to] = f"/statements?{urlencode({'since': last.isoformat(), 'until': last.isoformat()})}"
            else:
                out[one.to] = "/articles" if rail.of == "article" else "/statements"
    return out


def _courses(look: Lookups, *, whole: bool) -> list[dict[str, Any]]:
    """The answer by day for each hypothesis that has its own: the drawing, and what moved each step."""
    out = []
    for number, answer in enumerate(look.answers.answers, 1):
        if answer.hypothesis in look.made.mirrored or not answer.over_time:
            continue
        steps = turns(look.made, answer.over_time)
        hypothesis = look.made.hypotheses.get(answer.hypothesis)
        out.append(
            {
                "name": f"H{number}",
                "text": hypothesis.text if hypothesis else answer.hypothesis,
                "drawing": _course(answer, f"course{number}"),
                "steps": steps if whole else steps[-STEPS:],
                "more": 0 if whole else max(0, len(steps) - STEPS),
            }
        )
    return out


def _course(answer: Answer, name: str) -> Markup | None:
    return course(answer, name) if len(answer.over_time) > 1 else None


ROUTES: Final = [Route("/timeline", shown, methods=["GET"])]
