"""Roles over time: who bore an office on which days, as the articles of the case say.

An office that changes hands within a story makes two sources look like one, so nothing is joined for its sake.
It is only shown: the bearers of one office in the order of the days on which articles call them so, and whether
those articles speak of the past ("the then minister"). Listed are offices that one person has at a time and for
which the case knows several bearers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce

from sayso.lang.en.roles import HOLDERS, PAST
from sayso.lang.en.words import STOP
from sayso.linking.copies import published
from sayso.linking.places import nation
from sayso.model.case import Page
from sayso.model.sources import Office, Source, Tenure
from sayso.model.span import Ref
from sayso.model.times import Interval
from sayso.model.words import content_stems

_END = re.compile(r"[,;(]|\b(?:who|which|that|whose)\b")
_WORD = re.compile(r"[^\W\d_][\w’'-]{0,40}")
_READ = 24


@dataclass(frozen=True, slots=True)
class _Borne:
    """What is known of one bearer of one office."""

    texts: dict[str, None] = field(default_factory=dict)
    refs: list[Ref] = field(default_factory=list)
    past: list[bool] = field(default_factory=list)


def offices(pages: Sequence[Page], sources: Sequence[Source]) -> tuple[Office, ...]:
    """The offices of a case that have several bearers, by name; each bearer's days are those of the articles."""
    days = {page.article.id: published(page) for page in pages}
    found: dict[frozenset[str], dict[str, _Borne]] = defaultdict(dict)
    for source in sources:
        for role in source.roles[:_READ] if source.kind == "person" else ():
            key = office_of(role.text)
            if key:
                borne = found[key].setdefault(source.id, _Borne())
                borne.texts[" ".join(role.text.split())] = None
                borne.refs.append(role.ref)
                borne.past.append(is_past(role.text))
    made = [
        Office(_short_name(bearers), tuple(sorted((_tenure(i, b, days) for i, b in bearers.items()), key=_by_day)))
        for bearers in found.values()
        if len(bearers) > 1
    ]
    return tuple(sorted(made, key=lambda office: (office.name, office.tenures[0].source)))


def office_of(role: str) -> frozenset[str] | None:
    """What tells an office from others: the stems and countries of its words; None where it is no such office.

    A bare "president" may be anybody's: an office is told by a second word.
    """
    head = _END.split(role[:160], maxsplit=1)[0]
    words = [word for word in _WORD.findall(head.replace("’s", "").replace("'s", "")) if not _passing(word)]
    low = [word.lower() for word in words]
    if not set(low) & HOLDERS or len(words) > 10:
        return None
    stems = {nation(word) or next(iter(content_stems(word, STOP)), "") for word in words} - {""}
    return frozenset(stems) if len(stems) > 1 else None


def is_past(role: str) -> bool:
    """Whether the words for an office say that it is over."""
    return any(_passing(word) for word in _WORD.findall(role[:80])[:4])


def _passing(word: str) -> bool:
    return word.lower() in PAST or word.lower().startswith("ex-")


def _short_name(bearers: Mapping[str, _Borne]) -> str:
    """What an office is called most shortly, without "the" and "former"."""
    texts = sorted({text for borne in bearers.values() for text in borne.texts}, key=lambda t: (len(t), t))
    words = [word for word in _END.split(texts[0], maxsplit=1)[0].split() if not _passing(word)]
    return " ".join(words[1:] if words[0].lower() in {"the", "a", "an"} else words)


def _tenure(source: str, borne: _Borne, days: Mapping[str, Interval]) -> Tenure:
    """One bearer with the days of the articles that call it so."""
    unknown = Interval(None, None)
    known = [told for ref in borne.refs if (told := days.get(ref.article, unknown)) != unknown]
    span = reduce(Interval.hull, known, known[0]) if known else unknown
    return Tenure(
        source,
        tuple(borne.texts),
        span if span != unknown else None,
        all(borne.past),
        tuple(borne.refs[:_READ]),
    )


def _by_day(tenure: Tenure) -> tuple[bool, date, str]:
    """Past bearers first, then by the first day."""
    first = tenure.days.earliest if tenure.days and tenure.days.earliest else date.max
    return not tenure.past, first, tenure.source
