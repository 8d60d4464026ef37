"""JSON Schemas (2020-12) of what `sayso read --jsonl`, `sayso brief --json` and `sayso copies --jsonl` print."""

from __future__ import annotations

from typing import Any, get_args

from sayso.model.amounts import Kind, Part
from sayso.model.notes import CODES
from sayso.model.origins import Key, Relation
from sayso.model.times import TimeBound, Vagueness

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(name: str) -> Schema:
    """The schema called `name` ("read", "brief" or "copies"); KeyError for any other name."""
    body = {"read": _READ, "brief": _BRIEF, "copies": _COPIES}[name]
    return {"$schema": DIALECT, "$id": f"sayso/1/{name}", **body, "$defs": _DEFS}


def _record(**fields: Schema) -> Schema:
    """An object that has all `fields`; further fields may come in later versions."""
    return {"type": "object", "properties": fields, "required": sorted(fields)}


def _list(of: Schema, **more: Any) -> Schema:  # noqa: ANN401 - JSON Schema keywords take values of any type
    return {"type": "array", "items": of, **more}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _one_of(*values: str | None) -> Schema:
    return {"enum": list(values)}


def _or_null(of: Schema) -> Schema:
    return {"anyOf": [of, {"type": "null"}]}


_TEXT: Schema = {"type": "string"}
_NAME: Schema = {"type": "string", "minLength": 1}
_MAYBE_TEXT: Schema = {"type": ["string", "null"]}
_MAYBE_NUMBER: Schema = {"type": ["number", "null"]}
_NUMBER: Schema = {"type": "number"}
_FLAG: Schema = {"type": "boolean"}
_DAY: Schema = {"type": ["string", "null"], "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_SPAN: Schema = {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2}
_KIND = _one_of("person", "organisation", "place", "outlet", "document", "anonymous", "group")
_FORCE = _one_of("assert", "deny", "decline-to-rule-out", "question", "order", "predict", "plan", "believe")

_DEFS: Schema = {
    "span": _SPAN,
    "dating": _record(earliest=_DAY, latest=_DAY, how=_one_of("given", "inferred"), evidence=_list(_ref("span"))),
    "article": _record(
        id=_NAME,
        path=_TEXT,
        text=_TEXT,
        outlet=_MAYBE_TEXT,
        title=_MAYBE_TEXT,
        byline=_MAYBE_TEXT,
        url=_MAYBE_TEXT,
        language=_MAYBE_TEXT,
        published=_or_null(_ref("dating")),
        raw_sha256={"type": "string", "pattern": "^[0-9a-f]{64}$"},
    ),
    "hop": _record(
        source=_record(span=_or_null(_ref("span")), text=_TEXT, id=_NAME),
        cue=_record(span=_or_null(_ref("span")), text=_TEXT),
        force=_FORCE,
        via=_MAYBE_TEXT,
    ),
    "statement": _record(
        id=_NAME,
        content=_list(_ref("span"), minItems=1),
        chain=_list(_ref("hop")),
        parent=_MAYBE_TEXT,
        mode=_one_of("direct", "indirect", "mixed"),
        commitment=_record(
            polarity=_one_of("affirmed", "negated", "open"),
            low=_SHARE,
            high=_SHARE,
            words=_list(_ref("span")),
            non_denial=_FLAG,
            events=_list(_record(span=_ref("span"), low=_SHARE, high=_SHARE)),
        ),
        times=_list(_NAME),
        amounts=_list(_NAME),
        block=_one_of("title", "teaser", "heading", "paragraph", "caption", "furniture"),
        confidence=_SHARE,
        said=_or_null(_ref("dating")),
    ),
    "source": _record(
        id=_NAME,
        name=_NAME,
        kind=_KIND,
        mentions=_list(_ref("span")),
        roles=_list(_ref("role")),
        affiliation=_or_null(_ref("role")),
        descriptors=_list(_ref("role")),
        led=_list(_record(span=_ref("span"), evidence=_ref("span"))),
        aliases=_list(_NAME),
    ),
    "role": _record(text=_NAME, span=_ref("span")),
    "time": _record(
        id=_NAME,
        span=_ref("span"),
        text=_NAME,
        timex=_TEXT,
        type=_one_of("DATE", "TIME", "DURATION", "SET"),
        earliest=_DAY,
        latest=_DAY,
        bound=_one_of(*get_args(TimeBound)),
        vagueness=_or_null(_one_of(*get_args(Vagueness))),
        rule=_NAME,
        form=_TEXT,
        through=_MAYBE_TEXT,
        anchor=_MAYBE_TEXT,
    ),
    "amount": _record(
        id=_NAME,
        span=_ref("span"),
        text=_NAME,
        low=_MAYBE_NUMBER,
        high=_MAYBE_NUMBER,
        bound=_one_of("exact", "about", "at-least", "at-most", "range"),
        unit=_MAYBE_TEXT,
        of=_MAYBE_TEXT,
    ),
    "note": _record(code=_one_of(*sorted(CODES)), message=_NAME, span=_or_null(_ref("span"))),
    "page": _record(
        schema={"const": "sayso/1"},
        article=_ref("article"),
        blocks=_list(
            _record(
                span=_ref("span"),
                kind=_one_of("title", "teaser", "heading", "paragraph", "caption", "furniture"),
            )
        ),
        statements=_list(_ref("statement")),
        sources=_list(_ref("source")),
        times=_list(_ref("time")),
        amounts=_list(_ref("amount")),
        overreads=_list(
            _record(
                kind=_one_of("attribution", "hedge", "answer", "number", "denial", "people", "plan"),
                heading=_ref("span"),
                text=_ref("span"),
                about=_NAME,
            )
        ),
        notes=_list(_ref("note")),
    ),
    "place": _record(article=_NAME, span=_ref("span")),
    "quoted": _record(
        article=_NAME,
        amount=_NAME,
        span=_ref("span"),
        statement=_or_null(_NAME),
        role=_one_of(*get_args(Part)),
        changes=_list(_record(kind=_one_of(*get_args(Kind)), words=_TEXT, since=_ref("place"), heading=_FLAG)),
    ),
    "answer": _record(
        probability=_SHARE,
        low=_SHARE,
        high=_SHARE,
        words=_NAME,
        reasons=_list(_record(kind=_NAME, text=_NAME, weight=_NUMBER, refs=_list(_ref("place")))),
        without=_list(_record(origin=_NAME, probability=_SHARE)),
        over_time=_list(_record(as_of=_DAY, probability=_SHARE, low=_SHARE, high=_SHARE, moved_by=_list(_NAME))),
    ),
}

_READ = _ref("page")

_BRIEF = _record(
    schema={"const": "sayso/1"},
    question=_NAME,
    as_of=_DAY,
    hypotheses=_list(_record(id=_NAME, text=_NAME, closes=_DAY, answer=_ref("answer")), minItems=1),
    articles=_list(_ref("page")),
    sources=_list(
        _record(
            id=_NAME,
            name=_NAME,
            kind=_KIND,
            aliases=_list(_NAME),
            merges=_list(_record(left=_NAME, right=_NAME, score=_SHARE, reasons=_list(_NAME))),
            roles=_list(_record(text=_NAME, article=_NAME, span=_ref("span"), earliest=_DAY, latest=_DAY)),
        )
    ),
    relations=_list(
        _record(
            left=_NAME,
            right=_NAME,
            kind=_one_of("speaks for", "issued by", "part of", "office of", "holds office in", "owned by"),
            reasons=_list(_NAME),
            refs=_list(_ref("place")),
        )
    ),
    offices=_list(
        _record(
            name=_NAME,
            bearers=_list(
                _record(
                    source=_NAME,
                    texts=_list(_NAME),
                    earliest=_DAY,
                    latest=_DAY,
                    past=_FLAG,
                    refs=_list(_ref("place")),
                )
            ),
        )
    ),
    parties=_list(
        _record(
            source=_NAME,
            hypothesis=_NAME,
            side=_one_of("own", "other", "stake"),
            words=_NAME,
            refs=_list(_ref("place")),
        )
    ),
    origins=_list(
        _record(
            id=_NAME,
            root=_NAME,
            how=_one_of("said", "document", "copy", "unknown"),
            statements=_list(_NAME),
            articles=_list(_NAME),
            circular=_FLAG,
            why=_list(_NAME),
            first=_MAYBE_TEXT,
            retracted=_MAYBE_TEXT,
            source=_MAYBE_TEXT,
            document=_MAYBE_TEXT,
            said=_or_null(_record(earliest=_DAY, latest=_DAY)),
            backer=_or_null(_record(id=_NAME, name=_NAME, kind=_one_of("source", "family", "unknown"))),
            ties=_list(
                _record(
                    left=_NAME,
                    right=_NAME,
                    key=_one_of(*get_args(Key)),
                    score=_SHARE,
                    why=_NAME,
                    refs=_list(_ref("place")),
                )
            ),
        )
    ),
    melts=_list(_record(statement=_NAME, origins=_list(_NAME), why=_NAME, refs=_list(_ref("place")))),
    drifts=_list(
        _record(
            origin=_NAME,
            about=_one_of("amount", "time", "strength"),
            left=_NAME,
            right=_NAME,
            before=_ref("place"),
            after=_ref("place"),
            why=_NAME,
        )
    ),
    copies=_list(
        _record(
            left=_ref("place"),
            right=_ref("place"),
            share=_SHARE,
            words={"type": "integer", "minimum": 0},
            earlier=_one_of("left", "right", None),
        )
    ),
    reporting=_list(_record(article=_NAME, own=_SHARE, relayed=_SHARE, copied=_SHARE, origins=_list(_NAME))),
    stances=_list(
        _record(
            statement=_NAME,
            hypothesis=_NAME,
            lean=_one_of("support", "deny", "open", "unrelated"),
            strength=_SHARE,
            reasons=_list(_NAME),
        )
    ),
    clashes=_list(
        _record(
            left=_NAME,
            right=_NAME,
            about=_NAME,
            strength=_one_of("strong", "weak"),
            kind=_one_of("contradiction", "change of mind", "heading", "numbers", "changed on the way"),
        )
    ),
    forecasts=_list(
        _record(statement=_NAME, event=_NAME, by=_DAY, low=_SHARE, high=_SHARE, phrase=_TEXT, resolvable=_FLAG)
    ),
    amounts=_list(
        _record(
            of=_NAME,
            low=_MAYBE_NUMBER,
            high=_MAYBE_NUMBER,
            as_of=_DAY,
            mentions=_list(_ref("quoted")),
            beside=_list(_ref("quoted")),
        )
    ),
    notes=_list(_ref("note")),
)

_COUNT: Schema = {"type": "integer", "minimum": 0}
_EARLIER = _one_of("left", "right", None)


def _member(**more: Schema) -> Schema:
    """An article as `sayso copies` names it."""
    published = _or_null(_record(earliest=_DAY, latest=_DAY))
    return _record(article=_NAME, path=_TEXT, outlet=_MAYBE_TEXT, published=published, words=_COUNT, **more)


def _find(kind: str, **fields: Schema) -> Schema:
    """A record of `sayso copies`."""
    return _record(schema={"const": "sayso/1"}, kind={"const": kind}, **fields)


_PLACED = _record(article=_NAME, path=_TEXT, span=_ref("span"))

_COPIES: Schema = {
    "oneOf": [
        _find("family", first=_MAYBE_TEXT, articles=_list(_member(), minItems=2)),
        _find(
            "pair",
            left=_member(share=_SHARE),
            right=_member(share=_SHARE),
            words=_COUNT,
            relation=_one_of(*get_args(Relation)),
            earlier=_EARLIER,
        ),
        _find("passage", left=_PLACED, right=_PLACED, words=_COUNT, share=_SHARE, earlier=_EARLIER),
    ]
}
