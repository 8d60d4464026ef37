"""The text as a row of words, each with a class of the calendar's tables, written as one character a word.

Rules of time are regular expressions over that row: they see "month" and "number", never letters, so that they
stay short, and most words ("other") cost nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import accumulate
from typing import Final

from sayso.lang.en import calendar as words
from sayso.lang.en.holidays import HOLIDAYS, OTHER_MONTHS
from sayso.model.span import Span
from sayso.model.words import folded, squeezed


def _titled(phrase: str) -> str:
    """A holiday's name as written with capitals, with either apostrophe."""
    named = re.sub(r"(?<![\w'])[a-z]", lambda m: m[0].upper(), phrase)
    for small in ("Of ", "The ", "De ", "Al-", "Ul-"):
        named = named.replace(f" {small}", f" {small.lower()}")
    return re.escape(named).replace("'", "[’']").replace(r"\ ", r"\s")


def _by_first_letter(phrases: Iterable[str]) -> str:
    """The phrases as one pattern, longest first, in which those of one first letter stand together."""
    groups: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        groups.setdefault(phrase[0].upper(), []).append(_titled(phrase)[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in groups.items())


_HOLIDAYS: Final = _by_first_letter(HOLIDAYS)
#: Shapes that begin with a capital, those with a figure or an apostrophe, and the rest; the first that fits wins.
_CAPITAL_SHAPES: Final[tuple[tuple[str, str], ...]] = (
    ("holiday", rf"(?:{_HOLIDAYS})\b"),
    ("era", r"(?:BCE?|AD|CE|AH|B\.C\.(?:E\.)?|A\.D\.)(?!\w)"),
    ("dday", r"D-Day\b"),
    ("quartercode", r"[QH][1-4]\b"),
    ("dotted", r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Thur|Fri|Sat|Sun)\."),
)  # fmt: skip
_FIGURE_SHAPES: Final[tuple[tuple[str, str], ...]] = (
    (
        "iso",
        r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])",
    ),
    ("nineeleven", r"9/11(?![/\w])"),
    ("slashed", r"\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)(?:\d{4}|\d\d)(?![\w/-])"),
    ("decadedigits", r"(?:1\d|20)?[’']?\d0[’']?s\b"),
    ("nth", r"\d{1,2}(?:st|nd|rd|th)\b"),
    ("hundredth", r"\d{3,4}(?:st|nd|rd|th)\b"),
    (
        "clock",
        r"\d{1,2}(?:[:.][0-5]\d)?\s?(?:[ap]\.m\.|[AP]\.M\.|[ap]m\b|[AP]M\b)|\d{1,2}:[0-5]\d(?::[0-5]\d)?(?:\s?hrs)?\b",
    ),
    ("apostropheyear", r"[’']\d\d\b"),
    ("digits", r"\d+(?:[.,]\d+)*"),
    ("possessive", r"[’']s\b"),
)  # fmt: skip
_OTHER_SHAPES: Final[tuple[tuple[str, str], ...]] = (
    ("newyear", r"new\syear(?![\w’'])"),
    ("letters", r"[^\W\d_]+(?:[’'](?!s\b)[^\W\d_]+)?|[^\W_]+"),
    ("mark", r"\S"),
)


def _any_of(opening: str) -> str:
    """A pattern of all shapes, in which each is a group that opens as given, %s its name."""
    capital, figure, other = (
        "|".join((opening % name if "%s" in opening else opening) + f"{shape})" for name, shape in shapes)
        for shapes in (_CAPITAL_SHAPES, _FIGURE_SHAPES, _OTHER_SHAPES)
    )
    return rf"(?=[A-Z])(?:{capital})|(?=[\d’'])(?:{figure})|{other}"


#: The pieces of a text, words with the white space behind them (the plain words first, because most are), and the
#: shape of one word.
_PIECE: Final = re.compile(rf"(?:(?!new\s)[a-z]++(?![\w’'])|{_any_of('(?:')})\s*")
_SPACE: Final = re.compile(r"\s+")
_SHAPE: Final = re.compile(_any_of("(?P<%s>"))

_MARKS: Final = {
    ",": "comma", "-": "dash", "–": "dash", "—": "break", ".": "stop", ";": "stop", "!": "stop", "?": "stop",
    ":": "colon", "“": "quote", "”": "quote", '"': "quote", "$": "money", "£": "money", "€": "money", "¥": "money",
    "%": "percent", "/": "slash", "#": "money", "(": "open", ")": "shut", "'": "apostrophe", "’": "apostrophe",
}  # fmt: skip
_NUMERALS: Final = (
    "newyear",
    "era",
    "dday",
    "nineeleven",
    "quartercode",
    "holiday",
    "possessive",
    "iso",
    "slashed",
    "decadedigits",
    "nth",
    "hundredth",
    "clock",
    "apostropheyear",
    "dom",
    "year",
    "number",
)
_EXTRA: Final = ("other", "past", "block", "othermonth", *_NUMERALS, *sorted(set(_MARKS.values())))

#: One character for each class.
LETTER: Final[dict[str, str]] = {name: chr(0x4E00 + i) for i, name in enumerate((*words.CLASSES, *_EXTRA))}

#: Names that stand for several classes in a rule.
GROUPS: Final[dict[str, tuple[str, ...]]] = {
    "anymonth": ("month", "maymarch", "monthshort"),
    "longmonth": ("month", "monthshort"),
    "anyweekday": ("weekday", "weekdayshort"),
    "anyseason": ("season", "fallspring"),
    "anyunit": ("unit", "units", "second", "quarter"),
    "oneunit": ("unit", "second", "quarter"),
    "anyordinal": ("ordinal", "second", "nth"),
    "anyones": ("ones", "teens"),
    "numeral": ("dom", "year", "number"),
    "word": ("ones", "teens", "tens"),
    "last": ("lastword", "pastword"),
    "which": ("lastword", "pastword", "this", "next"),
    "noted": ("money", "slash"),
    "namedday": ("dday", "nineeleven"),
    "anyholiday": ("holiday", "newyear"),
}


def _lexicon() -> dict[str, str]:
    classed = {word: LETTER[name] for name, row in words.CLASSES.items() for word in row.split()}
    return classed | dict.fromkeys(OTHER_MONTHS.split(), LETTER["othermonth"])


_WORDS: Final = _lexicon()
_PAST: Final = LETTER["past"]
_OTHER: Final = LETTER["other"]
_BLOCK: Final = LETTER["block"]
_CAPITALS: Final = {letter for name, letter in LETTER.items() if name in (*words.CAPITALISED, "othermonth")}


@dataclass(frozen=True, slots=True)
class Row:
    """A text as words: each as written, where it begins, and their classes as one string of that length.

    `verbs` is where `tenses` keeps the verb groups that it has read, since several times may stand beside one.
    """

    text: str
    starts: tuple[int, ...]
    letters: str
    written: tuple[str, ...]
    verbs: dict[int, str] = field(default_factory=dict, repr=False, compare=False)

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from the word `first` to before the word `last`."""
        return Span(self.starts[first], self.end(last - 1))

    def end(self, index: int) -> int:
        """Where the word at `index` ends."""
        return self.starts[index] + len(self.written[index])

    def word(self, index: int) -> str:
        """The word at `index` as written."""
        return self.written[index]

    def word_at(self, index: int) -> str:
        """The word at `index` as written; empty where the row has none."""
        return self.written[index] if 0 <= index < len(self.written) else ""

    def words(self, first: int, last: int) -> str:
        """The text from the word `first` to before the word `last`, lower case, white space as one blank."""
        return squeezed(self.text[self.starts[first] : self.end(last - 1)]) if first < last else ""


def _digits(token: str) -> str:
    value = int(token) if len(token) <= 4 and token.isdecimal() else 0
    if len(token) <= 2 and 1 <= value <= 31:
        return LETTER["dom"]
    return LETTER["year" if 1000 <= value < 2200 else "number"]


def _letters(token: str) -> str:
    low = folded(token).replace("’", "'")
    letter = _WORDS.get(low)
    if letter is None:
        return _PAST if low.endswith("ed") and len(low) > 4 and token[0].islower() else _OTHER
    return _OTHER if letter in _CAPITALS and not token[0].isupper() else letter


@lru_cache(maxsize=1 << 15)
def _letter(written: str) -> str:
    """The class of a word by its shape."""
    found = _SHAPE.fullmatch(written)
    shape = found.lastgroup if found else "mark"
    if shape == "letters":
        return _letters(written)
    if shape == "digits":
        return _digits(written)
    if shape is None or shape == "mark":
        return LETTER[_MARKS.get(written, "other")]
    return _letters(written[:-1]) if shape == "dotted" else LETTER[shape]


def row(text: str, spans: Iterable[Span]) -> Row:
    """The words of `text` in `spans`, with a word of class "block" (empty) between one span and the next."""
    starts: list[int] = []
    letters: list[str] = []
    written: list[str] = []
    for span in spans:
        first = _SPACE.match(text, span.start, span.end)
        pieces = _PIECE.findall(text, first.end() if first else span.start, span.end)
        plain = list(map(str.rstrip, pieces))
        starts += accumulate(map(len, pieces), initial=first.end() if first else span.start)
        starts[-1] = span.end
        letters += map(_letter, plain)
        letters.append(_BLOCK)
        written += plain
        written.append("")
    return Row(text, tuple(starts), "".join(letters), tuple(written))


@cache
def letters_of(name: str) -> str:
    """The class characters that a name in a rule stands for; KeyError for a name no table has."""
    if name in GROUPS:
        return "".join(LETTER[member] for member in GROUPS[name])
    return LETTER[name]


def classes(names: str) -> str:
    """The class characters of several names, written as in a rule: "unit|quarter"."""
    return "".join(map(letters_of, names.split("|")))


def compiled(pattern: str, fragments: Mapping[str, str] | None = None) -> re.Pattern[str]:
    """A rule as a regular expression over class characters: {name} is one word of that class or group.

    {NAME} is replaced by the fragment of that name first. Blanks in the pattern mean nothing.
    """
    whole = pattern
    while re.search(r"\{[A-Z]+\}", whole):
        whole = re.sub(r"\{([A-Z]+)\}", lambda m: (fragments or {})[m[1]], whole)
    swapped = re.sub(r"\{(\w+(?:\|\w+)*)\}", lambda m: f"[{classes(m[1])}]", whole)
    return re.compile(re.sub(r"\s+", "", swapped))
