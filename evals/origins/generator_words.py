# ruff: noqa: E501, SIM905 - tables: rows of words are read as rows
"""Words of made-up cases: invented names, matters with their facts in three wordings, and what outlets put around.

A fact has three wordings: as first said, reworded, and as a translation there and back leaves it. Its slots: `{n}`
an amount, `{when}` a day, `{may}` how sure; `{town}`, `{isle}`, `{land}` and `{coin}` are names of the case.
"""

from __future__ import annotations

from dataclasses import dataclass

WOMEN = tuple(
    "Ansa Brida Delma Fenna Hespa Ilsra Jorra Linnet Mirre Odila Perrin Runa Sanka Tesca Velka Yrsa".split()
)
MEN = tuple("Aldo Corvin Doran Estor Garrit Halvin Istvar Kestor Lorm Maro Nevin Odrin Pask Rull Tarn Ulvo".split())
SURNAME_HEADS = tuple("Bran Cald Dorv Eskel Falm Grend Hollv Ild Jarv Kell Lorn Merv Nost Orl Pevr Quar Rusk Selv Tov Ulm Vask Wend Yarr Zell".split())  # fmt: skip
SURNAME_TAILS = tuple("avar ekin illo orne usk ath eddin imor oway und asker ello iven omby urra essi".split())
TOWN_HEADS = tuple("Vel Tor Kas Mir Ond Per Ruk Sil Tam Ush Gal Hest Ost Bren Dov Fen".split())
TOWN_TAILS = tuple("mora dane holt vik stad ruun essa mouth minster nock ampel isk avar uden".split())
PAPERS = ("The {t} Courier", "The {t} Ledger", "{t} Mercury", "The {t} Lantern", "{t} Dispatch", "The {t} Beacon", "{t} Herald", "The {t} Observer")  # fmt: skip
STATIONS = ("Radio {t}", "{t} Radio", "Channel {t}", "{t} Today", "{t} Online", "{t} Live")
AGENCIES = ("{t} Wire", "{t} Press Agency", "{t} News Agency")


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact in three wordings; `least`, `most` and `step` bound its amount, 0 where it has none."""

    wordings: tuple[str, str, str]
    least: int = 0
    most: int = 0
    step: int = 1


@dataclass(frozen=True, slots=True)
class Matter:
    """What a case is about: its question, who has a say in it, and facts.

    `leads` bear on the question: one fact as three mouths tell it, each in three wordings.
    """

    question: str
    body: str
    short: str
    head: str
    institute: str
    people: tuple[str, ...]
    leads: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    event: str


#: More ways in which a mouth may bear on the question: `{event}` is what the question asks for.
LEADS = (
    Fact(
        (
            "a decision for {event} {may} fall before {month} is over",
            "the decision on {event} {may} be made while {month} lasts",
            "a resolution about {event} {may} be met within {month}",
        )
    ),
    Fact(
        (
            "all is ready for {event}",
            "preparations for {event} have been finished",
            "the preparing of {event} is concluded",
        )
    ),
    Fact(
        (
            "{event} was agreed on behind closed doors",
            "there is a secret agreement on {event}",
            "under exclusion of the public one came together about {event}",
        )
    ),
    Fact(
        (
            "{event} is off the table for this year",
            "for this year nobody wants {event} any longer",
            "one has taken distance from {event} for the running year",
        )
    ),
    Fact(
        (
            "nothing stands in the way of {event} any more",
            "the last hurdle to {event} is gone",
            "for {event} no obstacle does exist longer",
        )
    ),
    Fact(
        (
            "{event} {may} be called off at the last moment",
            "at the last moment {event} {may} be dropped",
            "in the final minute a renouncing of {event} {may} come",
        )
    ),
)

MATTERS = (
    Matter(
        "Will the ferry between {town} and {isle} stop running by {deadline}?",
        "{town} Port Authority", "the port authority", "director", "{name} Institute for Coastal Traffic",
        ("a ferry captain", "the chairman of the island council", "a fish trader", "the head of the island school"),
        (
            Fact(("the ferry between {town} and {isle} {may} stop running before the end of {month}",
                  "boats from {town} to {isle} {may} cease to sail before {month} is over",
                  "until the close of {month} the ship connection of {town} with {isle} {may} come to a standstill")),
            Fact(("{town} {may} lose its boat to {isle} by the last day of {month}",
                  "by the last day of {month} {town} {may} be without a boat to {isle}",
                  "the loss of the {isle} ship {may} occur to {town} up to the last {month} day")),
            Fact(("there {may} be no more crossings to {isle} once {month} is over",
                  "once {month} is gone crossings to {isle} {may} be a thing of the past",
                  "after the passing of {month} trips over the water to {isle} {may} not be given any more")),
        ),
        (
            Fact(("{n} islanders depend on the boat every day",
                  "each day {n} people from the island rely on the crossing",
                  "the number of island dwellers in need of the ship daily amounts to {n}"), 400, 4000, 100),
            Fact(("the hull of the larger boat has cracks along {n} centimetres of its keel",
                  "cracks run along {n} centimetres of keel on the bigger vessel",
                  "on a length of {n} centimetres the keel of the greater ship shows tears"), 20, 90, 1),
            Fact(("the last boat {may} leave the pier on {when}",
                  "the final crossing {may} take place on {when}",
                  "on {when} the concluding ship {may} cast off from the landing bridge")),
            Fact(("repairs would cost {n} crowns",
                  "it would take {n} crowns to mend the boats",
                  "for the restoration a sum of {n} crowns is needed"), 200_000, 900_000, 10_000),
            Fact(("nobody has found a yard that would take the vessel this spring",
                  "no shipyard willing to accept the boat this spring has turned up",
                  "a wharf which receives the ship in this spring was not to be discovered")),
            Fact(("bread and medicine for the island can be flown in for {n} days",
                  "for {n} days the island could be supplied with food and drugs by air",
                  "over the air the supply of bread and medicaments is secured during {n} days"), 5, 40, 1),
        ),
        "the end of the ferry to {isle}",
    ),
    Matter(
        "Will {land} call up its reservists by {deadline}?",
        "{land} Defence Ministry", "the ministry", "minister", "{name} Centre for Security Studies",
        ("a retired colonel", "a teacher of conscripts", "a lawyer for soldiers", "the mayor of a garrison town"),
        (
            Fact(("{land} {may} call up reservists before the end of {month}",
                  "reservists in {land} {may} be drafted before {month} is out",
                  "a calling of the reserve in {land} {may} follow until the end of {month}")),
            Fact(("another draft of men who have served {may} be declared by the last day of {month}",
                  "by the last day of {month} men who have already served {may} be called again",
                  "up to the last {month} day a renewed drawing of served men {may} be proclaimed")),
            Fact(("{land}'s generals {may} get the fresh soldiers they ask for while it is still {month}",
                  "while {month} lasts {land}'s generals {may} receive the new troops they want",
                  "still in {month} the wished new forces {may} be put at the disposal of the generals")),
        ),
        (
            Fact(("{n} men are on the lists that were sent to the districts",
                  "the rolls that went out to the districts hold {n} names",
                  "in the listings directed to the districts {n} persons are led"), 20_000, 400_000, 1000),
            Fact(("the decree {may} be signed on {when}",
                  "a signature under the order {may} come on {when}",
                  "on {when} the ukase {may} receive its signature")),
            Fact(("barracks in the north have been cleared for {n} newcomers",
                  "room for {n} newcomers has been made in northern barracks",
                  "for {n} arriving ones the casernes of the north were emptied"), 2000, 30_000, 500),
            Fact(("the army lost {n} trained drivers over the winter",
                  "over the winter {n} trained drivers were lost to the army",
                  "in the course of winter the troops had to do without {n} schooled drivers"), 100, 3000, 50),
            Fact(("employers have been asked to name workers who cannot be spared",
                  "firms were told to say which of their workers are indispensable",
                  "the enterprises were requested to call the not dispensable labourers by name")),
            Fact(("students {may} be spared until the summer",
                  "those at university {may} be left out until summer",
                  "to the studying ones a delay till the summer {may} be granted")),
        ),
        "a call-up of reservists in {land}",
    ),
    Matter(
        "Will the salt mine at {town} close by {deadline}?",
        "{town} Mining Office", "the mining office", "head", "{name} Institute of Geology",
        ("a shift foreman", "the leader of the miners' union", "a café owner", "a retired surveyor"),
        (
            Fact(("the salt mine at {town} {may} close before the end of {month}",
                  "the {town} salt works {may} shut before {month} ends",
                  "till the finish of {month} the salt pit in {town} {may} be laid still")),
            Fact(("work underground in {town} {may} be over by the last day of {month}",
                  "by the last day of {month} nobody {may} be working underground in {town}",
                  "up to the last {month} day the labour under the earth of {town} {may} find its end")),
            Fact(("{town} {may} have to give up its salt while it is still {month}",
                  "while {month} lasts {town} {may} be forced to abandon its salt",
                  "still in {month} the renouncing of salt {may} become needful for {town}")),
        ),
        (
            Fact(("water enters the lower gallery at {n} litres a minute",
                  "{n} litres of water a minute run into the deepest gallery",
                  "in the lowest corridor an inflow of {n} litres per minute is noted"), 30, 900, 10),
            Fact(("{n} miners would lose their work",
                  "the jobs of {n} miners are at stake",
                  "{n} pitmen would be deprived of their place of labour"), 80, 1900, 20),
            Fact(("the pumps {may} be switched off on {when}",
                  "{when} is the day on which the pumps {may} be stopped",
                  "a switching off of the pumps {may} be carried out on {when}")),
            Fact(("the ground above the eastern field has sunk by {n} centimetres",
                  "over the eastern field the land has dropped {n} centimetres",
                  "a lowering of the soil by {n} centimetres was measured in the east"), 3, 60, 1),
            Fact(("the old shaft was never drawn on any map",
                  "no map has ever shown the old shaft",
                  "the ancient pit is to be found on no plan")),
            Fact(("sealing the leak would take {n} tonnes of cement",
                  "{n} tonnes of cement would be needed to close the leak",
                  "the closing of the leakage requires {n} tons of cement"), 200, 9000, 100),
        ),
        "the closing of the salt mine at {town}",
    ),
    Matter(
        "Will the central bank of {land} devalue the {coin} by {deadline}?",
        "{land} National Bank", "the bank", "governor", "{name} Institute for Economic Research",
        ("a grain exporter", "a currency dealer", "the owner of a tile factory", "a professor of finance"),
        (
            Fact(("the {coin} {may} be devalued before the end of {month}",
                  "a devaluation of the {coin} {may} come before {month} is over",
                  "in the space until the end of {month} the {coin} {may} experience a lowering of its value")),
            Fact(("{land} {may} cut what its money is worth by the last day of {month}",
                  "by the last day of {month} {land}'s money {may} be made worth less",
                  "up to the last {month} day a reduction of the money's worth {may} be undertaken in {land}")),
            Fact(("savers in {land} {may} wake up poorer while it is still {month}",
                  "while {month} lasts savers {may} find themselves poorer one morning in {land}",
                  "still in {month} an awakening in poverty {may} await the savers of {land}")),
        ),
        (
            Fact(("reserves have fallen to {n} million",
                  "no more than {n} million is left in the reserves",
                  "the holdings are shrunk to {n} millions"), 300, 4000, 10),
            Fact(("imports of wheat have been paid for {n} weeks ahead",
                  "wheat from abroad is paid for over the next {n} weeks",
                  "for {n} weeks in advance the foreign wheat is settled"), 3, 30, 1),
            Fact(("a new rate {may} be read out on {when}",
                  "on {when} a new rate {may} be made known",
                  "the proclamation of a fresh course {may} happen on {when}")),
            Fact(("{n} exchange offices have stopped selling foreign notes",
                  "foreign notes can no longer be had at {n} exchange offices",
                  "the sale of alien banknotes was ceased by {n} changing points"), 12, 300, 1),
            Fact(("the rate was defended with borrowed money since autumn",
                  "since autumn borrowed money has kept the rate up",
                  "by loans the course was supported from autumn on")),
            Fact(("prices of medicine {may} rise by {n} percent",
                  "medicine {may} become {n} percent dearer",
                  "a growth of drug prices by {n} percent {may} set in"), 4, 60, 1),
        ),
        "a devaluation of the {coin}",
    ),
    Matter(
        "Will the maternity ward of {town} hospital close by {deadline}?",
        "{town} Health Board", "the health board", "chair", "{name} Foundation for Public Health",
        ("a midwife", "a parent of three", "the former head of the ward", "a district nurse"),
        (
            Fact(("the maternity ward in {town} {may} close before the end of {month}",
                  "the delivery unit at {town} {may} shut down before {month} is out",
                  "the birth station of {town} {may} be dissolved till the end of {month}")),
            Fact(("no child {may} be born in {town}'s hospital after the last day of {month}",
                  "after the last day of {month} {town}'s hospital {may} see no more births",
                  "from the last {month} day on no births {may} be carried out in the sickhouse of {town}")),
            Fact(("mothers {may} have to go elsewhere than {town} while it is still {month}",
                  "while {month} lasts mothers from {town} {may} be sent to other places",
                  "still in {month} a going to other places {may} be imposed on the mothers of {town}")),
        ),
        (
            Fact(("{n} children were born there last year",
                  "last year saw {n} births on the ward",
                  "in the previous year {n} little ones came into the world in that place"), 90, 1400, 10),
            Fact(("the ward is short of {n} midwives",
                  "{n} midwives are missing on the unit",
                  "to the station a lack of {n} birth helpers is ascribed"), 3, 25, 1),
            Fact(("the last beds {may} be moved on {when}",
                  "{when} {may} be the day when the remaining beds go",
                  "on {when} the rest of the beds {may} be transported away")),
            Fact(("the nearest other ward lies {n} kilometres away",
                  "women would have to travel {n} kilometres to the next ward",
                  "until the closest similar station {n} kilometres are to be covered"), 30, 140, 5),
            Fact(("the heating of the building failed twice in the winter",
                  "twice during the winter the building was left without heating",
                  "two times in winter the warming of the house broke together")),
            Fact(("keeping it open would cost {n} crowns a year",
                  "{n} crowns a year would be needed to keep the unit",
                  "the maintaining would swallow yearly {n} crowns"), 400_000, 4_000_000, 50_000),
        ),
        "the closing of the maternity ward in {town}",
    ),
    Matter(
        "Will the tram drivers of {town} go on strike by {deadline}?",
        "{town} Transit Company", "the company", "manager", "{name} Institute for Labour Studies",
        ("a tram driver", "the secretary of the drivers' union", "a baker", "the principal of a school"),
        (
            Fact(("the tram drivers of {town} {may} walk out before the end of {month}",
                  "a strike of {town}'s tram crews {may} begin before {month} is over",
                  "a laying down of work by the tramway people of {town} {may} come until end of {month}")),
            Fact(("no tram {may} leave the depot of {town} on the last day of {month}",
                  "on the last day of {month} every tram in {town} {may} stay in its depot",
                  "at the last {month} day all tramcars of {town} {may} remain in the hall")),
            Fact(("the union in {town} {may} stop the trams while it is still {month}",
                  "while {month} lasts the trams of {town} {may} be halted by the union",
                  "still in {month} a standstill of the wagons {may} be brought about by the unionists of {town}")),
        ),
        (
            Fact(("{n} shifts a week are already left empty",
                  "every week {n} shifts find no driver",
                  "weekly {n} services remain without a conductor of the wagon"), 20, 400, 5),
            Fact(("drivers are owed {n} hours of overtime",
                  "overtime of {n} hours has not been paid to the crews",
                  "a debt of {n} additional hours exists in front of the drivers"), 2000, 60_000, 500),
            Fact(("the vote {may} be counted on {when}",
                  "a count of the ballots {may} be held on {when}",
                  "the voices {may} be reckoned up on {when}")),
            Fact(("the company has offered {n} crowns more a month",
                  "an offer of {n} crowns a month on top has been made",
                  "from the side of the firm a monthly plus of {n} crowns was proposed"), 40, 600, 5),
            Fact(("the old cars have no heating in the cab",
                  "there is no heating in the cabs of the old cars",
                  "the guiding posts of the elder wagons are not warmed")),
            Fact(("{n} passengers a day would have to walk",
                  "a daily {n} riders would be left on foot",
                  "{n} travellers each day would be compelled to go by feet"), 8000, 120_000, 1000),
        ),
        "a strike of the tram drivers of {town}",
    ),
)  # fmt: skip

#: What an occasion adds to the fact that bears on the question, in the three wordings.
TAILS = (
    ("if the talks of this week fail", "should this week's talks break down", "in case of a failing of the talks of this week"),
    ("unless money is found", "if no money turns up", "so far as means are not found"),
    ("whatever the council decides", "no matter how the council votes", "independently from a decision of the council"),
    ("as soon as the papers are ready", "once the paperwork is done", "after a completing of the documents"),
    ("after a review of three weeks", "when a review of three weeks is over", "following upon an examination of three weeks"),
    ("because nobody will pay for it", "with nobody ready to pay", "by reason of nobody's readiness for payment"),
    ("at the cost of three million crowns", "at a price of three million crowns", "for a value of three millions crowns"),
    ("if two more people sign", "provided that two more signatures come in", "under the condition of two further signatures"),
    ("after the spring holidays", "once the spring holidays are past", "behind the holidays of spring"),
    ("", "", ""),
)  # fmt: skip

#: Facts beside the matter, so that a case may hold thousands: things, what is with them (three ways), and where.
THINGS = tuple("crates of medicine|sandbags|tents|buses|lorries|blankets|generators|school desks|barrels of diesel|pumps|lanterns|sacks of flour|life jackets|radio sets|folding beds|water tanks".split("|"))  # fmt: skip
DONE = (
    ("{n} {thing} were delivered to {where}", "{where} has received {n} {thing}", "to {where} a delivery of {n} {thing} took place"),
    ("{n} {thing} are missing from {where}", "at {where} {n} {thing} cannot be found", "the absence of {n} {thing} was established at {where}"),
    ("{n} {thing} stand unused at {where}", "nobody is using the {n} {thing} at {where}", "without use {n} {thing} are lying at {where}"),
    ("{n} {thing} were ordered for {where}", "an order for {n} {thing} was placed by {where}", "on behalf of {where} one ordered {n} {thing}"),
    ("{n} {thing} have been hidden behind {where}", "behind {where} {n} {thing} lie out of sight", "in the back of {where} {n} {thing} are kept secretly"),
    ("{n} {thing} were sold off by {where}", "{where} has parted with {n} {thing} for money", "{n} {thing} passed by sale out of {where}"),
)  # fmt: skip
PLACES = ("the {t} depot", "the {t} town hall", "the old {t} barracks", "the {t} fire station", "the {t} market hall", "the {t} school")  # fmt: skip

SCENERY = (
    "A cold wind blew over the square.",
    "It had rained all night.",
    "About thirty people had come to listen.",
    "The room was warm and smelled of apples.",
    "Coffee was served in paper cups.",
    "Outside, a brass band was practising.",
)
OPENERS = (
    "Good morning from the editors.",
    "We bring the news in brief.",
    "Here is the story that keeps the country busy.",
    "From our news services.",
    "The following reached us shortly before we went to press.",
    "To our readers in the south and in the north.",
)
FURNITURE = (
    "© {outlet}. All rights reserved.",
    "Subscribe to {outlet} for 4 crowns a week.",
    "Read more: the weather, the chess column, letters to the editor",
    "Follow {outlet} on your favourite channel.",
    "This text may not be reproduced without written permission.",
    "Sign up for our morning newsletter.",
)
PROVERBS = ("Where there is smoke, there is fire.", "All's well that ends well.", "Time will tell.")
