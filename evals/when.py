"""When and how many, on invented passages with their day: times and bounds, amounts, and when things were said.

`python -m evals.when dev` lists what is wrong, an item a line; the test part is scored, never read.

Spans meet where they share a character, one to one, the likest first; what the gold marks optional is neither
missed nor spurious. "F1" counts what is right against all that is found and all that the gold has; a share is of
all that the gold has, so that what is not found is wrong. Days told are a share of those found as well: what is
lost between the two was lost by whoever finds the sayings, not by whoever dates them.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from evals.whenfiles import Days, GoldAmount, GoldSaid, GoldTime, Passage, passages
from sayso import pipeline
from sayso.model.amounts import Amount
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.span import Span
from sayso.model.statements import Statement
from sayso.model.times import Dating, Interval, TimeMention

Pair = tuple[int | None, int | None]  # a gold item and what was found there; None where one is missing

G = TypeVar("G", GoldTime, GoldAmount)
F = TypeVar("F", TimeMention, Amount)

FOLDER: Final = Path(__file__).with_name("when")
LAYERS: Final = ("times", "amounts", "said")
_SIGNS: Final = {"%": "percent", "$": "dollar", "€": "euro", "£": "pound", "km": "kilometre", "¥": "yen"}
_BEHIND_HEAD: Final = re.compile(
    r",|\s(?:of|for|in|on|at|to|from|with|who|which|that|by|between|per|a|since|under|over|and)\s"
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One item of the gold, or one that was found beside it.

    `marks` say what is so of it ("gold", "found") and what is right ("value", "days"); `told` is how to print it,
    `at` the place of the gold item ("file:line").
    """

    layer: str
    marks: frozenset[str]
    told: str
    at: str


def page_of(passage: Passage, brain: pipeline.Brain) -> Page:
    """A passage as a brain reads it, an article published on its day; RuntimeError where reading breaks down."""
    digest = hashlib.sha256(passage.text.encode()).hexdigest()
    published = Dating(Interval(passage.published, passage.published), "given")
    article = Article(digest[:16], digest, passage.text, digest, language="en", published=published)
    page = pipeline.page_of(article, brain)
    if any(note.code == "A299" for note in page.notes):
        raise RuntimeError(f"{passage.title}: {page.notes[0].message}")
    return page


def figures(folder: Path, brain: pipeline.Brain) -> tuple[dict[str, float], dict[str, float]]:
    """Figures in percent, and errors in percent, over all passages of a folder."""
    return summed(verdict for passage in passages(folder) for verdict in verdicts(passage, page_of(passage, brain)))


def summed(verdicts: Iterable[Verdict]) -> tuple[dict[str, float], dict[str, float]]:
    """Figures in percent, and errors in percent, of what was judged."""
    given = list(verdicts)
    times, amounts, said = ([one for one in given if one.layer == layer] for layer in LAYERS)
    told = {
        "times, span F1": _f1(times, "span"),
        "times, value F1": _f1(times, "value"),
        "times, days F1": _f1(times, "days"),
        "times, type F1": _f1(times, "type"),
        "times, bounds other than at": _share(times, "bound", "bounded"),
        "times, days without bound": _share([one for one in times if "bounded" not in one.marks], "days", "gold"),
        "times, vagueness F1": _f1(times, "vagueness", "vague"),
        "amounts, span F1": _f1(amounts, "span"),
        "amounts, value F1": _f1(amounts, "value"),
        "amounts, number F1": _f1(amounts, "number"),
        "amounts, ranges": _share(amounts, "value", "range"),
        "amounts, bounds": _share(amounts, "bound right", "gold"),
        "amounts, bounds not exact": _share(amounts, "bound right", "bounded"),
        "amounts, head counted": _share(amounts, "head", "counts"),
        "amounts, additive F1": _f1(amounts, "additive", "adds"),
        "amounts, whole F1": _f1(amounts, "whole", "in whole"),
        "said, attributions found": _share(said, "found", "gold"),
        "said, attributions with a day found": _share(said, "found", "tells"),
        "said, days told": _share(said, "days", "tells"),
        "said, days told of those found": _share([one for one in said if "found" in one.marks], "days", "tells"),
    }
    errors = {
        "times, false bounds": _share(times, "false bound", "bound given"),
        "said, false days": _share(said, "false days", "silent"),
    }
    return told, errors


def verdicts(passage: Passage, page: Page) -> Iterator[Verdict]:
    """A verdict on every item of a passage and on all that is found beside them."""
    text = passage.text
    for time, mention in _items(passage.times, page.times):
        if not (time and time.optional) and not (time is None and _spare(mention, passage.times)):
            yield _judged_time(text, time, mention)
    for gold, amount in _items(passage.amounts, page.amounts):
        if not (gold and gold.optional) and not (gold is None and _spare(amount, passage.amounts)):
            yield _judged_amount(text, gold, amount)
    for saying in passage.said:
        yield _judged_saying(text, saying, page.statements)


# ---- pairing


def _items(gold: Sequence[G], found: Sequence[F]) -> Iterator[tuple[G | None, F | None]]:
    pairs = _pairs([one.span for one in gold], [one.span for one in found])
    yield from ((gold[i] if i is not None else None, found[j] if j is not None else None) for i, j in pairs)


def _pairs(gold: Sequence[Span], found: Sequence[Span]) -> Iterator[Pair]:
    """Spans that meet, one to one, the likest first; then those of either side that are left."""
    met = sorted((-_likeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if g.overlaps(f))
    mine: dict[int, int] = {}
    taken = set[int]()
    for _, i, j in met:
        if i not in mine and j not in taken:
            mine[i] = j
            taken.add(j)
    yield from ((i, mine.get(i)) for i in range(len(gold)))
    yield from ((None, j) for j in range(len(found)) if j not in taken)


def _likeness(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start))


def _spare(found: TimeMention | Amount | None, gold: Sequence[GoldTime] | Sequence[GoldAmount]) -> bool:
    """Whether what was found stands on an optional item."""
    return found is not None and any(one.optional and one.span.overlaps(found.span) for one in gold)


# ---- judging


def _judged_time(text: str, gold: GoldTime | None, found: TimeMention | None) -> Verdict:
    marks, wanted, told = set[str](), "-", "-"
    if gold:
        wanted = f"{gold.type} {gold.value} {_written(gold.days)} {gold.bound} {gold.vagueness or ''}"
        marks |= {"gold", *_if("bounded", gold.bound != "at"), *_if("vague gold", gold.vagueness)}
    if found:
        told = f"{found.type} {found.timex} {_written(_days_of(found))} {found.bound} {found.vagueness or ''}"
        marks |= {"found", *_if("bound given", found.bound != "at"), *_if("vague found", found.vagueness)}
        marks |= {*_if("false bound", found.bound != "at" and not (gold and gold.bound == found.bound))}
    if gold and found:
        marks |= {
            "span",
            *_if("value", gold.value.upper() == found.timex.upper()),
            *_if("days", gold.days == _days_of(found)),
            *_if("type", gold.type == found.type),
            *_if("bound", gold.bound == found.bound),
            *_if("vagueness", gold.vagueness == found.vagueness),
        }
    rule = f" <{found.rule}>" if found else ""
    return Verdict("times", frozenset(marks), _line(text, gold, found, f"{wanted} | {told}{rule}"), _at(gold))


def _judged_amount(text: str, gold: GoldAmount | None, found: Amount | None) -> Verdict:
    marks, wanted, told = set[str](), "-", "-"
    if gold:
        wanted = f"{gold.low}..{gold.high} {gold.bound} [{gold.counted}] +{gold.additive} of: {gold.of}"
        marks |= {"gold", *_if(gold.bound, gold.bound), *_if("bounded", gold.bound != "exact")}
        marks |= {*_if("counts", gold.counted), *_if("adds gold", gold.additive), *_if("in whole gold", gold.of)}
    if found:
        told = (
            f"{found.low}..{found.high} {found.bound} [{found.unit}] +{found.additive or ''} of: {found.of or ''}"
        )
        marks |= {"found", *_if("adds found", found.additive), *_if("in whole found", found.of)}
    if gold and found:
        marks |= {
            "span",
            *_if("value", _same(gold.low or 0.0, found.low or 0.0) and _same(gold.high, found.high)),
            *_if("number", _is_number(gold, found)),
            *_if("bound right", gold.bound == found.bound),
            *_if("head", head(gold.counted) == head(found.unit or "")),
            *_if("additive", gold.additive.lower() == (found.additive or "").lower()),
            *_if("whole", _share_words(gold.of, found.of or "")),
        }
    return Verdict("amounts", frozenset(marks), _line(text, gold, found, f"{wanted} | {told}"), _at(gold))


def _judged_saying(text: str, gold: GoldSaid, statements: Sequence[Statement]) -> Verdict:
    """Right where a statement with its cue tells its days; any days are false where the text tells none."""
    mine = [one for one in statements if _is_by(gold.span, one)]
    days = [given for one in mine if (given := said_days(one)) is not None]
    marks = {
        "gold",
        *_if("tells", gold.told),
        *_if("found", mine),
        *_if("days", gold.told and gold.days in days),
        *_if("silent", not gold.told and mine),
        *_if("false days", not gold.told and days),
    }
    told = " ".join(map(_written, days)) or ("no days" if mine else "-")
    return Verdict("said", frozenset(marks), _line(text, gold, None, f"{_written(gold.days)} | {told}"), _at(gold))


def _if(mark: str, holds: object) -> tuple[str, ...]:
    return (mark,) if holds else ()


def _at(gold: GoldTime | GoldAmount | GoldSaid | None) -> str:
    return gold.at if gold else ""


def _days_of(found: TimeMention) -> Days:
    return found.interval.earliest, found.interval.latest


def said_days(statement: Statement) -> Days | None:
    """The days on which a statement was made as its text tells; None where it does not."""
    if statement.told is None or statement.said is None:
        return None
    return statement.said.interval.earliest, statement.said.interval.latest


def _is_by(cue: Span, statement: Statement) -> bool:
    """Whether the innermost cue of a statement shares a character with `cue`."""
    if not statement.chain:
        return False
    span = statement.chain[-1].cue.span
    return span is not None and span.overlaps(cue)


def _is_number(gold: GoldAmount, found: Amount) -> bool:
    """Whether the number is right whatever its bound: both ends of a range, else the one that the words give."""
    if gold.bound == "range":
        return _same(gold.low, found.low) and _same(gold.high, found.high)
    named = gold.high if gold.bound == "at-most" else gold.low
    return _same(named, found.low) or _same(named, found.high)


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 2e-6 * max(1.0, abs(one))


def head(counted: str) -> str:
    """The head of what is counted, without its plural: "barrel" of "barrels of crude"."""
    words = _BEHIND_HEAD.split(f"{counted.strip()} ", maxsplit=1)[0].lower().split()
    head = words[-1] if words else ""
    head = _SIGNS.get(head, head).replace("metres", "metre").replace("meter", "metre")
    for ending, plain in (("ies", "y"), ("sses", "ss"), ("s", "")):
        if head.endswith(ending) and len(head) > 3:
            return head.removesuffix(ending) + plain
    return head


def _share_words(one: str, other: str) -> bool:
    """Whether two wordings of a whole share a word of more than three letters or a number."""
    mine, theirs = (
        {word for word in re.findall(r"\w+", words.lower()) if len(word) > 3 or word.isdigit()}
        for words in (one, other)
    )
    return bool(mine & theirs) or (one.lower().strip() == other.lower().strip() != "")


# ---- figures


def _f1(given: Sequence[Verdict], name: str, of: str = "") -> float:
    """F1 of what is right; with `of` only over items that have it: "vague gold", "vague found"."""
    gold = sum(f"{of} gold".strip() in one.marks for one in given)
    found = sum(f"{of} found".strip() in one.marks for one in given)
    right = sum({name, f"{of} gold".strip()} <= one.marks for one in given)
    return 200 * right / (gold + found) if gold + found else 100.0


def _share(given: Sequence[Verdict], name: str, of: str) -> float:
    """The share of items with the mark `of` that have `name`; 100 where there are none."""
    asked = [one for one in given if of in one.marks]
    return 100 * sum(name in one.marks for one in asked) / len(asked) if asked else 100.0


# ---- the list of what is wrong


def errors(one: Verdict) -> list[str]:
    """What is wrong with an item, by name; empty where all is right."""
    if "gold" not in one.marks:
        return ["spurious"]
    if "found" not in one.marks:
        return ["missed"]
    if one.layer == "times":
        return [name for name in ("value", "days", "type", "bound", "vagueness") if name not in one.marks]
    if one.layer == "amounts":
        asked = {"value", "bound right", "additive", *_if("head", "counts" in one.marks)}
        asked |= {*_if("whole", {"in whole gold", "in whole found"} & one.marks)}
        return sorted(asked - one.marks)
    wrong = "false days" in one.marks or ("tells" in one.marks and "days" not in one.marks)
    return [*_if("days", wrong)]


def _line(
    text: str, gold: GoldTime | GoldAmount | GoldSaid | None, found: TimeMention | Amount | None, told: str
) -> str:
    """An item within its text, and what the gold and we say of it."""
    span = gold.span if gold else found.span if found else Span(0, 1)
    left, right = text[max(0, span.start - 50) : span.start], text[span.end : span.end + 40]
    beside = f" (found: {found.text})" if gold and found and gold.span != found.span else ""
    return f"{told}{beside}\n      …{left}[[{span.of(text)}]]{right}…".replace("\n\n", " ")


def _written(days: Days) -> str:
    return f"{days[0] or ''}..{days[1] or ''}"


def main(given: Sequence[str] | None = None) -> int:
    """List what is wrong on the dev part; 0."""
    parser = argparse.ArgumentParser(prog="python -m evals.when", description="what is wrong: gold | found")
    parser.add_argument(
        "part", choices=["dev"], help="the test part is scored by its suite; its errors are not read"
    )
    parser.add_argument("--brain", default="rules", choices=pipeline.BRAINS)
    parser.add_argument("--layer", choices=LAYERS, help="only this layer (default: all)")
    parser.add_argument("--error", metavar="NAME", help="only this error: missed, spurious, value, days, bound, …")
    arguments = parser.parse_args(given)
    brain = pipeline.load_brain(arguments.brain)
    tally = Counter[str]()
    for passage in passages(FOLDER / arguments.part):
        for one in verdicts(passage, page_of(passage, brain)):
            wrong = [name for name in errors(one) if arguments.error in {None, name}]
            if wrong and arguments.layer in {None, one.layer}:
                tally.update(f"{one.layer} {name}" for name in wrong)
                print(f"{one.at or passage.title}: {', '.join(wrong)}: {one.told}")
    print(", ".join(f"{name} {count}" for name, count in sorted(tally.items())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
