"""Forecasts: statements that can turn out right or wrong, with a range of their own and a day by which.

A statement forecasts where its cue predicts, or where its words say what will or may be ("will", "may", "highly
unlikely"), and it either bears on a hypothesis or names a day that lay ahead when it was made. What is wished,
asked, ordered, planned without a day, or told of a plan's contents ("papers say that water would run for six
hours") is none. "May" is not "will": the range is what the holder commits to, and no yardstick's words come in
between; odds in figures ("one in five") are taken as they stand.

Words inside another's words are the other's: where the reading tells an inner statement, the outer one forecasts
nothing by it. What hangs on a condition is listed and cannot be resolved: if the condition does not come, nobody
was wrong.

What one source forecasts of one hypothesis on one occasion counts once, in however many articles and words it is
quoted: one statement stands for it, and the others repeat it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from sayso.lang.en.calendar import WEEKDAYS
from sayso.lang.en.futures import CONDITIONS, FORETELLING, FORETOLD
from sayso.model.article import HEADS
from sayso.model.case import Case, Page
from sayso.model.forecasts import Forecast
from sayso.model.span import Span
from sayso.model.stances import Stance
from sayso.model.statements import Statement
from sayso.model.times import TimeMention
from sayso.weighing.odds import odds
from sayso.weighing.sources import known_sources

#: Only so much of a content is read for words of the future.
_READ: Final = 1200
_FUTURE = re.compile(rf"(?<!\w)(?:{'|'.join(FORETELLING)})(?!\w)", re.IGNORECASE)
_WOULD = re.compile(rf"(?<!\w){FORETOLD}(?!\w)", re.IGNORECASE)
_CONDITION = re.compile(rf"(?:that )?[“\"‘']?{CONDITIONS}", re.IGNORECASE)
_HANGS = re.compile(r"[,;]? (?:if|unless|provided that|as long as) ", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?…][\"”’']?\s+(?=[\"“‘'(]?[A-Z])| … |\n")
_LENGTH = re.compile(r"P(\d{1,3})([DWMY])")
_DAYS: Final = {"D": 1, "W": 7, "M": 30, "Y": 365}
#: Bounds that name no day by which.
_OPEN_ENDED: Final = frozenset({"after", "since", "as-early-as"})
#: What is not said to come, whatever its words: questions, refusals, orders.
_SILENT: Final = frozenset({"question", "decline-to-rule-out", "order"})
#: A relative pronoun right before the word: what it tells of is not what is foretold ("a deal that could cost").
_RELATIVE = re.compile(r"\w,? (?:that|which|who|whose \w{1,20}) $", re.IGNORECASE)
#: What joins two times to one ("in December or January", "between Monday and Friday").
_JOINED = re.compile(r"\s{0,2}(?:,|or|and|to|until|through|[–-])\s{0,2}")
#: An undated forecast of nothing in particular ("expect the worst") is none.
_WORDS: Final = 3


@dataclass(frozen=True, slots=True)
class _Told:
    """The words of a forecast, at `at` in their sentence; `phrase` says how likely.

    `backshifted` words may tell of a plan's contents, `planned` ones say what is meant to be.
    """

    sentence: Span
    at: int
    phrase: str
    backshifted: bool = False
    planned: bool = False


@dataclass(frozen=True, slots=True)
class _About:
    """What a statement says of the first hypothesis on which it takes a side, and the last days of all of them."""

    stance: Stance | None
    closing: Mapping[str, date | None]

    @property
    def closes(self) -> date | None:
        """The last day of that hypothesis."""
        return self.closing.get(self.stance.hypothesis) if self.stance else None


def forecasts(case: Case) -> tuple[Forecast, ...]:
    """Every statement that predicts, in the order of pages and statements.

    `by` is the day that its words name, else the last day of the hypothesis on which it bears.
    """
    bearing = _bearing(case)
    closing = {hypothesis.id: hypothesis.closes for hypothesis in case.hypotheses}
    sources = {key: source.id for key, source in known_sources(case).items()}
    taken_back = _taken_back(case)
    found = []
    for page in case.pages:
        mentions = {mention.id: mention for mention in page.times}
        inner: dict[str, list[Span]] = {}
        for statement in page.statements:
            if not _is_nobodys(statement):
                inner.setdefault(statement.parent or "", []).extend(statement.content)
        for statement in page.statements:
            if statement.id in taken_back or _is_nobodys(statement):
                continue
            told = _told(page.article.text, statement, inner.get(statement.id, ()))
            if told is None:
                continue
            own = _own_day(page, statement, told, mentions)
            one = _forecast(page, statement, told, own, about=_About(bearing.get(statement.id), closing))
            if one:
                key = statement.chain[-1].source.id if statement.chain else ""
                found.append(replace(one, source=sources.get(key)))
    return _once(case, found)


def implied(statement: Statement, stance: Stance) -> tuple[float, float]:
    """The range of probability that `statement` gives the hypothesis of `stance`, low first.

    A commitment speaks of the content as worded. Content held unlikely speaks against itself: a denial whose
    stance is "deny" is about the hypothesis as it stands, one whose stance is "support" about its opposite.
    """
    low, high = statement.commitment.low, statement.commitment.high
    same = (stance.lean == "support") != (high < 0.5)
    return (low, high) if same else (1.0 - high, 1.0 - low)


def _bearing(case: Case) -> Mapping[str, Stance]:
    """The stance of each statement that takes a side on a hypothesis, negations aside: the first hypothesis'."""
    order = {h.id: place for place, h in enumerate(case.hypotheses) if h.negates is None}
    found: dict[str, Stance] = {}
    for stance in sorted(case.stances, key=lambda s: (order.get(s.hypothesis, -1), s.statement, -s.strength)):
        if stance.hypothesis in order and stance.lean in ("support", "deny"):
            found.setdefault(stance.statement, stance)
    return found


def _taken_back(case: Case) -> frozenset[str]:
    """Statements that people rejected, and those that an article repeats only to take them back."""
    last = {ruling.target: ruling.verdict for ruling in case.rulings if ruling.verdict in ("accept", "reject")}
    rejected = {target for target, verdict in last.items() if verdict == "reject"}
    undone = {
        stance.statement
        for stance in case.stances
        if any(reason.startswith("repeated in order to take it back") for reason in stance.reasons)
    }
    return frozenset(rejected | undone)


def _forecast(page: Page, statement: Statement, told: _Told, own: date | None, *, about: _About) -> Forecast | None:
    """The forecast that a statement makes by the words `told`, not yet with its source; None where it makes none.

    `own` is the day that its words name.
    """
    text, stance = page.article.text, about.stance
    predicts = bool(statement.chain) and statement.chain[-1].force == "predict"
    if not own and (told.planned or (told.backshifted and not predicts) or not (predicts or stance)):
        return None
    hangs = _conditional(text, statement, told)
    by = own or about.closes
    why = "it hangs on a condition" if hangs else "" if by else "it names no day by which"
    if why and (statement.block in HEADS or len(statement.words(text)[:200].split()) < _WORDS):
        return None
    low, high, figure = odds(statement.words(text)) or (*_range(statement), "")
    bears = stance if stance and not hangs else None
    given = ((low, high) if figure else implied(statement, bears)) if bears else None
    return Forecast(
        statement.id,
        statement.words(text),
        by,
        low,
        high,
        figure or told.phrase,
        resolvable=not why,
        hypothesis=bears.hypothesis if bears else None,
        implied=given,
        said=_said(page, statement)[1],
        why=why,
    )


def _range(statement: Statement) -> tuple[float, float]:
    return statement.commitment.low, statement.commitment.high


def _told(text: str, statement: Statement, inner: Sequence[Span]) -> _Told | None:
    """The words by which a statement speaks of what is to come; None where it does not.

    `inner` are the contents of the statements that stand inside its own.
    """
    force = statement.chain[-1].force if statement.chain else "assert"
    if statement.commitment.polarity == "open" or statement.commitment.non_denial or force in _SILENT:
        return None
    for piece in statement.content:
        stop = min(piece.end, piece.start + _READ)
        for pattern in (_FUTURE, _WOULD):
            for found in pattern.finditer(text, piece.start, stop):
                word = Span(*found.span())
                if _is_month(text, found) or _is_aside(text, piece, word, inner):
                    continue
                sentence = _sentence(text, piece, word.start)
                phrase = _phrase(text, statement, sentence, found.group())
                return _Told(sentence, word.start, phrase, pattern is _WOULD)
    if force in ("predict", "plan") or _held(statement):
        first = statement.content[0]
        sentence = _sentence(text, first, first.start)
        phrase = _phrase(text, statement, sentence, statement.chain[-1].cue.text if statement.chain else "")
        return _Told(sentence, first.start, phrase, planned=force == "plan")
    return None


def _is_nobodys(statement: Statement) -> bool:
    """Whether a statement inside another names nobody who makes it ("have been told that"): the other's it is."""
    return bool(statement.parent and statement.chain) and statement.chain[-1].source.span is None


def _is_aside(text: str, piece: Span, word: Span, inner: Sequence[Span]) -> bool:
    """Whether a word of the future is another's, or belongs to what a relative clause adds."""
    if any(span.contains(word) for span in inner):
        return True
    return bool(_RELATIVE.search(text[max(piece.start, word.start - 40) : word.start]))


def _held(statement: Statement) -> bool:
    """Whether a belief is held with doubt or against odds ("thinks it unlikely"): a forecast where it bears."""
    force = statement.chain[-1].force if statement.chain else "assert"
    return force == "believe" and bool(statement.commitment.hedges) and statement.commitment.high < 0.5


def _is_month(text: str, found: re.Match[str]) -> bool:
    """Whether "May" is the month: in capitals and not at the head of a sentence, or beside a number."""
    if found.group() != "May":
        return False
    before, after = text[max(found.start() - 12, 0) : found.start()].rstrip(), text[found.end() : found.end() + 3]
    heads = not before or before[-1] in ".!?…:“\"‘'\n"
    return not heads or after.lstrip()[:1].isdigit()


def _sentence(text: str, piece: Span, at: int) -> Span:
    """The sentence of `piece` in which `at` stands."""
    start, stop = piece.start, min(piece.end, piece.start + 2 * _READ)
    for found in _SENTENCE.finditer(text, start, stop):
        if found.end() > at:
            return Span(start, max(found.start(), start + 1))
        start = found.end()
    return Span(start, stop) if start < stop else piece


def _conditional(text: str, statement: Statement, told: _Told) -> bool:
    """Whether the words hang on a condition: it opens their sentence, the piece before them, or follows them."""
    inside = told.sentence.of(text)
    if _CONDITION.match(inside) or _HANGS.search(inside[max(told.at - told.sentence.start, 0) :]):
        return True
    before = [piece for piece in statement.content if piece.end <= told.sentence.start]
    return bool(before) and bool(_CONDITION.match(before[-1].of(text)[:40]))


def _said(page: Page, statement: Statement) -> tuple[date | None, date | None]:
    """The first and the last day on which a statement may have been made."""
    dating = statement.said or page.article.published
    return (dating.interval.earliest, dating.interval.latest) if dating else (None, None)


def _own_day(page: Page, statement: Statement, told: _Told, mentions: Mapping[str, TimeMention]) -> date | None:
    """The last day that the times beside the words allow, the nearest first, if it lay ahead when they were said.

    Of times that are joined ("in December or January") the last counts.
    """
    said = _said(page, statement)
    known = (mention for key in statement.times if (mention := mentions.get(key)))
    beside = sorted((one for one in known if told.sentence.overlaps(one.span)), key=lambda one: one.span)
    days: dict[int, date | None] = {}
    for place, mention in reversed(list(enumerate(beside))):
        days[place] = _latest(mention, said[1])
        after = beside[place + 1] if place + 1 < len(beside) else None
        if after and _JOINED.fullmatch(page.article.text[mention.span.end : after.span.start][:16]):
            days[place] = max((day for day in (days[place], days[place + 1]) if day), default=None)
    for place in sorted(days, key=lambda one: (abs(beside[one].span.start - told.at), one)):
        latest = days[place]
        if latest and (said[0] is None or latest >= said[0]):
            return latest
    return None


def _latest(mention: TimeMention, said: date | None) -> date | None:
    """The last day that a time allows; a weekday of what is to come is the next one, never the last."""
    if mention.bound in _OPEN_ENDED or mention.type == "SET":
        return None
    low, high = mention.interval.earliest, mention.interval.latest
    if high and said and mention.text.lower().removeprefix("this ") in WEEKDAYS and high < said:
        return high + timedelta(days=7 * (1 + (said - high).days // 7))
    if (high is None and low and mention.vagueness == "coming") or mention.type == "DURATION":
        length = _LENGTH.fullmatch(mention.timex)
        if low and length:
            return low + timedelta(days=int(length[1]) * _DAYS[length[2]])
    return high


def _phrase(text: str, statement: Statement, sentence: Span, word: str) -> str:
    """The words that say how likely: hedges of the sentence as they stand, else the future word or the cue."""
    cue = statement.chain[-1].cue.span if statement.chain else None
    hedges = [
        span.of(text)
        for span in statement.commitment.hedges
        if sentence.contains(span) or (cue and cue.contains(span))
    ]
    return " … ".join(hedges) if hedges else word


def _once(case: Case, found: Sequence[Forecast]) -> tuple[Forecast, ...]:
    """The forecasts, each that repeats another with the statement that stands for it.

    Of one source's on one hypothesis (or one event and day) and one occasion, which is an origin, that one stands
    which is in the text and not in a heading, in the holder's own words, and first.
    """
    origin = {key: one.id for one in case.origins for key in one.statements}
    place = {s.id: (s, page) for page in case.pages for s in page.statements}

    def occasion(one: Forecast) -> tuple[str, ...]:
        statement = place[one.statement][0]
        voice = one.source or (statement.chain[-1].source.text if statement.chain else "")
        about = one.hypothesis or f"{one.by} {' '.join(one.event[:200].lower().split()[:6])}"
        return (origin.get(one.statement, one.statement), voice, about, "" if one.resolvable else one.why)

    def rank(one: Forecast) -> tuple[bool, bool, date, int]:
        statement, page = place[one.statement]
        published = page.article.published.interval.latest if page.article.published else None
        return (
            statement.block in HEADS,
            statement.mode == "indirect",
            published or date.max,
            statement.content[0].start,
        )

    stands: dict[str, str] = {}
    groups: dict[tuple[str, ...], list[Forecast]] = {}
    for one in found:
        groups.setdefault(occasion(one), []).append(one)
    for group in groups.values():
        for told in _apart(group):
            first = min(told, key=rank)
            stands.update({one.statement: first.statement for one in told})
    bodies: dict[tuple[str, ...], str] = {}
    for one in sorted(found, key=rank):
        if not rank(one)[0]:
            bodies.setdefault(occasion(one)[::2], stands[one.statement])
        elif one.hypothesis:
            stands[one.statement] = bodies.get(occasion(one)[::2], stands[one.statement])
    return tuple(
        one if (other := stands[one.statement]) == one.statement else replace(one, repeats=other) for one in found
    )


def _apart(group: Sequence[Forecast]) -> list[list[Forecast]]:
    """A source's forecasts of one origin, apart where the day of an earlier one was past when a later was made."""
    parts: list[list[Forecast]] = []
    first = None
    for one in sorted(group, key=lambda f: (f.said or date.max, f.by or date.max, f.statement)):
        if parts and not (first and one.said and one.said > first):
            parts[-1].append(one)
            first = min((day for day in (first, one.by) if day), default=None)
        else:
            parts.append([one])
            first = one.by
    return parts
