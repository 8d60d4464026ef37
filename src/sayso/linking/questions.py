"""From a question to hypotheses: what would be true if the answer were yes, and its negation.

asking.py makes the words ready, propositions.py tells who and what, deadlines.py by when. The question's times were
read by the same code as an article's. What people say about the days or the judge of a question (`Terms`) stands
above what its words say.

A question asked with "not" is stated with "not", and the plain form beside it is the one that is weighed: the asked
one negates it, so that asking either way round gives one answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.errors import SettingError
from sayso.lang.en import questions as table
from sayso.linking.asking import LONGEST, Asked, first_word, ready
from sayso.linking.capitals import shouted, usual_spelling
from sayso.linking.deadlines import Window, window
from sayso.linking.propositions import Proposition, plain, proposition
from sayso.model.case import Page
from sayso.model.notes import Note
from sayso.model.span import Span
from sayso.model.stances import Hypothesis, Stance

__all__ = ["LONGEST", "Terms", "hypotheses", "unborne"]

_CLAUSE = re.compile(
    r",? (?:if|unless|provided|assuming|in case|as long as|should|before|until|by the time"
    r"|by (?:the )?(?:end|start|beginning|middle|close) of) .*$|,? yet$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:who|which|that|since|began|begun|of)\b")
_AN_HYPOTHESIS = "give a statement such as: the order is published without notice"


@dataclass(frozen=True, slots=True)
class Terms:
    """What a person says of a question beside its words: first and last day, who settles it; None for nothing."""

    opens: date | None = None
    closes: date | None = None
    resolver: str | None = None


def hypotheses(
    asked: Page,
    extra: Sequence[Page] = (),
    *,
    as_of: date | None = None,
    terms: Terms | None = None,
    texts: Iterable[str] = (),
) -> tuple[tuple[Hypothesis, ...], tuple[Note, ...]]:
    """The hypotheses of a question: h1 from the question, one for each page of `extra`, last h1's negation.

    `terms` stand above the words of the question; `texts` are those of the case, for the spelling of names in a
    question in capitals. Notes say where no deadline was found or it has passed. SettingError where there is no
    question that can be answered yes or no, or its days contradict each other.
    """
    raw = asked.article.text
    spelled = usual_spelling(texts, raw[:LONGEST]) if shouted(raw) else {}
    read = ready(raw, spelled)
    told = _told(read)
    when = _when(asked, told, as_of)
    first = _with_terms(
        Hypothesis(
            "h1", _stated(told, read, denied=False), when.opens, when.closes, read.resolver, None,
            _subject(told, when), _event(told, when),
        ),
        terms,
    )  # fmt: skip
    made = [first]
    for page in extra:
        more = _further(page, f"h{len(made) + 1}", first, as_of)
        held = (_stated(told, read, denied=True), *(one.text for one in made))
        if _same(more.text) in map(_same, held):
            raise SettingError(
                f'--hypothesis "{more.text[:80]}" says the same as the question or its opposite, which always '
                "stands beside it; leave it out, or name another outcome"
            )
        made.append(more)
    last = replace(
        first,
        id=f"h{len(made) + 1}",
        text=_stated(told, read, denied=True),
        negates="h1",
        event=_opposite(first.event),
    )
    if told.negated:
        made[0], last = replace(first, negates=last.id), replace(last, negates=None)
    return (*made, last), _notes(first, as_of)


def _told(read: Asked) -> Proposition:
    """Who and what of a question."""
    return proposition(read.text)


def _stated(told: Proposition, read: Asked, *, denied: bool) -> str:
    """The proposition or its negation, with the condition or day that the question began with in front."""
    text = told.negation if denied else told.text
    if not read.front:
        return text
    subject = told.subject or ""
    front = read.front[:1].upper() + read.front[1:]
    small = not subject or text[: len(subject)] != subject
    return f"{front}, {text[:1].lower() if small else text[:1]}{text[1:]}"


def _when(asked: Page, told: Proposition, as_of: date | None) -> Window:
    """The days of the question; times inside its subject set nothing."""
    raw, subject = asked.article.text, told.subject or ""
    at = raw.casefold().find(subject.casefold()) if subject and not _there(told) else -1
    found = window(asked, as_of, outside=Span(at, at + len(subject)) if at >= 0 else None)
    if found.closes or at < 0 or _RELATIVE.search(subject):
        return found
    inside = [m.interval for m in asked.times if at <= m.span.start < at + len(subject) and m.bound == "at"]
    days = [interval.latest for interval in inside if interval.earliest == interval.latest]
    ahead = [day for day in days if day and (as_of is None or day >= as_of)]  # "Will the summit on 5 May agree?"
    return replace(found, opens=max(ahead), closes=max(ahead)) if ahead else found


def _subject(told: Proposition, when: Window) -> str | None:
    """Who or what; of "there is a vote by May" without its days."""
    return _without(told.subject, when.words) if told.subject and _there(told) else told.subject


def _there(told: Proposition) -> bool:
    return bool(told.event) and told.event in {"be", "not be"}


def _event(told: Proposition, when: Window) -> str | None:
    """The event in its base form, without the words for its days and its condition."""
    if told.event is None:
        return None
    return _without(told.event, when.words) or told.event


def _without(text: str, phrases: Sequence[str]) -> str:
    """A text without some phrases of time, a condition at its end, and the commas that these leave."""
    out = " ".join(text.split())
    for phrase in sorted(phrases, key=len, reverse=True):
        at = out.casefold().find(phrase.casefold())
        if at >= 0:
            out = f"{out[:at].rstrip(' ,')} {out[at + len(phrase) :].lstrip(' ,')}"
    return _CLAUSE.sub("", " ".join(out.split())).strip(" ,")


def _opposite(event: str | None) -> str | None:
    """The event of the negation, in its base form."""
    if event is None:
        return None
    return event.removeprefix("not ") if event.startswith("not ") else f"not {event}"


def _with_terms(found: Hypothesis, terms: Terms | None) -> Hypothesis:
    """The hypothesis with what a person says of its days and its judge; SettingError where they contradict."""
    if terms is None:
        return found
    made = replace(
        found,
        opens=terms.opens or found.opens,
        closes=terms.closes or found.closes,
        resolver=terms.resolver or found.resolver,
    )
    if terms.closes and not terms.opens and made.opens and made.opens > terms.closes:
        made = replace(made, opens=None)
    if made.opens and made.closes and made.opens > made.closes:
        raise SettingError(
            f"the question opens on {made.opens} (--opens) and closes before, on {made.closes} (--closes); "
            "give a first day that is not after the last"
        )
    return made


def _further(page: Page, ident: str, first: Hypothesis, as_of: date | None) -> Hypothesis:
    """A further hypothesis, given as a statement or a question; its days are the question's where it has none."""
    more = " ".join(page.article.text.split())
    if not more.strip("?!. "):
        raise SettingError(f"--hypothesis is empty; {_AN_HYPOTHESIS}")
    if len(more) > LONGEST:
        raise SettingError(f"--hypothesis has {len(more)} characters; give at most {LONGEST}")
    if more.endswith("?"):
        told = _told(ready(more))
    elif first_word(more) in table.OPEN_ENDED:
        raise SettingError(f'--hypothesis "{more[:80]}" is no statement; {_AN_HYPOTHESIS}')
    else:
        told = plain(more.rstrip(".! "))
    when = window(page, as_of)
    event = _without(told.event, when.words) if told.event else None
    return Hypothesis(
        ident, told.text, when.opens, when.closes or first.closes, first.resolver, None, told.subject, event
    )


def _same(text: str) -> str:
    """A text by which two hypotheses are the same."""
    return " ".join(text.casefold().rstrip(".").split())


def _notes(first: Hypothesis, as_of: date | None) -> tuple[Note, ...]:
    """What the reader should know of the deadline."""
    if first.closes is None:
        return (
            Note(
                "L306",
                "The question names no day by which it must come true; add one to its words, such as "
                '"by 30 June 2025", or give it with --closes 2025-06-30.',
            ),
        )
    if as_of is not None and first.closes < as_of:
        message = (
            f"The question closes on {first.closes.isoformat()}, before {as_of.isoformat()}, the day of the "
            "answer; ask by a later day, or answer as of an earlier one with --as-of."
        )
        return (Note("L307", message),)
    return ()


def unborne(posed: Sequence[Hypothesis], stances: Iterable[Stance]) -> tuple[Note, ...]:
    """A note for each hypothesis but negations on which no statement of the case bears, with what to try."""
    borne = {stance.hypothesis for stance in stances if stance.lean != "unrelated"}
    return tuple(
        Note(
            "L314",
            f"No statement bears on {one.id}, “{one.text}”: the articles say nothing of it, or in other words. "
            "Try words that they use, a wider question, or more articles.",
        )
        for one in posed
        if one.negates is None and one.id not in borne
    )
