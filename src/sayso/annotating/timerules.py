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

from sayso.annotating import timedates as dates
from sayso.annotating import timeperiods as periods
from sayso.annotating import timespans as spans
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
    "LEAD": "(?: {the}? (?P<part> {early} {in}? | {limit} ) (?: {share} {of} | {dash} | {of} )? )",
    # nineteen ninety-four, eighteen seventeen, nineteen hundred, twenty twenty-two
    "WORDYEAR": (
        "(?: {teens} (?: {tens} (?: {dash}? {ones} )? | {anyones} | {scale} ) "
        "| {tens} {tens} (?: {dash}? {ones} )? )"
    ),
    # 2023; , 2023; of last year; of that year; '98; nineteen ninety-eight
    "YEAR": (
        "(?: {comma}? {of}? (?P<y> {year|apostropheyear} | {WORDYEAR} | {last|this|next} {unit} (?!{dash}) ) "
        "| {of} (?P<that> {the}? {that} {unit} | {the} {next|lastword} {unit} ) | (?P<that2> {that} {unit} ) )"
    ),
    # last, next, this past; not "past" alone: "stay past Friday"
    "WHICHDAY": "(?: {lastword|this|next} | {this|the} {pastword} )",
    # GMT, local time, (0735 GMT)
    "ZONE": "(?: (?: {zone} | {local} {timesword} )? (?: {open} {clock|year|number|dom} {zone} {shut} )? )",
    # 3 p.m. GMT, at noon, morning
    "CLOCK": "(?: {comma}? (?: {at} {approx}? )? (?P<clock> {clock} {ZONE} | {noon} | {dayPart} ) )",
    # about, more than, at least, as much as, no less than, over
    "APPROX": (
        "(?: {approx} | {more|less} {than} | {at} {least} | {as} {much|vague} {as} | {no} {more|less} {than} "
        "| {over} (?={numeral|word|a|scale|vague|couple|half}) )"
    ),
    # 5, 2 1/2, 5 hundred, twenty-five, a dozen, a couple of, several, a
    "NUMBER": (
        "(?P<n> {numeral} {scale}? | {dom|anyones} {and} {a}? {half} | {dom} {dom} {slash} {dom} "
        "| {tens} {dash}? {ones} | {word} {scale}? "
        "| {a} {scale} | {scale} {of}? | {a}? {couple} {of}? | {a} {vague} {of}? | {vague} {of}? | {a} )"
    ),
    # or two, to five, or so
    "UPTO": "(?: {to|or|dash} {numeral|word} | {to|or} {tens} {dash}? {ones} )",
    # Tuesday, the
    "DAYNAME": "(?: (?P<dn>{anyweekday}) {comma}? {the}? )",
    # 18, 18th, eighteenth, twenty-first
    "DAY": "(?: {dom|nth|anyordinal} | {tens} {dash}? {ordinal|second} )",
    # the morning of, early in the evening on, the early hours of
    "DAYPART": "(?: (?: {early} {in}? )? {the}? (?P<clock2>{dayPart}) {units}? {of|on} "
    "| {the} (?P<clock3> {early} {units} ) {of} )",
}  # fmt: skip

_TABLE: Final[tuple[tuple[str, TimexType, str, Builder, str], ...]] = (
    # ---- days
    ("iso date", "DATE", "iso", dates.iso_form, "{iso}"),
    ("slashed date", "DATE", "slashed", dates.slashed_form, "(?<!{noted}) {slashed}"),
    ("month and day", "DATE", "anymonth", dates.full_form,
     ("{DAYPART}? {DAYNAME}? (?P<w>{WHICHDAY})? (?P<m>{anymonth}) {the}? (?P<d>{DAY}) (?! {colon}? {percent} ) "
      "(?: {comma|of}? (?P<y>{year|apostropheyear}) | (?P<y2> {last|this|next} {unit} ) "
      "| {of} (?P<that> {the}? {that} {unit} ) )? {CLOCK}?")),
    ("day and month", "DATE", "anymonth", dates.full_form,
     ("{DAYPART}? {DAYNAME}? {the}? (?P<d>{DAY}) {of}? (?P<m>{anymonth}) "
      "(?: {comma}? (?P<y>{year|apostropheyear}) | (?P<y2> {last|this|next} {unit} ) "
      "| (?P<that> {that} {unit} ) )? {CLOCK}?")),
    ("another day of the month", "DATE", "dom|nth", dates.another_day_form,
     "(?<= {anymonth} {dom|nth} {and|dash|to|or} ) (?P<d>{dom|nth}) (?: {comma}? (?P<y>{year}) )?"),
    ("first day of several", "DATE", "dom|nth", dates.first_day_form,
     ("{the}? (?P<d>{dom|nth}) (?= {and|dash|to|or} {the}? {dom|nth} {of}? (?P<m>{anymonth}) "
      "(?: {comma}? (?P<y>{year}) )? )")),
    ("week of a day", "DATE", "anymonth", dates.full_form,
     "{the} (?P<week>{unit}) {of} (?P<m>{anymonth}) (?P<d>{dom|nth})"),
    ("day of the month", "DATE", "nth", dates.month_day_form,
     "{the} (?P<d>{nth}) (?P<there> {of} {that} {unit} )?"),
    ("month", "DATE", "anymonth", dates.month_form,
     "{LEAD}? (?P<w> {WHICHDAY} | {that} )? (?P<m>{anymonth}) {YEAR}?"),
    ("day of a month", "DATE", "anymonth", periods.day_of_month_form,
     ("{the} (?P<q>{anyordinal|lastword|edge}) (?: (?P<u>{unit}) | (?P<d>{anyweekday}) | {half} ) {of|in} "
      "(?: (?P<m>{anymonth}) {YEAR}? | {that} (?P<m2>{anymonth}) )")),
    ("season", "DATE", "anyseason", dates.season_form,
     ("(?: {LEAD}? (?: (?P<w>{which|that}) | (?P<the>{the}) (?P<w2>{which})? )? (?P<s>{anyseason}) {YEAR}? "
      "| (?P<y3>{year}) (?P<s2>{anyseason}) )")),
    ("seasons ago", "DATE", "seasons", dates.seasons_ago_form, "(?P<n> {word|dom|a} ) (?P<s>{seasons}) {ago}"),
    ("holiday", "DATE", "anyholiday", dates.holiday_form,
     ("(?: {early} {in} )? {the}? (?P<w>{WHICHDAY})? (?P<h>{anyholiday}) (?P<clock>{dayPart})? (?P<u>{unit})? "
      "{YEAR}?")),
    ("day of Ramadan", "DATE", "anyholiday", dates.ramadan_form,
     "{DAY} {of}? (?P<h>{anyholiday}) (?: {comma}? {year|number} )?"),
    ("named day", "DATE", "namedday", dates.named_day_form, "{namedday}"),
    ("day of another calendar", "DATE", "othermonth", dates.other_calendar_form,
     ("(?: {DAY} {of}? {othermonth} (?: {comma}? {year|number} )? | {othermonth} {dom|nth|year|number} "
      "(?: {comma}? {year|number} )? )")),
    ("weekday", "DATE", "anyweekday", dates.weekday_form,
     "(?: {LEAD} | {the} (?P<clock2> {early} {units} ) {of} )? (?P<w>{WHICHDAY})? (?P<d>{anyweekday}) {CLOCK}?"),
    ("weekday week", "DATE", "anyweekday", dates.weekday_week_form, "(?P<d>{weekday}) (?P<u>{unit})"),
    ("week on a weekday", "DATE", "anyweekday", dates.weekday_week_form,
     "{a} (?P<u>{unit}) {on|from} (?P<d>{weekday})"),
    ("day from today", "DATE", "deictic", dates.deictic_form, "{early}? (?P<d>{deictic}) {CLOCK}?"),
    ("day beside today", "DATE", "deictic|dayPart", dates.deictic_form,
     "(?P<d> {the} {unit} {before|after} {deictic} | {last} {dayPart} )"),
    ("that day", "DATE", "that", dates.that_day_form,
     "{moved|early}? {the}? {that} (?: (?P<u>{unit}) | (?P<clock>{dayPart}) | {datum} )"),
    ("day before", "DATE", "before|after|next", dates.day_before_form,
     ("{the} (?: (?P<u>{unit}) | (?P<clock>{dayPart}) ) (?P<way>{before|after|next}) "
      "{that}?")),
    ("anniversary", "DATE", "anniversary", dates.anniversary_form,
     "{the|this} (?: {nth|hundredth|anyordinal} | {tens} {dash} {ordinal|second} )? {anniversary}"),
    # ---- times of a day
    ("part of today", "TIME", "dayPart", dates.deictic_form, "{early}? {this} (?P<clock>{dayPart})"),
    ("part of the day", "TIME", "dayPart", dates.part_of_day_form,
     "(?: {early} {dash}? {in}? {the}? | {the} | (?<={by}) ) (?P<clock>{dayPart}) (?P<d>{deictic})?"),
    ("overnight", "TIME", "overnight", dates.part_of_day_form, "(?P<clock>{overnight}) (?P<d>{deictic})?"),
    ("hour of a part", "TIME", "dayPart", dates.part_of_day_form,
     "(?P<clock> {dom|anyones|clock} {oclock}? {in} {the} {dayPart} )"),
    ("clock and weekday", "TIME", "clock|noon", dates.weekday_form,
     "(?P<clock> {clock} {ZONE} | {noon} ) {comma}? {on}? (?P<d>{anyweekday})"),
    ("clock and today", "TIME", "clock|noon", dates.deictic_form,
     "(?P<clock> {clock} {ZONE} | {noon} ) (?: (?P<d>{deictic}) | {this} {dayPart} )"),
    ("clock and date", "TIME", "clock|noon", dates.full_form,
     ("(?P<clock> {clock} {ZONE} | {noon} ) {comma}? {on}? {DAYNAME}? (?P<m>{anymonth}) (?P<d>{dom|nth}) "
      "{comma}? (?P<y>{year})?")),
    ("clock and day", "TIME", "clock|noon", dates.full_form,
     ("(?P<clock> {clock} {ZONE} | {noon} ) {comma}? {on}? {DAYNAME}? {the}? (?P<d>{DAY}) {of}? (?P<m>{anymonth}) "
      "{comma}? (?P<y>{year})?")),
    ("clock", "TIME", "clock|noon", dates.clock_form, "(?P<clock> {clock} {ZONE} | {noon} )"),
    ("hour", "TIME", "oclock|zone", dates.clock_form,
     "(?P<clock> {dom|anyones} {oclock} (?: {in} {the} {dayPart} )? {ZONE} | {year|number} {zone} )"),
    # ---- periods
    ("quarter", "DATE", "quarter|half", periods.quarter_form,
     ("(?: {LEAD} | {the}? (?P<y2> {year} | {last|this|next} {unit} ) {possessive}? "
      "| {the}? (?P<ago> {unit} {dash} {ago|moved} ) )? {the}? {fiscal}? {dash}? "
      "(?P<q>{anyordinal|last|latter}) {dash}? (?P<k>{quarter|half}) "
      "(?: {YEAR} | {of} (?P<y3> {the} {unit} ) )?")),
    ("quarter by letter", "DATE", "quartercode", periods.quarter_form, "(?P<q>{quartercode}) {YEAR}?"),
    ("latest quarter", "DATE", "quarter|period|fiscal", periods.latest_quarter_form,
     "{the} (?: {recent}? {quarter} (?! {dash|of} ) | {recent} (?: {period} | (?P<fiscal>{fiscal}) {unit} ) )"),
    ("quarter a year ago", "DATE", "ago|moved", periods.year_ago_form,
     ("{the} {comparable}? {unit} {dash} {ago|moved} {anyordinal}? {quarter|period} "
      "| {the} {quarter|period} {a} {unit} {ago|moved} | {unit} {dash} {ago|moved}")),
    ("bare period", "DATE", "unit", periods.bare_period_form,
     "{the} {fiscal}? (?P<u>{unit}) (?: (?= (?P<end>{ended}) ) )?"),
    ("end of the year", "DATE", "limit", periods.year_end_form,
     "(?P<u>{unit}) {possessive|dash}? (?P<part>{limit}) (?P<y>{year})?"),
    ("period", "DATE", "unit|quarter", periods.period_form,
     "{LEAD}? (?P<the>{the})? (?P<w>{which|that}) {fiscal}? (?P<u>{unit|quarter}) (?: {or} {so|anyones} )?"),
    ("period after the next", "DATE", "unit", periods.second_next_form,
     "{the} (?P<u>{unit}) (?P<way>{before|after}) (?P<w>{next|lastword})"),
    ("time ahead", "DATE", "timesword", spans.ahead_form,
     "{APPROX}? {NUMBER} (?P<u>{anyunit}) {possessive|apostrophe} {timesword}"),
    ("last day of the year", "DATE", "unit", periods.year_day_form,
     "{the} (?P<q>{anyordinal|lastword|edge}) (?P<u>{unit}) {of} {the|that} (?P<u2>{unit})"),
    ("neighbour", "DATE", "next|last", dates.neighbour_form,
     "{the} (?P<w>{next|last}) (?: (?P<u>{unit}) | (?P<clock>{dayPart}) )"),
    ("part of a period", "DATE", "unit|quarter", periods.within_period_form,
     ("{the}? (?P<part> {limit} {of} | {moved} {in}? | {early} {share|dash|in}? ) (?: {the} | (?P<w>{which}) ) "
      "(?P<u>{unit|quarter})")),
    ("middle of a period", "DATE", "early", periods.within_period_form, "(?P<part>{early}) {dash} (?P<u>{unit})"),
    ("year", "DATE", "year", periods.year_alone_form,
     ("(?<!{noted}) (?<!{dash}) {LEAD}? (?: {the}? {fiscal}? {unit} | {fiscal} )? (?P<y>{year}) "
      "(?! {dash} {numeral|word} )")),
    ("year and its period", "DATE", "year", periods.year_alone_form,
     "{the} (?P<y>{year}) (?P<whole> {period|unit|quarter} )"),
    ("year in words", "DATE", "teens|tens|scale", periods.word_year_form,
     "(?: (?P<y>{WORDYEAR}) | {the}? {unit} (?P<y2> {WORDYEAR} | {anyones} {scale} (?: {and}? {ones} )? ) )"),
    ("year of two figures", "DATE", "apostropheyear", periods.short_year_form, "(?P<y>{apostropheyear})"),
    ("first year of several", "DATE", "year", periods.range_form,
     "(?<!{dash}) (?P<y>{year}) (?= {dash} (?P<y9>{year|dom|number|apostropheyear}) (?!{dash}) )"),
    ("last year of several", "DATE", "year|dom|number|apostropheyear", periods.range_form,
     "(?<= {year} {dash} ) (?<! {dash} {year} {dash} ) (?P<y>{year|dom|number|apostropheyear}) (?!{dash})"),
    ("double year", "DATE", "year", periods.double_year_form,
     ("(?: {the}? {fiscal} {unit}? | {the} )? (?P<y>{year}) (?P<joint>{dash|slash}) (?P<y9>{year|dom|number}) "
      "(?P<whole> {fiscal|unit|season} )?")),
    ("year of an era", "DATE", "era", periods.era_form,
     ("{LEAD}? {the}? (?: (?P<d>{dom})? (?P<m>{anymonth}) {of}? | (?P<s>{anyseason}) {of}? | {unit} )? "
      "(?: (?P<y>{year|number|dom}) {era} | {era} (?P<y2>{year|number|dom}) )")),
    ("decade", "DATE", "decadedigits|decadeword", periods.decade_form,
     "(?P<lead> {LEAD} {the}? | {the} )? (?P<d>{decadedigits|decadeword})"),
    ("century", "DATE", "unit", periods.century_form,
     ("{LEAD}? {the}? (?P<c> {tens} {dash}? {ordinal} | {ordinal|second|nth} ) {dash}? (?P<u>{unit}) "
      "(?P<era>{era})?")),
    ("part of a century ago", "DATE", "ago|moved", spans.share_ago_form,
     ("{APPROX}? {a}? (?: (?P<n>{half|quarter}) {dash} | (?P<n2>{half}) {a} ) (?P<u>{unit}) "
      "(?P<way>{ago|moved})")),
    ("ago", "DATE", "ago|moved|before|on|that", spans.ago_form,
     ("{APPROX}? (?: {NUMBER} {UPTO}? )? (?P<u>{anyunit}) (?: {or} {so|more|anyones} )? "
      "(?: (?P<way>{ago|moved}) | (?P<way2>{before|on}) (?={stop|comma|block|quote}) "
      "| (?P<way3> {before|after} {that} ) )")),
    # ---- stretches of time
    ("duration", "DURATION", "anyunit", spans.duration_form,
     ("{APPROX}? {the|those}? (?P<w> (?<!{to}) (?<!{will}) {which|recent} | {anyordinal} (?= {numeral|word} ) )? "
      "(?: (?P<half>{half}) {a}? | {NUMBER} {UPTO}? ) "
      "(?: {more|edge} | {which} (?={units}) | {fiscal} (?={units}) )? (?P<u>{anyunit}) "
      "(?: (?P<andhalf> {and} {a} {half} ) | {or} {so|more} | {or} {anyones} )?")),
    ("duration of two units", "DURATION", "anyunit", spans.duration_form,
     ("{APPROX}? {NUMBER} (?P<u>{anyunit}) {and|comma} (?P<n4> {numeral} | {tens} {dash} {ones} | {word} ) "
      "(?P<u4>{anyunit})")),
    ("another", "DURATION", "another", spans.another_form, "{another} {fiscal}? (?P<u>{unit})"),
    ("nights", "DURATION", "dayParts", spans.nights_form,
     "(?P<n> {dom} | {word} | {vague} | {tens} {dash} {ones} ) (?P<u>{dayParts})"),
    ("dashed duration", "DURATION", "oneunit", spans.dashed_form,
     ("(?P<n> {dom|number} | {tens} {dash} {ones} | {word} | {half|vague|quarter} ) {dash} (?P<u>{oneunit}) "
      "(?: {dash} {more} )?")),
    ("long duration", "DURATION", "more", spans.long_form, "(?<!{dash}) (?P<u>{unit|units}) {dash} {more}"),
    ("vague duration", "DURATION", "units", spans.vague_form, "{the}? (?P<w>{which|recent}) (?P<u>{units})"),
    ("bare duration", "DURATION", "units", spans.vague_form,
     "(?<={during|over|for|in|after|approx}) (?P<u>{units})"),
    ("time before", "DURATION", "units", spans.vague_form,
     "(?: {the} (?P<u>{units}) (?= {that|since|next|leading} ) | {the}? (?P<u2>{units}) (?= {before|after} ) )"),
    ("first of many", "DURATION", "units", spans.vague_form,
     "{the} {early|anyordinal|edge} (?P<u>{units})"),
    ("while", "DURATION", "while|timesword", spans.while_form, "{a} {while} | (?P<some>{vague}) {timesword}"),
    ("whole duration", "DURATION", "edge", spans.whole_form, "{the|a|this} {edge} (?P<u>{unit})"),
    # ---- repeated times
    ("every", "SET", "every", spans.set_form,
     ("{every} (?P<n> {other} | {second} (?={anyunit|anyweekday}) | {dom|word|number} )? "
      "(?P<u>{anyunit|weekday|dayPart|anyseason|month})")),
    ("frequency", "SET", "frequency|weekdays|dayParts", spans.set_form, "(?P<u>{frequency|weekdays|dayParts})"),
    ("weekends", "SET", "units", spans.weekends_form, "(?P<u>{units})"),
    ("weekday nights", "SET", "dayParts", spans.weekday_nights_form, "(?P<d>{anyweekday}) (?P<clock>{dayParts})"),
    ("times per", "SET", "timesword|once", spans.per_form,
     "(?: {once} | {word|numeral|vague|couple} {timesword} ) {a|per|every} (?P<u>{oneunit})"),
    ("days a week", "SET", "units", spans.days_a_week_form,
     "(?P<n> {dom|word} ) (?P<u>{units}) {a|per} (?P<u2>{unit})"),
    ("weekday of each month", "SET", "every", spans.each_form,
     "{the} {anyordinal|lastword} {anyweekday} {of|in} {every} (?P<u>{unit})"),
    ("per", "SET", "unit", spans.per_form,
     "{a|per} (?P<u>{unit}) (?= {stop|comma|block|quote|for|in|on|since|until|to|from} )"),
    # ---- now, then, some day
    ("present", "DATE", "now|lately|moment|those", spans.reference_form,
     "(?P<r>{now|lately}) | (?<={at|for}) {the} (?P<r2>{moment}) | (?P<r3> {those} {units} )"),
    ("some day", "DATE", "unit", spans.some_day_form, "(?<={will}) {ones} {unit}"),
    ("past", "DATE", "last", spans.past_form, "{the} (?P<r>{last})"),
    ("future", "DATE", "future|term", spans.reference_form,
     "{the} {near}? (?P<r>{future}) | {the} {near|more} (?P<r2>{term})"),
)  # fmt: skip

RULES: Final[tuple[Rule, ...]] = tuple(
    Rule(name, kind, frozenset(classes(core)), compiled(pattern, FRAGMENTS), builder)
    for name, kind, core, builder, pattern in _TABLE
)
