"""The sections' values: what each says, tested without a template."""

import math
import re
from dataclasses import replace
from datetime import date

import pytest
from tests.showing import builders

from sayso.model import prose
from sayso.model.amounts import Amount
from sayso.model.answers import Cell
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.forecasts import Outcome
from sayso.model.span import Span
from sayso.model.stances import Stance
from sayso.model.statements import Commitment
from sayso.model.times import Interval
from sayso.showing import (
    amounts,
    answers,
    articles,
    forecasts,
    grid,
    notes,
    origins,
    replies,
    sources,
    stances,
    statements,
    summary,
    times,
    words,
)
from sayso.showing.catalogue import catalogue
from sayso.showing.show import show


@pytest.fixture(scope="module")
def made():
    """The catalogue of the rich case."""
    return catalogue(*builders.rich())


def test_the_waterfall_ends_where_the_answer_stands(made):
    """The last line of the reasons and their total are the answer itself."""
    verdict = answers.verdicts(made)[0]
    answer = made.answers.answers[0]
    total = sum(reason.weight for reason in answer.reasons)
    assert verdict.rungs[-1].after == verdict.point == str(round(100 / (1 + math.exp(-total))))
    assert verdict.total == "+0.60"
    assert [rung.push for rung in verdict.rungs] == [
        "where it starts",
        "raises it strongly",
        "raises it clearly",
        "hardly moves it",
    ]


def test_reasons_without_weight_are_listed_apart():
    """What was heard and counts nothing is no line of the waterfall; many small ones follow in a second part."""
    verdict = answers.verdicts(catalogue(*builders.crowded(40)))[0]
    assert (len(verdict.rungs), len(verdict.smaller), len(verdict.silent)) == (1, 0, 40)


def test_an_exact_opposite_is_folded_into_one_line():
    """A negation whose answer is the mirror image has neither reasons nor chips of its own."""
    case, given = builders.rich()
    first, second = given.answers
    mirror = replace(second, probability=1 - first.probability)
    folded = catalogue(case, replace(given, answers=(first, mirror)))
    assert [verdict.opposite for verdict in answers.verdicts(folded)] == [False, True]
    html = show(case, replace(given, answers=(first, mirror)))
    assert "H2</b>, the opposite: unlikely" in html
    assert "speaks strongly for it" in html


def test_an_outcome_stands_under_the_answer():
    """What happened, when it was known and on whose word; nothing while it is open."""
    case, given = builders.rich()
    assert "outcome</b>" not in show(case, given)
    known = replace(case, outcomes=(Outcome("h1", happened=False, known=date(2031, 6, 1), source="Harbour Sheet"),))
    assert "It did not happen: known on 1 June 2031, from Harbour Sheet." in show(known, given)


def test_each_step_names_its_statements_and_its_change(made):
    """A step of the course has its day, its change and links to what moved it."""
    turns = answers.verdicts(made)[0].turns
    assert [(turn.when, turn.change) for turn in turns] == [
        ("1 May 2031", ""),
        ("4 May 2031", "+36"),
        ("9 May 2031", "−1"),
    ]
    assert [link.about.split(":")[0] for link in turns[1].moved] == ["a memo by the Roads Office", "Ada Lind"]


def test_the_grid_puts_what_tells_apart_first(made):
    """Lines go by diagnosticity; sign and word say the same; an origin that says the same of all is marked."""
    lines = grid.grid(made).lines
    assert [line.diagnosticity for line in lines] == ["1.40", "0.50", "0.00"]
    assert [(field.sign, field.word) for field in lines[0].fields] == [
        ("+ +", "strongly for"),
        ("− −", "strongly against"),
    ]
    assert [line.same for line in lines] == [False, False, True]


def test_the_grid_says_what_is_least_refuted(made):
    """The order of hypotheses, what is against each, and what hangs on one origin stand in words and figures."""
    shown = grid.grid(made)
    assert shown.order == "H1 has the least against it; then H2."
    assert [(one.against, one.unweighted, one.place) for one in shown.columns] == [
        ("0.00", "0.00", "the least"),
        ("2.70", "5.00", "the most"),
    ]
    assert [line.counts for line in shown.lines] == ["0.60", "0.30", "nothing"]
    assert [hinge.words for hinge in shown.hinges] == ["H1 and H2 are level"]
    assert shown.asides == ()


def test_the_grid_tells_where_weights_decide(made):
    """Where another hypothesis would lead with every origin counted in full, the grid says so; ties are ties."""
    case = replace(made.answers, inconsistency=(("h1", 1.0), ("h2", 2.0)), unweighted=(("h1", 8.0), ("h2", 2.0)))
    (told,) = grid.grid(catalogue(made.case, case)).asides
    assert told.startswith("Counted without weights, H2 has the least against it")
    other = replace(made.answers, inconsistency=(("h2", 1.0), ("h1", 2.0)), unweighted=(("h2", 1.0), ("h1", 2.0)))
    (told,) = grid.grid(catalogue(made.case, other)).asides
    assert told.startswith("The answer puts H1 first all the same")
    level = replace(made.answers, inconsistency=(("h1", 1.0), ("h2", 1.0)), unweighted=(("h1", 1.0), ("h2", 1.0)))
    assert grid.grid(catalogue(made.case, level)).order == "H1 and H2 have equally much against them."
    none = replace(made.answers, inconsistency=(("h1", 0.0), ("h2", 0.0)), unweighted=(("h1", 0.0), ("h2", 0.0)))
    assert grid.grid(catalogue(made.case, none)).order == "No origin speaks against any of them."


def test_a_clash_stands_once(made):
    """A pair of statements that cannot both hold is one line, with its strength."""
    (matter,) = stances.matters(made)
    (conflict,) = matter.conflicts
    assert matter.about == "whether the bridge closes"
    assert [side.strength for side in conflict.rights] == ["weak"]


def test_no_percentage_for_fewer_than_five_statements():
    """A source with four statements on the question gets counts; with five also shares."""
    for size, share in ((4, False), (5, True)):
        case, given = builders.crowded(size)
        page = case.pages[0]
        one = page.sources[0]
        chains = [
            replace(said.chain[0], source=replace(said.chain[0].source, id=one.id)) for said in page.statements
        ]
        said = tuple(replace(said, chain=(hop,)) for said, hop in zip(page.statements, chains, strict=True))
        case = replace(case, pages=(replace(page, statements=said),))
        (person,) = sources.people(catalogue(case, given))
        assert ("%" in person.leans) is share
        assert person.leans.startswith(f"+ {size} for")


def test_proposals_carry_score_reasons_and_verdict(made):
    """A merge that was not made is shown as open, with its score and why."""
    (proposal,) = sources.proposals(made)
    assert (proposal.score, proposal.reasons, proposal.verdict) == ("0.71", ("same head word",), "open: not merged")


def test_origins_show_relays_copies_circles_and_retractions(made):
    """What an origin went through, that reprints count once, and what is wrong with it."""
    found = {spring.root: spring for spring in origins.springs(made)}
    memo = found["A memo by the Roads Office"]
    assert memo.size == "2 articles, 1 origin"
    assert [step.told for step in memo.steps] == [
        "quotes it through The Varn Courier, Harbour Wire",
        "copied 15 in 100 words",
    ]
    assert found["Bloggers"].circular
    assert found["Ada Lind to reporters"].flags == ("taken back by Harbour Sheet, 1 May 2031",)
    (twin,) = origins.twins(made)
    ((_, share),) = twin.rights
    assert (share, twin.order) == ("82 in 100 words", "then")


def test_amounts_stand_side_by_side_with_their_bounds(made):
    """Who gives which number with which bound, and what became of it; an open end is not called nought."""
    (pile,) = amounts.piles(made)
    assert [(figure.written.name, figure.speaker, figure.change) for figure in pile.figures] == [
        ("400 lorries", "The Varn Courier", ""),
        ("Up to 700 lorries", "the article itself", "up from 400"),
    ]
    assert amounts.singles(made) == ()


def test_the_three_times_stay_apart(made):
    """Published, inferred, said and refers-to are rails of their own; an undated article has its reason."""
    rails = {rail.name: rail.moments for rail in times.rails(made)}
    assert [moment.when for moment in rails["published"]] == ["1 May 2031", "4 May 2031", "6 May 2031"]
    assert [(moment.when, moment.why) for moment in rails["published, inferred"]] == [
        ("5 to 9 May 2031", ("speaks of “before June” as ahead",)),
        ("no day known", ("no date is given and none could be inferred",)),
    ]
    assert [moment.when for moment in rails["refers to"]] == ["11 to 20 May 2031", "by 20 May 2031"]


def test_a_non_denial_is_never_called_a_denial(made):
    """It has its own name, its hop answers instead of denying, and nothing else on the card says deny."""
    sheet = next(sheet for sheet in articles.sheets(made) if sheet.outlet == "Ostmark Today")
    card = next(card for row in sheet.rows for card in row.cards if card.non_denial)
    assert card.reply == "non-denial: says only that it is not being discussed"
    assert card.crumbs[0].does == "answers"
    for kind in (*words.NON_DENIALS, "of a kind nobody foresaw"):
        shown = words.reply(Commitment("negated", 0.3, 0.9, non_denial=True, denial=kind))
        assert shown is not None
        assert re.search(r"\bdenial\b", shown.replace("non-denial", "")) is None


def test_a_real_denial_is_called_one():
    """A reply that denies the matter keeps the name of its kind."""
    assert words.reply(Commitment("negated", 0.0, 0.1, denial="denial")) == "denial"


def test_a_card_says_how_sure_the_holder_is(made):
    """The words that moved it come first, then the interval; a bare assertion says that it is one."""
    cards = {card.number: card for sheet in articles.sheets(made) for row in sheet.rows for card in row.cards}
    told = {card.commitment for card in cards.values()}
    assert "“might”: 10 to 70 in 100" in told
    assert "stated flatly: 90 to 100 in 100" in told


def test_gaps_are_said_in_plain_words_with_their_articles(made):
    """Each kind of gap has a count, a sentence and links; how files were read stands elsewhere."""
    found = {gap.code: gap for gap in notes.gaps(made)}
    assert found["L301"].text == "1 article has no date and none could be inferred"
    assert found["L301"].links[0].name == "Talk of the ferry, undated"
    assert found[""].text.startswith("1 origin that bears on the question could not be traced")
    assert "R101" not in found
    assert [gap.code for gap in notes.gaps(made, quiet=True)] == ["R101"]


def test_right_of_reply_is_shown(made):
    """A request for comment is quoted as its article has it."""
    (one,) = replies.replies(made)
    assert one.sentence == "The ministry did not reply to a request for comment."


def test_a_forecast_has_phrase_day_range_and_score(made):
    """What a source bets on, by when, and how it fared."""
    (bet,) = forecasts.bets(made)
    assert (bet.phrase, bet.by, bet.spread, bet.score) == (
        "will",
        "20 May 2031",
        "80 to 100 in 100",
        "Brier 0.00 to 0.04",
    )


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (None, None, "not known"),
        (date(2031, 5, 3), date(2031, 5, 3), "3 May 2031"),
        (date(2031, 5, 11), date(2031, 5, 20), "11 to 20 May 2031"),
        (date(2031, 4, 28), date(2031, 5, 3), "28 April to 3 May 2031"),
        (date(2030, 12, 28), date(2031, 1, 3), "28 December 2030 to 3 January 2031"),
        (date(2031, 2, 1), date(2031, 2, 28), "February 2031"),
        (date(9999, 12, 1), date.max, "December 9999"),
        (date(2031, 5, 3), None, "3 May 2031 or later"),
        (None, date(2031, 5, 3), "3 May 2031 or earlier"),
    ],
)
def test_intervals_are_said_briefly_and_without_loss(first, last, said):
    """An interval reads as a person would say it; an open end is said to be open."""
    assert prose.days(Interval(first, last)) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0.18, 0.47, "18 to 47 in 100"),
        (0.3, 0.304, "30 in 100"),
        (0, 1, "0 to 100 in 100"),
        (0.001, 0.999, "under 1 to over 99 in 100"),
    ],
)
def test_ranges_are_said_in_hundreds(low, high, said):
    """What is not quite nought or one is not called so."""
    assert words.likelihood(low, high) == said


def test_likelihood_and_confidence_never_share_a_sentence():
    """ICD 203: no sentence of the dossier's own holds both."""
    html = show(*builders.rich())
    for sentence in re.split(r"[.?!]\s|</p>|</li>", re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)):
        assert not ("likely" in sentence and "confidence" in sentence)


def test_a_statement_of_a_pronoun_is_shown_by_name():
    """The card names the source that was found; what the text calls it stands in the chain."""
    case, given = builders.rich()
    page = case.pages[1]
    other = replace(
        page.statements[1], chain=(replace(page.statements[1].chain[0], source=page.statements[0].chain[0].source),)
    )
    hop = replace(other.chain[0], source=replace(other.chain[0].source, text="she"))
    page = replace(page, statements=(page.statements[0], replace(other, chain=(hop,))))
    html = show(replace(case, pages=(page,)), given)
    assert "</a> (“<bdi>she</bdi>”) states it" in html


def test_an_own_statement_that_bears_has_a_card_in_the_outlets_name():
    """What the article says in its own voice gets a card only where it bears on the question."""
    case, given = builders.rich()
    page = case.pages[4]
    own = replace(
        case.pages[0].statements[0], id="s-own", article=page.article.id, content=(Span(0, 5),), chain=(), times=()
    )
    case = replace(case, pages=(*case.pages[:4], replace(page, own_voice=(own,))))
    assert "own words <b" not in show(case, given)
    leaning = replace(case, stances=(*case.stances, Stance("s-own", "h1", "support", 0.5)))
    assert "own words <b" in show(leaning, given)


def test_it_is_counted_who_takes_a_side(made):
    """Articles, statements and origins are counted, and apart the origins that weigh or were taken back."""
    line = summary.counted(made.case, made.answers)
    assert line == (
        "5 articles, 4 origins, all independent; 3 origins, all independent, take a side on the question "
        "(7 statements in all)"
    )
    bare = replace(made.answers, answers=(), grid=())
    assert "; none takes a side on the question" in summary.counted(made.case, bare)
    one = replace(made.answers, answers=(), grid=(Cell("o1", "h1", 0, "withdrawn"),))
    assert "; 1 origin takes a side on the question" in summary.counted(made.case, one)
    withdrawn = replace(bare, grid=(Cell("o-9", "h1", 0, "withdrawn"),))
    assert summary.taking_sides(withdrawn) == {"o-9"}


def test_a_non_denial_only_leans(made):
    """The card of a reply that rules nothing out leans slightly and keeps its figures for whoever opens it."""
    case = made.case
    page = next(page for page in case.pages if any(said.commitment.non_denial for said in page.statements))
    said = next(said for said in page.statements if said.commitment.non_denial)
    made.stances[said.id] = (Stance(said.id, "h1", "deny", 0.2),)
    (chip,) = statements.chips(made, said)
    assert chip.words.startswith("leans slightly against")


def test_a_source_without_a_name_stands_apart():
    """Pronouns are folded away, each with its statements; nobody with a name is among them."""
    case, given = builders.rich()
    page = case.pages[0]
    page = replace(page, sources=tuple(replace(one, name="She", members=()) for one in page.sources))
    folded = sources.people(catalogue(replace(case, pages=(page,), sources=()), given))
    assert folded
    assert all(sources.nameless(one) for one in folded)
    assert not [one for one in sources.people(catalogue(case, given)) if sources.nameless(one)]


def test_numbers_with_nothing_to_compare_are_apart(made):
    """A quantity of one mention is no pile, and its number stands among the single ones."""
    (pile,) = amounts.piles(made)
    assert amounts.side_by_side((pile, replace(pile, figures=pile.figures[:1]))) == (pile,)


def test_an_amount_without_a_noun_is_headed_by_its_words():
    """What is counted is said in the words around the number, within its sentence."""
    text = "Nothing else. The reservoir stood at 31 percent on Monday. More follows."
    at = text.index("31")
    amount = Amount("n1", Span(at, at + 2), "31", 31, 31, "exact", "%")
    page = Page(Article("a", "a.txt", text, "0" * 64), amounts=(amount,))
    assert amounts.counted("% (31)", [(page, amount)]) == "“The reservoir stood at 31 percent on Monday”"
    assert amounts.counted("households (31)", [(page, amount)]) == "households"
    assert amounts.counted("households (in the east)", [(page, amount)]) == "households (in the east)"


def test_the_drawing_of_many_origins_holds_those_that_matter(made):
    """Above the limit only origins that take a side or reach several articles are drawn, the heaviest first."""
    few = origins.springs(made)
    assert len(origins.chosen(made, few)) == len([one for one in few if one.articles])
    crowd = [replace(few[0], to=f"crowd{n}", steps=few[0].steps[:1], flags=()) for n in range(40)]
    drawn = origins.chosen(made, (*crowd, *few))
    assert len(drawn) <= origins.DRAWN
    assert not [one for one in drawn if one.to.startswith("crowd")]


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ("households (60,000): 60,000 against 90,000", "households: 60,000 against 90,000"),
        ("% (25): 25 against 27", "25 % against 27 %"),
        ("households (in the east): 4 against 5", "households (in the east): 4 against 5"),
    ],
)
def test_a_clash_of_amounts_is_headed_by_what_is_counted(about, said):
    """A number in brackets only told groups apart and is left out."""
    assert stances.matter(about) == said
