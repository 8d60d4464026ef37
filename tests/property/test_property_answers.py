"""Laws of answers: on articles made by a generator through the whole program, and on cases of any shape.

What tests/property/test_property_weighing.py holds of cases made by hand is held here of articles, too; beside it
stand the laws of one origin more, of what was taken back, of the grid and of scores.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.property.test_property_origins import BRAIN, asked, page, written
from tests.property.test_property_weighing import saids, stories
from tests.weighing.cases import H1, H2, Said, Story, case_of

from evals.origins import generator
from evals.origins.cases import KnownCase, load
from sayso.linking.link import link
from sayso.model.answers import Answer, Answers
from sayso.model.article import Article
from sayso.model.case import Case
from sayso.showing.records import case_record
from sayso.weighing.likelihood import logistic
from sayso.weighing.scores import FLOOR, brier, logarithmic, scored
from sayso.weighing.weigh import weigh

#: Few enough that articles read for one law are there for the next.
SEEDS = st.integers(1, 5)
TEXTS = settings(max_examples=5, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])
LAW = settings(max_examples=60, deadline=None)
#: A question without a first day: the window opens with the first article that bears on it.
OPEN = (replace(H1, opens=None), H2)


@cache
def known(seed: int, adding: tuple[str, ...] = ()) -> KnownCase:
    """A generated case of seven articles, and one more for each of `adding`."""
    return load(generator.make(seed, 7, adding=adding), f"answers-{seed}")


def built(articles: Iterable[Article], question: str, day: date | None = None) -> Case:
    """The case of articles as of a day."""
    return link([page(one) for one in articles], asked(question), entailer=BRAIN.entailer, as_of=day)


def told(articles: Iterable[Article], question: str, day: date) -> Answers:
    """The answers from articles on a day."""
    return weigh(built(articles, question, day))


def last_day(made: KnownCase) -> date:
    """The day by which all articles are out."""
    return max(day for one in made.articles.values() if (day := published(one)))


def published(article: Article) -> date | None:
    """The last day on which an article can have come out."""
    return article.published.interval.latest if article.published else None


def figures(answers: Answers) -> list[tuple[float, float, float, str]]:
    """What each hypothesis is answered: number, range and words."""
    return [(one.probability, one.low, one.high, one.words) for one in answers.answers]


def log_odds(probability: float) -> float:
    """Natural log-odds."""
    return math.log(probability / (1 - probability))


def open_law(reason: str) -> pytest.MarkDecorator:
    """A law that does not hold yet, and why; the mark goes when it does."""
    return pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason)


# ---- copies, relays, order, the unrelated: on articles


@pytest.mark.parametrize("kind", ["copy", "cut", "edited"])
@TEXTS
@given(seed=SEEDS)
def test_a_copy_moves_no_answer(kind: str, seed: int) -> None:
    """An article that prints another again, whole, cut or edited, moves no number, range, word or ranking."""
    more = known(seed, (f"{kind} of 01",))
    day = last_day(more)
    before = told(known(seed).articles.values(), more.question, day)
    after = told(more.articles.values(), more.question, day)
    assert figures(after) == figures(before)
    assert after.inconsistency == before.inconsistency


@TEXTS
@given(seed=SEEDS, days=st.integers(1, 9), times=st.integers(1, 3))
def test_many_reprints_move_no_answer(seed: int, days: int, times: int) -> None:
    """The same text printed again by several outlets on later days moves nothing."""
    made = known(seed)
    first = made.articles["01"]
    start = published(first)
    assert start
    again = [written(first.text, f"The Second Post {n}", str(start + timedelta(days))) for n in range(times)]
    day = max(last_day(made), start + timedelta(days))
    before = told(made.articles.values(), made.question, day)
    assert figures(told([*made.articles.values(), *again], made.question, day)) == figures(before)


#: What a relay may move an answer by, in log-odds, until the laws below hold: less than one weak voice by itself.
RELAYED = 0.3


@pytest.mark.parametrize("kind", ["reword", "via", "inflated", "put off", "hardened", "quote"])
@TEXTS
@given(seed=SEEDS)
def test_a_relay_hardly_moves_an_answer(kind: str, seed: int) -> None:
    """An article that only relays another moves the answer by less than one weak voice would."""
    more = known(seed, (f"{kind} of 01",))
    day = last_day(more)
    before = told(known(seed).articles.values(), more.question, day).answers[0]
    after = told(more.articles.values(), more.question, day).answers[0]
    assert abs(log_odds(after.probability) - log_odds(before.probability)) < RELAYED


def test_a_relay_that_hardens_moves_no_answer() -> None:
    """What a relay made of "might" ("will") is not the origin's word, and moves nothing."""
    said = Said("Ada Lind", low=0.1, high=0.7, tag="first")
    harder = replace(said, low=0.9, high=1.0, day=2, tag="later", relays=1)
    before, after = weigh(case_of(said)), weigh(case_of(said, harder))
    assert figures(after) == figures(before)


@TEXTS
@given(seed=SEEDS, random=st.randoms(use_true_random=False))
def test_order_moves_no_bit(seed: int, random) -> None:
    """The articles in any order give the same record of case and answers, bit for bit."""
    made = known(seed)
    shuffled = list(made.articles.values())
    random.shuffle(shuffled)

    def printed(articles: Iterable[Article]) -> str:
        case = built(articles, made.question)
        return json.dumps(case_record(case, weigh(case)))

    assert printed(shuffled) == printed(made.articles.values())


ELSEWHERE = (
    "Choirs meet in Orle\n\nTwo choirs will sing together, the conductor, Mira Stand, said. The hall is full.\n",
    "Recipe of the week\n\nThe cook Olin Farr says that leeks want butter. “There is no doubt,” he added.\n",
    "Chess: Harn beats Ostrow\n\n“I will not resign,” Pia Harn told reporters after the game. She denied a draw.\n",
)


@pytest.mark.parametrize("text", ELSEWHERE)
@TEXTS
@given(seed=st.integers(1, 4))
def test_an_article_about_something_else_moves_nothing(text: str, seed: int) -> None:
    """An article that has nothing to do with the question changes no answer, reason or field of the grid."""
    made = known(seed)
    day = last_day(made)
    other = written(text, "The Evening Leaf", str(day - timedelta(3)))
    before = told(made.articles.values(), made.question, day)
    after = told([*made.articles.values(), other], made.question, day)
    assert figures(after) == figures(before)
    assert after.grid == before.grid
    assert [one.reasons for one in after.answers] == [one.reasons for one in before.answers]


@open_law("one article more makes each word a little rarer, and a retelling is told by how rare its words are")
def test_a_recipe_parts_no_origin() -> None:
    """An article that has nothing to do with the question parts no origin of those that have."""
    made = known(5)
    recipe = written(ELSEWHERE[1], "The Evening Leaf", str(last_day(made) - timedelta(3)))
    before = built(made.articles.values(), made.question)
    after = built([*made.articles.values(), recipe], made.question)
    assert {origin.statements for origin in before.origins} <= {origin.statements for origin in after.origins}


@open_law("a closing of one house is taken for the closing of another")
def test_the_same_event_elsewhere_moves_nothing() -> None:
    """What happens to a hospital in another town says nothing of a mine."""
    text = "Ward\n\nThe maternity ward of Brenuden hospital will close in April, its head, Mira Stand, said.\n"
    ward, question, day = (
        written(text, "The Leaf", "2031-03-02"),
        "Will the Dovnock mine close by 31 July 2031?",
        30,
    )
    assert told([ward], question, date(2031, 3, day)).answers[0].words == "cannot say"


@TEXTS
@given(seed=SEEDS, at=st.integers(1, 5))
def test_what_is_not_out_yet_counts_nothing(seed: int, at: int) -> None:
    """As of a day, all articles give the answer that those published by then give."""
    made = known(seed)
    days = sorted({day for one in made.articles.values() if (day := published(one))})
    day = days[min(at, len(days) - 1)]
    out = [one for one in made.articles.values() if (shown := published(one)) and shown <= day]
    here, there = (told(some, made.question, day) for some in (made.articles.values(), out))
    assert here.answers == there.answers
    assert (here.grid, here.inconsistency, here.swaps) == (there.grid, there.inconsistency, there.swaps)


@TEXTS
@given(seed=SEEDS)
def test_reasons_add_up_on_articles(seed: int) -> None:
    """For every hypothesis the logistic of the sum of weights is the probability; the negation is the mirror."""
    made = known(seed)
    yes, no = told(made.articles.values(), made.question, last_day(made)).answers
    for one in (yes, no):
        assert logistic(math.fsum(reason.weight for reason in one.reasons)) == pytest.approx(
            one.probability, abs=1e-12
        )
    assert [reason.weight for reason in no.reasons] == [-reason.weight for reason in yes.reasons]
    assert (no.low, no.high) == (1 - yes.high, 1 - yes.low)


@TEXTS
@given(seed=SEEDS)
def test_asked_the_other_way_round_it_is_the_mirror(seed: int) -> None:
    """The question with a "not" in it has the mirrored answer, reason for reason."""
    made = known(seed)
    day = last_day(made)
    turned = built(made.articles.values(), negated(made.question), day)
    yes, no = (weigh(one).answers[0] for one in (built(made.articles.values(), made.question, day), turned))
    assert no.probability == pytest.approx(1 - yes.probability, abs=1e-12)
    assert (no.low, no.high) == pytest.approx((1 - yes.high, 1 - yes.low), abs=1e-12)
    assert [reason.weight for reason in no.reasons] == pytest.approx([-reason.weight for reason in yes.reasons])


def test_a_mine_is_no_verb() -> None:
    """The question about a salt mine is read as one."""
    (yes, _) = built([], "Will the salt mine at Mirdane close by 31 October 2031?").hypotheses
    assert yes.text == "The salt mine at Mirdane closes by 31 October 2031"


def negated(question: str) -> str:
    """A generated question with a "not" after its subject."""
    for verb in ("call up", "close", "devalue", "go on strike", "stop running"):
        if f" {verb} " in question:
            return question.replace(f" {verb} ", f" not {verb} ", 1)
    raise AssertionError(question)


def test_a_prior_is_that_of_the_question_as_asked() -> None:
    """Whoever asks whether something will not happen gives the probability that it will not."""
    made = known(1)
    first = weigh(built(made.articles.values(), negated(made.question)), prior=0.7).answers[0]
    assert logistic(first.reasons[0].weight) == pytest.approx(0.7)


@TEXTS
@given(days=st.lists(st.integers(1, 20), min_size=1, max_size=4, unique=True))
def test_saying_it_again_does_not_raise_it(days: list[int]) -> None:
    """A harbour master who says the same on several days is worth no more than on the first."""
    text = "Harbour\n\nVelmora will close its harbour in June, Tarn Osk, the harbour master, said on this day.\n"
    question, end = "Will Velmora close its harbour by 30 June 2031?", date(2031, 5, 30)
    first = written(text, "The Gull", "2031-05-02")
    again = [written(text, "The Gull", str(date(2031, 5, 2) + timedelta(day))) for day in days]
    before, after = (told(some, question, end).answers[0] for some in ([first], [first, *again]))
    assert before.words != "cannot say"
    assert after.probability <= before.probability + 1e-12


# ---- one origin more, one taken back: on cases of any shape


@LAW
@given(stories, saids(), st.sampled_from(["support", "deny"]))
def test_one_more_on_a_side_never_pushes_to_the_other(story: Story, other: Said, lean) -> None:
    """A new voice in an origin of its own that takes a side leaves the answer there or moves it that way."""
    story = replace(story, as_of=40, hypotheses=(H1, H2))
    one = replace(other, who="Fay Orr", kind="person", origin="o99", lean=lean, tag="new", day=30, until=30)
    before, after = main(story), main(replace(story, said=[*story.said, one]))
    moved = after.probability - before.probability
    assert moved >= -1e-12 if lean == "support" else moved <= 1e-12


@open_law("an early article opens the window earlier, so that more of it has gone by")
def test_an_early_voice_for_it_never_lowers_it() -> None:
    """A weak voice that supports, earlier than all others, does not lower the answer."""
    firm = Said("Ada Lind", "o1", day=10)
    weak = Said("Bo Ras", "o2", low=0.4, high=0.7, day=-120, until=-120, kind="anonymous")
    before, after = (main(Story(said, hypotheses=OPEN)) for said in ([firm], [firm, weak]))
    assert after.probability >= before.probability


@LAW
@given(stories, st.data())
def test_what_is_taken_back_counts_nothing(story: Story, data: st.DataObject) -> None:
    """From the day of its retraction an origin is worth as much as one that never spoke."""
    if not story.said:
        return
    key = data.draw(st.sampled_from(sorted({one.origin for one in story.said})))
    story = replace(story, as_of=40, hypotheses=(H1, H2))
    back = replace(story, retracted={key: 39}).case()
    gone = replace(back, origins=tuple(origin for origin in back.origins if origin.id != key))
    here, there = weigh(back), weigh(gone)
    assert figures(here)[0][:3] == pytest.approx(figures(there)[0][:3], abs=1e-12)
    assert {cell.sign for cell in here.grid if cell.origin == key} <= {0}
    assert dict(here.inconsistency) == pytest.approx(dict(there.inconsistency))


def main(story: Story) -> Answer:
    """The answer to the first hypothesis."""
    return weigh(story.case()).answers[0]


# ---- the grid


@LAW
@given(stories, st.randoms(use_true_random=False))
def test_order_moves_no_grid(story: Story, random) -> None:
    """Origins, pages and stances in another order give the same grid, ranking and hinges."""
    case = story.case()
    other = replace(
        case,
        pages=tuple(random.sample(case.pages, len(case.pages))),
        origins=tuple(random.sample(case.origins, len(case.origins))),
        stances=tuple(random.sample(case.stances, len(case.stances))),
    )
    here, there = weigh(case), weigh(other)
    for name in ("grid", "diagnosticity", "inconsistency", "unweighted", "swaps"):
        assert getattr(here, name) == getattr(there, name)


@LAW
@given(stories)
def test_the_grid_is_of_a_piece(story: Story) -> None:
    """Marks and weights are in bounds; the negation mirrors; sums are of the cells; the least refuted is first."""
    given_ = weigh(story.case())
    fields = {(cell.origin, cell.hypothesis): cell for cell in given_.grid}
    for (origin, hypothesis), cell in fields.items():
        assert cell.sign in range(-2, 3)
        assert math.isfinite(cell.weight)
        assert cell.weight >= 0
        if hypothesis == "h2" and (mirror := fields.get((origin, "h1"))):
            assert (cell.sign, cell.weight) == (-mirror.sign, mirror.weight)
    for key, value in given_.inconsistency:
        column = [cell for cell in given_.grid if cell.hypothesis == key and cell.sign < 0]
        assert value == pytest.approx(math.fsum(cell.weight * cell.sign**2 for cell in column))
        assert dict(given_.unweighted)[key] == sum(cell.sign**2 for cell in column)
    sums = [round(value, 9) for _, value in given_.inconsistency]
    assert sums == sorted(sums)
    assert [key for key, _ in given_.unweighted] == [key for key, _ in given_.inconsistency]


@LAW
@given(stories)
def test_a_hinge_is_what_weighing_without_gives(story: Story) -> None:
    """Two hypotheses change places without an origin exactly where the case that lacks it says so."""
    case = replace(story, as_of=40).case()
    given_ = weigh(case)
    now = dict(given_.inconsistency)
    swapped = {(swap.origin, swap.ahead, swap.behind): swap.level for swap in given_.swaps}
    for origin in case.origins:
        then = dict(weigh(replace(case, origins=tuple(o for o in case.origins if o.id != origin.id))).inconsistency)
        for ahead, behind in (("h1", "h2"), ("h2", "h1")):
            if now[behind] - now[ahead] > 1e-6 and abs(then[behind] - then[ahead]) > 1e-6:
                assert ((origin.id, ahead, behind) in swapped) == (then[behind] < then[ahead])
            elif now[behind] - now[ahead] > 1e-6 and then[behind] == then[ahead]:
                assert swapped[origin.id, ahead, behind]


# ---- scores are proper: nobody does better by saying what they do not believe


PROBABILITY = st.floats(0, 1)
INSIDE = st.floats(FLOOR, 1 - FLOOR)


def expected(rule: Callable[..., float], said: float, true: float) -> float:
    """What a probability costs on average where `true` is the chance that it happens."""
    return true * rule(said, happened=True) + (1 - true) * rule(said, happened=False)


@LAW
@given(PROBABILITY, PROBABILITY)
def test_brier_is_proper(said: float, true: float) -> None:
    """The expected penalty is least at the true probability, and grows with the square of the distance."""
    gap = expected(brier, said, true) - expected(brier, true, true)
    assert gap == pytest.approx((said - true) ** 2, abs=1e-12)


@LAW
@given(INSIDE, INSIDE)
def test_the_logarithm_is_proper(said: float, true: float) -> None:
    """Between the floors the expected penalty is least at the true probability."""
    assert expected(logarithmic, said, true) >= expected(logarithmic, true, true) - 1e-12


def test_the_logarithm_is_proper_at_its_floor() -> None:
    """Nobody who believes in 12 of 1,000 does better by saying "never"."""
    assert expected(logarithmic, 0.0, 0.012) >= expected(logarithmic, 0.012, 0.012) - 1e-12


@LAW
@given(st.tuples(PROBABILITY, PROBABILITY), INSIDE)
def test_a_range_is_scored_properly(ends: tuple[float, float], true: float) -> None:
    """A range counts by its middle, so none does better than one about the true probability, however wide."""
    low, high = sorted(ends)
    for score in (one for came in (True, False) for one in scored("s-1", (low, high), happened=came)):
        assert score.low <= score.middle + 1e-12
        assert score.middle <= score.high + 1e-12
    for place, rule in ((0, brier), (1, logarithmic)):
        cost = {came: scored("s-1", (low, high), happened=came)[place].middle for came in (True, False)}
        mean = true * cost[True] + (1 - true) * cost[False]
        if place == 0 or FLOOR <= (low + high) / 2 <= 1 - FLOOR:
            assert mean >= expected(rule, true, true) - 1e-12
