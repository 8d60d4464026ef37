"""What changed between two readings as a record for JSON: `sayso diff --json`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from sayso.model.answers import Answer
from sayso.model.changes import CaseReading, Changes, Figure, Grouping, Item, Pair, Part, Shift, Utterance
from sayso.model.forecasts import Forecast
from sayso.model.rulings import Ruling
from sayso.model.stances import Clash, Stance
from sayso.showing.schemaforms import (
    DAY,
    FLAG,
    MAYBE_NUMBER,
    MAYBE_TEXT,
    NAME,
    NUMBER,
    SHARE,
    TEXT,
    Schema,
    array,
    one_of,
    or_null,
    record,
)
from sayso.showing.sourcerecords import day_text

Record = dict[str, Any]
_T = TypeVar("_T")


def changes_record(found: Changes) -> Record:
    """All that changed, in the order of the reading after; weights unrounded, so that they add up."""
    return {
        "schema": "sayso/1",
        "question": found.after.question,
        "before": _reading(found.before),
        "after": _reading(found.after),
        "same": found.none,
        "hypotheses": [_shift(shift) for shift in found.shifts],
        "articles": _pairs(found.articles, _item),
        "statements": _pairs(found.statements, _utterance),
        "reread": _pairs(found.reread, _utterance),
        "origins": [_group(group) for group in found.origins],
        "sources": [_group(group) for group in found.sources],
        "stances": _pairs(found.stances, _stance),
        "clashes": _pairs(found.clashes, _clash),
        "forecasts": _pairs(found.forecasts, _forecast),
        "amounts": _pairs(found.amounts, _figure),
        "rulings": _pairs(found.rulings, _ruling),
    }


def _reading(one: CaseReading) -> Record:
    sizes = {"articles": len(one.articles), "statements": len(one.statements), "origins": len(one.origins)}
    return {"name": one.name, "as_of": day_text(one.as_of), **sizes}


def _shift(one: Shift) -> Record:
    return {
        "text": one.text,
        "negation": one.negation,
        "before": _answer(one.before) if one.before else None,
        "after": _answer(one.after) if one.after else None,
        "move": one.move,
        "parts": [_part(part) for part in one.parts],
    }


def _answer(one: Answer) -> Record:
    return {
        "hypothesis": one.hypothesis,
        "probability": one.probability,
        "low": one.low,
        "high": one.high,
        "words": one.words,
        "confidence": one.confidence,
    }


def _part(one: Part) -> Record:
    return {
        "kind": one.kind,
        "change": one.change,
        "text": one.text,
        "before": one.before,
        "after": one.after,
        "move": one.move,
        "origins": {"before": list(one.origins[0]), "after": list(one.origins[1])},
        "statements": list(one.statements),
        "why": list(one.why),
    }


def _pairs(pairs: Iterable[Pair[_T]], told: Callable[[_T], Record]) -> list[Record]:
    return [
        {
            "before": told(pair.before) if pair.before is not None else None,
            "after": told(pair.after) if pair.after is not None else None,
        }
        for pair in pairs
    ]


def _item(one: Item) -> Record:
    first, last = (one.published.earliest, one.published.latest) if one.published else (None, None)
    return {
        "id": one.id,
        "path": one.path,
        "title": one.title,
        "outlet": one.outlet,
        "earliest": day_text(first),
        "latest": day_text(last),
        "how": one.how,
    }


def _utterance(one: Utterance) -> Record:
    return {"id": one.id, "article": one.article, "who": one.who, "words": one.words}


def _group(one: Grouping) -> Record:
    return {
        "change": one.change,
        "before": [{"id": key, "name": name} for key, name in zip(one.before, one.names[0], strict=True)],
        "after": [{"id": key, "name": name} for key, name in zip(one.after, one.names[1], strict=True)],
        "why": list(one.why),
    }


def _stance(one: Stance) -> Record:
    return {
        "statement": one.statement,
        "hypothesis": one.hypothesis,
        "lean": one.lean,
        "strength": one.strength,
    }


def _clash(one: Clash) -> Record:
    return {"left": one.left, "right": one.right, "about": one.about, "strength": one.strength}


def _forecast(one: Forecast) -> Record:
    return {
        "statement": one.statement,
        "event": one.event,
        "by": day_text(one.by),
        "low": one.low,
        "high": one.high,
    }


def _figure(one: Figure) -> Record:
    return {"of": one.of, "low": one.low, "high": one.high}


def _ruling(one: Ruling) -> Record:
    return {
        "target": one.target,
        "verdict": one.verdict,
        "by": one.by,
        "at": one.at,
        "why": one.why,
        "value": one.value,
    }


# ---- the schema

_COUNT: Schema = {"type": "integer", "minimum": 0}
_READING = record(name=TEXT, as_of=DAY, articles=_COUNT, statements=_COUNT, origins=_COUNT)
_ANSWER = record(
    hypothesis=NAME, probability=SHARE, low=SHARE, high=SHARE, words=TEXT, confidence=MAYBE_TEXT
)  # fmt: skip
_NAMED = record(id=NAME, name=TEXT)


def _two(of: Schema) -> Schema:
    """What was and what is, each null where there is none."""
    return array(record(before=or_null(of), after=or_null(of)))


_GROUPS = array(
    record(
        change=one_of("new", "gone", "merged", "split", "regrouped"),
        before=array(_NAMED),
        after=array(_NAMED),
        why=array(TEXT),
    )
)
_PART = record(
    kind=TEXT,
    change=one_of("new", "gone", "heavier", "lighter", "turned"),
    text=TEXT,
    before=MAYBE_NUMBER,
    after=MAYBE_NUMBER,
    move=NUMBER,
    origins=record(before=array(NAME), after=array(NAME)),
    statements=array(NAME),
    why=array(TEXT),
)

#: What `sayso diff --json` prints.
DIFF = record(
    schema={"const": "sayso/1"},
    question=TEXT,
    before=_READING,
    after=_READING,
    same=FLAG,
    hypotheses=array(
        record(
            text=TEXT,
            negation=FLAG,
            before=or_null(_ANSWER),
            after=or_null(_ANSWER),
            move=MAYBE_NUMBER,
            parts=array(_PART),
        )
    ),
    articles=_two(record(id=NAME, path=TEXT, title=TEXT, outlet=TEXT, earliest=DAY, latest=DAY, how=TEXT)),
    statements=_two(record(id=NAME, article=NAME, who=TEXT, words=TEXT)),
    reread=_two(record(id=NAME, article=NAME, who=TEXT, words=TEXT)),
    origins=_GROUPS,
    sources=_GROUPS,
    stances=_two(record(statement=NAME, hypothesis=NAME, lean=TEXT, strength=NUMBER)),
    clashes=_two(record(left=NAME, right=NAME, about=TEXT, strength=TEXT)),
    forecasts=_two(record(statement=NAME, event=TEXT, by=DAY, low=NUMBER, high=NUMBER)),
    amounts=_two(record(of=TEXT, low=MAYBE_NUMBER, high=MAYBE_NUMBER)),
    rulings=_two(record(target=TEXT, verdict=TEXT, by=TEXT, at=TEXT, why=TEXT, value=MAYBE_TEXT)),
)
