"""Cases made by hand for the dossier's tests: invented outlets, persons and places, every odd shape once."""

from __future__ import annotations

from datetime import date, timedelta

from tests.showing.pieces import article, blocks, dating, hop, source, span, statement

from sayso.model.amounts import Amount, Change, Mention, Quantity
from sayso.model.answers import Answer, Answers, Cell, Reason, Step, Swap, Without
from sayso.model.case import Case, Page
from sayso.model.forecasts import Forecast, Score
from sayso.model.notes import Note
from sayso.model.origins import Copy, Origin
from sayso.model.rulings import Ruling
from sayso.model.sources import Merge, Source
from sayso.model.span import Ref, Span, content_id
from sayso.model.stances import Clash, Hypothesis, Stance
from sayso.model.statements import Commitment, Cue, Hop, Statement, Voice
from sayso.model.times import Interval, TimeMention

QUESTION = "Will the Republic of Ostmark close the Varn bridge by 31 May 2031?"
YES = Hypothesis("h1", "Ostmark closes the Varn bridge by 31 May 2031", closes=date(2031, 5, 31))
NO = Hypothesis("h2", "The Varn bridge stays open through 31 May 2031", closes=date(2031, 5, 31), negates="h1")

HOSTILE = (
    "<script>document.title='owned'</script>\n\n"
    'A memo says "</style><img src=x onerror=alert(1)>" & more, \u202egnisrever\u202c the order.\n\n'
    "{{ question }} {% raw %} --> ]]> &amp; &#x3c; \x00 \x07 \u2066isolated\u2069 שלום \ud800 end.\r\n"
)


def leak() -> Page:
    """A leak through an outlet, a nested chain, overlapping marks and a content in two pieces."""
    text = (
        "Bridge at Varn to close, memo says\n\nBy Mira Solt\n\n"
        "The Varn Courier reported on 3 May that, according to a memo by the Roads Office, "
        "“the bridge will close by 20 May” and 400 lorries a day must take the ferry.\n\n"
        "“We will close it,” said Ada Lind, the deputy minister, “but not before mid-May.”\n\n"
        "Photo: Varn Courier archive\n\n"
        "More for you: ten bridges to see before you die"
    )
    art = article(
        text,
        path="case/leak.txt",
        outlet="The Tidewater Post",
        title="Bridge at Varn to close, memo says",
        byline="Mira Solt",
        url="https://tidewater.example/bridge?a=1&b=2",
        language="en",
        published=dating(date(2031, 5, 4)),
    )
    when = TimeMention(
        "t-1", span(text, "3 May"), "3 May", "2031-05-03", "DATE", Interval(date(2031, 5, 3), date(2031, 5, 3))
    )
    due = TimeMention(
        "t-2",
        span(text, "by 20 May"),
        "by 20 May",
        "2031-05-20",
        "DATE",
        Interval(None, date(2031, 5, 20)),
        bound="by",
    )
    mid = TimeMention(
        "t-3",
        span(text, "mid-May"),
        "mid-May",
        "2031-05",
        "DATE",
        Interval(date(2031, 5, 11), date(2031, 5, 20)),
        vagueness="mid",
    )
    lorries = Amount("a-1", span(text, "400"), "400", 400, 400, "exact", "lorries", "a day")
    courier = hop(text, "The Varn Courier", "reported")
    memo = hop(text, "a memo by the Roads Office", "according to", via="Harbour Wire")
    outer = statement(
        art,
        (text[text.index("according") : text.index(" ferry") + 6],),
        (courier,),
        times=("t-2",),
        amounts=("a-1",),
    )
    inner = statement(
        art, ("the bridge will close by 20 May",), (courier, memo), parent=outer.id, mode="direct", times=("t-2",)
    )
    split = statement(
        art,
        ("We will close it,", "but not before mid-May."),
        (hop(text, "Ada Lind", "said", "plan"),),
        mode="direct",
        times=("t-3",),
    )
    return Page(
        art,
        blocks(text, b0="title", b1="furniture", b4="caption", b5="furniture"),
        (outer, inner, split),
        sources=(
            source(art, "The Varn Courier", "outlet"),
            source(art, "a memo by the Roads Office", "document"),
            source(art, "Ada Lind", role="the deputy minister"),
        ),
        times=(when, due, mid),
        amounts=(lorries,),
    )


def evasion() -> Page:
    """A reply that sounds like a denial and rules nothing out, in an article without a date of its own."""
    text = (
        "Ministry says no to bridge closure\n\n"
        "“There are no discussions about that,” Ada Lind told reporters. "
        "She might speak again before June, her office said. Up to 700 lorries use the bridge.\n\n"
        "The ministry did not reply to a request for comment."
    )
    art = article(
        text,
        path="case/evasion.txt",
        outlet="Ostmark Today",
        title="Ministry says no to bridge closure",
        published=dating(date(2031, 5, 5), date(2031, 5, 9), "inferred", "speaks of “before June” as ahead"),
        notes=(Note("R101", "decoded as windows-1252"),),
    )
    non = statement(
        art,
        ("There are no discussions about that,",),
        (hop(text, "Ada Lind", "told", "deny"),),
        mode="direct",
        commitment=Commitment(
            "negated", 0.3, 0.9, (), (span(text, "no", 2),), non_denial=True, denial="denial of discussion"
        ),
    )
    may = statement(
        art,
        ("She might speak again before June",),
        (hop(text, "her office", "said"),),
        commitment=Commitment("affirmed", 0.1, 0.7, (span(text, "might"),)),
        amounts=(),
    )
    lorries = Amount("a-2", span(text, "Up to 700"), "Up to 700", None, 700, "at-most", "lorries")
    note = Note("A202", "“her office” names no body", Ref(art.id, span(text, "her office")))
    return Page(
        art,
        blocks(text, b0="title"),
        (non, may),
        sources=(source(art, "Ada Lind"), source(art, "her office", "organisation")),
        amounts=(lorries,),
        notes=(note, Note("L302", "the date was inferred: 5 to 9 May 2031")),
    )


def undated() -> Page:
    """An article without any date, which cites the one that cites it."""
    text = (
        "Talk of the ferry\n\n"
        "Bloggers note that the Tidewater Post expects the closure; the Post cites the bloggers."
    )
    art = article(text, path="case/talk.txt", title="Talk of the ferry")
    said = statement(art, ("the Tidewater Post expects the closure",), (hop(text, "Bloggers", "note"),))
    return Page(
        art,
        blocks(text, b0="title"),
        (said,),
        sources=(source(art, "Bloggers", "group"),),
        notes=(Note("L301", "the article's date is not known"),),
    )


def hostile() -> Page:
    """An article that tries to be markup, a template and a script, with direction overrides."""
    art = article(
        HOSTILE,
        path="case/<b>.txt",
        outlet="\u202eEvil <i>Outlet</i>",
        title="</title><script>alert(1)</script>",
        url="javascript:alert(1)",
        language='en" onload="x',
        published=dating(date(2031, 5, 6)),
    )
    said = statement(
        art, ("</style><img src=x onerror=alert(1)>",), (hop(HOSTILE, "A memo", "says"),), mode="direct"
    )
    return Page(art, blocks(HOSTILE), (said,), sources=(source(art, "A memo", "document"),))


def silent() -> Page:
    """An article in which nobody says anything."""
    text = "Tides for May\n\nHigh water at Varn is at six."
    art = article(
        text,
        path="case/tides.txt",
        outlet="Harbour Sheet",
        title="Tides for May",
        published=dating(date(2031, 5, 1)),
    )
    return Page(art, blocks(text, b0="title"), notes=(Note("A201", "no statement was found"),))


def rich() -> tuple[Case, Answers]:
    """A case with everything in it once."""
    pages = (leak(), evasion(), undated(), hostile(), silent())
    outer, inner, split = pages[0].statements
    non, may = pages[1].statements
    talk, script = pages[2].statements[0], pages[3].statements[0]
    ids = [page.article.id for page in pages]
    origins = (
        Origin(
            "o1",
            "a memo by the Roads Office",
            "document",
            (outer.id, inner.id, script.id),
            (ids[0], ids[3]),
            why=("both name the memo",),
            first=ids[0],
        ),
        Origin("o2", "Ada Lind, 4 May", "said", (split.id,), (ids[0],), first=ids[0]),
        Origin("o3", "Ada Lind to reporters", "said", (non.id, may.id), (ids[1],), first=ids[1], retracted=ids[4]),
        Origin("o4", "Bloggers", "unknown", (talk.id,), (ids[2],), circular=True, first=ids[2]),
    )
    stances = (
        Stance(inner.id, "h1", "support", 0.9, ("“will close”",)),
        Stance(inner.id, "h2", "deny", 0.9),
        Stance(split.id, "h1", "support", 0.6),
        Stance(non.id, "h1", "open", 0.2, ("denies talk of it only",)),
        Stance(talk.id, "h1", "support", 0.3),
        Stance(may.id, "h1", "unrelated", 0.0),
    )
    case = Case(
        QUESTION,
        date(2031, 5, 10),
        (YES, NO),
        pages,
        sources=(
            Source(
                "case-lind",
                "Ada Lind",
                "person",
                pages[0].sources[2].mentions + pages[1].sources[0].mentions,
                pages[0].sources[2].roles,
                ("Lind", "the deputy minister"),
                (content_id("source", "Ada Lind"),),
            ),
            Source(
                "case-memo",
                "a memo by the Roads Office",
                "document",
                members=(content_id("source", "a memo by the Roads Office"),),
            ),
            Source("case-blog", "Bloggers", "group", members=(content_id("source", "Bloggers"),)),
        ),
        merges=(
            Merge(
                content_id("source", "A memo"),
                content_id("source", "a memo by the Roads Office"),
                0.71,
                ("same head word",),
            ),
        ),
        copies=(Copy(Ref(ids[0], outer.content[0]), Ref(ids[3], script.content[0]), 0.82, "left"),),
        origins=origins,
        stances=stances,
        clashes=(Clash(inner.id, non.id, "whether the bridge closes", "weak"),),
        quantities=(
            Quantity(
                "lorries",
                400,
                700,
                None,
                (
                    Mention(Ref(ids[0], pages[0].amounts[0].span), "a-1"),
                    Mention(
                        Ref(ids[1], pages[1].amounts[0].span),
                        "a-2",
                        changes=(Change("grew", "", Ref(ids[0], pages[0].amounts[0].span)),),
                    ),
                ),
                grown="400, later up to 700",
            ),
        ),
        rulings=(Ruling(split.id, "accept", "Desk", "2031-05-10T09:00:00Z", "heard on tape"),),
        notes=(Note("R105", "talk.txt has the same text as talk-copy.txt; it counts once"),),
    )
    return case, _answers(case)


def _answers(case: Case) -> Answers:
    """Answers that add up for the rich case."""
    inner, split, non = case.pages[0].statements[1], case.pages[0].statements[2], case.pages[1].statements[0]
    reasons = (
        Reason("prior", "Base rate where nothing else is known", -0.85),
        Reason(
            "origin",
            "a memo by the Roads Office says it will",
            1.1,
            (Ref(inner.article, inner.content[0]),),
            "o1",
            ("a document: full weight", "seen in 2 articles: counts once"),
        ),
        Reason(
            "origin",
            "Ada Lind plans it",
            0.4,
            (Ref(split.article, split.content[0]),),
            "o2",
            ("a party to the matter: halved",),
        ),
        Reason(
            "origin", "Ada Lind says it is not being discussed", -0.05, (Ref(non.article, non.content[0]),), "o3"
        ),
    )
    yes = Answer(
        "h1",
        date(2031, 5, 10),
        0.6457,
        0.4,
        0.82,
        "likely",
        reasons,
        without=(Without("o1", 0.377), Without("o2", 0.55)),
        over_time=(
            Step(date(2031, 5, 1), 0.3, 0.1, 0.6),
            Step(date(2031, 5, 4), 0.66, 0.4, 0.84, (inner.id, split.id)),
            Step(date(2031, 5, 9), 0.6457, 0.4, 0.82, (non.id,)),
        ),
        would_change=("A dated order with the minister's name",),
    )
    no = Answer("h2", date(2031, 5, 10), 0.3543, 0.18, 0.6, "unlikely", (Reason("prior", "The rest", -0.6),))
    cells = (
        Cell("o1", "h1", 2, "strongly for", 0.6),
        Cell("o1", "h2", -2, "strongly against", 0.6),
        Cell("o2", "h1", 1, "for", 0.3),
        Cell("o2", "h2", -1, "against", 0.3),
        Cell("o3", "h1", 0, "open", 0.0),
        Cell("o3", "h2", 0, "open", 0.0),
    )
    return Answers(
        (yes, no),
        cells,
        (("o1", 1.4), ("o2", 0.5), ("o3", 0.0)),
        (Forecast(split.id, "closes it", date(2031, 5, 20), 0.8, 1.0, "will", resolvable=True),),
        (Score(split.id, "brier", 0.0, 0.04),),
        inconsistency=(("h1", 0.0), ("h2", 2.7)),
        unweighted=(("h1", 0.0), ("h2", 5.0)),
        swaps=(Swap("o1", "h1", "h2", level=True),),
    )


def empty() -> tuple[Case, Answers]:
    """A question with no article and no answer beyond the prior."""
    answer = Answer("h1", None, 0.5, 0.0, 1.0, "cannot say", (Reason("prior", "Nothing is known", 0.0),))
    return Case(QUESTION, None, (YES,), ()), Answers((answer,), notes=(Note("W401", "nothing bears on it"),))


def single() -> tuple[Case, Answers]:
    """One article and no hypothesis."""
    return Case(QUESTION, None, (), (leak(),)), Answers(())


def crowded(size: int = 300) -> tuple[Case, Answers]:
    """One article with `size` statements on as many days."""
    lines = [f"Clerk {n} said the gate {n} opens in {n} days." for n in range(size)]
    text = "\n\n".join(lines)
    art = article(
        text, path="case/crowd.txt", outlet="Gate Gazette", title="Gates", published=dating(date(2031, 1, 1))
    )
    said, times, at = [], [], 0
    for n, line in enumerate(lines):
        when = Span(at + line.index(" in ") + 1, at + len(line) - 1)
        day = date(2031, 1, 1) + timedelta(days=n)
        times.append(TimeMention(f"t-{n}", when, when.of(text), day.isoformat(), "DATE", Interval(day, day)))
        name = f"Clerk {n}"
        chain = (
            Hop(
                Voice(Span(at, at + len(name)), name, f"source-{n}"),
                Cue(Span(at + len(name) + 1, at + len(name) + 5), "said"),
                "assert",
            ),
        )
        content = Span(at + len(name) + 6, at + len(line) - 1)
        said.append(
            Statement(
                content_id("statement", n),
                art.id,
                (content,),
                chain,
                None,
                "indirect",
                Commitment("affirmed", 0.9, 1.0),
                (f"t-{n}",),
            )
        )
        at += len(line) + 2
    sources = tuple(Source(f"source-{n}", f"Clerk {n}", "person", members=(f"source-{n}",)) for n in range(size))
    page = Page(art, blocks(text), tuple(said), sources=sources, times=tuple(times))
    origins = tuple(Origin(f"o{n}", f"Clerk {n}", "said", (one.id,), (art.id,)) for n, one in enumerate(said))
    stances = tuple(Stance(one.id, "h1", "support", 0.5) for one in said)
    case = Case(QUESTION, date(2031, 1, 2), (YES,), (page,), sources, origins=origins, stances=stances)
    reasons = (
        Reason("prior", "Base rate", 0.0),
        *(Reason("origin", f"Clerk {n}", 0.001, (), f"o{n}") for n in range(size)),
    )
    return case, Answers((Answer("h1", date(2031, 1, 2), 0.574, 0.3, 0.8, "likely", reasons),))
