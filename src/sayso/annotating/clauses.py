"""Whether a time stands in the clause of a cue: a shallow look at the words between the two, without a parser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sayso.lang.en import sayings as words_of
from sayso.model.span import Span

_WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_BREAK: Final = re.compile(r"[;:!?“”\"«»()\[\]]|[–—]|\s-\s|\n\s*\n|[a-z]\.\s")
_RELATIVE: Final = re.compile(r"\b(?:who|which|that)\s+$")
_NOUN_PHRASE: Final = re.compile(r",?\s+(?:[A-Z]|(?:the|an?|his|her|its|their)\s)")
_ASIDE: Final = re.compile(
    r"[^,]{0,60},\s(?:even |(?:the|a) (?:day|week|month|year) )?"
    r"(?:as|while|when|after|before|once|hours|minutes|days)\s[^,]{3,120},\s*"
)
_TITLE: Final = re.compile(r"[\"“”](?=[A-Z0-9])[^\"“”\n.:;!?]{2,40}[\"”]")
_FRONT: Final = re.compile(
    r"[;:—–―(]\s?|\s--?\s|,\s(?:and|but|while|or)\s|\s(?:and|but|while)\s(?=(?:on|in|at|last)\b)"
)
_NAME: Final = re.compile(r"(?:(?:[A-Z][\w.’'-]{0,30}\s){0,4}[A-Z][\w’'-]{0,30}|him|her|them)")
_THING: Final = re.compile(r"(?:[\w.’'-]{1,30}\s){0,5}[\w’'-]{1,30}")
#: "told reporters as the sun came up on": what went on meanwhile, without a clause within it.
_MEANWHILE: Final = re.compile(r"\s[^,]{0,60}?\b(?:as|when|after|while)\s[^,]{2,80}\b(?:on|late|early)?\s")
_STRANGE: Final = re.compile(r"\b(?:who|which|that|whose|whom|said|says|told|because|if|before)\b")
_OWNER: Final = re.compile(r"['’]s?\b")
_LONGEST: Final = 20  # words between a cue and its time
_ADVERB: Final = 4  # words between a time and the cue right behind it
_PHRASE: Final = 9  # words of a phrase between commas


@dataclass(frozen=True, slots=True)
class Clause:
    """A cue with what stands around it.

    `around` is the stretch in which its time may stand, `quoted` the quotations that hold its content.
    """

    text: str
    around: Span
    cue: Span
    source: Span | None
    quoted: Sequence[Span]
    content: Sequence[Span]

    def between(self, start: int, end: int) -> str | None:
        """The text of [start, end) without quotations and titles; None where more of the content stands there."""
        out, at = [], start
        for quote in self.quoted:
            if at <= quote.start < end:
                if quote.end > end:
                    return None
                out.append(self.text[at : quote.start])
                at = quote.end
        out.append(self.text[at:end])
        for piece in self.content:
            if piece.start < end and piece.end > start and not any(q.contains(piece) for q in self.quoted):
                return None
        return _TITLE.sub(" ", " ".join(out))


def belongs(clause: Clause, time: Span, *, owned: bool, day: bool) -> bool:
    """Whether `time` tells when the cue's words were said.

    `owned`: it may only be the owner of an occasion ("after Monday's meeting"). `day`: it names a day or counts
    from one ("last week"), not a bare month or year.
    """
    if time.overlaps(clause.cue) or (clause.source and time.contains(clause.source)):
        return False
    occasion = _occasion(clause.text, time)
    if occasion is False or (owned and not occasion) or _lies_ahead(clause):
        return False
    heads = clause.source is not None and clause.source.start == time.start and not occasion
    if heads and not _NOUN_PHRASE.match(clause.text, time.end):  # "9/11 widow Ada Lind"
        return False
    if time.start >= clause.cue.end:
        return _follows(clause, time, day=day)
    return _precedes(clause, time, day=day, owned=bool(occasion))


def lowered(line: str) -> list[str]:
    """The words of a line in small letters, with straight apostrophes."""
    return [word.lower().replace("’", "'") for word in _WORD.findall(line)]


def _lies_ahead(clause: Clause) -> bool:
    """Whether the saying is still to come, or only might: "will say on Friday"; names (May) keep their capital."""
    others = [*clause.content, *([clause.source] if clause.source else [])]
    ends = [span.end for span in others if span.end <= clause.cue.start]
    start = max(clause.around.start, clause.cue.start - 24, *ends)
    before = _WORD.findall(clause.text[start : clause.cue.start])[-2:]
    return any(word in words_of.AHEAD for word in (*lowered(clause.cue.of(clause.text))[:-1], *before))


def _occasion(text: str, time: Span) -> bool | None:
    """Whether a time names an occasion of speaking ("Monday's meeting", "a 2010 interview").

    False where it qualifies anything else ("the 2012 campaign"), None where it qualifies nothing.
    """
    owner = _OWNER.match(text, time.end)
    before = lowered(text[max(0, time.start - 24) : time.start])[-1:]
    inside = lowered(time.of(text))
    qualifies = bool(before) and before[0] in words_of.DETERMINERS and inside[0] not in words_of.DETERMINERS
    if not owner and not (qualifies and re.match(r"[ -][a-z]", text[time.end : time.end + 2])):
        return None
    behind = lowered(text[time.end + 2 if owner else time.end : time.end + 48])[:3]
    if not owner and behind[:1] and behind[0] in words_of.DETERMINERS | words_of.PRONOUNS:
        return None
    return any(word in words_of.OCCASIONS or word.rstrip("s") in words_of.OCCASIONS for word in behind)


def _strays(words: Sequence[str], *, at_time: bool) -> bool:
    """Whether words open another clause: a relative, a finite verb, a participle that is none of speaking.

    `at_time`: the time stands right behind them.
    """
    for index, word in enumerate(words):
        before, behind = words[max(0, index - 1) : index], words[index + 1] if index + 1 < len(words) else ""
        if (word in words_of.MEANWHILE and behind.endswith("ing")) or _opens_none(word, behind):
            continue
        if word in words_of.CLAUSES or word in words_of.FINITE:
            return True
        if word in words_of.SPEAKING or word in words_of.NO_VERBS:
            continue
        if word.endswith("ing") and len(word) > 4 and not words_of.MEANWHILE.intersection(before):
            return True
        done = (word.endswith("ed") and len(word) > 4) or word in words_of.PARTICIPLES
        if done and (behind in words_of.LEADS or (not behind and at_time)):
            return True
    return False


def _opens_none(word: str, behind: str) -> bool:
    """Whether a word that else opens a clause goes with the saying itself: "when asked", "as part of"."""
    return (word == "when" and behind in words_of.SPEAKING) or (word == "as" and behind == "part")


def _lead(words: Sequence[str]) -> str:
    """The word that ties a time to what stands before it; determiners are passed over."""
    return next((word for word in reversed(words[-3:]) if word not in words_of.DETERMINERS), "")


def _tied(words: Sequence[str]) -> bool:
    """Whether a time behind `words` is not tied to something else: "the chairman of Monday's meeting"."""
    lead = _lead(words)
    if lead in ("from", "of"):
        return any(word in words_of.PAPERS for word in words[-3:])
    return lead not in words_of.ELSEWHERE


def _follows(clause: Clause, time: Span, *, day: bool) -> bool:
    """Behind the cue: "said on Friday", "told reporters in Vallmark on Friday", "according to a note dated …"."""
    line = clause.between(clause.cue.end, time.start)
    behind = clause.content[-1].end
    if line is None and behind <= time.start:
        line = clause.text[behind : time.start]
        if not _words_of_occasion(line) and not _is_of_deed(clause, line):
            return False
    if line is None or _BREAK.search(line):
        return False
    words = lowered(line)
    if len(words) > _LONGEST or not _tied(words):
        return False
    if _strays(words, at_time=True) and not (day and _is_meanwhile(clause, line)):
        return False
    papers = any(word in words_of.OCCASIONS for word in words)
    named = clause.source is not None and clause.source.start >= clause.cue.end
    if "," in line and not day and not papers:
        return False
    return day or papers or not (named and clause.source and clause.source.start < time.start)


def _is_meanwhile(clause: Clause, line: str) -> bool:
    """Whether a time tells what went on as something was said: "…," she told them as they left on Friday."""
    spoken = all(piece.end <= clause.cue.start for piece in clause.content)
    return spoken and bool(_MEANWHILE.fullmatch(line)) and not _STRANGE.search(line)


def _is_of_deed(clause: Clause, line: str) -> bool:
    """Whether a time stands right behind what a deed is done to: "endorsed Ada Lind in May".

    A time that is no part of the content right before it goes with the cue; with wishes and plans ("called for a
    strike on Friday") only where the content is a name.
    """
    (first, *others) = clause.content
    done = first.start >= clause.cue.end and not others and _THING.fullmatch(first.of(clause.text))
    cue = clause.cue.of(clause.text)
    wished = any(word.startswith(words_of.WISHES) for word in lowered(cue))
    if not done or "," in line or (wished and not _NAME.fullmatch(first.of(clause.text))):
        return False
    return words_of.FRONTS.issuperset(lowered(line))


def _words_of_occasion(line: str) -> bool:
    """Whether what stands between a content and a time is "in a statement on" or its like."""
    words = lowered(line)
    return words[:1] in (["in"], ["at"], ["during"]) and any(word in words_of.OCCASIONS for word in words[1:6])


def _precedes(clause: Clause, time: Span, *, day: bool, owned: bool) -> bool:
    """Before the cue: at the head of its clause, or between its source and it; a source may be cut too early."""
    source = clause.source
    if _RELATIVE.search(clause.text, max(time.end, clause.cue.start - 8), clause.cue.start):
        return False
    if source is None or source.start > time.start:
        return _fronts(clause, time)
    if source.start == time.start and not owned:
        return _fronts(clause, time)
    return source.start <= time.start and _interposed(clause, time, source, day=day)


def _fronts(clause: Clause, time: Span) -> bool:
    """At the head of the clause: "On Friday X said", "Asked last week whether …, X said"."""
    head = clause.between(clause.around.start, time.start)
    if head is None:
        return False
    opened = lowered(head)
    if opened and opened[0] in words_of.OPENERS and len(opened) <= _PHRASE:
        return True
    head = _FRONT.split(head)[-1]
    opened = [word for word in lowered(head) if word not in words_of.DETERMINERS]
    source = clause.source if clause.source and clause.source.start < clause.cue.start else clause.cue
    rest = clause.between(time.end, max(time.end, source.start))
    if rest is None or _BREAK.search(rest) or _BREAK.search(head) or len(opened) > _PHRASE:
        return False
    if opened and (opened[0] not in words_of.FRONTS and opened[0] not in words_of.SPEAKING):
        return False
    behind = lowered(rest)
    return (
        len(behind) <= _LONGEST
        and not _strays(opened[1:], at_time=True)
        and _tied(opened)
        and not _breaks_off(rest, behind)
    )


def _breaks_off(rest: str, words: Sequence[str]) -> bool:
    """Whether the clause that a time heads has a subject and verb of its own before the source comes."""
    aside = _ASIDE.fullmatch(rest)
    if aside:
        return False
    if re.search(r",\s(?:and|but|so)\s", rest):
        return True
    return any(
        word in words_of.FINITE or (word in words_of.CLAUSES and word != "while" and not _opens_none(word, behind))
        for word, behind in zip(words, [*words[1:], ""], strict=False)
    )


def _interposed(clause: Clause, time: Span, source: Span, *, day: bool) -> bool:
    """Between source and cue, or inside the source: "X on Friday declared", "a report dated 12 January says"."""
    head, rest = clause.text[source.start : time.start], clause.between(max(time.end, 0), clause.cue.start)
    if rest is None or _BREAK.search(rest) or len(head) > 400:
        return False
    whole, words = "," not in head, lowered(head.rpartition(",")[2])
    behind = [word for word in lowered(rest) if not word.endswith("ly")]
    within = time.end <= source.end and not behind and not words_of.SPEAKING.intersection(words)
    if not _tied(words) or (within and not day):
        return False
    if "," not in rest:
        return _beside(words, behind, day=day, whole=whole)
    deed = clause.text[min(source.end, time.start) : time.start].lstrip(", ")
    if _WORD.search(deed) and "," not in deed and clause.cue.of(clause.text).endswith("ing"):
        return _goes_with(lowered(deed), rest)
    return not whole and _in_phrase(words, behind, rest)


def _goes_with(words: Sequence[str], rest: str) -> bool:
    """Behind the deed it goes with: "X spoke on Friday to a crowd, saying"."""
    deed, _, after = rest.rpartition(",")
    return not (after.strip() or "," in deed or _strays_before(words) or _breaks_off(deed, lowered(deed)))


def _in_phrase(words: Sequence[str], behind: Sequence[str], rest: str) -> bool:
    """Between commas: "X, speaking on Monday in Sund, warned"."""
    after = lowered(rest.rpartition(",")[2])
    opens = bool(words) and (words[0] in words_of.FRONTS or words[0] in words_of.SPEAKING)
    closed = len(behind) <= _PHRASE and all(word in words_of.BESIDE or word.endswith("ly") for word in after)
    return opens and closed and not _strays(words, at_time=True) and not _strays(behind, at_time=False)


def _beside(words: Sequence[str], behind: Sequence[str], *, day: bool, whole: bool) -> bool:
    """Right before the cue: "X on Friday declared", or a deed before it: "X came on Friday and recounted"."""
    if behind and behind[0] == "and" and day:
        return all(word in words_of.BESIDE for word in behind[1:]) and not _strays_before(words)
    owned = [word for word in behind if word not in words_of.BESIDE]
    if owned and not all(word in words_of.OCCASIONS or word == "s" for word in owned):
        return False
    if len(behind) > _ADVERB or _strays(words, at_time=True):
        return False
    return whole or not words or words[0] in words_of.FRONTS or words[0] in words_of.SPEAKING


def _strays_before(words: Sequence[str]) -> bool:
    """Whether a relative clause has begun, in which the time may stand."""
    return any(word in words_of.CLAUSES for word in words)
