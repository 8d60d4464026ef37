"""From a question to hypotheses: what would be true if the answer were yes, and its negation.

The question is turned into a statement where its subject and verb can be told apart, and kept in its own words
where they cannot. Its times were read by the same code as an article's, so its deadline is a mention of time
with the bound "by", "before", "until" or none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.errors import SettingError
from sayso.lang.en import questions as table
from sayso.lang.en.grammar import PREPOSITIONS
from sayso.model.case import Page
from sayso.model.notes import Note
from sayso.model.stances import Hypothesis
from sayso.model.times import TimeMention

#: A question longer than this is an article by mistake.
LONGEST = 5_000

_EXAMPLE = (
    'for example: "Will the government of Halverrin announce a second round of rationing by 30 November 2024?"'
)
_RESOLVER = re.compile(r"\baccording to (?:the )?([^\W\d_][^,?;]{1,80}?)(?=,|\?|;|$| (?:by|before|until|in) )")

#: A second question in the first ("…, and will the ferry stop").
_SECOND = re.compile(
    r"\b(?:and|or) (?:will|would|is|are|was|has|have|does|do|did|can|could) "
    r"(?:the|an?|it|they|he|she|there|[A-Z]\w*) "
)
_CONDITION = re.compile(
    r"(If|Should|Once|After) ([^?]{3,300}?), (will|would|is|are|does|do|can|could) ([^?]{3,600})\?"
)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A statement and its negation."""

    text: str
    negation: str


def hypotheses(
    asked: Page, extra: Sequence[Page] = (), *, as_of: date | None = None
) -> tuple[tuple[Hypothesis, ...], tuple[Note, ...]]:
    """The hypotheses of a question: h1 from the question, one for each page of `extra`, last h1's negation.

    Notes say where no deadline was found or it has passed. SettingError where there is no question that can be
    answered yes or no.
    """
    text = _checked(asked.article.text)
    clause = _declared(text)
    closes = _deadline(asked)
    resolver = _RESOLVER.search(text)
    named = resolver.group(1).strip() if resolver else None
    made = [Hypothesis("h1", clause.text, closes=closes, resolver=named)]
    for number, page in enumerate(extra, start=2):
        more = " ".join(page.article.text.split())
        if not more:
            raise SettingError(
                "--hypothesis is empty; give a statement such as: the order is published without notice"
            )
        said = _declared(more).text if _opening(more) in table.POLAR and more.endswith("?") else more.rstrip(".?")
        made.append(Hypothesis(f"h{number}", said, closes=_deadline(page) or closes))
    negation = Hypothesis(f"h{len(made) + 1}", clause.negation, closes=closes, resolver=named, negates="h1")
    return (*made, negation), _notes(closes, as_of)


def _notes(closes: date | None, as_of: date | None) -> tuple[Note, ...]:
    """What the reader should know of the deadline."""
    if closes is None:
        return (
            Note(
                "L306",
                'The question names no day by which it must come true; add one, for example "by 30 June 2025".',
            ),
        )
    if as_of is not None and closes < as_of:
        message = f"The question closes on {closes.isoformat()}, before {as_of.isoformat()}, the day of the answer."
        return (Note("L307", message),)
    return ()


def _opening(text: str) -> str:
    """The first word, in lower case."""
    first = text.split(maxsplit=1)[0] if text.split() else ""
    return first.strip("\"'“”‘’(").replace("’", "'").casefold()


def _checked(raw: str) -> str:
    """The question on one line; SettingError with a remedy where it is none."""
    text = _turned(" ".join(raw.split()))
    if not text.strip("?!. "):
        raise SettingError(f"the question is empty; ask one that can be answered yes or no, {_EXAMPLE}")
    if len(text) > LONGEST:
        raise SettingError(f"the question has {len(text)} characters; ask in at most {LONGEST}, {_EXAMPLE}")
    opening = _opening(text)
    if opening in table.OPEN_ENDED:
        raise SettingError(
            f'a question that begins with "{opening}" has no yes or no; ask for one outcome, {_EXAMPLE}'
        )
    if not text.endswith("?") and opening not in table.POLAR:
        raise SettingError(f'"{text[:80]}" is not a question; ask one that can be answered yes or no, {_EXAMPLE}')
    if text.rstrip("?").count("?") or _SECOND.search(text):
        raise SettingError("these are two questions; ask one, and give the other with --hypothesis")
    return text


def _turned(text: str) -> str:
    """A question that begins with its condition ("If it rains, will the dam hold?"), with the condition last."""
    found = _CONDITION.fullmatch(text)
    if not found:
        return text
    first, condition, asked, rest = found.groups()
    return f"{asked.capitalize()} {rest} {table.CONDITIONS[first]} {condition}?"


def _declared(text: str) -> _Clause:
    """The question as a statement, and that statement's negation."""
    body = text.rstrip("?!. ")
    words = body.split()
    opening = _opening(text)
    if [word.casefold() for word in words[:4]] in (["is", "it", "true", "that"], ["is", "it", "the", "case"]):
        rest = words[5 if words[2].casefold() == "the" else 4 :]
        return _plain(" ".join(rest))
    if opening not in table.POLAR or len(words) < 3:
        return _plain(body)
    rest = words[1:]
    cut = _verb_at(rest, opening)
    if cut is None or cut == 0 or cut >= len(rest):
        return _plain(body)
    subject, verb, tail = rest[:cut], rest[cut], rest[cut + 1 :]
    if verb.casefold() == "going" and [word.casefold() for word in tail[:1]] == ["to"] and len(tail) > 1:
        opening, verb, tail = "will", tail[1], tail[2:]
    many = _plural(subject)
    if subject[0][0].islower():
        subject = [subject[0][0].upper() + subject[0][1:], *subject[1:]]
    return _inflected(opening.removesuffix("n't") if opening != "won't" else "will", subject, verb, tail, many=many)


def _plain(body: str) -> _Clause:
    """The words as given, where the question could not be taken apart."""
    return _Clause(body, f"It is not the case that: {body}")


def _inflected(opening: str, subject: list[str], verb: str, tail: list[str], *, many: bool) -> _Clause:
    """A statement from its parts, the subject plural if `many`.

    "Will" and "does" become the present, and so do "could", "may" and "might": what is asked for is whether it
    comes, and a possibility never turns out false. The other openings are kept.
    """
    who, after = " ".join(subject), (" " + " ".join(tail) if tail else "")
    low = verb.casefold()
    if opening in {"will", "does", "do", "shall", "could", "may", "might"}:
        present = (" " + " ".join(_coordinated(tail, many=many))) if tail else ""
        if low == "be":
            is_ = "are" if many else "is"
            return _Clause(f"{who} {is_}{present}", f"{who} {is_} not{after}")
        base = verb if many else _third(verb).upper() if verb.isupper() else _third(verb)
        return _Clause(f"{who} {base}{present}", f"{who} {'do' if many else 'does'} not {verb}{after}")
    if opening == "did":
        return _Clause(f"{who} did {verb}{after}", f"{who} did not {verb}{after}")
    kept = {"ca": "can"}.get(opening, opening)
    against = "cannot" if kept == "can" else f"{kept} not"
    return _Clause(f"{who} {kept} {verb}{after}", f"{who} {against} {verb}{after}")


def _coordinated(tail: list[str], *, many: bool) -> list[str]:
    """The words after a verb, a second verb in the present, too: "resigns or is dismissed"."""
    out = list(tail)
    for at in range(1, len(out)):
        low = out[at].casefold()
        if out[at - 1] in {"or", "and"} and low == "be":
            out[at] = "are" if many else "is"
        elif out[at - 1] in {"or", "and"} and low in table.VERBS and not many:
            out[at] = _third(out[at])
    return out


def _third(verb: str) -> str:
    """The third person singular of a base form."""
    low = verb.casefold()
    if low == "have":
        return "has"
    if low.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if low.endswith("y") and low[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def _plural(subject: Sequence[str]) -> bool:
    """Whether the head of a subject looks plural: "A and B", or an s before the first preposition."""
    low = [word.casefold().strip(",") for word in subject]
    cut = next((at for at, word in enumerate(low) if at and word in PREPOSITIONS), len(low))
    phrase = low[:cut]
    if "and" in phrase:
        return True
    head = phrase[-1]
    if subject[-1][:1].isupper() and cut == len(low):
        return low[0] == "the" and head.endswith("s") and len(low) == 2
    return head in table.PLURALS or (head not in table.SINGULARS and _ends_plural(head))


def _ends_plural(head: str) -> bool:
    return head.endswith("s") and not head.endswith(("ss", "us", "is", "'s", "’s"))


def _verb_at(words: Sequence[str], opening: str) -> int | None:
    """Where the predicate begins in the words after the opening; None where it cannot be told."""
    if opening.removesuffix("n't") in {"is", "are", "was", "were", "has", "have", "had"}:
        return _participle_at(words)
    if words[0].casefold() in table.PRONOUNS:
        return 1
    low = [word.casefold().strip(",;:\"“”'’") for word in words[:25]]
    shouted = all(word.isupper() for word in words if word.isalpha())
    for index in range(1, len(low)):
        if (
            low[index] in table.VERBS
            and low[index - 1] not in table.DETERMINERS
            and (words[index].islower() or shouted)
        ):
            after = low[index + 1] if index + 1 < len(low) else ""
            return index + 1 if after in table.VERBS and low[index] not in table.HELPERS else index
    return _after_name(words)


def _after_name(words: Sequence[str]) -> int | None:
    """The first word in lower case after a name that the question begins with; None where it begins with none."""
    if not words[0][:1].isupper():
        return None
    return next((i for i, word in enumerate(words) if word.islower() and word not in table.NO_VERB), None)


def _participle_at(words: Sequence[str]) -> int | None:
    """Where "going", "planning", "signed", an adjective or a place follows the subject of "is" or "has"."""
    if words[0].casefold() in table.PRONOUNS:
        return 1
    for index, word in enumerate(words[1:25], start=1):
        low = word.casefold().strip(",")
        before = words[index - 1].casefold()
        if before in table.DETERMINERS:
            continue
        if low in table.PREDICATES or (low.endswith(("ing", "ed", "en")) and len(low) > 4):
            return index
    return _after_name(words)


def _deadline(asked: Page) -> date | None:
    """The last day on which the answer can become yes, from the times of the question; the latest one stands."""
    days = [day for mention in asked.times if (day := _last_day(mention)) is not None]
    return max(days, default=None)


def _last_day(mention: TimeMention) -> date | None:
    """The last day that a mention leaves: "before D" ends the day before D begins, "after D" sets no end.

    A mention read from text has its bound in its interval already: then its beginning is open.
    """
    if mention.bound in {"after", "since", "as-early-as"} or mention.type in {"SET", "DURATION"}:
        return None
    if mention.bound == "before":
        first = mention.interval.earliest
        return first - timedelta(days=1) if first and first > date.min else mention.interval.latest
    return mention.interval.latest
