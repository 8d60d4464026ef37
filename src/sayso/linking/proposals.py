"""Without a question: the propositions on which the sources of a case differ, worded as questions.

1. What every statement says is to come is gathered (linking/outlooks.py) and sorted by matter: the words of what,
   or of who where nothing else is named, words for one thing being one. A matter that holds another's words and
   more is told with it.
2. The matters that most origins speak of are worded: the step that most origins name, the fullest name of who, the
   fullest words of what, by the end of the month after the last article.
3. Each is put to the case as a question would be: which origins support, deny or leave it open. Only contested ones
   are proposed: two origins or more bear on it, and one denies it or leaves it open.

At most ASKED matters are judged, so the work is that of a few questions however large the case is. The order of
articles changes nothing.
"""

from __future__ import annotations

import calendar
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sayso.errors import SettingError
from sayso.lang.en import questions as table
from sayso.lang.en.outlooks import INTRANSITIVE
from sayso.lang.en.stances import AGAIN, LIGHT, TIMES
from sayso.linking.asking import ready
from sayso.linking.aspects import CONCEPTS, concepts
from sayso.linking.copies import by_day, copies, published
from sayso.linking.origins import origins as find_origins
from sayso.linking.outlooks import Outlook, outlooks
from sayso.linking.propositions import proposition
from sayso.linking.relayed import told_again
from sayso.linking.roots import placed
from sayso.linking.sources import case_sources
from sayso.linking.stances import stances
from sayso.linking.times import date_pages
from sayso.model.article import HEADS, Article
from sayso.model.case import Page
from sayso.model.ports import Entailer
from sayso.model.stances import Hypothesis, Lean, Proposal, Stance
from sayso.model.statements import Statement
from sayso.model.words import stem

#: Matters that are judged, and propositions that are given, at most.
ASKED, MOST = 6, 5

#: Days that a proposed question leaves at least: what is announced within a week is on its way already.
_LEFT = 7

#: Statements looked at for what is to come; more come from thousands of articles, whose matters the first show.
_LOOKED = 20_000

_LIGHT = frozenset(CONCEPTS.get(stem(word), stem(word)) for word in LIGHT | TIMES)
_AGAIN = frozenset(stem(word) for word in AGAIN)
_PAIRS = frozenset({"the two", "the three", "the other", "the others", "the latter", "the former"})
_ANY = (["a"], ["an"], ["another"], ["more"])
_IDLE = frozenset({"be", "have", "use", "take", "make", "go", "come", "know", "see", "say", "do", "get", "seize"})


@dataclass(slots=True, frozen=True)
class _Matter:
    """What is to come under one key of concepts: the outlooks with the origins that hold them."""

    key: frozenset[str]
    told: list[tuple[Outlook, str]] = field(default_factory=list)

    def origins(self) -> int:
        """How many origins speak of it."""
        return len({origin for _, origin in self.told})


def proposals(pages: Iterable[Page], entailer: Entailer, *, as_of: date | None = None) -> tuple[Proposal, ...]:
    """The contested propositions of `pages`, the most contested first, at most MOST.

    `as_of` leaves out what came out later, by default nothing.
    """
    asked = Page(Article("proposals", "", "", "proposals"))
    dated = date_pages(by_day({page.article.id: page for page in pages}.values()), asked)
    held = by_day(page for page in dated if as_of is None or (published(page).earliest or as_of) <= as_of)
    home = _home(held)
    day = as_of or _last_day(held)
    closes = _month_end(day)
    out: dict[tuple[str, ...], Proposal] = {}
    for matter in _matters(held, home)[:ASKED]:
        made = _proposal(matter, held, home, entailer=entailer, closes=closes)
        if made:
            out.setdefault(made.statements, made)  # one pair of clearest statements is one matter
    return tuple(sorted(out.values(), key=_contested))[:MOST]


def _contested(one: Proposal) -> tuple[bool, int, int, str]:
    """The order of proposals: the more origins stand against each other, the earlier; a figure is a detail."""
    against, last = one.deny + one.open, one.question.rfind(" by ")
    figure = any(letter.isdigit() for letter in one.question[: last if one.closes else None])
    return figure, -min(one.support, against), -(one.support + against), one.question


def _last_day(pages: Sequence[Page]) -> date | None:
    """The last day by which an article surely came out; where none is known, the last by which one may have."""
    sure = [last for page in pages if (last := published(page).latest)]
    return max(sure or [first for page in pages if (first := published(page).earliest)], default=None)


def _home(pages: Sequence[Page]) -> Mapping[str, str]:
    """The origin of each statement."""
    sources, _ = case_sources(pages, ())
    every = frozenset(one.id for page in pages for one in (*page.statements, *page.own_voice))
    copied = copies(pages)
    items, known = placed(pages, sources, relevant=every, dropped=frozenset())
    items, relays = told_again(items, known, every, copied)
    found = find_origins(items, known, copied, relays=relays)
    return {statement: origin.id for origin in found for statement in origin.statements}


def _month_end(day: date | None) -> date | None:
    """The end of the month in which a week after `day` lies."""
    if day is None or (date.max - day).days <= _LEFT:
        return None
    later = day + timedelta(days=_LEFT)
    return later.replace(day=calendar.monthrange(later.year, later.month)[1])


def _matters(pages: Sequence[Page], home: Mapping[str, str]) -> list[_Matter]:
    """The matters that are said to come, those of most origins first."""
    found: dict[frozenset[str], _Matter] = {}
    loose: list[tuple[Outlook, str]] = []
    every = ((page, one) for page in pages for one in (*page.statements, *page.own_voice))
    for _, (page, one) in zip(range(_LOOKED), every, strict=False):
        for outlook in outlooks(one.words(page.article.text)):
            told = _named(outlook)
            key = _key(told)
            if key:
                found.setdefault(key, _Matter(key)).told.append((told, home.get(one.id, one.id)))
            elif told.what:
                loose.append((told, home.get(one.id, one.id)))
    ordered = sorted(found.values(), key=lambda one: (-one.origins(), len(one.key), sorted(one.key)))
    kept: list[_Matter] = []
    for matter in ordered:
        wide = next((one for one in kept if one.key <= matter.key or matter.key <= one.key), None)
        if wide:
            wide.told.extend(matter.told)
        else:
            kept.append(matter)
    _housed(kept, loose)
    return sorted(kept, key=lambda one: (-one.origins(), sorted(one.key)))


def _named(outlook: Outlook) -> Outlook:
    """An outlook whose who is the matter itself ("a new wave will begin") as a matter without a step."""
    first = outlook.who.split()[0].casefold() if outlook.who else ""
    idle = outlook.verb in _IDLE or stem(outlook.verb) in _LIGHT
    further = {stem(word) for word in outlook.who.casefold().split()} & _AGAIN
    if idle and (first in {"a", "an", "another"} or further):
        return Outlook("", "be", outlook.who)
    return outlook


def _key(outlook: Outlook) -> frozenset[str]:
    """The concepts by which an outlook is sorted; none where only light words are there."""
    verb = frozenset() if outlook.verb in _IDLE else concepts(outlook.verb)
    what = (concepts(outlook.what) | verb) - _LIGHT
    passive = outlook.verb == "be" and outlook.who
    if not what or (passive and outlook.what.split()[-1:] and not outlook.what.endswith(("ed", "en"))):
        return frozenset()
    if concepts(outlook.what) - _LIGHT:
        return what
    named = outlook.who.casefold() not in table.PRONOUNS
    return what | (concepts(outlook.who) - _LIGHT) if named else frozenset()


def _housed(kept: Sequence[_Matter], loose: Iterable[tuple[Outlook, str]]) -> None:
    """What is named by a light word only ("the second round") told with the first matter that has this word."""
    for outlook, origin in loose:
        light = concepts(outlook.what)
        if not light & _AGAIN and "second" not in light:
            continue
        for matter in kept:
            if any(light <= concepts(other.what) for other, _ in matter.told if other.what):
                matter.told.append((outlook, origin))
                break


def _proposal(
    matter: _Matter, pages: Sequence[Page], home: Mapping[str, str], *, entailer: Entailer, closes: date | None
) -> Proposal | None:
    """A matter as a contested proposition; None where it cannot be worded or nobody contests it."""
    question = _worded(matter, closes)
    if question is None:
        return None
    told = proposition(question)
    asked = Hypothesis("h1", told.text, closes=closes, subject=told.subject, event=told.event)
    found = stances(pages, [asked], entailer)
    sides = _sides(found, pages, home)
    count = Counter(sides.values())
    bearing = count["support"] + count["deny"] + count["open"]
    if bearing < 2 or not (count["deny"] or count["open"]):
        return None
    clearest = _clearest(found, pages, matter.key)
    return Proposal(question, closes, count["support"], count["deny"], count["open"], clearest)


def _worded(matter: _Matter, closes: date | None) -> str | None:
    """A matter as a question with its last day; None where it makes none."""
    what = _what(matter)
    by = f" by {closes.day} {closes:%B} {closes.year}" if closes else ""
    for who, verb in _steps(matter):
        rest = f" {what}" if _takes(matter, verb) else ""
        passive = next((o.what for o, _ in matter.told if o.verb == "be" and o.who and verb == "be"), "")
        question = f"Will {who} be {passive}{by}?" if verb == "be" else f"Will {who} {verb}{rest}{by}?"
        if _fits(question):
            return question
    named = any(not outlook.who for outlook, _ in matter.told)
    question = f"Will there be {what}{by}?"
    return question if named and what.split()[:1] in _ANY and _fits(question) else None


def _fits(question: str) -> bool:
    """Whether a question can be asked as it is."""
    try:
        return ready(question).text == question
    except SettingError:
        return False


def _steps(matter: _Matter) -> list[tuple[str, str]]:
    """Who and verb of the steps of a matter, those of most origins first, who in the fullest form of the name."""
    held: dict[tuple[str, str], set[str]] = defaultdict(set)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for outlook, origin in matter.told:
        last = outlook.who.split()[-1:] if outlook.who else []
        if not last or outlook.who.casefold().split()[0] in table.PRONOUNS:
            continue
        if not last[0][:1].isupper() and outlook.who.split()[0].casefold() not in {"the", "all"}:
            continue
        bare = not outlook.what and outlook.verb not in INTRANSITIVE
        if outlook.verb in _IDLE - {"be"} or bare or outlook.who.casefold() in _PAIRS:
            continue
        held[last[0], outlook.verb].add(origin)
        forms[last[0]][_small(outlook.who)] += 1
    order = sorted(held, key=lambda key: (-len(held[key]), key))
    fullest = {last: max(sorted(found), key=lambda one: len(one.split())) for last, found in forms.items()}
    return [(fullest[last], verb) for last, verb in order]


def _small(who: str) -> str:
    """Who with a small article."""
    first, _, rest = who.partition(" ")
    return f"{first.casefold()} {rest}" if first.casefold() in table.DETERMINERS | {"all"} and rest else who


def _takes(matter: _Matter, verb: str) -> bool:
    """Whether a step has an object."""
    return any(outlook.what for outlook, _ in matter.told if outlook.verb == verb)


def _what(matter: _Matter) -> str:
    """The fullest words of a matter: those with most of its concepts that most origins use, with "a" for "the"."""
    held: dict[str, set[str]] = defaultdict(set)
    for outlook, origin in matter.told:
        if outlook.what and not (outlook.verb == "be" and outlook.who):
            held[_open(outlook.what)].add(origin)
    if not held:
        return ""

    kinds: dict[frozenset[str], set[str]] = defaultdict(set)
    common: Counter[str] = Counter()
    for text, origins in held.items():
        kinds[concepts(text)] |= origins
        common.update({word: len(origins) for word in text.casefold().split()})

    def rank(text: str) -> tuple[int, bool, int, float, str]:
        mine, told = concepts(text), text.casefold().split()
        further = bool(mine & _AGAIN or "second" in mine)
        usual = sum(common[word] for word in told) / len(told)
        return -len(mine & matter.key), not further, -len(kinds[mine]), -usual, text

    return min(held, key=rank)


def _open(what: str) -> str:
    """The words of a matter with "a" for "the" before a further one, and with an article."""
    words = what.split()
    first = words[0].casefold()
    if first == "the" and len(words) > 1 and stem(words[1]) in _AGAIN:
        words = ["a", *words[1:]]
    elif first in {"second", "new", "further", "third", "renewed"}:
        words = ["a", *words]
    elif first in {"a", "an", "another", "more", "any"}:
        words = [first, *words[1:]]
    return " ".join(words)


def _sides(found: Sequence[Stance], pages: Sequence[Page], home: Mapping[str, str]) -> dict[str, Lean]:
    """The lean of each origin that bears on it, by its firmest statement."""
    spoken = {one.id for page in pages for one in page.statements}
    best: dict[str, Stance] = {}
    for stance in found:
        origin = home.get(stance.statement, stance.statement)
        if stance.lean == "unrelated" or stance.statement not in spoken:
            continue
        held = best.get(origin)
        if held is None or (-stance.strength, stance.statement) < (-held.strength, held.statement):
            best[origin] = stance
    return {origin: stance.lean for origin, stance in best.items()}


def _clearest(found: Sequence[Stance], pages: Sequence[Page], key: frozenset[str]) -> tuple[str, ...]:
    """The clearest statements of two leans: for and against, or one of these and one that leaves it open."""
    held = {one.id: (page, one) for page in pages for one in page.statements if one.block not in HEADS}
    leans: tuple[tuple[Lean, ...], ...] = (("support",), ("deny",), ("open",))
    out: list[str] = []
    for wanted in leans:
        bearing = [stance for stance in found if stance.lean in wanted and stance.statement in held]
        ranked = sorted((*_clear(stance, *held[stance.statement], key=key), stance.statement) for stance in bearing)
        out.extend(one[-1] for one in ranked[:1])
    return tuple(out[:2])


def _clear(
    stance: Stance, page: Page, statement: Statement, *, key: frozenset[str]
) -> tuple[bool, bool, float, int]:
    """How clear a statement is: with the words of the matter, in words of its own, firm, short."""
    said = statement.words(page.article.text)
    pointing = any("points to it" in reason for reason in stance.reasons)
    return not concepts(said) & key, pointing, -round(stance.strength, 1), len(said)
