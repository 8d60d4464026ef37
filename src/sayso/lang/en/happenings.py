"""English words for what happens to counted people, things and sums, and nouns that may count the same, as tables.

Two articles tell one number in different words: "troops" and "soldiers", "killed" and "bodies", "posts" and "jobs".
A row gives words of one kind by the word that stands for them. Words are matched as written here, nouns also in
their plural.
"""

from __future__ import annotations

from typing import Final

#: Nouns that may name the same counted thing, by the word that stands for them.
KINDS: Final[dict[str, str]] = {
    "soldier": """troop troops soldier conscript reservist recruit serviceman servicemen fighter draftee infantry
        infantryman guardsman mercenary marine army force""",
    "person": """people person man men woman women citizen resident inhabitant civilian individual villager
        townspeople islander folk human soul local man-woman""",
    "death": "death fatality dead casualty victim body corpse life live deceased toll",
    "injured": "injured wounded injury",
    "home": "home household house flat dwelling apartment residence cottage bungalow",
    "worker": "worker employee job staff post position workforce docker labourer laborer role vacancy picket striker",
    "nurse": "nurse midwife",
    "doctor": "doctor physician surgeon medic consultant",
    "teacher": "teacher lecturer",
    "driver": "driver motorist",
    "miner": "miner pitman",
    "crew": "crew crewman crewmen sailor seaman seamen",
    "marcher": "protester protestor demonstrator marcher participant attendee rallygoer supporter spectator crowd rioter",
    "case": "case infection infected patient sufferer",
    "fled": "refugee migrant evacuee asylum-seeker displaced newcomer arrival",
    "lorry": "lorry truck",
    "carriage": "carriage coach wagon",
    "shell": "shell round ammunition cartridge",
    "missile": "missile rocket",
    "gun": "gun howitzer cannon",
    "ship": "ship vessel boat tanker freighter ferry trawler barge",
    "train": "train locomotive",
    "dose": "dose jab shot vaccine vaccination inoculation",
    "vote": "vote ballot voter elector",
    "signature": "signature signatory name",
    "pupil": "pupil schoolchild schoolchildren student",
    "child": "child children youngster minor boy girl",
    "officer": "officer policeman policemen police constable",
    "farmer": "farmer grower farm smallholding",
    "passenger": "passenger traveller traveler commuter rider",
    "operation": "operation surgery procedure",
    "application": "application claim request",
    "firm": "firm company business",
    "station": "station precinct",
    "tree": "tree trunk",
    "bed": "bed berth",
    "tonne": "tonne ton tons metric",
    "kilometre": "kilometre kilometer km",
    "metre": "metre meter m",
    "hectare": "hectare acre ha",
    "seat": "seat place",
}  # fmt: skip

#: Kinds of people: those of the first line may be any of the others, as "people" and "the dead" may be nurses.
ANYBODY: Final[frozenset[str]] = frozenset("soldier person death injured worker marcher case fled".split())
PEOPLE: Final[frozenset[str]] = ANYBODY | frozenset(
    "vote pupil child officer farmer passenger nurse doctor teacher driver miner crew".split()
)

#: Those of them to whom one event happens once: their number grows or is disputed, it is seldom another one.
HARMED: Final[frozenset[str]] = frozenset(("death", "injured"))

#: What happens to the counted, or what a sum is for, by the word that stands for it.
HAPPENINGS: Final[dict[str, str]] = {
    "death": "kill killed killing die died dies dying dead death deaths toll body bodies fatal fatality perish "
    "perished drowned drown victims victim lives deadly slain casualty casualties",
    "injury": "injure injured injuries hurt wound wounded",
    "missing": "missing unaccounted",
    "flight": "evacuate evacuated evacuation evacuees displaced flee fled refugees homeless uprooted shelter driven "
    "sheltered safety bused relocated",
    "detention": "detain detained detention arrest arrested arrests custody jailed jail imprisoned",
    "levy": "levy mobilise mobilised mobilize mobilization mobilisation draft drafted conscript conscripted "
    "call-up called-up enlist enlisted recruit recruited raising recruits reservists",
    "cut": "cut cuts shed sheds slash axe axed layoff layoffs laid redundant redundancy redundancies dismiss dismissals "
    "dismissed sack sacked scrap scrapped loss lose loses losses go gone",
    "employment": "employ employed employs employees workforce",
    "strike": "strike strikes strikers striking walkout walk-out",
    "march": "march marched marching marchers rally rallied demonstrate demonstrated demonstration demonstrators "
    "protest protested protesters participants attended attend crowd gathered",
    "illness": "infect infected infection infections case cases ill sick catch caught contract contracted outbreak "
    "epidemic confirmed",
    "treatment": "treat treated treating treatment hospital ward admitted hospitalised hospitalized",
    "delivery": "deliver delivered delivery deliveries arrive arrived arrives shipment shipments shipped consignment "
    "handed supplied supply supplies transferred sent",
    "damage": "damage damaged destroy destroyed ruin ruined flooded wrecked burnt burned collapsed",
    "cost": "cost costs costing bill price priced expense expensive dear overrun sunk spend spent spending",
    "aid": "aid relief compensation grant subsidy donation",
    "pay": "pay paid wage wages salary earn earns earning bonus",
    "saving": "saving savings save saves",
    "severance": "severance payoff",
    "budget": "budget budgeted earmarked allocate allocated",
    "debt": "loan loans debt borrow borrowed owe owes owed",
    "fine": "fine fined penalty",
    "revenue": "revenue revenues sales turnover income proceeds",
    "profit": "profit profits earnings surplus",
    "deficit": "deficit shortfall gap short hole",
    "trade": "export exports exported import imports imported",
    "harvest": "harvest harvested crop crops yield yields",
    "voting": "turnout registered vote votes voted voting ballot ballots poll polls electorate voter voters",
    "petition": "petition signature signatures signed sign",
    "waiting": "wait waiting waits queue queued queues list lists",
    "room": "seat capacity hold holds room built berths beds",
    "pledge": "pledge pledged pledges pledging promise promised promises",
    "order": "order ordered orders commissioned",
    "making": "produce produced produces production output manufactured",
    "stock": "stock stocks stockpile stockpiles reserve reserves stored storage silo silos warehouse warehouses",
    "sowing": "sow sown sowed plant planted planting acreage farmland",
    "drought": "drought hail frost pest blight withered",
    "surgery": "operation operations surgery surgeries operated procedure procedures",
    "leaving": "discharged released return returned returning returns deported expelled repatriated",
    "crossing": "cross crossed crossing crossings border entered entering arrivals landed",
    "asylum": "asylum application applications applied",
    "camp": "camp camps tent tents",
    "rescue": "rescue rescued rescues freed trapped pulled",
    "speed": "speed limit fast",
    "closure": "close closed closes closing closure shut",
    "winning": "majority lead margin won seats mandate",
    "housing": "house houses housed housing flats homes tenants rents",
    "toll": "toll tolls fare fee charge surcharge",
    "insurance": "insured insurance insure premium premiums",
    "build": "build builds construct constructed erected",
    "travel": "passengers aboard board carried carrying",
}  # fmt: skip

#: Happenings of sums and shares only: a "bill" of 18,000 people is a law.
SUMS: Final[frozenset[str]] = frozenset(
    "cost aid pay saving severance budget debt fine revenue profit deficit toll insurance".split()
)

#: Names of money besides its signs.
MONEY: Final[frozenset[str]] = frozenset(
    """dollar euro pound yen yuan renminbi rouble ruble hryvnia lira franc crown krona krone kroner kronor koruna
    zloty forint lev leu lei dinar dirham riyal rial rupee rupiah peso real won baht dong shekel taler thaler mark
    florin guilder gulden ducat shilling schilling peseta escudo drachma kuna naira cedi birr kwacha pula manat tenge
    som lari dram taka kyat ringgit cent penny pence kopeck centime sterling buck""".split()
)
#: Signs of money by the name that stands for them.
SIGNS: Final[dict[str, str]] = {
    "$": "dollar", "US$": "dollar", "$US": "dollar", "A$": "dollar", "$A": "dollar", "C$": "dollar", "£": "pound",
    "€": "euro", "¥": "yen", "₹": "rupee", "₽": "rouble", "₴": "hryvnia", "USD": "dollar", "EUR": "euro",
    "GBP": "pound",
}  # fmt: skip

#: Words with which a sum or a count is per something: "a day", "an hour each".
RATES: Final[frozenset[str]] = frozenset(
    """day week month year hour minute head person household family car bottle unit tonne ton barrel litre kilo
    square pupil worker child ticket night""".split()
)

#: Words that say little of what is counted: how a number is brought, pointed at or moved.
LIGHT: Final[frozenset[str]] = frozenset(
    """mr mrs number numbers figure figures total totals totalled reach reached reaches put puts bring brings brought
    bringing take takes took come comes came coming stand stands stood call called speak speaks spoke spoken warn
    warned among least most far close closer nearly almost roughly some somewhat found find finds count counts
    counted estimate estimates estimated rise rises rose risen rising fall falls fell fallen climb climbs climbed
    grow grows grew grown jump jumped drop dropped decline declined dwindle dwindles increase increased decrease
    decreased double doubled half twice another further additional extra including included includes alone
    already still yet later earlier now today yesterday tomorrow monday tuesday wednesday thursday friday saturday
    sunday week weeks month months year years day days hour hours morning evening night january february march april
    may june july august september october november december spring summer autumn winter million billion thousand
    hundred trillion bn mn cent per told news newspaper reporters reporter spokesman spokeswoman spokesperson
    official officials minister ministry chief director chairman chairwoman president mayor office be new good well
    around about near late early end beginning start time times whole part parts place places set also however
    taken given known paid meanwhile amount amounts amounted sum""".split()
) - frozenset(("march",))
