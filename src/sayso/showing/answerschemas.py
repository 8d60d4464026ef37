"""JSON Schemas of the answers of `sayso brief --json`: hypotheses, ratings, grid, forecasts and scores."""

from __future__ import annotations

from sayso.showing.schemaforms import (
    DAY,
    FLAG,
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
    ref,
)

_LEAN = one_of("support", "deny", "open", "unrelated")
_AMOUNT: Schema = {"type": "number", "minimum": 0}
_BOUNDS = or_null(record(low=NUMBER, mean=NUMBER, high=NUMBER))

_COUNT: Schema = {"type": "integer", "minimum": 0}
_TALLIED: dict[str, Schema] = {
    "source": NAME,
    "names": array(NAME),
    "n": _COUNT,
    "right": _COUNT,
    "brier": _BOUNDS,
    "log": _BOUNDS,
    "cases": array(NAME),
}
_TALLY = record(**_TALLIED)

ANSWER_DEFS: Schema = {
    "answer": record(
        probability=SHARE,
        low=SHARE,
        high=SHARE,
        words=NAME,
        confidence=one_of("low", "moderate", "high", None),
        confidence_why=array(NAME),
        reasons=array(record(kind=NAME, text=NAME, weight=NUMBER, refs=array(ref("place")))),
        without=array(record(origin=NAME, probability=SHARE)),
        over_time=array(
            record(
                as_of=DAY,
                probability=SHARE,
                low=SHARE,
                high=SHARE,
                moved_by=array(NAME),
                why=array(NAME),
                kind=one_of("start", "said", "time", "none"),
                by_said=NUMBER,
                by_time=NUMBER,
            )
        ),
        would_change=array(NAME),
        watch=array(NAME),
    ),
    "bin": record(
        low=SHARE,
        high=SHARE,
        n={"type": "integer", "minimum": 1},
        mean=SHARE,
        share=SHARE,
        bounds=record(low=SHARE, high=SHARE),
    ),
    "misled": record(origin=NAME, weight=NUMBER, without=SHARE, text=NAME),
}

ANSWER_FIELDS: Schema = {
    "hypotheses": array(
        record(
            id=NAME,
            text=NAME,
            subject=MAYBE_TEXT,
            event=MAYBE_TEXT,
            opens=DAY,
            closes=DAY,
            resolver=MAYBE_TEXT,
            negates=MAYBE_TEXT,
            answer=ref("answer"),
        ),
        minItems=1,
    ),
    "ratings": array(
        record(
            origin=NAME,
            source=MAYBE_TEXT,
            reliability=one_of("A", "B", "C", "D", "E", "F"),
            credibility={"enum": [1, 2, 3, 4, 5, 6]},
            why=array(NAME),
        )
    ),
    "grid": record(
        cells=array(
            record(origin=NAME, hypothesis=NAME, sign={"enum": [-2, -1, 0, 1, 2]}, word=NAME, weight=_AMOUNT)
        ),
        diagnosticity=array(record(origin=NAME, value=_AMOUNT, same=FLAG)),
        inconsistency=array(record(hypothesis=NAME, value=_AMOUNT, unweighted=_AMOUNT)),
        swaps=array(record(origin=NAME, ahead=NAME, behind=NAME, level=FLAG)),
    ),
    "near": array(record(hypothesis=NAME, what=NAME, why=NAME, statements=array(NAME), refs=array(ref("place")))),
    "positions": array(
        record(
            source=NAME,
            hypothesis=NAME,
            turns=array(record(statement=NAME, day=DAY, lean=_LEAN, strength=SHARE, change=TEXT)),
        )
    ),
    "forecasts": array(
        record(
            statement=NAME,
            event=NAME,
            by=DAY,
            low=SHARE,
            high=SHARE,
            phrase=TEXT,
            resolvable=FLAG,
            hypothesis=MAYBE_TEXT,
            implied=or_null(array(SHARE, minItems=2, maxItems=2)),
            source=MAYBE_TEXT,
            said=DAY,
            why=TEXT,
            repeats=MAYBE_TEXT,
        )
    ),
    "scores": array(record(statement=NAME, rule=one_of("brier", "log"), low=NUMBER, middle=NUMBER, high=NUMBER)),
    "tallies": array(_TALLY),
    "calibration": array(ref("bin")),
    "postmortems": array(
        record(
            hypothesis=NAME,
            outcome=record(
                happened=FLAG, known=DAY, source=MAYBE_TEXT, on=DAY, by=MAYBE_TEXT, why=TEXT, earlier=array(NAME)
            ),
            probability=SHARE,
            brier=SHARE,
            log={"type": "number", "minimum": 0},
            misled=array(ref("misled")),
            led=array(ref("misled")),
            lessons=array(NAME),
            days=array(record(day=DAY, probability=SHARE, brier=SHARE)),
            mean=or_null(SHARE),
        )
    ),
}

#: What `sayso scores --jsonl` prints: an object a source, then one for the calibration of all.
SCORES: Schema = {
    "oneOf": [
        record(schema={"const": "sayso/1"}, kind={"const": "source"}, **_TALLIED),
        record(schema={"const": "sayso/1"}, kind={"const": "calibration"}, n=_COUNT, bins=array(ref("bin"))),
    ]
}
