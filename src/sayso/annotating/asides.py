"""Where in its text a time stands: how many paragraphs after the one before, and whether the text tells of it.

A story moves by what its main clauses tell ("In 1998 the line was closed"), not by what is mentioned aside: in a
relative clause or brackets, before a name ("the 1972 Coast Act"), in the past before the past, in quotation, ahead.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sayso.annotating.tenses import told_before
from sayso.annotating.timefinds import Find
from sayso.annotating.timewords import LETTER, Row, letters_of
from sayso.model.span import Span
from sayso.model.timeforms import Role
from sayso.model.times import TimeBound

_REACH: Final = 40  # words that are looked at before a time for where its clause begins
_OPENING: Final = 4  # a time within as many words of the sentence's beginning opens it
_RELATIVES: Final = frozenset(
    written
    for word in ("who", "whom", "whose", "which", "where", "when", "that", "because", "although", "though")
    for written in (word, word.capitalize(), word.upper())
)
_MOST_GAPS: Final = 9
_BLOCK, _OPEN, _SHUT = (LETTER[name] for name in ("block", "open", "shut"))
_OWNING: Final = frozenset({"the", "a", "an", "its", "his", "her", "their", "'s", "’s"})
_NO_THINGS: Final = frozenset(
    {
        "and",
        "or",
        "but",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "of",
        "with",
        "when",
        "where",
        "which",
        "that",
        "as",
        "who",
        "until",
        "through",
    }
)
_ENDS: Final = frozenset({"before", "since", "as-early-as"})
_AIMS: Final = frozenset({"would", "to do", "was planned"})
_NOW: Final = frozenset({"will", "plan", "is doing", "present", "can"})
_STOP: Final = letters_of("stop")
_COMMA: Final = letters_of("comma")


def places(
    line: Row, found: Sequence[Find], bounds: Sequence[TimeBound], quotes: Sequence[Span]
) -> list[tuple[Role, int]]:
    """The role of every find, and how many paragraphs it comes after the one before it (9 at most).

    `quotes` are the quoted stretches of the text, in its order.
    """
    out: list[tuple[Role, int]] = []
    index, coming = 0, 0
    for find, bound in zip(found, bounds, strict=True):
        gap = line.letters.count(_BLOCK, index, find.first)
        index, start = find.first, line.starts[find.first]
        while coming < len(quotes) and quotes[coming].end <= start:
            coming += 1
        quoted = coming < len(quotes) and quotes[coming].start <= start
        out.append((_role(line, find, bound, quoted=quoted), min(gap, _MOST_GAPS)))
    return out


def _role(line: Row, find: Find, bound: TimeBound, *, quoted: bool) -> Role:
    if quoted:
        return "quoted"
    verb = told_before(line, find.first, find.last)
    if verb in _NOW:
        return "now"
    if verb == "had done" and bound != "by":
        return "had"
    if bound == "until":
        return "ends"
    began = _beginning(line, find.first)
    if began is None or bound in _ENDS or verb in _AIMS or _before_name(line, find):
        return "aside"
    return "opens" if find.first - began <= _OPENING else ""


def _beginning(line: Row, first: int) -> int | None:
    """Where the sentence of a time begins; None where the time stands in brackets or in a clause within it."""
    clause = True  # whether no comma was met between a relative word and the time
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        letter = line.letters[index]
        if letter in (_BLOCK, _STOP):
            return index + 1
        if letter == _SHUT:
            clause = False
        elif letter == _OPEN and clause:
            return None
        elif letter == _COMMA:
            clause = False
        elif (
            clause and index < first - 1 and line.written[index] in _RELATIVES and line.letters[index - 1] != _STOP
        ):
            return None
    return max(0, first - _REACH)


def _before_name(line: Row, find: Find) -> bool:
    """Whether a year belongs to a name or a thing: "the 1972 Coast Act", "its 1990 budget"."""
    following = find.last + (line.letters[find.last : find.last + 1] == _COMMA)
    if find.form.kind != "date" or not find.form.year or following >= len(line.starts):
        return False
    before = line.word(find.first - 1).lower() if find.first else ""
    word = line.word(following)
    return before in _OWNING and word[:1].isalpha() and word.lower() not in _NO_THINGS
