"""JSON Schemas of what the commands on a case print."""

from __future__ import annotations

from typing import Final, get_args

from sayso.model.keeping import State
from sayso.model.rulings import Verdict
from sayso.model.stances import Lean
from sayso.model.statements import Force, Mode, Polarity
from sayso.showing.schemaforms import (
    DAY,
    FLAG,
    MAYBE_TEXT,
    NAME,
    SHARE,
    TEXT,
    Schema,
    array,
    one_of,
    or_null,
    record,
    ref,
)

_COUNT: Schema = {"type": "integer", "minimum": 0}
_MARK: Schema = {"const": "sayso/1"}
#: A number of the journal's entries, from 1.
_ENTRY: Schema = {"type": "integer", "minimum": 1}

_LINE = record(
    schema=_MARK,
    id=NAME,
    article=NAME,
    outlet=MAYBE_TEXT,
    span=ref("span"),
    words=TEXT,
    source=record(id=MAYBE_TEXT, name=MAYBE_TEXT, kind=MAYBE_TEXT),
    origin=MAYBE_TEXT,
    said=DAY,
    force=one_of(*get_args(Force), None),
    mode=one_of(*get_args(Mode)),
    commitment=record(polarity=one_of(*get_args(Polarity)), low=SHARE, high=SHARE),
    stance=record(lean=one_of(*get_args(Lean)), strength=SHARE),
    effect=or_null(SHARE),
    state=one_of(*get_args(State)),
    locked=FLAG,
    changed=_COUNT,
)

_MOMENT = record(
    number=_ENTRY, at=NAME, articles=_COUNT, hypothesis=NAME, probability=SHARE, low=SHARE, high=SHARE, words=TEXT
)

_BEHIND = record(rulings=_COUNT, unread=_COUNT)

_CASE = record(
    schema=_MARK,
    case=NAME,
    question=NAME,
    number=_ENTRY,
    updated=MAYBE_TEXT,
    behind=_BEHIND,
    holds=record(
        articles=_COUNT, statements=_COUNT, reviewed=_COUNT, sources=_COUNT, origins=_COUNT, forecasts=_COUNT,
        clashes=_COUNT,
    ),
    hypotheses=array(record(id=NAME, text=NAME, closes=DAY, as_of=DAY, answer=or_null(record(
        probability=SHARE, low=SHARE, high=SHARE, words=TEXT, reasons=array({"type": "object"}),
    )))),
    history=array(_MOMENT),
    review=array(_LINE),
)  # fmt: skip

_COUNTED = array(record(value=MAYBE_TEXT, name=MAYBE_TEXT, statements=_COUNT))

_ARTICLE = record(
    schema=_MARK,
    id=NAME,
    path=TEXT,
    outlet=MAYBE_TEXT,
    title=MAYBE_TEXT,
    published=or_null(record(earliest=DAY, latest=DAY)),
    raw_sha256=NAME,
    added=NAME,
    reading=MAYBE_TEXT,
    statements=_COUNT,
    left=FLAG,
)

_HISTORY = record(
    schema=_MARK,
    number=_ENTRY,
    id=TEXT,
    verdict=one_of(*get_args(Verdict)),
    target=NAME,
    value=MAYBE_TEXT,
    by=TEXT,
    at=TEXT,
    why=TEXT,
    source=MAYBE_TEXT,
    on=MAYBE_TEXT,
    undone=or_null(_ENTRY),
    anchor=or_null(record(article=NAME, spans=array(ref("span")), quote=TEXT)),
)

_REREAD = record(
    schema=_MARK,
    brain=NAME,
    articles=array(record(article=NAME, reading=NAME)),
    differences=array(
        record(
            kind=one_of("new", "gone", "changed", "kept"),
            article=NAME,
            statement=NAME,
            places=array(ref("span")),
            words=TEXT,
            turns=array(record(part=one_of("span", "source", "force", "certainty"), before=TEXT, after=TEXT)),
            other=MAYBE_TEXT,
            rulings=array(record(verdict=NAME, by=TEXT, at=TEXT, value=MAYBE_TEXT)),
        )
    ),
    changes={"type": "object"},
    adopted=FLAG,
)

#: The schemas by name: one object of `show`, `add` and `reread`, a row of the others.
CASE_SCHEMAS: Final[dict[str, Schema]] = {
    "case": _CASE,
    "statements": {
        "oneOf": [
            record(
                schema=_MARK,
                total=_COUNT,
                after=MAYBE_TEXT,
                counts={"type": "object", "additionalProperties": _COUNTED},
                statements=array(_LINE),
            ),
            _LINE,
        ]
    },
    "parts": record(schema=_MARK, kind=NAME, id=NAME),
    "grid": record(
        schema=_MARK,
        hypotheses=array(record(id=NAME, text=NAME)),
        cells=array(record(origin=NAME, hypothesis=NAME, sign={"enum": [-2, -1, 0, 1, 2]}, word=TEXT, name=TEXT)),
        diagnosticity=array(record(origin=NAME, value={"type": "number"})),
        inconsistency=array(record(hypothesis=NAME, value={"type": "number"})),
        swaps=array(record(origin=NAME, ahead=NAME, behind=NAME, level=FLAG)),
    ),
    "articles": _ARTICLE,
    "history": _HISTORY,
    "added": record(
        schema=_MARK,
        case=NAME,
        added=array(record(id=NAME, path=TEXT, outlet=MAYBE_TEXT, title=MAYBE_TEXT, statements=_COUNT)),
        known=array(record(path=TEXT, kept=TEXT)),
        failed=array(record(path=TEXT, reason=TEXT)),
        faults=array(TEXT),
        number=_ENTRY,
        behind=_BEHIND,
    ),
    "verify": record(schema=_MARK, where=TEXT, what=TEXT),
    "reread": _REREAD,
}
