"""Direction: on which side of the day of writing a time lies that names no year.

"On Friday", "in June" and "18 January" may lie behind or ahead. What tells is around them: the verbs of the
sentence and how far off they stand, words of planning and delay, what is owned by the day ("Monday's ruling"), a
meeting or a deed named beside it, the bound. Each is a feature with a weight (`lang.en.leanings`, fitted by
`training.leanings`); their sum is the log-odds that the time lies ahead, apart from the calendar. How near either
side is comes in when the form is tied to days (`model.calendar`), so that a text can be dated anew.

Verbs are read as groups, by a shallow look from the main verb to the left: "will be held" is "will", "is scheduled
to close" a plan, "had been told" a past before the past. There is no tagger; a word in -ed may be a participle.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sayso.annotating.timewords import Row, letters_of
from sayso.lang.en.leanings import WEIGHTS
from sayso.lang.en.tenses import GOVERNORS, NO_VERBS, SKIPPED, TENSED
from sayso.model.times import TimeBound

_EDGES: Final = frozenset("".join(letters_of(name) for name in ("stop", "block", "quote")))
_PAST: Final = letters_of("past")
_PARTING: Final = frozenset(letters_of("comma") + letters_of("and"))
_REACH: Final = 16  # words to each side that are looked at
_MODALS: Final = frozenset({"will", "would", "could", "can"})
_AUXILIARIES: Final = _MODALS | frozenset({"have", "had", "is", "was", "be"})
_BARE: Final = frozenset({"", "begins", "event"})


@dataclass(frozen=True, slots=True)
class Leaning:
    """How strongly the words around a time put it ahead (above 0) or behind: log-odds, and what told most."""

    odds: float
    reason: str


@lru_cache(maxsize=1 << 15)
def _low(written: str) -> str:
    """A word in lower case, with a plain apostrophe."""
    return written.lower().replace("’", "'")


@lru_cache(maxsize=1 << 15)
def _kind(written: str, letter: str) -> str:
    """The kind of a word of the class `letter` by itself, "set" left out."""
    word = _low(written)
    if kind := TENSED.get(word, ""):
        return kind
    if letter == _PAST:
        return "ed"
    return "ing" if word.endswith("ing") and len(word) > 5 and written[0].islower() else ""


@lru_cache(maxsize=1 << 15)
def _is_skipped(written: str) -> bool:
    word = _low(written)
    return word in SKIPPED or (word.endswith("ly") and len(word) > 4)


def _word(line: Row, index: int) -> str:
    return _low(line.written[index]) if 0 <= index < len(line.written) else ""


def _simple(line: Row, index: int) -> str:
    """The kind of one word by itself."""
    written = line.written[index]
    if len(written) == 3 and _low(written) == "set":
        return "plan" if _word(line, index + 1) in ("to", "for") else "did"
    return _kind(written, line.letters[index])


def _before(line: Row, index: int) -> int:
    """The place of the word before `index`, adverbs and negations left out; three words back at most."""
    for place in range(index - 1, max(-1, index - 4), -1):
        if not _is_skipped(line.written[place]):
            return place
    return -1


#: What a verb is by its auxiliary and its own kind.
_GROUPS: Final[dict[tuple[str, str], str]] = {
    ("have", "ed"): "has done", ("have", "did"): "has done", ("have", "said"): "has done",
    ("have", "be"): "has done", ("had", "ed"): "had done", ("had", "did"): "had done",
    ("had", "said"): "had done", ("had", "be"): "had done",
    ("is", "ing"): "is doing", ("was", "ing"): "was doing", ("is", "plan"): "plan", ("is", "planned"): "plan",
    ("is", "ed"): "is done", ("is", "did"): "is done", ("was", "ed"): "was", ("was", "did"): "was",
    ("was", "plan"): "was planned", ("was", "planned"): "was planned", ("had", "plan"): "had planned",
    ("had", "planned"): "had planned", ("is", "said"): "says", ("was", "said"): "was",
}  # fmt: skip


def _to_do(line: Row, index: int) -> str:
    """What an infinitive is by the word before its "to": a plan, a past duty, or open."""
    place = _before(line, index)
    governor = _governor(line, place)
    if governor not in ("was", "had") and _word(line, place) in GOVERNORS:
        return "was planned" if _word(line, _before(line, place)) == "had" else "plan"
    if governor in ("plan", "planned", "is", "will"):
        return "plan"
    return (
        governor
        if governor == "had planned"
        else "was planned"
        if governor in ("was", "was planned")
        else "had to"
        if governor == "had"
        else "to do"
    )


def _governor(line: Row, place: int) -> str:
    """The kind of the word that an infinitive hangs on: a plan, a plan of the past, a past or open."""
    kind = _simple(line, place) if place >= 0 else ""
    return _group(line, place) if kind in ("plan", "planned") else kind


def _group(line: Row, index: int) -> str:
    """The kind of the verb group whose last word stands at `index`, of another telling word, or nothing."""
    known = line.verbs.get(index)
    if known is None:
        known = line.verbs[index] = _read_group(line, index)
    return known


def _read_group(line: Row, index: int) -> str:
    kind, back = _simple(line, index), _before(line, index)
    word = _word(line, back)
    if word == "to" and back == index - 1 and _word(line, index) not in NO_VERBS:
        if kind in _BARE | {"be", "have", "plan"} and line.text[line.starts[index]].islower():
            return _to_do(line, back)
        return kind
    helper = _simple(line, back) if back >= 0 else ""
    if helper == "be":
        further = _before(line, back)
        if _word(line, further) == "to":
            return _to_do(line, further)
        helper = _simple(line, further) if further >= 0 else ""
    if helper in _MODALS and kind in _BARE | {"ed", "did", "plan", "planned", "be", "have", "ing"}:
        return helper
    return _GROUPS.get((helper, kind), kind)


def _told(line: Row, places: range) -> Iterator[tuple[int, str]]:
    """The telling words along `places` up to the sentence's edge: how far off, and their kinds.

    An auxiliary is told by its verb, not a second time.
    """
    consumed = False
    for away, index in enumerate(places):
        if line.letters[index] in _EDGES:
            return
        kind = _group(line, index)
        if not kind:
            continue
        alone = _simple(line, index)
        if alone in _AUXILIARIES and consumed and places.step < 0:
            consumed = alone == "be"
            continue
        if alone in _AUXILIARIES and places.step > 0 and _followed(line, index):
            continue
        consumed = kind != alone or kind in _MODALS
        yield away, kind


def _followed(line: Row, index: int) -> bool:
    """Whether the word behind an auxiliary is a verb that will tell for both."""
    following = index + 1
    if following < len(line.letters) and _word(line, following) in SKIPPED:
        following += 1
    if following >= len(line.letters) or line.letters[following] in _EDGES:
        return False
    return _simple(line, following) in {"ed", "did", "said", "plan", "planned", "ing", "be"}


#: Kinds that are told together: what is ahead, past, or open.
_CLASSES: Final[dict[str, str]] = {
    "will": "will", "plan": "plan", "planned": "plan", "upcoming": "coming", "would": "would", "could": "could",
    "can": "would",
    "to do": "to do", "begins": "present", "is": "present", "have": "present", "is done": "present",
    "says": "present", "is doing": "is doing", "ing": "ing", "did": "past", "was": "past", "was doing": "past",
    "had": "past",
    "said": "said", "ed": "in -ed", "has done": "perfect", "had done": "perfect", "was planned": "was planned",
    "had to": "past", "had planned": "past", "delayed": "delayed", "off": "called off", "earlier": "earlier",
    "event": "event", "deed": "deed",
}  # fmt: skip
_VERBAL: Final = frozenset(_CLASSES.values()) - {"event", "deed", "coming", "earlier", "called off"}
_PREPOSITIONS: Final = frozenset({"on", "in", "the", "this", "for", "from", "of", "a"})


def features(line: Row, first: int, last: int, bound: TimeBound) -> list[str]:
    """What stands around the time of the words [first, last), by name."""
    sides = {
        "before": list(_told(line, range(first - 1, max(-1, first - 1 - _REACH), -1))),
        "behind": list(_told(line, range(last, min(len(line.letters), last + _REACH)))),
    }
    names = ["always"]
    if bound != "at":
        names.append(bound if bound != "since" else _beginning(line, first))
    for side, told in sides.items():
        row = [(away, _CLASSES.get(kind, "")) for away, kind in told]
        verbs = [(away, kind) for away, kind in row if kind in _VERBAL]
        names.append(f"{verbs[0][1]} {side}" if verbs else f"no verb {side}")
        if verbs and verbs[0][0] < 3:
            names.append(f"{verbs[0][1]} close {side}")
        if len(verbs) > 1:
            names.append(f"second {verbs[1][1]} {side}")
        near = {kind for away, kind in row if away < 4}
        names += [f"{noun} {side}" for noun in ("event", "deed") if noun in near]
    kinds = {_CLASSES.get(kind, "") for told in sides.values() for _, kind in told}
    names += [f"{kind} in sentence" for kind in sorted(kinds - {"", "event", "deed"})]
    if line.text.startswith(("'s", "’s"), line.end(last - 1)):
        names.append("owner of a deed" if "deed behind" in names else "owner")
    if first and line.letters[first - 1] in _EDGES:
        names.append("opens its sentence")
    if first and _word(line, first - 1) in _PREPOSITIONS:
        names.append(f'after "{_word(line, first - 1)}"')
    return names


def _beginning(line: Row, first: int) -> str:
    """How a stretch begins: "since", "from" as the first word of its sentence, or "from" elsewhere."""
    if "since" in line.words(max(0, first - 3), first).split():
        return "since"
    return "begins" if first > 1 and line.letters[first - 2] not in _EDGES else "begins its sentence"


def leaning(line: Row, first: int, last: int, bound: TimeBound) -> Leaning:
    """On which side the words around the time of the words [first, last) put it, and which of them tells most."""
    told = {name: WEIGHTS[name] for name in features(line, first, last, bound) if name in WEIGHTS}
    odds = sum(told.values())
    side = 1 if odds > 0 else -1
    named = {name: weight * side for name, weight in told.items() if name not in _GENERAL}
    most = max(named, key=lambda name: (named[name], name), default="")
    return Leaning(odds, most if most and named[most] > 0 else "")


_GENERAL: Final = frozenset({"always", "no verb before", "no verb behind"})


def told_before(line: Row, first: int, last: int) -> str:
    """The class of the verb nearest before a time, else behind; "had done" and "can" by themselves.

    Where the time stands after a comma or "and", the verb behind it counts first.
    """
    before = range(first - 1, max(-1, first - 1 - _REACH), -1)
    behind = range(last, min(len(line.letters), last + _REACH))
    parted = _is_parted(line, before[:3])
    for places in (behind, before) if parted else (before, behind):
        for _, kind in _told(line, places):
            if (told := _CLASSES.get(kind, "")) in _VERBAL:
                return kind if kind in ("had done", "can") else told
    return ""


def tells_habit(line: Row, first: int) -> bool:
    """Whether a time of day is of every day by the verb before it: "is open until 5pm", "may call after 6pm"."""
    for _, kind in _told(line, range(first - 1, max(-1, first - 1 - _REACH), -1)):
        if (told := _CLASSES.get(kind)) in _VERBAL:
            return kind == "can" or (told == "present" and kind != "says")
    return False


def _is_parted(line: Row, places: range) -> bool:
    """Whether a comma or "and" stands along `places` before any verb."""
    for index in places:
        if line.letters[index] in _PARTING:
            return True
        if _CLASSES.get(_simple(line, index)) in _VERBAL:
            return False
    return False


def listed(line: Row, first: int, last: int) -> bool:
    """Whether the words [first, last) between two times of one sentence hold no verb, so that a list goes on."""
    if last - first > _REACH or _EDGES.intersection(line.letters[first:last]):
        return False
    return not any(_CLASSES.get(kind) in _VERBAL for _, kind in _told(line, range(first, last)))
