"""Origins, what became of them on the way, copies and shares of reporting as records for JSON."""

from __future__ import annotations

from sayso.model.case import Case
from sayso.model.origins import Backer, Copy, Drift, Melt, Origin, Reporting, Tie
from sayso.model.times import Interval
from sayso.showing.sourcerecords import Record, day_text, ref_record


def origin_records(case: Case) -> Record:
    """The parts of a case's record that tell where its statements come from, by their names."""
    return {
        "origins": [_origin(origin) for origin in case.origins],
        "melts": [_melt(melt) for melt in case.melts],
        "drifts": [_drift(drift) for drift in case.drifts],
        "copies": [_copy(copy) for copy in case.copies],
        "reporting": [_reporting(one) for one in case.reporting],
    }


def _origin(origin: Origin) -> Record:
    return {
        "id": origin.id,
        "root": origin.root,
        "how": origin.how,
        "statements": list(origin.statements),
        "articles": list(origin.articles),
        "circular": origin.circular,
        "why": list(origin.why),
        "first": origin.first,
        "retracted": origin.retracted,
        "source": origin.source,
        "document": origin.document,
        "said": _interval(origin.said),
        "backer": _backer(origin.backer),
        "ties": [_tie(tie) for tie in origin.ties],
    }


def _interval(interval: Interval | None) -> Record | None:
    return {"earliest": day_text(interval.earliest), "latest": day_text(interval.latest)} if interval else None


def _backer(backer: Backer | None) -> Record | None:
    return {"id": backer.id, "name": backer.name, "kind": backer.kind} if backer else None


def _tie(tie: Tie) -> Record:
    return {
        "left": tie.left,
        "right": tie.right,
        "key": tie.key,
        "score": round(tie.score, 4),
        "why": tie.why,
        "refs": [ref_record(ref) for ref in tie.refs],
    }


def _melt(melt: Melt) -> Record:
    return {
        "statement": melt.statement,
        "origins": list(melt.origins),
        "why": melt.why,
        "refs": [ref_record(ref) for ref in melt.refs],
    }


def _drift(drift: Drift) -> Record:
    return {
        "origin": drift.origin,
        "about": drift.about,
        "left": drift.left,
        "right": drift.right,
        "before": ref_record(drift.before),
        "after": ref_record(drift.after),
        "why": drift.why,
    }


def _copy(copy: Copy) -> Record:
    return {
        "left": ref_record(copy.left),
        "right": ref_record(copy.right),
        "share": round(copy.share, 4),
        "words": copy.words,
        "earlier": copy.earlier,
    }


def _reporting(one: Reporting) -> Record:
    return {
        "article": one.article,
        "own": round(one.own, 4),
        "relayed": round(one.relayed, 4),
        "copied": round(one.copied, 4),
        "origins": list(one.origins),
    }
