"""English words of number, as tables: what they are worth, what bounds them, and what they are not."""

from __future__ import annotations

from typing import Final

SMALL: Final[dict[str, int]] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

SCALES: Final[dict[str, float]] = {
    "dozen": 12, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "tn": 1e12,
}  # fmt: skip

#: Vague counts: the least and the most that the word is taken to mean. A convention, not a measurement: "dozens"
#: is at least two dozen and less than a hundred, "hundreds" at least two hundred and less than a thousand.
VAGUE: Final[dict[str, tuple[float, float]]] = {
    "dozens": (24, 99), "scores": (40, 199), "tens": (20, 99), "hundreds": (200, 999), "thousands": (2e3, 9999),
    "millions": (2e6, 999e6), "billions": (2e9, 999e9), "trillions": (2e12, 999e12),
}  # fmt: skip

#: Words before a scale that leave the multiple open ("several hundred").
FEW: Final[dict[str, tuple[float, float]]] = {
    "a few": (3, 5), "few": (3, 5), "several": (3, 9), "a couple of": (2, 2), "a couple": (2, 2), "many": (3, 9),
    "some": (1, 9),
}  # fmt: skip

FRACTIONS: Final[dict[str, int]] = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
    "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
}  # fmt: skip

#: Signs of money and the unit they stand for.
CURRENCIES: Final[tuple[str, ...]] = (
    "$US",
    "$A",
    "US$",
    "A$",
    "C$",
    "NZ$",
    "HK$",
    "R$",
    "$",
    "£",
    "€",
    "¥",
    "₹",
    "₽",
    "₴",
)

#: Signs of measure that may be written on to the digits ("278kg").
MEASURES: Final[tuple[str, ...]] = (
    "km/h", "km/hr", "kmh", "mph", "kph", "km²", "m²", "km2", "m2", "sqm", "km", "cm", "mm", "nm", "kg", "mg", "lbs", "lb", "oz",
    "kWh", "MWh", "GWh", "TWh", "kW", "MW", "GW", "TW", "kV", "GHz", "MHz", "kHz", "Hz", "GB", "MB", "TB", "Mbps", "Gbps",
    "hp", "bpd", "ft", "ml", "°C", "°F", "°", "degC", "degF", "mm2", "min", "sec", "hrs", "g", "l",
)  # fmt: skip

#: Phrases before a number and the bound they state.
BOUNDS: Final[dict[str, str]] = {
    "up to": "at-most", "as many as": "at-most", "as much as": "at-most", "at most": "at-most",
    "no more than": "at-most", "not more than": "at-most", "less than": "at-most", "fewer than": "at-most",
    "under": "at-most", "below": "at-most", "a maximum of": "at-most", "a limit of": "at-most",
    "at least": "at-least", "no less than": "at-least", "no fewer than": "at-least", "not less than": "at-least",
    "more than": "at-least", "over": "at-least", "above": "at-least", "exceeding": "at-least",
    "in excess of": "at-least", "upwards of": "at-least", "upward of": "at-least", "beyond": "at-least",
    "a minimum of": "at-least", "greater than": "at-least", "well over": "at-least", "as few as": "at-least",
    "about": "about", "around": "about", "roughly": "about", "approximately": "about", "some": "about",
    "nearly": "about", "almost": "about", "close to": "about", "an estimated": "about", "estimated": "about",
    "circa": "about", "just over": "about", "just under": "about", "~": "about", "or so": "about",
    "an average of": "about", "averaging": "about", "averaged": "about",
}  # fmt: skip

#: Words that put a number on top of another one.
ADDITIVE_BEFORE: Final[tuple[str, ...]] = (
    "another",
    "an additional",
    "additional",
    "a further",
    "further",
    "an extra",
)
ADDITIVE_AFTER: Final[frozenset[str]] = frozenset({"more", "additional", "extra", "further", "new", "other"})

#: Words that may stand between a bound and its number.
LOOSE: Final[tuple[str, ...]] = ("the", "a", "an", "another", "an additional", "additional", "some", "a further",
                                 "about", "around", "the original")  # fmt: skip

#: Words before a number that make it a name, an age, a place in a list or on a page.
NAMING: Final[frozenset[str]] = frozenset(
    """highway route interstate section sections article articles row room flight no number chapter page pages
    paragraph resolution bill proposition prop form boeing airbus channel apollo act figure table area district
    ward phase type windows iphone version volume vol issue episode season part line platform gate unit block
    building suite apartment apt floor level tier class grade day week year title rule step option question item
    group zone sector station psalm verse round game week exit pier terminal lot channel formula studio draft s&p ftse stoxx nikkei age aged
    ages""".split()
)  # fmt: skip
STREETS: Final[frozenset[str]] = frozenset(
    "street st avenue ave road rd boulevard blvd lane ln drive dr square place plaza way court terrace".split()
)
#: Words before two numbers with a dash that make them a score or a vote.
SCORING: Final[frozenset[str]] = frozenset(
    """won win wins winning beat beats beating lost loss lose losing defeated defeat tied tie drew draw led lead
    leading trailed trailing score scored vote voted votes ruled ruling split victory""".split()
)

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

#: Heads that may name the same counted thing in different words, by the word that stands for them.
KINDRED: Final[dict[str, str]] = {
    word: group
    for group, row in {
        "soldier": "troop soldier conscript reservist recruit serviceman fighter draftee",
        "person": "people person man men woman women citizen resident inhabitant civilian",
        "death": "death fatality killed dead casualty victim",
        "home": "home household house flat dwelling",
        "worker": "worker employee job staff",
    }.items()
    for word in row.split()
}  # fmt: skip

#: Words with which a clause goes on behind what is counted.
FINITE: Final[frozenset[str]] = frozenset(
    """had has have was were is are will would could should may might can must do does did who which that and but or
    to because so while when if""".split()
)
