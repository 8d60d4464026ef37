"""The timeline: published, said and referred to on rails of their own; days or weeks as rows; the answer by day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, Literal
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.app.desk.addresses import to_article
from sayso.app.desk.listed import pager, query
from sayso.app.desk.lookups import Lookups, large, lookups, rehung
from sayso.app.desk.shell import opened, page
from sayso.model.answers import Answer, Answers, Step
from sayso.model.case import Case
from sayso.model.keeping import Day, Item, Line
from sayso.model.prose import MONTHS, days
from sayso.model.stances import Hypothesis
from sayso.model.times import Interval
from sayso.showing.catalogue import Link, catalogue
from sayso.showing.course import Turn, course, turns
from sayso.showing.daywords import within
from sayso.showing.svg import el
from sayso.showing.timeline import drawing
from sayso.showing.times import Moment, Rail, Side
from sayso.showing.words import count
from sayso.store.repository import Repository

Fold = Literal["day", "week", "month"]
#: By what rows may be folded.
FOLDS: Final[dict[str, Fold]] = {"day": "day", "week": "week", "month": "month"}

#: Rows of a page; days, then weeks, up to which each is a row of its own; steps of an answer that are shown.
ROWS, DAYS, WEEKS, STEPS = 60, 60, 160, 40
#: The sides of a moment: for it, against it, none.
SIDES: Final[tuple[Side, ...]] = ("for it", "against it", "")
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


@dataclass(frozen=True, slots=True)
class Course:
    """An answer by day: its drawing, its last steps with the statements that moved each, how many came before."""

    name: str
    text: str
    drawing: Markup | None
    moves: list[tuple[Turn, list[Line]]]
    earlier: int


def shown(request: Request) -> Response:
    """The drawing, the rows of what was said, and the answer by day."""
    with opened(request) as repository:
        asked = [one for one in repository.parts("hypothesis", limit=200)[0] if not one["negates"]]
        chosen = query(request, "of") or (str(asked[0]["id"]) if asked else "")
        held = [one for one in repository.days() if one.hypothesis == chosen]
        fold = _fold(query(request, "by"), held)
        rows = spans(held, fold)
        turn = pager(request, ROWS).of(len(rows))
        return page(
            request, "timeline.html", title="Timeline", asked=asked, chosen=chosen, fold=fold, turn=turn,
            drawing=_sketched(repository, asked, held) if large(request) else _drawn(lookups(request)),
            rows=rows[turn.after : turn.after + ROWS], courses=_courses(repository, asked),
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


def _courses(repository: Repository, asked: Iterable[Mapping[str, Any]]) -> list[Course]:
    """The answer by day for each hypothesis that has its own, from its record."""
    bare = catalogue(Case("", None, (), ()), Answers(()))
    out = []
    for number, one in enumerate(asked, 1):
        steps = tuple(_step(step) for step in (one["answer"] or {}).get("over_time", ()))
        if not steps:
            continue
        shown_ = list(zip(turns(bare, steps), steps, strict=True))[: -STEPS - 1 : -1]
        moves = [
            (turn, [line for id_ in step.moved_by[:3] if (line := repository.line(id_))]) for turn, step in shown_
        ]
        last = steps[-1]
        answer = Answer(one["id"], last.as_of, last.probability, last.low, last.high, "", (), over_time=steps)
        drawn = course(answer, f"course{number}") if len(steps) > 1 else None
        out.append(Course(f"H{number}", one["text"], drawn, moves, len(steps) - len(moves)))
    return out


def _lines(repository: Repository, ids: Iterable[str]) -> list[Line]:
    """The statements of some ids that the lists have."""
    return [line for id_ in ids if (line := repository.line(id_))]


def _step(one: Mapping[str, Any]) -> Step:
    """A step of an answer from its record."""
    day = date.fromisoformat(one["as_of"])
    moved, why = tuple(one["moved_by"]), tuple(one["why"])
    return Step(day, one["probability"], one["low"], one["high"], moved, why, one["kind"])


@dataclass(frozen=True, slots=True)
class _Summed(Rail):
    """A rail of sums: what stands on it was counted, not laid out."""

    @property
    def size(self) -> str:
        """How many statements stand on it."""
        total = sum(one.tally(side) for one in self.moments for side in SIDES)
        return f"{count(total, 'statement')} on {count(len(self.moments), 'day')}"


def _sketched(repository: Repository, asked: Sequence[Mapping[str, Any]], held: Sequence[Day]) -> Markup | None:
    """The rails of a case that is too large to be laid out: articles by their days, statements as sums by day."""
    items = [one for one in repository.articles() if not one.left and (one.earliest or one.latest)]
    published = tuple(_came(number, one) for number, one in enumerate(items))
    said = tuple(_spoken(number, one) for number, one in enumerate(held) if one.day)
    rails = (
        Rail("published", "as given or inferred", published, "article"),
        _Summed("said", "by the last day on which it may have been said", said),
    )
    when = date.fromisoformat(asked[0]["as_of"]) if asked and asked[0]["as_of"] else None
    closes = tuple(
        Hypothesis(one["id"], one["text"], closes=date.fromisoformat(one["closes"]))
        for one in asked
        if one["closes"]
    )
    bare = catalogue(Case(repository.asked().question, when, closes, ()), Answers(()))
    leads = {one.to: one.links[0].to for rail in rails for one in rail.moments}
    return rehung(drawing(rails, bare), leads)


def _came(number: int, item: Item) -> Moment:
    """The days on which an article came out."""
    days_ = Interval(*(date.fromisoformat(one) if one else None for one in (item.earliest, item.latest)))
    link = Link(to_article(item.id), item.outlet or "article")
    return Moment(f"p{number}", days_, within(days_), (item.title or item.path,), (link,), (), item.outlet or "?")


def _spoken(number: int, day: Day) -> Moment:
    """What was said on one day, as sums."""
    when = date.fromisoformat(day.day or "")
    link = Link(f"/statements?{urlencode({'since': day.day, 'until': day.day})}", "")
    none = day.all - day.support - day.deny
    sides = zip(SIDES, (day.support, day.deny, none), strict=True)
    return Moment(
        f"s{number}", Interval(when, when), within(Interval(when, when)), (), (link,),
        sides=tuple((side, size, ()) for side, size in sides if size),
    )  # fmt: skip


ROUTES: Final = [Route("/timeline", shown, methods=["GET"])]
