"""The words of a question made ready: on one line, out of capitals and wrappings, its condition and day last.

People ask "How likely is it that X resigns?", "By May, will X resign?", "Do you think X will resign?" and mean one
question that can be answered yes or no. What cannot be turned into one is refused with what to give instead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.errors import SettingError
from sayso.lang.en import questions as table
from sayso.lang.en.grammar import PREPOSITIONS
from sayso.linking.capitals import uncapped
from sayso.linking.propositions import gerund, past, third

#: A question longer than this is an article by mistake.
LONGEST = 5_000

EXAMPLE = (
    'for example: "Will the government of Halverrin announce a second round of rationing by 30 November 2024?"'
)

_AUXILIARY = rf"(?-i:{table.ASKING})"
#: A second question in the first ("…, and will the ferry stop").
_SECOND = re.compile(
    r"\b(?:and|or|but) (?:will|would|is|are|was|has|have|does|do|did|can|could) "
    r"(?:the|an?|it|they|he|she|there|[A-Z]\w*) "
)
_AND_WHEN = re.compile(
    r"\b(?:and|or)(?: if so)?,? (?:when|why|how|who|where|what|by how much)\b[^?]{0,60}$", re.IGNORECASE
)
_CONDITION = re.compile(
    r"((?:if|should|once|after|unless|provided|assuming|when|in case|as long as|with) [^?]{3,300}?), "
    rf"({_AUXILIARY}) ([^?]{{3,600}})\?",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    r"((?:by|before|until|till|in|on|within|during|at|between|from|this|next|no later than|not later than|ahead of)"
    rf" [^?,]{{2,80}}?),? ({_AUXILIARY}) ([^?]{{3,600}})\?",
    re.IGNORECASE,
)
_DAY_INSIDE = re.compile(
    r"(\w+), ((?:by|before|until|in|on|within|during|if|once) [^,?]{2,120}), ([^?]{3,600})\?", re.IGNORECASE
)
_SETTLES = table.SETTLING
_RESOLVER_FIRST = re.compile(rf"{_SETTLES} (?P<who>[^?,]{{2,100}}), (?={_AUXILIARY} )", re.IGNORECASE)
_RESOLVER = re.compile(
    rf"(?:[,(] ?{_SETTLES}"
    r"|\bper(?= (?-i:[A-Z]))"
    r"|\b(?:according to|as (?:reported|confirmed|announced|certified|published|measured|judged) by))"
    r" (?P<who>[^?,;()]{2,100}?)(?=[,?;)]|$| (?:by|before|until|in) )",
    re.IGNORECASE,
)
_RESOLVER_AFTER = re.compile(
    rf"^(?:resolver|source|resolved by|settled by|{_SETTLES}):? (?P<who>.{{2,100}}?)[.]?$"
    r"|^(?P<it>.{2,100}?) (?:decides|settles it|will settle it|resolves)[.]?$",
    re.IGNORECASE,
)
_WRAPPED = re.compile(rf"(?:{'|'.join(table.WRAPPINGS)})\b[\s,:]{{0,3}}", re.IGNORECASE)
_HOW_TO = re.compile(
    r"how (?:likely|probable|certain|sure) (?:is|are) ([^?]{2,200}?) to ([^?]{2,400})\?", re.IGNORECASE
)
_HOW_NOUN = re.compile(
    r"how (?:likely|probable|possible) (?:is|are) ((?:an?|another|the|more|new) [^?]{2,400})\?", re.IGNORECASE
)
_EXPECT_TO = re.compile(r"([^?]{2,200}?) to ([a-z][^?]{1,400})\?")
_MODAL = re.compile(rf" ({_AUXILIARY})(?: ((?:not |never )?))")
_SUBJECTLESS = re.compile(r"\w+ (?:be|been|not|to|by|in|on)\b", re.IGNORECASE)
_JOINED = re.compile(r"^(?:and|or|but|also)[ ,]+", re.IGNORECASE)
_YET = re.compile(
    rf",? (?:yet|or not|by any chance|please|or (?:{table.REFUSING})(?: (?:it|they|he|she|there))?)(?=\s*\?$)",
    re.IGNORECASE,
)
#: Both answers offered at once: "Will or won't the council …".
_BOTH = re.compile(rf"(?P<asks>{table.ASKING}),? or (?:{table.REFUSING}),?(?= )", re.IGNORECASE)
_POLITE = re.compile(
    r"^(?:(?:please|hello|hi|so|well|now|question|q|ask|asking|the question is|my question)[,:.!]? ?){1,3}",
    re.IGNORECASE,
)
_WILL = re.compile(r"^([^?]{2,120}?) (will|is|are|has|have|would|could|may|might) ([^?]{2,300})$")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question ready to be read: `text` begins with its auxiliary and ends with "?"; `rest` came after it.

    `front` is the condition or the day with which it began ("If it rains"), `resolver` who is named to settle it.
    """

    text: str
    rest: str = ""
    front: str = ""
    resolver: str | None = None


def ready(raw: str, spelled: Mapping[str, str] | None = None) -> Asked:
    """The question of `raw` made ready; SettingError with a remedy where there is none, or more than one.

    `spelled` gives the usual spelling of words (in lower case) for a question written in capitals.
    """
    text = _quoted(" ".join(raw.split()))
    if not text.strip("?!. "):
        raise SettingError(f"the question is empty; ask one that can be answered yes or no, {EXAMPLE}")
    if len(text) > LONGEST:
        raise SettingError(f"the question has {len(text)} characters; ask in at most {LONGEST}, {EXAMPLE}")
    text, rest = _one(uncapped(text, spelled or {}))
    text, resolver = _settled(_plainly(_POLITE.sub("", text) or text))
    if _asks_which(text):
        raise _open_ended(text)
    text, front = _fronted(text)
    for _ in range(3):
        text = _unwrapped(text)
    if not front:
        text, front = _fronted(text)
    text = _YET.sub("", _declared(text))
    after = _RESOLVER_AFTER.match(rest) if rest and not resolver else None
    resolver = resolver or (after and (after["who"] or after["it"])) or None
    opening = first_word(text)
    if opening in table.OPEN_ENDED:
        raise _open_ended(text)
    if opening not in table.POLAR:
        raise SettingError(
            f'"{text[:80]}" is not a question; ask one that can be answered yes or no, {_instead(text)}'
        )
    _single(text)
    if len(text.split()) < 3 or _SUBJECTLESS.match(text):
        raise SettingError(f'"{text[:80]}" does not say who is to do what; ask for one outcome, {EXAMPLE}')
    return Asked(text, rest, front, resolver)


def first_word(text: str) -> str:
    """The first word, in lower case, without quotation marks."""
    first = text.split(maxsplit=1)[0] if text.split() else ""
    return first.strip("\"'“”‘’(,:").replace("’", "'").casefold()


def _quoted(text: str) -> str:
    """The text without quotation marks around all of it."""
    if len(text) > 2 and text[0] in "\"“‘'«" and text[-1] in "\"”’'»":
        return text[1:-1].strip()
    return text


def _one(text: str) -> tuple[str, str]:
    """The one question of a text, and what stands after it; SettingError where there are two."""
    if text.rstrip("?").count("?") > (text.rstrip("?! ").find("?") >= 0):
        raise _two()
    head, mark, rest = text.partition("?")
    rest = rest.strip("?!. )\"”’'")
    if mark and "?" in rest:
        raise _two()
    second = _JOINED.sub("", rest)
    if mark and rest and first_word(second) in table.POLAR | table.OPEN_ENDED and len(rest.split()) > 3:
        raise _two()
    if not mark:
        return text, ""
    sentences = re.split(r"(?<=[a-z0-9)”\"][.!]) +(?=[A-Z])", head)
    last = sentences[-1]
    if len(sentences) > 1 and (first_word(last) in table.POLAR or _WRAPPED.match(last)):
        head = last
    return f"{head.strip()}?", rest


def _open_ended(text: str) -> SettingError:
    return SettingError(
        f'a question that begins with "{" ".join(text.split()[:2])}" has no yes or no; ask for one outcome, '
        f"{EXAMPLE}"
    )


def _two() -> SettingError:
    return SettingError("these are two questions; ask one, and give the other with --hypothesis")


def _single(text: str) -> None:
    """Refuse a question that holds a second one."""
    if _SECOND.search(text) or _AND_WHEN.search(text.rstrip("?")):
        raise _two()


def _fronted(text: str) -> tuple[str, str]:
    """A question without the condition or the day that it begins with ("By May, will the dam hold?"), and that."""
    inner = _DAY_INSIDE.fullmatch(text)
    if inner:
        return f"{inner[1]} {inner[3]}?", inner[2]
    for pattern in (_CONDITION, _DAY_FIRST):
        found = pattern.fullmatch(text)
        if found:
            front, asked, rest = found.groups()
            return f"{asked.capitalize()} {rest}?", front
    return text, ""


def _plainly(text: str) -> str:
    """A question without the second of two answers that it offers at once ("Will or won't the ferry sail?")."""
    found = _BOTH.match(text)
    return f"{found['asks']}{text[found.end() :]}" if found else text


def _settled(text: str) -> tuple[str, str | None]:
    """A question without the words that say who settles it, and who that is."""
    found = _RESOLVER_FIRST.match(text)
    if found:
        rest = text[found.end() :]
        return rest[:1].upper() + rest[1:], found["who"].strip()
    found = _RESOLVER.search(text)
    if not found:
        return text, None
    tail = text[found.end() :].lstrip(" ,)")
    return f"{text[: found.start()].rstrip(' ,(')}{'' if tail[:1] in '?.' else ' '}{tail}", found["who"].strip()


def _unwrapped(text: str) -> str:
    """The question inside "How likely is it that …?", "Do you think …?", "Tell me whether …"."""
    asked = text if text.endswith("?") else f"{text.rstrip('.! ')}?"
    found = _HOW_TO.fullmatch(asked)
    if found and not found[1].casefold().startswith("it "):
        return f"Will {found[1]} {found[2]}?"
    found = _WRAPPED.match(asked)
    if not found:
        noun = _HOW_NOUN.fullmatch(asked)
        return f"Will there be {noun[1]}?" if noun else text
    inner = asked[found.end() :].strip(" ,:")
    lead = found.group().casefold()
    if len(inner.rstrip("?").split()) < 2:
        return text
    return _polar(
        inner,
        expected=" expect" in lead or lead.split()[-1] == "for",
        thing=lead.split()[-1] in {"of", "for", "on"},
    )


def _declared(text: str) -> str:
    """A statement with a question mark ("The tunnel opens by May?") as a question; an opening's slip put right."""
    first, _, rest = text.partition(" ")
    if first.casefold() in table.MISSPELLED:
        return f"{table.MISSPELLED[first.casefold()]} {rest}"
    if text.endswith("?") and first_word(text) not in table.POLAR | table.OPEN_ENDED and len(text.split()) > 2:
        found = _present(text) if not _MODAL.search(text) else _polar(text, expected=False, thing=False)
        return text if found.startswith("Is it so") else found
    return text


def _polar(inner: str, *, expected: bool, thing: bool) -> str:
    """A clause ("Ada Lind will resign?") as a question ("Will Ada Lind resign?")."""
    if first_word(inner) in table.POLAR:
        return inner
    to = _EXPECT_TO.fullmatch(inner) if expected else None
    if to and not _MODAL.search(to[1] + " "):
        return f"Will {to[1]} {to[2]}?"
    if thing:
        turned = gerund(inner.rstrip("?").split())
        return f"{' '.join(turned)}?" if turned else f"Will there be {inner}"
    found = _MODAL.search(inner)
    if found and found.start() > 0:
        auxiliary = found[1]
        rest = inner[found.end(1) :].strip()
        return f"{auxiliary.capitalize()} {inner[: found.start()]} {rest}"
    return _present(inner)


def _present(inner: str) -> str:
    """A clause in the present or past ("the dam breaks", "prices rise") as a question with "will" or "did"."""
    held = inner.rstrip("?").split()
    first, second = held[0].casefold(), held[1].casefold() if len(held) > 1 else ""
    if first in {"it", "he", "she"} and second.endswith("s") and second not in _BASES:
        return " ".join(["Will", held[0], second.removesuffix("s"), *held[2:]]) + "?"
    for index, word in enumerate(held[1:25], start=1):
        low, before = word.casefold(), held[index - 1].casefold()
        if not word.islower() or before in table.DETERMINERS | PREPOSITIONS:
            continue
        base = _BASES.get(low) or ((low, "Will") if low in table.VERBS and before.endswith("s") else None)
        if base:
            return " ".join([base[1], *held[:index], base[0], *held[index + 1 :]]) + "?"
    return f"Is it so that {inner}"


def _asks_which(text: str) -> bool:
    """Whether a question asks for a day or a number in its first words ("By when will", "In which year is")."""
    low = [word.strip(",").casefold() for word in text.split()[:3]]
    return len(low) > 1 and low[0] in PREPOSITIONS and bool(set(low[1:]) & table.OPEN_ENDED)


def _instead(text: str) -> str:
    """What to ask instead of a statement: the statement turned into a question where that can be done."""
    found = _WILL.match(text.rstrip(".!? "))
    if found and found[2] in {"will", "is", "are", "has", "have"} and "?" not in text:
        subject = found[1]
        first = subject.split()[0]
        small = first.casefold() in table.DETERMINERS | table.PRONOUNS
        who = f"{first.casefold() if small else first}{subject[len(first) :]}"
        return f'for example: "{found[2].capitalize()} {who} {found[3]}?"'
    return EXAMPLE


def _bases() -> dict[str, tuple[str, str]]:
    """Forms of the verbs of the news in the present and the past: (base, the opening that asks with it)."""
    known = {third(verb): (verb, "Will") for verb in sorted(table.VERBS)}
    return known | {form: (verb, "Did") for verb in sorted(table.VERBS) if (form := past(verb)) != verb}


_BASES = _bases()
