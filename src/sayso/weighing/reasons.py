"""Reasons: each weight as a sentence a reader can check, with the places it rests on."""

from __future__ import annotations

import re
from typing import Final

from sayso.model.answers import Rating, Reason
from sayso.model.origins import Origin
from sayso.model.prose import days, rooted, voice
from sayso.model.span import Ref
from sayso.model.statements import Statement
from sayso.model.words import stem, words
from sayso.weighing.likelihood import logistic
from sayso.weighing.pieces import Evidence
from sayso.weighing.pool import Pull
from sayso.weighing.priors import Prior
from sayso.weighing.sources import Holder

#: What a source does where its own cue is no plain verb: for one, for several.
_VERBS: Final[dict[str, tuple[str, str]]] = {
    "assert": ("says", "say"),
    "deny": ("denies", "deny"),
    "decline-to-rule-out": ("does not rule out", "do not rule out"),
    "question": ("asks", "ask"),
    "order": ("demands", "demand"),
    "predict": ("expects", "expect"),
    "plan": ("plans", "plan"),
    "believe": ("believes", "believe"),
}
#: First words of cues that cannot stand between a source and what it says ("according to", "noting", "seen by").
_NO_VERBS: Final = frozenset(
    {"according", "as", "by", "cited", "for", "from", "in", "per", "quoted", "seen", "to", "told", "with"}
)
_SEVERAL: Final = frozenset(
    {"several", "some", "many", "most", "two", "three", "four", "few", "both", "other", "others"}
)
#: Kinds of holders whose names may stand for several; a person's name that ends in "s" does not.
_CROWDS: Final = frozenset({"anonymous", "document", "group", "unknown"})
_PEOPLE: Final = frozenset({"people", "police", "media", "staff"})
#: Where the head of a name ends ("officials close to the ministry").
_AFTER: Final = re.compile(r",| (?:of|in|at|from|to|close|near|seen|who|with|on|for|by|familiar|that|which|and)\b")
_DAY: Final = re.compile(r", \d{1,2} [A-Z][a-z]{2,8} \d{4}$")
#: A full stop or comma before the quotation mark that ends a content.
_INNER: Final = re.compile(r"[.,]([”\"’'])$")
_OWN: Final = ", in its own words"
_LONGEST = 180
#: Up to this share of its side a statement speaks weakly.
_WEAKLY = 0.35


def prior_reason(prior: Prior, *, flip: bool) -> Reason:
    """The reason every answer starts from, with its ground; `flip` gives it for the negation."""
    weight = -prior.weight if flip else prior.weight
    share = f"{round(100 * logistic(weight), 1):g}"
    if prior.given:
        ground = f"the ground given: {prior.why}" if prior.why else "no ground was given for it"
        text = f"Before anybody spoke: {share} in 100, a base rate given by whoever asks."
        return Reason("prior", text, weight, parts=(ground,))
    if prior.report:
        kind = "not so" if flip else "so"
        text = f"Before anybody spoke: of what is told as having happened, about {share} in 100 prove {kind}."
        return Reason("prior", text, weight, parts=("14 of 30 rumours of 2014/15 with a verdict proved true",))
    kind = "answered no" if flip else "answered yes"
    text = (
        f"Before anybody spoke: about {share} in 100 questions of the kind “will it happen by the day” are {kind}."
    )
    ground = "29 in 100 of 423 questions on one public forecast platform, 36 in 100 of about 900 on it later"
    return Reason("prior", text, weight, parts=(ground, "the same for every such question unless one is given"))


def origin_reason(evidence: Evidence, pull: Pull, rating: Rating | None = None, *, flip: bool = False) -> Reason:
    """The reason for one origin's weight, with its rating; `flip` gives it for the negation."""
    articles = {piece.statement.article for piece in pull.pieces}
    article = evidence.articles[pull.lead.statement.article]
    when = days(article.published.interval) if article.published else "not known"
    size = f" ({len(articles)} articles, 1 origin)" if len(articles) > 1 else ""
    head = [_who(evidence, pull), f"{'date not known' if when == 'not known' else when}{size}"]
    text = f"{', '.join(head)}{_said(evidence, pull, _bearing(pull, flip=flip))}."
    weight = -pull.weight if flip else pull.weight
    mark = (f"rated {rating.reliability}{rating.credibility}",) if rating else ()
    parts = (*pull.parts, *mark)
    return Reason("origin", text[:1].upper() + text[1:], weight + 0.0, _refs(pull), pull.origin.id, parts)


def statement_words(evidence: Evidence, statement: Statement) -> str:
    """The content of `statement` on one line, cut at a word near the limit for a sentence."""
    said = statement.words(evidence.articles[statement.article].text)
    if len(said) <= _LONGEST:
        return said
    return said[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _root(evidence: Evidence, origin: Origin) -> str:
    """An origin in words without its day; what was said "to the article" was said to that article's outlet."""
    article = evidence.articles.get(origin.first or next(iter(origin.articles), ""))
    return rooted(_DAY.sub("", origin.root), article)


def _who(evidence: Evidence, pull: Pull) -> str:
    """Who the words rest on: the origin, before it the mouth that the article names where it is another."""
    lead, root = pull.lead, _root(evidence, pull.origin)
    if _is_own(pull):
        return f"{voice(evidence.articles[lead.statement.article])}{_OWN}"
    if pull.origin.circular or _same(lead.holder, root) or len(lead.statement.chain) > 1:
        return root or lead.holder.name
    return f"{lead.holder.name} ({root})" if root else lead.holder.name


def _is_own(pull: Pull) -> bool:
    """Whether the article speaks for itself, by "I" and "we" too."""
    return not pull.lead.statement.chain or pull.origin.root.endswith(_OWN)


def _same(holder: Holder, root: str) -> bool:
    """Whether a holder's name tells a reader nothing beside the root: its words stand there, or both are papers."""
    name, there = holder.name.casefold(), root.casefold()
    if name in ("", "unnamed") or there.startswith(name):
        return True
    found, known = set(_stems(name)), set(_stems(there))
    return bool(found & known) if holder.kind in ("document", "group") else found <= known or known <= found


def _stems(name: str) -> tuple[str, ...]:
    """The stems of the longer words of a name."""
    return tuple(stem(word) for _, _, word in words(name) if len(word) > 3)


def _said(evidence: Evidence, pull: Pull, bearing: str) -> str:
    """What was said, in quotation marks where the words are the holder's own, and how it bears."""
    statement, root = pull.lead.statement, _root(evidence, pull.origin)
    own = _is_own(pull)
    said = _INNER.sub(r"\1", statement_words(evidence, statement).rstrip(" .,;:"))
    quoted = f"“{said}”" if own or statement.mode == "direct" else said
    relayed = len(statement.chain) > 1 and not _same(pull.lead.holder, root) and not pull.origin.circular
    if relayed:
        holder = pull.lead.holder
        return f": {holder.name} {_verb(statement, holder.name, holder.kind)} {quoted}; this {bearing}"
    if own or statement.mode == "direct" or pull.origin.circular:
        return f": {quoted} {bearing}" if quoted != said else f": {quoted}; this {bearing}"
    joint = " " if _follows(statement) or said.startswith(("that ", "to ", "whether ", "if ")) else ": "
    verb = _verb(statement, _who(evidence, pull), pull.lead.holder.kind)
    return f", {verb}{joint}{said.rstrip('?')}; this {bearing}"


def _follows(statement: Statement) -> bool:
    """Whether the content stands right behind its cue, so that the two read on."""
    cue = statement.chain[-1].cue.span
    return cue is not None and 0 <= statement.content[0].start - cue.end <= 1


def _verb(statement: Statement, name: str, kind: str) -> str:
    """What the holder does: the article's own cue where it is a plain verb, else one that agrees with `name`."""
    hop = statement.chain[-1]
    cue = " ".join(hop.cue.text.split())
    first = cue.split(" ", 1)[0].lower()
    if cue and first not in _NO_VERBS and not first.endswith("ing") and first.replace("-", "").isalpha():
        return cue[:1].lower() + cue[1:]
    return _VERBS[hop.force][kind in _CROWDS and _plural(name)]


def _plural(name: str) -> bool:
    """Whether a source's name stands for several, by its first word and its head ("officials close to …")."""
    low = name.casefold().split(" (", 1)[0]
    first = low.split(" ", 1)[0]
    if first in ("a", "an", "one"):
        return False
    head = _AFTER.split(low, maxsplit=1)[0].split(" ")[-1]
    several = head in _PEOPLE or (head.endswith("s") and not head.endswith(("ss", "us", "is", "'s", "’s")))
    return first in _SEVERAL or several


def _bearing(pull: Pull, *, flip: bool) -> str:
    """What the words do to the hypothesis, as a verb and its object."""
    lead = pull.lead
    if not lead.sign or not lead.position:
        return "leaves it open"
    side = "for it" if (lead.sign > 0) != flip else "against it"
    if pull.parts[:1] and pull.parts[0].startswith("withdrawn"):
        return f"spoke {side} until it was taken back"
    if not pull.weight:
        return f"speaks {side} but counts nothing"
    if lead.statement.commitment.non_denial:
        return f"leans slightly {side}"
    return f"speaks {'weakly ' if lead.position <= _WEAKLY else ''}{side}"


def _refs(pull: Pull) -> tuple[Ref, ...]:
    """The places of the lead's content first, then of every other statement of the origin that bears."""
    ordered = sorted(pull.pieces, key=lambda piece: (piece is not pull.lead, piece.statement.id))
    return tuple(dict.fromkeys(Ref(p.statement.article, span) for p in ordered for span in p.statement.content))
