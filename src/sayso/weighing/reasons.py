"""Reasons: each weight as a sentence a reader can check, with the places it rests on."""

from __future__ import annotations

from sayso.model.answers import Reason
from sayso.model.span import Ref
from sayso.model.statements import Statement
from sayso.weighing.pieces import Evidence
from sayso.weighing.pool import Pull

_VERBS = {
    "assert": "says",
    "deny": "denies",
    "decline-to-rule-out": "does not rule out",
    "question": "asks",
    "order": "orders",
    "predict": "expects",
    "plan": "plans",
    "believe": "believes",
}
_LONGEST = 180


def prior_reason(prior: float, weight: float, *, flip: bool) -> Reason:
    """The reason every answer starts from: `prior` is the share of questions answered as this one claims."""
    share = round(100 * prior)
    kind = "answered no" if flip else "answered yes"
    text = (
        f"Before anybody spoke: about {share} in 100 questions of the kind “will it happen by the day” are {kind}."
    )
    return Reason("prior", text, weight, parts=("a base rate, the same for every question unless one is given",))


def origin_reason(evidence: Evidence, pull: Pull, *, flip: bool = False) -> Reason:
    """The reason for one origin's weight; `flip` gives it for the negation."""
    statement = pull.lead.statement
    articles = {piece.statement.article for piece in pull.pieces}
    root = _root(pull)
    relayed = f", relayed by {len(articles)} articles," if len(articles) > 1 else "," if "," in root else ""
    verb = _VERBS[statement.chain[-1].force] if statement.chain else "says"
    said = _quoted(evidence, statement)
    text = f"{root}{relayed} {verb}: {said} ({_bearing(pull, flip=flip)})."
    weight = -pull.weight if flip else pull.weight
    return Reason("origin", text, weight + 0.0, _refs(pull), pull.origin.id, pull.parts)


def statement_words(evidence: Evidence, statement: Statement) -> str:
    """The content of `statement` on one line, cut at a word near the limit for a sentence."""
    words = statement.words(evidence.articles[statement.article].text)
    if len(words) <= _LONGEST:
        return words
    return words[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _root(pull: Pull) -> str:
    root = pull.origin.root or pull.lead.holder.name
    return root[:1].upper() + root[1:]


def _quoted(evidence: Evidence, statement: Statement) -> str:
    words = statement_words(evidence, statement)
    return f"“{words}”" if statement.mode == "direct" else words.rstrip(".!?")


def _bearing(pull: Pull, *, flip: bool) -> str:
    if not pull.lead.sign:
        return "open"
    side = "support" if (pull.lead.sign > 0) != flip else "deny"
    return side if pull.weight else f"{side}, but counts nothing"


def _refs(pull: Pull) -> tuple[Ref, ...]:
    """The places of the lead's content first, then of every other statement of the origin that bears."""
    ordered = sorted(pull.pieces, key=lambda piece: (piece is not pull.lead, piece.statement.id))
    return tuple(dict.fromkeys(Ref(p.statement.article, span) for p in ordered for span in p.statement.content))
