"""English words of time, as tables: what a word is, what it stands for, and what the words around it do.

The rules of annotating see a text as a row of word classes. `CLASSES` says which class each word has; a word
stands in one class only, and a word that can be two things ("second", "may", "fall") has a class of its own,
so that each rule says outright whether it accepts it.
"""

from __future__ import annotations

from typing import Final

MONTHS: Final[dict[str, int]] = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4,
    "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8,
    "september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11, "nov": 11,
    "december": 12, "dec": 12,
}  # fmt: skip

#: ISO numbers, Monday 1 … Sunday 7.
WEEKDAYS: Final[dict[str, int]] = {
    "monday": 1, "mon": 1, "tuesday": 2, "tue": 2, "tues": 2, "wednesday": 3, "wed": 3,
    "thursday": 4, "thu": 4, "thur": 4, "thurs": 4, "friday": 5, "fri": 5, "saturday": 6, "sat": 6,
    "sunday": 7, "sun": 7,
}  # fmt: skip

#: TIMEX3 codes of the seasons.
SEASONS: Final[dict[str, str]] = {
    "spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU",
    "fall": "FA", "autumn": "FA", "winter": "WI", "wintertime": "WI",
}  # fmt: skip

#: The unit that a word names; "fortnight" and "generation" are handled by their own entries.
UNITS: Final[dict[str, str]] = {
    "second": "second", "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "day": "day",
    "weekend": "weekend", "week": "week", "wk": "week", "fortnight": "fortnight", "month": "month",
    "quarter": "quarter", "year": "year", "yr": "year", "decade": "decade", "century": "century",
    "centurie": "century", "generation": "generation", "season": "season", "millennium": "millennium",
    "millennia": "millennium",
}  # fmt: skip

#: The letters that TIMEX3 durations use, with "T" before units shorter than a day.
UNIT_CODES: Final[dict[str, str]] = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "weekend": "WE", "week": "W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "generation": "GE", "season": "SE",
    "millennium": "ML",
}  # fmt: skip

PARTS_OF_DAY: Final[dict[str, str]] = {
    "morning": "MO", "mornings": "MO", "afternoon": "AF", "afternoons": "AF", "evening": "EV", "evenings": "EV",
    "night": "NI", "nights": "NI", "overnight": "NI", "tonight": "NI", "dawn": "MO", "dusk": "EV", "lunchtime": "MI",
}  # fmt: skip

#: Days from the day of speaking.
DEICTIC_DAYS: Final[dict[str, int]] = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}

#: Words that say which part of a period is meant.
PARTS: Final[dict[str, str]] = {
    "early": "early", "mid": "mid", "middle": "mid", "late": "late", "beginning": "start", "start": "start",
    "outset": "start", "end": "end", "close": "end", "turn": "start", "earlier": "before-now", "later": "after-now",
}  # fmt: skip

#: Which of several like periods a word picks: -1 the one before, 0 the present one, 1 the one after.
WHICH: Final[dict[str, int]] = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1,
    "this": 0, "current": 0, "present": 0, "same": 0, "that": 0,
    "next": 1, "coming": 1, "upcoming": 1, "following": 1,
}  # fmt: skip

ORDINALS: Final[dict[str, int]] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
}  # fmt: skip

DECADE_WORDS: Final[dict[str, int]] = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip

#: Words that alone are a repeated time.
FREQUENCIES: Final[dict[str, str]] = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "XXXX-XX-XXTNI", "weekly": "P1W", "biweekly": "P2W",
    "fortnightly": "P2W", "monthly": "P1M", "bimonthly": "P2M", "quarterly": "P1Q", "yearly": "P1Y",
    "annually": "P1Y", "annual": "P1Y", "biennial": "P2Y", "weekdays": "XXXX-WXX-XX",
}  # fmt: skip

#: Words without a calendar place of their own, and the TIMEX3 value that says so.
REFERENCES: Final[dict[str, str]] = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "presently": "PRESENT_REF",
    "recently": "PAST_REF", "lately": "PAST_REF", "formerly": "PAST_REF", "previously": "PAST_REF",
    "soon": "FUTURE_REF", "recent": "PAST_REF", "current": "PRESENT_REF", "future": "FUTURE_REF",
    "past": "PAST_REF", "moment": "PRESENT_REF",
}  # fmt: skip

#: Subjects that may follow "on the 18th".
PRONOUNS: Final[frozenset[str]] = frozenset("i you he she it we they there this his her its their our my".split())

#: Verbs in the present that tell of the day before them: "Saturday marks", "Friday is".
DAY_VERBS: Final[frozenset[str]] = frozenset("marks is brings sees".split())

#: Verbs before "the 25th anniversary" that say whose day it is.
MARKING: Final[frozenset[str]] = frozenset("mark marks marked marking".split())

#: What a holiday before it is the kind of, and no day: "the Christmas market".
OF_HOLIDAYS: Final[frozenset[str]] = frozenset(
    "market markets tree trees card cards party parties carol carols lights decorations song songs story play concert "
    "pudding parade bonus".split()
)

#: What makes a weekday before it a name: "the Sunday Times".
NAMED_BY_DAY: Final[frozenset[str]] = frozenset(
    "times telegraph mirror express herald post mail mercury tribune independent people sun star world show school "
    "group review".split()
)

#: Phrases that put what their sentence speaks of within about a week.
IMMINENT: Final[tuple[str, ...]] = (
    "in the coming days", "within days", "in the next few days", "in the next days", "in the coming hours",
    "a matter of days", "in a few days", "any day now", "just days away", "days from now",
)  # fmt: skip

CLASSES: Final[dict[str, str]] = {
    "month": "january february april june july august september october november december",
    "maymarch": "may march",
    "monthshort": "jan feb mar apr jun jul aug sept sep oct nov dec",
    "weekday": "monday tuesday wednesday thursday friday saturday sunday",
    "weekdays": "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    "weekdayshort": "mon tue tues wed thu thur thurs fri sat sun",
    "season": "summer autumn winter summertime springtime wintertime",
    "seasons": "summers autumns winters springs",
    "fallspring": "fall spring",
    "unit": "minute hour day weekend week fortnight month year yr decade century generation season millennium",
    "units": "seconds minutes mins hours hrs days weekends weeks wks fortnights months quarters years yrs decades "
             "centuries generations seasons millennia",
    "second": "second",
    "quarter": "quarter",
    "half": "half",
    "ordinal": "first third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
               "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    "ones": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
    "teens": "sixteen seventeen eighteen nineteen",
    "tens": "twenty thirty forty fifty sixty seventy eighty ninety",
    "scale": "hundred thousand million billion dozen",
    "a": "a an",
    "another": "another",
    "the": "the",
    "those": "these those",
    "vague": "few several many some various numerous countless dozens hundreds thousands tens scores number",
    "couple": "couple",
    "lastword": "last previous preceding prior",
    "pastword": "past",
    "this": "this current",
    "that": "that same",
    "next": "next coming upcoming following",
    "recent": "recent latest",
    "edge": "final entire whole full opening intervening",
    "latter": "latter",
    "comparable": "comparable corresponding",
    "period": "period",
    "datum": "date",
    "ended": "ended ending",
    "leading": "leading",
    "while": "while",
    "term": "term",
    "early": "early mid late",
    "limit": "beginning start middle end close outset turn",
    "share": "part parts stages",
    "moved": "earlier later previously",
    "ago": "ago hence",
    "before": "before",
    "after": "after afterward afterwards",
    "dayPart": "morning afternoon evening night dawn dusk",
    "anniversary": "anniversary centenary",
    "dayParts": "mornings afternoons evenings nights",
    "deictic": "today yesterday tomorrow tonight",
    "now": "now currently nowadays presently",
    "lately": "recently lately",
    "moment": "moment",
    "future": "future",
    "near": "near immediate foreseeable distant short",
    "frequency": "hourly daily nightly weekly biweekly fortnightly monthly bimonthly quarterly yearly annually weekdays",
    "annual": "annual",
    "every": "every each",
    "other": "other",
    "per": "per",
    "once": "once twice thrice",
    "timesword": "times time",
    "of": "of", "and": "and", "to": "to", "or": "or", "in": "in", "on": "on", "at": "at", "by": "by", "for": "for",
    "from": "from", "until": "until till", "since": "since", "during": "during throughout within through into",
    "over": "over",
    "between": "between",
    "fiscal": "fiscal financial trading business school calendar academic tax",
    "more": "more additional consecutive straight solid long short working extra full-time",
    "approx": "about almost nearly roughly approximately around under",
    "so": "so",
    "than": "than", "less": "less fewer", "least": "least most", "as": "as", "no": "no", "much": "much",
    "overnight": "overnight",
    "oclock": "o'clock",
    "noon": "noon midnight midday",
    "zone": "est edt gmt utc et pt cst pst cet bst eet msk ist",
    "local": "local",
    "decadeword": "twenties thirties forties fifties sixties seventies eighties nineties",
    "will": "will would shall should could might can won't i'll we'll he'll she'll they'll it'll wouldn't couldn't",
    "ahead": "going scheduled due expected expects expect expecting plans plan planned planning "
             "intends intend aims hopes hope ahead launch begins starts",
    "have": "have has",
    "be": "be",
    "foretold": "set predicted predicts predict projected projects forecast forecasts proposed proposes",
    "was": "was were had did been said told came went made took fell rose won lost died became got left "
           "found held led met saw sent wrote gave ran hit cut put sold bought grew kept broke back began "
    "fled fought spoke chose drove flew threw knew drew stood shot paid built spent felt heard brought thought caught "
    "taught sought struck voted used killed",
}  # fmt: skip

#: Lower-case words of these classes are no time words: "may", "march", "sun", "dec".
CAPITALISED: Final[frozenset[str]] = frozenset({"maymarch", "monthshort", "weekdayshort"})
