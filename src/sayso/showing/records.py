"""Pages and cases as plain records for JSON: the contract that scripts and measurements read.

Every function gives JSON-ready dicts. Offsets are half-open pairs of Unicode code points into `text`; days are
ISO strings, null where open. Adding a field is no break, renaming one is: then SCHEMA changes.
"""

from __future__ import annotations

from sayso.model.amounts import Amount, Mention, Quantity
from sayso.model.answers import Answers
from sayso.model.article import Article
from sayso.model.case import Case, Page
from sayso.model.notes import Note
from sayso.model.overreads import Overread
from sayso.model.sources import Role, Source
from sayso.model.span import Span
from sayso.model.statements import Hop, Statement
from sayso.model.times import Dating, TimeMention
from sayso.showing.answerrecords import forecast_records, hypothesis_record, weighed_records
from sayso.showing.originrecords import origin_records
from sayso.showing.sourcerecords import (
    Record,
    case_sources,
    office_record,
    party_record,
    relation_record,
)
from sayso.showing.sourcerecords import day_text as _day
from sayso.showing.sourcerecords import ref_record as _ref

SCHEMA = "sayso/1"


def page_record(page: Page, *, own_voice: bool = False) -> Record:
    """One article as `sayso read --jsonl` prints it; `own_voice` adds the article's own statements."""
    statements = (*page.statements, *page.own_voice) if own_voice else page.statements
    return {
        "schema": SCHEMA,
        "article": _article(page.article),
        "blocks": [{"span": _pair(block.span), "kind": block.kind} for block in page.blocks],
        "statements": [_statement(statement) for statement in statements],
        "sources": [_source(source) for source in page.sources],
        "times": [_time(mention) for mention in page.times],
        "amounts": [_amount(amount) for amount in page.amounts],
        "overreads": [_overread(one) for one in page.overreads],
        "notes": [_note(note) for note in (*page.article.notes, *page.notes)],
    }


def case_record(case: Case, answers: Answers, *, own_voice: bool = False) -> Record:
    """A case with its answers as `sayso brief --json` prints it.

    What an article says in its own voice stands among its statements with `own_voice`, else under "own_voice" as
    far as an origin names it, so that every id resolves.
    """
    named = frozenset(id_ for origin in case.origins for id_ in origin.statements)
    given = {answer.hypothesis: answer for answer in answers.answers}
    return {
        "schema": SCHEMA,
        "question": case.question,
        "as_of": _day(case.as_of),
        "hypotheses": [hypothesis_record(hypothesis, given.get(hypothesis.id)) for hypothesis in case.hypotheses],
        "articles": [
            page_record(page, own_voice=own_voice)
            | {"own_voice": [_statement(s) for s in page.own_voice if s.id in named and not own_voice]}
            for page in case.pages
        ],
        "sources": case_sources(case),
        "relations": [relation_record(relation) for relation in case.relations],
        "offices": [office_record(office) for office in case.offices],
        **origin_records(case),
        "stances": [
            {
                "statement": stance.statement,
                "hypothesis": stance.hypothesis,
                "lean": stance.lean,
                "strength": round(stance.strength, 4),
                "reasons": list(stance.reasons),
            }
            for stance in case.stances
        ],
        "clashes": [
            {
                "left": clash.left,
                "right": clash.right,
                "about": clash.about,
                "strength": clash.strength,
                "kind": clash.kind,
            }
            for clash in case.clashes
        ],
        **forecast_records(answers),
        **weighed_records(case, answers),
        "amounts": [_quantity(quantity) for quantity in case.quantities],
        "parties": [party_record(party) for party in answers.parties],
        "rulings": [
            {"target": r.target, "verdict": r.verdict, "by": r.by, "at": r.at, "why": r.why, "value": r.value}
            for r in case.rulings
        ],
        "notes": [_note(note) for note in (*case.notes, *answers.notes)],
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _place(span: Span | None) -> list[int] | None:
    return _pair(span) if span else None


def _number(value: float | None) -> float | int | None:
    """Whole numbers as JSON integers, so that 500000.0 reads 500000."""
    if value is None or not float(value).is_integer() or abs(value) > 1e15:
        return value
    return int(value)


def _article(article: Article) -> Record:
    return {
        "id": article.id,
        "path": article.path,
        "text": article.text,
        "outlet": article.outlet,
        "title": article.title,
        "byline": article.byline,
        "url": article.url,
        "language": article.language,
        "published": _dating(article.published),
        "raw_sha256": article.raw_digest,
        "candidates": [
            {"field": c.field, "value": c.value, "where": c.where, "chosen": c.chosen} for c in article.candidates
        ],
    }


def _dating(dating: Dating | None) -> Record | None:
    if dating is None:
        return None
    return {
        "earliest": _day(dating.interval.earliest),
        "latest": _day(dating.interval.latest),
        "how": dating.how,
        "evidence": [_pair(span) for span in dating.evidence],
        "reasons": list(dating.reasons),
        "confidence": round(dating.confidence, 4),
    }


def _statement(statement: Statement) -> Record:
    commitment = statement.commitment
    return {
        "id": statement.id,
        "content": [_pair(span) for span in statement.content],
        "chain": [_hop(hop) for hop in statement.chain],
        "parent": statement.parent,
        "mode": statement.mode,
        "commitment": {
            "polarity": commitment.polarity,
            "low": round(commitment.low, 4),
            "high": round(commitment.high, 4),
            "words": [_pair(span) for span in commitment.words],
            "non_denial": commitment.non_denial,
            "denial": commitment.denial,
            "events": [
                {"span": _pair(event.span), "low": event.low, "high": event.high} for event in commitment.events
            ],
        },
        "times": list(statement.times),
        "amounts": list(statement.amounts),
        "block": statement.block,
        "confidence": round(statement.confidence, 3),
        "said": _dating(statement.said),
    }


def _hop(hop: Hop) -> Record:
    return {
        "source": {"span": _place(hop.source.span), "text": hop.source.text, "id": hop.source.id},
        "cue": {"span": _place(hop.cue.span), "text": hop.cue.text},
        "force": hop.force,
        "via": hop.via,
    }


def _source(source: Source) -> Record:
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind,
        "mentions": [_pair(ref.span) for ref in source.mentions],
        "roles": [_role(role) for role in source.roles],
        "affiliation": _role(source.affiliation) if source.affiliation else None,
        "descriptors": [_role(descriptor) for descriptor in source.descriptors],
        "led": [{"span": _pair(led.mention.span), "evidence": _pair(led.evidence.span)} for led in source.led],
        "aliases": list(source.aliases),
    }


def _role(role: Role) -> Record:
    return {"text": role.text, "span": _pair(role.ref.span)}


def _time(mention: TimeMention) -> Record:
    return {
        "id": mention.id,
        "span": _pair(mention.span),
        "text": mention.text,
        "timex": mention.timex,
        "type": mention.type,
        "earliest": _day(mention.interval.earliest),
        "latest": _day(mention.interval.latest),
        "bound": mention.bound,
        "vagueness": mention.vagueness,
        "rule": mention.rule,
        "form": mention.form,
        "through": mention.through,
        "anchor": mention.anchor,
    }


def _amount(amount: Amount) -> Record:
    return {
        "id": amount.id,
        "span": _pair(amount.span),
        "text": amount.text,
        "low": _number(amount.low),
        "high": _number(amount.high),
        "bound": amount.bound,
        "unit": amount.unit,
        "of": amount.of,
        "additive": amount.additive,
        "approx": amount.approx,
    }


def _overread(one: Overread) -> Record:
    return {"kind": one.kind, "heading": _pair(one.heading), "text": _pair(one.text), "about": one.about}


def _note(note: Note) -> Record:
    return {
        "code": note.code,
        "message": note.message,
        "span": _pair(note.ref.span) if note.ref else None,
        "article": note.ref.article if note.ref else None,
    }


def _quantity(quantity: Quantity) -> Record:
    return {
        "of": quantity.of,
        "low": _number(quantity.low),
        "high": _number(quantity.high),
        "as_of": _day(quantity.as_of.latest) if quantity.as_of else None,
        "mentions": [_mention(one) for one in quantity.mentions],
        "grown": quantity.grown,
        "beside": [_mention(one) for one in quantity.beside],
    }


def _mention(one: Mention) -> Record:
    return {
        "article": one.ref.article,
        "amount": one.amount,
        "span": _pair(one.ref.span),
        "statement": one.statement,
        "role": one.role,
        "changes": [
            {"kind": change.kind, "words": change.words, "since": _ref(change.since), "heading": change.heading}
            for change in one.changes
        ],
    }
