"""Cases made by hand whose origins took every way: copied, relayed, reworded, changed, circular, taken back."""

from __future__ import annotations

from datetime import date

from tests.showing.pieces import article, blocks, dating, hop, source, span, statement

from sayso.model.answers import Answer, Answers, Reason
from sayso.model.case import Case, Page
from sayso.model.notes import Note
from sayso.model.origins import Backer, Copy, Drift, Melt, Origin, Reporting, Tie
from sayso.model.span import Ref, Span, content_id
from sayso.model.stances import Hypothesis, Stance
from sayso.model.times import Interval

QUESTION = "Will the port of Velm keep its ferry by 30 June 2031?"
FERRY = Hypothesis("h1", "Velm keeps its ferry", closes=date(2031, 6, 30))

COUNTED = "We counted 240 boats at the mole, and none of them was bound for the ferry pier."
GULL = f'Boats at the mole\n\n"{COUNTED}" Ada Lind of the Tidal Institute said on Friday. The pier is old.'
TERN = f'Few for the ferry\n\n"{COUNTED}" Ada Lind of the Tidal Institute said. Rain is due.'
KITE = "Boats everywhere\n\nThe Gull reports that the Tidal Institute has counted 400 boats at the mole."
SKUA = "None for the ferry\n\nThe institute saw some 400 vessels at the mole, and the pier stayed empty."
MARSH = "Pier to be sold\n\nAccording to Reed Wire, the pier was sold last week."
REED = "Sold\n\nThe Marsh Post reports that the pier was sold last week."
LATER = "A second look\n\nAda Lind said on Thursday that the mole was empty again."
BOTH = "Experts\n\nExperts and officials say that boats no longer need the ferry."
HARBOUR = "From the office\n\nHarbour master Tove Brask said that boats pay too little."
SORRY = "A correction\n\nWe were wrong to report that the pier was sold."

DAYS = {
    "gull": 3, "tern": 4, "kite": 4, "skua": 6, "marsh": 7, "reed": 7, "later": 9, "harbour": 9, "both": 10,
    "sorry": 11,
}  # fmt: skip
OUTLETS = {
    "gull": "The Gull", "tern": "The Tern", "kite": "Kite Online", "skua": "Skua Daily", "marsh": "The Marsh Post",
    "reed": "Reed Wire", "later": "The Tern", "harbour": "Harbour Sheet", "both": "The Gull",
    "sorry": "The Marsh Post",
}  # fmt: skip
TEXTS = {
    "gull": GULL, "tern": TERN, "kite": KITE, "skua": SKUA, "marsh": MARSH, "reed": REED, "later": LATER,
    "harbour": HARBOUR, "both": BOTH, "sorry": SORRY,
}  # fmt: skip
LIND = "Ada Lind of the Tidal Institute"


def pages() -> dict[str, Page]:
    """The articles by name, each with one statement."""
    said = {
        "gull": (COUNTED, ((LIND, "said"),), "direct"),
        "tern": (COUNTED, ((LIND, "said"),), "direct"),
        "kite": (
            "has counted 400 boats at the mole",
            (("The Gull", "reports"), ("the Tidal Institute", "counted")),
            "indirect",
        ),
        "skua": ("some 400 vessels at the mole", (("The institute", "saw"),), "indirect"),
        "marsh": ("the pier was sold last week", (("Reed Wire", "According to"),), "indirect"),
        "reed": ("the pier was sold last week", (("The Marsh Post", "reports"),), "indirect"),
        "later": ("the mole was empty again", (("Ada Lind", "said"),), "indirect"),
        "harbour": ("boats pay too little", (("Harbour master Tove Brask", "said"),), "indirect"),
        "both": ("boats no longer need the ferry", (("Experts and officials", "say"),), "indirect"),
        "sorry": ("the pier was sold", (("We", "were wrong"),), "indirect"),
    }  # fmt: skip
    out = {}
    for name, (words, chain, mode) in said.items():
        text = TEXTS[name]
        art = article(
            text, path=f"web/{name}.txt", outlet=OUTLETS[name], title=text.split("\n")[0],
            published=dating(date(2031, 5, DAYS[name])),
        )  # fmt: skip
        mouths = tuple(hop(text, who, cue) for who, cue in chain)
        outlets = set(OUTLETS.values())
        known = tuple(source(art, who, "outlet" if who in outlets else "person") for who, _ in chain)
        out[name] = Page(
            art, blocks(text, b0="title"), (statement(art, (words,), mouths, mode=mode),), sources=known
        )
    return out


def web() -> tuple[Case, Answers]:
    """The case, and an answer that its first origin moves."""
    held = pages()
    ids = {name: page.article.id for name, page in held.items()}
    said = {name: page.statements[0] for name, page in held.items()}
    place = {name: Ref(ids[name], one.content[0]) for name, one in said.items()}

    def tie(left: str, right: str, key: str, why: str) -> Tie:
        return Tie(said[left].id, said[right].id, key, 0.9, why, (place[left], place[right]))  # type: ignore[arg-type]

    def origin(ident: str, root: str, *names: str, **more: object) -> Origin:
        statements = tuple(said[name].id for name in names)
        articles = tuple(ids[name] for name in names)
        return Origin(ident, root, "said", statements, articles, first=ids[names[0]], **more)  # type: ignore[arg-type]

    institute = Backer("source-tide", "the Tidal Institute", "source")
    brask = Backer("source-brask", "Tove Brask", "source")
    unknown = Backer("unknown", "outlets of which nobody knows the house", "unknown")
    friday = Interval(date(2031, 5, 2), date(2031, 5, 2))
    origins = (
        origin(
            content_id("origin", 1), "Ada Lind of the Tidal Institute, 2 May 2031", "gull", "tern", "kite", "skua",
            said=friday, backer=institute, source="source-tide", document="tally of boats",
            ties=(
                tie("gull", "tern", "copied", "the same words in a passage both articles have (98%)"),
                tie("gull", "kite", "root", "rests on the Tidal Institute (Kite Online)"),
                tie("kite", "skua", "reworded", "the same points, amounts and order"),
            ),
        ),
        origin(
            content_id("origin", 2), "The Marsh Post and Reed Wire give each other as ground", "marsh", "reed",
            circular=True, retracted=ids["sorry"], backer=unknown,
            ties=(tie("marsh", "reed", "circle", "each gives the other as its ground"),),
        ),
        origin(content_id("origin", 3), "Ada Lind, 8 May 2031", "later", backer=institute),
        origin(content_id("origin", 4), "Harbour master Tove Brask", "harbour", backer=brask),
        origin(content_id("origin", 5), "Experts and officials, to the article", "both", backer=unknown),
        origin(content_id("origin", 6), "the article, in its own words", "sorry", backer=unknown),
    )  # fmt: skip
    drift = Drift(
        origins[0].id, "amount", said["gull"].id, said["kite"].id,
        Ref(ids["gull"], span(GULL, "240 boats")), Ref(ids["kite"], span(KITE, "400 boats")), "the number grew",
    )  # fmt: skip
    apart = (place["later"], place["harbour"])
    melt = Melt(said["both"].id, (origins[2].id, origins[3].id), "two articles tell them apart", apart)
    shared = len(COUNTED)
    case = Case(
        QUESTION, date(2031, 5, 20), (FERRY,), tuple(held.values()),
        copies=(Copy(_from(ids["gull"], GULL, shared), _from(ids["tern"], TERN, shared), 0.98, "left", 30),),
        origins=origins,
        stances=tuple(Stance(one.id, "h1", "support", 0.5) for name, one in said.items() if name != "sorry"),
        melts=(melt,),
        drifts=(drift,),
        reporting=(
            Reporting(ids["gull"], 1.0, 0.0, 0.0, (origins[0].id,)),
            Reporting(ids["tern"], 0.2, 0.104, 0.696),
            Reporting(ids["kite"], 0.5, 0.5, 0.0),
        ),
        notes=(Note("L308", "taken back", place["sorry"]),),
    )  # fmt: skip
    reasons = (
        Reason("prior", "Before anybody spoke", -0.4),
        Reason("origin", "Ada Lind (4 articles, 1 origin)", 0.6, (place["gull"],), origins[0].id),
    )
    return case, Answers((Answer("h1", date(2031, 5, 20), 0.55, 0.4, 0.7, "about even", reasons),))


def _from(article_id: str, text: str, size: int) -> Ref:
    """The passage of a text that begins with the count."""
    at = text.index(COUNTED)
    return Ref(article_id, Span(at, at + size))


def crowd(size: int) -> tuple[Case, Answers]:
    """`size` articles of as many outlets that all have one passage of the first."""
    held = []
    for number in range(size):
        text = f'Boats {number}\n\n"{COUNTED}" Ada Lind of the Tidal Institute said.'
        art = article(
            text, path=f"crowd/{number}.txt", outlet=f"Sheet {number}", title=f"Boats {number}",
            published=dating(date(2031, 5, 1 + number * 27 // size)),
        )  # fmt: skip
        mouth = (hop(text, LIND, "said"),)
        held.append(Page(art, blocks(text, b0="title"), (statement(art, (COUNTED,), mouth, mode="direct"),)))
    first, ids = held[0].article, tuple(page.article.id for page in held)
    copies = tuple(
        Copy(
            _from(first.id, first.text, len(COUNTED)), _from(page.article.id, page.article.text, len(COUNTED)), 1.0
        )
        for page in held[1:]
    )
    one = Origin(
        content_id("origin", "crowd"), "Ada Lind, 30 April 2031", "said",
        tuple(page.statements[0].id for page in held), ids, first=ids[0],
    )  # fmt: skip
    return Case(QUESTION, None, (FERRY,), tuple(held), copies=copies, origins=(one,)), Answers(())
