"""English words of number, as tables: what they are worth, what bounds them, and what they are not."""

from __future__ import annotations

from typing import Final, Literal

SMALL: Final[dict[str, int]] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

TENS: Final[frozenset[str]] = frozenset(word for word, value in SMALL.items() if value >= 20)


SCALES: Final[dict[str, float]] = {
    "dozen": 12, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5,
    "crore": 1e7, "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12,
    "trn": 1e12,
}  # fmt: skip
#: Signs of scale that are one only behind money where a space stands before them ("$5 m"); "b" needs money always.
SIGNS_OF_MONEY_ONLY: Final[frozenset[str]] = frozenset({"m", "k", "b"})

#: Vague counts: the least and the most that the word is taken to mean, one order of magnitude: "dozens" from one
#: dozen to ten. A convention, not a measurement; that of NewsQuant's annotators, and wide, so that "hundreds" and
#: "150" are no contradiction.
VAGUE: Final[dict[str, tuple[float, float]]] = {
    "dozens": (12, 120), "scores": (20, 200), "tens": (10, 100), "hundreds": (1e2, 1e3), "thousands": (1e3, 1e4),
    "millions": (1e6, 1e7), "billions": (1e9, 1e10), "trillions": (1e12, 1e13),
}  # fmt: skip

#: Words before a scale that leave the multiple open ("several hundred").
FEW: Final[dict[str, tuple[float, float]]] = {
    "a few": (3, 5), "few": (3, 5), "several": (3, 9), "a couple of": (2, 2), "a couple": (2, 2), "many": (3, 9),
    "some": (1, 9),
}  # fmt: skip

FRACTIONS: Final[dict[str, int]] = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
    "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9,
    "tenth": 10, "tenths": 10, "twentieth": 20, "hundredth": 100,
}  # fmt: skip
GLYPHS: Final[dict[str, float]] = {
    "½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip

#: Signs of money and the unit they stand for.
CURRENCIES: Final[tuple[str, ...]] = (
    "$US", "$A", "US$", "US $", "AU$", "A$", "C$", "CA$", "NZ$", "HK$", "HK $", "S$", "NT$", "R$", "$", "£", "€", "¥",
    "₹", "₽", "₴", "₩", "₺", "₪", "₦", "₱", "฿", "₫",
)  # fmt: skip
#: Codes of currencies that stand before the number, with or without a space ("EUR 50m", "RM79").
CODES: Final[tuple[str, ...]] = tuple(
    """USD EUR GBP AUD CAD NZD HKD SGD CHF JPY CNY RMB INR RUB UAH PLN CZK HUF SEK NOK DKK ZAR BRL MXN TRY KRW THB IDR
    MYR PHP AED SAR ILS EGP NGN KES RM Rs kr""".split()
)

#: Signs of measure that may be written on to the digits ("278kg").
MEASURES: Final[tuple[str, ...]] = (
    "km/h", "km/hr", "kmh", "kmph", "mph", "mpg", "kph", "km²", "m²", "m³", "km2", "m2", "sqm", "sqft", "km", "cm", "mm", "nm",
    "µm", "kg", "mg", "lbs", "lb", "oz",
    "kWh", "MWh", "GWh", "TWh", "kW", "MW", "GW", "TW", "W", "kV", "V", "GHz", "MHz", "kHz", "Hz", "GB", "MB", "TB", "Mbps",
    "Gbps", "mAh", "kcal", "dB", "hp", "bhp", "rpm", "bpd", "ft", "ml", "cc", "ha", "°C", "°F", "°", "degC", "degF", "deg C",
    "deg F", "ºC", "ºF", "º", "mm2", "min", "mins", "sec", "secs", "hr", "hrs", "g", "l", "t", "p", "¢", "℃", "℉", "Ω",
)  # fmt: skip

#: Words with which a number moves: "rose from 5 to 7" is a change, no range.
MOVING: Final[tuple[str, ...]] = tuple(
    """up down rose rise rises risen rising fell fall falls fallen falling grew grow grows grown growing growth increase
    increases increased increasing decrease decreases decreased decreasing drop drops dropped dropping cut cuts cutting
    raise raises raised raising lower lowers lowered lowering slip slips slipped climb climbs climbed climbing jump jumps
    jumped jumping soar soared surged surge plunged plunge slumped shrank shrunk widened narrowed went gone moved changed
    advanced edged ticked expanded doubled tripled halved reduced trimmed slow slowed slowing creeping crept improved
    gained declined decline declining tumbled dipped eased revised boosted swelled extended hiked slashed""".split()
)

#: Phrases before a number and the bound they state. "About" comes on top of another bound where it ends in ", about".
BOUNDS: Final[dict[str, str]] = {
    phrase: bound
    for bound, row in {
        "at-most": """up to, as many as, as much as, as high as, as large as, at most, at the most, at the very most, no more than,
            not more than, no higher than, no greater than, less than, fewer than, lower than, smaller than, under, below,
            well under, well below, maximum of, maximum, max, capped at, limited to, within,
            not exceeding, not exceed, never exceed, nothing more than, fewer then, less then, little more than""",
        "at-least": """at least, at the least, at the very least, no less than, no fewer than, no lower than, not less than,
            not fewer than, nothing less than, more than, greater than, higher than, larger than, over, above, well over,
            well above, exceeding, exceed, exceeds, exceeded, in excess of, upwards of, upward of, beyond, north of,
            minimum of, minimum, min, floor of, as few as, as little as, as low as, surpassing, surpassed, surpass, topped,
            topping, tops, over than, starting at, starting from, a whopping, better than""",
        "about": """about, around, roughly, approximately, approx, approx., some, nearly, almost, close to, closer to, nearer,
            near, an estimated, estimated, estimated at, estimated to be, circa, c., ca., or so, in the region of, on the order of,
            in the order of, of the order of, something like, somewhere around, perhaps, maybe, approaching, nearing, virtually, barely, scarcely,
            practically, a rough, a round, in the neighborhood of, in the neighbourhood of, upwards to""",
        "at-most, about": """just under, just below, just shy of, just short of, a little under, little under, slightly under,
            slightly less than, a little less than, slightly fewer than, slightly below, shy of, short of, not quite,
            a shade under, a bit less than""",
        "at-least, about": """just over, just above, a little over, little over, slightly over, slightly more than,
            a little more than, slightly above, slightly higher than, a shade over, a bit more than, just more than""",
    }.items()
    for phrase in (" ".join(part.split()) for part in row.split(","))
}  # fmt: skip
#: Signs before a number that bound it.
BOUND_SIGNS: Final[dict[str, Literal["about", "at-least", "at-most"]]] = {
    "~": "about", "≈": "about", "∼": "about", "±": "about", ">": "at-least", "≥": "at-least", ">=": "at-least",
    "<": "at-most", "≤": "at-most", "<=": "at-most", "sub-": "at-most",
}  # fmt: skip
_BEHIND: Final[dict[Literal["about", "at-least", "at-most"], str]] = {
    "at-least": """or more, or over, or above, or higher, or greater, or better, or older, or longer, or larger, and more,
            and over, and above, and up, and higher, and older, and counting, plus, and upwards, at least, at the least,
            at the very least, minimum, at a minimum, upwards, if not more""",
    "at-most": """or less, or fewer, or under, or below, or lower, or younger, or smaller, and under, and below, at most,
            at the most, at the very most, tops, maximum, at a maximum, max, if that""",
    "about": "or so, or thereabouts, give or take, odd, ish, approximately, roughly, on average or so",
}  # fmt: skip
#: Words behind a number, or behind what it counts, that bound it.
BOUNDS_BEHIND: Final[dict[str, Literal["about", "at-least", "at-most"]]] = {
    phrase: bound
    for bound, row in _BEHIND.items()
    for phrase in (" ".join(part.split()) for part in row.split(","))
}

#: Verbs of which "over" and "up to" are a part ("took over 12 firms", "the toll went up to 40").
VERBS_WITH_OVER: Final[frozenset[str]] = frozenset(
    """take took takes taking taken hand handed handing turn turned turning won win get got ran run preside presided
    step stepped stepping cross crossed look looked looking watch watched watching""".split()
)
VERBS_WITH_UP: Final[frozenset[str]] = frozenset(
    """go goes went gone going move moves moved moving bring brings brought bringing bump bumped jump jumped climb climbed rise rose risen shot grew
    add adds added adding""".split()
)
#: Words before "a third", "a quarter" that make it a share though nothing follows.
SHARE_BEFORE: Final[frozenset[str]] = frozenset(
    "about around nearly almost roughly than over under by only just least to some approximately up".split()
)

#: Words that put a number on top of another one.
ADDITIVE_BEFORE: Final[tuple[str, ...]] = (
    "another", "an additional", "additional", "a further", "further", "an extra", "extra", "a second", "a fresh",
    "a new", "yet another", "still another",
)  # fmt: skip
#: Words that tell that an addition is meant to what they name ("the original 300,000").
ORIGINAL: Final[tuple[str, ...]] = ("the original", "original", "the initial", "initial")
ADDITIVE_AFTER: Final[frozenset[str]] = frozenset({"more", "additional", "extra", "further", "new", "other"})

#: Words that may stand between a bound and its number.
LOOSE: Final[frozenset[str]] = frozenset(
    "the a an another additional some further extra about around original initial estimated only just fully".split()
)

#: Words that may stand between a word of addition and its number ("another roughly 40").
SOFT: Final[frozenset[str]] = frozenset(
    "about some around roughly estimated nearly almost approximately at least up to perhaps".split()
)
#: Words before "half" that make it one of two halves.
BEFORE_HALF: Final[frozenset[str]] = frozenset(
    "first second third other latter last opening final better next each one per the in a and".split()
)
#: The same where "of" follows ("the second half of the year", but "and half of the staff").
BEFORE_HALF_OF: Final[frozenset[str]] = BEFORE_HALF - {"in", "a", "and", "each", "one", "the"}

#: Words before a number that make it a name, an age, a place in a list or on a page.
NAMING: Final[frozenset[str]] = frozenset(
    """highway route interstate section sections article articles row room flight no nos number chapter page pages
    paragraph resolution bill proposition prop form boeing airbus channel apollo act figure table area district
    ward phase type windows iphone version volume vol issue episode season part line platform gate unit block
    building suite apartment apt floor level tier class grade day week year title rule step option question item
    group zone sector station psalm verse round game week exit pier terminal lot channel formula studio draft s&p sp nasdaq cac dax csi russell topix fortune ftse stoxx nikkei age aged
    ages""".split()
)  # fmt: skip
#: The same for numbers in words ("chapter one"), and short forms before digits.
NAMING_IN_WORDS: Final[frozenset[str]] = frozenset(
    "chapter phase act part article section platform gate channel level tier type room page round version formula".split()
)
NAMING_SHORT: Final[frozenset[str]] = frozenset(
    "no. nos. art. sec. fig. figs. ch. vol. p. pp. apt. rte. hwy. rm. ex.".split()
)
EMERGENCY: Final[frozenset[str]] = frozenset({"911", "999", "112"})
STREETS: Final[frozenset[str]] = frozenset(
    "street st avenue ave road rd boulevard blvd lane ln drive dr square place plaza way court terrace".split()
)
#: Words before or behind two numbers with a dash that make them a score or a vote.
SCORING: Final[frozenset[str]] = frozenset(
    """won win wins winning beat beats beating lost loss lose losing defeated defeat tied tie drew draw led lead
    leading trailed trailing score scored vote voted votes ruled ruling split victory defeat
    up down decision draw record aggregate scoreline shootout series game match set halftime half-time upset rout odds""".split()
)

#: Those before "4 to 1", which is a range behind other words.
VOTING: Final[frozenset[str]] = SCORING - set("up down lead record set match game series draw trailing".split())

#: Words that end what is counted: it reaches no further than the word before them.
CLOSING: Final[frozenset[str]] = frozenset(
    """a an the of in on at to and or for from with by was were is are be been being has have had having that which
    who whom whose this these those it its as than but after before per during since when while into over under
    about each every will would could should may might can must do does did not no if so because between against
    among he she they we you i him her them us his their our your my there here where why how what then also
    only just still already even very more most less least up down out off again away back ago later earlier
    within without through across around near above below toward towards upon despite via like unlike until till
    said says say told now today yesterday tomorrow last next came went made took left got began fled died fell
    rose lost won held found gave ran saw cut hit put set sent grew kept killed injured wounded arrested""".split()
)

#: Plural nouns without a final s, and singular-looking heads that are counted.
PLURALS: Final[frozenset[str]] = frozenset(
    """people men women children police personnel staff aircraft troops cattle fish sheep feet teeth media data
    percent servicemen servicewomen policemen firemen fishermen spokesmen congressmen businessmen mice geese
    criteria phenomena alumni folk clergy infantry cavalry head strong""".split()
)
#: Singular words in s that are modifiers, not heads.
SINGULARS: Final[frozenset[str]] = frozenset(
    """business news series gas bus class press mass cross glass loss boss process access address express congress
    fitness wellness illness virus campus census crisis basis analysis emphasis plus previous various serious
    famous religious dangerous indigenous conscious obvious""".split()
)

#: Words with which a clause goes on behind what is counted.
FINITE: Final[frozenset[str]] = frozenset(
    """had has have was were is are will would could should may might can must do does did who which that and but or
    to because so while when if""".split()
)
