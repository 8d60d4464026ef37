"""The sources of a case as records for JSON: their merges, relations, offices, and who is a party to the matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sayso.model.answers import Party
from sayso.model.case import Case
from sayso.model.sources import Merge, Office, Relation, Source
from sayso.model.span import Ref
from sayso.model.times import Interval

Record = dict[str, Any]


def day_text(day: date | None) -> str | None:
    """A day in ISO form, None where it is open."""
    return day.isoformat() if day else None


def ref_record(ref: Ref) -> Record:
    """A place: the article's id and a pair of offsets."""
    return {"article": ref.article, "span": [ref.span.start, ref.span.end]}


def case_sources(case: Case) -> list[Record]:
    """The case's sources, each with the merges that touch it; every merge is looked up once."""
    touching: dict[str, list[Merge]] = defaultdict(list)
    for merge in case.merges:
        touching[merge.left].append(merge)
        touching[merge.right].append(merge)
    dated = ((page.article.id, page.article.published) for page in case.pages)
    days = {ident: dating.interval for ident, dating in dated if dating}
    return [_case_source(source, touching, days) for source in case.sources]


def _case_source(source: Source, touching: Mapping[str, Sequence[Merge]], days: Mapping[str, Interval]) -> Record:
    found = {(m.left, m.right): m for id_ in {*source.members, source.id} for m in touching.get(id_, ())}
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind,
        "aliases": list(source.aliases),
        "members": list(source.members),
        "roles": [
            {"text": role.text, **ref_record(role.ref), **_days(days.get(role.ref.article))}
            for role in source.roles
        ],
        "merges": [
            {
                "left": merge.left,
                "right": merge.right,
                "score": round(merge.score, 4),
                "reasons": list(merge.reasons),
                "ruling": merge.ruling,
                "accepted": merge.accepted,
            }
            for _, merge in sorted(found.items())
        ],
    }


def _days(interval: Interval | None) -> Record:
    """The first and last day of an interval, None where nothing is known."""
    return {
        "earliest": day_text(interval.earliest if interval else None),
        "latest": day_text(interval.latest if interval else None),
    }


def relation_record(relation: Relation) -> Record:
    """How two sources stand, with the words that say so and their places."""
    return {
        "left": relation.left,
        "kind": relation.kind,
        "right": relation.right,
        "reasons": list(relation.reasons),
        "refs": [ref_record(ref) for ref in relation.refs],
    }


def office_record(office: Office) -> Record:
    """An office with its bearers, by day."""
    return {
        "name": office.name,
        "bearers": [
            {
                "source": tenure.source,
                "texts": list(tenure.texts),
                **_days(tenure.days),
                "past": tenure.past,
                "refs": [ref_record(ref) for ref in tenure.refs],
            }
            for tenure in office.tenures
        ],
    }


def party_record(party: Party) -> Record:
    """What makes a source a party to the matter of a hypothesis."""
    return {
        "source": party.source,
        "hypothesis": party.hypothesis,
        "side": party.side,
        "words": party.words,
        "refs": [ref_record(ref) for ref in party.refs],
    }
