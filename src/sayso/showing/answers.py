"""Answers: the range as a bar, the reasons as a waterfall that adds up, the course over time."""

from __future__ import annotations

import math
from dataclasses import dataclass

from markupsafe import Markup

from sayso.model.answers import Answer, Reason, Step
from sayso.model.origins import Origin
from sayso.model.prose import day
from sayso.showing.catalogue import Catalogue, Entry, Link, permalink
from sayso.showing.counts import seen
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
class Turn:
    """One step of the answer over time."""

    when: str
    share: str
    spread: str
    change: str
    moved: tuple[Link, ...]


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
    said = answer.words if answer.words == "cannot say" else f"{answer.words}, {spread}"
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


def _leaning(made: Catalogue, answer: Answer) -> str:
    """How far the answer hangs on single origins, in words; empty where leaving one out was not tried."""
    if not answer.without:
        return ""
    shares = [without.probability for without in answer.without]
    most = max(answer.without, key=lambda one: (abs(one.probability - answer.probability), one.origin))
    root = made.root(made.origins[most.origin]) if most.origin in made.origins else "one origin"
    return (
        f"Leaving out any one origin gives between {hundred(min(shares))} and {hundred(max(shares))} in 100; "
        f"the one that matters most is {root} (without it: {hundred(most.probability)} in 100)."
    )


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


def turns(made: Catalogue, steps: tuple[Step, ...]) -> tuple[Turn, ...]:
    """The course of the answer as a table, a line a step."""
    out = []
    before: Step | None = None
    for step in steps:
        moved = round(step.probability * 100) - round(before.probability * 100) if before else 0
        change = "" if before is None else "no change" if not moved else f"{'+' if moved > 0 else '−'}{abs(moved)}"
        out.append(
            Turn(
                day(step.as_of),
                hundred(step.probability),
                likelihood(step.low, step.high),
                change,
                _movers(made, step.moved_by),
            )
        )
        before = step
    return tuple(out)


def _movers(made: Catalogue, statements: tuple[str, ...]) -> tuple[Link, ...]:
    """The statements that moved a step, those of a named source first, then by how strongly they lean."""

    def rank(entry: Entry) -> tuple[bool, float, int]:
        stances = made.stances.get(entry.statement.id, ())
        return (not entry.statement.chain, -max((one.strength for one in stances), default=0.0), entry.number)

    return tuple(
        entry.link
        for entry in sorted(map(made.entries.__getitem__, filter(made.entries.__contains__, statements)), key=rank)
    )


def course(answer: Answer, name: str) -> Markup:
    """The answer over time: a step line with its band, 680 by 220 units."""
    steps = answer.over_time
    first, last = steps[0].as_of.toordinal(), steps[-1].as_of.toordinal()
    until = max(last, answer.as_of.toordinal() if answer.as_of else last) + max(1, (last - first) // 12)
    xs = [44 + 620 * (step.as_of.toordinal() - first) / (until - first) for step in steps]
    lines = [
        el("path", d=f"M44 {_y(share / 100):.1f}H664", class_="tick")
        + el("text", str(share), x=38, y=_y(share / 100) + 4, class_="end")
        for share in (0, 25, 50, 75, 100)
    ]
    band = _steps([step.high for step in steps], xs) + _steps([step.low for step in steps], xs, back=True) + "Z"
    dots = [el("circle", cx=x, cy=_y(step.probability), r=3.5) for step, x in zip(steps, xs, strict=True)]
    ends = el("text", day(steps[0].as_of), x=44, y=212) + el(
        "text", day(steps[-1].as_of), x=664, y=212, class_="end"
    )
    return picture(
        *lines,
        el("path", d=band, class_="band"),
        el("path", d=_steps([step.probability for step in steps], xs), class_="line"),
        *dots,
        ends,
        size=(680, 220),
        name=name,
        title="The answer over time, in 100",
        about=f"From {hundred(steps[0].probability)} in 100 on {day(steps[0].as_of)} "
        f"to {hundred(steps[-1].probability)} in 100 on {day(steps[-1].as_of)}; the table below has every step.",
    )  # fmt: skip


def _y(share: float) -> float:
    """The height of a share in the drawing of the course."""
    return 190 - share * 176


def _steps(shares: list[float], xs: list[float], *, back: bool = False) -> str:
    """A path of steps that each hold until the next; `back` draws it from right to left."""
    corners: list[tuple[float, float]] = []
    for share, left, right in zip(shares, xs, [*xs[1:], 664.0], strict=True):
        corners += [(left, _y(share)), (right, _y(share))]
    ordered = corners[::-1] if back else corners
    return ("L" if back else "M") + "L".join(f"{x:.1f} {y:.1f}" for x, y in ordered)
