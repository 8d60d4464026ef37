"""Which country a word speaks for: adjectives, capitals and seats of power. For sides and qualifiers, never names."""

from __future__ import annotations

from typing import Final

#: Words that mean or qualify a country, lower case, by the country's name, lower case.
_OF: Final[dict[str, str]] = {
    "russia": "russian russians kremlin moscow putin's", "ukraine": "ukrainian ukrainians kyiv kiev",
    "united states": "us u.s usa america american americans washington pentagon", "britain": "british uk u.k united-kingdom whitehall london",
    "germany": "german germans berlin bundestag", "france": "french paris elysee élysée", "china": "chinese beijing",
    "israel": "israeli israelis jerusalem knesset", "iran": "iranian iranians tehran", "turkey": "turkish ankara türkiye",
    "poland": "polish warsaw", "belarus": "belarusian minsk", "georgia": "georgian georgians tbilisi", "armenia": "armenian yerevan",
    "azerbaijan": "azerbaijani baku", "estonia": "estonian tallinn", "latvia": "latvian riga", "lithuania": "lithuanian vilnius",
    "finland": "finnish helsinki", "sweden": "swedish stockholm", "norway": "norwegian oslo", "denmark": "danish copenhagen",
    "netherlands": "dutch", "belgium": "belgian", "switzerland": "swiss", "austria": "austrian vienna", "hungary": "hungarian budapest",
    "czechia": "czech prague", "slovakia": "slovak bratislava", "romania": "romanian bucharest", "bulgaria": "bulgarian sofia",
    "greece": "greek athens", "serbia": "serbian belgrade", "croatia": "croatian zagreb", "italy": "italian rome",
    "spain": "spanish madrid", "portugal": "portuguese lisbon", "ireland": "irish dublin", "japan": "japanese tokyo",
    "india": "indian delhi", "pakistan": "pakistani islamabad", "afghanistan": "afghan kabul", "iraq": "iraqi baghdad",
    "syria": "syrian damascus", "lebanon": "lebanese beirut", "egypt": "egyptian cairo", "saudi arabia": "saudi riyadh",
    "qatar": "qatari doha", "south korea": "seoul", "north korea": "pyongyang", "vietnam": "vietnamese hanoi",
    "taiwan": "taiwanese taipei", "philippines": "filipino philippine manila", "indonesia": "indonesian jakarta",
    "australia": "australian canberra", "canada": "canadian ottawa", "mexico": "mexican", "brazil": "brazilian",
    "argentina": "argentine", "chile": "chilean", "colombia": "colombian", "venezuela": "venezuelan caracas", "cuba": "cuban havana",
    "moldova": "moldovan chisinau", "kazakhstan": "kazakh", "uzbekistan": "uzbek", "sudan": "sudanese khartoum",
    "ethiopia": "ethiopian", "kenya": "kenyan nairobi", "nigeria": "nigerian abuja", "south africa": "pretoria",
    "kosovo": "kosovar pristina",
}  # fmt: skip

#: A word, lower case, to the country it speaks for, lower case.
NATIONS: Final[dict[str, str]] = {
    **{name: name for name in _OF},
    **{word: name for name, told in _OF.items() for word in told.split()},
}

#: Words that make a body's name that any country may have; with a country's name they are one body's.
GENERIC: Final[frozenset[str]] = frozenset(
    """ministry department office bureau agency service services authority board commission committee council court chamber
    government cabinet parliament senate assembly congress bank army navy police force forces guard staff military armed air
    national central federal state supreme high constitutional general main royal public civil border coast security defence war
    foreign interior internal external affairs finance treasury economy economic trade industry energy water transport health
    education culture justice labour agriculture environment environmental emergency emergencies situations digital information
    party liberal conservative labour democratic republican socialist communist green people's workers red cross
    broadcasting radio television football union intelligence investigative election elections electoral prosecutor prosecutors prosecutor's tax customs audit competition
    social development science sport research statistics railways post railway weather meteorological opposition""".split()
)

#: Words that can head the name of such a body.
HEADS: Final[frozenset[str]] = frozenset(
    """ministry department office bureau agency service authority board commission committee council court chamber government
    cabinet parliament senate assembly congress bank army navy police force forces guard staff military treasury railways party cross""".split()
)

#: Portfolios under another word.
PORTFOLIOS: Final[dict[str, str]] = {
    "internal": "interior",
    "external": "foreign",
    "emergencies": "emergency",
    "elections": "election",
}

#: Letters of ministries, lower case, with the words that they stand for.
MINISTRIES: Final[dict[str, str]] = {
    "mod": "ministry defence", "mfa": "ministry foreign", "moh": "ministry health", "moj": "ministry justice",
    "mof": "ministry finance", "mvd": "ministry interior", "dod": "department defence", "doj": "department justice",
}  # fmt: skip

#: Capitals that may as well be only a town in a role ("the Moscow branch of the party"), lower case.
TOWNS: Final[frozenset[str]] = frozenset(
    """moscow kyiv kiev washington london berlin paris beijing jerusalem tehran ankara warsaw minsk tbilisi yerevan baku tallinn riga
    vilnius helsinki stockholm oslo copenhagen vienna budapest prague bratislava bucharest sofia athens belgrade zagreb rome
    madrid lisbon dublin tokyo delhi islamabad kabul baghdad damascus beirut cairo riyadh doha seoul pyongyang hanoi taipei
    manila jakarta canberra ottawa caracas havana chisinau khartoum nairobi abuja pretoria pristina""".split()
)
