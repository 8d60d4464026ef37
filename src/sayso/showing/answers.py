"""Answers: the range as a bar, the reasons as a waterfall that adds up; the course over time is in course.py."""

from __future__ import annotations

import math
from dataclasses import dataclass

from markupsafe import Markup

from sayso.lang.en.yardsticks import CANNOT_SAY
from sayso.model.answers import Answer, Reason, Without
from sayso.model.origins import Origin
from sayso.model.prose import day
from sayso.showing.catalogue import Catalogue, Link, permalink
from sayso.showing.counts import seen
from sayso.showing.course import Turn, course, turns
from sayso.showing.svg import el, picture
from sayso.showing.words import hundred, likelihood, odds, push, signed

#: Reasons that stand in the first table; the smaller ones follow in a second, which opens.
MOST = 13
#: Log-odds under which a reason is said to count nothing: it moves no answer by half a case in 100.
NOTHING = 0.005


@dataclass(frozen=True, slots=True)
class Rung:
    """One line of the waterfall: a reason, its weight, and where the answer stands after it."""

    text: str
    kind: str
    origin: str | None
    seen: str
    parts: tuple[str, ...]
    counts: bool
    weight: str
    odds: str
    push: str
    after: str
    bar: Markup
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer in words and drawings."""

    name: str
    text: str
    closes: str
    as_of: str
    words: str
    spread: str
    point: str
    bar: Markup
    opposite: bool
    rungs: tuple[Rung, ...]
    smaller: tuple[Rung, ...]
    silent: tuple[Rung, ...]
    total: str
    turns: tuple[Turn, ...]
    course: Markup | None
    would_change: tuple[str, ...]
    watch: tuple[str, ...]
    ground: str
    says: bool
    leaning: str
    outcome: str


def verdicts(made: Catalogue) -> tuple[Verdict, ...]:
    """All answers, in the order of the hypotheses."""
    return tuple(_verdict(made, answer, number) for number, answer in enumerate(made.answers.answers, 1))


def _verdict(made: Catalogue, answer: Answer, number: int) -> Verdict:
    """One answer."""
    hypothesis = made.hypotheses.get(answer.hypothesis)
    spread = likelihood(answer.low, answer.high)
    ladder = rungs(made, answer.reasons)
    steps = [rung for rung in ladder if rung.counts]
    most = len(steps) if len(steps) <= MOST + 3 else MOST
    said = answer.words if answer.words == CANNOT_SAY else f"{answer.words}, {spread}"
    return Verdict(
        name=f"H{number}",
        text=hypothesis.text if hypothesis else answer.hypothesis,
        closes=day(hypothesis.closes) if hypothesis and hypothesis.closes else "",
        as_of=day(answer.as_of) if answer.as_of else "",
        words=said,
        spread=spread,
        point=hundred(answer.probability),
        bar=bar(answer, f"bar{number}"),
        opposite=answer.hypothesis in made.mirrored,
        rungs=tuple(steps[:most]),
        smaller=tuple(steps[most:]),
        silent=tuple(rung for rung in ladder if not rung.counts),
        total=signed(sum(reason.weight for reason in answer.reasons)),
        turns=turns(made, answer.over_time),
        course=course(answer, f"course{number}") if len(answer.over_time) > 1 else None,
        would_change=answer.would_change,
        watch=answer.watch,
        ground=_ground(answer),
        says=answer.words != CANNOT_SAY,
        leaning=_leaning(made, answer),
        outcome=_outcome(made, answer.hypothesis),
    )


def _outcome(made: Catalogue, hypothesis: str) -> str:
    """What is known to have happened, and since when; empty while it is open."""
    for one in made.case.outcomes:
        if one.hypothesis == hypothesis:
            said = "It happened" if one.happened else "It did not happen"
            return f"{said}: known on {day(one.known)}{f', from {one.source}' if one.source else ''}."
    return ""


def _ground(answer: Answer) -> str:
    """How good the ground is and why, in sentences that say nothing of likelihood; empty without an answer."""
    if answer.confidence is None:
        return ""
    return " ".join((f"Confidence in the ground: {answer.confidence}.", *answer.confidence_why))


def _leaning(made: Catalogue, answer: Answer) -> str:
    """How far the answer hangs on single origins, in words; empty where leaving one out was not tried."""
    if not answer.without or answer.words == CANNOT_SAY:
        return ""
    shares = [without.probability for without in answer.without]
    most = max(answer.without, key=lambda one: (abs(one.probability - answer.probability), one.origin))
    root = made.root(made.origins[most.origin]) if most.origin in made.origins else "one origin"
    return (
        f"Leaving out any one origin gives between {hundred(min(shares))} and {hundred(max(shares))} in 100; "
        f"the one that matters most is {root} (without it: {hundred(most.probability)} in 100"
        f"{_instead(made, answer, most)})."
    )


def _instead(made: Catalogue, answer: Answer, most: Without) -> str:
    """Why leaving an origin out moves the answer to where it leans itself: its source has spoken before."""
    weight = math.fsum(reason.weight for reason in answer.reasons if reason.origin == most.origin)
    origin = made.origins.get(most.origin)
    if weight * (most.probability - answer.probability) <= 0 or origin is None or origin.source is None:
        return ""
    more = any(one.source == origin.source and one.id != origin.id for one in made.case.origins)
    return ", since what the same source said at another time would count instead" if more else ""


def bar(answer: Answer, name: str) -> Markup:
    """The range on a scale from 0 to 100, 326 units wide, with the point in it."""
    left, right = 10 + 3 * answer.low * 100, 10 + 3 * answer.high * 100
    at = 10 + 3 * answer.probability * 100
    ticks = [
        el("path", d=f"M{10 + 3 * tick} 22v4", class_="axis")
        + el("text", str(tick), x=10 + 3 * tick, y=38, class_="mid")
        for tick in (0, 25, 50, 75, 100)
    ]
    return picture(
        el("rect", x=10, y=10, width=300, height=12, class_="rail"),
        el("rect", x=left, y=10, width=max(2.0, right - left), height=12, class_="band"),
        el("path", d=f"M{at:.1f} 5v22", class_="point"),
        *ticks,
        size=(326, 42),
        name=name,
        title=f"{answer.words}: {likelihood(answer.low, answer.high)}",
    )


def rungs(made: Catalogue, reasons: tuple[Reason, ...]) -> tuple[Rung, ...]:
    """The reasons one after the other: the first stands alone, each later one starts where the last ended."""
    made_rungs = []
    total = 0.0
    for position, reason in enumerate(reasons):
        before = _share(total) if position else None
        total += reason.weight
        after = _share(total)
        origin = made.origins.get(reason.origin) if reason.origin else None
        links = made.places(reason.refs) or (made.statements(origin.statements) if origin else ())
        made_rungs.append(
            Rung(
                text=reason.text,
                kind=reason.kind,
                origin=permalink(origin.id) if origin else None,
                seen=_seen(reason, origin) if origin else "",
                parts=reason.parts,
                counts=position == 0 or abs(reason.weight) >= NOTHING,
                weight=signed(reason.weight),
                odds=odds(reason.weight),
                push="where it starts" if reason.kind == "prior" else push(reason.weight),
                after=hundred(after),
                bar=_fall(before, after),
                places=links,
            )
        )
    return tuple(made_rungs)


def _seen(reason: Reason, origin: Origin) -> str:
    """What the link to a reason's origin says: in how many articles it is, where the reason does not tell."""
    size = seen(len(origin.articles), (origin,))
    return "origin" if len(origin.articles) < 2 or size in reason.text else f"in all {size}"


def _fall(before: float | None, after: float) -> Markup:
    """A small bar from one share to the next, 104 units wide; the table says the same in figures."""
    start = 0.0 if before is None else before
    way = "from" if before is None else "up" if after >= before else "down"
    bar = el("path", class_=way, d=f"M{2 + start * 100:.1f} 8H{2 + after * 100:.1f}")
    return el("svg", bar, el("path", d=f"M{2 + after * 100:.1f} 2v12"), viewBox="0 0 104 16", aria_hidden="true")


def _share(weight: float) -> float:
    """The probability that log-odds stand for."""
    return 1 / (1 + math.exp(-max(-700.0, min(700.0, weight))))
