"""English names of holidays and of days that have a name, as tables."""

from __future__ import annotations

from typing import Final

#: Holidays by month and day, or by the name of a rule that `model.holidays` knows. Lower case; read with capitals.
HOLIDAYS: Final[dict[str, str]] = {
    # fixed days
    "new year's eve": "12-31", "new years eve": "12-31", "hogmanay": "12-31", "new year's day": "01-01",
    "new year's": "01-01", "new years": "01-01", "new year": "01-01", "epiphany": "01-06",
    "orthodox christmas": "01-07", "groundhog day": "02-02", "valentine's day": "02-14",
    "st. patrick's day": "03-17", "st patrick's day": "03-17", "april fools' day": "04-01", "april fool's day": "04-01",
    "st. george's day": "04-23", "st george's day": "04-23", "earth day": "04-22", "may day": "05-01",
    "labour day": "05-01", "cinco de mayo": "05-05", "flag day": "06-14", "juneteenth": "06-19",
    "halloween": "10-31", "all saints' day": "11-01", "all souls' day": "11-02", "guy fawkes night": "11-05",
    "guy fawkes day": "11-05", "bonfire night": "11-05", "veterans day": "11-11", "remembrance day": "11-11",
    "armistice day": "11-11", "christmas eve": "12-24", "christmas day": "12-25", "christmas": "12-25",
    "boxing day": "12-26", "michaelmas": "09-29", "candlemas": "02-02", "martinmas": "11-11", "lammas": "08-01", "international women's day": "03-08", "women's day": "03-08",
    # national days
    "australia day": "01-26", "waitangi day": "02-06", "defender of the fatherland day": "02-23",
    "anzac day": "04-25", "lady day": "03-25", "king's day": "04-27", "victory day": "05-09", "constitution day": "05-17",
    "russia day": "06-12", "canada day": "07-01", "independence day": "07-04", "fourth of july": "07-04",
    "july fourth": "07-04", "bastille day": "07-14", "german unity day": "10-03", "day of german unity": "10-03",
    # days counted by weekday
    "martin luther king jr. day": "mlk-day", "martin luther king day": "mlk-day", "mlk day": "mlk-day",
    "presidents day": "presidents-day", "presidents' day": "presidents-day", "mother's day": "mothers-day",
    "memorial day": "memorial-day", "father's day": "fathers-day", "labor day": "labor-day",
    "columbus day": "columbus-day", "indigenous peoples' day": "columbus-day", "election day": "us-election-day",
    "remembrance sunday": "remembrance-sunday", "thanksgiving day": "thanksgiving", "thanksgiving": "thanksgiving",
    "black friday": "black-friday", "cyber monday": "cyber-monday",
    # Easter and what counts from it
    "mardi gras": "shrove-tuesday", "shrove tuesday": "shrove-tuesday", "ash wednesday": "ash-wednesday",
    "palm sunday": "palm-sunday", "maundy thursday": "maundy-thursday", "holy thursday": "maundy-thursday",
    "good friday": "good-friday", "holy saturday": "holy-saturday", "easter sunday": "easter",
    "easter monday": "easter-monday", "orthodox easter": "orthodox-easter", "easter": "easter",
    "ascension day": "ascension-day", "whit sunday": "pentecost", "pentecost": "pentecost",
    "whit monday": "whit-monday", "whitsun": "pentecost", "corpus christi day": "corpus-christi",
    # Sundays before Christmas
    "first sunday of advent": "advent", "first sunday in advent": "advent", "advent sunday": "advent",
    # days of the Hebrew, the Islamic, the Chinese, the Hindu and the Persian calendar
    "purim": "purim", "passover": "passover", "shavuot": "shavuot", "rosh hashanah": "rosh-hashanah",
    "rosh hashana": "rosh-hashanah", "yom kippur": "yom-kippur", "sukkot": "sukkot", "hanukkah": "hanukkah",
    "chanukah": "hanukkah", "ramadan": "ramadan", "eid al-fitr": "eid-al-fitr", "eid ul-fitr": "eid-al-fitr",
    "eid al-adha": "eid-al-adha", "eid ul-adha": "eid-al-adha", "ashura": "ashura",
    "lunar new year": "lunar-new-year", "chinese new year": "lunar-new-year",
    "diwali": "diwali", "deepavali": "diwali", "nowruz": "nowruz",
}  # fmt: skip

#: Whose Independence Day falls on another day, by the word before it: "Ukraine's", "Ukrainian", "the Indian".
INDEPENDENCE_DAYS: Final[dict[str, str]] = {
    "ukraine": "08-24", "ukrainian": "08-24", "india": "08-15", "indian": "08-15", "pakistan": "08-14",
    "pakistani": "08-14", "indonesia": "08-17", "indonesian": "08-17", "malaysia": "08-31", "malaysian": "08-31",
    "brazil": "09-07", "brazilian": "09-07", "mexico": "09-16", "mexican": "09-16", "poland": "11-11",
    "polish": "11-11", "finland": "12-06", "finnish": "12-06", "kenya": "12-12", "kenyan": "12-12",
    "ghana": "03-06", "ghanaian": "03-06", "nigeria": "10-01", "nigerian": "10-01", "philippines": "06-12",
    "philippine": "06-12", "georgia": "05-26", "georgian": "05-26", "moldova": "08-27", "moldovan": "08-27",
    "estonia": "02-24", "estonian": "02-24", "bangladesh": "03-26", "bangladeshi": "03-26", "peru": "07-28",
    "argentina": "07-09", "colombia": "07-20", "jamaica": "08-06", "kazakhstan": "12-16", "afghanistan": "08-19",
    "afghan": "08-19", "u.s.": "07-04", "american": "07-04", "u.s": "07-04", "america": "07-04",
}  # fmt: skip

#: Month, day and what follows a day that its event has made a name, and the year of the event.
NAMED_DAYS: Final[dict[tuple[int, int], tuple[int, str]]] = {
    (9, 11): (2001, "attacks terrorist terrorists hijacker hijackers hijackings commission memorial"),
    (1, 6): (2021, "attack riot riots rioters rioter insurrection committee"),
    (10, 7): (2023, "attack attacks massacre"),
}  # fmt: skip

#: Months of other calendars. A date in one is kept as what it is.
OTHER_MONTHS: Final = (
    "muharram safar rabi jumada rajab shaban shawwal "
    "nisan iyar sivan tammuz elul tishri tishrei cheshvan kislev tevet shevat adar "
    "farvardin ordibehesht khordad mordad shahrivar bahman esfand "
    "vendémiaire brumaire frimaire nivôse pluviôse ventôse germinal floréal prairial messidor thermidor fructidor"
)
