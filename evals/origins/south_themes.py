"""The themes of the second generator: what a case may be about, and the facts that can be said of it.

Slots stand in angle brackets: <n> amount, <t> day, <p> place, <m> modal verb. Where several wordings exist they
stand in one string, parted by "|". A "/" in a quotation is where the speaker's name may split it.
"""

# ruff: noqa: E501 (tables: rows of wordings are read as rows)

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that can be said: `kind` is "p" (to come, with a modal) or "o" (seen); three wordings of each part."""

    kind: str
    low: int
    high: int
    step: int
    subjects: str
    predicates: str
    quotes: str
    heads: str


@dataclass(frozen=True, slots=True)
class Theme:
    """What a case is about: its question, its facts, and what everybody knows of it."""

    question: str
    field: str
    ministry: str
    facts: tuple[Fact, ...]
    known: tuple[str, ...]


DAM = Theme(
    "Will the dam at <p> be drained", "Water", "waterways",
    (
        Fact("p", 24, 88, 1,
             "the lake behind the <p> dam|the <p> reservoir|water held back at <p>",
             "<m> drop below <n> metres by <t>|<m> sink under the <n>-metre mark by <t>|<m> stand lower than <n> metres by <t>",
             "At this rate/ we are under <n> metres by <t>|Nobody who reads the gauges/ expects more than <n> metres on <t>",
             "<p> lake <m> fall below <n> metres|Reservoir at <p> <m> drop under <n> metres by <t>"),
        Fact("p", 120, 2400, 20,
             "families in the lower town of <p>|people living under the wall|residents downstream of <p>",
             "<m> have to leave <n> homes by <t>|<m> be moved out of <n> houses by <t>|<m> be told to clear <n> dwellings by <t>",
             "You cannot empty <n> homes/ on a week's notice|We are talking of <n> front doors,/ and somebody has to knock on each before <t>",
             "<n> homes below <p> dam <m> be cleared|Dam town <m> give up <n> homes by <t>"),
        Fact("p", 12, 480, 4,
             "repairs to the wall|mending the <p> dam|the work on the spillway at <p>",
             "<m> cost <n> million crowns by <t>|<m> swallow <n> million crowns by <t>|<m> call for <n> million crowns by <t>",
             "The bill is <n> million crowns,/ and nobody has said who pays it|Set aside <n> million crowns/ and then hope that it is enough",
             "<p> wall <m> cost <n> million crowns|Mending dam <m> take <n> million crowns by <t>"),
        Fact("o", 3, 60, 1,
             "the upper gallery at <p>|the topmost passage inside the wall|the inspection tunnel of the <p> dam",
             "showed <n> fresh cracks on <t>|had <n> new splits in it on <t>|bore <n> unmended fissures on <t>",
             "There are <n> cracks up there,/ and they are not old ones|Take a lamp and count them:/ you will get to <n>",
             "<n> cracks in <p> gallery|Dam at <p> shows <n> fresh splits"),
        Fact("o", 11, 140, 1,
             "the queue of tankers at <p>|the line of water lorries outside <p>|the row of tank trucks by the <p> pumping house",
             "numbered <n> on <t>|came to <n> on <t>|stood at <n> on <t>",
             "I have never seen <n> tankers/ at one pump|On <t> there were <n> of them,/ with their engines running",
             "<n> tankers queue at <p>|Water lorries at <p> number <n>"),
        Fact("p", 20, 610, 5,
             "power from the <p> turbines|the electricity that <p> sends down the line|output at the hydro plant",
             "<m> be down to <n> megawatts by <t>|<m> shrink to <n> megawatts by <t>|<m> not exceed <n> megawatts by <t>",
             "Plan for <n> megawatts/ and keep candles in the drawer|With <n> megawatts/ you light the capital and nothing else",
             "<p> power <m> shrink to <n> megawatts|Turbines <m> give <n> megawatts by <t>"),
    ),
    ("The dam at <p> was built over nine years and is the largest in the country.",
     "Fishing is forbidden within sight of the wall.",
     "The valley below grows plums, walnuts and most of the vegetables sold in <capital>.",
     "The river rises in the snowfields and reaches the sea after some two hundred kilometres.",
     "Every spring the gates are opened with a small ceremony to which schoolchildren are invited.",
     "The turbines were bought second-hand and have been overhauled twice.",
     "An old church lies under the lake, and its spire is said to show in dry years.",
     "Canoeists need a licence, which costs eleven crowns.",
     "The law on waterways leaves decisions about large dams to the cabinet."),
)  # fmt: skip

PORT = Theme(
    "Will the dockers of <p> end their strike", "Trade", "shipping",
    (
        Fact("p", 14, 190, 1,
             "the number of ships at anchor|the fleet waiting off <p>|the crowd of idle vessels in the <p> roads",
             "<m> reach <n> by <t>|<m> grow to <n> by <t>|<m> swell to <n> by <t>",
             "Look out of the window on <t>/ and you will count <n> hulls|That makes <n> ships,/ and not one of them earning",
             "Waiting fleet <m> reach <n> off <p>|Ships off <p> <m> number <n> by <t>"),
        Fact("p", 15, 900, 5,
             "the stoppage|the dispute in <p>|the standstill of the <p> cranes",
             "<m> cost shippers <n> million crowns by <t>|<m> burn <n> million crowns of the carriers' money by <t>|<m> leave freight owners <n> million crowns poorer by <t>",
             "We put the damage at <n> million crowns,/ and that is the kind estimate|By <t> it is <n> million crowns/ down the drain",
             "<p> strike <m> cost <n> million crowns|Dock dispute <m> burn <n> million crowns by <t>"),
        Fact("o", 40, 3100, 10,
             "the picket at the <p> gate|the crowd of strikers outside the port|the human chain at the <p> entrance",
             "came to <n> people on <t>|amounted to <n> heads on <t>|was <n> strong on <t>",
             "We were <n> at the gate,/ and we shall be more|I stopped counting at <n>/ because it began to rain",
             "<n> on picket line at <p>|Strikers <n> strong at <p> gate"),
        Fact("o", 300, 9600, 50,
             "the yard at <p>|the stacking ground behind the quay|the container field of the harbour",
             "held <n> uncollected boxes on <t>|was filled with <n> unclaimed containers on <t>|had <n> boxes on it that nobody had fetched on <t>",
             "There are <n> boxes out there,/ and some of them smell|You could build a second town/ with those <n> containers",
             "<n> boxes pile up in <p>|<p> yard clogged by <n> containers"),
        Fact("p", 60, 1900, 20,
             "the port company|the operator of the <p> terminal|the firm that runs the quays",
             "<m> let go <n> workers by <t>|<m> cut <n> posts by <t>|<m> dismiss <n> people by <t>",
             "If this goes on,/ <n> people lose their work by <t>|Some <n> families/ will feel it before anyone in an office does",
             "Port firm <m> cut <n> jobs|<p> operator <m> let go <n> by <t>"),
        Fact("p", 2, 39, 1,
             "pay on the quays|dockers' wages in <p>|the hourly rate at the terminal",
             "<m> rise by <n> per cent by <t>|<m> go up <n> per cent by <t>|<m> be lifted by <n> per cent by <t>",
             "Give us <n> per cent/ and the cranes move within the hour|A rise of <n> per cent/ is what the books can bear",
             "Dock pay <m> rise <n> per cent|Wages at <p> <m> go up <n> per cent"),
    ),
    ("The port of <p> handles more than half of the country's sea trade.",
     "Its oldest quay was laid by convicts and is still in use for timber.",
     "Dockers work in three shifts and are paid by the week.",
     "A railway links the terminal with <capital>, five hours inland.",
     "Strikes are lawful once a ballot has been held and ten days have passed.",
     "The first crane was driven by steam and stands in front of the town hall.",
     "Fog closes the roads for some thirty days a year.",
     "Sailors of all nations are looked after by a mission near the fish market.",
     "The harbour chapel keeps a book with the names of ships lost at sea."),
)  # fmt: skip

GRAIN = Theme(
    "Will <country> lift its ban on grain exports", "Farm", "agriculture",
    (
        Fact("p", 40, 990, 5,
             "the wheat crop in <p>|this year's harvest around <p>|the yield of the <p> fields",
             "<m> come to <n> thousand tonnes by <t>|<m> total <n> thousand tonnes by <t>|<m> be as little as <n> thousand tonnes by <t>",
             "We shall thresh <n> thousand tonnes/ and not a sack more|Write down <n> thousand tonnes/ and ask me again on <t>",
             "<p> harvest <m> total <n> thousand tonnes|Wheat crop <m> come to <n> thousand tonnes"),
        Fact("p", 18, 240, 2,
             "flour on the <p> market|bakers' flour|milled wheat sold in <p>",
             "<m> cost <n> crowns a sack by <t>|<m> fetch <n> crowns a bag by <t>|<m> go for <n> crowns a sack by <t>",
             "At <n> crowns a sack/ people start baking at home|My baker says <n> crowns,/ and my baker is never wrong",
             "Flour <m> cost <n> crowns a sack|<p> bakers <m> pay <n> crowns by <t>"),
        Fact("p", 10, 720, 5,
             "the state granaries|the public grain stores at <p>|the silos of the reserve",
             "<m> hold no more than <n> thousand tonnes by <t>|<m> be down to <n> thousand tonnes by <t>|<m> keep just <n> thousand tonnes by <t>",
             "Open the silos on <t>/ and you find <n> thousand tonnes|With <n> thousand tonnes in store/ you do not sell abroad",
             "Grain stores <m> be down to <n> thousand tonnes|Silos at <p> <m> hold just <n> thousand tonnes"),
        Fact("o", 25, 870, 5,
             "the tailback at the <p> weighbridge|the line of grain lorries near <p>|the queue of laden trucks on the <p> road",
             "was <n> vehicles long on <t>|ran to <n> trucks on <t>|stretched to <n> lorries on <t>",
             "I walked along it/ and came to <n>|There were <n> of them on <t>,/ loaded and going nowhere",
             "<n> lorries stuck at <p>|Grain queue at <p> runs to <n> trucks"),
        Fact("o", 4, 75, 1,
             "the milling district of <p>|the valley of mills near <p>|the mill quarter in <p>",
             "had <n> mills standing still on <t>|counted <n> idle mills on <t>|was left with <n> silent mills on <t>",
             "Walk down the lane and listen:/ <n> mills, and not a sound|We have <n> mills/ and nothing to grind",
             "<n> mills idle in <p>|Stillness in <p>: <n> mills stopped"),
        Fact("p", 8, 310, 2,
             "the trade office|the licensing desk in the capital|the export board",
             "<m> issue <n> permits by <t>|<m> sign <n> licences to ship grain by <t>|<m> grant <n> traders leave to sell abroad by <t>",
             "We have <n> permits on the table/ and a pen beside them|Ask for <n> licences/ and see what happens on <t>",
             "Board <m> issue <n> grain permits|<n> traders <m> get leave to sell abroad"),
    ),
    ("<country> is among the larger sellers of wheat in the region.",
     "Winter wheat is sown in October and cut from early July.",
     "The ban was proclaimed by decree and needs no vote in the chamber.",
     "Bread has been sold at a fixed price in state shops for as long as most people remember.",
     "The plain around <p> is flat, black and almost treeless.",
     "The last long drought is remembered in songs.",
     "Most farms are smaller than forty hectares and are worked by families.",
     "A museum of bread draws school classes from all over the country.",
     "Millers are bound by an old statute to grind for the poor on Saturdays."),
)  # fmt: skip

FEVER = Theme(
    "Will the quarantine around <p> be lifted", "Health", "health",
    (
        Fact("p", 90, 7200, 10,
             "the count of the sick in <p>|the number of fever cases|the tally of patients in the <p> district",
             "<m> pass <n> by <t>|<m> climb above <n> by <t>|<m> exceed <n> by <t>",
             "We will see <n> patients/ before we see the end of it|By <t> I expect <n> names/ on that list",
             "Fever cases <m> pass <n>|<p> fever tally <m> exceed <n> by <t>"),
        Fact("p", 500, 96000, 500,
             "the health service|the vaccination office|the state's doctors",
             "<m> need <n> more doses by <t>|<m> require another <n> shots by <t>|<m> be short of <n> vials by <t>",
             "Send us <n> doses/ and keep the speeches|We asked for <n> shots/ and were given a pamphlet",
             "<n> more doses <m> be needed|Doctors <m> lack <n> vials by <t>"),
        Fact("p", 12, 880, 4,
             "the hospital in <p>|the <p> infirmary|the fever ward",
             "<m> be <n> beds short by <t>|<m> lack <n> beds by <t>|<m> want for <n> beds by <t>",
             "Find me <n> beds/ and I will find you the nurses|There is a corridor,/ and in it we need <n> beds",
             "<p> hospital <m> lack <n> beds|Fever ward <m> be <n> beds short"),
        Fact("o", 14, 640, 2,
             "the cordon round <p>|the ring of barriers on the <p> road|the closed zone",
             "had <n> guards on <t>|was manned by <n> officers on <t>|was watched by <n> sentries on <t>",
             "They have <n> men at the barrier/ and two at the hospital|I saw <n> guards on <t>,/ most of them asleep",
             "<n> guards at <p> cordon|Cordon round <p> manned by <n>"),
        Fact("o", 3, 130, 1,
             "the district|the school board's list|the region around <p>",
             "had <n> schools shut on <t>|counted <n> closed schools on <t>|contained <n> schools with locked doors on <t>",
             "That is <n> schools/ with chairs on the tables|We shut <n> schools,/ and the children play in the same street",
             "<n> schools shut round <p>|Locked doors at <n> schools"),
        Fact("p", 5, 95, 1,
             "the quarantine|the sealing-off of <p>|the ban on leaving the district",
             "<m> stay in force for <n> more days|<m> be kept up for another <n> days|<m> go on for <n> days yet",
             "Another <n> days,/ and then we open the road|Tell people <n> days/ and they will hold out",
             "Quarantine <m> last <n> more days|<p> <m> stay sealed another <n> days"),
    ),
    ("The fever is carried by ticks and is seldom fatal if it is treated early.",
     "The district of <p> lies in a bend of the river and has one paved road.",
     "Quarantines are ordered by the chief physician and must be renewed every month.",
     "The hospital was a monastery until the land reform.",
     "Pharmacies in <capital> sell quinine without a prescription.",
     "The river bus stops at the old tannery twice a day.",
     "Nurses are trained at a school that belongs to the diocese.",
     "Tick repellent made of clove oil is sold at every kiosk.",
     "Cattle markets are held on the first Monday of the month."),
)  # fmt: skip

BORDER = Theme(
    "Will the border crossing at <p> reopen", "Security", "border",
    (
        Fact("p", 300, 14000, 100,
             "the garrison at <p>|the force stationed on the frontier|the army's strength around <p>",
             "<m> grow to <n> soldiers by <t>|<m> be raised to <n> troops by <t>|<m> be brought up to <n> men by <t>",
             "Count the tents on <t>/ and you get <n> men|With <n> soldiers/ you can hold a valley but not a province",
             "<p> garrison <m> grow to <n>|<n> troops <m> stand at <p> by <t>"),
        Fact("p", 80, 4400, 20,
             "the <p> crossing|the border post|the checkpoint outside <p>",
             "<m> let <n> vehicles a day through by <t>|<m> pass <n> cars daily by <t>|<m> handle <n> vehicles each day by <t>",
             "We are ready for <n> cars a day/ as soon as someone lifts the bar|Give me two lanes,/ and <n> vehicles go through daily",
             "<p> crossing <m> pass <n> cars a day|Border post <m> handle <n> vehicles by <t>"),
        Fact("p", 2, 47, 1,
             "negotiators|the two delegations|envoys of both sides",
             "<m> sign a paper on <n> villages by <t>|<m> settle the fate of <n> villages by <t>|<m> agree on <n> disputed hamlets by <t>",
             "It is a matter of <n> villages/ and a great deal of pride|The map shows <n> villages,/ and each has two names",
             "Envoys <m> agree on <n> villages|Deal on <n> villages <m> come by <t>"),
        Fact("o", 60, 5200, 20,
             "the camp by the <p> road|the field of tents near the crossing|the makeshift settlement at <p>",
             "sheltered <n> people on <t>|housed <n> stranded travellers on <t>|was home to <n> people on <t>",
             "There are <n> people in those tents/ and four taps|We feed <n> a day/ and the pot gets no bigger",
             "<n> people camp at <p>|Tents at <p> hold <n>"),
        Fact("o", 3, 96, 1,
             "the ridge above <p>|the high ground across the river|the slope facing <p>",
             "held <n> artillery pieces on <t>|had <n> guns dug into it on <t>|was set with <n> cannon on <t>",
             "I can see <n> guns from my kitchen/ and they can see me|They dragged up <n> pieces at night,/ with the lights off",
             "<n> guns on ridge above <p>|Ridge at <p> bristles with <n> guns"),
        Fact("p", 10, 700, 5,
             "the closure|the shut crossing|the standstill at <p>",
             "<m> cost traders <n> million crowns by <t>|<m> take <n> million crowns from merchants by <t>|<m> leave hauliers <n> million crowns out of pocket by <t>",
             "It is <n> million crowns by <t>/ and nobody in the capital has noticed|A loss of <n> million crowns/ buys a good many bridges",
             "Closed border <m> cost <n> million crowns|<p> closure <m> take <n> million crowns by <t>"),
    ),
    ("The crossing at <p> is the only paved road between the two countries.",
     "Both sides mark the frontier with white stones, which are repainted in May.",
     "A ferry ran here until the bridge was finished.",
     "Lorries need a stamped paper from <capital> to pass.",
     "The river is shallow enough to wade in August.",
     "A stone from the old bridge is kept in the town museum.",
     "The frontier was drawn after a war that nobody alive has seen.",
     "Storks nest on the customs house.",
     "People on both banks speak the same dialect and share a patron saint."),
)  # fmt: skip

THEMES = (DAM, PORT, GRAIN, FEVER, BORDER)
