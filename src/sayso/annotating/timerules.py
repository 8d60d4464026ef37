"""The rules of time expressions: a name, a TIMEX3 type, a pattern over word classes, and what form a match is.

Each rule names its core, the classes without which it cannot match. A pattern is a regular expression in which
{name} is one word of that class (the tables of `lang.en.calendar`, the
groups of `timewords`), {NAME} is a fragment of `FRAGMENTS`, and blanks mean nothing. Named groups hand words to
the builder: m month, d day, y year, w which one, s season, u unit, n number, q ordinal, part, clock, way; a group
with a 2 is another place for the same. Rules compete: the longest match wins, then the earlier rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sayso.annotating import timebuilders as build
from sayso.annotating.timegroups import Found
from sayso.annotating.timewords import classes, compiled
from sayso.model.timeforms import Form
from sayso.model.times import TimexType

Builder = Callable[[Found], Form | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to say a time; `type` is the TIMEX3 type of what it finds.

    `core` are the class characters of which every match holds at least one.
    """

    name: str
    type: TimexType
    core: frozenset[str]
    pattern: re.Pattern[str]
    build: Builder


FRAGMENTS: Final[dict[str, str]] = {
    # early, the end of, mid-, the early part of
    "LEAD": "(?: {the}? (?P<part> {early} | {limit} ) (?: {share} {of} | {dash} | {of} )? )",
    # 2023; , 2023; of last year
    "YEAR": "(?: {comma}? {of}? (?P<y> {year} | {last|this|next} {unit} (?!{dash}) ) )",
    # 3 p.m. GMT, at noon, morning
    "CLOCK": "(?: {at}? (?P<clock> {clock} {zone}? | {noon} | {dayPart} ) )",
    # about, more than, at least, as much as, no less than
    "APPROX": (
        "(?: {approx} | {more|less} {than} | {at} {least} | {as} {much|vague} {as} | {no} {more|less} {than} )"
    ),
    # 5, 2 1/2, 5 hundred, twenty-five, a dozen, a couple of, several, a
    "NUMBER": (
        "(?P<n> {numeral} {scale}? | {dom|ones} {and} {a} {half} | {dom} {dom} {slash} {dom} "
        "| {tens} {dash}? {ones} | {word} {scale}? "
        "| {a} {scale} | {scale} {of}? | {a}? {couple} {of}? | {a} {vague} {of}? | {vague} {of}? | {a} )"
    ),
    # Tuesday, the
    "DAYNAME": "(?: (?P<dn>{anyweekday}) {comma}? {the}? )",
}  # fmt: skip

_TABLE: Final[tuple[tuple[str, TimexType, str, str, Builder], ...]] = (
    ("iso date", "DATE", "iso", "{iso}", build.iso_form),
    ("slashed date", "DATE", "slashed", "(?<!{noted}) {slashed}", build.slashed_form),
    ("month and day", "DATE", "anymonth",
     ("{DAYNAME}? (?P<w>{which})? (?P<m>{anymonth}) {the}? (?P<d>{dom|nth}) (?! {colon}? {percent} ) "
      "(?: {comma}? (?P<y>{year}) )? {CLOCK}?"), build.full_form),
    ("day and month", "DATE", "anymonth",
     "{DAYNAME}? {the}? (?P<d>{dom|nth}) {of}? (?P<m>{anymonth}) (?: {comma}? (?P<y>{year}) )? {CLOCK}?",
     build.full_form),
    ("month", "DATE", "anymonth", "{LEAD}? (?P<w>{which})? (?P<m>{anymonth}) {YEAR}?", build.month_form),
    ("season", "DATE", "anyseason",
     "{LEAD}? (?: (?P<w>{which|that}) | (?P<the>{the}) (?P<w2>{which})? )? (?P<s>{anyseason}) {YEAR}?",
     build.season_form),
    ("holiday", "DATE", "holiday", "{the}? (?P<w>{which})? (?P<h>{holiday}) {YEAR}?", build.holiday_form),
    ("quarter", "DATE", "quarter|half",
     ("(?: {the}? (?P<y2> {year} | {last|this|next} {unit} ) {possessive}? )? {the}? {fiscal}? {dash}? "
      "(?P<q>{anyordinal}) {dash}? (?P<k>{quarter|half}) {YEAR}?"), build.quarter_form),
    ("quarter by letter", "DATE", "quartercode", "(?P<q>{quartercode}) {YEAR}?", build.quarter_form),
    ("latest quarter", "DATE", "quarter", "{the} {recent}? {quarter} (?! {dash|of} )", build.latest_quarter_form),
    ("weekend", "DATE", "unit", "{the} (?P<u>{unit})", build.weekend_form),
    ("end of the year", "DATE", "limit",
     "(?P<u>{unit}) {dash}? (?P<part>{limit}) (?P<y>{year})?", build.year_end_form),
    ("weekday", "DATE", "anyweekday", "{LEAD}? (?P<w>{which})? (?P<d>{anyweekday}) {CLOCK}?", build.weekday_form),
    ("day from today", "DATE", "deictic", "{early}? (?P<d>{deictic}) {CLOCK}?", build.deictic_form),
    ("day beside today", "DATE", "deictic|dayPart",
     "(?P<d> {the} {unit} {before|after} {deictic} | {last} {dayPart} )",
     build.deictic_form),
    ("part of today", "TIME", "dayPart", "{early}? {this} (?P<clock>{dayPart})", build.deictic_form),
    ("that day", "DATE", "that", "{the}? {that} (?: (?P<u>{unit}) | (?P<clock>{dayPart}) )", build.that_day_form),
    ("period", "DATE", "unit|quarter",
     "{LEAD}? (?P<the>{the})? (?P<w>{which|that}) {fiscal}? (?P<u>{unit|quarter})",
     build.period_form),
    ("part of a period", "DATE", "unit|quarter",
     ("{the}? (?P<part> {limit} {of} | {moved} {in}? | {early} {share|dash|in}? ) (?: {the} | (?P<w>{which}) ) "
      "(?P<u>{unit|quarter})"), build.within_period_form),
    ("middle of a period", "DATE", "early", "(?P<part>{early}) {dash} (?P<u>{unit})", build.within_period_form),
    ("year", "DATE", "year",
     ("(?<!{noted}) (?<!{dash}) {LEAD}? (?: {the}? {fiscal}? {unit} | {fiscal} )? (?P<y>{year}) "
      "(?! {dash} {numeral|word} )"), build.year_alone_form),
    ("decade", "DATE", "decadedigits|decadeword",
     "(?P<lead> {LEAD} {the}? | {the} )? (?P<d>{decadedigits|decadeword})", build.decade_form),
    ("century", "DATE", "unit",
     "{LEAD}? {the}? (?P<c> {tens} {dash}? {ordinal} | {ordinal|nth} ) {dash}? (?P<u>{unit})", build.century_form),
    ("ago", "DATE", "ago|moved", "{APPROX}? {NUMBER}? (?P<u>{anyunit}) (?P<way>{ago|moved})", build.ago_form),
    ("neighbour", "DATE", "unit", "{the} (?P<w>{next|last}) (?P<u>{unit})", build.neighbour_form),
    ("duration", "DURATION", "anyunit",
     ("{APPROX}? {the|those}? (?P<w> {which|recent} | {anyordinal} (?= {numeral|ones} ) )? "
      "(?: (?P<half>{half}) {a}? | {NUMBER} (?: {to|or|dash} {numeral|word} )? ) "
      "(?: {more|edge} | {which} (?={units}) )? (?P<u>{anyunit}) "
      "(?: (?P<andhalf> {and} {a} {half} ) | {or} {so|more} )?"), build.duration_form),
    ("dashed duration", "DURATION", "oneunit",
     "(?P<n> {dom|number} | {tens} {dash} {ones} | {word} | {half} ) {dash} (?P<u>{oneunit}) (?: {dash} {more} )?",
     build.dashed_form),
    ("vague duration", "DURATION", "units", "{the}? (?P<w>{which|recent}) (?P<u>{units})", build.vague_form),
    ("bare duration", "DURATION", "units", "(?<={during|for|in|after|approx}) (?P<u>{units})", build.vague_form),
    ("whole duration", "DURATION", "unit", "{the|a|this} {edge} (?P<u>{unit})", build.whole_form),
    ("every", "SET", "every",
     ("{every} (?P<n> {other} | {second} (?={anyunit}) | {dom|word|number} )? "
     "(?P<u>{anyunit|weekday|dayPart|anyseason|month})"),
     build.set_form),
    ("frequency", "SET", "frequency|weekdays|dayParts", "(?P<u>{frequency|weekdays|dayParts})", build.set_form),
    ("times per", "SET", "timesword",
     "(?: {once} | {word|numeral|vague|couple} {timesword} ) {a|per|every} (?P<u>{oneunit})",
     build.per_form),
    ("per", "SET", "unit", "{a|per} (?P<u>{unit}) (?= {stop|comma|block|quote|for|in|on|since|until|to|from} )",
     build.per_form),
    ("clock and weekday", "TIME", "clock|noon",
     "(?P<clock> {clock} {zone}? | {noon} ) {comma}? {on}? (?P<d>{anyweekday})",
     build.weekday_form),
    ("clock and today", "TIME", "clock|noon",
     "(?P<clock> {clock} {zone}? | {noon} ) (?P<d>{deictic})", build.deictic_form),
    ("clock and date", "TIME", "clock|noon",
     ("(?P<clock> {clock} {zone}? | {noon} ) {comma}? {on}? {DAYNAME}? (?P<m>{anymonth}) (?P<d>{dom|nth}) "
      "{comma}? (?P<y>{year})?"),
     build.full_form),
    ("clock", "TIME", "clock|noon", "(?P<clock> {clock} {zone}? | {noon} )", build.clock_form),
    ("present", "DATE", "now|lately|moment", "(?P<r>{now|lately}) | {the} (?P<r2>{moment})", build.reference_form),
    ("future", "DATE", "future", "{the} {near}? (?P<r>{future})", build.reference_form),
)  # fmt: skip

RULES: Final[tuple[Rule, ...]] = tuple(
    Rule(name, kind, frozenset(classes(core)), compiled(pattern, FRAGMENTS), builder)
    for name, kind, core, pattern, builder in _TABLE
)
