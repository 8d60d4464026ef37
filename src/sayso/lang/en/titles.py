"""Titles and roles of people: what stands before a name, and what an apposition after it says."""

from __future__ import annotations

from typing import Final

#: Titles written with a full stop, without it.
DOTTED: Final[frozenset[str]] = frozenset(
    """mr mrs ms dr sen rep gov gen lt col sgt capt cmdr prof rev hon st jr sr pres atty maj adm sens reps supt
    inc co corp ltd dept no""".split()
)

#: Titles that stand before a name.
TITLES: Final[frozenset[str]] = frozenset(
    """mr mrs ms miss dr sir dame lord lady sen senator rep representative congressman congresswoman gov governor
    president vice premier chancellor minister secretary ambassador judge justice mayor councilman councilwoman
    alderman general gen lieutenant lt colonel col captain capt major maj sergeant sgt admiral adm commander
    commissioner chief director chairman chairwoman chair professor prof dean reverend rev father bishop archbishop
    cardinal pope rabbi imam king queen prince princess duke duchess spokesman spokeswoman spokesperson attorney
    sheriff detective officer deputy undersecretary speaker treasurer comptroller""".split()
)

#: Nouns that say what somebody is or does; an apposition without an article begins with one or has it second.
ROLES: Final[frozenset[str]] = TITLES | frozenset(
    """author editor reporter journalist correspondent columnist anchor host analyst expert economist historian
    scientist political researcher fellow scholar lecturer lawyer counsel adviser advisor aide strategist consultant
    pollster manager executive ceo cfo coo founder cofounder co-founder co-chair co-author owner partner member leader
    head boss coordinator organizer activist advocate campaigner candidate nominee delegate voter supporter critic
    assistant associate senior former deputy acting interim retired founding managing executive vice-president
    president-elect veteran resident teacher student farmer worker nurse doctor physician engineer architect artist
    writer novelist poet actor actress singer coach player pastor priest""".split()
)
