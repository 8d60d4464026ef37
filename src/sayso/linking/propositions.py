"""A question that can be answered yes or no as a proposition: who, what, the statement and its opposite.

Theory. An English polar question puts its auxiliary first: auxiliary, subject, predicate. To state it, the border
between subject and predicate must be found, and no parser is at hand. After "will" and its kin the predicate
begins with a base form, perhaps after adverbs and "not": the first word that a table knows as a verb of the news,
that no determiner precedes and before which a noun has stood; else the first word in lower case after a name; else
the first word that is followed as verbs are. After "is" and "has" it begins with a participle, an adjective or a
preposition. What "will" foretells is stated in the present ("announces"), because a possibility never turns out
false and a statement in the present is what reports will say.

A question with "not" is stated as asked, and its opposite is the plain form.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.lang.en import questions as table
from sayso.lang.en.grammar import ADVERBS, PREPOSITIONS
from sayso.linking.predicates import BE, HAVE, adverb, predicate_at
from sayso.model.inflection import forms

_WILL = frozenset({"will", "does", "do", "shall", "could", "may", "might", "would", "should", "can"})
_SO = "is it so that "

#: Base forms by their form in -ing ("planning": "plan").
_GERUNDS: dict[str, str] = {
    form: verb
    for verb in sorted(table.VERBS)
    for form in (*(form for form, kind in forms(verb, {}).items() if kind == "ing"), f"{verb}{verb[-1]}ing")
}


@dataclass(frozen=True, slots=True)
class Proposition:
    """A statement and its negation; `subject` and `event` (base form) where the two could be told apart.

    `negated` says that the question was asked with "not": then `negation` is the plain form.
    """

    text: str
    negation: str
    subject: str | None = None
    event: str | None = None
    negated: bool = False


def proposition(question: str) -> Proposition:
    """The proposition of a question that begins with its auxiliary; of other words, they themselves."""
    body = question.rstrip("?!. ")
    words = body.split()
    opening = words[0].strip("\"'“”‘’(").replace("’", "'").casefold() if words else ""
    if opening == "is" and body.casefold().startswith(_SO):
        return plain(body[len(_SO) :])
    if opening not in table.POLAR or len(words) < 3:
        return plain(body)
    negated = False  # "Won't it close?" expects that it does
    opening = {"won't": "will", "can't": "can"}.get(opening, opening.removesuffix("n't"))
    cut = predicate_at(words[1:], opening)
    if cut is None or cut >= len(words) - 1:
        return plain(" ".join(words[1:]))
    subject, rest = words[1 : cut + 1], words[cut + 1 :]
    return _told(opening, subject, rest, negated=negated)


def gerund(words: Sequence[str]) -> tuple[str, ...] | None:
    """A question from "Ada Lind resigning by May": "Will Ada Lind resign by May"; None where no verb is found."""
    for index, word in enumerate(words[1:12], start=1):
        base = _GERUNDS.get(word.casefold())
        if base:
            return ("Will", *words[:index], base, *words[index + 1 :])
    return None


def plain(body: str) -> Proposition:
    """The words as given, where they could not be taken apart."""
    first = body[:1].upper() + body[1:]
    return Proposition(first, f"It is not true that {_lowered(body)}")


def _lowered(body: str) -> str:
    """Words after "that": the first one small where it is a small word of the language."""
    first, _, rest = body.partition(" ")
    small = first.casefold() in table.DETERMINERS | table.PRONOUNS | PREPOSITIONS | table.NO_VERB
    return f"{first.casefold() if small else first} {rest}".strip()


def _told(opening: str, subject: list[str], rest: list[str], *, negated: bool) -> Proposition:
    """Statement, negation and parts from the subject and the predicate, which may begin with "not" and adverbs."""
    while rest and rest[0].casefold() in {"not", "never"} and len(rest) > 1:
        negated, rest = not negated, rest[1:]
    if subject[-1].casefold() == "not" and len(subject) > 1:
        negated, subject = not negated, subject[:-1]
    opening, rest = _foretold(opening, rest)
    lead = _before_verb(rest)
    if opening in _WILL and any(word.casefold() in table.IDLE for word in lead) and not _goes_on(rest):
        rest = [word for word in lead if word.casefold() not in table.IDLE] + rest[len(lead) :]
        lead = _before_verb(rest)
    verb, tail = rest[len(lead)], rest[len(lead) + 1 :]
    many = _plural(subject)
    who = " ".join([subject[0][:1].upper() + subject[0][1:], *subject[1:]])
    if " ".join(subject).casefold() == "there" and opening in _WILL and verb.casefold() == "be":
        many = _many_there(tail)
    yes, no, event = _inflected(opening, lead, verb, tail, many=many)
    told, denied = f"{who} {yes}", f"{who} {no}"
    if subject[0].casefold() in table.NOBODY and (
        len(subject) == 1 or subject[0].casefold() in {"no", "none", "neither"}
    ):
        some = " ".join([table.NOBODY[subject[0].casefold()], *subject[1:]])
        return Proposition(told, f"{some} {yes}", some[:1].lower() + some[1:], f"not {event}", negated=True)
    some, none = table.ANYBODY.get(subject[0].casefold(), ("", ""))
    if some and (len(subject) == 1 or subject[0].casefold() == "any"):
        after = "".join(f" {word}" for word in subject[1:])
        told, denied = f"{some}{after} {yes}", f"{'None' if subject[1:2] == ['of'] else none}{after} {yes}"
    if subject[0].casefold() == "there" and len(subject) == 1:
        return _there(told, denied, rest, negated=negated)
    text, negation = (denied, told) if negated else (told, denied)
    return Proposition(text, negation, " ".join(subject), f"{'not ' if negated else ''}{event}", negated)


def _there(told: str, denied: str, rest: list[str], *, negated: bool) -> Proposition:
    """Of "there is a vote": what is to be there is the subject, and to be the event."""
    lead = [word for word in rest[:2] if word.casefold() in {"be", "is", "are", "been"} or adverb(word)]
    what = rest[len(lead) :]
    first = what[0].casefold() if what else ""
    verb = told.split()[1]
    if first == "no" and len(what) > 1:
        many = verb == "are"
        thing = " ".join(what[1:] if many else [_article(what[1]), *what[1:]])
        return Proposition(told, f"There {verb} {thing}", thing, "not be", negated=True)
    if first in {"a", "an", "any"}:
        denied = f"There {verb} no {' '.join(what[1:])}"
    elif (
        first not in table.DETERMINERS | table.ABOUT | table.COUNTED | {"another", "one"}
        and not first[:1].isdigit()
    ):
        denied = f"There {verb} no {' '.join(what)}"
    text, negation = (denied, told) if negated else (told, denied)
    return Proposition(text, negation, " ".join(what) or "there", f"{'not ' if negated else ''}be", negated)


def _article(word: str) -> str:
    return "an" if word[:1].casefold() in "aeiou" else "a"


def _foretold(opening: str, rest: list[str]) -> tuple[str, list[str]]:
    """Forms that foretell as "will" does: "is going to close", "are likely to agree", "is it due to open"."""
    low = [word.casefold() for word in rest[:4]]
    if opening in BE and low[:1] == ["to"] and len(rest) > 1:
        return "will", rest[1:]
    for index, word in enumerate(low[:2]):
        if (
            opening in BE
            and word in table.FORETELLING
            and low[index + 1 : index + 2] == ["to"]
            and len(rest) > index + 2
            and all(one in ADVERBS for one in low[:index])
        ):
            return "will", rest[index + 2 :]
    return opening, rest


def _goes_on(rest: Sequence[str]) -> bool:
    """Whether a predicate says that something lasts: "still be shut" is more than "be shut"."""
    return [word.casefold() for word in rest[:2]] == ["still", "be"]


def _before_verb(rest: Sequence[str]) -> list[str]:
    """The adverbs with which a predicate begins ("formally announce"); never all of it."""
    out: list[str] = []
    for word in rest[:-1]:
        if not adverb(word):
            break
        out.append(word)
    return out


def _inflected(opening: str, lead: list[str], verb: str, tail: list[str], *, many: bool) -> tuple[str, str, str]:
    """The predicate affirmed, denied, and in its base form.

    "Will" and "does" become the present, and so do "could", "may" and "might". The other openings are kept.
    """
    first, after = "".join(f"{word} " for word in lead), (" " + " ".join(tail) if tail else "")
    low = verb.casefold()
    event = f"{first}{verb}{after}"
    if opening in _WILL:
        if low == "have" and tail and _participle(tail):
            has = "have" if many else "has"
            return f"{first}{has}{after}", f"{has} not {first}{after.strip()}", event
        present = (" " + " ".join(_coordinated(tail, many=many))) if tail else ""
        if low == "be":
            is_ = "are" if many else "is"
            return f"{is_} {first}{present.strip()}".strip(), f"{is_} not {first}{after.strip()}".strip(), event
        base = verb if many else third(verb)
        return f"{first}{base}{present}", f"{'do' if many else 'does'} not {first}{verb}{after}", event
    if opening == "did":
        return f"{first}{past(verb)}{after}", f"did not {first}{verb}{after}", event
    lemma = _GERUNDS.get(low) if opening in BE else None
    base = "have " if opening in HAVE else "be " if opening in BE else ""
    told = f"{first}{lemma}{after}" if lemma else f"{base}{event}"
    return f"{opening} {event}", f"{opening} not {event}", told


def _participle(tail: Sequence[str]) -> bool:
    """Whether a participle follows "have", perhaps after an adverb ("have already passed")."""
    low = next((word.casefold() for word in tail[:3] if not adverb(word)), "")
    return (low.endswith("ed") and len(low) > 3) or low in table.PARTICIPLES


def _coordinated(tail: list[str], *, many: bool) -> list[str]:
    """The words after a verb, a second verb in the present, too: "resigns or is dismissed"."""
    out = list(tail)
    for at in range(1, len(out)):
        low, joined = out[at].casefold(), out[at - 1] in {"or", "and"}
        after = out[at + 1].casefold() if at + 1 < len(out) else ""
        if joined and low == "be":
            out[at] = "are" if many else "is"
        elif joined and low in table.VERBS and not many and after not in PREPOSITIONS - {"from", "to", "by", "in"}:
            out[at] = third(out[at])
    return out


def third(verb: str) -> str:
    """The third person singular of a base form."""
    low = verb.casefold()
    if low == "have":
        return "has"
    if low == "be":
        return "is"
    if low.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if low.endswith("y") and low[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def past(verb: str) -> str:
    """The past of a base form."""
    low = verb.casefold()
    irregular = table.PASTS.get(low)
    if irregular:
        return irregular
    if low.endswith("e"):
        return verb + "d"
    if low.endswith("y") and low[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return next((form for form, kind in forms(low, {}).items() if kind == "past"), verb + "ed")


def _many_there(tail: Sequence[str]) -> bool:
    """Whether what is there is many ("there are two votes")."""
    low = [word.casefold().strip(",") for word in tail[:8]]
    if low and low[0] in table.ABOUT and any(word.isdigit() and word != "1" for word in low[:4]):
        return True
    if not low or low[0] in {"a", "an", "another", "one", "no"}:
        return False
    return _plural(tail[:8])


def _plural(subject: Sequence[str]) -> bool:
    """Whether the head of a subject looks plural: "A and B", or an s before the first preposition."""
    aside = next((at for at, word in enumerate(subject) if word.endswith(",")), len(subject))
    if subject[-1].endswith(",") and aside < len(subject) - 1:
        subject = subject[: aside + 1]  # "Bruno Salz, agent to two forwards,"
    low = [word.casefold().strip(",") for word in subject]
    cut = next((at for at, word in enumerate(low) if at and word in PREPOSITIONS | table.RELATIVES), len(low))
    if low[:2] == ["the", "united"] and subject[1][:1].isupper():
        return False  # a name
    phrase = _without_participle(low[:cut])
    if _counted(phrase):
        return True
    if phrase[-1] in table.SHARES and low[cut : cut + 1] == ["of"] and phrase[:2] != ["the", "number"]:
        return _plural_of(subject[cut + 1 :])
    head = phrase[-1]
    if head.replace(",", "").isdigit() and (len(phrase) == 1 or phrase[0] in table.ABOUT):
        return head != "1"
    if subject[-1][:1].isupper() and cut == len(low):
        return low[0] == "the" and head.endswith("s") and len(low) == 2 and head not in table.SINGULARS
    return head in table.PLURALS or (head not in table.SINGULARS and _ends_plural(head))


def _plural_of(subject: Sequence[str]) -> bool:
    """Whether what a share is of is plural ("half of the seats", "a third of the bus routes")."""
    told = [word for word in subject if word.casefold() not in table.DETERMINERS]
    return bool(told) and (_plural(told) or _ends_plural(told[0].casefold()))


def _without_participle(phrase: Sequence[str]) -> Sequence[str]:
    """A noun phrase without the participle that closes it ("the trousers worn by")."""
    last = phrase[-1]
    closes = (
        len(phrase) > 2
        and _ends_plural(phrase[-2])
        and phrase[-2] not in BE | HAVE
        and (last in table.PARTICIPLES or last.endswith("ed"))
    )
    return phrase[:-1] if closes else phrase


def _counted(phrase: Sequence[str]) -> bool:
    """Whether a noun phrase joins two, or begins with a word for several."""
    joined = "and" in phrase and phrase[0] not in {"each", "every"}
    if joined and phrase[phrase.index("and") + 1 : phrase.index("and") + 2] != ["not"]:
        return True
    several = {"both", "these", "those", "many", "several", "few", "all"}
    return len(phrase) > 1 and (phrase[0] in several or bool(set(phrase[:2]) & table.COUNTED))


def _ends_plural(head: str) -> bool:
    return head.endswith("s") and not head.endswith(("ss", "us", "is", "'s", "’s"))
