"""JSON Schemas (2020-12) of what `sayso read --jsonl`, `sayso brief --json` and `sayso copies --jsonl` print."""

from __future__ import annotations

from typing import get_args

from sayso.model.amounts import Kind, Part
from sayso.model.notes import CODES
from sayso.model.origins import Key, Relation
from sayso.model.rulings import Verdict
from sayso.model.times import TimeBound, Vagueness
from sayso.showing.answerschemas import ANSWER_DEFS, ANSWER_FIELDS, SCORES
from sayso.showing.caseschemas import CASE_SCHEMAS
from sayso.showing.changerecords import DIFF
from sayso.showing.proposals import PROPOSALS
from sayso.showing.schemaforms import (
    DAY,
    FLAG,
    MAYBE_NUMBER,
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

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(name: str) -> Schema:
    """The schema called `name` ("read", "brief", "copies" …); KeyError for any other name."""
    rest = {"diff": DIFF, "scores": SCORES, "proposals": PROPOSALS} | CASE_SCHEMAS
    body = ({"read": _READ, "brief": _BRIEF, "copies": _COPIES} | rest)[name]
    return {"$schema": DIALECT, "$id": f"sayso/1/{name}", **body, "$defs": _DEFS}


_SPAN: Schema = {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2}
_KIND = one_of("person", "organisation", "place", "outlet", "document", "anonymous", "group")
_FORCE = one_of("assert", "deny", "decline-to-rule-out", "question", "order", "predict", "plan", "believe")

_DEFS: Schema = {
    "span": _SPAN,
    "dating": record(earliest=DAY, latest=DAY, how=one_of("given", "inferred"), evidence=array(ref("span"))),
    "article": record(
        id=NAME,
        path=TEXT,
        text=TEXT,
        outlet=MAYBE_TEXT,
        title=MAYBE_TEXT,
        byline=MAYBE_TEXT,
        url=MAYBE_TEXT,
        language=MAYBE_TEXT,
        published=or_null(ref("dating")),
        raw_sha256={"type": "string", "pattern": "^[0-9a-f]{64}$"},
    ),
    "hop": record(
        source=record(span=or_null(ref("span")), text=TEXT, id=NAME),
        cue=record(span=or_null(ref("span")), text=TEXT),
        force=_FORCE,
        via=MAYBE_TEXT,
    ),
    "statement": record(
        id=NAME,
        content=array(ref("span"), minItems=1),
        chain=array(ref("hop")),
        parent=MAYBE_TEXT,
        mode=one_of("direct", "indirect", "mixed"),
        commitment=record(
            polarity=one_of("affirmed", "negated", "open"),
            low=SHARE,
            high=SHARE,
            words=array(ref("span")),
            non_denial=FLAG,
            events=array(record(span=ref("span"), low=SHARE, high=SHARE)),
        ),
        times=array(NAME),
        amounts=array(NAME),
        block=one_of("title", "teaser", "heading", "paragraph", "caption", "furniture"),
        confidence=SHARE,
        said=or_null(ref("dating")),
    ),
    "source": record(
        id=NAME,
        name=NAME,
        kind=_KIND,
        mentions=array(ref("span")),
        roles=array(ref("role")),
        affiliation=or_null(ref("role")),
        descriptors=array(ref("role")),
        led=array(record(span=ref("span"), evidence=ref("span"))),
        aliases=array(NAME),
    ),
    "role": record(text=NAME, span=ref("span")),
    "time": record(
        id=NAME,
        span=ref("span"),
        text=NAME,
        timex=TEXT,
        type=one_of("DATE", "TIME", "DURATION", "SET"),
        earliest=DAY,
        latest=DAY,
        bound=one_of(*get_args(TimeBound)),
        vagueness=or_null(one_of(*get_args(Vagueness))),
        rule=NAME,
        form=TEXT,
        through=MAYBE_TEXT,
        anchor=MAYBE_TEXT,
    ),
    "amount": record(
        id=NAME,
        span=ref("span"),
        text=NAME,
        low=MAYBE_NUMBER,
        high=MAYBE_NUMBER,
        bound=one_of("exact", "about", "at-least", "at-most", "range"),
        unit=MAYBE_TEXT,
        of=MAYBE_TEXT,
    ),
    "note": record(code=one_of(*sorted(CODES)), message=NAME, span=or_null(ref("span"))),
    "page": record(
        schema={"const": "sayso/1"},
        article=ref("article"),
        blocks=array(
            record(
                span=ref("span"),
                kind=one_of("title", "teaser", "heading", "paragraph", "caption", "furniture"),
            )
        ),
        statements=array(ref("statement")),
        sources=array(ref("source")),
        times=array(ref("time")),
        amounts=array(ref("amount")),
        overreads=array(
            record(
                kind=one_of("attribution", "hedge", "answer", "number", "denial", "people", "plan"),
                heading=ref("span"),
                text=ref("span"),
                about=NAME,
            )
        ),
        notes=array(ref("note")),
    ),
    "place": record(article=NAME, span=ref("span")),
    "quoted": record(
        article=NAME,
        amount=NAME,
        span=ref("span"),
        statement=or_null(NAME),
        role=one_of(*get_args(Part)),
        changes=array(record(kind=one_of(*get_args(Kind)), words=TEXT, since=ref("place"), heading=FLAG)),
    ),
    **ANSWER_DEFS,
}

_READ = ref("page")

_BRIEF = record(
    schema={"const": "sayso/1"},
    question=NAME,
    as_of=DAY,
    **ANSWER_FIELDS,
    articles=array(ref("page")),
    sources=array(
        record(
            id=NAME,
            name=NAME,
            kind=_KIND,
            aliases=array(NAME),
            merges=array(record(left=NAME, right=NAME, score=SHARE, reasons=array(NAME))),
            roles=array(record(text=NAME, article=NAME, span=ref("span"), earliest=DAY, latest=DAY)),
        )
    ),
    relations=array(
        record(
            left=NAME,
            right=NAME,
            kind=one_of("speaks for", "issued by", "part of", "office of", "holds office in", "owned by"),
            reasons=array(NAME),
            refs=array(ref("place")),
        )
    ),
    offices=array(
        record(
            name=NAME,
            bearers=array(
                record(
                    source=NAME,
                    texts=array(NAME),
                    earliest=DAY,
                    latest=DAY,
                    past=FLAG,
                    refs=array(ref("place")),
                )
            ),
        )
    ),
    parties=array(
        record(
            source=NAME,
            hypothesis=NAME,
            side=one_of("own", "other", "stake"),
            words=NAME,
            refs=array(ref("place")),
        )
    ),
    origins=array(
        record(
            id=NAME,
            root=NAME,
            how=one_of("said", "document", "copy", "unknown"),
            statements=array(NAME),
            articles=array(NAME),
            circular=FLAG,
            why=array(NAME),
            first=MAYBE_TEXT,
            retracted=MAYBE_TEXT,
            source=MAYBE_TEXT,
            document=MAYBE_TEXT,
            said=or_null(record(earliest=DAY, latest=DAY)),
            backer=or_null(record(id=NAME, name=NAME, kind=one_of("source", "family", "unknown"))),
            ties=array(
                record(
                    left=NAME,
                    right=NAME,
                    key=one_of(*get_args(Key)),
                    score=SHARE,
                    why=NAME,
                    refs=array(ref("place")),
                )
            ),
        )
    ),
    melts=array(record(statement=NAME, origins=array(NAME), why=NAME, refs=array(ref("place")))),
    drifts=array(
        record(
            origin=NAME,
            about=one_of("amount", "time", "strength"),
            left=NAME,
            right=NAME,
            before=ref("place"),
            after=ref("place"),
            why=NAME,
        )
    ),
    copies=array(
        record(
            left=ref("place"),
            right=ref("place"),
            share=SHARE,
            words={"type": "integer", "minimum": 0},
            earlier=one_of("left", "right", None),
        )
    ),
    reporting=array(record(article=NAME, own=SHARE, relayed=SHARE, copied=SHARE, origins=array(NAME))),
    stances=array(
        record(
            statement=NAME,
            hypothesis=NAME,
            lean=one_of("support", "deny", "open", "unrelated"),
            strength=SHARE,
            reasons=array(NAME),
        )
    ),
    clashes=array(
        record(
            left=NAME,
            right=NAME,
            about=NAME,
            strength=one_of("strong", "weak"),
            kind=one_of("contradiction", "change of mind", "heading", "numbers", "changed on the way"),
        )
    ),
    amounts=array(
        record(
            of=NAME,
            low=MAYBE_NUMBER,
            high=MAYBE_NUMBER,
            as_of=DAY,
            mentions=array(ref("quoted")),
            beside=array(ref("quoted")),
        )
    ),
    rulings=array(
        record(
            target=NAME,
            verdict=one_of(*get_args(Verdict)),
            by=TEXT,
            at=TEXT,
            why=TEXT,
            value=MAYBE_TEXT,
        )
    ),
    notes=array(ref("note")),
)

_COUNT: Schema = {"type": "integer", "minimum": 0}
_EARLIER = one_of("left", "right", None)


def _member(**more: Schema) -> Schema:
    """An article as `sayso copies` names it."""
    published = or_null(record(earliest=DAY, latest=DAY))
    return record(article=NAME, path=TEXT, outlet=MAYBE_TEXT, published=published, words=_COUNT, **more)


def _find(kind: str, **fields: Schema) -> Schema:
    """A record of `sayso copies`."""
    return record(schema={"const": "sayso/1"}, kind={"const": kind}, **fields)


_PLACED = record(article=NAME, path=TEXT, span=ref("span"))

_COPIES: Schema = {
    "oneOf": [
        _find("family", first=MAYBE_TEXT, articles=array(_member(), minItems=2)),
        _find(
            "pair",
            left=_member(share=SHARE),
            right=_member(share=SHARE),
            words=_COUNT,
            relation=one_of(*get_args(Relation)),
            earlier=_EARLIER,
        ),
        _find("passage", left=_PLACED, right=_PLACED, words=_COUNT, share=SHARE, earlier=_EARLIER),
    ]
}
