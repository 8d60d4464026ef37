"""Nouns that tell what kind of source a phrase names, singular and lower case unless said otherwise."""

from __future__ import annotations

from typing import Final

#: A person by office, trade or tie; where it stands before or behind a name it is that person's role.
PERSON_NOUNS: Final[frozenset[str]] = frozenset(
    """spokesperson spokesman spokeswoman minister president premier chancellor governor mayor senator deputy lawmaker
    congressman congresswoman representative legislator politician leader chief head chair chairman chairwoman chairperson
    director ceo executive founder owner manager secretary ambassador envoy diplomat consul commissioner commander general
    colonel major captain lieutenant sergeant admiral marshal officer soldier veteran official adviser advisor aide analyst
    expert economist historian scientist researcher scholar professor lecturer doctor physician nurse lawyer attorney judge
    prosecutor detective inspector sheriff policeman policewoman journalist reporter correspondent editor columnist blogger
    milblogger author writer critic activist campaigner organiser organizer farmer teacher student resident witness victim
    neighbour neighbor mother father son daughter brother sister husband wife widow king queen prince princess pope bishop
    archbishop priest imam rabbi coach player captain manager coordinator ombudsman treasurer councillor councilor member
    delegate negotiator strategist pollster consultant engineer pilot driver worker shopkeeper broker trader investor
    banker boss counterpart striker defender goalkeeper pundit clerk cleric monk nun chemist biologist physicist sociologist psychologist statistician epidemiologist surgeon pensioner retiree passenger shopper commuter tenant landlord nurse carpenter baker butcher fisherman sailor skipper broker successor predecessor candidate nominee opponent rival man woman boy girl someone nobody""".split()
)

#: Words that stand in capitals before a name and are a title, not part of it.
TITLE_WORDS: Final[frozenset[str]] = frozenset(
    """Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Baron Baroness Count Countess President Vice Prime Minister
    Premier Chancellor Governor Gov Mayor Senator Sen Deputy Rep Representative Congressman Congresswoman Secretary
    Ambassador Commissioner Commander General Gen Colonel Col Major Maj Captain Capt Lieutenant Lt Sergeant Sgt Admiral Adm
    Marshal Chief Justice Judge King Queen Prince Princess Pope Bishop Archbishop Cardinal Father Rabbi Imam Sheikh Chairman
    Chairwoman Chair Director Speaker Spokesman Spokeswoman Spokesperson Councillor Councilor Inspector Superintendent
    Attorney Analyst Professor Rev Reverend Sister Brother Comrade Leader Head Coach Officer Executive Editor MP""".split()
)

#: Titles that stand before a surname and nothing else: what follows one is a name even if it is a title as well.
HONORIFICS: Final[frozenset[str]] = frozenset("Mr Mrs Ms Miss Mx Dr Prof Sir Dame".split())

#: Titles that tell whether "he" or "she" may mean the person.
HE_WORDS: Final[frozenset[str]] = frozenset(
    """mr sir lord baron count spokesman chairman congressman policeman king prince father brother son husband widower man boy
    businessman""".split()
)
SHE_WORDS: Final[frozenset[str]] = frozenset(
    """mrs ms miss dame lady baroness countess spokeswoman chairwoman congresswoman policewoman queen princess mother sister
    daughter wife widow woman girl businesswoman""".split()
)

#: A body that speaks: last or telling words of its name, and common nouns for it.
BODY_NOUNS: Final[frozenset[str]] = frozenset(
    """institute institution centre center foundation endowment university college academy school ministry department
    government cabinet parliament congress senate assembly council committee commission court tribunal agency authority office
    bureau service police army navy force forces military staff union party alliance coalition league federation
    association society organisation organization group company corporation firm bank fund exchange board bureau chamber operator airline steelmaker carmaker maker manufacturer retailer insurer lender charity supplier
    hospital clinic campaign club church think-tank tank laboratory lab kremlin nato pentagon command embassy consulate delegation administration
    regime opposition movement campaign team intelligence branch trust brotherhood guild inspectorate directorate secretariat
    expedition mission consortium syndicate cooperative panel railways museum observatory house ltd inc plc corp gmbh""".split()
)

#: Bodies known by one proper name.
BODY_NAMES: Final[frozenset[str]] = frozenset(
    """Kremlin Pentagon NATO Downing Whitehall Brussels EU UN WHO IMF OECD OSCE OPEC Interpol Europol FBI CIA NSA FSB GRU SVR
    MI5 MI6 Bundestag Duma Knesset Congress Senate Parliament Treasury Elysée Hamas Hezbollah Taliban""".split()
)

#: Last words of the names of companies: no person's name ends in one.
COMPANY_WORDS: Final[frozenset[str]] = frozenset(
    """Markets Lines Line Shipping Airlines Airways Air Motors Foods Holdings Holding Industries Systems Partners Capital
    Securities Energy Oil Gas Steel Power Insurance Logistics Pharma Pharmaceuticals Technologies Technology Brothers
    International Global Solutions Ports Docks Railways Rail Telecom Telecoms Mining Media Entertainment Studios Records
    Investments Investment Advisors Advisers Associates Consulting Research Analytics Electric Electronics Chemicals
    Engineering Construction Properties Estates Stores Brewery Breweries Farms Mills Works Yard Yards Shipyard Shipyards Labs
    Software Networks Communications Ventures Trading Exports Imports Express Ferries Transport Services Watch Monitor
    Hospital Hospitals Clinic United City Town Rovers Athletic Wanderers Albion""".split()
)

#: Bodies of a state or town that are called by its name and their noun: "the Ostrel council" is not Ostrel.
STATE_NOUNS: Final[frozenset[str]] = frozenset(
    """government parliament cabinet council court police army navy military force forces opposition regime administration
    ministry department embassy delegation assembly senate congress presidency tribunal command authorities""".split()
)

#: Nouns for a company that may stand for its name.
COMPANY_NOUNS: Final[frozenset[str]] = frozenset(
    "company firm operator airline steelmaker carmaker maker manufacturer retailer insurer lender group corporation".split()
)

#: Writings that say something.
DOCUMENT_NOUNS: Final[frozenset[str]] = frozenset(
    """report document documents paper study survey poll letter memo memorandum note statement bulletin dossier file files
    leak leaks email emails cable cables transcript article story review analysis assessment briefing forecast decree order
    bill law ruling verdict indictment complaint petition filing audit book editorial column post tweet message messages
    release communique communiqué notice record records data figures statistics map footage video recording
    invitation test experiment finding result image newsletter update treaty agreement contract plan budget""".split()
)

#: Writings that speak for the one who issues them ("the institute's report" is the institute's word).
ISSUED_NOUNS: Final[frozenset[str]] = frozenset(
    """report study survey poll letter memo memorandum note statement bulletin article review analysis assessment briefing
    forecast paper editorial column post tweet message release communique communiqué notice update newsletter announcement
    remarks comments comment speech address claim claims spokesman""".split()
)

#: People who speak for the body or the writing that has them, without names: "the institute's analysts", "its authors".
AUTHOR_NOUNS: Final[frozenset[str]] = frozenset("authors analysts researchers economists".split())
#: Nouns in the name of a body that lives by its reports.
REPORTING_NOUNS: Final[frozenset[str]] = frozenset(
    """institute centre center foundation endowment observatory university college academy laboratory lab bureau council
    society association network project group trust agency monitor league federation union""".split()
)

#: Nouns for a writing that may stand for one another where an article tells of one writing only.
SAME_WRITING: Final[frozenset[str]] = frozenset(
    """report study paper note document analysis review assessment briefing survey summary text memo
    bulletin""".split()
)

#: Several people without names.
GROUP_NOUNS: Final[frozenset[str]] = frozenset(
    """analysts experts bloggers milbloggers critics observers officials lawmakers leaders deputies residents witnesses
    activists campaigners economists scientists researchers scholars historians lawyers prosecutors investigators journalists
    reporters commentators pundits supporters opponents rivals voters people many some others several most both few
    channels outlets media newspapers sources groups organisations organizations agencies authorities forces troops soldiers
    police families parents teachers students workers farmers unions parties members ministers diplomats allies governments
    countries nations aides advisers advisors insiders veterans relatives neighbours neighbors users posters protesters
    family couple crew crowd public staff management leadership demonstrators doctors engineers traders investors bankers rebels separatists regulators companies firms banks""".split()
)

#: Groups of nouns that may stand for each other when a text speaks of one body or person again.
SAME_NOUN: Final[tuple[frozenset[str], ...]] = (
    frozenset(
        {
            "tank",
            "institute",
            "centre",
            "center",
            "foundation",
            "endowment",
            "institution",
            "organisation",
            "organization",
        }
    ),
    frozenset({"agency", "wire", "newswire", "outlet", "service"}),
    frozenset({"newspaper", "paper", "daily", "weekly", "magazine", "outlet", "tabloid", "journal", "publication"}),
    frozenset({"broadcaster", "station", "channel", "network", "outlet"}),
    frozenset({"ministry", "department"}),
    frozenset({"company", "firm", "corporation", "group"}),
    frozenset({"university", "college"}),
    frozenset({"alliance", "bloc"}),
    frozenset({"spokesman", "spokeswoman", "spokesperson"}),
    frozenset({"lawmaker", "legislator", "deputy", "senator", "congressman", "congresswoman", "representative"}),
    frozenset({"adviser", "advisor", "aide"}),
    frozenset({"professor", "scholar", "academic", "lecturer"}),
    frozenset({"analyst", "expert"}),
    frozenset({"journalist", "reporter", "correspondent"}),
    frozenset({"lawyer", "attorney"}),
    frozenset({"executive", "ceo", "boss"}),
)

#: Endings of nouns for people by what they do, in the plural: a lone word with one of them is a group.
AGENT_ENDINGS: Final[tuple[str, ...]] = (
    *("ers", "ors", "ists", "ians", "eers", "men", "folk"),
    *("icans", "peans", "crats", "tizens", "ponents", "dents"),
)

#: Pronouns of a quotation that mean its speaker.
FIRST_PERSON: Final[frozenset[str]] = frozenset({"i", "we"})
#: Pronouns that may stand for a source.
PERSON_PRONOUNS: Final[frozenset[str]] = frozenset({"he", "she"})
THING_PRONOUNS: Final[frozenset[str]] = frozenset({"it"})
MANY_PRONOUNS: Final[frozenset[str]] = frozenset({"they"})
#: Pronouns nobody should look behind.
OPEN_PRONOUNS: Final[frozenset[str]] = frozenset(
    "i we you who that this these those one someone somebody everyone everybody anyone anybody nobody others some many all".split()
)
