"""English words around what a number counts: measures, heads, words that end it, words that tell it from ahead."""

from __future__ import annotations

from typing import Final

#: Nouns of measure and currency, which end what is counted at once, singular or plural ("a two inch burn").
MEASURE_NOUNS: Final[frozenset[str]] = frozenset(
    """inch inches foot feet yard yards mile miles mi km/h m/s meter meters metre metres kilometer kilometers kilometre kilometres
    km cm mm m nm kg kgs g mg lb lbs oz ton tons tonne tonnes gram grams kilogram kilograms kilo kilos ounce ounces
    litre litres liter liters gallon gallons pint pints barrel barrels acre acres hectare hectares degree degrees
    fahrenheit celsius mph kph mpg hp bhp ps lb-ft nm kw mw gw kwh mwh gwh megawatt megawatts gigawatt gigawatts kilowatt kilowatts
    watt watts volt volts hertz mhz ghz gb mb tb knot knots calorie calories percent cent cents pence euro euros
    dollar dollars pound pounds yen yuan won baht rupee rupees ringgit rand ruble rubles rouble roubles franc francs
    krona kronor krone kroner crown crowns zloty forint lira peso pesos real reais dirham dirhams riyal riyals dinar
    dinars shekel shekels naira shilling shillings hryvnia hryvnias lei leu mark marks sen usd eur gbp aud cad nzd chf jpy cny
    mxn dkk sek nok pln czk huf inr rub zar brl hr hrs min mins sec secs kbps mbps gbps rpm bpd cc cfm psi gpa mpa °c °f º °""".split()
)
CURRENCY_NOUNS: Final[frozenset[str]] = frozenset(
    """cent cents pence euro euros dollar dollars pound pounds yen yuan won baht rupee rupees ringgit rand ruble rubles
    rouble roubles franc francs krona kronor krone kroner crown crowns zloty forint lira peso pesos reais dirham dirhams
    riyal riyals dinar dinars shekel shekels naira shilling shillings hryvnia hryvnias lei leu marks florin florins""".split()
)
#: Words before a noun of measure that belong to it.
MEASURE_ADJECTIVES: Final[frozenset[str]] = frozenset(
    "square sq cubic nautical metric long short us u.s. american canadian australian swiss danish czech light fluid".split()
)

#: Words that may stand before an adjective inside what is counted ("two most successful works").
DEGREES: Final[frozenset[str]] = frozenset(
    "most very more well less highly newly fully partly once so-called then now still only long best".split()
)

#: Nouns that a number binds before another noun ("3 star hotels").
BINDING: Final[frozenset[str]] = frozenset(
    """bedroom star storey story lane seat hole digit person bed berth seater cylinder speed course door piece page volt watt
    point step stage tier part man room passenger""".split()
)
#: Adjectives before a noun of mass, so that "12 million metric tonnage" keeps its noun.
MASS_MODIFIERS: Final[frozenset[str]] = frozenset(
    "total metric annual daily gross net new full extra strong american british european foreign local".split()
)

#: What happened to people, as the name of them ("40 dead and 120 wounded").
HARMED: Final[frozenset[str]] = frozenset("dead killed wounded injured missing hurt homeless".split())

#: What counts the dead, so that the missing or wounded told next are not counted by it.
TOLLS: Final[tuple[str, ...]] = ("bodies", "toll", "deaths", "fatalities")

#: Words in s that are mostly followed by the noun that they qualify ("sales jobs", "women drivers").
LEADING: Final[frozenset[str]] = frozenset(
    """sales sports arms goods savings athletics economics politics mathematics physics customs operations systems
    communications women men human-rights rights drugs logistics electronics awards parks works services
    business news gas christmas paris texas wales windows games veterans honors honours weapons materials""".split()
)
#: Words that end what is counted and are no word of grammar.
ENDING: Final[frozenset[str]] = frozenset(
    """others per both some any all worth apiece forward ahead alone else together outside inside nearby online upstairs
    downstairs abroad altogether overall combined involving including excluding concerning regarding containing
    belonging according depending ranging""".split()
)
#: Those of them that are adjectives where no plural stands before them ("nine nearby villages").
ADJECTIVES_TOO: Final[frozenset[str]] = frozenset("outside inside nearby online overseas overall combined".split())
#: Words in s behind a plural that are no nouns and so no head.
NO_NOUNS: Final[frozenset[str]] = frozenset(
    """was is has does as his hers its ours theirs yours this thus us yes across towards besides perhaps always sometimes versus
    plus minus less unless overseas afterwards upwards abroad nowadays outdoors indoors downstairs upstairs onwards forwards backwards
    regardless whereas besides ourselves themselves says others""".split()
)
#: Words behind the plural that still belong to its name ("attorneys general").
BEHIND_PLURAL: Final[dict[str, str]] = {
    "general": "attorneys secretaries consuls governors auditors inspectors surgeons directors solicitors",
    "martial": "courts", "major": "sergeants", "elect": "presidents governors members",
}  # fmt: skip

#: Endings of nouns of several that no s marks.
PLURAL_ENDINGS: Final[tuple[str, ...]] = ("men", "women", "people", "children", "folk", "feet", "aircraft", "craft")

#: Verbs of the past without -ed, behind which no counted noun goes on.
PAST: Final[frozenset[str]] = frozenset(
    """sat stood fought spoke wrote read brought bought caught taught thought told felt left lost led meant met paid sold
    sent slept spent won knew grew flew drew threw drove rode broke chose froze stole woke wore tore bore swore sank
    drank rang sang swam ran sprang shot shut stuck struck swung hung hid bit lit slid fled bled fed bred became
    overcame withdrew underwent undertook took shook gave forgave came went did had made lay rose saw showed kept began
    got put set cut hit hurt let quit split spread cost beat cast burst built bent lent dealt dug heard held laid
    remain remained sit stand live lived work worked voted""".split()
)

#: Nouns before "of" and a number that name what is counted ("a toll of 12", "a force of 40,000").
OF_NOUNS: Final[frozenset[str]] = frozenset(
    """toll force crew fleet crowd audience membership staff team army workforce garrison convoy
    turnout majority minority quorum delegation family congregation readership circulation length width height depth
    weight speed distance altitude capacity output ratio score rating margin lead profit loss debt deficit surplus
    revenue budget fine price value cost salary attendance""".split()
)
#: Nouns before "of" and a number that tell how many people live there ("a nation of 5 million"). A population may be
#: one of anything.
PEOPLED: Final[frozenset[str]] = frozenset(
    "nation country city town village hamlet community republic province district suburb metropolis".split()
)
#: Verbs between a subject and the number that it has or comes to.
REACHING: Final[tuple[str, ...]] = (
    "rose", "risen", "fell", "fallen", "grew", "grown", "climbed", "dropped", "jumped", "soared", "sank", "shrank",
    "shrunk", "declined", "increased", "decreased", "doubled", "tripled", "surged", "slumped", "plunged", "edged",
    "slipped", "rises", "falls", "reached", "reaches", "stood at", "stands at", "stood on", "totalled", "totaled",
    "numbered", "number", "stands", "stood", "hit", "passed", "came to", "went up", "went down", "rise", "fall", "grow", "drop", "reach",
    "climb", "exceed", "exceeded", "averaged", "is", "was", "were", "are", "be",
)  # fmt: skip
#: Words between a subject and such a verb.
AUXILIARIES: Final[frozenset[str]] = frozenset(
    "has have had was were is are will would could may might should can to now since also been already then be".split()
)
#: Participles behind what is counted that tell which of it is meant ("300 soldiers drafted in spring").
QUALIFYING: Final[tuple[str, ...]] = tuple(
    """drafted called conscripted mobilised mobilized recruited deployed trained promised pledged sent enlisted stationed
    ordered""".split()
)
